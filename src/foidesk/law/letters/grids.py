"""Answers in small tables of a letter: a row with the question's number or words, a total under a head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..acts import AccessLaw
from .cues import Cues
from .figures import has_figure
from .ordering import Placed
from .pieces import Clause
from .statements import Statement, statement
from .text import LetterText
from .topics import Topics
from .woven import ONLY_GROUND, is_head, plain_row

_NUMBER = re.compile(
    r"\W*(?:question|q|item|part|point|request|no\.?|frage)?\W*(?P<n>\d{1,2})\W*(?:$|[.):] )", re.I
)
_TOTAL = re.compile(
    r"\W*(?:grand |overall |sub)?(?:totals?|all|sum|year|full year|together|insgesamt|gesamt|summe)\b", re.I
)
_ASKED = re.compile(
    r"\W*(?:your )?(?:questions?|q|items?|parts?|points?|requests?|fragen?|you asked)\b\W*(?:no\.?|number)?\W*$",
    re.I,
)
""" "Question", "Your request": the head over numbers of questions."""
_MARK = re.compile(r"\W*(?:yes|no|n/?a)?\W*", re.I)
_FIGURE = re.compile(r"[£$€]? ?\d[\d,.]*(?: ?%)?")


def in_tables(
    letter: LetterText, placed: Sequence[Placed], topics: Topics, cues: Cues, law: AccessLaw | None
) -> list[Placed]:
    """The answers of the letter's tables: row by row, else the figures of its last row by the heads above."""
    asked = any(row and _ASKED.match(row[0]) for row in letter.rows)
    found = [one for row in _plain(letter.rows) if (one := _row(row, asked, topics, cues, law)) is not None]
    return found or list(_by_heads(letter.rows, placed, topics))


def _plain(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The rows, what says that nothing was withheld left out behind their answers."""
    head: tuple[str, ...] = ()
    for row in rows:
        head = row if len(row) > 1 and is_head(row) else head if len(row) == len(head) else ()
        told = plain_row(row, head)
        yield tuple(cell for cell in told if cell) if len(head) > 1 and row != head else row


def _row(row: tuple[str, ...], asked: bool, topics: Topics, cues: Cues, law: AccessLaw | None) -> Placed | None:
    """A row of two cells or more: a label that is one question's (its number, its words), and its answer."""
    if len(row) < 2 or not row[-1]:
        return None
    number = _NUMBER.match(row[0])
    numbered = (
        number is not None
        and 1 <= int(number["n"]) <= len(topics.questions)
        and (asked or not _is_figure(row[-1]))
    )
    about = (int(number["n"]),) if numbered and number is not None else topics.best(row[0])
    said = statement(Clause(row[-1], row[-1], -1, about), cues, law)
    if not about or said is None or any(map(_says_more, row[1:-1])):
        return None
    return Placed(said, about, "row") if numbered or said.kind in ("full", "nil") else None


def _says_more(cell: str) -> bool:
    """True for a figure, a "no" or a ground before the last cell: that cell is not the whole answer."""
    return _is_figure(cell) or bool(_MARK.fullmatch(cell) or ONLY_GROUND.fullmatch(cell))


def _is_figure(text: str) -> bool:
    return bool(_FIGURE.fullmatch(text))


def _by_heads(rows: Sequence[tuple[str, ...]], placed: Sequence[Placed], topics: Topics) -> Iterator[Placed]:
    """A total under a head that names one question; a lone total answers the only question still open."""
    head: tuple[str, ...] = ()
    for row in rows:
        if not any(has_figure(cell) for cell in row[1:]):
            head = row
        elif _TOTAL.match(row[0]) and len(head) == len(row):
            columns = [(head[at], cell) for at, cell in enumerate(row) if at and _is_figure(cell)]
            named = [(topics.best(label), label, cell) for label, cell in columns]
            answered = {number for one in placed if one.by != "whole" for number in one.questions}
            open_ = [number for number in range(1, len(topics.questions) + 1) if number not in answered]
            if len(columns) == 1 and not named[0][0] and len(open_) == 1:
                named = [((open_[0],), *columns[0])]
            yield from (_cell(label, cell, about) for about, label, cell in named if about)


def _cell(label: str, cell: str, about: tuple[int, ...]) -> Placed:
    words = f"{label}: {cell}"
    return Placed(Statement("full", Clause(words, words, -1, about)), about, "row")
