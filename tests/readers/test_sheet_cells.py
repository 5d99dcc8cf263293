"""Cells and words of a workbook that are made when somebody asks for them: nobody sees a difference."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace

import pytest

from foidesk.model.codec import dumps, loads
from foidesk.model.later import later_of
from foidesk.model.places import SheetPlace
from foidesk.model.protocols import Read
from foidesk.readers import read
from foidesk.readers.parcels import pack, unpack

from . import make

ROWS = [["Rank", 2011, 2012], ["Constable", 14, 2.5], ["Sergeant", 5, 8], ["Total", 19, 10.5]]


BOOK = make.xlsx(ROWS)
"""Written once: a workbook holds the second in which it was made."""


def book() -> Read:
    return read(BOOK, "a.xlsx")


def test_what_is_made_later_stands_in_its_place() -> None:
    reading = book().reading
    (table,), (part,) = reading.tables, reading.parts
    assert [[cell.text if cell else "" for cell in row] for row in table.grid()] == [
        [str(value) for value in row] for row in ROWS
    ]
    assert table.cells[4].place == SheetPlace("Sheet", 2, 2, 2, 2)
    assert [part.text[word.start : word.end] for word in part.words] == [cell.text for cell in table.cells]
    assert [word.place for word in part.words] == [cell.place for cell in table.cells]


def test_readings_are_equal_whether_their_cells_are_made_or_not() -> None:
    looked_at, other = book(), book()
    assert looked_at.reading.tables[0].cells
    assert looked_at == other and hash(looked_at.reading.tables[0]) == hash(other.reading.tables[0])
    assert loads(dumps(book().reading)) == other.reading
    assert copy.copy(book().reading.tables[0]) == other.reading.tables[0]
    assert pickle.loads(pickle.dumps(book())) == other


def test_a_changed_copy_has_the_cells_of_the_table() -> None:
    table, again = book().reading.tables[0], book().reading.tables[0]
    assert replace(table, caption="By rank").cells == again.cells
    assert replace(again, cells=again.cells[:3]).width == 3


def test_a_parcel_leaves_the_cells_unmade() -> None:
    found = unpack(pack(book()))
    assert isinstance(found, Read)
    assert later_of(found.reading.tables[0]) and later_of(found.reading.parts[0])
    assert found == book()


def test_a_forged_parcel_is_refused() -> None:
    plain = pickle.loads(pack(book()))
    for forged in ({"row": [1]}, {"text": ["x"] * 99}):
        broken = copy.deepcopy(plain)
        for noun in later_nouns(broken):
            noun[3]["laid"]["columns"].update(forged)
        with pytest.raises(ValueError):
            unpack(pickle.dumps(broken))
    for noun in later_nouns(plain):
        noun[3]["last"] = 4_000
    with pytest.raises(ValueError):
        unpack(pickle.dumps(plain))


def later_nouns(
    plain: object,
) -> list[tuple[int, int, dict[str, object], dict[str, dict[str, dict[str, object]]]]]:
    """The parts of a parcel that stand for nouns of which a field is not made."""
    if isinstance(plain, tuple) and plain and plain[0] == -2:
        return [plain]
    inside = plain if isinstance(plain, tuple | list) else ()
    return [noun for item in inside for noun in later_nouns(item)]
