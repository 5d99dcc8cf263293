"""Numbers that are no data for reasons that take more than a pattern to see: years, records, list numbers."""

from __future__ import annotations

import re
from decimal import Decimal

from . import shapes
from .beside import core, sight
from .lazy import lazy
from .numbers import NumberWord

_SHORT_MONTH = lazy(rf"{shapes.MONTH}-\d\d", re.IGNORECASE)
_MONTH_AND_COUNT = lazy(rf"\b{shapes.MONTH}-\d(?!\d)", re.IGNORECASE)


_COUNT_AND_MONTH = lazy(rf"[\s:=–-]*\d+\s+{shapes.MONTH}(?!\s*(?:19|20)\d\d)", re.IGNORECASE)
_MONTH_BEFORE = lazy(rf"\b{shapes.MONTH}[\s:=–-]*$", re.IGNORECASE)


def _between_months(text: str, number: NumberWord) -> bool:
    """True for "12 Mar" in "Feb 12 Mar 5": counts beside months, not days of them."""
    if re.search(r"(?:19|20)\d\d|['’]\d\d$|\d\D+\d", number.text):
        return False
    before, after = text[max(0, number.start - 14) : number.start], text[number.end : number.end + 18]
    return bool(_MONTH_BEFORE.search(before) or _COUNT_AND_MONTH.match(after))


def is_date(text: str, number: NumberWord) -> bool:
    """ "Jan-12" is a month of 2012, unless "Feb-8" beside it shows that counts follow the months."""
    if number.kind != "date" or _between_months(text, number):
        return False
    return not (_SHORT_MONTH.fullmatch(number.text) and _MONTH_AND_COUNT.search(text))


def is_time(text: str, number: NumberWord) -> bool:
    if number.kind != "time":
        return False
    if re.search(r"[ap]\.?m\b", number.text, re.IGNORECASE):
        return True
    before, after = text[max(0, number.start - 24) : number.start], text[number.end : number.end + 12]
    told = re.search(
        r"\b(?:at|from|to|until|between|and|sent|time|by)\s*:?\s*$|(?:19|20)\d\d,?\s*(?:at\s*)?$|[-–]\s*$",
        before,
        re.I,
    )
    return bool(told or re.match(r"\s*(?:hrs|hours|GMT|BST|UTC|Uhr)\b", after))


_BEFORE_YEAR = lazy(
    r"(?:\b(?:since|during|until|till|between|year|years|early|late|mid|before|after|dated|fy|cy|"
    r"calendar|financial|annual|"
    r"spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[\s-]+|(?:19|20)\d\d(?:\s?[-–/,&]\s?|\s(?:and|"
    r"to|or|until|through)\s)(?:in\s)?)$",
    re.IGNORECASE,
)
_IN_YEAR = lazy(
    r"\b(?:in|from|for|by|(?:end|start|beginning|rest|course|part|half|quarter|summer) of)\s+$", re.IGNORECASE
)
_CHANGED = lazy(
    r"\b(?:fell|rose|rise|fall|increas|decreas|drop|grew|up|down|went|reduc|cut)\w*\b[^.]{0,12}$", re.IGNORECASE
)
_COUNTED = lazy(
    r"\s+(?:(?!was\b|has\b|this\b|is\b|census\b|olympics\b)[a-z][a-z-]+(?:s|ff|ople)\b|of\s+(?:them|these|which))"
)


def is_year(text: str, number: NumberWord) -> bool:
    """Four digits that words make a year; "in 2014 cases" stays open, since it may be a count."""
    if number.kind != "year":
        return False
    if number.value is None:
        return True
    before, after = text[max(0, number.start - 24) : number.start], text[number.end :]
    if _BEFORE_YEAR.search(before) and not re.search(r"\band\s$", before):
        return True
    if _COUNTED.match(after) or _CHANGED.search(before):
        return False
    return bool(_BEFORE_YEAR.search(before) or _IN_YEAR.search(before))


_SHORT_YEAR = lazy(r"(\d\d)/(\d\d)")


def is_short_year(text: str, number: NumberWord) -> bool:
    """ "16/17" after "in", "for" or "during": a financial year."""
    found = _SHORT_YEAR.fullmatch(number.text)
    if not found or (int(found[1]) + 1) % 100 != int(found[2]):
        return False
    before = text[max(0, number.start - 24) : number.start]
    return bool(_IN_YEAR.search(before) or _BEFORE_YEAR.search(before))


# --- lists, references, records --------------------------------------------------------------------------------


def opens_item(text: str, number: NumberWord) -> bool:
    """ "1." or "2)" at the start of a line that follows a finished one; "of\\n12. Of these" is no list."""
    start, end = core(number)
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip(" \t(") or number.kind not in ("integer", "decimal") or end - start > 2:
        return False
    if not re.match(r"[.)]\s+[A-Za-z\"'“‘(£]", text[end:]) or number.value is None or number.value > 40:
        return False
    before = text[:line].rstrip()
    return not before or text[:line].endswith("\n\n") or before.endswith((*".?!:;)", ":-", ":–"))


_ITEM = lazy(r"^[ \t]*[\"'“‘(]?(\d{1,2})([.)])[ \t]+(?=[A-Z\"'“‘])", re.MULTILINE)
_AWAITS = lazy(
    r"\b(?:of|to|was|were|is|are|than|and|or|total|about|over|under|approximately|nearly|only|for|with|by)$", re.I
)


def in_series(text: str, number: NumberWord) -> bool:
    """ "2." at the start of a line, one of "1.", "2.", "3." at starts of lines; never after "a total of"."""
    start, end = core(number)
    item = _ITEM.match(text, text.rfind("\n", 0, start) + 1)
    if item is None or item.span(1) != (start, end) or _AWAITS.search(text[: item.start()].rstrip()):
        return False
    same = [found for found in _ITEM.finditer(text) if found[2] == item[2]]
    if item[1] == "1":
        return any(found[1] == "2" and found.start() > start for found in same)
    before = [int(found[1]) for found in same if found.end() <= start]
    return before[-1:] == [int(item[1]) - 1]


_SERIES = lazy(
    r"\b(officer|case|incident|individual|subject|complaint|record|employee|person|allegation)\s+(\d{1,3})\b", re.I
)


def names_record(text: str, number: NumberWord) -> bool:
    """ "Officer 2:" where "Officer 1" stands in the text too: a series of records, no counts."""
    start, end = core(number)
    line = text.rfind("\n", 0, start) + 1
    found = _SERIES.match(text, line + len(text[line:start]) - len(text[line:start].lstrip()))
    if not found or found.span(2) != (start, end) or not re.match(r"\s*(?:[:–-]\s|[.)]\s|\n)", text[end:] or "\n"):
        return False
    series = {int(other[2]) for other in _SERIES.finditer(text) if other[1].lower() == found[1].lower()}
    return series == set(range(1, len(series) + 1)) and len(series) > 1


def is_code(text: str, number: NumberWord) -> bool:
    """A reference by its own looks: "01.FOI.22.026596", "FOI-2024-03673", "1362A/21"."""
    if number.kind != "reference":
        return False
    own = number.text
    return bool(
        re.search(r"FOI|EIR|\bIR\b|REF|SAR", own, re.IGNORECASE)
        or re.fullmatch(r"\d{3,}[A-Z]/\d{2,4}", own)
        or re.fullmatch(r"[A-Z]{2,6}[-/_.]\d{2,}[-/_.\d]*", own)
    )


def is_telephone(text: str, number: NumberWord) -> bool:
    digits = sum(map(str.isdecimal, number.text))
    return number.kind == "reference" and digits >= 9 and shapes.PHONE.fullmatch(number.text) is not None


def is_web(text: str, number: NumberWord) -> bool:
    return number.kind == "reference" and shapes.WEB.fullmatch(number.text) is not None


def is_postcode(text: str, number: NumberWord) -> bool:
    return number.kind == "reference" and shapes.POSTCODE.fullmatch(number.text) is not None


def limit_of_costs(text: str, number: NumberWord) -> bool:
    """The sums and hours that UK fees regulations fix."""
    amounts = {("money", Decimal(450)), ("money", Decimal(600)), ("money", Decimal(25)), ("money", Decimal(15))}
    if (number.kind, number.value) not in amounts:
        return False
    first, last = sight(text, number)
    return (
        re.search(
            r"limit|per hour|an hour|hourly|fees|exceed|section 12|s\.? ?12|threshold|cost of compl",
            text[first:last],
            re.I,
        )
        is not None
    )
