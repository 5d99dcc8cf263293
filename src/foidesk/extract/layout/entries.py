"""Lists of payments: a row for each, with a sum of money, whatever the words beside it are."""

from __future__ import annotations

from ..basis.ground import Ground
from ..basis.measure import named, of_money
from ..basis.terms import total_word
from .layout import Layout

LEAST = 3
NEARLY_ALL = 0.8


def lists_money(ground: Ground, layout: Layout, figures: list[int]) -> bool:
    """True if every figure column holds money, and each row is marked as an entry of its own.

    It is by a reference or a day, or by two columns of words that hardly come twice: no breakdown has them.
    """
    rows = entry_rows(layout)
    if len(rows) < LEAST or not figures or not all(holds_money(ground, layout, c) for c in figures):
        return False
    keys = [c for c in layout.columns("id", "row number") if _differ(layout, c, rows)]
    days = [c for c in layout.columns("period") if _are_days(layout, c, rows)]
    words = [c for c in layout.columns("text") if _differ(layout, c, rows)]
    return bool(keys) or len(words) > 1 or bool(days and words)


def entry_rows(layout: Layout) -> list[int]:
    """The data rows that print no total."""
    return [row for row in layout.data if not any(total_word(slot.text) for slot in layout.grid.filled(row))]


def holds_money(ground: Ground, layout: Layout, column: int) -> bool:
    """True for a column of money: by its signs, or by the words that head it."""
    kinds = {layout.grid.slot(row, column).says.kind for row in layout.data}
    if "money" in kinds:
        return of_money(ground) is not None or _headed(ground, layout, column)
    return "number" in kinds and _headed(ground, layout, column)


def _headed(ground: Ground, layout: Layout, column: int) -> bool:
    head = layout.lowest_heading(column)
    seen = named(ground, head.piece) if head is not None else None
    return seen is not None and seen.measure.type == "money"


def _differ(layout: Layout, column: int, rows: list[int]) -> bool:
    """True if nearly every row fills the column, and hardly any says what another says."""
    texts = [slot.text.casefold() for slot in layout.grid.column(column, rows) if not slot.blank]
    return len(texts) >= NEARLY_ALL * len(rows) and len(set(texts)) >= NEARLY_ALL * len(texts)


def _are_days(layout: Layout, column: int, rows: list[int]) -> bool:
    slots = [slot for slot in layout.grid.column(column, rows) if not slot.blank]
    days = [slot for slot in slots if slot.says.kind == "date" or sum(c.isdigit() for c in slot.text) > 4]
    return len(slots) >= NEARLY_ALL * len(rows) and len(days) >= NEARLY_ALL * len(slots)
