"""What may be wrong with what was read from a page, each with its place: for a person to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from foidesk.model.issues import Issue
from foidesk.model.places import Locator, PagePlace
from foidesk.model.protocols import Source
from foidesk.readers import ocr
from foidesk.readers.pdf_text import box_of
from foidesk.readers.tables.grid import Found
from foidesk.readers.tables.ink import Frame, Line, PageInk, Token, frame_of, holds_ink, phrases, text_of

DOUBTFUL = 0.80
APART = 3.0  # font sizes: no space between words of one text is as wide
OVER = 0.5  # font sizes
BESIDE = 2.0  # line heights
TWO_WORDS = re.compile(r"[a-z\d)][A-Z][a-z]")


def all_doubts(ink: PageInk, lines: list[Line], tables: list[Found], source: Source) -> Iterator[Issue]:
    """The issues of one page."""
    yield from doubtful_numbers(ink, source)
    yield from disputed_numbers(ink, source)
    for table in tables:
        yield from strays(ink, table, source)
        yield from unread_cells(ink, table, source)
        yield from doubtful_rows(ink, lines, table, tables, source)


def doubtful_numbers(ink: PageInk, source: Source) -> Iterator[Issue]:
    """An issue for each recognised number that the engine is not sure of and no second engine confirms."""
    for token in ink.tokens if len(ink.tools) < 2 else ():
        if token.sure is not None and token.sure < DOUBTFUL and ocr.has_digit(token.text):
            what = f"the scan may not say “{token.text}”: recognised with {token.sure:.0%} confidence"
            yield _doubt("ocr-doubtful", what, token, token.text, ink.number, source)


def disputed_numbers(ink: PageInk, source: Source) -> Iterator[Issue]:
    """An issue for each number of a scan on which two engines differ."""
    for frame, first, second in ink.disputed or ():
        what = f"two readings of the scan differ: “{first}” and “{second}”"
        yield _doubt("ocr-disputed", what, frame, first, ink.number, source)


def _doubt(kind: str, what: str, place: Token | Frame, text: str, page: int, source: Source) -> Issue:
    locator = Locator(source.sha256, PagePlace(page, box_of(place)), text)
    return Issue(
        kind, "warning", what, f"{source.name}, page {page}", "compare with the picture of the page",
        (locator,), key=f"page {page} at {place.x0:.0f},{place.y0:.0f}",
    )  # fmt: skip


def strays(ink: PageInk, table: Found, source: Source) -> Iterator[Issue]:
    """An issue for each number that stands in the table's frame but in none of its cells."""
    for token in table.stray:
        yield _stray(token, ink.number, source)


def _stray(token: Token, number: int, source: Source) -> Issue:
    locator = Locator(source.sha256, PagePlace(number, box_of(token)), token.text)
    what = f"“{token.text}” stands among the cells of a table but belongs to none that was found"
    return Issue(
        "number-outside-cells", "warning", what, f"{source.name}, page {number}",
        "look at the page and say which row and column it belongs to", (locator,),
        key=f"page {number} at {token.x0:.0f},{token.y0:.0f}",
    )  # fmt: skip


def unread_cells(ink: PageInk, table: Found, source: Source) -> Iterator[Issue]:
    """An issue for each cell of a scanned table that shows something which was not recognised."""
    for slot in table.slots if ink.shade else ():
        if slot.empty() and slot.frame is not None and holds_ink(ink, slot.frame):
            yield _unread(slot.frame, ink.number, source)


def _unread(frame: Frame, page: int, source: Source) -> Issue:
    locator = Locator(source.sha256, PagePlace(page, box_of(frame)), "")
    return Issue(
        "ocr-unread-cell", "warning", "a cell of a scanned table shows something that was not recognised",
        f"{source.name}, page {page}", "read the cell in the picture of the page", (locator,),
        key=f"page {page} at {frame.x0:.0f},{frame.y0:.0f}",
    )  # fmt: skip


# ------------------------------------------------------------------ rows that may not be as printed


def doubtful_rows(
    ink: PageInk, lines: list[Line], table: Found, tables: list[Found], source: Source
) -> Iterator[Issue]:  # fmt: skip
    """One issue for a table with all the places where its cells may not be those that a person sees."""
    places = [*_apart(table), *_over(lines, table), *_grown_together(table), *_left_out(lines, table, tables)]
    if places:
        first = places[0][1]
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        what = f"a row of this table may be cut into cells otherwise than printed: “{first[:80]}”{more}"
        yield Issue(
            "row-in-doubt", "warning", what, f"{source.name}, page {ink.number}", "look at these rows on the page",
            tuple(Locator(source.sha256, PagePlace(ink.number, box_of(f)), text) for f, text in places),
            key=f"page {ink.number} at {table.frame.x0:.0f},{table.frame.y0:.0f}",
        )  # fmt: skip


Doubt = tuple[Frame, str]


def _apart(table: Found) -> Iterator[Doubt]:
    """Cells with words on one line too far apart to be one text."""
    for slot in table.slots:
        for line in slot.lines:
            tokens = sorted(line)
            if any(b.x0 - a.x1 > APART * max(a.size, b.size) and b.upright for a, b in pairwise(tokens)):
                yield frame_of(tokens), text_of(tokens)


def _over(lines: list[Line], table: Found) -> Iterator[Doubt]:
    """Words of the table that are printed over one another."""
    for line in lines:
        for a, b in pairwise(line):
            over = a.x1 - b.x0 > OVER * min(a.size, b.size) and a.upright and b.upright
            if over and table.frame.has(a.centre, a.middle) and table.frame.has(b.centre, b.middle):
                yield frame_of([a, b]), f"{a.text} {b.text}"


def _grown_together(table: Found) -> Iterator[Doubt]:
    """Words that stand across a boundary of columns and look like two: the first was cut off by its cell."""
    for slot in table.slots:
        for token in slot.tokens:
            reach = 0.15 * (token.x1 - token.x0)
            across = any(token.x0 + reach < x < token.x1 - reach for x in table.xs[1:-1])
            if across and TWO_WORDS.search(token.text):
                yield frame_of([token]), token.text


def _left_out(lines: list[Line], table: Found, tables: list[Found]) -> Iterator[Doubt]:
    """Lines close above or below the table, as wide as it and parted as its rows are, that it does not hold."""
    frame = table.frame
    for line in lines:
        box = frame_of(line)
        high = box.y1 - box.y0
        near = 0 <= frame.y0 - box.y1 < BESIDE * high or 0 <= box.y0 - frame.y1 < BESIDE * high
        inside = frame.x0 - high < box.x0 and box.x1 < frame.x1 + high
        if near and inside and not any(t.frame.has(box.x0, (box.y0 + box.y1) / 2, 1.0) for t in tables):
            parts = phrases(line, APART)
            if len(parts) > 1:
                yield box, text_of(line)
