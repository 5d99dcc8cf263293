"""Answers written into our own mail at the foot of the letter. Each letter is a REHEARSAL."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterText, letter_text, recognise
from foidesk.readers import read

QUESTIONS = ("How many lorries does the depot have?", "What is their average age?", "Who repairs them?")
ASKED = (
    "From: Desk <desk@b.example>\nSent: 2 February 2026\nTo: FOI\nSubject: Request (REHEARSAL)\n\n"
    "Dear FOI team,\n\n"
)


def text(above: str, *lines: str) -> LetterText:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "foi@depot.example", "desk@b.example", "Re: Request (REHEARSAL)"
    mail["Date"] = "Mon, 2 Mar 2026 10:00:00 +0000"
    mail.set_content(
        f"Dear Desk,\n\n{above}\n\nRegards\nFOI Officer\n\n________________________________\n{ASKED}"
        + "\n".join(lines)
    )
    return letter_text(read(bytes(mail), "reply.eml").reading)


def outcomes(letter: LetterText) -> list[str]:
    found = recognise(letter, law("uk-foia-2000"), QUESTIONS).outcomes
    return [one.outcome if one.sure else "ask" for one in found]


@pytest.mark.parametrize(
    "above",
    [
        "Please see our answers below, against each of your questions, in red.",
        "Our responses are in-line below.",
        "You will find the answer under each question.",
    ],
)
def test_what_stands_behind_our_questions_answers_them(above: str) -> None:
    letter = text(
        above,
        "1. How many lorries does the depot have? 38 in all",
        "2. What is their average age? 4.1 years",
        "3. Who repairs them? Not held",
    )
    assert outcomes(letter) == ["full", "full", "not held"]


def test_our_own_words_behind_a_question_are_no_answer() -> None:
    letter = text(
        "Please see our answers below each question.",
        "1. How many lorries does the depot have? Please split this by year",
        "2. What is their average age? If it is held",
        "3. Who repairs them? 12 Ltd since 2020",
    )
    assert outcomes(letter)[:2] == ["ask", "ask"]


def test_our_mail_at_the_foot_of_any_other_letter_is_not_read() -> None:
    letter = text(
        "We have your request and will answer by 2 March.", "1. How many lorries does the depot have? 38"
    )
    assert all("38" not in block for block in letter.blocks)


@pytest.mark.parametrize(
    "said",
    [
        "Last year you told us 35.",
        "You said 35 in your last reply.",
        "We understand that there are 38.",
        "According to the press there are 38.",
        "It was reported to be 38.",
        "I believe there are 38.",
        "In 2024 you published a figure of 35.",
        "Your annual report gives 35.",
        "Our understanding is that there are 35.",
        "In reply to another request: 35.",
    ],
)
def test_a_statement_of_our_own_behind_a_question_answers_nothing(said: str) -> None:
    letter = text(
        "Please see our answers below, against each of your questions, in red.",
        f"1. How many lorries does the depot have? {said}",
        "2. What is their average age? 4.1 years",
        "3. Who repairs them? Not held",
    )
    assert outcomes(letter) == ["ask", "full", "not held"]


@pytest.mark.parametrize(
    "lines",
    [
        ("There were 35 in 2023.", "38"),
        ("£52,000 was paid in 2023/24.", "Exempt under section 43(2)"),
        ("The depot adopted it in 2021.",),
        ("One figure will do.",),
        ("Only those over 7 tonnes.",),
        ("The Gazette said 38.",),
        ("Number only.",),
        ("By lorry is meant anything over 7 tonnes.",),
        ("Redact names under section 40 as you see fit.",),
        ("Section 12 should be no obstacle as it is one figure.",),
        ("38 lorries were mentioned at the June meeting.",),
    ],
)
def test_words_that_may_be_ours_or_say_two_things_are_asked_about(lines: tuple[str, ...]) -> None:
    first, *more = lines
    letter = text(
        "Please see our answers below, against each of your questions, in red.",
        f"1. How many lorries does the depot have? {first}",
        *more,
        "2. What is their average age? 4.1 years",
        "3. Who repairs them? Not held",
    )
    assert outcomes(letter) == ["ask", "full", "not held"]


def test_an_answer_on_the_line_below_our_question_is_read() -> None:
    letter = text(
        "Please see our answers below, against each of your questions, in red.",
        "1. How many lorries does the depot have? You said 35 last year.",
        "38",
        "2. What is their average age?",
        "4.1 years",
        "3. Who repairs them?",
        "Not held",
        "",
        "Yours faithfully",
        "The Desk",
    )
    assert outcomes(letter) == ["full", "full", "not held"]
