"""Two bare numbers set against two told before: "25 incidents and five injuries, compared with 18 and four".

The first is of what the first counts, the second of what the second does.
"""

from __future__ import annotations

import re
from dataclasses import replace

from foidesk.words.figures import Figure

from .clause import Clause
from .periods import Span, labels, shifted_year
from .reading import Asked
from .wording import SET_AGAINST
from .years import is_year

_AGAINST = re.compile(rf"\b(?:{SET_AGAINST}|from)\s(?:just\s|only\s)*$")
"""Right before the first of the two."""
_AND = re.compile(r"\sand\s(?:just\s|only\s)?")
_PAIR = 2
_IN_YEARS = re.compile(r"\s(?:respectively\s)?in (?P<first>(?:19|20)\d\d) and (?P<second>(?:19|20)\d\d)\b")
_KINDS = ("count", "money")


def in_turn(part: Clause) -> Asked | None:
    """The figure with the reading of its partner, at the time of the two; None if it is none of such a pair."""
    pair = _pair(part)
    if pair is None:
        return None
    if dated := _in_their_years(part, pair):
        return dated
    told = [(figure, own) for figure, own in part.state.here if figure.end <= pair[0].start]
    if len(told) != _PAIR or any(own.statistic != "total" or own.other is not None for _, own in told):
        return None
    (_, first), (_, second) = told
    if (
        first.group.ids != second.group.ids
        or not first.group.ids
        or first.period != second.period
        or first == second
    ):
        return None
    own = first if part.figure.at == pair[0].at else second
    if part.figure.kind != (told[0] if own is first else told[1])[0].kind:
        return None
    text = part.one.plain[pair[1].end :]
    behind = text[: min(at for at in (text.find(","), text.find(";"), text.find("."), len(text)) if at >= 0)]
    whens = tuple(when for when in part.one.whens if pair[1].end <= when.start < pair[1].end + len(behind))
    span = shifted_year(behind, Span(own.period, given=True)) or labels(whens, part.lexicon.definition.period)
    if not span.given or span.bad or not span.label or span.label == own.period:
        return None
    return part.asked(replace(own, period=span.label))


def _in_their_years(part: Clause, pair: tuple[Figure, Figure]) -> Asked | None:
    """ "918 in 2024, compared with *734 and 655 in 2023 and 2022*": each of the year in its place."""
    told = [(figure, own) for figure, own in part.state.here if figure.end <= pair[0].start]
    found = _IN_YEARS.match(part.one.plain, pair[1].end)
    if found is None or len(told) != 1 or told[0][0].kind != part.figure.kind:
        return None
    own = told[0][1]
    if own.statistic != "total" or own.other is not None or not is_year(own.period):
        return None
    year = found["first"] if part.figure.at == pair[0].at else found["second"]
    return part.asked(replace(own, period=year))


def _pair(part: Clause) -> tuple[Figure, Figure] | None:
    """The two numbers of which the figure is one, nothing but "and" between them."""
    figures = [one for one in part.one.figures if one.kind in _KINDS]
    at = next((place for place, one in enumerate(figures) if one.at == part.figure.at), None)
    if at is None:
        return None
    for first in (at, at - 1):
        if first < 0 or first + 1 >= len(figures):
            continue
        one, two = figures[first], figures[first + 1]
        joined = _AND.fullmatch(part.one.plain[one.end : two.start])
        if joined and _AGAINST.search(part.one.plain[: one.start]):
            return one, two
    return None
