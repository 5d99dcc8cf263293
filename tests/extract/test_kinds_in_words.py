"""Counts beside known kinds whose own kind is told in words that no category knows: none of them may vanish."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, lines, statement


def statements(text: str) -> list[str]:
    return sorted(map(statement, extracted(f"REHEARSAL\n\n{text}\n", "reply.txt").observations))


def test_a_count_in_unknown_words_beside_a_known_kind_is_a_kind_and_no_total() -> None:
    found = statements(
        "In six cases the officer was dismissed, and in four cases the person was moved to another post."
    )
    assert "4 cases where outcome=“the person was moved to another post” (prose, open, if as read)" in found
    assert not any(one.startswith("4 cases (") for one in found)


def test_a_german_count_in_unknown_words_is_no_total() -> None:
    found = statements("There were 10 cases. Six were dismissed, in zwölf Fällen weigerten sich die Zeugen.")
    assert not any(one.startswith("12 cases (") for one in found)


def test_the_kind_may_stand_before_its_verb() -> None:
    found = statements("A written warning was given in 15 cases.")
    assert found == ["15 cases where outcome=warning (prose, number-beside-its-noun)"]


def test_as_many_things_as_the_number_says_are_one_case_each() -> None:
    text = "There were 10 cases. Seven were dismissed. "
    text += "The remaining three were a retirement, a long leave and a move to another post."
    found = statements(text)
    assert [one.split(" (")[0] for one in found if one.startswith("1 ")] == [
        "1 cases where outcome=retired",
        "1 cases where outcome=“long leave”",
        "1 cases where outcome=“move to another post”",
    ]
    assert not any(one.startswith("3 cases where outcome=retired") for one in found)


def test_the_whole_of_which_parts_are_told_stays_a_whole() -> None:
    found = statements("There were 40 cases recorded by the standards department, of which 3 were dismissed.")
    assert any(one.startswith("40 cases (") for one in found)


def test_what_the_total_leaves_no_room_for_is_no_further_kind() -> None:
    text = (
        "There were 10 cases. Six were dismissed and four resigned. In three cases the file went to the archive."
    )
    assert not any("archive" in one for one in statements(text))


def test_stock_is_no_kind() -> None:
    found = lines(
        extracted("Six were dismissed and two resigned. We have 14 stations with 300 beds.\n", "reply.txt")
    )
    assert {"14", "300"} <= set(found["open"])


def test_a_sentence_with_more_numbers_than_known_kinds_opens_every_kind() -> None:
    text = "4. Dismissal was recorded for six, and twelve had another ending."
    found = {
        id
        for one in extracted(text, "reply.txt").observations
        if "outcome" in one.where
        for id in one.where["outcome"].categories
    }
    assert "resigned" in found
    assert "dismissed" in found


def test_what_is_still_going_on_is_told() -> None:
    text = "There were 10 cases. Six were dismissed and three resigned. One is still being looked at."
    assert "1 cases where outcome=“is still being looked at” (prose, foots-to-printed-total)" in statements(text)


@pytest.mark.parametrize("last", ["2013/14 (9 months)", "2013/14 total (9 months)", "Apr-Dec 2013"])
def test_a_year_so_far_belongs_to_its_table(last: str) -> None:
    found = extracted(f"Year,Cases\n2011/12,4\n2012/13,6\n{last},3\n")
    assert [(str(one.value.lo), one.period.kind) for one in found.observations if one.period][-1] == (
        "3",
        "part year",
    )


def test_heads_that_are_kinds_name_no_measure() -> None:
    text = "Compensation by case\nYear,Dismissed,Resigned,Retired\n2012,4,2,1\n2013,5,0,1\n"
    assert {one.measure for one in extracted(text).observations} <= {"cases", "paid"}


def test_a_known_kind_beside_words_to_be_coded_does_not_vanish() -> None:
    text = "4. The sergeant was dismissed in 11 cases, four ended with a letter to the family, and two resigned."
    found = statements(text)
    assert any(one.startswith("11 cases where outcome=dismissed") for one in found)
    assert any(one.startswith("4 cases where outcome=“ended with a letter to the family”") for one in found)
    assert any(one.startswith("2 cases where outcome=resigned") for one in found)


def test_a_total_split_up_in_words_is_read_by_its_sum() -> None:
    text = (
        "3. There were 78 cases. Fifty-two of them concerned a message sent by someone else, eleven the loss of a "
        "phone, nine offensive comments and six an inappropriate contact."
    )
    found = [one.split(" (")[0] for one in statements(text)]
    assert "52 cases where nature=“concerned a message sent by someone else”" in found
    assert "11 cases where nature=“the loss of a phone”" in found
    assert "9 cases where nature=comments" in found
    assert "6 cases where nature=contact" in found


def test_numbers_that_do_not_add_up_to_the_total_are_not_split_in_words() -> None:
    text = "3. There were 78 cases. Fifty of them concerned a message of a friend, eleven the loss of a phone."
    assert not any("split-adds-up" in one for one in statements(text))


def test_a_kind_in_so_many_cases_beside_a_noun_of_another_measure_stays_open() -> None:
    text = (
        "4. The result was a dismissal in thirteen cases, a person's resignation in twelve, a retirement in nine."
    )
    assert not any(one.startswith("13 people") for one in statements(text))
