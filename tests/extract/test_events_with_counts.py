"""Lists of events with what came of each, rows that are none, and numbers that only look like counts."""

from __future__ import annotations

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
