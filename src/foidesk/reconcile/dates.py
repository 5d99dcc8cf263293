"""Bodies that date the same cases differently, by event, record or decision: never in one sum unasked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from foidesk.model import Issue, Observation, SurveyDefinition

from .account import Account
from .words import Names, value_places

DATED = {
    "event": "when they happened",
    "recorded": "when they were recorded",
    "decided": "when they were decided",
}
"""The date that cases go by, in words."""


def dated(seen: Observation) -> str:
    """ "event", "recorded" or "decided" by the reply's own words; "" where it is silent."""
    return seen.period.basis if seen.period is not None else ""


def other_dates(
    definition: SurveyDefinition, accounts: Mapping[tuple[str, str], Account], names: Names
) -> Iterator[Issue]:
    """An issue for each measure whose bodies go by different dates, and nobody said which one counts."""
    for measure in definition.codebook.measures:
        told = [
            (body, seen)
            for (body, id), account in accounts.items()
            if id == measure.id and measure.additive and not measure.dated_by
            for seen in account.observations
            if dated(seen)
        ]
        ways = {way: sorted({body for body, seen in told if dated(seen) == way}) for way in DATED}
        if sum(map(bool, ways.values())) > 1:
            yield _issue(measure.id, {way: bodies for way, bodies in ways.items() if bodies}, told, names)


def _issue(
    measure: str, ways: Mapping[str, list[str]], told: list[tuple[str, Observation]], names: Names
) -> Issue:
    said = "; ".join(f"by {DATED[way]}: {_listed(bodies)}" for way, bodies in ways.items())
    first = [next(seen for _, seen in told if dated(seen) == way) for way in ways]
    main = max(ways, key=lambda way: (len(ways[way]), way))
    return Issue(
        "other-dates",
        "blocking",
        f"Replies date {measure} differently ({said}); one sum of them mixes what is not the same.",
        names.where(first),
        f'Write dated_by = "{main}" (or another) under the measure {measure} in survey.toml; you are then asked '
        "of each other reply whether it may be counted as that.",
        value_places(first),
        blocks="publish",
        key=measure,
    )


def _listed(bodies: list[str]) -> str:
    more = f" and {len(bodies) - 3} more" if len(bodies) > 3 else ""
    return ", ".join(bodies[:3]) + more
