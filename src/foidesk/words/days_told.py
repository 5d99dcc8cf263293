"""Words that say of which days figures are: "we only hold data from 2022", "this figure is for 2021 only".

They are read in sentences without a count of their own. Which figures they are about is for `extract` to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from foidesk.model.periods import Period

from .periods import PeriodSeen
from .shapes import MONTH, MONTHS

_DATA = (
    r"(?:figures?|data|information|numbers?|statistics|totals?|counts?|records?|recording|logs?|lists?|tables?|"
    r"spreadsheets?|database|systems?|returns?|breakdown|answers?|responses?|details|dates?|period|time\s?(?:frame|period)|"
    r"zahlen|daten|angaben|informationen|statistiken?|tabellen?)"
)
_NO = r"(?:\bnot\b|n['’]t\b|\bno\b|\bcannot\b|\bunable\b|\bunavailable\b|\bnicht\b|\bkeine\b|\bwithout\b)"
_KEPT = (
    r"(?:hold|held|kept|keep|available|recorded|recording|record|collected|captured|logged|stored|retained|supplied|"
    r"provided?|vorhanden|erfasst|vor(?:liegen)?)"
)
_OF_THE = r"(?:start\s+of\s+|beginning\s+of\s+|(?:calendar|financial)\s+year\s+)?"
_FROM = rf"(?:from|since|after|back\s+(?:to|as\s+far\s+as)|ab|seit)\s+(?:the\s+)?{_OF_THE}$"
_BEFORE = r"(?:before|prior\s+to|earlier\s+than|pre-?|preceding|vor)\s*(?:the\s+)?$"
_TAKEN = re.compile(
    r"\b(?:as\s+(?:at|of|on)|(?:run|extracted|produced|generated|downloaded|taken|compiled|correct|accurate|up\s+to\s+date)\s+"
    r"(?:as\s+)?(?:on|at|to))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before the day on which figures were taken; what came later is not among them."""
_BEFORE_THEN = re.compile(
    r"\b(?:before|prior\s+to|earlier\s+than|preceding|pre-?dating)\s+(?:that|this|then|the\s+(?:latter|same))\b",
    re.IGNORECASE,
)
""" "… on 1 July 2021; figures before that date are not held"."""
_UPTO = (
    r"(?:up\s+to|until|till|to|through|as\s+(?:at|of)|ends?(?:\s+(?:in|on))?|bis(?:\s+zum)?|stand)\s+"
    r"(?:and\s+including\s+)?(?:the\s+)?(?:end\s+of\s+)?$"
)
_RELATES = r"\b(?:relat|refer|appl|pertain|limit|confin|restrict)\w*\s+(?:only\s+)?to\s+(?:the\s+)?$"
"""What stands before the days that figures are of, though it ends like what they end at: "relate to 2022"."""
_BEGINS = (
    r"(?:only|just|first|began|begin(?:s|ning)?|started|starts?|introduced|implemented|goes?|go\s+back|going\s+back|"
    r"dates?\s+back|commenced|nur|erst|beginnt|begann)"
)
_INTRODUCED = re.compile(
    r"\b(?:introduced|implemented|began|begun|started|commenced|launched|installed|brought\s+in|went\s+live|"
    r"came\s+into\s+(?:use|effect|force)|eingeführt|begonnen)\b[^.;,]{0,12}\b(?:in|on|im|am)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before the day since when a body keeps its figures."""
_EARLIER = re.compile(
    r"\b(?:earlier|previous|prior|older|historic(?:al)?|preceding|frühere|ältere)\s+(?:\w+\s+)?"
    rf"(?:{_DATA}|years?|jahre)\b",
    re.IGNORECASE,
)
_LEAD = r"(?:please\s+note\s+(?:that\s+)?|note:?\s+(?:that\s+)?|n\.?b\.?:?\s+)?"
_ALL_OF = r"(?:all\s+(?:of\s+)?|both\s+(?:of\s+)?|each\s+of\s+)?"
_THESE = r"(?:this|that|these|those|it|they|them|the\s+above)"
_SHOWN = r"(?:\s+(?:above|given|provided|shown|supplied|below|stated|covered))?"
_ARE = (
    r"(?:was|were|is|are|relates?|covers?|covered|refers?|runs?|ends?|starts?|begins?|goes|go|shows?|gives?|lists?|appl(?:y|ies)|"
    r"represents?|includes?|extends?|concerns?|betreffen|betrifft|umfassen|umfasst|beziehen|bezieht|gelten|gilt)"
)
_NEAR = re.compile(rf"\W*{_ALL_OF}{_THESE}\s", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:publish\w*|updated?|extracted|compiled|produced|prepared|requested|reviewed|obtained|retrieved|downloaded|"
    r"released|replaced|amended|signed|adopted|created|generated|run\s+on|taken\s+from|sent|answered|checked|"
    r"veröffentlicht|erstellt|abgerufen)\b",
    re.IGNORECASE,
)
"""What was done with figures on some day, which is none of theirs."""
_SOME = re.compile(
    r"\b(?:most|some|half|many|majority|part|one|several|few|mostly|mainly|largely|größtenteils)\b", re.IGNORECASE
)
_LEAVES_OUT = re.compile(
    rf"{_NO}[^.;]*?\b(?:include|cover|contain|{_KEPT}|enthalten)s?\b|\b(?:hold|have|keep|provide|give)s?\s+no\b|"
    r"\bexclud(?:es?|ing)\b|\bomit(?:s|ting)?\b|\bunavailable\b",
    re.IGNORECASE,
)
"""What stands before the days that are left out: "the figures do not include 2021"."""
_IS_LEFT_OUT = re.compile(
    rf"\b(?:is|are|was|were|has|have|isn|aren|wasn|sind|ist)\b[^.;,]{{0,12}}{_NO}[^.;,]{{0,20}}?"
    rf"\b(?:included|covered|contained|{_KEPT}|enthalten)\b|\b(?:is|are|was|were|has\s+been|have\s+been)\s+"
    r"(?:excluded|omitted|unavailable|left\s+out|deleted|destroyed|lost|purged|erased)\b",
    re.IGNORECASE,
)
"""What stands behind them: "data for 2021 is not held"."""
_PART = re.compile(
    r"\b(?:part[\s-](?:of\s+(?:a\s+)?)?year|part(?:ial)?\s+(?:data|figures?|year)|incomplete|"
    r"not\s+(?:yet\s+)?(?:complete|full)|(?:year\s+)?to\s+date|so\s+far|unvollständig|bisher)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"\b(?:as|because|since|due\s+to|owing\s+to|following|when|after|da|weil)\b", re.IGNORECASE)
"""What comes behind these words is why, and no day of the figures."""
_OF_YEAR = re.compile(
    r"\s*(?:figures?\s+|data\s+)?(?:is|are|was|were)\s+(?:only\s+)?(?:(?:a|for)\s+)?"
    r"(?:not\s|part|incomplete|excluded|up\s+to|to\s)",
    re.IGNORECASE,
)
_STARTED = re.compile(rf"\b{_BEGINS}\b[^.;,]{{0,12}}\b(?:in|on|im|am)\s+(?:the\s+)?$", re.IGNORECASE)
_QUARTERS = re.compile(
    r"\b(?:to|until|up\s+to|through)\s+(?:the\s+)?(?:end\s+of\s+)?(?:Q[1-3]|quarter\s+[1-3])\b"
    r"|\bQ1\s*(?:to|[-–])\s*Q[23]\b|\b(?:first|only)\s+(?:two|three|four|five|six|seven|eight|nine|ten|eleven)\s+months\b"
    r"|\bfirst\s+(?:(?:two|three)\s+quarters|quarter|half)\b",
    re.IGNORECASE,
)
_ONWARD = re.compile(r"\s*(?:onwards?|and\s+later)\b", re.IGNORECASE)
_LONGEST_LEAD = 3
_DIGITS = re.compile(r"\d{4}|\d\d\s?[/–-]\s?\d\d")
_LEADS_TO = re.compile(r"(?:\s+[\w-]+){0,8}\s*[(“\"]?\s*", re.IGNORECASE)
_END = r"(?:and\s+including\s+)?(?:the\s+)?(?:end\s+of\s+)?"
_MONTHS = re.compile(
    rf"\b(?:(?P<first>{MONTH})\s*(?:to|until|[–-]|and|bis)\s*(?:the\s+end\s+of\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+)?(?P<last>{MONTH})|"
    rf"(?:up\s+to|until|to|till|through|ends?(?:\s+(?:in|on))?|bis(?:\s+zum)?)\s+{_END}"
    rf"(?P<to>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{MONTH}))\b(?!\s*\d{{4}})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DaysTold:
    """Of which days figures are. `days` is None where the words say only that they are not of all days.

    `year`: the words are about figures of that year alone ("2023 is to the end of June"). `near`: they are about
    what stands right before them ("This was in 2021"). `start` and `end` are the characters of the period named.
    """

    days: Period | None
    year: Period | None
    near: bool
    start: int
    end: int


def days_told(
    text: str, periods: Sequence[PeriodSeen], window: Period, nouns: Sequence[str] = ()
) -> DaysTold | None:
    """What a sentence says of the days of figures; None if nothing, or that they are of all days asked for.

    `periods` are those in the text, `nouns` the survey's words for what is counted.
    """
    known = [seen for seen in periods if seen.period is not None and _DIGITS.search(seen.text)]
    if len(known) == 1 and (taken := _taken(text, known[0], window)) is not None:
        return taken
    if not known or _SOME.search(_PART.sub(" ", text)) or not _speaks(text, known[0], nouns):
        return None
    first, at = known[0], (known[0].start, known[-1].end)
    if len(known) == 1 and (cut := _cut_year(text, first, window)) is not None:
        return cut
    if (cut := _cut_by_days(text, known)) is not None:
        return cut
    assert first.period is not None
    before, left_out = text[: first.start], _leaves_days_out(text, first)
    if re.search(_BEFORE, before, re.IGNORECASE) or _EARLIER.search(text):
        denied = left_out or _LEAVES_OUT.search(text) is not None
        return _told(_from(first.period, window), window, at) if denied else None
    if _BEFORE_THEN.search(text, first.end):
        return _told(_from(first.period, window), window, at) if left_out or _denies(text, first) else None
    is_range = first.period.kind == "window"
    if not is_range and (re.search(_FROM, before, re.IGNORECASE) or _ONWARD.match(text[first.end :])):
        begins = re.search(rf"\b{_BEGINS}\b", text, re.IGNORECASE) is not None or subject(text, nouns) is not None
        return _told(_from(first.period, window), window, at) if begins and not left_out else None
    if _INTRODUCED.search(before):
        return _told(_from(first.period, window), window, at)
    if left_out:
        gone = [one.period for one in known if one.period is not None]
        whole = first.period.kind != "day"
        return _told(_without(gone, window), window, at, unknown=True) if whole else None
    return _of_subject(text, known, window, nouns)


def _taken(text: str, seen: PeriodSeen, window: Period) -> DaysTold | None:
    """ "Report run on 2 January 2024" before the days asked for end: what came later is not in it."""
    day, before = seen.period, text[: seen.start]
    if day is None or day.kind != "day" or not (window.start < day.start and day.end < window.end):
        return None
    is_short = len(before.split()) <= 2 * _LONGEST_LEAD
    return (
        _told(_until(day, window), window, (seen.start, seen.end)) if is_short and _TAKEN.search(before) else None
    )


def _denies(text: str, first: PeriodSeen) -> bool:
    """True for "no data is held" and the like behind the first period."""
    return _LEAVES_OUT.search(text, first.end) is not None or _IS_LEFT_OUT.search(text, first.end) is not None


def _leaves_days_out(text: str, first: PeriodSeen) -> bool:
    """True for "the figures do not include 2021" and "data for 2021 is not held"."""
    before = text[: first.start]
    leaves = _LEAVES_OUT.search(before)
    named = leaves is not None and not re.search(r"[(:;]", before[leaves.end() :])
    return named or _IS_LEFT_OUT.search(text, first.end) is not None


def _of_subject(text: str, known: Sequence[PeriodSeen], window: Period, nouns: Sequence[str]) -> DaysTold | None:
    """ "These figures are for 2021", "this covers April to June 2022", "the data runs to 30 June 2023"."""
    found, first = subject(text, nouns), known[0]
    reason = _REASON.search(text, first.end)
    periods = [one.period for one in known if one.period and (reason is None or one.end <= reason.start())]
    if found is None or not periods or first.start < found.end() - 1 or _DONE.search(text):
        return None
    if not _LEADS_TO.fullmatch(text, found.end(), first.start):
        return None
    near, at = _NEAR.match(text) is not None, (first.start, known[len(periods) - 1].end)
    before = text[: first.start]
    if re.search(_UPTO, before, re.IGNORECASE) and not re.search(_RELATES, before, re.IGNORECASE):
        return _told(_until(periods[0], window), window, at, near)
    if periods[0].kind == "day":
        return None
    span = Period(min(one.start for one in periods), max(one.end for one in periods))
    return _told(periods[0] if len(periods) == 1 else span, window, at, near)


def _speaks(text: str, first: PeriodSeen, nouns: Sequence[str]) -> bool:
    """True for a sentence about data, or that begins with a year and says that it is a part, or left out."""
    about = re.search(rf"\b{_DATA}\b", text, re.IGNORECASE) is not None or subject(text, nouns) is not None
    leaving = _LEAVES_OUT.search(text[: first.start])
    about = about or (leaving is not None and leaving.end() + _LONGEST_LEAD >= first.start)
    leading = text[: first.start].strip(" *†‡()").count(" ") <= _LONGEST_LEAD
    return about or (leading and _OF_YEAR.match(text[first.end :]) is not None)


def subject(text: str, nouns: Sequence[str]) -> re.Match[str] | None:
    """The beginning of a sentence that says of figures what they are: "the data provided covers"."""
    return _subjects(tuple(nouns)).match(text)


@lru_cache(maxsize=64)
def _subjects(nouns: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, filter(None, nouns)), key=len, reverse=True)) or "(?!)"
    the = r"(?:the|our|all|these|this|those|any|die|diese|unsere)"
    named = rf"{the}\s+(?:[\w-]+\s+){{0,3}}?(?:{_DATA}|{names}){_SHOWN}"
    subject = rf"(?:{_THESE}(?!\s+(?:is|was|were|are)\s+not\b)|{named}|{_DATA}{_SHOWN})"
    held = rf"{_DATA}\s+(?:only\s+)?(?:held|available|recorded|provided|shown|supplied|for|from)"
    return re.compile(rf"^\W*{_LEAD}(?:{_ALL_OF}{subject}\s+(?:only\s+|all\s+)?{_ARE}|{held})\b", re.IGNORECASE)


def _cut_year(text: str, first: PeriodSeen, window: Period) -> DaysTold | None:
    """ "2023 is a part year", "the 2023 figure covers January to June only": of that year's figures alone."""
    year = first.period
    if (
        year is None
        or year.kind not in ("calendar year", "financial year", "part year")
        or not year.overlaps(window)
    ):
        return None
    rest = text[: first.start] + " " * (first.end - first.start) + text[first.end :]
    if not cuts_year(rest):
        return None
    return DaysTold(None, year, False, first.start, first.end)


def _cut_by_days(text: str, known: Sequence[PeriodSeen]) -> DaysTold | None:
    """ "Figures for 2022/23 cover April to December 2022", "2022 is up to 30 June 2022": of that year's alone."""
    if len(known) != 2:
        return None
    first, then = known
    year, days = first.period, then.period
    if year is None or days is None or year.kind not in ("calendar year", "financial year"):
        return None
    if not days.inside(year) or days.same_days(year):
        return None
    before, slack = text[first.end : then.start], timedelta(days=1)
    ends = re.search(_UPTO, before, re.IGNORECASE) is not None and days.end < year.end - slack
    begins = days.start > year.start + slack and (
        re.search(_FROM, before, re.IGNORECASE) is not None or _STARTED.search(before) is not None
    )
    if days.kind == "window" or ends or begins:
        return DaysTold(None, year, False, first.start, first.end)
    return None


def _from(when: Period, window: Period) -> Period | None:
    return Period(max(when.start, window.start), window.end) if when.start < window.end else None


def _until(when: Period, window: Period) -> Period | None:
    return Period(window.start, min(when.end, window.end)) if when.end > window.start else None


def _without(gone: Sequence[Period], window: Period) -> Period | None:
    """The days left of the window without those at its beginning or end; None where others are left out."""
    start, end = window.start, window.end
    for one in sorted(gone):
        if one.start <= start < one.end:
            start = one.end
    for one in sorted(gone, reverse=True):
        if one.start < end <= one.end:
            end = one.start
    if start >= end or (start, end) == (window.start, window.end):
        return None
    return Period(start, end)


def _told(
    days: Period | None, window: Period, at: tuple[int, int], near: bool = False, unknown: bool = False
) -> DaysTold | None:
    """None where all days asked for are covered, a day more or less at either end being no difference."""
    if days is None:
        return DaysTold(None, None, near, *at) if unknown else None
    slack = timedelta(days=1)
    if days.start <= window.start + slack and days.end >= window.end - slack:
        return None
    return DaysTold(days, None, near, *at)


def cuts_year(text: str) -> bool:
    """True for words that leave only a part of some year that they do not name: "January to June only"."""
    months = _MONTHS.search(text)
    some = _PART.search(text) or _QUARTERS.search(text)
    return some is not None or (months is not None and not _is_whole_year(months))


def _is_whole_year(months: re.Match[str]) -> bool:
    """True for "January to December" and "1 August to 31 July"."""
    if not months["first"]:
        return False
    first, last = (MONTHS[months[name].lower().rstrip(".")] for name in ("first", "last"))
    return (first - last) % 12 == 1


def part_of_year(text: str) -> str:
    """The months that words leave of a year: "January to June", "to the end of September"; "" if none."""
    found = _MONTHS.search(text)
    return "" if found is None else found[0] if found["first"] else f"to {found['to']}"
