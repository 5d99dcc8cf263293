"""What a number counts: complaints, or people, wards, services that had some; an invented survey, REHEARSAL."""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.extract import extract
from foidesk.model import Category, Codebook, Context, Extraction, Measure, Period, Question, Variable

from .rehearsal import reading_of

KIND = Variable(
    "kind", "Kind of complaint", "1", ("kind",),
    categories=(
        Category("roots", "Roots", synonyms=("root damage",)), Category("light", "Loss of light"),
        Category("other", "Other"),
    ),
)  # fmt: skip
OUTCOME = Variable(
    "outcome",
    "Outcome",
    "2",
    ("outcome",),
    categories=(Category("upheld", "Upheld"), Category("not", "Not upheld")),
)
COMPLAINTS = Measure(
    "complaints", "Complaints about trees", "complaints", "count", ("complaint", "complaints", "tree complaints")
)
QUESTIONS = (
    Question(
        "1", "How many complaints about trees were received in each year, by kind?", ("complaints",), ("kind",)
    ),
    Question("2", "What was the outcome of these complaints?", ("complaints",), ("outcome",)),
)
WINDOW = Period.days(date(2021, 1, 1), date(2023, 12, 31))


CASES = Measure("complaints", "Cases", "cases", "count", ("case", "cases", "investigated"))


def seen(text: str, name: str = "reply.txt", measure: Measure = COMPLAINTS) -> Extraction:
    text = text if name.endswith(".csv") else f"REHEARSAL\n\n{text}\n"
    codebook = Codebook(1, (KIND, OUTCOME), (measure,))
    said = Context(codebook, QUESTIONS, WINDOW, "uk-foia-2000", "alder", ("Alder Borough Council",), "d1", name)
    return extract(reading_of(text.encode(), name), said)


def accepted(found: Extraction) -> list[int]:
    return [int(one.value.lo) for one in found.observations if one.accepted_by and one.amount is not None]


@pytest.mark.parametrize(
    "text",
    [
        "30 people made complaints about trees.",
        "In 2022, 30 people made complaints.",
        "There were 30 people who made complaints.",
        "Number of people who made complaints about trees: 30",
        "30 wards had complaints in 2022 and 20 in 2023.",
        "30 people made complaints in 2022 and 20 in 2023.",
        "30 trees had complaints.",
        "The maximum number of complaints in any year was 30.",
        "The time limit for complaints is 30 days.",
        "We received 30 complaints about trees and hedges.",
        "We received 30 complaints about all services.",
        "10% of our 30 complaints concerned trees.",
        "Of 30 complaints received by the council, 10% were about trees.",
        "Of the 30 complaints we received, 12 were about trees.",
    ],
)
def test_another_thing_that_had_complaints_is_not_taken_for_complaints(text: str) -> None:
    found = seen(text)
    assert accepted(found) == []
    assert found.choices or found.issues


@pytest.mark.parametrize(
    "text",
    [
        "The number of complaints about trees between 2021 and 2023 is 54.",
        "The number of complaints received between 1 January 2021 and 31 December 2023 was 54.",
        "Complaints received between 2021 and 2023: 54",
        "Complaints about trees from 2021 to 2023 totalled 54.",
        "The total number of complaints for the period 2021 to 2023 was 54.",
        "The number of complaints made by people was 54.",
        "54 tree complaints were received.",
    ],
)
def test_a_number_behind_its_noun_and_plain_words_is_read(text: str) -> None:
    assert accepted(seen(text)) == [54]


def test_who_was_investigated_is_counted_where_that_is_what_is_asked() -> None:
    assert accepted(seen("A total of 10 people were investigated; each is one case.", measure=CASES)) == [10]
    assert accepted(seen("10 people had cases.", measure=CASES)) == []


def test_none_and_the_years_behind_it_are_read() -> None:
    assert accepted(seen("We received no complaints about trees in 2021, 3 in 2022 and 5 in 2023.")) == [0, 3, 5]


@pytest.mark.parametrize("text", ["We had no record of complaints", "No officers dealt with complaints"])
def test_no_record_of_a_year_is_no_nought(text: str) -> None:
    found = seen(f"{text} in 2021, 3 in 2022 and 4 in 2023.")
    assert 0 not in accepted(found)
    assert found.choices or found.issues


def test_a_line_of_other_cases_in_a_list_is_read() -> None:
    found = seen("1. Number of complaints by kind\n\nRoots - 6\nLoss of light - 5\nOther - 3")
    assert accepted(found) == [6, 5, 3]


def test_others_in_a_sentence_wait_for_a_person() -> None:
    assert 3 not in accepted(seen("6 complaints were about roots and the others, 3 of them, were not."))


@pytest.mark.parametrize(
    "words", ["This covers the Parks service only", "These figures relate to council land only"]
)
def test_whom_the_figures_cover_is_told_though_no_category_says_it(words: str) -> None:
    found = seen(f"{words}. We received 54 complaints about trees between 2021 and 2023.")
    (scope,) = (one.scope for one in found.observations)
    assert scope and scope in words


def test_a_limit_of_time_is_no_scope() -> None:
    found = seen("These figures relate to the last three years only. We received 54 complaints about trees.")
    assert [one.scope for one in found.observations] == [""]


def test_a_column_of_complaints_upheld_is_the_outcome() -> None:
    found = seen("Year,Complaints received,Complaints upheld\n2022,10,3\n2023,12,4\n", "reply.csv")
    outcomes = [(one.where["outcome"].categories, int(one.value.lo)) for one in found.observations if one.where]
    assert outcomes == [(("upheld",), 3), (("upheld",), 4)]
    assert not found.choices


def test_complaints_by_service_are_not_taken_for_those_about_trees() -> None:
    found = seen(
        "Service,Complaints 2022,Complaints 2023\nTrees,10,11\nWaste,100,110\nParking,50,60\nTotal,160,181\n",
        "reply.csv",
    )
    assert accepted(found) == []
    assert found.choices


def test_complaints_by_places_nobody_knows_have_their_total() -> None:
    found = seen("Depot,Complaints 2022,Complaints 2023\nNorth,10,11\nSouth,100,110\nTotal,110,121\n", "reply.csv")
    assert accepted(found) == [10, 11, 100, 110, 110, 121]


def kinds(found: Extraction) -> list[tuple[str, int, str, str]]:
    """(kind or "", how many, year, name of the list) of each statement."""
    return [
        (
            "|".join(one.where["kind"].categories) if one.where else "",
            int(one.value.lo),
            one.period.label if one.period else "",
            one.table,
        )
        for one in found.observations
        if one.amount is not None
    ]


def test_a_number_right_before_a_kind_is_of_it_though_a_noun_stands_before_it() -> None:
    found = seen("The complaints received in 2022 were 17 roots, 5 loss of light and 3 other.")
    assert [one[:3] for one in kinds(found)] == [("roots", 17, "2022"), ("light", 5, "2022"), ("other", 3, "2022")]


def test_two_numbers_of_one_kind_in_one_list_belong_together() -> None:
    found = kinds(
        seen("In 2022 there were 30 complaints: 7 for root damage, 8 for roots and 15 for loss of light.")
    )
    assert [one[:2] for one in found] == [("", 30), ("roots", 7), ("roots", 8), ("light", 15)]
    assert len({one[3] for one in found[1:]}) == 1 and found[1][3]


def test_a_part_of_a_kind_is_not_added_to_it() -> None:
    found = kinds(seen("In 2022 there were 30 complaints: 8 for roots, of which 7 for root damage."))
    assert all(not one[3] for one in found)


def test_a_year_over_a_breakdown_dates_its_lines() -> None:
    text = "2022 by kind\n  - Roots: 5\n  - Loss of light: 3\n\n2023 by kind\n  - Roots: 4\n  - Loss of light: 2"
    assert [one[1:3] for one in kinds(seen(text))] == [(5, "2022"), (3, "2022"), (4, "2023"), (2, "2023")]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Complaints about trees answered late", "late"),
        ("Complaints about hedges", "hedges"),
        ("Complaints made by telephone", "telephone"),
        ("Late complaints", "Late"),
        ("Complaints about trees by kind", ""),
        ("Complaints log", ""),
        ("Table 1: Complaints about trees", ""),
    ],
)
def test_a_title_that_may_narrow_a_table_is_raised(title: str, words: str) -> None:
    found = seen(f"{title},\nKind,Complaints\nRoots,5\nLoss of light,3\nTotal,8\n", "reply.csv")
    told = [one.what for one in found.issues if one.kind == "title-says-more"]
    assert [f"“{words}”" in one for one in told] == ([True] if words else [])
    assert sorted(accepted(found)) == [3, 5, 8]


def test_rows_that_say_themselves_to_be_something_else_wait_for_a_person() -> None:
    """A log of complaints and enquiries, where complaints are counted."""
    kinds = ("Roots", "Loss of light")
    rows = "".join(
        f"T/{n},0{1 + n % 9}/03/2022,{'Complaint' if n % 3 else 'Enquiry'},{kinds[n % 2]},Upheld\n"
        for n in range(1, 13)
    )
    found = seen("Ref,Date received,Action,Kind of complaint,Outcome\n" + rows, "log.csv")
    counted = [one for one in found.observations if one.role == "case row"]
    assert len(counted) == 12
    assert len([one for one in counted if one.accepted_by and not one.choice]) == 8
    (choice,) = [one for one in found.choices if "stand for one of the complaints" in one.question]
    assert choice.weight == 4


def test_no_complaints_in_years_of_a_list_beside_another_none_is_not_passed_over() -> None:
    paid = Measure("paid", "Compensation", "GBP", "money", ("compensation", "compensation paid"))
    codebook = Codebook(1, (KIND, OUTCOME), (COMPLAINTS, paid))
    said = Context(codebook, QUESTIONS, WINDOW, "uk-foia-2000", "alder", ("Alder Borough Council",), "d1", "a.txt")
    words = "No complaints about trees were received in 2021, 2022 or 2023 and no compensation was paid."
    text = f"REHEARSAL\n\n{words}\n"
    found = extract(reading_of(text.encode(), "a.txt"), said)
    noughts = [o for o in found.observations if o.measure == "complaints" and o.amount and o.amount.hi == 0]
    assert [o.period.label for o in noughts if o.period is not None] == ["2021", "2022", "2023"]
