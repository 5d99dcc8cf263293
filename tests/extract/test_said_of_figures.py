"""A reply that says what its figures are; REHEARSAL."""

from __future__ import annotations

import pytest

from .test_counted_things import accepted, seen

YEARS = "Complaints about trees:\n2021: 12\n2022: 14\n2023: 20\n\n"


def asked(text: str) -> list[tuple[str, ...]]:
    return [tuple(o.id for o in c.options) for c in seen(text).choices if "what its figures are" in c.question]


@pytest.mark.parametrize(
    "words",
    [
        "These are cumulative totals.",
        "Our years run from April to March.",
        "All figures are in thousands.",
        "These are rates per 1,000 trees.",
        "Each person was counted once.",
    ],
)
def test_words_that_alter_figures_are_one_question(words: str) -> None:
    assert asked(YEARS + words) == [("as read", "not data")]
    assert all(one.choice for one in seen(YEARS + words).observations)


@pytest.mark.parametrize(
    "words",
    [
        "These figures include complaints about hedges.",
        "Anonymous complaints are not included.",
        "These figures are estimates.",
        "These are complaints upheld.",
        "The figures show complaints closed in each year.",
    ],
)
def test_words_that_alter_nothing_are_told_with_the_figures(words: str) -> None:
    found = seen(YEARS + words)
    assert accepted(found) == [12, 14, 20]
    (issue,) = [one for one in found.issues if one.kind == "said-of-figures"]
    assert words in issue.what


def test_years_that_stand_under_their_head_are_not_asked_about_again() -> None:
    """Figures of financial years are of these."""
    text = "Complaints about trees:\n2021/22: 12\n2022/23: 14\n\nYears are financial years."
    assert asked(text) == []


def test_a_reply_that_says_nothing_of_its_figures() -> None:
    found = seen(YEARS + "If you are unhappy with this answer you may ask for a review.")
    assert accepted(found) == [12, 14, 20]
    assert not [one for one in found.issues if one.kind == "said-of-figures"]
