"""The zones of a letter: what is our request said back, what answers it, what only explains or reckons."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterSeen, LetterText, by_wording, recognise
from foidesk.law.letters.cues import cues
from foidesk.law.letters.zones import zoned

QUESTIONS = (
    "How many beehives does the council keep on its roofs?",
    "How many stings were reported by staff in 2025?",
    "What did the hives cost in 2025?",
)
FOIA = law("uk-foia-2000")


def letter(*blocks: str) -> LetterText:
    return LetterText("Response", "foi@b.example", False, blocks)


def seen(*blocks: str, questions: tuple[str, ...] = QUESTIONS) -> LetterSeen:
    return by_wording(letter(*blocks), FOIA, questions)


def outcomes(*blocks: str, questions: tuple[str, ...] = QUESTIONS) -> list[str]:
    return [one.outcome for one in seen(*blocks, questions=questions).outcomes]


@pytest.mark.parametrize(
    "heads", [("You asked:", "In response:"), ("Request", "Response"), ("Your request", "Our reply")]
)
def test_what_stands_between_the_heads_is_our_request_however_it_is_worded(heads: tuple[str, str]) -> None:
    request, answer = heads
    asked = "I want 3 figures, and if section 40 is relied on say so: hives, stings, and 2025 costs."
    read = zoned(letter("Dear Sam", request, asked, answer, "1. 14"), cues("en"), QUESTIONS).blocks
    assert read == ("Dear Sam", f"> {asked}", "1. 14")


def test_request_and_reply_in_turn_are_read_in_pairs_though_the_numbers_start_anew() -> None:
    blocks = [text for at, said in enumerate(("14", "The council does not record stings.", "£900"))
              for text in ("Request", f"1. {QUESTIONS[at]}", "Reply", said)]  # fmt: skip
    assert outcomes(*blocks) == ["full", "not held", "full"]


def test_answers_that_carry_the_number_of_their_question_need_no_question_above() -> None:
    assert outcomes("Q1 Hives?\nA1: 14\nQ2 Stings?\nA2: We do not record stings.\nQ3 Cost?\nA3: £900") == [
        "full", "not held", "full",
    ]  # fmt: skip


def test_our_voice_above_our_questions_states_nothing() -> None:
    asked = "I would like to know the following, for 2025, or if that exceeds the limit for 3 months."
    assert outcomes(asked, "1. 14", "2. 0", "3. £900") == ["full", "nil", "full"]


def test_a_body_that_asks_us_back_is_not_taken_for_us() -> None:
    back = "We would be grateful if you could clarify what you mean by a hive in your request."
    assert zoned(letter(back), cues("en"), QUESTIONS).blocks == (back,)


def test_words_of_the_law_quoted_below_a_section_are_no_answers() -> None:
    blocks = (
        "We need a further 20 working days to weigh the public interest.",
        "Section 43(2) states:",
        "(a) information is exempt if its disclosure would prejudice commercial interests,",
        "(b) it is held by another body, and",
        "(c) it is reasonable to withhold it.",
    )
    read = seen(*blocks)
    assert read.names == ("extended",)
    assert [one.outcome for one in read.outcomes] == ["none"] * 3


def test_a_paragraph_that_goes_on_stays_with_the_question_above() -> None:
    blocks = ("1. 14", "2. The names are exempt under section 40(2).",
              "Furthermore, the information is also exempt under section 31(1)(a).", "3. £900")  # fmt: skip
    assert outcomes(*blocks) == ["full", "refused", "full"]


def test_what_another_answer_is_pointed_at_for_belongs_to_the_question_in_front() -> None:
    assert outcomes("1. 14", "2. See the table attached at Q1", "3. £900") == ["full", "full", "full"]


def test_figures_of_a_search_reckon_a_cost_and_answer_nothing() -> None:
    blocks = (
        "I can confirm that the information is held by the Council, however it cannot be disclosed.",
        "There were 4,132 accident forms. All of these would have to be opened to see if a bee stung.",
        "At 3 minutes each that would take over 200 hours, therefore section 12(1) of the Act would apply.",
    )
    assert outcomes(*blocks) == ["cost limit"] * 3


def test_what_is_not_confirmed_of_other_information_is_no_word_on_what_is_answered() -> None:
    blocks = ("1. 14", "2. 3", "3. £900",
              "In addition, the force can neither confirm nor deny that it holds any other information, under:",
              "Section 23(5) - Security bodies", "Section 24(2) - National security")  # fmt: skip
    assert outcomes(*blocks) == ["full", "full", "full"]


def test_sections_named_as_titles_below_are_the_grounds_of_the_refusal_above() -> None:
    blocks = ("Your request is refused and we rely on the following exemption:", "Section 31(1) - Law enforcement")
    assert [(one.outcome, one.sections) for one in seen(*blocks).outcomes] == [("refused", ("31(1)",))] * 3


def test_what_hangs_on_an_if_is_not_stated() -> None:
    said = "If compliance with part of a request is above the cost limit, we need not answer the rest."
    assert outcomes(said) == ["none", "none", "none"]


@pytest.mark.parametrize(
    "said",
    [
        "We do not currently report on this.",
        "This is not monitored by the parks team.",
        "The council does not maintain a tally.",
    ],
)
def test_what_a_body_does_not_keep_is_not_held_whatever_verb_it_uses(said: str) -> None:
    assert outcomes("1. 14", f"2. {said}", "3. £900") == ["full", "not held", "full"]


def test_an_updated_version_under_a_number_makes_the_letter_no_correction() -> None:
    read = seen("1. 14", "2. We do not record this; the updated version of the software will.", "3. £900")
    assert read.names == ("final reply",)


def test_numbers_of_paragraphs_are_no_numbers_of_questions() -> None:
    said = ("You wrote to us in May.", "We hold the accounts.", "A search took 40 hours.", "It is too long.",
            "I refuse your request under section 12(1) as it would exceed the limit.")  # fmt: skip
    assert outcomes(*(f"{at}. {text}" for at, text in enumerate(said, 1))) == ["cost limit"] * 3


def test_what_stands_between_two_numbers_is_of_the_first() -> None:
    blocks = (
        "1. 14",
        "2. We would be unable to provide this.",
        "We consider it to be information not held.",
        "3. £9",
    )
    assert outcomes(*blocks) == ["full", "not held", "full"]


def test_no_of_a_thing_is_nil_and_not_every_number_a_figure() -> None:
    assert (
        outcomes("1. 14", "2. No stings were treated in 2025.", "3. See file FOI_25-116 of 20260101.")[1] == "nil"
    )


def test_one_document_in_part_is_partial() -> None:
    blocks = (
        "Please see the attached document.",
        "It is not possible to provide all of the requested information.",
    )
    assert outcomes(*blocks, questions=("Please send the bee policy.",)) == ["partial"]


def test_figures_among_the_reasons_for_refusing_a_request_answer_nothing() -> None:
    blocks = ("We are refusing your request under section 14(1).",
              "This is one of 46 requests about the hives. A test search found 2,900 messages.")  # fmt: skip
    assert outcomes(*blocks) == ["refused"] * 3


def test_answers_inside_our_list_are_read_though_a_head_of_a_decision_follows() -> None:
    listed = (f"1. {QUESTIONS[0]} 14", f"2. {QUESTIONS[1]} Not held.", f"3. {QUESTIONS[2]} £900")
    assert outcomes("Your questions", *listed, "Decision", "This closes the matter.") == [
        "full",
        "not held",
        "full",
    ]


def test_questions_and_answers_under_heads_of_their_own_are_pairs() -> None:
    blocks = ("Question 1: hives", "Answer: 14", "Question 2: stings", "Answer: We do not record this.",
              "Question 3: the cost", "Answer: £900")  # fmt: skip
    assert outcomes(*blocks) == ["full", "not held", "full"]


@pytest.mark.parametrize(
    "said",
    [
        "We may hold some 30 boxes on hives, and it might cost £900 to search them.",
        "You said in your request that the council spent £900 and kept 14 hives.",
    ],
)
def test_what_may_be_and_what_we_are_told_to_have_said_is_no_sure_answer(said: str) -> None:
    assert not any(one.sure and one.outcome != "none" for one in recognise(letter(said), FOIA, QUESTIONS).outcomes)
