"""A letter's layout, and the questions that its clauses name: by letters, in words, all at once."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterText, by_wording
from foidesk.law.letters.cues import cues
from foidesk.law.letters.layout import laid_out
from foidesk.law.letters.naming import questions_named

QUESTIONS = (
    "How many kennels did the council license in 2024?",
    "How many licences were revoked?",
    "Please send the inspection checklist.",
)
FOIA = law("uk-foia-2000")


def letter(*blocks: str) -> LetterText:
    return LetterText("Response", "foi@b.example", False, blocks)


def outcomes(*blocks: str) -> list[str]:
    return [one.outcome for one in by_wording(letter(*blocks), FOIA, QUESTIONS).outcomes]


def test_answers_between_our_questions_in_one_paragraph_are_read() -> None:
    inside = "\n".join(
        (
            f"1. {QUESTIONS[0]}",
            "44",
            f"2. {QUESTIONS[1]}",
            "Not held.",
            f"3. {QUESTIONS[2]}",
            "Exempt, s.31(1)(a).",
        )
    )
    assert outcomes(inside) == ["full", "not held", "refused"]


def test_an_answer_on_the_line_of_its_question_is_read() -> None:
    listed = f"1) {QUESTIONS[0]} 44\n2) {QUESTIONS[1]} 3\n3) {QUESTIONS[2]} We do not hold one."
    assert outcomes(listed) == ["full", "full", "not held"]


def test_our_list_said_back_without_answers_stays_ours() -> None:
    repeated = "\n".join(f"{number}. {text}" for number, text in enumerate(QUESTIONS, 1))
    assert laid_out(letter("You asked:", repeated), QUESTIONS).blocks == ("You asked:", repeated)
    assert outcomes("You asked:", repeated) == ["none", "none", "none"]


def test_letters_instead_of_numbers_are_those_of_our_questions() -> None:
    assert outcomes("(a) 44\n(b) none\n(c) withheld under section 31(1)(a)") == ["full", "nil", "refused"]


def test_letters_of_a_section_are_no_questions() -> None:
    explained = "A notice:\n(a) states that fact,\n(b) names the exemption."
    assert laid_out(letter(explained), QUESTIONS).blocks == (explained,)


def test_a_salutation_is_no_part_of_the_answer() -> None:
    assert laid_out(letter("Dear Ms Example: we hold nothing."), QUESTIONS).blocks == ("we hold nothing.",)
    assert laid_out(letter("Dear Ms Example", "We hold nothing."), QUESTIONS).blocks[1] == "We hold nothing."


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("We refuse all three questions under section 14(1).", (1, 2, 3)),
        ("We hold nothing for any of your questions.", (1, 2, 3)),
        ("Everything but question 2 is attached.", (1, 3)),
        ("We answer your request with the exception of question 2.", (1, 3)),
        ("Part one of your request is refused.", (1,)),
        ("Questions two and three are exempt.", (2, 3)),
        ("Items one to three are attached.", (1, 2, 3)),
        ("Two questions were put to the panel.", ()),
        ("We keep all requests for two years.", ()),
    ],
)
def test_questions_are_named_in_words(text: str, named: tuple[int, ...]) -> None:
    assert questions_named(text, cues("en"), 3) == named


@pytest.mark.parametrize("text", ["There is nothing for either item.", "Neither of your questions can be met."])
def test_both_of_two_questions(text: str) -> None:
    assert questions_named(text, cues("en"), 2) == (1, 2)
    assert questions_named(text, cues("en"), 3) == ()
