"""A row "of which ..." is a part of the row above; of another variable, it is no count of all of its kind."""

from __future__ import annotations

from .rehearsal import extracted


def test_a_part_of_another_variable_is_asked_about() -> None:
    found = extracted("Outcome,Number\nDismissed,5\nof which officers,3\nResigned,4\n")
    assert len(found.choices) == 1
    assert [sorted(one.where) for one in found.observations if one.choice] == [["role"]]


def test_parts_among_kinds_of_their_own_variable_are_kinds() -> None:
    found = extracted("Outcome,Number\nof which dismissed,5\nof which resigned,4\nWritten warning,2\n")
    assert not found.choices


def test_a_column_of_a_part_beside_all_is_of_all() -> None:
    found = extracted("Number of cases\n\nYear,Cases,of which officers\n2010,5,3\n2011,4,2\n")
    assert not found.choices
