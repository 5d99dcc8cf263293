"""Which lines of a table's body belong to one row: labels and texts that wrap."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from foidesk.readers.tables.ink import LEADER, Frame, Rule, median
from foidesk.readers.tables.middles import middled_rows
from foidesk.readers.tables.rows import Band, Piece

OPEN_ENDS = (",", "-", "–", "/", "&", " and", " or", " of", " the", " for", " in", " to", " with", " by", " on")
NEVER = -9
WHITE, CLOSE = 0.35, 0.3
"""The white between two rows, in line heights, and between lines of one row: less than half of the first."""
OVERLAP = 0.3
"""The share of their height by which two lines overlap that stand in one row."""
SET_APART = 0.35
"""The white between two lines, in their height, that lines of one text do not have between them."""
NEARER = 0.25
"""So much nearer, in its height, a line of a label stands to the line of its own row than to the next row's."""


def folded_body(bands: list[Band], across: list[Rule], frame: Frame) -> list[Band]:
    """The body's lines as rows: each wrapped line goes to the row it continues."""
    if len(bands) > 1 and (middled := middled_rows(bands, _fences(bands, across, frame))):
        return middled
    bands = on_one_height(bands)
    if len(bands) < 2:
        return bands
    fences, edges = _fences(bands, across, frame), _section_edges(bands)
    fenced = _groups(bands, fences)
    stacked = sum(sum(band.numbers > 0 for band in group) > 1 for group in fenced)
    if len(fenced) >= 3 and stacked <= 0.2 * len(fenced):
        return _between_fences(_groups(bands, fences + edges))
    if whites := _white_fences(bands):
        return _between_fences(_groups(bands, [*fences, *edges, *whites]))
    links = Links(bands, fences + edges).all()
    out = [bands[0]]
    for band, linked in zip(bands[1:], links, strict=True):
        if linked:
            out[-1].take(band)
        else:
            out.append(band)
    return out


def on_one_height(bands: list[Band]) -> list[Band]:
    """The lines with those in one row that overlap: words of several lines beside values set in their middle."""
    out = bands[:1]
    for above, band in pairwise(bands):
        if overlap(above, band) and not (out[-1].numbers and band.numbers):
            if out[-1] is above:
                out[-1] = Band([Piece(p.first, p.last, list(p.lines)) for p in above.pieces], bold=above.bold)
            out[-1].take(band)
        else:
            out.append(band)
    return out


def overlap(above: Band, band: Band) -> bool:
    """True if two lines stand partly on one height, in other columns."""
    height = min(above.bottom - above.top, band.bottom - band.top)
    return band.top - above.bottom < -OVERLAP * height and _apart(above, band)


def _fences(bands: list[Band], across: list[Rule], frame: Frame) -> list[float]:
    """The heights of the rules that run over most of the width between two lines of the body."""
    width = frame.x1 - frame.x0
    found: list[float] = []
    for y in sorted({round(r.at) for r in across if bands[0].top < r.at < bands[-1].bottom}):
        covered = sum(min(r.hi, frame.x1) - max(r.lo, frame.x0) for r in across if abs(r.at - y) < 2)
        if covered > 0.7 * width and (not found or y - found[-1] > 4):
            found.append(float(y))
    return found


def _white_fences(bands: list[Band]) -> list[float]:
    """The middles of the white between rows, where lines of one row stand close and each row has figures once."""
    height = median([band.bottom - band.top for band in bands])
    gaps = [b.top - a.bottom for a, b in pairwise(bands)]
    wide = [gap > WHITE * height for gap in gaps]
    close = [gap for gap in gaps if gap < CLOSE * height]
    if min(sum(wide), len(close)) < 2 or sum(wide) + len(close) < len(gaps):
        return []
    if min(gap for gap in gaps if gap > WHITE * height) < 2 * max(close):
        return []
    fences = [(a.bottom + b.top) / 2 for (a, b), is_wide in zip(pairwise(bands), wide, strict=True) if is_wide]
    once = all(sum(band.numbers > 0 for band in group) == 1 for group in _groups(bands, fences))
    return fences if once else []


def _section_edges(bands: list[Band]) -> list[float]:
    """The heights between a line that names a part of the table and the lines next to it."""
    pairs = pairwise(bands)
    return [(a.top + a.bottom + b.top + b.bottom) / 4 for a, b in pairs if a.section or b.section]


def _groups(bands: list[Band], fences: list[float]) -> list[list[Band]]:
    groups: dict[int, list[Band]] = {}
    for band in bands:
        groups.setdefault(sum(y < (band.top + band.bottom) / 2 for y in fences), []).append(band)
    return list(groups.values())


def _between_fences(groups: list[list[Band]]) -> list[Band]:
    """One row between two rules, unless several lines there each have numbers."""
    out: list[Band] = []
    for group in groups:
        if sum(band.numbers > 0 for band in group) > 1:
            out.extend(group)
            continue
        for band in group[1:]:
            group[0].take(band)
        out.append(group[0])
    return out


# ------------------------------------------------------------------ from line to line


@dataclass(slots=True)
class Links:
    """The evidence that a line continues the one above it."""

    bands: list[Band]
    fences: list[float]

    def all(self) -> list[bool]:
        """For each line but the first: does it belong to the row of the line above?"""
        margin, pitch, right = _label_margin(self.bands), _pitch(self.bands), _room_of_right_set(self.bands)
        widths = _widths(self.bands)
        pairs = list(pairwise(self.bands))
        wrap, starts, blank = _wrap(pairs), _row_starts(pairs), _blank(pairs)
        scores = [
            NEVER
            if self._apart(a, b) or b.top - a.bottom > blank or _steps_on(a, b, wrap) or _is_child(a, b, starts)
            or _begins_anew(a, b, widths)
            else _score(a, b, margin, pitch, right)
            for a, b in pairs
        ]  # fmt: skip
        scores[-1] += 2 * _ends_label(self.bands)
        for at in _far_from_label(self.bands):
            scores[at] = NEVER
        side = _side(pairs, scores)
        links = [_decide(a, b, score, side) for (a, b), score in zip(pairs, scores, strict=True)]
        return _one_line_of_values_each(self.bands, links, side)

    def _apart(self, a: Band, b: Band) -> bool:
        return _heavy_apart(a, b) or any((a.top + a.bottom) / 2 < y < (b.top + b.bottom) / 2 for y in self.fences)


def _ends_label(bands: list[Band]) -> bool:
    """True if the last line is words of a label only, right under its row: it names no rows, for none follow."""
    above, last = bands[-2:]
    tight = last.top - above.bottom < SET_APART * (last.bottom - last.top)
    return tight and not last.values and bool(above.values) and above.label is not None


def _far_from_label(bands: list[Band]) -> set[int]:
    """The pairs of lines, by the place of the first, that words of a label alone are plainly not of one row in.

    A line of label stands clearly nearer to the line above or to the one below: it belongs there, not to the
    other. Lines of one column that overlap are of two cells, of which one runs over.
    """
    far: set[int] = set()
    for at, (a, b, c) in enumerate(zip(bands, bands[1:], bands[2:], strict=False)):
        if b.values or b.label is None or a.label is None or c.label is None:
            continue
        height = b.bottom - b.top
        up, down = b.top - a.bottom, c.top - b.bottom
        if min(up, down) < -OVERLAP * height:
            far.add(at if up < down else at + 1)
        elif min(up, down) < SET_APART * height and abs(up - down) > NEARER * height:
            far.add(at if up > down else at + 1)
    return far


def _heavy_apart(a: Band, b: Band) -> bool:
    """True for a bold label without values beside one that is not bold: the name of a part, and a row of it."""
    return a.bold != b.bold and not (a if a.bold else b).values


def _label_margin(bands: list[Band]) -> float:
    """How far labels run to the right before they wrap; leaders do not count."""
    labels = [band.label for band in bands if band.label is not None and band.label.last == 0]
    plain = [label for label in labels if not LEADER.search(label.text)]
    return max((label.frame.x1 for label in plain or labels), default=0.0)


def _pitch(bands: list[Band]) -> float:
    """The distance from one row to the next, seen where two lines with values follow one another."""
    steps = [b.bottom - a.bottom for a, b in pairwise(bands) if a.values and b.values]
    return median(steps) if steps else 0.0


def _wrap(pairs: list[tuple[Band, Band]]) -> float:
    """The distance from line to line inside a row, where rows are set further apart; 0 if all are set alike.

    One wrapped line is enough to show it where its words touch those above, and no other line stands so close.
    """
    steps = sorted(b.bottom - a.bottom for a, b in pairs)
    if len(steps) < 4 or steps[0] <= 0:
        return 0.0
    if steps[1] - steps[0] > 0.1 * steps[1]:
        a, b = min(pairs, key=lambda pair: pair[1].bottom - pair[0].bottom)
        height = min(a.bottom - a.top, b.bottom - b.top)
        solid = -0.1 * height < b.top - a.bottom < 0.2 * height
        return steps[0] if solid and steps[1] > 1.3 * steps[0] else 0.0
    return steps[1] if steps[-1] > 1.3 * steps[1] else 0.0


def _steps_on(a: Band, b: Band, wrap: float) -> bool:
    """True if line b is set further below line a than lines of one row are, and fills as many columns."""
    return bool(wrap) and b.bottom - a.bottom > 1.3 * wrap and len(b.pieces) >= max(2, len(a.pieces) - 1)


def _blank(pairs: list[tuple[Band, Band]]) -> float:
    """The white that parts rows where the lines of one row touch; endless if all lines stand alike."""
    height = median([band.bottom - band.top for band, _ in pairs])
    gaps = [b.top - a.bottom for a, b in pairs]
    between = [gap for gap in gaps if gap > 0.45 * height]
    within = sum(gap < 0.2 * height for gap in gaps)
    clear = within >= 2 and len(between) >= 2 and within + len(between) == len(gaps)
    return 0.4 * height if clear else float("inf")


def _row_starts(pairs: list[tuple[Band, Band]]) -> Counter[int]:
    """Where labels begin that surely begin a row: both they and the line above them have values."""
    return Counter(round(b.label.frame.x0) for a, b in pairs if b.label and a.numbers and b.numbers)


def _widths(bands: list[Band]) -> dict[int, float]:
    """How wide the words of each column run."""
    widths: dict[int, float] = {}
    for piece in (p for band in bands for p in band.pieces if p.first == p.last):
        widths[piece.first] = max(widths.get(piece.first, 0.0), piece.frame.x1 - piece.frame.x0)
    return widths


def _begins_anew(a: Band, b: Band, widths: dict[int, float]) -> bool:
    """True for a line without label that fills the columns of the line above, one of them without need.

    Words wrap only where the next one does not fit: "PC" below "PC", in a column that holds "PC (special)", is
    another row's. So is a line set further apart than lines of one text are. A line that goes on in small letters
    is no row.
    """
    below = b.values
    if b.label is not None or len(below) < 2 or len(below) < len(a.values):
        return False
    if any(piece.text[:1].islower() for piece in below):
        return False
    if b.top - a.bottom > SET_APART * min(a.bottom - a.top, b.bottom - b.top):
        return True
    return any(p.on(q) and _would_fit(p, q, widths) for p in a.values for q in below)


def _would_fit(above: Piece, below: Piece, widths: dict[int, float]) -> bool:
    """True if the first word below would have found room behind the words above."""
    word, line = below.lines[0][0], above.lines[-1]
    if not above.first == above.last == below.first == below.last or below.number:
        return False
    taken = line[-1].x1 - line[0].x0 + 0.5 * word.size + word.x1 - word.x0
    return taken < 0.95 * widths[below.first]


def _is_child(a: Band, b: Band, starts: Counter[int]) -> bool:
    """True for a row set in under the heading of a group, as other rows are: no label that wraps."""
    if a.values or not b.values or a.label is None or b.label is None:
        return False
    above, below = a.label.frame.x0, b.label.frame.x0
    in_step = sum(starts[round(below) + n] for n in (-1, 0, 1)) >= 2
    goes_on = b.label.text[:1].islower() or a.label.text.lower().endswith(OPEN_ENDS)
    return below > above + 3 and in_step and not goes_on


def _score(a: Band, b: Band, margin: float, pitch: float, right: float = 0.0) -> int:
    """How much speaks for line b continuing line a: 2 or more is enough by itself."""
    height = min(a.bottom - a.top, b.bottom - b.top)
    gap = b.top - a.bottom
    if overlap(a, b):
        return 3
    if gap > 0.7 * height or (a.numbers and b.numbers):
        return NEVER
    if b.label is None:
        return _score_unlabelled(a, b)
    if a.label is None or a.label.last > 0 or b.label.last > 0:
        return NEVER
    labels = _score_right_set(a.label, b.label, right) if right else _score_labels(a.label, b.label, margin)
    return labels + _score_pitch(b.bottom - a.bottom, pitch)


def _apart(a: Band, b: Band) -> bool:
    return not any(p.on(q) for p in a.pieces for q in b.pieces)


def _score_unlabelled(a: Band, b: Band) -> int:
    if b.numbers:
        return NEVER
    return 2 if all(any(p.on(q) and not p.number for p in a.values) for q in b.values) else NEVER


def _score_labels(above: Piece, below: Piece, margin: float) -> int:
    words = above.text
    if LEADER.search(words) or words.endswith(":"):
        return NEVER
    score = 1 if _full(above, below, margin) else -2
    score += 4 * (below.text[:1].islower() or below.text[:1] in "(&") + 2 * words.lower().endswith(OPEN_ENDS)
    shift = below.frame.x0 - above.lines[-1][0].x0
    score += (shift > 3) - 2 * (shift < -3)
    return score - (not _long(above, margin))


def _room_of_right_set(bands: list[Band]) -> float:
    """How wide labels are that are all set to the right, at most; 0 if they are set otherwise."""
    frames = [band.label.frame for band in bands if band.label is not None and band.label.last == 0]
    ends, begins = [f.x1 for f in frames], [f.x0 for f in frames]
    if len(frames) < 4 or max(ends) - min(ends) > 1.0 or max(begins) - min(begins) < 8.0:
        return 0.0
    return max(f.x1 - f.x0 for f in frames)


def _score_right_set(above: Piece, below: Piece, room: float) -> int:
    """The same for labels set to the right: all of them end at the margin, so their width tells."""
    if above.text.endswith(":"):
        return NEVER
    line, word = above.lines[-1], below.lines[0][0]
    full = line[-1].x1 - line[0].x0 + 0.2 * word.size + word.x1 - word.x0 > room
    begun = below.text[:1].islower() or below.text[:1] in "(&"
    return (1 if full else -3) + 3 * begun + 2 * above.text.lower().endswith(OPEN_ENDS)


def _score_pitch(step: float, pitch: float) -> int:
    if not pitch:
        return 0
    return 2 * (step < 0.92 * pitch) - 2 * (step > 1.15 * pitch)


def _full(label: Piece, following: Piece, margin: float) -> bool:
    """True if the first word of the following line would not have fitted on the label's last line."""
    word = following.lines[0][0]
    end = label.lines[-1][-1].x1
    return end + (word.x1 - word.x0) + 0.2 * word.size > margin + 0.5 * word.size


def _long(label: Piece, margin: float) -> bool:
    line = label.lines[-1]
    return line[-1].x1 - line[0].x0 > 0.5 * (margin - line[0].x0)


def _side(pairs: list[tuple[Band, Band]], scores: list[int]) -> str:
    """Whether values stand on the first or on the last line of their row, from the links that are sure."""
    sure = [(a, b) for (a, b), score in zip(pairs, scores, strict=True) if score >= 2 and b.label is not None]
    top = sum(bool(a.values) and not b.values for a, b in sure)
    bottom = sum(bool(b.values) and not a.values for a, b in sure)
    if max(top, bottom) < 2 or min(top, bottom) > 0.3 * max(top, bottom):
        return ""
    return "top" if top > bottom else "bottom"


def _decide(a: Band, b: Band, score: int, side: str) -> bool:
    if b.label is None or a.label is None:
        return score >= 2
    if side == "bottom" and a.values and not b.values:
        return score >= 5
    if side == "top" and b.values and not a.values:
        return score >= 5
    return score >= (1 if side else 2)


def _one_line_of_values_each(bands: list[Band], links: list[bool], side: str) -> list[bool]:
    """The links, cut where a row would hold the numbers of two lines: on the side where its values stand."""
    out = list(links)
    start, last = 0, -1
    for i, band in enumerate(bands):
        if i and not out[i - 1]:
            start, last = i, -1
        if band.numbers and band.label is not None:
            if last >= start:
                cut = last + 1 if side == "bottom" else i
                out[cut - 1] = False
                start = cut
            last = i
    return out
