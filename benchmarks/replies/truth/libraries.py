"""Library returns: a form with the number of its cell at the right of every figure; ".." is not available."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import xlrd

from .figures import Stated

CELLS = {
    "closed": 46, "opened": 47, "terminals": 52, "stock": 64, "acquisitions": 71, "professional": 95, "staff": 97,
    "volunteers": 98, "enquiries": 119, "borrowers": 122, "housebound": 123, "visits": 124, "expenditure": 156,
    "net": 167,
}  # fmt: skip
FORMS = ("AberdeenCity", "Angus", "BarkingAndDagenham", "Bexley", "BlaenauGwent")
# The same return retyped by one authority in nine sheets without cell numbers, copied by hand.
RETYPED = {
    "stock": "246421", "acquisitions": "19879", "professional": "8.25", "staff": "64.2", "volunteers": "95",
    "enquiries": "92532", "borrowers": "24130", "housebound": "225", "visits": "961989", "expenditure": "3850410",
    "net": "3689407",
}  # fmt: skip


def replies(corpus: Path) -> Iterator[tuple[str, Path]]:
    """(body, file): a file is named for its body, with "Response" or a number behind."""
    for path in sorted((corpus / "replies").iterdir()):
        yield path.stem.removesuffix("Response").rstrip("0123456789").lower(), path


def stated(corpus: Path) -> Iterator[Stated]:
    for name in FORMS:
        told = printed(corpus / "replies" / f"{name}.xls")
        for measure, cell in CELLS.items():
            if cell in told:
                yield Stated(name.lower(), measure, Decimal(str(round(told[cell], 4))))
    for measure, number in RETYPED.items():
        yield Stated("bolton", measure, Decimal(number))


def printed(path: Path) -> dict[int, float]:
    """The figures of the visible form by the cell number at their right."""
    sheet = xlrd.open_workbook(str(path)).sheet_by_name("Questionnaire")
    found: dict[int, float] = {}
    for row in range(sheet.nrows):
        for column in (8, 10, 12):
            cell, left = sheet.cell(row, column), sheet.cell(row, column - 1)
            if cell.ctype == left.ctype == xlrd.XL_CELL_NUMBER:
                found[int(cell.value)] = left.value
    return found
