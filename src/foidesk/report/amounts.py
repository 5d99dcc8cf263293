"""Values in words: exact, or a range that is never narrower than the bounds behind it."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from foidesk.model import (
    Amount,
    Change,
    Count,
    Duration,
    Missing,
    Money,
    Observation,
    Rate,
    Share,
    Text,
    Value,
)

SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
IRREGULAR = {"people": "person", "women": "woman", "men": "man", "children": "child", "staff": "member of staff"}
HOW_WORDS = {"rounded": "rounded by the body", "suppressed": "withheld by the body as a small number"}


def words(amount: Amount) -> str:
    """The value with its unit: "828 cases", "16 to 24 cases", "at least 51 cases", "8.9% of cases"."""
    return f"{bare(amount)}{unit_after(amount)}"


def bare(amount: Amount) -> str:
    """The value without its unit: "828", "16 to 24", "at least 51", "8.9%"."""
    if amount.is_exact:
        return figure(amount, amount.lo, ROUND_HALF_UP)
    low = figure(amount, amount.lo, ROUND_FLOOR)
    if amount.hi is None:
        return f"at least {low}"
    return f"{low} to {figure(amount, amount.hi, ROUND_CEILING)}"


def compact(amount: Amount) -> str:
    """The value as short as a headline wants it: "828", "16–24", "51+", "8.9–11.2%"."""
    if amount.is_exact:
        return figure(amount, amount.lo, ROUND_HALF_UP)
    low = figure(amount, amount.lo, ROUND_FLOOR)
    if amount.hi is None:
        return f"{low}+"
    return f"{low.removesuffix('%')}–{figure(amount, amount.hi, ROUND_CEILING)}"


def unit_after(amount: Amount) -> str:
    """What follows the figure: " cases", " case" after one, " of cases"; nothing for money with its own sign."""
    if isinstance(amount, Money) and amount.unit in SIGNS:
        return ""
    is_one = amount.is_exact and amount.lo == 1 and isinstance(amount, Count | Duration)
    return f" {singular(amount.unit) if is_one else amount.unit}"


def singular(unit: str) -> str:
    """The unit of one: "case", "person", "working day", "body"."""
    start, space, noun = unit.rpartition(" ")
    if noun in IRREGULAR:
        return start + space + IRREGULAR[noun]
    if noun.endswith("ies"):
        return f"{unit[:-3]}y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return unit[:-2]
    return unit[:-1] if noun.endswith("s") and not noun.endswith("ss") else unit


def figure(amount: Amount, number: Decimal, rounding: str) -> str:
    """One number as the type prints it. Shares show one decimal; bounds are rounded outwards by the caller."""
    if isinstance(amount, Share):
        return percent(number, rounding)
    if isinstance(amount, Change):
        shown = plain(abs(number), 2, rounding if number > 0 else _turned(rounding))
        return shown if shown == "0" else f"{'+' if number > 0 else '−'}{shown}"
    if isinstance(amount, Money):
        return money(number, amount.unit, rounding)
    if isinstance(amount, Count):
        return f"{int(number):,}"
    return plain(number, 2 if isinstance(amount, Rate) else 3, rounding)


def _turned(rounding: str) -> str:
    """Outwards for a number below zero is the other way for its size."""
    return {ROUND_FLOOR: ROUND_CEILING, ROUND_CEILING: ROUND_FLOOR}.get(rounding, rounding)


def percent(number: Decimal, rounding: str) -> str:
    """A fraction of one as a percentage: "8.9%", "14%"; a small share is "under 0.1%", never "0%"."""
    shown = plain(number * 100, 1, rounding)
    return "under 0.1%" if shown == "0" and number > 0 and rounding == ROUND_HALF_UP else f"{shown}%"


def money(number: Decimal, currency: str, rounding: str) -> str:
    """ "£1,250" or "£1,250.50"; the code of a currency without a sign stands after the figure."""
    pence = number.quantize(Decimal("0.01"), rounding)
    text = f"{int(pence):,}" if pence == int(pence) else f"{pence:,.2f}"
    sign = SIGNS.get(currency, "")
    return f"-{sign}{text[1:]}" if text.startswith("-") else f"{sign}{text}"


def plain(number: Decimal, decimals: int, rounding: str) -> str:
    """With thousands separated and no zeros at the end of the decimals."""
    text = f"{number.quantize(Decimal(1).scaleb(-decimals), rounding):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def how(amount: Amount) -> str:
    """Why the value is a range, in words; "" if it is exact or the range is the reply's own."""
    return HOW_WORDS.get(amount.how, "")


def value_words(value: Value) -> str:
    """Any value in words; a missing one gives its reason and the section relied on."""
    if isinstance(value, Missing):
        section = f" (section {value.section}{', ' + value.act if value.act else ''})" if value.section else ""
        return f"{value.reason}{section}"
    return value.words if isinstance(value, Text) else words(value)


RELATIONS = {"<=": "at most ", ">=": "at least ", "=": "", "in": ""}


def observed(observation: Observation) -> str:
    """What one statement of a reply says, in words."""
    amount = observation.amount
    if amount is None or not amount.is_exact:
        return value_words(observation.value)
    return RELATIONS[observation.relation] + words(amount)


def number(value: Decimal) -> int | float:
    """A JSON number."""
    return int(value) if value == int(value) else float(value)


def plain_decimal(value: Decimal | None) -> str:
    """The full value for a data file, without an exponent; "" for no bound."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
