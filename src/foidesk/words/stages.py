"""How far a case had come, by its words: alleged, under investigation, found, not found."""

from __future__ import annotations

import re

NOT_STATED = "not stated"
STAGES = ("alleged", "under investigation", "found", "not found", NOT_STATED)

_NOT_FOUND = re.compile(
    r"\bnot (?:upheld|proven|proved|substantiated|found|guilty)\b|\bun(?:substantiated|proven|"
    r"founded)\b|\bno case to answer\b"
    r"|\bnot sustained\b|\bnicht (?:bestätigt|nachgewiesen|erwiesen|begründet)\b|\bunbegründet\b"
    r"|\beingestellt\b|\bfreigesprochen\b|\bfreispruch\b"
    r"|\bcleared\b|\bexonerated\b|\bno misconduct\b|\bdiscontinued\b|\bwithdrawn\b|\bno evidence\b|\bacquitted\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\bunder (?:current )?investigation\b|\b(?:investigation|enquir(?:y|ies)|inquir(?:y|ies)|"
    r"case|matter|proceedings?) (?:is |are |remains? )?(?:ongoing|on-going|live|pending|"
    r"continuing|open)\b"
    r"|^\W*(?:live|ongoing|on-going|pending|open|sub judice)\W*$|\bstill (?:being investigated|"
    r"live|ongoing)\b|\bawait(?:s|ing)\b|\bpending\b"
    r"|\b(?:live|ongoing|on-going) (?:case|investigation|enquiry|inquiry|matter)\b|"
    r"\bnot (?:yet )?(?:finalised|concluded|resolved)\b|\bsuspended\b"
    r"|\b(?:noch |nicht )(?:offen|anhängig|abgeschlossen)\b|\banhängig\b|\bin bearbeitung\b"
    r"|\blaufende[snr]? (?:verfahren|ermittlung)"
    r"|^\W*(?:offen|laufend)\W*$",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"(?<!not )(?<!un)\b(?:upheld|proven|proved|substantiated|found (?:to have|guilty|proved|"
    r"proven)|(?<!no )case to answer|admitted|convicted)\b"
    r"|(?<!not )\bsustained\b(?!\s+(?:an?|the|his|her|their|some|\w+\s+injur|injur|damage|loss)\b)"
    r"|(?<!nicht )\b(?:bestätigt|nachgewiesen|erwiesen|verurteilt)\b"
    r"|(?<!alleged )(?<!no )\b(?:gross )?misconduct (?:was |is )?(?:found|proven|proved|"
    r"established)\b|\bbreach (?:found|proven)\b",
    re.IGNORECASE,
)
_ALLEGED = re.compile(
    r"\balleg(?:e[sd]?|ed|edly|ation|ations|ing)\b|\baccus(?:ed|ation|ations)\b|"
    r"\breported(?:ly)?\b|\bclaim(?:s|ed)?\b|\bcomplaint\b|\bcomplained\b|\bpurported(?:ly)?\b|"
    r"\bsuspected\b|\bmutmaßlich\w*\b|\bangeblich\w*\b|\bbeschuldigt\w*\b|\bvorwurf\b|\bverdacht\w*\b",
    re.IGNORECASE)  # fmt: skip


def stage(text: str) -> str:
    """One of `STAGES`. Words of two different stages give "not stated", save that an allegation may end in any.

    "Not upheld" is not found; "alleged", without a result, is alleged; a sanction alone says nothing of the stage.
    """
    ended = [
        name
        for name, words in (("not found", _NOT_FOUND), ("under investigation", _OPEN), ("found", _FOUND))
        if words.search(text)
    ]
    if len(ended) == 1:
        return ended[0]
    if ended:
        return NOT_STATED
    return "alleged" if _ALLEGED.search(text) else NOT_STATED
