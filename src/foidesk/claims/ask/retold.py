"""An accusation that a reply tells in prose: supported where its words stand there as they are told."""

from __future__ import annotations

import re
from collections.abc import Callable

from foidesk.words.figures import sentences

from ..verdict import Verdict
from .incident import Told
from .lexicon import Lexicon
from .quotation import Said

FEWEST = 6
"""Words that must stand together in the reply."""
_WORD = re.compile(r"[\w'’-]+")
_LEAD = re.compile(r"\W*(?:and |but |while )?(?:in|at|of|from)?\s*$", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:not|no|never|none|nobody|neither|nor|without|whether|if|den(?:y|ies|ied)|unable|cannot)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
"""In a sentence of a reply that may say the opposite of the words in it."""


def word_for_word(told: Told, texts: Callable[[], tuple[Said, ...]], lexicon: Lexicon) -> Verdict | None:
    """The verdict if a sentence of the body's own reply holds the incident as it is told, and denies nothing."""
    wanted = _words(_without_body(told, lexicon))
    if not told.bodies or len(wanted) < FEWEST:
        return None
    for said in texts():
        if said.body not in told.bodies:
            continue
        for start, end in sentences(said.text):
            sentence = said.text[start:end]
            if f" {' '.join(wanted)} " in f" {' '.join(_words(sentence))} " and not _UNSURE.search(sentence):
                name = lexicon.definition.body(said.body).name
                words = f"{name}: {' '.join(sentence.split())}"
                why = "its reply says so in these words; whether it is told fairly, a person judges"
                return Verdict("supported", "incident", words, why, body=said.body)
    return None


def _without_body(told: Told, lexicon: Lexicon) -> str:
    """What is told, without the body's name in front of it ("In Exampleton a constable …")."""
    first = next(iter(lexicon.bodies(told.text)), None)
    if first is not None and _LEAD.fullmatch(told.text[: first.start]):
        return told.text[first.end :].lstrip(" ,")
    return told.text


def _words(text: str) -> list[str]:
    return [word.strip("'’-").casefold() for word in _WORD.findall(text) if word.strip("'’-")]
