"""Two numbers that are one: "10 to 15", "between 10 and 15", "twenty (20)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from .lazy import lazy

if TYPE_CHECKING:
    from .numbers import NumberWord

_JOIN = lazy(r"[-‐‑–—]|\s(?:to|or|bis)\s")
_BETWEEN = lazy(r"\b(between|from)\s$", re.IGNORECASE)
_OPENS = lazy(r"\s*[(\[]\s*")
_CLOSES = lazy(r"\s*[)\]]")
_Join = Callable[[str, "NumberWord", "NumberWord"], "NumberWord | None"]


def ranges(text: str, words: Iterator[NumberWord]) -> Iterator[NumberWord]:
    """ "10 to 15", "1-4", "between 10 and 15", "two or three" become one number of kind "range"."""
    return _paired(text, words, _range)


def told_twice(text: str, words: Iterator[NumberWord]) -> Iterator[NumberWord]:
    """ "twenty (20)" is one number; "twenty-one (20)" is one that can be read in two ways."""
    return _paired(text, words, _twice)


def _paired(text: str, words: Iterator[NumberWord], join: _Join) -> Iterator[NumberWord]:
    held: NumberWord | None = None
    for word in words:
        both = join(text, held, word) if held is not None else None
        if held is not None and both is None:
            yield held
        held = both or word
    if held is not None:
        yield held


def _range(text: str, first: NumberWord, last: NumberWord) -> NumberWord | None:
    if not (_can_bound(first) and _can_bound(last)) or first.value is None or last.value is None:
        return None
    between = text[first.end : last.start]
    before = _BETWEEN.search(text[max(0, first.start - 10) : first.start])
    asks = (before[1].lower() if before else "", between.strip().lower())
    if asks != ("between", "and") and (asks[0] == "from" or not _JOIN.fullmatch(between)):
        return None
    if first.unit not in ("", last.unit) or first.value >= last.value:
        return None
    start = first.start - (len(before[0]) if before and asks[0] == "between" else 0)
    return replace(
        last, start=start, text=text[start : last.end], kind="range", value=None, lo=first.value, hi=last.value,
        hedge="between", spelt=first.spelt and last.spelt, ambiguous="",
    )  # fmt: skip


def _can_bound(word: NumberWord) -> bool:
    plain = word.kind in ("integer", "decimal", "money", "percent")
    return plain and not word.hedge and (not word.ambiguous or "dash" in word.ambiguous)


def _twice(text: str, first: NumberWord, last: NumberWord) -> NumberWord | None:
    closes = _CLOSES.match(text, last.end)
    plain = (
        first.kind == last.kind == "integer" and first.spelt is not last.spelt and not (first.hedge or last.hedge)
    )
    if not (plain and closes and _OPENS.fullmatch(text[first.end : last.start])):
        return None
    if first.lo is None or last.lo is None or first.hi is None or last.hi is None:
        return None
    whole = text[first.start : closes.end()]
    differ = "" if first.exact == last.exact else f"{whole} says two numbers"
    lo, hi = min(first.lo, last.lo), max(first.hi, last.hi)
    return replace(first, end=closes.end(), text=whole, lo=lo, hi=hi, spelt=False, ambiguous=differ)
