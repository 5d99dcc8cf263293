"""What is true beside what is stated: both readings of one finding, never confused."""

from __future__ import annotations

from dataclasses import replace

from foidesk.model import Finding, Line, Support

from .public import public


def with_true(stated: Finding, true: Finding) -> Finding:
    """The stated finding with the bounds of what is true, where these are of the same bodies at least.

    The lines of a breakdown have theirs, but for those that only a statement has (not stated).
    `true` is the same query in the other reading. Both are no closer than may be shown. Of a change, which is of
    the bodies that give two periods, it must be of just the same ones.
    """
    other = public(true)
    mine, theirs = _bodies(stated), _bodies(other)
    if not mine <= theirs or (stated.query.since and (mine, stated.base) != (theirs, other.base)):
        return stated
    lines = {line.key: line for line in other.lines} if not stated.query.by else {}
    return replace(
        stated,
        true=stated.true or (other.value if other.unit == stated.unit else None),
        supports=tuple(_part(one, other.supports) for one in stated.supports),
        lines=tuple(_line(one, lines.get(one.key)) for one in stated.lines),
    )


def _bodies(finding: Finding) -> set[str]:
    return {one.body for one in finding.supports}


def _part(stated: Support, every: tuple[Support, ...]) -> Support:
    true = next((one for one in every if one.body == stated.body), None)
    if true is None or true.value.unit != stated.value.unit:
        return stated
    return replace(stated, true=true.value, true_rank=true.rank)


def _line(stated: Line, true: Line | None) -> Line:
    if stated.true is not None or true is None or not _covers(stated, true):
        return stated
    return replace(stated, true=true.value)


def _covers(stated: Line, true: Line) -> bool:
    return {one.body for one in stated.supports} <= {one.body for one in true.supports}
