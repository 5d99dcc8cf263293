"""Units that belong to a number itself: money, time, measures."""

from __future__ import annotations

import re

TIME = {
    "second": "seconds", "minute": "minutes", "min": "minutes", "hour": "hours", "hr": "hours", "day": "days",
    "night": "nights", "week": "weeks", "fortnight": "fortnights", "month": "months", "year": "years",
    "decade": "decades", "century": "centuries", "centurie": "centuries", "weekend": "weekends",
}  # fmt: skip
_TIME_WORD = (
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?|"
    r"years?|decades?|centur(?:y|ies))"
)
DURATION_UNIT = (
    rf"(?P<unit>(?:(?:working|calendar|consecutive|school|business|financial|fiscal|full) )?{_TIME_WORD})\b"
)
SIZES = {
    "km": "km", "kilometre": "km", "kilometer": "km", "mile": "miles", "mi": "miles", "metre": "metres",
    "meter": "metres",
    "m": "metres", "cm": "cm", "centimetre": "cm", "mm": "mm", "millimetre": "mm", "yard": "yards", "feet": "feet",
    "foot": "feet", "ft": "feet", "inch": "inches", "inches": "inches", "in": "inches", "kg": "kg", "kilo": "kg",
    "kilogram": "kg", "gram": "grams", "g": "grams", "mg": "mg", "tonne": "tonnes", "ton": "tons",
    "stone": "stone",
    "lb": "pounds weight", "oz": "ounces", "ounce": "ounces", "litre": "litres", "liter": "litres",
    "pint": "pints",
    "gallon": "gallons", "ml": "ml", "acre": "acres", "hectare": "hectares", "mph": "mph", "kmh": "km/h",
    "km/h": "km/h",
    "knot": "knots", "degree": "degrees", "°c": "°C", "°f": "°F", "°": "degrees", "c": "°C", "mw": "MW",
    "gw": "GW", "kw": "kW",
    "gwh": "GWh", "mwh": "MWh", "kwh": "kWh", "tw": "TW", "volt": "volts", "gb": "GB", "mb": "MB", "tb": "TB",
    "sq ft": "sq ft", "sq m": "sq m", "sq km": "sq km", "square feet": "sq ft", "square metre": "sq m",
    "square mile": "sq miles",
    "square kilometre": "sq km", "cubic metre": "cubic metres", "calorie": "calories",
    "decibel": "decibels", "hertz": "hertz",
}  # fmt: skip
_SHORT = ("km", "mi", "cm", "mm", "ft", "kg", "lb", "oz", "ml")
_LONG = sorted((re.escape(word) for word in SIZES if len(word) > 2 or word in _SHORT), key=len, reverse=True)
SIZE_UNIT = (
    rf"(?P<unit>(?:{'|'.join(_LONG)})s?\b|°\s?[CF]?|(?<=\d)[mg]\b(?! (?:people|pounds|viewers|users|homes)))"
)
CURRENCIES = {
    "£": "GBP", "€": "EUR", "$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "nz$": "NZD", "¥": "JPY",
    "₹": "INR",
    "gbp": "GBP", "eur": "EUR", "usd": "USD", "pound": "GBP", "pounds": "GBP", "sterling": "GBP", "euro": "EUR",
    "euros": "EUR", "dollar": "USD", "dollars": "USD", "p": "GBP", "pence": "GBP", "cent": "USD", "cents": "USD",
    "quid": "GBP", "rupees": "INR", "yen": "JPY",
}  # fmt: skip
SIGN = r"(?:(?:US|NZ|[AC])?\$|£|€|¥|₹)"
MONEY_WORD = (
    r"(?:pounds?(?: sterling)?|euros?|(?:US |Australian |Canadian )?dollars?|quid|GBP|EUR|USD|"
    r"rupees|yen)"
)


def time_unit(word: str) -> str:
    """The plural of a unit of time, with its "working"."""
    *before, last = word.lower().split()
    return " ".join((*before, TIME.get(last.rstrip("s"), TIME.get(last, last))))


def size_unit(word: str) -> str:
    """The usual name of a measure."""
    lower = " ".join(word.lower().split()).replace("° ", "°")
    return SIZES.get(lower) or SIZES.get(lower.rstrip("s")) or lower


def currency(word: str) -> str:
    """The ISO 4217 code of a sign or name."""
    lower = word.lower().split(" sterling")[0].strip()
    for prefix, code in (("us ", "USD"), ("australian ", "AUD"), ("canadian ", "CAD")):
        if lower.startswith(prefix):
            return code
    return CURRENCIES[lower]
