"""Shapes of tables and lists that bodies publish: each invented anew, REHEARSAL throughout."""

from __future__ import annotations

from .rehearsal import extracted, lines


def test_a_row_that_two_cases_run_together_in_stands_for_one_at_least() -> None:
    found = lines(extracted(
        "Ref,Rank,Nature,Outcome\nA1,PC,Offensive comments,Dismissed\n"
        "A2,PC PS,Disclosure of information Offensive comments,Advice Resigned\nA3,PC,Inappropriate contact,NFA\n"
    ))  # fmt: skip
    assert any(one.startswith("1.. cases ") and "“PC PS”" in one for one in found["statements"])
    assert "row-unclear" in found["issues"]
