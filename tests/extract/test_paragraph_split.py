"""A total split up over the sentences of a paragraph: read where every number is proven, else left to a person."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, lines


def told(words: str) -> list[str]:
    """What is accepted of a paragraph, without the rule."""
    statements = lines(extracted(f"Question 4\n\n{words}\n", "reply.txt"))["statements"]
    return [one.partition(" (")[0] for one in statements if "open" not in one]


def split(year: str, total: int, **kinds: int) -> list[str]:
    of_kinds = [f"{count} cases where outcome={kind} in {year}" for kind, count in kinds.items()]
    return sorted([f"{total} cases in {year}", *of_kinds])


@pytest.mark.parametrize(
    ("words", "year", "total", "kinds"),
    [
        ("There were fifteen cases in 2012: nine dismissals and four resignations. The remaining two retired.",
         "2012", 15, {"dismissed": 9, "resigned": 4, "retired": 2}),
        ("In 2013 there were 21 cases: 12 were dismissed. Of the remaining nine, seven resigned and two retired.",
         "2013", 21, {"dismissed": 12, "resigned": 7, "retired": 2}),
        ("We had eighteen cases in 2012. Nine, that is half, were dismissed. The other nine resigned.",
         "2012", 18, {"dismissed": 9, "resigned": 9}),
        ("There were eleven cases in 2011, six of them dismissals. Nobody retired. The remaining five resigned.",
         "2011", 11, {"dismissed": 6, "resigned": 5, "retired": 0}),
        ("In 2012 we opened ten cases. Of these seven were dismissed and one retired; the remaining two resigned.",
         "2012", 10, {"dismissed": 7, "retired": 1, "resigned": 2}),
        ("In 2012 we had 14 cases. Eight were dismissed. Of the other six, four resigned. The rest retired.",
         "2012", 14, {"dismissed": 8, "resigned": 4, "retired": 2}),
    ],
)  # fmt: skip
def test_a_paragraph_is_read_where_all_its_numbers_agree(
    words: str, year: str, total: int, kinds: dict[str, int]
) -> None:
    assert told(words) == split(year, total, **kinds)


@pytest.mark.parametrize(
    "words",
    [
        # the parts do not add up, or what is left is another number
        "There were fifteen in 2012: nine dismissals and four resignations. The remaining three retired.",
        "In 2013 there were 21: 12 were dismissed. Of the remaining eight, seven resigned and two retired.",
        # two years
        "There were fifteen in 2012: nine dismissals and four resignations in 2013. The remaining two retired.",
        # a number that counts something else
        "There were fifteen in 2012: nine dismissals after four hearings. The remaining two resigned.",
        # one kind twice, or two kinds of one number
        "There were fifteen in 2012: nine dismissals and four dismissals on appeal. The remaining two retired.",
        "There were fifteen in 2012: nine dismissals. The remaining six resigned or retired.",
        # what is left was not of the kind
        "There were fifteen in 2012: nine dismissals. The remaining six were not resignations.",
        # another measure
        "There were fifteen in 2012: nine dismissals. The remaining six individuals resigned.",
        # kinds of two variables
        "There were fifteen in 2012: nine dismissals. The remaining six were sergeants.",
        # no number is named for a kind
        "There were fifteen in 2012, most of them dismissals. The remaining six resigned.",
        # estimates
        "There were about fifteen in 2012: about nine dismissals. The remaining six resigned.",
        # words of which we do not know what they make of the number
        "There were fifteen in 2012: nine wrongly logged dismissals queried abroad. Then six resigned.",
    ],
)
def test_a_paragraph_with_a_doubt_is_not_taken_for_a_split(words: str) -> None:
    accepted = [o for o in extracted(f"Question 4\n\n{words}\n", "reply.txt").observations if o.accepted_by]
    assert not any(o.table.startswith("list in") and len(accepted) > 2 for o in accepted)


def test_what_is_left_of_a_total_is_no_total() -> None:
    words = "There were 17 cases. Of the remaining ten, three were dismissed and seven resigned."
    assert not [one for one in lines(extracted(words, "reply.txt"))["statements"] if one.startswith("10 cases")]


@pytest.mark.parametrize(
    ("words", "is_read"),
    [
        ("There were 12, 15 and 9 cases in 2011, 2012 and 2013 in turn.", True),
        ("There were 12, 15 and 9 cases in 2011, 2012 and 2013, which in turn led to a review of 2010.", False),
    ],
)
def test_figures_and_years_in_turn(words: str, is_read: bool) -> None:
    assert ("15 cases in 2012" in told(words)) is is_read


def test_a_kind_named_by_two_words_of_its_own_is_one_kind() -> None:
    words = "In 2012 there were 9 cases. Of these six were dismissed (dismissal) and three resigned."
    assert told(words) == split("2012", 9, dismissed=6, resigned=3)
