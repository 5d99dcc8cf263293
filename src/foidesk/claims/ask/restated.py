"""Shares of what was just counted: "76 cases, or 9 per cent", "that is one in four", "more than half of that"."""

from __future__ import annotations

import re
from dataclasses import replace

from .clause import Clause
from .measures import EVERY, SHARES, best
from .reading import Asked, Reading
from .scope import where_of
from .stems import stems
from .wording import GOES_ON, PREDICATE

_OF_THAT = re.compile(r"\s+of\s+(?:that|this|it|the (?:total|sum|figure|amount|money)|which)\b", re.IGNORECASE)
_APPOSED = re.compile(
    r"(?:,\s(?:or|that is|which is|i\.e\.|about)?|\s\(|:\s|\s[–—-]\s|\sor)\s*(?:[a-z]+\s){0,3}$", re.IGNORECASE
)
"""In front of a share that says the number before it again."""
_ENDS = re.compile(r"\s*(?:[,.;:)–—]|$|of\b)")
"""Behind such a share: nothing more is said of it."""
_OR = re.compile(r"(?:\bor|\(|:|[–—-])\s*(?:[a-z]+\s){0,2}$")
_OF_ALL = re.compile(r"\s+of\s+(?:all|the total|the whole)\b", re.IGNORECASE)
_OF_N = re.compile(r"\s+of\s+(?:the\s|all\s|all the\s)?$", re.IGNORECASE)


def restated(part: Clause) -> Asked | None:
    """The share that an earlier figure is of its whole; None if the figure has words of its own."""
    if (
        part.is_change()
        or part.figure.kind not in SHARES
        or (part.figure.kind == "majority" and not _OF_THAT.match(part.after))
    ):
        return None
    last = part.state.last
    if last is None:
        return None
    if _OF_THAT.match(part.after) and (found := _part_of(part, last)):
        return found
    goes_on = part.place == 0 and bool(GOES_ON.match(part.one.plain))
    apposed = part.place > 0 and bool(
        _APPOSED.search(part.one.plain[: part.figure.start]) and _ENDS.match(part.one.plain, part.figure.end)
    )
    inside = apposed and part.place > 0 and PREDICATE.match(part.one.plain, part.figure.end) is not None
    if not (goes_on or apposed) or (not inside and _says_more(part)) or (inside and not _is_bare(part, last)):
        return None
    base = _whole(part, last)
    return part.asked(replace(last, statistic="part", other=base), kind="share")


def _is_bare(part: Clause, last: Reading) -> bool:
    """The number right before is the one told last, and nothing is named between the two."""
    before = part.parts[part.place - 1].figure
    told = part.state.here[-1] if part.state.here else None
    if before is None or told is None or told[0].at != before.at or told[1] != last:
        return False
    return not any(before.end <= seen.start < part.figure.start for seen in part.one.categories)


def _says_more(part: Clause) -> bool:
    """The part names a kind, or counts something by a word of its own."""
    start, end = part.figure.end, min(part.own_clause[1], part.part.end)
    before = part.parts[part.place - 1].figure if part.place else None
    since = before.end if before is not None else 0
    if any(since <= seen.start < part.figure.start and seen.text.isupper() for seen in part.part.categories):
        return True
    if any(
        since <= seen.start < part.figure.start for seen in part.part.categories if not _OR.search(part.before)
    ):
        return True
    if any(start <= seen.start < end for seen in part.part.categories):
        return True
    words = frozenset(stems(part.one.bare[start:end]))
    return not part.part.groups and not _number_behind(part) and bool(best(words, EVERY, part.lexicon))


def _number_behind(part: Clause) -> bool:
    """ "28 per cent of the 828 recorded": the whole is told as a number."""
    return any(_OF_N.fullmatch(part.one.plain[part.figure.end : one.start]) for one in part.one.figures)


def _whole(part: Clause, last: Reading) -> Reading:
    """What it is a share of: the whole told in the sentence, else that of the measure for the same bodies."""
    groups = [seen.group for seen in part.one.groups if seen.start > part.figure.end]
    if groups or _number_behind(part) or part.place == 0 or _OF_ALL.match(part.after):
        group = groups[0] if groups else replace(last.group, ids=(), kind="none", n=None)
        return replace(last, statistic="total", where={}, base={}, group=group, other=None)
    if part.state.whole is not None:
        return part.state.whole
    measure = part.lexicon.whole_of(last.measure) if not last.where else last.measure
    return replace(last, statistic="total", measure=measure, where={}, base={}, other=None)


def _part_of(part: Clause, last: Reading) -> Asked | None:
    """ "More than half of that went on pavements": a kind of what was told last."""
    where = where_of(part, last.measure)
    where = {name: ids for name, ids in where.items() if last.where.get(name) != ids}
    if not where:
        return None
    own = replace(last, statistic="part", where={**last.where, **where}, other=replace(last, statistic="total"))
    return part.asked(own, kind="share")
