"""The same tables in the formats that people open: XLSX with notes, SQLite for Datasette, Parquet."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from importlib.util import find_spec
from typing import Any

from .fields import DATE, INTEGER, NUMBER, DataTable, Field

Files = dict[str, bytes]
CELL_LIMIT = 32_000
CUT = " … [cut: the whole text is in the CSV file]"
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Notes:
    """What a reader of the data must know first, as heading and text; `title` names the whole."""

    title: str
    lines: tuple[tuple[str, str], ...]
    at: str


@dataclass(frozen=True, slots=True)
class Exporter:
    """Writes the tables in one format; `module` names what it needs beyond the standard installation."""

    name: str
    doc: str
    write: Callable[[Sequence[DataTable], Notes], Files]
    module: str = ""
    extra: str = ""

    @property
    def is_here(self) -> bool:
        return not self.module or find_spec(self.module) is not None


def typed(value: Any, field: Field) -> Any:
    """A cell of a table as its column's type; None for an empty one that is no text."""
    text = str(value)
    if field.type not in (NUMBER, INTEGER, DATE):
        return text
    if text == "":
        return None
    if field.type == DATE:
        return date.fromisoformat(text)
    return int(text) if re.fullmatch(r"-?\d+", text) else float(text)


# XLSX


def xlsx(tables: Sequence[DataTable], notes: Notes) -> Files:
    """One workbook: a sheet of notes with every column explained, then one sheet a table, its head frozen."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator, book.properties.title = "foidesk", notes.title
    book.properties.created = book.properties.modified = _moment(notes.at)
    _notes_sheet(book.active, tables, notes)
    for table in tables:
        _data_sheet(book.create_sheet(table.name[:31]), table)
    out = io.BytesIO()
    book.save(out)
    return {"tables.xlsx": _same_each_time(out.getvalue(), notes.at)}


def _moment(at: str) -> datetime:
    try:
        return datetime.fromisoformat(at).replace(tzinfo=None)
    except ValueError:
        return datetime(1980, 1, 1)


def _notes_sheet(sheet: Any, tables: Sequence[DataTable], notes: Notes) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.title = "Notes"
    rows = [(notes.title, ""), *notes.lines, ("", "")]
    for table in tables:
        rows += [(f"Sheet {table.name}", table.title)]
        rows += [(f"   {field.name}", field.description) for field in table.fields]
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = _write(sheet, number, column, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(number, 1).font = Font(bold=not row[0].startswith("   "))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 30, 100


def _data_sheet(sheet: Any, table: DataTable) -> None:
    from openpyxl.styles import Font

    for column, field in enumerate(table.fields, 1):
        _write(sheet, 1, column, field.name).font = Font(bold=True)
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = 14
    for number, row in enumerate(table.rows, 2):
        for column, (value, field) in enumerate(zip(row, table.fields, strict=True), 1):
            _write(sheet, number, column, typed(value, field))
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions


def _write(sheet: Any, row: int, column: int, value: Any) -> Any:
    """The cell written; words stay words, whatever sign they begin with."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell = sheet.cell(row, column)
    if not isinstance(value, str):
        cell.value = value
        return cell
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
    cell.value = text if len(text) <= CELL_LIMIT else text[:CELL_LIMIT] + CUT
    if cell.value:
        cell.data_type = "s"
    return cell


def _same_each_time(data: bytes, at: str) -> bytes:
    """The workbook with fixed times inside, so that equal tables give equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                stamp = f"{_moment(at):%Y-%m-%dT%H:%M:%SZ}".encode()
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            new.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


# SQLite


def sqlite(tables: Sequence[DataTable], notes: Notes) -> Files:
    """One database with a table each, and `metadata.json` for Datasette: titles, columns, facets."""
    with closing(sqlite3.connect(":memory:")) as database:
        for table in tables:
            _fill(database, table)
        database.execute('CREATE TABLE notes ("heading" TEXT, "text" TEXT)')
        database.executemany("INSERT INTO notes VALUES (?, ?)", [(notes.title, ""), *notes.lines])
        database.commit()
        database.execute("VACUUM")
        data = database.serialize()
    return {"tables.db": data, "metadata.json": _metadata(tables, notes)}


_SQL_TYPES = {NUMBER: "REAL", INTEGER: "INTEGER"}


def _fill(database: sqlite3.Connection, table: DataTable) -> None:
    columns = ", ".join(f"{_quoted(field.name)} {_SQL_TYPES.get(field.type, 'TEXT')}" for field in table.fields)
    database.execute(f"CREATE TABLE {_quoted(table.name)} ({columns})")
    marks = ", ".join("?" * len(table.fields))
    rows = (tuple(map(_sql_value, row, table.fields)) for row in table.rows)
    database.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({marks})", rows)
    for field in table.fields:
        if field.name in FACETS:
            name = _quoted(f"{table.name} by {field.name}")
            database.execute(f"CREATE INDEX {name} ON {_quoted(table.name)} ({_quoted(field.name)})")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _sql_value(value: Any, field: Field) -> Any:
    found = typed(value, field)
    return found.isoformat() if isinstance(found, date) else found


FACETS = ("body", "finding", "outcome", "question", "variable", "kind", "role", "state")
"""Columns that Datasette offers as filters, where a table has them; each has an index."""


def _metadata(tables: Sequence[DataTable], notes: Notes) -> bytes:
    described = {
        table.name: {
            "title": table.title,
            "columns": {field.name: field.description for field in table.fields},
            "facets": [field.name for field in table.fields if field.name in FACETS],
        }
        for table in tables
    }
    content: Mapping[str, Any] = {
        "title": notes.title,
        "description": " ".join(f"{heading}: {text}" for heading, text in notes.lines),
        "databases": {"tables": {"title": notes.title, "tables": described}},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


# Parquet


def parquet(tables: Sequence[DataTable], notes: Notes) -> Files:
    """One file a table, with typed columns and their descriptions."""
    from pyarrow import BufferOutputStream, array, field, schema, table
    from pyarrow.parquet import write_table

    kinds = _arrow_types()
    files = {}
    for each in tables:
        names = [
            field(one.name, kinds.get(one.type, kinds[""]), metadata={"description": one.description})
            for one in each.fields
        ]
        columns = [
            array([_arrow_value(row[at], one) for row in each.rows], type=names[at].type)
            for at, one in enumerate(each.fields)
        ]
        out = BufferOutputStream()
        write_table(table(columns, schema=schema(names, metadata={"title": notes.title})), out)
        files[f"{each.name}.parquet"] = out.getvalue().to_pybytes()
    return files


def _arrow_types() -> dict[str, Any]:
    from pyarrow import date32, float64, int64, string

    return {"": string(), NUMBER: float64(), INTEGER: int64(), DATE: date32()}


def _arrow_value(value: Any, field: Field) -> Any:
    found = typed(value, field)
    return float(found) if field.type == NUMBER and found is not None else found


EXPORTERS = (
    Exporter("xlsx", "tables.xlsx: all tables, and a sheet of notes that explains every column", xlsx),
    Exporter("sqlite", "tables.db: all tables for SQL; `datasette tables.db -m metadata.json` opens it", sqlite),
    Exporter("parquet", "One .parquet file a table, with typed columns", parquet, "pyarrow", "parquet"),
)
"""The formats beside CSV and JSON."""
