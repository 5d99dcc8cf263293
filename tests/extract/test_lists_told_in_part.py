"""Lines of a list that no category knows: without marks, or with a word of another variable; REHEARSAL."""

from __future__ import annotations

import pytest

from foidesk.model import Extraction

from .rehearsal import extracted


def kinds(seen: Extraction, variable: str) -> dict[str, int]:
    """The numbers of the variable's kinds; those that wait to be coded by their phrase."""
    return {
        one.where[variable].phrase if not one.where[variable].categories else one.where[variable].categories[0]:
            int(one.value.lo)
        for one in seen.observations if variable in one.where
    }  # fmt: skip


def test_a_line_that_nobody_has_coded_is_one_of_a_list_without_marks() -> None:
    text = "REHEARSAL\n\nThere were 12 investigations:\n\n5 dismissed\n\n4 resigned\n\n3 sent on a long walk\n"
    assert kinds(extracted(text, "reply.txt"), "outcome").get("sent on a long walk") == 3


@pytest.mark.parametrize("total", ["9 in total", "9 all told", "9 altogether"])
def test_the_sum_of_a_list_without_marks_is_no_kind_of_it(total: str) -> None:
    seen = extracted(f"REHEARSAL\n\n5 dismissed\n\n4 resigned\n\n{total}\n", "reply.txt")
    assert set(kinds(seen, "outcome").values()) == {5, 4}


def test_a_line_without_a_mark_is_asked_about_where_no_sum_proves_it() -> None:
    text = "REHEARSAL\n\nWhat were the outcomes of investigations?\n\n5 dismissed\n\n4 resigned\n\n2 sent home\n"
    (told,) = [one for one in extracted(text, "reply.txt").observations if not all(
        where.categories for where in one.where.values()
    )]  # fmt: skip
    assert int(told.value.lo) == 2 and not told.accepted_by


def test_a_word_of_another_variable_in_passing_makes_a_line_no_kind_of_that() -> None:
    text = (
        "REHEARSAL\n\nThere were 15 investigations:\n\n- 5 dismissed\n- 4 resigned\n- 3 written warning\n"
        "- 3 told to apologise to the sergeant on duty\n"
    )
    seen = extracted(text, "reply.txt")
    assert not kinds(seen, "role")
    assert kinds(seen, "outcome").get("told to apologise to the sergeant on duty") == 3
