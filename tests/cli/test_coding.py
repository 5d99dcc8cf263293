"""Coding by several people, sheets with pictures out and in, and the codebook as a workbook."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from PIL import Image

from .outside import foidesk

ODD = "Outcome,Number of complaints\nUpheld,5\nNot upheld,12\nTaken back by reader,2\nPaid anyway,1\nTotal,20\n"


@pytest.fixture
def asking(folder: Path) -> Path:
    """A survey with two phrases that nobody has coded."""
    (folder / "replies" / "alphaton" / "reply.csv").write_text(ODD)
    (folder / "decisions.csv").unlink()
    assert foidesk(folder, "run", "--draft").code == 0
    return folder


def _fill(path: Path, column: str, answers: dict[str, str], more: dict[str, str] | None = None) -> None:
    """Writes into the cells of a column, by the words that stand in that row; saves as a spreadsheet would."""
    book = openpyxl.load_workbook(path)
    sheet: Any = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        line = " ".join(str(cell.value or "") for cell in sheet[row])
        for words, answer in answers.items():
            if words in line:
                sheet.cell(row, columns[column]).value = answer
                for name, text in (more or {}).items():
                    sheet.cell(row, columns[name]).value = text
    book.save(path)


def _coded(folder: Path, path: Path, who: str, **answers: str) -> None:
    assert foidesk(folder, "code", "--to", str(path)).code == 0
    _fill(path, "category", {words.replace("_", " "): answer for words, answer in answers.items()})
    said = foidesk(folder, "code", "--from", str(path), "--by", who)
    assert said.code == 0, said.err


def test_the_queue_goes_out_with_a_picture_and_a_link_and_comes_back(asking: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "queue.xlsx"
    assert foidesk(asking, "decide", "--to", str(sheet), "--json").json == {"questions": 2}
    page: Any = openpyxl.load_workbook(sheet).worksheets[0]
    head = [cell.value for cell in page[1]]
    row = dict(zip(head, page[2], strict=True))
    assert (sheet.parent / row["file"].hyperlink.target).resolve() == (asking / "replies/alphaton/reply.csv")
    with ZipFile(sheet) as parts:
        pictures = [name for name in parts.namelist() if name.startswith("xl/media/")]
        drawn = Image.open(io.BytesIO(parts.read(pictures[0]))).convert("RGB")
    assert len(pictures) == 2 and (255, 214, 10) in {colour for _, colour in drawn.getcolors(100_000) or []}
    _fill(
        sheet, "answer", {"Taken back": "Withdrawn", "Paid anyway": "#1 Upheld"}, {"reason": "as the letter says"}
    )
    listed = foidesk(asking, "decide", "--kind", "coding", "--json").json
    meant = next(one["options"][0]["label"] for one in listed if "Paid anyway" in one["question"])
    _fill(sheet, "answer", {"Paid anyway": f"#1 {meant}"})
    assert foidesk(asking, "decide", "--from", str(sheet), "--by", "A. Editor", "--json").json == {"recorded": 2}
    taken = {one["question"]: one["answer"] for one in foidesk(asking, "decide", "--taken", "--json").json}
    assert sorted(taken.values()) == sorted(["Withdrawn", meant])
    assert foidesk(asking, "decide", "--kind", "coding", "--json").json == []


def test_a_coders_sheet_shows_nobodys_answer(asking: Path, tmp_path: Path) -> None:
    _coded(asking, tmp_path / "first.xlsx", "Ada", Taken_back="Withdrawn", Paid_anyway="Upheld")
    second = tmp_path / "second.csv"
    assert foidesk(asking, "code", "--to", str(second)).code == 0
    with second.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["phrase"] for row in rows] == ["Paid anyway", "Taken back by reader"]
    assert {row["category"] for row in rows} == {""} and "Ada" not in second.read_text()
    every = tmp_path / "every.csv"
    assert foidesk(asking, "code", "--to", str(every), "--everything", "--json").json["done"] > 2


def test_agreement_is_printed_and_what_is_alike_can_be_adopted(asking: Path, tmp_path: Path) -> None:
    assert "No phrase was coded by two" in foidesk(asking, "code").out
    _coded(asking, tmp_path / "1.xlsx", "Ada", Taken_back="Withdrawn", Paid_anyway="Upheld")
    before = foidesk(asking, "compute", "--json").json
    _coded(asking, tmp_path / "2.xlsx", "Ben", Taken_back="withdrawn", Paid_anyway="cannot tell")
    assert foidesk(asking, "compute", "--json").json == before, "a coding moves no figure"
    [one] = foidesk(asking, "code", "--json").json["agreement"]
    assert one == {"variable": "outcome", "coders": 2, "units": 2, "alike": 0.5, "kappa": 0.333, "alpha": 0.4}
    human = foidesk(asking, "code").out
    assert "0.333" in human and "Ada: Upheld; Ben: cannot tell" in human
    adopted = foidesk(asking, "code", "--adopt", "--by", "C. Editor", "--reason", "two coders agree")
    assert adopted.out == "Adopted: 1 decision\n"
    [left] = foidesk(asking, "decide", "--kind", "coding", "--json").json
    assert "Paid anyway" in left["question"]
    assert foidesk(asking, "decide", left["id"], "--answer", "Upheld", "--reason", "it was paid").code == 0
    site = asking / "site"
    assert foidesk(asking, "publish", "--draft").code == 0
    method = (site / "method.html").read_text()
    assert "Agreement of coders" in method and "0.33" in method and "Ada" not in method and "Ben" not in method


def test_a_second_sheet_of_a_coder_replaces_the_first(asking: Path, tmp_path: Path) -> None:
    _coded(asking, tmp_path / "1.xlsx", "Ada", Taken_back="Withdrawn")
    _coded(asking, tmp_path / "2.xlsx", "Ben", Taken_back="Upheld")
    _coded(asking, tmp_path / "3.xlsx", "Ben", Taken_back="Withdrawn")
    found = foidesk(asking, "code", "--json").json
    assert (found["alike"], found["differing"]) == (1, [])


def test_a_category_that_does_not_exist_is_refused_and_nothing_is_recorded(asking: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "1.xlsx"
    foidesk(asking, "code", "--to", str(sheet))
    _fill(sheet, "category", {"Paid anyway": "Upheld", "Taken back": "Withdrawm"})
    said = foidesk(asking, "code", "--from", str(sheet), "--by", "Ada")
    assert said.code == 2 and "line 3" in said.err and "did you mean 'Withdrawn'" in said.err
    assert not (asking / "codings.jsonl").exists()
    said = foidesk(asking, "code", "--to", str(sheet), "--variable", "outcom")
    assert said.code == 2 and "did you mean 'outcome'" in said.err


def test_the_codebook_comes_back_from_a_workbook_first_shown_then_saved(asking: Path, tmp_path: Path) -> None:
    book = tmp_path / "codebook.xlsx"
    old = (asking / "codebook.toml").read_text()
    assert foidesk(asking, "codebook", "--to", str(book)).code == 0
    said = foidesk(asking, "codebook", "--from", str(book), "--save")
    assert said.code == 2 and "says what codebook.toml says" in said.err
    pages = openpyxl.load_workbook(book)
    sheet: Any = pages["categories"]
    row = next(cells for cells in sheet.iter_rows(min_row=2) if cells[1].value == "withdrawn")
    row[4].value = f"{row[4].value or ''}\ntaken back by reader"
    sheet.append(["outcome", "settled", "Settled", "", "paid anyway\npaid out"])
    pages.save(book)
    shown = foidesk(asking, "codebook", "--from", str(book), "--json").json
    assert (shown["open_before"], shown["open_after"]) == (2, 0)
    assert any(one["line"] == "Settled" for one in shown["changes"])
    assert (asking / "codebook.toml").read_text() == old
    assert "Saved." in foidesk(asking, "codebook", "--from", str(book), "--save", "--by", "A. Editor").out
    found = foidesk(asking, "codebook", "--json").json
    assert found["version"] == 2 and found["recodings"][0]["who"] == "A. Editor"
    settled = found["variables"][0]["categories"][-1]
    assert (settled["id"], settled["synonyms"]) == ("settled", ["paid anyway", "paid out"])
    assert foidesk(asking, "decide", "--kind", "coding", "--json").json == []


def test_a_workbook_of_another_kind_says_what_is_wrong(asking: Path, tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(path)
    said = foidesk(asking, "codebook", "--from", str(path))
    assert said.code == 2 and "no sheet 'variables'" in said.err
    path.write_bytes(b"PK no workbook")
    for verb in ("decide", "code", "codebook"):
        said = foidesk(asking, verb, "--from", str(path))
        assert said.code == 2 and "cannot be read" in said.err


def test_a_csv_sheet_names_the_categories_and_may_come_back_with_semicolons(asking: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "ada.csv"
    assert foidesk(asking, "code", "--to", str(sheet)).code == 0
    rows = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8"))))
    assert {row["phrase"] for row in rows} == {"Taken back by reader", "Paid anyway"}
    assert all("Upheld | " in row["categories"] and "cannot tell" in row["categories"] for row in rows)
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(row | {"category": "Upheld"} for row in rows)
    assert foidesk(asking, "code", "--from", str(sheet), "--by", "Ada").code == 0


def test_one_coder_under_two_spellings_is_not_two(asking: Path, tmp_path: Path) -> None:
    _coded(asking, tmp_path / "ada.xlsx", "Ada  Byron", Paid="Upheld")
    refused = foidesk(asking, "code", "--from", str(tmp_path / "ada.xlsx"), "--by", "ada byron")
    assert refused.code == 2
    assert "'Ada Byron'" in refused.err
    assert foidesk(asking, "code", "--from", str(tmp_path / "ada.xlsx"), "--by", "Ada Byron").code == 0
