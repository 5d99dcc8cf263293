"""Facts written as a table and read back: what is accepted is true, and what is not accepted is asked about."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from hypothesis import example, given, settings
from hypothesis import strategies as st

from foidesk.model import Extraction, Missing

from .rehearsal import NATURE, OUTCOME, ROLE, extracted

LABELS = {"role": ["Constable", "Sergeant", "Police staff", "PCSO"],
          "outcome": ["Dismissed", "Resigned", "Written warning", "No further action"],
          "period": ["2010", "2011", "2012", "2013"]}  # fmt: skip
HEADS = {"role": "Rank", "outcome": "Outcome", "period": "Year"}
Fact = tuple[tuple[tuple[str, str], ...], str, int]


@dataclass(frozen=True)
class Cross:
    """Counts of cases along two axes, and the style of the clerk who typed them."""

    rows: str
    columns: str
    row_labels: tuple[str, ...]
    column_labels: tuple[str, ...]
    numbers: tuple[tuple[int, ...], ...]
    total_row: bool
    total_column: bool
    none: str

    def facts(self) -> set[Fact]:
        return {
            _fact(((self.rows, r), (self.columns, c)), self.numbers[i][j])
            for i, r in enumerate(self.row_labels) for j, c in enumerate(self.column_labels)
        }  # fmt: skip

    def grid(self) -> list[list[str]]:
        head = [HEADS[self.rows], *self.column_labels, *(["Total"] if self.total_column else [])]
        body = [self._row(label, list(line)) for label, line in zip(self.row_labels, self.numbers, strict=True)]
        sums = [sum(column) for column in zip(*self.numbers, strict=True)]
        return [head, *body, *([self._row("Total", sums)] if self.total_row else [])]

    def _row(self, label: str, line: list[int]) -> list[str]:
        cells = [str(number) if number else self.none for number in line]
        return [label, *cells, *([str(sum(line))] if self.total_column else [])]

    def text(self) -> str:
        return written(self.grid())


def written(grid: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(grid)
    return "Number of cases\n\n" + out.getvalue()


def _fact(said: tuple[tuple[str, str], ...], number: int) -> Fact:
    where = tuple(sorted((name, _category(name, label)) for name, label in said if name != "period"))
    return where, next((label for name, label in said if name == "period"), ""), number


def _category(variable: str, label: str) -> str:
    known = {"role": ROLE, "outcome": OUTCOME, "nature": NATURE}[variable].categories
    return next(category.id for category in known if label.casefold() in (category.label.casefold(), category.id))


@st.composite
def crosses(draw: st.DrawFn) -> Cross:
    rows, columns = draw(st.permutations(sorted(LABELS)))[:2]
    row_labels = draw(st.permutations(LABELS[rows]))[: draw(st.integers(2, 4))]
    column_labels = sorted(draw(st.permutations(LABELS[columns]))[: draw(st.integers(2, 4))])
    line = st.lists(st.integers(0, 60), min_size=len(column_labels), max_size=len(column_labels)).map(tuple)
    numbers = draw(st.lists(line, min_size=len(row_labels), max_size=len(row_labels)))
    return Cross(
        rows, columns, tuple(row_labels), tuple(column_labels), tuple(numbers),
        draw(st.booleans()), draw(st.booleans()), draw(st.sampled_from(["0", "-", "", "Nil"])),
    )  # fmt: skip


def accepted(found: Extraction) -> set[Fact]:
    return {
        (tuple(sorted((n, said.categories[0] if said.categories else said.phrase) for n, said in o.where.items())),
         o.period.label if o.period else "", int(o.amount.lo))
        for o in found.observations if o.role == "cell" and o.accepted_by and o.amount is not None
    }  # fmt: skip


def asked(found: Extraction) -> set[tuple[object, ...]]:
    return {
        (tuple(sorted((n, said.categories[0] if said.categories else said.phrase) for n, said in o.where.items())),
         o.period.label if o.period else "")
        for o in found.observations if not o.accepted_by or isinstance(o.value, Missing)
    }  # fmt: skip


EMPTY_YEAR = Cross(
    "period", "outcome", ("2010", "2011"), ("Dismissed", "Resigned"), ((0, 0), (0, 1)), False, False, ""
)
"""A year without a figure over a year with one."""


@example(EMPTY_YEAR)
@settings(max_examples=120, deadline=None)
@given(crosses())
def test_what_is_accepted_is_true_and_the_rest_is_asked(cross: Cross) -> None:
    found = extracted(cross.text())
    true = cross.facts()
    assert accepted(found) <= true
    open_places = asked(found)
    missed = [fact for fact in true - accepted(found) if fact[:2] not in open_places]
    assert not missed or found.open_numbers() or found.issues


@settings(max_examples=120, deadline=None)
@given(crosses(), st.data())
def test_a_changed_digit_in_a_table_with_totals_never_goes_unnoticed(cross: Cross, data: st.DataObject) -> None:
    grid = cross.grid()
    row = data.draw(st.integers(1, len(grid) - 1))
    column = data.draw(st.integers(1, len(grid[0]) - 1))
    if not (cross.total_row or cross.total_column) or not grid[row][column].isdigit():
        return
    if not (cross.total_row and cross.total_column) and row < len(grid) - 1 and column < len(grid[0]) - 1:
        return
    grid[row][column] = str(int(grid[row][column]) + data.draw(st.integers(1, 9)))
    found = extracted(written(grid))
    assert any(issue.kind == "total-differs" for issue in found.issues) or found.choices


@settings(max_examples=60, deadline=None)
@given(crosses(), st.data())
def test_no_number_is_lost_in_the_account(cross: Cross, data: st.DataObject) -> None:
    found = extracted(cross.text())
    numbers = sum(cell.isdigit() for line in cross.grid() for cell in line)
    assert sum(seen.count for seen in found.account) >= numbers
    assert all(seen.name for seen in found.account if seen.status != "open")
