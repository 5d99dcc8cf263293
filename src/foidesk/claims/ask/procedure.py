"""What a sentence tells of the course of a case, held against how far its row says that it got.

A clerk who "resigned before a hearing could be held" has a row in which nothing was found; one who "kept the job"
has a row in which nobody left. Where the row does not bear it out, the words stay, and the account of words asks.
"""

from __future__ import annotations

import re

_FORUM = r"(?:hearing|meeting|tribunal|panel|inquiry|investigation|proceedings|process|case|matter)"
_HELD = (
    r"(?:\s(?:could|can|was|were|had|is|are|took|take|takes|has|have)(?:\s(?:even|yet|ever|be|been|take|get|got))*"
    r"(?:\s(?:held|heard|place|complete|completed|concluded|finished|over|under way|begun|decided|settled))?)?"
)
_BEFORE = re.compile(
    r"\b(?:before|ahead of|prior to|in the middle of|midway through|during|pending)\s"
    rf"(?:an?|the|any|his|her|their)\s(?:\w+\s)?{_FORUM}\b{_HELD}",
    re.IGNORECASE,
)
"""So far it got: "before a hearing could be held", "in the middle of the investigation"."""
_UNHEARD = re.compile(
    r"\bbefore\b(?=.*\b(?:could|can) be (?:heard|tested|decided|looked into|investigated|examined)\b)|"
    r"\b(?:could|can) be (?:heard|tested|decided|looked into|investigated|examined)\b",
    re.IGNORECASE,
)
"""Around what was never heard: "before the allegations of … could be heard"."""
_AFTER = re.compile(
    r"\b(?:after|following|at)\s(?:an?|the|his|her|their)\s(?:\w+\s)?(?:hearing|meeting|tribunal|panel)\b",
    re.IGNORECASE,
)
_ROW_BEFORE = re.compile(
    r"\b(?:before|prior to|ahead of|during|pending|without)\s(?:an?\s|the\s|any\s)?"
    r"(?:\w+\s)?(?:hearing|meeting|tribunal|panel|investigation|inquiry)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:kept|keeps|keep|keeping|held on to|hung on to)\s(?:the|a|his|her|their|its)\s"
    r"(?:jobs?|posts?|roles?|positions?|uniforms?|badges?|stripes)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:back|remain(?:s|ed)?|stay(?:s|ed)?|still|carried on|continu(?:es|ed))\s(?:at|in|on)\s"
    r"(?:the\s|his\s|her\s|their\s)?"
    r"(?:work|post|duty|job|role|service|beat|payroll)\b|\breturn(?:s|ed)? to (?:work|duty|post|the job)\b|"
    r"\b(?:escape[sd]?|avoid(?:s|ed)?|without) (?:any )?(?:punishment|sanction|discipline|suspension)\b|"
    r"\b(?:working|serving) (?:again|as (?:normal|usual))\b",
    re.IGNORECASE,
)
"""Told as at work, or as not punished: no row says so unless its outcome does."""
_GONE = re.compile(
    r"\b(?:dismiss|sack|resign|retir|left\b|leav|quit|terminat|struck off|suspen|fired)", re.IGNORECASE
)
"""In a row, that somebody left, or is kept from work."""
_CLAIM = re.compile(r"\b(?:the |a |an )?claims?\b(?=\s(?:of|that|is|are|was|were|being)\b)", re.IGNORECASE)
"""What was said of somebody: an allegation by another name."""
_FOUND_NOT = re.compile(
    r"\bfound\b(?=\s(?:(?:the|a|an|any|that)\s(?:\w+\s)?(?:allegations?|claims?|accusations?|complaints?|charges?|cases?)"
    r"\s(?:was\s|were\s|to be\s)?)?(?:not|never|un)[\s-]?(?:made out|borne out|proved|proven|founded|"
    r"substantiated|sustained|upheld)\b)",
    re.IGNORECASE,
)
_NO_FINDING = re.compile(
    r"\b(?:no|without (?:an?|any)) (?:finding|conclusion|verdict|ruling|decision)s?\b"
    r"(?:\s(?:has|have|had|was|were|is|being)(?:\sbeen)?\s(?:made|reached|recorded|given))?|"
    r"\bleaving (?:the|an?|its|his|her|their) (?:\w+\s)?(?:allegations?|claims?|matters?|cases?|complaints?|"
    r"accusations?)\s(?:un\w+ed|open|hanging)\b|"
    r"\bnothing (?:has|had|was|is)(?: yet)?(?: been)? (?:proved|proven|found|established|decided)"
    r"(?: against \w+(?: \w+)?)?",
    re.IGNORECASE,
)
"""That it was never settled, or is not yet."""
_STILL = re.compile(
    r"\b(?:while|as) (?:(?:the|those|an?|its) )?(?:matter|case|claims?|allegations?|inquiry|investigation)\b"
    r"(?=.*\b(?:looked into|investigated|examined|probed|goes on|continues)\b)|"
    r"\b(?:is|are|being) (?:being )?(?:looked into|investigated|examined|probed)\b|\b(?:goes on|continues)\b",
    re.IGNORECASE,
)
"""That it is still looked into."""
_UNPROVED = re.compile(r"\b(?:unproven|unproved|unsubstantiated|unfounded)\b", re.IGNORECASE)
_UNPUNISHED = re.compile(
    r"\b(?:was|were|been)\s(?:not|never)\s(?:disciplined|punished|sanctioned)\b", re.IGNORECASE
)
_CAUGHT = re.compile(
    r"\b(?:caught|found)\b(?=\s(?:out\s|in the act of\s)?(?:\w+ing|asleep|drunk)\b)", re.IGNORECASE
)
"""Somebody who was seen at it: told as done, which the stage of the row has to say."""


def borne_out(stage: str, sanction: str) -> tuple[re.Pattern[str], ...]:
    """The turns of phrase that a row of this stage and sanction bears out, so that no word of them is left."""
    found: list[re.Pattern[str]] = []
    if stage in ("alleged", "open", "not stated") and _GONE.search(sanction):
        found += [_BEFORE, _UNHEARD]
    if stage in ("alleged", "open", "not stated"):
        found.append(_NO_FINDING)
    if stage == "open":
        found.append(_STILL)
    if stage == "not found":
        found += [_FOUND_NOT, _UNPROVED, _UNPUNISHED]
    if stage == "found":
        found.append(_CAUGHT)
    if sanction and not _GONE.search(sanction):
        found.append(_KEPT)
    return (*found, _CLAIM)


def unborne(text: str, row: str, stage: str) -> str:
    """What a row does not bear out, though its words for themselves are harmless: at work, unpunished, heard."""
    found = _BACK.search(text)
    if found is None and stage in ("alleged", "open", "not stated"):
        found = _AFTER.search(text)
    return found[0] if found and found[0].lower() not in row.lower() else ""


def clashes(text: str, row: str, stage: str) -> str:
    """Why a sentence and a row exclude each other in the course of the case; "" if they do not."""
    if stage == "found" and _NO_FINDING.search(text):
        return f"its stage is: {stage}"
    if _AFTER.search(text) and (before := _ROW_BEFORE.search(row)):
        return f"its row says “{before[0]}”"
    off = re.search(r"\b(?:dismissed|sacked|resigned|retired|quit|suspended)\b", row, re.IGNORECASE)
    if _BACK.search(text) and off:
        return f"its row says “{off[0]}”"
    if _KEPT.search(text) and (
        gone := re.search(r"\b(?:dismissed|sacked|resigned|retired|quit)\b", row, re.IGNORECASE)
    ):
        return f"its row says “{gone[0]}”"
    return ""
