"""The tables of a draft, each figure of theirs told with the name of its row and the head of its column.

    Force  Cases  Left        Kent, Cases: 51.
    Kent   51     2      →    Kent, Left: 2.

Nothing of the draft is changed: words are added between its characters, for the reading alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

_PIPES = re.compile(
    r"^(?P<head>[ ]{0,3}[^\n]*\|[^\n]*\n)(?P<rule>[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-*:?[ ]*)*(?:\n|\Z))"
    r"(?P<rows>(?:[^\n]*\|[^\n]*(?:\n|\Z))*)",
    re.MULTILINE,
)
_BAR = re.compile(r"(?<!\\)\|")
_EDGES = re.compile(r"^([ ]*)\||\|(?=[ ]*$)", re.MULTILINE)
_SPAN = re.compile(r"\[([^\[\]]*)\]\{[^{}]*\}")
_FIGURE = re.compile(
    r"[<>~≤≥≈+−-]*\s*[£$€]?\s*\d[\d,.\u00a0\u2009\u202f ]*(?:%|per cent|percent|m|bn|k|p)?"
    r"(?:\s*\([£$€]?[\d,.]+%?\))?\s*[*†‡¹²³⁴⁵⁶⁷⁸⁹]*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:\d\d|(?:19|20)\d\d))?")
_MONEY = re.compile(r"([£$€])\s*('?000s?\b|m\b|million\b|bn\b|billion\b|k\b)?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\((?:[£$€][^()]{0,10}|%|per ?cent|in (?:pounds|dollars|euros))\)", re.IGNORECASE)
"""The unit in the head of a column, which its figures take."""
_NO_NAME = re.compile(r"[A-Z][a-z-]+s?(?: [a-z]| \(|$(?<=s))")
"""A head that is no name, though it begins with a capital: "Fines taken", "Cases"."""
_TIMES = {"m": " million", "million": " million", "bn": " billion", "billion": " billion", "": ""}
LONGEST_NAME = 60
"""A cell with more characters than this is no name of its row but text."""

Added = tuple[int, str]
"""Words that are added before a character of the draft."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """The words of a cell without markup, and where they stand in the draft."""

    text: str
    start: int
    end: int

    @property
    def is_figure(self) -> bool:
        return bool(_FIGURE.fullmatch(self.text)) and not _YEAR.fullmatch(self.text)

    @property
    def is_name(self) -> bool:
        return bool(self.text) and not self.is_figure and not self.is_prose

    @property
    def is_prose(self) -> bool:
        return len(self.text) > LONGEST_NAME or self.text.endswith((".", "!", "?"))


_Row = list[_Cell]


def tabbed(source: str) -> str:
    """The draft with the bars of its Markdown tables as tabs and their rules as blanks; as long as it was."""
    return _PIPES.sub(lambda found: _tabs(found["head"]) + _blanks(found["rule"]) + _tabs(found["rows"]), source)


def _tabs(lines: str) -> str:
    return _BAR.sub("\t", _EDGES.sub(lambda edge: " " * len(edge[0]), lines))


def _blanks(line: str) -> str:
    return "".join(sign if sign == "\n" else " " for sign in line)


def added(source: str) -> tuple[Added, ...]:
    """The words that make sentences of the rows of every table of tabs, in the order of their places."""
    return tuple(one for table in _tables(source) for one in sorted(_of_table(table), key=lambda one: one[0]))


def _tables(source: str) -> Iterator[list[_Row]]:
    """Lines with tabs, two or more; a line of blanks among them is the rule of a Markdown table."""
    lines, at = list[tuple[str, int]](), 0
    for line in source.split("\n"):
        lines.append((line, at))
        at += len(line) + 1
    for is_table, found in groupby(lines, lambda line: bool(line[0]) and ("\t" in line[0] or line[0].isspace())):
        rows = [_cells(line, start) for line, start in found if not line.isspace()] if is_table else []
        if len(rows) > 1:
            yield rows


def _cells(line: str, start: int) -> _Row:
    found: _Row = []
    for piece in line.split("\t"):
        lead = len(piece) - len(piece.lstrip())
        words = piece.strip()
        text = re.sub(r"(?<!\w)[*_]+|[*_]+(?!\w)", "", _SPAN.sub(r"\1", words)).strip()
        found.append(_Cell(text, start + lead, start + lead + len(words)))
        start += len(piece) + 1
    return found


def _of_table(rows: list[_Row]) -> Iterator[Added]:
    heads, body = _heads(rows)
    for row in rows[: len(rows) - len(body)]:
        yield row[-1].end, "\n\n"
    above = ""
    for row in body:
        name = ", ".join(cell.text for cell in row if cell.is_name) or ("" if row[0].text else above)
        if heads and len(row) <= len(heads):
            yield from _of_row(row, heads, name)
        elif any(cell.is_prose for cell in row):
            yield from ((cell.end, "\n\n") for cell in row)
        else:
            yield row[-1].end, "\n\n"
        above = row[0].text if row[0].is_name else above


def _heads(rows: list[_Row]) -> tuple[list[str], list[_Row]]:
    """The words over each column, of one row or two, and the rows below; no words if the first row has figures."""
    if any(cell.is_figure for cell in rows[0]) or not any(cell.is_figure for row in rows[1:] for cell in row):
        return [], rows
    first = [cell.text for cell in rows[0]]
    second = rows[1]
    groups = "" in first[1:] and len(second) == len(first)
    if not groups or any(cell.is_figure for cell in second) or len(rows) < 3:
        return first, rows[1:]
    for at in range(2, len(first)):
        first[at] = first[at] or first[at - 1]
    return [" ".join((one, cell.text)).strip() for one, cell in zip(first, second, strict=True)], rows[2:]


def _of_row(row: Sequence[_Cell], heads: list[str], name: str) -> Iterator[Added]:
    """The sentences of a row: its name, the head of the column, the figure."""
    names = [at for at, cell in enumerate(row) if cell.is_name]
    figures = [at for at, cell in enumerate(row) if cell.is_figure]
    if not figures or any(cell.is_prose for cell in row):
        yield from ((cell.end, "\n\n") for cell in row if cell.text)
        return
    leads = bool(names) and names[-1] < figures[0]
    if leads:
        yield row[names[-1]].end, "," if heads[figures[0]] else ":"
    for at, cell in enumerate(row):
        if at in figures:
            sign, times = _unit(heads[at], cell.text)
            told = [name] if name and not (leads and at == figures[0]) else []
            head = _IN_BRACKETS.sub("", heads[at]) if sign or times else heads[at]
            head = head[0].lower() + head[1:] if _NO_NAME.match(head) else head
            before = ", ".join((*told, *filter(None, [head])))
            yield cell.start, (f"{before}: " if before else "") + sign
            yield cell.end, f"{times}.\n\n"
        elif cell.text and not leads:
            yield cell.end, "\n\n"
    if row[-1].end != row[figures[-1]].end:
        yield row[-1].end, "\n\n"


def _unit(head: str, figure: str) -> tuple[str, str]:
    """What the head of the column says for a bare figure: the sign before it and the words behind it."""
    money = _MONEY.search(head)
    if money and not re.search(r"[£$€%]", figure):
        times = (money[2] or "").lower()
        return money[1], _TIMES.get(times, " thousand")
    if re.search(r"%|\bper ?cent\b", head, re.IGNORECASE) and not re.search(r"%|per", figure, re.IGNORECASE):
        return "", "%"
    return "", ""
