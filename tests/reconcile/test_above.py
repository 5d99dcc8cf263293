"""Rows above the first heading of a table: totals of those below, or cases under no heading."""

from __future__ import annotations

from .build import Reply, figure, kinds, option, run


def table(left: int, warned: int, total: int = 0) -> Reply:
    """Two rows above the first heading; of officers three left and one was warned, of staff two and four."""
    reply = Reply()
    reply.cell(left, outcome="left")
    reply.cell(warned, outcome="warning")
    for role, gone, told in (("officer", 3, 1), ("staff", 2, 4)):
        reply.cell(gone, role=role, outcome="left")
        reply.cell(told, role=role, outcome="warning")
    if total:
        reply.total(total, "Table 1")
    return reply


def test_what_may_be_a_total_or_cases_of_their_own_is_asked_and_spans_both() -> None:
    reply = table(10, 8)
    result = run(reply)
    (choice,) = [one for one in result.choices if one.kind == "reading"]
    low, high = figure(result) or (0, 0)
    assert low <= 18 and high is not None and high >= 28
    own = run(reply, answers={choice.id: option(choice, "cases of their own")})
    assert figure(own) == (28, 28) and figure(own, outcome="left") == (15, 15)
    assert figure(own, role="officer") == (4, 4) and figure(own, "true", role="officer") == (4, None)
    support = own.accounts.support("rehearsal-07", "cases", {"outcome": ("left",)})
    assert support is not None and set(support.observations) <= {seen.id for seen in reply.observations}


def test_rows_that_are_the_sums_of_those_below_are_not_asked_about() -> None:
    result = run(table(5, 5))
    assert not kinds(result) and figure(result) == (10, 10)


def test_a_printed_total_says_what_they_are() -> None:
    result = run(table(10, 8, total=28))
    assert not kinds(result) and figure(result) == (28, 28) and figure(result, outcome="left") == (15, 15)
