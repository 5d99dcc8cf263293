"""Clauses that state nothing of their own: titles of sections, what a search goes through, other information."""

from __future__ import annotations

import re

from .pieces import Clause

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|cannot|could|may|must|shall|should|"
    r"appl(?:y|ies|ied)|"
    r"exempts?|states?|provides?|allows?|permits?|rel(?:y|ies|ied)|withh[eo]ld|refused?|engaged|covers?|"
    r"relates?|we|i|it|"
    r"ist|sind|wird|werden|kann|gilt|liegt|liegen)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\W*(?:exemptions? (?:under )?)?(?:(?:section|regulation|reg|s|§+|"
    r"article)\b\.? ?)\d[\w() ,.&]*[-–—:)]\W*(?P<name>[^.]{3,120})\W*",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"[:;–—-]\W*$|\b(?:the|this|these) (?:following )?(?:exemptions?|exceptions?|sections?)\W*$", re.I
)
_MUST = re.compile(
    r"\b(?:would|will|could|might)\b[^.;]{0,40}\b(?:need|have|require|involve|mean|necessitate|entail)\w*\b|"
    r"\b(?:need|needs|needed|requires?|required|necessitates?|have|has|had) (?:to be|to|a|an|be|each|every|"
    r"manual\w*|individual\w*)\b|"
    r"\bwould be required\b|\bmust be\b|\bwithout (?:\w+ing)\b",
    re.IGNORECASE,
)
_SEARCH = re.compile(
    r"\b(?:manual\w*|search\w*|review\w*|read(?:ing)?|examin\w*|interrogat\w*|check\w*|open(?:ed|ing)?|"
    r"trawl\w*|go(?:ing)? "
    r"through|look(?:ed|ing)? (?:at|through|into)|inspect\w*|locat\w*|retriev\w*|extract\w*|analys\w*|"
    r"collat\w*|sift\w*|"
    r"work(?:ed|ing)? through)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:any|all|no|whether) (?:other|further|additional|more)\b(?: \w+)? (?:information|records?|data|"
    r"material|documents?)\b|"
    r"\bany (?:other )?information (?:\w+ ){0,4}(?:other than|beyond|in addition to)\b|"
    r"\b(?:in addition|further) to (?:the (?:attached|above|enclosed|information)|that|this|what)\b",
    re.IGNORECASE,
)
_SHORT = 14


def is_title(clause: Clause) -> bool:
    """True for "Section 31(1) - Law enforcement": a section and its name, without a word of applying it."""
    seen = _TITLE.fullmatch(clause.sentence)
    return bool(seen and len(clause.sentence.split()) <= _SHORT and not _FINITE.search(seen["name"]))


def leads_in(clause: Clause) -> bool:
    """True for "we rely on the following exemptions:": the sections stand below."""
    return bool(_LEADS_IN.search(clause.sentence) or re.search(r"\bfollowing\b", clause.sentence, re.I))


def is_of_search(clause: Clause, follows: str) -> bool:
    """True for the figures of a search: "there are 4,132 records, each of which would have to be opened"."""
    return _searches(clause.sentence) or (_searches(follows) and bool(_POINTS.match(follows)))


_POINTS = re.compile(
    r"\W*(?:these|those|this|each|all|every|they|it|to|in order|such|as such|even|and|therefore|thus|so)\b",
    re.IGNORECASE,
)


def _searches(sentence: str) -> bool:
    must = _MUST.search(sentence)
    return bool(must and _SEARCH.search(sentence))


def is_of_others(text: str) -> bool:
    """True for what is said of "any other information": nothing of what we asked and they answer."""
    return bool(_OTHER.search(text))
