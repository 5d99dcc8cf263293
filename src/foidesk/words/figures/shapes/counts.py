"""Durations, measures, ranges and plain counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...lazy import lazy
from ..figure import Figure
from ..hedging import HEDGED, bounds, hedge
from ..pieces import NUMBER, value
from ..units import DURATION_UNIT, SIZE_UNIT, size_unit, time_unit
from .common import FLAGS, TO, figure, ranged

_DURATION = lazy(
    (
        rf"(?:\bbetween )?(?:(?P<a>{NUMBER})(?P<j>{TO}| and )(?P<b>{NUMBER})|(?P<n>{NUMBER})(?: and a "
        rf"half|-and-a-half| or (?:more|so|fewer|less))?|(?P<half>half an?|a|an|one-and-a-half))"
        rf"[ -]{DURATION_UNIT}(?P<and> and a half\b)?"
    ),
    FLAGS,
)
_SIZE = lazy(
    (
        rf"(?:\bbetween )?(?:(?P<a>{NUMBER})(?P<j>{TO}| and )(?P<b>{NUMBER})|"
        rf"(?P<n>{NUMBER}))(?P<gap>[ -]?){SIZE_UNIT}"
    ),
    FLAGS,
)
_BARE_DURATION = lazy(r"\b(?:a|an|half an?)$", FLAGS)


_LENGTH = rf"(?:{NUMBER})[ -](?:hours?|hrs?|minutes?|mins?|seconds?|secs?|years?|months?|weeks?|days?)"
_COMPOUND = lazy(rf"{_LENGTH}(?:(?:,? and |,? ){_LENGTH})+\b", FLAGS)
_PART = lazy(rf"(?P<n>{NUMBER})[ -](?P<unit>[a-z]+)", FLAGS)
_HOW_MANY = {
    ("hours", "minutes"): 60, ("minutes", "seconds"): 60, ("years", "months"): 12, ("weeks", "days"): 7,
    ("days", "hours"): 24,
}  # fmt: skip
"""How many of the smaller unit the larger has: "4 minutes 12 seconds" is 252 seconds."""


def compounds(text: str) -> Iterator[Figure]:
    """A length of time in two or more units, in the smallest of them."""
    for found in _COMPOUND.finditer(text):
        (first, unit), *others = ((value(part["n"]), time_unit(part["unit"])) for part in _PART.finditer(found[0]))
        total = first
        for number, small in others:
            by = _HOW_MANY.get((unit, small))
            if by is None or number >= by:
                break
            total, unit = total * by + number, small
        else:
            yield figure(found, "duration", total, found.span(), unit=unit)


def durations(text: str) -> Iterator[Figure]:
    for found in _DURATION.finditer(text):
        if (
            found["n"]
            and text[found.end("n") : found.end("n") + 1] == " "
            and text[found.end() :].startswith("-long")
        ):
            continue  # "810 hour-long waits" counts waits
        unit = time_unit(found["unit"])
        if found["half"]:
            hedged = hedge(text, *found.span()).name in HEDGED
            if found["half"].lower().startswith("half") or hedged or found["and"]:
                number = (
                    Decimal("0.5")
                    if found["half"].lower().startswith("half")
                    else Decimal("1.5")
                    if found["and"]
                    else Decimal(1)
                )
                yield figure(found, "duration", number, found.span(), unit=unit, step=Decimal(0))
            continue
        yield from _measured(found, "duration", unit)


def _measured(found: re.Match[str], kind: str, unit: str) -> Iterator[Figure]:
    if found["n"]:
        halved = found.groupdict().get("and") or "-and-a-half" in found[0].lower()
        half = Decimal("0.5") if halved else Decimal(0)
        number, beside = value(found["n"]) + half, hedge(found.string, *found.span("n"))
        told = {"hedge": beside.name} if beside.end > found.end("n") else {}
        if told:
            told |= dict(zip(("lo", "hi"), bounds(beside.name, number, False), strict=True))  # type: ignore[arg-type]
        yield figure(found, kind, number, found.span("n"), unit=unit, **told)
        return
    between = found[0].lower().startswith("between")
    if (found["j"].strip().lower() == "and") is between:
        found_range = ranged(found, kind, value(found["a"]), value(found["b"]), unit=unit)
        if found_range:
            yield found_range
            return
    yield figure(found, kind, value(found["b"]), found.span("b"), unit=unit)


def _is_million(found: re.Match[str], text: str) -> bool:
    """ "From 21.5m to 23.4m", "1.4m calls": millions of something, unless words of length follow."""
    after = text[found.end() :]
    if _SPEED.match(after) or re.match(r"[ -][a-z]+(?<!s)\b(?! (?:of|were|was|had|are|to|in)\b)", after):
        ended = re.match(r"\s(?:in|to|from|last|this|a|by|and|over|on|at|for|since|were|was|had|people)\b", after)
        return bool("." in found[0] and ended)
    return "." in found[0] or bool(re.match(r"\s(?:[a-z-]+\s)?[a-z]+s\b", after))


def sizes(text: str) -> Iterator[Figure]:
    for found in _SIZE.finditer(text):
        if found["unit"].lower() in ("m", "g", "in", "c") and found["gap"]:
            continue
        if found["unit"] == "m" and _is_million(found, text):
            continue
        if found["unit"].lower() == "stone" and not re.match(r"(?:,? |s\b|$|[.,])", text[found.end() :]):
            continue
        yield from _measured(found, "size", size_unit(found["unit"]))


_PLAIN_RANGE = lazy(
    (
        rf"(?:\bbetween (?P<c>{NUMBER}) and (?P<d>{NUMBER})|(?P<a>{NUMBER})(?P<j>[-‐‑–—]| to | or "
        rf")(?P<b>{NUMBER}))(?![\w]*-)"
    ),
    FLAGS,
)
_PLAIN = lazy(NUMBER, FLAGS)
_SPEED = lazy(r"\s?(?:sprint|race|hurdles|freestyle|dash|final|deep|tall|high|long|wide|away|from)\b", FLAGS)


def ranges(text: str) -> Iterator[Figure]:
    for found in _PLAIN_RANGE.finditer(text):
        first, last = (found["a"], found["b"]) if found["a"] else (found["c"], found["d"])
        if found["a"] and re.search(r"\bfrom\s$", text[max(0, found.start() - 5) : found.start()], FLAGS):
            continue
        lo, hi = value(first), value(last)
        if lo >= hi or (
            (found["j"] or "").strip() in "-‐‑–—"
            and found["a"]
            and (
                not first[0].isdigit()
                or lo > 1900
                or re.search(r"\d$", text[max(0, found.start() - 1) : found.start()])
            )
        ):
            continue
        span = (found.start("a" if found["a"] else "c"), found.end("b" if found["a"] else "d"))
        if (found["j"] or "").strip().lower() == "to" and hi > 20 * max(lo, Decimal(1)):
            continue
        yield figure(found, "count", None, span, lo=lo, hi=hi, hedge="between")


def plain(text: str) -> Iterator[Figure]:
    for found in _PLAIN.finditer(text):
        number = value(found[0])
        if re.search(r"\d\s?m$", found[0]) and _SPEED.match(text[found.end() :]):
            number = value(found[0].rstrip(" m"))
            yield figure(found, "size", number, found.span(), unit="metres")
            continue
        yield figure(found, "count", number, found.span())
