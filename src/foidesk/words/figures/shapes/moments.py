"""Ages, times of day, scores and heights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ...lazy import lazy
from ..figure import Figure
from ..pieces import DIGITS, NUMBER, SMALL, value
from .common import DASH, FLAGS, figure, ranged

_AGE = lazy(
    rf"(?P<n>{NUMBER})[- ](?P<half>and-a-half-)?(?:year|month|week|day)s?[- ]olds?\b|\baged?(?: "
    rf"between| from| about| around| just| only| under| over|)? (?P<a>{NUMBER})(?:(?: and | to |"
    rf"{DASH})(?P<b>{NUMBER}))?"
    r"(?! (?:officers|people|cases))(?: (?:and|or) (?:over|under|above|below))?|(?<=[a-z.”\"’'], "
    r")(?P<c>[1-9]\d)(?=,(?! ?\d))|(?<=[a-z] \()(?P<d>[1-9]\d)(?=\))"
    r"|\b(?P<word>over|under)[- ]?(?P<e>\d\d)s\b|\b(?P<i>\d\d?)(?:-| to |–)(?P<j>\d\d?)(?= age (?:groups?|"
    r"range)\b)|\bin (?:his|her|their) (?:early |mid-? ?|late "
    r")?(?P<f>teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|\d0s)\b"
    r"|\bturn(?:s|ed)? (?P<g>[1-9]\d)\b(?!\s?%)|\bas (?:young|old) as (?P<h>[1-9]\d?|1[01]\d)\b(?!\s?%)",
    FLAGS,
)
_DECADES = {
    "teens": 13,
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}


def ages(text: str) -> Iterator[Figure]:
    for found in _AGE.finditer(text):
        if found["d"] and not _is_bracketed_age(found, text):
            continue
        if found["c"] and not re.search(r"[A-Z][\w'’-]+,? $", text[max(0, found.start() - 25) : found.start()]):
            continue
        yield from _age(found)


_BRACKETED = lazy(rf"\((?:{DIGITS}|{SMALL})(?: \w+){{0,2}}\)", FLAGS)


def _is_bracketed_age(found: re.Match[str], text: str) -> bool:
    """ "John Smith (45)"; in a list of several such, or after one word alone, it is a count."""
    before = text[max(0, found.start() - 40) : found.start()]
    several = len(_BRACKETED.findall(text[max(0, found.start() - 120) : found.end() + 120])) > 1
    return (
        not several
        and bool(re.search(r"[A-Z][a-z'’-]+ [A-Z][\w'’-]+ \($", before))
        and not re.search(
            (
                r"(?:Police|Council|Trust|Constabulary|Board|Hospital|University|College|Force|County|City|"
                r"Borough) \($"
            ),
            before,
        )
    )


def _age(found: re.Match[str]) -> Iterator[Figure]:
    unit = (
        next(
            (unit for unit in ("month", "week", "day") if f"{unit}s-old" in found[0] or f"{unit}-old" in found[0]),
            "year",
        )
        + "s old"
    )
    if found["i"]:
        yield from filter(None, [_ages_between(found)])
        return
    if found["a"] and found["b"]:
        found_range = ranged(found, "age", value(found["a"]), value(found["b"]), unit=unit)
        if found_range:
            yield found_range
            return
        single = figure(found, "age", value(found["a"]), found.span("a"), unit=unit)
        yield replace(single, end=found.end("a"), text=found.string[found.start() : found.end("a")])
        return
    which = next(key for key in ("n", "a", "c", "d", "e", "f", "g", "h") if found[key])
    word = found[which].lower()
    number = Decimal(_DECADES[word]) if word in _DECADES else Decimal(word[:-1]) if which == "f" else value(word)
    hi = {"f": number + (6 if word == "teens" else 9)}.get(which, number)
    hedge = {"over": "more than", "under": "fewer than"}.get(
        (found["word"] or "").lower(), "between" if which == "f" else ""
    )
    yield figure(
        found, "age", None if which == "f" else number, found.span(which), unit=unit, lo=number, hi=hi, hedge=hedge
    )


def _ages_between(found: re.Match[str]) -> Figure | None:
    """ "The 11 to 17 age group"."""
    lo, hi = Decimal(found["i"]), Decimal(found["j"])
    if lo >= hi:
        return None
    return figure(
        found, "age", None, (found.start("i"), found.end("j")), unit="years old", lo=lo, hi=hi, hedge="between"
    )


_CLOCK = lazy(
    (
        r"(?<![\w.,:/£$€-])(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?)|\d{1,2}:\d\d(?::\d\d)?(?: "
        r"?(?:GMT|BST|CET|EST|EDT|hrs|hours))?(?![\d:])|\b(?:0\d|1\d|2[0-3])[0-5]\d\s?(?:hrs|GMT|"
        r"BST)\b)"
    ),
    FLAGS,
)
_SCORE = lazy(r"(?<![\w.,£$€-])(?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\w,.-]*\d)(?!-)")
_SPORT = lazy(
    (
        r"\b(?:w[io]ns?|won|winning|los[et]\w*|defeat\w*|beat\w*|draw\w*|drew|lead|led|victory|"
        r"scor\w+|voted?|votes|match|aggregate|set|thrash\w*|ahead|down|majority|goals?|half-time|"
        r"final)\b"
    ),
    FLAGS,
)
_VOTE = lazy(r"(?<=\bby )(?P<a>\d{1,4}) (?:votes )?to (?P<b>\d{1,4})\b")
_HEIGHT = lazy(r"(?<![\w.,])(?P<n>\d{1,2})(?:ft|['’])\s?(?P<b>\d{1,2})(?:in\b|ins\b|\"|”)?")


def times(text: str) -> Iterator[Figure]:
    for found in _CLOCK.finditer(text):
        yield Figure(*found.span(), found[0], "time", *found.span(), None)


def scores(text: str) -> Iterator[Figure]:
    for found in (*_SCORE.finditer(text), *_VOTE.finditer(text)):
        near = text[max(0, found.start() - 60) : found.end() + 40]
        if _SPORT.search(near) and not re.match(r"[- ](?:year|month|day|week|hour|mile)", text[found.end() :]):
            yield Figure(
                *found.span(), found[0], "score", *found.span(), None, value(found["a"]), value(found["b"])
            )
    for found in _HEIGHT.finditer(text):
        yield figure(
            found, "size", value(found["n"]) * 12 + value(found["b"]), found.span(), unit="inches", step=Decimal(0)
        )
