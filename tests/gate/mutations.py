"""Changes to a reading as if the body had sent something slightly different.

Three changes, for each place that bears a value: another digit, nothing there, the whole row gone. They are made
to the reading, so that they work alike for every format: raw characters, words, blocks and cells change together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from foidesk.model import Block, Cell, Locator, PagePlace, Part, Place, Reading, SheetPlace, Table, TextPlace, Word


@dataclass(frozen=True)
class Span:
    """Characters of a part's raw text."""

    part: str
    start: int
    end: int


@dataclass(frozen=True)
class Mutant:
    """A changed reading, and what was changed in words. `sums`: a row that held nothing but printed totals."""

    what: str
    reading: Reading
    sums: bool = False


def other_digit(text: str) -> str:
    """The same text with its last digit changed; a number word or a hedge without digits becomes another."""
    for index in range(len(text) - 1, -1, -1):
        if text[index].isdigit():
            digit = "8" if text[index] == "9" else str(int(text[index]) + 1)
            return text[:index] + digit + text[index + 1 :]
    return ("six" if text.strip().lower() != "six" else "two").ljust(len(text))[: max(len(text), 3)]


class Mutable:
    """A reading that can be changed in many ways, each from its original state.

    Changed characters keep their number (padded with blanks), so that every place stays where it was.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def numbers(self, places: Sequence[tuple[str, Locator]]) -> Iterator[Mutant]:
        """For each (text, place): a changed digit, and a blank."""
        for text, locator in places:
            span = self.span_of(locator, text)
            where = locator.describe()
            if span is None:
                yield Mutant(f"cannot find {text!r} at {where}", self.reading)
                continue
            yield Mutant(f"{text!r} → {other_digit(text)!r} at {where}", self.changed([(span, other_digit(text))]))
            yield Mutant(f"{text!r} blanked at {where}", self.changed([(span, "")]))

    def blanks(self, places: Sequence[tuple[str, Locator]]) -> Iterator[Mutant]:
        """For each (text, place) of words in a cell: a blank."""
        for text, locator in places:
            span = self.span_of(locator, text)
            what = f"{text!r} blanked at {locator.describe()}"
            yield Mutant(what, self.reading if span is None else self.changed([(span, "")]))

    def rows(self, rows: Mapping[tuple[str, int], tuple[bool, Locator]]) -> Iterator[Mutant]:
        """For each (table, row), with whether it only holds totals and where: the reading without it."""
        for (table, row), (sums, locator) in sorted(rows.items()):
            changed = self._without_row(table, self._printed_row(table, row, locator.place))
            yield Mutant(f"row {row + 1} of {table} deleted", changed, sums)

    def _printed_row(self, table: str, row: int, place: Place) -> int:
        """The row of the table as it was read; that of a part of one counts from the part's first row."""
        if any(one.name == table for one in self.reading.tables):
            return row
        cells = [cell for one in self.reading.tables if table.startswith(f"{one.name} ") for cell in one.cells]
        return next((cell.row for cell in cells if _holds(cell.place, place)), row)

    def span_of(self, locator: Locator, text: str) -> Span | None:
        """Where in the raw text the characters at a place stand."""
        place = locator.place
        if isinstance(place, TextPlace):
            return _inside(self.reading.part(place.part), place.start, place.end, text)
        held = [(part, word) for part in self.reading.parts for word in part.words if _holds(place, word.place)]
        for part, word in held:
            if text in word.text:
                if isinstance(place, SheetPlace) and place.start is not None and place.end is not None:
                    return Span(part.name, word.start + place.start, word.start + place.end)
                return _inside(part, word.start, word.end, text)
        if not held:
            return None
        part = held[0][0]
        return _inside(part, min(word.start for _, word in held), max(word.end for _, word in held), text)

    def changed(self, changes: Sequence[tuple[Span, str]]) -> Reading:
        """The reading with the characters of each span replaced."""
        fitted = [(span, self._fit(span, new)) for span, new in changes]
        named = {span.part for span, _ in fitted}
        parts = tuple(_part(one, fitted) if one.name in named else one for one in self.reading.parts)
        return replace(self.reading, parts=parts, tables=self._tables(fitted))

    def _fit(self, span: Span, new: str) -> str:
        length = span.end - span.start
        return new.ljust(length)[:length]

    def _tables(self, changes: Sequence[tuple[Span, str]]) -> tuple[Table, ...]:
        """The tables, each cell that holds characters of a span changed with them."""
        new: dict[tuple[int, int], Cell] = {}
        for span, text in changes:
            part = self.reading.part(span.part)
            old = part.text[span.start : span.end]
            for at in self._cells_at(span):
                cell = new.get(at, self.reading.tables[at[0]].cells[at[1]])
                new[at] = _cell(cell, self._which(part, span, old, at), old, text)
        if not new:
            return self.reading.tables
        return tuple(
            replace(table, cells=tuple(new.get((n, i), cell) for i, cell in enumerate(table.cells)))
            if any(at[0] == n for at in new) else table
            for n, table in enumerate(self.reading.tables)
        )  # fmt: skip

    def _cells_at(self, span: Span) -> list[tuple[int, int]]:
        """The cells (table, cell) that hold the first character of a span."""
        holding = [word for word in self._words[span.part] if word.start <= span.start < word.end]
        placed = [at for word in holding for at in self._holders[span.part, word.start]]
        for n, table in enumerate(self.reading.tables):
            for i, cell in enumerate(table.cells):
                place = cell.place
                if isinstance(place, TextPlace) and place.part == span.part:
                    placed += [(n, i)] if place.start <= span.start and span.end <= place.end else []
        return placed

    @cached_property
    def _words(self) -> dict[str, tuple[Word, ...]]:
        return {part.name: part.words for part in self.reading.parts}

    @cached_property
    def _inner(self) -> dict[tuple[int, int], list[Word]]:
        """The words of each cell that stands on a page or a sheet."""
        every = [word for part in self.reading.parts for word in part.words]
        return {
            (n, i): [word for word in every if _word_in(word, cell.place)]
            for n, table in enumerate(self.reading.tables)
            for i, cell in enumerate(table.cells)
        }

    @cached_property
    def _holders(self) -> dict[tuple[str, int], list[tuple[int, int]]]:
        """The cells that hold the word of a part that begins at a character."""
        parts = {id(word): part.name for part in self.reading.parts for word in part.words}
        found: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
        for at, words in self._inner.items():
            for word in words:
                found[parts[id(word)], word.start].append(at)
        return found

    def _which(self, part: Part, span: Span, old: str, at: tuple[int, int]) -> int:
        """How many times the same characters stand in the cell before the span."""
        place = self.reading.tables[at[0]].cells[at[1]].place
        if isinstance(place, TextPlace):
            return part.text.count(old, place.start, span.start)
        before = [word for word in self._inner[at] if word.start <= span.start]
        return sum(part.text[word.start : min(word.end, span.start)].count(old) for word in before)

    def _without_row(self, table: str, row: int) -> Reading:
        """The reading as if that row of the table had never been there."""
        [number] = [
            n for n, one in enumerate(self.reading.tables) if table == one.name or table.startswith(f"{one.name} ")
        ]
        gone = [i for i, cell in enumerate(self.reading.tables[number].cells) if cell.row == row == cell.row_to]
        cells = [self.reading.tables[number].cells[i] for i in gone]
        parts = {id(word): part.name for part in self.reading.parts for word in part.words}
        words = [word for i in gone for word in self._inner[number, i]]
        spans = [Span(parts[id(word)], word.start, word.end) for word in words]
        spans += [
            Span(cell.place.part, cell.place.start, cell.place.end)
            for cell in cells if isinstance(cell.place, TextPlace)
        ]  # fmt: skip
        result = self.changed([(span, "") for span in spans])
        return replace(
            result, tables=tuple(_cut(one, row) if n == number else one for n, one in enumerate(result.tables))
        )


def _holds(place: Place, inner: Place) -> bool:
    if isinstance(place, TextPlace) and isinstance(inner, TextPlace):
        return place.part == inner.part and place.start <= inner.start and inner.end <= place.end
    if isinstance(place, SheetPlace) and isinstance(inner, SheetPlace):
        return (place.sheet, place.row, place.column) == (inner.sheet, inner.row, inner.column)
    if isinstance(place, PagePlace) and isinstance(inner, PagePlace) and place.page == inner.page:
        return place.box.holds(inner.box, 0.5) or inner.box.holds(place.box, 0.5)
    return False


def _word_in(word: Word, place: Place) -> bool:
    if isinstance(place, SheetPlace):
        return _holds(place, word.place)
    if isinstance(place, PagePlace) and isinstance(word.place, PagePlace):
        return place.page == word.place.page and place.box.holds(word.place.box, 0.5)
    return False


def _inside(part: Part, start: int, end: int, text: str) -> Span | None:
    at = part.text.find(text, start, end)
    return Span(part.name, at, at + len(text)) if at >= 0 else None


def _part(part: Part, changes: Sequence[tuple[Span, str]]) -> Part:
    text = part.text
    for span, new in changes:
        if span.part == part.name:
            text = text[: span.start] + new + text[span.end :]
    words = tuple(_word(word, text) for word in part.words if text[word.start : word.end].strip())
    blocks = tuple(_block(block, text) for block in part.blocks)
    return replace(part, text=text, words=words, blocks=blocks)


def _word(word: Word, text: str) -> Word:
    new = text[word.start : word.end].strip()
    return word if new == word.text else replace(word, text=new)


def _block(block: Block, text: str) -> Block:
    same_length = block.end - block.start == len(block.text)
    return replace(block, text=text[block.start : block.end]) if same_length else block


def _cell(cell: Cell, nth: int, old: str, new: str) -> Cell:
    """The cell with the characters changed that stand in it the `nth` time."""
    pieces = cell.text.split(old)
    if len(pieces) <= nth + 1:
        return cell
    text = (old.join(pieces[: nth + 1]) + new.strip() + old.join(pieces[nth + 1 :])).strip()
    if cell.kind == "number":
        return replace(cell, text=text, number=text, kind="number" if text else "")
    return replace(cell, text=text)


def _cut(table: Table, row: int) -> Table:
    cells = []
    for cell in table.cells:
        if cell.row == row == cell.row_to:
            continue
        up = (cell.row > row, cell.row_to >= row)
        cells.append(replace(cell, row=cell.row - up[0], row_to=cell.row_to - up[1]))
    return replace(table, cells=tuple(cells))
