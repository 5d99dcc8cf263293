"""Numbers of a letter that count nothing: what a row stands for, rows that look alike, wrapped telephones."""

from __future__ import annotations

import pytest

from foidesk.law.sentences import is_unfinished
from foidesk.words.ignored import ignored
from foidesk.words.numbers import numbers

from .rehearsal import extracted, lines

HEAD = "There were 34 investigations in 2012.\n\n"


def told(words: str) -> list[str]:
    """All that is said of the words and their total, asked about or not."""
    return [one.partition(" (")[0] for one in lines(extracted(f"{words}\n", "reply.txt"))["statements"]]


@pytest.mark.parametrize(
    "words",
    [
        "One line is one investigation, and the date is the day on which it began.",
        "The attached log has one line per investigation.",
        "Each row represents one investigation.",
        "Two investigations that began on the same day are separate investigations.",
        "References 23-00188 and 23-00191 are two separate investigations of one day.",
    ],
)
def test_what_a_row_stands_for_counts_no_case(words: str) -> None:
    assert told(HEAD + words) == ["34 cases in 2012"]


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("There were two separate investigations.", "2 cases"),
        ("We carried out one investigation.", "1 cases"),
        ("There were two investigations on the same day.", "2 cases"),
    ],
)
def test_what_counts_cases_is_read_all_the_same(words: str, counted: str) -> None:
    assert told(words) == [counted]


def test_a_telephone_number_over_the_end_of_a_line_is_one() -> None:
    text = "To ask for a review please call 01632\n960199."
    assert [ignored(text, word) for word in numbers(text)] == ["telephone", "telephone"]
    assert is_unfinished("To ask for a review please call 01632") and not is_unfinished("Dismissed 4")
