"""Workbooks of Excel 5 and 95 are read, what is hidden sealed, and a cut one refused in our words."""

from __future__ import annotations

import pytest

from foidesk.errors import UnreadableDocument
from foidesk.readers import read

from .biff5 import biff5

ROWS = (("Rank", "Cases", "Closed"), ("Constable", 14.0, 39_000.0), ("Sergeant – café", 5.5, None))


def test_a_workbook_of_excel_95_is_read_with_its_dates_and_accents() -> None:
    table = read(biff5({"Data": ROWS}), "old.xls").reading.tables[0]
    assert [(c.row, c.column, c.text) for c in table.cells] == [
        (0, 0, "Rank"), (0, 1, "Cases"), (0, 2, "Closed"),
        (1, 0, "Constable"), (1, 1, "14"), (1, 2, "2006-10-10"),
        (2, 0, "Sergeant – café"), (2, 1, "5.5"),
    ]  # fmt: skip


def test_its_hidden_sheets_and_rows_are_sealed_and_its_error_cells_named() -> None:
    cells = (("Name", "Cases"), ("Secretname", 3.0), ("Open", True), ("Other", 4.0))
    reading = read(biff5({"Data": cells, "Staff": ROWS}, hidden=["Staff"], rows=[1]), "old.xls").reading
    assert {"hidden-sheet", "hidden-rows", "error-cells"} <= {issue.kind for issue in reading.issues}
    said = repr(reading)
    assert "Secretname" not in said and "Constable" not in said and "#DIV/0!" in said


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_cut_one_is_refused_or_said_to_be_damaged(share: float) -> None:
    data = biff5({"Data": ROWS * 400})
    try:
        reading = read(data[: int(share * len(data))], "old.xls").reading
    except UnreadableDocument as error:
        assert error.next
    else:
        assert "damaged-container" in {issue.kind for issue in reading.issues}
