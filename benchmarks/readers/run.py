"""Cells per CPU second of foidesk's readers beside the libraries people use, in one run.

    python benchmarks/readers/run.py [--rows 4000] [--rounds 3] [--json]

The files are made here. Rounds are interleaved and the best of each tool counts: on a shared machine the CPU time
of one and the same run moves by half. foidesk makes a place, a word and a table cell for each value and notes what
is hidden; the others give values (openpyxl and xlrd with formats), so the figures compare prices, not equal goods.
Of a sheet on which nothing is hidden they are made when they are first asked for: "foidesk, looked at" asks for
all of them, "foidesk, guarded" is a reading that has come from another process.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import docx
import openpyxl
import python_calamine
import xlrd
import xlwt

from foidesk import readers
from foidesk.errors import UnreadableDocument
from foidesk.readers.parcels import pack, unpack

COLUMNS = 8
CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
Job = tuple[str, str, int, Callable[[], int]]


def value(row: int, column: int) -> str | float | date:
    """What stands in a cell: labels, counts, sums, shares, dates."""
    if column in (0, 5):
        return f"{('Constable', 'Sergeant', 'Inspector', 'Staff')[row % 4]} {row % 97}"
    if column == 3:
        return date(2009, 1, 1) + timedelta(days=row % 1800)
    return (row * (column + 3)) % 1000 / (1 if column % 2 else 8)


def as_xlsx(rows: int) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append([f"Column {n}" for n in range(COLUMNS)])
    for row in range(rows):
        sheet.append([value(row, column) for column in range(COLUMNS)])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def as_xls(rows: int) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    dated = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for column in range(COLUMNS):
        sheet.write(0, column, f"Column {column}")
        for row in range(rows):
            found = value(row, column)
            sheet.write(row + 1, column, found, *([dated] if isinstance(found, date) else []))
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def as_docx(rows: int) -> bytes:
    document = docx.Document()
    for number in range(rows // 20):
        document.add_paragraph(f"Table {number}: cases by rank")
        table = document.add_table(20, COLUMNS)
        for at, cell in enumerate(table._cells):
            cell.text = str(value(at // COLUMNS, at % COLUMNS))
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def foidesk(data: bytes, name: str, expected: int) -> int:
    return expected if readers.read(data, name).reading.tables else 0


def looked_at(data: bytes, name: str) -> int:
    reading = readers.read(data, name).reading
    words = sum(len(part.words) for part in reading.parts)
    return sum(len(table.cells) for table in reading.tables) + 0 * words


def guarded(data: bytes, name: str, expected: int) -> int:
    result = unpack(pack(readers.read(data, name)))
    return 0 if isinstance(result, UnreadableDocument) else expected


def openpyxl_full(data: bytes, read_only: bool) -> int:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=read_only, data_only=True)
    return sum(cell.value is not None for sheet in book for row in sheet.iter_rows() for cell in row)


def calamine(data: bytes) -> int:
    book = python_calamine.load_workbook(io.BytesIO(data))
    sheets = (book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names)
    return sum(cell != "" for rows in sheets for row in rows for cell in row)


def xlrd_formats(data: bytes) -> int:
    book = xlrd.open_workbook(file_contents=data, formatting_info=True)
    return sum(cell.ctype != 0 for sheet in book.sheets() for row in sheet.get_rows() for cell in row)


def python_docx(data: bytes) -> int:
    tables = docx.Document(io.BytesIO(data)).tables
    return sum(bool(cell.text) or True for table in tables for cell in table._cells)


def jobs(rows: int) -> Iterator[Job]:
    xlsx, xls, word = as_xlsx(rows), as_xls(rows), as_docx(max(200, rows // 10))
    size, small = (rows + 1) * COLUMNS, max(200, rows // 10) // 20 * 20 * COLUMNS
    yield "xlsx", "foidesk", size, lambda: foidesk(xlsx, "a.xlsx", size)
    yield "xlsx", "foidesk, looked at", size, lambda: looked_at(xlsx, "a.xlsx")
    yield "xlsx", "foidesk, guarded", size, lambda: guarded(xlsx, "a.xlsx", size)
    yield "xlsx", "openpyxl", size, lambda: openpyxl_full(xlsx, False)
    yield "xlsx", "openpyxl read-only", size, lambda: openpyxl_full(xlsx, True)
    yield "xlsx", "calamine (values only)", size, lambda: calamine(xlsx)
    yield "xls", "foidesk", size, lambda: foidesk(xls, "a.xls", size)
    yield "xls", "foidesk, looked at", size, lambda: looked_at(xls, "a.xls")
    yield "xls", "xlrd with formats", size, lambda: xlrd_formats(xls)
    yield "xls", "calamine (values only)", size, lambda: calamine(xls)
    yield "docx", "foidesk", small, lambda: looked_at(word, "a.docx")
    yield "docx", "python-docx", small, lambda: python_docx(word)


def real_jobs() -> Iterator[Job]:
    """The same on replies that bodies really sent, where they are at hand; each tool reads every file."""
    for suffix in (".xlsx", ".xls"):
        paths = sorted(path for path in CORPORA.glob("*/replies/**/*") if path.suffix.lower() == suffix)
        files = [path.read_bytes() for path in paths]
        rivals = (
            {"openpyxl": lambda d: openpyxl_full(d, False)}
            if suffix == ".xlsx"
            else {"xlrd with formats": xlrd_formats}
        )
        tools = {
            "foidesk": lambda d, name="a" + suffix: foidesk(d, name, 0),
            "foidesk, looked at": lambda d, name="a" + suffix: looked_at(d, name),
            **rivals,
            "calamine (values only)": calamine,
        }
        for tool, work in tools.items() if files else ():
            # Hidden sheets are sealed by foidesk and read by the others: no common number of cells to divide by.
            yield f"{len(files)} real {suffix[1:]}", tool, 0, partial(_all, work, files)


def _all(work: Callable[[bytes], int], files: list[bytes]) -> int:
    for data in files:
        work(data)
    return 0


def seconds(work: Callable[[], int], expected: int) -> float:
    """CPU seconds of one run; a tool that misses cells is no measure."""
    gc.collect()
    start = time.process_time()
    found = work()
    spent = time.process_time() - start
    if found != expected:
        raise SystemExit(f"read {found} cells where {expected} were written")
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    todo = [*jobs(options.rows), *real_jobs()]
    best = [float("inf")] * len(todo)
    for _ in range(options.rounds):
        for at, (_, _, expected, work) in enumerate(todo):
            best[at] = min(best[at], seconds(work, expected))
    rows = [_row(job, spent) for job, spent in zip(todo, best, strict=True)]
    print(json.dumps(rows, indent=1) if options.json else _table(rows))


def _row(job: Job, spent: float) -> dict[str, object]:
    kind, tool, cells, _ = job
    rate = round(cells / spent) or "-"
    return {
        "format": kind,
        "tool": tool,
        "cells": cells or "-",
        "cpu_seconds": round(spent, 4),
        "cells_per_second": rate,
    }


def _table(rows: list[dict[str, object]]) -> str:
    lines = ["| format | tool | cells | CPU s | cells per CPU second |", "|---|---|---:|---:|---:|"]
    return "\n".join(lines + ["| " + " | ".join(str(v) for v in row.values()) + " |" for row in rows])


if __name__ == "__main__":
    main()
