"""What a word that no reading takes could do to a figure, in plain words: for the person who has to decide."""

from __future__ import annotations

import re

from .harmless import NEGATIONS, stems_of
from .lexicon import Lexicon
from .stems import stem

_KINDS: tuple[tuple[frozenset[str], str], ...] = (
    (NEGATIONS, "it may turn the sentence into its opposite"),
    (
        stems_of("only alone solely except excluding excluded apart bar barring without besides unless"),
        "it may leave some of them out",
    ),
    (
        stems_of("other others another further additional extra rest remaining more again"),
        "it may mean others than those told before, or so many on top of them",
    ),
    (
        stems_of("per each every apiece average mean median typical daily weekly monthly yearly annual annually"),
        "it may make the figure a rate or an average",
    ),
    (
        stems_of(
            """first last second third half quarter month week day hour winter spring summer autumn weekend night
            early late mid before after since until previously initially finally eventually originally recently
            currently january february march april may june july august september october november december"""
        ),
        "it may narrow the time",
    ),
    (
        stems_of(
            """less fewer most least higher lower better worse longer shorter rose risen fell fallen up down gap
            than any peaked next between"""
        ),
        "it compares the figure with something, and that is not told in numbers here",
    ),
)


def meaning(word: str, lexicon: Lexicon) -> str:
    """Why the word stops a claim: a clause that goes on from “word”."""
    lower = word.lower()
    forms = {lower, stem(lower)}
    for words, what in _KINDS:
        if forms & words:
            return what
    if any(map(str.isdigit, word)):
        return "no figure of the sentence is of that time or number"
    if seen := lexicon.categories(word):
        return (
            f"it means a kind ({lexicon.variable(seen[0].variable).label.lower()}) that the figure is not read for"
        )
    if lexicon.bodies(word):
        return "it names a body that the figure is not read for"
    if measure := _measure(forms, lexicon):
        return f"it is a word of “{measure}”, which the figure is not read as"
    if word[:1].isupper() and not re.match(r"[A-Z]+$", word):
        return "if it is a name, the survey does not know it; else it may restrict what is counted"
    return "it may restrict what is counted or say what became of it, and the survey has no word for it"


def _measure(forms: set[str], lexicon: Lexicon) -> str:
    for id, phrases in lexicon.measure_phrases.items():
        if any(forms & phrase for phrase in phrases):
            return lexicon.measure(id).label
    return ""
