"""Stretches of a sentence that belong to another figure, or to a clause of its own: they restrict no other figure.

"Exampleton had 41 claims in 2024, *six more than a year earlier*": whose words are looked at with the six.
"35 claims were paid, *and the council says it repaired the road*": a whole clause with its own subject and verb.
What could reach across is kept: a phrase that restricts behind the last of a list ("12 in 2021 and 15 in 2022
*for kerbs*"), whatever a figure without its noun takes over from those before it, and a clause about the figures
themselves ("but *the total* leaves out Sampleton").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..harmless import stems_of
from ..lexicon import Lexicon
from ..moves import MOVE
from ..reading import Asked
from ..sentence import Sentence
from ..stems import stem
from .asides import LEAVES_OUT

Span = tuple[int, int]

_EDGE = re.compile(r",\s|\s[–—-]\s|\s?\(|\)|;\s|:\s|\s(?=(?:but|while|whereas|although|though|yet)\s)")
"""Where a stretch is set off; a comma within a number has no space behind it."""
REACHES = re.compile(
    r"\b(?:for|over|about|by|involving|concerning|against|from|among|amongst|with|under|relating|linked|due|"
    r"caused|brought|made|who|whom|that|which|whose|all|both|each|every|most|none|only|alone|except|excluding|"
    r"including|without|not|no)\b",
    re.IGNORECASE,
)
"""Behind a figure, what may be said of those before it too."""
_BARE = re.compile(
    r"\s*(?:[.,;:)–—]|$)|\s(?:of (?:them|those|these|which|whom)|(?:in|at|for|by|on|and|to|were|was|had|have|than|"
    r"or|up|down|against|compared|more|fewer|less|higher|lower|as)\b)",
    re.IGNORECASE,
)
"""Right behind a figure that leaves out its noun."""
_BACK = re.compile(
    r"\b(?:them|those|these|they|it|its|their|such|that|this|others?|rest|which|whom)\b", re.IGNORECASE
)
"""Leans on what was told before."""
_JOINS = re.compile(r"[\s,;:–—(-]*(?P<how>and|but|yet|so|while|whereas|although|though|where)\s", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:the|an?|its|their|our)\s(?P<noun>[\w'’-]+(?:\s[\w'’-]+)?)|(?P<name>[A-Z][\w'’-]+)")
_VERB = re.compile(
    r"\s(?:(?:is|was|were|are|has|had|have|did|does|do|will|would|can|could|may|might|must|says?|said|told|gave|went|"
    r"came|took|made|put|kept|held|left|lost|paid|sent|got|rose|fell|grew|wrote|began|stood|saw|ran|set|sold|bought|"
    r"built|chose|drew|found|led|met|spent|wants?|plans?|hopes?|intends?|needs?|keeps?|pays?|blames?|denies)|"
    r"[a-z]{3,}ed)\s",
    re.IGNORECASE,
)
_OF_FIGURES = stems_of(
    """figure figures number numbers total totals count counts tally sum sums data record records rate share case
    cases claim claims ones rest others majority most all some number statistics answer answers reply replies"""
)
"""Subjects that may take back, or narrow, what the figures told."""


def apart(asked: Asked, every: Sequence[Asked], one: Sentence, lexicon: Lexicon) -> Iterator[Span]:
    """The stretches whose words say nothing of what `asked` counts."""
    figure = asked.figure
    if figure is None:
        return
    stretches = list(_stretches(one.plain))
    own = next(((a, z) for a, z in stretches if a <= figure.at < z), None)
    if own is None:
        return
    leans = leans_back(asked, one) or bool(_BACK.search(one.plain[own[0] : own[1]]))
    told = [it for it in every if it.figure is not None and it.figure.at != figure.at and (it.readings or it.open)]
    for start, end in stretches:
        if (start, end) == own or (start < own[0] and leans):
            continue
        others = [it for it in told if it.figure is not None and start <= it.figure.at < end]
        if others and MOVE.search(one.plain, start, end) and not any(_tells_move(it) for it in others):
            continue  # "25 in 2022, down from 14": a word of change says something of both
        if others and start > own[0]:
            yield from _of_others(others, one.plain, start, end)
        elif not _FRAMES.match(one.plain, start) if others else _is_behind(start, end, own[0], one, lexicon):
            yield start, end


def _is_behind(start: int, end: int, own: int, one: Sentence, lexicon: Lexicon) -> bool:
    return start > own and is_independent(one.plain[start:end], lexicon)


def leans_back(asked: Asked, one: Sentence) -> bool:
    """A figure without a noun of its own, or a change: what it counts was told before it."""
    figure = asked.figure
    bare = figure is not None and not figure.unit and bool(_BARE.match(one.plain, figure.end))
    return bare or _tells_move(asked)


_FRAMES = re.compile(r"[\W_]*(?:of|among|amongst|excluding|leaving|counting|for)\b", re.IGNORECASE)
"""A stretch in front that goes with all behind it."""


def _tells_move(asked: Asked) -> bool:
    """A figure that is a change itself: the word of change is read with it."""
    return any(reading.statistic in ("change", "difference", "points", "multiple") for reading in asked.readings)


def _of_others(others: Sequence[Asked], text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch, up to a phrase that may be said of the figures before it as well."""
    last = max(it.end for it in others)
    reach = REACHES.search(text, last, end)
    yield start, reach.start() if reach else end


def _stretches(text: str) -> Iterator[Span]:
    start = 0
    for found in _EDGE.finditer(text):
        if text[start : found.start()].strip():
            yield start, found.start()
            start = found.end()
    yield start, len(text)


def is_independent(text: str, lexicon: Lexicon) -> bool:
    """A clause with a joining word, its own subject and its own verb, which does not speak of the figures."""
    joins = _JOINS.match(text)
    subject = _SUBJECT.match(text, joins.end()) if joins else None
    if joins is None or subject is None or not _VERB.search(text, subject.start()):
        return False
    if any(stem(word.lower()) in _OF_FIGURES for word in (subject["noun"] or "").split()):
        return False
    words = {word.lower() for word in re.findall(r"[\w-]+", text[joins.end() :])}
    return not (words | {stem(word) for word in words}) & (LEAVES_OUT - {"when", "if", "since", "after", "before"})
