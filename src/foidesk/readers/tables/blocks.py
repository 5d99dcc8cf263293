"""Runs of lines that look like the rows of a table."""

from __future__ import annotations

import re
from itertools import pairwise

from foidesk.readers.tables.aligned import parted_by_neighbours
from foidesk.readers.tables.candidates import (
    INFINITE,
    SPREAD,
    Block,
    Row,
    even_white,
    is_figure,
    is_over_values,
    row_of,
    values_right_of,
)
from foidesk.readers.tables.ink import (
    Line,
    Phrase,
    Rule,
    frame_of,
    is_number,
    is_year,
    median,
    text_of,
)
from foidesk.readers.tables.rules import joined
from foidesk.readers.tables.stand_ins import is_stand_in

MOST_GAP = 2.2
HIGH_ROW, HIGHEST_ROW = 4.5, 8.0
TITLE = re.compile(r"(?:table|figure|chart|appendix|annex|question|q?\d|[a-z][.)])", re.I)
CAPTION = re.compile(r"(?:table|tabelle|tab\.|übersicht|figure|fig\.|chart|abbildung|abb\.)\s?[a-z]?\d", re.I)
NUMBERED = re.compile(
    r"(?:table|tabelle|tab\.|übersicht|figure|fig\.|chart) ?[a-z]?[\d.\-]*\d[a-z]?[.:–] ?\S", re.I
)
MOST_PLAIN = 2
MOST_LABELS = 5
"""Lines of labels that follow one another without a value."""
MOST_HEADS = 4
MOST_COLUMNS = 40
INSIDE, OUTSIDE = 10, 8
"""Words of a line of prose, and of one that begins outside the table."""
LEVEL = 0.6  # points, twice the distance of two middles that are one
EVEN = 0.1  # of the step from row to row
LEVEL_PHRASES = 3
"""Phrases of a row that stand as those of the row above do, though a text and much white part the two."""
MOST_LINES = 6
"""Lines of heads that rows set far apart may stand below."""


def _beside(a: Row, b: Row) -> bool:
    """True for words of one row: a label of two lines, its values beside it on the height of the middle."""
    apart = all(p.x1 < q.x0 or q.x1 < p.x0 for p in a.phrases for q in b.phrases)
    return apart and a.tabular != b.tabular and b.frame.y0 < a.frame.y1 - 0.3 * min(a.height, b.height)


def blocks_of(lines: list[Line], across: list[Rule]) -> list[Block]:
    """Runs with at least three tabular rows; a wide gap or a paragraph ends a run."""
    runs: list[list[Row]] = []
    run = Run([])
    rows = _candidates(lines)
    for i, row in enumerate(rows):
        if (
            run.rows
            and run.ends_before(row)
            and not _heads_of(run.rows, rows[i : i + 3])
            and not run.is_resumed(rows[i : i + MOST_LINES])
        ):
            runs.append(run.rows)
            run = Run([])
        if row.tabular and not run.rows:
            run = Run(_heads_above(rows[max(0, i - MOST_HEADS) : i], rows[i : i + MOST_LINES]))
        if row.tabular or run.rows:
            run.add(row)
    parts = [part for rows in [*runs, run.rows] for part in _parted(rows)]
    blocks = [_trimmed(rows, across) for rows in parts]
    return [block for block in blocks if len(block.tabular) >= 3 or block.is_pair]


def _candidates(lines: list[Line]) -> list[Row]:
    """The lines as rows, with what the lines around each tell of it."""
    rows = [row_of(line) for line in lines]
    cut = parted_by_neighbours(lines, [row.phrases for row in rows])
    rows = [Row(row.line, cut[n], row.frame, True) if n in cut else row for n, row in enumerate(rows)]
    for above, below in pairwise(rows):
        if _beside(above, below):
            above.beside = below.beside = True
    return rows


class Run:
    """Rows that may become a block, and how many plain ones have come since the last tabular one."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        self.plain = 0.0
        self.labels = 0
        self.columns: list[tuple[float, float]] = []

    def add(self, row: Row) -> None:
        """Take the row in; a label that wraps counts less against the run than a line of prose."""
        self.rows.append(row)
        if row.tabular:
            self.plain, self.labels = 0.0, 0
            starts = [p.x0 for p in row.phrases]
            self.columns.extend(zip(starts, [*starts[1:], INFINITE], strict=True))
            del self.columns[:-MOST_COLUMNS]
        else:
            self.labels += self._is_label(row)
            column = row.beside or (self._in_column(row) and self.labels <= MOST_LABELS)
            self.plain += 0.15 if column else 1.0

    def ends_before(self, row: Row) -> bool:
        """True if the row is too far below, or one plain line too many."""
        if _far(self.rows[-1], row) and not (row.tabular and _goes_on(self.rows[-1], row)):
            return True
        if row.tabular or row.beside:
            return False
        prose = len(row.line) >= (OUTSIDE if self._begins_outside(row) else INSIDE) and not self._in_column(row)
        return prose or self.plain >= MOST_PLAIN

    def is_resumed(self, rows: list[Row]) -> bool:
        """True if a row comes next that stands as the last one in parts does, with nothing but its texts above."""
        at = next((n for n in reversed(range(len(self.rows))) if self.rows[n].tabular), None)
        if at is None or rows[0].frame.y0 - self.rows[-1].frame.y1 > HIGHEST_ROW * max(rows[0].height, 6):
            return False
        above = self.rows[at]
        if not all(row.beside or self._is_text_of(row, above) for row in self.rows[at + 1 :]):
            return False
        for n, row in enumerate(rows):
            if n and _far(rows[n - 1], row):
                return False
            beside = [token for one in rows[: n + 1] for token in one.line]
            level = max(_level_phrases(above.phrases, beside), _level_phrases(row.phrases, above.line))
            if row.tabular and level >= LEVEL_PHRASES:
                return True
            over = n + 1 < len(rows) and rows[n + 1].frame.y0 < row.frame.y1 - 1  # words beside it, no title
            if not self._is_text_of(row, above) or (self._is_label(row) and not over):
                return False
        return False

    def _is_text_of(self, row: Row, above: Row) -> bool:
        """True for a line of texts that wrap, each in a column of the row above."""
        if row.tabular:
            return _level_phrases(row.phrases, above.line) == len(row.phrases)
        return self._in_column(row) or any(abs(row.frame.x0 - p.x0) < 1 for p in above.phrases[1:])

    def _begins_outside(self, row: Row) -> bool:
        """True if the row begins left of all columns, as text above and below a table does."""
        return row.frame.x0 < min((x0 for x0, _ in self.columns), default=0.0) - 24

    def _in_column(self, row: Row) -> bool:
        """True if the row stands inside one column of the rows above: a cell that wraps."""
        inside = sum(x0 - 12 < row.frame.x0 and row.frame.x1 < x1 for x0, x1 in self.columns if x1 < INFINITE)
        last = sum(x0 - 3 < row.frame.x0 for x0, x1 in self.columns if x1 == INFINITE)
        rows = sum(x1 == INFINITE for _, x1 in self.columns)
        label = bool(inside) and self._is_label(row)
        return max(inside, last) >= (1 if label else min(2, rows))

    def _is_label(self, row: Row) -> bool:
        return row.frame.x0 < min((x0 for x0, _ in self.columns), default=0.0) + 12


def _heads_above(rows: list[Row], below: list[Row]) -> list[Row]:
    """The plain rows just above that stand over the values only: the upper lines of wrapped or spanning heads.

    `below`: the first rows of the run. A row may be as far from its heads as these are from each other.
    """
    heads: list[Row] = []
    first = lower = below[0]
    near_rows = below[:3]
    apart = even_white(near_rows) if len(near_rows) > 2 and all(row.tabular for row in near_rows) else None
    values = values_right_of(below)
    for row in reversed(rows):
        if lower is first and _begins_label(row, first):
            heads.insert(0, row)
            continue
        over = row.frame.x0 > min(first.phrases[0].x1, values)
        over = over or _over_columns(row, first) or _over_label(row, lower)
        white = lower.frame.y0 - row.frame.y1
        near = white < 0.6 * row.height or (
            apart is not None and abs(white - apart) < SPREAD * apart and is_over_values(row, near_rows)
        )
        if row.tabular or not over or not near or len(row.line) > 8:
            break
        heads.insert(0, row)
        lower = row
    return heads


def _begins_label(row: Row, first: Row) -> bool:
    """True for words that stand left of the first row and partly on its height: the first line of its label."""
    return row.beside and row.frame.x1 < first.frame.x0 and row.frame.y1 > first.frame.y0


def _over_columns(row: Row, first: Row) -> bool:
    """True for a line inside the table's width that stands off its left edge, or whose words stand unevenly."""
    slack = 60 if is_number(first.phrases[0].text) else 5
    if row.frame.x1 > first.frame.x1 + 5 or row.frame.x0 < first.frame.x0 - slack:
        return False
    gaps = [b.x0 - a.x1 for a, b in pairwise(row.line)]
    uneven = len(gaps) >= 2 and max(gaps) > 1.4 * max(0.5, min(gaps))
    return row.frame.x0 > first.frame.x0 + 30 or uneven


def _over_label(row: Row, below: Row) -> bool:
    """True for the upper line of a label's head that wraps: close above, as narrow as its column."""
    if not below.tabular or len(row.line) > 3 or TITLE.match(row.line[0].text):
        return False
    level = abs(row.frame.x0 - below.frame.x0) < 2 or abs(row.frame.x1 - below.phrases[0].x1) < 1
    beside = level and row.frame.x1 < below.phrases[1].x0
    tight = below.frame.y0 - row.frame.y1 < 0.25 * row.height
    return beside and tight and not any(is_number(p.text) and not is_year(p.text) for p in below.phrases[1:])


def _goes_on(above: Row, below: Row) -> bool:
    """True if a row further down stands in the same columns: the rows are only high."""
    pairs = [(p, q) for p in above.phrases for q in below.phrases]
    aligned = sum(_is_level(p, q) for p, q in pairs)
    return aligned >= 2 and below.frame.y0 - above.frame.y1 < HIGH_ROW * max(below.height, 6)


def _heads_of(head: list[Row], rows: list[Row]) -> bool:
    """True if the lines stand over the columns of the rows, as far above them as these are from each other."""
    if len(head) > MOST_LINES or len(rows) < 2 or not all(row.tabular for row in rows[:2]):
        return False
    if len(head) == 1 and head[0].tabular and _goes_on(*rows[:2]):
        tops = [(row.frame.y0 + row.frame.y1) / 2 for row in (*head, *rows[:2])]
        even = abs(tops[0] + tops[2] - 2 * tops[1]) < EVEN * (tops[2] - tops[1])
        under = [any(p.x0 < q.x1 and q.x0 < p.x1 for p in head[0].phrases) for q in rows[0].phrases]
        if even and sum(under) >= max(2, len(under) - 1):
            return True
    return len(rows) > 2 and _spaced_over(head, rows)


def _spaced_over(head: list[Row], rows: list[Row]) -> bool:
    """True for lines without figures over rows of as many columns or more, one white between all of them."""
    frame, lowest = frame_of([row.frame for row in head]), max(row.frame.y1 for row in head)
    if any(is_figure(p) for row in head for p in row.phrases) or not all(row.tabular for row in rows):
        return False
    white, apart = rows[0].frame.y0 - lowest, even_white(rows)
    if apart is None or abs(white - apart) > SPREAD * apart or not _goes_on(rows[-2], rows[-1]):
        return False
    below = frame_of([row.frame for row in rows])
    inside = frame.x0 > below.x0 - 5 and frame.x1 < below.x1 + 30
    return inside and max(len(row.phrases) for row in head) <= max(len(row.phrases) for row in rows)


def _level_phrases(phrases: list[Phrase], words: Line) -> int:
    """How many of the phrases begin or end where a word does: two cells of a row may meet, and be one phrase."""
    return sum(any(abs(p.x0 - t.x0) < 1 or abs(p.x1 - t.x1) < 1 for t in words) for p in phrases)


def _is_level(p: Phrase, q: Phrase) -> bool:
    return abs(p.x0 - q.x0) < 2 or abs(p.x1 - q.x1) < 2 or _centred(p, q)


def _centred(p: Phrase, q: Phrase) -> bool:
    return abs(p.x0 + p.x1 - q.x0 - q.x1) < LEVEL


def _far(above: Row, below: Row) -> bool:
    return below.frame.y0 - above.frame.y1 > MOST_GAP * max(below.height, 6)


def _parted(rows: list[Row]) -> list[list[Row]]:
    """The run, cut where another table begins: by its caption, or as it shares no column with what is above."""
    steps = [b.frame.y0 - a.frame.y1 for a, b in pairwise(rows)]
    usual = median(steps) if steps else 0.0
    for i, step in enumerate(steps, 1):
        if _is_captioned(rows[:i], rows[i:]):
            return [rows[:i], *_parted(_without_title(rows[i:]))]
        blank = step > 1.2 * rows[i].height and step > 2.5 * usual
        title = not rows[i].tabular and rows[i - 1].tabular
        if (blank or title) and _begins_anew(rows[:i], rows[i:]):
            return [rows[:i], *_parted(_without_title(rows[i:]))]
        if (title or step > 1.3 * usual) and _heads_again(rows[:i], rows[i:]):
            return [rows[:i], *_parted(_without_title(rows[i:]))]
    return [rows]


def _is_captioned(above: list[Row], below: list[Row]) -> bool:
    """True if the lower part begins with the numbered caption of a table, and both parts are tables."""
    if below[0].tabular or not NUMBERED.match(text_of(below[0].line)):
        return False
    return all(sum(row.tabular for row in part) >= 3 for part in (above, below))


def _without_title(rows: list[Row]) -> list[Row]:
    """The rows without the plain ones at the top that are no heads of the first tabular one."""
    first = next(i for i, row in enumerate(rows) if row.tabular)
    heads = _heads_above(rows[max(0, first - MOST_HEADS) : first], rows[first : first + MOST_LINES])
    return [*heads, *rows[first:]]


def _begins_anew(above: list[Row], below: list[Row]) -> bool:
    """True if both parts are tables of their own, and the lower one has a caption or other columns."""
    before, after = ([row for row in part if row.tabular] for part in (above, below))
    figures = [row for row in before if any(is_number(p.text) and not is_year(p.text) for p in row.phrases[1:])]
    if len(after) < 3 or len(figures) < MOST_PLAIN:
        return False
    left = below[0].frame.x0 < min(row.frame.x0 for row in below) + 12
    return bool(CAPTION.match(text_of(below[0].line))) or (left and not _share_columns(before, after))


def _heads_again(above: list[Row], below: list[Row]) -> bool:
    """True if both parts begin with heads of columns, as many, over figures: two tables, whatever is level."""
    parts = [[row for row in part if row.tabular] for part in (above, below)]
    if any(len(part) < MOST_PLAIN for part in parts):
        return False
    heads = [part[0].phrases for part in parts]
    after = (any(is_figure(p) for p in part[1].phrases[1:]) for part in parts)
    words = not any(is_figure(p) or is_stand_in(p.text) for head in heads for p in head)
    return words and all(after) and len(heads[0]) == len(heads[1]) and _with_label(below, heads[1])


def _with_label(rows: list[Row], head: list[Phrase]) -> bool:
    """True if the heads begin with one over the labels, as nothing in the midst of a table does."""
    return head[0].x0 < min(row.frame.x0 for row in rows if row.tabular) + 12


def _share_columns(above: list[Row], below: list[Row]) -> bool:
    """True if a value below is set level with a value above: at its left, at its right or at its middle."""
    before = {(n, round(at)) for row in above for p in row.phrases[1:] for n, at in enumerate(_ats(p))}
    return any(
        (n, round(at) + off) in before
        for row in below for p in row.phrases[1:] for n, at in enumerate(_ats(p)) for off in (-2, -1, 0, 1, 2)
    )  # fmt: skip


def _ats(phrase: Phrase) -> tuple[float, float, float]:
    return phrase.x0, (phrase.x0 + phrase.x1) / 2, phrase.x1


def _trimmed(rows: list[Row], across: list[Rule]) -> Block:
    """The rows down to the last tabular one, and what follows it in the table: lone numbers, wrapped lines."""
    end = max((i + 1 for i, row in enumerate(rows) if row.tabular), default=0)
    if _is_prose_below(rows[:end]):
        return _trimmed(rows[: end - 1], across)
    while 0 < end < len(rows) and (_is_lone_value(rows[:end], rows[end]) or _wraps_on(rows[:end], rows[end])):
        end += 1
    end += _labelled_below(rows[:end], rows[end:])
    return Block(rows[: end + _closed_below(rows[:end], rows[end:], across)])


def _labelled_below(above: list[Row], rows: list[Row]) -> int:
    """How many lines below the last row are a label of some lines, and beside it a value in one of the columns.

    The rest of a label on the height of the last row belongs to that.
    """
    last, end = above[-1] if above else None, 0
    while last is not None and end < len(rows) and _is_level_with(last, rows[end]):
        last, end = rows[end], end + 1
    if len(rows) > end + 1 and _is_lone_value(above, rows[end + 1]) and _is_level_with(rows[end + 1], rows[end]):
        end += 2
        return end + (end < len(rows) and _is_level_with(rows[end - 1], rows[end]))
    return end


def _is_level_with(row: Row, label: Row) -> bool:
    """True for words left of a row and partly on its height."""
    over = min(row.frame.y1, label.frame.y1) - max(row.frame.y0, label.frame.y0)
    return label.frame.x1 < row.frame.x0 and over > 0.2 * min(row.height, label.height)


def _is_prose_below(rows: list[Row]) -> bool:
    """True if the last row is words after a blank, below rows of figures: a justified line of the next text."""
    if len(rows) < 5 or len(rows[-1].line) < MOST_PLAIN + 2:
        return False
    steps = [b.frame.y0 - a.frame.y1 for a, b in pairwise(rows)]
    blank = steps[-1] > max(2 * median(steps), 0.7 * rows[-1].height)
    figures = [any(is_figure(p) for p in row.phrases[1:]) for row in rows if row.tabular]
    return blank and not figures[-1] and sum(figures) >= 0.6 * len(figures)


def _is_lone_value(above: list[Row], row: Row) -> bool:
    """True for a row with one number only, standing in a column: its other cells are blank."""
    values = [p for r in above[-8:] if r.tabular for p in r.phrases[1:]]
    inside = any(min(p.x1, row.frame.x1) - max(p.x0, row.frame.x0) > 0 for p in values)
    return inside and (is_number(row.phrases[0].text) or all(is_number(token.text) for token in row.line))


def _wraps_on(above: list[Row], row: Row) -> bool:
    """True for a line right under the last row, below the start of one of its later cells: that cell wraps."""
    last = next(n for n in reversed(range(len(above))) if above[n].tabular)
    starts = [phrase.x0 for phrase in above[last].phrases[1:]]
    top, left = above[last].frame.y0, above[last].frame.x0
    starts += [r.frame.x0 for r in above[last - 1 : last] if r.frame.y1 > top and r.frame.x0 > left]
    white = row.frame.y0 - above[-1].frame.y1
    steps = [b.frame.y0 - a.frame.y1 for a, b in pairwise(above)]
    tight = white < 0.25 * row.height or (len(steps) > 1 and white < min(median(steps) + 0.5, 0.7 * row.height))
    return tight and not row.tabular and any(abs(row.frame.x0 - x0) < 2 for x0 in starts)


def _closed_below(above: list[Row], tail: list[Row], across: list[Rule]) -> int:
    """How many lines follow the table's last tabular row above the rule that closes it, right under the last."""
    if not above or not tail:
        return 0
    frame = frame_of([row.frame for row in above])
    closing = [r.at for r in joined(across) if r.lo < frame.x0 + 20 and r.hi > frame.x1 - 20 and r.at > frame.y1]
    at = min(closing, default=frame.y1)
    inside = [row for row in tail if row.frame.y1 < at + 3]
    return len(inside) if inside and at - inside[-1].frame.y1 < inside[-1].height else 0
