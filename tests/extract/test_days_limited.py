"""Figures without a date in a reply that says elsewhere of which days they are; REHEARSAL."""

from __future__ import annotations

import pytest

from foidesk.model.observations import Choice

from .test_counted_things import accepted, seen

COUNT = "There were 29 complaints about trees. "


def asked(text: str) -> list[Choice]:
    return [one for one in seen(text).choices if "of which days" in one.question]


def both(text: str, value: int = 29) -> list[str]:
    """The days of the statements of a value, the option under which each holds after it."""
    found = [one for one in seen(text).observations if one.amount is not None and one.amount.lo == value]
    return sorted(
        f"{one.period.start}..{one.period.end} {one.option}" if one.period else one.option for one in found
    )


@pytest.mark.parametrize(
    "words",
    [
        "We only hold data from 2022.",
        "Our records only go back to January 2022.",
        "Data for 2021 is not held.",
        "The figures do not include 2021.",
        "We changed our system in 2022 so earlier data is not available.",
    ],
)
def test_a_figure_without_a_date_is_of_either_until_a_person_says(words: str) -> None:
    assert len(asked(COUNT + words)) == 1
    assert both(COUNT + words) == ["2022-01-01..2024-01-01 these days", "all days"]


def test_this_is_what_stands_right_before() -> None:
    text = "There were 29 complaints about trees. This was in 2021. We paid £400 in compensation."
    assert both(text) == ["2021-01-01..2022-01-01 these days", "all days"]


def test_these_are_all_figures_of_the_list_or_table_before() -> None:
    """A list has a figure a line, and a table stands between its sentence and the next."""
    listed = "Complaints about trees upheld: 5\nComplaints about trees not upheld: 3\n\nThese relate to 2022."
    table = "We had 29 complaints about trees.\n\nOutcome     Number\nUpheld           9\nNot upheld      20\n\n"
    for text, values in ((listed, (5, 3)), (table + "These relate to 2022.", (29, 9, 20))):
        for value in values:
            assert both(text, value) == ["2022-01-01..2023-01-01 these days", "all days"]


def test_where_no_stretch_is_left_the_figure_stands_or_is_left_out() -> None:
    (choice,) = asked(COUNT + "We hold no figures for 2022.")
    assert [option.id for option in choice.options] == ["not data", "all days"]


@pytest.mark.parametrize(
    "words",
    [
        "This covers 1 January 2021 to 31 December 2023.",
        "The data was extracted on 3 April 2024.",
        "Our policy was reviewed in 2022.",
        "",
    ],
)
def test_words_that_limit_nothing_ask_nothing(words: str) -> None:
    assert asked(COUNT + words) == []
    assert accepted(seen(COUNT + words)) == [29]


@pytest.mark.parametrize(
    "words",
    [
        "The 2023 figure covers January to June only.",
        "2023 is a part year, to the end of June.",
        "* January to June only",
    ],
)
def test_a_year_that_is_cut_short_in_a_note(words: str) -> None:
    mark = "*" if words.startswith("*") else ""
    text = f"Complaints about trees:\n2021: 12\n2022: 14\n2023{mark}: 9\n{words}\n"
    assert both(text, 9) == ["2023-01-01..2023-07-01 these days", "2023-01-01..2024-01-01 all days"]
    assert both(text, 12) == ["2021-01-01..2022-01-01 "]


def test_an_answer_in_the_words_of_the_question_is_no_quoted_request() -> None:
    """The count before the noun is no number of a question."""
    assert accepted(seen("29 complaints about trees were received.")) == [29]


def test_a_count_up_to_a_month_is_not_of_all_days() -> None:
    assert accepted(seen("We had 29 complaints about trees up to June 2023.")) == []


@pytest.mark.parametrize(
    "lines",
    [
        "29 complaints received. Calendar year 2021\n18 complaints received. Calendar year 2022\n",
        "29 complaints about trees were received. (2021)\n18 complaints about trees were received. (2022)\n",
        "Number of complaints: 29\nYear: 2021\nNumber of complaints: 18\nYear: 2022\n",
    ],
)
def test_days_behind_a_count_are_its_own_and_not_those_of_the_next_line(lines: str) -> None:
    found = [o for o in seen("Complaints about trees\n\n" + lines).observations if o.amount is not None]
    told = {int(o.amount.lo): o.period.label for o in found if o.period is not None and o.amount is not None}
    assert told == {29: "2021", 18: "2022"}
    assert len(found) == 2
