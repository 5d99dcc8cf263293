"""Forms: label, value and perhaps the numbers of line and cell, line by line. Each line is its own measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from foidesk.model.codebook import Measure
from foidesk.model.codec import digest
from foidesk.model.observations import Observation
from foidesk.model.places import Locator, SheetPlace, TextPlace
from foidesk.model.values import Missing, Value
from foidesk.words.normal import normalise
from foidesk.words.periods import period_in

from ..basis.found import Found, Mark, together
from ..basis.ground import Ground
from ..basis.measure import value_of
from ..figures import acceptance as rules
from ..figures.choices import confirm, under
from ..figures.grid import Slot
from .tables import TableRead

LEAST_MEASURES = 3
LEAST_NUMBERS = 6
LONG = 5
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\*.*$")
_LEAD = re.compile(r"^\W*(?:\d{1,3}[.)]?\s+)?\W*")
_REST = frozenset("in during at for of the year years annual total to end as on over".split())
_FORM = "form"
Sure = Mapping[str, set[str]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a form that the survey asks for: its measure, label and value cells."""

    measure: Measure
    label: Slot
    values: tuple[Slot, ...]


def as_forms(ground: Ground, tables: list[TableRead]) -> list[TableRead]:
    """The tables of a document that is a form, as lines; other documents' tables as they are."""
    asked = {line.measure.id for read in tables for line in lines(ground, read, frozenset())}
    if len(asked) < LEAST_MEASURES:
        return tables
    return [
        read if _known(read) else replace(read, kind=_FORM, cross=None, cases=None, checks=()) for read in tables
    ]


def _known(read: TableRead) -> bool:
    """True for a table that the survey's variables explain: it is what it was read as."""
    if read.kind == "cases":
        return read.cases is not None and bool(read.cases.variables)
    if read.cross is None:
        return False
    figures = read.cross.figures
    named = [
        one.meaning.period for one in figures if one.meaning.period and one.meaning.measure not in (None, "", "#")
    ]
    by_year = len(set(named)) > 1 and len(named) * 2 > len(figures)  # our measures down, years across
    return by_year or (read.cross.known and bool(read.cross.variables))


def forms_found(ground: Ground, tables: Sequence[TableRead]) -> Found:
    """What the forms of a document say; numbers of lines and cells are explained."""
    forms = [read for read in tables if read.kind == _FORM]
    numbering = numbered_columns(forms)
    sure = _sure(ground, forms, numbering)
    return together(_form(ground, read, numbering, sure) for read in forms)


def _form(ground: Ground, read: TableRead, numbering: frozenset[tuple[str, int]], sure: Sure) -> Found:
    codes = [
        slot for row in read.layout.grid.rows for slot in row if slot.first and _place(read, slot) in numbering
    ]
    marks = tuple(Mark(span, "form cell number") for slot in codes if slot.piece for span in slot.piece.spans)
    told = together(_line(ground, read, line, sure) for line in lines(ground, read, numbering))
    return _confirmed(ground, read, told) + Found(marks=marks)


def _sure(ground: Ground, forms: Sequence[TableRead], numbering: frozenset[tuple[str, int]]) -> Sure:
    """The values of each measure that stand alone in their line."""
    held: dict[str, set[str]] = {}
    for read in forms:
        for line in lines(ground, read, numbering):
            told = _timely(ground, read, line)
            if len(told) == 1 and isinstance(read.table.place, SheetPlace | TextPlace):
                held.setdefault(line.measure.id, set()).add(told[0].text)
    return held


# ---------------------------------------------------------------- lines


def lines(ground: Ground, read: TableRead, numbering: frozenset[tuple[str, int]]) -> Iterator[Line]:
    """The lines whose label names a measure of the survey, each with the cells that may hold its value."""
    for row in read.layout.grid.rows:
        label = next((slot for slot in row if slot.says.kind == "text" and slot.first), None)
        measure = _named(ground, label.text) if label is not None else None
        if label is None or measure is None:
            continue
        right = [s for s in row if s.first and s.column > label.column and _place(read, s) not in numbering]
        held = tuple(s for s in right if s.says.is_figure or s.says.kind in ("nil", "year"))
        if held:
            yield Line(measure, label, held)


def _named(ground: Ground, text: str) -> Measure | None:
    """The one measure that a label is: its words, and nothing else but brackets, a period, "in the year"."""
    return ground.memo.get(("form label", text), lambda: _name(ground, text))


def _name(ground: Ground, text: str) -> Measure | None:
    window = ground.context.period
    plain = _LEAD.sub("", " ".join(text.split()))
    if any(s.period is not None and window and not s.period.overlaps(window) for s in period_in(plain)):
        return None
    label = _words(_BRACKETS.sub(" ", plain))
    found = {m.id: m for m in ground.measures for noun in (m.label, *m.nouns) if _is(label, _words(noun))}
    return next(iter(found.values())) if len(found) == 1 else None


def _words(text: str) -> list[str]:
    return normalise(text).split()


def _is(label: list[str], noun: list[str]) -> bool:
    """True if label and noun begin alike, and the longer goes on with nothing but the time it is of.

    A noun of many words is enough by itself: the label may go on with an explanation.
    """
    shared = min(len(label), len(noun))
    if shared < min(3, len(noun)) or label[:shared] != noun[:shared]:
        return False
    if LONG <= len(noun) < len(label):
        return True
    rest = [*label[shared:], *noun[shared:]]
    return all(word in _REST or word in _MONTHS or any(c.isdigit() for c in word) for word in rest)


_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)

# ---------------------------------------------------------------- values


def _timely(ground: Ground, read: TableRead, line: Line) -> list[Slot]:
    """The one value of a line, or those whose headings are of the days asked for."""
    told = [s for s in line.values if len(line.values) == 1 or _in_time(ground, read, s)]
    signed = [s for s in told if s.says.kind == "money"] if line.measure.type == "money" else []
    return signed or told


def _line(ground: Ground, read: TableRead, line: Line, sure: Sure) -> Found:
    """The statement of a line. Of several values each is open, unless another line gives one of them by itself."""
    told = _timely(ground, read, line)
    typed = isinstance(read.table.place, SheetPlace | TextPlace) and len(told) == 1
    if not typed and any(slot.text in sure.get(line.measure.id, ()) for slot in line.values):
        return Found()
    rule = rules.TYPED.name if typed else ""
    valued = [(slot, _value(slot, line.measure)) for slot in told or line.values if slot.piece is not None]
    made = [
        (slot, _observation(ground, read, line, slot, value, rule)) for slot, value in valued if value is not None
    ]
    marks = tuple(
        Mark(span, o.id, read=True) for slot, o in made if slot.piece and not isinstance(o.value, Missing)
        for span in slot.piece.spans
    )  # fmt: skip
    return Found(tuple(o for _, o in made), marks=marks)


def _value(slot: Slot, measure: Measure) -> Value | None:
    if slot.says.kind == "nil":
        zero = slot.says.nil is not None and slot.says.nil.meanings == ("zero",)
        return None if zero else Missing("not stated", words=slot.text)
    return value_of(slot.says, measure)


def _observation(
    ground: Ground, read: TableRead, line: Line, slot: Slot, value: Value, accepted_by: str
) -> Observation:
    assert slot.piece is not None and line.label.piece is not None
    label = ground.locator(line.label.piece)
    return Observation(
        digest(ground.document, read.table.name, slot.row, slot.column, line.measure.id), ground.context.body,
        ground.document, line.measure.id, value, "cell", {}, None, table=read.table.name, row=slot.row,
        places={"value": ground.locator(slot.piece), "row": label, "unit": label}, accepted_by=accepted_by,
    )  # fmt: skip


def _confirmed(ground: Ground, read: TableRead, found: Found) -> Found:
    """The statements, those that no rule accepted under one question for the table."""
    waiting = [o for o in found.observations if not o.accepted_by]
    if not waiting:
        return found
    place = Locator(ground.document, read.table.place, "")
    names = "; ".join(dict.fromkeys(o.places["row"].quote for o in waiting))
    question = f"Do these lines of {read.table.name} give what was asked for? {names[:200]}"
    choice = confirm(ground, question, waiting, (place, *(o.places["value"] for o in waiting)))
    rest = [o for o in found.observations if o.accepted_by]
    return replace(found, observations=(*rest, *under(ground, waiting, choice)), choices=(choice,))


def _in_time(ground: Ground, read: TableRead, slot: Slot) -> bool:
    """False for a column headed by a period outside the days asked for: next year's estimate."""
    window = ground.context.period
    heads = [read.layout.grid.slot(row, slot.column).text for row in range(slot.row)]
    seen = [one.period for text in heads if text for one in period_in(text) if one.period is not None]
    return window is None or not seen or seen[-1].overlaps(window)


# ---------------------------------------------------------------- numbers of lines and cells


def numbered_columns(forms: Sequence[TableRead]) -> frozenset[tuple[str, int]]:
    """The columns of sheets, as (sheet, column), whose whole numbers count up from line to line."""
    seen: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for read in forms:
        for slot in (s for row in read.layout.grid.rows for s in row if s.first):
            place = slot.cell.place if slot.cell is not None else None
            exact = slot.says.exact
            if isinstance(place, SheetPlace) and exact is not None and exact == int(exact):
                seen.setdefault((place.sheet, place.column), []).append((place.row, int(exact)))
    return frozenset(key for key, held in seen.items() if _counts_up([value for _, value in sorted(held)]))


def _counts_up(values: list[int]) -> bool:
    """True for a long rising run in which most steps are of one."""
    steps = [after - before for before, after in pairwise(values)]
    return len(values) >= LEAST_NUMBERS and min(steps) > 0 and 2 * steps.count(1) > len(steps)


def _place(read: TableRead, slot: Slot) -> tuple[str, int]:
    place = slot.cell.place if slot.cell is not None else None
    return (place.sheet, place.column) if isinstance(place, SheetPlace) else ("", -1)
