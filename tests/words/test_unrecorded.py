"""Labels of cases whose answer nobody wrote down."""

from __future__ import annotations

import pytest

from foidesk.words.unrecorded import is_unrecorded


@pytest.mark.parametrize(
    "label",
    ["Not recorded", "unknown", "Not stated/unknown", "(blank)", "k. A.", "keine Angabe", "Nicht erfasst"],
)
def test_they_say_that_there_is_no_answer(label: str) -> None:
    assert is_unrecorded(label)


@pytest.mark.parametrize(
    "label",
    [
        "Not upheld",
        "Offender unknown",
        "Unknown person",
        "Not known to police",
        "Undetermined",
        "Not given",
        "n/a",
    ],
)
def test_what_may_be_an_answer_is_none_of_them(label: str) -> None:
    assert not is_unrecorded(label)


def test_the_variable_may_be_named_before() -> None:
    assert is_unrecorded("Rank not stated", ("Rank or role", "rank"))
    assert not is_unrecorded("Rank not stated", ("Outcome",))
