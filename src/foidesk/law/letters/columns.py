"""Tables of figures in a letter that answer a question in each column: "Year | Complaints received | Upheld"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..sentences import sentences
from .contrary import years_in
from .cues import Cues
from .plainly import counts
from .text import LetterText
from .topics import Topics

LEAST = 2
_CELL = re.compile(
    r"[£$€]? ?\d{1,3}(?:,?\d{3})*(?:\.\d+)?(?: ?(?:%|per cent|m|bn|k|million|days|"
    r"hours))?",
    re.IGNORECASE,
)
"""A figure and nothing else: "[c]", "<5", "*", "-", "12 (est.)" leave the column open."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_QUESTION = re.compile(r"\b(?:q|question|point|part|item)\W?(?P<n>\d{1,2})\b", re.IGNORECASE)
_LAST = re.compile(
    r"\b(?:last|past|previous) (?P<n>two|three|four|five|six|ten|\d+) (?:complete )?(?:financial |calendar |"
    r"academic )?years\b",
    re.IGNORECASE,
)
_SPELT = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_SPAN = re.compile(r"\b(?:from|between|since|to)\b|[–-]", re.IGNORECASE)
_SPLIT = re.compile(
    r"\b(?:by|per|broken down|split|breakdown|(?:for|at|in|of|was|is) "
    r"each)\b(?P<by>[^,;.?]*)",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"\W*(?:\w+ )?(?:of (?:these|those|the) )?(?:last \w+ )?(?:financial |calendar |academic "
    r")?years?\b",
    re.IGNORECASE,
)
_TWO = re.compile(r"\b(?:and|or) (?:how|what|which|who|when|where|why|the|on)\b|;", re.IGNORECASE)
"""A question that asks two things is not answered by one column."""
_ANSWERS = re.compile(
    r"\b(?:answers?|responses?|repl(?:y|ies)|decisions?|outcomes?|comments?|notes?)\b", re.IGNORECASE
)
""" "Our answer": of whichever question stands in the row."""
_LESS_THAN = re.compile(
    r"[(*†]|\b(?:until|till|so far|ytd|part|est\w*|prov\w*|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\b\d{4} to (?!\d)",
    re.IGNORECASE,
)
""" "2024 (to June)": no whole year."""
_BOUND = re.compile(r"\b(?:over|above|under|below|than|at least|up to|exceeding) [£$€]?\d", re.IGNORECASE)
_RECENT = re.compile(r"\b(?:last|past|previous|recent)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\W*(?:totals?|all|sum|overall)\b", re.IGNORECASE)


def by_columns(letter: LetterText, cues: Cues, questions: Sequence[str]) -> dict[int, str]:
    """By question the head of the one column that answers it: a figure in every row, each year asked about."""
    if any(_takes_away(line.text) for block in letter.blocks for line in sentences(block)):
        return {}
    topics = Topics(questions, cues)
    found: dict[int, list[str]] = {}
    for head, body in _tables(letter.rows):
        for at, number in _named(head, topics):
            question, column = questions[number - 1], [row[at] for row in body]
            full = all(map(_CELL.fullmatch, column)) and not (
                _MANY.search(question) and any(map(_UNIT.search, column))
            )
            full = full and _is_of(head, at, number, topics) and _covers(question, head, at, body, topics)
            found.setdefault(number, []).append(head[at] if full else "")
    return {number: heads[0] for number, heads in found.items() if len(heads) == 1 and heads[0]}


_OF_FIGURES = re.compile(
    r"\b(?:tables?|figures?|numbers?|columns?|rows?|counts?|years?|shown|counted|complete|compar\w+)\b|"
    r"\bthe (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:only|not|those|leaves? out|exclud\w*|except\w*|until|up to|to the end|so far|provisional|estimat\w*|"
    r"includ\w*|incomplete|another|other|from|since|alone|solely)\b|n['’]t\b|"
    r"\bto (?:\w+ )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)


def _takes_away(line: str) -> bool:
    """True for a note that may say of the figures that they are not all: "only complaints by post are shown"."""
    return bool(_OF_FIGURES.search(line) and _LESS.search(line)) and "?" not in line


_MANY = re.compile(r"\b(?:how many|numbers? of)\b", re.IGNORECASE)
_UNIT = re.compile(r"[£$€%]|\b(?:per cent|days|hours)\b", re.IGNORECASE)
""" "How many fines?" is not answered by pounds."""
_SAYS_NOTHING = frozenset(
    "number total count many year years calendar financial issued made received recorded reported logged opened "
    "carried took place council trust force board authority please provide state tell following dates date".split()
)
_WORD = re.compile(r"[^\W\d_]{3,}")


def _is_of(head: Sequence[str], at: int, number: int, topics: Topics) -> bool:
    """True if the head of a column says what the question asks for, no less and no more: no "upheld" beside it.

    A head with the number of the question need not repeat its words.
    """
    asked, told = (_words(text, topics) for text in (topics.questions[number - 1], head[at]))
    by_number = _QUESTION.search(head[at])
    return told <= asked and (bool(by_number) or asked <= told | _words(head[0], topics))


def _words(text: str, topics: Topics) -> frozenset[str]:
    words = " ".join(one for one in _WORD.findall(_QUESTION.sub(" ", text.lower())) if one not in _SAYS_NOTHING)
    return frozenset(stem for stem in topics.stems_of(words) if not stem.startswith("~"))


def _tables(rows: Sequence[Sequence[str]]) -> Iterator[tuple[Sequence[str], list[Sequence[str]]]]:
    """Each row of heads, and the rows of figures below it."""
    at = 0
    while at < len(rows):
        head = rows[at]
        body = []
        for row in rows[at + 1 :]:
            if len(row) != len(head) or _is_head(row):
                break
            body.append(row)
        if _is_head(head) and len(body) >= LEAST:
            yield head, body
        at += 1 + (len(body) if _is_head(head) else 0)


def _is_head(row: Sequence[str]) -> bool:
    return len(row) > 1 and all(_LETTERS.search(cell) and not _CELL.fullmatch(cell) for cell in row[1:])


def _named(head: Sequence[str], topics: Topics) -> Iterator[tuple[int, int]]:
    """The columns whose heads name one question: by its number, or by words of it alone."""
    for at, cell in enumerate(head[1:], 1):
        if _ANSWERS.search(cell):
            continue
        numbered = _QUESTION.search(cell)
        best = topics.best(cell)
        if numbered is not None and 0 < int(numbered["n"]) <= len(topics.questions):
            yield at, int(numbered["n"])
        elif best and topics.shares(cell, best[0]):
            yield at, best[0]


def _covers(question: str, head: Sequence[str], at: int, body: Sequence[Sequence[str]], topics: Topics) -> bool:
    """True if the rows are what the question asks for: its years, its kinds, and it asks one thing."""
    if not counts(question) or _TWO.search(question):
        return False
    labels = [row[0] for row in body if not _TOTAL.match(row[0])]
    told = {year for label in labels for year in years_in(label)}
    last = _LAST.search(question)
    if (
        _BOUND.search(question)
        or any(map(_LESS_THAN.search, labels))
        or (_RECENT.search(question) and not last)
        or years_in(head[0])
    ):
        return False
    if last and len(labels) < (_SPELT.get(last["n"].lower()) or int(last["n"])):
        return False
    by = [seen["by"] for seen in _SPLIT.finditer(question) if not _YEARLY.match(seen["by"])]
    if any(not topics.stems_of(one) & topics.stems_of(head[0]) for one in by):
        return False
    asked = years_in(question)
    if not asked or (len(asked) == 1 and not told):
        return bool(by) or bool(told) or not asked
    if any(start != end for start, end in told) and not any(start != end for start, end in asked):
        return False
    starts = sorted({start for start, _ in asked})
    wanted = set(range(starts[0], starts[-1] + 1)) if _SPAN.search(question) else set(starts)
    return wanted <= {start for start, _ in told}
