"""Guidance that a reply itself cites: which clause, in which words, where; nothing that it does not name."""

from __future__ import annotations

import pytest

from foidesk.extract import extract
from foidesk.model import Citation, Clause, Extraction, Guideline

from .rehearsal import context, reading_of

CODE = Guideline(
    "code", "Code of Online Conduct (Rehearsal Circular 7)", "Rehearsal College", "officers", "2012-01-01",
    "invented",
    (
        Clause("code.secrecy", "Keep to yourself what you learn.", ("Confidentiality", "section 4")),
        Clause("code.respect", "Be courteous.", ("Courtesy and Respect", "section 5")),
    ),
    ("officer",), cited_as=("the Rehearsal Code", "RC7"),
)  # fmt: skip
LATER = Guideline(
    "later", "Social Media Policy", "Rehearsal Force 07", "all", "2016-06-01", "invented",
    (Clause("later.three", "Think first.", ("paragraph 3.2",)),),
)  # fmt: skip


def read(text: str, name: str = "reply.txt") -> Extraction:
    return extract(reading_of(text.encode(), name), context(guidelines=(CODE, LATER)))


def cited(found: Extraction) -> list[tuple[str, str, str]]:
    return [(one.guideline, one.clause or one.unknown, one.locator.quote) for one in found.citations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "One officer was dismissed for a breach of section 4 of the Code of Online Conduct.",
            [("code", "code.secrecy", "section 4 of the Code of Online Conduct")],
        ),
        (
            "He breached the Rehearsal Code (section 5).",
            [("code", "code.respect", "the Rehearsal Code (section 5")],
        ),
        (
            "The breach was of Confidentiality under RC7.",
            [("code", "code.secrecy", "Confidentiality under RC7")],
        ),
        (
            "Sections 4 and 5 of the Rehearsal Code were breached.",
            [
                ("code", "code.secrecy", "Sections 4 and 5 of the Rehearsal Code"),
                ("code", "code.respect", "5 of the Rehearsal Code"),
            ],
        ),
        ("Staff are asked to follow the\nRehearsal\nCode.", [("code", "", "the Rehearsal Code")]),
        (
            "See section 4 of the Rehearsal Code and paragraph 3.2 of our Social Media Policy.",
            [
                ("code", "code.secrecy", "section 4 of the Rehearsal Code"),
                ("later", "later.three", "paragraph 3.2 of our Social Media Policy"),
            ],
        ),
        # what is not named is not assigned
        ("An officer told a friend what he had learnt, a matter of confidentiality.", []),
        ("The cost is under section 4 of the Freedom of Information Act; the Rehearsal Code is enclosed.",
         [("code", "", "the Rehearsal Code")]),
        ("We hold no code of conduct for online matters.", []),
        # a clause that the survey's file does not know
        ("It was held to breach section 9 of the Rehearsal Code.",
         [("code", "section 9", "section 9 of the Rehearsal Code")]),
    ],
)  # fmt: skip
def test_a_sentence_that_names_guidance(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert cited(read(f"Dear Applicant,\n\nREHEARSAL\n\n{text}\n")) == expected


def test_the_number_of_a_clause_is_no_open_number() -> None:
    found = read("REHEARSAL\n\nIt breached standard 7 of the Rehearsal Code.\n")
    assert [number.text for number in found.open_numbers()] == []


def test_our_own_request_cites_nothing() -> None:
    found = read("REHEARSAL\n\nThank you.\n\n> Was section 4 of the Rehearsal Code breached?\n")
    assert found.citations == ()


ROWS = """Year,Rank,Allegation,Breach of the Rehearsal Code,Result
2010,PC,Offensive comments,Courtesy and Respect,Written warning
2013,PC,Improper disclosure,Confidentiality,Dismissed
2013,PCSO,Improper disclosure,Confidentiality; Courtesy and Respect,Resigned
2013,PC,Offensive comments,Loyalty,NFA
2013,PC,Inappropriate contact,N/A,NFA
"""


def test_a_column_headed_by_the_guidance_holds_its_clauses() -> None:
    found = read(ROWS, "reply.csv")
    assert [(one.row, one.clause or one.unknown) for one in found.citations if one.row >= 0] == [
        (1, "code.respect"), (2, "code.secrecy"), (3, "code.secrecy"), (3, "code.respect"), (4, "Loyalty"),
    ]  # fmt: skip
    assert all(one.over is not None and one.over.quote == "the Rehearsal Code" for one in found.citations)
    assert {one.row for one in found.observations if one.is_case} >= {1, 2, 3, 4, 5}


def test_what_is_odd_about_a_citation_is_noted_once_a_document() -> None:
    notes = {issue.kind: issue for issue in read(ROWS, "reply.csv").issues if issue.key == "code"}
    assert set(notes) == {"clause-unknown", "guidance-not-in-force", "guidance-binds-others"}
    assert "2012-01-01" in notes["guidance-not-in-force"].what
    assert "(2 places)" in notes["guidance-binds-others"].what
    assert all(issue.severity == "note" and "Loyalty" not in issue.what for issue in notes.values())


def test_a_count_of_breaches_names_no_clause() -> None:
    found = read("Year,Breaches of the Rehearsal Code\n2010,12\n2011,14\n", "reply.csv")
    assert found.citations == ()


def test_guidance_later_than_the_whole_survey_is_noted() -> None:
    found = read("REHEARSAL\n\nAll staff are bound by the Social Media Policy.\n")
    assert [issue.kind for issue in found.issues if issue.key == "later"] == ["guidance-not-in-force"]


def test_a_citation_is_kept_with_its_place() -> None:
    text = "REHEARSAL\n\nOne officer breached section 4 of the Rehearsal Code in 2013.\n"
    (one,) = read(text).citations
    assert isinstance(one, Citation)
    start, end = one.locator.place.start, one.locator.place.end  # type: ignore[union-attr]
    assert text[start:end] == "section 4 of the Rehearsal Code"
    assert one.names == ("section 4", "the Rehearsal Code")
