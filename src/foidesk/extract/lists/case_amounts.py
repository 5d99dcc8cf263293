"""The figures of a list of cases: money paid, days off; what several columns of one measure are together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import cast

from foidesk.model.codec import digest
from foidesk.model.observations import Choice, Observation, Option
from foidesk.model.places import Locator
from foidesk.model.values import Value

from ..basis.found import Found, Mark, together
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen, value_of
from ..figures.acceptance import PERSON
from ..figures.choices import choice_id
from ..figures.grid import Slot
from ..figures.marked_out import marked_out
from ..layout.kinds import column_measure, in_unit_of_column
from ..tables.cases import Case
from ..tables.tables import TableRead

ALL = "all of them"
_UNTOLD = re.compile(
    r"t\.?b\.?[acd]\.?|to be (?:confirmed|advised|agreed|decided|determined|assessed)|not (?:yet )?"
    r"(?:known|agreed|settled|available|recorded|decided|determined|disclosed|provided|released|given|stated)|exempt(?:ed)?|n/?k|"
    r"(?:sum |amount |figure )?(?:unknown|undisclosed|unavailable|confidential|withheld|redacted|unrecorded|"
    r"pending)|"
    r"(?:see|refer to) (?:the )?(?:note|comment|remark|below|above|letter|covering letter)s?(?: below| above)?|"
    r"(?:sum |amount )?(?:still )?(?:outstanding|awaited|in dispute|under (?:review|appeal|negotiation))|"
    r"unbekannt|nicht bekannt|noch offen|vertraulich|geschwärzt",
    re.IGNORECASE,
)
"""Words in the place of a sum that there is, or may be, and that nobody tells."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure of a row: its column, its statement and where it stands."""

    column: int
    made: Observation
    slot: Slot


def amounts_found(ground: Ground, read: TableRead, rules: dict[int, str]) -> Found:
    """The figures of all rows; `rules` gives the rule that accepts each row, by its index."""
    cases = (*read.cases.cases, *read.cases.further) if read.cases is not None else ()
    made = [one for case in cases for slot in case.amounts for one in _amount(ground, read, case, slot, rules)]
    plain, several = _apart(made)
    measures = dict.fromkeys(one.made.measure for one in plain)
    told = together(_asked_row(ground, read, some) for some in several)
    unread = Found(tuple(_unread(ground, read, made, rules)))
    parts = (_of_measure(ground, read, [a for a in plain if a.made.measure == id]) for id in measures)
    return told + unread + together(parts)


def _unread(ground: Ground, read: TableRead, made: list[Amount], rules: dict[int, str]) -> Iterator[Observation]:
    """Cells of a column of figures that nobody reads ("je 50 €", "TBC", an error): any sum, so no total is exact.

    Their numbers stay open. In a column that counts, a cell that says nothing is as unknown: a blank is no nought.
    """
    read_at = {(one.made.row, one.column) for one in made}
    first = {one.column: one.made for one in reversed(made)}
    counted = {
        column for column, one in first.items() if ground.context.codebook.measure(one.measure).type == "count"
    }
    for case in read.cases.cases if read.cases is not None else ():
        for slot in (*case.amounts, *_silent(read, case, counted, set(first))):
            if slot.column not in first or (case.row, slot.column) in read_at:
                continue
            if not (slot.column in counted or _may_hide_a_sum(slot)):
                continue
            like, piece = first[slot.column], slot.piece or case.piece
            measure = ground.context.codebook.measure(like.measure)
            yield replace(
                like, id=digest(like.id, "unread", case.row), where=dict(case.where), period=case.period,
                value=cast(Value, measure.amount(Decimal(0), None, measure.unit)), relation=">=", row=case.row,
                places={"value": ground.locator(piece), "row": ground.locator(case.piece)},
                accepted_by=rules.get(case.row, "") if like.accepted_by else "",
            )  # fmt: skip


def _may_hide_a_sum(slot: Slot) -> bool:
    """True for a cell whose sum is not told: a formula or an error without one, digits, "TBC" and the like."""
    cell = slot.cell
    if cell is not None and (cell.kind == "error" or (slot.blank and cell.formula)):
        return True
    return any(map(str.isdigit, slot.text)) or _UNTOLD.fullmatch(slot.text.strip(" .()[]*")) is not None


def _silent(read: TableRead, case: Case, counted: set[int], figures: set[int]) -> Iterator[Slot]:
    """The blank cells of the row in columns that count, and formulas without a result in columns of figures."""
    slots = (read.layout.grid.slot(case.row, column) for column in sorted(figures))
    return (s for s in slots if s.blank and (s.column in counted or (s.cell is not None and s.cell.formula)))


def _amount(ground: Ground, read: TableRead, case: Case, slot: Slot, rules: dict[int, str]) -> Iterator[Amount]:
    seen = column_measure(ground, read.layout, slot.column, slot.says)
    slot = in_unit_of_column(read.layout, slot, seen)
    value = value_of(slot.says, seen.measure) if seen is not None else None
    if seen is None or value is None or slot.piece is None:
        return
    rule = rules.get(case.row, "") if seen.supported and not marked_out(ground, slot.piece) else ""
    made = Observation(
        identity(ground, read, case, slot, seen), ground.context.body,
        ground.document, seen.measure.id, value, "case row", dict(case.where), None if case.paid else case.period,
        table=read.table.name, row=case.row, accepted_by=rule,
        places={"value": ground.locator(slot.piece), "row": ground.locator(case.piece)},
    )  # fmt: skip
    yield Amount(slot.column, made, slot)


def _apart(made: list[Amount]) -> tuple[list[Amount], list[list[Amount]]]:
    """The figures that stand alone in their cell, and those of each cell that holds several."""
    cells: dict[tuple[int, int], list[Amount]] = {}
    for one in made:
        cells.setdefault((one.made.row, one.column), []).append(one)
    return [some[0] for some in cells.values() if len(some) == 1], [
        some for some in cells.values() if len(some) > 1
    ]


def _asked_row(ground: Ground, read: TableRead, made: list[Amount]) -> Found:
    """One question for a cell that tells several sums: which was paid, or all of them?"""
    unit = ground.context.codebook.measure(made[0].made.measure).unit
    question = f"A row of {read.table.name} tells several sums of {unit}: which one was paid?"
    places = tuple(one.made.places["value"] for one in made)
    id = choice_id("reading", question, places)
    held = [_under(ground, replace(one.made, id=digest(one.made.id, n)), id, f"{n}: {one.slot.piece.text}")
            for n, one in enumerate(made, 1) if one.slot.piece]  # fmt: skip
    added = [
        _under(ground, replace(one.made, id=digest(one.made.id, ALL, n)), id, ALL) for n, one in enumerate(made)
    ]
    options = [Option(o.option, f"“{o.places['value'].quote}”", (o.id,)) for o in held]
    options.append(Option(ALL, "All of them together", tuple(o.id for o in added)))
    choice = Choice(id, "reading", question, tuple(options), ground.context.body, places, weight=1)
    answer = ground.context.answers.get(id, "")
    marks = tuple(Mark(s, one.made.id, read=True) for one in made if one.slot.piece for s in one.slot.piece.spans)
    return Found(tuple(o for o in (*held, *added) if answer in ("", o.option)), choices=(choice,), marks=marks)


def identity(ground: Ground, read: TableRead, case: Case, slot: Slot, seen: MeasureSeen) -> str:
    return digest(ground.document, read.table.name, case.row, slot.column, seen.measure.id)


# ---------------------------------------------------------------- several columns of one measure


def _of_measure(ground: Ground, read: TableRead, made: list[Amount]) -> Found:
    """The figures of one measure: all columns, the first of columns that say the same, or a question which."""
    columns = sorted({one.column for one in made})
    if len(columns) == 1 or _complement(made):
        return together(_read(one) for one in made)
    if _say_the_same(made, columns):
        return together(_read(one) if one.column == columns[0] else _repeated(one) for one in made)
    return _asked(ground, read, made, columns)


def _read(one: Amount) -> Found:
    spans = one.slot.piece.spans if one.slot.piece else ()
    return Found((one.made,), marks=tuple(Mark(span, one.made.id, read=True) for span in spans))


def _repeated(one: Amount) -> Found:
    spans = one.slot.piece.spans if one.slot.piece else ()
    return Found(marks=tuple(Mark(span, "repeated column") for span in spans))


def _by_row(made: list[Amount]) -> dict[int, dict[int, Decimal | None]]:
    rows: dict[int, dict[int, Decimal | None]] = {}
    for one in made:
        amount = one.made.amount
        exact = amount.lo if amount is not None and amount.is_exact else None
        rows.setdefault(one.made.row, {})[one.column] = exact
    return rows


def _complement(made: list[Amount]) -> bool:
    """True if each row gives a sum in one column and nought in the others: a judgment, or a settlement.

    A row in ten may give two, if they differ and each column is the only one that pays somewhere.
    """
    rows = list(_by_row(made).values())
    paying = [[column for column, value in row.items() if value != 0] for row in rows]
    meeting = [row for row, paid in zip(rows, paying, strict=True) if len(paid) > 1]
    if not meeting:
        return True
    alone = {paid[0] for paid in paying if len(paid) == 1}
    differ = all(len(set(row.values())) == len(row) for row in meeting)
    return differ and len(meeting) <= len(rows) / 10 and alone == {one.column for one in made}


def _say_the_same(made: list[Amount], columns: list[int]) -> bool:
    """True if every row gives the same sum in every column."""
    rows = _by_row(made).values()
    return all(
        len(row) == len(columns) and len(set(row.values())) == 1 and None not in row.values() for row in rows
    )


def _mostly_the_same(made: list[Amount]) -> bool:
    """True if the columns repeat one another in most rows that pay: then they are no parts of a sum."""
    paying = [row for row in _by_row(made).values() if any(row.values())]
    same = [row for row in paying if len(row) > 1 and len(set(row.values())) == 1]
    return 2 * len(same) > len(paying)


def _asked(ground: Ground, read: TableRead, made: list[Amount], columns: list[int]) -> Found:
    """One question for the table: which column gives the sum, or do they add?"""
    unit = ground.context.codebook.measure(made[0].made.measure).unit
    heads = {column: read.layout.heading(column) or f"column {column + 1}" for column in columns}
    question = f"Several columns of {read.table.name} give {unit}: which one is the sum, or do they add?"
    place = Locator(ground.document, read.table.place, read.table.caption[:120])
    id = choice_id("reading", question, (place, *(one.made.places["value"] for one in made[:11])))
    held = {str(column): [_under(ground, one.made, id, heads[column]) for one in made if one.column == column]
            for column in columns}  # fmt: skip
    added = [_under(ground, replace(one.made, id=digest(one.made.id, ALL)), id, ALL) for one in made]
    options = [
        Option(heads[column], f"“{heads[column]}”", tuple(o.id for o in held[str(column)])) for column in columns
    ]
    if _mostly_the_same(made):
        added = []
    else:
        options.append(Option(ALL, "They add up: all of them", tuple(o.id for o in added)))
    choice = Choice(
        id, "reading", question, tuple(options), ground.context.body,
        (place, *(one.made.places["value"] for one in made[:11])), weight=len(made),
    )  # fmt: skip
    answer = ground.context.answers.get(id, "")
    every = [o for some in (*held.values(), added) for o in some if answer in ("", o.option)]
    marks = tuple(
        Mark(span, one.made.id, read=True) for one in made if one.slot.piece for span in one.slot.piece.spans
    )
    return Found(tuple(every), choices=(choice,), marks=marks)


def _under(ground: Ground, made: Observation, choice: str, option: str) -> Observation:
    answered = ground.context.answers.get(choice, "")
    return replace(made, choice=choice, option=option, accepted_by=PERSON.name if answered else "")
