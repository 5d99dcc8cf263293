"""Words of rise and fall that stand between figures told as such: borne out by these figures, or not.

"173 claims in 2023, up from 140 the year before": both numbers are read as they are; "up" restricts neither, it
says how they lie to each other. So it is looked at there, by the numbers as written, and asks nothing further.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .lexicon import Lexicon
from .reading import Asked, Reading
from .wording import FALL, RISE
from .years import is_year

_UP = (
    r"climbing|jumping|surging|swelling|"
    r"creep(?:s|ing)?|crept|edg(?:ed|ing) up|inch(?:ed|ing) up|leap(?:s|ing)?|spik(?:ed|es|ing)|balloon(?:ed|ing)|"
    r"mount(?:ed|ing)|doubl(?:ed|ing)|worse(?:n|ned|ning)?|longer|greater|lengthen(?:ed|ing)|widen(?:ed|ing)"
)
_DOWN = (
    r"plunging|slumping|plummeting|slip(?:s|ped|ping)?|slid(?:es?|ing)?|eas(?:ed|es|ing)|sank|sink(?:s|ing)?|sunk|shorter|shorten(?:ed|ing)|"
    r"shrink(?:s|ing)?|dip(?:s|ping)?|tumbl(?:es|ing)|halv(?:ed|ing)|narrow(?:ed|ing)|ebbed|receded|smaller"
)
_BACK = r"(?:\s(?:back|again|away|off))?"
MOVE = re.compile(
    rf"\b(?:before\s(?:it\s|they\s)?)?(?:(?P<up>{RISE}|{_UP})|(?P<down>{FALL}|{_DOWN})|(?P<better>better|improv(?:ed|es|ing)))\b{_BACK}"
    r"(?!\sthan\b(?!\s(?:in|the|that|a year|last)\b))",
    re.IGNORECASE,
)
"""A word of change or comparison; "more than 50", "longer than an hour" are limits."""
_DIFFERENCE = re.compile(r"\s*(?:by\s|a\s|an\s|another\s)?", re.IGNORECASE)
"""Between a word of change and a figure that tells by how much: "rose by 12", "up 12"."""

_FROM = re.compile(r"\s(?:slightly\s|sharply\s|steeply\s)?(?:from|on)\s(?:the\s|just\s|only\s)*")
_TO = re.compile(r"(?:\s[\w/–-]+){0,4}\sto\s(?:just\s|only\s)?")
_AGAIN = re.compile(r"\s(?:once )?(?:again|more)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure that was told as such: where, how much, and of what."""

    start: int
    end: int
    value: Decimal
    reading: Reading

    def alike(self, other: Told) -> bool:
        """Of the same measure, kind and bodies: only the periods may differ."""
        own, its = self.reading, other.reading
        same = (own.statistic, own.measure, own.base_measure) == (its.statistic, its.measure, its.base_measure)
        return same and dict(own.where) == dict(its.where) and set(own.group.ids) == set(its.group.ids)


def told_figures(every: Iterable[Asked]) -> Iterator[Told]:
    """The figures of a sentence with one reading each, of a sum or a share in a year."""
    for one in every:
        if one.figure is None or one.figure.value is None or len(one.readings) != 1:
            continue
        own = one.readings[0]
        if own.statistic in ("total", "share") and is_year(own.period):
            yield Told(one.figure.start, one.figure.end, one.figure.value, own)


def borne_out(
    text: str, told: list[Told], before: tuple[Told, ...], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """Where the words of change stand that the figures as written bear out."""
    rows: dict[int, list[tuple[int, re.Match[str]]]] = {}
    for found in MOVE.finditer(text):
        near = _nearest(found, text, told)
        if near is None:
            continue
        sign = _sign(found, near, lexicon)
        if not _is_in_order(found, text, near, told, sign):
            continue
        other = _other_body(near, told)
        if other is not None and sign == (near.value > other.value) - (near.value < other.value) != 0:
            yield found.span()
        first = next(at for at, one in enumerate(told) if one.alike(near))
        rows.setdefault(first, []).append((sign, found))
    yield from _again(text, told, before)
    for first, moves in rows.items():
        signs = [sign for sign, _ in itertools.groupby(sign for sign, _ in moves)]
        if 0 not in signs and signs in _signs(told[first], told, before):
            yield from (found.span() for _, found in moves)


def _is_in_order(move: re.Match[str], text: str, near: Told, told: list[Told], sign: int) -> bool:
    """ "173, up from 140", "rose from 140 to 173": what stands behind "from" must be the earlier one."""
    if not _FROM.fullmatch(text[move.end() : near.start]):
        return True
    to = next((one for one in told if one.start > near.end and _TO.fullmatch(text[near.end : one.start])), None)
    later = to or next((one for one in reversed(told) if one.end <= move.start()), None)
    if later is None or not later.alike(near):
        return False
    return near.reading.period < later.reading.period and (later.value - near.value) * sign > 0


def _again(text: str, told: list[Told], before: tuple[Told, ...]) -> Iterator[tuple[int, int]]:
    """ "To 12 again": what the same figure was told as before."""
    for one in told:
        found = _AGAIN.match(text, one.end)
        if found and any(other.alike(one) and other.value == one.value for other in before):
            yield found.span()


def _nearest(move: re.Match[str], text: str, told: list[Told]) -> Told | None:
    """The figure that the word is about: the next, else the last before; none if it says by how much."""
    behind = [one for one in told if one.start >= move.end()]
    if behind and _DIFFERENCE.fullmatch(text[move.end() : behind[0].start]):
        return None
    return behind[0] if behind else next((one for one in reversed(told) if one.end <= move.start()), None)


def _other_body(near: Told, told: list[Told]) -> Told | None:
    """The same of another body at the same time, if the sentence gives two such figures and no more."""
    own = near.reading
    others = [one for one in told if one is not near]
    if len(others) != 1 or set(others[0].reading.group.ids) == set(own.group.ids):
        return None
    moved = Told(near.start, near.end, near.value, replace(others[0].reading, group=own.group))
    return others[0] if moved.alike(near) and others[0].reading.period == own.period else None


def _sign(move: re.Match[str], one: Told, lexicon: Lexicon) -> int:
    if move["better"]:
        kind = lexicon.kind(one.reading.measure)
        return 1 if kind == "share" else -1 if kind == "duration" else 0
    if move["up"] and move["up"].lower().startswith("worse") and lexicon.kind(one.reading.measure) == "share":
        return -1
    return 1 if move["up"] else -1


def _signs(first: Told, told: list[Told], before: tuple[Told, ...]) -> list[list[int]]:
    """How the figures lie to each other from year to year, without repetition: up, then down.

    Once for those of the sentence, and once with the figure told last before it.
    """
    row = [one for one in told if one.alike(first)]
    last = [one for one in before if one.alike(first)][-1:]
    return [found for found in (_steps(row), _steps([*last, *row])) if found]


def _steps(row: list[Told]) -> list[int]:
    years = [one.reading.period for one in row]
    if len(set(years)) < len(years) or len(row) < 2:
        return []
    values = [one.value for one in sorted(row, key=lambda one: one.reading.period)]
    steps = [(b > a) - (b < a) for a, b in itertools.pairwise(values)]
    return [sign for sign, _ in itertools.groupby(steps)]
