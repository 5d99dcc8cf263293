"""What makes the figures of a cross doubtful: columns or rows that nothing tells apart, other bodies, stocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from foidesk.model.periods import Period
from foidesk.words.normal import normalise

from ..basis.ground import Ground
from ..basis.pieces import Piece
from ..basis.plain import PLAIN
from ..basis.terms import total_word
from ..figures.figures import Figure
from ..figures.grid import Slot
from ..figures.headings import read_axis
from ..figures.hints import hint_kind
from ..figures.references import is_reference
from ..layout.carried_sums import is_carried
from ..layout.layout import Layout
from .cross import heads_at
from .footing import Check
from .strange_total import nameless
from .tables import TableRead

Key = tuple[int, int, int]
_STOCK = re.compile(
    r"\b(?:open|outstanding|pending|live|ongoing|carried (?:forward|over)|in (?:progress|hand|post)|backlog)\b"
    r"[^.\n]{0,30}\b(?:at|as of|on|am|zum)\b",
    re.IGNORECASE,
)
_GENERAL = frozenset("total overall case matter incident kind type amount sum cost payment value".split())
"""Words in the names of measures that say nothing of what is asked about."""
_NAMELESS = 3
"""Of so many rows without words of their own, or fewer, one is the sum of the others by chance."""
_ALL_OF = re.compile(r"\w\s*[(\[]\s*(?:all|total|combined|overall|gesamt|alle)\s*[)\]]\s*$", re.IGNORECASE)
LEAST_COLUMNS = 2
"""In so many columns, no row is the sum of its neighbours by chance."""
_NUMBERED_TIME = re.compile(
    r"\b(?:week|month|quarter|period|term|day|year|woche|monat|quartal|jahr)\b", re.IGNORECASE
)


def doubtful(ground: Ground, read: TableRead) -> bool:
    """True if nothing tells two columns of figures apart: one number may have been cut in two, or given twice."""
    figures = [f for f in read.figures if not (f.meaning.percent or f.is_share)]
    columns = {f.column for f in figures}
    headed = any(read.layout.heading(column).strip() for column in columns)
    apart = len(columns) < 2 or (headed and not _told_twice(figures))
    vague = _rows_alike(figures) or _vaguely_dated(ground, read.layout, figures) or _is_stock(ground, read)
    vague = vague or any(_is_carried(one) for one in figures) or _half_headed(ground, read.layout, columns)
    vague = vague or _is_of_cases(read.layout)
    return not apart or vague or _tells_of_others(ground, figures) or _one_is_ours(ground, figures)


def _is_of_cases(layout: Layout) -> bool:
    """True for rows with references and dates of their own: nobody knows whether "Adults 2" is one case or two."""
    dated = [c for c in range(layout.grid.width) if _mostly(layout, c, lambda slot: slot.says.kind == "date")]
    named = [c for c in layout.naming if _mostly(layout, c, lambda slot: is_reference(slot.text))]
    return bool(dated and named) and len(layout.data) >= _NAMELESS


def _mostly(layout: Layout, column: int, is_so: Callable[[Slot], bool]) -> bool:
    slots = [slot for slot in layout.grid.column(column, layout.data) if not slot.blank]
    return bool(slots) and sum(map(is_so, slots)) > len(slots) / 2


def _one_is_ours(ground: Ground, figures: Sequence[Figure]) -> bool:
    """True for complaints by service ("Trees", "Waste") with their total, where trees were asked about."""
    cells = [f for f in figures if not f.is_total]
    kinds = [{w.phrase for name, w in f.meaning.where if name.startswith("?")} for f in cells]
    if len(cells) == len(figures) or not all(kinds):
        return False
    every, asked = set().union(*kinds), subjects(ground)
    ours = {phrase for phrase in every if set(normalise(phrase).split()) & asked}
    return bool(ours) and ours < every


def subjects(ground: Ground) -> set[str]:
    """The words that say of what the survey asks: of "complaints about trees" the trees."""
    names = {normalise(name) for one in ground.measures for name in (one.label, *one.nouns)}
    units = {word for one in ground.measures for word in normalise(one.unit).split()}
    return {word for name in names for word in name.split()} - units - PLAIN - _GENERAL


def repeated(layout: Layout, figures: Sequence[Figure]) -> frozenset[Key]:
    """The figures of rows with one and the same label, or none, and nothing else to tell them apart."""
    if layout.columns("id", "row number", "period"):
        return frozenset()
    return _unlabelled(figures) | _same_labels(figures)


def _unlabelled(figures: Sequence[Figure]) -> frozenset[Key]:
    """The figures of rows without a label among rows with one, if no total: nothing says that they are of all."""
    plain = [f for f in figures if not (f.is_total or f.says.is_hole or f.meaning.percent)]
    named = {f.row for f in plain if any(part == "row" and piece.text.strip() for part, piece in f.labels)}
    bare = [f for f in plain if f.row not in named and not _row_said(f)]
    return frozenset(f.key for f in bare) if named else frozenset()


def _row_said(figure: Figure) -> bool:
    """True if the row says something of the figure by other labels than its heading."""
    heading = dict(figure.labels).get("heading")
    return any(part != "heading" and piece != heading and piece.text.strip() for part, piece in figure.labels)


def _same_labels(figures: Sequence[Figure]) -> frozenset[Key]:
    seen: dict[tuple[object, ...], list[Figure]] = {}
    for one in (f for f in figures if not (f.is_total or f.says.is_hole or f.meaning.percent)):
        row = " ".join(piece.text.strip() for part, piece in one.labels if part == "row")
        if row.strip():
            seen.setdefault((one.column, normalise(row), one.seen, _plain(one)), []).append(one)
    return frozenset(f.key for same in seen.values() if len({f.row for f in same}) > 1 for f in same)


def _vaguely_dated(ground: Ground, layout: Layout, figures: Sequence[Figure]) -> bool:
    """True for a heading such as "Last year", which names no days, and for weeks "1", "2", "3"."""
    undated = [one for one in figures if not (one.meaning.period or one.is_total)]
    heads = {piece.text for one in undated for part, piece in one.labels if part == "heading"}
    numbered = (layout.heading(column) for column in layout.columns("row number") if undated)
    return any(hint_kind(ground, text) == "period" for text in heads) or any(map(_NUMBERED_TIME.search, numbered))


def _half_headed(ground: Ground, layout: Layout, columns: set[int]) -> bool:
    """True if a year (or a kind) stands over some columns only, in cells not merged, and may stand over others.

    "2021" over the middle of "Men, Women, Other" is over all three, as a person sees; the cells do not say so.
    """
    grid, order = layout.grid, sorted(columns)
    for above, row in pairwise(layout.header):
        level = heads_at(layout, above, order)
        own = [grid.slot(above, c) for c in order]
        said = [not meaning.is_empty and not meaning.unknown for meaning in read_axis(ground, level).labels]
        below = [grid.slot(row, c).text for c in order]
        over = [told and bool(text) for told, text in zip(said, below, strict=True)]
        bare = [
            slot.cell is None or slot.blank for slot, piece, text in zip(own, level, below, strict=True)
            if piece is None and text and not total_word(text)
        ]  # fmt: skip
        if any(over) and any(bare) and all(slot.width == 1 for slot in own if not slot.blank):
            return True
    return False


def _is_carried(figure: Figure) -> bool:
    """True for a sum carried over from rows that are not in this table, or that do not add to it."""
    label = dict(figure.labels).get("row")
    return label is not None and is_carried(label.text)


def hidden_totals(figures: Sequence[Figure]) -> frozenset[Key]:
    """The figures of a row in words nobody knows that is, in every column, the sum of all others or all above it.

    So of some rows right above or right below it, in two columns or more ("Persons" over "Adult" and "Child"), and
    of a column in every row: "Received | Upheld | Not upheld". Whether it is one more kind is open; the others
    stand.
    """
    told = [f for f in figures if not f.meaning.percent]
    rows = _hidden([(f, f.column, f.row) for f in told], "row")
    columns = _hidden([(f, f.row, f.column) for f in told], "heading")
    return frozenset(f.key for f in told if f.row in rows or f.column in columns)


def _hidden(placed: Sequence[tuple[Figure, int, int]], label: str) -> set[int]:
    lines: dict[int, dict[int, Decimal]] = {}
    for one, line, at in placed:
        if not one.is_total and one.says.exact is not None:
            lines.setdefault(line, {})[at] = one.says.exact
    strange = {at for f, _, at in placed if is_strange(f, label)}
    all_of = (
        {at for f, _, at in placed if at in strange and _is_all_of(f, label)}
        if len(strange) < len({at for _, _, at in placed})
        else set()
    )
    if label == "row" and len({at for _, _, at in placed}) > _NAMELESS:
        strange |= nameless([f for f, _, _ in placed])
    whole = all_of | {at for at in strange if lines and all(_sums_up(at, held) for held in lines.values())}
    return whole | {at for at in strange - whole if _sums_up_beside(at, list(lines.values()))}


def _is_all_of(figure: Figure, label: str) -> bool:
    """True for "Persons (all)": some of the other kinds taken together."""
    piece = dict(figure.labels).get("row" if label == "row" else "heading")
    return piece is not None and _ALL_OF.search(piece.text) is not None


def _sums_up_beside(at: int, lines: list[dict[int, Decimal]]) -> bool:
    """True if two rows or more right above it, or right below it, add up to the row, in two columns or more."""
    held = [line for line in lines if at in line]
    told = [line for line in held if line[at] > 0]
    if len(told) < LEAST_COLUMNS or len(held) < len(lines):
        return False
    rows = sorted({one for line in held for one in line})
    place = rows.index(at)
    above, below = rows[:place][::-1], rows[place + 1 :]
    runs = (side[:length] for side in (above, below) for length in range(2, len(side) + 1))
    return any(all(line[at] == sum(line.get(one, Decimal(0)) for one in run) for line in held) for run in runs)


def is_strange(figure: Figure, label: str) -> bool:
    """True for words nobody knows that stand in the label itself, be it of the row or the heading."""
    places = dict(figure.labels)
    names = [name for name, said in figure.meaning.where if not said.categories]
    return any((places.get(f"where:{name}") == places.get("heading")) is (label == "heading") for name in names)


def never_added(figures: Sequence[Figure], checks: Sequence[Check]) -> frozenset[Key]:
    """The figures under two or more headings in words nobody knows, where no total adds one heading to another.

    "Fires | Hectares burnt" may each add up to its own total: nothing says that both count what was asked.
    """
    strange = [f for f in figures if is_strange(f, "heading") and not f.meaning.percent]
    added = {f.key for check in checks if check.line == "row" for f in check.parts}
    if len({f.column for f in strange}) < 2:
        return frozenset()
    return frozenset(f.key for f in strange if f.key not in added)


def _sums_up(row: int, held: dict[int, Decimal]) -> bool:
    others = [number for at, number in held.items() if at != row]
    above = [number for at, number in held.items() if at < row]
    return row in held and any(len(some) > 1 and held[row] == sum(some) > 0 for some in (others, above))


def _is_stock(ground: Ground, read: TableRead) -> bool:
    """True for what there was on certain days, by the words over the table: such figures never add up."""
    dates = {f.meaning.period for f in read.figures if f.meaning.period and not f.is_total}
    if len(dates) > 1 and _same_day_each_year(dates):
        return True
    return len(dates) > 1 and any(_STOCK.search(piece.text) for piece in _words_over(ground, read))


def _same_day_each_year(dates: set[Period]) -> bool:
    """True for "31/12/2022", "31/12/2023": what there was at the end of each year, not what happened then."""
    days = {(one.start.month, one.start.day) for one in dates}
    return len(days) == 1 and all(one.kind == "day" for one in dates)


def _words_over(ground: Ground, read: TableRead) -> Iterator[Piece]:
    grid = read.layout.grid
    yield from (
        slot.piece for row in (*read.layout.titles, *read.layout.header) for slot in grid.filled(row) if slot.piece
    )
    caption = ground.caption_piece(grid.table)
    yield from (caption,) if caption else ()


def _rows_alike(figures: Sequence[Figure]) -> bool:
    """True if no label was understood of two rows: "open at start of year" and "received in year" must not add."""
    rows: dict[int, set[int]] = {}
    for one in figures:
        if not (one.is_total or one.meaning.where or one.meaning.period or one.says.is_hole):
            rows.setdefault(one.column, set()).add(one.row)
    labelled = any(part == "row" and piece.text.strip() for one in figures for part, piece in one.labels)
    return labelled and any(len(some) > 1 for some in rows.values())


def _tells_of_others(ground: Ground, figures: Sequence[Figure]) -> bool:
    """True if one row is of the body itself, so that the others are of other bodies."""
    ours = {normalise(name) for name in ground.context.body_names}
    named = {normalise(said.phrase) for one in figures for _, said in one.meaning.where if not said.categories}
    return bool(ours & named) and bool(named - ours)


def _told_twice(figures: Sequence[Figure]) -> bool:
    """True if two columns say the same of one row: "Cases 2011" and "Cases 2011", "Cases" and "Last year"."""
    seen: dict[tuple[object, ...], int] = {}
    for one in (each for each in figures if not each.is_total):
        told = (one.row, one.seen.measure.id if one.seen else "", _plain(one))
        if seen.setdefault(told, one.column) != one.column:
            return True
    return False


def _plain(figure: Figure) -> tuple[object, ...]:
    said = figure.meaning
    where = tuple(sorted((name, one.categories, one.phrase) for name, one in said.where))
    return where, said.period, said.total
