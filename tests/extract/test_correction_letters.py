"""A later letter that corrects in sentences: which number is new, which old, of what."""

from __future__ import annotations

import pytest

from .rehearsal import extracted, lines


def corrected(text: str) -> list[str]:
    """ "17 to 18 2012 resigned" for each correction of an answer given in another letter."""
    found = extracted(f"REHEARSAL\n\n{text}\n", "reply.txt")
    return [
        " ".join(
            [
                f"{one.old} to {one.new}",
                *([one.period.label] if one.period else []),
                *(id for where in one.where.values() for id in where.categories),
            ]
        )
        for one in found.corrections
        if not one.stands
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Our reply of 3 May said that there were 17 cases in 2012; the figure should be 18.", ["17 to 18 2012"]),
        ("We gave the number of cases in 2012 as 17. This should have read 18.", ["17 to 18 2012"]),
        (
            "The total of 36 was correct; the split not: 21 cases resigned (not 20) and 9 were dismissed (not 10)",
            ["20 to 21 resigned", "10 to 9 dismissed"],
        ),
        (
            "The correct figures for 2012 are 14 resigned (not 15) and 7 dismissed (not 6).",
            ["15 to 14 2012 resigned", "6 to 7 2012 dismissed"],
        ),
        ("Amended figures:\n\n2011: 15 (previously 14)\n2012: 18 (previously 17)\n",
         ["14 to 15 2011", "17 to 18 2012"]),
        ("The number of cases in 2012 was 3 instead of 5.", ["5 to 3 2012"]),
        (
            "The figure for resigned in 2012 should be 58, not 85, so that the total for 2012 is 97 and not 124.",
            ["85 to 58 2012 resigned", "124 to 97 2012"],
        ),
        (
            "Resigned in 2012: we wrote 41. It should read 14, and the total received in 2011 is now 60, not 87.",
            ["41 to 14 2012 resigned", "87 to 60 2011"],
        ),
        ("We said 17 cases in 2012; it should be 18. The total is therefore 37.", ["17 to 18 2012", "None to 37"]),
    ],
)  # fmt: skip
def test_new_and_old_by_the_grammar_of_the_sentence(text: str, figures: list[str]) -> None:
    assert corrected(text) == figures
    assert not extracted(f"REHEARSAL\n\n{text}\n", "reply.txt").open_numbers()


def test_a_total_behind_a_correction_is_of_no_single_year() -> None:
    text = (
        "The figure for 2012 should be 14, not 41. The total for 2012 is now 88 and the total of all years is 259."
    )
    assert "None to 259" in corrected(text)


def test_how_many_were_wrong_is_no_count() -> None:
    text = (
        "In our response of 22 October 2013 nine cases were put under the wrong year. "
        "The figures for 2012 should read 14 cases, not 23."
    )
    found = lines(extracted(f"REHEARSAL\n\n{text}\n", "reply.txt"))
    assert not [one for one in found["statements"] if one.startswith("9 ")]
    assert not [one for one in found["choices"] if "nine" in one]


@pytest.mark.parametrize(
    "text",
    [
        "We wrote to 41 members in 2012. It should read 14, or perhaps 15.",
        "You had received our e-mail of 3 May 2013. It should have been sent to 4 others.",
        "19 cases, not 20, and 16 people should read differently.",
        "There should be 12 lifeguards, not 10.",
    ],
)
def test_what_is_unclear_corrects_no_figure_to_another(text: str) -> None:
    assert [one for one in corrected(text) if one != "None to None"] == []
