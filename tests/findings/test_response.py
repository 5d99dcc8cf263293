"""How long the bodies took: open where no answer came, each law by its own clock, unknown days left out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from foidesk.model import Timing

from .told import Told, run

FOI, EIR = "FOI Act: answer, 20 working days", "EIR: answer, 40 days"
NOTHING = Told({})


def timing(body: str, days: int, answered: int | None, due: int | None = 31, **more: object) -> Timing:
    """Sent on the first of January; days of that month; as of the 25th unless it says otherwise."""
    given: dict[str, object] = {
        "clock": FOI, "unit": "working days", "as_of": date(2020, 1, 25), "calendar_days": days + 8, **more,
    }  # fmt: skip
    end, last = (None if day is None else date(2020, 1, day) for day in (answered, due))
    return Timing(body=body, sent=date(2020, 1, 1), due=last, answered=end, days=days, **given)  # type: ignore[arg-type]


def test_a_body_that_has_not_answered_took_so_long_at_least() -> None:
    timed = timing("zeta", 5, 8), timing("alpha", 9, 14), timing("beta", 18, None)
    found = run(NOTHING, "response-days", timings=timed)
    assert (found.value.lo, found.value.hi, found.unit) == (9, 9, "working days")
    more = run(NOTHING, "response-days", timings=(timing("zeta", 5, 8), timing("beta", 18, None)))
    assert (more.value.lo, more.value.hi) == (Decimal("11.5"), None)
    assert "1 body has not answered" in more.caveats and "as things stood on 25 Jan 2020" in more.caveats


def test_laws_that_count_in_different_days_are_told_in_calendar_days() -> None:
    timed = timing("zeta", 5, 8), timing("alpha", 30, 30, clock=EIR, unit="days", calendar_days=30)
    found = run(NOTHING, "response-days", timings=timed)
    assert (found.value.lo, found.unit) == (Decimal("21.5"), "days")
    assert {line.key: line.value.lo for line in found.lines} == {FOI: 13, EIR: 30}
    assert any("calendar days" in caveat for caveat in found.caveats)


def test_who_still_may_answer_in_time_leaves_the_share_open() -> None:
    timed = (
        timing("zeta", 5, 8), timing("alpha", 9, 14, due=10), timing("beta", 18, None),
        timing("mute", 18, None, due=20),
    )  # fmt: skip
    found = run(NOTHING, "on-time", timings=timed)
    assert (found.value.lo, found.value.hi) == (Decimal("0.25"), Decimal("0.5"))
    assert found.numerator and (found.numerator.lo, found.numerator.hi) == (1, 2) and found.base.n == 4


def test_a_clock_that_stands_still_is_in_neither_number() -> None:
    timed = timing("zeta", 5, 8), timing("beta", 3, None, due=None, paused="fee asked on 2020-01-04")
    found = run(NOTHING, "on-time", timings=timed)
    assert (found.value.lo, found.base.n) == (1, 1) and "the clock of 1 body stands still" in found.caveats


def test_an_answer_whose_day_nobody_knows_is_left_out_and_counted() -> None:
    timed = timing("zeta", 5, 8), timing("beta", 300, None, as_of=date(2021, 1, 1))
    found = run(Told({"beta": 7}), "response-days", timings=timed)
    assert [one.body for one in found.supports] == ["zeta"]
    assert "1 body answered on a day that is not on record: left out" in found.caveats


@pytest.mark.parametrize("recipe", ["response-days", "on-time"])
def test_sections_have_lines_and_nothing_at_all_is_no_nought(recipe: str) -> None:
    found = run(NOTHING, recipe, timings=(timing("zeta", 5, 8, sections=("section 12", "section 40")),))
    assert [line.key for line in found.lines] == [FOI, "section 12", "section 40"]
    empty = run(NOTHING, recipe)
    assert empty.base.n == 0 and empty.value.hi in (None, 1) and not empty.value.is_exact
