"""Tables that lack some cells and some printed totals: never a false alarm, the truth in every bound."""

from __future__ import annotations

from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .build import Reply, figure, kinds, run, year

ROLES = ("constable", "sergeant", "staff")
ENDS = ("dismissed", "warning", "advice")
COUNTS = st.lists(st.integers(0, 6), min_size=9, max_size=9)
CHOICES = st.lists(st.booleans(), min_size=16, max_size=16)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(COUNTS, CHOICES)
def test_missing_margins_and_hidden_cells_raise_nothing_and_hold_the_truth(
    counts: list[int], said: list[bool]
) -> None:
    cells = dict(zip(product(ROLES, ENDS), counts, strict=True))
    reply, printed = Reply(), list(said)
    for (role, end), count in cells.items():
        hidden = printed.pop() and 0 < count < 5
        reply.cell((1, 4) if hidden else count, role=role, outcome=end)
    for role in ROLES:
        if printed.pop():
            reply.total(sum(n for (r, _), n in cells.items() if r == role), "Table 1", role=role)
    for end in ENDS:
        if printed.pop():
            reply.total(sum(n for (_, e), n in cells.items() if e == end), "Table 1", outcome=end)
    if printed.pop():
        reply.total(sum(counts), "Table 1")
    result = run(reply)
    assert set(kinds(result)) <= {"disclosure"}
    for (role, end), count in cells.items():
        came = figure(result, role=role, outcome=end)
        assert came is not None and came[0] <= count and (came[1] is None or count <= came[1])
    total = figure(result)
    assert total is not None and total[0] <= sum(counts) <= (total[1] or 0)


def test_totals_over_the_years_that_one_row_lacks_are_not_held_against_the_total() -> None:
    reply = Reply()
    for role, numbers in (("constable", (0, 3, 6)), ("sergeant", (6, 4, 1)), ("staff", (2, 3, 9))):
        for at, number in zip((2009, 2010, 2011), numbers, strict=True):
            reply.cell((1, 4) if number == 3 else number, role=role, period=year(at))
        if role != "staff":
            reply.total(sum(numbers), "Table 1", role=role)
    reply.total(8, "Table 1", period=year(2009))
    reply.total(34, "Table 1")
    result = run(reply)
    assert "contradiction" not in kinds(result) and figure(result) == (34, 34)
    assert figure(result, role="staff") == (14, 14)


def test_the_total_of_a_vague_row_is_no_total_of_the_plainer_row_beside_it() -> None:
    """Warned 1; advised or warned 6; advised or left 3: the totals of the last two are not those of all rows."""
    reply = Reply()
    reply.says((9, 12))
    for words, numbers in (
        ("warning", (0, 0, 1)),
        (("advice", "warning"), (1, 2, 3)),
        (("advice", "left"), (2, 1, 0)),
    ):
        for at, number in zip((2009, 2010, 2011), numbers, strict=True):
            reply.cell(number, outcome=words, period=year(at))
        if words != "warning":
            reply.total(sum(numbers), "Table 1", outcome=words)
    reply.total(3, "Table 1", period=year(2009))
    result = run(reply)
    assert "contradiction" not in kinds(result) and figure(result) == (10, 10)
    assert figure(result, "true", outcome="warning") == (1, 7)
