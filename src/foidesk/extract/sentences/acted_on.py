"""Nouns of one measure with the verb of another: "nine notices were appealed" counts appeals, and no notices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foidesk.model.codebook import Measure
from foidesk.words.normal import normalise

from ..basis.ground import Ground
from ..basis.measure import MeasureSeen
from ..basis.nouns import NounHit
from ..basis.pieces import Piece
from ..basis.plain import PLAIN

_DONE = re.compile(
    r"(?:\s*,)?\s+(?:(?:which|that|then|later|also|subsequently|were|was|are|is|had|have|has|been|being|got|not|never)\s+){0,4}"
    r"(?:found\s+to\s+(?:be|have\s+been)\s+)?(?P<verb>[a-z]{3,}ed|upheld|withdrawn|withheld)\b",
    re.IGNORECASE,
)
_IS_DONE = re.compile(r"[a-z]{3,}ed|upheld|withdrawn|withheld")
_NOT = re.compile(r"\b(?:not|never)\b", re.IGNORECASE)
_SHORTEST = 5


def acted_on(ground: Ground, piece: Piece, noun: NounHit) -> MeasureSeen | None:
    """The measure that the verb behind a noun counts, a guess unless a question of ours for it says the verb."""
    found = _DONE.match(piece.text, noun.end)
    if found is None:
        return None
    verb = found["verb"].lower()
    own = ground.context.codebook.measure(noun.measure)
    done = ground.memo.get("participles", lambda: {m.id: frozenset(_participles(m)) for m in ground.measures})
    if verb in done[own.id] or verb in _words(own):
        return None
    held = [one for one in ground.measures if one.id != own.id and one.type == "count" and verb in done[one.id]]
    if len(held) != 1:
        return None
    asked = any(
        question.measures == (held[0].id,) and re.search(rf"\b{verb}\b", question.text, re.IGNORECASE)
        for question in ground.context.questions
    )
    sure = asked and not _NOT.search(found[0])
    return MeasureSeen(held[0], piece.cut(noun.start, found.end()), "named" if sure else "")


def _participles(measure: Measure) -> Iterator[str]:
    """What is done where there is one: "appealed", "arrested", "prosecuted", "dismissed".

    The name of a measure may say it itself: "complaints upheld" are counted by "twelve complaints were upheld".
    """
    for name in (measure.label, measure.unit, *measure.nouns):
        words = normalise(name).split()
        if words and _IS_DONE.fullmatch(words[-1]) and words[-1] not in PLAIN:
            yield words[-1]
        stem = words[-1] if len(words) == 1 else ""
        if len(stem) < _SHORTEST:
            continue
        for one in {stem, stem.removesuffix("s")}:
            yield from (f"{one}ed", f"{one}d" if one.endswith("e") else f"{one}ed")
            yield from (f"{one.removesuffix(end)}{to}" for end, to in _ENDS if one.endswith(end))


_ENDS = (
    ("ion", "ed"),
    ("al", "ed"),
    ("al", "d"),
    ("ment", "ed"),
    ("sion", "ded"),
    ("ation", "ed"),
    ("ication", "ied"),
)


def _words(measure: Measure) -> Iterator[str]:
    for name in (measure.label, measure.unit, *measure.nouns):
        yield from normalise(name).split()
