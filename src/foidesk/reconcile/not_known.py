"""Cells of which the body says that it does not know the number: no total tells what nobody wrote down.

"2021: not recorded" between 3 and 4 under a total of 7 is no nought: the total is of what was recorded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from foidesk.model import Missing, Observation, Period
from foidesk.words.totals import nil

from .interval import Interval
from .reversals import is_just, is_of_days
from .space import Asked, Fit, Space, fit
from .words import value_place

REASONS = ("not recorded", "not held")
_SECTION = re.compile(r"(?:s|ss|sec|section|§)\.?\s*\d", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4}")
_SUM = re.compile(r"[\d\s+.,]+")


def cells(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The cells that say so, also where they were taken for noughts as their total left no room for more."""
    return tuple(seen for seen in observations if seen.role == "cell" and _says_so(seen))


def _says_so(seen: Observation) -> bool:
    if isinstance(seen.value, Missing) and seen.value.reason in REASONS:
        return True
    if isinstance(seen.value, Missing) and seen.value.reason == "unreadable":
        return _is_no_number(seen.value.words)
    is_none = seen.amount is not None and seen.amount.lo == seen.amount.hi == 0
    told = nil(value_place(seen).quote) if is_none or isinstance(seen.value, Missing) else None
    return told is not None and len(told.meanings) == 1 and told.meanings[0] != "zero"


def _is_no_number(words: str) -> bool:
    """True for "Refused", "s40", "see note"; not for the "l2" and "8 + 2" of which a total tells the number."""
    bare = words.strip()
    if _SECTION.match(bare) or _WORD.search(bare):
        return True
    return not bare.isalnum() and _SUM.fullmatch(bare) is None


def touching(
    silent: Sequence[Observation],
    held: Sequence[Observation],
    space: Space,
    asked: Asked,
    period: Period | None,
    window: Period | None,
) -> tuple[Observation, ...]:
    """Those of the cells that leave a figure open: none where the reply prints a number for just this."""
    ours = tuple(seen for seen in silent if _meets(seen, space, asked, period))
    printed = (
        seen for seen in held
        if seen.amount is not None and seen not in silent and is_just(seen, space, asked)
        and is_of_days(seen, period, window)
    )  # fmt: skip
    return () if ours and any(True for _ in printed) else ours


def _meets(seen: Observation, space: Space, asked: Asked, period: Period | None) -> bool:
    if fit(space.regions({**seen.within, **seen.where}), asked) is Fit.OUT:
        return False
    return period is None or seen.period is None or seen.period.overlaps(period)


def opened(count: Interval) -> Interval:
    """The figure with no upper end."""
    return Interval(count.lo, None)


def words(ours: Iterable[Observation]) -> str:
    """What the cells say."""
    said = dict.fromkeys(" ".join(value_place(seen).quote.split()) for seen in ours)
    return f"the reply gives {', '.join(f'“{one}”' for one in said)} for some of this, which may be any number"
