"""A part and its whole told as two numbers, "50 of 173", "12 cases, of which three …": never the same twice."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from .clause import Clause, State
from .reading import Asked, Group, Reading

OF = re.compile(
    r"(?:\s+[\w-]+(?=\s+out\s))?\s+(?:out\s+)?of\s+"
    r"(?:a total of\s+|the\s+|all\s+|its\s+|their\s+|those\s+|these\s+)*",
    re.IGNORECASE,
)
"""All that stands between the two numbers."""
_OF_THESE = re.compile(r"\bof (?:which|whom)\b[^,;]*$|\bof (?:them|these|those),?\s$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+of (?:them|these|those)\b")
_DONE = re.compile(r"\s(?:were\s|was\s)?(?:\w+ed|paid|lost|found|made|met|won|sent|kept)\b\s*(?:[.,;:)]|$)")
"""Behind the whole, what became of the part: "106 of 301 *paid*"."""
_ACCOUNT = re.compile(
    r"\b(?:account(?:s|ed|ing)? for|ma(?:d|k)es? up|making up|responsible for|compris(?:es?|ed)|between them|"
    r"contribut(?:es?|ed))\b(?:\s(?!and\b)[\w-]+){0,3}\s?$",
    re.IGNORECASE,
)
"""Behind bodies, in front of what they have of the sum of all."""
_SOME = "it counts some of what is told with it, and the words do not say which of them"


def apart(first: Asked | None, second: Asked, part: Clause, state: State) -> tuple[Asked | None, Asked, State]:
    """The two claims of a pair with readings that differ, or open; and what the sentence has settled then.

    `first` is the claim right before, `second` the one of `part`.
    """
    if first is None or not _is_sum(first) or not _is_sum(second):
        return first, second, state
    if part.place > 0 and OF.fullmatch(part.one.plain[_end_before(part) : part.figure.start]):
        return _pair(first, second, part, state)
    of_these = _OF_THESE.search(part.before) or _OF_THEM.match(part.one.plain, part.figure.end)
    if of_these and first.readings == second.readings and _value(first) > _value(second):
        return first, replace(second, readings=(), open=_SOME), replace(state, unread=True)
    return first, second, state


def _pair(first: Asked, second: Asked, part: Clause, state: State) -> tuple[Asked | None, Asked, State]:
    own, whole = first.readings[0], second.readings[0]
    done = _DONE.match(part.one.plain, part.figure.end) and whole.measure == own.measure
    if own != whole and not done:
        return first, second, state
    full = part.lexicon.whole_of(own.measure)
    told = _told_before(state, own)
    if full != own.measure:
        able = part.variables_of(full)
        where = {name: ids for name, ids in own.where.items() if name in able}
        whole = replace(own, measure=full, where=where)
    elif own == whole and told is not None and not own.where:
        own = replace(own, where=told.where)
    elif len(own.where) == 1:
        whole = replace(own, where={})
    elif not own.where and own.group.kind == "listed" and _ACCOUNT.search(part.one.plain[: first.start]):
        whole = replace(own, group=Group())
    else:
        return replace(first, readings=(), open=_SOME), second, replace(state, last=None)
    if own == whole:
        return replace(first, readings=(), open=_SOME), second, replace(state, last=None)
    here = (*state.here[:-1], (state.here[-1][0], own)) if state.here else ()
    state = replace(state, last=own, whole=whole, here=here)
    return replace(first, readings=(own,)), replace(second, readings=(whole,)), state


def _told_before(state: State, own: Reading) -> Reading | None:
    """The part of a pair before it in the sentence: "49 of the 69 were officers, at Sampleton 54 of 74"."""
    before = [reading for _, reading in state.here[:-1] if reading.measure == own.measure]
    if len(before) < 2 or before[-2].group != before[-1].group or before[-1].where or not before[-2].where:
        return None
    return before[-2]


def _is_sum(asked: Asked) -> bool:
    return len(asked.readings) == 1 and asked.readings[0].statistic == "total" and asked.figure is not None


def _value(asked: Asked) -> Decimal:
    value = asked.figure.value if asked.figure is not None else None
    return Decimal(0) if value is None else value


def _end_before(part: Clause) -> int:
    before = part.parts[part.place - 1].figure
    return before.end if before is not None else part.part.start
