"""Two measures counted in one unit, and money beside counts: which of them a sentence tells of."""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.extract import extract
from foidesk.model import Category, Codebook, Context, Measure, Period, Question, Variable

from .rehearsal import lines, reading_of

REASON = Variable(
    "reason", "Reason", "1", ("reason", "ground"),
    categories=(
        Category("noise", "Noise"),
        Category("parking", "Parking", synonyms=("parked cars",)),
        Category("smell", "Smell", synonyms=("odour",)),
        Category("other", "Other reason", synonyms=("other", "other reasons")),
    ),
)  # fmt: skip
ACTION = Variable(
    "action", "Action", "3", ("action",),
    categories=(Category("fined", "Fined"), Category("warned", "Warned", synonyms=("warning",))),
)  # fmt: skip
CODEBOOK = Codebook(
    1,
    (REASON, ACTION),
    (
        Measure("objections", "objections lodged", "objections", "count", ("objection", "objections", "lodged")),
        Measure("upheld", "objections allowed", "objections", "count", ("allowed", "objections allowed")),
        Measure("owners", "owners punished", "owners", "count", ("owners", "owners punished", "punished")),
        Measure("refunds", "money refunded", "dollars", "money", ("refund", "refunds", "refunded")),
    ),
)
QUESTIONS = (
    Question("1", "How many objections were lodged in each of the years 2021, 2022 and 2023, by reason?",
             ("objections",), ("reason",)),
    Question("2", "How many of these objections were allowed?", ("upheld",)),
    Question("3", "How many owners were punished, by action?", ("owners",), ("action",)),
    Question("4", "How much money was refunded, by reason?", ("refunds",), ("reason",)),
)  # fmt: skip


def told(text: str) -> list[str]:
    """The statements of a reply, as "12 upheld in 2021 (prose, ...)"."""
    window = Period.days(date(2021, 1, 1), date(2023, 12, 31))
    context = Context(CODEBOOK, QUESTIONS, window, "us-ca-cpra", "town-1", ("Rehearsal Town",), "d1", "reply")
    reading = reading_of(f"REHEARSAL\n\n{text}\n".encode(), "reply.txt")
    found: list[str] = lines(extract(reading, context))["statements"]
    return found


def sure(text: str) -> set[str]:
    return {one.split(" (")[0] for one in told(text) if "open" not in one and "[" not in one}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A total of 83 objections were allowed.", {"83 upheld"}),
        ("31 objections were allowed in 2021.", {"31 upheld in 2021"}),
        ("31 objections were later found to be allowed.", {"31 upheld"}),
        ("The number of objections allowed was 31.", {"31 upheld"}),
        ("The number of objections allowed was 9, 7 and 8 respectively.",
         {"9 upheld in 2021", "7 upheld in 2022", "8 upheld in 2023"}),
        ("Of the 134 objections, 13 were allowed.", {"134 objections", "13 upheld"}),
        ("Residents lodged 90 objections. Of these, 40 were about noise and 50 about parking.",
         {"90 objections", "40 objections where reason=noise", "50 objections where reason=parking"}),
    ],
)  # fmt: skip
def test_a_unit_that_two_measures_share_is_of_the_one_that_the_words_name(text: str, figures: set[str]) -> None:
    assert sure(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "60 objections were not allowed.",
        "60 objections were never allowed.",
        "60 objections were partly allowed.",
        "60 objections were withdrawn before they were allowed.",
    ],
)
def test_what_was_not_done_is_no_count_of_it(text: str) -> None:
    assert not [one for one in sure(text) if "upheld" in one]


@pytest.mark.parametrize(
    "text",
    [
        "The City paid two refunds in 2021.",
        "The City paid 2 refunds in 2021.",
        "There were 12 separate refunds.",
        "The City refunded $400 in 2021 for one parking claim.",
        "Refunds of $400 in 2021 settled 3 claims over parking.",
        "Three people got refunds in 2022.",
        "One refund was made, of $90 in 2022.",
        "Refunds: $90, in 4 matters.",
    ],
)
def test_a_number_of_payments_is_no_money(text: str) -> None:
    assert not [one for one in told(text) if " refunds" in one and one.split()[0] in ("1", "2", "3", "4", "12")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Refunds in 2021: 1250", {"1250 refunds in 2021"}),
        ("Refunds came to 1,200, 1,300 and $1,500 respectively.",
         {"1200 refunds in 2021", "1300 refunds in 2022", "1500 refunds in 2023"}),
        ("No refunds were made.", {"0 refunds"}),
    ],
)  # fmt: skip
def test_a_sum_without_its_coin_is_still_a_sum(text: str, figures: set[str]) -> None:
    assert sure(text) == figures


TURN = "Figures are given for the three years in turn.\n\n"
ROWS = (
    "Residents lodged 90, 80 and 70 objections. Noise accounted for 40, 30 and 25 of them, "
    "and parking for 30, 20 and 15."
)


def test_rows_of_figures_are_of_the_years_where_the_reply_says_so_once() -> None:
    found = sure(TURN + ROWS)
    assert {"90 objections in 2021", "80 objections in 2022", "70 objections in 2023"} <= found
    assert {"40 objections where reason=noise in 2021", "25 objections where reason=noise in 2023"} <= found
    assert {"30 objections where reason=parking in 2021", "15 objections where reason=parking in 2023"} <= found
    assert len(found) == 9


def test_rows_beside_their_own_noun() -> None:
    found = sure(TURN + "4, 2 and 5 owners were punished over an objection in those years.")
    assert found == {"4 owners in 2021", "2 owners in 2022", "5 owners in 2023"}


@pytest.mark.parametrize(
    "text",
    [
        ROWS,
        "Figures are given for the two years in turn.\n\n" + ROWS,
        "Figures are given for the three wards in turn.\n\n" + ROWS,
        TURN + "Residents lodged 90, 80, 70 and 60 objections.",
        TURN + "Residents lodged 90, 80 and 70 objections at the north, south and east office.",
        TURN + "Residents lodged 90, 80 and 70 objections and 3, 4 and 5 petitions.",
        TURN + "Noise and parking accounted for 40, 30 and 25 of them.",
        TURN + "Noise accounted for 40, 30 and 25 of them and barking dogs for 4, 3 and 2.",
        TURN + "In 2022 residents lodged 90, 80 and 70 objections.",
        TURN + "Residents lodged 90, about 80 and 70 objections.",
        "Residents lodged 90, 80 and 70 objections.",
        "Noise accounted for 40, 30 and 25 objections.",
    ],
)
def test_rows_of_figures_that_nothing_puts_in_order_are_no_count(text: str) -> None:
    found = [one for one in sure(text) if not one.startswith("0.. ")]
    assert not found


def test_a_count_behind_the_parts_of_a_year_is_of_that_year() -> None:
    one = "In 2021 it rose to 134: 61 about noise, 28 about parking. Thirteen objections were allowed."
    assert not sure(one) & {"13 upheld"}
    both = sure(one + "\n\nIn 2022 it fell to 99: 50 about noise, 20 about parking. Nine objections were allowed.")
    assert {"13 upheld in 2021", "9 upheld in 2022"} <= both
    whole = "In 2021 61 were about noise. Over the three years 13 objections were allowed."
    assert "13 upheld" in sure(whole)


BASE = "We received 100 objections. Of these, 40 were about noise and 30 about parking. "


@pytest.mark.parametrize(
    "text",
    [
        "The rest concerned odour.",
        "The balance was about smell.",
        "The remainder were about smell.",
    ],
)
def test_the_rest_of_what_its_paragraph_counts(text: str) -> None:
    assert "30 objections where reason=smell" in sure(BASE + text)


@pytest.mark.parametrize(
    "text",
    [
        "The rest were about something else.",
        "The balance concerned other matters.",
        "The remainder were on other things.",
    ],
)
def test_the_rest_may_be_of_something_else(text: str) -> None:
    assert "30 objections where reason=other" in sure(BASE + text)


@pytest.mark.parametrize(
    "text",
    [
        BASE + "Staff were retrained. The rest were about smell.",
        "We received 100 objections. Of these, 40 were about noise.\n\nThe rest were about smell.",
        "We received 60 objections in 2021 and 40 in 2022. Forty were about noise. The rest were about smell.",
        BASE + "Some of the rest were about smell.",
        BASE + "Most of the rest were about smell.",
        BASE + "The rest were about smell or something else.",
        BASE + "The rest were withdrawn.",
        BASE + "The rest were about smell and dust.",
        BASE + "The rest were about something else altogether, such as dust.",
        BASE + "About 12 were about dust. The rest were about smell.",
        "Of the objections, 40 were about noise. The rest were about smell.",
        "40 objections were about noise and 12 were allowed. The rest were about smell.",
    ],
)
def test_a_rest_of_nobody_knows_what_is_no_count(text: str) -> None:
    assert not [one for one in sure(text) if "smell" in one or "other" in one]


def test_some_of_them_to_which_it_was_done() -> None:
    text = (
        "In 2021 we received 100 objections. Nine of them were allowed.\n\n"
        "In 2022 we received 90 objections. Eight of the objections were later allowed."
    )
    assert {"9 upheld in 2021", "8 upheld in 2022"} <= sure(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nine of them were allowed in part.",
        "Nine of them were not allowed.",
        "Nine of them were lodged.",
        "Nine of them were allowed or withdrawn.",
        "About nine of them were allowed, and three refused.",
        "Nine of them were to be allowed.",
        "Nine of the petitions were allowed.",
        "Nine of them could have been allowed.",
        "Nine of the people were allowed.",
        "Nine of them were allowed to speak.",
    ],
)
def test_some_of_them_with_more_words_is_no_count(text: str) -> None:
    assert not [one for one in sure("In 2021 we received 100 objections. " + text) if one.startswith("9 ")]


@pytest.mark.parametrize(
    "text",
    [
        "Refunds: none in 2021 or 2022.",
        "Refunds: there were none in 2021 and 2022.",
        "Refunds: we made none in 2021 or in 2022.",
    ],
)
def test_none_behind_its_label_is_of_the_years_it_names(text: str) -> None:
    assert sure(text) == {"0 refunds in 2021", "0 refunds in 2022"}


@pytest.mark.parametrize(
    "text",
    [
        "Refunds: none before 2022.",
        "Refunds: none on record in 2022.",
        "Refunds to tenants: none in 2022.",
        "Refunds and objections: none in 2022.",
        "Refunds: none held in 2022.",
        "Refunds: none that we know of in 2022.",
        "Refunds: none above $500 in 2022.",
        "Refunds: almost none in 2022.",
        "Refunds: none yet in 2022.",
        "Refunds: none but one in 2022.",
    ],
)
def test_none_behind_a_label_with_more_words_is_no_nought(text: str) -> None:
    assert not [one for one in sure(text) if one.startswith("0 ")]


def test_nothing_in_the_second_year() -> None:
    found = sure("Refunds came to $1,500 in the first year, nothing in the second and $90 in the last.")
    assert found == {"1500 refunds in 2021", "0 refunds in 2022", "90 refunds in 2023"}


def test_one_thing_done_to_a_person_is_counted() -> None:
    text = "In 2022, 20 objections were lodged: 12 noise, 7 parking and 1 smell to a resident."
    assert "1 objections where reason=smell in 2022" in sure(text)
    assert not sure("There is 1 objection to a file.")
