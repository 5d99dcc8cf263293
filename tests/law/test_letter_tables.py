"""Answers in the small tables of a letter, read at the place where the table stands."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterSeen, letter_text, recognise
from foidesk.law.letters.woven import answered, in_words
from foidesk.readers import read

ASKED = (
    "How many boilers were replaced in 2024?",
    "Which homes still have no working boiler?",
    "A copy of the survey report",
)


def seen(html: str, questions: tuple[str, ...] = ASKED) -> LetterSeen:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "foi@example.org", "desk@example.org", "REHEARSAL FOI 7 - response"
    mail.set_content("<html><body>" + html + "</body></html>", subtype="html")
    return recognise(letter_text(read(mail.as_bytes(), "mail.eml").reading), law("uk-foia-2000"), questions)


def table(*rows: tuple[str, ...]) -> str:
    return (
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>" for row in rows)
        + "</table>"
    )


def test_a_decision_in_a_row_is_not_read_as_an_answer_from_what_the_letter_weighs_below_it() -> None:
    decided = table(
        ("Part", "Subject", "Decision"),
        ("1", "Boilers replaced", "418 in 2024."),
        ("2", "Homes without", "Refused. Exempt under section 40(2) (personal data)."),
        ("3", "Survey report", "Refused. Section 43(2) applies to the whole of it."),
    )
    weighed = "<p>Part 2. The council accepts that 17 homes without heating are a matter of real concern.</p>"
    one, two, three = seen(f"<p>Dear Sir</p><p>Your request is decided as follows.</p>{decided}{weighed}").outcomes
    assert one.outcome == "full"
    assert not (two.sure and two.outcome != "refused")
    assert (three.outcome, three.sections) == ("refused", ("43(2)",))


def test_a_table_below_the_number_of_a_question_answers_it() -> None:
    figures = table(("Year", "Replaced"), ("2023", "377"), ("2024", "418"))
    letter = (
        f"<p>Dear Sir</p><p>Point 1</p>{figures}<p>Point 2</p><p>None.</p><p>Point 3</p><p>It is attached.</p>"
    )
    assert seen(letter).outcomes[0].outcome == "full"


def test_questions_and_answers_become_paragraphs_by_head_by_number_by_letter_and_by_question_mark() -> None:
    assert answered([("Question", "Answer"), ("1", "12"), ("2", "None held")]) == ["1. 12.", "2. None held."]
    three = [("No", "You asked", "Reply"), ("1", "Cats", "12 in all"), ("2", "Dogs", "we hold no count")]
    assert answered(three) == ["> 1. Cats", "12 in all.", "> 2. Dogs", "we hold no count."]
    assert answered([("Q1", "12"), ("Q2", "Withheld")]) == ["1. 12.", "2. Withheld."]
    lettered = [("Ref", "Topic", "Reply"), ("A", "Cats", "12"), ("B", "Dogs", "Withheld")]
    assert answered(lettered) == ["> 1. Cats", "12.", "> 2. Dogs", "Withheld."]
    assert answered([("How many cats?", "12"), ("Total", "9")]) == ["> How many cats?", "12.", "> Total", "9."]


def test_cases_and_what_others_asked_for_are_no_answers_to_questions() -> None:
    cases = [
        ("No", "Allegation", "Outcome"),
        ("1", "Lateness", "No further action"),
        ("2", "Theft", "Refused to say"),
    ]
    assert answered(cases) == []
    assert answered(cases[1:]) == []
    logged = [
        ("Request", "Received", "Decision"),
        ("Taxi licences", "3 May", "Refused"),
        ("Trees", "4 May", "Granted"),
    ]
    assert answered(logged) == []


def test_ranks_and_fees_are_no_answers_to_questions() -> None:
    ranked = [("1", "Mill Lane near the bridge"), ("2", "Corn Street by the mill")]
    assert answered(ranked, below=True) == []
    fee = [("Copying 84 pages", "£8.40"), ("Postage", "£4.95")]
    assert in_words(fee, "The fee is made up as follows:") == []
    assert in_words(fee, "We hold the records.") == []


def test_a_label_that_could_pass_for_a_decision_stays_out() -> None:
    assert in_words([("Claims refused", "12"), ("2024", "9")], "3. Claims by result") == ["12; 2024 9."]
    assert in_words([("Depot A", "22")], "Days lost:") == ["Days lost: Depot A 22."]


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        (("Disclosed in part", "s.40(2)"), "partial"),
        (("Partly disclosed", "section 40(2)"), "partial"),
        (("Partially withheld", "section 40(2)"), "partial"),
        (("Provided in part", "Section 40(2)"), "partial"),
        (("Disclosed", "s.40(2)"), "ask"),
        (("Released", "s.40(2)"), "ask"),
        (("Withheld", "s.40(2)"), "refused"),
        (("Refused", "s.40(2) and s.43(2)"), "refused"),
    ],
)
def test_an_outcome_and_its_exemption_are_read_as_one(row: tuple[str, str], outcome: str) -> None:
    decided = table(("Part", "Outcome", "Exemption"), ("1", "418", "None"), ("2", *row), ("3", "Attached", "n/a"))
    one, two, three = seen(f"<p>Dear Sir</p><p>Your request is answered as follows.</p>{decided}").outcomes
    assert (two.outcome if two.sure else "ask") == outcome
    assert one.outcome == three.outcome == "full"


@pytest.mark.parametrize("head", ["Withheld", "Exemption", "Redactions", "Information withheld", "Exempt?"])
def test_that_nothing_was_withheld_is_no_nought(head: str) -> None:
    decided = table(("Part", "Answer", head), ("1", "Yes", "None"), ("2", "12", "None"), ("3", "Attached", "None"))
    found = seen(f"<p>Dear Sir</p><p>Your request is answered as follows.</p>{decided}").outcomes
    assert not any(one.sure and one.outcome == "nil" for one in found)


def test_a_nought_in_the_column_of_answers_stays_one() -> None:
    assert answered([("No", "You asked", "Reply"), ("1", "Cats", "None"), ("2", "Dogs", "3")]) == [
        "> 1. Cats", "None.", "> 2. Dogs", "3.",
    ]  # fmt: skip
    assert answered([("Part", "Answer", "Exemption"), ("1", "12", "None"), ("2", "None", "None")]) == [
        "1. 12.", "2. None.",
    ]  # fmt: skip
