"""by-period: the cases by the years or months that the bodies themselves used."""

from __future__ import annotations

from foidesk.model import Finding, Line, Period

from ..desk import Desk, silent_on

MOST_NAMED = 12
"""As many periods as one caveat names."""


def run(desk: Desk) -> Finding:
    """The total over the bodies that broke it down by date, and a line for each of their periods.

    Calendar and financial years are never mixed: each is a line of its own, with the bodies that used it. Periods
    that lie wholly outside the days asked for have no line, as they are not in the total; a caveat names them.
    """
    every = _periods(desk)
    periods = [period for period in every if not _is_outside(desk, period)]
    lines = tuple(_line(desk, period, key) for key, period in _keys(periods).items())
    kept = tuple(line for line in lines if line.supports)
    dated = {support.body for line in kept for support in line.supports}
    supports = tuple(s for s in desk.supports(desk.query.where) if s.body in dated)
    verb = "broke it down by date"
    caveats = (*_mixed(periods), *_few(desk, kept, dated), *_left_out(desk, every), *silent_on(desk, supports))
    return desk.finding(desk.sum(supports), supports, verb=verb, lines=kept, caveats=caveats)


def _is_outside(desk: Desk, period: Period) -> bool:
    window = desk.definition.period
    return window is not None and not period.overlaps(window)


def _left_out(desk: Desk, periods: list[Period]) -> tuple[str, ...]:
    """A caveat that names the periods that bodies gave beyond those asked for."""
    found = [p.label or p.describe() for p in periods if _is_outside(desk, p)]
    more = f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
    named = f"{', '.join(found[:MOST_NAMED])}{more}"
    return (f"given as well, not asked for, and in no line and no total: {named}",) if found else ()


def _few(desk: Desk, lines: tuple[Line, ...], dated: set[str]) -> tuple[str, ...]:
    """A caveat that says of how many bodies each line is, where some line is not of all that gave dates."""
    counts = {line.label: len({one.body for one in line.supports}) for line in lines}
    if all(count == len(dated) for count in counts.values()):
        return ()
    some = [f"{label} {count}" for label, count in counts.items() if count < len(dated)]
    more = f" and {len(some) - MOST_NAMED} more lines of fewer" if len(some) > MOST_NAMED else ""
    said = f"{', '.join(some[:MOST_NAMED])}{more}"
    return (f"of {len(dated)} bodies with dates, a line holds only those that used its period: {said}",)


def _periods(desk: Desk) -> list[Period]:
    """Each distinct stretch of days and kind, once, in order."""
    found: dict[tuple[object, object, str], Period] = {}
    for body in desk.answered:
        for period in desk.accounts.periods(body, desk.query.measure):
            found.setdefault((period.start, period.end, period.kind), period)
    return sorted(found.values())


def _keys(periods: list[Period]) -> dict[str, Period]:
    """The label as the reply wrote it; with its days where two periods are written alike."""
    labels = [period.label or period.describe() for period in periods]
    return {
        label if labels.count(label) == 1 else f"{label} ({period.describe()})": period
        for label, period in zip(labels, periods, strict=True)
    }


def _line(desk: Desk, period: Period, key: str) -> Line:
    used = [body for body in desk.answered if _uses(desk, body, period)]
    supports = tuple(s for s in desk.supports(desk.query.where, period=period) if s.body in used)
    return Line(key, key, desk.sum(supports), None, supports)


def _uses(desk: Desk, body: str, period: Period) -> bool:
    return any(
        p.same_days(period) and p.kind == period.kind for p in desk.accounts.periods(body, desk.query.measure)
    )


def _mixed(periods: list[Period]) -> tuple[str, ...]:
    kinds = {period.kind for period in periods} & {"calendar year", "financial year"}
    return (
        ("some bodies count by calendar year, some by financial year; these are kept apart",)
        if len(kinds) > 1
        else ()
    )
