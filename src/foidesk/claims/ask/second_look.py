"""A figure that is contradicted as read, while its words leave open what it is of: then a person is asked.

"20 of the 90 cases in 2023, *of 300 in all*": what a figure takes over from the words before it (measure, kind,
year, whose) may be meant otherwise. If it is right without some of that, its contradiction is not sure. What its
own words tell stays as told; and nothing comes out supported by this.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from foidesk.words.figures import Figure

from .evaluate import Bench
from .measures import EVERY, best
from .reading import Asked, Group, Reading, Where
from .sentence import Sentence
from .sentence import said as words_said
from .verdicts import verdict

_CUT = re.compile(r"[,;:]\s|\s(?:and|but|while|or)\s|\s[–—-]\s")
_OF_THE = re.compile(r"\bof (?:the |their |its |all |these |those )?$")
"""Before the whole in "six *of the* 17": what is said of the part says nothing of it."""
_MOST = 60
"""So many other readings are tried, those that change least first."""
_NOT = re.compile(r"\b(?:not|never|no|none|without)\b|n['’]t\b", re.IGNORECASE)
_KINDS = ("count", "percent", "fraction", "ratio")
_IN_ALL = re.compile(r"\s(?:\w+\s)?(?:in (?:all|total)|altogether|overall|all told)\b")
_LOOKED_AT = ("total", "share", "part", "rest")
WHY = (
    "as read here it is contradicted ({was}), but the words leave open what it is of: of another measure, kind, "
    "year or body told beside it the figure is right; say of which"
)


def second_look(asked: Asked, one: Sentence, bench: Bench) -> bool:
    """True if the figure is borne out once something that its own words do not tell is read otherwise."""
    figure = asked.figure
    if figure is None or figure.kind not in _KINDS or len(asked.readings) != 1:
        return False
    own = asked.readings[0]
    if own.statistic not in _LOOKED_AT or (own.statistic == "rest" and not _is_denied_before(figure, one)):
        return False
    for other in _others(own, figure, one):
        found, _ = verdict(replace(asked, readings=(other,)), bench)
        if found.verdict == "supported":
            return True
    return False


def _is_denied_before(figure: Figure, one: Sentence) -> bool:
    """ "It is *not* spotless: it had eight": what is denied stands ahead of a colon, and not with the figure."""
    colon = one.plain.rfind(":", 0, figure.start)
    return colon >= 0 and _NOT.search(one.plain, 0, colon) is not None and not _NOT.search(one.plain, colon)


def _others(own: Reading, figure: Figure, one: Sentence) -> Iterator[Reading]:
    """Other readings of the figure, those that change least first."""
    start, end = _stretch(figure, one)
    is_whole = start == figure.start and bool(_OF_THE.search(one.plain, 0, start))
    if own.statistic == "rest":
        own = replace(own, statistic="total", other=None, complement=False)
    every = itertools.product(
        _measures(own, one, start, end),
        _wheres(own, one, start, end, is_whole),
        _periods(own, figure, one),
        _groups(own, one, start, end, is_whole),
    )
    changed = [
        replace(own, measure=measure, where=where, period=period, group=group)
        for measure, where, period, group in every
    ]
    yield from sorted(changed, key=lambda other: _distance(own, other))[:_MOST]


def _distance(own: Reading, other: Reading) -> int:
    """How many parts of the reading differ."""
    parts = ("measure", "where", "period", "group")
    return sum(getattr(own, name) != getattr(other, name) for name in parts)


def _stretch(figure: Figure, one: Sentence) -> tuple[int, int]:
    """The words of the figure's own: from the clause that it stands in to the next figure; of a whole it alone."""
    if _OF_THE.search(one.plain, 0, figure.start):
        return figure.start, figure.end
    rest = [other for other in one.figures if other is not figure and other.kind != "date"]
    before = max((other.end for other in rest if other.end <= figure.start), default=0)
    after = min((other.start for other in rest if other.start >= figure.end), default=len(one.plain))
    cuts = [cut.end() for cut in _CUT.finditer(one.plain, before, figure.start)] if before else []
    return (cuts[-1] if cuts else before), after


def _measures(own: Reading, one: Sentence, start: int, end: int) -> list[str]:
    """The measure read; where the figure's own words name none also its whole, its parts, that of the sentence."""
    lexicon = one.lexicon
    if not own.measure or best(words_said(one.bare[start:end]), EVERY, lexicon):
        return [own.measure]
    parts = [id for id in lexicon.measure_phrases if lexicon.whole_of(id) == own.measure]
    named = best(words_said(one.bare), EVERY, lexicon)
    every = dict.fromkeys((own.measure, named, lexicon.whole_of(own.measure), *parts))
    return [id for id in every if id and lexicon.kind(id) == lexicon.kind(own.measure)]


def _wheres(own: Reading, one: Sentence, start: int, end: int, is_whole: bool) -> list[Where]:
    """The kinds read; also with those that its own words name, and of a whole none, or one told before it."""
    here = {seen.variable: seen.categories for seen in one.categories if start <= seen.start < end}
    found: list[Where] = [dict(own.where), {**own.where, **here}]
    if is_whole:
        found += [{}, *({seen.variable: seen.categories} for seen in one.categories if seen.end <= start)]
    return [where for at, where in enumerate(found) if where not in found[:at]]


def _periods(own: Reading, figure: Figure, one: Sentence) -> list[str]:
    """The time read, and of a number "in all" all of it."""
    return [own.period, ""] if _IN_ALL.match(one.plain, figure.end) else [own.period]


def _groups(own: Reading, one: Sentence, start: int, end: int, is_whole: bool) -> list[Group]:
    """Whose it is read as, and the bodies of its own words; of a whole all of them."""
    ids = tuple(dict.fromkeys(seen.body for seen in one.bodies if start <= seen.start < end))
    if ids and own.group.ids and set(ids) != set(own.group.ids):
        return [own.group, Group("listed", ids)]
    return [own.group, Group()] if is_whole and own.group.ids else [own.group]
