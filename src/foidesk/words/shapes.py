"""What numbers look like in print: the patterns behind `numbers`, the most telling first."""

from __future__ import annotations

import re
from decimal import Decimal

from .lazy import lazy

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner", "february feb februar", "march mar märz maerz mär mrz", "april apr",
            "may mai", "june jun juni", "july jul juli", "august aug", "september sept sep",
            "october oct oktober okt", "november nov", "december dec dezember dez",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
YEAR = r"(?:19|20)\d\d"

CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY", "gbp": "GBP", "eur": "EUR", "usd": "USD",
              "us$": "USD", "pounds": "GBP", "pound": "GBP", "euros": "EUR", "euro": "EUR", "dollars": "USD",
              "dollar": "USD", "sterling": "GBP", "a$": "AUD", "c$": "CAD"}  # fmt: skip
MAGNITUDES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "mio": 6, "million": 6, "millions": 6, "bn": 9, "billion": 9,
              "hundred": 2, "trillion": 12}  # fmt: skip

NUMERAL = (
    r"(?:\d{1,3}(?:[,.'’\u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"
    r"|\d+(?:[.,]\d+)?)"
    r"(?!\d)"
)
MAGNITUDE = r"(?:\s?(?:k|mn?|bn)\b|\s(?:hundred|thousand|millions?|billion|trillion|Mio)\b)"
SIGN = r"(?:(?:US|A|C)?\$|£|€|¥)"
NAMED_CURRENCY = r"(?:GBP|EUR|USD|[Pp]ounds?|[Ee]uros?|[Dd]ollars?)"
DASH = r"[-‐‑–—]"

_DAY_OF = rf"\d{{1,2}}(?:st|nd|rd|th|\.)?(?:\s(?:of\s)?|[-–]|(?<=[a-z.])|(?=[A-Z])){MONTH}"
_DATE_PARTS = (
    r"(?:19|20)\d\d-\d\d?-\d\d?(?:[T ]\d\d?:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)",
    rf"{_DAY_OF},?(?:\s|[-–])?\s?{YEAR}(?!\d)",
    rf"{_DAY_OF}(?:[-–]|\s?['’])\d\d(?!\d)",
    # "17 Feb 14" only where the sentence pauses: in "on 12 May 31 officers" the 31 is a count
    rf"{_DAY_OF}\s\d\d(?=\s*(?:$|[.;:)–-](?!\d)|\bto\b|\band\b|\buntil\b))",
    rf"\b{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{YEAR}(?!\d)",
    rf"\b{MONTH}(?:\s?[-/ ]\s?|['’])(?:{YEAR})(?!\d)(?:/\d\d(?!\d))?",
    rf"\b{MONTH}(?:[-/]|\s?['’])\d\d(?![\d,.]\d)(?!\d)",
    _DAY_OF,
    rf"\b{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)(?!\d)",
    r"\d{1,2}([/.])\d{1,2}\1(?:19|20)\d\d(?!\d)",
    r"\d{1,2}([/.])\d{1,2}\1\d\d(?![\d/.])",
    r"\d{1,2}-\d{1,2}-(?:19|20)\d\d(?!\d)",
    r"(?:19|20)\d\d/(?:0[1-9]|1[0-2])/\d\d(?!\d)",
)
DATES = tuple(lazy(rf"(?<![\w.,/£$€])(?<![A-Za-z]-){part}", re.IGNORECASE) for part in _DATE_PARTS)
DAY = "|".join(re.sub(r"\(\[/\.\]\)|\\1", "[/.]", part) for part in _DATE_PARTS)

TIME = lazy(
    r"(?<![\w.,:/£$€-])(?:\d{1,2}[:.]\d\d(?::\d\d)?\s?[ap]\.?m\b\.?|\d{1,2}\s?[ap]\.?m\b\.?|"
    r"\d{1,2}:\d\d(?::\d\d)?(?![\d:]))",
    re.IGNORECASE,
)
WEB = lazy(
    r"(?:https?://|www\.)[^\s<>\"]+|[\w.+%-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[a-z0-9-]+\.){1,4}(?:uk|"
    r"com|org|gov|net|de|eu)(?:/[^\s<>\"]*)?",
    re.IGNORECASE,
)
PHONE = lazy(
    r"(?<![\w.,/£$€-])(?:\+\d{1,3}[ -]?(?:\(0\))?[ -]?\d{2,5}|\(0\d{2,5}\)|"
    r"0\d{2,5})(?:[ -]\d{3,8}){1,3}(?!\d)|(?<![\w.,/£$€-])0\d{9,10}(?!\d)"
)
POSTCODE = lazy(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
SECTION = lazy(
    r"(?<![\w.,/£$€-])(?!(?:19|20)\d\d\s?\(\d)"  # "2021 (88)" is a year and its figure
    r"(?:[sS]\.? ?)?\d+[A-Z]?(?:\s?\((?!(?:19|20)\d\d\))(?:\d+[A-Za-z]{0,2}|[a-z]{1,4})\))+"
    r"(?![\w(])|"
    r"(?<![\w])(?:§§? ?|\b[sS](?:\.|\. |))\d+[A-Z]{0,2}\b"
)
# "2011 - 10" with spaces is a year and a count; "2011-12" and "2011 - 2012" are years
YEARS = lazy(rf"(?<![\w.,£$€/-]){YEAR}(?:\s?(?:/|{DASH})\s?{YEAR}|\s?/\s?\d\d|{DASH}\d\d)(?![\d/\w]|[,.]\d|-\d)")
CODE = lazy(r"(?<![\w])[A-Za-z0-9]+(?:[._/-][A-Za-z0-9]+)*(?![A-Za-z0-9])")
GROUPS = lazy(r"(?<![\w.,£$€])\d+(?:(?:/\d+)+|(?:_\d+)+|(?:[-–]\d+){2,}|(?:\.\d+){2,})(?![\d\w])")
FRACTION = lazy(r"(?<![\w.,£$€/])(\d{1,2})/(\d{1,2})(?![\d\w/])")
MIXED = lazy(r"(?<![\w.,£$€/])(\d*)\s?([½¼¾⅓⅔⅛⅕])")
VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3,
          "⅔": Decimal(2) / 3, "⅛": Decimal("0.125"), "⅕": Decimal("0.2")}  # fmt: skip
_YEAR_BEFORE = rf"{YEAR}\s(?:€(?=\d)|(?:GBP|EUR|USD|€)\s?(?=\d{{1,3}}[.,]\d|(?!{YEAR}\b)\d{{3,}}))"
"""A year before a sum, which the sign or code belongs to: "in 2023 €3,500", "2023 EUR 500"."""
MONEY = lazy(
    rf"(?<![\w$£€])(?P<sign>{SIGN})\s?(?P<numeral>{NUMERAL})(?P<magnitude>{MAGNITUDE})?"
    rf"|(?<![\w.,/-])(?!{_YEAR_BEFORE})(?P<numeral2>{NUMERAL})(?P<magnitude2>{MAGNITUDE})?(?:,{DASH}{{1,2}})?"
    rf"\s?(?P<name>{NAMED_CURRENCY}\b|€)"
    rf"|\b(?P<code>GBP|EUR|USD)\s?(?P<numeral3>{NUMERAL})(?P<magnitude3>{MAGNITUDE})?"
)
PERCENT = lazy(
    rf"(?<![\w.,/])(?P<numeral>{NUMERAL})"
    r"(?:\s?(?:%|per\s?cent\b|percentage points?\b|p\.c\.)|[ \u00a0]?(?-i:pc)\b)",
    re.IGNORECASE,
)
MULTIPLIER = lazy(
    r"(?<![\w.,/£$€-])(?P<numeral>\d{1,4})\s?[x×](?![\w])|(?<![\w])[x×]\s?(?P<numeral2>\d{1,4})(?![\w]|[.,/]\d)"
    r"|(?<![\w.,/£$€-])(?P<numeral3>\d{1,4})\s?(?:no|nr|nos)\.(?!\w)|(?<![\w.,/£$€-])(?P<numeral4>\d{1,4})no\b",
    re.IGNORECASE,
)
ORDINAL = lazy(r"(?<![\w.,/£$€])(?P<numeral>\d+)(?:st|nd|rd|th)\b", re.IGNORECASE)
ONE_IN = lazy(
    r"(?<![\w.,/£$€-])(?P<numeral>1|one)\sin\s(?:every\s)?(?P<of>\d{1,3}|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|twenty)\b(?![,.:/]?\d|\s+(?:working\s+|"
    r"calendar\s+)?(?:days?|weeks?|months?|years?|hours?)\b|\s+" + MONTH + ")",
    re.IGNORECASE,
)
PLAIN = lazy(rf"(?<!\d)(?P<numeral>{NUMERAL})(?P<magnitude>{MAGNITUDE})?")


def is_code(token: str) -> bool:
    """True for a reference: digits glued to letters or to a run of capitals ("1362A/21", "01.FOI.22.026596").

    "12-month", "12officers", "2.5FTE" and "Resigned-3" are words beside a number, not references.
    """
    if not (any(map(str.isdigit, token)) and any(map(str.isalpha, token))):
        return False
    if re.fullmatch(r"\d+(?:[-/]?[a-z]{3,})+(?:[-/][A-Za-z]+)*", token) or re.fullmatch(
        r"[A-Za-z][a-z]{2,}[-/]?\d{1,3}", token
    ):
        return False
    if re.fullmatch(r"\d+(?:[,.]\d+)*(?:k|m|mn|bn|pc|st|nd|rd|th|x|no|am|pm)", token, re.IGNORECASE):
        return False
    if re.fullmatch(r"\d+(?:\.\d+)?(?:FTE|WTE|hrs?|mins?|kg|km|kWh|MWh)s?", token, re.IGNORECASE):
        return False
    glued = re.search(r"[A-Za-z]\d|\d[A-Za-z]", token)
    capitals = re.search(r"(?<![A-Za-z])[A-Z]{2,}(?![a-z])", token)
    return bool(glued or (capitals and re.search(r"[._/-]\d|\d[._/-]", token)))
