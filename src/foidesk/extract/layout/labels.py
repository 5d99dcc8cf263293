"""What each row of a table is about: its labels, filled down where a body left them out, and its section."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from foidesk.words.normal import normalise

from ..basis.ground import Ground
from ..basis.pieces import Piece, joined
from ..basis.terms import total_word
from ..figures.figures import combine
from ..figures.headings import read_axis
from ..figures.hints import hint_kind
from ..figures.meaning import Axis, Meaning
from .layout import Layout
from .years_of_parts import with_years

_GRAND = re.compile(r"\W*(?:grand|overall|all)\b", re.IGNORECASE)
Places = tuple[tuple[str, Piece], ...]


@dataclass(frozen=True, slots=True)
class RowMeaning:
    """What the labels of one row say together, and where each part of it stands."""

    meaning: Meaning
    places: Places


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that hold figures, by index, and the axes along which their labels were read."""

    of: dict[int, RowMeaning]
    axes: tuple[Axis, ...]


def label_columns(ground: Ground, layout: Layout) -> list[int]:
    """The columns that say what a row is about: not row numbers, references or remarks."""
    columns = layout.columns("text", "period")
    telling = [c for c in columns if hint_kind(ground, layout.heading(c)) != "text"]
    return telling or columns


def read_rows(ground: Ground, layout: Layout, labels: list[int], hint: str) -> Rows:
    """The meaning of every data row. `hint` is the heading of the last label column."""
    lone = _lone_sections(ground, layout, labels, hint)
    wrapped = wrapped_rows(layout, labels)
    rows = [r for r in sorted((*layout.data, *layout.rows("lone"))) if r not in lone and r not in wrapped]
    sections = _sections(ground, layout, lone)
    axes = [_axis(ground, layout, column, rows, labels, hint, wrapped) for column in labels]
    of = {
        row: _together(ground, sections.get(row), [axis.labels[i] for axis in axes]) for i, row in enumerate(rows)
    }
    return Rows(of, tuple(axes))


def _axis(
    ground: Ground,
    layout: Layout,
    column: int,
    rows: list[int],
    labels: list[int],
    hint: str,
    wrapped: dict[int, int],
) -> Axis:
    heading = hint if column == labels[-1] else layout.heading(column)
    pieces = filled_down(layout, column, rows, labels)
    more = {row: [other for other, home in wrapped.items() if home == row] for row in rows}
    whole = [_unwrapped(layout, column, row, piece, more[row]) for row, piece in zip(rows, pieces, strict=True)]
    return with_years(ground, read_axis(ground, whole, heading))


def _unwrapped(layout: Layout, column: int, row: int, piece: Piece | None, more: list[int]) -> Piece | None:
    """A label with the lines of it that stand in rows of their own."""
    lines = {other: layout.grid.slot(other, column).piece for other in more} | {row: piece}
    held = [line for _, line in sorted(lines.items()) if line]
    return joined(held) if len(held) > 1 else piece


def wrapped_rows(layout: Layout, labels: list[int]) -> dict[int, int]:
    """Rows that hold only a line of a label, with the row that the label belongs to.

    "Final written" over "warning | 3": a line that begins with a small letter goes on with the one above it.
    """
    out: dict[int, int] = {}
    rows = sorted((*layout.data, *layout.rows("lone")))
    for above, below in pairwise(rows):
        text = next((layout.grid.slot(below, c).text for c in labels if not layout.grid.slot(below, c).blank), "")
        lone_above, lone_below = above in layout.rows("lone"), below in layout.rows("lone")
        if text[:1].islower() and lone_above != lone_below:
            out[above if lone_above else below] = below if lone_above else out.get(above, above)
    return out


def _together(ground: Ground, section: Meaning | None, labels: list[Meaning]) -> RowMeaning:
    all_said = [section, *labels] if section is not None else labels
    total = next((label.total for label in labels if label.total), "")
    return RowMeaning(replace(combine(ground, *all_said), total=total), places_of(all_said, "row"))


def places_of(meanings: list[Meaning], name: str) -> Places:
    """Where labels stand, by what they say: "where:<variable>", "period", and the label itself as `name`."""
    out: dict[str, Piece] = {}
    for meaning in meanings:
        if meaning.piece is None:
            continue
        out |= {f"where:{variable}": meaning.piece for variable, _ in meaning.where}
        if meaning.period is not None or meaning.part is not None:
            out["period"] = meaning.piece
        out[name] = meaning.piece
    return tuple(out.items())


def filled_down(layout: Layout, column: int, rows: list[int], labels: list[int]) -> list[Piece | None]:
    """The labels of a column; a blank takes the label above it where columns to the right go on changing."""
    out: list[Piece | None] = []
    last: Piece | None = None
    right = [c for c in labels if c > column]
    for row in rows:
        slot = layout.grid.slot(row, column)
        last = slot.piece if not slot.blank else last
        goes_on = any(not layout.grid.slot(row, c).blank for c in right)
        out.append(last if goes_on or not slot.blank else None)
    return out


# ---------------------------------------------------------------- sections


def section_meanings(ground: Ground, layout: Layout, lone: set[int]) -> dict[int, Meaning]:
    """For each row of a list of cases, what the head of its section says: "2013", "Police staff"."""
    return _sections(ground, layout, lone)


def _sections(ground: Ground, layout: Layout, lone: set[int]) -> dict[int, Meaning]:
    """For each row of the body, what the head of its section says."""
    heads = sorted({*layout.rows("section"), *lone})
    pieces = [_only(layout, row) for row in heads]
    said = dict(zip(heads, read_axis(ground, pieces).labels, strict=True))
    out: dict[int, Meaning] = {}
    current: Meaning | None = _title_section(ground, layout)
    closed: list[int] = []
    for place, row in enumerate(layout.body):
        if row.index in said:
            current, closed = said[row.index], []
        total = next((word for s in layout.grid.filled(row.index)[:2] if (word := total_word(s.text))), "")
        current = None if total and _beyond(layout, row.index, place, closed) else current
        closed += [place] if total else []
        if current is not None and not current.total and row.index not in said:
            out[row.index] = current
    return out


def _beyond(layout: Layout, row: int, place: int, closed: list[int]) -> bool:
    """True for a total that is not the section's: a grand total, or one right below the total of the section."""
    label = layout.grid.filled(row)[0].text
    return _GRAND.match(label) is not None or closed == [place - 1]


def _only(layout: Layout, row: int) -> Piece | None:
    return next((slot.piece for slot in layout.grid.filled(row)), None)


def _title_section(ground: Ground, layout: Layout) -> Meaning | None:
    """A title row inside the table that is a category or a period of its own."""
    for row in reversed(layout.titles):
        piece = _only(layout, row)
        meaning = read_axis(ground, [piece]).labels[0] if piece else Meaning()
        if (meaning.where and not meaning.unknown) or meaning.period:
            return meaning
    return None


def _lone_sections(ground: Ground, layout: Layout, labels: list[int], hint: str) -> set[int]:
    """The rows without figures that head a section; the others are data that the body left blank."""
    rows = sorted((*layout.data, *layout.rows("lone")))
    if not labels or not layout.rows("lone"):
        return set()
    pieces = [layout.grid.slot(row, labels[0]).piece for row in rows]
    said = dict(zip(rows, read_axis(ground, pieces, hint).labels, strict=True))
    return {row for row in layout.rows("lone") if _heads(ground, layout, row, rows, said, labels[0])}


def _heads(
    ground: Ground, layout: Layout, row: int, rows: list[int], said: dict[int, Meaning], column: int
) -> bool:
    """True if the row below lies inside this one's category, or its labels come again under another head."""
    below = rows[rows.index(row) + 1 :]
    if not below:
        return False
    mine, next_one = said[row].where, said[below[0]].where
    if mine and next_one and mine[0][0] != next_one[0][0] and not (said[row].unknown or said[below[0]].unknown):
        return True
    if mine and next_one and mine[0][0] == next_one[0][0] and mine[0][1].categories and next_one[0][1].categories:
        variable = ground.context.codebook.variable(mine[0][0])
        inside = set(next_one[0][1].categories) <= set().union(
            *(variable.leaves(c) for c in mine[0][1].categories)
        )
        return inside and mine[0][1] != next_one[0][1]
    return _come_again(layout, below, rows, column)


def _come_again(layout: Layout, below: list[int], rows: list[int], column: int) -> bool:
    def label(row: int) -> str:
        return normalise(layout.grid.slot(row, column).text)

    first = label(below[0])
    return bool(first) and not total_word(first) and sum(label(row) == first for row in rows) > 1
