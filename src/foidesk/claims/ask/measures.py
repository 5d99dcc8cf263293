"""Which measure words speak of."""

from __future__ import annotations

import re

from foidesk.words.figures import Figure
from foidesk.words.shapes import CURRENCIES

from .lexicon import Lexicon
from .lexicon_words import PERSON_NOUNS
from .stems import stem, tokens

TYPES = {
    "money": ("money",),
    "percent": ("share", "count"),
    "fraction": ("share", "count"),
    "ratio": ("share", "count"),
    "majority": ("share", "count"),
    "duration": ("duration",),
    "size": ("quantity",),
    "points": ("share", "count"),
}
"""The types of measure that a kind of figure can be of; any other kind is a count or a quantity."""
EVERY = ("count", "money", "quantity", "duration", "share")
SHARES = ("percent", "fraction", "ratio", "majority")
"""The kinds of figure that tell a share."""


def best(said: frozenset[str], types: tuple[str, ...], lexicon: Lexicon, loose: bool = False) -> str:
    """The measure whose words stand among the stems, the fullest match; "" if none or two alike.

    A whole phrase counts; with `loose`, half the weight of one with a word that no other measure has. Numbers in a
    phrase ("15 minutes") must always stand there.
    """
    winners = tied(said, types, lexicon, loose)
    return winners[0] if len(winners) == 1 else ""


def tied(said: frozenset[str], types: tuple[str, ...], lexicon: Lexicon, loose: bool = False) -> tuple[str, ...]:
    """The measures whose words stand among the stems in the fullest match: several where they are named alike."""
    scores: dict[str, tuple[float, float]] = {}
    for id, phrases in lexicon.measure_phrases.items():
        if lexicon.kind(id) not in types:
            continue
        found = max((_score(said, phrase, lexicon, loose) for phrase in phrases), default=(0.0, 0.0))
        if found[0] > 0:
            scores[id] = found
    top = max(scores.values(), default=None)
    return tuple(id for id, score in scores.items() if score == top)


def _score(said: frozenset[str], phrase: frozenset[str], lexicon: Lexicon, loose: bool) -> tuple[float, float]:
    digits = {one for one in phrase if one[:1].isdigit()}
    if not digits <= said:
        return 0.0, 0.0
    matched = phrase & said
    whole = sum(lexicon.weight.get(one, 1.0) for one in phrase)
    got = sum(lexicon.weight.get(one, 1.0) for one in matched)
    if matched == phrase:
        return 1 + len(phrase), got
    telling = any(lexicon.weight.get(one, 1.0) == 1 and not one.isdigit() and one not in LIMITS for one in matched)
    if loose and ((got >= whole / 2 and telling) or (digits and len(matched) > len(digits))):
        return got / whole, got
    return 0.0, 0.0


LIMITS = frozenset({"within", "under", "over", "time"})
"""Words of a limit; which limit it is, the number beside them says."""


_UNITS = "second minute min hour day week month year".split()
_TIMES = frozenset(_UNITS) | frozenset(stem(word) for word in _UNITS)


def limit(words: tuple[str, ...]) -> int:
    """1 for "over 15 minutes", "more than an hour"; -1 for "within", "under"; 0 where no limit of time stands."""
    for place, word in enumerate(words[:-1]):
        follows = [one for one in words[place + 1 : place + 4] if one not in ("a", "an", "the", "one")]
        if word in LIMITS and word != "time" and follows and _is_time(follows):
            return 1 if word == "over" else -1
    return 0


def _is_time(words: list[str]) -> bool:
    """ "15 minutes", "hour"; "44 per cent" behind "handed over" is none."""
    return words[0] in _TIMES or (words[0][:1].isdigit() and words[1:2] != [] and words[1] in _TIMES)


def limit_of(measure: str, lexicon: Lexicon) -> int:
    """The limit that the measure's own words name."""
    own = lexicon.measure(measure)
    found = [limit(tuple(token.stem for token in tokens(words))) for words in (own.label, *own.nouns)]
    return next((one for one in found if one), 0)


def of_unit(figure: Figure, lexicon: Lexicon) -> tuple[str, ...]:
    """The measures whose values are written in the unit of the figure: pounds, minutes."""
    unit = figure.unit.lower()
    return tuple(
        one.id
        for one in lexicon.definition.codebook.measures
        if one.unit.lower() in (unit, unit.rstrip("s")) or _is_currency(one.unit, unit)
    )


def _is_currency(written: str, unit: str) -> bool:
    """A codebook may write "GBP", "£" or "pounds"."""
    return bool(unit) and CURRENCIES.get(written.strip().lower(), "").lower() == unit


def is_person(noun: str) -> bool:
    """True if the noun counts people and nothing else."""
    words = re.findall(r"[a-z]+", noun.lower())
    return bool(words) and (stem(words[-1]) in PERSON_NOUNS or words[-1].rstrip("s") in PERSON_NOUNS)


def only(lexicon: Lexicon, kind: str) -> str:
    """The measure of a kind, if the survey asks for a single one; else ""."""
    found = [one.id for one in lexicon.definition.codebook.measures if lexicon.kind(one.id) == kind]
    return found[0] if len(found) == 1 else ""
