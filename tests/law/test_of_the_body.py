"""What a letter is rests on what its body does, not on words that only go out with it. Each is a REHEARSAL."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterSeen, LetterText, recognise

FOIA = law("uk-foia-2000")
QUESTIONS = ("How many buses does the council run?", "What did the buses cost in 2025?")


def read(*blocks: str, subject: str = "Your request about buses", sender: str = "foi@b.example") -> LetterSeen:
    return recognise(LetterText(subject, sender, False, blocks), FOIA, QUESTIONS)


WEIGHED = (
    "I am writing about your request of 5 November about buses, to which we were due to respond today.",
    "The Council holds the information. Some of it falls within section 43, which is a qualified exemption.",
    "In your case we need the extra time and now plan to respond by 5 January 2027.",
)


def test_what_the_writer_should_say_corrects_nothing() -> None:
    seen = read(
        *WEIGHED, "I should say that the Council has made no decision on whether anything will be withheld."
    )
    assert seen.names == ("extended",) and seen.sure


@pytest.mark.parametrize(
    "said",
    [
        "The second figure should read £1,900,000.",
        "It should say £1,900,000 and not £1,700,000.",
        "Our reply of 3 May contained an error and should be disregarded. Please use this letter in its place.",
    ],
)
def test_what_an_answer_should_say_may_correct_it(said: str) -> None:
    seen = read("I write about our reply to your request.", said, "1. 14 buses.", "2. £1,900,000 in 2025.")
    assert {"correction", "retraction"} & set(seen.names) or not seen.sure


ASKED_BACK = (
    "I have looked at your request with colleagues and we cannot tell what it covers.",
    "Do you mean the school buses or those of the town service, and for which financial years?",
    "Under section 1(3) of the Act we need not go further until you have told us.",
)


def test_that_we_need_not_go_on_takes_no_more_time() -> None:
    seen = read(*ASKED_BACK, "If nothing is heard by 20 December we will close the file.")
    assert seen.names == ("clarification asked",) and seen.sure


@pytest.mark.parametrize(
    "clock",
    [
        "The period of twenty working days will run from the day on which we get your answer.",
        "The 20 working days will begin when we receive it.",
        "If we need to ask you for more the time will run from the date on which we receive it.",
    ],
)
def test_days_that_will_run_have_not_started_again(clock: str) -> None:
    seen = read(*ASKED_BACK, clock)
    assert "clock restarted" not in seen.names


@pytest.mark.parametrize(
    "clock",
    [
        "Thank you for your clarification. The 20 working days run again from 3 March, when we got your reply.",
        "Thank you for clarifying your request. The clock restarts today and our reply is due by 31 March.",
    ],
)
def test_days_that_run_again_have(clock: str) -> None:
    assert "clock restarted" in read(clock).names


def test_a_request_that_is_numbered_and_asked_about_is_both() -> None:
    taken = "Thank you for your request, which was received on 31 March 2026 and logged as FOI 9127."
    hold = (
        "Can you say over what period you would like the figures? Until we have your answer the clock is stopped."
    )
    assert set(read(taken, hold).names) == {"acknowledged", "clarification asked"}


def test_a_fees_notice_under_a_section_of_the_act_asks_for_a_fee() -> None:
    asked = (
        "Under section 9 of the Freedom of Information Act we give you notice that a fee of £74.60 is "
        "payable, made up of £68.00 for printing and £6.60 for delivery."
    )
    sent = "We will send the copies when the fee has been received. If it is not paid we will close the case."
    seen = read("You have asked for paper copies.", asked, sent, subject="Fees notice - case 40018")
    assert seen.names == ("fee asked",) and seen.sure


@pytest.mark.parametrize(
    "about",
    [
        "Section 9 of the Freedom of Information Act lets us charge a fee. We have charged you nothing.",
        "Under section 9 of the Freedom of Information Act a fee may be charged.",
    ],
)
def test_what_the_act_allows_asks_for_none(about: str) -> None:
    assert "fee asked" not in read("1. 14 buses.", "2. £2,114,000.", about).names


POSTED = "A message was posted on request 26-1502:"
LINK = "View request 26-1502: https://b-records.example/requests/26-1502"


@pytest.mark.parametrize(
    "quoted",
    [
        '"Hello. Question 1: 14 buses. The sums of question 2 are withheld under section 43(2)."',
        '"Items 1 and 2 have been released to you, no redactions."',
        '"We are still gathering the answer to question 2 and withhold that to question 1 under section 43(2)."',
    ],
)
def test_a_portal_that_carries_the_answer_is_more_than_a_portal(quoted: str) -> None:
    seen = read(POSTED, quoted, LINK, sender="noreply@b-records.example")
    assert not (seen.sure and seen.names == ("portal",))


def test_words_quoted_from_us_or_from_the_law_stay_out() -> None:
    for line in ("You wrote:", "Section 43(2) states:"):
        seen = read(line, '"All of it is withheld under section 43(2)."', "1. 14 buses.", "2. £2,114,000.")
        assert not any(one.outcome == "refused" for one in seen.outcomes)


def test_the_foot_of_a_reply_is_no_survey() -> None:
    seen = read(
        "Thank you for your request. Our response is below.",
        "1. 14 buses.",
        "2. £2,114,000.",
        "Please rate our service: www.b.example/rate",
    )
    assert seen.names == ("final reply",) and seen.sure


def test_a_refusal_put_in_place_of_another_is_not_of_what_is_unchanged() -> None:
    seen = read(
        "Our letter of 12 March should be disregarded and this put in its place. It said that the costs were "
        "exempt under section 31(1)(g). That was a mistake. We now rely on section 43(2) instead. The number, "
        "14, is unchanged.",
    )
    assert not any(one.sure and one.outcome == "refused" for one in seen.outcomes)
