"""A first codebook from replies alone: headings become variables, the words below them categories."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from foidesk.model.codebook import Category, Codebook, Measure, Variable
from foidesk.model.context import Context
from foidesk.model.reading import Reading
from foidesk.words.normal import normalise
from foidesk.words.totals import nil

from .grid import Grid, Slot
from .ground import Ground
from .layout import Layout, lay_out
from .terms import total_word

Named = TypeVar("Named", Variable, Category)
MOST = 40
LONGEST = 60
FREE = 0.6
CASES = Measure("cases", "Cases", "cases", "count", ("case", "record"))


def draft_codebook(readings: Iterable[Reading]) -> Codebook:
    """Variables with categories from the text columns of all tables, and one measure. For a person to edit.

    A column whose words hardly repeat becomes an `open` variable without categories.
    """
    heard: dict[str, tuple[str, Counter[str]]] = {}
    for reading in readings:
        for heading, labels in _columns(reading):
            heard.setdefault(normalise(heading), (heading, Counter()))[1].update(labels)
    made = (_variable(name, counted) for name, counted in heard.values() if counted)
    return Codebook(1, tuple(_unique(made)), (CASES,))


def _columns(reading: Reading) -> Iterator[tuple[str, list[str]]]:
    ground = Ground(reading, Context(Codebook(1)))
    for table in ground.tables:
        layout = lay_out(Grid(ground, table))
        header = layout.header or _first_row(layout)
        for column in layout.columns("text"):
            heading = next(
                (s.text for row in reversed(header) if not (s := layout.grid.slot(row, column)).blank), ""
            )
            cells = [layout.grid.slot(row, column) for row in layout.data if row not in header]
            if heading and len(heading) <= LONGEST and cells:
                yield heading, [slot.text for slot in cells if _is_label(slot)]


def _first_row(layout: Layout) -> tuple[int, ...]:
    """The first row as headings, if its words do not come again below."""
    rows = layout.data
    if len(rows) < 2:
        return ()
    first = {slot.text.casefold() for slot in layout.grid.filled(rows[0])}
    below = {slot.text.casefold() for row in rows[1:] for slot in layout.grid.filled(row)}
    return () if first & below or any(s.says.is_figure for s in layout.grid.filled(rows[0])) else (rows[0],)


def _is_label(slot: Slot) -> bool:
    return slot.first and bool(slot.text) and nil(slot.text) is None and not total_word(slot.text)


def _variable(heading: str, counted: Counter[str]) -> Variable:
    id = _slug(heading)
    spellings = {normalise(label): label for label, _ in reversed(counted.most_common())}
    free = len(spellings) > MOST or len(spellings) > FREE * max(sum(counted.values()), 5)
    long = any(len(label) > LONGEST for label in spellings.values())
    if free or long:
        return Variable(id, heading, names=(heading,), open=True)
    categories = _unique(Category(_slug(label), label) for label in sorted(spellings.values()))
    return Variable(id, heading, names=(heading,), categories=tuple(categories))


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")[:40].strip("-") or "other"


def _unique(items: Iterable[Named]) -> Iterator[Named]:
    """The items whose id was not seen before."""
    seen: set[str] = set()
    for item in items:
        if item.id not in seen:
            seen.add(item.id)
            yield item
