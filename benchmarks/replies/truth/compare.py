"""What a survey makes of its replies, held against what they state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from foidesk.model import Choice, Observation, Period, Support
from foidesk.survey import Survey

from .figures import Cells, Elsewhere, Mark, Rows, Stated

CONTRADICTING = (
    "contradiction", "total-differs", "periods-not-added", "no-total", "table-not-understood", "open-numbers",
    "answer-without-figure", "reply-corrects-itself", "ambiguous-numbers",
)  # fmt: skip
REFUSALS = ("refused", "not held", "cost limit", "neither confirm nor deny")


def compare(survey: Survey, told: Iterable[Stated | Elsewhere | Rows | Cells]) -> Iterator[Mark]:
    """A mark for every figure: totals, amounts row by row, cells of a breakdown."""
    for one in told:
        if isinstance(one, Stated):
            yield _stated(survey, one)
        elif isinstance(one, Elsewhere):
            yield _elsewhere(survey, one)
        elif isinstance(one, Rows):
            yield from _rows(survey, one)
        else:
            yield from _cells(survey, one)


# ---------------------------------------------------------------- flags


def asked_about(survey: Survey, body: str, measure: str) -> bool:
    """True if an open question of the body bears on the measure."""
    mine = [
        choice for choice in survey.work.results.open_choices() if choice.body == body and choice.kind != "coding"
    ]
    return any(_bears(survey, choice, measure) for choice in mine)


def _bears(survey: Survey, choice: Choice, measure: str) -> bool:
    held = {id for option in choice.options for id in option.observations}
    touched = {o.measure for o in observations(survey, choice.body) if o.id in held or o.choice == choice.id}
    return measure in touched if touched else True


def raised(survey: Survey, body: str) -> bool:
    """True if anything that leaves data open is raised about the body."""
    said = any(o.body == body and o.outcome in REFUSALS for o in survey.work.reconciled.outcomes)
    odd = said or any(i.body == body and i.kind in CONTRADICTING for i in survey.work.results.issues)
    return odd or any(choice.body == body for choice in survey.work.results.open_choices())


def observations(survey: Survey, body: str) -> Iterator[Observation]:
    for delivery in survey.work.matched:
        if delivery.body == body and delivery.id in survey.work.coded:
            yield from survey.work.coded[delivery.id].observations


# ---------------------------------------------------------------- totals


def _stated(survey: Survey, told: Stated) -> Mark:
    accounts = survey.work.reconciled.accounts
    support = None
    period = _period(survey, told) if told.year else None
    if told.body in accounts.answered(told.measure) and (period is not None or not told.year):
        support = accounts.support(told.body, told.measure, told.where, period=period)
    return Mark(told.body, told.name, str(told.number), _came(support), _grade(survey, told, support), told.kind)


def _elsewhere(survey: Survey, told: Elsewhere) -> Mark:
    """Right if the figure is raised or none is given; an exact one that nobody asks about must be the person's."""
    accounts = survey.work.reconciled.accounts
    given = told.body in accounts.answered(told.measure)
    support = accounts.support(told.body, told.measure, {}) if given else None
    exact = support is not None and support.value.lo == support.value.hi
    if not exact or asked_about(survey, told.body, told.measure):
        grade = "right" if exact or raised(survey, told.body) else "missing"
    else:
        grade = "right" if support is not None and support.value.lo == told.number else "wrong and not flagged"
    return Mark(told.body, f"{told.measure}, {told.kind}", str(told.number), _came(support), grade, told.kind)


def _period(survey: Survey, told: Stated) -> Period | None:
    """The body's own period of that name."""
    known = survey.work.reconciled.accounts.periods(told.body, told.measure)
    return next((one for one in known if _short(one.label) == told.year or _year(one) == told.year), None)


def _short(label: str) -> str:
    """ "2019/20" for "2019/2020"."""
    first, _, last = label.partition("/")
    return f"{first}/{last[-2:]}" if last else first


def _year(period: Period) -> str:
    return str(period.start.year) if period.kind == "calendar year" else ""


def _came(support: Support | None) -> str:
    if support is None:
        return "nothing"
    value = support.value
    return str(value.lo) if value.lo == value.hi else f"{value.lo} to {value.hi}"


def _grade(survey: Survey, told: Stated, support: Support | None) -> str:
    if support is None:
        return "missing" if raised(survey, told.body) else "wrong and not flagged"
    flagged = asked_about(survey, told.body, told.measure)
    if support.value.lo != support.value.hi:
        return "wrong but flagged"
    if support.value.lo == told.number:
        return "right but flagged" if flagged else "right"
    return "wrong but flagged" if flagged else "wrong and not flagged"


# ---------------------------------------------------------------- rows and cells


def _rows(survey: Survey, told: Rows) -> Iterator[Mark]:
    """The amount of each row of the list, and each that nobody stated. A nought on either side says nothing."""
    rows: dict[tuple[str, str, int], list[Observation]] = {}
    for one in observations(survey, told.body):
        exact = one.amount is not None and one.amount.lo == one.amount.hi
        if one.measure == told.measure and one.role in ("case row", "cell") and exact:
            rows.setdefault((one.document, one.table, one.row), []).append(one)
    came: Counter[Decimal] = Counter()
    sure: Counter[Decimal] = Counter()
    for held in rows.values():
        total = sum((o.amount.lo for o in held if o.amount is not None), Decimal(0))
        came[total] += bool(total)
        sure[total] += bool(total) and all(o.accepted_by for o in held)
    wanted = Counter(number for number in told.numbers if number)
    for number, times in sorted(wanted.items()):
        for n in range(times):
            grade = "right" if sure[number] > n else "right but flagged" if came[number] > n else "missing"
            yield Mark(
                told.body, f"{told.measure}, a row", str(number), str(number) if came[number] > n else "", grade
            )
    for number, times in (came - wanted).items():
        for n in range(times):
            grade = "wrong and not flagged" if sure[number] - wanted[number] > n else "wrong but flagged"
            yield Mark(told.body, f"{told.measure}, a row", "none", str(number), grade)


def _cells(survey: Survey, told: Cells) -> Iterator[Mark]:
    """Each cell of the table that breaks the figures down by the variable alone, in the order of its rows."""
    mine = [o for o in observations(survey, told.body) if o.role == "cell" and set(o.where) == {told.variable}]
    tables = dict.fromkeys(o.table for o in mine if o.period is not None)
    table = next(iter(tables), "")
    rows: dict[int, list[Observation]] = {}
    for one in mine:
        if one.table == table and one.period is not None:
            rows.setdefault(one.row, []).append(one)
    found = [sorted(rows[row], key=_start) for row in sorted(rows)]
    for index, wanted in enumerate(told.rows):
        came = found[index] if index < len(found) else []
        yield from _row(survey, told, index, wanted, came)


def _start(seen: Observation) -> tuple[str, str]:
    return (str(seen.period.start) if seen.period else "", seen.id)


def _row(
    survey: Survey, told: Cells, index: int, wanted: tuple[int | None, ...], came: list[Observation]
) -> Iterator[Mark]:
    by_start: dict[str, list[Observation]] = {}
    for one in came:
        by_start.setdefault(_start(one)[0], []).append(one)
    starts = sorted({_start(o)[0] for o in came})
    for column, number in enumerate(wanted):
        here = by_start.get(starts[column], []) if column < len(starts) and len(starts) == len(wanted) else []
        yield _cell(told, f"{told.variable} row {index + 1}, column {column + 1}", number, here)


def _cell(told: Cells, name: str, number: int | None, here: list[Observation]) -> Mark:
    amounts = {o.amount.lo for o in here if o.amount is not None}
    came = ", ".join(str(amount) for amount in sorted(amounts))
    sure = any(o.accepted_by for o in here)
    right = number is None or Decimal(number) in amounts
    if not here:
        return Mark(told.body, name, str(number), "", "right" if number is None else "missing")
    if right and (number is not None or amounts <= {Decimal(0)}):
        return Mark(told.body, name, str(number), came, "right" if sure else "right but flagged")
    return Mark(told.body, name, str(number), came, "wrong and not flagged" if sure else "wrong but flagged")
