"""What a single sentence states of the outcome, and what sentences only suppose, explain or repeat."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.law import law
from foidesk.law.letters import LetterText, QuestionSeen, by_wording

QUESTION = "How many officers were investigated, of what rank, and for what?"


def said(text: str, id: str = "uk-foia-2000") -> QuestionSeen:
    """The outcome of the one question after a letter of this text."""
    return by_wording(LetterText("Response", "foi@b.example", False, (text,)), law(id), (QUESTION,)).outcomes[0]


@pytest.mark.parametrize(
    ("sentence", "outcome", "section"),
    [
        (
            "The information is exempt under section 40(2) of the Freedom of Information Act 2000.",
            "refused",
            "40(2)",
        ),
        ("Section 31(1)(g) is engaged.", "refused", "31(1)(g)"),
        ("We have applied s.40(2) to this question.", "refused", "40(2)"),
        ("The council relies on section 43(2) in withholding the contract.", "refused", "43(2)"),
        ("Your request is refused under section 14(1) as vexatious.", "refused", "14(1)"),
        ("The policy is exempt under section 21, since it is published.", "refused", "21"),
        ("This letter acts as a refusal notice.", "refused", ""),
        ("Your request is refused.", "refused", ""),
        ("We are unable to provide the ranks as this is personal data.", "refused", "40"),
        ("The force has decided not to disclose this.", "refused", ""),
        ("We do not hold this information.", "not held", ""),
        ("The authority does not record the platform.", "not held", ""),
        ("I can confirm that the information is not held.", "not held", ""),
        ("No information is held for question 4.", "not held", ""),
        ("Northshire Police holds no records of this kind.", "not held", ""),
        ("This data has not been recorded.", "not held", ""),
        ("We don't hold the dates.", "not held", ""),
        ("Our systems do not routinely capture the site used.", "not held", ""),
        ("To answer would exceed the appropriate limit.", "cost limit", ""),
        ("To answer would exceed the appropriate limit under section 12(1).", "cost limit", "12(1)"),
        ("I estimate that to comply would exceed the 18 hours allowed.", "cost limit", ""),
        ("Section 12 of the Act applies to questions 2 and 3.", "cost limit", "12"),
        ("The work is in excess of the cost limit.", "cost limit", ""),
        ("We can neither confirm nor deny that we hold this.", "neither confirm nor deny", ""),
        (
            "The duty to confirm or deny does not arise by virtue of section 30(3).",
            "neither confirm nor deny",
            "30(3)",
        ),
        (
            "The force neither confirms nor denies that it holds the information, under section 40(5B).",
            "neither confirm nor deny",
            "40(5B)",
        ),
    ],
)
def test_a_sentence_states_an_outcome(sentence: str, outcome: str, section: str) -> None:
    seen = said(sentence)
    assert (seen.outcome, seen.sure) == (outcome, True)
    assert section in seen.sections or not section


@pytest.mark.parametrize(
    "sentence",
    [
        "Section 40 may apply to some of this information.",
        "Section 31 might be engaged.",
        "We could refuse the request under section 12.",
        "If the cost exceeds the appropriate limit we may refuse.",
        "If we do not hold the information we will tell you.",
        "The cost would not exceed the appropriate limit.",
        "You may wish to refine your request to bring it within the appropriate limit.",
        "No exemptions have been applied.",
        "We are not relying on section 40.",
        "Section 40(2) is an absolute exemption.",
        "Section 31 is a qualified exemption and needs a public interest test.",
        "The Act places two duties on public authorities.",
        "Section 17 provides that a public authority must give a refusal notice.",
        "You may complain to the Information Commissioner if information has been withheld under section 40.",
        "If you are dissatisfied with this response you may ask for an internal review.",
        "Please find attached our complaints procedure.",
        "Please provide the number of officers who were dismissed.",
        "How many cases were withheld under section 40?",
        "You asked how many officers were dismissed.",
        "This should not be taken as confirmation that the information is or is not held.",
        "We considered section 31 but it does not apply.",
        "We are still considering whether section 31 applies.",
        "We will provide the information by Friday.",
        "We aim to respond within 20 working days.",
        "The complaint was not upheld.",
        "Thank you for your request of 17 February 2014.",
        "It is not known whether any officer was disciplined.",
        "A public authority must state whether it holds the information.",
        "The limit is currently £450.",
    ],
)
def test_a_sentence_states_none(sentence: str) -> None:
    assert said(sentence).outcome == "none"


def test_several_sections() -> None:
    seen = said("The information is exempt under sections 30, 31 and 40(2).")
    assert (seen.outcome, seen.sections) == ("refused", ("30", "31", "40(2)"))


def test_other_laws_have_other_words() -> None:
    assert said("We withheld 12 pages under Exemption 6.", "us-foia-federal").sections == ("6",)
    assert said("We located no responsive records.", "us-foia-federal").outcome == "not held"
    assert said("The information is withheld under regulation 12(5)(e).", "uk-eir-2004").sections == ("12(5)(e)",)
    scottish = said("This is a notice under section 17 that the information is not held.", "scotland-foisa-2002")
    assert scottish.outcome == "not held"


@given(st.text(max_size=120))
def test_no_letter_breaks_it(text: str) -> None:
    assert said(text).question == 1
