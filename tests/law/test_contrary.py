"""Words beside an answer that speak against what it seems to be: a person is asked. Each letter is a REHEARSAL."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterSeen, LetterText, recognise

FOIA = law("uk-foia-2000")
QUESTIONS = (
    "How many buses does the council run?",
    "What did each bus cost?",
    "Please send the maintenance contract.",
)
HELLO = "Thank you for your request under the Freedom of Information Act 2000. Our response is below."


def seen(*blocks: str, questions: tuple[str, ...] = QUESTIONS) -> list[str]:
    letter = LetterText("Response to your request", "foi@b.example", False, (HELLO, *blocks))
    return [one.outcome if one.sure else "ask" for one in recognise(letter, FOIA, questions).outcomes]


@pytest.mark.parametrize(
    "answer",
    [
        "Attached. Pages 10 to 60 stay with us.",
        "Attached. Pages 10 to 60 stay withheld.",
        "Pages 1 to 9 are attached; pages 10 to 60 stay back.",
        "Attached, but the annexes are missing.",
        "A copy of the contract is attached. The annexes are missing.",
        "The contract of another supplier is attached.",
        "A contract of our former supplier is attached.",
        "Attached on payment of a fee of £25.",
        "A copy is provided once the fee of £25 has been paid.",
        "The contract is supplied subject to a fee of £25.",
        "The first ten pages are attached.",
        "The contract is attached without its schedules.",
        "The contract is attached. Schedule 4 could not be found.",
        "A copy is enclosed, without the price list.",
        "The index to the contract is attached.",
        "The old contract is attached.",
        "We attach the contract, less the annexes.",
    ],
)
def test_some_of_a_document_another_one_or_one_to_be_paid_for_is_not_given_in_full(answer: str) -> None:
    assert seen("1. 14 buses.", "2. £210,000 each.", f"3. {answer}")[2] in ("ask", "partial")


@pytest.mark.parametrize(
    "answer", ["Attached.", "A copy of the contract is attached.", "The contract is enclosed."]
)
def test_a_document_handed_over_is_given_in_full(answer: str) -> None:
    assert seen("1. 14 buses.", "2. £210,000 each.", f"3. {answer}") == ["full", "full", "full"]


def test_the_former_contract_is_given_where_it_was_asked_for() -> None:
    asked = (*QUESTIONS[:2], "Please send the former maintenance contract.")
    assert (
        seen("1. 14 buses.", "2. £210,000 each.", "3. The former contract is attached.", questions=asked)[2]
        == "full"
    )


@pytest.mark.parametrize(
    "answer",
    [
        "The contract is exempt under section 43(2). An edited copy is enclosed.",
        "Exempt under section 43(2). What we can release stands in the annex.",
        "Section 43(2) applies to the prices. The rest of the contract is attached.",
        "Withheld under section 43(2). The number of pages is released below.",
        "The contract is exempt under section 43(2). The contract without prices is at tab 3.",
        "The contract is exempt under section 43(2). A version fit for print is in the attachment.",
        "Refused under section 43(2). However, we are happy to release the index.",
    ],
)
def test_a_refusal_beside_something_given_is_none_of_all(answer: str) -> None:
    assert seen("1. 14 buses.", "2. £210,000 each.", f"3. {answer}")[2] in ("ask", "partial")


@pytest.mark.parametrize(
    "answer",
    [
        "Withheld under section 43(2). The total number is released below.",
        "The cost of each bus is exempt under section 43(2). The total was £2.9m.",
        "Withheld under section 43(2). We can confirm that the dearest cost £300,000.",
        "The dearest was the Volvo, whose price is withheld under section 43(2).",
        "Withheld under section 43(2), see the figure below.",
    ],
)
def test_a_refusal_beside_a_figure_is_none_of_all(answer: str) -> None:
    assert seen("1. 14 buses.", f"2. {answer}", "3. Attached.")[1] in ("ask", "partial")


def test_of_two_things_asked_at_once_one_may_be_told_and_one_refused() -> None:
    asked = (QUESTIONS[0], "Which makes do you run, and what did each cost?", QUESTIONS[2])
    answer = "2. We run Volvo and Scania. The cost is withheld under section 43(2)."
    assert seen("1. 14 buses.", answer, "3. Attached.", questions=asked)[1] in ("ask", "partial")


@pytest.mark.parametrize(
    "answer",
    [
        "Withheld under section 43(2).",
        "Withheld under section 43(2), see below.",
        "The council holds the cost. It is exempt under section 43(2).",
        "I can confirm that the cost is held. It is exempt under section 43(2), commercial interests.",
    ],
)
def test_a_refusal_that_gives_nothing_stays_one(answer: str) -> None:
    assert seen("1. 14 buses.", f"2. {answer}", "3. Attached.")[1] == "refused"


@pytest.mark.parametrize(
    "answer",
    [
        "If we do not hold the information we will say so.",
        "Where the council does not hold information it says so.",
        "Should it turn out that we do not hold this, we will tell you.",
        "The council does not hold this, unless the depot kept the invoices.",
        "We do not hold the cost of each. The total is handed over in the annex.",
        "We do not hold a figure for each bus, but the invoices are attached.",
        "We do not hold this. We have handed over the invoices.",
        "We do not hold this information. A schedule of all costs is enclosed.",
    ],
)
def test_a_condition_or_something_handed_over_is_not_what_is_not_held(answer: str) -> None:
    assert seen("1. 14 buses.", f"2. {answer}", "3. Attached.")[1] == "ask"


def test_what_is_not_held_stays_so() -> None:
    assert seen("1. 14 buses.", "2. We do not hold the cost of each bus.", "3. Attached.")[1] == "not held"


@pytest.mark.parametrize(
    "closing",
    [
        "Zero means our systems cannot report.",
        "A zero above means that our systems cannot report.",
        "Nil returns mean that the system has no report.",
        "A 0 does not mean that there were none.",
        "None stands for a depot that sent no return.",
    ],
)
def test_a_letter_that_says_what_its_noughts_mean_leaves_them_to_a_person(closing: str) -> None:
    assert seen("1. 0", "2. £210,000 each.", "3. Attached.", closing)[0] == "ask"
    assert seen("1. 0", "2. £210,000 each.", "3. Attached.", "We hope that this is of help.")[0] == "nil"


def test_yes_alone_answers_no_how_many() -> None:
    assert seen("1. Yes.", "2. £210,000 each.", "3. Attached.")[0] == "ask"


@pytest.mark.parametrize(
    "parts",
    [
        ("1. 14 buses.", "2. As to (a), £14,000. As to (b), withheld under section 43(2).", "3. Attached."),
        ("1. 14 buses.", "2. For (a), 14 were bought. For (b), withheld under section 43(2). For (c), attached."),
        (
            "Question 1. 14 buses.",
            "Question 2",
            "As to (a), £9. As to (b), exempt under section 43(2).",
            "Question 3. No.",
        ),
    ],
)
def test_lettered_parts_of_one_question_are_none_of_our_questions(parts: tuple[str, ...]) -> None:
    found = seen(*parts)
    assert found[1] in ("ask", "partial") and found[0] == "full"


def event(subject: str, *blocks: str, auto: bool = False) -> LetterSeen:
    return recognise(LetterText(subject, "foi@b.example", auto, blocks), FOIA, QUESTIONS)


def test_a_machine_that_answers_whoever_writes_acknowledges_no_request_for_certain() -> None:
    found = event(
        "Automatic reply: REHEARSAL FOI request",
        "This is an automated message. Please do not reply to it.",
        "Thank you for contacting us. Your email has reached our mailbox and will be passed to the right team.",
        "If you have asked for information under the Freedom of Information Act we have 20 days to answer.",
        auto=True,
    )
    assert not found.sure and [one.event for one in found.suggested] == ["auto-reply"]


def test_a_delay_that_takes_more_time_is_asked_about() -> None:
    found = event(
        "REHEARSAL - delay to FOI 26",
        "You were due a response to your request by yesterday. I am sorry that we are not yet in a position "
        "to reply and will need some more time.",
        "We are doing all we can, and I shall write again when I am able.",
    )
    assert found.names == ("extended",) or not found.sure
