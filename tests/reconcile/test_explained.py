"""Which statements force either end of a figure: those and no others."""

from __future__ import annotations

from foidesk.model import OneOf, Query
from foidesk.reconcile import Explanation

from .build import BODY, Reply, definition, reading_choice, run


def explained(reply: Reply, reading: str = "stated", **where: str) -> Explanation:
    result = run(reply, survey=definition(Query("total", "total", "Cases", "cases")))
    found = result.accounts.explain(BODY, "cases", {name: (id,) for name, id in where.items()}, reading)
    assert found is not None
    return found


def numbers(told: tuple[object, ...]) -> list[int]:
    return sorted(int(seen.value.lo) for seen in told)  # type: ignore[attr-defined]


def test_words_that_nobody_has_coded_force_the_most_and_not_the_least() -> None:
    reply = Reply()
    reply.cell(5, role="officer")
    reply.cell(3, role=OneOf((), "thingummy"))
    reply.cell(4, role="staff")
    reply.total(12, "Table 1")
    found = explained(reply, role="officer")
    assert (found.value.lo, found.value.hi) == (5, 8)
    assert numbers(found.lower) == [5] and numbers(found.upper) == [3, 5]


def test_an_end_that_one_way_of_deciding_leaves_at_zero_is_forced_by_nothing() -> None:
    """Two documents of which one says nothing of the kind: while it is open which stands, it may be none."""
    reply = Reply()
    seen = reply.cell(12, role="officer", choice="c1", option="as read")
    reply.choices.append(reading_choice("c1", (("as read", (seen.id,)), ("no data", ()))))
    reply.cell(7, role="staff")
    found = explained(reply, role="officer")
    assert found.value.lo == 0 and not found.lower and numbers(found.upper) == [12]


def test_a_withheld_number_that_may_be_none_forces_no_least() -> None:
    reply = Reply()
    reply.cell((0, 4), role="constable")
    reply.cell(10, role="staff")
    reply.total(13, "Table 1")
    found = explained(reply, role="constable")
    assert (found.value.lo, found.value.hi) == (0, 4)
    assert not found.lower and numbers(found.upper) == [0]
