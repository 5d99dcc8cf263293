"""Several periods listed in a sentence: of which of them a number is, or words that say "none"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from foidesk.model.periods import Period
from foidesk.words.periods import PeriodSeen
from foidesk.words.totals import ZeroSeen

from ..basis.nouns import NounHit
from ..figures.seen import Seen
from .clause import Clause
from .series import apart

_NONE = re.compile(
    r"\b(?:none|nobody|no[ -]one|nil|zero|nought|fehlanzeige|kein(?:e[nrms]?)?|no|not\s+(?:a\s+single|one|any)|"
    r"or|nor|oder|noch)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|nor|und|oder|noch)(?:\s+(?:in|im))?|&|/)\s*", re.IGNORECASE)
_KEEPING = re.compile(
    r"(?:no|kein(?:e[nrms]?)?)\s+(?:[\w-]+\s+){0,3}?(?:fields?|markers?|flags?|codes?|systems?|databases?|facilit(?:y|ies)|"
    r"functionality|categor(?:y|ies)|identifiers?|process|(?:daten)?feld(?:er)?|statistik(?:en)?|möglichkeit|erfassung)",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:each|every|both|apiece|per|annually|yearly|a year|jeweils|je|jedem|beiden)\b", re.IGNORECASE
)
_EACH_OF = re.compile(
    r"\b(?:each|every one|both)\s(?:of\s)?(?:the\s)?(?:years?\s)?$|\bjeweils\s(?:in\s)?$", re.IGNORECASE
)
_EDGE = re.compile(r"\b(?:after|before|until|till|prior to|up to|by|nach|vor|bis)\s*$", re.IGNORECASE)


def listed_with(seen: Seen, period: PeriodSeen) -> tuple[PeriodSeen, ...]:
    """The period and all that are listed with it: "in 2020, 2021 and 2022"."""
    chains: list[list[PeriodSeen]] = []
    for one in seen.periods:
        if chains and _LISTED.fullmatch(seen.text[chains[-1][-1].end : one.start]):
            chains[-1].append(one)
        else:
            chains.append([one])
    return next(tuple(some) for some in chains if period in some)


def is_listed(seen: Seen, start: int, end: int) -> bool:
    """True for a number right beside another: "8, 7 and 5"."""
    before = (seen.text[one.end : start] for one in seen.numbers if one.end <= start)
    after = (seen.text[end : one.start] for one in seen.numbers if one.start >= end)
    return any(_LISTED.fullmatch(words) for words in (*before, *after))


def joined(listed: Sequence[PeriodSeen]) -> Period | None:
    """All days of listed periods, if none is left out between them; else None."""
    periods = [one.period for one in listed]
    whole = [one for one in periods if one is not None]
    if len(whole) < len(periods) or any(one.end != other.start for one, other in pairwise(whole)):
        return None
    return Period(whole[0].start, whole[-1].end)


def whens(seen: Seen, upto: int) -> tuple[PeriodSeen, ...]:
    """The periods that a "none" is of: those listed together ("in 2021 or 2022"); none if some stand apart."""
    listed = listed_with(seen, seen.periods[0]) if seen.periods else ()
    return listed if all(one in listed for one in seen.periods if one.start < upto) else ()


def about(seen: Seen, zero: ZeroSeen, nouns: Sequence[NounHit], upto: int) -> str:
    """What a "none" speaks of beside its noun, kinds and periods: none "about parking" is none of these alone."""
    spans = [(one.start, one.end) for one in nouns] + [(one.start, one.end) for one in seen.periods]
    spans += [(hit.start, hit.end) for _, hit in seen.categories]
    text = seen.text[zero.start : max(upto, zero.end)]
    spans += [(zero.start, zero.end)] if zero.words.lower().endswith(" any") else []
    kept = "".join(" " if any(a <= at < b for a, b in spans) else sign for at, sign in enumerate(text, zero.start))
    return _NONE.sub(" ", kept)


def is_of_keeping(seen: Seen, zero: ZeroSeen) -> bool:
    """True for "no field in our system to record complaints": it says how records are kept, not how many."""
    said = _KEEPING.fullmatch(zero.words) is not None
    return said and not any(zero.start < noun.end and noun.start < zero.end for noun in seen.nouns)


def is_unclear(seen: Seen, upto: int) -> bool:
    """True if the words do not say of which days: several periods in no list, "before 2021"."""
    edged = any(_EDGE.search(seen.text[: one.start]) for one in seen.periods)
    return edged or (len(seen.periods) > 1 and not whens(seen, upto))


def of_all_listed(seen: Seen, one: Clause) -> Clause:
    """A number for several years listed is of all of them ("20 in 2020, 2021 and 2022"); asked, if one lacks.

    One of several numbers listed is of one year each, and left as it was read.
    """
    own = next((each for each in seen.periods if (each.start, each.end) == one.period_at), None)
    listed = listed_with(seen, own) if own else ()
    if listed and _EACH_OF.search(seen.text[: listed[0].start]):
        return replace(one, crowded=True)
    if len(listed) < 2 or is_listed(seen, one.start, one.end):
        return one
    at = (listed[0].start, listed[-1].end)
    whole = None if _EACH.search(seen.text) else joined(listed)
    return replace(one, period=whole, period_at=at, crowded=one.crowded or whole is None)


def of_each(none: Clause, periods: Sequence[PeriodSeen]) -> list[Clause]:
    """Words that say "none", of each of these periods, and of each year of "2022 and 2023".

    Those of a second reach as far as it: each has its own place.
    """
    each = [one for when in periods for one in apart(when)]
    return [_of_period(none, when, is_first=at == 0) for at, when in enumerate(each)]


def _of_period(none: Clause, when: PeriodSeen, is_first: bool) -> Clause:
    one = replace(none, period=when.period, period_at=(when.start, when.end))
    return one if is_first else replace(one, start=min(one.start, when.start), end=max(one.end, when.end))
