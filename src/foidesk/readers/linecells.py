"""Tables inside running text that lost their lines: every cell stands on a line of its own.

So arrive tables of web pages and of mails that a program turned into plain text: "Year", "Complaints", "2021",
"10". A table is found only where its rows are all alike, a label and as many figures as stand beside every other
label; a cell that was empty, and so lost, breaks that, and the text stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LONGEST = 70
_FIGURE = re.compile(
    r"[(<>≤≥~£$€+-]{0,3}\s?(?:\d{1,3}(?:[ ,.]\d{3})+|\d+)(?:[.,]\d{1,2})?\s?(?:%|\)|k|m|€)?[*†‡]{0,2}"
    r"(?:\s?\(\d+(?:\.\d+)?\s?%\))?|[*†‡]{1,3}|nil|n/?a|none|[-–—]|",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:(?:19|20)?\d\d))?(?:\s?\([^()\d]*\))?")
_NO_LABEL = re.compile(
    r"(?:question|q|frage|answer|a|part|section)?\s*\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.):]?"
    r"|(?:(?:your|our)\s+)?ref(?:erence)?(?:\s+(?:no|number))?\.?|(?:tele)?phone|tel\.?|fax|mobile|ext(?:ension|n)?\.?|page|room|date",
    re.IGNORECASE,
)
_ENDS = (".", "?", ";", ":", "!", ",")
_BULLET = re.compile(r"[•▪◦·*–—-]\s")
_OF_TIME = re.compile(r"year|period|date|session|quarter|month|jahr|zeitraum|\bfy\b", re.IGNORECASE)
_SUM = re.compile(r"(?:grand |overall )?total|all years|(?:ins)?gesamt|summe", re.IGNORECASE)
_FEWEST = 2


class LineCell(NamedTuple):
    """What stands on a line: its first and last character in the stream, and what kind of cell it can be."""

    start: int
    end: int
    text: str
    apart: bool = False
    """True where a blank line stands above."""

    @property
    def is_year(self) -> bool:
        return _YEAR.fullmatch(self.text) is not None

    @property
    def is_figure(self) -> bool:
        return not self.is_year and _FIGURE.fullmatch(self.text) is not None

    @property
    def is_label(self) -> bool:
        words = not self.text.endswith(_ENDS) and _BULLET.match(self.text) is None and len(self.text) <= _LONGEST
        return words and not self.is_figure and _NO_LABEL.fullmatch(self.text) is None


Row = tuple[tuple[int, LineCell], ...]
Rows = tuple[Row, ...]


def line_tables(lines: Sequence[LineCell]) -> Iterator[Rows]:
    """The tables of which lines that follow each other are the cells: their rows, each cell with its column.

    Rows of unlike length, or another number of heads than columns, give no table, nor does any part of them.
    """
    at = 0
    while at < len(lines):
        first = _first_row(lines, at)
        if first is None:
            at += 1
            continue
        rows, end = _rows(lines, first)
        width = len(rows[0])
        head = _head(lines, at, first, width)
        alike = len(rows) >= _FEWEST and all(len(row) == width for row in rows)
        if alike and head is not None and _is_sound(head, rows):
            body = (tuple((n, cell) for n, cell in enumerate(row) if cell.text) for row in rows)
            yield (*([head] if head else []), *body)
        at = end


def _first_row(lines: Sequence[LineCell], at: int) -> int | None:
    """Where the first row begins of a table whose head begins at `at`: at the last label before a figure."""
    first = at
    while first < len(lines) and lines[first].is_label:
        first += 1
    return first - 1 if at < first < len(lines) and lines[first].is_figure else None


def _rows(lines: Sequence[LineCell], first: int) -> tuple[list[Sequence[LineCell]], int]:
    """The rows from `first` on, each a label and the figures below it, and where they end."""
    rows, at = [], first
    while at < len(lines) and lines[at].is_label:
        end = at + 1
        while end < len(lines) and lines[end].is_figure:
            end += 1
        if end == at + 1:
            break
        rows.append(lines[at:end])
        at = end
    return rows, at


def _head(lines: Sequence[LineCell], at: int, first: int, width: int) -> Row | None:
    """The heads above: one for each column, or all but the first; none over pairs; None where they do not fit.

    What a blank line parts from the last labels is a title, unless blank lines part all cells. More heads than
    columns are those of a column that was empty, and which one it was nobody can tell.
    """
    labels = lines[at:first]
    spaced = all(cell.apart for cell in lines[at + 1 : first + width])
    blank = max((n for n, label in enumerate(labels) if label.apart), default=0)
    labels = labels if spaced else labels[blank:]
    if len(labels) == width:
        return tuple(enumerate(labels))
    if len(labels) > width > 2 and _are_years(labels[-width + 1 :]) and not labels[-width].is_year:
        return tuple(enumerate(labels[-width:]))
    if width == 2 and len(labels) < 2:
        return ()
    return tuple(enumerate(labels, 1)) if len(labels) == width - 1 else None


def _is_sound(head: Sequence[tuple[int, LineCell]], rows: Sequence[Sequence[LineCell]]) -> bool:
    """False where the head over the labels may be that of a column of figures, the first having none."""
    if len(head) < 3 or head[0][0] != 0:
        return True
    corner, second = head[0][1], head[1][1]
    if all(row[0].is_year for row in rows):
        return _OF_TIME.search(corner.text) is not None
    return not (corner.is_year and second.is_year)


def _are_years(labels: Sequence[LineCell]) -> bool:
    """True for years, and the sum of them at the end: the heads of such columns are known by themselves."""
    *years, last = labels
    return all(one.is_year for one in years) and (last.is_year or _SUM.fullmatch(last.text) is not None)
