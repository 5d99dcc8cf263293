"""Words that say what kind of figures a reply's figures are: "these are cumulative totals", "they are estimates".

Some of them change what a number is (`ALTERS`), others only what it covers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .dates import date_readings
from .days_told import subject
from .shapes import MONTH

ALTERS = (
    "running totals",
    "another scale",
    "no counts",
    "counts of something else",
    "other years",
    "told by their look",
)
"""What makes another number of a number: nobody can use it as it stands."""

_YEARS = re.compile(r"\b(?:financial|fiscal|academic|school|tax)\s+years?\b|\bhaushaltsjahre?\b", re.IGNORECASE)
_RUN = re.compile(
    rf"\byears?\b[^.;\d]{{0,20}}\b(?:runs?|starts?|begins?|ends?|ending|from|to)\b[^.;]{{0,16}}?\b(?P<month>{MONTH})(?!\s*\d{{4}})",
    re.IGNORECASE,
)
_YEARS_ARE = re.compile(
    r"^\W*(?:all\s+|the\s+|these\s+|our\s+)*years?\s+(?:shown\s+|given\s+|above\s+)?(?:are|is|means?|refers?\s+to|=)\s+(?:\w+\s+){0,2}?"
    r"(?:financial|fiscal|academic|school|tax)\b",
    re.IGNORECASE,
)
_KIND_OF_YEAR = r"(?:financial|fiscal|academic|school|tax|municipal)"
_QUARTERS_ARE = re.compile(
    rf"\bquarters?\b[^.;\d]{{0,20}}\b(?:are|is|of|by|follows?|means?|refers?\s+to)\b[^.;]{{0,16}}?\b{_KIND_OF_YEAR}\b"
    rf"|\bq(?:uarter\s*)?1\b\W{{0,3}}(?:is|means|covers|runs\s+from|begins\s+in|starts\s+in)?\W{{0,3}}(?:1(?:st)?\s+)?(?P<month>{MONTH})"
    r"(?!\s*\d{4})",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\bby\s+(?:the\s+)?{_KIND_OF_YEAR}\s+years?\b[^.;]{{0,8}}\b(?:not|rather\s+than|instead\s+of)\b[^.;]{{0,8}}\b"
    rf"(?:calendar|{_KIND_OF_YEAR})\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:not|cannot|unable|please(?!\s+note)|would|could|request\w*|if)\b|n['’]t\b", re.IGNORECASE
)
"""Before words on years: what is asked for, or not done."""
_ENDS = re.compile(r"\b(?:ends?|ending|to)\b[^.;]{0,16}$", re.IGNORECASE)
_LEAD = 4
"""A sentence about years has no more words before them."""
_JANUARY = re.compile(r"\b(?:jan|dec)", re.IGNORECASE)
_ONES = (
    r"(?:person|individual|customer|household|property|address|officer|patient|pupil|caller|applicant|complainant)"
)
_ONCE = rf"\beach\s+{_ONES}\s+(?:is|was|has\s+been)\s+(?:only\s+)?counted\s+(?:only\s+)?once\b"
_SEVERAL = r"(?:more\s+than\s+one|several|multiple|two\s+or\s+more)"
_KINDS = r"(?:kinds?|categor(?:y|ies)|types?|reasons?|outcomes?|causes?|grounds?|headings?|columns?|rows?)"
_ANYWHERE = (
    ("running totals", r"\b(?:cumulative(?:ly)?|running\s+totals?|kumuliert\w*)\b"),
    ("counts of something else", _ONCE),
    ("several kinds", rf"\b(?:may|can|could|might|will)\b[^.;]{{0,60}}\b{_SEVERAL}\s+(?:\w+\s+)?{_KINDS}\b"),
)
_AS = r"(?:[^.;]{0,30}\bexpressed\s+as\s+(?:an?\s+)?|\s+(?:all\s+|the\s+|annual\s+|monthly\s+)*)"
_NO_COUNTS = r"(?:percentages?|proportions?|shares|rates?|averages?|means|medians?|ratios?|indices)"
_GUESSED = (
    r"(?:estimates?|estimated|approximat(?:e|ions?)|sampl(?:e|es|ing)|projections?|extrapolat\w+|geschätzt|"
    r"schätzungen?)"
)
_PREDICATES = (
    ("another scale", r"[^.;]{0,20}\bin\s+(?:the\s+)?(?:hundreds|thousands|millions|tausend)\b"),
    ("no counts", rf"{_AS}{_NO_COUNTS}\b"),
    ("estimated", rf"[^.;]{{0,40}}\b{_GUESSED}\b"),
)
_COUNTS = re.compile(
    r"\s+(?:for\s+|all\s+|of\s+)*(?:the\s+)?(?:numbers?|counts?|totals?|figures?)\s+of\s+(?P<thing>[^.;,()]{3,60})",
    re.IGNORECASE,
)
_INCLUDES = re.compile(r"\binclud(?:e|es|ing)\b\s+(?P<thing>[^.;()]{3,80})", re.IGNORECASE)
_WHOLE = re.compile(r"\W*(?:all|both|every|each|any)\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"^\W*(?:please\s+note\s+(?:that\s+)?)?(?P<thing>[^.;,()]{3,80}?)\s+(?:is|are|was|were|have\s+been)\s+(?:not|n['’]t|only)\s+"
    r"(?:\w+\s+)?(?:included|recorded|counted|captured|covered|logged)\b",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"\W*(?:the\s+|a\s+)?(?:total\s+)?(?:number|count|breakdown|reason|date|details?)s?\b", re.IGNORECASE
)
"""What is not recorded of cases, none of which is left out for it."""
_ONLY = re.compile(
    r"\bonly\s+(?P<thing>[^.;,()]{3,60}?)\s+(?:are|is|were|was)\s+(?:included|recorded|counted|captured|logged|shown)\b"
    r"|\bonly\s+(?:record|count|log|include|capture)s?\s+(?P<other>[^.;,()]{3,60})",
    re.IGNORECASE,
)
_COLOUR = (
    r"(?:red|amber|yellow|green|blue|grey|gray|orange|pink|purple|brown|bold|italics?|strikethrough|colou?r|"
    r"rot|gelb|grün|blau|grau|fett|kursiv)"
)
_DRESSED = r"(?:shaded|highlighted|colou?red|gr[ea]yed[- ]out|italici[sz]ed|struck[- ]through|farbig|markiert\w*)"
_CELLS = (
    r"(?:rows?|cells?|figures?|entry|entries|numbers?|lines?|items?|records?|cases|those|text|anything|columns?|dates?|"
    r"zeilen?|zellen?|zahlen|einträge)"
)
_LOOKS = (
    re.compile(
        rf"\b{_CELLS}\s+(?:\w+\s+){{0,3}}?(?:in|{_DRESSED}(?:\s+in)?)\s+(?:\w+\s+)?{_COLOUR}\b", re.IGNORECASE
    ),
    re.compile(rf"\b{_CELLS}\s+(?:that\s+|which\s+)?(?:are|is|have\s+been|were)\s+{_DRESSED}\b", re.IGNORECASE),
    re.compile(rf"\b(?:(?:{_DRESSED}|{_COLOUR})\s+{_CELLS}|{_DRESSED}\s+(?:years?|months?))\b", re.IGNORECASE),
    re.compile(
        rf"^\W*(?:{_DRESSED}(?:\s+(?:in\s+)?{_COLOUR})?|(?:light\s+|dark\s+)?{_COLOUR})\s*(?:[=:–—-]|means?|denotes?|indicates?)",
        re.IGNORECASE,
    ),
)
"""What a note says of cells by how they look, which no reader of figures sees."""
_OF_TOTALS = re.compile(r"\b(?:sub-?)?totals?\b|\bformula\w*|\bhead(?:er|ing)s?\b|\bsumme\w*", re.IGNORECASE)
_IS_GUESSED = re.compile(rf"\b(?:{_GUESSED}|provisional|vorläufig\w*)\b", re.IGNORECASE)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _ANYWHERE)
_BEHIND = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PREDICATES)


def is_of_looks(text: str) -> bool:
    """True for "yellow cells are estimates"; not for what is said so of totals and heads."""
    return any(one.search(text) for one in _LOOKS) and not _OF_TOTALS.search(text)


def of_figures(text: str, nouns: Sequence[str]) -> str:
    """What a sentence makes of figures: one of `ALTERS`, or "estimated", "several kinds", "includes others" or
    "leaves some out"; "" if it says nothing of the kind. `nouns` are the survey's words for what is counted.
    """
    for kind, pattern in _PATTERNS:
        if pattern.search(text):
            return kind
    if is_of_looks(text):
        return "estimated" if _IS_GUESSED.search(text) else "told by their look"
    said = subject(text, nouns)
    if (said is not None and _YEARS.search(text, said.start())) or _runs_otherwise(text):
        return "other years"
    if said is not None:
        return _predicate(text, said, nouns)
    return "leaves some out" if _leaves_out(text, nouns) else ""


def _predicate(text: str, said: re.Match[str], nouns: Sequence[str]) -> str:
    for kind, pattern in _BEHIND:
        if pattern.match(text, said.end()):
            return kind
    counts = _COUNTS.match(text, said.end())
    if counts is not None and not _names(counts["thing"], nouns):
        return "counts of something else"
    includes = _INCLUDES.search(text, said.start())
    if includes is not None and not _WHOLE.match(includes["thing"]):
        return "includes others"
    return "leaves some out" if _leaves_out(text, nouns) else ""


def _runs_otherwise(text: str) -> bool:
    """True for "each year runs from 1 April to 31 March" and "years are financial years"."""
    if _YEARS_ARE.match(text):
        return True
    for pattern in (_QUARTERS_ARE, _BY):
        hit = pattern.search(text)
        if (
            hit is not None
            and not _ASKS.search(text[: hit.end()] if pattern is _QUARTERS_ARE else text[: hit.start()])
            and first_month(text) != 1
        ):
            return True
    found = _RUN.search(text)
    before = text[: found.start()] if found is not None else ""
    about = not re.search(r"\d{4}", before) and len(before.split()) <= _LEAD
    return found is not None and about and _JANUARY.match(found["month"]) is None


def first_month(text: str) -> int:
    """In which month years begin: by "our year runs from April", "Q1 is April to June"; 0 if that is unsaid."""
    found = _RUN.search(text)
    if found is None and (quarter := _QUARTERS_ARE.search(text)) is not None and quarter["month"]:
        return _number(quarter["month"])
    if found is None:
        return 0
    month = _number(found["month"])
    return month % 12 + 1 if _ENDS.search(text[found.start() : found.start("month")]) else month


def is_of_schools(text: str) -> bool:
    """True for words on school years: in which month they begin is another matter in each country."""
    first = re.search(rf"\b{_KIND_OF_YEAR}\b", text, re.IGNORECASE)
    return first is not None and first[0].lower() in ("academic", "school")


def is_of_other_years(text: str) -> bool:
    """True for a sentence that says by itself that the years of figures are no calendar years."""
    return of_figures(text, ()) == "other years"


def _number(month: str) -> int:
    days = date_readings(f"1 {month} 2000", True)
    return days[0].month if len(days) == 1 else 0


def _leaves_out(text: str, nouns: Sequence[str]) -> bool:
    """True for "anonymous complaints are not included", "we only record formal complaints"."""
    whole = {noun.lower() for noun in nouns}
    found = [one.groupdict().values() for one in (_PASSIVE.search(text), _ONLY.search(text)) if one is not None]
    things = [thing for some in found for thing in some if thing and not _NUMBER_OF.match(thing)]
    return any(_names(thing, nouns) and thing.strip().lower() not in whole for thing in things)


def _names(thing: str, nouns: Sequence[str]) -> bool:
    return any(re.search(rf"\b{re.escape(noun)}\b", thing, re.IGNORECASE) for noun in nouns if noun)
