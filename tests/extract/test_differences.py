"""Numbers that tell how much more or less something is: they count nothing; REHEARSAL."""

from __future__ import annotations

import pytest

from foidesk.model import Extraction

from .rehearsal import extracted


def counted(seen: Extraction) -> list[int]:
    return [int(one.value.lo) for one in seen.observations if one.amount is not None]


@pytest.mark.parametrize(
    "tail",
    [
        "3 more than in 2010.", "3 fewer investigations than in 2010.", "an increase of 3 on 2010.",
        "three up on 2010.", "a fall of three since then.",
    ],
)  # fmt: skip
def test_a_difference_is_no_count_of_the_other_year(tail: str) -> None:
    seen = extracted(f"REHEARSAL\n\nThere were 12 investigations in 2011, {tail}\n", "reply.txt")
    assert counted(seen) == [12]
    assert any("number" in one.kind for one in seen.issues)


@pytest.mark.parametrize("tail", [" (2010: 9).", ", up from 9 in 2010.", " against 9 in 2010."])
def test_the_number_of_the_other_year_is_one(tail: str) -> None:
    seen = extracted(f"REHEARSAL\n\nThere were 12 investigations in 2011{tail}\n", "reply.txt")
    assert counted(seen) == [12, 9]
