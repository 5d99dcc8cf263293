"""Rows of one table that are of one kind, and printed totals that everything else in the reply outvotes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foidesk.model import Extraction, Footing, OneOf

from .build import Reply, figure, kinds, notes, option, run, year


def left(words: str) -> OneOf:
    return OneOf(("left",), words)


def two_rows(first: int = 7, second: int = 4) -> Reply:
    """ "Sacked" and "Let go", both coded as left, over two years with a total a row."""
    reply = Reply()
    for words, whole in (("Sacked", first), ("Let go", second)):
        reply.cell(whole - 1, outcome=left(words), period=year(2009))
        reply.cell(1, outcome=left(words), period=year(2010))
        reply.total(whole, "Table 1", outcome=left(words))
    reply.cell(3, outcome="advice", period=year(2009))
    reply.cell(2, outcome="advice", period=year(2010))
    reply.total(5, "Table 1", outcome="advice")
    return reply


def test_printed_totals_of_two_rows_of_one_kind_are_added() -> None:
    result = run(two_rows())
    assert not kinds(result)
    assert figure(result, outcome="left") == (11, 11)


@pytest.mark.parametrize("role", ["cell", "total"])
def test_a_row_that_may_lie_in_one_of_the_category_s_own_name_is_added_and_told(role: str) -> None:
    reply = Reply()
    reply.add(8, role, "Table 1", outcome=left("Left"))
    reply.add(5, role, "Table 1", outcome=left("Sacked"))
    reply.add(3, role, "Table 1", outcome="advice")
    result = run(reply)
    assert figure(result, outcome="left") == (13, 13) and "unclear-nesting" in notes(result)
    assert "unclear-nesting" not in notes(run(two_rows()))


def test_two_rows_as_large_as_each_other_are_two_rows() -> None:
    assert figure(run(two_rows(4, 4)), outcome="left") == (8, 8)


def test_a_subtotal_of_the_rows_is_no_further_row() -> None:
    reply = two_rows()
    reply.total(11, "Table 1", outcome=left("All who left"))
    result = run(reply)
    assert not kinds(result)
    assert figure(result, outcome="left") == (11, 11)


def test_totals_of_one_row_said_twice_are_still_one_number() -> None:
    reply = Reply()
    reply.total(7, "Table 1", outcome=left("Sacked"))
    reply.total(8, "Table 1", outcome=left("Sacked"))
    assert kinds(run(reply)) == ["contradiction"]


class _Footed(Reply):
    """A reply whose first total, 12, stands over parts that add to 10."""

    def extraction(self) -> Extraction:
        total, *parts = (seen.id for seen in self.observations if seen.table == "Table 1")
        footing = Footing(total, tuple(parts), "12", "10", False, "Table 1, column 'Cases'")
        return replace(super().extraction(), footings=(footing,))


def footed() -> Reply:
    reply = _Footed()
    reply.total(12, "Table 1")
    reply.cell(6, outcome="left")
    reply.cell(4, outcome="advice")
    return reply


def test_a_total_that_its_parts_and_another_table_contradict_leaves_open_itself_alone() -> None:
    reply = footed()
    reply.total(10, "Table 2")
    result = run(reply)
    (choice,) = result.choices
    assert figure(result) == (10, 10) and figure(result, outcome="left") == (6, 6)
    support = result.accounts.support("rehearsal-07", "cases", {})
    assert support is not None and any(one.startswith("set aside: ") for one in support.caveats)
    assert not run(reply, answers={choice.id: option(choice, "parts stand")}).choices[1:]


def test_a_total_that_nothing_else_contradicts_but_its_parts_spans_both() -> None:
    assert figure(run(footed())) == (10, 12)


def test_a_total_that_the_text_repeats_spans_both() -> None:
    reply = footed()
    reply.total(10, "Table 2")
    reply.says(12)
    low, high = figure(run(reply)) or (0, 0)
    assert low <= 10 and high == 12
