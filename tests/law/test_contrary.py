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


@pytest.mark.parametrize(
    "answer",
    [
        "Part-granted. Section 43(2) applies to settlements with firms.",
        "Part grant. Prices are exempt under section 43(2).",
        "This item is partially refused. The exempt records are those of the interviews, section 41.",
        "I have decided to grant access to six reports and refuse two (section 43(2)).",
        "Section 43(2) applies to individual buses. Together they came to £48,200.",
        "Withheld under section 43(2). That exemption fell away in September and the figure can now be given.",
        "The records are exempt under section 43(2), save for the cover notes.",
        "Exempt under section 43(2) in part.",
        "Section 43(2) was claimed at first. We have dropped it.",
        "Drafts are exempt under section 43(2); finals are produced.",
        "We neither confirm nor deny that any was paid to staff (section 40(5B)). All others came to £48,200.",
        "The council holds no such record, though a note of June puts it at £48,200.",
        "We do not hold this before 2025.",
        "No information is held for buses before August. After it is £48,200.",
    ],
)
def test_a_refusal_or_not_held_beside_which_something_is_told_is_asked_about(answer: str) -> None:
    assert seen("1. 38", f"2. {answer}", "3. Attached.")[1] in ("ask", "partial")


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("Refused under section 43(2).", "refused"),
        ("Withheld under section 43(2), as disclosure would prejudice our position.", "refused"),
        ("We do not hold this.", "not held"),
        ("Not held.", "not held"),
    ],
)
def test_a_plain_refusal_stays_one(answer: str, outcome: str) -> None:
    assert seen("1. 38", f"2. {answer}", "3. Attached.")[1] == outcome


@pytest.mark.parametrize(
    "answer",
    [
        "Attached, sanitised.",
        "The contract is attached. Its map is too large to send.",
        "The contract could not be attached.",
        "Enclosed is as much of the contract as we are able to release.",
        "The contract is attached in the form in which it can be made public.",
        "The contract is attached. It has black boxes where the law required it.",
        "The contract can be supplied for £30.",
    ],
)
def test_an_answer_whose_own_section_says_less_is_not_full(answer: str) -> None:
    assert seen("1. 38", "2. £9,000", f"3. {answer}")[2] != "full"


IN_YEARS = (
    "How many buses ran in 2024/25?",
    "What did they cost in 2023, 2024 and 2025?",
    "Please send the contract.",
)


@pytest.mark.parametrize(
    ("answer", "full"),
    [
        ("The last count, in 2019, was 38.", False),
        ("In 2023/24 it was 38.", False),
        ("38 in 2023/24. The year 2024/25 has still to be audited.", False),
        ("38 in 2023/24; not held for 2024/25.", False),
        ("38 in the first nine months.", False),
        ("38 so far as the east goes.", False),
        ("38 (*)", False),
        ("38 in 2024/25.", True),
        ("38 in 2024/25 and 40 in 2023/24.", True),
        ("38", True),
    ],
)
def test_an_answer_of_other_years_than_the_question_names_is_asked_about(answer: str, full: bool) -> None:
    assert (seen(f"1. {answer}", "2. £9,000", "3. Attached.", questions=IN_YEARS)[0] == "full") is full


def test_an_answer_year_by_year_is_full() -> None:
    assert (
        seen("1. 38", "2. 2023: £4,106. 2024: £4,377. 2025: £4,590.", "3. Attached.", questions=IN_YEARS)[1]
        == "full"
    )


@pytest.mark.parametrize(
    ("note", "question"),
    [
        ("Appendix B of the contract engages an exemption, law enforcement.", 3),
        ("An exemption applies to the remainder of the contract.", 3),
        ("Please note that Appendix B does not form part of what we are sending.", 3),
        ("Appendix B is with our solicitors and so is not included.", 3),
        ("Please bear in mind that the sum at 2 is for the first half year.", 2),
        ("Please note: the answer to question 2 is incomplete.", 2),
        ("Q2: excludes buses on lease.", 2),
        ("On reflection we are not in a position to release the contract.", 3),
        ("Please note that question 3 has been refused in part.", 3),
    ],
)
def test_a_note_below_the_answers_takes_the_sureness_of_its_own(note: str, question: int) -> None:
    assert seen("1. 38", "2. £9,000", "3. Attached.", note)[question - 1] != "full"


@pytest.mark.parametrize(
    "note",
    [
        "We hope that this is of help.",
        "The council runs buses under the Transport Act.",
        "You may ask for an internal review if you are not content.",
    ],
)
def test_what_every_letter_says_takes_nothing_back(note: str) -> None:
    assert seen("1. 38", "2. £9,000", "3. Attached.", note) == ["full", "full", "full"]


@pytest.mark.parametrize(
    ("said", "event"),
    [
        ("We have not extended the time under section 10(3). You will hear by Friday.", "extended"),
        ("We thought of extending the time limit but will not do so. A reply follows by Friday.", "extended"),
        ("We have not withdrawn our letter of 1 October.", "retraction"),
        ("We no longer need you to clarify which depot you mean.", "clarification asked"),
    ],
)
def test_a_step_that_a_letter_denies_is_none(said: str, event: str) -> None:
    letter = LetterText("Your request", "foi@b.example", False, ("Dear Desk", said))
    found = recognise(letter, FOIA, QUESTIONS)
    assert not (found.sure and event in found.names)


@pytest.mark.parametrize(
    ("said", "event"),
    [
        (
            "We are extending the time under section 10(3) to weigh the public interest, until 30 November.",
            "extended",
        ),
        ("We withdraw our letter of 1 October; please delete it.", "retraction"),
        ("Please clarify which depot you mean.", "clarification asked"),
    ],
)
def test_a_step_that_a_letter_takes_stays_one(said: str, event: str) -> None:
    letter = LetterText("Your request", "foi@b.example", False, ("Dear Desk", said))
    found = recognise(letter, FOIA, QUESTIONS)
    assert found.sure and event in found.names


NAMES = (
    "How many buses does the council run?",
    "The names of the contractors",
    "Is any driver under investigation?",
)


def _of_names(second: str, third: str = "No.", asked: str = NAMES[1]) -> list[str]:
    letter = LetterText("Response", "foi@b.example", False, (HELLO, "1. 14 buses.", f"2. {second}", f"3. {third}"))
    seen = recognise(letter, law("uk-foia-2000"), (NAMES[0], asked, NAMES[2]))
    return [one.outcome if one.sure else "ask" for one in seen.outcomes]


def test_names_that_alone_were_asked_for_and_are_exempt_are_refused() -> None:
    assert _of_names("The names are exempt under section 40(2) of the Act.")[1] == "refused"


@pytest.mark.parametrize(
    ("second", "asked"),
    [
        ("The names are exempt under section 40(2).", "The names and addresses of the contractors"),
        ("The names are exempt under section 40(2).", "The contracts, with names"),
        ("The names are exempt under section 40(2).", "The contracts of 2025"),
        ("The names are exempt under section 40(2), their firms are set out below.", NAMES[1]),
        ("The names are exempt under section 40(2). There were four, paid £2,100.", NAMES[1]),
        ("The names of two are exempt under section 40(2). The third is Arden Ltd.", NAMES[1]),
        ("Some names are exempt under section 40(2).", NAMES[1]),
        ("The first name is exempt under section 40(2). The others: Arden Ltd, Brent Ltd.", NAMES[1]),
    ],
)
def test_names_refused_beside_what_else_was_asked_or_told_are_asked_about(second: str, asked: str) -> None:
    assert _of_names(second, asked=asked)[1] != "refused"


def test_one_within_a_sentence_is_no_figure_beside_what_is_not_confirmed() -> None:
    said = (
        "We can neither confirm nor deny this, section 31(3). It might warn one who has the time to hide papers."
    )
    assert _of_names("Arden Ltd.", said)[2] == "neither confirm nor deny"


@pytest.mark.parametrize(
    "third",
    [
        "One driver is. We neither confirm nor deny that any other is, section 31(3).",
        "Two drivers are. We neither confirm nor deny that any other is, section 31(3).",
        "We neither confirm nor deny that any is, section 31(3). There were 3 last year.",
    ],
)
def test_a_figure_beside_what_is_not_confirmed_is_asked_about(third: str) -> None:
    assert _of_names("Arden Ltd.", third)[2] == "ask"
