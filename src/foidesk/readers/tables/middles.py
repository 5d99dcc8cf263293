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

Lines = dict[int, list[Piece]]
"""The lines of each column, from top to bottom."""


def middled_rows(bands: Sequence[Band], fences: Iterable[float]) -> list[Band] | None:
    """The rows, if all cells of all rows lie round one middle each, and two or more of them have several lines.

    The lines of the longest texts are dealt out to the rows one after another: each row takes the lines whose
    middle is its own. It proves itself: were rows set to the top or the bottom, the lines would not come out even,
    and no middle would lie between two lines.
    """
    lines: Lines = defaultdict(list)
    for band in bands:
        for piece in band.pieces:
            if piece.first != piece.last or len(piece.lines) > 1 or band.section:
                return None
            lines[piece.first].append(piece)
    longest = max(lines, key=lambda column: (len(lines[column]), -column))
    anchors = _anchors(lines, longest)
    if len(anchors) < LEAST or len(lines[longest]) < len(anchors) + 2:
        return None
    height = median([_tall(piece) for piece in lines[longest]])
    groups = _dealt(lines[longest], anchors, OFF * height, longest == 0)
    return None if groups is None else _rows(lines, longest, groups, height, list(fences))


def _anchors(lines: Lines, longest: int) -> list[float]:
    """The middles of the rows: where numbers stand, or labels of one line."""
    told = [
        _middle(piece) for column, pieces in lines.items() for piece in pieces
        if column != longest and (piece.number or column == 0)
    ]  # fmt: skip
    return cluster(told, OFF * _tall(lines[longest][0])) if told else []


def _dealt(
    pieces: list[Piece], anchors: list[float], off: float, labels: bool
) -> list[tuple[float | None, list[Piece]]] | None:
    """The lines in groups, each with the middle that it lies round; None for a label alone, which names a part."""
    out: list[tuple[float | None, list[Piece]]] = []
    start = 0
    for anchor in anchors:
        while (end := _end(pieces, start, anchor, off)) is None:
            if not labels or start >= len(pieces) or _middle(pieces[start]) > anchor:
                return None
            out.append((None, [pieces[start]]))
            start += 1
        out.append((anchor, pieces[start:end]))
        start = end
    if start < len(pieces):
        return None
    several = [len(group) for anchor, group in out if anchor is not None and len(group) > 1]
    return out if len(several) > 1 and any(count % 2 == 0 for count in several) else None


def _end(pieces: list[Piece], start: int, anchor: float, off: float) -> int | None:
    """Up to where the lines from `start` lie round the anchor."""
    for end in range(start + 1, min(start + MOST, len(pieces)) + 1):
        if abs((pieces[start].frame.y0 + pieces[end - 1].frame.y1) / 2 - anchor) < off:
            return end
    return None


def _rows(
    lines: Lines, longest: int, groups: list[tuple[float | None, list[Piece]]], height: float, fences: list[float]
) -> list[Band] | None:
    """The rows with the other columns' lines, each with the nearest middle; None if some cell lies round none."""
    cells: list[dict[int, list[Piece]]] = [{longest: group} for _, group in groups]
    known = [(anchor, n) for n, (anchor, _) in enumerate(groups) if anchor is not None]
    for column, pieces in lines.items():
        for piece in pieces if column != longest else ():
            _, n = min((abs(_middle(piece) - anchor), n) for anchor, n in known)
            cells[n].setdefault(column, []).append(piece)
    for anchor, n in known:
        for inside in cells[n].values():
            if abs((inside[0].frame.y0 + inside[-1].frame.y1) / 2 - anchor) > OFF * height:
                return None
    bands = [
        Band([Piece(c, c, [p.lines[0] for p in inside]) for c, inside in sorted(row.items())]) for row in cells
    ]
    whole = all(a.bottom < b.bottom and a.top < b.top for a, b in pairwise(bands))
    cut = any(band.top + 0.3 * height < y < band.bottom - 0.3 * height for band in bands for y in fences)
    return bands if whole and not cut else None


def _middle(piece: Piece) -> float:
    frame = piece.frame
    return (frame.y0 + frame.y1) / 2


def _tall(piece: Piece) -> float:
    frame = piece.frame
    return frame.y1 - frame.y0
