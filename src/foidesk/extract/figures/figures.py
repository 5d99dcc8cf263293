"""A figure: one number of a table on its way to a statement."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from foidesk.model.observations import AllOf, OneOf, Where
from foidesk.model.periods import Period

from ..basis.ground import Ground
from ..basis.measure import MeasureSeen
from ..basis.pieces import Piece
from ..basis.says import Says
from .headings import UNDATED
from .meaning import Meaning


@dataclass(frozen=True, slots=True)
class Figure:
    """A number (or a hole) with all that its labels say of it.

    `whole_row` and `whole_column` tell a printed total: of its row, of its column, or both. `zero` is set once
    evidence shows that a hole means none.
    """

    row: int
    column: int
    piece: Piece
    says: Says
    meaning: Meaning
    seen: MeasureSeen | None
    whole_row: bool = False
    whole_column: bool = False
    zero: bool = False
    unknown: bool = False
    labels: tuple[tuple[str, Piece], ...] = field(default=())
    item: int = 0

    @property
    def is_total(self) -> bool:
        return self.whole_row or self.whole_column

    @property
    def is_share(self) -> bool:
        """True for "27.7%" where things are counted: it repeats what a number beside it says."""
        return self.says.kind == "percent" and self.seen is not None and self.seen.measure.type == "count"

    @property
    def key(self) -> tuple[int, int, int]:
        return self.row, self.column, self.item


def is_unknown(meaning: Meaning) -> bool:
    """True for words that no term of the survey explains, or a month of nobody knows which year."""
    return meaning.unknown or meaning.part is not None


def combine(ground: Ground, *meanings: Meaning) -> Meaning:
    """What several labels say together; a variable named twice keeps the narrower category."""
    out = Meaning()
    for meaning in meanings:
        out = _and(ground, out, meaning)
    return out


def _and(ground: Ground, one: Meaning, other: Meaning) -> Meaning:
    one, other = _dated(ground, one, other), _dated(ground, other, one)
    where = dict(one.where)
    clash = False
    for variable, said in other.where:
        where[variable], bad = _narrower(ground, variable, where.get(variable), said)
        clash = clash or bad
    periods_clash = bool(one.period and other.period and not _nested(one.period, other.period))
    return Meaning(
        one.piece or other.piece, tuple(where.items()), _shorter(one.period, other.period),
        other.measure if other.measure not in ("", "#") else one.measure or other.measure,
        one.total or other.total, one.percent or other.percent, other.names or one.names,
        one.unknown or other.unknown, one.ambiguous or other.ambiguous or clash or periods_clash,
        one.part or other.part,
    )  # fmt: skip


def _dated(ground: Ground, said: Meaning, beside: Meaning) -> Meaning:
    """A part of a year with its days, where the year stands beside it: "Q1" under "2022/23"."""
    if said.part is None or beside.period is None:
        return said
    when = said.part.of(ground.whole_year(beside.period))
    if when is None:
        return said
    words = f"{dict(said.where)[UNDATED].phrase} {beside.period.label}"
    where = tuple((name, kept) for name, kept in said.where if name != UNDATED)
    return replace(said, where=where, part=None, period=replace(when, label=words))


def _nested(one: Period, other: Period) -> bool:
    return one.inside(other) or other.inside(one)


def _shorter(one: Period | None, other: Period | None) -> Period | None:
    if one is None or other is None:
        return one or other
    return one if one.inside(other) and not other.inside(one) else other


def _narrower(ground: Ground, variable: str, old: Where | None, new: Where) -> tuple[Where, bool]:
    """The narrower of two statements about a variable, and whether they clash."""
    if old is None or old == new:
        return new, False
    if variable.startswith("?"):
        return OneOf((), f"{old.phrase} / {new.phrase}"), False
    if not new.categories or not old.categories:
        return (new if new.categories else replace(old, phrase=f"{old.phrase} / {new.phrase}")), not new.categories
    known = ground.context.codebook.variable(variable)
    below = frozenset().union(*(known.leaves(id) for id in old.categories))
    if set(new.categories) <= below:
        return new, False
    if known.multiple:
        return AllOf((*old.categories, *new.categories), f"{old.phrase}; {new.phrase}"), False
    return new, True
