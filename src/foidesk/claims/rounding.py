"""Does a number as written fit a value? By the usual rounding, with every rule in words."""

from __future__ import annotations

import re
from decimal import Decimal

from foidesk.model import Amount, Rate, Share
from foidesk.words.numbers import NumberWord

RULES = (
    "A whole number is the value itself.",
    "A decimal, a per cent, a number of thousands or millions: the value rounded half up to what is written.",
    "“About”, “around”: within 5 % and a unit of the last digit that is no nought (“some 24,502”: 1 either way).",
    "“Nearly”, “almost”, “just under”: below it by no more than 10 %, or a unit of its last digit.",
    "“Just over”: above it by no more than 10 %, or a unit of its last digit; “well over”: above it.",
    "“More than”, “at least”, “fewer than”, “up to”: what the words allow.",
    "A fraction in words (“a third”, “one in ten”): within two percentage points.",
)
NEAR = Decimal("0.05")
CLOSE = Decimal("0.10")
FRACTION = Decimal("0.02")
FIVES = 5
ROUND = 10
"""From this unit of its last digit on a number is a round one."""
MAGNITUDES = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9,
}  # fmt: skip
_WRITTEN = re.compile(r"(\d[\d,   ]*)(?:\.(\d+))?\s*(k|thousand|mn?|million|bn|billion)?\b", re.IGNORECASE)
_BELOW = re.compile(r"^(?:nearly|almost|just under|close to|approaching)\b", re.IGNORECASE)
_ABOVE = re.compile(r"^just over\b", re.IGNORECASE)
_WELL_ABOVE = re.compile(r"^well over\b", re.IGNORECASE)


def agreement(number: NumberWord, value: Amount) -> str:
    """ "fits" if every number that the value allows fits what is written, "clashes" if none does, else "open"."""
    lo, hi, open_lo, open_hi = _allowed(number, value)
    inside_lo = lo is None or value.lo > lo or (value.lo == lo and not open_lo)
    inside_hi = hi is None or (value.hi is not None and (value.hi < hi or (value.hi == hi and not open_hi)))
    if inside_lo and inside_hi:
        return "fits"
    below = lo is not None and value.hi is not None and (value.hi < lo or (value.hi == lo and open_lo))
    above = hi is not None and (value.lo > hi or (value.lo == hi and open_hi))
    return "clashes" if below or above else "open"


def is_same_kind(number: NumberWord, value: Amount) -> bool:
    """True if a number written so can speak of the value at all: a per cent of a share, pounds of money."""
    if number.kind in ("percent", "fraction", "ratio"):
        return isinstance(value, Share)
    if number.kind == "money":
        return number.unit == value.unit
    return not isinstance(value, Share)


Bounds = tuple[Decimal | None, Decimal | None, bool, bool]


def _allowed(number: NumberWord, value: Amount) -> Bounds:
    """The values that the written number allows, and whether each end itself is left out."""
    scale = Decimal("0.01") if number.kind == "percent" else Decimal(1)
    if number.hedge == "about":
        return _about(number, scale, value)
    if number.hedge or number.kind == "range":
        lo = None if number.lo is None else number.lo * scale
        return _strict(number, value, scale, lo)
    written = (number.value or Decimal(0)) * scale
    if number.kind in ("fraction", "ratio"):
        return written - FRACTION, written + FRACTION, False, False
    half = step(number) * scale / 2
    if not half and isinstance(value, Rate):
        half = Decimal("0.5")
    return (written - half, written + half, False, True) if half else (written, written, False, False)


def _strict(number: NumberWord, value: Amount, scale: Decimal, lo: Decimal | None) -> Bounds:
    """“More than 9 %” leaves 9 % out; the number reader has moved whole numbers already."""
    hi = None if number.hi is None else number.hi * scale
    if isinstance(value, Share) and number.value is not None:
        printed = number.value * scale
        if number.hedge == "more than":
            return printed, None, True, False
        if number.hedge == "fewer than":
            return None, printed, False, True
    return lo, hi, False, False


def _about(number: NumberWord, scale: Decimal, value: Amount) -> Bounds:
    written = (number.value or Decimal(0)) * scale
    if _BELOW.match(number.text):
        return written - _near(written), written, False, True
    if _ABOVE.match(number.text):
        return written, written + _near(written), True, False
    if _WELL_ABOVE.match(number.text):
        return written, None, True, False
    unit = max(step(number) * scale, _leading(written))
    off = about_off(written, unit)
    return written - off, written + off, False, off == unit / 2


def about_off(written: Decimal, unit: Decimal) -> Decimal:
    """How far from a number said to be rough its value may lie; `unit`: of its last digit that is no nought.

    A number that ends in a five is said of fives: "about 1,250" by 50.
    """
    fives = FIVES if unit and written / unit >= FIVES * 2 and written / unit % FIVES == 0 else 1
    return max(unit / 2, min(written * NEAR, unit * fives))


def _near(written: Decimal) -> Decimal:
    """10 %, and of a round number no more than a unit of its last digit: "nearly 2,900" is not said of 2,790."""
    unit = _leading(written)
    return min(written * CLOSE, unit) if unit >= ROUND else written * CLOSE


def _leading(written: Decimal) -> Decimal:
    """The unit of the last digit that is not a zero: 100 for 800, 10 for 90, 1 for 91."""
    if not written:
        return Decimal(0)
    return Decimal(1).scaleb(int(written.normalize().as_tuple().exponent))


def step(number: NumberWord) -> Decimal:
    """The unit that the number is written to: 1 for a per cent, 0.1 for “9.2 %”, 100,000 for “1.2m”; else 0."""
    match = _WRITTEN.search(number.text)
    if match is None:
        return Decimal(1) if number.kind == "percent" else Decimal(0)
    places, magnitude = len(match[2] or ""), MAGNITUDES.get((match[3] or "").lower(), 1)
    if not places and magnitude == 1 and number.kind != "percent":
        return Decimal(0)
    return Decimal(magnitude).scaleb(-places)
