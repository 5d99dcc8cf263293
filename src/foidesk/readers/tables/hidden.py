"""Rows and columns of a ruled table that no rule parts: only columns ruled, or only some of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from foidesk.readers.tables.columns import corridors
from foidesk.readers.tables.filling import Held, Words
from foidesk.readers.tables.folding import folded_body
from foidesk.readers.tables.ink import Line, Token, frame_of, is_number, median, text_of
from foidesk.readers.tables.lattice import Cell4, Lattice
from foidesk.readers.tables.rows import Band, Piece, pieces_of

BULLETS = "•▪➢□☒✓·–-*o"


def with_stacked_rows(lattice: Lattice, words: Words) -> Lattice:
    """The lattice with a row for each line, in bands where only the columns are ruled."""
    held = words.held_by(lattice)
    cuts: dict[int, list[float]] = {}
    for r in range(len(lattice.ys) - 1):
        band = [(c[1], h) for c, h in zip(lattice.cells, held, strict=True) if c[0] == r == c[2] and h]
        if is_stack([h for _, h in band], first=r == 0):
            cuts[r] = _between_rows(band, lattice.ys[r], lattice.ys[r + 1])
    return _cut(lattice, cuts) if any(cuts.values()) else lattice


def is_stack(band: Held, first: bool) -> bool:
    """True if the cells of the band stack rows of a table; False if each holds one wrapped text."""
    count = Counter(number for cell in band for number in cell)
    if len(band) < 2 or len(count) < 3:
        return False
    return _stacks_numbers(band) or (len(count) >= 6 and not first and _stacks_level(band, count))


def _stacks_numbers(band: Held) -> bool:
    """A cell with a number on each of three lines or more, and another cell with words on the same lines."""
    for cell in band:
        if len(cell) >= 3 and sum(is_number(text_of(line)) for line in cell.values()) >= 0.8 * len(cell):
            shared = [sum(number in other for number in cell) for other in band if other is not cell]
            if max(shared, default=0) >= 0.6 * len(cell):
                return True
    return False


def _stacks_level(band: Held, count: Counter[int]) -> bool:
    height = max(len(cell) for cell in band)
    shared = sum(v >= max(2, 0.6 * len(band)) for v in count.values())
    even = sum(len(cell) >= 0.7 * height for cell in band) >= 0.6 * len(band)
    return shared >= 0.7 * len(count) and even


def _between_rows(held: list[tuple[int, dict[int, Line]]], top: float, bottom: float) -> list[float]:
    """The heights between the rows that the stacked lines form, wrapped lines counted with their row."""
    pieces: dict[int, list[Piece]] = {}
    for column, cell in held:
        for number, line in cell.items():
            pieces.setdefault(number, []).append(Piece(column, column, [sorted(line)]))
    bands = [Band(sorted(pieces[n], key=lambda p: p.first)) for n in sorted(pieces)]
    return _between(bands, top, bottom)


def _cut(lattice: Lattice, cuts: dict[int, list[float]]) -> Lattice:
    ys = sorted(lattice.ys + [y for extra in cuts.values() for y in extra])
    at = {y: i for i, y in enumerate(ys)}
    cells: list[Cell4] = []
    for r0, c0, r1, c1 in lattice.cells:
        first, last = at[lattice.ys[r0]], at[lattice.ys[r1 + 1]] - 1
        if r0 == r1 and cuts.get(r0):
            cells.extend((r, c0, r, c1) for r in range(first, last + 1))
        else:
            cells.append((first, c0, last, c1))
    walls = [lattice.walls[sum(edge <= y for edge in lattice.ys) - 1] for y in ys[:-1]]
    return replace(lattice, ys=ys, cells=cells, walls=walls)


# ------------------------------------------------------------------ bands as wide as several columns


def with_opened_bands(lattice: Lattice, words: Words) -> Lattice:
    """The lattice with fields in a wide cell whose lines part where the table's columns do."""
    held = words.held_by(lattice)
    cuts: dict[int, list[float]] = {}
    opened: set[Cell4] = set()
    for cell, inside in zip(lattice.cells, held, strict=True):
        r0, c0, r1, c1 = cell
        if r0 == r1 and c1 > c0 and len(inside) >= 3 and r0 not in cuts:
            bands = _bands_of(inside, lattice.xs[c0 + 1 : c1 + 1])
            apart = sum(len(band.pieces) > 1 for band in bands)
            if apart >= 2 and apart >= 0.4 * len(bands):
                opened.add(cell)
                cuts[r0] = _between(bands, lattice.ys[r0], lattice.ys[r0 + 1])
    if not opened:
        return lattice
    single = [c for c in lattice.cells if c not in opened]
    fields = [(r0, c, r1, c) for r0, c0, r1, c1 in opened for c in range(c0, c1 + 1)]
    return _cut(replace(lattice, cells=sorted(single + fields)), cuts)


def _bands_of(inside: dict[int, Line], cuts: list[float]) -> list[Band]:
    size = median([t.size for line in inside.values() for t in line])
    return [Band(pieces_of(sorted(inside[n]), cuts, size)) for n in sorted(inside)]


def _between(bands: list[Band], top: float, bottom: float) -> list[float]:
    rows = folded_body(bands, [], frame_of([p.frame for band in bands for p in band.pieces]))
    middles = [(a.bottom + b.top) / 2 for a, b in pairwise(rows)]
    return [y for y in middles if top < y < bottom]


# ------------------------------------------------------------------ cells as high as several rows


def with_rows_of_neighbours(lattice: Lattice, words: Words) -> Lattice:
    """The lattice with a high cell cut into rows where its lines each stand beside one row of its neighbours."""
    held = words.held_by(lattice)
    cells: list[Cell4] = []
    for i, (r0, c0, r1, c1) in enumerate(lattice.cells):
        beside = _lines_beside(lattice, held, i) if r1 - r0 >= 2 and len(held[i]) >= 3 else set()
        shared = sum(number in beside for number in held[i])
        if len(beside) >= 3 and shared >= 0.6 * len(beside):
            cells.extend((r, c0, r, c1) for r in range(r0, r1 + 1))
        else:
            cells.append((r0, c0, r1, c1))
    return replace(lattice, cells=sorted(cells))


def _lines_beside(lattice: Lattice, held: Held, i: int) -> set[int]:
    """The lines of single-row cells that stand in the rows of this cell."""
    r0, c0, r1, c1 = lattice.cells[i]
    out: set[int] = set()
    for (a0, b0, a1, b1), inside in zip(lattice.cells, held, strict=True):
        if r0 <= a0 == a1 <= r1 and (b0 > c1 or b1 < c0):
            out |= set(inside)
    return out


# ------------------------------------------------------------------ columns


def with_hidden_columns(lattice: Lattice, words: Words) -> Lattice:
    """The lattice with more columns where the cells of one ruled column all part at the same white strips."""
    held = words.held_by(lattice)
    cuts: dict[int, list[float]] = {}
    for c in range(len(lattice.xs) - 1):
        inside = [h for cell, h in zip(lattice.cells, held, strict=True) if cell[1] == c == cell[3] and h]
        rows = [sorted(line) for h in inside for line in h.values()]
        parts = _parting(rows, lattice.xs[c], lattice.xs[c + 1]) if len(inside) >= 3 else []
        if parts:
            cuts[c] = parts
    return with_flowing_text(_split(lattice, cuts), words) if cuts else lattice


def _parting(rows: list[Line], left: float, right: float) -> list[float]:
    tokens = [token for row in rows for token in row]
    size = median([t.size for t in tokens])
    numbers = sum(is_number(token.text) for token in tokens) >= 0.5 * len(tokens)
    strips = corridors(rows, left, right, int(0.1 * len(rows)), (0.6 if numbers else 0.9) * size)
    tests = [(0.6, 0.6)] if numbers else [(0.3, 0.9), (0.1, 2.5)]
    middles = [(a + b) / 2 for a, b in strips]
    return [x for x in middles if any(_stands_apart(rows, x, least, gap * size) for least, gap in tests)]


def _stands_apart(rows: list[Line], x: float, least: float, gap: float) -> bool:
    """True if enough rows have words on both sides of x, and all of these keep a gap there."""
    gaps = [g for g in (_gap_at(row, x) for row in rows) if g is not None]
    return len(gaps) >= max(3, least * len(rows)) and sum(g >= gap for g in gaps) >= 0.9 * len(gaps)


def _gap_at(row: Line, x: float) -> float | None:
    left = [t for t in row if t.x1 <= x]
    right = [t for t in row if t.x0 >= x]
    if not left or not right or left[-1].text in BULLETS:
        return None
    return right[0].x0 - left[-1].x1


def _split(lattice: Lattice, cuts: dict[int, list[float]]) -> Lattice:
    xs = sorted(lattice.xs + [x for extra in cuts.values() for x in extra])
    at = {x: i for i, x in enumerate(xs)}
    cells: list[Cell4] = []
    for r0, c0, r1, c1 in lattice.cells:
        first, last = at[lattice.xs[c0]], at[lattice.xs[c1 + 1]] - 1
        if c0 == c1:
            cells.extend((r0, c, r1, c) for c in range(first, last + 1))
        else:
            cells.append((r0, first, r1, last))
    walls = [[x in lattice.xs and row[lattice.xs.index(x)] for x in xs] for row in lattice.walls]
    return replace(lattice, xs=xs, cells=cells, walls=walls)


# ------------------------------------------------------------------ text that runs over a boundary


def with_flowing_text(lattice: Lattice, words: Words) -> Lattice:
    """The lattice with neighbours made one cell where no wall parts them and a line of text runs through both."""
    held = words.held_by(lattice)
    order = sorted(range(len(lattice.cells)), key=lambda i: lattice.cells[i])
    cells: list[Cell4] = []
    tokens: list[dict[int, Line]] = []
    for i in order:
        cell, inside = lattice.cells[i], held[i]
        last = cells[-1] if cells else None
        if last is not None and _beside(last, cell) and _runs_on(lattice, cell, tokens[-1], inside):
            cells[-1] = (last[0], last[1], last[2], cell[3])
            tokens[-1] = {n: tokens[-1].get(n, []) + inside.get(n, []) for n in {*tokens[-1], *inside}}
        else:
            cells.append(cell)
            tokens.append(inside)
    return replace(lattice, cells=cells)


def _beside(a: Cell4, b: Cell4) -> bool:
    return a[0] == b[0] and a[2] == b[2] and a[3] + 1 == b[1]


def _runs_on(lattice: Lattice, cell: Cell4, left: dict[int, Line], right: dict[int, Line]) -> bool:
    x = lattice.xs[cell[1]]
    walled = any(lattice.walls[r][cell[1]] for r in range(cell[0], cell[2] + 1))
    for number in {*left, *right}:
        before, after = sorted(left.get(number, [])), sorted(right.get(number, []))
        if any(_crosses(t, x) for t in (before[-1:] + after[:1])):
            return True
        if before and after and not walled and (_reads_on(before, after) or _reads_over(before, after, x)):
            return True
    return False


def _reads_on(before: Line, after: Line) -> bool:
    """True if the space between is that between words: of any line, or of this one."""
    gap, size = after[0].x0 - before[-1].x1, before[-1].size
    spaces = [b.x0 - a.x1 for line in (before, after) for a, b in pairwise(line)]
    even = len(before) >= 3 and gap < min(1.25 * median(spaces), 0.6 * size)
    return even or (gap < 0.36 * size and not is_number(after[0].text))


def _reads_over(before: Line, after: Line, x: float) -> bool:
    """True if words that stand a little over the boundary go on, a space behind, with a figure and a word."""
    if before[-1].x1 < x + 1 or is_number(before[-1].text) or len(after) < 2 or is_number(after[1].text):
        return False
    return all(b.x0 - a.x1 < 0.36 * a.size for a, b in pairwise([before[-1], *after[:2]]))


def _crosses(token: Token, x: float) -> bool:
    reach = 0.25 * (token.x1 - token.x0)
    return token.x0 + reach < x < token.x1 - reach
