"""Words for totals, for nothing, and for numbers held back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from foidesk.words.totals import meaning_of_suppression, nil, rounding, suppression, total_word, zeros


@pytest.mark.parametrize(
    "label",
    [
        "Total",
        "GRAND TOTAL",
        "Totals",
        "Overall",
        "All",
        "Gesamt",
        "Summe",
        "Total officers",
        "2013 total",
        "Total:",
        "T o t a l",
    ],
)
def test_totals(label: str) -> None:
    assert total_word(label) == "total"


@pytest.mark.parametrize("label", ["Sub-total", "Subtotal 2019", "Sub total"])
def test_subtotals(label: str) -> None:
    assert total_word(label) == "subtotal"


@pytest.mark.parametrize(
    "label", ["Totally unrelated", "All officers below inspector", "Allegation", "Summary", "Dismissed", ""]
)
def test_no_totals(label: str) -> None:
    assert total_word(label) == ""


@pytest.mark.parametrize(
    ("cell", "meanings"),
    [
        ("nil", ("zero",)),
        ("NIL", ("zero",)),
        ("None", ("zero",)),
        ("No cases", ("zero",)),
        ("not recorded", ("not recorded",)),
        ("Not held", ("not held",)),
        ("No information held", ("not held",)),
    ],
)
def test_a_word_that_can_mean_only_one_thing(cell: str, meanings: tuple[str, ...]) -> None:
    seen = nil(cell)
    assert seen is not None
    assert seen.meanings == meanings


@pytest.mark.parametrize("cell", ["", " ", "-", "–", "..", "n/a", "N/A"])
def test_a_mark_that_can_mean_several_things(cell: str) -> None:
    seen = nil(cell)
    assert seen is not None
    assert len(seen.meanings) > 1
    assert "zero" in seen.meanings


@pytest.mark.parametrize("cell", ["0", "12", "Dismissed", "no further action", "x"])
def test_no_nil(cell: str) -> None:
    assert nil(cell) is None


@pytest.mark.parametrize(
    ("cell", "lo", "hi"),
    [
        ("<5", 0, 4),
        ("fewer than 5", 0, 4),
        ("5 or less", 0, 5),
        ("1-4", 1, 4),
        ("*", 0, None),
        ("#", 0, None),
        ("[c]", 0, None),
        ("Redacted", 0, None),
        ("withheld", 0, None),
    ],
)
def test_held_back(cell: str, lo: int, hi: int | None) -> None:
    seen = suppression(cell)
    assert seen is not None
    assert (seen.lo, seen.hi) == (lo, hi)


@pytest.mark.parametrize("cell", ["12", "more than 5", "5 or more", "<5%", "Dismissed", "about 4", ""])
def test_not_held_back(cell: str) -> None:
    assert suppression(cell) is None


@pytest.mark.parametrize(
    ("note", "mark", "lo", "hi"),
    [
        ("* denotes fewer than five", "*", 0, 4),
        ("* = less than 5", "*", 0, 4),
        ("'*' indicates a number between one and four", "*", 1, 4),
        ("Figures less than 5 have been replaced with an asterisk.", "*", 0, 4),
        ("Values below 3 are shown as *", "*", 0, 2),
        ("Numbers of 5 or fewer are suppressed with '#'.", "#", 0, 5),
        ("[c] denotes suppressed small numbers", "[c]", 0, None),
        ("- denotes nil", "-", 0, 0),
        ("<5 means fewer than five", "<5", 0, 4),
    ],
)
def test_a_note_says_what_a_mark_means(note: str, mark: str, lo: int, hi: int | None) -> None:
    seen = meaning_of_suppression(f"Notes. {note}")
    assert [(item.mark, item.lo, item.hi, item.missing) for item in seen] == [(mark, lo, hi, "")]


def test_a_mark_can_say_that_there_is_no_number() -> None:
    assert [(item.mark, item.missing) for item in meaning_of_suppression("# means information not held")] == [
        ("#", "not held")
    ]


@pytest.mark.parametrize(
    "note",
    [
        "* Includes special constables",
        "We looked - it is fine",
        "Figures are as at 17 February",
        "* see question 3",
    ],
)
def test_a_note_about_something_else(note: str) -> None:
    assert meaning_of_suppression(note) == ()


@pytest.mark.parametrize(
    ("words", "hi"),
    [
        ("nil", 0), ("no cases", 0), ("none recorded", 0), ("no cases were recorded", 0), ("no claims settled", 0),
        ("no complaints received in that month", 0), ("nil return", 0), ("keine Fälle erfasst", 0),
        ("nil or not recorded", None), ("zero or not known", None),
    ],
)  # fmt: skip
def test_a_mark_for_none_is_a_nought(words: str, hi: int | None) -> None:
    (found,) = meaning_of_suppression(f"- = {words}")
    assert (found.lo, found.hi) == (0, hi)


@pytest.mark.parametrize(
    "words",
    [
        "no cases held electronically", "no incidents data available", "none of these could be checked",
        "no requests information is kept", "no complaints process exists", "no incidents reporting before 2021",
        "none of the above", "zero hours contract", "zero-rated", "no requests for review", "none known",
        "no reports from schools", "keine Anträge bekannt",
    ],
)  # fmt: skip
def test_a_mark_for_what_is_not_kept_is_no_nought(words: str) -> None:
    assert all(found.hi != 0 for found in meaning_of_suppression(f"- = {words}"))


@pytest.mark.parametrize("words", ["nothing in 2022", "£4 in 2023 and nothing during 2022", "nothing was paid"])
def test_nothing_in_a_year_says_none(words: str) -> None:
    assert [zero.words for zero in zeros(words)] == ["nothing"]


@pytest.mark.parametrize(
    "words",
    [
        "we hold nothing for 2022", "we hold nothing in 2022", "we have nothing in 2022",
        "we found nothing in 2022",
        "we could find nothing in 2022", "our records show nothing in 2022", "nothing for 2022",
    ],
)  # fmt: skip
def test_nothing_held_or_found_says_nothing_of_a_number(words: str) -> None:
    assert zeros(words) == ()


@pytest.mark.parametrize(
    ("note", "base"),
    [
        ("rounded to the nearest 5", 5),
        ("Figures rounded to nearest five", 5),
        ("rounded to the nearest hundred", 100),
        ("we went round to the nearest station", None),
    ],
)
def test_rounding(note: str, base: int | None) -> None:
    assert rounding(note) == (None if base is None else Decimal(base))


def test_none_in_words() -> None:
    assert [zero.words for zero in zeros("No officers were dismissed.")] == ["No officers"]
    assert [zero.words for zero in zeros("There were no cases.")] == ["no cases"]
    assert zeros("No further action was taken; no later than May.") == ()


@pytest.mark.parametrize(
    "note",
    [
        "- = no return", "- = no return received", "* No returns.",
        "* denotes that the number is greater than zero",
        "* does not mean zero", "* = not nil", "* = a number other than zero", "- = nil, or not recorded",
        "- = none, or not known", "* = no reports, as files were lost", "- = nil or not known",
        "* = more than nil",
        "* = no number above zero", "* = zero, but see below",
    ],
)  # fmt: skip
def test_a_note_that_says_more_than_none_is_no_nought(note: str) -> None:
    assert not any(seen.hi == 0 for seen in meaning_of_suppression(note))


@pytest.mark.parametrize(
    "note",
    [
        "- = nil", "- = nil return", "* = zero returns", "- means zero.", "'-' means 'nil'.",
        "* denotes zero (nil)",
        "- = no cases were recorded in this year.", "- denotes nil, * = fewer than 5",
        "- = nil, n/a = not applicable",
        "- = none; * = 1 to 4", "- bedeutet nichts vorhanden.",
    ],
)  # fmt: skip
def test_a_note_that_says_none_and_no_more_is_nought(note: str) -> None:
    first = meaning_of_suppression(note)[0]
    assert (first.lo, first.hi) == (0, 0)
