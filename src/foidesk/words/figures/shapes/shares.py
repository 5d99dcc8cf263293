"""Per cents, points, fractions, one in so many, and multiples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ...lazy import lazy
from ..figure import Figure
from ..pieces import NUMBER, VALUES, value
from .common import DASH, FLAGS, figure, ranged

_CENT = r"(?:\s?%|[\s-]?per[\s-]?cent\b(?!age)|\s?p\.?c\.?\b|\s?percent\b)"
_PERCENT = lazy(rf"(?P<n>{NUMBER}){_CENT}(?P<points>[ -]points?\b)?", FLAGS)
_PERCENT_RANGE = lazy(
    rf"(?:\bbetween )?(?P<a>{NUMBER})(?P<m>{_CENT})?(?P<j>{DASH}| to | and | or )(?P<b>{NUMBER}){_CENT}", FLAGS
)
_POINTS = lazy(rf"(?P<n>{NUMBER})[ -](?:percentage|per cent|percent|basis)[ -]points?\b", FLAGS)


def shares(text: str) -> Iterator[Figure]:
    for found in _POINTS.finditer(text):
        scale = 100 if "basis" in found[0].lower() else 1
        yield figure(found, "points", value(found["n"]) / scale, found.span("n"), unit="percentage points")
    for found in _PERCENT_RANGE.finditer(text):
        between = found[0].lower().startswith("between")
        joined = found["j"].strip().lower()
        if (joined == "and") is not between or re.search(
            r"\bfrom\s$", text[max(0, found.start() - 5) : found.start()]
        ):
            continue
        if found_range := ranged(found, "percent", value(found["a"]), value(found["b"]), unit="%"):
            yield found_range
    for found in _PERCENT.finditer(text):
        kind = "points" if found["points"] else "percent"
        unit = "percentage points" if found["points"] else "%"
        yield figure(found, kind, value(found["n"]), found.span("n"), unit=unit)


PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "fifteenth": 15,
    "twentieth": 20,
    "hundredth": 100,
}
_PART = (
    r"(?P<part>thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?|"
    r"twentieths?|hundredths?)"
)
_SMALL_N = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven)"
_FRACTION = lazy(
    rf"\b(?P<n>an?|{_SMALL_N})(?P<gap>[ -]){_PART}\b"
    r"|\b(?P<half>half)\b(?! (?:a|an) (?:million|billion|dozen|hundred|thousand|hour|minute|"
    r"day|week|month|year|second)\b)(?![ -](?:hour|"
    r"year|day|mile|term|time|century|hearted)\b)"
    r"|(?<![\w.,/£$€])(?P<fa>\d{1,2})/(?P<fb>\d{1,2})(?:ths?|rds?|nds?)?(?![\d\w/])|"
    r"(?P<vulgar>(?<![\w])\d*[½¼¾⅓⅔⅛⅕])",
    FLAGS,
)
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅛": "0.125", "⅕": "0.2"}
_RATIO = lazy(
    rf"(?P<n>{NUMBER})\s(?P<j>in|out of|in every|out of every|for every)\s(?:the\s|"
    rf"all\s)?(?P<of>{NUMBER})(?![\w,.]*\d)"
    r"(?!\s?(?:%|per cent|days?|weeks?|months?|years?|hours?|minutes?|January|February|March|"
    r"April|May\b|June|July|August|"
    r"September|October|November|December))(?!(?<=\d{4}))",
    FLAGS,
)


_ONE_THING = lazy(
    rf"\b(?P<n>one|1)\s(?P<noun>(?!in\b|of\b|or\b|and\b|at\b)[a-z][a-z-]+)\s(?:in|out of)\s(?:every\s)?"
    rf"(?P<of>{_SMALL_N}|twelve|fifteen|twenty|\d{{1,2}})\b(?!\s?(?:%|per cent))"
    r"(?!\s(?:was\b|is\b|has\b)?(?!was\b|is\b|has\b|does\b|goes\b|takes\b|gets\b|this\b)[a-z-]+s\b)(?![\d,.]*\d)"
    r"(?!\s(?:of|and|or|to|wom[ae]n|men|people|children|different|other|separate|more)\b)",
    FLAGS,
)
"""One thing in so many of them: "one claim in four"; "one case in four councils" counts other things."""


def _things(text: str) -> Iterator[Figure]:
    for found in _ONE_THING.finditer(text):
        of = value(found["of"])
        if 1 < of <= 20 or of in (25, 30, 40, 50):
            yield figure(found, "ratio", 1 / of, (found.start("n"), found.end("of")), step=Decimal(0))


def ratios(text: str) -> Iterator[Figure]:
    """ "one in 11", "nine out of 10"; "12 out of 43" is two counts unless the whole is a round ten or below."""
    for found in _RATIO.finditer(text):
        of, part = value(found["of"]), value(found["n"])
        joined = found["j"].lower()
        telling = part == 1 or (of <= 10 or of in (20, 25, 50, 100, 1000, 10000, 100000, 1000000))
        if not (0 < part < of) or (joined == "out of" and not telling) or (joined == "in" and not telling):
            continue
        if joined == "in" and part > 1 and of > 10 and of != 100:
            continue
        yield figure(found, "ratio", part / of, (found.start("n"), found.end("of")), step=Decimal(0))
    yield from _things(text)


def fractions(text: str) -> Iterator[Figure]:
    for found in _FRACTION.finditer(text):
        number = _fraction_value(found)
        if number is None or not _is_share(found, text):
            continue
        yield figure(found, "fraction", number, found.span(), step=Decimal(0))


def _fraction_value(found: re.Match[str]) -> Decimal | None:
    if found["half"]:
        return Decimal("0.5")
    if found["part"]:
        name = found["part"].lower()
        return Decimal(VALUES.get(found["n"].lower(), 1)) / PARTS[name if name in PARTS else name.rstrip("s")]
    if found["fa"]:
        part, of = Decimal(found["fa"]), Decimal(found["fb"])
        return part / of if 0 < part < of <= 12 else None
    digits, sign = found["vulgar"][:-1], found["vulgar"][-1]
    third = {"⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}
    return Decimal(digits or 0) + (third[sign] if sign in third else Decimal(_VULGAR[sign]))


_ORDINAL_USE = lazy(
    r"\s+(?!of\b|were\b|was\b|are\b|have\b|had\b|said\b|in\b|to\b|and\b|or\b|higher\b|lower\b|"
    r"more\b|less\b|fewer\b|as\b|by\b|"
    r"since\b|from\b|on\b|at\b|between\b|the\b|all\b|is\b|that\b|did\b|got\b|came\b|ended\b|led\b|"
    r"resulted\b|involved\b|went\b|compared\b|against\b|after\b|when\b|while\b|over\b|during\b|than\b|but\b|"
    r"for\b|with\b|last\b|this\b|per\b|across\b|among\b|off\b|overall\b|nationally\b|within\b|despite\b|since\b|"
    r"if\b|it\b|they\b|which\b|who\b)[a-z]"
)


def _is_share(found: re.Match[str], text: str) -> bool:
    """ "a third of", "by a quarter"; not "a third officer", "a quarter-final", "the first half"."""
    before = text[max(0, found.start() - 14) : found.start()].lower()
    after = text[found.end() : found.end() + 30]
    if found["half"]:
        if before.endswith(("and a ", "and-a-")):
            return False
        if re.match(r"\s\([^()]{1,20}\)\sof\b", after):
            return True
        return not re.search(
            r"\b(?:first|second|other|better|top|bottom|latter|this|that|\d)[ -]$", before
        ) and not after.startswith("-")
    if not found["part"] or found["part"].lower().endswith("s") or found["gap"] == "-":
        return not (found["part"] and after.startswith("-") and not found["part"].lower().endswith("s"))
    if found["n"].lower() not in ("a", "an", "one"):
        return False
    return not _ORDINAL_USE.match(after) and not after.startswith("-")


_MULTIPLE = lazy(
    rf"(?P<n>{NUMBER})[ -]times (?=as\b|more\b|higher\b|greater\b|larger\b|bigger\b|that\b|the\b|"
    rf"less\b|fewer\b|lower\b|what\b|its\b|their\b|those\b|longer\b|"
    r"likelier\b|over(?=\W*$|\s?[.,;:)–—]|\s(?:in|since|between)\b)|worse\b)"
    rf"|(?P<f>{NUMBER})[- ]?fold\b|(?P<x>(?<![\w.,£$€])\d+(?:\.\d+)?)x\b|\b(?P<twice>twice|"
    rf"thrice)\b|\b(?P<double>doubl(?:e|ed|es|ing)|tripl(?:e|ed|es|ing)|"
    r"trebl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing)|halv(?:e|ed|es|ing)|two-?fold|(?:three|four|"
    r"five|six|seven|eight|nine|ten)fold)\b"
    r"(?![ -](?:bed|glaz|deck|act|agent|check|standard|life|murder|jeopardy|room|figures|yellow|"
    r"digit|click|down|take|whammy|vision|edged|rapist|killer|killing|fault|gold|barrel))",
    FLAGS,
)
_FACTORS = {
    "twice": 2,
    "thrice": 3,
    "doubl": 2,
    "tripl": 3,
    "trebl": 3,
    "quadr": 4,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}


def multiples(text: str) -> Iterator[Figure]:
    for found in _MULTIPLE.finditer(text):
        which = next(key for key in ("n", "f", "x", "twice", "double") if found[key])
        word = found[which].lower()
        if which == "twice":
            number = Decimal(_FACTORS[word])
        elif which == "double":
            number = (
                Decimal("0.5")
                if word.startswith("halv")
                else Decimal(next(factor for start, factor in _FACTORS.items() if word.startswith(start)))
            )
        else:
            number = value(found[which])
        yield replace(
            figure(found, "multiple", number, found.span(which), unit="times"),
            end=found.end() if which != "n" else found.end("n") + 6,
            text=found[0].rstrip(),
        )
