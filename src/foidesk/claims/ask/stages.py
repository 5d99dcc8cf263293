"""How far a case has got, by words: alleged, open, found, not found; of a sentence and of a row."""

from __future__ import annotations

import re

ALLEGED = re.compile(
    r"\b(?:accus(?:ed|ation|ations)|alleg(?:ed|edly|ation|ations|es)|suspected|claims? (?:of|"
    r"that)|investigated (?:for|over|after)|(?:under |being )investigat(?:ion|ed)|investigat(?:es|ing)|"
    r"(?:said|thought|believed|reported|supposed|understood) to have|charges? of|"
    r"looking into|prob(?:ing|es)|examining|whether|facing|faced (?:an?|claims)|case against|cleared of|"
    r"over claims|"
    r"charged with|(?:inquiry|investigation|hearing|meeting|proceedings|panel) (?:into|over|about)|reported for|"
    r"denied|denies|remains? (?:under|open)|"
    r"suspended(?!\s+(?:for|after)\s+(?!being\b)\w+ing\b))\b",
    re.IGNORECASE,
)
"""Of who is suspended nothing is found yet; "suspended for shouting" tells that it was done."""
PROVED = re.compile(
    r"(?<!not )(?<!never )(?<!nothing )\b(?:proved|proven|found to have|found guilty|admitted|upheld|"
    r"was found|found|caught(?=\s(?:out\s|in the act of\s)?\w+ing\b))\b"
    r"(?!\s(?:to have )?(?:no|not|nothing|innocent)\b)",
    re.IGNORECASE,
)
_UNPROVED = re.compile(
    r"\b(?:nothing|not|never|none of (?:it|this|that))\s(?:(?:has|have|had|was|were)\s)?(?:(?:yet|ever)\s)?"
    r"(?:been\s)?(?:proved|proven|upheld|found|admitted)\b",
    re.IGNORECASE,
)
"""Told as not proved: "nothing has been proved"."""
PUNISHED = re.compile(
    r"(?<!not )(?<!never )(?<!nor )(?<!without being )\b(?:disciplined|punished|penalised|sanctioned|"
    r"reprimanded)\b",
    re.IGNORECASE,
)
_OVER = re.compile(r"\b(?:over|amid) (?:an?|the|some|his|her|their|\w+s)\b")
_FOR = re.compile(r"\b(?:for|who|by|after)\b")
_OPEN_ROW = re.compile(
    r"\b(?:under investigation|live|ongoing|on-going|pending|not (?:yet )?(?:concluded|complete)|investigation)\b",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(
    r"\b(?:not (?:proven|proved|upheld|found|substantiated)|unproven|unsubstantiated|no case to "
    r"answer|unfounded|no further action|nfa|cleared|dismissed complaint)\b",
    re.IGNORECASE,
)
_FOUND = re.compile(r"\b(?:proven|proved|upheld|found|substantiated|admitted)\b", re.IGNORECASE)
_FOUND_ROW = re.compile(r"\b(?:proven|proved|upheld|substantiated|admitted)\b", re.IGNORECASE)
"""In a row without a column of the stage "found" alone tells too little."""
_LIVE_ROW = re.compile(r"\b(?:live|ongoing|on-going|pending|under investigation)\b", re.IGNORECASE)
_ALLEGED_ROW = re.compile(r"\b(?:alleged|allegation not|accused)\b", re.IGNORECASE)
_SELF = re.compile(r"\b(?:resign|retir|quit|left|suspend(?!\w*\s(?:for|without)\b))", re.IGNORECASE)
"""Ends of which no finding follows; "suspended for five days" is a sanction."""


_CLEARED = re.compile(
    r"\b(?:no case to answer|cleared|exonerated) (?:over|on|about|after|regarding|concerning)\b", re.IGNORECASE
)
_WHO_DID = re.compile(r"\bwho (?!was |were |is |are |had been |has been |faced |faces )", re.IGNORECASE)
_DID = re.compile(
    r"\bwho (?P<did>[^,;]*?)(?=\s(?:has|had|was|were|is|are|will|remains?|faces?|faced|got|received|kept|lost|"
    r"resigned|retired|quit)\b|[,;.]|$)",
    re.IGNORECASE,
)
_STILL_OPEN = re.compile(
    r"\b(?:still\s)?awaits?\s(?:an?\s|the\s|its\s|his\s|her\s)?(?:outcome|hearing|decision|verdict|result|ruling)\b|"
    r"\b(?:is|are|remains?|still)\s(?:still\s|now\s|currently\s)?(?:being\s(?:investigated|looked into|probed)|"
    r"under\s(?:\w+\s)?investigation|under review|awaiting|on-?going|pending|undecided)\b|\bon-?going\s(?:inquiry|"
    r"investigation|case|matter|proceedings|hearing)\b|\b(?:has|have) yet to\b|\bis yet to be\b",
    re.IGNORECASE,
)


def says_done(text: str) -> bool:
    """ "An assistant *who struck a pupil* has been suspended": told as done, whatever else is still open."""
    return any(
        _WHO_DID.match(text, found.start()) and not ALLEGED.search(found["did"]) for found in _DID.finditer(text)
    )


def is_proved(text: str) -> bool:
    """True for what is told as proved: not for "nothing has been proved"."""
    return PROVED.search(_UNPROVED.sub("", text)) is not None


def is_unproved(text: str) -> bool:
    """True for what is told as not proved."""
    return _UNPROVED.search(text) is not None


def is_told_open(text: str) -> bool:
    """True for what is told as not over yet: "is under investigation", "has yet to be decided"."""
    return _STILL_OPEN.search(text) is not None


ACQUITTED = re.compile(
    r"\b(?:was|were|been|being|is|are) (?:(?:later|subsequently|also|fully|eventually|then|since|finally) )?"
    r"(?:cleared|exonerated|acquitted|vindicated|absolved|found (?:not guilty|innocent))\b(?!.*\bbut\b)|"
    r"\b(?:cleared|exonerated|acquitted|absolved) (?:an?|the|one|its|their)\b(?!.*\bbut\b)|"
    r"\bcleared of\b(?!.*\bbut\b)",
    re.IGNORECASE,
)
"""Told as over without a finding: "was cleared in 2023 of falsifying records"; not where "but" tells more."""


NOT_MADE_OUT = re.compile(
    r"\b(?:not|never) (?:made out|borne out|proved|proven|substantiated|sustained|upheld)\b", re.IGNORECASE
)
NOT_YET_FOUND = re.compile(
    r"\b(?:not|never) (?:(?:having )?been|found(?: to be)?) (?:made out|borne out|proved|proven|substantiated|"
    r"sustained|upheld)\b",
    re.IGNORECASE,
)
"""Told as not found: "a charge that was not made out"."""


def is_alleged(text: str) -> bool:
    """True if a sentence tells the matter, not that it was done: "accused of", "over a racist joke"."""
    if ALLEGED.search(text) or (_CLEARED.search(text) and not _WHO_DID.search(text)):
        return True
    return bool(_OVER.search(text)) and not _FOR.search(text)


def stage_of(stage: str, sanction: str, row: str) -> str:
    """ "found", "not found", "open", "alleged" or "not stated": by a row's stage, its words, its sanction."""
    if stage:
        return _stage(stage)
    if _NOT_FOUND.search(row):
        return "not found"
    if _FOUND_ROW.search(row):
        return "found"
    if _LIVE_ROW.search(row):
        return "open"
    if _ALLEGED_ROW.search(row):
        return "alleged"
    words = sanction or row
    return "not stated" if _SELF.search(words) or not words else "found"


def _stage(text: str) -> str:
    if _NOT_FOUND.search(text) or "not-found" in text:
        return "not found"
    if _OPEN_ROW.search(text):
        return "open"
    if re.search(r"\balleg", text, re.IGNORECASE):
        return "alleged"
    return "found" if _FOUND.search(text) else "not stated"
