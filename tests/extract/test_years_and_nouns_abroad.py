"""Replies from elsewhere: fiscal years, German nouns and noughts, other columns. REHEARSAL throughout."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from foidesk.extract import extract
from foidesk.extract.basis.year_start import year_start
from foidesk.model import Category, Codebook, Context, Extraction, Measure, Period, Question, Variable

from .rehearsal import lines, reading_of

TOWS = Measure("tows", "Vehicles towed", "vehicles", "count", ("vehicle", "vehicles towed", "tows"))
WINDOW = Period.days(date(2018, 7, 1), date(2021, 6, 30))
ASKED = (Question("q1", "How many vehicles were towed in each fiscal year, by lot?", ("tows",), ("lot",)),)
LOT = Variable("lot", "Lot", names=("lot",), open=True)


def towed(text: str, name: str = "reply.csv", law: str = "us-ca-cpra") -> list[str]:
    context = Context(Codebook(1, (LOT,), (TOWS,)), ASKED, WINDOW, law, "sampleton", ("Sampleton",), "d1", name)
    return periods(extract(reading_of(text.encode(), name), context))


def periods(found: Extraction) -> list[str]:
    return sorted(
        f"{one.value.lo} {one.period.start}..{one.period.end}"  # type: ignore[union-attr]
        for one in found.observations
        if one.accepted_by and one.period is not None
    )


@pytest.mark.parametrize(
    ("text", "law", "first"),
    [
        ("Fiscal Year (July 1 - June 30)", "", (7, 1)),
        ("The City's fiscal year begins October 1.", "us-ca-cpra", (10, 1)),
        ("for the fiscal year ended September 30, 2020", "", (10, 1)),
        ("Our financial years run from 1st May to 30th April.", "uk-foia-2000", (5, 1)),
        ("In the financial year 1 October to 31 December only", "uk-foia-2000", (4, 1)),
        ("Nothing of the kind.", "us-foia-federal", (10, 1)),
        ("FY: July to June. Another fiscal year runs from October 1 to September 30.", "us-ca-cpra", (7, 1)),
    ],
)
def test_a_body_s_year_begins_as_its_reply_says_or_as_in_its_country(
    text: str, law: str, first: tuple[int, int]
) -> None:
    assert year_start([text], law) == first


def test_a_fiscal_year_in_california_is_not_april_s() -> None:
    table = "Fiscal year,Vehicles towed\nFY 2018-19,12\nFY 2019-20,9\nFY 2020-21,30\n"
    assert towed(table) == ["12 2018-07-01..2019-07-01", "30 2020-07-01..2021-07-01", "9 2019-07-01..2020-07-01"]


def test_quarters_that_add_up_to_a_dated_total_are_quarters_of_it() -> None:
    rows = "Quarter,Vehicles towed\nQ1,3\nQ2,4\nQ3,5\nQ4,6\nTotal (2019-20),18\n"
    assert sorted(one.split()[1] for one in towed(rows)) == [
        "2019-07-01..2019-10-01", "2019-07-01..2020-07-01", "2019-10-01..2020-01-01", "2020-01-01..2020-04-01",
        "2020-04-01..2020-07-01",
    ]  # fmt: skip


def test_rows_that_add_up_to_a_dated_total_are_of_its_days() -> None:
    rows = "Lot,Vehicles towed\nBirch,3\nMill,4\nQuarry,5\nTotal (2019-20),12\n"
    assert [one.split()[1] for one in towed(rows)] == ["2019-07-01..2020-07-01"] * 4


def test_rows_without_a_heading_go_by_what_their_question_asks_for() -> None:
    page = (
        "<html><body><p>1. How many vehicles were towed in each fiscal year, by lot?</p><table><tr><td></td>"
        "<td>FY 2018-19</td><td>FY 2019-20</td></tr><tr><td>Birch Lot</td><td>3</td><td>4</td></tr>"
        "<tr><td>Mill Lot</td><td>5</td><td>6</td></tr></table></body></html>"
    )
    assert len(towed(page, "reply.html")) == 4


VERFAHREN = Measure("verfahren", "Bußgeldverfahren", "Verfahren", "count", ("Bußgeldverfahren", "Verfahren"))
SUMME = Measure("summe", "Bußgelder", "EUR", "money", ("Bußgelder", "Bußgeld"))
ART = Variable("art", "Art", names=("Art",), categories=(Category("laerm", "Lärm"), Category("parken", "Parken")))
FRAGEN = (
    Question("q1", "Wie viele Bußgeldverfahren gab es in den Jahren 2019 bis 2021?", ("verfahren",), ("art",)),
    Question("q2", "In welcher Höhe wurden Bußgelder festgesetzt?", ("summe",)),
)
JAHRE = Period.days(date(2019, 1, 1), date(2021, 12, 31))


def antwort(text: str, name: str = "antwort.txt") -> dict[str, Any]:
    book = Codebook(1, (ART,), (VERFAHREN, SUMME))
    context = Context(book, FRAGEN, JAHRE, "de-ifg", "kreis", ("Kreis Beispiel",), "d1", name)
    return lines(extract(reading_of(text.encode(), name), context))


def test_budget_years_and_noughts_below_the_number_of_a_question() -> None:
    said = antwort(
        "Zu 1.:\nHaushaltsjahr 2019: 1.032\nHaushaltsjahr 2020: Fehlanzeige\nHaushaltsjahr 2021: 7\n\n"
        "Zu 2.:\nHaushaltsjahr 2019: 104.300,- €\nHaushaltsjahr 2021: 980,50 €\n"
    )
    assert [one.split(" (")[0] for one in said["statements"]] == [
        "0 verfahren in 2020", "1032 verfahren in 2019", "104300 summe in 2019", "7 verfahren in 2021",
        "980.50 summe in 2021",
    ]  # fmt: skip
    assert not said["open"]
    assert not said["choices"]


@pytest.mark.parametrize("total", ["Gesamtergebnis", "Gesamtzahl", "Endsumme", "Insgesamt"])
def test_words_for_the_total(total: str) -> None:
    said = antwort(f"Art;2019;2020\nLärm;1.200;3\nParken;14;4\n{total};1.214;7\n", "antwort.csv")
    assert "1214 verfahren in 2019 (total, foots-to-printed-total)" in said["statements"]
    assert not said["choices"]


def test_a_heading_counts_and_a_lone_number_goes_by_the_country() -> None:
    said = antwort("Art;2019\nAnzahl Bußgeldverfahren;1.019\n", "antwort.csv")
    assert any(one.startswith("1019 verfahren in 2019") for one in said["statements"])


def test_columns_of_other_things_are_not_added_to_what_was_counted() -> None:
    said = antwort("Art;Feuer;Fläche in ha\nLärm;28;7\nParken;132;113\nGesamt;160;120\n", "antwort.csv")
    assert not any("foots-to-printed-total" in one and "cell" in one for one in said["statements"])
    assert said["choices"]


def test_months_behind_their_year() -> None:
    said = antwort(
        "Bußgeldverfahren;;\nArt;2020 (Jan – Nov);2019 (Jan – Nov)\nLärm;3;4\nParken;5;6\n", "antwort.csv"
    )
    assert sum("Jan – Nov" in one for one in said["statements"]) == 4


def test_a_year_of_two_numbers_is_no_year_where_years_begin_in_january() -> None:
    said = antwort("Bußgeldverfahren;;\nArt;2019/20;2020/21\nLärm;3;4\nParken;5;6\n", "antwort.csv")
    assert not any(" in 20" in one for one in said["statements"])
    assert said["choices"]
