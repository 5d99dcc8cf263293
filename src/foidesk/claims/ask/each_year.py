"""A figure told of each of several years: "13 in each of the next two years", "61 in both 2024 and 2025".

It is read once for each of them, and holds only where it holds of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .clause import Clause, State
from .doubts import doubt, not_of_survey
from .measure_of import measure_of
from .measures import SHARES
from .periods import SMALL_NUMBERS, Span
from .reading import Asked, Reading
from .scope import group_of, where_of
from .sentence import Sentence
from .years import apart, is_year, moved

_YEAR = r"(?:19|20)\d\d(?:[/–-]\d\d)?"
_OF = re.compile(
    r"\b(?:in|during|for)\s(?:each|both|every one)(?:\sof)?\s(?:"
    r"the\s(?P<way>next|following|previous|preceding)\s(?P<many>two|three|four|five|\d)\syears\b|"
    r"the\s(?:\w+\s)?(?P<between>years\s(?:in )?between)\b|"
    rf"(?P<list>{_YEAR}(?:,\s{_YEAR})*,?\sand\s{_YEAR})\b)",
    re.IGNORECASE,
)
_SOON = re.compile(r"(?:\s[\w-]+){0,3}?\s?")
"""Between the figure and the years: its noun."""
MOST = 12


def of_each(part: Clause) -> tuple[Asked, State] | None:
    """The figure with a reading for each year, and the state it leaves; None if it is told of no such years."""
    found = next(
        (
            one
            for one in _OF.finditer(part.one.plain)
            if _SOON.fullmatch(part.one.plain, part.figure.end, one.start())
        ),
        None,
    )
    if found is None or part.figure.kind not in ("count", "money", "quantity", "duration", "percent", "none"):
        return None
    years = _years(found, [own.period for _, own in part.state.here], part.state.span.label)
    measure, base = measure_of(part)
    if (
        not measure
        or len(years) < 2
        or base
        or (part.figure.kind in SHARES and part.lexicon.kind(measure) != "share")
    ):
        return None
    if not_of_survey(part, measure):
        return None
    group, where, span = group_of(part), where_of(part, measure), Span(years[-1], given=True)
    if doubt(part, measure, where, group, span):
        return None
    name = "share" if part.lexicon.kind(measure) == "share" else "total"
    readings = tuple(Reading(name, measure, where, group, year) for year in years)
    state = replace(part.state, measure=measure, base="", where=where, group=group, span=span, last=readings[-1])
    return replace(part.asked(*readings), each=True), replace(state, years=(years[-1], *part.state.years))


def spans_of_years(one: Sentence) -> Iterator[tuple[int, int]]:
    """Where the words stand that tell of each of which years a figure is."""
    yield from (found.span() for found in _OF.finditer(one.plain))


def _years(found: re.Match[str], told: list[str], last: str) -> list[str]:
    """The years meant, in order; none where the words do not settle them."""
    if found["list"]:
        return [year.replace("–", "/").replace("-", "/") for year in re.findall(_YEAR, found["list"])]
    years = [year for year in told if is_year(year)]
    if found["between"]:
        return _between(min(years), max(years)) if len(set(years)) > 1 else []
    base = years[-1] if years else last
    if not is_year(base):
        return []
    many = SMALL_NUMBERS.get(found["many"].lower()) or int(found["many"])
    sign = 1 if found["way"].lower() in ("next", "following") else -1
    return sorted(moved(base, sign * by) for by in range(1, many + 1))


def _between(first: str, last: str) -> list[str]:
    return [moved(first, by) for by in range(1, min(apart(last, first) or 0, MOST))]
