"""Letters that are not quite what they seem: a machine's answer to all, a delay that takes more time."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from .seen import LetterSeen
from .statements import NEGATIVE
from .text import LetterText

_WHATEVER = re.compile(
    r"\bif (?:you (?:have|are|wish|want|would like)|your (?:e-?mail|message|enquiry))\b[^.;]{0,60}"
    r"\b(?:requests?|requesting|foia?|freedom of information|access to (?:information|records))\b|"
    r"\bif you have (?:asked|applied)\b",
    re.IGNORECASE,
)
""" "If you have asked for information under the Act ...": it goes out to whoever writes, and has read nothing."""
_THE_REQUEST = re.compile(
    r"\b(?:your|this|that) (?:\w+ ){0,3}(?:request|application)\b|\b(?:reference|ref|case)\b[^.;]{0,20}\d",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\bif\b[^.;]*", re.IGNORECASE)
_MORE_TIME = re.compile(
    r"\b(?:need|needs|require|requires|take|takes|taking|allow|want|ask for|asking for|have to have)\b"
    r"[^.;]{0,30}\b(?:more|further|additional|extra|longer) (?:time|days|weeks)\b",
    re.IGNORECASE,
)
""" "We are not yet in a position to reply and will need more time": a delay, or more time taken?"""
_RELEASES_ALL = re.compile(
    r"\b(?:all|everything|the whole|each) (?:of )?(?:the |your |this )?(?:information|records?|documents?|"
    r"material|data|that)\b"
    r"[^.;]{0,50}\b(?:has|have) been (?:released|disclosed|provided|supplied|granted)\b",
    re.IGNORECASE,
)
""" "All of the information has been released. Download it from ...": to be fetched, or the answer?"""
_DENIED = r"(?:\bnot|\bnever|n['’]t|\bno longer) (?:\w+ ){0,2}?"
_UNDONE = {
    "extended": re.compile(
        rf"{_DENIED}(?:extend(?:ed|ing)?|taken|taking) (?:the |our |this |any |more |further )|"
        r"\bno extension\b|\bextending\b[^.;]{0,40}\bbut\b[^.;]{0,20}\bnot\b|\bneeded no (?:more|further) time",
        re.IGNORECASE,
    ),
    "retraction": re.compile(
        rf"{_DENIED}(?:withdr[ae]wn?|withdrawing|retract(?:ed|ing)?|recall(?:ed|ing)?|rescind(?:ed|ing)?)\b",
        re.IGNORECASE,
    ),
    "clarification asked": re.compile(
        rf"{_DENIED}(?:need|require|ask|asking|want) you to (?:clarif|specif|explain|narrow|tell|confirm|say)",
        re.IGNORECASE,
    ),
}
""" "We have not extended the time", "we have not withdrawn our letter", "we no longer need you to clarify"."""


_ALSO = {
    "holding": re.compile(
        r"\b(?:will|(?:is|are) going to|[\w]+[’']s going to) be (?:later|late|delayed|"
        r"overdue)\b",
        re.IGNORECASE,
    ),
    "acknowledged": re.compile(
        r"\bestimat(?:e|es|ed)\b[^.;]{0,30}\b(?:first |full )?(?:instal+ment|response|records?|"
        r"documents?)\b[^.;]{0,40}"
        r"\b(?:by|on or before|no later than)\b",
        re.IGNORECASE,
    ),
    "fee asked": re.compile(
        r"\bthe (?:list|report|polic(?:y|ies)|letters?|minutes|spreadsheet|register|contract|e-?mails?|"
        r"figures?|data)\b"
        r"[^.;]{0,30}\b(?:is|are) (?:attached|enclosed)\b",
        re.IGNORECASE,
    ),
    "auto-reply": re.compile(
        r"\b(?:mailbox|address|account|inbox)\b[^.;]{0,30}\b(?:was|is|has been) (?:now )?(?:closed|shut|"
        r"discontinued)\b"
        r"|\bnot been (?:read|delivered)\b",
        re.IGNORECASE,
    ),
    "final reply": re.compile(
        r"\b(?:passed|transferred|forwarded) (?:your )?(?:questions?|points?|parts?|items?) \d[^.;]{0,20} "
        r"(?:on )?to\b|"
        r"\bwill be (?:produced|released|sent|provided) (?:to you )?(?:on a rolling basis|in (?:batches|"
        r"instal+ments))\b",
        re.IGNORECASE,
    ),
}
"""What makes a letter that seems one thing another as well: "I have passed questions 1 and 2 to the county"."""


_UNCHANGED = re.compile(
    r"\b(?:is|are|was|were|remains?|stays?) (?:\w+ )?(?:unchanged|unaffected|not affected|"
    r"the same as before|as before|as (?:we )?(?:gave|told|stated|said))\b",
    re.IGNORECASE,
)
""" "We now rely on section 44 instead. The number, 144, is unchanged": a refusal that is new is not of all."""


def _beside_unchanged(seen: LetterSeen) -> LetterSeen:
    """The letter, a person asked of a refusal that one sentence states of several questions."""
    said = Counter(one.words for one in seen.outcomes if one.sure and one.outcome in NEGATIVE)
    return replace(
        seen,
        outcomes=tuple(
            replace(one, sure=False) if one.outcome in NEGATIVE and said[one.words] > 1 else one
            for one in seen.outcomes
        ),
    )


def doubted_event(seen: LetterSeen, letter: LetterText) -> LetterSeen:
    """The letter, a person asked of a machine's answer to whoever writes that seems to acknowledge our request.

    And of one that says that the answer is late and that more time is needed, or that a step was not taken.
    """
    names, text = set(seen.names), " ".join(letter.text.split())
    if names & {"retraction", "correction"} and _UNCHANGED.search(text):
        seen = _beside_unchanged(seen)
    whoever = letter.auto and _WHATEVER.search(text) and not _THE_REQUEST.search(_CONDITION.sub(" ", text))
    if seen.sure and whoever and names == {"acknowledged", "auto-reply"}:
        machine = tuple(one for one in seen.events if one.event == "auto-reply")
        return replace(seen, sure=False, likely=machine)
    if seen.sure and names == {"holding"} and _MORE_TIME.search(text):
        return replace(seen, sure=False)
    if seen.sure and any(names == {name} and also.search(text) for name, also in _ALSO.items()):
        return replace(seen, sure=False)
    if names == {"portal"} and _RELEASES_ALL.search(text):
        return replace(seen, sure=False, outcomes=tuple(replace(one, sure=False) for one in seen.outcomes))
    if seen.sure and any(name in names and denied.search(text) for name, denied in _UNDONE.items()):
        return replace(seen, sure=False)
    return seen
