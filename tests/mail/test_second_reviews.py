"""A second review after the outcome of a first, and limits that are good practice and no law."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from foidesk.law import law
from foidesk.law.clock import Fact, Limit, days_off, run
from foidesk.mail.chase import REGULATOR, Due, draft, due
from foidesk.mail.state import Step

Day = tuple[str, date]
FIRST: Sequence[Day] = (
    ("request", date(2026, 1, 12)),
    ("final reply", date(2026, 2, 5)),
    ("review asked", date(2026, 2, 16)),
    ("review outcome", date(2026, 4, 10)),
)
AGAIN: Sequence[Day] = (*FIRST, ("review asked", date(2026, 4, 12)))


def clock(days: Sequence[Day], act: str) -> tuple[list[Step], tuple[Limit, ...]]:
    limits = run(law(act), [Fact(kind, day) for kind, day in days], days_off(law(act), 2026, 2027))
    return [Step(kind, day) for kind, day in days], limits


def next_letter(days: Sequence[Day], today: date, act: str = "scotland-foisa-2002") -> Due | None:
    return due("b", *clock(days, act), True, today)


def test_no_complaint_is_offered_while_a_second_review_is_open() -> None:
    first = next_letter(FIRST, date(2026, 4, 20))
    assert first is not None and first.round == REGULATOR
    assert next_letter(AGAIN, date(2026, 4, 20)) is None


def test_a_complaint_of_a_second_review_without_outcome_tells_of_no_outcome() -> None:
    today = date(2026, 6, 30)
    one = next_letter(AGAIN, today)
    assert one is not None and one.why == "the review is overdue"
    said = draft(one, *clock(AGAIN, "scotland-foisa-2002"), law("scotland-foisa-2002"), "A Council", "The Desk")
    assert "I asked for a review on 12 April 2026 and have had no outcome" in said
    assert "its outcome of" not in said


def test_a_late_outcome_of_a_review_is_late_by_the_code_and_not_by_a_section() -> None:
    one = next_letter(FIRST, date(2026, 4, 20), "uk-foia-2000") or Due("b", REGULATOR, "refused", None)
    said = draft(one, *clock(FIRST, "uk-foia-2000"), law("uk-foia-2000"), "A Council", "The Desk")
    assert "(by the code of practice)" in said
    assert "section 45" not in said
    scottish = draft(
        one, *clock(FIRST, "scotland-foisa-2002"), law("scotland-foisa-2002"), "A Council", "The Desk"
    )
    assert "That outcome came late" in scottish and "(section 21" in scottish
