"""The table reader on real replies, and on the EU half of the ICDAR 2013 competition."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from foidesk.model.reading import Reading, Table
from foidesk.readers import read
from foidesk.readers.pdf import find_tables

from .pages import texts

pytestmark = pytest.mark.corpora
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks" / "tables"))

import pair  # type: ignore[import-not-found]  # noqa: E402
import reread  # type: ignore[import-not-found]  # noqa: E402
import run  # type: ignore[import-not-found]  # noqa: E402
import score  # type: ignore[import-not-found]  # noqa: E402


def reading(file: Path) -> Reading:
    return find_tables(file.read_bytes(), file.name)


def number(text: str) -> int:
    digits = "".join(c for c in text if c.isdigit())
    return int(digits) if digits else 0


def column_sums(table: Table, totals: dict[str, int]) -> Iterator[tuple[int, int]]:
    """For each column headed by a year of the expected totals: sum of its rows but the total, and the total."""
    head, *rows = texts(table)
    for column, name in enumerate(head):
        if name in totals:
            yield sum(number(row[column]) for row in rows if "otal" not in row[0]), totals[name]


@pytest.mark.parametrize(
    ("force", "table"), [("Humberside", 0), ("Humberside", 1), ("Cumbria", 1), ("Durham", 0), ("Durham", 1)]
)
def test_every_column_adds_up_to_what_a_person_counted(corpora: Path, force: str, table: int) -> None:
    folder = corpora / "uk-police-hospital-crime"
    totals = tomllib.loads((folder / "expected.toml").read_text())[force]["totals"]
    sums = list(column_sums(reading(folder / "replies" / f"{force}.pdf").tables[table], totals))
    assert len(sums) == len(totals)
    assert all(found == expected for found, expected in sums)


def test_a_table_of_4492_rows_over_61_pages_is_one_table(corpora: Path) -> None:
    tables = reading(corpora / "uk-police-hospital-crime" / "replies" / "Hertfordshire.pdf").tables
    rows = texts(tables[1])[1:]
    assert len(tables) == 2 and len(tables[1].parts) == 61
    assert [row[0] for row in rows] == [str(n) for n in range(1, 4493)]


REREAD = [
    "uk-police-hospital-crime/replies/[CD]*.pdf",
    "uk-library-returns/replies/Blaenau*.pdf",
    "icdar*/*/*-01*.pdf",
]


@pytest.mark.parametrize("files", REREAD)
def test_every_cell_says_what_stands_in_its_place(corpora: Path, files: str) -> None:
    for file in sorted(corpora.glob(files)):
        total, wrong = reread.checked(file)
        assert wrong == [], f"{file.name}: {len(wrong)} of {total}"


def test_the_print_of_a_form_is_read_as_its_workbook_has_it(corpora: Path) -> None:
    replies = corpora / "uk-library-returns" / "replies"
    files = [replies / "BlaenauGwent.xls", replies / "BlaenauGwent3.pdf"]
    result = pair.compare(*(read(file.read_bytes(), file.name).reading for file in files), "Questionnaire")
    assert result.exact >= 0.95 * result.rows > 150
    assert not [row for row in result.unflagged if row[0][:1].isdigit()], (
        "a line of the form, wrong and not flagged"
    )


def test_a_bordered_list_over_four_pages_keeps_every_row(corpora: Path) -> None:
    (file,) = (corpora / "us-police-settlements" / "replies" / "columbia_sc").glob("*.pdf")
    (table,) = reading(file).tables
    assert (table.width, len(table.parts)) == (11, 4)
    assert sum(number(row[9].split(".")[0]) for row in texts(table)[1:]) == 1_511_985


def test_the_competition_set_is_read_as_well_as_we_say(corpora: Path) -> None:
    result, _ = run.of_ours(score.documents(corpora / "icdar2013-eu"))
    assert result.total.f1 > 0.98
    assert result.f1_per_document > 0.97
    assert result.total.whole >= 70


@pytest.mark.parametrize("kind", ["prints", "reports"])
def test_tables_printed_by_ourselves_are_read_nearly_all(kind: str, tmp_path: Path) -> None:
    result, _ = run.of_ours(run.printed(run.MAKERS[kind], tmp_path, 1000, 40))
    assert result.total.f1 > 0.95
