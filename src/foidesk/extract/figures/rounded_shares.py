"""A stated share as its rounding leaves it."""

from __future__ import annotations

from decimal import Decimal

from foidesk.model.values import Share
from foidesk.words.numbers import NumberWord

_WHOLE = Decimal(1)


def rounded_share(cent: NumberWord, unit: str) -> Share | None:
    """9 % is 8.5 to 9.5 %, 9.0 % is 8.95 to 9.05 %: half of the last place either way."""
    if cent.value is None or cent.hedge or cent.ambiguous or not 0 <= cent.value <= 100:
        return None
    half = _WHOLE.scaleb(min(0, int(cent.value.as_tuple().exponent))) / 2
    lo, hi = max(Decimal(0), (cent.value - half) / 100), min(_WHOLE, (cent.value + half) / 100)
    return Share(lo, hi, unit, "rounded")
