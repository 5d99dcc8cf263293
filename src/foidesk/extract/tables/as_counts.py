"""A column under words of money that counts: "Compensation agreed | Repudiated | Open | Total claims".

Where the figures of each row, those of the column among them, add to a total of counted things, the column counts
such things, too, of a kind in its own words. Where nothing decides it, small numbers beside kinds wait for a
person, if the words over them say more than that it is the money.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from foidesk.model.observations import OneOf
from foidesk.words.normal import normalise

from ..basis import measure as measures
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen
from ..basis.plain import PLAIN
from ..figures.figures import Figure
from .cross import Cross

_LEAST = 2


def as_counts(ground: Ground, cross: Cross) -> Cross:
    """The cross with such columns as counts of the total's measure, or with figures that wait."""
    told = [f for f in cross.figures if not f.meaning.percent]
    plain = {f.column for f in told if _is_money(f)} - {f.column for f in told if f.says.kind == "money"}
    figures = cross.figures
    for column in sorted(plain):
        name = _sorted_by(told, column)
        counted = _counted_by_total(told, column)
        if name and counted is not None:
            figures = tuple(_as_kind(f, name, counted) if f.column == column else f for f in figures)
        elif name and _may_count(told, column):
            figures = tuple(_unsure(f) if f.column == column else f for f in figures)
    return replace(cross, figures=figures)


def _is_money(figure: Figure) -> bool:
    return figure.seen is not None and figure.seen.measure.type == "money"


def _sorted_by(told: list[Figure], column: int) -> str:
    """The one variable whose kinds head two or more of the other columns; "" if there is none."""
    heads: dict[str, set[int]] = {}
    for one in (f for f in told if f.column != column and not _is_money(f)):
        head = dict(one.labels).get("heading")
        for name, said in one.meaning.where:
            if said.categories and dict(one.labels).get(f"where:{name}") == head:
                heads.setdefault(name, set()).add(one.column)
    names = [name for name, columns in heads.items() if len(columns) >= _LEAST]
    return names[0] if len(names) == 1 else ""


def _counted_by_total(told: list[Figure], column: int) -> MeasureSeen | None:
    """The measure of the totals that each row adds to with the column, and in two rows or more not without it."""
    rows = sorted({f.row for f in told if f.column == column})
    needed, seen = 0, None
    for row in rows:
        mine = [f for f in told if f.row == row]
        totals = [f for f in mine if f.whole_row and f.seen is not None and f.seen.measure.type == "count"]
        if len(totals) != 1 or totals[0].says.exact is None:
            return None
        parts = {f.column: _number(f) for f in mine if not f.whole_row}
        if (
            None in parts.values()
            or sum((n or Decimal(0) for n in parts.values()), Decimal(0)) != totals[0].says.exact
        ):
            return None
        needed, seen = needed + bool(parts.get(column)), totals[0].seen
    return seen if needed >= _LEAST else None


def _may_count(told: list[Figure], column: int) -> bool:
    """True if the heading has words that are not the measure's, and no figure exceeds the counts beside it."""
    mine = [f for f in told if f.column == column]
    head = dict(mine[0].labels).get("heading")
    measure = mine[0].seen.measure if mine[0].seen is not None else None
    if head is None or measure is None:
        return False
    known = {word for name in (measure.label, measure.unit, *measure.nouns) for word in normalise(name).split()}
    strange = [word for word in normalise(head.text).split() if word.isalpha() and word not in known | PLAIN]
    most: dict[int, Decimal] = {}
    for one in (f for f in told if f.column != column and not _is_money(f) and f.says.exact is not None):
        most[one.row] = max(most.get(one.row, Decimal(0)), one.says.exact or Decimal(0))
    return bool(strange) and all((f.says.exact or 0) <= most.get(f.row, 0) for f in mine)


def _number(figure: Figure) -> Decimal | None:
    return Decimal(0) if figure.says.is_hole else figure.says.exact


def _as_kind(figure: Figure, name: str, counted: MeasureSeen) -> Figure:
    head = dict(figure.labels).get("heading")
    words = head.text if head is not None else ""
    where = (*((n, said) for n, said in figure.meaning.where if n != name), (name, OneOf((), words)))
    labels = figure.labels if head is None else (*figure.labels, (f"where:{name}", head))
    return replace(
        figure,
        seen=counted,
        labels=labels,
        meaning=replace(figure.meaning, where=where, measure=counted.measure.id),
    )


def _unsure(figure: Figure) -> Figure:
    return replace(figure, seen=measures.weaker(figure.seen)) if figure.seen is not None else figure
