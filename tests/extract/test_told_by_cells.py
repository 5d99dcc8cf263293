"""Columns and labels that the codebook does not head: what they hold tells which variable they are of."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, lines

CASES = (
    "01/02/2012,{0},{1}\n09/02/2012,{0},{2}\n11/03/2012,{3},{1}\n20/04/2012,{0},{1}\n"
    "02/05/2012,{3},{2}\n18/06/2012,{0},{2}\n"
)


def statements(text: str) -> list[str]:
    return [one for one in lines(extracted(text))["statements"] if "cases" in one]


@pytest.mark.parametrize("head", ["How it ended", "What came of it", "End"])
def test_a_column_in_other_words_is_told_by_what_it_holds(head: str) -> None:
    found = statements(f"Opened,{head},Station\n" + CASES.format("Resigned", "North", "South", "Sacked"))
    assert len(found) == 6 and sum("outcome=resigned" in one for one in found) == 4
    assert sum("outcome=“Sacked”" in one for one in found) == 2


@pytest.mark.parametrize("head", ["OUTC", "OUTCOME_CD", "RSLT"])
def test_a_coded_head_stands_for_the_variable_whose_name_it_shortens(head: str) -> None:
    found = statements(f"DT_REC,{head},STN\n" + CASES.format("RS", "N", "S", "DM"))
    assert sum("outcome=“RS”" in one for one in found) == 4 and sum("outcome=“DM”" in one for one in found) == 2


def test_of_two_columns_that_hold_one_variable_neither_is_taken() -> None:
    head = "Opened,Proposed end,Final end,Rank\n"
    rows = "".join(
        f"0{day}/02/2012,Resigned,{end},PC\n" for day, end in enumerate(["Dismissed", "Retired"] * 3, 1)
    )
    assert not any("outcome" in one for one in statements(head + rows))


def test_sentences_are_no_kinds() -> None:
    rows = "".join(
        f"0{day}/02/2012,PC,The officer then resigned and left after a meeting number {day}\n"
        for day in range(1, 7)
    )
    assert not any("outcome" in one for one in statements("Opened,Rank,Story\n" + rows))


def test_labels_of_which_some_name_kinds_are_kinds_that_wait_to_be_coded() -> None:
    found = statements(
        "Number of cases,2010,2011\nResigned before hearing,3,4\nLate dismissal,5,1\nMoved on,2,2\nTotal,10,7\n"
    )
    assert sum("outcome=“Moved on”" in one for one in found) == 2
    assert sum("(total" in one and "outcome" not in one for one in found) == 2


def test_labels_that_name_kinds_of_two_variables_are_of_neither() -> None:
    found = statements("Number of cases,2010\nResigned PC in town,3\nDismissed PC at sea,5\nTotal,8\n")
    assert not any("outcome=“" in one or "role=“" in one for one in found)


def test_a_label_between_kinds_of_a_variable_is_one_more_kind_of_it() -> None:
    found = statements("Year,Dismissed,Let go,Resigned,Cases,PC,Sergeant\n2010,3,2,1,6,4,2\n2011,4,1,2,7,5,2\n")
    assert sum("outcome=“Let go”" in one for one in found) == 2
    assert not any("where ?" in one for one in found)


@pytest.mark.parametrize(("label", "kinds"), [("Blue folder", 0), ("Retired sick", 2)])
def test_a_label_between_kinds_of_two_variables_is_of_the_one_that_it_names(label: str, kinds: int) -> None:
    found = statements(f"Year,Dismissed,Resigned,{label},PC,Sergeant\n2010,3,2,1,4,2\n2011,4,1,2,5,2\n")
    assert sum(f"outcome=“{label}”" in one or "outcome=retired" in one for one in found) == kinds
    assert not any(f"role=“{label}”" in one for one in found)


def test_a_title_that_says_what_is_counted_names_no_kind_of_it() -> None:
    found = statements("Complaints by rank\n\nRank,Number\nPC,4\nSergeant,2\n")
    assert found and not any("outcome" in one for one in found)


def test_labels_in_two_languages_are_kinds_and_their_total_is_a_total() -> None:
    rows = "Ymddiswyddo / Resigned,3,4\nDiswyddo / Dismissed,5,1\nSymud / Moved on,2,2\nCyfanswm / Total,10,7\n"
    found = statements(f"Number of cases,2010,2011\n{rows}Cyfanswm y blynyddoedd / Total of the years,,17\n")
    assert not any("where ?" in one for one in found)
    assert sum("outcome=“Symud / Moved on”" in one for one in found) == 2
