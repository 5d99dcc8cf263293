"""How bodies lay an answer out: our list said back in their words, lists without numbers, set phrases."""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterSeen, letter_text, recognise
from foidesk.readers import read

BINS = [
    "How many litter bins are there?",
    "How many bins were emptied late in 2024?",
    "How many complaints about bins were received?",
    "What did emptying the bins cost?",
]
"""Questions of an invented survey."""


def seen(text: str, questions: list[str] = BINS, act: str = "uk-foia-2000") -> LetterSeen:
    head = "From: FOI <foi@thornby.example>\nSubject: FOI\nDate: Mon, 09 Mar 2026 10:00:00 +0000\n"
    mail = f"{head}\nREHEARSAL\n\n{text}\n"
    return recognise(letter_text(read(mail.encode(), "a.eml").reading), law(act), questions)


def said(text: str, questions: list[str] = BINS, act: str = "uk-foia-2000") -> list[str]:
    """The outcome of each question; "ask: x" where a person is asked and offered x."""
    found = seen(text, questions, act).outcomes
    return [one.outcome if one.sure else f"ask: {one.suggested.outcome}" for one in found]


def test_points_without_numbers_answer_as_many_points_of_ours_in_order() -> None:
    ours = "\n".join(f"• {one}" for one in BINS)
    text = (
        f"Can you tell me, please:\n\n{ours}\n\nResponse 06-12-2025\n\n• 412\n\n"
        "• Each round sheet would have to be read to find this. At five minutes a sheet it would take "
        "over 160 hours "
        "and would exceed the limit of 18 hours, so it is exempt under section 12 of the Act.\n\n• "
        "31\n\n• £18,200"
    )
    found = said(text)
    assert [one.removeprefix("ask: ") for one in found] == ["full", "cost limit", "full", "full"]
    assert found[0] == found[2] == found[3] == "full"


def test_points_that_give_grounds_answer_no_question() -> None:
    ours = "\n".join(f"- {one}" for one in BINS)
    grounds = (
        "- it is commercially sensitive\n- a contract is being let\n- rivals would gain\n- section 43(2) applies"
    )
    text = f"You asked:\n\n{ours}\n\nOur response:\n\nWe have withheld it because:\n\n{grounds}"
    assert {one.removeprefix("ask: ") for one in said(text)} == {"refused"}


def test_the_rest_of_a_question_that_is_said_back_in_more_words_answers_nothing() -> None:
    text = (
        "1. How many litter bins are there in the whole of the borough?\n\n2. How many bins were emptied "
        "late in 2024 "
        "by the contractor?\n\nIn response to questions 1 and 2, to give these would help the "
        "contractor's rivals. "
        "This information is exempt under section 43(2) of the Act.\n\n3. How many complaints about bins were "
        "received (to date)?\n\n31\n\n4. What did emptying the bins cost including lorries and fuel.\n\n£18,200"
    )
    assert said(text)[2:] == ["full", "full"]
    assert {one.removeprefix("ask: ") for one in said(text)[:2]} == {"refused"}


def test_what_our_list_says_between_its_heads_is_ours() -> None:
    text = (
        "Bins (77A/25)\n\nRequest received 3 March 2025:\n\nBins in parks\n1. How many litter bins are "
        "there?\n2. How many "
        "bins were emptied late in 2024?\nMoney\n3. How many complaints about bins were received? "
        "(YES/NO)\n4. What did "
        "emptying the bins cost?\nIt would be helpful to have this by ward.\n\nResponded 24 March "
        "2025:\n\n1. 412\n"
        "2. Information not held; please note however, that lateness is rarely told.\n3. 0\nThe Council "
        "publishes "
        "other figures each year.\n4. £18,200"
    )  # fmt: skip
    found = said(text)
    assert [one.removeprefix("ask: ") for one in found] == ["full", "not held", "nil", "full"]


def test_a_note_behind_a_figure_takes_it_along_nowhere() -> None:
    text = (
        "For clarity your request is set out below:\n\n1.How many litter bins are there? – 412 Please "
        "note that our "
        "recording system does not differ between kinds of bin.\n\n2.How many bins were emptied late in "
        "2024? - 61\n\n"
        "3.How many complaints about bins were received? - 31\n\n4.What did emptying the bins cost? - £18,200"
    )
    assert said(text) == ["full"] * 4


def test_a_refusal_of_this_request_below_the_last_number_is_of_that_one() -> None:
    text = (
        "1. How many litter bins are there?\n\n412\n\n2. How many bins were emptied late in "
        "2024?\n\n61\n\n3. How many "
        "complaints about bins were received?\n\n31\n\n4. What did emptying the bins cost?\n\nWe do hold "
        "this, however "
        "compliance with this request would exceed the appropriate cost limit under section 12 of the Act."
    )
    found = said(text)
    assert found[:3] == ["full"] * 3 and found[3].removeprefix("ask: ") == "cost limit"


HELD = """We can confirm that the information you have requested is held by the Council, however it cannot be
disclosed for the following reasons. Each record would have to be read, and at 3 minutes a record this would take
over 115 hours, therefore section 12(1) of the Act applies."""
ABOVE = """The cost of providing you with the information is above the amount to which we are legally required to
respond, i.e. the cost of locating it would exceed the appropriate limit (section 12). A public authority which, in
relation to any request for information, is relying on a claim that section 12 or section 14 applies must give
notice. This letter acts as a refusal notice."""


@pytest.mark.parametrize("text", [HELD, ABOVE])
def test_what_is_held_and_would_cost_too_much_is_one_refusal(text: str) -> None:
    assert {one.removeprefix("ask: ") for one in said(text)} == {"cost limit"}


def test_what_is_given_out_of_goodwill_beside_a_cost_limit_is_asked_about() -> None:
    text = (
        "This would exceed the appropriate limit (section 12). As a gesture of goodwill I have supplied "
        "what we had "
        "found before that was known (see attached)."
    )
    assert all(one.startswith("ask") for one in said(text))


def test_sections_in_brackets_are_applied_and_some_withheld_is_part() -> None:
    text = (
        "Please find attached our reply.\n\nWithin the papers redactions have been made under section "
        "25(1), section "
        "38(1)(a), section 38(1)(b) and section 30(b)(ii)."
    )
    found = said(text, ["All letters on the bins", "All minutes on the bins"], "scotland-foisa-2002")
    assert {one.removeprefix("ask: ") for one in found} <= {"partial", "refused"}
    assert "refused" not in found


def test_questions_under_letters_that_begin_anew_are_known_by_their_words() -> None:
    text = (
        "1. Bins in streets\n\na) How many litter bins are there?\n412\n\nb) How many bins were emptied "
        "late in 2024?\n"
        "We do not hold this information.\n\n2. Bins in parks\n\na) How many complaints about bins were "
        "received?\n"
        "31\n\nb) What did emptying the bins cost?\n£18,200"
    )
    assert [one.removeprefix("ask: ") for one in said(text)] == ["full", "not held", "full", "full"]


def test_our_list_is_said_back_twice_and_answered_the_second_time() -> None:
    ours = "\n".join(f"{number}. {one}" for number, one in enumerate(BINS, 1))
    answers = ("412", "This information is not held by the council.", "31", "£18,200")
    theirs = "\n".join(
        f"{n}. {one}\n    • {answer}" for n, (one, answer) in enumerate(zip(BINS, answers, strict=True), 1)
    )
    assert said(f"Request\n\n{ours}\n\nResponse\n\n{theirs}") == ["full", "not held", "full", "full"]


def test_words_of_a_review_are_never_taken_for_a_first_answer_unasked() -> None:
    text = (
        "Following your request for a review of our reply, a review meeting was held on 27 October 2025. "
        "It discussed "
        "why this was refused under section 12 of the Act, and agreed that the work would have cost more "
        "than £450."
    )
    found = seen(text)
    assert "review outcome" in found.names or not found.sure
