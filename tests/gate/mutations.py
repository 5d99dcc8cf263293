"""Changes to a reading as if the body had sent something slightly different.

Three changes, for each place that bears a value: another digit, nothing there, the whole row gone. They are made
to the reading, so that they work alike for every format: raw characters, words, blocks and cells change together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from foidesk.model import Block, Cell, Locator, PagePlace, Part, Place, Reading, SheetPlace, Table, TextPlace, Word


@dataclass(frozen=True)
class Span:
    """Characters of a part's raw text."""

    part: str
    start: int
    end: int


@dataclass(frozen=True)
class Mutant:
    """A changed reading, and what was changed in words."""

    what: str
    reading: Reading


def span_of(reading: Reading, locator: Locator, text: str) -> Span | None:
    """Where in the raw text the number at a place stands."""
    place = locator.place
    if isinstance(place, TextPlace):
        return _inside(reading.part(place.part), place.start, place.end, text)
    for part in reading.parts:
        for word in part.words:
            if _holds(place, word.place) and text in word.text:
                if isinstance(place, SheetPlace) and place.start is not None and place.end is not None:
                    return Span(part.name, word.start + place.start, word.start + place.end)
                return _inside(part, word.start, word.end, text)
    return None


def _holds(place: Place, inner: Place) -> bool:
    if isinstance(place, SheetPlace) and isinstance(inner, SheetPlace):
        return (place.sheet, place.row, place.column) == (inner.sheet, inner.row, inner.column)
    if isinstance(place, PagePlace) and isinstance(inner, PagePlace) and place.page == inner.page:
        return place.box.holds(inner.box, 0.5) or inner.box.holds(place.box, 0.5)
    return False


def _inside(part: Part, start: int, end: int, text: str) -> Span | None:
    at = part.text.find(text, start, end)
    return Span(part.name, at, at + len(text)) if at >= 0 else None


def other_digit(text: str) -> str:
    """The same text with its last digit changed; a number word or a hedge without digits becomes another."""
    for index in range(len(text) - 1, -1, -1):
        if text[index].isdigit():
            digit = "8" if text[index] == "9" else str(int(text[index]) + 1)
            return text[:index] + digit + text[index + 1 :]
    return ("six" if text.strip().lower() != "six" else "two").ljust(len(text))[: max(len(text), 3)]


def with_text(reading: Reading, span: Span, new: str) -> Reading:
    """The reading with those characters replaced by others of the same length (padded with blanks)."""
    old = reading.part(span.part).text[span.start : span.end]
    fitted = new.ljust(len(old))[: len(old)]
    parts = tuple(_part(part, span, fitted) if part.name == span.part else part for part in reading.parts)
    tables = tuple(_table(table, reading.part(span.part), span, old, fitted) for table in reading.tables)
    return replace(reading, parts=parts, tables=tables)


def _part(part: Part, span: Span, new: str) -> Part:
    text = part.text[: span.start] + new + part.text[span.end :]
    words = tuple(_word(word, text) for word in part.words if text[word.start : word.end].strip())
    blocks = tuple(_block(block, text) for block in part.blocks)
    return replace(part, text=text, words=words, blocks=blocks)


def _word(word: Word, text: str) -> Word:
    return replace(word, text=text[word.start : word.end].strip()) if word.end <= len(text) else word


def _block(block: Block, text: str) -> Block:
    same_length = block.end - block.start == len(block.text)
    return replace(block, text=text[block.start : block.end]) if same_length else block


def _table(table: Table, part: Part, span: Span, old: str, new: str) -> Table:
    cells = tuple(_cell(cell, part, span, old, new) for cell in table.cells)
    return replace(table, cells=cells)


def _cell(cell: Cell, part: Part, span: Span, old: str, new: str) -> Cell:
    nth = _which(cell, part, span, old)
    if nth < 0:
        return cell
    pieces = cell.text.split(old)
    if len(pieces) <= nth + 1:
        return cell
    text = (old.join(pieces[: nth + 1]) + new.strip() + old.join(pieces[nth + 1 :])).strip()
    if cell.kind == "number":
        return replace(cell, text=text, number=text, kind="number" if text else "")
    return replace(cell, text=text)


def _which(cell: Cell, part: Part, span: Span, old: str) -> int:
    """How many times the same characters stand in the cell before the span; -1 if the span is not in the cell."""
    place = cell.place
    if isinstance(place, TextPlace):
        inside = place.part == part.name and place.start <= span.start and span.end <= place.end
        return part.text.count(old, place.start, span.start) if inside else -1
    words = [word for word in part.words if _word_in(word, place)]
    if not any(word.start <= span.start < word.end for word in words):
        return -1
    return sum(
        part.text[word.start : min(word.end, span.start)].count(old) for word in words if word.start <= span.start
    )


def _word_in(word: Word, place: Place) -> bool:
    if isinstance(place, SheetPlace):
        return _holds(place, word.place)
    if isinstance(place, PagePlace) and isinstance(word.place, PagePlace):
        return place.page == word.place.page and place.box.holds(word.place.box, 0.5)
    return False


def without_row(reading: Reading, table: str, row: int) -> Reading:
    """The reading as if that row of the table had never been there."""
    [found] = [one for one in reading.tables if table == one.name or table.startswith(f"{one.name} ")]
    gone = [cell for cell in found.cells if cell.row == row == cell.row_to]
    result = reading
    for part in reading.parts:
        for word in part.words:
            if any(_word_in(word, cell.place) for cell in gone):
                result = with_text(result, Span(part.name, word.start, word.end), "")
    for cell in gone:
        if isinstance(cell.place, TextPlace):
            result = with_text(result, Span(cell.place.part, cell.place.start, cell.place.end), "")
    return replace(
        result, tables=tuple(_cut(one, row) if one.name == found.name else one for one in result.tables)
    )


def _cut(table: Table, row: int) -> Table:
    cells = []
    for cell in table.cells:
        if cell.row == row == cell.row_to:
            continue
        up = (cell.row > row, cell.row_to >= row)
        cells.append(replace(cell, row=cell.row - up[0], row_to=cell.row_to - up[1]))
    return replace(table, cells=tuple(cells))


def numbers_mutants(reading: Reading, places: list[tuple[str, Locator]]) -> Iterator[Mutant]:
    """For each (text, place): a changed digit, and a blank."""
    for text, locator in places:
        span = span_of(reading, locator, text)
        if span is None:
            yield Mutant(f"cannot find {text!r} at {locator.describe()}", reading)
            continue
        yield Mutant(
            f"{text!r} → {other_digit(text)!r} at {locator.describe()}",
            with_text(reading, span, other_digit(text)),
        )
        yield Mutant(f"{text!r} blanked at {locator.describe()}", with_text(reading, span, ""))


def row_mutants(reading: Reading, rows: set[tuple[str, int]]) -> Iterator[Mutant]:
    """For each (table, row): the reading without it."""
    for table, row in sorted(rows):
        yield Mutant(f"row {row + 1} of {table} deleted", without_row(reading, table, row))
