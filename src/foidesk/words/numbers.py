"""Every number in a text, with what its words allow.

No digit is ever missed: what no shape explains is an integer of its own. Which of the numbers are data is not
decided here (see `ignored`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.model.remembered import remembered

from . import shapes
from .hedges import bounds, hedged
from .lazy import lazy
from .number_pairs import ranges, told_twice
from .numerals import Numeral, numeral
from .spelt import Spelt, spelt_numbers

KINDS = (
    "integer", "decimal", "money", "percent", "ordinal", "fraction", "ratio", "range", "multiplier",
    "date", "year", "time", "reference",
)  # fmt: skip
_NO_AMOUNT = ("date", "time", "reference", "ordinal", "year")
_FREE = "\x00"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number in characters `start` to `end`, hedge and signs included (`text`).

    `value` is the number as printed (9 for "9 %", 5 for "fewer than 5"); None for dates, times, references and
    ranges. `lo` and `hi` are what the words allow, both included, `hi` None where nothing bounds it. With the
    hedge "about" both are None. Where `ambiguous` gives a reason, they span all readings: never take it as exact.
    """

    start: int
    end: int
    text: str
    kind: str
    value: Decimal | None = None
    lo: Decimal | None = None
    hi: Decimal | None = None
    unit: str = ""
    hedge: str = ""
    spelt: bool = False
    ambiguous: str = ""

    @property
    def exact(self) -> Decimal | None:
        """The value, if the words leave exactly one."""
        return self.lo if self.lo == self.hi and not (self.ambiguous or self.hedge) else None

    @property
    def is_amount(self) -> bool:
        """False for dates, times, references, ordinals, and for four digits that look like a year."""
        return self.kind not in _NO_AMOUNT


@dataclass(frozen=True, slots=True)
class _Seen:
    start: int
    end: int
    kind: str
    number: Numeral | None = None
    unit: str = ""
    spelt: bool = False


@remembered
def numbers(text: str, decimal: str = "") -> tuple[NumberWord, ...]:
    """Every number of the text, in order, none overlapping; `decimal` is the decimal sign of its locale."""
    seen = sorted(_scan(text, decimal), key=lambda item: item.start)
    return tuple(told_twice(text, ranges(text, _with_hedges(text, seen))))


def number(text: str, decimal: str = "") -> NumberWord | None:
    """The number that is the whole of a cell, or None.

    In a cell "(3)" is 3 or -3, "-5" is -5, and "1 234" is 1234 or two numbers; in running text they are not.
    """
    cell = text.strip()
    if cell.lower() in ("one", "a", "1 no", "half"):
        return _cell_word(text, cell)
    found = numbers(text, decimal)
    if len(found) == 1 and not _rest(text, found[0]):
        return found[0]
    if spread := re.fullmatch(r"(\d+)\s?[-–]\s?(\d+)", cell):
        return _spread(text, cell, Decimal(spread[1]), Decimal(spread[2]))
    return _bracketed(text, cell, decimal) or _signed(text, cell, found) or _spaced(text, cell)


def _rest(text: str, word: NumberWord) -> str:
    return (text[: word.start] + text[word.end :]).strip(" \t\r\n\u00a0.:;")


def _cell_word(text: str, cell: str) -> NumberWord | None:
    if cell.lower() != "one":
        return None
    start = text.index(cell)
    one = Decimal(1)
    return NumberWord(start, start + len(cell), cell, "integer", one, one, one, spelt=True)


def _spread(text: str, cell: str, lo: Decimal, hi: Decimal) -> NumberWord | None:
    """ "1 - 4" as a whole cell; in running text the dash may part a label from its count."""
    start = text.index(cell)
    return NumberWord(start, start + len(cell), cell, "range", None, lo, hi, hedge="between") if lo < hi else None


def _bracketed(text: str, cell: str, decimal: str) -> NumberWord | None:
    """Brackets: a negative sum of money, or a count that may be negative."""
    if not re.fullmatch(r"\(\s*[£$€]?[\d.,\s]*\d\s*%?\s*\)", cell):
        return None
    inner = number(cell[1:-1], decimal)
    if inner is None or inner.value is None:
        return None
    start = text.index(cell)
    place = replace(inner, start=start, end=start + len(cell), text=cell)
    if inner.kind == "money" and not inner.ambiguous:
        return replace(place, value=-inner.value, lo=-inner.value, hi=-inner.value)
    return replace(place, lo=-inner.value, hi=inner.value, ambiguous=f"{cell} is {inner.value} or -{inner.value}")


def _signed(text: str, cell: str, found: tuple[NumberWord, ...]) -> NumberWord | None:
    if len(found) != 1 or found[0].value is None or found[0].hedge or not re.match(r"[-−–][£$€]?\d", cell):
        return None
    if cell[1:].strip() != found[0].text.lstrip("-−–").strip():
        return None
    start = text.index(cell)
    value = -abs(found[0].value)
    return replace(
        found[0], start=start, end=start + len(cell), text=cell, value=value, lo=value, hi=value, ambiguous=""
    )


def _spaced(text: str, cell: str) -> NumberWord | None:
    """ "1 234" in a cell: one number or several; beside the sign of a currency, a sum."""
    if money := re.fullmatch(r"(?:[£$€]\s?)?(\d{1,3}(?: \d{3})+)(?:\s?(?:[£$€]|EUR|GBP|USD))?", cell):
        joined = number(cell.replace(money[1], money[1].replace(" ", "")))
        if joined is not None and joined.kind == "money":
            start = text.index(cell)
            return replace(joined, start=start, end=start + len(cell), text=cell)
    if not re.fullmatch(r"\d{1,3}( \d{3})+", cell):
        return None
    start = text.index(cell)
    value = Decimal(cell.replace(" ", ""))
    lo = min(Decimal(part) for part in cell.split())
    return NumberWord(start, start + len(cell), cell, "integer", value, lo, value,
                      ambiguous=f"{cell} is {value} or several numbers")  # fmt: skip


# --- from characters to shapes -------------------------------------------------------------------------------


def _scan(text: str, decimal: str) -> Iterator[_Seen]:
    """Each shape in turn takes its characters; the next sees only what is left."""
    left = text
    for shape in SHAPES:
        taken: list[_Seen] = []
        for item in shape(left, decimal):
            if not taken or item.start >= taken[-1].end:
                taken.append(item)
        for item in taken:
            left = left[: item.start] + _FREE * (item.end - item.start) + left[item.end :]
        yield from taken


def _matches(pattern: re.Pattern[str], kind: str) -> Callable[[str, str], Iterator[_Seen]]:
    def shape(text: str, decimal: str) -> Iterator[_Seen]:
        for found in pattern.finditer(text):
            if any(map(str.isdigit, found[0])):
                yield _Seen(found.start(), found.end(), kind)

    return shape


_VERB = lazy(r"\d\s(?:may|march|mar|dec|mai|jun|jan)$")  # "12 may be dismissed" holds no date


def _dates(text: str, decimal: str) -> Iterator[_Seen]:
    spans: list[tuple[int, int]] = []
    for pattern in shapes.DATES:
        for found in pattern.finditer(text):
            free = all(found.end() <= start or end <= found.start() for start, end in spans)
            if free and not _VERB.search(found[0]):
                spans.append(found.span())
    return (_Seen(start, end, "date") for start, end in sorted(spans))


def _years(text: str, decimal: str) -> Iterator[_Seen]:
    """Two years that follow each other, or a span of years: "2011-10" is neither."""
    for found in shapes.YEARS.finditer(text):
        first, last = (int(digits) for digits in re.findall(r"\d+", found[0]))
        if last == (first + 1) % 100 or (last > 99 and last > first):
            yield _Seen(*found.span(), "year")


def _codes(text: str, decimal: str) -> Iterator[_Seen]:
    return (_Seen(*found.span(), "reference") for found in shapes.CODE.finditer(text) if shapes.is_code(found[0]))


def _groups(text: str, decimal: str) -> Iterator[_Seen]:
    for found in shapes.GROUPS.finditer(text):
        grouped = re.fullmatch(shapes.NUMERAL, found[0])
        if not grouped and not _is_fraction(found[0]):
            yield _Seen(*found.span(), "reference")


def _is_fraction(text: str) -> bool:
    found = shapes.FRACTION.fullmatch(text)
    return found is not None and 0 < int(found[1]) < int(found[2]) <= 12


def _fractions(text: str, decimal: str) -> Iterator[_Seen]:
    for found in shapes.FRACTION.finditer(text):
        if _is_fraction(found[0]):
            value = Decimal(found[1]) / Decimal(found[2])
            open_question = f"{found[0]} may be a fraction, a date or a reference"
            yield _Seen(*found.span(), "fraction", Numeral(value, value, open_question))
    for found in shapes.MIXED.finditer(text):
        value = Decimal(found[1] or 0) + shapes.VULGAR[found[2]]
        yield _Seen(*found.span(), "decimal" if found[1] else "fraction", Numeral(value))


def _money(text: str, decimal: str) -> Iterator[_Seen]:
    for found in shapes.MONEY.finditer(text):
        group = found.groupdict()
        digits = group["numeral"] or group["numeral2"] or group["numeral3"]
        magnitude = group["magnitude"] or group["magnitude2"] or group["magnitude3"]
        name = group["sign"] or group["name"] or group["code"]
        currency = shapes.CURRENCIES[name.lower()]
        value = _minus(text, found.start(), _scaled(digits, magnitude, decimal))
        yield _Seen(*found.span(), "money", value, currency)


def _scaled(digits: str, magnitude: str | None, decimal: str) -> Numeral:
    power = shapes.MAGNITUDES[magnitude.strip().lower()] if magnitude else 0
    return numeral(digits, decimal).scaled(Decimal(10) ** power)


def _percent(text: str, decimal: str) -> Iterator[_Seen]:
    for found in shapes.PERCENT.finditer(text):
        value = _minus(text, found.start(), numeral(found["numeral"], decimal))
        yield _Seen(*found.span(), "percent", value, "%")


def _multipliers(text: str, decimal: str) -> Iterator[_Seen]:
    for found in shapes.MULTIPLIER.finditer(text):
        digits = next(value for value in found.groupdict().values() if value)
        yield _Seen(*found.span(), "multiplier", numeral(digits, decimal))


def _ordinals(text: str, decimal: str) -> Iterator[_Seen]:
    for found in shapes.ORDINAL.finditer(text):
        yield _Seen(*found.span(), "ordinal", Numeral(Decimal(found["numeral"])))


def _one_in(text: str, decimal: str) -> Iterator[_Seen]:
    for found in shapes.ONE_IN.finditer(text):
        of = found["of"].lower()
        whole = Decimal(of) if of.isdigit() else spelt_numbers(of)[0].value
        if whole > 1:
            yield _Seen(*found.span(), "ratio", Numeral(Decimal(1) / whole), spelt=not found[0][0].isdigit())


def _plain(text: str, decimal: str) -> Iterator[_Seen]:
    for found in shapes.PLAIN.finditer(text):
        value = _scaled(found["numeral"], found["magnitude"], decimal)
        if found["magnitude"] in ("m", " m"):
            value = Numeral(value.value, value.value / 10**6, f"{found[0]} is millions or metres")
        if re.fullmatch(shapes.YEAR, found[0]):
            yield _Seen(*found.span(), "year", value)
            continue
        whole = value.value == value.value.to_integral_value() and value.other in (None, value.value)
        yield _Seen(*found.span(), "integer" if whole else "decimal", _minus(text, found.start(), value))


_MINUS = re.compile(r"(?:^|[\s(])[-−]$|[£$€]\s?[-−]$|\bminus\s+$", re.IGNORECASE)


def _minus(text: str, start: int, value: Numeral) -> Numeral:
    """A sign before a number in running text may be a dash or a sum told: both readings stay open."""
    if value.ambiguous or not _MINUS.search(text[max(0, start - 8) : start]):
        return value
    return Numeral(
        value.value, -value.value, f"-{value.value} is a negative number, or {value.value} after a dash"
    )


def _words(text: str, decimal: str) -> Iterator[_Seen]:
    return (_spelt(item, text) for item in spelt_numbers(text))


def _spelt(item: Spelt, text: str) -> _Seen:
    after = re.match(
        r"\s+(pounds?|euros?|dollars?)\b|\s+per\s?cent\b|\s+percent\b", text[item.end :], re.IGNORECASE
    )
    if after and after[1]:
        return _Seen(
            item.start,
            item.end + after.end(),
            "money",
            Numeral(item.value),
            shapes.CURRENCIES[after[1].lower()],
            True,
        )
    if after:
        return _Seen(item.start, item.end + after.end(), "percent", Numeral(item.value), "%", True)
    kind = "fraction" if item.fraction else "integer" if item.value == int(item.value) else "decimal"
    return _Seen(item.start, item.end, kind, Numeral(item.value), spelt=True)


SHAPES: tuple[Callable[[str, str], Iterator[_Seen]], ...] = (
    _matches(shapes.WEB, "reference"),
    _dates,
    _matches(shapes.TIME, "time"),
    _one_in,
    _money,
    _percent,
    _years,
    _matches(shapes.PHONE, "reference"),
    _matches(shapes.POSTCODE, "reference"),
    _matches(shapes.SECTION, "reference"),
    _multipliers,
    _ordinals,
    _codes,
    _groups,
    _fractions,
    _plain,
    _words,
)


# --- from shapes to what the words allow ---------------------------------------------------------------------


def _with_hedges(text: str, seen: list[_Seen]) -> Iterator[NumberWord]:
    last = 0
    for place, item in enumerate(seen):
        limit = seen[place + 1].start if place + 1 < len(seen) else len(text)
        word = _word(text, item, last, limit)
        last = word.end
        yield word


def _word(text: str, item: _Seen, last: int, limit: int) -> NumberWord:
    start, end, hedge = item.start, item.end, ""
    if item.kind not in ("date", "time", "reference", "ordinal", "year"):
        found = hedged(text, start, end)
        if found.start >= last and found.end <= limit:
            start, end, hedge = found.start, found.end, found.hedge
    if item.number is None:
        return NumberWord(start, end, text[start:end], item.kind, spelt=item.spelt)
    lo, hi = _allowed(item, hedge)
    return NumberWord(start, end, text[start:end], item.kind, item.number.value, lo, hi, item.unit, hedge,
                      item.spelt, item.number.ambiguous)  # fmt: skip


def _allowed(item: _Seen, hedge: str) -> tuple[Decimal | None, Decimal | None]:
    assert item.number is not None
    whole = item.kind in ("integer", "multiplier")
    readings = [item.number.value] + ([item.number.other] if item.number.other is not None else [])
    limits = [bounds(hedge, value, whole) for value in readings]
    lows = [lo for lo, _ in limits if lo is not None]
    highs = [hi for _, hi in limits if hi is not None]
    return (min(lows) if lows else None), (max(highs) if highs else None)
