"""Sums below zero, rows of a list of sums, cells that say "not recorded", and kinds that nobody told apart."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from foidesk.survey import Survey

from .. import small

PAID = """
[survey]
id = "paid"
title = "REHEARSAL: compensation in Exampleshire"
rehearsal = true

[survey.period]
from = 2020-01-01
to = 2022-12-31

[[questions]]
id = "q1"
text = "How much compensation was paid?"
measures = ["pay"]
variables = ["outcome"]

[[measures]]
id = "pay"
label = "compensation paid"
unit = "GBP"
type = "money"
nouns = ["compensation", "compensation paid", "amount paid"]
"""
UPHELD = 'where = { outcome = ["upheld"] }'
LIST = "Date,Outcome,Amount paid\n01/02/2020,Upheld,£500\n01/03/2020,{},{}\n03/04/2021,Not upheld,£50\n"


def finding(recipe: str, more: str = "") -> str:
    return f'\n[[findings]]\nname = "{recipe}"\nrecipe = "{recipe}"\n{more}\n'


def computed(folder: Path, reply: str | bytes, *findings: str, survey: str = PAID) -> dict[str, dict[str, Any]]:
    """The findings of a survey of three boroughs of which Alphaton sent that CSV file, or that workbook."""
    small.write(folder)
    for old in (*(folder / "replies").glob("*.eml"), folder / "story.md"):
        old.unlink()
    (folder / "survey.toml").write_text(survey.lstrip() + "".join(findings), encoding="utf-8")
    name = "reply.csv" if isinstance(reply, str) else "reply.xlsx"
    (folder / "replies" / "alphaton" / name).write_bytes(reply.encode() if isinstance(reply, str) else reply)
    mine = Survey(folder)
    mine.ingest()
    return {one["name"]: one for one in mine.compute(sources=True)}


def ends(found: dict[str, Any]) -> tuple[Any, Any]:
    return found["value"]["lo"], found["value"]["hi"]


def test_a_row_of_a_list_of_sums_is_no_pound_of_its_own(tmp_path: Path) -> None:
    found = computed(
        tmp_path / "s", LIST.format("Upheld", "£100"), finding("total"), finding("count", UPHELD),
        finding("breakdown", 'by = "outcome"'),
    )  # fmt: skip
    assert ends(found["total"]) == (650, 650) and ends(found["count"]) == (600, 600)
    assert [one["value"]["lo"] for one in found["breakdown"]["lines"]][:2] == [600, 50]


def test_a_list_whose_sums_were_saved_without_results_leaves_the_total_open(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ("Date", "Outcome", "Amount paid"), ("01/02/2020", "Upheld", "=500+1"), ("01/03/2020", "Not upheld", 0),
        ("03/04/2021", "Upheld", "=40+2"),
    ):  # fmt: skip
        book.active.append(row)
    saved = BytesIO()
    book.save(saved)
    found = computed(tmp_path / "s", saved.getvalue(), finding("total"), finding("count", UPHELD))
    assert found["total"]["true"]["hi"] is None and found["count"]["true"]["hi"] is None


def test_a_list_with_a_sum_paid_back_adds_up_and_makes_no_share(tmp_path: Path) -> None:
    kinds = finding("total") + finding("count", UPHELD) + finding("share", UPHELD)
    found = computed(
        tmp_path / "s", LIST.format("Withdrawn", "-£100"), kinds, finding("breakdown", 'by = "outcome"')
    )
    assert ends(found["total"]) == (450, 450) and ends(found["count"]) == (500, 500)
    assert {one["key"]: one["value"]["text"] for one in found["breakdown"]["lines"]}["withdrawn"] == "−£100"
    assert found["share"]["base"]["n"] == 0 and ends(found["share"]) == (0, 1)
    assert any("below zero: Borough of Alphaton" in caveat for caveat in found["share"]["caveats"])


@pytest.mark.parametrize(
    ("rows", "total", "upheld"),
    [
        ("Upheld,£500\nNot upheld,-£100\nTotal,£400\n", (400, 400), (500, 500)),
        ("Upheld,£100\nNot upheld,-£400\nTotal,-£300\n", (-300, -300), (100, 100)),
        ("Upheld,£500\nNot upheld,-£100\n", None, (500, 500)),
    ],
)
def test_a_kind_below_zero_stands_as_it_is_given_and_nothing_is_worked_out_from_it(
    tmp_path: Path, rows: str, total: tuple[int, int] | None, upheld: tuple[int, int]
) -> None:
    found = computed(tmp_path / "s", f"Outcome,Amount paid\n{rows}", finding("total"), finding("count", UPHELD))
    assert ends(found["count"]) == upheld
    if total:
        assert ends(found["total"]) == total
    else:
        assert found["total"]["base"]["n"] == 0


def test_years_of_which_one_is_below_zero_and_that_no_total_adds_are_left_to_a_person(tmp_path: Path) -> None:
    by_year = finding("by-body", 'period = "2021"')
    found = computed(
        tmp_path / "s", "Year,Amount paid\n2020,£500\n2021,-£900\n2022,£100\n", finding("total"), by_year
    )
    assert found["total"]["base"]["n"] == 0
    assert any("waits for a person: Borough of Alphaton" in caveat for caveat in found["total"]["caveats"])


COUNTED = small.SURVEY.partition("[[findings]]")[0]


@pytest.mark.parametrize("words", ["Not recorded", "Not held", "unknown", "n/k", "No data"])
def test_a_year_that_was_not_recorded_is_no_nought_whatever_the_total_leaves(tmp_path: Path, words: str) -> None:
    reply = f"Number of complaints\n\nYear,Number\n2020,3\n2021,{words}\n2022,4\nTotal,7\n"
    year = 'period = "2021"'
    asked = (
        finding("count", f"{UPHELD}\n{year}"),
        finding("bodies-with-any", year),
        finding("change", f'since = "2020"\n{year}'),
    )
    found = computed(tmp_path / "s", reply, finding("total"), finding("by-body", year), *asked, survey=COUNTED)
    assert ends(found["by-body"]) == (0, None) and ends(found["total"]) == (7, 7)
    assert ends(found["bodies-with-any"]) == (0, 1)
    assert found["change"]["base"]["n"] == 0
    assert any(f"“{words}”" in caveat for caveat in found["by-body"]["caveats"])


@pytest.mark.parametrize("words", ["0", "nil", "none", "Nil"])
def test_a_year_without_a_case_is_a_nought(tmp_path: Path, words: str) -> None:
    reply = f"Number of complaints\n\nYear,Number\n2020,3\n2021,{words}\n2022,4\nTotal,7\n"
    found = computed(tmp_path / "s", reply, finding("by-body", 'period = "2021"'), survey=COUNTED)
    assert ends(found["by-body"]) == (0, 0)


def test_a_kind_that_is_not_held_leaves_its_share_open_and_the_others_as_they_are(tmp_path: Path) -> None:
    reply = "Outcome,Number of complaints\nUpheld,Not held\nNot upheld,4\nWithdrawn,1\nTotal,5\n"
    other = finding("count", 'where = { outcome = ["not-upheld"] }')
    found = computed(
        tmp_path / "s", reply, finding("share", UPHELD), other, finding("by-body", UPHELD), survey=COUNTED
    )
    assert ends(found["count"]) == (4, 4) and ends(found["by-body"]) == (0, None)
    assert ends(found["share"]) == (0, 1)


def test_a_body_that_tells_a_wider_kind_apart_nowhere_does_not_say_the_finer_one(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    finer = '\n[[variables.categories]]\nid = "in-part"\nlabel = "Upheld in part"\nparent = "upheld"\n'
    reply = "Outcome,Number of complaints\nUpheld,5\nNot upheld,4\nTotal,9\n"
    part = 'where = { outcome = ["in-part"] }'
    small.write(folder)
    asked = finding("count", part) + finding("coverage", part) + finding("by-body", UPHELD)
    (folder / "survey.toml").write_text(COUNTED.lstrip() + asked, encoding="utf-8")
    (folder / "codebook.toml").write_text(small.CODEBOOK.lstrip() + finer, encoding="utf-8")
    (folder / "replies" / "alphaton" / "reply.csv").write_text(reply, encoding="utf-8")
    (folder / "replies" / "betaford.eml").unlink()
    survey = Survey(folder)
    survey.ingest()
    found = {one["name"]: one for one in survey.compute(sources=True)}
    assert found["count"]["base"]["n"] == 0 and ends(found["coverage"]) == (0, 0)
    assert ends(found["by-body"]) == (5, 5)
    told = reply.replace("Not upheld", "Upheld in part,2\nNot upheld")
    (folder / "replies" / "alphaton" / "reply.csv").write_text(
        told.replace("Total,9", "Total,11"), encoding="utf-8"
    )
    survey = Survey(folder)
    survey.ingest()
    assert {one["name"]: one for one in survey.compute()}["count"]["value"]["lo"] == 2


DAYS = (
    PAID.replace('"money"', '"duration"').replace('"GBP"', '"days"').replace("compensation paid", "average days")
)


@pytest.mark.parametrize(
    ("year", "given", "said"),
    [
        (
            "2021",
            (12.5, 12.5),
            "Borough of Alphaton: the figures run from 1 Jan 2021 to 31 Dec 2021, not 1 Jan 2020 to",
        ),
        ("2018", (0, None), ""),
    ],
)
def test_an_average_of_one_year_is_not_passed_off_for_that_of_all(
    tmp_path: Path, year: str, given: tuple[float, float | None], said: str
) -> None:
    reply = f"Average days\n\nYear,Average days\n{year},12.5\n"
    found = computed(tmp_path / "s", reply, finding("by-body"), survey=DAYS)["by-body"]
    assert ends(found) == given
    assert any(caveat.startswith(said) for caveat in found["caveats"])
    assert not said or found["bodies"][0]["counting"].startswith("the figures run from")


@pytest.mark.parametrize(
    "cell", ["Refused", "s40", "S.40(2)", "Section 40(2)", "See note", "see email", "TBC", "not given", "#REF!"]
)  # fmt: skip
@pytest.mark.parametrize("total", [20, 24])
def test_words_in_the_place_of_a_figure_are_no_nought_whatever_the_total(
    tmp_path: Path, cell: str, total: int
) -> None:
    rows = "Outcome,2020,2021,2022\nUpheld,4,5,{}\nNot upheld,9,12,20\nTotal,13,17,{}\n"
    folder = small.write(tmp_path / "s")
    (folder / "replies" / "alphaton" / "reply.csv").write_text(rows.format(cell, total), encoding="utf-8")
    survey = Survey(folder)
    survey.ingest()
    support = survey.work.reconciled.accounts.support
    upheld, other = (support("alphaton", "complaints", {"outcome": (one,)}) for one in ("upheld", "not-upheld"))
    assert upheld is not None and upheld.value.lo in (9, 9 + total - 20) and upheld.value.hi is None
    assert any(cell in one for one in upheld.caveats)
    assert other is not None and (other.value.lo, other.value.hi) == (41, 41)


@pytest.mark.parametrize("cell", ["-", "nil", "n/a", "none"])
def test_a_dash_or_none_is_a_nought_where_the_total_leaves_no_room(tmp_path: Path, cell: str) -> None:
    rows = f"Outcome,2020,2021,2022\nUpheld,4,5,{cell}\nNot upheld,9,12,20\nTotal,13,17,20\n"
    folder = small.write(tmp_path / "s")
    (folder / "replies" / "alphaton" / "reply.csv").write_text(rows, encoding="utf-8")
    survey = Survey(folder)
    survey.ingest()
    support = survey.work.reconciled.accounts.support("alphaton", "complaints", {"outcome": ("upheld",)})
    assert support is not None and (support.value.lo, support.value.hi) == (9, 9)


def months(*last: str) -> str:
    return "\n".join(("Month,Complaints", *(f"{one} 2021,2" for one in ("Jan", "Feb", "Mar")), *last, ""))


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        (months("Apr 2021,", "Total 2021,6"), 6),
        (months("Apr 2021,", "May 2021,", "Total 2021,6"), 6),
        (months("Apr 2021,", "Total,6"), 6),
        (months("Apr 2021,", "2021,6"), 6),
        ("Year,Complaints\n2020,4\n2021,5\n2022,\nTotal,9\n", 9),
        ("Year,Complaints\n2022,5\n2021,4\n2020,\nTotal,9\n", 9),
        ("Year,Complaints\n2020,4\n2021,\n2022,\nTotal,4\n", 4),
        ("Year,Complaints\n2020,4\n2021,\n2022,5\nTotal,9\n", 9),
        ("Period,Complaints\n2020,\nTotal,4\n2021,\nTotal,5\n2022,\nTotal,6\n", 15),
        ("Outcome,Complaints\n2020,\nUpheld,4\nNot upheld,5\n2021,\nUpheld,2\nNot upheld,1\n", 12),
    ],
)
def test_a_month_or_year_left_blank_is_no_head_of_the_total_below_it(
    tmp_path: Path, rows: str, total: int
) -> None:
    folder = small.write(tmp_path / "s")
    (folder / "replies" / "alphaton" / "reply.csv").write_text(rows, encoding="utf-8")
    survey = Survey(folder)
    survey.ingest()
    support = survey.work.reconciled.accounts.support("alphaton", "complaints", {})
    assert support is not None and support.value.lo == total and support.value.hi in (total, None)


def test_what_is_asked_of_a_list_of_sums_names_them_as_the_survey_does(tmp_path: Path) -> None:
    computed(tmp_path / "s", LIST.format("Upheld", "£100").replace("£100", "£100,void"), finding("total"))
    asked = [one.question for one in Survey(tmp_path / "s").work.results.open_choices() if one.kind == "reading"]
    assert asked and all("compensation paid" in one and "GBP" not in one for one in asked)
