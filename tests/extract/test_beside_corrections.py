"""Words beside a correction of an earlier letter that leave open what it is for, and those that do not."""

from __future__ import annotations

import pytest

from .rehearsal import extracted

WRONG = "One figure in our response was not right."


def doubted(text: str) -> list[bool]:
    found = extracted(f"REHEARSAL\n\n{text}\n", "reply.txt")
    return [one.doubted for one in found.corrections if one.new is not None]


@pytest.mark.parametrize(
    "text",
    [
        f"{WRONG} There were 45 cases in 2012. Excluding duplicates it is 41.",
        f"{WRONG} There were 45 cases in 2012. This is still being checked.",
        f"{WRONG} There were 45 cases in 2012. This counts only those of the north.",
        f"{WRONG} There were 45 cases in 2012. That was the figure of the contractor.",
        f"{WRONG} There were 45 cases in 2012. That is not so.",
        f"{WRONG}\n\nStaff:\nThere were 45 cases in 2012.",
        f"{WRONG}\n\nStaff\n\nThere were 45 cases in 2012.",
        f"{WRONG}\n\nNorthern area\n\n- There were 45 cases in 2012.",
        f"{WRONG}\n\nYou asked us to confirm the following:\n\nThere were 45 cases in 2012.",
        "The figure for new cases in 2012 should be 45.",
        "In 2012 the figure for cases should be 45 to 31 October.",
        "There were 45 cases in 2012, not 51 as we told you. This is an estimate.",
        "The number of cases in 2012 should be 45 and not 51, if both stations are counted.",
        "The number of cases in 2012 should be 45 and not 51 when agency staff are included.",
        "The number of cases in 2012 should be 45 and not 51 (including volunteers).",
        "The number of cases in 2012 should be 45 and not 51. We withdraw this correction.",
    ],
)
def test_it_is_left_open_what_a_correction_is_for(text: str) -> None:
    told = doubted(text)
    assert told and all(told)


@pytest.mark.parametrize(
    "text",
    [
        f"{WRONG} There were 45 cases in 2012.",
        f"{WRONG} There were 45 cases in 2012. This was a typing error. All other figures stand.",
        f"{WRONG}\n\nCases\n\nThere were 45 cases in 2012.",
        "Correction:\n\nThere were 45 cases in 2012, not 51 as we told you.",
        "Correction: there were 45 cases in 2012, not 51 as we told you. That is six fewer.",
        "There were 45 cases in 2012, not 51 as we told you in our letter of 3 May. I am sorry for this.",
        "The number of cases in 2012 should be 45 and not 51. This means that the total for 2012 is 45.",
        "I put things right in our response.\n\n1. There were 45 cases in 2012, not 51.\n\n2. In 2011: 4, not 5.",
    ],
)  # fmt: skip
def test_whence_an_error_came_and_what_follows_leave_nothing_open(text: str) -> None:
    told = doubted(text)
    assert told and not any(told)
