"""Tables that only white space parts into columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from foidesk.readers.tables.beside import side_by_side
from foidesk.readers.tables.blocks import blocks_of
from foidesk.readers.tables.candidates import Block, Row
from foidesk.readers.tables.columns import body_of, cuts_of, drawn_fields, joints_of, shown_heads
from foidesk.readers.tables.folding import folded_body, overlap
from foidesk.readers.tables.grid import Found, Slot
from foidesk.readers.tables.headlines import head_height
from foidesk.readers.tables.headrows import folded_head, narrow, part_heads, spread_over_all
from foidesk.readers.tables.heads import cuts_of_head, usual_space
from foidesk.readers.tables.ink import Frame, Line, PageInk, Rule, frame_of, is_number, median
from foidesk.readers.tables.rows import Band, Piece, pieces_of
from foidesk.readers.tables.sections import above_sections, mark_sections
from foidesk.readers.tables.wordy import is_wordy_table

SMALL = 5
UNIT = re.compile(r"\d[\d,.]* [a-z]{2,}$")  # "3 days"


def unruled_tables(ink: PageInk, lines: list[Line], close: Sequence[float] = ()) -> list[Found]:
    """The tables among the lines that no ruled table has taken; `close`: boundaries of the page before."""
    blocks = (part for block in blocks_of(lines, ink.across) for part in side_by_side(block, ink.across))
    found = [_found(block, ink, close) for block in blocks]
    return [table for table in found if table is not None]


def _found(block: Block, ink: PageInk, close: Sequence[float]) -> Found | None:
    body = body_of(block, ink.across, ink.bold)
    cuts, hard = cuts_of(block, body, ink.across, close)
    if not cuts:
        return None
    bands = _bands(block, body, cuts, hard, set(joints_of(ink.across, block.frame)), ink.bold)
    bands = trimmed(bands, len(cuts) + 1)
    columns = len(cuts) + 1
    known = is_table(bands, columns) or is_ruled_off(bands, columns, ink.across) or _is_wordy(block, bands, ink)
    if not (known or (block.is_pair and len(bands) > 1)):
        return None
    return replace(found_of(bands, cuts, ink.across), close=tuple(sorted(hard)))


def _bands(
    block: Block, body: list[Row], cuts: list[float], hard: set[float], drawn: set[float], bold: frozenset[int]
) -> list[Band]:  # fmt: skip
    """The lines of the block by column: each line of heads parted where its own words do.

    A line that is one phrase is not parted where borders are `drawn` cell by cell: it may span them.
    """
    usual = usual_space(block)
    bands = []
    for row in block.rows:
        own, parting = cuts, _parting(row, cuts, hard, drawn)
        if row.tabular and row.frame.y1 < body[0].frame.y0 + 2:
            own, parting = cuts_of_head(row.line, cuts, hard, body, block)
        bands.append(Band(pieces_of(row.line, own, block.size, parting, usual), bold=row.line[0].start in bold))
    return bands


def _parting(row: Row, cuts: list[float], hard: set[float], drawn: set[float]) -> set[float]:
    """The cuts at which the words of the row part though they stand close."""
    if row.parted:
        return set(cuts)
    if row.tabular:
        return hard
    return hard - drawn if any(is_number(token.text) for token in row.line) else set()


def _is_wordy(block: Block, bands: list[Band], ink: PageInk) -> bool:
    """True for a table of words below heads that show."""
    heads = shown_heads(block.tabular, ink.across, ink.bold, block.frame)
    below = block.tabular[heads].frame.y0 + 2 if heads else 0.0
    columns = max((piece.last for band in bands for piece in band.pieces), default=0) + 1
    return is_wordy_table(bands, columns, sum(band.bottom < below for band in bands))


def found_of(bands: list[Band], cuts: list[float], across: list[Rule]) -> Found:
    """The table of these lines, with wrapped lines folded into rows."""
    frame = frame_of([piece.frame for band in bands for piece in band.pieces])
    near = [r for r in across if frame.y0 - 6 < r.at < frame.y1 + 6]
    mark_sections(bands, column_extents(bands, cuts, frame), frame)
    height = _without_first_row(bands, above_sections(bands, head_height(bands, near, frame)))
    if height and len(bands[height - 1].values) > 1:
        part_heads(bands[height - 1], cuts)
    columns = column_extents(bands[height:], cuts, frame)
    for piece in (piece for band in bands for piece in band.pieces if not band.section):
        narrow(piece, columns)
    for above, band in pairwise(bands[height:]):
        spread_over_all(above, band, columns)
    rows = folded_head(bands[:height], near, columns, drawn_fields(near, cuts)) + folded_body(
        bands[height:], near, frame
    )
    slots = [_slot(r, piece) for r, band in enumerate(rows) for piece in band.pieces]
    ys = [band.top for band in rows] + [frame.y1]
    return Found("unruled", frame, slots, [frame.x0, *cuts, frame.x1], ys)


def _without_first_row(bands: list[Band], height: int) -> int:
    """The height of the head without a line that stands partly on the height of the first row."""
    return height - 1 if 0 < height < len(bands) and overlap(bands[height - 1], bands[height]) else height


def _slot(r: int, piece: Piece) -> Slot:
    return Slot(r, piece.first, r, piece.last, piece.lines, piece.frame)


def column_extents(bands: list[Band], cuts: list[float], frame: Frame) -> list[tuple[float, float]]:
    """How far the words of each column reach; the space between the cuts where it has none."""
    edges = [frame.x0, *cuts, frame.x1]
    out = []
    for c in range(len(edges) - 1):
        inside = [p.frame for band in bands for p in band.pieces if p.first == c == p.last]
        if inside:
            out.append((min(f.x0 for f in inside), max(f.x1 for f in inside)))
        else:
            out.append((edges[c], edges[c + 1]))
    return out


def trimmed(bands: list[Band], columns: int) -> list[Band]:
    """The lines without titles above and notes below: one phrase that runs over most of the columns."""
    while bands and _runs_over(bands[0], columns):
        bands = bands[1:]
    while bands and _runs_over(bands[-1], columns):
        bands = bands[:-1]
    return bands


def _runs_over(band: Band, columns: int) -> bool:
    only = band.pieces[0]
    wide = only.last - only.first + 1 >= max(2, 0.6 * columns)
    return len(band.pieces) == 1 and wide and only.first == 0


def is_table(bands: list[Band], columns: int) -> bool:
    """False for prose that happens to line up: long phrases, few numbers, few filled cells."""
    pieces = [piece for band in bands for piece in band.pieces]
    if len(bands) < 3:
        return False
    numbers = sum(piece.number for piece in pieces)
    words = sum(len(line) for piece in pieces for line in piece.lines) / len(pieces)
    if columns == 2 and words > 4:
        return False
    if numbers / len(pieces) < 0.2 and (words > 3.2 or columns < 3):
        return False
    if len(bands) <= SMALL and not _has_number_column(pieces, columns):
        return False
    return len(pieces) / (len(bands) * columns) >= 0.3


def is_ruled_off(bands: list[Band], columns: int, across: list[Rule]) -> bool:
    """True for lines of words between rules of one length: over the head, under it, and under the table."""
    if len(bands) < 2 or columns < 2:
        return False
    frame = frame_of([piece.frame for band in bands for piece in band.pieces])
    near = 1.6 * median([band.bottom - band.top for band in bands])
    rules = [r for r in across if frame.y0 - near < r.at < frame.y1 + near and _as_wide(r, frame)]
    inside = sorted(r.at for r in rules if bands[0].bottom - 2 < r.at < bands[-1].top + 2)
    closed = any(r.at < bands[0].top + 2 for r in rules) and any(r.at > bands[-1].bottom - 2 for r in rules)
    first = [band for band in bands if inside and band.bottom < inside[0] + 3]
    headed = bool(first) and len({c for band in first for p in band.pieces for c in (p.first, p.last)}) == columns
    return closed and headed and len(first) <= 3


def _as_wide(rule: Rule, frame: Frame) -> bool:
    return rule.lo < frame.x0 + 12 and rule.hi > frame.x1 - 12


def _has_number_column(pieces: list[Piece], columns: int) -> bool:
    """True if most cells of some column behind the first are numbers: reference lines of a letter have none."""
    for c in range(1, columns):
        column = [is_number(p.text) or bool(UNIT.match(p.text)) for p in pieces if p.first == c == p.last]
        if sum(column) >= 2 and sum(column) >= 0.6 * len(column):
            return True
    return False
