"""How far a case had come, by its words: alleged, under investigation, found, not found."""

from __future__ import annotations

import re

NOT_STATED = "not stated"
STAGES = ("alleged", "under investigation", "found", "not found", NOT_STATED)

_MADE_OUT = (
    r"upheld|proven|proved|substantiated|sustained|founded|established|made out|"
    r"bestätigt|nachgewiesen|erwiesen|begründet"
)
_DENIED = re.compile(
    r"\b(?:not|no|never|cannot|unable|without|insufficient|neither|nicht|kein\w*|nie)\b|n['’]t\b", re.IGNORECASE
)
_WITHIN = 5
"""So many words before the word that it denies may the denial stand, in the same clause."""
_NOT_FOUND = re.compile(
    r"\bnot (?:found|guilty)\b|\bun(?:substantiated|proven|founded)\b|\bno case to answer\b|\bunbegründet\b"
    r"|\beingestellt\b|\bfreigesprochen\b|\bfreispruch\b|\bfalse (?:allegation|accusation|report)\b"
    r"|\bcleared\b(?! (?:of )?(?:rubbish|the|snow|waste|for)\b)|\bexonerated\b|\bdiscontinued\b|\bacquitted\b"
    r"|\bno (?:\w+ )?(?:misconduct|breach(?:es)?)\b|\bwithdrawn\b(?! from\b)"
    r"|\b(?:no|insufficient|lack of) evidence\b"
    r"|\b(?:charges?|case|allegations?) (?:was |were )?dropped\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\bunder (?:\w+ )?(?:investigation|review|enquiry|inquiry)\b"
    r"|\b(?:investigations?|enquir(?:y|ies)|inquir(?:y|ies)|case|matter|proceedings?) (?:is |are |remains? )?"
    r"(?:still )?(?:ongoing|on-going|live|pending|continuing|open)\b"
    r"|^\W*(?:live|ongoing|on-going|pending|open|in progress|sub judice)\W*$"
    r"|\bstill (?:being investigated|live|ongoing|open)\b|\bawait(?:s|ing)\b|\bpending\b"
    r"|\b(?:is|are|currently|now) being investigated\b|^\W*being investigated\b"
    r"|\b(?:live|ongoing|on-going) (?:case|investigation|enquiry|inquiry|matter)\b"
    r"|\bnot (?:yet )?(?:finalised|concluded|resolved|completed?)\b"
    r"|(?<!licence )(?<!license )(?<!sentence )(?<!permit )\bsuspended\b"
    r"(?! (?:sentence|for\b|\d|prison|\w+ sentence))"
    r"|\b(?:noch |nicht )(?:offen|anhängig|abgeschlossen)\b|\banhängig\b|\bin bearbeitung\b"
    r"|\blaufende[snr]? (?:verfahren|ermittlung)|\b(?:verfahren|ermittlungen) l(?:äuft|aufen)\b"
    r"|^\W*(?:offen|laufend)\W*$",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"\b(?:upheld|proven|proved|substantiated|found (?:to have|guilty|proved|proven)|(?<!no )case to answer"
    r"|admitted\b(?! to (?:hospital|a |the |an ))|pleaded guilty|convicted)\b"
    r"|\bsustained\b(?!\s+(?:an?|the|his|her|their|some|\w+\s+injur|injur|damage|loss)\b)"
    r"|\b(?:bestätigt|nachgewiesen|erwiesen|verurteilt)\b"
    r"|(?<!alleged )\b(?:gross )?misconduct (?:was |is )?(?:found|proven|proved|established)\b"
    r"|\bbreach\b(?: of (?:\w+ ){1,3})? ?(?:was |is )?(?:found|proven|established)\b",
    re.IGNORECASE,
)
_ALLEGED = re.compile(
    r"\balleg(?:e[sd]?|ed|edly|ation|ations|ing)\b|\baccus(?:ed|ation|ations)\b|"
    r"\breported(?:ly)?\b|\bclaim(?:s|ed)?\b|\bcomplaint\b|\bcomplained\b|\bpurported(?:ly)?\b|"
    r"\bsuspected\b|\bmutmaßlich\w*\b|\bangeblich\w*\b|\bbeschuldigt\w*\b|\bvorwurf\b|\bverdacht\w*\b",
    re.IGNORECASE)  # fmt: skip


def _denied(text: str, at: int) -> bool:
    """True for a word that a "not", "cannot", "no" just before it in its clause denies."""
    clause = re.split(r"[.;:,()]|\b(?:but|and|aber|und)\b", text[:at])[-1]
    return _DENIED.search(" ".join(clause.split()[-_WITHIN:])) is not None


def _is_open(text: str) -> bool:
    return _OPEN.search(text) is not None


def _found(text: str) -> bool:
    return any(not _denied(text, one.start()) for one in _FOUND.finditer(text))


def _not_found(text: str) -> bool:
    made_out = re.finditer(rf"\b(?:{_MADE_OUT})\b", text, re.IGNORECASE)
    return _NOT_FOUND.search(text) is not None or any(_denied(text, one.start()) for one in made_out)


def stage(text: str) -> str:
    """One of `STAGES`. Words of two different stages give "not stated", save that an allegation may end in any.

    "Not upheld" is not found; "alleged", without a result, is alleged; a sanction alone says nothing of the stage.
    """
    ended = [
        name
        for name, says in (("not found", _not_found), ("under investigation", _is_open), ("found", _found))
        if says(text)
    ]
    if len(ended) == 1:
        return ended[0]
    if ended:
        return NOT_STATED
    return "alleged" if _ALLEGED.search(text) else NOT_STATED
