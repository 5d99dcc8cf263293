"""The sentences of a letter that word each event, by its phrases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..sentences import sentences
from .cues import Cue, Cues
from .figures import has_figure
from .pieces import clauses
from .text import LetterText

CONDITIONAL = ("fee asked", "extended", "transferred", "clarification asked", "portal", "part reply")
"""A letter of thanks says that these may happen; that is no event."""
BLOCKS = ("extended", "fee asked", "transferred", "clarification asked", "regulator", "retraction")
"""A sentence that tells of one of these steps states no outcome, even where it names a section."""
OF_LETTER = ("correction", "retraction", "review outcome", "regulator", "not a reply", "bounce", "auto-reply")
"""What a letter is as a whole: words of it under the number of one question speak of its subject."""
STEPS = (
    *BLOCKS,
    "auto-reply",
    "bounce",
    "holding",
    "part reply",
    "acknowledged",
    "portal",
    "clock restarted",
    "not a reply",
)
"""Nor does a figure in a sentence that tells of one of these."""


class Hits:
    """The sentences of a letter that word each event."""

    def __init__(self) -> None:
        self.sure: dict[str, list[str]] = {}
        self.ask: dict[str, list[str]] = {}
        self.steps: dict[str, set[str]] = {}

    def first(self, event: str) -> str:
        return next(iter(self.all(event)), "")

    def all(self, event: str) -> list[str]:
        return [*self.sure.get(event, ()), *self.ask.get(event, ())]

    def __contains__(self, event: object) -> bool:
        return event in self.sure

    def many(self, event: str) -> int:
        return len(self.sure.get(event, ()))

    def only_outside(self, answers: frozenset[str]) -> None:
        """Forgets what words an event of the letter as a whole, but only under the numbers of questions."""
        for event in OF_LETTER:
            told = self.sure.get(event, [])
            if told and all(any(text.endswith(answer) for answer in answers) for text in told):
                self.ask.setdefault(event, []).extend(self.sure.pop(event))

    def is_step(self, sentence: str, negative: bool) -> bool:
        """True if the sentence tells of a step and so states no outcome; its number may stand before it."""
        told = (text for event in (BLOCKS if negative else STEPS) for text in self.steps.get(event, ()))
        return any(text.endswith(sentence) for text in told)


def under_numbers(letter: LetterText, words: Cues, questions: Sequence[str]) -> frozenset[str]:
    """The sentences under the number of a question, where other numbers stand as well."""
    led = [one for one in clauses(letter, words, questions) if one.led and one.over]
    return frozenset(one.sentence for one in led) if len({one.over for one in led}) > 1 else frozenset()


_ITEM = re.compile(r"\n(?=[ \t]*(?:[-*•–]|\(?(?:\d{1,2}|[a-z])[.)])[ \t])")
"""Where a list goes on: its items are sentences of their own."""


def hits_in(letter: LetterText, words: Cues, questions: Sequence[str]) -> Hits:
    """The hits of all events; a figure about what was asked, and what only may happen, is none."""
    found = Hits()
    own = [block for block in letter.blocks if not block.startswith("> ")]
    items = [item for block in own for item in _ITEM.split(block)]
    texts = [letter.subject] + [one.text for item in items for one in sentences(re.sub(r"\s+", " ", item))]
    for name, cue in words.events.items():
        for text in texts:
            how = _worded(name, text, words)
            if not how or _is_subject(text, cue, questions):
                continue
            if how == "sure":
                found.steps.setdefault(name, set()).add(text)
            (found.ask if how == "ask" else found.sure).setdefault(name, []).append(text)
    return found


@lru_cache(maxsize=32768)
def _worded(event: str, text: str, words: Cues) -> str:
    """How a sentence words an event: "sure", "soft", "ask", or "" if it does not."""
    cue = words.events[event]
    if cue.no.search(text) or (event in CONDITIONAL and words.conditional.search(text)):
        return ""
    kinds = (("sure", cue.sure), ("soft", cue.soft), ("ask", cue.ask))
    return next((kind for kind, pattern in kinds if pattern.search(text)), "")


_TO_US = re.compile(r"\b(?:you|your|yours|please|payable|in advance|sie|ihre?n?|bitte)\b", re.IGNORECASE)
"""What is said to us is no figure about others."""


def _is_subject(text: str, cue: Cue, questions: Sequence[str]) -> bool:
    """True for a figure about what was asked: "12 appeals were upheld", where a question asks for appeals."""
    said = {word[:6].lower() for word in cue.about.findall(text)}
    asked = {word[:6].lower() for question in questions for word in cue.about.findall(question)}
    return bool(said & asked) and has_figure(text) and not _TO_US.search(text)
