"""Replies that answer in sentences, year by year: of which year a part is, whose noun a number has, what is 0."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, lines

SPLIT = "Two people resigned and one was dismissed."


def told(text: str) -> set[str]:
    """The accepted statements, as "2 outcome=resigned 2012"."""
    out = set()
    for one in lines(extracted(f"REHEARSAL\n\n{text}\n", "reply.txt"))["statements"]:
        said, _, rule = one.partition(" (")
        if "open" not in rule:
            out.add(said.replace(" cases", "").replace(" where", "").replace(" in ", " "))
    return out


def open_numbers(text: str) -> list[str]:
    found: list[str] = lines(extracted(f"REHEARSAL\n\n{text}\n", "reply.txt"))["open"]
    return found


def test_parts_are_of_the_year_that_their_paragraph_opens_with() -> None:
    text = (
        "In 2012 we opened 5 cases. Three resulted in resignation and two in dismissal.\n\n"
        "In 2013 we opened 4 cases. Of these, one resulted in resignation and three in dismissal."
    )
    found = told(text)
    assert {"5 2012", "4 2013"} <= found
    assert {"3 outcome=resigned 2012", "1 outcome=resigned 2013", "3 outcome=dismissed 2013"} <= found
    assert not [one for one in found if "outcome" in one and not one.endswith(("2012", "2013"))]


def test_parts_behind_two_years_are_of_neither_alone() -> None:
    whole = told("In 2012 we opened 5 cases. In 2013 we opened 4 cases. Six resigned and three were dismissed.")
    assert {"6 outcome=resigned", "3 outcome=dismissed"} <= whole
    unsure = told("In 2012 we opened 5 cases. In 2013 we opened 4 cases. Two resigned.")
    assert not [one for one in unsure if "resigned" in one]


def test_what_speaks_of_all_years_is_of_all_years() -> None:
    found = lines(extracted("In 2012 we opened 5 cases. Over the whole period 7 resigned.", "reply.txt"))[
        "statements"
    ]
    assert [one for one in found if one.startswith("7 cases where outcome=resigned (")], found


def test_paragraphs_below_a_year_are_of_that_year() -> None:
    text = (
        "2012\n\nWe opened 5 cases. Three resigned and two were dismissed.\n\n"
        "2013\n\nWe opened 4 cases. All of them resigned.\n\n"
        "You may ask for a review of this answer. We hold 14 cases on paper."
    )
    found = told(text)
    assert {"5 2012", "3 outcome=resigned 2012", "2 outcome=dismissed 2012", "4 2013"} <= found
    assert not [one for one in found if one.startswith("14") and one.endswith("2013")]
    assert "2012" not in open_numbers(text)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("There were 5 cases in 2011, 4 in 2012 and none in 2013.", {"5 2011", "4 2012", "0 2013"}),
        ("We opened 5 cases in 2011, no cases in 2012 and 4 cases in 2013.", {"5 2011", "0 2012", "4 2013"}),
        ("Cases: none in 2011, 4 in 2012.", {"0 2011", "4 2012"}),
        ("There were 9 cases (5 in 2011, 4 in 2012 and none in 2013).", {"9", "5 2011", "4 2012", "0 2013"}),
        ("In 2011 we opened 5 cases; in 2012 we opened 4.", {"5 2011", "4 2012"}),
        ("We opened 5 cases in 2011. In 2012 we opened four.", {"5 2011", "4 2012"}),
        ("We opened 5 cases in 2011. None were opened in 2013.", {"5 2011", "0 2013"}),
        ("We opened 5 cases of theft, fraud or the like in 2011, 3 in 2012 and 4 in 2013, which is 12 in all.",
         {"5 2011", "3 2012", "4 2013", "12"}),
        ("In 2012 there were 5 cases with compensation of £90. For 2013: there were none.", {"5 2012", "0 2013"}),
        ("There were 5 cases in 2012. There were none in 2011 or 2013.", {"5 2012", "0 2011", "0 2013"}),
    ],
)  # fmt: skip
def test_a_figure_or_none_for_each_year(text: str, figures: set[str]) -> None:
    assert figures <= told(text)
    assert not open_numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "There were 5 cases in 2011 and no complaints about parking in 2012.",
        "There were 5 cases in 2011; in 2012 we bought 4.",
        "There were 5 cases in 2011, of which 2 and 3.",
        "There were 5 cases in 2011. In 2012 we moved 4.",
        "There were 5 cases in 2011. None were printed in 2012.",
    ],
)
def test_what_another_word_counts_is_not_carried_on(text: str) -> None:
    assert told(text) <= {"5 2011"}


def test_a_total_and_its_kinds_in_one_sentence() -> None:
    text = (
        "In 2011 we opened 9 cases, of which five ended in resignation, three in dismissal and the remaining one "
        "in retirement; in 2012 we opened 4, all of which ended in dismissal."
    )
    assert told(text) == {
        "9 2011", "5 outcome=resigned 2011", "3 outcome=dismissed 2011", "1 outcome=retired 2011",
        "4 2012", "4 outcome=dismissed 2012",
    }  # fmt: skip


def test_kinds_in_brackets_prove_the_number_before_them() -> None:
    listed = "Cases by year:\n\n2011: 9 (6 resigned, 3 dismissed)\n2012: 4 (4 resigned)\n"
    assert {"9 2011", "6 outcome=resigned 2011", "3 outcome=dismissed 2011"} <= told(listed)
    wrong = told("Cases by year:\n\n2011: 9 (6 resigned, 4 dismissed)\n")
    assert not [one for one in wrong if "outcome" in one]


def test_a_count_and_its_cost_in_one_sentence() -> None:
    found = told("In 2011 there were 9 cases with compensation of £420. In 2012 there were 4 cases.")
    assert {"9 2011", "420 paid 2011", "4 2012"} <= found


def test_words_on_the_rest_leave_the_numbers_before_them_alone() -> None:
    found = told("In 2011 we opened 9 cases, of which five resigned; the remaining cases are not finished.")
    assert {"9 2011", "5 outcome=resigned 2011"} <= found
    assert not [one for one in told("Five of the remaining cases resigned in 2011.") if "5" in one]
