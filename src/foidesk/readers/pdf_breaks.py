"""Rows behind a page break that may belong to the table before it and were not read as such, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from foidesk.model.issues import Issue
from foidesk.model.places import Locator, PagePlace
from foidesk.model.protocols import Source
from foidesk.readers.pdf_pieces import PageOf, Piece, is_margin
from foidesk.readers.pdf_text import box_of
from foidesk.readers.tables.ink import Frame, Line, frame_of, is_number, phrases, text_of

MOST = 40
Place = tuple[Frame, str]


def doubts_at_breaks(
    pages: list[PageOf], chains: list[list[Piece]], repeated: set[str], source: Source
) -> Iterator[Issue]:
    """An issue for each page whose first rows may go on with the last table of the page before."""
    chained = {(b.page, b.number) for chain in chains for _, b in pairwise(chain)}
    chained |= {(wide.page, wide.number) for chain in chains for piece in chain for wide in piece.wider}
    pieces = [piece for chain in chains for piece in (*chain, *(w for one in chain for w in one.wider))]
    ends = {piece.page: piece for piece in pieces if piece.last and not piece.lone}
    starts = {piece.page: piece for piece in pieces if piece.first and not piece.lone}
    held = {piece.page for piece in pieces}
    for page in pages:
        number = page[0].number
        before, piece = ends.get(number - 1), starts.get(number)
        places: list[Place] = []
        if before is not None and piece is not None and (piece.page, piece.number) not in chained:
            places = _headless_rows(before, piece)
        elif before is not None and number not in held:
            places = _loose_rows(page, before, repeated)
        if places:
            yield _issue(places, number, source)


def _headless_rows(before: Piece, piece: Piece) -> list[Place]:
    """The rows of a piece as wide as the one before it that begins with figures, not with heads."""
    a, b = before.found.frame, piece.found.frame
    shared = min(a.x1, b.x1) - max(a.x0, b.x0)
    first = [slot for slot in piece.found.slots if slot.row == 0 and not slot.empty()]
    figures = sum(is_number(slot.text) for slot in first)
    if figures < 2 or shared < 0.8 * max(a.x1 - a.x0, b.x1 - b.x0):
        return []
    return [(frame_of(slot.tokens), slot.text) for slot in piece.found.slots if not slot.empty()]


def _loose_rows(page: PageOf, before: Piece, repeated: set[str]) -> list[Place]:
    """The lines of a page without a table, within the width of the table before, if one holds figures apart."""
    ink, lines, _, _ = page
    frame = before.found.frame
    body = [(frame_of(line), line) for line in lines if not is_margin(line, ink, repeated)]
    within = [(box, line) for box, line in body if frame.x0 - 5 < box.x0 and box.x1 < frame.x1 + 5]
    if not any(_is_row(line) for _, line in within):
        return []
    return [(box, text_of(line)) for box, line in within]


def _is_row(line: Line) -> bool:
    parts = phrases(line)
    return len(parts) > 2 and sum(is_number(part.text) for part in parts) > 1


def _issue(places: list[Place], page: int, source: Source) -> Issue:
    what = f"these rows may go on with the table of page {page - 1}, as whose columns they were not read"
    return Issue(
        "row-in-doubt", "warning", what, f"{source.name}, page {page}", "look at these rows on both pages",
        tuple(Locator(source.sha256, PagePlace(page, box_of(f)), text) for f, text in places[:MOST]),
        key=f"page {page} after the break",
    )  # fmt: skip
