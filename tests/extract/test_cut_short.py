"""Years that words beside a figure cut short: the figure is of the days that are left; REHEARSAL."""

from __future__ import annotations

import pytest

from .test_counted_things import accepted, seen

TO_SEPTEMBER = "2023-01-01..2023-10-01"


def days(text: str) -> list[str]:
    """The days of each statement of 9."""
    found = [one for one in seen(text).observations if one.amount is not None and one.amount.lo == 9]
    return [f"{one.period.start}..{one.period.end}" if one.period else "" for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Complaints about trees: 2021: 12; 2022: 14; 2023: 9 (to September).",
        "We received 12 complaints in 2021, 14 in 2022 and 9 in 2023 (up to 30 September).",
        "2021 - 12 complaints; 2022 - 14 complaints; 2023 (to September) - 9 complaints.",
        "There were 12 complaints in 2021, 14 in 2022 and, to the end of September, 9 in 2023.",
        "There were 12 complaints in 2021, 14 in 2022 and 9 in 2023 to the end of September.",
    ],
)
def test_a_year_that_ends_early_has_no_figure_of_all_of_it(text: str) -> None:
    assert days(text) == [TO_SEPTEMBER]


@pytest.mark.parametrize(
    "text",
    [
        "There were 9 complaints in 2023 so far, 12 in 2021 and 14 in 2022.",
        "There were 12 complaints in 2021, 14 in 2022 and 9 in 2023 to date.",
    ],
)
def test_a_year_so_far_is_told_as_a_part_of_it_and_no_other_year_is(text: str) -> None:
    parts = {one.period.label: one.period.kind for one in seen(text).observations if one.period}
    assert len(parts) == 3
    assert {label[:4] for label, kind in parts.items() if kind == "part year"} == {"2023"}


def test_brackets_in_words_not_known_leave_the_year_to_a_person() -> None:
    assert 9 not in accepted(seen("There were 12 complaints in 2021 and 9 in 2023 (part of it, see below)."))


def test_brackets_that_count_something_cut_no_year() -> None:
    assert accepted(seen("2021: 12 complaints (3 upheld)")) == [12, 3]
    assert accepted(seen("We received 12 complaints in 2021 (see below) and 14 in 2022.")) == [12, 14]


def test_brackets_that_may_leave_others_out_leave_the_figures_to_a_person() -> None:
    found = seen("We received 12 complaints in 2021 (by post) and 14 in 2022.")
    assert not accepted(found) and found.choices
