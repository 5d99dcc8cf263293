"""What a letter suggests: events and outcomes in its own words, unsure where an expert would ask."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterSeen, LetterText, by_wording

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "letters"
QUESTIONS = (
    "How many complaints about noise were received in 2024?",
    "How much was spent on enforcement?",
    "What was the outcome of each case?",
)


def read(
    text: str, law_id: str = "uk-foia-2000", *, auto: bool = False, sender: str = "foi@b.example"
) -> LetterSeen:
    return by_wording(LetterText("Your request", sender, auto, tuple(text.split("\n\n"))), law(law_id), QUESTIONS)


def outcomes(seen: LetterSeen) -> list[str]:
    return [one.outcome if one.sure else "ask" for one in seen.outcomes]


def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("letters_run", BENCHMARK / "run.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["letters_run"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["open", "opened", "second", "second-opened"])
def test_no_letter_at_hand_is_wrong_and_unmarked(name: str) -> None:
    found = list(benchmark().verdicts(BENCHMARK / name))
    wrong = [
        f"{one.letter} {one.what}: said {one.said}, label {one.wanted}" for one in found if one.verdict == "WRONG"
    ]
    assert not wrong
    for what, least in (("event", 0.9), ("question", 0.85)):
        mine = [one for one in found if one.what.startswith(what)]
        assert Counter(one.verdict for one in mine)["right"] >= least * len(mine)


@pytest.mark.parametrize(
    ("event", "text"),
    [
        ("acknowledged", "I confirm we have your FOI request and have logged it under 4455."),
        ("clarification asked", "Please can you clarify what you mean by 'enforcement'?"),
        ("fee asked", "Please send a cheque for £20 for photocopying; we will then send the copies."),
        ("extended", "We need a further 20 working days in order to consider the public interest test."),
        ("transferred", "I have forwarded your request to Southshire County Council, who will respond directly."),
        ("holding", "Please accept our apologies for the delay. Your request is still being processed."),
        ("portal", "Click below to download it from our secure portal. The link will expire in 14 days."),
        ("retraction", "We would like to recall the disclosure made to you yesterday. Kindly destroy all copies."),
        ("acknowledged", "I have passed this to our ICT team. You will have a response in 20 working days."),
        ("holding", "A quick update: two departments have replied and we are waiting on the third."),
        (
            "clarification asked",
            "I'm not clear what you mean by enforcement. Do you mean fines? Please let me know.",
        ),
        ("clock restarted", "We received your clarification on 4 May: 20 working days from that date is 2 June."),
        ("fee asked", "I estimate that the disbursements come to £38.50. This is a fees notice under section 9."),
        ("extended", "In accordance with Regulation 7 the deadline is extended to 40 working days."),
        ("transferred", "It is held by Southshire Trust and we have passed your request to them for reply."),
        ("portal", "You have received an encrypted message from the Council. You will need to register."),
        (
            "retraction",
            "Our reply of 3 May was issued in error. Please disregard the letter we sent and delete it.",
        ),
        ("regulator", "The complainant asked for figures. The Commissioner finds that section 12 was engaged."),
        ("not a reply", "Please take our short survey and tell us how satisfied you were."),
    ],
)
def test_a_step_is_told_by_its_words_and_gives_no_outcome(event: str, text: str) -> None:
    seen = read(text)
    assert seen.sure
    assert seen.names == (event,)
    assert seen.events[0].words in text
    assert outcomes(seen) == ["none"] * 3


def test_boilerplate_that_fees_and_transfers_may_happen_is_no_event() -> None:
    seen = read(
        "We acknowledge receipt of your request. There may be a fee payable. If we do not hold the information we "
        "may transfer your request to another authority. Information may be refused where an exemption applies."
    )
    assert (seen.names, seen.sure) == (("acknowledged",), True)


def test_an_answer_question_by_question() -> None:
    seen = read("1. 45 complaints.\n\n2. This is exempt under section 43(2).\n\n3. That is not held.")
    assert seen.names == ("final reply",)
    assert outcomes(seen) == ["full", "refused", "not held"]
    assert seen.outcomes[1].sections == ("43(2)",)


def test_a_whole_refusal_holds_for_every_question_with_its_section() -> None:
    seen = read("To comply with your request would exceed the appropriate limit, so section 12(1) applies.")
    assert outcomes(seen) == ["cost limit"] * 3
    assert {one.sections for one in seen.outcomes} == {("12(1)",)}


def test_no_record_of_any_is_asked_about_since_it_may_mean_zero() -> None:
    seen = read("We have no record of any complaints about noise, of spending or of cases.")
    assert set(outcomes(seen)) == {"ask"}


def test_a_letter_that_says_both_granted_and_not_held_is_asked_about() -> None:
    seen = read("Your request has been granted in full.\n\nNo information is held in respect of your questions.")
    assert set(outcomes(seen)) == {"ask"}


def test_what_fits_nothing_is_asked_about() -> None:
    seen = read("Our canteen serves fish on Fridays.")
    assert not seen.sure
    assert set(outcomes(seen)) == {"ask"}


def test_a_part_reply_leaves_the_rest_waiting() -> None:
    seen = read("We can answer question 1 now: 45 complaints. The answers to questions 2 and 3 will follow.")
    assert seen.names == ("part reply",)
    assert outcomes(seen) == ["full", "none", "none"]


def test_an_upheld_review_keeps_the_refusal() -> None:
    seen = read("I have completed the internal review. I uphold the decision to withhold under section 31(1)(a).")
    assert seen.names == ("review outcome",)
    assert outcomes(seen) == ["refused"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "I have completed the internal review. I overturn the decision to withhold the figures under section 31.",
        "The internal review is complete. The decision to refuse your request under section 12 is set aside.",
        "I have carried out the internal review. I do not uphold the decision to rely on section 40(2).",
    ],
)
def test_a_decision_that_a_review_undoes_refuses_nothing(text: str) -> None:
    seen = read(f"{text} The answers are attached.")
    assert "review outcome" in seen.names
    assert not {"refused", "cost limit"} & {one.outcome for one in seen.outcomes}


def test_a_returned_mail_is_a_bounce() -> None:
    seen = read("Your message could not be delivered. 550 5.1.1 User unknown", sender="mailer-daemon@x.example")
    assert (seen.names, outcomes(seen)) == (("bounce",), ["none"] * 3)


def test_german_letters_are_read_in_german() -> None:
    seen = read("Ihr Antrag wird abgelehnt (§ 3 Nr. 2 IFG).", "de-ifg")
    assert outcomes(seen) == ["refused"] * 3
    assert seen.outcomes[0].sections == ("3 Nr. 2",)


def test_noughts_in_figures_and_in_words_are_nil() -> None:
    seen = read("1. 0\n\n2. £0\n\n3. We had no cases and so no outcomes.")
    assert outcomes(seen) == ["nil", "nil", "nil"]


def test_answers_between_our_quoted_questions_are_read_under_them() -> None:
    blocks = (
        "answers inline",
        "> 1. How many complaints about noise?",
        "45",
        "> 7. What else?",
        "We do not hold this.",
    )
    letter = LetterText("RE: request", "foi@b.example", False, blocks)
    seen = by_wording(letter, law("uk-foia-2000"), QUESTIONS)
    assert outcomes(seen)[0] == "full"
    assert "not held" not in outcomes(seen)


def test_an_out_of_office_note_is_no_answer() -> None:
    seen = read("Out of the office until the 21st. Your mail will be read then.", auto=True)
    assert (seen.names, outcomes(seen)) == (("auto-reply",), ["none"] * 3)


def test_a_review_upheld_on_some_questions_refuses_those() -> None:
    first = "I overturn the decision on question 1: there were 45 complaints."
    seen = read(f"{first} I uphold section 31(1) on questions 2 and 3.")
    assert outcomes(seen)[0] == "full"
    assert [one.outcome for one in seen.outcomes][1:] != ["full", "full"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "1) 45. 2) Commercially sensitive, section 43(2). 3) We don't keep that.",
            ["full", "refused", "not held"],
        ),
        ("Complaints: 45\nEnforcement spend: £0\nOutcomes: not recorded", ["full", "nil", "not held"]),
        ("45 complaints; £3,000; all closed with no action in 40 and a caution in 5.", ["full", "full", "full"]),
        (
            "We had 45 complaints and spent £3,000. Section 30 covers the outcome of each.",
            ["full", "full", "refused"],
        ),
        (
            "The number is exempt under section 31(1)(a); the same goes for the cost and the outcome.",
            ["refused"] * 3,
        ),
        (
            "10 files took 70 minutes; that is beyond the 18 hours allowed, so we refuse your request.",
            ["cost limit"] * 3,
        ),
        (
            "We are unwilling to say whether this is held (section 31(3)).",
            ["neither confirm nor deny"] * 3,
        ),
    ],
)
def test_what_answers_which_question(text: str, wanted: list[str]) -> None:
    assert outcomes(read(text)) == wanted


def test_our_request_said_back_and_standing_notes_are_no_answer() -> None:
    quoted = "\n".join(f"{number}. {question}" for number, question in enumerate(QUESTIONS, 1))
    seen = read(
        f"REQUEST\n\n{quoted}\nIf you refuse under section 12 or 43 you must say so.\n\nRESPONSE\n\n"
        "1. 45\n\n2. £3,000\n\n3. All were closed.\n\nANNEX: the law in short (sent with every reply)\n\n"
        "Section 12: cost. Section 14: vexatious. Section 40: personal data. We neither confirm nor deny."
    )
    assert (seen.names, outcomes(seen)) == (("final reply",), ["full"] * 3)


def test_an_exemption_still_being_weighed_refuses_nothing() -> None:
    seen = read(
        "Section 43 is engaged and the public interest is still being weighed. We need until 30 June to do so."
    )
    assert (seen.names, seen.sure, outcomes(seen)) == (("extended",), True, ["none"] * 3)


def test_a_month_of_may_makes_nothing_doubtful() -> None:
    assert read("Sign in to the customer portal to collect it before 30 May.").names == ("portal",)
