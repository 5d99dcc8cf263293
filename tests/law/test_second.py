"""A letter is read twice: what both readings say is suggested unmarked, what they differ on is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterText, by_wording, recognise
from foidesk.law.letters.asides import without_asides
from foidesk.law.letters.cues import cues
from foidesk.law.letters.folding import QuestionSeen
from foidesk.law.letters.second import weighed
from foidesk.law.letters.seen import EventSeen, FirstReading, LetterSeen
from foidesk.law.letters.tokens import words
from foidesk.law.letters.weights import weights

QUESTIONS = ("How many boats did the harbour service inspect in 2024?", "Please send the inspection manual.")
ANSWER = (
    "Thank you for your request, considered under the Freedom of Information Act. Our response is below.",
    f"1. {QUESTIONS[0]}",
    "In 2024 the service inspected 214 boats.",
    f"2. {QUESTIONS[1]}",
    "The manual is exempt from disclosure under section 31(1)(a) of the Act and is withheld.",
    "You may ask for an internal review within 40 working days.",
)
FOIA = law("uk-foia-2000")


def letter(*blocks: str) -> LetterText:
    return LetterText("Response to your request", "foi@b.example", False, blocks)


def test_what_both_readings_say_is_sure_and_names_its_words_and_ground() -> None:
    seen = recognise(letter(*ANSWER), FOIA, QUESTIONS)
    assert (seen.names, seen.sure) == (("final reply",), True)
    assert [(one.outcome, one.sure) for one in seen.outcomes] == [("full", True), ("refused", True)]
    assert "214 boats" in seen.outcomes[0].words
    assert seen.outcomes[1].sections == ("31(1)(a)",)


def test_what_the_second_reading_does_not_find_is_asked_about() -> None:
    text = without_asides(letter(*ANSWER), cues("en"), QUESTIONS)
    false = LetterSeen(
        (EventSeen("fee asked", "a fee"),),
        (QuestionSeen(1, "cost limit", ("12(1)",), "too long"), QuestionSeen(2, "not held", (), "none")),
    )
    seen = weighed(FirstReading(false), text, FOIA, cues("en"), QUESTIONS)
    assert seen.names == ("final reply",) or not seen.sure  # where it is very clear, its own reading
    assert not any(one.sure and one.outcome in ("cost limit", "not held") for one in seen.outcomes)
    assert not seen.outcomes[1].sure or seen.outcomes[1].outcome == "refused"  # as all other readings have it


def test_a_reply_to_one_question_that_refuses_it_with_its_section_is_sure() -> None:
    for subject in ("", "Re: our request", "FOI response", "Your request"):
        text = LetterText(subject, "foi@b.example", False, ("We refuse this under section 12 of the Act.",))
        [one] = recognise(text, FOIA, QUESTIONS[:1]).outcomes
        assert (one.outcome, one.sections, one.sure) == ("cost limit", ("12",), True)


def test_an_answer_in_a_letter_that_is_no_reply_is_no_outcome() -> None:
    received = letter("We acknowledge receipt of your request, which has been logged under reference 88.")
    seen = recognise(received, FOIA, QUESTIONS)
    assert (seen.names, seen.sure) == (("acknowledged",), True)
    assert {one.outcome for one in seen.outcomes} == {"none"}


def test_the_first_reading_stands_where_the_second_agrees() -> None:
    first = by_wording(letter(*ANSWER), FOIA, QUESTIONS)
    seen = recognise(letter(*ANSWER), FOIA, QUESTIONS)
    assert [replace(one, sure=True) for one in seen.outcomes] == [
        replace(one, sure=True) for one in first.outcomes
    ]


@pytest.mark.parametrize("name", ["events", "outcomes"])
def test_a_reading_is_the_same_however_often_and_leads_by_at_least_nothing(name: str) -> None:
    model = weights(name)
    tokens = ["b:refused", "o:refused", "o:held", "s:acknowledgement", "never seen"]
    found = [model.likely(tokens) for _ in range(3)] + [model.likely(tokens[::-1])]
    assert len(set(found)) == 1
    assert 0.5 <= found[0].lead <= 1
    assert model.likely([]).best in model.classes


def test_numbers_dates_sums_and_sections_are_words_of_their_own() -> None:
    assert words("Under section 40(2), on 3 May 2024, £1,200 for 17.") == (
        "under", "xsec", "on", "xdate", "xmoney", "for", "0",
    )  # fmt: skip


def test_a_machine_that_thanks_for_an_email_has_not_taken_in_a_request() -> None:
    out = LetterText(
        "Automatic reply: Request",
        "a.person@b.example",
        True,
        ("Thank you for your email. I am out of the office until Monday and will not read my messages.",),
    )
    assert recognise(out, FOIA, QUESTIONS).names == ("auto-reply",)


def test_a_step_is_one_although_its_sentences_look_like_answers() -> None:
    received = letter(
        "We acknowledge receipt of your request, which has been logged under reference 88.",
        "You should be aware that exemptions may prevent release of some or all of the information about boats.",
        "A response will be issued to you by 3 November 2026.",
    )
    seen = recognise(received, FOIA, QUESTIONS)
    assert (seen.names, seen.sure) == (("acknowledged",), True)
    assert {one.outcome for one in seen.outcomes} == {"none"}


def test_a_none_before_a_figure_of_something_else_is_asked_about() -> None:
    first = by_wording(
        letter("1. None were in 2024. The other 12 boats were sold.\n2. It is not held."), FOIA, QUESTIONS
    )
    assert not first.outcomes[0].sure


def test_a_page_withheld_is_not_the_document_refused() -> None:
    first = by_wording(letter("2. Pages 3 to 5 are withheld under section 31(1)(a)."), FOIA, QUESTIONS)
    assert (first.outcomes[1].outcome, first.outcomes[1].sure) == ("partial", False)


def test_words_of_another_language_are_no_answer() -> None:
    first = by_wording(letter("1. Ni archwiliwyd unrhyw gychod yn ystod y flwyddyn."), FOIA, QUESTIONS)
    assert first.outcomes[0].outcome == "none" or not first.outcomes[0].sure
