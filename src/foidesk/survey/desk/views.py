"""A place in a document as a page can show it: the page with its boxes, the rows of a sheet, the words around."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from ...model import Locator, PagePlace, Part, Reading, SheetPlace, TextPlace
from ...model.places import Box, column_letters, overlap, place_text

ROWS_AROUND, WORDS_AROUND, TEXT_AROUND, LONGEST_QUOTE = 6, 170, 1500, 160
STOP = re.compile(r"(?<=[.!?;:])\s+|\n\s*\n")


def views(
    locators: Sequence[Locator], readings: dict[str, Reading], paths: dict[str, str]
) -> list[dict[str, Any]]:
    """One view for each page, sheet or text that the places lie on, in the order of the places."""
    grouped: dict[tuple[str, str], list[Locator]] = {}
    for one in locators:
        grouped.setdefault((one.document, _surface(one)), []).append(one)
    return [view(group, readings.get(group[0].document), paths) for group in grouped.values()]


def _surface(locator: Locator) -> str:
    place = locator.place
    if isinstance(place, PagePlace):
        return f"page {place.page}"
    return place.sheet if isinstance(place, SheetPlace) else place.part


def view(locators: Sequence[Locator], reading: Reading | None, paths: dict[str, str]) -> dict[str, Any]:
    """Places on one surface of one document, as plain data."""
    first = locators[0]
    shown: dict[str, Any] = {
        "document": first.document, "path": paths.get(first.document, ""), "place": place_text(first.place),
        "surface": _surface(first), "describe": first.place.describe(), "quotes": [one.quote for one in locators],
    }  # fmt: skip
    part = part_of(reading, first) if reading else None
    if isinstance(first.place, PagePlace):
        return shown | _page(locators, part, first.place.page)
    if isinstance(first.place, SheetPlace):
        return shown | sheet(part, reading, [one.place for one in locators if isinstance(one.place, SheetPlace)])
    spans = [one.place for one in locators if isinstance(one.place, TextPlace)]
    return shown | text(part, spans, first.quote)


def part_of(reading: Reading, locator: Locator) -> Part | None:
    """The page, sheet or text of a reading that a place lies on; None for what is sealed."""
    wanted = _surface(locator)
    found = next((part for part in reading.parts if part.name == wanted), None)
    if found is None and isinstance(locator.place, PagePlace):
        pages = [part for part in reading.parts if part.kind == "page"]
        found = pages[locator.place.page - 1] if 0 < locator.place.page <= len(pages) else None
    return None if found is None or found.hidden else found


def _page(locators: Sequence[Locator], part: Part | None, page: int) -> dict[str, Any]:
    boxes = [one.place.box for one in locators if isinstance(one.place, PagePlace)]
    size = (part.width, part.height) if part and part.width and part.height else (0.0, 0.0)
    return {
        "kind": "page", "page": page, "width": size[0], "height": size[1],
        "boxes": [[round(side, 1) for side in (b.x0, b.y0, b.x1 - b.x0, b.y1 - b.y0)] for b in boxes],
    }  # fmt: skip


# --- sheets


def sheet(
    part: Part | None, reading: Reading | None, marked: Sequence[SheetPlace], around: int = ROWS_AROUND
) -> dict[str, Any]:
    """The rows around the marked cells, with letters and numbers as a spreadsheet shows them."""
    if part is None or reading is None:
        return {"kind": "none"}
    cells = visible_cells(part, reading)
    rows = {row for place in marked for row in range(place.row - around, place.row_to + around + 1)}
    rows &= {row for row, _ in cells} | {place.row for place in marked}
    columns = range(1, max((column for row, column in cells if row in rows), default=1) + 1)
    return {
        "kind": "sheet", "sheet": part.name, "letters": [column_letters(column) for column in columns],
        "rows": [
            {"number": row, "cells": [_cell(cells, marked, row, column) for column in columns]}
            for row in sorted(rows)
        ],
    }  # fmt: skip


def visible_cells(part: Part, reading: Reading) -> dict[tuple[int, int], str]:
    """The words of the filled cells by row and column (from 1), without hidden ones."""
    sealed = _sealed(reading)
    found: dict[tuple[int, int], str] = {}
    for word in part.words:
        place = word.place
        if isinstance(place, SheetPlace) and (place.sheet, place.row, place.column) not in sealed:
            held = found.get((place.row, place.column), "")
            found[place.row, place.column] = f"{held} {word.text}".strip()
    return found


def _sealed(reading: Reading) -> set[tuple[str, int, int]]:
    places = (cell.place for table in reading.tables for cell in table.cells if cell.hidden)
    return {(place.sheet, place.row, place.column) for place in places if isinstance(place, SheetPlace)}


def _cell(
    cells: dict[tuple[int, int], str], marked: Sequence[SheetPlace], row: int, column: int
) -> dict[str, Any]:
    on = any(p.row <= row <= p.row_to and p.column <= column <= p.column_to for p in marked)
    return {
        "text": cells.get((row, column), ""),
        "marked": on,
        "ref": f"{column_letters(column)}{row}",
        "c": column,
    }


# --- words


def text(part: Part | None, spans: Sequence[TextPlace], quote: str, around: int = TEXT_AROUND) -> dict[str, Any]:
    """The words before, at and after the marked ones, as runs of (words, marked)."""
    if part is None:
        return {"kind": "name" if spans and spans[0].part == "file name" else "none", "runs": [[quote, True]]}
    low = max(0, min(span.start for span in spans) - around)
    high = min(len(part.text), max(span.end for span in spans) + around)
    return {"kind": "text", "start": low, "runs": _runs(part.text, low, high, [(s.start, s.end) for s in spans])}


def _runs(text: str, low: int, high: int, spans: Iterable[tuple[int, int]]) -> list[list[Any]]:
    out: list[list[Any]] = []
    at = low
    for start, end in sorted(spans):
        if start >= at:
            out += [[text[at:start], False], [text[start:end], True]]
            at = end
    return [run for run in [*out, [text[at:high], False]] if run[0]]


def sentence(locator: Locator, reading: Reading | None) -> dict[str, Any]:
    """The marked words in their sentence or row: words before, the words, words after."""
    part = part_of(reading, locator) if reading else None
    quote = _short(locator.quote)
    said = {"before": "", "quote": quote, "after": "", "describe": locator.place.describe()}
    if part is None or reading is None:
        return said
    if isinstance(locator.place, SheetPlace):
        return said | _row(part, reading, locator.place)
    span = _characters(part, locator)
    if span is None:
        return said
    before = STOP.split(part.text[max(0, span[0] - WORDS_AROUND) : span[0]])[-1]
    after = STOP.split(part.text[span[1] : span[1] + WORDS_AROUND])[0]
    return said | {
        "before": " ".join(before.split()), "quote": _short(part.text[span[0] : span[1]]) or quote,
        "after": " ".join(after.split()),
    }  # fmt: skip


def _short(words: str) -> str:
    """The words on one line, cut where a page would not show more."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1]}…"


def _row(part: Part, reading: Reading, place: SheetPlace) -> dict[str, str]:
    cells = visible_cells(part, reading)
    row = [(column, words) for (r, column), words in sorted(cells.items()) if r == place.row]
    before = " · ".join(words for column, words in row if column < place.column)
    after = " · ".join(words for column, words in row if column > place.column_to)
    return {"before": f"{before} ·" if before else "", "after": f"· {after}" if after else ""}


def _characters(part: Part, locator: Locator) -> tuple[int, int] | None:
    place = locator.place
    if isinstance(place, TextPlace):
        return place.start, place.end
    inside = [word for word in part.words if overlap(word.place, place) >= 0.5]
    if not inside:
        return None
    return min(word.start for word in inside), max(word.end for word in inside)


def box_of(words: Iterable[Any]) -> Box | None:
    """The box around words of a page; None if they have none."""
    boxes = [word.place.box for word in words if isinstance(word.place, PagePlace)]
    if not boxes:
        return None
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.join(box)
    return whole
