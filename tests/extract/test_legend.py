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


ENDED = (
    "No.|Section|Location/1|8.30.030|Path/2|8.30.020|Wall/3|8.30.030|Path"
    "/4|8.30.060|Path/5|8.30.030|Wall/6|8.30.020|Wall"
)
MEANINGS = "Section|Meaning/8.30.020|Frost/8.30.030|Roots/8.30.060|Other"


def counted(*tables: str) -> int:
    return len(said(*tables)["statements"])


def test_a_key_to_codes_with_digits_counts_nothing() -> None:
    beside = said(ENDED, MEANINGS)
    assert "key-to-codes" in beside["issues"]
    assert beside["statements"] == said(ENDED)["statements"]
    two = f"{MEANINGS}/Kind|Meaning/Path|on a path/Wall|on a wall"
    assert "key-to-codes" in said(ENDED.replace("Location", "Kind"), two)["issues"]


@pytest.mark.parametrize(
    "other",
    [
        "Section|Cause/8.30.020|Frost/8.30.030|Roots/8.30.060|Roots",  # its head gives no meaning: a case each
        "Section|Description/8.30.020|Frost/8.30.030|Roots/8.30.060|Roots",
        "Section|Meaning/8.30.021|Frost/8.30.031|Roots/8.30.061|Roots",  # nobody uses these codes
        "Section|Meaning/8.30.020|Frost/8.30.030|Roots/8.30.099|Roots",  # nor the last of these
        "Section|Meaning/8.30.020|Frost/8.30.020|Roots/8.30.060|Roots",  # one of them twice
        "Section|Meaning/8.30.020|4 cases/8.30.030|7 cases/8.30.060|1 case",  # they count
        "Section|Meaning/8.30.020|4/8.30.030|7/8.30.060|1",
        "Section|Meaning|Cause/8.30.020|Other|Frost/8.30.030|Other|Roots/8.30.060|Other|Frost",  # three columns
        "8.30.020|Frost/8.30.030|Roots/8.30.060|Roots",  # no head
        "Section|Meaning/8.30.020|Frost",  # a line is no key
        "Meaning|Section/Frost|8.30.020/Roots|8.30.030/Other|8.30.060",  # the codes are no first column
    ],
)
def test_what_is_beside_a_list_with_codes_and_is_no_key(other: str) -> None:
    assert "key-to-codes" not in said(ENDED, other)["issues"]
