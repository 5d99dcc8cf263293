"""Numbers told on top of others: "24 over arrears, *another* 27 for neglect".

They come on top only where the number told right before is of another kind, and of none that holds them: after 62
evictions in all, "another 27 were for neglect" adds what is among them. Such words are left: a person is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .evaluate import Bench
from .reading import Asked, Reading
from .sentence import Sentence
from .taken import leaves
from .years import is_year

_AHEAD = re.compile(
    r"\b(?P<how>further|another|additional|extra|(?:the|all) other|as well as|on top of|in addition to|besides|"
    r"plus|"
    r"also(?=\s(?:[\w'’-]+\s){0,4}$))\s(?:[\w'’-]+\s){0,4}$",
    re.IGNORECASE,
)
_CLOSE = re.compile(
    r"(?:just|only|some|about|around|an?|another|further|additional|the|other|nearly|almost|more|than)\s"
)
_BEHIND = re.compile(
    r"\s(?:[a-z]+\s)?(?P<how>others?|more|extra|besides|further|as well|too)\b(?!\sthan)(?!\s[£$€]?\d)"
)


def not_on_top(
    one: Sentence, every: Sequence[Asked], priors: Sequence[Reading], bench: Bench
) -> Iterator[tuple[int, int]]:
    """Where words that add a number to those before it stand, though it may be among these."""
    told = [own for own in reversed(priors) if own.statistic == "total"]
    for asked in sorted(every, key=lambda one: one.start):
        own = asked.readings[0] if len(asked.readings) == 1 else None
        if own is None or own.statistic != "total" or asked.figure is None:
            continue
        span = _added(one.plain, asked.figure.start, asked.figure.end)
        if span is not None and not _is_on_top(own, told, bench):
            yield span
        told.append(own)


def _added(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a word beside the number says that it comes on top of another."""
    if found := _AHEAD.search(text[:start]):
        rest = text[found.end("how") + 1 : start]
        if found["how"].lower() == "also" or not _CLOSE.sub("", rest):
            return found.span("how")
    behind = _BEHIND.match(text, end)
    return behind.span("how") if behind else None


def _is_on_top(own: Reading, told: Sequence[Reading], bench: Bench) -> bool:
    """Of the same things, bodies and time, the last told was of another kind, and none of this one."""
    same = [one for one in told if _may_hold(one, own)]
    if not same:
        return True
    kinded = [one for one in same if one.where]
    return bool(same[-1].where) and all(_is_apart(one, own, bench) for one in kinded)


def _may_hold(one: Reading, own: Reading) -> bool:
    """True if what is counted is the same, and neither bodies nor times lie apart."""
    if one.measure != own.measure:
        return False
    if is_year(one.period) and is_year(own.period) and one.period != own.period:
        return False
    return not (one.group.ids and own.group.ids and not set(one.group.ids) & set(own.group.ids))


def _is_apart(one: Reading, own: Reading, bench: Bench) -> bool:
    """True if by some variable both are of kinds that share nothing."""
    for name in set(one.where) & set(own.where):
        variable = bench.definition.codebook.variable(name)
        first, second = ({*leaves(variable, each.where[name]), *each.where[name]} for each in (one, own))
        if not first & second:
            return True
    return False
