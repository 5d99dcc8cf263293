"""Figures and stories in words, whatever the value or the text."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from foidesk.model import Amount, Claim, Count, Duration, Money, Quantity, Share
from foidesk.report import amounts
from foidesk.report.masking import mask
from foidesk.report.story import story_html


@pytest.mark.parametrize(
    ("amount", "words", "compact"),
    [
        (Count.exactly(828, "cases"), "828 cases", "828"),
        (Count.exactly(1, "people"), "1 person", "1"),
        (Count.exactly(1, "bodies"), "1 body", "1"),
        (Count.between(16, 24, "cases"), "16 to 24 cases", "16–24"),
        (Count.between(51, None, "cases"), "at least 51 cases", "51+"),
        (Count.exactly(12345, "payments"), "12,345 payments", "12,345"),
        (Money.exactly("1250.5", "GBP"), "£1,250.50", "£1,250.50"),
        (Money.exactly(-3, "GBP"), "-£3", "-£3"),
        (Money.exactly(3, "SEK"), "3 SEK", "3"),
        (Quantity.exactly("2.80", "full-time equivalents"), "2.8 full-time equivalents", "2.8"),
        (Duration.exactly(1, "working days"), "1 working day", "1"),
        (Share.exactly("0.0894", "of cases"), "8.9% of cases", "8.9%"),
        (Share.exactly("0.0001", "of cases"), "under 0.1% of cases", "under 0.1%"),
        (Share.exactly(0, "of cases"), "0% of cases", "0%"),
        (Share.between("0.0894", "0.1121", "of cases"), "8.9% to 11.3% of cases", "8.9–11.3%"),
    ],
)
def test_a_value_in_words(amount: Amount, words: str, compact: str) -> None:
    assert (amounts.words(amount), amounts.compact(amount)) == (words, compact)


shares = st.decimals(0, 1, places=6)


@given(shares, shares)
def test_the_bounds_printed_hold_the_bounds_computed(one: Decimal, other: Decimal) -> None:
    share = Share.between(min(one, other), max(one, other), "of cases")
    shown = [Decimal(each) / 100 for each in re.findall(r"[\d.]+(?=%)", amounts.words(share))]
    if not share.is_exact and share.hi is not None:
        assert shown[0] <= share.lo and share.hi <= shown[-1]


@given(st.text())
def test_masking_twice_is_masking_once(text: str) -> None:
    assert mask(mask(text)) == mask(text)


markdown = st.text(alphabet="ab 12%\n#*_`[](){}<>|-=f.\ue000\ue001\ue002\ue003", max_size=60)


@settings(deadline=None)
@given(markdown, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_any_story_becomes_well_formed_and_loses_no_words(text: str, spans: list[tuple[int, int]]) -> None:
    inside = [(min(span), min(max(span), len(text))) for span in spans if min(span) < len(text)]
    claims = tuple(Claim(a, b, 1, text[a:b], "number", "supported", "total") for a, b in inside)
    bound = story_html(text, claims, lambda claim, named: "f.html", draft=True)
    assert bound.count("<a ") == bound.count("</a>") and bound.count("<span") == bound.count("</span>")
    assert not re.search("[\ue000-\ue003]", bound)
    if not claims and not re.search(r"[\[\]{}\ue000-\ue003]|^---|[12][.)]", text):
        plain = story_html(text, (), lambda claim, named: None, draft=False)
        assert (
            sorted(re.findall(r"[ab12]", html.fromstring(f"<div>{plain}</div>").text_content()))
            == sorted(re.findall(r"[ab12]", text))
            or "<" in text
        )


def test_a_span_that_wraps_or_holds_brackets_leaves_no_braces_on_the_page() -> None:
    story = 'It had [more than\n20]{f=total\nbody=a} and [a [rare [9]{f=b}]]{not="age"} one.'
    bound = story_html(story, (), lambda claim, named: f"{named}.html", draft=False)
    assert 'href="total.html"' in bound
    assert html.fromstring(bound).text_content().split() == "It had more than 20 and a [rare 9] one.".split()
