"""Sums of money that name what they are for: in the words of the survey's question, or beside what was counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from foidesk.model.codebook import Measure
from foidesk.words.normal import normalise
from foidesk.words.small_numbers import BODY_KINDS

from ..basis import measure as measures
from ..basis.asked import our_words
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen
from ..basis.nouns import NounHit
from ..basis.plain import PLAIN
from ..figures.seen import Seen, words_besides
from .clause import Clause

_FOR = re.compile(
    r",?\s+(?:(?:and\s+)?(?:for|with|worth|totall?ing|amounting\s+to|to\s+the\s+value\s+of)|in\s+höhe\s+von|für|mit)\s+"
    r"(?:(?:an?|the|einer|insgesamt)\s+)?(?:(?:total|combined|overall)\s+)?(?:(?:sum|value|amount|total|gesamtsumme|summe)\s+)?"
    r"(?:of\s+|von\s+)?$",
    re.IGNORECASE,
)
_EACH = re.compile(r"[;:]|\b(?:each|every|per|apiece|je|jeweils|pro|some|part|one|half)\b", re.IGNORECASE)
_STOP = re.compile(r"(?:\s*,?\s*(?:in\s+total|altogether|in\s+all|insgesamt))?\s*\.?\s*$", re.IGNORECASE)
_PAID = re.compile(
    r"\b(?:settled|paid|compensated|awarded|resolved|concluded|reimbursed|refunded|beglichen|gezahlt|ausgezahlt|reguliert)\b",
    re.I,
)
LEAST = 2


def says_sum(ground: Ground, seen: Seen, measure: Measure) -> bool:
    """True for "We spent £5,000 on clearing plots", asked what was spent on clearing plots: the words are ours."""
    names = {word for name in (measure.label, *measure.nouns) for word in normalise(name).split()} - PLAIN
    words = words_besides(seen.text, seen.numbers, seen.periods, seen.referred)
    said = [word for word in words if word.isalpha() and word not in PLAIN and word not in BODY_KINDS]
    asked = any(measure.id in question.measures for question in ground.context.questions)
    own = sum(word in names for word in set(said))
    return (
        asked and own > 0 and len(set(said)) >= LEAST and all(w in our_words(ground) or w in names for w in said)
    )


def with_sum_of(seen: Seen, found: Sequence[Clause | None]) -> list[Clause | None]:
    """The clauses, with the one sum behind what is counted: "Three claims were settled, for £21,750"."""
    sums = [at for at, word in enumerate(seen.numbers) if word.kind == "money"]
    if len(sums) != 1 or found[sums[0]] is not None or sums[0] == 0:
        return list(found)
    word, before = seen.numbers[sums[0]], found[sums[0] - 1]
    if before is None or not before.nouns or before.number is None or before.categories:
        return list(found)
    said = seen.text[max(before.end, before.nouns[0].end) : word.start]
    if _FOR.search(said) is None or _STOP.match(seen.text, word.end) is None or _EACH.search(said):
        return list(found)
    if not _PAID.search(said) or word.exact is None or _PAID.search(seen.text, word.end):
        return list(found)
    made = Clause(
        word.start,
        word.end,
        word,
        (),
        (),
        before.period,
        before.period_at,
        crowded=before.crowded,
        sum_of=before.nouns,
    )
    return [made if at == sums[0] else one for at, one in enumerate(found)]


def measure_of_sum(ground: Ground, nouns: Sequence[NounHit]) -> MeasureSeen | None:
    """The survey's only money, if its question speaks of what was counted; else a guess."""
    money = measures.of_money(ground)
    if money is None:
        return None
    asked = [question.text for question in ground.context.questions if money.measure.id in question.measures]
    counted = ground.context.codebook.measure(nouns[0].measure)
    names = {normalise(name) for name in (counted.unit, *counted.nouns)}
    named = any(f" {name} " in f" {normalise(text)} " for text in asked for name in names)
    return replace(money, rule="question") if named else money
