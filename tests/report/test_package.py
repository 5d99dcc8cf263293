"""The public package opens in the tools that people use; a bag is a bag to the library of its makers."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import warnings
from pathlib import Path

import pytest
from openpyxl import load_workbook

from foidesk.errors import FoideskError
from foidesk.report import bag_faults, write_bag
from foidesk.report.exports import Notes, xlsx
from foidesk.report.fields import NUMBER, TEXT, DataTable, Field

from .conftest import Site

TABLES = ("codebook", "coverage", "decisions", "documents", "findings", "observations")
FILES = [("originals/a b.pdf", b"%PDF"), ("survey/täglich.toml", b"id = 1\n"), ("notes/50%.txt", b"half")]


def _rows(site: Site, name: str) -> int:
    import csv

    with (site.folder / f"data/{name}.csv").open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def test_frictionless_finds_nothing_wrong_with_the_data_package(site: Site) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import Package

        report = Package(str(site.folder / "data" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] == len(TABLES)


def test_datasette_opens_the_database_with_its_metadata(site: Site) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from datasette.app import Datasette

        metadata = json.loads((site.folder / "data/metadata.json").read_text("utf-8"))
        served = Datasette([str(site.folder / "data/tables.db")], metadata=metadata)
        page = asyncio.run(served.client.get("/tables/findings"))
    assert page.status_code == 200
    assert metadata["databases"]["tables"]["tables"]["findings"]["columns"]["lo"] in page.text


@pytest.mark.parametrize("name", TABLES)
def test_every_format_holds_the_same_rows(site: Site, name: str) -> None:
    from pyarrow.parquet import read_table

    data = site.folder / "data"
    expected = _rows(site, name)
    database = sqlite3.connect(data / "tables.db")
    counted = database.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
    database.close()
    book = load_workbook(data / "tables.xlsx", read_only=True)
    in_book = book[name].max_row - 1
    book.close()
    listed = len(json.loads((data / "tables.json").read_text("utf-8"))[name])
    assert [counted, in_book, listed, read_table(data / f"{name}.parquet").num_rows] == [expected] * 4


def test_words_that_look_like_a_formula_stay_words_in_the_workbook(tmp_path: Path) -> None:
    fields = (Field("said", TEXT, "Words"), Field("number", NUMBER, "A number"))
    table = DataTable("answers", "Answers", fields, (("=1+1\x0b", "2.50"), ("-", "")))
    path = tmp_path / "book.xlsx"
    path.write_bytes(xlsx((table,), Notes("A title", (("About", "words"),), "2026-01-02"))["tables.xlsx"])
    sheet = load_workbook(path)["answers"]
    assert [[cell.data_type for cell in row] for row in sheet.iter_rows(min_row=2)] == [["s", "n"], ["s", "n"]]
    assert [sheet["A2"].value, sheet["B2"].value, sheet["B3"].value] == ["=1+1\ufffd", 2.5, None]


def test_the_package_has_the_files_it_names_and_no_other(site: Site) -> None:
    from fnmatch import fnmatch

    from foidesk.report.package import PUBLIC

    allowed = [pattern for name, _ in PUBLIC for pattern in name.split(", ")]
    there = {path.name for path in (site.folder / "data").iterdir()}
    assert all(any(fnmatch(name, pattern) for pattern in allowed) for name in there), there
    assert {"README.md", "CITATION.cff", "SHA256SUMS"} <= there


def test_a_bag_verifies_with_the_library_of_its_makers(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import bagit

    write_bag(tmp_path / "bag", FILES, [("External-Identifier", "library-fines")])
    bagit.Bag(str(tmp_path / "bag")).validate()
    assert bag_faults(tmp_path / "bag") == []


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("data/notes/50_.txt", "data/notes/50_.txt was changed"),
        ("bag-info.txt", "bag-info.txt was changed"),
        ("data/new.txt", "data/new.txt is not listed"),
    ],
)
def test_a_changed_bag_names_the_file(tmp_path: Path, path: str, fault: str) -> None:
    write_bag(tmp_path, FILES, [])
    (tmp_path / path).write_text("other")
    assert fault in bag_faults(tmp_path)


def test_a_bag_is_never_written_over(tmp_path: Path) -> None:
    write_bag(tmp_path, FILES, [])
    with pytest.raises(FoideskError, match="not empty"):
        write_bag(tmp_path, FILES, [])
