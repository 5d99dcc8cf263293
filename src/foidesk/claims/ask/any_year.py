"""What is said of bodies in whatever year: "none took fewer than 200 samples *in any of the years*"."""

from __future__ import annotations

import re
from dataclasses import replace

from foidesk.model import Period

from .lexicon import Lexicon
from .reading import Asked
from .sentence import Sentence

_OF_YEARS = re.compile(
    r"\b(?:in|during|for|over)\s(?:any|each|every|all|a single|one)\b(?:\s[\w’'-]+){0,4}?\syears?\b", re.IGNORECASE
)
"""Told of single years, or of one of them."""
_IN_WHATEVER = re.compile(
    r"\b(?:in|during|for)\s(?:(?P<any>any)|each|every|all)\s(?:(?:one|single)\s)?(?:of\s)?(?:the\s)?years?"
    r"(?=\W*$|[,;]|\sof the (?:survey|period)\b)",
    re.IGNORECASE,
)
"""Of every year of the survey, whichever it is."""
_OPEN = "it is told of single years, and the words do not say of which in terms of the survey"


def in_any_year(asked: Asked, one: Sentence, lexicon: Lexicon) -> Asked:
    """What is said of every body, or of none, against a limit: read of each year where it is told of any."""
    (reading,) = asked.readings
    if reading.threshold is None or not _OF_YEARS.search(one.plain):
        return asked
    found, years = _IN_WHATEVER.search(one.plain), _years(lexicon.definition.period)
    denies = asked.figure is not None and asked.figure.kind == "none"
    if found is None or (denies and not found["any"]) or reading.period or reading.other is not None or not years:
        return replace(asked, readings=(), open=_OPEN)
    return replace(asked, readings=tuple(replace(reading, period=year) for year in years), each=True)


def some_year(asked: Asked, one: Sentence) -> Asked:
    """So many bodies against a limit in any year: which of the years, no reading says."""
    limits = any(reading.threshold is not None for reading in asked.readings)
    return replace(asked, readings=(), open=_OPEN) if limits and _OF_YEARS.search(one.plain) else asked


def _years(window: Period | None) -> list[str]:
    """The years of the survey, where it asked for whole ones from January on."""
    if window is None or (window.start.month, window.start.day, window.end.month, window.end.day) != (1, 1, 1, 1):
        return []
    return [str(year) for year in range(window.start.year, window.end.year)]
