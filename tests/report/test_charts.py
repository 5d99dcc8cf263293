"""The axes of charts: their numbers never run into each other, however long they are."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foidesk.report.charts import Bar, bar_chart

ON_AXIS = re.compile(r'<text x="([\d.]+)" y="\d+" text-anchor="middle"[^>]*>([^<]+)</text>')
WIDTH = 6.2
"""Of a digit at 12 pixels, about; the charts reckon with more."""


@given(
    st.lists(st.integers(0, 10**9), min_size=1, max_size=8),
    st.sampled_from(["Fines", "A body with a rather long name of its own", "2010"]),
)
@settings(max_examples=60, deadline=None)
def test_the_numbers_of_an_axis_never_overlap(values: list[int], label: str) -> None:
    bars = [Bar(label, float(one), None, None, f"${one:,}.00 to ${one:,}.00") for one in values]
    chart = bar_chart("Paid", "each body", "USD", bars)
    assert chart is not None
    for drawn in (chart.wide, chart.narrow):
        found = [(float(x), len(number) * WIDTH / 2) for x, number in ON_AXIS.findall(drawn)]
        assert len(found) >= 2
        if len(found) > 2:
            for (x, half), (then, other) in pairwise(found):
                assert x + half <= then - other, drawn[:200]


@pytest.mark.parametrize("top", [5, 12, 99])
def test_small_numbers_keep_three_lines_or_more(top: int) -> None:
    chart = bar_chart("Fines", "each body", "fines", [Bar("A", float(top), None, None, str(top))])
    assert chart is not None and len(ON_AXIS.findall(chart.wide)) >= 3
