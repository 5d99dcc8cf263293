"""Lists of events with what came of each, rows that are none, and numbers that only look like counts."""

from __future__ import annotations

import pytest

from foidesk.model import Extraction

from .rehearsal import extracted

LIST = """Ref,Date,Rank,Result,People
REHEARSAL/1,03/02/2011,PC,Written warning,2
REHEARSAL/2,14/05/2011,PS,Words of advice,1
REHEARSAL/3,21/09/2012,PC,NFA,3
REHEARSAL/4,30/11/2012,PCSO,Written warning,1
"""


def counted(found: Extraction, measure: str) -> list[int]:
    """The exact numbers that are stated of a measure and accepted."""
    made = [one for one in found.observations if one.measure == measure and one.accepted_by]
    return sorted(int(one.value.lo) for one in made)


def test_each_row_is_an_event_and_the_people_in_it_are_counted_beside_it() -> None:
    found = extracted(LIST, "reply.csv")
    assert counted(found, "cases") == [1, 1, 1, 1]
    assert counted(found, "people") == [1, 1, 2, 3]


@pytest.mark.parametrize("cell", ["", "not known", "n/a"])
def test_a_cell_that_gives_no_number_is_no_nought(cell: str) -> None:
    found = extracted(LIST.replace("NFA,3", f"NFA,{cell}"), "reply.csv")
    people = [one.value for one in found.observations if one.measure == "people" and one.accepted_by]
    assert sorted((int(value.lo), value.hi) for value in people if value.hi is not None) == [
        (1, 1),
        (1, 1),
        (2, 2),
    ]
    assert [int(value.lo) for value in people if value.hi is None] == [0]


def test_a_column_that_just_counts_makes_no_event_of_a_row() -> None:
    found = extracted(LIST.replace("People", "Number"), "reply.csv")
    assert counted(found, "people") == []
    assert counted(found, "cases") != [1, 1, 1, 1]


def test_a_row_that_calls_itself_no_case_is_asked_about() -> None:
    found = extracted(
        LIST.replace("30/11/2012,PCSO,Written warning", "30/11/2012,PCSO,NOT A CASE - reclassified"), "reply.csv"
    )
    (asked,) = [one for one in found.choices if "no case of its own" in one.question]
    assert "NOT A CASE" in asked.question
    assert counted(found, "cases") == [1, 1, 1]


def test_the_year_of_a_law_dates_no_figure() -> None:
    text = "REHEARSAL\n\nThere were 12 cases dealt with under the Imagined Conduct etc. (Scotland) Act 2011.\n"
    years = {one.period.label for one in extracted(text, "reply.txt").observations if one.period}
    assert "2011" not in years


def test_turning_one_into_the_other_counts_nothing() -> None:
    text = "REHEARSAL\n\nWe report cases by financial year and cannot easily turn one into the other.\n"
    assert not extracted(text, "reply.txt").observations


def test_a_kind_that_is_called_an_order_keeps_its_year() -> None:
    text = "REHEARSAL\n\nIn total 5 cases were about the Public Order 2011.\n"
    (found,) = extracted(text, "reply.txt").observations
    assert found.period is not None
    assert found.period.label == "2011"


def test_one_from_another_is_a_count() -> None:
    text = "REHEARSAL\n\nThere were two cases: one from another department and one from ours.\n"
    assert 1 in [int(one.value.lo) for one in extracted(text, "reply.txt").observations]
