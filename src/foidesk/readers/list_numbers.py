"""The numbers that a program puts before the items of an automatic list: "3.", "(b)", "IV", as they are shown."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999


def decimal(number: int) -> str:
    return str(number)


def two_digits(number: int) -> str:
    """The number with a nought before a single digit."""
    return f"{number:02d}"


def roman(number: int) -> str:
    """The number in small Roman numerals; in digits where they write none."""
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    out = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        out += sign * count
    return out


def letters(number: int) -> str:
    """The number as a letter and, behind z, as browsers go on: aa, ab."""
    if number <= 0:
        return str(number)
    out = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        out = chr(97 + rest) + out
    return out


def repeated_letters(number: int) -> str:
    """The number as a letter and, behind z, as Word goes on: aa, bb."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else str(number)


def ordinal(number: int) -> str:
    """The number as 1st, 2nd, 3rd."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def upper(form: Callable[[int], str]) -> Callable[[int], str]:
    """The form in capitals."""
    return lambda number: form(number).upper()
