"""Counts along one variable, crosstabs of two or three, and tidy tables with a number column.

All are one thing: every figure stands where a row's labels meet the headings of a column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from foidesk.words.normal import normalise

from ..basis.ground import Ground
from ..basis.pieces import Piece
from ..basis.says import Says
from ..basis.year_start import year_end
from ..figures.figures import Figure, combine, is_unknown
from ..figures.grid import Slot
from ..figures.headings import BARE_YEAR, corner, read_axis
from ..figures.hints import hint_kind
from ..figures.lists import items
from ..figures.meaning import Axis, Meaning
from ..figures.own_meaning import COUNT_WORDS
from ..layout.labels import RowMeaning, label_columns, places_of, read_rows
from ..layout.layout import Layout
from ..layout.open_rows import asked_openly
from ..layout.over import over_places, pieces_over, table_over

GARBLED = 2


@dataclass(frozen=True, slots=True)
class Cross:
    """The figures of a table, and the axes they were read along: rows' label columns, then levels of headings."""

    layout: Layout
    figures: tuple[Figure, ...]
    rows: tuple[Axis, ...]
    heads: tuple[Axis, ...]

    @property
    def variables(self) -> frozenset[str]:
        """The variables (and unknown breakdowns) along which the table runs."""
        return frozenset(name for f in self.figures for name, _ in f.meaning.where)

    @property
    def known(self) -> bool:
        """True if the survey's terms, or periods, explain the labels along every axis."""
        return not any(f.unknown for f in self.figures)


def read_cross(ground: Ground, layout: Layout) -> Cross:
    """All figures of the table with what their labels and headings say. Their measure is not settled yet."""
    columns = layout.columns("figures")
    labels = label_columns(ground, layout)
    parts = [_segment(ground, layout, *some) for some in segments(layout, labels, columns)]
    found = [figure for part in parts for figure in part.figures]
    rows = tuple(axis for part in parts for axis in part.rows)
    heads = tuple(axis for part in parts for axis in part.heads)
    return Cross(layout, tuple(_under(ground, layout, found)), rows, heads)


def segments(layout: Layout, labels: list[int], columns: list[int]) -> list[tuple[list[int], list[int]]]:
    """Lists printed side by side: labels and figures, then other labels and figures. Periods serve all of them.

    A list of ranks and a list of results in one row have nothing to do with each other.
    """
    out: list[tuple[list[int], list[int]]] = [([], [])]
    for column in sorted((*labels, *columns)):
        if column in labels and out[-1][1] and any(later > column for later in columns):
            out.append(([c for c in labels if c < column and layout.natures[c] == "period"], []))
        out[-1][0 if column in labels else 1].append(column)
    return out


def _segment(ground: Ground, layout: Layout, labels: list[int], columns: list[int]) -> Cross:
    """One list: its labels and the figures beside them."""
    row_hint, column_hint = _corner(ground, layout, labels, columns)
    rows = read_rows(ground, layout, labels, row_hint)
    heads, tops = read_heads(ground, layout, columns, column_hint)
    stand_ins = _stand_ins(layout, columns)
    found = [f for row, said in rows.of.items() for f in _figures(ground, layout, row, said, tops, stand_ins)]
    return Cross(layout, _settled(found), rows.axes, heads)


def _under(ground: Ground, layout: Layout, figures: list[Figure]) -> list[Figure]:
    """The figures with what the title, caption or sheet says of them all."""
    figures = _ending(ground, layout, figures)
    variables = frozenset(name for f in figures for name, _ in f.meaning.where)
    dated = any(f.meaning.period is not None for f in figures)
    over = table_over(ground, layout, variables, dated)
    if over.is_empty and not over.ambiguous:
        return figures
    places = over_places(over)
    return [_told_over(ground, over, places, figure) for figure in figures]


def _told_over(ground: Ground, over: Meaning, places: tuple[tuple[str, Piece], ...], figure: Figure) -> Figure:
    meaning = combine(ground, over, figure.meaning)
    unknown = is_unknown(meaning) if figure.meaning.part else figure.unknown
    return replace(figure, meaning=meaning, unknown=unknown, labels=(*places, *figure.labels))


def _ending(ground: Ground, layout: Layout, figures: list[Figure]) -> list[Figure]:
    """The figures of bare years as the words over the table say that these end: "Cases by year to 31 March"."""
    ends = next((said for piece in pieces_over(ground, layout) if (said := year_end(piece.text))), "")
    return [_ending_on(ground, figure, ends) for figure in figures] if ends else figures


def _ending_on(ground: Ground, figure: Figure, ends: str) -> Figure:
    meaning = figure.meaning
    if meaning.period is None or not BARE_YEAR.fullmatch(meaning.period.label):
        return figure
    when = ground.period(f"{ends} {meaning.period.label}")
    told = replace(meaning, period=when) if when is not None else replace(meaning, ambiguous=True)
    return replace(figure, meaning=told)


def _corner(ground: Ground, layout: Layout, labels: list[int], columns: list[int]) -> tuple[str, str]:
    """The headings of the rows and of the columns: "Outcome / Year" names both, in either order."""
    if not labels:
        return "", ""
    text = layout.heading(labels[-1])
    if not text.strip():
        return asked_openly(ground, layout, labels[-1]), ""
    first, second = corner(text)
    if not second or hint_kind(ground, text) == "variable":
        return text, ""
    over = [layout.grid.slot(row, c).piece for row in layout.header[-1:] for c in columns]
    dated = read_axis(ground, over).kind == "period"
    swapped = dated and hint_kind(ground, first) == "period" and hint_kind(ground, second) != "period"
    return (second, first) if swapped else (first, second)


def read_heads(
    ground: Ground, layout: Layout, columns: list[int], hint: str
) -> tuple[tuple[Axis, ...], dict[int, RowMeaning]]:
    """What stands over each figure column, all levels of headings together."""
    axes: list[Axis] = []
    said: dict[int, list[Meaning]] = {column: [] for column in columns}
    for row in layout.header:
        pieces = heads_at(layout, row, columns)
        axis = _without_lone_words(read_axis(ground, pieces, hint))
        axes.append(axis)
        hint = _years_end(pieces) or _announced(ground, axis) or hint
        for column, meaning in zip(columns, axis.labels, strict=True):
            said[column].append(meaning)
    tops = {c: RowMeaning(_top(ground, said[c]), places_of(said[c], "heading")) for c in columns}
    return tuple(axes), tops


def _piece(slot: Slot) -> Piece | None:
    return None if slot.blank else slot.piece


def heads_at(layout: Layout, row: int, columns: list[int]) -> list[Piece | None]:
    """One level of headings; above the lowest, a blank takes the heading to its left, as a merged cell would."""
    pieces = [_piece(layout.grid.slot(row, column)) for column in columns]
    if row == layout.header[-1] or not pieces or pieces[0] is None or None not in pieces:
        return pieces
    starts = [index for index, piece in enumerate(pieces) if piece is not None]
    length = max((after - before for before, after in pairwise(starts)), default=len(pieces))
    nearest = [max(start for start in starts if start <= index) for index in range(len(pieces))]
    return [pieces[at] if index - at < length else None for index, at in enumerate(nearest)]


def _without_lone_words(axis: Axis) -> Axis:
    """A level of one heading that nobody knows breaks nothing down: it leaves the measure in doubt instead."""
    heads = {meaning.piece.text for meaning in axis.labels if meaning.piece is not None and not meaning.total}
    if axis.kind != "unknown" or len(heads) > 1:
        return axis
    return replace(axis, labels=tuple(replace(m, where=()) for m in axis.labels))


def _years_end(pieces: list[Piece | None]) -> str:
    """The one day on which a level of headings says that the years below it end: "in year to 31 March"."""
    said = {year_end(piece.text) for piece in pieces if piece is not None} - {""}
    return said.pop() if len(said) == 1 else ""


def _announced(ground: Ground, axis: Axis) -> str:
    """The variable that a level of headings announces for the level below it."""
    names = {meaning.names for meaning in axis.labels if meaning.names}
    if len(names) != 1:
        return ""
    name = names.pop()
    return "year" if name == "period" else ground.context.codebook.variable(name).label


def _top(ground: Ground, said: list[Meaning]) -> Meaning:
    total = next((meaning.total for meaning in said if meaning.total), "")
    return replace(combine(ground, *said), total=total)


def _figures(
    ground: Ground,
    layout: Layout,
    row: int,
    said: RowMeaning,
    tops: dict[int, RowMeaning],
    stand_ins: dict[int, list[int]],
) -> Iterator[Figure]:
    for column, top in tops.items():
        slot = layout.grid.slot(row, column)
        if (slot.cell is not None and not slot.first) or _is_elsewhere(layout, slot, stand_ins):
            continue
        piece = slot.piece if slot.piece is not None else _hole_piece(said, top)
        if piece is not None and slot.says.kind == "list":
            yield from _listed(ground, slot, piece, said, top)
        elif piece is not None and (
            slot.says.kind not in ("text", "hidden", "date")
            or _is_garbled(ground, slot)
            or is_unreadable(layout, slot, list(tops))
        ):
            figure = _figure(ground, slot, piece, said, top)
            if figure.meaning.percent and _is_count_beside(layout, slot, tops):
                counted = figure.meaning.measure or "#"
                figure = replace(figure, meaning=replace(figure.meaning, percent=False, measure=counted))
            yield figure


def _stand_ins(layout: Layout, columns: list[int]) -> dict[int, list[int]]:
    """For each column of figures those that stand in for it: the reader saw one column as two.

    The two never have a figure in one row, and one of them has no heading.
    """
    grid = layout.grid
    rows = {c: {row for row in layout.data if grid.slot(row, c).says.is_figure} for c in columns}
    headed = {c: bool(layout.heading(c).strip()) for c in columns}
    return {
        one: [c for c in columns if headed[c] is not headed[one] and rows[c].isdisjoint(rows[one])]
        for one in columns
    }


def _is_elsewhere(layout: Layout, slot: Slot, stand_ins: dict[int, list[int]]) -> bool:
    """True for a blank whose figure stands in a column that stands in for its own."""
    others = stand_ins.get(slot.column, []) if slot.blank else []
    return any(layout.grid.slot(slot.row, c).says.is_figure for c in others)


def _is_garbled(ground: Ground, slot: Slot) -> bool:
    """True for what should be a number: letters that were recognised ("a" for 4), a slip of the keys ("l2")."""
    spans, text = slot.piece.spans if slot.piece is not None else (), slot.text.strip()
    recognised = any(ground.parts[span.part].layer == "ocr" for span in spans)
    slip = any(letter.isdigit() for letter in text) and text.isalnum() and len(text) <= 2 * GARBLED
    return slot.says.kind == "text" and (slip or (recognised and len(text) <= GARBLED))


def is_unreadable(layout: Layout, slot: Slot, columns: Sequence[int]) -> bool:
    """True for an error, a date, or words ("8 + 2", "see note") where a figure should stand, in a row of others.

    Left out, its row would be none, silently.
    """
    if slot.says.kind not in ("text", "date"):
        return False
    beside = (layout.grid.slot(slot.row, column).says for column in columns if column != slot.column)
    is_error = slot.cell is not None and slot.cell.kind == "error"
    numbered = any(map(str.isdigit, slot.text)) and len(layout.grid.filled(slot.row)) > 1
    return is_error or numbered or any(said.is_figure for said in beside)


def _hole_piece(said: RowMeaning, top: RowMeaning) -> Piece | None:
    """The place of an absent cell: that of its row's label."""
    near = dict(said.places).get("row") or dict(top.places).get("heading")
    return replace(near, text="", runs=()) if near else None


def _figure(ground: Ground, slot: Slot, piece: Piece, said: RowMeaning, top: RowMeaning) -> Figure:
    meaning = combine(ground, top.meaning, said.meaning)
    return Figure(
        slot.row, slot.column, piece, slot.says, meaning, None,
        whole_row=bool(top.meaning.total), whole_column=bool(said.meaning.total),
        unknown=is_unknown(meaning), labels=(*top.places, *said.places),
    )  # fmt: skip


def _is_count_beside(layout: Layout, slot: Slot, tops: dict[int, RowMeaning]) -> bool:
    """True for the count under one heading for both, "No. Per cent" or "n (%)": the share has its sign."""
    head = dict(tops[slot.column].places).get("heading")
    if head is None or slot.says.kind != "number" or not COUNT_WORDS & set(normalise(head.text).split()):
        return False
    under = [column for column, top in tops.items() if dict(top.places).get("heading", head) == head]
    return "%" in slot.text or any(layout.grid.slot(slot.row, c).says.kind == "percent" for c in under)


def _listed(ground: Ground, slot: Slot, piece: Piece, said: RowMeaning, top: RowMeaning) -> Iterator[Figure]:
    """A figure for each entry of a cell that holds a list."""
    found = items(piece)
    axis = read_axis(ground, [item.words for item in found])
    whole = _figure(ground, slot, piece, said, top)
    for number, (item, meaning) in enumerate(zip(found, axis.labels, strict=True)):
        both = combine(ground, whole.meaning, meaning)
        labels = (*whole.labels, *places_of([meaning], "entry"))
        told = Says("number", item.number)
        yield replace(
            whole, piece=item.count, says=told, meaning=both, unknown=is_unknown(both), labels=labels, item=number
        )


def _settled(figures: list[Figure]) -> tuple[Figure, ...]:
    """A "total" with nothing beside it to add up is no total: a single column headed "Total" holds the values."""
    columns = all(f.whole_row for f in figures)
    rows = all(f.whole_column for f in figures)
    dated = _year_by_year(figures)
    return tuple(
        replace(
            f, whole_row=f.whole_row and not columns, whole_column=f.whole_column and not (rows or f.row in dated)
        )
        for f in figures
    )


def _year_by_year(figures: list[Figure]) -> set[int]:
    """The rows of "Total complaints in 2020", "in 2021" ...: each the only one of its period, so no total."""
    totals = {f.row: f.meaning.period for f in figures if f.whole_column and f.meaning.period is not None}
    others = {f.meaning.period for f in figures if not f.whole_column and f.meaning.period is not None}
    once = {
        row for row, when in totals.items()
        if list(totals.values()).count(when) == 1 and not any(other.inside(when) for other in others)
    }  # fmt: skip
    return once if len(once) > 1 else set()
