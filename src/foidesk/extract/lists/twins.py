"""Lists of cases that a reply gives twice: counted once, unless a person says that they are different cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from foidesk.model.issues import Issue
from foidesk.model.observations import Choice, Observation, Option
from foidesk.model.places import Locator

from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..figures.acceptance import PERSON
from ..figures.choices import choice_id
from ..figures.grid import Slot
from ..tables.tables import TableRead

SAME, MORE = "same", "more"
ALIKE = 0.8
LEAST = 3


def once(ground: Ground, tables: Sequence[TableRead], found: Found) -> Found:
    """The statements with each list that repeats an earlier one put under a choice."""
    lists = [read for read in tables if read.cases is not None and len(read.cases.cases) >= LEAST]
    for index, read in enumerate(lists):
        first = next((other for other in lists[:index] if _alike(other, read)), None)
        if first is not None:
            found = (
                _left_out(first, read, found, ground) if _same(first, read) else _asked(ground, first, read, found)
            )
            continue
        whole = next((other for other in lists if other is not read and _lists_again(read, other)), None)
        if whole is not None:
            found = _cases_again(whole, read, found, ground)
    return found


def _lists_again(part: TableRead, whole: TableRead) -> bool:
    """True if each row of the one names, by its reference, a case of the longer other, which has it once."""
    mine, theirs = _references(part), _references(whole)
    once_each = len(set(theirs)) == len(theirs) and len(set(mine)) == len(mine)
    counted = part.seen is not None and whole.seen is not None and part.seen.measure == whole.seen.measure
    return LEAST <= len(mine) < len(theirs) and once_each and counted and set(mine) <= set(theirs)


def _references(read: TableRead) -> list[str]:
    """The references of a list's cases; [] where a row has none, or several columns may hold it."""
    columns = read.layout.columns("id")
    rows = [case.row for case in read.cases.cases] if read.cases else []
    told = [read.layout.grid.slot(row, columns[0]).text.casefold() for row in rows] if len(columns) == 1 else []
    return told if all(any(letter.isdigit() for letter in text) for text in told) else []


def _cases_again(whole: TableRead, part: TableRead, found: Found, ground: Ground) -> Found:
    """Without the cases of a list that another holds among others; what else it says of them stands."""
    measure = part.seen.measure.id if part.seen is not None else ""
    gone = {
        o.id for o in found.observations
        if o.table == part.table.name and o.role == "case row" and o.measure == measure
    }  # fmt: skip
    kept = tuple(o for o in found.observations if o.id not in gone)
    marks = tuple(Mark(m.span, "repeated list") if m.name in gone else m for m in found.marks)
    issue = Issue(
        "cases-listed-again", "note",
        f"All {len(gone)} cases of {part.table.name} stand in {whole.table.name} too, by their references; "
        "they count once.",
        ground.where(part.table.place), "Nothing, unless the references name different cases.",
        (Locator(ground.document, part.table.place, part.table.caption[:80]),),
        body=ground.context.body, key=part.table.name,
    )  # fmt: skip
    return replace(found, observations=kept, marks=marks, issues=(*found.issues, issue))


def _same(one: TableRead, other: TableRead) -> bool:
    """True for the same rows, each with a reference of its own: without one, two cases may well read alike."""
    marked = bool(one.layout.columns("id")) and max(_rows(one).values()) == 1
    return marked and _rows(one) == _rows(other)


def _left_out(first: TableRead, second: TableRead, found: Found, ground: Ground) -> Found:
    """Without the statements of a list that says word for word what another says; a note tells of it."""
    gone = {o.id for o in found.observations if o.table == second.table.name and o.role == "case row"}
    kept = tuple(o for o in found.observations if o.id not in gone)
    marks = tuple(Mark(m.span, "repeated list") if m.name in gone else m for m in found.marks)
    issue = Issue(
        "list-repeated", "note",
        f"{second.table.name} says row by row what {first.table.name} says; its {len(gone)} figures count once.",
        ground.where(second.table.place), "Nothing, unless they are different cases.",
        (Locator(ground.document, second.table.place, second.table.caption[:80]),),
        body=ground.context.body, key=second.table.name,
    )  # fmt: skip
    return replace(found, observations=kept, marks=marks, issues=(*found.issues, issue))


def _alike(one: TableRead, other: TableRead) -> bool:
    mine, theirs = _rows(one), _rows(other)
    shared = sum((mine & theirs).values())
    return shared >= ALIKE * max(sum(mine.values()), sum(theirs.values()))


def _rows(read: TableRead) -> Counter[tuple[str, ...]]:
    """The rows by their words, without row numbers, blanks and order of columns."""
    skip = set(read.layout.columns("row number"))
    rows = [case.row for case in read.cases.cases] if read.cases else []
    return Counter(
        tuple(sorted(_word(s) for s in read.layout.grid.filled(row) if s.column not in skip)) for row in rows
    )


def _word(slot: Slot) -> str:
    """What a cell says, however a number in it is written: "$0" and "0" are one."""
    exact = slot.says.exact if slot.says.is_figure else None
    return str(exact.normalize()) if exact is not None else slot.text.casefold()


def _asked(ground: Ground, first: TableRead, second: TableRead, found: Found) -> Found:
    again = [o for o in found.observations if o.table == second.table.name and o.role == "case row"]
    places = tuple(Locator(ground.document, read.table.place, read.table.caption[:80]) for read in (first, second))
    question = f"{second.table.name} repeats the rows of {first.table.name}: are they the same cases?"
    ids = tuple(o.id for o in again)
    options = (
        Option(SAME, "The same cases: count them once", suggested=True),
        Option(MORE, "Other cases: count both lists", ids),
    )
    id = choice_id("twin", question, places)
    choice = Choice(id, "twin", question, options, ground.context.body, places, weight=len(ids))
    kept = [o for o in found.observations if o.id not in set(ids)]
    return replace(found, observations=(*kept, *_under(ground, again, id)), choices=(*found.choices, choice))


def _under(ground: Ground, again: Sequence[Observation], choice: str) -> list[Observation]:
    answer = ground.context.answers.get(choice, "")
    if answer == SAME:
        return []
    accepted = PERSON.name if answer == MORE else ""
    return [replace(o, choice=choice, option=MORE, accepted_by=accepted) for o in again]
