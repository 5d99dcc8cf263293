"""What a question's own section says plainly is settled by it, and a note that takes something back is not lost.

Each letter is a REHEARSAL.
"""

from __future__ import annotations

import pytest

from foidesk.law import law
from foidesk.law.letters import LetterText, recognise
from foidesk.law.letters.cues import cues
from foidesk.law.letters.sections import sections
from foidesk.law.letters.settling import settled

FOIA = law("uk-foia-2000")
QUESTIONS = (
    "How many buses does the council run?",
    "What did each bus cost?",
    "Please send the maintenance contract.",
)
HELLO = "Thank you for your request under the Freedom of Information Act 2000. Our response is below."


def outcomes(*blocks: str, questions: tuple[str, ...] = QUESTIONS) -> list[str]:
    """The outcome of each question; "ask" where a person is asked."""
    letter = LetterText("Response to your request", "foi@b.example", False, (HELLO, *blocks))
    return [one.outcome if one.sure else "ask" for one in recognise(letter, FOIA, questions).outcomes]


@pytest.mark.parametrize(
    "blocks",
    [
        ("(a) 14 buses.", "(b) Withheld under section 43(2).", "(c) Attached."),
        ("Part i: 14 buses.", "Part ii is exempt under section 43(2).", "Part iii is attached."),
        ("As to (a), there are 14 buses.", "As to (b), withheld under section 43(2).", "As to (c), attached."),
        (
            "First point. There are 14 buses.",
            "Second point. The cost is exempt under section 43(2).",
            "Third point. The contract is attached.",
        ),
        (
            "Point one",
            "14 buses.",
            "Point two",
            "Withheld: section 43(2).",
            "Point three",
            "The contract is attached.",
        ),
        (
            "Number of buses\n14 in service.",
            "Cost\nWe withhold the cost of each bus under section 43(2), commercial interests.",
            "Contract\nAttached.",
        ),
    ],
)
def test_an_answer_below_a_letter_a_numeral_a_word_or_a_head_belongs_to_its_question(
    blocks: tuple[str, ...],
) -> None:
    assert outcomes(*blocks) == ["full", "refused", "full"]


def test_part_two_of_the_act_is_no_second_question() -> None:
    assert outcomes("1. 14 buses.", "2. £210,000.", "3. Attached.", "Exemptions are in Part II of the Act.")[
        :2
    ] == [
        "full",
        "full",
    ]


@pytest.mark.parametrize(
    ("note", "question"),
    [
        ("Note: the price of two of the buses has been taken out of the figures above under section 43(2).", 2),
        ("Two prices were removed.", 2),
        ("We have left out the buses that are leased.", 1),
    ],
)
def test_a_note_that_something_was_taken_out_leaves_no_answer_in_full(note: str, question: int) -> None:
    found = outcomes("1. 14 buses.", "2. £210,000 each on average.", "3. Attached.", note)
    assert found[question - 1] != "full"


@pytest.mark.parametrize(
    "more",
    [
        "This is for the ten newest; we have no cost for the four that came from the county.",
        "Earlier invoices have been destroyed.",
    ],
)
def test_an_answer_that_lacks_some_of_it_is_not_taken_as_full(more: str) -> None:
    assert outcomes("1. 14 buses.", f"2. £210,000. {more}", "3. Attached.")[1] != "full"


@pytest.mark.parametrize(
    "answer",
    [
        "£210,000. Had you asked for the discount, section 43(2) might have applied.",
        "£210,000. You mention that your own council refused this under section 43(2); we take another view.",
        "This was withheld under section 43(2) in our letter of 3 May. We now release it: £210,000.",
    ],
)
def test_an_exemption_that_is_not_applied_is_no_refusal(answer: str) -> None:
    assert outcomes("1. 14 buses.", f"2. {answer}", "3. Attached.")[1] in ("full", "ask")


def test_a_summary_in_place_of_what_was_asked_for_is_not_all_of_it() -> None:
    assert outcomes("1. 14 buses.", "2. £210,000.", "3. A summary of the contract is attached.")[2] == "ask"


def test_paragraphs_with_numbers_that_are_not_ours_settle_nothing() -> None:
    found = outcomes(
        "1. We run a fleet for schools.", "2. There are 14 buses.", "3. Each bus cost £210,000.", "4. Attached."
    )
    assert "refused" not in found and found[0] == "ask"


def test_a_cost_of_nought_is_not_told_as_an_answer_in_full() -> None:
    questions = ("How many assaults were there in waiting rooms?", "How many absences followed an assault?")
    found = outcomes("1. There were 12 assaults.", "2. The system shows 0 absences.", questions=questions)
    assert found[1] in ("nil", "ask")


PIER = ("Please send the correspondence about the pier.",)


@pytest.mark.parametrize(
    ("blocks", "outcome"),
    [
        (
            (
                "I enclose a copy of some of the information you requested.",
                "We are unable to provide some of the information because section 40(2) applies to it.",
            ),
            "partial",
        ),
        (
            (
                "I enclose all of the correspondence.",
                "In other cases we are unable to provide some of the information because section 40(2) applies.",
            ),
            "ask",
        ),
        (
            (
                "We considered whether we could enclose some of the information in redacted form.",
                "We are unable to provide all of it and refuse it under section 42(1).",
            ),
            "ask",
        ),
    ],
)
def test_some_enclosed_and_some_refused_is_in_part_where_one_thing_was_asked(
    blocks: tuple[str, ...], outcome: str
) -> None:
    assert outcomes(*blocks, questions=PIER) == [outcome]


def test_one_head_over_two_questions_refuses_both_but_never_where_one_of_them_is_answered() -> None:
    assert outcomes("1 to 2. Exempt under section 43(2).", "3. The contract is attached.")[:2] == ["refused"] * 2
    mixed = outcomes("1 and 2. There are 14 buses; their cost is exempt under section 43(2).", "3. Attached.")
    assert mixed[0] != "refused"


def test_a_limit_that_would_have_been_exceeded_refuses_nothing() -> None:
    supposed = "£210,000. Had you asked for ten years the cost would exceed the appropriate limit."
    assert outcomes("1. 14 buses.", f"2. {supposed}", "3. Attached.")[1] in ("full", "ask")


@pytest.mark.parametrize("marks", [("i.", "ii.", "iii."), ("1.", "2.", "3.")])
def test_numbered_reasons_of_a_refusal_of_the_request_answer_nothing(marks: tuple[str, str, str]) -> None:
    reasons = (
        "You have written 14 times since May.",
        "Answering has cost £210.",
        "The contract was sent in June.",
    )
    listed = (f"{mark} {reason}" for mark, reason in zip(marks, reasons, strict=True))
    found = outcomes("We refuse your request under section 14(1). Our reasons:", *listed)
    assert "full" not in found


def test_a_letter_that_answers_a_request_about_something_else_answers_none_of_ours() -> None:
    letter = LetterText(
        "Response", "foi@b.example", False,
        ("Thank you for your request about cycle lanes.", "1. 14 miles.", "2. £210,000 a mile.", "3. Attached."),
    )  # fmt: skip
    assert not any(one.sure and one.outcome == "full" for one in recognise(letter, FOIA, QUESTIONS).outcomes)


PUBLIC = "We do see the public interest in people knowing that the buses run, whoever asks."


@pytest.mark.parametrize(
    "elsewhere",
    [
        PUBLIC,
        "I have treated your letter as one under the Regulations.",
        "Your right of review\nThe review will ask whether an exemption such as section 40 was wrongly applied.",
        "If you are unhappy with this reply you can ask for an internal review of how an exemption was used.",
    ],
)
def test_the_law_named_and_the_rights_of_review_keep_nothing_back(elsewhere: str) -> None:
    found = outcomes("1. 14 buses run, ten of them at night.", "2. £210,000 each.", "3. Attached.", elsewhere)
    assert found == ["full", "full", "full"]


@pytest.mark.parametrize(
    "elsewhere",
    [
        "The buses of the night lines were left out.",
        "Some buses are out of scope of the answer above.",
        "The public interest favours withholding the rest.",
        "We hold back the buses on loan in the public interest.",
        "Figures that are commercially sensitive do not appear.",
        "Counts below <5 are not shown.",
        "Two of the makes are outside the scope of what we give.",
        "We are holding back the night buses.",
        "Details of the leased buses have been omitted.",
        "Numbers of the night lines have been suppressed.",
        "Your right of review is set out overleaf. The buses on loan have been removed.",
        "If you are unhappy ask for an internal review. We have withheld the buses on loan.",
    ],
)
def test_what_may_keep_back_some_of_any_answer_leaves_no_three_answers_in_full(elsewhere: str) -> None:
    found = outcomes("1. 14 buses run, however few at night.", "2. £210,000 each.", "3. Attached.", elsewhere)
    assert found != ["full", "full", "full"]


COSTS = ("How many buses does the council run?", "What are the names of the drivers?", "What did the buses cost?")


def _settles(note: str) -> dict[int, str]:
    """What the sections of a letter settle, with a note above them."""
    blocks = (note, "1. 14 buses.", "2. Exempt under section 40(2).", "3. £210,000.")
    letter = LetterText("Response to your request", "foi@b.example", False, blocks)
    words = cues("en")
    found = settled(sections(letter, words, COSTS), FOIA, words, COSTS)
    return {number: one.outcome for number, one in found.items()}


NOTICE = (
    "Section 17 of the Freedom of Information Act 2000 requires Marlshire Council, when refusing to provide such "
    "information because the information is exempt, to provide you the applicant with a notice which: (a) states "
    "that fact, (b) specifies the exemption in question and (c) states why the exemption applies."
)
DUTIES = [
    NOTICE,
    "Under section 1 of the Act the Council must say whether it holds anything and, if so, give it unless exempt.",
    "Where we do neither, or only in part, we have to name the section or exemption on which we rely.",
]


@pytest.mark.parametrize("duty", DUTIES)
def test_a_duty_of_every_body_keeps_nothing_back(duty: str) -> None:
    assert _settles(duty) == {1: "full", 2: "refused", 3: "full"}


@pytest.mark.parametrize(
    "note",
    [
        "Under section 17 we must refuse the rest.",
        "Under section 1 of the Act we must say whether we hold it, and some of the costs are exempt.",
        "Section 17 requires us to say, where we refuse, that the rest of the cost is withheld.",
        "Section 10 requires us to answer; some of the costs have been removed where they are current.",
        "Under section 16 we must help you, and have redacted the prices if they are current.",
        "Section 1 requires us to give it unless exempt, but some of it is exempt.",
        "Section 43 must be applied where prices are current.",
        "Section 12 obliges us to refuse if the limit is exceeded.",
        "By section 17 we have to tell you when we withhold, and we withhold two of the prices.",
        "Under section 1 the Council has to give you what it holds unless it is exempt; some of it is exempt.",
        "Section 31 requires that costs are withheld where a crime is looked into.",
    ],
)
def test_a_duty_beside_something_kept_back_settles_no_answer_in_full(note: str) -> None:
    assert "full" not in _settles(note).values()


@pytest.mark.parametrize(
    "nought", ["£0. There have been no fines.", "£0.00. There were no fines.", "0. There were none."]
)
def test_a_nought_of_money_is_none(nought: str) -> None:
    questions = ("How many buses does the council run?", "What was paid in fines in 2025?")
    assert outcomes("1. 14 buses.", f"2. {nought}", questions=questions) == ["full", "nil"]


@pytest.mark.parametrize("some", ["£0.5 million.", "£0. The fine of 2024 was £400.", "£0,250. No more is known."])
def test_a_nought_that_leads_a_sum_is_not(some: str) -> None:
    questions = ("How many buses does the council run?", "What was paid in fines in 2025?")
    assert outcomes("1. 14 buses.", f"2. {some}", questions=questions)[1] != "nil"


@pytest.mark.parametrize(
    "note",
    [
        "Some of the costs are exempt under section 43(2).",
        "Some of the costs are exempt.",
        "Under section 1 of the Act we must say whether we hold it, and some of the costs are exempt.",
        "Section 10 requires us to answer; some of the costs have been removed where they are current.",
    ],
)
def test_a_note_that_some_of_what_a_question_asks_is_exempt_is_asked_about(note: str) -> None:
    said = outcomes("1. 14 buses.", "2. Exempt under section 40(2).", "3. £210,000.", note, questions=COSTS)
    assert said == ["full", "refused", "ask"]


@pytest.mark.parametrize(
    "note",
    [
        "Some of the information is exempt under section 40(2).",
        "Some of the names are exempt.",
        "If some of the costs are exempt we say so.",
    ],
)
def test_a_note_on_some_of_another_question_or_of_none_is_not(note: str) -> None:
    said = outcomes("1. 14 buses.", "2. Exempt under section 40(2).", "3. £210,000.", note, questions=COSTS)
    assert said == ["full", "refused", "full"]
