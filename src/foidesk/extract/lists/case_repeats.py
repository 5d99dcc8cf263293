"""Rows of a list that repeat the reference and the answers of a row above: further cases, or one told again.

A second payment is listed so, too: the sums of such rows stand, whatever the rows are counted as. Only of a row
that repeats another word for word, sums and all, they are asked about with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from foidesk.model.codebook import Measure
from foidesk.model.observations import Observation
from foidesk.model.places import Locator
from foidesk.words.normal import normalise

from ..basis.found import Found
from ..basis.ground import Ground
from ..figures.choices import confirm, one_of, under
from ..figures.references import MOSTLY, is_reference
from ..layout.layout import Layout
from ..tables.cases import Cases
from ..tables.tables import TableRead

_PAYMENTS = frozenset(normalise("payment payout settlement award invoice zahlung auszahlung rechnung").split())


def repeats(layout: Layout, cases: Cases, counted: Measure) -> frozenset[int]:
    """The rows whose reference and answers stand in an earlier row: "one line for each party served".

    Where payments are counted, a row with another sum is one more of them.
    """
    of_payments = _counts_payments(counted)
    columns = _references(layout, cases)
    if len(columns) != 1:
        return frozenset()
    seen: set[tuple[object, ...]] = set()
    again: set[int] = set()
    for case in cases.cases:
        slot = layout.grid.slot(case.row, columns[0])
        where = tuple(sorted(case.where, key=lambda one: one[0]))
        sums = tuple(amount.text for amount in case.amounts) if of_payments else ()
        told = (" ".join(slot.text.split()).casefold(), where, case.period, sums)
        if slot.first and not slot.blank and told in seen:
            again.add(case.row)
        seen.add(told)
    return frozenset(again)


def word_for_word(layout: Layout, rows: frozenset[int]) -> frozenset[int]:
    """Of some rows those of which every cell stands so in an earlier row: their sums may be entered twice."""
    texts = {row: tuple(slot.text for slot in layout.grid.rows[row]) for row in layout.data}
    return frozenset(
        row for row in rows if any(texts.get(one) == texts.get(row) for one in layout.data if one < row)
    )


def _counts_payments(counted: Measure) -> bool:
    words = {word for name in (counted.label, counted.unit, *counted.nouns) for word in normalise(name).split()}
    return bool(words & _PAYMENTS)


def _references(layout: Layout, cases: Cases) -> list[int]:
    """The columns of references, those in which most stand twice among them."""
    asked = {column for column, _ in cases.variables}
    found = [column for column in layout.naming if column not in asked]
    for column in (c for c in layout.columns("text") if c not in {*asked, *found}):
        texts = [slot.text for slot in layout.grid.column(column, layout.data) if not slot.blank]
        if len(texts) > 2 and sum(map(is_reference, texts)) >= MOSTLY * len(texts):
            found.append(column)
    return found


def told_again(
    ground: Ground, read: TableRead, made: Sequence[Observation], sums: Sequence[Observation] = ()
) -> Found:
    """The repeated rows under one question: each a further case, or the same told again; `sums` go with them."""
    if not made:
        return Found()
    further = one_of(ground.context.codebook.measure(made[0].measure), more=True)
    rows = "1 row repeats" if len(made) == 1 else f"{len(made)} rows repeat"
    table = read.table.name
    question = f"{rows} the reference and answers of a row above in {table}. Is each {further}?"
    place = Locator(ground.document, read.table.place, read.table.caption[:120])
    every = (*made, *sums)
    choice = confirm(ground, question, every, (place, *(one.places["row"] for one in made[:11])))
    return Found(tuple(under(ground, every, choice)), choices=(choice,))
