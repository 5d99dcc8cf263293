"""Lengths of time and their limits are read alike, however they are written."""

from __future__ import annotations

import pytest

from foidesk.claims.ask.stems import stems

ALIKE = [
    ("waits over 4 hours", "waits past the four-hour mark"),
    ("waits over an hour", "waits of more than sixty minutes"),
    ("waits over an hour", "waits beyond the hour"),
    ("waits over 12 hours", "waits of upwards of twelve hours"),
    ("delays over 14 days", "delays exceeding two weeks"),
    ("calls answered within 15 minutes", "calls answered within a quarter of an hour"),
]
APART = [
    ("waits over 4 hours", "waits over four days"),
    ("waits over 4 hours", "waits over 14 hours"),
    ("waits over an hour", "waits within an hour"),
    ("waits over 2 years", "waits in the past two years"),
]


@pytest.mark.parametrize(("survey", "story"), ALIKE)
def test_one_limit_in_two_spellings(survey: str, story: str) -> None:
    assert frozenset(stems(survey)) <= frozenset(stems(story))


@pytest.mark.parametrize(("survey", "story"), APART)
def test_another_limit_stays_another(survey: str, story: str) -> None:
    assert not frozenset(stems(survey)) <= frozenset(stems(story))
