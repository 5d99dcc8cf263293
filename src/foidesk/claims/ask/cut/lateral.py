"""Stretches of a sentence beside the one of a figure: their plain words restrict nothing of it.

What restricts a figure stands with it: in its noun phrase, at its verb, or in a phrase in front or behind that
leans on it ("*In cases over books*, 12 …", "12 cases, *involving books*"). A clause of its own, set off by a
comma or a joining word, tells something else: "*It is easy to laugh*, but …", "…, *since some came to notice
again*". So a word that the survey does not know says nothing of the figure there. Words that may leave some
out, count, compare, deny or name a time keep their force wherever they stand, and so do those of the survey.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..reading import Asked
from ..sentence import Sentence
from .apart import leans_back
from .asides import LEAVES_OUT

Span = tuple[int, int]

_EDGE = re.compile(
    r",\s|\s[–—-]\s|\s?\(|\)|;\s|:\s|[!?]\s|"
    r"\s(?=(?:but|while|whereas|although|though|yet|since|because|before \w+ing|who|which|where)\s)|"
    r"(?<=\bthat)\s(?=[A-Z]|the\b|\d)"
)
"""Where a stretch ends; a comma within a number has no space behind it."""
_LEANS = re.compile(
    r"[\W_]*(?:in|at|during|over|for|of|among|amongst|across|between|under|after|by|from|to|on|about|involving|"
    r"concerning|relating|regarding|against|with|without|within|including|excluding|except|not|nor|or|if|when|unless|"
    r"until|once|whose|counting|covering|only|mostly|mainly|all|both|each|every|most|many|some|none|half|"
    r"per|via|through|than|as (?:a|an|the|of|at|part|many|much)|where|who|which|\w+ly)\b",
    re.IGNORECASE,
)
"""A stretch that goes with the figure in spite of its sign: a phrase that restricts."""
_JOINED = re.compile(
    r"[\W_]*(?:since|because|although|though|so|yet|but|and|while|whereas|before \w+ing)\s", re.IGNORECASE
)
"""Behind the figure, a clause of its own begins so; whatever else stands there may be said of what is counted."""
_OWN_SIGN = re.compile(r"[;:!?]\s$")
_OMITS = re.compile(r"\b(?:left|leav\w+|miss\w+|kept|keep\w*|cut|taken) (?:\w+ )?out\b", re.IGNORECASE)
_FREE = frozenset("since before once when if first last other others half each after whose during where".split())


def lateral(asked: Asked, one: Sentence) -> Iterator[Span]:
    """The stretches beside that of the figure which do not lean on it."""
    figure = asked.figure
    if figure is None:
        return
    text, spans = one.plain, list(_stretches(one.plain))
    own = next((span for span in spans if span[0] <= figure.at < span[1]), None)
    if own is None:
        return
    leans, figures = leans_back(asked, one), [each for each in one.figures if each.kind != "date"]
    for start, end in spans:
        words = text[start:end]
        if leans and start < own[0] and any(start <= each.at < end for each in figures):
            continue  # what is counted stands with the figure before
        if (start, end) == own or _LEANS.match(words) or _leaves_out(words):
            continue
        if end <= own[0] or _JOINED.match(words) or _OWN_SIGN.search(text[:start]):
            yield start, end


def _leaves_out(text: str) -> bool:
    words = {word.lower() for word in re.findall(r"[\w-]+", text)}
    return bool(words & (LEAVES_OUT - _FREE)) or _OMITS.search(text) is not None


def _stretches(text: str) -> Iterator[Span]:
    cuts = [0, *(found.end() for found in _EDGE.finditer(text)), len(text)]
    yield from ((start, end) for start, end in pairwise(cuts) if text[start:end].strip())
