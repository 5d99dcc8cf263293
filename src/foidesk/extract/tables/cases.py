"""A list of cases: each row is one, unless a multiplier says that it stands for several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from foidesk.model.observations import OneOf, Where
from foidesk.model.periods import Period
from foidesk.words.periods import dates
from foidesk.words.small_numbers import few

from ..basis.ground import Ground
from ..basis.pieces import Piece, joined
from ..basis.says import says
from ..basis.terms import total_word
from ..figures.figures import combine
from ..figures.grid import Slot
from ..figures.marked_out import STRUCK, marked_out
from ..figures.meaning import Meaning
from ..layout.kinds import column_variable
from ..layout.labels import places_of, section_meanings
from ..layout.layout import Layout
from ..layout.noted_rows import corrected_by_note
from ..layout.over import table_over
from ..layout.ticked import is_yes, ticked
from .case_dates import CaseDates, case_dates
from .case_words import amount_in_words
from .nameless_rows import LOOSE, doubtful_rows, loose_sums, unnamed_sums

_MULTIPLE = re.compile(rf"^\s*(\d{{1,4}}|{few()})\s*[x×]\s*(?=\S)", re.IGNORECASE)
_MULTIPLE_BEHIND = re.compile(
    r"(?<=\w)\s*(?:\(\s*[x×]\s*(?=\d+\s*\))|\s[x×]\s*)(\d{1,4})\s*\)?\s*$", re.IGNORECASE
)
_VOID = re.compile(
    r"\W*(?:void(?:ed)?|cancell?ed|duplicate|(?:entered|recorded|logged|created|raised) in error|error|"
    r"not an? (?:case|complaint|incident|claim|allegation|request)|test (?:record|entry|case)|"
    r"storniert|irrtümlich|doppelt)\b",
    re.IGNORECASE,
)
Ticks = dict[int, tuple[str, OneOf]]
SOON, LONG_AGO = 10, 50
TWO = "it seems to hold two cases run together"


@dataclass(frozen=True, slots=True)
class Case:
    """One row of a list: its attributes, its period, and how many cases it stands for.

    `amounts` are the figures of columns that hold another measure (money paid). `total` is set for a printed
    total, which counts rows instead of being one. `paid` is when the sums were paid, if in another year.
    """

    row: int
    piece: Piece
    where: tuple[tuple[str, Where], ...]
    period: Period | None
    count: int
    places: tuple[tuple[str, Piece], ...]
    amounts: tuple[Slot, ...] = ()
    multiplier: Piece | None = None
    doubt: str = ""
    paid: Period | None = None


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of a table, its printed totals of rows, and what was joined or left on the way.

    `undated` is true where columns of dates differ and none is known to be the one asked for; `stray` if one of
    these dates lies outside the days asked for. `sums` are the printed sums of the rows' figures. `further` are
    rows with further sums of the case above, which are no cases themselves.
    """

    cases: tuple[Case, ...]
    variables: tuple[tuple[int, str], ...]
    totals: tuple[Slot, ...] = ()
    joined: tuple[tuple[int, int], ...] = ()
    periods: tuple[int, ...] = field(default=())
    undated: bool = False
    stray: bool = False
    sums: tuple[Slot, ...] = ()
    further: tuple[Case, ...] = ()


def read_cases(ground: Ground, layout: Layout) -> Cases:
    """The cases of a table whose columns are variables."""
    variables = {c: v for c in layout.columns("text") if (v := column_variable(ground, layout, c))}
    ticks = {c: said for c, said in ticked(ground, layout).items() if said[0] not in variables.values()}
    periods = case_dates(ground, layout)
    totals = [slot for row in layout.data if (slot := _total_in(layout, row)) is not None]
    apart = {*_sum_rows(layout), *(row for row in layout.data if _is_label_of_total(layout, row))}
    loose = {*loose_sums(layout, [row for row in layout.data if row in apart], list(variables))}
    apart -= loose
    rows = [row for row in case_rows(layout, variables) if row not in apart]
    telling = (*variables, *ticks, *layout.columns("period"))
    apart |= (sums := {*unnamed_sums(layout, rows, telling)})
    rows = [row for row in rows if row not in sums]
    unsure = doubtful_rows(layout, rows, telling)
    told = amount_in_words(ground, layout)
    again = _paid_again(layout, rows, variables, periods)
    whole, joined = _continued(layout, [row for row in rows if row not in again], variables)
    told_in = (*variables.items(), *((column, said[0]) for column, said in ticks.items()))
    sections = section_meanings(ground, layout, set(layout.rows("lone")) - set(rows))
    over = table_over(ground, layout, frozenset(variable for _, variable in told_in), bool(periods.columns))
    cases = [_case(ground, layout, row, variables, ticks, periods, sections.get(row, over)) for row in whole]
    cases = [replace(case, doubt=case.doubt or unsure.get(case.row, "")) for case in cases]
    if told is not None:
        cases = [replace(case, amounts=told.slots(layout, case.row)) for case in cases]
    return Cases(
        tuple(cases), told_in, tuple(totals), tuple(joined), periods.columns, periods.open,
        periods.open and not _all_inside(ground, layout), _sums(layout, apart),
        _further(ground, layout, cases, again, periods, loose),
    )  # fmt: skip


def _paid_again(layout: Layout, rows: list[int], variables: dict[int, str], dates: CaseDates) -> dict[int, int]:
    """The rows that hold a further sum of the case above: no reference, no attribute, no date of it.

    In a list in which most rows have a reference of their own, "| | | 7 Jan 2019 | $250.00" is a second payment.
    """
    ids = [column for column in layout.naming if column not in variables]
    told = {*variables, *dates.columns}
    named = [row for row in rows if any(not layout.grid.slot(row, c).blank for c in ids)]
    if not ids or not told or 2 * len(named) <= len(rows):
        return {}
    again: dict[int, int] = {}
    for row in rows:
        filled = {slot.column for slot in layout.grid.filled(row)}
        above = [one for one in named if one < row]
        if above and not filled & {*ids, *told} and filled & set(layout.columns("figures")):
            again[row] = above[-1]
    return again


def _further(
    ground: Ground, layout: Layout, cases: Sequence[Case], again: dict[int, int], dates: CaseDates, loose: set[int]
) -> tuple[Case, ...]:
    """The further sums, each as of the case above; in doubt where nothing but the sum stands in the row."""
    above = {case.row: case for case in cases}
    return tuple(
        replace(
            above[first], row=row, piece=_row_piece(layout, row), amounts=_amounts(layout, row), count=0,
            multiplier=None, doubt=above[first].doubt or (LOOSE if row in loose else ""),
            paid=dates.pays_elsewhen(ground, layout, row, above[first].period),
        )
        for row, first in again.items() if first in above
    )  # fmt: skip


def case_rows(layout: Layout, variables: dict[int, str]) -> list[int]:
    """The rows that can be cases: those with several cells, and those with one that is an attribute."""
    lone = [row for row in layout.rows("lone") if _is_attribute(layout, row, variables)]
    told = [row for row in layout.rows("answer") if len(layout.grid.filled(row)) > 2]
    return sorted((*layout.data, *lone, *told))


def _is_attribute(layout: Layout, row: int, variables: dict[int, str]) -> bool:
    """True for a lone cell that a case may consist of; in the first column a number, or a known category."""
    slot = layout.grid.filled(row)[0]
    if slot.column > 0 or layout.natures[slot.column] in ("row number", "id"):
        return slot.width == 1
    known = variables.get(0)
    return known is not None and layout.grid.ground.matchers[known].knows(slot.text)


# ---------------------------------------------------------------- rows that are no cases


def _total_in(layout: Layout, row: int) -> Slot | None:
    """The number of a row that prints the total of the list."""
    filled = layout.grid.filled(row)
    if not _is_label_of_total(layout, row):
        return None
    sums = layout.columns("figures")
    numbers = [slot for slot in filled if slot.says.exact is not None and slot.column not in sums]
    return numbers[-1] if len(numbers) == 1 else None


def _sum_rows(layout: Layout) -> list[int]:
    """Rows that hold nothing but figures, or words over them: a sum without a label, or a label for it."""
    figures = set(layout.columns("figures"))
    filled = {row: layout.grid.filled(row) for row in layout.data}
    full = any(len(slots) > 1 for slots in filled.values())
    bare = [row for row, slots in filled.items() if full and slots and {s.column for s in slots} <= figures]
    return sorted({*bare, *_unnamed_sums(layout, bare)})


def _unnamed_sums(layout: Layout, sums: Sequence[int]) -> list[int]:
    """The last row, where it has no reference or date, one word at most, and adds up the figures of all above."""
    ids = layout.columns("id", "row number")
    rows = [row for row in layout.data if row not in sums]
    *above, last = rows or [-1]
    slots = [slot for slot in layout.grid.filled(last) if slot.first] if above else []
    told = [slot for slot in slots if slot.column in layout.columns("figures") and slot.says.exact is not None]
    others = [slot for slot in slots if slot not in told]
    dated = any(slot.column in layout.columns("period") or slot.column in ids for slot in others)
    named = [row for row in above if any(not layout.grid.slot(row, column).blank for column in ids)]
    if len(above) < 2 or len(named) < len(above) or not ids or dated or not told or len(others) > 1:
        return []
    return [last] if all(_adds_up(layout, slot, above) for slot in told) else []


def _adds_up(layout: Layout, slot: Slot, above: Sequence[int]) -> bool:
    """True if a figure is the sum of two or more in the rows above it."""
    exact = [layout.grid.slot(row, slot.column).says.exact for row in above]
    parts = [one for one in exact if one]
    return len(parts) > 1 and sum(parts) == slot.says.exact


def _sums(layout: Layout, rows: set[int]) -> tuple[Slot, ...]:
    """The figures of the rows that print sums."""
    return tuple(
        slot for row in sorted(rows) for column in layout.columns("figures")
        if (slot := layout.grid.slot(row, column)).first and slot.says.exact is not None
    )  # fmt: skip


def _all_inside(ground: Ground, layout: Layout) -> bool:
    """True if no date of the list lies outside the days asked for, whichever column of dates counts."""
    window = ground.context.period
    if window is None:
        return True
    slots = [layout.grid.slot(row, c) for row in layout.data for c in layout.columns("period")]
    days = [day for slot in slots for seen in dates(slot.text) for day in seen.readings]
    return all(window.start <= day < window.end for day in days)


def _is_label_of_total(layout: Layout, row: int) -> bool:
    """True for a row that holds a word for the total, at most one number, and the sums of its figures."""
    sums = layout.columns("figures")
    filled = [slot for slot in layout.grid.filled(row) if slot.column not in sums]
    return 0 < len(filled) <= 2 and any(total_word(slot.text) for slot in filled)


def _continued(
    layout: Layout, rows: list[int], variables: dict[int, str]
) -> tuple[list[int], list[tuple[int, int]]]:
    """The rows that begin a case, and the pairs (case, row) of those that only continue the words of one."""
    keys = layout.columns("id", "row number", "period")
    whole: list[int] = []
    joined: list[tuple[int, int]] = []
    for row in rows:
        if whole and keys and _only_continues(layout, row, keys, variables):
            joined.append((whole[-1], row))
        else:
            whole.append(row)
    return whole, joined


def _only_continues(layout: Layout, row: int, keys: list[int], variables: dict[int, str]) -> bool:
    """True for a row without id and date whose only words stand in one column of free words."""
    filled = layout.grid.filled(row)
    if any(slot.column in keys for slot in filled):
        return False
    return len(filled) == 1 and filled[0].column not in variables and len(layout.columns("text")) > 1


# ---------------------------------------------------------------- one case


def _case(
    ground: Ground,
    layout: Layout,
    row: int,
    variables: dict[int, str],
    ticks: Ticks,
    periods: CaseDates,
    section: Meaning | None,
) -> Case:
    said = [m for c, v in variables.items() if (m := _attribute(ground, layout.grid.slot(row, c), v)) is not None]
    said += [(meaning, None) for meaning in _ticked(layout, row, ticks)]
    when = periods.period(ground, layout, row)
    told = corrected_by_note(ground, layout, row, [m for m, _ in said])
    both = combine(ground, *([section] if section else []), *told, *([when] if when else []))
    counts = [(m.piece, n) for m, n in said if n is not None]
    count, multiplier, doubt = _count(counts)
    if _holds_two(ground, layout, row, variables):
        doubt = TWO
    doubt = (
        doubt or _struck(layout, row, variables) or _marked_out(ground, layout, row) or _far(ground, both.period)
    )
    return Case(
        row, _row_piece(layout, row), both.where, both.period, count,
        _places([section, *[m for m, _ in said], when]), _amounts(layout, row), multiplier, doubt,
        periods.pays_elsewhen(ground, layout, row, both.period),
    )  # fmt: skip


def _ticked(layout: Layout, row: int, ticks: Ticks) -> Iterator[Meaning]:
    """What the ticks of a row say: of several for one variable, one of these."""
    for variable in dict.fromkeys(name for name, _ in ticks.values()):
        yes = [
            (c, where)
            for c, (name, where) in ticks.items()
            if name == variable and is_yes(layout.grid.slot(row, c))
        ]
        if yes:
            ids = tuple(id for _, where in yes for id in where.categories)
            phrase = " / ".join(layout.heading(column) for column, _ in yes)
            yield Meaning(layout.grid.slot(row, yes[0][0]).piece, ((variable, OneOf(ids, phrase)),))


def _holds_two(ground: Ground, layout: Layout, row: int, variables: dict[int, str]) -> bool:
    """True if two cells each name two categories, and none a single one: two rows of the page run together."""
    cells = [(layout.grid.slot(row, column), ground.matchers[name]) for column, name in variables.items()]
    unknown = [(slot.text, known) for slot, known in cells if not slot.blank and not known.knows(slot.text)]
    doubled = [text for text, known in unknown if len([h for h in known.find(text) if not h.negated]) > 1]
    return len(doubled) > 1


def _struck(layout: Layout, row: int, variables: dict[int, str]) -> str:
    """Why a row may be no case: a short cell beside what the survey asks for calls it void."""
    cells = (slot.text for slot in layout.grid.filled(row) if slot.column not in variables)
    words = next((text for text in cells if len(text.split()) < 6 and _VOID.match(text)), "")
    return f"it is called “{' '.join(words.split())}”" if words else ""


def _far(ground: Ground, when: Period | None) -> str:
    """Why the date of a row may be mistyped: it lies many years from all that was asked about ("01/03/2202")."""
    window = ground.context.period
    years = (when.start.year - window.end.year, window.start.year - when.start.year) if when and window else (0, 0)
    return "its date may be mistyped" if years[0] > SOON or years[1] > LONG_AGO else ""


def _marked_out(ground: Ground, layout: Layout, row: int) -> str:
    """Why a row may be no case: some of it is struck through."""
    struck = any(marked_out(ground, slot.piece) == STRUCK for slot in layout.grid.filled(row))
    return "some of it is struck through" if struck else ""


def _count(counts: list[tuple[Piece | None, int]]) -> tuple[int, Piece | None, str]:
    """How many cases a row stands for: what its only multiplier says, else one."""
    if not counts:
        return 1, None, ""
    numbers = {number for _, number in counts}
    doubt = "" if len(numbers) == 1 else "the row holds several multipliers that differ"
    return counts[0][1], counts[0][0], doubt


def _attribute(ground: Ground, slot: Slot, variable: str) -> tuple[Meaning, int | None] | None:
    """What a cell says of a variable; None for an empty cell, which is *not stated*."""
    if slot.blank or slot.piece is None:
        return None
    if slot.says.kind == "nil" and not ground.matchers[variable].knows(slot.text):
        return None
    words, times = _times(slot.text)
    where: Where = ground.matchers[variable].match(words) or OneOf((), words)
    return Meaning(slot.piece, ((variable, where),)), times


def _times(text: str) -> tuple[str, int | None]:
    """The words of "2 x PC" or "PC x 2", and how many they stand for."""
    before, behind = _MULTIPLE.match(text), _MULTIPLE_BEHIND.search(text)
    if before is not None:
        number, words = says(before[1]).exact, text[before.end() :]
    elif behind is not None:
        number, words = says(behind[1]).exact, text[: behind.start()]
    else:
        return text, None
    return words, int(number) if number is not None else None


def _amounts(layout: Layout, row: int) -> tuple[Slot, ...]:
    return tuple(s for c in layout.columns("figures") if (s := layout.grid.slot(row, c)).first and not s.blank)


def _row_piece(layout: Layout, row: int) -> Piece:
    """The words of the whole row: what stands for "one case"."""
    return joined([slot.piece for slot in layout.grid.filled(row) if slot.piece is not None])


def _places(said: list[Meaning | None]) -> tuple[tuple[str, Piece], ...]:
    return places_of([meaning for meaning in said if meaning is not None], "row")
