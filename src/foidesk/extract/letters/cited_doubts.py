"""What is odd about a citation: no such clause, not in force at the time, another than those it binds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from foidesk.model.codebook import Variable
from foidesk.model.guidelines import Citation, Guideline
from foidesk.model.issues import Issue
from foidesk.model.observations import Observation
from foidesk.model.periods import Period

from ..basis.ground import Ground


def cited_issues(
    ground: Ground, cited: Sequence[Citation], observations: Sequence[Observation]
) -> Iterator[Issue]:
    """One note a document, guideline and kind of oddity. Its words are ours: those of the reply stay there."""
    for guideline in ground.context.guidelines:
        mine = [one for one in cited if one.guideline == guideline.id]
        rows = {one: _row(one, observations) for one in mine}
        yield from _issue(
            ground, guideline, "clause-unknown", [one for one in mine if one.unknown],
            "a clause of “{title}” is named that guidelines.toml does not hold",
            "Add the clause to guidelines.toml, or the name that the reply gives it under cited_as.",
        )  # fmt: skip
        yield from _issue(
            ground, guideline, "guidance-not-in-force", [o for o in mine if _is_early(ground, guideline, rows[o])],
            "“{title}” is named for a time before {since}, when it was not in force",
            "Say so wherever the story tells of it, or correct in_force_from in guidelines.toml.",
        )  # fmt: skip
        yield from _issue(
            ground, guideline, "guidance-binds-others",
            [o for o in mine if _is_unbound(ground, guideline, rows[o])],
            "“{title}” is named of somebody whom guidelines.toml does not say it binds",
            "Check the role of the row, and whom the guidance binds; say so wherever the story tells of it.",
        )  # fmt: skip


def _row(citation: Citation, observations: Sequence[Observation]) -> list[Observation]:
    """The statements of the row that a citation stands in."""
    if citation.row < 0:
        return []
    return [one for one in observations if (one.table, one.row) == (citation.table, citation.row)]


def _is_early(ground: Ground, guideline: Guideline, row: Iterable[Observation]) -> bool:
    try:
        since = date.fromisoformat(guideline.since)
    except ValueError:
        return False
    return any(period.end <= since for period in _periods(ground, row))


def _periods(ground: Ground, row: Iterable[Observation]) -> list[Period]:
    """When it was: as the row says, else the time asked for."""
    told = [one.period for one in row if one.period is not None]
    asked = ground.context.period
    return told or ([asked] if asked is not None else [])


def _is_unbound(ground: Ground, guideline: Guideline, row: Iterable[Observation]) -> bool:
    bound = set(guideline.categories)
    variables = [v for v in ground.context.codebook.variables if any(c.id in bound for c in v.categories)]
    return any(
        bool(said) and not any(_within(variable, id) & bound for id in said)
        for one in row
        for variable in variables
        if (said := one.where[variable.id].categories if variable.id in one.where else ())
    )


def _within(variable: Variable, id: str) -> set[str]:
    """A category, all that hold it, and all that it holds: "staff" may be those whom the guidance binds."""
    parents = {one.id: one.parent for one in variable.categories}
    up, at = {id}, parents.get(id, "")
    while at and at not in up:
        up.add(at)
        at = parents.get(at, "")
    return up | {one for one in parents if _below(one, id, parents)}


def _below(one: str, id: str, parents: dict[str, str]) -> bool:
    seen: set[str] = set()
    while one and one not in seen:
        seen.add(one)
        if one == id:
            return True
        one = parents.get(one, "")
    return False


def _issue(
    ground: Ground, guideline: Guideline, kind: str, odd: Sequence[Citation], what: str, then: str
) -> Iterator[Issue]:
    if odd:
        said = what.format(title=guideline.title, since=guideline.since)
        times = f" ({len(odd)} places)" if len(odd) > 1 else ""
        yield Issue(
            kind, "note", f"In {ground.title} {said}{times}.", ground.where(odd[0].locator.place), then,
            tuple(one.locator for one in odd[:50]), body=ground.context.body, key=guideline.id,
        )  # fmt: skip
