"""Answers below numbers, heads and labels; what is said of one of them or of all. Each letter is a REHEARSAL."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterSeen, LetterText, by_wording, recognise

FOIA = law("uk-foia-2000")
QUESTIONS = (
    "How many beehives does the council keep on its roofs?",
    "How many stings were reported by staff in 2025?",
    "What did the hives cost in 2025?",
)
COST = "To count them would take over 18 hours, so section 12(1) applies and we will not comply with this request."


def seen(*blocks: str, questions: tuple[str, ...] = QUESTIONS) -> LetterSeen:
    return by_wording(LetterText("Response", "foi@b.example", False, blocks), FOIA, questions)


def outcomes(*blocks: str, questions: tuple[str, ...] = QUESTIONS) -> list[str]:
    return [one.outcome for one in seen(*blocks, questions=questions).outcomes]


def test_a_refusal_for_cost_between_two_answers_is_of_its_own_number() -> None:
    assert outcomes("1. 14 hives.", f"2. {COST}", "3. £900.") == ["full", "cost limit", "full"]


def test_a_refusal_for_cost_below_the_last_number_is_of_that_one_where_the_first_is_answered() -> None:
    assert outcomes("1. 14 hives.", "2. 3.", f"3. {COST}") == ["full", "full", "cost limit"]


def test_a_refusal_of_the_whole_stays_one_of_the_whole() -> None:
    whole = "As one part exceeds the limit, section 12(1) applies and we refuse your request as a whole."
    assert outcomes(f"2. {whole}") == ["cost limit"] * 3


def test_a_head_over_the_reasons_is_no_refusal_of_the_last_number() -> None:
    blocks = (
        "1. 14", "2. See below.", "3. £900", "Section 31 - law enforcement",
        "In relation to question 2, the information is exempt under section 31(1)(a).",
    )  # fmt: skip
    assert outcomes(*blocks) == ["full", "refused", "full"]


def test_a_summary_before_the_answers_is_the_outcome_of_none() -> None:
    blocks = (
        "We hold what you ask for. Most of it is set out below, but some is exempt.",
        "We keep 14 beehives on our roofs.", "The stings reported by staff are exempt under section 40(2).",
        "The hives cost £900.",
    )  # fmt: skip
    assert outcomes(*blocks) == ["full", "refused", "full"]
    led = ("Our response to each of your questions is as follows:", "1. 14", "2. Not held.", "3. £900")
    assert [one.kinds for one in seen(*led).outcomes] == [("full",), ("not held",), ("full",)]


@pytest.mark.parametrize(
    "blocks",
    [
        ("Beehives\n14 at the end of the year.", "Stings\nNone was reported.", "Cost\n£900 in all."),
        ("Beehives", "14 at the end of the year.", "Stings", "None was reported.", "Cost", "£900 in all."),
        ("Beehives: 14 at the end of the year.", "Stings: none was reported.", "Cost: £900 in all."),
        ("A. We keep 14 at the end of the year.\nB. None was reported.\nC. £900 in all.",),
        ("Item (1). 14 at the end of the year.", "Item (2). None was reported.", "Item (3). £900 in all."),
        ("1.", "14 at the end of the year.", "2.", "None was reported.", "3.", "£900 in all."),
    ],
)
def test_heads_labels_letters_and_numbers_alone_say_which_question_is_answered(blocks: tuple[str, ...]) -> None:
    assert outcomes(*blocks) == ["full", "nil", "full"]


def test_a_number_may_stand_close_to_its_words_and_two_may_stand_together() -> None:
    assert outcomes("1.We keep 14.\n2.None was reported.\n3.They came to £900.") == ["full", "nil", "full"]
    assert outcomes("1. & 2. We do not hold this information.", "3. £900") == ["not held", "not held", "full"]


def test_figures_behind_a_question_of_ours_are_an_answer() -> None:
    told = "2. How many stings were reported by staff in 2025? 3 7 12\n3. What did the hives cost in 2025?\n"
    assert outcomes("1. 14", told + "We do not hold this.")[1:] == ["full", "not held"]


def test_answers_on_the_lines_of_our_questions_are_no_words_of_ours() -> None:
    """The list asks us "could you", as we did, and is answered all the same."""
    questions = (*QUESTIONS, "Could you name the keeper of the hives?")
    blocks = (
        "In regards to question 4 the information is not held, and I refuse this part of your request.",
        f"1. {questions[0]}", f"14\n2. {questions[1]} 3\n3. {questions[2]} £900",
        f"4. {questions[3]} This is not recorded.",
    )  # fmt: skip
    assert outcomes(*blocks, questions=questions) == ["full", "full", "full", "not held"]


def test_sections_listed_one_a_paragraph_are_the_law_in_short() -> None:
    blocks = (
        "1. 14", "2. 3", "3. £900", "Section by section",
        "Section 14: the request is vexatious.", "Section 21: the information is accessible by other means.",
        "Section 40: the information is personal data.", "Section 44: disclosure is prohibited by law.",
    )  # fmt: skip
    assert outcomes(*blocks) == ["full", "full", "full"]


def test_what_is_found_not_to_apply_refuses_nothing() -> None:
    assert outcomes("1. I do not find that section 24 was ever engaged.")[0] != "refused"


def test_a_thing_given_with_some_taken_out_is_given_in_part() -> None:
    text = "The log of stings is at Annex B, with the names of staff and of visitors redacted under section 40(2)."
    assert outcomes(text, questions=("Please send the log of stings.",)) == ["partial"]


def test_an_answer_that_opens_with_its_figure_supposes_nothing() -> None:
    assert outcomes("3. £900 in 2025, with what the complaints procedure came to.")[2] == "full"


def test_a_refusal_behind_a_figure_of_the_same_question_is_asked_about() -> None:
    told = "2. Of the nine, seven were on the hands. The place of two is exempt under section 40(2) of the Act."
    blocks = ("1. 14", told, "3. £900")
    letter = LetterText("Response", "foi@b.example", False, ("REHEARSAL", *blocks))
    assert not any(one.sure and one.outcome == "refused" for one in recognise(letter, FOIA, QUESTIONS).outcomes)


def test_an_address_alone_refuses_nothing() -> None:
    assert outcomes("Thank you for your message.", "https://www.b.example/foi/") == ["none"] * 3


@pytest.mark.parametrize("but", ["except for question 2, which is", "with the exception of question 2 as it is"])
def test_what_is_excepted_and_refused_is_no_refusal_of_the_rest(but: str) -> None:
    text = (
        f"Please find attached a spreadsheet that answers all of your questions, {but} exempt under section 40(2)."
    )
    letter = LetterText("Response", "foi@b.example", False, ("REHEARSAL", text))
    assert [one.outcome for one in recognise(letter, FOIA, QUESTIONS).outcomes if one.sure] in ([], ["refused"])
    assert outcomes(text)[1] != "full" and "refused" not in (outcomes(text)[0], outcomes(text)[2])
