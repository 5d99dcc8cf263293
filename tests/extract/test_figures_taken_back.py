"""Words that shake a figure, understood or not: it stands for exact no longer."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, statement


def statements(text: str) -> list[str]:
    return sorted(map(statement, extracted(f"REHEARSAL\n\n{text}\n", "reply.txt").observations))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Note: the number for 2012 was counted twice in part and ought to be eleven.", ("15", "11")),
        ("The figure for 2012 is a typing error; it should read 14.", ("15", "14")),
        ("The figure for 2012 is not right.", ("15",)),
    ],
)
def test_the_figure_of_the_year_that_is_named_is_open(text: str, figures: tuple[str, ...]) -> None:
    told = "There were 12 cases in 2011, 15 in 2012 and 13 in 2013."
    found = statements(f"{told}\n\n{text}")
    for number in figures:
        assert any(one.startswith(f"{number} cases") and "2012" in one and "open" in one for one in found), found
    assert any(one.startswith("12 cases") and "open" not in one for one in found)


def test_each_kind_that_an_erratum_names_is_open() -> None:
    text = "There were 8 cases: 6 dismissed and 2 resigned.\n\nErratum: for dismissed read 5, and for resigned 3."
    found = statements(text)
    for number, kind in ((6, "dismissed"), (5, "dismissed"), (2, "resigned"), (3, "resigned")):
        assert any(one.startswith(f"{number} cases where outcome={kind}") and "open" in one for one in found), (
            found
        )


def test_a_figure_that_is_printed_as_corrected_already_stands() -> None:
    text = "There were 47 cases.\n\nFive cases had been counted twice; the correct total is 47."
    found = extracted(f"REHEARSAL\n\n{text}\n", "reply.txt")
    assert not any("Which figure stands" in one.question for one in found.choices)
    assert any(one.startswith("47 cases (") and "open" not in one for one in statements(text))


def test_a_figure_that_is_said_to_be_right_stands() -> None:
    found = statements("There were 23 cases. We checked this again and it is the right figure.")
    assert found == ["23 cases (prose, number-beside-its-noun)"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We are sorry, the figure for 2012 was not right. Fourteen is the right one.", [("14", "None", "2012")]),
        ("The figure of 15 for 2012 is wrong.", [("None", "15", "2012")]),
        ("The number of cases that we sent is incorrect.", [("None", "None", "")]),
        ("Two more cases were found. Both were dismissed.", [("None", "None", ""), ("None", "None", "")]),
        ("Unfortunately our number for 2012 was miscounted.", [("None", "None", "2012")]),
        ("We have since found three more cases in another mailbox. That makes 43.", [("43", "40", "")]),
    ],
)
def test_a_later_letter_says_which_figure_it_shakes(text: str, told: list[tuple[str, str, str]]) -> None:
    found = extracted(f"REHEARSAL\n\n{text}\n", "reply.txt")
    assert [(str(o.new), str(o.old), o.period.label if o.period else "") for o in found.corrections] == told
    assert not any(one.accepted_by for one in found.observations)


def test_further_ones_of_no_kind_leave_the_total_open() -> None:
    found = statements("There were 40 cases. A further 5 are still being entered into our system.")
    assert any(one.startswith("40 cases") and "open" in one for one in found), found
    assert any(one.startswith("40..45 cases") or "40–45" in one or "40 to 45" in one for one in found), found


def test_further_ones_of_a_kind_and_of_something_else_shake_no_total() -> None:
    for text in ("A further 5 were dismissed.", "A further 5 meetings were held."):
        assert "40 cases (prose, number-beside-its-noun)" in statements(f"There were 40 cases. {text}")


def test_figures_that_hold_duplicates_are_named() -> None:
    text = "There were 40 cases. The data includes duplicates."
    assert "counted-twice" in {one.kind for one in extracted(f"REHEARSAL\n\n{text}\n", "reply.txt").issues}
