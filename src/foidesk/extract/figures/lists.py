"""Cells that hold a list of counts: "3x Final written warning, 1 x Dismissed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foidesk.words.numbers import NumberWord, number, numbers

from ..basis.ground import Ground
from ..basis.pieces import Piece

_SPLIT = re.compile(
    r"\s*(?:[;\n•]|,(?!\d)|\s(?:and|&|plus)\s+(?=\d|one\b|two\b|three\b|four\b|five\b))\s*", re.IGNORECASE
)
_LEAD = re.compile(
    r"^\W{0,2}(?P<n>\d{1,4}|\w{3,6})(?:\s*[x×]\s*|\s+|\s+[-–]\s+)(?P<words>[^\W\d].*)$", re.IGNORECASE | re.DOTALL
)
_TRAIL = re.compile(
    r"^(?P<words>[^\W\d].*?)(?:\s*[x×]\s*|\s*[:=]\s*|\s+[-–]\s+|\s*\(\s*[x×]?\s*)(?P<n>\d{1,4})\s*\)?\W?$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: its number and its words, each with its place."""

    number: NumberWord
    count: Piece
    words: Piece


def items(piece: Piece) -> tuple[Item, ...]:
    """The entries of a cell; () unless every entry has one number and words."""
    found = [_item(part) for part in _parts(piece)]
    return tuple(item for item in found if item) if found and all(found) else ()


def _parts(piece: Piece) -> Iterator[Piece]:
    at = 0
    for cut in (*_SPLIT.finditer(piece.text), None):
        end = cut.start() if cut else len(piece.text)
        part = piece.cut(at, end)
        if part:
            yield part.stripped()
        at = cut.end() if cut else end


def _item(part: Piece) -> Item | None:
    for shape in (_LEAD, _TRAIL):
        found = shape.match(part.text)
        word = number(found["n"]) if found else None
        if found and word is not None and word.exact is not None and not _numbers_in(found["words"]):
            return Item(word, part.cut(*found.span("n")), part.cut(*found.span("words")).stripped())
    return None


def _numbers_in(words: str) -> bool:
    return any(word.is_amount for word in numbers(words))


def is_counted_list(ground: Ground, piece: Piece) -> bool:
    """True for a cell that counts categories of one variable, with or without "x"."""
    return ground.memo.get(("list", piece.text), lambda: _is_counted_list(ground, piece))


def _is_counted_list(ground: Ground, piece: Piece) -> bool:
    if not any(word.is_amount for word in numbers(piece.text)):
        return False
    found = items(piece)
    if not found:
        return False
    if any(_is_multiplied(piece.text, item) for item in found):
        return True
    return any(all(m.knows(item.words.text) for item in found) for m in ground.matchers.values())


def _is_multiplied(text: str, item: Item) -> bool:
    return (
        re.search(rf"\b{re.escape(item.count.text)}\s*[x×]|[x×]\s*{re.escape(item.count.text)}\b", text, re.I)
        is not None
    )
