"""Tables page by page, with their captions, before they are joined over page breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from foidesk.model.places import PagePlace
from foidesk.model.reading import Cell
from foidesk.readers.pdf_text import PageText, box_of, line_key
from foidesk.readers.tables.grid import Found, Slot
from foidesk.readers.tables.ink import (
    Frame,
    Line,
    PageInk,
    Token,
    frame_of,
    is_number,
    phrases,
    stands_in,
    text_of,
)

PAGE_NUMBER = re.compile(r"^(?:page\s*)?[-–]?\s*\d+\s*[-–]?(?:\s*(?:of|/)\s*\d+)?$", re.I)
POKE = 0.5
PageOf = tuple[PageInk, list[Line], list[Found], PageText]


@dataclass(slots=True)
class Piece:
    """A table on one page, with what stands above it and whether text stands between it and its neighbours.

    `wider` are pieces on later pages whose columns stand beside these rows. A `lone` piece is a page with one
    column of numbers only: no table, unless it belongs beside another.
    """

    page: int
    number: int
    found: Found
    cells: list[Cell]
    caption: str = ""
    caption_place: PagePlace | None = None
    first: bool = False
    last: bool = False
    wider: list[Piece] = field(default_factory=list)
    lone: bool = False

    @property
    def name(self) -> str:
        return f"page {self.page} table {self.number}"

    def rows(self) -> list[list[Cell]]:
        """The cells row by row; a cell that spans rows stands in its first."""
        rows: list[list[Cell]] = [[] for _ in range(max(c.row_to for c in self.cells) + 1)]
        for cell in self.cells:
            rows[cell.row].append(cell)
        return rows


def all_pieces(pages: list[PageOf], repeated: set[str]) -> list[Piece]:
    """The pieces of all pages in order."""
    heights = [{standing(line) for line in lines} for _, lines, _, _ in pages]
    out: list[Piece] = []
    for i, page in enumerate(pages):
        beside: set[tuple[int, str]] = set().union(*heights[max(0, i - 1) : i], *heights[i + 1 : i + 2])
        out.extend(pieces_of(page, repeated, beside))
    return out


def standing(line: Line) -> tuple[int, str]:
    """What a line says and at what height: the same on the next page is no text between two pieces."""
    return round(line[0].y0 / 3), text_of(line)


def pieces_of(page: PageOf, repeated: set[str], beside: set[tuple[int, str]]) -> list[Piece]:
    """The page's tables with captions; `beside` is what stands on the pages before and after."""
    ink, lines, tables, _ = page
    body = [line for line in lines if not is_margin(line, ink, repeated)]
    found = [(line, _outside(line, tables)) for line in body] if tables else []
    outside = [rest for _, rest in found if rest is not None]
    own = [rest for line, rest in found if rest is not None and standing(line) not in beside]
    pieces = []
    for number, table in enumerate(tables, 1):
        tight = _with_poking_text(table, lines)
        cells = [_cell(slot, ink.number, n in tight) for n, slot in enumerate(table.slots)]
        piece = Piece(ink.number, number, table, cells)
        within = any(_holds(other.frame, table.frame) for other in tables if other is not table)
        final = not within and all(_holds(table.frame, other.frame) for other in tables[number:])
        piece.first = number == 1 and not any(f.y1 < table.frame.y0 + 2 for f, _ in own)
        piece.last = final and not any(f.y0 > table.frame.y1 - 2 for f, _ in own)
        _give_caption(piece, outside)
        pieces.append(piece)
    column = [] if tables else [line for line in lines if line_key(line, ink) not in repeated]
    return pieces or _lone_column(ink.number, column)


def _holds(outer: Frame, inner: Frame) -> bool:
    """True if the inner frame lies within the outer one."""
    return outer.x0 < inner.x0 and outer.y0 < inner.y0 and inner.x1 < outer.x1 and inner.y1 < outer.y1


def _lone_column(page: int, lines: list[Line]) -> list[Piece]:
    """The page's only column as a piece, if it has nothing else and nearly all of it is numbers."""
    words = [text_of(line) for line in lines]
    frames = [frame_of(line) for line in lines]
    numbers = sum(map(is_number, words))
    if numbers < 3 or numbers < 0.8 * (len(words) - 2) or any(len(phrases(line)) > 1 for line in lines):
        return []
    slots = [Slot(r, 0, r, 0, [line], frame) for r, (line, frame) in enumerate(zip(lines, frames, strict=True))]
    whole = frame_of(frames)
    found = Found("unruled", whole, slots, [whole.x0, whole.x1], [f.y0 for f in frames] + [whole.y1])
    cells = [_cell(slot, page) for slot in slots]
    return [Piece(page, 1, found, cells, first=True, last=True, lone=True)]


def is_margin(line: Line, ink: PageInk, repeated: set[str]) -> bool:
    """True for a page number, and for a header or footer that other pages repeat."""
    key = line_key(line, ink)
    return bool(key) and (key in repeated or bool(PAGE_NUMBER.match(text_of(line))))


def _outside(line: Line, tables: list[Found]) -> tuple[Frame, str] | None:
    top, bottom = line[0].y0, line[0].y1
    tables = [t for t in tables if t.frame.y0 - 20 < bottom and t.frame.y1 + 20 > top]
    if not tables:
        return frame_of(line), text_of(line)
    frames = [table.frame for table in tables]
    rest = [t for t in line if not stands_in(t, frames)]
    return (frame_of(rest), text_of(rest)) if rest else None


def _give_caption(piece: Piece, outside: list[tuple[Frame, str]]) -> None:
    frame = piece.found.frame
    above = [(f, t) for f, t in outside if f.y1 < frame.y0 + 3 and f.x0 < frame.x1 and f.x1 > frame.x0]
    if not above:
        return
    near, text = max(above, key=lambda a: a[0].y1)
    if frame.y0 - near.y1 < 3.5 * (near.y1 - near.y0):
        piece.caption, piece.caption_place = text, PagePlace(piece.page, box_of(near))


def _with_poking_text(table: Found, lines: list[Line]) -> set[int]:
    """The slots whose words stick out of their frame, and those into which words of others stick."""
    out: set[int] = set()
    if table.kind != "ruled":
        return out
    frames = [slot.frame for slot in table.slots]
    sticking = [token for line in lines for token in line if _crosses_edge(table.frame, token)]
    for n, slot in enumerate(table.slots):
        for token in slot.tokens:
            frame = slot.frame
            if frame and not (frame.x0 - POKE < token.x0 and token.x1 < frame.x1 + POKE and _level(frame, token)):
                out.add(n)
                sticking.append(token)
    for token in sticking:
        out.update(i for i, other in enumerate(frames) if other and _meet(other, token))
    return out


def _level(frame: Frame, token: Token) -> bool:
    """True if the word stands in the frame's height, one that runs up or down the page with all its letters."""
    if not token.upright:
        return frame.y0 - POKE < token.y0 and token.y1 < frame.y1 + POKE
    return frame.y0 < token.middle < frame.y1


def _crosses_edge(frame: Frame, token: Token) -> bool:
    """True if the word stands across the edge of the table at which it begins or ends."""
    if not token.upright:
        over = token.y0 < frame.y1 < token.y1 or token.y0 < frame.y0 < token.y1
        return over and frame.x0 < token.centre < frame.x1
    across = token.x0 < frame.x1 < token.x1 or token.x0 < frame.x0 < token.x1
    return across and frame.y0 < token.middle < frame.y1


def _meet(frame: Frame, token: Token) -> bool:
    return frame.x0 < token.x1 and token.x0 < frame.x1 and frame.y0 < token.y1 and token.y0 < frame.y1


def _cell(slot: Slot, page: int, tight: bool = False) -> Cell:
    """The cell in its place: its frame, or where its words stand if the frame is not theirs alone."""
    frame = frame_of(slot.tokens) if slot.frame is None or (tight and not slot.empty()) else slot.frame
    return Cell(slot.row, slot.column, slot.row_to, slot.column_to, slot.text, PagePlace(page, box_of(frame)))
