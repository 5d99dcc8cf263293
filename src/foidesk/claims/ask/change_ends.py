"""The two ends of a change: from which year to which it is counted."""

from __future__ import annotations

import re
from datetime import timedelta

from foidesk.words.figures import When

from .base_year import IN_A_YEAR, ON_YEAR_BEFORE
from .clause import Clause
from .periods import Span, counted_from, labels, shifted_year
from .wording import AFTER_CHANGE
from .years import ends, is_year, moved

_BESIDE_DATE = re.compile(r"\b(?:since|than in|on|from|compared with|against)\s+$")
"""Right before the date that a change is counted from."""
_THAN_IN = re.compile(
    r"\b(?:than (?:in|for|during)?|compared (?:with|to)|against|up on|down on)\s*(?:the\s)?$", re.IGNORECASE
)
"""Right before the date that another is held against."""
_SAME_TIME = re.compile(
    r"\b(?:over|in|during|across|for|within) (?:that|the same|this|those (?:same )?(?:\w+ )?) ?"
    r"(?:time|period|stretch|span|window|years)\b",
    re.IGNORECASE,
)
"""Between the two years that were told before."""


def _years(part: Clause, span: Span) -> tuple[str, str]:
    """The earlier and the later period of a change; the window's own ends where the words give only one."""
    window = part.lexicon.definition.period
    every = [when for when in part.one.whens if when.first is not None and when.explicit]
    if (both := _same_time(part)) is not None:
        return both
    if (both := _than_in(part, every)) is not None:
        return both
    if len(every) == 2 and (base := next((when for when in every if _is_base(part, when)), None)):
        other = next(when for when in every if when is not base)
        return year_of(base), year_of(other)
    if span.earlier and span.later and span.earlier != span.later:
        return span.earlier, span.later
    years = sorted({year_of(when) for when in every})
    if len(years) > 1:
        return years[0], years[-1]
    first, last = ends(window.start, window.end - timedelta(days=1)) if window else ("", "")
    if is_year(span.label):
        if (before := shifted_year(counted_from(part.part.text), span)) is not None:
            return before.label, span.label
        if _BESIDE_DATE.search(_before_when(part)):
            told_before = part.state.span.label
            return span.label, told_before if is_year(told_before) and told_before != span.label else last
        told = next((year for year in part.state.years if year != span.label), "")
        return (told if told and told < span.label else moved(span.label, -1)), span.label
    return first, last


def _than_in(part: Clause, every: list[When]) -> tuple[str, str] | None:
    """ "41 in 2024, seven more *than in 2023* and 15 more than in 2021": from its own date."""
    after = AFTER_CHANGE.match(part.after)
    own = next((when for when in every if when.start >= part.figure.end), None)
    ahead = [when for when in every if when.end <= part.figure.start and not _is_base(part, when)]
    if after is None or own is None or len(every) < _SEVERAL or len({year_of(when) for when in ahead}) != 1:
        return None
    if not _MORE_THAN.fullmatch(part.one.plain[part.figure.end : own.start]):
        return None
    return year_of(own), year_of(ahead[0])


_SEVERAL = 3
_MORE_THAN = re.compile(r"\s(?:[a-z]+\s){0,2}(?:than|on|up on|down on|from)\s(?:in |for |during )?")


def _same_time(part: Clause) -> tuple[str, str] | None:
    """ "Over the same period": between the two years of the change, or of the two figures, told last."""
    if not _SAME_TIME.search(part.one.plain):
        return None
    for first, second in zip(part.state.priors, (*part.state.priors[1:], None), strict=False):
        ends = {one.period for one in (first, first.other or second) if one is not None and is_year(one.period)}
        if len(ends) == 2:
            return min(ends), max(ends)
    return None


def year_of(when: When) -> str:
    """The year of a date in the form in which it is told."""
    assert when.first is not None
    return ends(when.first, when.last)[0] if when.last is not None else str(when.first.year)


def label_of(part: Clause, when: When) -> str:
    """The year of a date, or its stretch of several: "from 16 *between 2009 and 2011* to 19"."""
    found = labels((when,), part.lexicon.definition.period, part.one.text)
    return found.label if found.earlier and found.earlier != found.later and not found.bad else year_of(when)


def _is_base(part: Clause, when: When) -> bool:
    """The date that the other is held against: "than in 2023"."""
    return bool(_THAN_IN.search(part.one.plain[max(0, when.start - 20) : when.start]))


def ends_of_change(part: Clause, span: Span) -> list[tuple[str, str]]:
    """The two ends of a change; where no words give any, both those of the window and the last year alone."""
    earlier, later = _years(part, span)
    told = (
        bool(part.one.whens) or span.given or bool(part.state.years) or not is_year(later) or not is_year(earlier)
    )
    year_before = (moved(later, -1), later) if is_year(later) else (earlier, later)
    dated = bool(part.state.years) or any(when.explicit for when in part.one.whens)
    if IN_A_YEAR.search(part.one.plain) or (not dated and ON_YEAR_BEFORE.search(part.one.plain)):
        return [year_before]
    if is_year(later) and part.is_change() and ON_YEAR_BEFORE.search(part.after):
        return [year_before]
    length = next((one.value for one in part.one.figures if one.kind == "duration" and one.unit == "years"), None)
    if not told and length is not None:
        return [(moved(later, -int(length)), later)]
    return [(earlier, later)] if told or year_before[0] == earlier else [(earlier, later), year_before]


def _before_when(part: Clause) -> str:
    """The words in front of the part's date."""
    when = next((one for one in (*part.part.whens, *part.one.whens) if one.first is not None), None)
    return part.one.plain[max(0, when.start - 20) : when.start] if when else ""
