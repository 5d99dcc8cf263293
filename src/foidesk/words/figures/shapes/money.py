"""Sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...lazy import lazy
from ..figure import Figure
from ..pieces import DIGITS, NUMBER, NUMERAL, value
from ..units import MONEY_WORD, SIGN, currency
from .common import DASH, FLAGS, figure, ranged

_MONEY = lazy(
    rf"(?<![\w£$€])(?P<sign>{SIGN})\s?(?P<n>{NUMERAL})(?![\d])(?P<per>(?: ?-?a-| an? | per |"
    rf"/)(?:hour|day|week|month|year|head|person)\b)?"
    rf"|(?P<n2>{NUMBER})[\s-](?P<word>{MONEY_WORD})\b|\b(?P<word3>GBP|EUR|USD)\s?(?P<n3>{NUMERAL})"
    r"|(?<![\w.,£$€])(?P<n4>\d{1,3}(?:\.\d)?)(?P<word4>p)\b|(?P<n5>" + NUMBER + r")\s(?P<word5>pence|cents?)\b",
    FLAGS,
)
_MONEY_RANGE = lazy(
    (
        rf"(?:\bbetween )?(?<![\w£$€])(?P<sign>{SIGN})\s?(?P<a>{NUMERAL})(?:{DASH}| to | and "
        rf"){SIGN}?\s?(?P<b>{NUMERAL})(?!\d)"
    ),
    FLAGS,
)
_BY = lazy(r"\bby (?:just |only |about |some |around |another )?$")
"""Before what something rose by, with what it rose to: "rose by £47,730 to £372,003" is no range."""
TWICE = 2
_SEVERAL_MONEY = lazy(
    r"\b(?P<word>(?:tens|hundreds|dozens|thousands|millions|billions)(?: of (?:thousands|millions|"
    r"billions))?) of "
    r"(?P<unit>pounds|dollars|euros)\b",
    FLAGS,
)


def money(text: str) -> Iterator[Figure]:
    for found in _MONEY_RANGE.finditer(text):
        between = found[0].lower().startswith("between")
        if not between and " and " in found[0]:
            continue
        if re.search(r"\bfrom\s$", text[max(0, found.start() - 5) : found.start()]) and " to " in found[0]:
            continue
        lo, hi = value(found["a"]), value(found["b"])
        if _BY.search(text[: found.start()]) and " to " in found[0] and hi >= lo * TWICE:
            continue
        if found["b"][-1:].isalpha() and not found["a"][-1:].isalpha() and lo < 1000:
            lo = lo.scaleb(hi.adjusted() - value(re.match(DIGITS, found["b"])[0]).adjusted())  # type: ignore[index]
        if found_range := ranged(found, "money", lo, hi, unit=currency(found["sign"])):
            yield found_range
    for found in _MONEY.finditer(text):
        group = found.groupdict()
        which = next(n for n in ("n", "n2", "n3", "n4", "n5") if group[n])
        word = group["sign"] or group["word"] or group["word3"] or group["word4"] or group["word5"]
        number = value(group[which])
        if which in ("n4", "n5"):
            number = number / 100
        per = re.sub(r"[^a-z]|^(?:a|an|per)\b", " ", (group["per"] or "").lower()).split()
        yield figure(found, "money", number, found.span(which), unit=currency(word), per=per[-1] if per else "")
    for found in _SEVERAL_MONEY.finditer(text):
        yield figure(found, "several", None, found.span("word"), lo=None, hi=None, unit=currency(found["unit"]))
