"""Shares that a reply states of its own cases, against every way the cases can have been."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import product

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from foidesk.model import Share
from foidesk.reconcile.exact import LOOSE

from .build import BODY, Reply, figure, kinds, notes, run, year


def says_share(reply: Reply, share: tuple[str, str], **where: object) -> None:
    said = reply.says(1, **where)
    value = Share(Decimal(share[0]), Decimal(share[1]), "of cases", "rounded")
    reply.observations[-1] = replace(said, value=value)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.tuples(st.integers(1, 4), st.integers(0, 9)),
    st.integers(0, 9),
    st.integers(1, 99),
    st.integers(0, 6),
)
def test_a_share_of_an_open_total_moves_with_it(
    hidden: tuple[int, int], staff: int, percent: int, warned: int
) -> None:
    """Roles of which one is withheld make an open total; of it a share left, and some were warned."""
    low, high = hidden[0], hidden[0] + hidden[1]
    lo, hi = Decimal(percent) / 100 - Decimal("0.005"), Decimal(percent) / 100 + Decimal("0.005")
    worlds = [
        (one, left)
        for one, left in product(range(low, high + 1), range(20))
        if lo * (one + staff) <= left <= hi * (one + staff) and left + warned <= one + staff
    ]
    assume(worlds and high > low)
    reply = Reply()
    reply.cell((low, high), role="constable")
    reply.cell(staff, role="staff")
    reply.total((low + staff, high + staff), "Table 1")
    says_share(reply, (str(lo), str(hi)), outcome="left")
    reply.says(warned, outcome="warning")
    result = run(reply)
    assert "contradiction" not in kinds(result)
    left_ones, ones = [left for _, left in worlds], [one for one, _ in worlds]
    assert figure(result, outcome="left") == (min(left_ones), max(left_ones))
    assert figure(result, role="constable") == (min(ones), max(ones))


def test_a_share_of_no_possible_total_is_a_contradiction() -> None:
    reply = Reply()
    reply.cell((1, 4), role="constable")
    reply.cell(6, role="staff")
    reply.total((7, 10), "Table 1")
    says_share(reply, ("0.235", "0.245"), outcome="left")
    assert "contradiction" in kinds(run(reply))


def test_a_share_of_nobody_knows_how_many_leaves_its_kind_open() -> None:
    reply = Reply()
    reply.says(5, outcome="warning")
    says_share(reply, ("0.495", "0.505"), outcome="left")
    result = run(reply)
    assert figure(result, outcome="left") == (0, None)
    assert "share" in notes(result)


def test_a_share_of_the_year_that_is_open_says_that_it_may_not_be_tight() -> None:
    reply = Reply()
    for one, of_year in ((2009, (1, 4)), (2010, 7), (2011, 3)):
        reply.cell(of_year, "by year", period=year(one))
    said = reply.says(1, outcome="left", period=year(2009))
    value = Share(Decimal("0.45"), Decimal("0.55"), "of cases", "rounded")
    reply.observations[-1] = replace(said, value=value)
    accounts = run(reply).accounts
    whole = accounts.support(BODY, "cases", {"outcome": ("left",)}, "true")
    of_year = accounts.support(BODY, "cases", {"outcome": ("left",)}, "stated", year(2009))
    assert whole is not None and LOOSE in whole.caveats
    assert of_year is not None and (of_year.value.lo, of_year.value.hi) == (1, 2)
