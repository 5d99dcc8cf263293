"""What stands in a table beside an answer may make it less than all: it is asked about. Each is a REHEARSAL."""

from __future__ import annotations

import pytest

from .test_letter_tables import seen, table

BARE = "<p>Dear Sir</p><p>Our response under the Freedom of Information Act 2000 is below.</p>"


def outcomes(head: tuple[str, ...], *rows: tuple[str, ...]) -> list[str]:
    found = seen(BARE + table(head, *rows)).outcomes
    return [one.outcome if one.sure else "ask" for one in found]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (("Part", "Outcome", "Section"), ("3", "Attached", "40(2)")),
        (("Part", "Outcome", "Exemption"), ("3", "Mostly disclosed", "40(2)")),
        (("Part", "Outcome", "Pages"), ("3", "Withheld", "3")),
        (("Part", "Answer", "Redacted?"), ("3", "Attached", "Yes")),
        (("Part", "Answer", "Complete?"), ("3", "Attached", "No")),
        (("Part", "Answer", "Disclosed in full"), ("3", "Attached", "No")),
        (("Part", "Outcome", "Information not supplied"), ("3", "Attached", "Annex B")),
        (("Part", "Answer", "Comments"), ("3", "Attached", "Covers the east")),
        (("Part", "Exemption", "Outcome"), ("3", "s.40(2)", "Attached")),
        (("Part", "Exemption", "Answer"), ("3", "40(2)", "Attached")),
        (("Question", "Records found", "Records released", "Records withheld"), ("3", "1", "0", "1")),
        (("Part", "Outcome", "Exemption"), ("3", "Disclosed", "s.40(2) for names")),
    ],
)
def test_more_than_a_dash_beside_an_answer_takes_its_sureness(head: tuple[str, ...], row: tuple[str, ...]) -> None:
    dashes = ("",) * (len(head) - 2)
    found = outcomes(head, ("1", "418", *dashes), ("2", "17", *dashes), row)
    assert found[2] not in ("full", "nil")


@pytest.mark.parametrize("ground", ["43", "31", "43(2)", "s.43(2)", "Section 43", "31 and 43(2)", "14(1)"])
@pytest.mark.parametrize("head", ["Section", "Exemption", "Exemption(s)"])
def test_a_number_alone_under_section_is_a_ground(head: str, ground: str) -> None:
    found = outcomes(
        ("Part", "Outcome", head), ("1", "418", ""), ("2", "Refused", ground), ("3", "Attached", "None")
    )
    assert found == ["full", "refused", "full"]


@pytest.mark.parametrize(
    ("head", "dash"),
    [
        ("Redacted?", "No"),
        ("Complete?", "Yes"),
        ("Exemption", "None"),
        ("Section", "n/a"),
        ("Information withheld", "-"),
        ("Comments", ""),
    ],
)
def test_what_says_that_nothing_is_missing_leaves_the_answer_full(head: str, dash: str) -> None:
    found = outcomes(("Part", "Answer", head), ("1", "418", dash), ("2", "17", dash), ("3", "Attached", dash))
    assert found == ["full", "full", "full"]


def test_not_held_in_its_own_column_is_not_held_and_no_nought() -> None:
    found = outcomes(("Part", "Held", "Answer"), ("1", "No", "None"), ("2", "No", "-"), ("3", "Yes", "Attached"))
    assert found == ["not held", "not held", "full"]
