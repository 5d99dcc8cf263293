"""What is written comes back: every value, at its address. And no damage makes a reader fail in its own words."""

from __future__ import annotations

import csv
import io
import random

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foidesk import readers
from foidesk.errors import UnreadableDocument
from foidesk.model.places import SheetPlace
from foidesk.model.reading import Reading

from . import make

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(
    lambda text: text.strip() and not text.startswith("=") and text == text.strip()
)
NUMBER = st.one_of(st.integers(-(10**9), 10**9), st.decimals(-1000, 1000, places=3).map(float))
CELLS = st.dictionaries(
    st.tuples(st.integers(1, 60), st.integers(1, 30)), st.one_of(TEXT, NUMBER), min_size=1, max_size=25
)


def words_by_address(reading: Reading) -> dict[tuple[int, int], str]:
    places = ((word.place, word.text) for part in reading.parts for word in part.words)
    return {(place.row, place.column): text for place, text in places if isinstance(place, SheetPlace)}


def numbers_by_address(reading: Reading) -> dict[tuple[int, int], str]:
    cells = (cell for table in reading.tables for cell in table.cells if isinstance(cell.place, SheetPlace))
    return {(cell.place.row, cell.place.column): cell.number for cell in cells if cell.number}  # type: ignore[union-attr]


@settings(max_examples=40, deadline=None)
@given(CELLS)
def test_a_workbook_comes_back_equal(cells: dict[tuple[int, int], str | float]) -> None:
    book = openpyxl.Workbook()
    for (row, column), value in cells.items():
        cell = book.active.cell(row, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    held = io.BytesIO()
    book.save(held)
    reading = readers.read(held.getvalue(), "a.xlsx").reading
    found = words_by_address(reading)
    assert set(found) == set(cells)
    for address, value in cells.items():
        assert found[address] == value if isinstance(value, str) else float(found[address]) == pytest.approx(value)
    for address, number in numbers_by_address(reading).items():
        assert float(number) == cells[address]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(TEXT, min_size=3, max_size=3), min_size=2, max_size=12))
def test_a_csv_comes_back_equal(rows: list[list[str]]) -> None:
    held = io.StringIO()
    csv.writer(held, quoting=csv.QUOTE_ALL).writerows(rows)
    found = words_by_address(readers.read(held.getvalue().encode(), "a.csv").reading)
    assert found == {(r, c): text for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1)}


@settings(max_examples=60, deadline=None)
@given(CELLS)
def test_each_cell_of_a_sheet_stands_in_one_table_or_block(cells: dict[tuple[int, int], str | float]) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        for (row, column), value in cells.items():
            book.active.cell(row, column).value = value

    reading = readers.read(make.xlsx(edit=edit), "a.xlsx").reading
    spots = [cell.place.describe() for table in reading.tables for cell in table.cells]
    spots += [block.place.describe() for block in reading.parts[0].blocks]
    assert len(spots) == len(set(spots))
    assert set(spots) == {word.place.describe() for word in reading.parts[0].words}


@pytest.mark.parametrize("name", make.one_of_each())
def test_damaged_bytes_are_refused_in_our_words(name: str) -> None:
    data = make.one_of_each()[name]
    chance = random.Random(name)
    for _ in range(60):
        hurt = bytearray(data)
        for _ in range(chance.choice((1, 3, 20))):
            hurt[chance.randrange(len(hurt))] = chance.randrange(256)
        cut = bytes(hurt[: chance.randrange(1, len(hurt) + 1)] if chance.random() < 0.3 else hurt)
        try:
            readers.read(cut, name)
        except UnreadableDocument as error:
            assert error.where
