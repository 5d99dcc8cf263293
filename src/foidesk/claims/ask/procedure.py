"""What a sentence tells of the course of a case, held against how far its row says that it got.

A clerk who "resigned before a hearing could be held" has a row in which nothing was found; one who "kept the job"
has a row in which nobody left. Where the row does not bear it out, the words stay, and the account of words asks.
"""

from __future__ import annotations

import re

_KIND = r"(?:(?:disciplinary|misconduct|formal|full|final|internal|conduct|planned|scheduled)\s)?"
_ANY = rf"(?:an?|the|any|his|her|their)\s{_KIND}"
_HEARING = r"(?:hearing|meeting|tribunal|panel)\b"
_IS_HEARING = re.compile(_HEARING, re.IGNORECASE)
_INQUIRY = r"(?:inquiry|investigation|proceedings|process)\b"
_ENDED = r"(?:complete|completed|concluded|finished|over|ended|decided|settled|closed)\b"
_NOT_HELD = (
    r"(?:\s(?:(?:could|can)\s(?:even\s|ever\s)?(?:be held|take place|begin|start)|"
    r"(?:was|were)\s(?:even\s|ever\s)?held|took place|(?:had\s(?:even\s|ever\s)?)?(?:begun|began|started))\b)?"
)
_TELLS_ON = (
    rf"(?!\s(?:(?:was|were|is|are|had|has|have|could|can|be|been|even|ever|fully)\s)*{_ENDED}|"
    r"\s(?:ends?|concludes?|finishes)\b)"
)
_BEFORE = re.compile(
    rf"\b(?:before|ahead of|prior to)\s{_ANY}(?:{_HEARING}{_NOT_HELD}{_TELLS_ON}|"
    rf"{_INQUIRY}\s(?:could|can)\s(?:even\s|ever\s)?(?:be held|take place|begin|start)\b|"
    r"(?:case|matter)\s(?:(?:could|can) be|was)\s(?:even\s|ever\s)?(?:heard|decided|settled|concluded)\b)",
    re.IGNORECASE,
)
"""So far it got: "before a hearing could be held"; "before the hearing concluded" tells that it had begun."""
_MEANWHILE = re.compile(
    rf"\b(?:during|in the middle of|midway through|pending)\s{_ANY}{_INQUIRY}{_TELLS_ON}|"
    rf"\bpending\s{_ANY}{_HEARING}|"
    rf"\b(?:before|ahead of|prior to)\s{_ANY}{_INQUIRY}\s"
    rf"(?:(?:could|can|was|were|is|are|had|has)\s(?:be\s|been\s|even\s|ever\s)*)?{_ENDED}",
    re.IGNORECASE,
)
"""While an inquiry went on, which is so only where it still does: "during the investigation"."""
_UNHEARD = re.compile(
    r"\bbefore\b(?=[^,;]*\b(?:could|can) be (?:heard|tested|decided|looked into|investigated|examined)\b)|"
    r"\b(?:could|can) be (?:heard|tested|decided|looked into|investigated|examined)\b",
    re.IGNORECASE,
)
"""Around what was never heard: "before the allegations of … could be heard"."""
_AFTER = re.compile(
    r"\b(?:after|following|at)\s(?:an?|the|his|her|their)\s(?:\w+\s)?(?:hearing|meeting|tribunal|panel)\b",
    re.IGNORECASE,
)
_DURING = re.compile(
    rf"\b(?:during|in the middle of|midway through|amid)\s{_ANY}(?P<what>{_HEARING}|{_INQUIRY})", re.IGNORECASE
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
_STAYS = re.compile(
    r"\b(?:warning|warned|advice|advised|reprimand|caution|no (?:further )?action|no sanction|no case to answer|"
    r"training|retrained|guidance|words of|management action|fined?)\b",
    re.IGNORECASE,
)
"""In a row, an end that leaves somebody in the job that he had."""
_LEFT = re.compile(r"\b(?:dismissed|sacked|fired|resigned|retired|quit|suspended|suspension)\b", re.IGNORECASE)
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
    r"\bleaving (?:the|an?|its|his|her|their) (?:allegations?|claims?|matters?|cases?|complaints?|"
    r"accusations?)\s(?:unresolved|untested|undecided|unanswered|open)\b|"
    r"\bnothing (?:has|had|was|is)(?: yet)?(?: been)? (?:proved|proven|found|established|decided)"
    r"(?: against (?:him|her|them))?",
    re.IGNORECASE,
)
"""That it was never settled, or is not yet."""
_STILL = re.compile(
    r"\b(?:while|as) (?:(?:the|those|an?|its) )?(?:matter|case|claims?|allegations?|inquiry|investigation)\b"
    r"(?=.*\b(?:looked into|investigated|examined|probed|goes on|continues)\b)|"
    r"\b(?:is|are|being) (?:being )?(?:looked into|investigated|examined|probed)\b|"
    r"\b(?:goes on|continues)\b|\bon-?going\b",
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


def borne_out(stage: str, sanction: str, text: str) -> tuple[re.Pattern[str], ...]:
    """The turns of phrase that a row of this stage and sanction bears out, so that no word of them is left."""
    found: list[re.Pattern[str]] = []
    unsettled = stage in ("alleged", "open", "not stated")
    if unsettled and _GONE.search(sanction):
        found.append(_BEFORE)
        if (first := _UNHEARD.search(text)) and first[0].lower() == "before":
            found.append(_UNHEARD)
    if unsettled:
        found.append(_NO_FINDING)
    if stage == "open":
        found += [_STILL, _MEANWHILE]
    if stage == "not found":
        found += [_FOUND_NOT, _UNPROVED, _UNPUNISHED]
    if stage == "found":
        found.append(_CAUGHT)
    if stage in ("found", "not found") and _STAYS.search(sanction) and not _GONE.search(sanction):
        found.append(_KEPT)
    return (*found, _CLAIM)


def unborne(text: str, row: str, stage: str) -> str:
    """What a row does not bear out, though its words for themselves are harmless: at work, unpunished, heard."""
    found = _BACK.search(text)
    if found is None and stage in ("alleged", "open", "not stated"):
        found = _AFTER.search(text) or next(
            (
                one
                for one in _DURING.finditer(text)
                if stage != "open" or re.match(_HEARING, one["what"], re.IGNORECASE)
            ),
            None,
        )
    return found[0] if found and found[0].lower() not in row.lower() else ""


def clashes(text: str, row: str, stage: str) -> str:
    """Why a sentence and a row exclude each other in the course of the case; "" if they do not.

    Somebody who "stayed in post until he resigned" is told as gone: when, and whether paid, a person says.
    """
    if stage == "found" and _NO_FINDING.search(text):
        return f"its stage is: {stage}"
    if _AFTER.search(text) and (before := _ROW_BEFORE.search(row)):
        return f"its row says “{before[0]}”"
    gone = _LEFT.search(row)
    if gone is None or _LEFT.search(text):
        return ""
    is_kept = _KEPT.search(text) and not gone[0].lower().startswith("suspen")
    return f"its row says “{gone[0]}”" if is_kept or _BACK.search(text) else ""
