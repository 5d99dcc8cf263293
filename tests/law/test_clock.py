"""The statutory clock: the dates that trap, what pauses and restarts it, and what holds for every request."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidesk.law import law, laws
from foidesk.law.clock import Fact, Limit, calendar_file, count, days_off, explain, run, stored, unstored

FOIA = law("uk-foia-2000")
UK = days_off(FOIA, 2024, 2030)
DATES = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def answer(*facts: Fact, act: str = "uk-foia-2000") -> Limit:
    one = law(act)
    return run(one, facts, days_off(one, 2024, 2030))[0]


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 3, 2), date(2026, 3, 31)),
        (date(2026, 7, 20), date(2026, 8, 18)),
        (date(2025, 12, 15), date(2026, 1, 16)),
    ],
)
def test_holidays_anywhere_in_the_united_kingdom_do_not_count(received: date, due: date) -> None:
    assert answer(Fact("request", received)).due == due


def test_in_scotland_only_scottish_holidays_do_not_count() -> None:
    assert answer(Fact("request", date(2026, 3, 2)), act="scotland-foisa-2002").due == date(2026, 3, 30)


def test_a_request_may_arrive_on_a_sunday() -> None:
    saturday, sunday, friday = date(2026, 9, 5), date(2026, 9, 6), date(2026, 9, 4)
    assert {answer(Fact("request", day)).due for day in (friday, saturday, sunday)} == {date(2026, 10, 2)}


def test_a_fee_notice_pauses_and_payment_lets_the_clock_run_on() -> None:
    asked = [Fact("request", date(2026, 9, 1)), Fact("fee asked", date(2026, 9, 8))]
    waiting = answer(*asked)
    assert waiting.due is None and "10(2)" in waiting.paused
    plain = answer(Fact("request", date(2026, 9, 1)))
    paid = answer(*asked, Fact("fee paid", date(2026, 9, 14)))
    assert plain.due == date(2026, 9, 29)
    assert paid.due == date(2026, 10, 6), "8 to 14 September: five working days that do not count"


def test_a_clarification_starts_the_clock_anew_in_the_uk_and_pauses_it_in_the_us() -> None:
    facts = [
        Fact("request", date(2026, 9, 1)),
        Fact("clarification asked", date(2026, 9, 8)),
        Fact("clarification given", date(2026, 9, 15)),
    ]
    assert answer(*facts).due == date(2026, 10, 13)
    assert answer(*facts, act="us-foia-federal").due == date(2026, 10, 8)


def test_an_extension_for_the_public_interest_is_guidance_and_unknown_in_scotland() -> None:
    facts = (Fact("request", date(2026, 9, 1)), Fact("extended", date(2026, 9, 20)))
    foia = answer(*facts)
    assert (foia.rule.standing, foia.rule.amount, foia.due) == ("guidance", 40, date(2026, 10, 27))
    assert answer(*facts, act="uk-eir-2004").rule.section == "7(1)"
    assert answer(*facts, act="scotland-foisa-2002").rule.amount == 20


@pytest.mark.parametrize("act", ["uk-foia-2000", "uk-eir-2004", "ireland-foi-2014"])
def test_a_notice_of_more_time_after_the_last_day_moves_nothing(act: str) -> None:
    asked = Fact("request", date(2026, 9, 1))
    plain = answer(asked, act=act)
    assert plain.due is not None
    in_time = answer(asked, Fact("extended", plain.due), act=act)
    late = answer(asked, Fact("extended", plain.due + timedelta(days=1)), act=act)
    assert in_time.due is not None and in_time.due > plain.due
    assert (late.rule, late.due) == (plain.rule, plain.due)


def test_the_day_that_a_body_names_itself_is_told_and_moves_no_limit() -> None:
    facts = (Fact("request", date(2026, 9, 1)), Fact("extended", date(2026, 9, 20), date(2026, 11, 16)))
    said = answer(*facts)
    assert (said.due, said.named) == (date(2026, 10, 27), date(2026, 11, 16))
    assert "  the body named 2026-11-16 itself, after that day" in list(explain(law("uk-foia-2000"), said))
    assert (said.broken(date(2026, 11, 16)), said.broken(date(2026, 11, 17))) == (False, True)


def test_the_last_day_that_a_body_named_counts_and_an_answer_ends_it() -> None:
    more = (
        Fact("extended", date(2026, 9, 20), date(2026, 10, 5)),
        Fact("extended", date(2026, 10, 4), date(2026, 10, 9)),
    )
    said = answer(Fact("request", date(2026, 9, 1)), *more)
    assert said.named == date(2026, 10, 9)
    met = answer(Fact("request", date(2026, 9, 1)), *more, Fact("final reply", date(2026, 10, 12)))
    assert not met.broken(date(2026, 11, 1))


@pytest.mark.parametrize(
    ("act", "ask", "answered", "standing"),
    [
        ("uk-foia-2000", 40, 20, "guidance"),
        ("uk-eir-2004", 40, 40, "Act"),
        ("scotland-foisa-2002", 40, 20, "Act"),
        ("ireland-foi-2014", 20, 15, "Act"),
    ],
)
def test_a_review_has_a_clock_of_its_own(act: str, ask: int, answered: int, standing: str) -> None:
    facts = [Fact("request", date(2026, 9, 1)), Fact("final reply", date(2026, 9, 20))]
    facts.append(Fact("review asked", date(2026, 10, 1)))
    _, asking, review, *_ = run(law(act), facts, UK)
    assert (asking.rule.amount, review.rule.amount) == (ask, answered)
    assert {asking.rule.standing, review.rule.standing} == {standing}
    assert asking.met == date(2026, 10, 1) and review.met is None


def test_a_late_answer_is_late_by_days() -> None:
    limit = answer(Fact("request", date(2026, 9, 1)), Fact("final reply", date(2026, 10, 2)))
    assert (limit.due, limit.late) == (date(2026, 9, 29), 3)
    assert not limit.overdue(date(2027, 1, 1))


def test_the_explanation_numbers_every_day_and_names_what_does_not_count() -> None:
    lines = list(explain(FOIA, answer(Fact("request", date(2026, 3, 2)))))
    assert "10(1)" in lines[0]
    assert any("Patrick" in line and "Northern Ireland" in line for line in lines)
    assert lines[-1] == "  last day: 2026-03-31"
    assert sum(line.split()[2].isdigit() for line in lines[1:-1]) == 20


def test_the_table_kept_with_a_request_outlives_a_new_holiday() -> None:
    kept = unstored(stored(UK, date(2026, 3, 2), date(2027, 9, 1)))
    newer = {**UK, date(2026, 3, 20): "A day of celebration"}
    facts = (Fact("request", date(2026, 3, 2)),)
    assert run(FOIA, facts, kept)[0].due == date(2026, 3, 31)
    assert run(FOIA, facts, newer)[0].due == date(2026, 4, 1)


@pytest.mark.parametrize("act", laws(), ids=lambda act: act.id)
def test_every_rule_of_the_clock_says_its_section_and_standing(act: object) -> None:
    rules = law(act.id).clock  # type: ignore[attr-defined]
    assert rules and rules[0].after == "request"
    assert all(rule.section and rule.standing in ("Act", "guidance") and rule.amount > 0 for rule in rules)


@given(DATES, st.integers(1, 60))
def test_the_last_day_is_a_working_day_and_exactly_that_many_count(start: date, amount: int) -> None:
    counted = count(start, amount, "working days", UK)
    assert counted.due > start and counted.due.weekday() < 5 and counted.due not in UK
    assert [day.number for day in counted.days if day.number] == list(range(1, amount + 1))
    assert counted.days[-1].day == counted.due
    assert all(b.day - a.day == timedelta(1) for a, b in zip(counted.days, counted.days[1:], strict=False))


@given(DATES, DATES)
def test_what_arrives_later_is_never_due_earlier(one: date, other: date) -> None:
    early, late = sorted((one, other))
    assert count(early, 20, "working days", UK).due <= count(late, 20, "working days", UK).due


@given(DATES, DATES)
def test_a_further_day_off_never_makes_a_request_due_earlier(start: date, off: date) -> None:
    more = {**UK, off: "further day off"}
    assert count(start, 20, "working days", more).due >= count(start, 20, "working days", UK).due


@given(DATES, st.integers(0, 30), st.integers(0, 40))
def test_a_pause_moves_the_last_day_by_its_working_days(start: date, after: int, length: int) -> None:
    first = start + timedelta(days=after + 1)
    last = first + timedelta(days=length)
    plain = count(start, 20, "working days", UK)
    paused = count(start, 20, "working days", UK, [(first, last, "pause")])
    days = {day.day: day for day in paused.days}
    assert paused.due >= plain.due
    assert not any(day.number for day in days.values() if first <= day.day <= last)


def test_a_calendar_file_folds_long_lines_and_escapes() -> None:
    text = calendar_file(
        [("a", date(2026, 3, 31), "Bedshire; answer, due " + "é" * 80, "x\ny")], "2026-03-02T10:00:00"
    )
    assert "SUMMARY:Bedshire\\; answer\\, due" in text and "DTSTART;VALUE=DATE:20260331" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "é" * 80 in text.replace("\r\n ", "")


@pytest.mark.parametrize(
    ("act", "answer_due", "review_until", "section"),
    [
        ("scotland-foisa-2002", date(2026, 9, 29), date(2026, 11, 24), "20(5)(a)"),
        ("uk-eir-2004", date(2026, 9, 29), date(2026, 11, 24), "11(2)"),
    ],
)
def test_where_no_answer_came_the_time_for_a_review_runs_from_the_day_it_was_due(
    act: str, answer_due: date, review_until: date, section: str
) -> None:
    found = run(law(act), [Fact("request", date(2026, 9, 1))], UK)
    answered, asking = found[0], next(one for one in found if one.rule.after == "final reply")
    assert (answered.due, asking.start, asking.due) == (answer_due, answer_due, review_until)
    assert not asking.begun(answer_due) and asking.begun(answer_due + timedelta(days=1))
    assert any(section in line for line in explain(law(act), asking))


def test_an_answer_ends_the_silence_and_a_question_back_starts_none() -> None:
    act, asked = law("scotland-foisa-2002"), Fact("request", date(2026, 9, 1))
    late = run(act, [asked, Fact("final reply", date(2026, 10, 20))], UK)
    assert [one.start for one in late if one.rule.after == "final reply"] == [date(2026, 10, 20)]
    paused = run(act, [asked, Fact("clarification asked", date(2026, 9, 10))], UK)
    assert [one for one in paused if one.rule.after == "final reply"] == []


def test_under_the_act_of_2000_silence_starts_no_time_for_a_review() -> None:
    assert len(run(FOIA, [Fact("request", date(2026, 9, 1))], UK)) == 1


def test_where_no_decision_on_the_review_came_the_commissioner_can_be_asked_from_the_day_it_was_due() -> None:
    facts = [
        Fact("request", date(2026, 9, 1)),
        Fact("final reply", date(2026, 9, 20)),
        Fact("review asked", date(2026, 10, 1)),
    ]
    found = run(law("scotland-foisa-2002"), facts, UK)
    review = next(one for one in found if one.rule.after == "review asked")
    commissioner = next(one for one in found if one.rule.after == "review outcome")
    assert commissioner.start == review.due and commissioner.due is not None


def asking(*facts: Fact, act: str = "scotland-foisa-2002") -> Limit:
    one = law(act)
    found = run(one, facts, days_off(one, 2024, 2030))
    return next(limit for limit in found if limit.rule.after == "final reply")


def test_in_scotland_an_answer_before_its_time_leaves_the_whole_time_to_ask_for_a_review() -> None:
    request = Fact("request", date(2026, 3, 2))
    early = asking(request, Fact("final reply", date(2026, 3, 3)))
    assert (early.start, early.due, early.silent) == (date(2026, 3, 30), date(2026, 5, 28), False)
    assert any("20(5)(a)" in line for line in explain(law("scotland-foisa-2002"), early))
    asked = asking(
        request,
        Fact("final reply", date(2026, 3, 3)),
        Fact("review asked", date(2026, 4, 1)),
        act="scotland-foisa-2002",
    )
    assert asked.met == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("act", "reply", "start"),
    [
        ("scotland-foisa-2002", date(2026, 3, 30), date(2026, 3, 30)),  # on the last day: the same either way
        ("scotland-foisa-2002", date(2026, 4, 14), date(2026, 4, 14)),  # late: from the receipt, 20(5)(b)
        ("uk-eir-2004", date(2026, 3, 3), date(2026, 3, 3)),
        ("uk-foia-2000", date(2026, 3, 3), date(2026, 3, 3)),
        ("ireland-foi-2014", date(2026, 3, 3), date(2026, 3, 3)),
    ],
)
def test_a_late_answer_and_other_laws_count_from_the_answer(act: str, reply: date, start: date) -> None:
    assert asking(Fact("request", date(2026, 3, 2)), Fact("final reply", reply), act=act).start == start
