"""Columns of a list that tick one category each: "Granted (Y/N)", "Refused?", an x below "Warned"."""

from __future__ import annotations

import re

from foidesk.model.observations import OneOf

from ..basis.ground import Ground
from ..figures.grid import Slot
from .layout import Layout
from .tick_marks import NO, YES, mark

_ASKS = re.compile(
    r"\s*[(\[]?\s*\b(?:y(?:es)?\s*/\s*no?|yes\s+or\s+no|ja\s*/\s*nein|j\s*/\s*n|true\s*/\s*false)\b\s*[)\]]?|\?\s*$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^\W*(?:was|were|is|are|has|have|did|wurde|war|ist)\s+(?:(?:it|they|the\s+\w+|been|be|then|es|sie)\s+)*", re.I
)


def ticked(ground: Ground, layout: Layout) -> dict[int, tuple[str, OneOf]]:
    """The columns of yes and no, each with its variable and the category that a yes says."""
    return layout.grid.memo.get(("ticked", layout.body), lambda: _ticked(ground, layout))


def _ticked(ground: Ground, layout: Layout) -> dict[int, tuple[str, OneOf]]:
    found = {}
    for column in range(layout.grid.width):
        heading = layout.heading(column)
        if heading.strip() and _says_yes_or_no(layout, column):
            said = _category(ground, heading)
            if said is not None:
                found[column] = said
    return found


def _says_yes_or_no(layout: Layout, column: int) -> bool:
    words = {mark(slot) for slot in layout.grid.column(column, layout.data) if not slot.blank}
    return bool(words) and words <= YES | NO and (bool(words & YES) or "n" in words or "no" in words)


def is_yes(slot: Slot) -> bool:
    return mark(slot) in YES


def _category(ground: Ground, heading: str) -> tuple[str, OneOf] | None:
    """The one category that the heading names, whole or behind "was it"."""
    text = _ASKS.sub(" ", heading).strip(" :-–")
    for words in (text, _LEAD.sub("", text)):
        known = [(id, m.match(words)) for id, m in ground.matchers.items() if words and m.knows(words)]
        said = [(id, where) for id, where in known if isinstance(where, OneOf) and len(where.categories) == 1]
        if len(known) == len(said) == 1:
            return said[0]
    return None
