"""Heads of which the codebook knows only some: the others are kinds as well, and asked about."""

from __future__ import annotations

from .rehearsal import extracted

TABLE = """Year,Dismissed,Resigned,Sent home early,Moved to a new post,Kept in the same post,Total
2011,4,3,2,1,5,15
2012,6,2,1,3,4,16
"""


def test_heads_that_nobody_knows_beside_known_ones_are_asked_about() -> None:
    found = extracted(TABLE, "reply.csv")
    names = {name for one in found.observations for name in one.where}
    phrases = {said.phrase for one in found.observations for said in one.where.values() if not said.categories}
    assert names == {"outcome"}
    assert phrases == {"Sent home early", "Moved to a new post", "Kept in the same post"}


def test_a_head_of_another_measure_is_no_kind() -> None:
    found = extracted(
        "Year,Dismissed,Resigned,Compensation paid,Overtime\n2011,4,3,200,7\n2012,6,2,100,9\n", "reply.csv"
    )
    assert all(one.measure != "cases" or one.where for one in found.observations if one.value.lo in (200, 100))
    assert not any(said.phrase == "Compensation paid" for one in found.observations for said in one.where.values())
