"""A row of a list that says to be a duplicate, or entered in error, counts only if a person says so."""

from __future__ import annotations

import pytest

from .rehearsal import extracted

LIST = (
    "Ref,Outcome,Notes\n24/01,Dismissed,\n24/02,Resigned,\n24/03,Dismissed,{}\n24/04,Resigned,\n24/05,Dismissed,\n"
)


@pytest.mark.parametrize(
    "remark", ["Duplicate of 24/01", "DUPLICATE", "Entered in error", "Logged twice (see 24/01)"]
)
def test_a_row_that_says_to_be_none_is_asked_about(remark: str) -> None:
    found = extracted(LIST.format(remark))
    (choice,) = found.choices
    assert remark in choice.question
    assert [one.row for one in found.observations if one.choice] == [3]
    assert sum(1 for one in found.observations if one.accepted_by) == 4


@pytest.mark.parametrize(
    "remark", ["", "Copied the files of a duplicate set of records to a private account, and sold them"]
)
def test_what_happened_says_nothing_of_the_row(remark: str) -> None:
    found = extracted(LIST.format(remark))
    assert not found.choices
    assert len(found.observations) == 5
