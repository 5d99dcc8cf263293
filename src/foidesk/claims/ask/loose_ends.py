"""Words around a figure by which it is of something that no reading of it can be: then a person is asked."""

from __future__ import annotations

import re

from .measures import EVERY, best
from .reading import Asked
from .sentence import Sentence
from .sentence import said as words_said

_UNNAMED = re.compile(r"\W*(?:An?|One)\s(?:[a-z]+\s)?(?P<noun>[a-z]+)\s(?:that|which|with|where|whose)\b")
_PEOPLE_WHO = re.compile(
    r"[^,;:.]{0,60}?\b(?P<who>(?:people|those|persons|anyone|anybody|somebody|someone)\swho(?:se)?\s\w+)",
    re.IGNORECASE,
)
_AT = re.compile(
    r"[^,;:.]*,\s(?P<how>(?:all|both|most|half|many|some|none|one|two|three|four|five|each)"
    r"(?: of (?:them|these|those|which|whom))?)\s(?:at|in|from|by)\s(?:the\s)?",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\sof (?:them|these|those)\s(?:said|say|told|gave|answered|replied|had no|have no|refused|did|reported no)\b"
)
_ANSWERED_IT = re.compile(
    r"\b(?:answered|answering)\s(?:the|that|this|our)\s(?:\w+\s){0,2}(?:question|part|request|point)s?\s"
    r"(?:about|on|of|for|that)\b"
)
"""Not the whole request: one question of it."""


_LABEL = re.compile(r"\W*(?P<label>[A-Z][\w’'-]*(?: [\w’'-]+){0,3}): $")
_ALL = re.compile(r"\b(?:total|all|overall|sum|altogether)\b", re.IGNORECASE)
_IN_ALL = re.compile(
    r"\s(?:[a-z]+\s){0,2}(?:in (?:all|total)|altogether|all told|between them|together)\b", re.IGNORECASE
)
""" "On average they issued about 774 notices *in all*"."""
_OF_THE_N = re.compile(r"\bof (?:the|these|those)\s(?:\w+\s){0,2}[\w,]+(?:\s\w+)?,\s$", re.IGNORECASE)
"""Right before a number of some of those told before: "Of the last six, *two* …"."""


def loose_end(asked: Asked, one: Sentence, is_over_whole: bool) -> str:
    """Why a figure that agrees, or does not, is asked about all the same; "" if nothing is loose.

    What is `is_over_whole`, more than all there are, no word that only narrows it can bear out.
    """
    figure = asked.figure
    if figure is None or not asked.readings:
        return ""
    reading = asked.readings[0]
    if reading.statistic == "mean" and _IN_ALL.match(one.plain, figure.end):
        return "it is told as an average and as a sum"
    unnamed = _UNNAMED.match(one.plain)
    if unnamed and not reading.group.ids and one.lexicon.body_nouns.fullmatch(unnamed["noun"]):
        return f"it is of “{unnamed[0].strip()[:30]} …”, and the words do not say which body that is"
    who = None if is_over_whole else _PEOPLE_WHO.match(one.plain, figure.end)
    if who and not _is_read(one, *who.span("who")):
        return f"“{who['who']} …” may restrict what is counted, and no reading takes it"
    at = _AT.match(one.plain, figure.end)
    if at and any(seen.start == at.end() and seen.body in reading.group.ids for seen in one.bodies):
        return f"“{at['how']}” says where those counted are; whether the figure is of that body alone is left open"
    counted = [seen for seen in one.groups if seen.figure is not None and seen.end <= figure.start]
    if counted and reading.statistic == "total" and _OF_THEM.match(one.plain, figure.end):
        return "it may count some of the bodies told before it"
    label = _LABEL.fullmatch(one.plain[: figure.start])
    if label and _is_strange(label["label"], one):
        return f"“{label['label']}” may be a kind, and no reading takes it"
    is_all = not (is_over_whole or reading.where) and one.lexicon.whole_of(reading.measure) == reading.measure
    if reading.statistic == "total" and is_all and _OF_THE_N.search(one.plain, 0, figure.start):
        return "it counts some of those told before it, and which of them no reading takes"
    if reading.predicate == "answered" and _ANSWERED_IT.search(one.plain, figure.end):
        return "who answered one question of the request is not looked at here"
    return ""


def _is_strange(label: str, one: Sentence) -> bool:
    """The label of a number names no measure, kind or body, nor all there are."""
    lexicon = one.lexicon
    known = (
        lexicon.categories(label) or lexicon.bodies(label) or best(words_said(label), EVERY, lexicon, loose=True)
    )
    return not known and not _ALL.search(label)


def _is_read(one: Sentence, start: int, end: int) -> bool:
    """A kind or a body stands in these words."""
    return any(seen.start < end and start < seen.end for many in (one.categories, one.groups) for seen in many)
