"""A kind told of one figure where the next names none: of the same kind, or of all?

Of the same, where whoever the sentence opens with still is who does it: "Pensioners made 247 applications and *got
47 plots*". Of either, where the noun is left out: "24 tenants over arrears, and Sampleton evicted *17*".
"""

from __future__ import annotations

import re
from dataclasses import replace

from .clause import Clause
from .reading import Asked, Reading, Where
from .sentence import Sentence

_STILL = re.compile(
    r"(?:,?\s(?:and|but)\s(?:they\s)?|[,;]\s(?:who|they|and they)\s)"
    r"(?!(?:the|an?|its?|there|in|at|of|for|from|all|some|other|another|these|those|this|that|their)\b)"
    r"(?:[a-z]+\s){1,4}$"
)
"""Between two figures, where the second has no other subject."""
_THEM = re.compile(r"[^,;.]{0,40}\b(?:to|by|from|for) them\b")
_IN_ALL = re.compile(r"\b(?:in (?:all|total)|altogether|all told|overall|all)\b", re.IGNORECASE)
_JOINED = re.compile(r";\s|,?\s(?:and|but|while|whereas|with)\s")


def opens_with(one: Sentence) -> Where:
    """The kind that a sentence opens with: "Claims over pavements at Exampleton …"."""
    others = [seen.start for many in (one.bodies, one.groups) for seen in many]
    first = min([*others, *(figure.start for figure in one.figures), len(one.plain)])
    ahead = [seen for seen in one.categories if seen.start < first]
    return {seen.variable: seen.categories for seen in ahead} if len({seen.start for seen in ahead}) == 1 else {}


def goes_on(part: Clause, measure: str) -> Where:
    """The kind that the figure takes over from the one before, for whoever did that does this too."""
    kind = _told_before(part, measure)
    opened = opens_with(part.one)
    if kind and _THEM.match(part.one.plain, part.figure.end):
        return kind
    if not kind or any(opened.get(name) != ids for name, ids in kind.items()):
        return {}
    between = part.one.plain[part.state.here[-1][0].end : part.figure.start]
    return kind if _STILL.search(between) else {}


def either_way(part: Clause, asked: Asked, measure: str) -> Asked:
    """The figure read of all, and of the kind told before: its noun is left out, or it is the whole of that."""
    own = asked.readings[0] if len(asked.readings) == 1 else None
    if own is not None and (_is_sum(part, own) or _may_be_of_all(part, own)):
        return replace(asked, readings=(own, replace(own, where={})))
    kind = _told_before(part, measure)
    if not kind or own is None or own.where or own.base or own.other is not None or own.statistic != "total":
        return asked
    told = part.state.here[-1]
    elided = part.context.inherited or not part.context.unit
    if told[1].measure != measure and _OUT_OF.search(part.one.plain[: part.figure.start]):
        return replace(asked, readings=(own, replace(own, where=kind)))
    if (
        told[1].measure != measure
        or not elided
        or not _JOINED.search(part.one.plain, told[0].end, part.figure.start)
    ):
        return asked
    return replace(asked, readings=(own, replace(own, where=kind)))


def _is_sum(part: Clause, own: Reading) -> bool:
    """ "24 over arrears and *62 in all*": of all kinds then, or of that kind at another time?

    Behind a share ("one in ten ended so, *76 in all*") it is so many of that kind.
    """
    takes_over = own.where == part.state.where and bool(own.where) and not part.part.categories
    plain = own.statistic == "total" and own.other is None and not own.base
    last = part.state.here[-1] if part.state.here else None
    here = last is not None and last[0].kind == "count" and last[1].where == own.where
    return takes_over and plain and here and bool(_SUM.match(part.one.plain, part.figure.end))


def _may_be_of_all(part: Clause, own: Reading) -> bool:
    """ "143 claims, 86 of them for potholes, and paid *25*": of the claims over potholes, or of all?"""
    takes_over = bool(own.where) and own.where == part.state.where and not part.part.categories
    plain = own.statistic == "total" and own.other is None and not own.base and not own.base_measure
    if not (takes_over and plain and part.state.here):
        return False
    whole = any(figure.kind == "count" and not told.where for figure, told in part.state.here[:-1])
    between = part.one.plain[part.state.here[-1][0].end : part.figure.start]
    return whole and part.state.here[-1][1].where == own.where and not _OF_THESE.search(between)


_OF_THESE = re.compile(r"\b(?:of|from|over|for) (?:which|these|those|them),?\s(?:\w+\s){0,2}$", re.IGNORECASE)
_SUM = re.compile(r"(?:\s[a-z]+)?\s(?:in (?:all|total)|altogether|all told|overall)\b", re.IGNORECASE)
_OUT_OF = re.compile(r"\b(?:from|out of)\s(?:just\s|only\s|some\s|a total of\s)?$", re.IGNORECASE)
"""Before a number of another thing, out of which the one before came: "47 plots, *from 247 applications*"."""


def _told_before(part: Clause, measure: str) -> Where:
    """The kind of the figure before that this one is broken down by, too; none if it is of all."""
    if not part.state.here or part.part.categories or _IN_ALL.search(part.part.text):
        return {}
    told = part.state.here[-1][1]
    able = part.variables_of(measure)
    kind = {name: ids for name, ids in told.where.items() if name in able}
    stated = all("not stated" not in ids for ids in kind.values())
    return kind if told.statistic == "total" and stated else {}
