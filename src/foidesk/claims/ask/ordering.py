"""Words that say how figures lie to each other: "climbed to", "fewer than in", "smaller totals", "fewest:".

Such a word compares; it does not say which of the things are counted. So it restricts no figure and is a claim of
its own beside it, which a person looks at unless the figures as written bear it out (`moves`). Left with the
figure are those that may make it a change or a limit ("climbed 12", "12 more", "longer than an hour"), or pick out
some of what is counted ("the larger claims").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from foidesk.words.figures import Figure

from .moves import MOVE, Told
from .reading import Asked
from .sentence import Sentence
from .stems import stems
from .years import is_year

Span = tuple[int, int]

_MOVE = re.sub(r"\(\?P<\w+>", "(?:", MOVE.pattern)
_MORE = re.compile(
    rf"(?P<move>{_MOVE})|"
    r"\b(?P<grade>(?:high|low|larg|small|bigg|busi|steep|few|great|long|short|slow|fast|quick|shar)(?:er|est)|"
    r"larger|bigger|busier|worst|best|least|"
    r"most(?=\s\w+(?:ly)?\b)|fewest)\b|"
    r"\b(?P<beside>next|almost level|all but level|level with|(?:well |just |far |way )?(?:ahead|behind|clear) of|"
    r"overtook|overtaken|exceed(?:s|ed)?|outstripp\w+|trail(?:s|ed)?|topp(?:s|ed)|peak(?:s|ed))\b",
    re.IGNORECASE,
)
_GRADE = re.compile(r"(?:higher|lower|more|fewer|less|smaller|greater|longer|shorter)", re.IGNORECASE)
"""Not of a change over time alone."""
_EVERY = re.compile(
    r"\b(?:each|every)\s(?:single\s)?(?:year|month|time)\b|\byear (?:after|on|by) year\b", re.IGNORECASE
)
_TO = re.compile(r"(?:^|\s)(?:to|from|at|on|by|with|came|were|was|is|are|stood|between)\b|[:;,(–—]", re.IGNORECASE)
_SIGN = re.compile(r"[,;:()–—]")
_THAN = re.compile(r"(?:\s\w+)?\sthan\s")
_SUMS = re.compile(
    r"\s(?:totals?|figures?|numbers?|counts?|tall(?:y|ies)|sums?|shares?|rates?|bills?|proportions?)\b"
)
_MANY = re.compile(r"(?:more|fewer|less)", re.IGNORECASE)
_NEAR = 2


def ordering(asked: Asked, one: Sentence, known: frozenset[str], told: Sequence[Told]) -> Iterator[Span]:
    """The words of order that say nothing of which are counted by the figure; `known`: words of what is read.

    Where two figures alike are told (`told`: of the sentence and before it), whether they bear out a word of
    change decides (`moves`).
    """
    figure = asked.figure
    if figure is None or figure.kind in ("superlative", "rank"):
        return
    text = one.plain
    if _OF.search(text[: figure.start]) or _is_bare_share(figure, one):
        return
    found = list(_MORE.finditer(text))
    dated = not told_twice(told) and all(is_year(reading.period) for reading in asked.readings)
    alone = all(len(reading.group.ids) < _NEAR for reading in asked.readings)
    named = [(seen.start, seen.end) for many in (one.bodies, one.categories, one.groups) for seen in many]
    for word in found:
        if any(start < word.end() and word.start() < end for start, end in named):
            continue
        if _is_at_figure(word.start(), word.end(), figure, text) or _is_limit(word, one):
            continue
        grade = word["grade"] or (_GRADE.fullmatch(word[0]) and (dated or not one.whens))
        if not _picks(word, figure, text, known) if grade else dated if word["move"] else alone:
            yield word.span()
    for word in _EVERY.finditer(text) if dated else ():
        beside = [move for move in found if move["move"] and abs(move.end() - word.start()) < _REACH]
        between = text[min(word.end(), figure.end) : max(word.start(), figure.start)]
        if beside and _SIGN.search(between):
            yield word.span()


_OF = re.compile(r"(?:\d|\w)\s(?:out )?of\s(?:the |its |their )?$")
"""Before the whole of a pair ("62 of 310"): of what it is the whole, the words in front may say."""


def _is_bare_share(figure: Figure, one: Sentence) -> bool:
    """ "From 31 to 33 per cent and then to 23": it leaves out that it is a share."""
    before = [each for each in one.figures if each.end <= figure.start and each.kind != "date"]
    return figure.kind == "count" and not figure.unit and bool(before) and before[-1].kind == "percent"


def is_order(word: str) -> bool:
    """A word that compares or tells a change: the next sentence takes over no such word."""
    return bool(_MORE.fullmatch(word)) or word.lower() in ("every", "each")


def told_twice(told: Sequence[Told]) -> bool:
    """Two figures alike, of which a word of change says how they lie to each other."""
    pairs = ((one, other) for one in told for other in told if one is not other)
    return any(one.alike(other) and (one.start, one.value) != (other.start, other.value) for one, other in pairs)


_REACH = 24


def _is_at_figure(start: int, end: int, figure: Figure, text: str) -> bool:
    """So near that it may tell by how much: "climbed 12", "12 more", "nine points lower"."""
    if end <= figure.start:
        between = text[end : figure.start]
        return len(between.split()) <= _NEAR and not _TO.search(between)
    if start >= figure.end:
        return not _SIGN.search(text[figure.end : start])
    return True


def _is_limit(word: re.Match[str], one: Sentence) -> bool:
    """ "Longer than an hour", "more than 50": a number stands behind "than"."""
    than = _THAN.match(one.plain, word.end())
    return than is not None and any(
        0 <= each.start - than.end() < 6 for each in one.figures if each.kind != "date"
    )


def _picks(word: re.Match[str], figure: Figure, text: str, known: frozenset[str]) -> bool:
    """ "The larger claims": before a noun of what is counted it may pick some out; a heading lists them."""
    if _MANY.fullmatch(word[0]) or _SUMS.match(text, word.end()):
        return False
    colon = text.find(":", word.end())
    if (
        0 <= colon < figure.start
        and (not text[: word.start()].strip() or text[word.end() : colon].strip() == "")
        and not _SIGN.search(text[word.end() : colon].replace(",", ""))
    ):
        return False
    behind = re.match(r"(?:\s[\w'’-]+){1,3}", text[word.end() :])
    return behind is not None and bool(set(stems(behind[0])) & known)
