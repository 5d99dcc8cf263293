"""Rights of review that name what was kept back: "our decision to withhold the answer to question 2"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..acts import AccessLaw
from ..sentences import sentences
from .cues import Cues
from .folding import QuestionSeen
from .grounds import grounds
from .naming import questions_named
from .seen import LetterSeen
from .statements import NEGATIVE
from .text import LetterText
from .topics import Topics

_DECIDED = re.compile(
    r"\b(?:our|the|this|that|my|its) (?:\w+ ){0,2}?(?:decision|refusal|failure) (?:not )?to "
    r"(?:with[- ]?hold|refuse|redact|exempt|disclose|release|provide|supply|give|answer)\b|"
    r"\b(?:our|the|this|my|its) (?:\w+ ){0,2}?(?:withholding|redaction|refusal) of\b|"
    r"\b(?:our|the|this|my|its) (?:\w+ ){0,2}?(?:use|application|reliance) (?:of|on) (?:the )?(?:section|"
    r"regulation|exemption|exception)",
    re.IGNORECASE,
)
_IF_ANY = re.compile(
    r"\b(?:any|whether|some|has been|have been|were|was|may have|might have|each|every)\b", re.IGNORECASE
)
""" "A decision to withhold any information": of every letter, and of none."""


def named_for_review(
    seen: LetterSeen, letter: LetterText, law: AccessLaw | None, cues: Cues, questions: Sequence[str]
) -> LetterSeen:
    """The letter, a person asked of what a right of review says was kept back, and no outcome says so.

    Where it names no question: of all that have no refusal, unless some refusal rests on its section.
    """
    doubtful: set[int] = set()
    refused = {
        section for one in seen.outcomes if one.outcome in (*NEGATIVE, "partial") for section in one.sections
    }
    for line in _rights(letter, cues):
        topics = Topics(questions, cues)
        named = set(questions_named(line, cues, len(questions))) or set(topics.best(line))
        cited = set(grounds(line, law))
        if named:
            doubtful |= named
        elif cited and not cited & refused:
            doubtful |= {one.question for one in seen.outcomes}
    return replace(
        seen, outcomes=tuple(_doubted(one) if one.question in doubtful else one for one in seen.outcomes)
    )


_AFTER = re.compile(r",? (?:you|please|an? (?:internal )?review)\b.*$", re.IGNORECASE)


def _rights(letter: LetterText, cues: Cues) -> Iterator[str]:
    """The sentences of the letter on a right of review that say what was decided."""
    for block in letter.blocks:
        for one in sentences(block):
            line = " ".join(one.text.split())
            if (
                cues.asides["rights"].search(line)
                and (seen := _DECIDED.search(line))
                and not _IF_ANY.search(line, seen.start())
            ):
                yield _AFTER.sub("", line[seen.start() :])


def _doubted(one: QuestionSeen) -> QuestionSeen:
    return one if one.outcome in (*NEGATIVE, "partial") else replace(one, sure=False)
