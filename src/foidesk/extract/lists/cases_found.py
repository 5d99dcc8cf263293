"""The statements of a list of cases: one observation for each row, its checks, and what was joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.model.codec import digest
from foidesk.model.issues import Issue
from foidesk.model.observations import Footing, Observation
from foidesk.model.places import Locator, SheetPlace, TextPlace
from foidesk.model.reading import Table

from ..basis.found import Found, Mark, together
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen, amount, or_more, value_of
from ..figures import acceptance as rules
from ..figures.choices import confirm, one_of, under
from ..figures.grid import Slot
from ..tables.agree import Key, sum_key
from ..tables.cases import TWO, Case, Cases
from ..tables.tables import TableRead
from ..tables.unknown_kinds import listed_kinds, rows_of_others
from .case_amounts import amounts_found
from .case_repeats import repeats, told_again, word_for_word
from .case_sums import sums_found
from .case_voids import said_void, voids

MOST = 0.7
UNPAID = 0.1


@dataclass(frozen=True, slots=True)
class Proof:
    """What speaks for the rows of a list: the rule that accepts them all, or by period."""

    whole: str
    agreeing: frozenset[Key]

    def listed(self, case: Case) -> str:
        """The rule that accepts what the row says, whatever the rows are counted as."""
        return "" if case.doubt else self.whole

    def rule(self, case: Case, seen: MeasureSeen) -> str:
        if not seen.supported or case.doubt:
            return ""
        return self.listed(case) or (
            rules.AGREES.name if sum_key(seen.measure.id, case.period) in self.agreeing else ""
        )


def cases_found(
    ground: Ground, read: TableRead, agreeing: frozenset[Key], above: Sequence[Observation] = ()
) -> Found:
    """All that a list of cases gave."""
    cases, seen = read.cases, read.seen
    if cases is None or seen is None:
        return Found()
    proof = Proof(_whole_rule(ground, read, cases), agreeing)
    again = repeats(read.layout, cases, seen.measure)
    void = voids(ground, read, cases)
    apart = [case for case in cases.cases if case.row in void]
    others = rows_of_others(ground, read, cases, seen.measure)
    unsure = replace(proof, whole="", agreeing=frozenset())
    rows = together(
        _case(ground, read, case, seen, unsure if case.row in others else proof)
        for case in cases.cases
        if case.row not in {*again, *void}
    )
    rows += said_void(ground, read, void, apart, [_observation(ground, read, c, seen, "") for c in apart])
    same = word_for_word(read.layout, again) - void.keys()
    listed = {
        case.row: "" if case.row in {*void, *same} or not _is_paid_inside(ground, case) else proof.listed(case)
        for case in (*cases.cases, *cases.further)
    }
    sums = amounts_found(ground, read, listed)
    twice = [one for one in sums.observations if one.row in same and not one.choice and not one.accepted_by]
    made = [_observation(ground, read, c, seen, "") for c in cases.cases if c.row in again - void.keys()]
    rows += told_again(ground, read, made, twice)
    kept = tuple(one for one in sums.observations if one not in twice)
    rows += _outside(ground, read, cases, replace(sums, observations=kept))
    rows += Found(issues=tuple(_further(ground, read, cases)))
    totals = together(_total(ground, read, slot, seen, cases, rows.observations) for slot in cases.totals)
    totals += sums_found(ground, read, rows.observations, above)
    rows = replace(rows, observations=tuple(o for o in rows.observations if not _is_mere_row(o, seen)))
    return _asked(ground, read, rows) + totals + Found(issues=_oddities(ground, read, cases))


def _is_mere_row(o: Observation, seen: MeasureSeen) -> bool:
    """True for a row that is no figure of what is measured: in a list of sums it is neither a pound nor a day.

    A row whose sum is not known is one: "0 or more".
    """
    is_one = o.amount is not None and o.amount.is_exact
    return seen.measure.type != "count" and is_one and o.places["value"] == o.places.get("row")


def _further(ground: Ground, read: TableRead, cases: Cases) -> Iterator[Issue]:
    """Says which rows were taken for further sums of the case above."""
    if cases.further:
        yield Issue(
            "row-continued", "note",
            f"{len(cases.further)} row(s) of {read.table.name} hold a further sum of the row above; "
            "they were not counted as cases.",
            ground.where(read.table.place), "Look whether each belongs to the case above.",
            tuple(ground.locator(case.piece) for case in cases.further[:20]), body=ground.context.body,
            key=f"{read.table.name} sums",
        )  # fmt: skip


def _outside(ground: Ground, read: TableRead, cases: Cases, sums: Found) -> Found:
    """The sums, those paid outside the days asked for under one question."""
    late = {case.row for case in (*cases.cases, *cases.further) if not _is_paid_inside(ground, case)}
    held = [o for o in sums.observations if o.row in late and not o.accepted_by and not o.choice]
    if not held:
        return sums
    many = "1 sum" if len(held) == 1 else f"{len(held)} sums"
    question = (
        f"{many} of {read.table.name} came outside the days asked for, for cases inside them. Do they count?"
    )
    choice = confirm(ground, question, held, tuple(one.places["value"] for one in held[:12]))
    ids = {one.id for one in held}
    rest = tuple(o for o in sums.observations if o.id not in ids)
    return replace(sums, observations=(*rest, *under(ground, held, choice)), choices=(*sums.choices, choice))


def _is_paid_inside(ground: Ground, case: Case) -> bool:
    """False for sums of a case that were paid outside the days asked for."""
    window = ground.context.period
    return case.paid is None or window is None or case.paid.inside(window)


# ---------------------------------------------------------------- acceptance


def _whole_rule(ground: Ground, read: TableRead, cases: Cases) -> str:
    """The rule that accepts every row of the list, or ""."""
    if cases.stray or any(case.doubt == TWO for case in cases.cases):
        return ""
    if rejoined(read.table) or not (cases.variables or _paid(read, cases)):
        return _numbered(read)
    ocr = any(ground.parts[name].layer == "ocr" for name in read.table.parts)
    if isinstance(read.table.place, SheetPlace | TextPlace) and not ocr:
        return rules.TYPED.name
    numbered = _numbered(read)
    if numbered and not ocr:
        return numbered
    printed = {slot.says.exact for slot in cases.totals}
    if printed == {Decimal(len(cases.cases))}:
        return rules.COUNTED_ROWS.name
    return rules.ROWS.name if not ocr and _filled_alike(read, cases) else ""


def _paid(read: TableRead, cases: Cases) -> bool:
    """True if every row holds a sum, or nearly every one, and the others a reference of their own."""
    empty = {case.row for case in cases.cases if not case.amounts}
    if not empty or len(empty) > UNPAID * len(cases.cases):
        return not empty
    column = next((c for c in read.layout.columns("id") if read.layout.heading(c).strip()), None)
    if column is None:
        return False
    named = {case.row: read.layout.grid.slot(case.row, column) for case in cases.cases}
    times = Counter(slot.text for slot in named.values())
    return all(slot.first and not slot.blank for slot in named.values()) and all(
        times[named[row].text] == 1 for row in empty
    )


def rejoined(table: Table) -> bool:
    """True if the reader put parts of a row together; a head printed again over each page changes no row."""
    return any("repeats the head" not in words for words in table.repaired)


def _numbered(read: TableRead) -> str:
    """The rule for rows that the body numbered itself, from 1 without a gap."""
    column = next(iter(read.layout.columns("row number")), None)
    if column is None or read.cases is None:
        return ""
    numbers = [read.layout.grid.slot(case.row, column).says.exact for case in read.cases.cases]
    return rules.NUMBERED_ROWS.name if numbers == [Decimal(n + 1) for n in range(len(numbers))] else ""


def _filled_alike(read: TableRead, cases: Cases) -> bool:
    """True if every row fills most of the columns that rows fill: then no row can be half of another."""
    grid = read.layout.grid
    rows = [case.row for case in cases.cases]
    filled = {row: {slot.column for slot in grid.filled(row)} for row in rows}
    usual = {c for c in range(grid.width) if sum(c in held for held in filled.values()) >= MOST * len(rows)}
    return (
        not cases.joined
        and bool(usual)
        and all(len(held & usual) >= MOST * len(usual) for held in filled.values())
    )


# ---------------------------------------------------------------- rows


def _case(ground: Ground, read: TableRead, case: Case, seen: MeasureSeen, proof: Proof) -> Found:
    rule = proof.rule(case, seen)
    made = _observation(ground, read, case, seen, rule)
    marks = tuple(Mark(span, made.id, read=True) for span in case.multiplier.spans) if case.multiplier else ()
    return Found((made,), marks=marks)


def _observation(ground: Ground, read: TableRead, case: Case, seen: MeasureSeen, rule: str) -> Observation:
    places = {"value": ground.locator(case.multiplier or case.piece)}
    places |= {name: ground.locator(piece) for name, piece in case.places if name != "row"}
    places["row"] = ground.locator(case.piece)
    if seen.piece is not None:
        places["unit"] = ground.locator(seen.piece)
    measure, several = seen.measure, case.doubt == TWO
    return Observation(
        digest(ground.document, read.table.name, case.row, measure.id), ground.context.body, ground.document,
        measure.id, or_more(1, measure) if several else amount(case.count, measure), "case row",
        dict(case.where), case.period, ">=" if several else "=",
        table=read.table.name, row=case.row, places=places, accepted_by=rule,
    )  # fmt: skip


def _asked(ground: Ground, read: TableRead, found: Found) -> Found:
    """The rows that no rule accepted, under one question for the list."""
    waiting = [o for o in found.observations if not o.accepted_by and not o.choice]
    if not waiting:
        return found
    measure = ground.context.codebook.measure(waiting[0].measure)
    question = (
        f"Does each row of {read.table.name} stand for {one_of(measure)}?"
        if measure.type == "count"
        else f"Is each of these figures of {read.table.name} {one_of(measure)}, as read?"
    )
    place = Locator(ground.document, read.table.place, read.table.caption[:120])
    choice = confirm(ground, question, waiting, (place, *(o.places["row"] for o in waiting[:11])))
    ids = {o.id for o in waiting}
    rest = tuple(o for o in found.observations if o.id not in ids)
    return replace(found, observations=(*rest, *under(ground, waiting, choice)), choices=(*found.choices, choice))


# ---------------------------------------------------------------- checks


def _total(
    ground: Ground, read: TableRead, slot: Slot, seen: MeasureSeen, cases: Cases, rows: Sequence[Observation]
) -> Found:
    """The printed total of the list beside the number of its rows."""
    value = value_of(slot.says, seen.measure)
    if value is None or slot.piece is None:
        return Found()
    counted = sum(case.count for case in cases.cases)
    holds = slot.says.exact == counted
    made = Observation(
        digest(ground.document, read.table.name, slot.row, slot.column, seen.measure.id), ground.context.body,
        ground.document, seen.measure.id, value, "total", table=read.table.name, row=slot.row,
        places={"value": ground.locator(slot.piece)}, accepted_by=rules.FOOTS.name if holds else "",
    )  # fmt: skip
    ids = tuple(o.id for o in rows if o.measure == seen.measure.id)
    footing = Footing(made.id, ids, slot.text, f"{counted:,}", holds, f"{read.table.name}, number of rows")
    marks = tuple(Mark(span, made.id, read=True) for span in slot.piece.spans)
    return Found((made,), (footing,), issues=() if holds else (_differs(ground, slot, footing),), marks=marks)


def _differs(ground: Ground, slot: Slot, footing: Footing) -> Issue:
    assert slot.piece is not None
    return Issue(
        "total-differs", "warning", f"The printed total is {footing.printed}; the list has {footing.summed} rows.",
        ground.where(slot.piece.place), "Look for a row that was cut, joined or counted twice.",
        (ground.locator(slot.piece),), body=ground.context.body, key=footing.total,
    )  # fmt: skip


def _oddities(ground: Ground, read: TableRead, cases: Cases) -> tuple[Issue, ...]:
    return (
        *_undated(ground, read, cases),
        *_paid_elsewhen(ground, read, cases),
        *_joined(ground, read, cases),
        *_gap(ground, read),
        *_doubts(ground, cases),
        *listed_kinds(ground, read, cases),
    )


def _undated(ground: Ground, read: TableRead, cases: Cases) -> tuple[Issue, ...]:
    if not cases.undated:
        return ()
    heads = " / ".join(f"“{read.layout.heading(column)}”" for column in read.layout.columns("period"))
    return (Issue(
        "dates-differ", "warning", f"{read.table.name} dates its rows by {heads}; none was taken.",
        ground.where(read.table.place), "Ask which date decides, or whether all rows lie in the period asked for.",
        body=ground.context.body, key=read.table.name,
    ),)  # fmt: skip


def _paid_elsewhen(ground: Ground, read: TableRead, cases: Cases) -> tuple[Issue, ...]:
    """Says of which rows the sums were paid in another year than the one they are listed under."""
    paid = [case for case in (*cases.cases, *cases.further) if case.paid is not None and case.amounts]
    if not paid:
        return ()
    return (Issue(
        "paid-in-other-years", "warning",
        f"{len(paid)} row(s) of {read.table.name} were paid in another year than that of “"
        f"{' / '.join(read.layout.heading(column) for column in cases.periods)}”: their sums are in no year.",
        ground.where(read.table.place), "Decide which year the sums count for, and enter them there.",
        tuple(ground.locator(case.piece) for case in paid[:12]), body=ground.context.body, key=read.table.name,
    ),)  # fmt: skip


def _joined(ground: Ground, read: TableRead, cases: Cases) -> tuple[Issue, ...]:
    if not cases.joined:
        return ()
    pieces = [slot.piece for _, row in cases.joined for slot in read.layout.grid.filled(row) if slot.piece]
    return (Issue(
        "row-continued", "note",
        f"{len(cases.joined)} row(s) of {read.table.name} only go on with the words of the row above; "
        "they were not counted as cases.",
        ground.where(read.table.place), "Look whether each is part of the case above.",
        tuple(ground.locator(piece) for piece in pieces[:20]), body=ground.context.body, key=read.table.name,
    ),)  # fmt: skip


def _gap(ground: Ground, read: TableRead) -> tuple[Issue, ...]:
    """Row numbers that do not run through: a row may be missing or cut."""
    grid, layout = read.layout.grid, read.layout
    for column in layout.columns("row number", "id"):
        numbers = [
            (row, grid.slot(row, column)) for row in layout.data if grid.slot(row, column).says.exact is not None
        ]
        values = [int(slot.says.exact or 0) for _, slot in numbers]
        breaks = [i for i, value in enumerate(values) if value != (values[i - 1] + 1 if i else 1)]
        mostly = layout.natures[column] == "row number" or len(breaks) <= max(1, len(values) // 10)
        if mostly and breaks and len(values) > 1:
            at = numbers[breaks[0]][1]
            assert at.piece is not None
            return (_gap_issue(ground, read, at, values, breaks[0]),)
    return ()


def _gap_issue(ground: Ground, read: TableRead, at: Slot, values: list[int], index: int) -> Issue:
    assert at.piece is not None
    return Issue(
        "row-numbers-broken", "warning",
        f"The row numbers of {read.table.name} go from {values[index - 1] if index else 0} to {values[index]}.",
        ground.where(at.piece.place), "Look for a row that is missing, cut or printed twice.",
        (ground.locator(at.piece),), body=ground.context.body, key=read.table.name,
    )  # fmt: skip


def _doubts(ground: Ground, cases: Cases) -> tuple[Issue, ...]:
    return tuple(
        Issue(
            "row-unclear", "warning", f"One row of a list cannot be counted: {case.doubt}.",
            ground.where(case.piece.place), "Confirm the row or take it out.", (ground.locator(case.piece),),
            body=ground.context.body, key=str(case.row),
        )
        for case in cases.cases if case.doubt
    )  # fmt: skip
