"""How a document writes its numbers: which sign parts decimals, and whether blanks part thousands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foidesk.model.reading import Reading

_COMMA = re.compile(
    r"(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d.,])|(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.,])"
)
_DOT = re.compile(
    r"(?<![\d.,])\d{1,3}(?:,\d{3})+\.\d{1,2}(?![\d.,])|(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d.,])"
    r"|[£$]\s?\d{1,3}(?:,\d{3})+(?![\d.,])"
)
_GERMAN = re.compile(
    r"\b(?:der|die|das|und|nach|gesamt|anzahl|summe|insgesamt|davon|jahr|ihre|mit|wurden)\b", re.I
)
_ENGLISH = re.compile(r"\b(?:the|of|and|by|total|number|year|for|your|with)\b", re.I)
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+")
_DATE = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:19|20)?\d\d(?![\d/.-]\d|\d)")
LEAST = 3


@dataclass(frozen=True, slots=True)
class Locale:
    """`decimal` is "," or ".", or "" without evidence; `spaced` is true where cells group thousands by blanks.

    `day_first` is what dates in figures show of which only one order is one ("31/12/2023"); None without evidence.
    """

    decimal: str = ""
    spaced: bool = False
    day_first: bool | None = None


def locale_of(reading: Reading, at_home: str = "") -> Locale:
    """What the numbers and words of a document show; evidence for both signs is evidence for none.

    Where neither shows anything, the comma parts decimals if it does so in the body's country (`at_home`).
    """
    texts = [part.text for part in reading.visible_parts()]
    comma = sum(len(_COMMA.findall(text)) for text in texts)
    dot = sum(len(_DOT.findall(text)) for text in texts)
    cells = [cell.text.strip() for table in reading.tables for cell in table.cells]
    spaced = sum(_SPACED.fullmatch(text) is not None for text in cells) >= LEAST
    return Locale(_sign(comma, dot, texts, at_home), spaced, _day_first([*texts, *cells]))


def _day_first(texts: list[str]) -> bool | None:
    """Which of day and month stands first in dates in figures; None where none tells, or they differ."""
    pairs = [(int(found[1]), int(found[3])) for text in texts for found in _DATE.finditer(text)]
    first = any(12 < one <= 31 and other <= 12 for one, other in pairs)
    last = any(one <= 12 < other <= 31 for one, other in pairs)
    return first if first != last else None


def _sign(comma: int, dot: int, texts: list[str], at_home: str) -> str:
    if comma and dot:
        return ""
    if comma or dot:
        return "," if comma else "."
    german = sum(len(_GERMAN.findall(text)) for text in texts)
    english = sum(len(_ENGLISH.findall(text)) for text in texts)
    if german >= 2 and german > 2 * english:
        return ","
    return at_home if at_home == "," and not english else ""
