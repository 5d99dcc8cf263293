"""Words by which a number in prose is not of all that was asked: undated time, a rate, an exception, another noun.

They bind under a question's number too, where `NOT_OURS` (words of a sentence that is no answer) is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from foidesk.model.observations import Observation
from foidesk.words.normal import normalise

from ..basis.asked import our_words
from ..basis.ground import Ground
from ..basis.near import ask
from ..basis.plain import PLAIN
from ..sentences.over import Sentence

_UNDATED = re.compile(
    r"\b(?:last|this|past|previous|current)\s(?:(?:financial|fiscal|calendar|academic|school)\s)?(?:year|month|quarter|"
    r"week)\b|\b(?:so far|to date|ytd|bisher|bislang)\b|"
    r"\bim (?:letzten|vergangenen|laufenden|vorigen) (?:jahr|monat|quartal|haushaltsjahr)\b",
    re.IGNORECASE,
)
"""A stretch of time that the sentence does not date."""
_UP_TO = re.compile(
    r"\b(?:up\s+to|until|till|to|through|as\s+(?:at|of)|by|bis(?:\s+zum)?)\s+(?:and\s+including\s+)?(?:the\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?:(?:a|per|each|every)\s(?:(?:financial|fiscal|calendar|academic|school|working)\s)?(?:day|week|month|quarter|year)"
    r"(?!['’]s?\b)|per annum|annually|yearly|monthly|weekly|jährlich|monatlich|wöchentlich|"
    r"(?:pro|je|jedes|jeden) (?:jahr|monat|woche|tag|quartal))\b",
    re.IGNORECASE,
)
"""So many in each of several stretches of time."""
_EXCEPTS = re.compile(
    r"\b(?:exclud(?:es?|ed|ing)|excl?\.|excl|exclusive of|except(?:ing)?(?: for)?|other than|apart from|"
    r"aside from|not (?:including|counting)|"
    r"außer|ausgenommen|ausschließlich der|nicht (?:eingerechnet|enthalten))(?!\w)",
    re.IGNORECASE,
)
"""What the number leaves out."""
CAME_TO = re.compile(
    r"\b(?:paid|settled|upheld|granted|approved|closed|concluded|completed|investigated|resolved|proven|substantiated|"
    r"prosecuted|convicted|disciplined|successful|refused|rejected|withdrawn|(?:led|resulted|ended)\s+in|"
    r"bezahlt|gezahlt|bewilligt|genehmigt|abgeschlossen|erledigt|abgelehnt|zurückgezogen)\b",
    re.IGNORECASE,
)
"""What may become of some of those that were asked for."""
_STEM = 5
_NO_NOUN = frozenset(
    "this across towards always perhaps sometimes besides years months weeks days times does says".split()
)


def restricted(ground: Ground, sentence: Sentence, one: Observation) -> bool:
    """True for a number in prose that its sentence says, in words of its own, not to be of all that was asked."""
    asked = ask(ground, sentence.over.question)
    ours = normalise(asked.text) if asked is not None else ""
    undated = one.period is None and any(normalise(found) not in ours for found in _found(_UNDATED, sentence))
    undated = undated or (one.period is None and _is_up_to_a_day(ground, sentence))
    rate = one.period is None and any(_found(_RATE, sentence))
    excepts = any(normalise(found) not in ours for found in _found(_EXCEPTS, sentence))
    return undated or rate or excepts or _is_compound(ground, sentence, one) or _is_of_some(ours, sentence, one)


def _is_up_to_a_day(ground: Ground, sentence: Sentence) -> bool:
    """True for a number "up to June 2023" that got no days, though some of those asked about come later."""
    window = ground.context.period
    return window is not None and any(
        seen.period is not None and seen.period.end < window.end and _UP_TO.search(sentence.text[: seen.start])
        for seen in ground.period_in(sentence.text)
    )


def _is_of_some(ours: str, sentence: Sentence, one: Observation) -> bool:
    """ "None of the claims were paid": there may be claims; that none was paid is no nought of what was asked."""
    if one.amount is None or one.amount.hi != 0 or one.where:
        return False
    stems = {word[:_STEM] for word in ours.split()}
    return any(normalise(found)[:_STEM] not in stems for found in _found(CAME_TO, sentence))


def _is_compound(ground: Ground, sentence: Sentence, one: Observation) -> bool:
    """ "35 claims handlers": the number counts the noun behind that of the measure."""
    measure = ground.context.codebook.measure(one.measure)
    names = "|".join(
        re.escape(name) for name in sorted({measure.unit, *measure.nouns}, key=len, reverse=True) if name
    )
    behind = re.findall(rf"\d\s+(?:{names})['’]?\s+([a-z]{{3,}}[^s\W]s)\b", sentence.text, re.IGNORECASE)
    return any(word.lower() not in PLAIN | our_words(ground) | _NO_NOUN for word in behind)


def _found(pattern: re.Pattern[str], sentence: Sentence) -> Iterator[str]:
    return (found[0] for found in pattern.finditer(sentence.text))
