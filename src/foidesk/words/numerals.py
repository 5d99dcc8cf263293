"""A printed numeral to its value: thousands separators, decimal signs, and what stays open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_SPACES = "\u00a0\u2009\u202f'’"


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a numeral may mean: one value, or two with the reason in `ambiguous`."""

    value: Decimal
    other: Decimal | None = None
    ambiguous: str = ""

    def scaled(self, by: Decimal) -> Numeral:
        other = None if self.other is None else self.other * by
        return Numeral(self.value * by, other, self.ambiguous)


def numeral(text: str, decimal: str = "") -> Numeral:
    """The value of a numeral.

    `decimal` is the sign of the locale ("." or ","). Without it "1,234" is 1234, as in English, and "1.234"
    or "1,5" stay open between two readings.
    """
    bare = re.sub(f"[{_SPACES}]", "", text)
    if "," in bare and "." in bare:
        return _mixed(bare)
    if "." in bare:
        return _one_sign(bare, ".", decimal)
    if "," in bare:
        return _one_sign(bare, ",", decimal)
    return _padded(bare)


def _padded(bare: str) -> Numeral:
    value = Decimal(bare)
    if len(bare) > 1 and bare[0] == "0":
        return Numeral(value, value, f"{bare} has a leading zero and may be a label")
    return Numeral(value)


def _mixed(bare: str) -> Numeral:
    """Both signs stand: the last one is the decimal sign. Where the other parts no thousands, a key slipped."""
    sign = max(".,", key=bare.rfind)
    other = "," if sign == "." else "."
    value = Decimal(bare.replace(other, "").replace(sign, "."))
    groups = bare.rpartition(sign)[0].split(other)
    return (
        Numeral(value) if _parted(groups) else _open(value, Decimal(bare.replace(".", "").replace(",", "")), bare)
    )


def _parted(groups: list[str]) -> bool:
    """True for digits parted by thousands, or by lakhs as in India (12,34,567)."""
    first, *others = (len(group) for group in groups)
    return 0 < first <= 3 and others[-1:] in ([3], []) and (set(others) <= {3} or set(others[:-1]) == {2})


def _one_sign(bare: str, sign: str, decimal: str) -> Numeral:
    groups = bare.split(sign)
    grouped = len(groups[0]) <= 3 and groups[0] != "0" and all(len(group) == 3 for group in groups[1:])
    as_whole = Decimal("".join(groups))
    as_decimal = Decimal(f"{''.join(groups[:-1])}.{groups[-1]}")
    if len(groups) > 2:  # "31,650,57": the last sign may stand for the decimal one
        return Numeral(as_whole) if _parted(groups) else _open(as_decimal, as_whole, bare)
    if decimal:
        return _by_locale(as_decimal, as_whole, grouped, sign, decimal, bare)
    if grouped:
        return Numeral(as_whole) if sign == "," else _open(as_whole, as_decimal, bare)
    return Numeral(as_decimal) if sign == "." else _open(as_decimal, as_whole, bare)


def _by_locale(as_decimal: Decimal, whole: Decimal, grouped: bool, sign: str, decimal: str, bare: str) -> Numeral:
    if sign == decimal:
        return Numeral(as_decimal)
    return Numeral(whole) if grouped else _open(as_decimal, whole, bare)


def _open(value: Decimal, other: Decimal, bare: str) -> Numeral:
    return Numeral(value, other, f"{bare} is {value:f} or {other:f}")
