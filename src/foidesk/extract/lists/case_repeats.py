"""Rows of a list that repeat the reference and the answers of a row above: further cases, or one told again."""

from __future__ import annotations

from collections.abc import Sequence

from foidesk.model.observations import Observation
from foidesk.model.places import Locator

from ..basis.found import Found
from ..basis.ground import Ground
from ..figures.choices import confirm, under
from ..figures.references import MOSTLY, is_reference
from ..layout.layout import Layout
from ..tables.cases import Cases
from ..tables.tables import TableRead


def repeats(layout: Layout, cases: Cases) -> frozenset[int]:
    """The rows whose reference and answers stand in an earlier row: "one line for each party served"."""
    columns = _references(layout, cases)
    if len(columns) != 1:
        return frozenset()
    seen: set[tuple[object, ...]] = set()
    again: set[int] = set()
    for case in cases.cases:
        slot = layout.grid.slot(case.row, columns[0])
        where = tuple(sorted(case.where, key=lambda one: one[0]))
        sums = tuple(amount.text for amount in case.amounts)
        told = (" ".join(slot.text.split()).casefold(), where, case.period, sums)
        if slot.first and not slot.blank and told in seen:
            again.add(case.row)
        seen.add(told)
    return frozenset(again)


def _references(layout: Layout, cases: Cases) -> list[int]:
    """The columns of references, those in which most stand twice among them."""
    asked = {column for column, _ in cases.variables}
    found = list(layout.columns("id"))
    for column in (c for c in layout.columns("text") if c not in asked):
        texts = [slot.text for slot in layout.grid.column(column, layout.data) if not slot.blank]
        if len(texts) > 2 and sum(map(is_reference, texts)) >= MOSTLY * len(texts):
            found.append(column)
    return found


def told_again(ground: Ground, read: TableRead, made: Sequence[Observation]) -> Found:
    """The repeated rows under one question: each a further case, or the same told again."""
    if not made:
        return Found()
    unit = ground.context.codebook.measure(made[0].measure).unit
    rows = "1 row repeats" if len(made) == 1 else f"{len(made)} rows repeat"
    table = read.table.name
    question = f"{rows} the reference and answers of a row above in {table}. Is each one more of the {unit}?"
    place = Locator(ground.document, read.table.place, read.table.caption[:120])
    choice = confirm(ground, question, made, (place, *(one.places["row"] for one in made[:11])))
    return Found(tuple(under(ground, made, choice)), choices=(choice,))
