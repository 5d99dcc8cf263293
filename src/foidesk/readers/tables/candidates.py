"""A line of text as a row of a table that may be, and runs of such rows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from foidesk.readers.tables.ink import Frame, Line, Phrase, frame_of, is_number, is_year, median, phrases
from foidesk.readers.tables.pairs import is_pair

INFINITE = float("inf")
OVER = 24.0  # points by which heads may stand out over the last column
SPREAD = 0.2  # of the white between rows by which it may differ and be one
BULLETS = frozenset("•●○◦▪▫■□‣⁃◆❖➢➤►▶✓✔\uf0b7\uf0a7\uf0d8·")


@dataclass(slots=True)
class Row:
    """A line of text as a candidate row: its words, and its phrases (more than one makes it tabular).

    `parted`: what parts the phrases is where the lines around it end, and not their white. `beside`: it stands
    partly on the height of the line above or below it, with all its words left or right of that line's.
    """

    line: Line
    phrases: list[Phrase]
    frame: Frame
    parted: bool = False
    beside: bool = False

    @property
    def tabular(self) -> bool:
        return len(self.phrases) >= (3 if self.phrases[0].text in BULLETS and self._says_more() else 2)

    def _says_more(self) -> bool:
        """True if words follow the first mark of the line: it is a bullet, no cell of a table of marks."""
        return len(self.line) > 1 and self.line[1].text[0].isalnum()

    @property
    def height(self) -> float:
        return self.frame.y1 - self.frame.y0


@dataclass(slots=True)
class Block:
    """Consecutive rows, the last one tabular."""

    rows: list[Row]

    @property
    def tabular(self) -> list[Row]:
        return [row for row in self.rows if row.tabular]

    @property
    def is_pair(self) -> bool:
        """True for nothing but a line of heads and one of figures, each under its own."""
        return len(self.rows) == 2 == len(self.tabular) and is_pair(*(row.phrases for row in self.rows))

    @property
    def frame(self) -> Frame:
        return frame_of([row.frame for row in self.rows])

    @property
    def size(self) -> float:
        return median([p.y1 - p.y0 for row in self.rows for p in row.phrases])


def row_of(line: Line) -> Row:
    """The line with its phrases and frame."""
    return Row(line, phrases(line), frame_of(line))


def values_right_of(rows: list[Row]) -> float:
    """Where the label of the first row of figures ends: what begins right of it heads values."""
    for row in rows:
        if row.tabular and not is_number(row.phrases[0].text) and all(map(is_figure, row.phrases[1:])):
            return row.phrases[0].x1
    return INFINITE


def even_white(rows: list[Row]) -> float | None:
    """The white between the rows if it is the same between all of them, and more than lines of a text leave."""
    whites = [b.frame.y0 - a.frame.y1 for a, b in pairwise(rows)]
    wide = min(whites) > 0.6 * max(row.height for row in rows)
    return median(whites) if wide and max(whites) - min(whites) < SPREAD * max(whites) else None


def is_over_values(row: Row, below: list[Row]) -> bool:
    """True for words that stand over the values, but not in the middle of the table as a title does."""
    frame = frame_of([one.frame for one in below])
    labels = max(one.phrases[0].x1 for one in below)
    middle = abs(row.frame.x0 + row.frame.x1 - frame.x0 - frame.x1) < 0.06 * (frame.x1 - frame.x0)
    return row.frame.x0 > labels and row.frame.x1 < frame.x1 + OVER and not middle


def is_figure(phrase: Phrase) -> bool:
    return any(is_number(t.text) and not is_year(t.text) for t in phrase.tokens)
