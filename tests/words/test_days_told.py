"""What a sentence says of the days of figures; the survey asks about 2021 to 2023."""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.model.periods import Period
from foidesk.words.days_told import DaysTold, days_told, part_of_year
from foidesk.words.periods import period_in

WINDOW = Period.days(date(2021, 1, 1), date(2023, 12, 31))
NOUNS = ("complaints", "thefts")
FROM_2022 = "2022-01-01..2024-01-01"


def told(text: str) -> DaysTold | None:
    return days_told(text, period_in(text, WINDOW), WINDOW, NOUNS)


def days(text: str) -> str:
    found = told(text)
    return f"{found.days.start}..{found.days.end}" if found is not None and found.days is not None else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This was in 2021.", "2021-01-01..2022-01-01"),
        ("This figure is for 2021 only as we changed system in 2022.", "2021-01-01..2022-01-01"),
        ("These complaints were received in 2021.", "2021-01-01..2022-01-01"),
        ("The period covered is 2021 only.", "2021-01-01..2022-01-01"),
        ("The table shows thefts for 2022 and 2023 only.", FROM_2022),
        ("These relate to 2022.", "2022-01-01..2023-01-01"),
        ("Our complaints system was introduced in March 2022.", "2022-03-01..2024-01-01"),
        ("These are for the 2022/23 financial year.", "2022-04-01..2023-04-01"),
        ("The figures run to 30 June 2023.", "2021-01-01..2023-07-01"),
        ("The figures are correct as at 31 March 2023.", "2021-01-01..2023-04-01"),
        ("Data held from January 2021 to 30 June 2023.", "2021-01-01..2023-07-01"),
        ("We only hold data from 2022.", FROM_2022),
        ("Our records only go back to June 2022.", "2022-06-01..2024-01-01"),
        ("The data is only available from April 2022 onwards.", "2022-04-01..2024-01-01"),
        ("Figures before 2022 are not available.", FROM_2022),
        ("Records prior to 2022 were destroyed.", FROM_2022),
        ("We changed our system in 2022 so earlier data is not available.", FROM_2022),
        ("We do not hold data for 2021.", FROM_2022),
        ("Data for 2021 has been deleted.", FROM_2022),
        ("Please note 2021 is not included.", FROM_2022),
        ("The figures do not include 2021.", FROM_2022),
        ("No data is held for 2021 or 2022.", "2023-01-01..2024-01-01"),
        ("The data was extracted on 3 April 2023.", "2021-01-01..2023-04-04"),
        ("Report run on 2 January 2023", "2021-01-01..2023-01-03"),
        ("Data as at 30 September 2023", "2021-01-01..2023-10-01"),
        (
            "The contractor took over on 1 July 2021; figures before that date are not held.",
            "2021-07-01..2024-01-01",
        ),
        ("The log was begun on 1 March 2022 and no records were kept prior to that.", "2022-03-01..2024-01-01"),
    ],
)
def test_the_days_that_are_left(text: str, expected: str) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text", ["The information you requested for 2022 is not held.", "We hold no figures for 2022."]
)
def test_days_left_out_in_the_middle_leave_no_stretch(text: str) -> None:
    found = told(text)
    assert found is not None
    assert found.days is None


@pytest.mark.parametrize(
    "text",
    [
        "This covers the period 1 January 2021 to 31 December 2023.",
        "These figures are for the three years 2021 to 2023.",
        "The figures are correct as at 31 December 2023.",
        "The information was last published in March 2023.",
        "Report run on 2 January 2024",
        "Data as at 31 December 2023",
        "The contractor took over on 1 July 2021; figures before that date are included.",
        "The policy that the council has followed in all of its offices was written as at 1 May 2022.",
        "The new contract began on 1 July 2021 and replaced the one before that.",
        "Our policy was reviewed in 2022.",
        "This policy was adopted in 2022.",
        "In 2022 our tree officer left.",
        "Most of these were in 2022.",
        "Data before 2015 is not held.",
        "Our system was introduced in 2015 and no earlier data is available.",
        "The data for 2022 is attached.",
        "Figures for 2023 are provisional until the national return has been signed off.",
        "The figure for 2023 does not yet include cases that were reopened.",
        "This is an INTERIM reply: our legal team is still checking 2023.",
        "It concerns the years 2021, 2022 and 2023 (1 August to 31 July).",
        "Records are kept by fiscal year (July 1 to June 30) and not by calendar year.",
        "The 2022 figure covers January to December.",
        "The 2022/23 figure covers 1 April to 31 March.",
        "Thefts that nobody reported are not included (2023: 96 thefts).",
    ],
)
def test_what_limits_no_figure(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("The 2023 figure covers January to June only.", "January to June"),
        ("The figure for 2023 is to the end of September.", "to September"),
        ("Data for 2023 is up to 30 June.", "to 30 June"),
        ("2023 is a part year.", ""),
        ("2023 data is incomplete.", ""),
    ],
)
def test_words_about_one_year_alone(text: str, months: str) -> None:
    found = told(text)
    assert found is not None
    assert found.year is not None and found.year.label == "2023"
    assert part_of_year(text) == months


@pytest.mark.parametrize(
    "text",
    [
        "Note: figures for 2022 cover April to December 2022 only.",
        "The 2022 figure is up to 30 June 2022.",
        "Please note 2022 is part year (to 30 September 2022).",
        "2022 covers the period 1 January 2022 to 31 August 2022.",
        "Records for 2022 only begin in October 2022.",
        "2022 data is to the end of Q3.",
        "The 2022 figures are for the first nine months.",
    ],
)
def test_days_inside_a_year_cut_the_figures_of_that_year(text: str) -> None:
    found = told(text)
    assert found is not None and found.year is not None and found.year.start.year == 2022 and found.days is None


@pytest.mark.parametrize(
    "text",
    [
        "The 2022 figures were extracted on 5 January 2023.",
        "Figures for 2022 cover January to December 2022.",
        "The 2022 figure is up to 31 December 2022.",
    ],
)
def test_days_that_leave_the_year_whole_cut_nothing(text: str) -> None:
    found = told(text)
    assert found is None or found.year is None
