"""Headings that give the unit and scale of money in brackets: "Paid ($000)", "Cost (£m)", "Fine (£)"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.words.headings import AT_RATE
from foidesk.words.shapes import CURRENCIES

from ..basis.says import Says

_UNIT = re.compile(
    r"[\s,]*[(\[]?\s*(?P<sign>[£$€]|\b(?:GBP|USD|EUR)\b)\s*(?P<scale>['’]?000s?|k|thousands?|m|mn|millions?)?\s*[)\]]?\s*$",
    re.IGNORECASE,
)
_POWERS = {"0": 3, "k": 3, "t": 3, "m": 6}
_MEAN = re.compile(
    r"\b(?:average[ds]?|avg|mean|median|rates? (?:per|of)|rate(?=\W*$)|per (?:capita|head|officer|employee|100?)"
    r"|ratio|per 1,?000|per 100?,?000|durchschnitt\w*|mittelwert\w*|je \d[\d.]*|pro kopf)\b",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(
    r"[(\[]\s*(?:in\s+)?(?:['’]?000['’]?s?|thousands?|millions?|Tsd\.?|in Tausend)\s*[)\]]|(?<![\d,.])['’]000s?\b"
    r"|\b(?:figures|numbers|values|data|all|angaben|zahlen)\b[^.]{0,20}\bin (?:thousands|millions|Tausend)\b",
    re.IGNORECASE,
)


def in_thousands(words: str) -> bool:
    """True if words over a table give its numbers in thousands or millions: "(000s)", "figures in thousands"."""
    return _THOUSANDS.search(words) is not None


def is_mean(words: str) -> bool:
    """True for words over figures that are no counts: averages, medians, rates, "per 1,000"."""
    return _MEAN.search(AT_RATE.sub(" ", words)) is not None


@dataclass(frozen=True, slots=True)
class Unit:
    """The words of a heading without its unit of money, what one of the unit is worth, and its ISO 4217 code."""

    words: str
    times: Decimal
    coin: str


def money_unit(heading: str) -> Unit | None:
    """The unit of money at the end of a heading; None if it names none."""
    found = _UNIT.search(heading)
    if found is None:
        return None
    scale = (found["scale"] or "").strip("'’").lower()
    return Unit(
        heading[: found.start()].strip(),
        Decimal(10) ** _POWERS.get(scale[:1], 0),
        CURRENCIES[found["sign"].lower()],
    )


def in_money(says: Says, times: Decimal, coin: str) -> Says:
    """A bare number as the sum of money that its heading makes of it."""
    word = says.number
    if word is None or says.kind not in ("number", "year"):
        return says
    times = Decimal(1) if says.unscaled else times
    value, lo, hi = (None if held is None else held * times for held in (word.value, word.lo, word.hi))
    stored = None if says.stored is None else says.stored * times
    return Says("money", replace(word, value=value, lo=lo, hi=hi, unit=coin), stored=stored)


def in_per_cent(says: Says) -> Says:
    """A bare number under a heading in per cent."""
    return replace(says, kind="percent") if says.kind == "number" else says
