"""Sums of money told inside the words of a list: "Case settled for $225,000"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foidesk.words.numbers import NumberWord, numbers

from ..basis.ground import Ground
from ..basis.measure import of_money
from ..basis.says import Says
from ..figures.grid import Slot
from ..layout.layout import Layout

HALF = 0.5
_PAID = re.compile(r"settl|paid|pay|award|judg|verdict|compens|damages|vergleich|gezahlt|zahlung", re.IGNORECASE)
_WRITTEN = re.compile(r"\d{1,3}(?:[,.]\d{3})+(?:[.,]\d\d)?|\d+[.,]\d\d")


@dataclass(frozen=True, slots=True)
class Told:
    """The column of words in which most rows tell one sum."""

    column: int

    def slots(self, layout: Layout, row: int) -> tuple[Slot, ...]:
        """The sum of a row as a slot of its own; of several, each one that the row may have been paid."""
        slot = layout.grid.slot(row, self.column)
        found = sums(slot)
        if slot.piece is None or not slot.first:
            return ()
        whole = _whole(found)
        return tuple(_slot(slot, word) for word in ((whole,) if whole else found))


def _slot(slot: Slot, word: NumberWord) -> Slot:
    assert slot.piece is not None
    return Slot(slot.row, slot.column, slot.cell, slot.piece.cut(word.start, word.end), Says("money", word))


def _whole(found: list[NumberWord]) -> NumberWord | None:
    """The one sum, or the one that all the others add to."""
    for word in found:
        rest = [other.exact for other in found if other is not word and other.exact is not None]
        if word.exact is not None and len(rest) == len(found) - 1 and (not rest or sum(rest) == word.exact):
            return word
    return None


def amount_in_words(ground: Ground, layout: Layout) -> Told | None:
    """The one column of words that tells a payment in most rows, if no column holds bare sums."""
    if of_money(ground) is None or layout.columns("figures"):
        return None
    telling = [column for column in layout.columns("text") if _tells(layout, column)]
    return Told(telling[0]) if len(telling) == 1 else None


def _tells(layout: Layout, column: int) -> bool:
    slots = [slot for slot in layout.grid.column(column, layout.data) if not slot.blank]
    told = [slot for slot in slots if sums(slot) and _PAID.search(slot.text)]
    return len(told) > 2 and len(told) >= HALF * len(slots)


def sums(slot: Slot) -> list[NumberWord]:
    """The sums of money that the words of a cell hold: with a sign, or written as money is."""
    text = slot.piece.text if slot.piece is not None else ""
    found = [word for word in numbers(text) if word.is_amount]
    return [word for word in found if word.kind == "money" or _WRITTEN.fullmatch(word.text.strip())]
