"""A table that says what the codes of a list mean is no list of cases. REHEARSAL: invented."""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.extract import extract
from foidesk.model import Category, Codebook, Context, Measure, Period, Question, Variable

from .rehearsal import lines, reading_of

CAUSE = Variable("cause", "Cause", "1", categories=(Category("frost", "Frost"), Category("root", "Roots")))
KIND = Variable(
    "kind", "Kind", "1", categories=(Category("path", "Path", synonyms=("PTH",)), Category("wall", "Wall"))
)
BOOK = Codebook(1, (CAUSE, KIND), (Measure("slips", "Slips", "slips", nouns=("slips",)),))
QUESTION = Question("q1", "How many slips were there, by cause and kind?", ("slips",), ("cause", "kind"))
YEARS = Period.days(date(2022, 1, 1), date(2024, 1, 1))


def said(*tables: str) -> dict[str, list[str]]:
    text = "".join(
        "<table>"
        + "".join(
            "<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in one.split("/")
        )
        + "</table><p>REHEARSAL</p>"
        for one in tables
    )
    told = Context(BOOK, (QUESTION,), YEARS, "us-ca-cpra", "b", ("Sliptown",), "d", "reply.html")
    return lines(extract(reading_of(text.encode(), "reply.html"), told))


SLIPS = "Slip|Date|Cause|Kind/1|3 May 2022|F|PTH/2|9 May 2022|F|WLL/3|1 June 2023|R|PTH"
KEY = "Code|Cause|Code|Kind/F|Frost|PTH|Path/R|Roots|WLL|Wall"


def test_the_key_to_the_codes_of_a_list_counts_nothing_and_is_told() -> None:
    alone, beside = said(SLIPS), said(SLIPS, KEY)
    assert alone["statements"]
    assert beside["statements"] == alone["statements"]
    assert set(beside["issues"]) - set(alone["issues"]) == {"key-to-codes"}


@pytest.mark.parametrize(
    "other", ["", "Ref|Grade/A|A/B|B/C|A", "Slip|Grade|Cause/1|A|Frost/2|A|Roots/3|C|Frost/4|C|Frost/5|D|Frost"]
)
def test_a_list_with_letters_for_its_numbers_stays_a_list(other: str) -> None:
    cases = "Ref|Cause|Kind/A|Frost|Path/B|Roots|Wall/E|Frost|Wall"
    assert set(said(cases)["statements"]) <= set(said(*filter(None, (cases, other)))["statements"])
    assert said(cases)["statements"]
