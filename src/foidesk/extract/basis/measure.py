"""Which measure a number is of: cases, people, money ... A number without a measure is no statement."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import cast

from foidesk.model.codebook import Measure
from foidesk.model.values import Value
from foidesk.words.normal import normalise
from foidesk.words.numbers import NumberWord
from foidesk.words.shapes import CURRENCIES
from foidesk.words.totals import Suppression

from .ground import Ground
from .pieces import Piece
from .says import Says

_SCALED = re.compile(r"\d\s?(?:k|mn?|bn|thousand|million|billion)\b", re.IGNORECASE)
PEOPLE = frozenset((
    "person", "people", "individual", "officer", "staff", "employee", "member", "man", "woman", "men", "women",
    "worker", "volunteer", "staff member", "member of staff", "victim", "suspect", "offender",
))  # fmt: skip
SUPPORT = ("named", "question", "only")


@dataclass(frozen=True, slots=True)
class MeasureSeen:
    """The measure, the words that name it, and the rule: "named", "question", "only", or "" for a mere guess."""

    measure: Measure
    piece: Piece | None = None
    rule: str = ""

    @property
    def supported(self) -> bool:
        return self.rule in SUPPORT


def named(ground: Ground, piece: Piece | None, counts: bool = False) -> MeasureSeen | None:
    """The one measure that the words name, or with `counts` the one that counts; None if they name several."""
    if not piece:
        return None
    hits = [hit for hit in ground.headings.caption(piece.text) if hit.kind == "measure"]
    hit = ground.headings.heading(piece.text)
    ids = dict.fromkeys([hit.id] if hit and hit.kind == "measure" and hit.id else [h.id for h in hits])
    if counts and len(ids) != 1:
        ids = dict.fromkeys(id for id in ids if ground.context.codebook.measure(id).type == "count")
    return MeasureSeen(ground.context.codebook.measure(next(iter(ids))), piece, "named") if len(ids) == 1 else None


def counts_people(ground: Ground, text: str, measure: Measure) -> bool:
    """True if the words count people ("Number of officers") while the measure counts something else."""
    if any(_singular(noun) & PEOPLE for noun in (measure.label, measure.unit, *measure.nouns)):
        return False
    counted = re.search(r"(?i)\b(?:number|no\.?|count|total)(?:\s+number)?\s+of\s+([\w\s]{3,40})", text)
    return counted is not None and bool(_singular(counted[1].split(" of ")[0]) & PEOPLE)


def _singular(words: str) -> set[str]:
    whole = normalise(words)
    return {whole, *whole.split()[:2]}


def of_question(ground: Ground, question: str) -> MeasureSeen | None:
    """The measure of a numbered question, if it asks for one only."""
    for asked in ground.context.questions:
        if asked.id == question and len(asked.measures) == 1:
            return MeasureSeen(ground.context.codebook.measure(asked.measures[0]), None, "question")
    return None


def sum_of_question(ground: Ground, question: str) -> MeasureSeen | None:
    """The measure of money of a question that asks for one such, beside a count perhaps."""
    for asked in ground.context.questions:
        named = [ground.context.codebook.measure(id) for id in asked.measures] if asked.id == question else []
        money = [measure for measure in named if measure.type == "money"]
        if len(money) == 1:
            return MeasureSeen(money[0], None, "question")
    return None


def of_variables(ground: Ground, variables: Iterable[str]) -> MeasureSeen | None:
    """The measure that the survey asks these variables of; the survey's only one, if it has one only."""
    counts = [measure for measure in ground.measures if measure.type == "count"]
    wanted = {name for name in variables if not name.startswith("?")}
    if len(counts) == 1 and wanted:
        return MeasureSeen(counts[0], None, "only")
    asked = [q.measures for q in ground.context.questions if wanted and wanted & set(q.variables) and q.measures]
    ids = {id for ids in asked for id in ids}
    if len(ids) == 1:
        return MeasureSeen(ground.context.codebook.measure(ids.pop()), None, "question")
    return None


def first(ground: Ground) -> MeasureSeen | None:
    """The survey's first measure, as a guess that a person must confirm."""
    return MeasureSeen(ground.measures[0]) if ground.measures else None


def of_money(ground: Ground) -> MeasureSeen | None:
    """The survey's only measure of money."""
    money = [measure for measure in ground.measures if measure.type == "money"]
    return MeasureSeen(money[0], None, "only") if len(money) == 1 else None


def of_count(ground: Ground) -> MeasureSeen | None:
    """The survey's only measure that counts; a guess if it has several."""
    counts = [measure for measure in ground.measures if measure.type == "count"]
    return MeasureSeen(counts[0], None, "only" if len(counts) == 1 else "") if counts else None


def weaker(seen: MeasureSeen) -> MeasureSeen:
    return replace(seen, rule="")


# ---------------------------------------------------------------- values


def value_of(seen: Says, measure: Measure, rounded: Decimal | None = None) -> Value | None:
    """The value that a cell states in the unit of the measure; None if it does not fit the measure."""
    if seen.kind == "suppressed" and seen.suppression is not None:
        return _amount(*held_back(seen.suppression, measure), measure, "suppressed")
    if measure.type == "share":
        return _share(seen, measure)
    if seen.kind == "percent" and not measure.in_per_cent:
        return None
    if seen.kind not in ("number", "year", "money", "percent") or seen.number is None:
        return None
    if seen.kind == "money" and (measure.type != "money" or not is_of_coin(seen.number.unit, measure)):
        return None
    return _stated(seen, measure, rounded)


_DOLLARS = frozenset(("USD", "AUD", "CAD", "NZD"))


def is_of_coin(coin: str, measure: Measure) -> bool:
    """True unless a sum names another currency than its measure: €1,200 are no pounds. "$" is any dollar.

    The measure's own unit may be an ISO 4217 code or its word ("EUR", "euro", "pounds").
    """
    own = CURRENCIES.get(measure.unit.strip().lower(), measure.unit)
    named = coin in CURRENCIES.values() and own in {*CURRENCIES.values(), *_DOLLARS}
    return not named or coin == own or (coin == "USD" and own in _DOLLARS)


def held_back(held: Suppression, measure: Measure) -> tuple[Decimal, Decimal | None]:
    """What a number held back may be. A limit is one of cases: of the money paid in them it says nothing.

    Of what is no whole number "fewer than 5" reaches up to five; a mark whose note tells of few cases tells only
    of counts, and of people where they are reckoned in full time equivalents.
    """
    if measure.type == "count":
        return held.lo, held.hi
    says_itself = any(map(str.isdecimal, held.mark)) and measure.type in ("duration", "rate")
    if held.hi is not None and (measure.type == "quantity" or says_itself):
        return Decimal(0), held.hi + 1
    return Decimal(0), Decimal(1) if measure.type == "share" else None


def _share(seen: Says, measure: Measure) -> Value | None:
    """A share as a fraction of one; a bare number says neither per cent nor fraction, so it is none."""
    word = seen.number
    if seen.kind != "percent" or word is None or word.ambiguous or word.lo is None or word.hi is None:
        return None
    return _amount(word.lo / 100, word.hi / 100, measure, "exact" if word.lo == word.hi else "interval")


def _stated(seen: Says, measure: Measure, rounded: Decimal | None) -> Value | None:
    word = seen.number
    assert word is not None
    stored = seen.kind != "percent" and measure.type != "count"
    exact = seen.stored if seen.stored is not None and stored else word.value
    if exact is not None and measure.type == "count" and _SCALED.search(word.text):
        return _around(exact, _last_place(word.text, exact), measure)
    if _is_either(word, measure) and word.lo is not None and word.hi is not None:
        lo, hi = word.lo.to_integral_value(ROUND_FLOOR), word.hi.to_integral_value(ROUND_CEILING)
        return _amount(lo, hi, measure, "interval")
    if word.ambiguous or word.hedge or exact is None:
        return None if word.lo is None else _amount(word.lo, word.hi, measure, "interval")
    if rounded is not None and rounded > 1:
        return _around(exact, rounded, measure)
    return _amount(exact, exact, measure, "exact")


def _is_either(word: NumberWord, measure: Measure) -> bool:
    """True for "1.234" of counted things: one or 1234, a range between them."""
    plain = word.kind in ("integer", "decimal") and not word.hedge and measure.type == "count"
    return bool(word.ambiguous) and plain and word.lo is not None and 0 <= word.lo != word.hi


def _last_place(text: str, value: Decimal) -> Decimal:
    """What one of the last digit printed is worth: 100 in "1.2k"."""
    printed = Decimal(re.sub(r"[^\d.]", "", text.replace(",", "")) or 1)
    return (value / printed).scaleb(int(printed.as_tuple().exponent)) if printed else Decimal(1)


def _around(value: Decimal, base: Decimal, measure: Measure) -> Value | None:
    """A value rounded to the nearest `base`: what it may have been."""
    half = (base // 2) if measure.type == "count" else base / 2
    return _amount(max(Decimal(0), value - half), value + half, measure, "rounded")


def _amount(lo: Decimal, hi: Decimal | None, measure: Measure, how: str) -> Value | None:
    if measure.type == "count" and (lo != int(lo) or (hi is not None and hi != int(hi)) or lo < 0):
        return None
    made = measure.amount(lo, hi, measure.unit)
    return cast(Value, made if made.is_exact else replace(made, how=how if how != "exact" else "interval"))


def amount(number: int | Decimal, measure: Measure) -> Value:
    """So many, exactly, in the unit of the measure."""
    return cast(Value, measure.amount(Decimal(number), Decimal(number), measure.unit))


def or_more(number: int, measure: Measure) -> Value:
    """That many at least."""
    return cast(Value, replace(measure.amount(Decimal(number), None, measure.unit), how="interval"))


def unknown(measure: Measure) -> Value:
    """Any number of them, none included."""
    return or_more(0, measure)
