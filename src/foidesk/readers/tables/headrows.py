"""Heads that wrap or span columns, as rows."""

from __future__ import annotations

from collections.abc import Sequence

from foidesk.readers.tables.ink import Frame, Line, Rule, is_year
from foidesk.readers.tables.rows import Band, Piece, columns_of
from foidesk.readers.tables.rules import joined

LEVEL = 2.0
"""Points by which the lines of one head may stand out of level: a space at the end of a line shifts its middle."""


def folded_head(
    bands: list[Band], across: list[Rule], columns: list[tuple[float, float]],
    fields: list[tuple[float, float]] | None = None,
) -> list[Band]:  # fmt: skip
    """The head's lines as rows: wrapped heads put together, spanning heads over what they span.

    `fields`: from where to where each column is drawn, if it is, whatever stands in it.
    """
    pieces = _stacked(bands, across, columns)
    _begin_level(pieces)
    placed = spread_over_repeats(pieces, len(columns))
    for piece in pieces if not placed else ():
        _spread(piece, pieces, across, columns, fields or columns)
    if not placed:
        spread_over_repeats(pieces, len(columns))
    return _levels(pieces)


def _begin_level(pieces: list[Piece]) -> None:
    """Put a head to the column whose own head begins right below where it does, not to the one before."""
    lowest = [p for p in pieces if p.first == p.last and not any(q.frame.y0 > p.frame.y1 - 2 for q in pieces)]
    for piece in pieces:
        if piece.first != piece.last or any(piece is p for p in lowest):
            continue
        level = [p for p in lowest if abs(p.frame.x0 - piece.frame.x0) < 0.5 * LEVEL]
        if len(level) == 1 and level[0].first == piece.first + 1:
            piece.first = piece.last = level[0].first


def spread_over_repeats(pieces: list[Piece], columns: int) -> bool:
    """Let heads span what stands below each of them alike: "number, rate" under one year and the next.

    True if they do.
    """
    lowest = {p.first: p for p in sorted(pieces, key=lambda p: p.frame.y0) if p.first == p.last}
    for first in range(1, columns - 3):
        names = [lowest[c].text if c in lowest else "" for c in range(first, columns)]
        size = next((n for n in range(2, len(names) // 2 + 1) if names == names[:n] * (len(names) // n)), 0)
        groups = [(c, c + size - 1) for c in range(first, columns, size)] if size and all(names[:size]) else []
        upper = [p for p in pieces if lowest.get(p.first) is not p]
        over = [p for p in upper if any(a <= p.first <= p.last <= b for a, b in groups)]
        if groups and [_group(p, groups) for p in sorted(over, key=lambda p: p.first)] == groups:
            for piece in over:
                piece.first, piece.last = _group(piece, groups)
            return True
    return False


def _group(piece: Piece, groups: list[tuple[int, int]]) -> tuple[int, int]:
    return next(group for group in groups if group[0] <= piece.first <= group[1])


def narrow(piece: Piece, columns: list[tuple[float, float]]) -> None:
    """Leave out the columns on whose values the head hardly stands: it only overhangs its own."""
    frame = piece.frame
    while piece.last > piece.first:
        first, last = (_overlap(frame, columns[c]) for c in (piece.first, piece.last))
        if min(first, last) >= 0.5:
            return
        if first < last:
            piece.first += 1
        else:
            piece.last -= 1


def _overlap(frame: Frame, column: tuple[float, float]) -> float:
    return (min(frame.x1, column[1]) - max(frame.x0, column[0])) / max(1.0, column[1] - column[0])


def _stacked(bands: list[Band], across: list[Rule], columns: list[tuple[float, float]]) -> list[Piece]:
    """The pieces of the head, those put together that continue one another downwards."""
    done: list[Piece] = []
    spanning: list[Piece] = []
    for n, band in enumerate(bands):
        if n and _full(bands[n - 1], columns) and over_all(band, columns, bands[n - 1].values):
            only = band.pieces[0]
            only.first, only.last = 1, len(columns) - 1
            done.append(only)
            spanning.append(only)
            continue
        above = next((other for other in reversed(bands[:n]) if other.values), None)
        filled = _full(band, columns) or _full_together(bands[n : n + 2], columns)
        if above is not None and filled and _spans_groups(above, bands[n : n + 3], len(columns) - 1):
            spanning.extend(above.values)
        if n == len(bands) - 1 and _repeat(band, len(columns)):
            spanning.extend(piece for piece in done if piece.first)
        fresh: list[Piece] = []
        for piece in band.pieces:
            over = [p for p in done if p.on(piece) and _reaches(p, piece) and not _parted(p, piece, across)]
            alone = len(over) == 1 and sum(over[0].on(other) for other in band.pieces) == 1
            if alone and not any(over[0] is p for p in spanning):
                over[0].lines.extend(piece.lines)
                over[0].first, over[0].last = min(over[0].first, piece.first), max(over[0].last, piece.last)
            else:
                fresh.append(piece)
        done.extend(fresh)
    return done


def _repeat(band: Band, columns: int) -> bool:
    """True if all heads of values come again in order: "No., %, No., %", with one over each pair."""
    names = [piece.text for piece in band.values if piece.first == piece.last]
    sizes = range(2, len(names) // 2 + 1)
    return len(names) == columns - 1 and any(
        names == names[:size] * (len(names) // size) and len(set(names[:size])) == size for size in sizes
    )


def part_heads(band: Band, cuts: list[float]) -> None:
    """Give each column its own words in the lowest line of the head, where no word stands across a cut."""
    parts: list[Piece] = []
    for piece in band.pieces:
        if piece.first == piece.last:
            parts.append(piece)
            continue
        runs: dict[int, Line] = {}
        for token in piece.lines[0]:
            first, last = columns_of(token, cuts)
            if first != last:
                runs.clear()
                break
            runs.setdefault(first, []).append(token)
        whole = len(runs) == piece.last - piece.first + 1
        parts.extend([Piece(c, c, [runs[c]]) for c in sorted(runs)] if whole else [piece])
    band.pieces = parts


def _full(band: Band, columns: list[tuple[float, float]]) -> bool:
    """True if the line has a word over most of the columns of values."""
    return len(band.values) >= max(2, 0.8 * (len(columns) - 1))


def over_all(band: Band, columns: list[tuple[float, float]], heads: Sequence[Piece] = ()) -> bool:
    """True for a lone phrase centred over all values (or all heads), as a unit or the name of a part is."""
    if len(band.pieces) > 1 or len(columns) < 3 or band.pieces[0].number:
        return False
    piece, (x0, x1) = band.pieces[0], (columns[1][0], columns[-1][1])
    frame = piece.frame
    middles = [
        (x0 + x1) / 2,
        *((_centre(a.frame) + _centre(b.frame)) / 2 for a, b in zip(heads[:1], heads[-1:], strict=True)),
    ]
    off = min(abs(_centre(frame) - middle) for middle in middles)
    if frame.x0 < x0 - 12 or off > 0.03 * (x1 - x0) + 2:
        return False
    values = len(columns) - 1  # if odd, a phrase as narrow as a column is the last line of the middle head
    return values % 2 == 0 or frame.x1 - frame.x0 >= (x1 - x0) / values


def spread_over_all(above: Band, band: Band, columns: list[tuple[float, float]]) -> None:
    """Let a phrase of the body span all values that is centred on them and continues no words above it."""
    words = [piece for piece in above.values if not piece.number]
    if above.numbers and over_all(band, columns) and not any(band.pieces[0].on(piece) for piece in words):
        band.pieces[0].first, band.pieces[0].last = 1, len(columns) - 1


def _full_together(bands: list[Band], columns: list[tuple[float, float]]) -> bool:
    """True if two lines, the second close under the first, have words over most of the columns: wrapped heads."""
    if len(bands) < 2 or bands[1].top - bands[0].bottom > 0.5 * (bands[0].bottom - bands[0].top):
        return False
    filled = {piece.first for band in bands for piece in band.values}
    return len(bands[0].values) >= 2 and len(filled) >= max(2, 0.8 * (len(columns) - 1))


def _spans_groups(above: Band, below: Sequence[Band], columns: int) -> bool:
    """True if the upper line has few phrases, and years below it or one that stands over several heads."""
    heads = below[0].values
    years = sum(is_year(p.text) for p in heads) >= 0.8 * columns
    few = 0 < len(above.values) <= 0.6 * columns
    return few and (years or _is_no_wrap([piece.frame for piece in above.values], below))


def _is_no_wrap(frames: list[Frame], below: Sequence[Band]) -> bool:
    """True if these phrases are not the upper lines of heads: not all set level with them in one and the same way.

    Level are left sides, middles or right sides. Nor is a phrase that stands over several heads, or that is wider
    than its column.
    """
    heads = [piece.frame for piece in below[0].values]
    shifts = []
    for frame in frames:
        lines = ([p.frame for p in band.values] for band in below)
        under = next((f for line in lines if (f := [h for h in line if h.x0 < frame.x1 and h.x1 > frame.x0])), [])
        if len(under) != 1:
            return True
        steps = [max(_shifts(f, under[0])) for f in heads if f != under[0]]
        if frame.x1 - frame.x0 > 1.1 * min(steps, default=frame.x1):
            return True
        shifts.append(_shifts(frame, under[0]))
    return not any(all(shift[way] < LEVEL for shift in shifts) for way in range(3))


def _shifts(a: Frame, b: Frame) -> tuple[float, float, float]:
    """How far the left sides, the middles and the right sides stand apart."""
    return abs(a.x0 - b.x0), abs(_centre(a) - _centre(b)), abs(a.x1 - b.x1)


def _centre(frame: Frame) -> float:
    return (frame.x0 + frame.x1) / 2


def _reaches(above: Piece, below: Piece) -> bool:
    a, b = above.frame, below.frame
    return b.y0 - a.y1 < 0.7 * (b.y1 - b.y0) and min(a.x1, b.x1) > max(a.x0, b.x0)


def _parted(above: Piece, below: Piece, across: list[Rule]) -> bool:
    a, b = above.frame, below.frame
    low, high = (a.y0 + a.y1) / 2, (b.y0 + b.y1) / 2
    return any(low < r.at < high and r.lo < b.x1 - 1 and r.hi > b.x0 + 1 for r in across)


def _spread(
    piece: Piece, pieces: list[Piece], across: list[Rule],
    columns: list[tuple[float, float]], fields: list[tuple[float, float]],
) -> None:  # fmt: skip
    """Widen a head that stands over several columns: by the rule under it, else by standing centred on them."""
    frame = piece.frame
    below = [p for p in pieces if p is not piece and p.frame.y0 > frame.y1 - 2]
    if not below:
        return
    level = [p for p in pieces if p is not piece and p.frame.y0 < frame.y1 and p.frame.y1 > frame.y0]
    low = max((p.last + 1 for p in level if p.last < piece.first), default=0)
    high = min((p.first - 1 for p in level if p.first > piece.last), default=len(columns) - 1)
    ruled = (
        _by_rule(piece, level, across, columns) if fields is columns else None
    )  # drawn by cells it tells nothing
    spans = ruled or _by_centre(piece, max(low, 1), high, fields, below)
    if spans is not None:
        first, last = max(low, spans[0]), min(high, spans[1])
        if first <= piece.first and piece.last <= last and sum(first <= p.first <= last for p in below) > 1:
            piece.first, piece.last = first, last


def _by_rule(
    piece: Piece, beside: list[Piece], across: list[Rule], columns: list[tuple[float, float]]
) -> tuple[int, int] | None:  # fmt: skip
    """The columns over the rule under the head, if no other head stands over that rule."""
    frame = piece.frame
    height = piece.lines[-1][0].y1 - piece.lines[-1][0].y0
    under = [
        r for r in joined([r for r in across if frame.y1 - 3 < r.at < frame.y1 + height])
        if r.lo < frame.x0 + 3 and r.hi > frame.x1 - 3
        and not any(r.lo < _centre(other.frame) < r.hi for other in beside)
    ]  # fmt: skip
    whole = columns[-1][1] - columns[0][0]
    for rule in under:
        inside = [i for i, (x0, x1) in enumerate(columns) if rule.lo < (x0 + x1) / 2 < rule.hi]
        if inside and rule.hi - rule.lo < 0.9 * whole:
            return inside[0], inside[-1]
    return None


def _by_centre(
    piece: Piece, low: int, high: int, columns: list[tuple[float, float]], below: list[Piece]
) -> tuple[int, int] | None:
    """The columns on whose middle the head stands: the middle of their values, or of their own heads."""
    centre = _centre(piece.frame)
    heads = {p.first: _centre(p.frame) for p in below if p.first == p.last}
    best: tuple[float, int, int] | None = None
    for first in range(low, piece.first + 1):
        for last in range(piece.last, high + 1):
            off = abs((columns[first][0] + columns[last][1]) / 2 - centre)
            if first in heads and last in heads:
                off = min(off, abs((heads[first] + heads[last]) / 2 - centre))
            if best is None or off < best[0] - 1.0:
                best = (off, first, last)
    if best is None or best[0] > 0.08 * (columns[best[2]][1] - columns[best[1]][0]) + 2:
        return None
    return best[1], best[2]


def _levels(pieces: list[Piece]) -> list[Band]:
    """The pieces in rows: a head stands one row above the lowest it covers."""
    level: dict[int, int] = {}
    for piece in sorted(pieces, key=lambda p: -p.frame.y1):
        under = [p for p in pieces if id(p) in level and p.on(piece) and p.frame.y0 > piece.frame.y1 - 3]
        level[id(piece)] = 1 + max((level[id(p)] for p in under), default=-1)
    _lift(pieces, level)
    rows: dict[int, list[Piece]] = {}
    for piece in pieces:
        rows.setdefault(level[id(piece)], []).append(piece)
    return [Band(sorted(rows[n], key=lambda p: p.first), head=True) for n in sorted(rows, reverse=True)]


def _lift(pieces: list[Piece], level: dict[int, int]) -> None:
    """A head with nothing below or above it goes to the row on whose height it stands."""
    for piece in pieces:
        if level[id(piece)] or any(p.on(piece) and p is not piece for p in pieces):
            continue
        middle = (piece.frame.y0 + piece.frame.y1) / 2
        beside = [p for p in pieces if p is not piece and p.frame.y0 < middle < p.frame.y1]
        if beside and all(level[id(p)] for p in beside):
            level[id(piece)] = min(level[id(p)] for p in beside)
