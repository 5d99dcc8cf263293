"""Figures that another is held against: of "six were falls, up from four in 2021" the four are falls of 2021."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from foidesk.words.numbers import NumberWord
from foidesk.words.periods import PeriodSeen

from ..figures.seen import Seen
from .beside import named_from
from .clause import Clause

_AGAINST = re.compile(
    r"\b(?:(?:up|down|rising|falling|rose|fell|risen|fallen|increas(?:ed|ing)|decreas(?:ed|ing)|"
    r"an?\s+(?:increase|rise|decrease|fall|drop|reduction))\s+(?:on|from)|(?:as\s+)?(?:against|opposed\s+to)|"
    r"compar(?:ed|ing|es?|able)\s+(?:with|to)|versus|vs\.?|in\s+comparison\s+(?:with|to)|"
    r"gegenüber|verglichen\s+mit|im\s+vergleich\s+zu)\s+"
    r"(?:the\s+|an?\s+|only\s+|just\s+)?(?:(?:figure|total|number)\s+of\s+)?$",
    re.IGNORECASE,
)
"""What stands before the figure that another is held against."""
_OF = re.compile(r"[^\d.;:]{0,30}?\s*\(?(?:\b(?:in|for|during|over|im|für)\s+)?(?:the\s+)?", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:compar(?:ed|ing|es?|able)\s+(?:with|to)|in\s+comparison\s+(?:with|to)|than|(?:up|down)\s+on|versus|vs\.?|"
    r"against|as|gegenüber|verglichen\s+mit|als)\s+(?:those\s+|that\s+)?(?:in\s+|for\s+|during\s+|im\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a period that another is held against: "more than in 2021"."""


def is_held_against(seen: Seen, when: PeriodSeen) -> bool:
    """True for a period that another is only compared with: "six reports, fewer than in 2021"."""
    return _PERIOD.search(seen.text[: named_from(seen, when)]) is not None


def with_compared(
    seen: Seen, found: Sequence[Clause | None]
) -> tuple[list[Clause | None], tuple[NumberWord, ...]]:
    """The clauses of all numbers, each that another is held against being of its own days and of the other's kind.

    The other is never of those days. Second, the numbers of which nobody says of what days or what kind they are.
    """
    out, open_ = list(found), []
    for at, word in enumerate(seen.numbers):
        if not _AGAINST.search(seen.text[: word.start]):
            continue
        when, main = _own_days(seen, at), out[at - 1] if at else None
        if when is None or main is None or _may_be_of_another(out[at], main, out[: at - 1]):
            open_.append(word)
            out[at] = None
            continue
        days = (when.start, when.end)
        if main.period_at == days:
            out[at - 1] = replace(main, period=None, period_at=None)
        own = out[at] or Clause(word.start, word.end, word)
        out[at] = replace(
            own,
            nouns=own.nouns or main.nouns, categories=own.categories or main.categories,
            period=when.period, period_at=days, bare=own.bare and main.bare,
        )  # fmt: skip
    return out, tuple(open_)


def _may_be_of_another(own: Clause | None, main: Clause, before: Sequence[Clause | None]) -> bool:
    """True if a figure may be of another kind than the one held against it.

    "Six were falls, up from twelve reports in 2021", "14 reports, of which six were falls, against 11 in 2021".
    """
    if own is not None and own.categories:
        return False
    if own is not None and own.nouns:
        return bool(main.categories)
    return any(one is not None and one.categories != main.categories for one in before)


def _own_days(seen: Seen, at: int) -> PeriodSeen | None:
    """The period right behind a number: "four in 2021", "four reports (2021)"."""
    end = seen.numbers[at + 1].start if at + 1 < len(seen.numbers) else len(seen.text)
    behind = [one for one in seen.periods if seen.numbers[at].end <= one.start < end]
    if not behind or behind[0].period is None:
        return None
    between = seen.text[seen.numbers[at].end : named_from(seen, behind[0])]
    return behind[0] if _OF.fullmatch(between) else None
