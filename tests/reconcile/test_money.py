"""Sums of money against brute force: every way a sum can be split over the kinds, in quarters of a pound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import combinations, pairwise, product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foidesk.findings import compute
from foidesk.findings.ratio import LOOSE as LOOSE_SHARE
from foidesk.model import Codebook, Measure, Money, Quantity, Query
from foidesk.reconcile.exact import LOOSE

from .build import BODY, CASES, Reply, definition, kinds, run
from .test_exact import OTHER, A, B

PAID = Measure("paid", "Paid", "GBP", "money")
QUARTER = Decimal("0.25")
POINTS = tuple(product(("a1", "a2", OTHER), ("b1", "b2", OTHER)))
Split = tuple[int, ...]
"""So many quarters at each point."""

ASKED = ({"role": ("a1",)}, {"outcome": ("b1",)}, {"role": ("a2",), "outcome": ("b1",)}, {"outcome": ("b1", "b2")})
SHARE = Query("share", "share", "Share", "paid", where={"role": ("a1",)})
SURVEY = replace(definition(SHARE), codebook=Codebook(1, (A, B), (CASES, PAID)))


@dataclass
class Told:
    """A reply on some quarters, and what it says: (points, least, most) with none elsewhere where `closed`."""

    quarters: int
    reply: Reply = field(default_factory=Reply)
    rules: list[tuple[frozenset[int], int, int]] = field(default_factory=list)

    def says(self, lo: int, hi: int, table: str = "", **where: str | tuple[str, ...]) -> None:
        seen = self.reply.cell(1, table, **where) if where else self.reply.total(1, table)
        how = "exact" if lo == hi else "interval"
        value = Money(lo * QUARTER, hi * QUARTER, "GBP", how)
        self.reply.observations[-1] = replace(seen, value=value, measure="paid")

    def worlds(self) -> Iterator[Split]:
        for split in splits(self.quarters, len(POINTS)):
            if all(lo <= sum(split[at] for at in points) <= hi for points, lo, hi in self.rules):
                yield split


def splits(total: int, parts: int) -> Iterator[Split]:
    """All ways of splitting a number over so many places."""
    for bars in combinations(range(total + parts - 1), parts - 1):
        ends = (-1, *bars, total + parts - 1)
        yield tuple(after - before - 1 for before, after in pairwise(ends))


def at(role: tuple[str, ...] = (), outcome: tuple[str, ...] = ()) -> frozenset[int]:
    named = [(n, a, b) for n, (a, b) in enumerate(POINTS)]
    return frozenset(n for n, a, b in named if (not role or a in role) and (not outcome or b in outcome))


@st.composite
def replies(draw: st.DrawFn) -> Told:
    """What a finance officer tells of a few quarters: some sums rough, tables with their total or without."""
    held = draw(st.lists(st.integers(0, len(POINTS) - 1), min_size=1, max_size=5))
    told = Told(len(held))
    told.says(told.quarters, told.quarters)
    for form in draw(st.lists(st.sampled_from(("A", "B", "both", "set")), min_size=1, max_size=3, unique=True)):
        _table(draw, told, held, form)
    return told


ROWS: dict[str, tuple[dict[str, tuple[str, ...]], ...]] = {
    "A": ({"role": ("a1",)}, {"role": ("a2",)}),
    "B": ({"outcome": ("b1",)}, {"outcome": ("b2",)}),
    "both": tuple({"role": (a,), "outcome": (b,)} for a, b in product(("a1", "a2"), ("b1", "b2"))),
    "set": ({"outcome": ("b1", "b2")},),
}


def _table(draw: st.DrawFn, told: Told, held: list[int], form: str) -> None:
    inside = frozenset().union(*(at(**where) for where in ROWS[form]))
    is_closed = all(n in inside for n in held) and draw(st.booleans())
    for where in ROWS[form]:
        points = at(**where)
        own = sum(n in points for n in held)
        rough = draw(st.integers(0, 2))
        told.says(max(0, own - rough), own + rough, f"by {form}", **where)
        told.rules.append((points, max(0, own - rough), own + rough if is_closed else told.quarters))
    if is_closed:
        told.says(told.quarters, told.quarters, f"by {form}")
        told.rules.append((inside, told.quarters, told.quarters))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(replies())
def test_true_sums_and_their_share_are_those_of_all_splits(told: Told) -> None:
    worlds = list(told.worlds())
    result = run(told.reply, survey=SURVEY)
    assert worlds and "contradiction" not in kinds(result)
    for where in ASKED:
        support = result.accounts.support(BODY, "paid", where, "true")
        if support is None:
            continue
        sums = [QUARTER * sum(split[n] for n in at(**where)) for split in worlds]
        low, high = support.value.lo, support.value.hi
        assert low <= min(sums) and (high is None or max(sums) <= high), where
        if LOOSE not in support.caveats:
            assert (low, high) == (min(sums), max(sums)), where
    _check_share(told, worlds)


def _check_share(told: Told, worlds: list[Split]) -> None:
    result = run(told.reply, survey=SURVEY)
    (finding,) = compute(SURVEY, result.accounts, result.outcomes)
    if finding.true is None or finding.base.n == 0:
        return
    shares = [Decimal(sum(split[n] for n in at(role=("a1",)))) / told.quarters for split in worlds]
    near, low, high = Decimal("0.02"), finding.true.lo, finding.true.hi
    assert high is not None and low <= min(shares) and max(shares) <= high
    if not any(caveat.endswith(LOOSE_SHARE) for caveat in finding.caveats):
        assert min(shares) - low <= near and high - max(shares) <= near


def test_lengths_to_the_metre_are_no_contradiction_and_keep_their_last_figure() -> None:
    """Three decimals reckoned in hundredths would fall short of their own total."""
    reply, length = Reply(), Measure("dug", "Dug", "km", "quantity")
    said = (("0.125", "A", {"role": "a1"}), ("0.125", "A", {"role": "a2"}), ("0.2", "A", {"role": OTHER}),
            ("0.355", "B", {"outcome": "b1"}), ("0.095", "B", {"outcome": "b2"}), ("0.45", "", {}))  # fmt: skip
    for words, table, where in said:
        seen = reply.cell(1, table, **where) if where else reply.says(1)
        value = Quantity(Decimal(words), Decimal(words), "km", "exact")
        reply.observations[-1] = replace(seen, value=value, measure="dug")
    survey = replace(definition(Query("dug", "total", "Dug", "dug")), codebook=Codebook(1, (A, B), (length,)))
    result = run(reply, survey=survey)
    assert not result.choices
    support = result.accounts.support(BODY, "dug", {"role": ("a1",)})
    assert support is not None and support.value == Quantity(Decimal("0.125"), Decimal("0.125"), "km", "exact")
