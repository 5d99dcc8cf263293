"""Recognised numbers that look wrong by themselves: commas and points in odd places, and a sign that was lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PIL import Image

from foidesk.readers.tables.ink import Token

_NUMBER = re.compile(r"\d[\d.,]*\d")
_GROUP = re.compile(r"[.,]\d{3}(?!\d)")
_FORM = re.compile(r"\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+[.,]\d+")
_WITH = {",": re.compile(r"\d{1,3}(?:,\d{3})+"), ".": re.compile(r"\d{1,3}(?:\.\d{3})+")}
FAINT = 80  # of 255: less contrast is no print


def odd_forms(tokens: Iterable[Token]) -> Iterator[tuple[Token, str]]:
    """The words whose number is written as none is, or parts thousands otherwise than its page; with what is odd.

    On a poor scan a comma and a point differ by a pixel: "56.846" stands for 56,846.
    """
    numbers = [(token, found[0]) for token in tokens if (found := _NUMBER.search(token.text))]
    commas, points = (sum(_ends_in(number, mark) for _, number in numbers) for mark in ",.")
    for token, number in numbers:
        if _GROUP.search(number) and not _FORM.fullmatch(number):
            yield token, "its commas and points stand as in no number"
        elif commas > 1 and commas >= points and _WITH["."].fullmatch(number):
            yield token, "elsewhere on this page commas part thousands"
        elif points > commas and _WITH[","].fullmatch(number):
            yield token, "elsewhere on this page points part thousands"


def _ends_in(number: str, mark: str) -> bool:
    """True if such a mark parts a group of three digits from those before it."""
    return re.search(rf"\d{re.escape(mark)}\d{{3}}(?!\d)", number) is not None


def lost_signs(picture: Image.Image, dpi: int, tokens: Iterable[Token]) -> Iterator[Token]:
    """The words that begin with a digit though the first ink in their place is a dash."""
    zoom = dpi / 72
    for token in tokens:
        if token.text[:1].isdigit() and token.upright:
            high = token.y1 - token.y0
            box = (token.x0 - 0.1 * high, token.y0, token.x0 + 0.7 * high, token.y1)
            part = picture.crop(tuple(round(v * zoom) for v in box))  # type: ignore[arg-type]
            least = 0.35 if token.text[0] == "4" else 0.18  # the bar of a 4 is flat too
            if _flat_start(part) >= max(2, least * part.height):
                yield token


def _flat_start(part: Image.Image) -> int:
    """How many columns of pixels the first ink from the left lies flat at half height, as a dash does."""
    wide, high = part.size
    shades = part.tobytes()
    if not shades or max(shades) - min(shades) < FAINT:
        return 0
    dark = (max(shades) + min(shades)) / 2
    columns = [[y for y in range(high) if shades[y * wide + x] < dark] for x in range(wide)]
    start = next((x for x, inked in enumerate(columns) if inked), wide)
    flat = 0
    for inked in columns[start:]:
        if not inked or max(inked) - min(inked) + 1 > max(2, 0.25 * high):
            break
        flat += 0.36 < (max(inked) + min(inked)) / 2 / high < 0.68
    return flat
