"""What stands above a list is said of its items; a heading is no part of the sentence below it."""

from __future__ import annotations

import pytest

from foidesk.survey import Survey
from foidesk.words.figures import sentences

from .test_account import survey, verdicts

__all__ = ["survey"]


def test_a_head_gives_the_kind_to_the_items_below_it(survey: Survey) -> None:
    assert verdicts(survey, "Complaints:\n- Alphaton: 20\n- Betaford: 17")["20"] == "supported"
    assert verdicts(survey, "Complaints upheld:\n- Alphaton: 20\n- Betaford: 17")["20"] == "contradicted"
    assert verdicts(survey, "Complaints upheld:\n- Alphaton: 5")["5"] == "supported"


def test_a_head_holds_over_blank_lines_between_its_items(survey: Survey) -> None:
    found = verdicts(survey, "Complaints upheld:\n\n- Alphaton: 5\n\n- Betaford: 17")
    assert (found["5"], found["17"]) == ("supported", "contradicted")


def test_some_of_what_nobody_told_is_for_a_person(survey: Survey) -> None:
    assert verdicts(survey, "A borough burnt 12 of them.")["12"] == "needs a person"


@pytest.mark.parametrize("head", ["Complaints about books:", "Complaints in winter:", "Complaints by post:"])
def test_what_nobody_reads_in_a_head_holds_for_every_item(survey: Survey, head: str) -> None:
    found = verdicts(survey, f"{head}\n- Alphaton: 20\n- Betaford: 17")
    assert {found["20"], found["17"]} == {"needs a person"}


def test_a_head_ends_with_its_list(survey: Survey) -> None:
    found = verdicts(survey, "Complaints upheld:\n- Alphaton: 5\n\nAlphaton received 20 complaints.")
    assert found["20"] == "supported"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Claims rise again\nExampleton had 12 claims in 2023, and the town was not amused.", 2),
        ("The council had 12 claims in the year, said a person in the\nMetropolitan Borough of Exampleton.", 1),
        ("Exampleton had 12 claims and\nSampleton 14, the two largest numbers of all.", 1),
    ],
)
def test_a_line_that_ends_early_is_a_heading(text: str, expected: int) -> None:
    assert len(sentences(text)) == expected
