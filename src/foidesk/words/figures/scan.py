"""A text → its figures, and the numbers that are none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from .dating import When, whens
from .figure import Figure, Passed
from .hedging import bounds, hedge
from .passed import acts, passed
from .rates import bases
from .shapes import SHAPES
from .shapes.order import numbered

_FREE = "\x00"
_HEDGEABLE = ("count", "money", "percent", "points", "fraction", "ratio", "multiple", "duration", "size", "age")


@dataclass(frozen=True, slots=True)
class Scanned:
    """The figures of a text in order, none overlapping; its dates with their days; the numbers passed over."""

    figures: tuple[Figure, ...]
    dates: tuple[When, ...]
    passed: tuple[Passed, ...]


def scan(text: str, dateline: date | None = None, names: tuple[tuple[int, int], ...] = ()) -> Scanned:
    """All figures of a news text. Each shape takes its characters; the next sees only what is left.

    `names` are spans that are names (of a survey's bodies): a number in one is no figure.
    """
    over = [Passed(start, end, text[start:end], "name") for start, end in names if _digits(text[start:end])]
    left = _taken(text, [(one.start, one.end) for one in over])
    over += [one for one in acts(left) if _FREE not in one.text]
    left = _taken(left, [(one.start, one.end) for one in over])
    found = whens(left, dateline)
    left = _taken(left, [(one.start, one.end) for one in found])
    places = [one for one in numbered(left) if _FREE not in one.text]
    left = _taken(left, [(one.start, one.end) for one in places])
    others = [one for one in bases(left) if _FREE not in one.text]
    left = _taken(left, [(one.start, one.end) for one in others])
    others += [one for one in passed(left) if _FREE not in one.text]
    left = _taken(left, [(one.start, one.end) for one in others])
    figures = [*map(_of_date, found), *places]
    for shape in SHAPES:
        taken: list[Figure] = []
        for one in shape(left):
            if _FREE not in one.text and not any(one.start < b.end and b.start < one.end for b in taken):
                taken.append(one)
        left = _taken(left, [(one.start, one.end) for one in taken])
        figures += taken
    ordered = sorted(figures, key=lambda one: one.start)
    return Scanned(
        tuple(_hedged(text, ordered)), found, tuple(sorted((*over, *others), key=lambda one: one.start))
    )


def figures(text: str, dateline: date | None = None) -> tuple[Figure, ...]:
    """Every figure of a news text, in order."""
    return scan(text, dateline).figures


def _digits(text: str) -> bool:
    return any(map(str.isdigit, text))


def _taken(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + _FREE * (end - start) + text[end:]
    return text


def _of_date(one: When) -> Figure:
    number = Decimal(one.number) if one.window else None
    return Figure(
        one.start,
        one.end,
        one.text,
        "duration" if one.window else "date",
        one.start,
        one.end,
        number,
        number,
        number,
        one.unit,
    )


def _hedged(text: str, ordered: list[Figure]) -> list[Figure]:
    result: list[Figure] = []
    floor = 0
    for one in ordered:
        if one.kind in _HEDGEABLE and not one.hedge:
            one = _with_hedge(text, one, floor)
        elif one.hedge == "between" and one.kind in ("count", "money", "percent"):
            beside = hedge(text, one.start, one.end, floor)
            one = (
                replace(one, start=beside.start, end=beside.end, text=text[beside.start : beside.end])
                if beside.name == "about"
                else one
            )
        result.append(one)
        floor = one.end
    return result


def _with_hedge(text: str, one: Figure, floor: int) -> Figure:
    beside = hedge(text, one.start, one.end, floor)
    if not beside.name or one.value is None:
        return one
    whole = one.kind == "count" and one.value == one.value.to_integral_value()
    lo, hi = bounds(beside.name, one.value, whole)
    return replace(
        one,
        start=beside.start,
        end=beside.end,
        text=text[beside.start : beside.end],
        hedge=beside.name,
        lo=lo,
        hi=hi,
    )
