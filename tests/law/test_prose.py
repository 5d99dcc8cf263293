"""Letters in prose: each paragraph answers the question that it names, where its words say so plainly.

Each letter is a REHEARSAL.
"""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterText, recognise

FOIA = law("uk-foia-2000")
QUESTIONS = (
    "The contract for the city lights",
    "The unsuccessful tenders for the lights",
    "The Council's accounts for the last three years",
    "The cost of the lights in 2024 and 2025",
    "How many complaints were made about the lights?",
)
HELLO = "I have made a decision on your request and my findings, item by item, are as follows."
IN_TURN = (
    "I am releasing the contract with the winning firm in full; it is attached.",
    "Four unsuccessful tenders are held. I have decided to withhold them under section 43(2) of the Act.",
    "The annual statements are exempt under section 22(1), as they will be published in June.",
    "The lights cost £214,300 in 2024 and £231,750 in 2025.",
    "No complaints are recorded as such; this information is therefore not held.",
)


def outcomes(*blocks: str, questions: tuple[str, ...] = QUESTIONS, hello: str = HELLO) -> list[str]:
    """The outcome of each question; "ask" where a person is asked."""
    letter = LetterText("Response to your request", "foi@b.example", False, (hello, *blocks))
    return [one.outcome if one.sure else "ask" for one in recognise(letter, FOIA, questions).outcomes]


def test_paragraphs_in_the_order_of_the_questions_answer_them() -> None:
    assert outcomes(*IN_TURN) == ["full", "refused", "refused", "full", "not held"]


def _with(at: int, block: str) -> tuple[str, ...]:
    return (*IN_TURN[:at], block, *IN_TURN[at + 1 :])


@pytest.mark.parametrize(
    ("at", "block", "never"),
    [
        (0, "I am releasing the contract with the winning firm save for its prices.", {"full", "refused"}),
        (0, "The contract with the winning firm is released in an edited form.", {"full", "refused"}),
        (0, "The contract with the firm that lit the market last year is attached.", {"refused"}),
        (0, "The contract is with our solicitors and a copy will be sent on.", {"full", "refused"}),
        (1, "Four unsuccessful tenders are held. Two are withheld under section 43(2).", {"full", "refused"}),
        (
            1,
            "Four unsuccessful tenders are held and attached, prices exempt under section 43(2).",
            {"full", "refused"},
        ),
        (1, "The unsuccessful tenders were exempt under section 43(2) until May; they are attached.", {"refused"}),
        (1, "The unsuccessful tenders would be exempt under section 43(2) had the firms objected.", {"refused"}),
        (2, "These are all that I can give of the tenders; the rest is exempt under section 43(2).", {"full"}),
        (2, "Those sums leave out the tree, whose price is exempt under section 43(2).", {"full"}),
        (3, "The lights cost £214,300 in 2024. No figure has been struck for 2025.", {"full", "refused"}),
        (
            3,
            "The lights would have cost £214,300 in 2024 and £231,750 in 2025 but for the sponsor.",
            {"refused", "not held"},
        ),
        (
            3,
            "The lights cost a sum that is exempt under section 43(2) in 2024, and £231,750 in 2025.",
            {"full", "refused"},
        ),
        (4, "Complaints about the tree, of which there were 11, are the only ones recorded.", {"not held", "nil"}),
        (4, "Complaints before June are not held; there were 11 after it.", {"not held", "nil", "full"}),
    ],
)
def test_a_paragraph_that_says_less_is_no_plain_answer(at: int, block: str, never: set[str]) -> None:
    assert outcomes(*_with(at, block))[at] not in never


def test_two_paragraphs_out_of_turn_leave_one_without_words_open() -> None:
    blocks = (IN_TURN[1], IN_TURN[0], IN_TURN[2], IN_TURN[4], IN_TURN[3])
    assert outcomes(*blocks)[2] in ("ask", "refused", "none")


@pytest.mark.parametrize(
    "announced",
    [
        "Each of your questions is set out below, followed by our answer.",
        "Our decision on each point is recorded here, with reasons.",
        "You asked for the following, and our answer is given below each point.",
        "I have responded to all of your questions in turn.",
    ],
)
def test_a_sentence_that_says_where_the_answers_stand_answers_none(announced: str) -> None:
    blocks = (
        "1. It is attached.",
        "2. Withheld under section 43(2).",
        "3. Not held.",
        "4. £214,300.",
        "5. Eleven.",
    )
    assert outcomes(announced, *blocks) == outcomes(*blocks)


@pytest.mark.parametrize(
    "said",
    [
        "Our answer to each of your questions is that the information is exempt under section 43(2).",
        "The response to all five questions below is that nothing is held.",
        "All of your questions are refused below under section 14(1).",
        "For each point the decision below is to withhold under section 43(2).",
    ],
)
def test_a_sentence_that_answers_all_is_no_announcement(said: str) -> None:
    assert "full" not in outcomes(said)


def test_part_three_of_an_act_is_no_third_question() -> None:
    said = "Results sent in under Part 3 of the Fittings Act may not be disclosed: section 44(1)(a) applies."
    found = outcomes(
        "1. " + said, "2. 14.", questions=("The test results", "How many failed?", "How many passed?")
    )
    assert found[2] in ("ask", "none")


def test_a_statement_with_a_figure_is_no_head() -> None:
    found = outcomes(
        "Statistics (your first and last points)",
        "Airports reported 147 incursions in 2026. The Ministry does not collect flight cancellations by cause. "
        "That information is accordingly not held.",
        questions=(
            "How many incursions were reported in 2026?",
            "Which system is used?",
            "How many flights were cancelled?",
        ),
    )
    assert found[0] in ("ask", "full")


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (
            (
                "If you disagree with our decision to withhold the tenders under section 43(2) you may ask for "
                "a review."
            ),
            {2},
        ),
        ("You may complain of our refusal to answer question 4 to the Commissioner.", {4}),
        ("You have a right of review of our decision to refuse items 1 and 4 under section 43(2).", {1, 4}),
    ],
)
def test_a_right_of_review_that_names_what_was_withheld_is_asked_about(line: str, asked: set[int]) -> None:
    blocks = ("1. It is attached.", "2. The tenders are attached.", "3. Attached.", "4. £214,300.", "5. Eleven.")
    plain, found = outcomes(*blocks), outcomes(*blocks, line)
    assert all(found[number - 1] not in ("full", "nil") for number in asked)
    assert [one for n, one in enumerate(found, 1) if n not in asked] == [
        one for n, one in enumerate(plain, 1) if n not in asked
    ]


@pytest.mark.parametrize(
    "line",
    [
        "If you disagree with any decision to withhold information you may ask for an internal review.",
        "You may ask us to review whether information has been withheld rightly.",
        "You may ask for a review of this letter. Ask for one within two months. Someone else will carry it out.",
        "You can ask for a review if some of the information was refused.",
    ],
)
def test_a_right_of_review_of_every_letter_changes_nothing(line: str) -> None:
    blocks = ("1. It is attached.", "2. The tenders are attached.", "3. Attached.", "4. £214,300.", "5. Eleven.")
    assert outcomes(*blocks, line) == outcomes(*blocks)
