"""Shares, differences and places: figures that hang together are not opened apart."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from foidesk.findings import compute
from foidesk.model import Finding, Query, Share

from .build import BODY, Reply, definition, figure, run


def found(reply: Reply, query: Query) -> Finding:
    survey = definition(query)
    result = run(reply, survey=survey)
    (finding,) = compute(survey, result.accounts, result.outcomes)
    return finding


def hidden() -> Reply:
    """Three roles, one of them withheld, and no total: the base moves with the part."""
    reply = Reply()
    reply.cell((1, 4), role="constable")
    reply.cell(2, role="sergeant")
    reply.cell(4, role="staff")
    return reply


def test_a_share_is_no_quotient_of_end_points() -> None:
    share = found(hidden(), Query("it", "share", "It", "cases", where={"role": ("constable",)}))
    assert (
        Fraction(share.value.lo).limit_denominator(100),
        Fraction(share.value.hi or 0).limit_denominator(100),
    ) == (
        Fraction(1, 7),
        Fraction(4, 10),
    )


def test_a_part_that_is_surely_more_than_half_of_an_open_base_is_the_majority() -> None:
    reply = Reply()
    reply.cell((5, 9), role="constable")
    reply.cell(4, role="staff")
    finding = found(reply, Query("it", "majority", "It", "cases", where={"role": ("constable",)}))
    assert finding.value.lo > 0.5


def test_a_sum_of_suppressed_cells_is_bounded_by_the_printed_totals() -> None:
    """Two rows by two columns, all withheld but the totals: the ranges of the cells added up would be wider."""
    reply = Reply()
    for role in ("constable", "staff"):
        for outcome in ("warning", "advice"):
            reply.cell((1, 4), role=role, outcome=outcome)
    reply.total(5, "Table 1", role="constable")
    reply.total(3, "Table 1", role="staff")
    reply.total(6, "Table 1", outcome="warning")
    reply.total(2, "Table 1", outcome="advice")
    accounts = run(reply).accounts
    one, other = {"role": ("constable",), "outcome": ("warning",)}, {"role": ("staff",), "outcome": ("warning",)}
    span = accounts.weighed(BODY, "cases", [(one, 1), (other, -1)])
    assert span == (2, 2, True)


def test_a_stated_share_of_a_stated_total_is_the_whole_numbers_that_rounding_allows() -> None:
    reply = Reply()
    reply.says(828)
    said = reply.says(1, outcome="left")
    share = Share(Decimal("0.085"), Decimal("0.095"), "of cases", "rounded")
    reply.observations[-1] = replace(said, value=share)
    result = run(reply)
    assert figure(result, outcome="left") == (71, 78)
    assert not [issue for issue in result.issues if issue.kind == "other-unit"]
