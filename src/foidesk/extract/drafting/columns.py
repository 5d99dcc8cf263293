"""The columns of words and of money in a document's tables, each with what heads it and what it is for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from foidesk.model.codebook import Codebook
from foidesk.model.context import Context
from foidesk.model.reading import Reading
from foidesk.words.normal import normalise
from foidesk.words.periods import period_readings
from foidesk.words.totals import nil

from ..basis.ground import Ground
from ..basis.terms import total_word
from ..figures.grid import Grid, Slot
from ..layout.layout import Layout, lay_out

LONGEST = 60
LONGEST_LABEL = 160
MOST_LABELS = 2
MOST_WORDS = 9
FEWEST_ROWS = 2
ENOUGH_MONEY = 0.6
REPEATS = 0.6
FEWEST_REPEATED = 4
_NO_HEADING = re.compile(
    r"[@:]|\w\.(?:gov|org|com|net|co)\b|www\.|https?|(?:\d[\s-]?){5,}|>|\bclick\b", re.IGNORECASE
)
_PERIOD_PART = re.compile(
    r"^(?:(?:financial|calendar|fiscal)\s+)?(?:year|month|quarter|period|date)s?$", re.IGNORECASE
)
_NUMBERING = re.compile(
    r"^\s*(?:\(?(?:[ivx]+|\d{1,2}|[a-z])\)|\d{1,2}\.)\s*|\s*\((?:[ivx]+|[a-z])\)\s*$", re.IGNORECASE
)
_FORMAT_SIGN = re.compile(r"[£€¥]|\[\$([£€¥$])|\"([£€$])\"|(?<!\[)\$(?=[#0])")
_SIGNS = {"£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY"}
ROLES = ("labels", "categories", "free words")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of words. `role`: "labels" head the rows of a count, "categories" repeat down a list of cases,
    "free words" hardly repeat (names, references, descriptions)."""

    heading: str
    role: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoneyColumn:
    """A column of amounts, and the ISO 4217 code of its currency."""

    heading: str
    currency: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What one document's tables give a draft: columns, money, and every heading and caption."""

    words: tuple[Column, ...]
    money: tuple[MoneyColumn, ...]
    headings: tuple[str, ...]


def columns_of(reading: Reading) -> Seen:
    """The columns of all visible tables."""
    ground = Ground(reading, Context(Codebook(1)))
    words: list[Column] = []
    money: list[MoneyColumn] = []
    headings: list[str] = []
    for table in ground.tables:
        layout = lay_out(Grid(ground, table))
        header = layout.header or _first_row(layout)
        rows = [row for row in layout.data if row not in header]
        headings += [
            table.caption,
            *(slot.text for row in (*layout.titles, *header) for slot in layout.grid.filled(row)),
        ]
        if len(rows) >= FEWEST_ROWS:
            words += _word_columns(layout, header, rows)
            money += _money_columns(layout, header, rows)
    return Seen(tuple(words), tuple(money), tuple(text for text in headings if text))


def _word_columns(layout: Layout, header: tuple[int, ...], rows: list[int]) -> Iterator[Column]:
    counted = _is_count(layout, rows)
    for place, column in enumerate(layout.columns("text")):
        labels = [slot.text for slot in layout.grid.column(column, rows) if _is_label(slot)]
        heading = tidy(_heading(layout, header, column))
        if labels and (role := _role(labels, counted and place == 0)):
            yield Column(heading if is_heading(heading) else "", role, tuple(labels))


def _is_count(layout: Layout, rows: list[int]) -> bool:
    """True for a table of counts: figures beside one or two columns of words, no dates, ids or money."""
    if (
        not layout.columns("figures")
        or layout.columns("period", "id")
        or len(layout.columns("text")) > MOST_LABELS
    ):
        return False
    return not any(_currency(slot) for c in layout.columns("figures") for slot in layout.grid.column(c, rows))


def _role(labels: list[str], heads_rows: bool) -> str:
    """What the words of a column are for; "" where nothing can be told from them."""
    spelt = Counter(normalise(label) for label in labels)
    if len(labels) >= FEWEST_REPEATED and len(spelt) <= REPEATS * len(labels):
        return "categories"
    if heads_rows and len(spelt) == len(labels) >= FEWEST_ROWS and max(map(len, labels)) <= LONGEST_LABEL:
        return "labels"
    return "free words" if len(labels) > FEWEST_ROWS else ""


def _money_columns(layout: Layout, header: tuple[int, ...], rows: list[int]) -> Iterator[MoneyColumn]:
    for column in layout.columns("figures"):
        slots = [slot for slot in layout.grid.column(column, rows) if slot.says.is_figure]
        codes = [code for slot in slots if (code := _currency(slot))]
        heading = tidy(_heading(layout, header, column))
        if slots and len(codes) >= ENOUGH_MONEY * len(slots) and is_heading(heading):
            yield MoneyColumn(heading, Counter(codes).most_common(1)[0][0])


def _currency(slot: Slot) -> str:
    if slot.says.kind == "money" and slot.says.number is not None:
        return slot.says.number.unit
    found = _FORMAT_SIGN.search(slot.cell.number_format) if slot.cell is not None else None
    sign = next((mark for mark in (found[1], found[2], found[0]) if mark in _SIGNS), "$") if found else ""
    return _SIGNS.get(sign, "")


def _heading(layout: Layout, header: tuple[int, ...], column: int) -> str:
    """The words right over a column."""
    over = (layout.grid.slot(row, column) for row in reversed(header))
    return next((slot.text for slot in over if not slot.blank), "")


def _first_row(layout: Layout) -> tuple[int, ...]:
    """The first row as headings, if its words do not come again below."""
    rows = layout.data
    if len(rows) < 2:
        return ()
    first = {slot.text.casefold() for slot in layout.grid.filled(rows[0])}
    below = {slot.text.casefold() for row in rows[1:] for slot in layout.grid.filled(row)}
    return () if first & below or any(s.says.is_figure for s in layout.grid.filled(rows[0])) else (rows[0],)


def tidy(heading: str) -> str:
    """The heading without its numbering and without "/ Financial Year": what names the rows."""
    parts = [part.strip() for part in _NUMBERING.sub("", heading).split("/")]
    named = [part for part in parts if part and not _PERIOD_PART.match(part)]
    return _NUMBERING.sub("", " / ".join(named)).strip(" .-–")


def is_heading(text: str) -> bool:
    """True for words that can name a variable: no address, figure, date, sentence or total."""
    words = text.split()
    if not words or len(text) > LONGEST or len(words) > MOST_WORDS or text.endswith("?"):
        return False
    if _NO_HEADING.search(text) or period_readings(text) or total_word(text) or nil(text) is not None:
        return False
    letters = sum(character.isalpha() for character in text)
    return letters >= 3 and letters > 0.6 * len(text.replace(" ", ""))


def _is_label(slot: Slot) -> bool:
    return (
        slot.first
        and bool(slot.text)
        and slot.says.kind == "text"
        and not total_word(slot.text)
        and not _NO_HEADING.search(slot.text)
    )
