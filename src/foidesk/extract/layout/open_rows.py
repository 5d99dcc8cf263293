"""What rows without a heading are told apart by, where the question over them asks for names of the body's own."""

from __future__ import annotations

from ..basis.ground import Ground
from ..basis.near import ask, question_above
from ..basis.terms import total_word
from ..figures.headings import read_axis
from .layout import Layout

LEAST = 2


def asked_openly(ground: Ground, layout: Layout, column: int) -> str:
    """The one open variable that the question over a table asks for, if nobody knows the words of its rows."""
    asked = ask(ground, question_above(ground, layout.grid.table))
    if asked is None:
        return ""
    book = ground.context.codebook
    wanted = [name for name in asked.variables if book.variable(name).open]
    if len(wanted) != 1 or len(asked.variables) > 1:
        return ""
    slots = [layout.grid.slot(row, column) for row in layout.data]
    named = [slot.piece for slot in slots if slot.piece is not None and not total_word(slot.text)]
    labels = read_axis(ground, named).labels
    return book.variable(wanted[0]).label if len(labels) >= LEAST and all(one.unknown for one in labels) else ""
