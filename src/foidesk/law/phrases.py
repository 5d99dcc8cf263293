"""What a letter's sentences say of the outcome: given, given in part, refused under a section, not held ...

Sentence by sentence. A sentence that supposes ("section 40 may apply"), explains the Act, repeats the request or
tells how to complain says nothing of the outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .acts import AccessLaw
from .sections import SectionSeen, sections
from .sentences import Sentence, sentences
from .wording import (
    APPLIED,
    COST,
    COST_NOT,
    FULL,
    GIVES,
    NCND,
    NOT_APPLIED,
    NOT_FULL,
    NOT_HELD,
    PARTIAL,
    SAYS_NOTHING,
    SOME,
    WITHHELD,
)


@dataclass(frozen=True, slots=True)
class OutcomeSeen:
    """An outcome that characters `start` to `end` of a letter state, with section and Act where they are named."""

    outcome: str
    section: str
    act: str
    start: int
    end: int
    words: str


def outcomes(text: str, law: AccessLaw | None = None) -> tuple[OutcomeSeen, ...]:
    """The outcomes that a letter states, in order; a sentence can state two ("not held, but ... attached")."""
    return tuple(seen for sentence in sentences(text) for seen in _of_sentence(sentence, law))


def _of_sentence(sentence: Sentence, law: AccessLaw | None) -> Iterator[OutcomeSeen]:
    if SAYS_NOTHING.search(sentence.text):
        return
    named = sections(sentence.text, law)
    found = list(dict.fromkeys(_stated(sentence.text, named, law)))
    for outcome, section in found:
        yield _seen(outcome, section, sentence, law)


def _seen(outcome: str, section: SectionSeen | None, sentence: Sentence, law: AccessLaw | None) -> OutcomeSeen:
    act = section.act if section else (law.title if law and outcome in _UNDER_THE_ACT else "")
    return OutcomeSeen(
        outcome, section.section if section else "", act, sentence.start, sentence.end, sentence.text
    )


_UNDER_THE_ACT = ("refused", "cost limit", "neither confirm nor deny")
_Stated = tuple[str, SectionSeen | None]


def _stated(text: str, named: tuple[SectionSeen, ...], law: AccessLaw | None) -> Iterator[_Stated]:
    """The strongest statement first: to neither confirm nor deny excludes all others."""
    if NCND.search(text):
        yield from _with_sections("neither confirm nor deny", named)
        return
    if (cost := _cost(text, named, law)) is not None:
        yield cost
    elif not_held := NOT_HELD.search(text):
        yield "not held", _section_of(named, law, "not held")
        yield from _after_but(text[not_held.end() :])
    elif refusing := _refused(text, named, law):
        yield from refusing
    elif PARTIAL.search(text):
        yield "partial", None
    elif FULL.search(text) and not NOT_FULL.search(text):
        yield "full", None


def _with_sections(outcome: str, named: tuple[SectionSeen, ...]) -> Iterator[_Stated]:
    if not named:
        yield outcome, None
    yield from ((outcome, section) for section in named)


def _section_of(named: tuple[SectionSeen, ...], law: AccessLaw | None, outcome: str) -> SectionSeen | None:
    for section in named:
        refusal = law.refusal(section.section) if law else None
        if refusal is not None and refusal.outcome == outcome:
            return section
    return None


def _cost(text: str, named: tuple[SectionSeen, ...], law: AccessLaw | None) -> _Stated | None:
    if not COST.search(text) and not (APPLIED.search(text) and _section_of(named, law, "cost limit")):
        return None
    if COST_NOT.search(text):
        return None
    by_law = _section_of(named, law, "cost limit")
    plain = next((section for section in named if section.section.split("(")[0] == "12"), None)
    return "cost limit", by_law or (plain if law is None else None)


def _after_but(rest: str) -> Iterator[_Stated]:
    """ "We do not hold ranks, but the number of cases is attached" gives a part."""
    turn = re.search(r"\b(?:but|however|although|though|nevertheless|instead)\b", rest, re.IGNORECASE)
    if turn and (FULL.search(rest, turn.end()) or GIVES.search(rest, turn.end())):
        yield "partial", None


def _refused(text: str, named: tuple[SectionSeen, ...], law: AccessLaw | None) -> list[_Stated]:
    if NOT_APPLIED.search(text):
        return []
    grounds = [section for section in named if _is_ground(section, law)]
    outcome = "partial" if SOME.search(text) else "refused"
    if grounds and APPLIED.search(text):
        return [(outcome, section) for section in grounds]
    if WITHHELD.search(text):
        return [(outcome, _by_words(text, law))]
    return []


def _is_ground(section: SectionSeen, law: AccessLaw | None) -> bool:
    """An exemption of the law, or another ground to refuse; s.16 (advice) and s.17 (notice) are none."""
    if law is None:
        return True
    if section.act != law.title:
        return False
    refusal = law.refusal(section.section)
    return law.exemption(section.section) is not None or (refusal is not None and refusal.outcome == "refused")


def _by_words(text: str, law: AccessLaw | None) -> SectionSeen | None:
    """The one ground whose words stand in the sentence, where it names no section."""
    if law is None:
        return None
    grounds = [(item.section, item.words) for item in law.exemptions]
    grounds += [(item.section, item.words) for item in law.refusals if item.outcome == "refused"]
    fitting = [section for section, words in grounds if any(word.lower() in text.lower() for word in words)]
    return SectionSeen(fitting[0], law.title) if len(fitting) == 1 else None
