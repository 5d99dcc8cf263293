"""Words beside a correction that leave it in doubt: what it is a figure of, or whether it holds.

"There were 45 cases in 2023. This counts only those from staff" corrects no figure of all. A correction is taken
as it reads only where the sentences around it say nothing of that sort; else a person is asked what it is for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from foidesk.model.observations import Correction

from ..basis.found import Found
from ..basis.ground import Ground
from ..figures.seen import look
from ..sentences.over import Sentence
from .correcting import CORRECTS
from .earlier import is_of_earlier
from .whose_figure import says_only

_GOES_ON = re.compile(
    r"^\W*(?:this|that|it|these|those|they|such|ours|theirs|the\s+(?:figure|number)\b(?!\s+(?:for|of|in|that))|"
    r"excluding|without|leaving|not|only|but|however|if)\b",
    re.IGNORECASE,
)
"""Begins a sentence about the figure before it."""
_CAUSE = re.compile(
    r"^\W*(?:this|that|it|these|the\s+(?:error|mistake|difference))(?:\s+(?:error|mistake|figures?|correction))?\s+"
    r"(?:(?:was|is)\s+(?:due|because|caused|owing|down\s+to|the\s+result|an?\s+(?:\w+\s+)?(?:errors?|mistakes?|slips?|misprints?|"
    r"oversights?|typos?)|[\w-]+\s+(?:more|fewer|less|higher|lower)|(?:now\s+)?(?:correct|right))\b|had\s+been\b|arose\b|"
    r"came\s+about\b|happened\b|resulted\b|replaces?\b|corrects?\b|supersedes?\b|changes?\b|brings?\b|means?\b|makes?\b|raises?\b|"
    r"reduces?\b|(?:does|do)\s+not\s+(?:affect|change|alter)\b)",
    re.IGNORECASE,
)
"""What such a sentence may well say: whence the error came, and what follows from putting it right."""
_NOT_FINAL = re.compile(
    r"\b(?:still|currently|being|yet\s+to\s+be|have\s+to\s+be|must\s+be)\s+(?:\w+\s+){0,2}(?:checked|verified|reviewed|confirmed)\b|"
    r"\bprovisional\b|\bsubject\s+to\s+(?:\w+\s+)?(?:checks?|checking|verification|confirmation|review)\b|\bnot\s+(?:yet\s+)?final\b|"
    r"\b(?:withdraw|take\s+back|retract)\s+(?:this|that|the|our)\s+(?:correction|figure)\b|\bthat\s+is\s+not\s+(?:so|right|true)\b",
    re.IGNORECASE,
)
"""Said anywhere in the letter, it is of all that the letter corrects."""
_YOURS = re.compile(r"\byou(?:r)?\b", re.IGNORECASE)
_UP_TO = re.compile(
    r"\b(?:to|until|till|by|as\s+at|as\s+of|since|from|before|after)\s+(?:the\s+)?(?:end\s+of\s+|beginning\s+of\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
"""Days that end or begin what is counted: "45 to 31 October"."""
_LETTER = re.compile(
    r"\b(?:letter|e-?mail|repl(?:y|ies)|response|answer|table|spreadsheet)s?\s+(?:dated\s+|of\s+|from\s+|sent\s+on\s+)[^,;:]*",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\d\W[^.;]*?\b(?:if|provided\s+that|unless|assuming|including|excluding|inclusive\s+of|exclusive\s+of|without|not\s+counting|"
    r"(?:when|where|once)\s+[^.;]{0,40}\b(?:is|are|was|were)\s+(?:also\s+)?(?:counted|included|added|excluded|left|removed))\b",
    re.IGNORECASE,
)
"""Behind the figure, on what it depends: "21 and not 15, if agency staff are counted"."""
_LABEL = re.compile(r"^\W*[^\W\d][^:.;\d]{0,60}:(?=\s)")
_SUBJECT = re.compile(r"\b(?:re|foi|ref|reference|dear|request)\b", re.IGNORECASE)
_SHORT = 6
_KIND_OF = re.compile(
    r"\b(?:new|old|other|first|second|last|further|additional|various|certain|some|different|own|main|open|closed|late|early)\s+$",
    re.IGNORECASE,
)
"""Before the noun it makes a kind of it: "the figure for new appeals"."""


def beside(ground: Ground, found: Found, sentences: Sequence[Sentence]) -> Found:
    """What was found, with each right figure in doubt of which the sentences around it say more."""
    at = {ground.locator(one.piece): n for n, one in enumerate(sentences)}
    lines = {at[one.said] for one in found.corrections if one.said in at}
    open_ = any(_NOT_FINAL.search(one.text) for one in sentences)

    def doubted(one: Correction) -> bool:
        if one.new is None or one.said not in at:
            return False
        n = at[one.said]
        behind = [s for s in sentences[n + 1 : n + 3] if s.block == sentences[n].block]
        if behind and one.value.quote in behind[0].text and not look(ground, sentences[n].text).numbers:
            behind = behind[1:]
        told = bool(behind) and at[ground.locator(behind[0].piece)] not in lines and _is_of_it(behind[0].text)
        return open_ or told or _narrows(ground, sentences[n].text) or _is_under(ground, sentences[: n + 1], one)

    kept = tuple(replace(one, sure=False, doubted=True) if doubted(one) else one for one in found.corrections)
    return replace(found, corrections=kept)


def _narrows(ground: Ground, text: str) -> bool:
    """True for "45 to 31 October", "45, if both are counted" and "new appeals"."""
    nouns = look(ground, text).nouns
    return (
        _IF.search(text) is not None
        or _UP_TO.search(_LETTER.sub(" ", text)) is not None
        or any(_KIND_OF.search(text[: one.start]) for one in nouns)
    )


def _is_under(ground: Ground, sentences: Sequence[Sentence], one: Correction) -> bool:
    """True for a correction under a line or behind a label that says of what else it is."""
    own, before = sentences[-1].text, [each.text for each in sentences[-2:-1]]
    label = _LABEL.match(own)
    heads = [text for text in before if _is_head(text, first=len(sentences) == 2)]
    heads += [label[0]] if label is not None else []
    return any(_heads_else(ground, text, one) for text in heads)


def _is_of_it(text: str) -> bool:
    return _GOES_ON.match(text) is not None and not (_CAUSE.match(text) or CORRECTS.search(text))


def _is_head(text: str, first: bool) -> bool:
    """True for a line over the correction; not for the first line of the letter, nor one of its subject."""
    said = text.strip()
    if said.endswith(":"):
        return True
    return not first and len(said.split()) <= _SHORT and said[-1:].isalnum() and _SUBJECT.search(said) is None


def _heads_else(ground: Ground, text: str, one: Correction) -> bool:
    """True for "Staff" and "You asked us to confirm:" over what would correct a figure of all."""
    if is_of_earlier(text):
        return False
    held = {(name, where.categories) for name, where in one.where.items()}
    return _YOURS.search(text) is not None or not says_only(ground, text) or not _kinds(ground, text) <= held


def _kinds(ground: Ground, text: str) -> set[tuple[str, tuple[str, ...]]]:
    return {(name, hit.where.categories) for name, hit in look(ground, text).categories}
