"""Headings that give the unit and scale of money in brackets: "Paid ($000)", "Cost (£m)", "Fine (£)"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.model.codebook import Measure
from foidesk.words.headings import AT_RATE
from foidesk.words.shapes import CURRENCIES

from ..basis.ground import Ground
from ..basis.measure import is_of_coin
from ..basis.says import Says

_SIGN = r"(?P<sign>[£$€]|\b(?:GBP|USD|EUR)\b)"
_SCALE = r"(?P<scale>['’]?000s?|k|thousands?|m|mn|millions?)"
_UNIT = re.compile(
    rf"[\s,]*[(\[]?\s*{_SIGN}\s*{_SCALE}?\s*[)\]]?\s*(?:[*†‡#]{{1,3}}|[¹²³⁴⁵⁶⁷⁸⁹]|[(\[]\d[)\]])?\s*$",
    re.IGNORECASE,
)
_IN_FRONT = re.compile(
    rf"^\s*(?P<opens>[(\[]\s*)?{_SIGN}\s*{_SCALE}?\s*(?(opens)[)\]]|(?=[\s:]))[\s:]*(?=[^\W\d])", re.IGNORECASE
)
_LONE = re.compile(
    r"(?<!\d)(?<!\d\s)(?:(?P<sign>(?:US|A|C)?\$|[£€¥]|\b(?:GBP|EUR|USD|sterling)\b)|"
    r"\bin\s+(?:\w+\s+)?(?P<name>pounds|euros?|dollars)\b)(?!\s?\d)",
    re.IGNORECASE,
)
"""A currency that stands beside no figure: "Fines paid (£)", "all amounts in US dollars"."""
_SCALED_SUMS = re.compile(
    r"(?:[£$€]|\b(?:GBP|EUR|USD))\s*(?:['’]?000['’]?s?|k|mn?|thousands?|millions?)\b(?![,.]\d)"
    r"|[(\[]\s*(?:in\s+)?(?:['’]?000['’]?s?|thousands?|millions?)\b[^)\]]{0,20}[)\]]|(?<![\d,.])['’]000s?\b"
    r"|\bin\s+(?:whole\s+)?(?:thousands?|millions?|Tausend|Mio)\b"
    r"|\b(?:thousands|millions)\s+of\s+(?:US\s+)?(?:euros?|pounds|dollars)\b",
    re.IGNORECASE,
)
"""Sums that are given in thousands or millions, without a figure: "(€000)", "thousands of euro"."""
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
    """The unit of money at the end or the start of a heading; None if it names none."""
    found = _UNIT.search(heading) or _IN_FRONT.match(heading)
    if found is None:
        return None
    scale = (found["scale"] or "").strip("'’").lower()
    words = heading[found.end() :] if found.re is _IN_FRONT else heading[: found.start()]
    return Unit(words.strip(), Decimal(10) ** _POWERS.get(scale[:1], 0), CURRENCIES[found["sign"].lower()])


def in_scaled_sums(words: str) -> bool:
    """True for words that give sums in thousands or millions: "Fines paid (€000)", "in thousands of euro"."""
    return _SCALED_SUMS.search(words) is not None


def names_other_unit(words: str, measure: Measure) -> bool:
    """True if a bare number by these words is of another unit than the measure's own, as it stands."""
    coins = (CURRENCIES.get((one["sign"] or one["name"]).lower(), "") for one in _LONE.finditer(words))
    return in_scaled_sums(words) or any(not is_of_coin(coin, measure) for coin in coins)


def in_other_unit(ground: Ground, measure: Measure, *near: str) -> bool:
    """True if the words near a bare sum, or any line of the reply outside its tables, name another unit."""
    lines = ground.memo.get(
        ("other units", measure.id),
        lambda: any(names_other_unit(piece.text, measure) for _, _, piece in ground.block_pieces()),
    )
    return lines or any(names_other_unit(words, measure) for words in near)


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
