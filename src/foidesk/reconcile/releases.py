"""Releases of one list that overlap: the cases of the days that both cover stand in both, and count once."""

from __future__ import annotations

from collections.abc import Sequence

from foidesk.model import Choice, Issue, Observation

FEWEST = 2
"""So many rows at least, word for word in both, show that two lists are releases of one."""


def overlap(odd: tuple[list[Observation], ...], *lists: list[Observation]) -> bool:
    """True for two releases that overlap: what only one of them lists lies outside the days of the other."""
    sides = zip(odd, reversed(lists), strict=True)
    return all(several and _lie_outside(several, other) for several, other in sides)


def _lie_outside(rows: list[Observation], others: list[Observation]) -> bool:
    known = [seen.period for seen in others if seen.period is not None]
    if not known or len(known) < len(others):
        return False
    first, last = min(one.start for one in known), max(one.end for one in known)
    return all(
        seen.period is not None and (seen.period.end <= first or seen.period.start >= last) for seen in rows
    )


def overlap_note(
    names: tuple[str, str], rows: Sequence[tuple[str, str]], shared: int, choice: Choice, body: str
) -> Issue:
    """That two releases overlap, with the rows that only one of them has."""
    only = [f"{names[at]}: {'; '.join(row[at] for row in rows if row[at])[:160]}" for at in (0, 1)]
    return Issue(
        "twin",
        "note",
        f"{names[0]} and {names[1]} are releases of one list that overlap: the {shared} rows that stand in both "
        f"count once; what only one has lies outside the days of the other ({only[0]}; {only[1]}).",
        f"{body}: {names[1]}",
        f"Nothing to do; `foidesk decide {choice.id[:8]}` takes one of the two alone instead.",
        choice.locators,
        body=body,
        key=choice.id,
    )
