"""Answers in the small tables of a letter, read at the place where the table stands."""

from __future__ import annotations

from email.message import EmailMessage

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
