"""Rows whose cells are set in the middle of their height: which lines of a text belong to which figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from foidesk.readers.tables.ink import cluster, median
from foidesk.readers.tables.rows import Band, Piece

OFF = 0.3
"""Line heights by which the middle of a cell's lines may be off the middle of its row."""
LEAST = 3
"""Rows that a table has at least for this to be told."""
MOST = 12
"""Lines of one cell."""

HEADS = 3
"""Lines at the top that may be what is left of the heads, which stand otherwise."""

Lines = dict[int, list[Piece]]
"""The lines of each column, from top to bottom."""
Cells = dict[int, list[Piece]]
"""The lines of one row by column."""


def middled_rows(bands: Sequence[Band], fences: Iterable[float]) -> list[Band] | None:
    """The rows, if all cells of all rows lie round one middle each, and two or more of them have several lines.

    The lines of each column are dealt out to the rows one after another: each row takes the lines whose middle is
    its own. It proves itself: were rows set to the top or the bottom, the lines would not come out even, and no
    middle would lie between two lines.
    """
    known = list(fences)
    for heads in range(min(HEADS, len(bands) - LEAST) + 1):
        lines = _by_column(bands[heads:])
        for anchors in _anchors(lines) if lines is not None else ():
            rows = _rows(lines or {}, anchors, known)
            if rows is not None and (not heads or bands[heads - 1].bottom < rows[0].top + 1):
                return [*bands[:heads], *rows]
    return None


def _by_column(bands: Sequence[Band]) -> Lines | None:
    """The lines of each column; None if some stand over several columns, or hold several lines already."""
    lines: Lines = defaultdict(list)
    for band in bands:
        for piece in band.pieces:
            if piece.first != piece.last or len(piece.lines) > 1 or band.section:
                return None
            lines[piece.first].append(piece)
    return lines


def _anchors(lines: Lines) -> list[list[float]]:
    """What the middles of the rows may be: where numbers and labels stand, or the cells of one column."""
    longest = max(lines, key=lambda column: (len(lines[column]), -column))
    told = [
        _middle(piece) for column, pieces in lines.items() for piece in pieces
        if column != longest and (piece.number or column == 0)
    ]  # fmt: skip
    first = [cluster(told, OFF * _tall(lines[longest][0]))] if told else []
    columns = sorted({tuple(map(_middle, pieces)) for pieces in lines.values()}, key=len)
    found = [*first, *(list(middles) for middles in columns)]
    return [anchors for anchors in found if LEAST <= len(anchors) <= len(lines[longest]) - 2]


def _rows(lines: Lines, anchors: list[float], fences: list[float]) -> list[Band] | None:
    """The rows round these middles; None if some line lies round none, or nothing proves it."""
    height = median([_tall(piece) for pieces in lines.values() for piece in pieces])
    cells: list[Cells] = [{} for _ in anchors]
    alone: list[Piece] = []
    several = []
    for column, pieces in lines.items():
        groups = _dealt(pieces, anchors, OFF * height, column == 0)
        if groups is None:
            return None
        for n, group in groups:
            if sum(map(_is_figure, group)) > 1:
                return None  # two figures are two rows, whatever is blank beside them
            if n is None:
                alone += group
            else:
                cells[n][column] = group
                several += [len(group)] * (len(group) > 1)
    if not all(cells) or len(several) < 2 or not any(count % 2 == 0 for count in several):
        return None
    bands = [Band([Piece(c, c, [p.lines[0] for p in own]) for c, own in sorted(row.items())]) for row in cells]
    bands = sorted([*bands, *(Band([piece]) for piece in alone)], key=lambda band: band.top + band.bottom)
    whole = all(a.bottom < b.bottom and a.top < b.top for a, b in pairwise(bands))
    cut = any(band.top + 0.3 * height < y < band.bottom - 0.3 * height for band in bands for y in fences)
    return bands if whole and not cut else None


def _dealt(
    pieces: list[Piece], anchors: list[float], off: float, labels: bool
) -> list[tuple[int | None, list[Piece]]] | None:
    """The lines in groups, each with the row whose middle it lies round; None for a label alone: it names a part.

    A row without lines is blank there; None if lines are left over.
    """
    out: list[tuple[int | None, list[Piece]]] = []
    start = 0
    for n, anchor in enumerate(anchors):
        end = _end(pieces, start, anchor, off)
        while end is None and labels and start < len(pieces) and _middle(pieces[start]) < anchor:
            out.append((None, [pieces[start]]))
            start += 1
            end = _end(pieces, start, anchor, off)
        if end is not None:
            out.append((n, pieces[start:end]))
            start = end
    return out if start == len(pieces) else None


def _end(pieces: list[Piece], start: int, anchor: float, off: float) -> int | None:
    """Up to where the lines from `start` lie round the anchor."""
    for end in range(start + 1, min(start + MOST, len(pieces)) + 1):
        if abs((pieces[start].frame.y0 + pieces[end - 1].frame.y1) / 2 - anchor) < off:
            return end
    return None


def _is_figure(piece: Piece) -> bool:
    """True for a number that is no share of the one above it: "(63%)"."""
    text = piece.text
    return piece.number and any(c.isdigit() for c in text) and not text.startswith("(") and not text.endswith("%")


def _middle(piece: Piece) -> float:
    frame = piece.frame
    return (frame.y0 + frame.y1) / 2


def _tall(piece: Piece) -> float:
    frame = piece.frame
    return frame.y1 - frame.y0
