"""What a document is to the survey: an answer, an acknowledgement, a refusal, a covering letter, data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foidesk.model.observations import StatusSeen

from ..basis.found import Found
from ..basis.ground import Ground
from ..sentences.over import Sentence
from .status import ENDS

KINDS = ("answer", "acknowledgement", "refusal", "covering letter", "data", "not understood")
_ACKNOWLEDGED = re.compile(
    r"\b(?:acknowledg\w+ (?:the )?receipt|thank you for your (?:request|e-?mail|enquiry)|we have received your|"
    r"your request (?:has been|was) (?:received|logged|passed|forwarded)|"
    r"is being (?:dealt with|considered|processed)|will (?:be (?:dealt with|processed|considered)|respond|reply)|"
    r"you (?:should|will|can expect to) (?:receive|hear))",
    re.IGNORECASE,
)
_PENDING = re.compile(r"\b(?:will|is being|should|within|expect)\b", re.IGNORECASE)
_ATTACHED = re.compile(
    r"\b(?:attach(?:ed|ment)s?|enclos(?:ed|ure)s?|appended|accompanying (?:document|spreadsheet|file))\b",
    re.IGNORECASE,
)


def kind(ground: Ground, found: Found, statuses: Sequence[StatusSeen], sentences: Sequence[Sentence]) -> str:
    """One of `KINDS`, by what was found first, by what the letter says second."""
    text = " ".join(sentence.text for sentence in sentences)
    if found.observations:
        return "data" if _is_sheet(ground) else "answer"
    if any(status.outcome in ENDS for status in statuses):
        return "refusal"
    if _ATTACHED.search(text):
        return "covering letter"
    if _ACKNOWLEDGED.search(text) and _PENDING.search(text):
        return "acknowledgement"
    return "not understood"


def _is_sheet(ground: Ground) -> bool:
    return all(part.kind == "sheet" for part in ground.parts.values())
