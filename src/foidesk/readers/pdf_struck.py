"""Words of a PDF that a line is drawn through: what a body struck out, or deleted with its changes shown."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from foidesk.readers.tables.ink import Frame, Rule, Token, frame_of

HIGH, LOW = 0.36, 0.68  # of the height of a line: where such a line runs; higher or lower is a rule
ENDS = 2.5  # points by which it may begin and end beside the words
WORDS = 1.0  # line heights between words of two columns
STRUCK = 0.14  # font sizes that a struck word leaves at its sides: as much as words of one text do
REACH = 14.0  # points: half the height of the largest letters looked at

Span = tuple[int, int]


class Sides(Protocol):
    """The edges of the characters of a page."""

    @property
    def x0(self) -> list[float]: ...

    @property
    def y0(self) -> list[float]: ...

    @property
    def x1(self) -> list[float]: ...

    @property
    def y1(self) -> list[float]: ...


class Struck(NamedTuple):
    """The words, cut where a line through them begins or ends; where struck ones start and stand; the lines."""

    spans: list[Span]
    starts: frozenset[int]
    words: list[Frame]
    lines: list[Rule]


def parted_by_strikes(chars: Sides, spans: list[Span], across: Sequence[Rule]) -> Struck:
    """The words with what is struck apart from what is not: "41" struck and "57" written behind it are no 4157."""
    under: dict[int, Rule] = {}
    middles = sorted(
        ((chars.y0[i] + chars.y1[i]) / 2, i) for start, end in spans for i in range(start, end)
    )  # fmt: skip
    heights = [y for y, _ in middles]
    lines: list[Rule] = []
    for rule in across:
        near = middles[bisect_left(heights, rule.at - REACH) : bisect_left(heights, rule.at + REACH)]
        mine = [i for _, i in near if _is_through(chars, i, rule)]
        if mine and _is_of_words(chars, mine, rule):
            lines.append(rule)
            under |= dict.fromkeys(mine, rule)
    if not under:
        return Struck(spans, frozenset(), [], [])
    parts = [part for span in spans for part in _parted(span, under)]
    struck = [part for part in parts if part[0] in under]
    starts = frozenset(start for start, _ in struck)
    return Struck(parts, starts, [_frame(chars, part) for part in struck], lines)


def _is_through(chars: Sides, i: int, rule: Rule) -> bool:
    """True if the rule runs through the middle of the letter."""
    high = chars.y1[i] - chars.y0[i]
    inside = HIGH * high < rule.at - chars.y0[i] < LOW * high
    return inside and rule.lo < (chars.x0[i] + chars.x1[i]) / 2 < rule.hi


def _is_of_words(chars: Sides, mine: list[int], rule: Rule) -> bool:
    """True if the line is as long as the letters it runs through, or runs through words of several columns."""
    first, last = min(chars.x0[i] for i in mine), max(chars.x1[i] for i in mine)
    if abs(first - rule.lo) < ENDS and abs(last - rule.hi) < ENDS:
        return True
    sides = sorted((chars.x0[i], chars.x1[i], chars.y1[i] - chars.y0[i]) for i in mine)
    apart = any(b[0] - a[1] > WORDS * a[2] for a, b in pairwise(sides))
    return apart and first > rule.lo - ENDS and last < rule.hi + ENDS


def _parted(span: Span, under: dict[int, Rule]) -> list[Span]:
    start, end = span
    edges = [i for i in range(start + 1, end) if (i in under) != (i - 1 in under)]
    return list(pairwise([start, *edges, end]))


def _frame(chars: Sides, part: Span) -> Frame:
    return frame_of([Frame(chars.x0[i], chars.y0[i], chars.x1[i], chars.y1[i]) for i in range(*part)])


def set_off(token: Token, struck: frozenset[int]) -> Token:
    """A struck word with white at both sides; one right before it does not meet it, as cells would."""
    white = STRUCK * token.size
    if token.start in struck:
        return token._replace(x0=token.x0 + white, x1=token.x1 - white, end=-1)
    return token._replace(end=-1) if token.end in struck else token
