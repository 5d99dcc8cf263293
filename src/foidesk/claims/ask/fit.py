"""Does a figure as written fit what the data give? As a reader takes it; every rule in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from foidesk.words.figures import Figure

from ..rounding import about_off

RULES = {
    "exact": "A whole number is the value itself.",
    "rounded": "A decimal, a per cent, thousands or millions: the value rounded half up to what is written.",
    "about": "“About”, “some”, “roughly”: within 5 % and a unit of the last digit that is no nought, or the value"
    " rounded to its leading digit.",
    "nearly": "“Nearly”, “almost”, “just under”: below it by no more than 10 %, or a unit of its last digit.",
    "just over": "“Just over”: above it by no more than 10 %, or a unit of its last digit.",
    "more than": "“More than”, “over”, “well over”: above the number; half as much again above it misleads.",
    "at least": "“At least”, “no fewer than”: the number or above; half as much again above it misleads.",
    "fewer than": "“Fewer than”, “under”: below the number; less than half of it misleads.",
    "at most": "“Up to”, “at most”: not above the number; less than half of it misleads.",
    "between": "“Between”, “two or three”: from the first to the last number, both included.",
    "fraction": "A fraction in words (“a third”, “one in ten”): within two percentage points.",
    "multiple": "“Twice”, “two and a half times”: within 5 %.",
}
NEAR, CLOSE, FRACTION, FAR = Decimal("0.05"), Decimal("0.10"), Decimal("0.02"), Decimal("1.5")
Bounds = tuple[Decimal | None, Decimal | None, bool, bool]


def agreement(
    figure: Figure, lo: Decimal, hi: Decimal | None, is_share: bool = False, is_mean: bool = False
) -> tuple[str, str]:
    """ "fits", "clashes", "open", or "far" (true but misleading) for `lo` to `hi`; and the rule.

    A mean is rarely a whole number, and is told as one: it is rounded to what is written.
    """
    rule, (low, high, open_low, open_high) = allowed(_halving(figure), is_share, is_mean)
    inside_low = low is None or lo > low or (lo == low and not open_low)
    inside_high = high is None or (hi is not None and (hi < high or (hi == high and not open_high)))
    if inside_low and inside_high:
        return ("far" if _far(figure, lo, hi, low, high) else "fits"), RULES[rule]
    below = low is not None and hi is not None and (hi < low or (hi == low and open_low))
    above = high is not None and (lo > high or (lo == high and open_high))
    return ("clashes" if below or above else "open"), RULES[rule]


_HALVED = re.compile(r"\bhalv(?:e|ed|es|ing)$", re.IGNORECASE)
_TURNED = {
    "more than": "fewer than", "well over": "fewer than", "at least": "at most", "nearly": "just over",
    "just over": "nearly",
}  # fmt: skip


def _halving(figure: Figure) -> Figure:
    """ "More than halved": what is left is less than half of it, "nearly halved" a little more."""
    if figure.kind != "multiple" or not _HALVED.search(figure.text):
        return figure
    return replace(figure, hedge=_TURNED.get(figure.hedge, figure.hedge))


MINUTES = {"seconds": Decimal(1) / 60, "minutes": Decimal(1), "hours": Decimal(60), "days": Decimal(1440)}
"""How many minutes a unit of time has."""


def in_unit(figure: Figure, unit: str) -> Figure:
    """A length of time in the unit of the data: "half an hour" is 30 minutes."""
    own, other = MINUTES.get(figure.unit), MINUTES.get(unit.lower())
    if figure.kind != "duration" or own is None or other is None or own == other:
        return figure
    by = own / other
    return replace(
        figure, value=_times(figure.value, by), lo=_times(figure.lo, by), hi=_times(figure.hi, by), unit=unit
    )


def _far(figure: Figure, lo: Decimal, hi: Decimal | None, low: Decimal | None, high: Decimal | None) -> bool:
    if figure.kind != "majority" and figure.hedge in ("more than", "at least", "well over") and low:
        return lo > low * FAR * (2 if figure.hedge == "well over" else 1)
    if figure.hedge in ("fewer than", "at most") and high and hi is not None and lo == hi:
        return hi * 2 < high and high > 10
    return False


HEDGED: dict[str, Callable[[Decimal], Bounds]] = {
    "nearly": lambda written: (written - near(written), written, False, True),
    "just over": lambda written: (written, written + near(written), True, False),
    "more than": lambda written: (written, None, True, False),
    "well over": lambda written: (written, None, True, False),
    "at least": lambda written: (written, None, False, False),
    "fewer than": lambda written: (None, written, False, True),
    "at most": lambda written: (None, written, False, False),
}


def near(written: Decimal) -> Decimal:
    """How far "nearly" and "just over" go: 10 %, and of a round number no more than a unit of its last digit.

    "Nearly 2,900" is said of 2,850 and not of 2,790.
    """
    unit = Decimal(1).scaleb(int(written.normalize().as_tuple().exponent)) if written else Decimal(0)
    return min(written * CLOSE, unit) if unit >= ROUND else written * CLOSE


ROUND = 10
"""From this unit on a number is a round one."""


def allowed(figure: Figure, is_share: bool, is_mean: bool = False) -> tuple[str, Bounds]:
    """The rule, and the values that the written figure allows; whether each end is left out."""
    scale = Decimal("0.01") if figure.unit == "%" and is_share else Decimal(1)
    if figure.hedge == "between":
        return "between", (_times(figure.lo, scale), _times(figure.hi, scale), False, False)
    if figure.kind == "majority":
        half = Decimal("0.5")
        return "more than", ((half, None, True, False) if figure.direction > 0 else (None, half, False, True))
    written = (figure.value or Decimal(0)) * scale
    step = figure.step * scale
    if figure.kind == "points":
        step = figure.step
    if figure.hedge in HEDGED:
        return figure.hedge.replace("well over", "more than"), HEDGED[figure.hedge](written)
    if figure.hedge == "about":
        return _about(figure, written, scale)
    if figure.kind in ("fraction", "ratio"):
        return "fraction", (written - FRACTION, written + FRACTION, False, False)
    if figure.kind == "multiple":
        return "multiple", (written * (1 - NEAR), written * (1 + NEAR), False, False)
    if is_share or is_mean or figure.kind == "points" or step not in (0, 1):
        half = (step or Decimal(1) * scale) / 2
        return "rounded", (written - half, written + half, False, True)
    return "exact", (written, written, False, False)


def _about(figure: Figure, written: Decimal, scale: Decimal) -> tuple[str, Bounds]:
    if figure.kind in ("fraction", "ratio"):
        return "fraction", (written - FRACTION, written + FRACTION, False, False)
    digit = Decimal(1).scaleb(int(written.normalize().as_tuple().exponent)) if written else Decimal(0)
    unit = max(figure.step * scale, digit) if figure.kind != "percent" else figure.step * scale
    off = about_off(written, unit)
    return "about", (written - off, written + off, False, off == unit / 2)


def _times(value: Decimal | None, scale: Decimal) -> Decimal | None:
    return None if value is None else value * scale
