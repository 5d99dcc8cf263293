"""A stated total split up by kind in one sentence: read where it adds up, not where a word may change a number."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, lines

TOTAL = "Question 1\n\nThere were 12 investigations in 2012. "


def told(words: str) -> list[str]:
    """What is accepted of a split, the total left out."""
    statements = lines(extracted(f"{TOTAL}{words}\n", "reply.txt"))["statements"]
    return [one.partition(" (")[0] for one in statements if "where" in one and "open" not in one]


def split(*counts: tuple[int, str]) -> list[str]:
    return sorted(f"{count} cases where outcome={kind} in 2012" for count, kind in counts)


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("The result was dismissal in seven cases and resignation in five.", ((7, "dismissed"), (5, "resigned"))),
        ("Dismissal accounted for 7 and resignation for 5.", ((7, "dismissed"), (5, "resigned"))),
        ("Seven were dismissed, three resigned and the rest retired.",
         ((7, "dismissed"), (3, "resigned"), (2, "retired"))),
        ("Half of them were dismissed; the other half resigned.", ((6, "dismissed"), (6, "resigned"))),
        ("All but three were dismissed.", ((9, "dismissed"),)),
        ("Two thirds were dismissed, the remainder resigned.", ((8, "dismissed"), (4, "resigned"))),
    ],
)  # fmt: skip
def test_a_split_in_a_sentence_is_read_where_it_adds_up(words: str, counts: tuple[tuple[int, str], ...]) -> None:
    assert told(words) == split(*counts)


@pytest.mark.parametrize(
    "words",
    [
        "Dismissal accounted for 7 and resignation for 4.",
        "Seven were dismissed and the rest retired or were moved to other duties.",
        "About half of them were dismissed; the other half resigned.",
        "Most were dismissed, the rest resigned.",
        "More than half of them were dismissed; the rest resigned.",
        "A fifth were dismissed, the rest resigned.",
    ],
)
def test_a_split_that_leaves_a_doubt_accepts_no_share_of_the_total(words: str) -> None:
    derived = [
        one for one in told(words) if one.startswith(("5 cases where outcome=retired", "6 cases", "12 cases"))
    ]
    assert derived == []


def test_a_derived_number_stands_in_its_own_words() -> None:
    found = extracted(f"{TOTAL}Seven were dismissed and the rest resigned.\n", "reply.txt")
    (rest,) = [one for one in found.observations if one.where and "resigned" in one.where["outcome"].categories]
    assert (rest.places["value"].quote, rest.accepted_by) == ("the rest", "rest-of-a-stated-total")
    assert not found.open_numbers()
