"""Years that a sentence counts on from others: "12 in 2022, 15 the year after", "44 in the first year".

A year named so is known only where the words before it, or the sentence before, name the one that it follows; else
it is a period nobody can tell, and the figure beside it is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from foidesk.model.periods import Period
from foidesk.words.numbers import numbers
from foidesk.words.periods import PeriodSeen
from foidesk.words.small_numbers import BODY_KINDS, PLACES

from ..basis.ground import Ground

_AFTER = re.compile(
    r"\bthe\s+(?P<en>year\s+after(?P<that>\s+that)?|(?:following|next|subsequent)\s+(?:financial\s+|calendar\s+)?year)\b(?!['’]s)"
    r"|\b(?P<de>folgejahr|(?:darauf)?folgenden\s+jahr|jahr\s+(?:darauf|danach|später))\b",
    re.IGNORECASE,
)
_ENDS = (
    r"\s*(?:[,;.:)(–=-]|$|\d)|\s+(?:and(?!\s+(?:a\s+half|beyond|after\w*|onwards?|since|subsequent\w*|later|those|"
    r"(?:the\s+)?(?:following|next|year)\b))|but|while)\b"
)
_SURE = re.compile(
    rf"(?={_ENDS}|\s+(?:with|there|we|it|that|this|was|were|to|had|none|nil|no|only|"
    rf"the\s+(?:figure|number|total|{'|'.join(BODY_KINDS)}))\b)",
    re.IGNORECASE,
)
"""What follows the words for one year."""
_SURE_AFTER = re.compile(r"(?=\s*[,;.:)(–=-]|\s*$|\s+(?:and|but|while)\b)", re.IGNORECASE)
"""As `_SURE` behind "the year after", which goes on as "the year after we moved"."""
_STRETCH = re.compile(
    r"\b(?:by|into|from|since|until|till|before|after|towards?|than|of|to|between|seit|bis|ab|vor|zum)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What makes an end of a stretch of days of a year: "from the following year on"."""
_PLANNED = re.compile(
    r"\b(?:carried|expect\w*|forecast\w*|project(?:ed|ions?)|plan(?:s|ned)?|anticipat\w*|predict\w*|target\w*|"
    r"budget\w*|will|would|deferred|postponed|held\s+over|rolled|übertragen|erwarte\w*|geplant\w*|prognos\w*)\b",
    re.IGNORECASE,
)
"""What is said of a year that is to come, or of cases handed on to it: no count of that year."""
_NONE = re.compile(r"\b(?:no|none|nil|zero|nothing|keine?|null)\b", re.IGNORECASE)
_ORDINALS = PLACES[:6]
_NTH = re.compile(
    rf"\b(?:in|during|for)\s+the\s+(?P<nth>{'|'.join(_ORDINALS)}|final|last)"
    r"(?P<year>\s+(?:(?:financial|calendar|full)\s+)?year)?(?=\s*(?:[,;.:)(]|$|and\b|there\b|we\b|it\b|\d))",
    re.IGNORECASE,
)

_YEAR = range(364, 368)


def with_relative(
    ground: Ground, text: str, seen: Sequence[PeriodSeen], last: Period | None
) -> tuple[PeriodSeen, ...]:
    """The periods of a sentence with those counted on from others; `last` is the year that was told before it."""
    found = list(seen)
    for start, end, sure in _following(text):
        if not any(one.start < end and start < one.end for one in found):
            named = [one for one in found if one.end <= start]
            sure = sure and not _PLANNED.search(text) and _each_counted(text[:start], named)
            before = (_last_of(named) if named else last) if sure else None
            found.append(_seen(text, start, end, _next(before)))
            found.sort(key=lambda one: one.start)
    return tuple(_numbered(ground, text, found))


def _each_counted(text: str, named: Sequence[PeriodSeen]) -> bool:
    """True unless years stand before that no figure is told of: "12 in 2022, the last closed in 2023, and 15"."""
    inside = [(one.start, one.end) for one in named]
    told = [word.start for word in numbers(text) if word.is_amount] + [one.start() for one in _NONE.finditer(text)]
    return len(named) < 2 or sum(not any(a <= at < b for a, b in inside) for at in told) >= len(named)


def last_year(seen: Sequence[PeriodSeen]) -> Period | None:
    """The whole year that a sentence names last; None if it names none there, or goes back in time."""
    last = _last_of(seen) if seen else None
    return last if last is not None and (last.end - last.start).days in _YEAR else None


def _last_of(seen: Sequence[PeriodSeen]) -> Period | None:
    """The last period; None where an earlier one stands before it: "12 in 2022, up from ten in 2021"."""
    days = [one.period for one in seen]
    if any(one is None or other is None or other.start < one.start for one, other in pairwise(days)):
        return None
    return days[-1]


def _following(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where "the following year" and the like stand, and whether the words around them leave no doubt."""
    for found in _AFTER.finditer(text):
        start, end = found.span("en" if found["en"] else "de")
        ends = _SURE_AFTER if (found["en"] or "").lower().startswith("year") and not found["that"] else _SURE
        sure = found["de"] is not None or ends.match(text, end) is not None
        yield start, end, sure and _STRETCH.search(text[:start]) is None


def _seen(text: str, start: int, end: int, when: Period | None) -> PeriodSeen:
    return PeriodSeen(start, end, text[start:end], when, (when,) if when is not None else ())


def _next(year: Period | None) -> Period | None:
    if year is None or (year.end - year.start).days not in _YEAR:
        return None
    first, end = year.end, _later(year.end)
    short = (
        f"{first.year}/{end.year % 100:02}"
        if end.year != first.year and (first.month, first.day) != (1, 1)
        else ""
    )
    return replace(year, start=first, end=end, label=short or str(first.year))


def _later(day: date) -> date:
    return day.replace(year=day.year + 1)


def _numbered(ground: Ground, text: str, seen: list[PeriodSeen]) -> list[PeriodSeen]:
    """The periods with "the first year", "the second": years of the time asked about, if all of them are told."""
    named = [
        found for found in _NTH.finditer(text) if not any(one.start < found.end("nth") <= one.end for one in seen)
    ]
    if not any(found["year"] for found in named):
        return seen
    years = _years(ground.context.period)
    order = [found["nth"].lower() for found in named]
    window = ground.context.period
    days = (window.start, window.end) if window is not None else None
    whole = [one for one in seen if one.period is not None and (one.period.start, one.period.end) == days]
    wanted = [
        [*_ORDINALS[: len(years)]],
        [*_ORDINALS[: len(years) - 1], "final"],
        [*_ORDINALS[: len(years) - 1], "last"],
    ]
    known = order in wanted and len(years) > 1 and len(whole) == len(seen)
    dated = [
        _seen(text, found.start("nth"), found.end(), year)
        for found, year in zip(named, years if known else [None] * len(named), strict=True)
    ]
    return dated if known else sorted([*seen, *dated], key=lambda one: one.start)


def _years(window: Period | None) -> list[Period]:
    """The whole years that the time asked about is made of; [] if it is not."""
    out: list[Period] = []
    at = window.start if window is not None else None
    while window is not None and at is not None and _later(at) <= window.end:
        calendar = (at.month, at.day) == (1, 1)
        label = str(at.year) if calendar else f"{at.year}/{(at.year + 1) % 100:02}"
        out.append(Period(at, _later(at), "calendar year" if calendar else "financial year", "", label))
        at = _later(at)
    return out if window is not None and at == window.end else []
