"""The same facts in a workbook, a Word table, a page and a mail: the same statements, each with its own place."""

from __future__ import annotations

import io

import pytest
from docx import Document
from openpyxl import Workbook
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

from foidesk.extract import extract
from foidesk.model import Extraction, PagePlace, SheetPlace, TextPlace

from .rehearsal import context, lines, reading_of

GRID = [
    ["Outcome", "2012", "2013", "Total"],
    ["Dismissed", "3", "1", "4"],
    ["Resigned", "2", "5", "7"],
    ["Total", "5", "6", "11"],
]
CAPTION = "Number of cases by outcome"


def workbook(grid: list[list[str]]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([CAPTION])
    sheet.append([])
    for row in grid:
        sheet.append([int(cell) if cell.isdigit() else cell for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def word(grid: list[list[str]]) -> bytes:
    document = Document()
    document.add_paragraph(CAPTION)
    table = document.add_table(len(grid), len(grid[0]))
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            table.cell(r, c).text = cell
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def page(grid: list[list[str]]) -> bytes:
    out = io.BytesIO()
    table = Table(grid, style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")]))
    style = getSampleStyleSheet()["Normal"]
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build([Paragraph(CAPTION, style), table])
    return out.getvalue()


def html(grid: list[list[str]]) -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in grid)
    return f"<html><body><p>{CAPTION}</p><table>{rows}</table></body></html>".encode()


MAKERS = {"reply.xlsx": workbook, "reply.docx": word, "reply.pdf": page, "reply.html": html}


def read_back(name: str, grid: list[list[str]] = GRID) -> Extraction:
    return extract(reading_of(MAKERS[name](grid), name), context(name))


@pytest.mark.parametrize("name", MAKERS)
def test_every_format_says_the_same(name: str) -> None:
    found = read_back(name)
    assert [line for line in lines(found)["statements"] if "cell" in line] == [
        "1 cases where outcome=dismissed in 2013 (cell, foots-to-printed-total)",
        "2 cases where outcome=resigned in 2012 (cell, foots-to-printed-total)",
        "3 cases where outcome=dismissed in 2012 (cell, foots-to-printed-total)",
        "5 cases where outcome=resigned in 2013 (cell, foots-to-printed-total)",
    ]
    assert all(footing.holds for footing in found.footings) and len(found.footings) == 6
    assert not found.open_numbers() and not found.choices


@pytest.mark.parametrize("name", MAKERS)
def test_every_number_is_read_by_the_statement_that_stands_there(name: str) -> None:
    found = read_back(name)
    by_id = {one.id: one for one in found.observations}
    read = [seen for seen in found.account if seen.status == "read"]
    assert len(read) == 9
    assert all(by_id[seen.name].places["value"].place.holds(seen.locator.place) for seen in read)
    assert all(by_id[seen.name].places["value"].quote == seen.text for seen in read)


@pytest.mark.parametrize(
    ("name", "kind"), [("reply.xlsx", SheetPlace), ("reply.docx", TextPlace), ("reply.pdf", PagePlace)]
)
def test_each_part_of_a_statement_has_its_own_place(name: str, kind: type) -> None:
    found = next(one for one in read_back(name).observations if one.role == "cell")
    assert {"value", "row", "heading", "unit", "period", "where:outcome"} <= set(found.places)
    assert all(isinstance(locator.place, kind) for locator in found.places.values())
    assert found.places["where:outcome"].quote in ("Dismissed", "Resigned")
    assert found.places["unit"].quote == CAPTION


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize(("row", "column"), [(1, 1), (2, 2), (3, 1), (1, 3), (3, 3)])
def test_a_changed_digit_is_noticed(name: str, row: int, column: int) -> None:
    grid = [list(line) for line in GRID]
    grid[row][column] = str(int(grid[row][column]) + 1)
    assert "total-differs" in {issue.kind for issue in read_back(name, grid).issues}


@pytest.mark.parametrize("name", MAKERS)
def test_a_deleted_row_is_noticed(name: str) -> None:
    assert "total-differs" in {issue.kind for issue in read_back(name, [GRID[0], GRID[1], GRID[3]]).issues}


@pytest.mark.parametrize("name", MAKERS)
def test_a_blanked_cell_is_noticed(name: str) -> None:
    grid = [list(line) for line in GRID]
    grid[2][1] = ""
    found = read_back(name, grid)
    assert "total-differs" in {issue.kind for issue in found.issues} or found.choices


def test_extraction_is_a_pure_function() -> None:
    reading = reading_of(workbook(GRID), "reply.xlsx")
    assert extract(reading, context("reply.xlsx")) == extract(reading, context("reply.xlsx"))


def test_ids_do_not_depend_on_the_delivery() -> None:
    reading = reading_of(workbook(GRID), "reply.xlsx")
    one, other = extract(reading, context("a.xlsx")), extract(reading, context("b.xlsx"))
    assert [o.id for o in one.observations] == [o.id for o in other.observations]
    assert len({o.id for o in one.observations}) == len(one.observations)


def test_a_table_over_two_pages_carries_its_sums_over_and_repeats_its_head() -> None:
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")])
    first = [GRID[0], GRID[1], ["Carried forward", "3", "1", "4"]]
    second = [GRID[0], ["Brought forward", "3", "1", "4"], *GRID[2:]]
    out = io.BytesIO()
    story = [Paragraph(CAPTION, getSampleStyleSheet()["Normal"]), Table(first, [150] * 4, style=style)]
    story += [PageBreak(), Table(second, [150] * 4, style=style)]
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build(story)
    found = lines(extract(reading_of(out.getvalue(), "reply.pdf"), context("reply.pdf")))
    whole = lines(read_back("reply.pdf"))
    assert found["statements"] == whole["statements"] and not found["open"]
