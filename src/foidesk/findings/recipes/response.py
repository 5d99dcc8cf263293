"""response-days and on-time: how long the bodies took, by the clock of each law and by section of a refusal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from foidesk.model import Amount, Count, Duration, Finding, Line, Share, Support, Timing
from foidesk.words.amounts import plural

from ..desk import BODIES, Desk, alphabetical
from ..middle import middle

VERB = "can be timed"


def run_days(desk: Desk) -> Finding:
    """The median of the days to the answer; a body that has not answered has taken so long already, or longer.

    In the days of the law's clock where all bodies share one; else in calendar days.
    """
    timed, unit = _timed(desk), _unit(desk)
    supports = alphabetical(desk, [_support(desk, one, _days(one, unit)) for one in timed])
    value = middle([one.value for one in supports], Duration, unit)
    lines = tuple(_lines(desk, timed, unit))
    return desk.finding(
        value,
        supports,
        n=len(timed),
        verb=VERB,
        lines=lines,
        caveats=_caveats(timed, desk),
    )


def run_on_time(desk: Desk) -> Finding:
    """The share of the bodies that answered by the last day of their clock, of those whose last day is known.

    A body whose clock still runs may yet be in time; one whose clock stands still is in neither number.
    """
    timed = [one for one in _timed(desk) if one.due is not None]
    supports = alphabetical(desk, [_support(desk, one, _in_time(one)) for one in timed])
    part, base = _sum(supports), Count.exactly(len(timed), BODIES)
    assert part.hi is not None
    value = Share.between(part.lo / base.lo, part.hi / base.lo, f"of {BODIES}") if timed else _nothing()
    paused = len(_timed(desk)) - len(timed)
    caveats = (f"the clock of {plural(paused, 'body', 'bodies')} stands still",) if paused else ()
    return desk.finding(
        value, supports, n=len(timed), verb=VERB, numerator=part, denominator=base,
        lines=tuple(_shares(desk, timed)), caveats=(*caveats, *_caveats(timed, desk)),
    )  # fmt: skip


def _nothing() -> Share:
    return Share(Decimal(0), Decimal(1), f"of {BODIES}", "interval")


def _timed(desk: Desk) -> list[Timing]:
    """The clocks of the bodies asked, without those whose answer came on a day that is not on record."""
    wanted, undated = set(desk.asked), _undated(desk)
    return [one for one in desk.timings if one.body in wanted and one.body not in undated]


def _undated(desk: Desk) -> set[str]:
    """The bodies whose reply gives figures, though no answer is on record: the day of it is not known."""
    measures = desk.definition.codebook.measures
    gave = {body for measure in measures for body in desk.accounts.answered(measure.id)}
    return {one.body for one in desk.timings if one.undated or (one.answered is None and one.body in gave)}


def _unit(desk: Desk) -> str:
    units = {one.unit for one in _timed(desk)}
    return units.pop() if len(units) == 1 else "days"


def _days(one: Timing, unit: str) -> Duration:
    taken = one.days if unit == one.unit else one.calendar_days
    top = Decimal(taken) if one.answered else None
    return Duration(Decimal(taken), top, unit, "exact" if one.answered else "interval")


def _in_time(one: Timing) -> Count:
    if one.on_time is None:
        return Count.between(0, 1, BODIES)
    return Count.exactly(int(one.on_time), BODIES)


def _support(desk: Desk, one: Timing, value: Amount) -> Support:
    """The body's part, with its dates; nothing of it rests on a page, but on the events."""
    return Support(one.body, value, note=_dates(one))


def _dates(one: Timing) -> str:
    answered = f"answered {_day(one.answered)}" if one.answered else f"no answer by {_day(one.as_of)}"
    due = f"due {_day(one.due)}" if one.due else one.paused
    late = f", {plural(one.late, 'day', 'days')} late" if one.late else ""
    return f"sent {_day(one.sent)}, {due}, {answered}{late}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _lines(desk: Desk, timed: Sequence[Timing], unit: str) -> Iterator[Line]:
    for key, label, own in _groups(timed):
        supports = tuple(_support(desk, one, _days(one, unit)) for one in own)
        yield Line(key, label, middle([one.value for one in supports], Duration, unit), None, supports)


def _shares(desk: Desk, timed: Sequence[Timing]) -> Iterator[Line]:
    """How many of each group were in time; their number stands in the label."""
    for key, label, own in _groups(timed):
        supports = tuple(_support(desk, one, _in_time(one)) for one in own)
        yield Line(key, f"{label}: in time, of {len(own)}", _sum(supports), None, supports)


def _groups(timed: Sequence[Timing]) -> Iterator[tuple[str, str, list[Timing]]]:
    """By the clock of each law, then by section: a body that names two sections is in both."""
    for clock in sorted({one.clock for one in timed}):
        yield clock, clock, [one for one in timed if one.clock == clock]
    for section in sorted({section for one in timed for section in one.sections}):
        yield section, f"Refusals under {section}", [one for one in timed if section in one.sections]


def _sum(supports: Sequence[Support]) -> Count:
    return Count.between(
        sum((one.value.lo for one in supports), Decimal(0)),
        sum((one.value.hi or Decimal(0) for one in supports), Decimal(0)),
        BODIES,
    )


def _caveats(timed: Sequence[Timing], desk: Desk) -> tuple[str, ...]:
    undated = len(_undated(desk) & set(desk.asked))
    silent = len(desk.asked) - len(_timed(desk)) - undated
    waiting = sum(one.answered is None for one in timed)
    unconfirmed = sum(one.answered is not None and not one.confirmed for one in timed)
    no_clock = (
        f"{plural(silent, 'body has', 'bodies have')} no clock on record: nobody noted when the request was sent"
    )
    no_day = f"{plural(undated, 'body', 'bodies')} answered on a day that is not on record: left out"
    letters = plural(unconfirmed, "answer is that of a letter", "answers are those of letters")
    found = [
        f"as things stood on {_day(max(one.as_of for one in timed))}" if timed else "",
        no_clock if silent else "",
        no_day if undated else "",
        f"{plural(waiting, 'body has', 'bodies have')} not answered" if waiting else "",
        f"the day of {letters} which nobody has confirmed" if unconfirmed else "",
        "the laws count in different days, so these are calendar days" if len({t.unit for t in timed}) > 1 else "",
    ]
    return tuple(one for one in found if one)
