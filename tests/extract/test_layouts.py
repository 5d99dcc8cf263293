"""A few hundred random layouts of known facts: what is read equals them, or something is raised about the file."""

from __future__ import annotations

import pytest

from benchmarks.replies.fuzzer.draws import run

DRAWS = 240
LOTS = 8


@pytest.mark.parametrize("lot", range(LOTS))
def test_facts_are_read_back_or_flagged(lot: int) -> None:
    outcomes = [run(number) for number in range(lot + 1, DRAWS + 1, LOTS)]
    assert [(one.drawn.number, one.bad()[:3]) for one in outcomes if one.bad()] == []
    whole = sum(all(grade == "right" for _, _, grade, _ in one.grades) for one in outcomes)
    assert whole >= len(outcomes) // 2
