"""What a sentence says of the stage of all cases that a reply counts: "these are allegations only"."""

from __future__ import annotations

import re

from .numbers import numbers
from .stages import NOT_STATED, stage

SEVERAL = "several stages"
"""Of figures of which some are at one stage and others at another, by words that do not say how many."""
_STAGE = (
    r"(?:alleg\w+|accusations?|substantiated|unsubstantiated|proven|unproven|proved|upheld|founded|unfounded|"
    r"established|under (?:\w+ )?investigation|being investigated|bestätigt|nachgewiesen|vorwürfe|verdachtsfälle)"
)
_CASES = (
    r"(?:figures?|data|information|numbers?|totals?|statistics|records?|cases|complaints|incidents|matters|reports|"
    r"concerns|angaben|zahlen|fälle)"
)
_THEM = rf"(?:they|them|these|those|(?:the|these|those|our|all|such) (?:\w+ ){{0,2}}?{_CASES})"
_ARE = r"(?:are|were|is|was|have been|has been|sind|waren|wurden)"
_SOME = re.compile(
    r"\b(?:some|several|many|most|mostly|few|half|majority|minority|number of|proportion of|part of|whether|"
    r"not all|not every|all but|mainly|largely|either|includ(?:es?|ing)|einige|mehrere|viele|die meisten)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:none|not one|not a single one|neither|keine[rs]?)\b(?: of)?"
    rf"(?: {_THEM})? (?:\w+ ){{0,3}}?{_STAGE}\b",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:if|where|when|whenever|unless|once|until|in case|may|might|could|would|should|will|wenn|falls|"
    r"sofern)\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(rf"\bhow many\b[^.;]*\b{_STAGE}\b", re.IGNORECASE)
_NO_FINDINGS = re.compile(r"\bno findings? (?:has|have|had) (?:yet )?been (?:made|reached)\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\balleg\w+ (?:\w+ )?only\b|\bonly (?:\w+ ){0,4}alleg\w+"
    rf"|\b{_THEM}\b(?: \w+){{0,3}}? (?:{_ARE}|relates? to|refers? to|represents?|shows?|concerns?|counts?|"
    rf"includes?|records?|reflects?|betreffen)\b(?: \w+){{0,5}}? {_STAGE}\b"
    rf"|\b(?:all|some|several|many|most|few|half|the majority)(?: of)?(?: {_THEM})? {_ARE}\b"
    rf"(?: \w+){{0,4}}? {_STAGE}\b",
    re.IGNORECASE,
)


def stage_of_all(text: str) -> str:
    """The stage that a sentence says all cases to be at, one of `stages.STAGES`; "not stated" where it says none.

    "Not found" where none was made out; `SEVERAL` for "some of these were upheld", "nine of these were", "the
    figures include cases that were not upheld", "we cannot say how many were proven".
    """
    if _IF.search(text) or text.rstrip().endswith("?"):
        return NOT_STATED
    if (none := _NONE.search(text)) is not None:
        return "not found" if stage(none[0]) == "found" else SEVERAL
    if _NO_FINDINGS.search(text):
        return "alleged"
    if _HOW_MANY.search(text):
        return SEVERAL
    if _TOLD.search(text) is None:
        return NOT_STATED
    return SEVERAL if _SOME.search(text) or numbers(text) else stage(text)
