"""Shares that a sentence states of all cases ("9 % of complaints were upheld"), as its rounding leaves them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foidesk.words.normal import normal_words, normalise
from foidesk.words.numbers import NumberWord, numbers

from ..basis.ground import Ground
from ..basis.measure import MeasureSeen
from ..basis.nouns import NounHit
from ..basis.plain import NOT_OURS, OF_THE_REST, PLAIN
from ..figures import acceptance as rules
from ..figures.figures import combine
from ..figures.meaning import Meaning
from ..figures.rounded_shares import rounded_share
from ..figures.seen import Seen, look
from .clause import Clause
from .over import Sentence
from .prose import Told

_OF = re.compile(r"\s+(?:of|der|aller|von)\s+(?:(?:all|the|these|those|our|den|allen)\s+)*$", re.IGNORECASE)
"""What stands between the per cent and the noun of its base: nothing that could restrict it."""


def shares_told(ground: Ground, sentence: Sentence) -> list[Told]:
    """The shares of a sentence that says nothing else; none where base, kind or days are in any doubt.

    Another number, a period, a heading with a kind of its own, a hedge, or a word that is no plain one makes the
    sentence one that a person reads.
    """
    seen = look(ground, sentence.text)
    cents = [word for word in numbers(sentence.text, ground.locale.decimal) if word.kind == "percent"]
    base = _base(ground, seen, cents)
    if base is None or _is_restricted(seen, sentence, cents) or not _is_plain(seen, cents):
        return []
    ends = [*(word.start for word in cents[1:]), len(sentence.text)]
    told = [_told(ground, sentence, seen, base, word, end) for word, end in zip(cents, ends, strict=True)]
    return [one for one in told if one is not None] if all(told) else []


def _base(ground: Ground, seen: Seen, cents: Sequence[NumberWord]) -> NounHit | None:
    """The one noun of a count of which the first per cent is, named right behind it."""
    if not cents or len({noun.measure for noun in seen.nouns}) != 1:
        return None
    noun = seen.nouns[0]
    counts = ground.context.codebook.measure(noun.measure).type == "count"
    return noun if counts and _OF.fullmatch(seen.text[cents[0].end : noun.start]) else None


def _is_restricted(seen: Seen, sentence: Sentence, cents: Sequence[NumberWord]) -> bool:
    """True if days, another number, a heading or a word that takes something out limits what is said."""
    over, between = sentence.over, [0, *(at for word in cents for at in (word.start, word.end)), len(seen.text)]
    rest = " ".join(seen.text[a:b] for a, b in zip(between[::2], between[1::2], strict=True))
    return bool(seen.numbers or seen.periods or over.where or over.period) or bool(
        NOT_OURS.search(rest) or OF_THE_REST.search(rest)
    )


def _is_plain(seen: Seen, cents: Sequence[NumberWord]) -> bool:
    """True if all words are the shares, their base, a kind, or say nothing of their own."""
    held = [(one.start, one.end) for one in cents] + [(one.start, one.end) for one in seen.nouns]
    held += [(hit.start, hit.end) for _, hit in seen.categories]
    words = (one for one in normal_words(seen.text) if not any(a <= one.start and one.end <= b for a, b in held))
    return all(normalise(seen.text[one.start : one.end]) in PLAIN for one in words)


def _told(
    ground: Ground, sentence: Sentence, seen: Seen, base: NounHit, cent: NumberWord, end: int
) -> Told | None:
    """One share with the one kind that stands behind it, before the next share."""
    kinds = [(name, hit) for name, hit in seen.categories if cent.end <= hit.start and hit.end <= end]
    if len(kinds) != 1 or kinds[0][1].negated or kinds[0][1].start < base.end:
        return None
    measure = ground.context.codebook.measure(base.measure)
    value = rounded_share(cent, f"of {measure.unit}")
    (name, hit) = kinds[0]
    meaning = combine(ground, Meaning(sentence.piece.cut(hit.start, hit.end), ((name, hit.where),)))
    if value is None or meaning.ambiguous:
        return None
    named = MeasureSeen(measure, sentence.piece.cut(base.start, base.end), "named")
    clause = Clause(cent.start, cent.end, cent, (base,), tuple(kinds))
    return Told(clause, value, named, meaning, rules.SENTENCE.name)
