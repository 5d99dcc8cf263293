"""Amounts in the words of a report, by one rule of rounding."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from foidesk.model import Amount, Change, Money, Rate, Share

ROUNDING = (
    "Shares are rounded half up to whole per cent; below 1 % and above 99 % to one decimal. Rates and changes "
    "have two decimals, from 10 on one, from 100 on none."
)
SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


def amount_words(amount: Amount) -> str:
    """“12”, “12 to 16”, “12 or more”, “£1,250”, “9 %”, “9 to 11 %”; the unit is left to the sentence."""
    if isinstance(amount, Share):
        return _share(amount)
    if isinstance(amount, Change):
        return _span(amount, signed)
    if isinstance(amount, Rate):
        return _span(amount, _significant)
    lo = _number(amount.lo, amount)
    if amount.hi is None:
        return f"{lo} or more"
    hi = _number(amount.hi, amount)
    return lo if lo == hi else f"{lo} to {hi}"


def with_unit(words: str, unit: str) -> str:
    """The words with their unit, “12 cases”; a sum of money says it already."""
    sign = SIGNS.get(unit)
    return words if sign and sign in words else f"{words} {unit}"


def share_words(fraction: Decimal) -> str:
    """A fraction of one as per cent without the sign, rounded by `ROUNDING`."""
    per_cent = fraction * 100
    is_extreme = 0 < per_cent < 1 or 99 < per_cent < 100
    return f"{per_cent.quantize(Decimal('0.1') if is_extreme else Decimal(1), ROUND_HALF_UP):f}"


def rank_words(best: int, worst: int, tied: bool = False) -> str:
    """“1st”, “joint 1st”; “2nd to 4th” where the figures leave it open, “2nd or 3rd” where two are possible."""
    if best == worst:
        return f"joint {ordinal(best)}" if tied else ordinal(best)
    return f"{ordinal(best)} {'or' if worst == best + 1 else 'to'} {ordinal(worst)}"


def ordinal(number: int) -> str:
    """“1st”, “2nd”, “3rd”, “11th”."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def plural(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _share(amount: Amount) -> str:
    lo = share_words(amount.lo)
    if amount.hi is None:
        return f"{lo} % or more"
    hi = share_words(amount.hi)
    return f"{lo} %" if lo == hi else f"{lo} to {hi} %"


def _span(amount: Amount, words: Callable[[Decimal], str]) -> str:
    lo = words(amount.lo)
    if amount.hi is None:
        return f"{lo} or more"
    hi = words(amount.hi)
    return lo if lo == hi else f"{lo} to {hi}"


def signed(value: Decimal) -> str:
    """ "+5", "−5", "0"."""
    digits = _significant(abs(value))
    return digits if digits == "0" else f"{'+' if value > 0 else '−'}{digits}"


def _significant(value: Decimal) -> str:
    """Two decimals at most, one from ten on, none from a hundred on."""
    places = next((places for least, places in ((100, 0), (10, 1)) if abs(value) >= least), 2)
    digits = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _number(value: Decimal, amount: Amount) -> str:
    if isinstance(amount, Money) and value < 0:
        return f"−{_number(-value, amount)}"
    digits = f"{value:,.0f}" if value == value.to_integral_value() else f"{value.normalize():,f}"
    if not isinstance(amount, Money):
        return digits
    pence = f"{value:,.2f}" if value != value.to_integral_value() else digits
    return f"{SIGNS[amount.unit]}{pence}" if amount.unit in SIGNS else f"{pence} {amount.unit}"
