"""The Irish Act of 2014: its weeks of five week-days, holidays and sections; dates counted by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from foidesk.law import law
from foidesk.law.clock import Fact, Limit, days_off, explain, run
from foidesk.law.letters import LetterSeen, LetterText, by_wording
from foidesk.law.letters.grounds import grounds
from foidesk.law.sections import sections

ACT = law("ireland-foi-2014")
OFF = days_off(ACT, 2021, 2030)
QUESTIONS = (
    "How many complaints about street lighting were received in 2025?",
    "How much was spent on repairs to street lights in 2025?",
    "Please provide the report on the lights of Quay Street.",
)


def limits(*facts: Fact) -> dict[str, Limit]:
    return {one.rule.step: one for one in run(ACT, facts, OFF)}


def due(received: date) -> date | None:
    return limits(Fact("request", received))["answer"].due


def test_the_public_holidays_are_those_of_the_schedule_and_none_is_moved() -> None:
    found = {day.isoformat() for day in OFF if day.year in (2026, 2027)}
    assert found == {
        "2026-01-01", "2026-02-02", "2026-03-17", "2026-04-06", "2026-05-04", "2026-06-01", "2026-08-03",
        "2026-10-26", "2026-12-25", "2026-12-26",
        "2027-01-01", "2027-02-01", "2027-03-17", "2027-03-29", "2027-05-03", "2027-06-07", "2027-08-02",
        "2027-10-25", "2027-12-25", "2027-12-26",
    }  # fmt: skip


def test_saint_brigids_day_is_a_holiday_since_2023_and_on_a_friday_the_first_itself() -> None:
    february = [day.isoformat() for day in OFF if day.month == 2]
    assert february == [
        "2023-02-06", "2024-02-05", "2025-02-03", "2026-02-02", "2027-02-01", "2028-02-07", "2029-02-05",
        "2030-02-01",
    ]  # fmt: skip
    assert date(2022, 3, 18) in OFF, "the one day of remembrance"


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2026, 9, 1), date(2026, 9, 29)),
        (date(2026, 1, 30), date(2026, 3, 2)),
        (date(2026, 3, 2), date(2026, 3, 31)),
        (date(2026, 3, 23), date(2026, 4, 21)),
        (date(2025, 12, 15), date(2026, 1, 15)),
        (date(2026, 12, 14), date(2027, 1, 13)),
    ],
    ids=["no holiday", "Brigid", "Patrick", "Good Friday counts", "Christmas", "Stephen on a Saturday"],
)
def test_four_weeks_are_twenty_weekdays_without_public_holidays(received: date, last: date) -> None:
    assert due(received) == last


def test_a_request_that_comes_on_a_weekend_counts_from_monday() -> None:
    assert {due(date(2026, 9, day)) for day in (4, 5, 6)} == {date(2026, 10, 2)}


def test_an_extension_is_of_four_weeks_at_most_and_stands_in_the_act() -> None:
    found = limits(Fact("request", date(2026, 9, 1)), Fact("extended", date(2026, 9, 20)))
    assert "answer" not in found
    longer = found["answer after an extension"]
    assert (longer.due, longer.rule.section, longer.rule.standing) == (
        date(2026, 10, 28),
        "13(1), 14(1)",
        "Act",
    )


def test_the_wait_for_a_deposit_does_not_count() -> None:
    asked = (Fact("request", date(2026, 9, 1)), Fact("fee asked", date(2026, 9, 8)))
    waiting = limits(*asked)["answer"]
    assert waiting.due is None and "27(11)(a)" in waiting.paused
    assert limits(*asked, Fact("fee paid", date(2026, 9, 14)))["answer"].due == date(2026, 10, 6)


def test_the_review_and_the_commissioner_have_their_clocks() -> None:
    found = limits(
        Fact("request", date(2026, 9, 1)),
        Fact("final reply", date(2026, 9, 20)),
        Fact("review asked", date(2026, 10, 1)),
        Fact("review outcome", date(2026, 10, 22)),
    )
    assert found["ask for an internal review"].due == date(2026, 10, 16)
    assert found["internal review"].due == date(2026, 10, 22) and not found["internal review"].late
    assert found["apply to the Information Commissioner"].due == date(2027, 4, 22)
    assert {one.rule.whose for one in found.values() if one.rule.step.startswith(("ask", "apply"))} == {"ours"}


def test_the_explanation_names_the_holiday_and_the_section() -> None:
    lines = list(explain(ACT, limits(Fact("request", date(2026, 1, 30)))["answer"]))
    assert "section 13(1)" in lines[0]
    assert any("2026-02-02" in line and "Brigid" in line for line in lines)


def test_above_the_ceiling_a_request_may_be_refused_for_cost() -> None:
    (ceiling,) = ACT.cost_limits
    assert (ceiling.amount, ceiling.currency, ceiling.hours) == (Decimal(700), "EUR", Decimal(35))
    refusal = ACT.refusal("27(12)(a)(iii)")
    assert refusal is not None and refusal.outcome == "cost limit"


@pytest.mark.parametrize(
    ("section", "outcome"),
    [
        ("15(1)(a)", "not held"),
        ("15(1)(c)", "refused"),
        ("15(1)(i)(ii)", "refused"),
        ("15(2)(a)", "refused"),
        ("37(6)", "neither confirm nor deny"),
        ("32(2)", "neither confirm nor deny"),
    ],
)
def test_a_ground_has_its_outcome(section: str, outcome: str) -> None:
    refusal = ACT.refusal(section)
    assert refusal is not None and refusal.outcome == outcome


def test_the_grounds_of_part_four_are_there_but_for_the_procedure_of_section_38() -> None:
    assert [one.section for one in ACT.exemptions] == [str(n) for n in range(28, 43) if n != 38]
    qualified = [one.section for one in ACT.exemptions if one.test == "qualified"]
    assert qualified == ["29", "30", "35", "36", "37", "39", "40"]
    refusals = {one.section for one in ACT.refusals if one.outcome == "neither confirm nor deny"}
    assert refusals == {one.ncnd for one in ACT.exemptions if one.ncnd}


def read(text: str, questions: tuple[str, ...] = QUESTIONS) -> LetterSeen:
    blocks = tuple(block.strip() for block in text.split("\n\n"))
    return by_wording(LetterText("FOI request", "foi@quayside.example", False, blocks), ACT, questions)


def test_a_decision_of_an_irish_council_is_read_part_by_part() -> None:
    seen = read(
        """REHEARSAL

Dear Ms Requester,

I refer to the request which you made under the Freedom of Information Act 2014 for records held by Quayside County
Council. I, the decision maker, have today made a final decision on your request.

1. 214 complaints about street lighting were received in 2025.

2. €87,450 was spent on repairs to street lights in 2025.

3. Access to the report is refused under section 15(1)(a) of the Act, as the record does not exist or cannot
be found after all reasonable steps to ascertain its whereabouts have been taken.

Rights of appeal

Under section 21 of the FOI Act you may seek an internal review of this decision within 4 weeks. A fee of
€30 applies."""
    )
    assert seen.names == ("final reply",)
    assert [(one.outcome, one.sure) for one in seen.outcomes] == [
        ("full", True), ("full", True), ("not held", True),
    ]  # fmt: skip
    assert "15(1)(a)" in seen.outcomes[2].sections


def test_a_refusal_of_one_record_and_a_deposit_asked_for_are_told_apart() -> None:
    seen = read(
        """REHEARSAL

Dear Mr Requester,

1. 31 complaints were received.

2. €4,200 was spent.

3. I have decided to refuse access to the report under section 36(1)(b) of the Act, commercially sensitive
information. Having weighed the public interest I find that it would not be better served by release."""
    )
    assert [(one.outcome, one.sure) for one in seen.outcomes] == [
        ("full", True), ("full", True), ("refused", True),
    ]  # fmt: skip
    assert seen.outcomes[2].sections == ("36(1)(b)",)
    fee = read(
        """REHEARSAL

Dear Mr Requester,

The estimated cost of search and retrieval is €240. Under section 27(5) of the FOI Act a deposit of €48 is payable
before the search begins. The time for a decision is suspended until the deposit is received. Please send
payment."""
    )
    assert "fee asked" in fee.names


def test_a_request_granted_in_part_is_never_taken_for_granted_or_refused() -> None:
    for words in (
        "I have made a final decision to part-grant your request.",
        "I have decided to partially grant your request.",
        "I have decided to grant your request in part.",
        "Your request has been part-granted.",
        "I have decided to grant your request save for record 4, which is exempt under section 37(1).",
        "I have decided to grant your request, subject to redactions under section 37(1).",
    ):
        (one,) = read(f"REHEARSAL\n\nDear Ms Requester,\n\n{words}", QUESTIONS[:1]).outcomes
        assert (one.outcome == "partial") or (not one.sure and one.likely and one.likely.outcome == "partial"), (
            words
        )


@pytest.mark.parametrize(
    "words", ["I have decided to grant your request.", "I am granting access to all of the records."]
)
def test_a_request_granted_is_answered_in_full(words: str) -> None:
    (one,) = read(f"REHEARSAL\n\nDear Ms Requester,\n\n{words}", QUESTIONS[:1]).outcomes
    assert (one.outcome, one.sure) == ("full", True)


@pytest.mark.parametrize(
    "words",
    [
        "A decision to grant your request may be reviewed.",
        "You may appeal a decision to refuse or part-grant your request within four weeks.",
        "Please note that where a record does not exist section 15(1)(a) applies.",
        "The estimated charge of €820 exceeds the ceiling limit of €700. Please amend or limit your request.",
    ],
)
def test_what_a_letter_only_explains_decides_nothing(words: str) -> None:
    (one,) = read(f"REHEARSAL\n\nDear Ms Requester,\n\n{words}", QUESTIONS[:1]).outcomes
    assert not (one.sure and one.outcome != "none")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("It is refused under section 27(12)(a)(iii) of the Act.", ("27(12)(a)(iii)",)),
        ("We rely on 27(12)(a)(iii) and on section 37(1).", ("37(1)", "27(12)(a)(iii)")),
        ("Sections 15(1)(a), 27(12)(a)(iii) and 42(m)(i) apply.", ("15(1)(a)", "27(12)(a)(iii)", "42(m)(i)")),
    ],
)
def test_a_section_with_several_brackets_is_named_once_and_whole(text: str, named: tuple[str, ...]) -> None:
    assert grounds(text, ACT) == named


def test_a_paragraph_put_in_later_keeps_its_point() -> None:
    assert [one.section for one in sections("section 13(1)(c.1)(ii) of the Act", None)] == ["13(1)(c.1)(ii)"]


def test_where_no_decision_came_in_time_a_review_can_be_asked_for_from_that_day() -> None:
    found = limits(Fact("request", date(2026, 9, 1)))
    asking = found["ask for an internal review"]
    assert asking.start == found["answer"].due and asking.due == date(2026, 10, 28)
    assert any("19(1)" in line for line in explain(ACT, asking))
