"""Outcomes that their own words make less, or another body's: a person is asked. Each letter is a REHEARSAL."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterText, recognise

from .test_prose import IN_TURN, _with, outcomes

FOIA = law("uk-foia-2000")
NUMBERED = (
    "The contract for the city lights",
    "The unsuccessful tenders for the lights",
    "How many complaints were made about the lights?",
    "The cost of the lights in 2023 and 2024",
    "Does the Council hold a policy on lights, and if so please send it.",
)
ANSWERS = (
    "The contract is attached.",
    "The tenders are exempt under section 43(2).",
    "14",
    "£214,300 in 2023 and £220,000 in 2024.",
    "Yes; the policy is attached.",
)


def numbered(at: int, answer: str) -> str:
    """The outcome of one question of a letter that answers by number."""
    given = (*ANSWERS[: at - 1], answer, *ANSWERS[at:])
    hello = "Thank you for your request under the Freedom of Information Act 2000. Our response is below."
    blocks = (hello, *(f"{number}. {text}" for number, text in enumerate(given, 1)))
    one = recognise(LetterText("Response", "foi@b.example", False, blocks), FOIA, NUMBERED).outcomes[at - 1]
    return one.outcome if one.sure else "ask"


def test_the_answers_as_they_are_are_told() -> None:
    assert [numbered(at, ANSWERS[at - 1]) for at in range(1, 6)] == ["full", "refused", "full", "full", "full"]


@pytest.mark.parametrize(
    ("at", "answer", "never"),
    [
        (2, "We hold four tenders.", "full"),
        (2, "Four tenders are held by us.", "full"),
        (2, "The tenders are held.", "full"),
        (2, "There are four tenders.", "full"),
        (5, "Yes, the Council holds a policy.", "full"),
        (5, "Yes. It is held.", "full"),
        (3, "Not recorded: nil.", "nil"),
        (3, "Nil, so far as recorded.", "nil"),
        (3, "Zero, as complaints are not recorded.", "not held"),
        (3, "No complaints recorded; complaints are not recorded separately.", "not held"),
        (4, "£214,300 in 2023.", "full"),
        (4, "£214,300 (2023).", "full"),
        (4, "£214,300 in 2023; the figure for 2024 is not known.", "full"),
        (4, "£214,300 in 2023; 2024 has yet to be audited.", "full"),
    ],
)
def test_what_is_held_or_of_one_year_or_not_recorded_is_asked_about(at: int, answer: str, never: str) -> None:
    assert numbered(at, answer) != never


@pytest.mark.parametrize(
    ("at", "block"),
    [
        (1, "Four unsuccessful tenders are held."),
        (1, "Four unsuccessful tenders are held by us."),
        (1, "The Council holds four unsuccessful tenders."),
        (
            1,
            "Four unsuccessful tenders are held. The County Council refused to disclose them under section 43(2).",
        ),
        (1, "The Council publishes 3 newsletters a year."),
        (2, "The annual statements would have been exempt under section 22(1) last year."),
        (
            2,
            "The statements for 2023 are exempt under section 22(1). Those for 2024 are on www.b.example.",
        ),
        (3, "The lights were to cost £214,300 in 2024 and £231,750 in 2025, by our budget."),
        (3, "The lights cost £214,300 in 2024; the cost in 2025 is not yet known."),
        (3, "Finding the cost of the lights is over the limit of section 12. In 2024 it was some £214,300."),
        (
            3,
            "Finding the cost exceeds the limit in section 12. You may wish to know that it was £214,300 in 2024.",
        ),
        (4, "No complaints were made about the lights; we do not record complaints."),
        (4, "No complaints were recorded in 2025; earlier years are not held."),
        (4, "Nil. We do not record complaints about lights."),
        (4, "We did not record any complaints about the lights."),
    ],
)
def test_a_paragraph_that_lacks_something_is_asked_about(at: int, block: str) -> None:
    assert outcomes(*_with(at, block))[at] == "ask"


def test_two_questions_in_one_sentence_of_a_third_give_nothing() -> None:
    both = f"{IN_TURN[0]} The four tenders and the accounts are exempt under section 43(2) and section 22(1)."
    assert "full" not in outcomes(both, *IN_TURN[3:])[1:3]


NAMES = ("The names of the members of the panel", "How many panel meetings were held in 2024?")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (NAMES[0], "The names are exempt under section 40(2) where members have not consented."),
        (
            NAMES[0],
            "The names are exempt under section 40(2). The chair is a public figure and named on our website.",
        ),
        (NAMES[0], "The names are exempt under section 40(2). They are three engineers and a clerk."),
        (NAMES[0], "The names are exempt under section 40(2); initials are given: A.B., C.D."),
        (NAMES[0], "The names of junior members are exempt under section 40(2)."),
        ("The minutes that record the names", "The names are exempt under section 40(2)."),
        ("How many names are on the list?", "The names are exempt under section 40(2)."),
        ("The names and roles of the members", "The names are exempt under section 40(2)."),
    ],
)
def test_names_beside_which_something_is_told_or_asked_are_not_refused(question: str, answer: str) -> None:
    hello = "Thank you for your request under the Freedom of Information Act 2000. Our response is below."
    letter = LetterText(
        "Response", "foi@b.example", False, (hello, f"1. {answer}", "2. There were 14 meetings in 2024.")
    )
    one = recognise(letter, FOIA, (question, NAMES[1])).outcomes[0]
    assert not (one.sure and one.outcome == "refused")


FERRIES = (
    "How many ferries were cancelled in 2024?",
    "The reports of the inspector on the ferries",
    "How much was paid in compensation?",
    "The contract with the ferry operator",
)
TOLD = (
    "In 2024 there were 61 cancelled ferries.",
    "The reports of the inspector are exempt under section 31(1)(g).",
    "Compensation of £41,200 was paid.",
    "I am releasing the contract with the ferry operator in full; it is attached.",
)


def told(at: int, block: str) -> list[str]:
    """The outcomes of the letter on ferries with another paragraph in one place."""
    hello = "Thank you for your request under the Freedom of Information Act 2000, which we have considered."
    return outcomes(*TOLD[:at], block, *TOLD[at + 1 :], questions=FERRIES, hello=hello)


def test_the_letter_on_ferries_is_told() -> None:
    assert told(0, TOLD[0]) == ["full", "refused", "full", "full"]


@pytest.mark.parametrize(
    ("at", "block"),
    [
        (0, "In 2024 1.2 per cent of ferries were cancelled."),
        (0, "In 2024 fewer ferries were cancelled than the 61 of 2023."),
        (0, "In 2024 6,039 ferries were not cancelled."),
        (0, "In 2024 there were 61 ferries delayed or cancelled."),
        (1, "Should the inspector object, the reports are exempt under section 31(1)(g)."),
        (1, "Of the reports of the inspector two are exempt under section 31(1)(g)."),
        (1, "Most reports of the inspector are exempt under section 31(1)(g)."),
        (1, "The reports of the inspector are exempt under section 31(1)(g). In short, he found 14 faults."),
        (1, "The reports of the inspector are exempt under section 31(1)(g). They found the ferries sound."),
        (1, "We refused the reports of the inspector last year under section 31(1)(g)."),
        (1, "The reports of the inspector were withheld under section 31(1)(g) from an earlier applicant."),
        (1, "The reports of the inspector are no longer exempt under section 31(1)(g)."),
        (1, "I do not accept that the reports of the inspector are exempt under section 31(1)(g)."),
        (1, "The operator argues that the reports of the inspector are exempt under section 31(1)(g)."),
        (1, "The Commissioner held in another case that such reports are exempt under section 31(1)(g)."),
        (1, "It seems that the reports of the inspector are exempt under section 31(1)(g); we will write again."),
        (2, "There were 14 claims for compensation."),
        (2, "The budget for compensation is £50,000."),
        (2, "Compensation is capped at £80 per passenger."),
        (2, "Up to £50,000 in compensation could be paid."),
        (2, "In compensation for delayed trains £9,000 was paid."),
        (2, "On the north route £9,000 was paid in compensation."),
        (2, "Answering on compensation took 17 hours, within the limit of section 12."),
        (
            2,
            "To find all compensation would exceed the limit of section 12, but for the north it was £9,000.",
        ),
        (2, "Last time the cost of finding compensation exceeded the limit in section 12; it no longer does."),
        (3, "The contract with the operator was provided by the solicitors in 2022."),
        (3, "The contract with the operator provided for 61 sailings a week."),
        (3, "The contract with the operator was disclosed to the auditors in 2023."),
        (3, "The contract with the operator has a schedule attached which lists the ferries."),
        (3, "The contract with the operator is set out in the report attached to our website."),
        (3, "The contract with the operator was produced in 2019."),
        (3, "A copy of the contract with the operator costs £25."),
    ],
)
def test_what_is_of_others_or_of_something_else_is_asked_about(at: int, block: str) -> None:
    assert told(at, block)[at] == "ask"
