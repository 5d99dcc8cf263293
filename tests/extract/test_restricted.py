"""A number under its question of less than was asked: accepted only where no word says so. REHEARSAL: invented."""

from __future__ import annotations

import pytest

from .rehearsal import lines
from .test_disclosure_pages import read

ACCEPTED = [
    "2. 35 gutter claims received.",
    "2. 35 gutter claims received in 2022/23.",
    "2. Only 35 gutter claims.",
]
ASKED = [
    "2. 35 gutter claims received last year.",
    "2. 35 gutter claims received so far this financial year.",
    "2. 35 gutter claims received in each financial year.",
    "2. 35 gutter claims a month.",
    "2. 35 gutter claims received per working week.",
    "2. 35 gutter claims received excluding those withdrawn.",
    "2. 35 gutter claims, apart from those withdrawn.",
    "2. 35 claims handlers received gutter claims.",
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_a_number_of_what_was_asked_is_accepted(text: str) -> None:
    found = lines(read(f"{text}\n"))
    assert found["choices"] == []
    assert [one for one in found["statements"] if one.startswith("35 claims")]


@pytest.mark.parametrize("text", ASKED)
def test_a_number_of_less_or_of_something_else_is_asked_about(text: str) -> None:
    found = lines(read(f"{text}\n"))
    assert not [one for one in found["statements"] if "open" not in one]
    assert found["choices"] or found["open"]
