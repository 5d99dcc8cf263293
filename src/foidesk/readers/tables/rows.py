"""Lines of a table as rows of pieces; heads that wrap or span columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from foidesk.readers.tables.ink import Frame, Line, Rule, Token, frame_of, is_number, is_year, text_of
from foidesk.readers.tables.rules import joined

LEAST_BODY = 3
LEVEL = 2.0
"""Points by which the lines of one head may stand out of level: a space at the end of a line shifts its middle."""
WORD = re.compile(r"[^\W\d_]{3}")


@dataclass(slots=True)
class Piece:
    """Words that stand in columns `first` to `last` of one row; one line of words per printed line."""

    first: int
    last: int
    lines: list[Line]

    @property
    def frame(self) -> Frame:
        return frame_of([token for line in self.lines for token in line])

    @property
    def text(self) -> str:
        return " ".join(text_of(line) for line in self.lines)

    @property
    def number(self) -> bool:
        return is_number(self.text) or (len(self.text) <= 12 and is_number(self.text.split(" ")[0]))

    def on(self, other: Piece) -> bool:
        """True if both stand in at least one common column."""
        return self.first <= other.last and other.first <= self.last


@dataclass(slots=True)
class Band:
    """A row of the table: its pieces from left to right. `section`: it names a part; `bold`: it begins so."""

    pieces: list[Piece]
    head: bool = False
    section: bool = False
    bold: bool = False
    top: float = field(init=False)
    bottom: float = field(init=False)

    def __post_init__(self) -> None:
        self._measure()

    def _measure(self) -> None:
        frames = [piece.frame for piece in self.pieces]
        self.top, self.bottom = min(f.y0 for f in frames), max(f.y1 for f in frames)

    @property
    def label(self) -> Piece | None:
        return self.pieces[0] if self.pieces[0].first == 0 else None

    @property
    def values(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.first > 0]

    @property
    def numbers(self) -> int:
        return sum(piece.number for piece in self.values)

    def take(self, below: Band) -> None:
        """Put the pieces of the line below into this row, column by column."""
        for piece in below.pieces:
            mine = next((p for p in self.pieces if p.on(piece)), None)
            if mine is None:
                self.pieces.append(piece)
            else:
                mine.lines.extend(piece.lines)
                mine.first, mine.last = min(mine.first, piece.first), max(mine.last, piece.last)
        self.pieces.sort(key=lambda p: p.first)
        self._measure()


# ------------------------------------------------------------------ the head


def head_height(bands: list[Band], across: list[Rule], frame: Frame) -> int:
    """How many lines at the top are heads: those above the first line that has a label and numbers."""
    for told in (_is_figure, _is_value):
        for i, band in enumerate(bands):
            numbers = sum(map(told, band.values))
            if band.label is not None and numbers >= max(1, 0.25 * len(band.values)):
                ruled = _ruled_off(bands, across, frame)
                height = min(i, ruled) if ruled else _without_labels(bands, i)
                short = height <= max(1, 0.5 * len(bands), len(bands) - LEAST_BODY)
                return height if short or 0 < height == ruled < len(bands) else 0
    return _ruled_off(bands, across, frame) or 0


def _is_value(piece: Piece) -> bool:
    """A number that is no year, and no rest of a bracket: "2024 (to" above "30.09.)" is a head."""
    return piece.number and not is_year(piece.text) and piece.text.count("(") == piece.text.count(")")


def _is_figure(piece: Piece) -> bool:
    """True for a value without a word behind it: "18 years" is a head as often as a value."""
    return _is_value(piece) and not WORD.search(piece.text)


def _without_labels(bands: list[Band], height: int) -> int:
    """The head without the lines at its end that hold a label only: they begin the body."""
    end = height
    while end and not bands[end - 1].values and bands[end - 1].pieces[0].last == 0:
        end -= 1
    return end or height


def _ruled_off(bands: list[Band], across: list[Rule], frame: Frame) -> int:
    """The number of lines above the first rule that runs under the heads of most columns, the first among them."""
    for rule in sorted(across, key=lambda r: r.at):
        width = frame.x1 - frame.x0
        wide = min(rule.hi, frame.x1) - max(rule.lo, frame.x0) > 0.75 * width and rule.lo < frame.x0 + 0.1 * width
        above = sum((b.top + b.bottom) / 2 < rule.at for b in bands)
        if wide and 0 < above <= 0.5 * len(bands) and bands[0].top < rule.at:
            return above
    return 0


def folded_head(
    bands: list[Band], across: list[Rule], columns: list[tuple[float, float]],
    fields: list[tuple[float, float]] | None = None,
) -> list[Band]:  # fmt: skip
    """The head's lines as rows: wrapped heads put together, spanning heads over what they span.

    `fields`: from where to where each column is drawn, if it is, whatever stands in it.
    """
    pieces = _stacked(bands, across, columns)
    for piece in pieces:
        _spread(piece, pieces, across, columns, fields or columns)
    spread_over_repeats(pieces, len(columns))
    return _levels(pieces)


def spread_over_repeats(pieces: list[Piece], columns: int) -> None:
    """Let heads span what stands below each of them alike: "number, rate" under one year and the next."""
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
            return


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


def part_heads(band: Band, cuts: list[float]) -> None:
    """Give each column its own words in the lowest line of the head, where no word stands across a cut."""
    parts: list[Piece] = []
    for piece in band.pieces:
        if piece.first == piece.last:
            parts.append(piece)
            continue
        runs: dict[int, Line] = {}
        for token in piece.lines[0]:
            first, last = _columns_of(token, cuts)
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
    ruled = _by_rule(piece, level, across, columns) if fields is columns else None  # drawn by cells it tells nothing
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


def pieces_of(
    line: Line, cuts: list[float], size: float, hard: Collection[float] = (), usual: float = 0.0
) -> list[Piece]:  # fmt: skip
    """The line's words by column; words that run across a cut with word spaces only are one piece.

    At a `hard` cut they are two. `usual`: the space between two words of the table, in font sizes.
    """
    pieces: list[Piece] = []
    space = _word_space(line, size, usual)
    for token, (first, last) in zip(line, _placed(line, cuts), strict=True):
        piece = pieces[-1] if pieces else None
        gap = token.x0 - piece.lines[0][-1].x1 if piece is not None else 0.0
        close = gap < space and first > 0 and cuts[first - 1] not in hard
        if piece is not None and (first <= piece.last or (close and not _two_values(piece, token, gap))):
            piece.last = max(piece.last, last)
            piece.lines[0].append(token)
        else:
            pieces.append(Piece(first, last, [[token]]))
    return _freed_numbers(pieces, cuts)


def _placed(line: Line, cuts: list[float]) -> list[tuple[int, int]]:
    """The columns of each word; where two values fall into one, the later ones move on to the next blank column.

    So a spreadsheet prints words in columns of figures ("61.8 N/A"): to the left, close to the figure before.
    """
    places = [_columns_of(token, cuts) for token in line]
    for i in range(1, len(line)):
        (first, _), column = places[i], places[i - 1][1]
        before = places[i - 2][1] if i > 1 else -1
        alone = 0 < column != before and is_number(line[i - 1].text) and is_number(line[i].text)
        apart = line[i].x0 - line[i - 1].x1 > 0.15 * line[i].size
        if first == column and alone and apart:
            end = next((k for k in range(i, len(line)) if _free_after(places, k, len(cuts))), None)
            if end is not None and all(is_number(token.text) for token in line[i : end + 1]):
                places[i : end + 1] = [(a + 1, a + 1) for a, _ in places[i : end + 1]]
    return places


def _free_after(places: list[tuple[int, int]], k: int, last: int) -> bool:
    """True if no word stands in the column behind that of word k."""
    column = places[k][0] + 1
    return column <= last and (k + 1 == len(places) or places[k + 1][0] > column)


def _two_values(piece: Piece, token: Token, gap: float) -> bool:
    """True for a value behind another: a word put to the left of a column of figures, as in "61.8 N/A"."""
    size = max(word.size for word in piece.lines[0])
    words = [word for word in piece.lines[0] if word.size > 0.8 * size]  # without the marks of footnotes
    before = words[-1]
    alone = len(words) == 1 and piece.first > 0 and gap > 0.15 * token.size and token.size > 0.8 * size
    return alone and is_number(before.text) and is_number(token.text)


def _word_space(line: Line, size: float, usual: float) -> float:
    """The widest gap between two words of one phrase on this line."""
    gaps = sorted(g for g in (b.x0 - a.x1 for a, b in pairwise(line)) if 0 < g < 0.36 * size)
    return min(0.36 * size, 1.3 * gaps[len(gaps) // 2]) if len(gaps) >= 3 else size * min(0.45, max(0.33, 1.2 * usual))


def _freed_numbers(pieces: list[Piece], cuts: list[float]) -> list[Piece]:
    """The pieces with a number set free that stands in a column of its own close behind a long label."""
    if len(pieces) < 2 or pieces[0].first or not pieces[0].last or not is_number(pieces[0].lines[0][-1].text):
        return pieces
    label, *values = pieces
    line = label.lines[0]
    cut = cuts[label.last - 1]
    if len(line) < 2 or line[-1].x0 < cut - 1 or line[-2].x1 > cut + 1 or not all(v.number for v in values):
        return pieces
    return [Piece(0, label.last - 1, [line[:-1]]), Piece(label.last, label.last, [line[-1:]]), *values]


def _columns_of(token: Token, cuts: list[float]) -> tuple[int, int]:
    lean = 0.25 * (token.x1 - token.x0)
    first = sum(token.x0 + lean > cut for cut in cuts)
    return first, max(first, sum(token.x1 - lean > cut for cut in cuts))
