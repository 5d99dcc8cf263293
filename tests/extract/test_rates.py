"""Figures of an average week, month or year, and sums in another coin than the survey's word for its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foidesk.extract import extract
from foidesk.model import Codebook, Context, Measure, Period, Question

from .rehearsal import lines, reading_of
from .test_what_is_meant import is_flagged, told


@pytest.mark.parametrize(
    "reply",
    [
        "There were 5 reports a month in 2022.",
        "We received 5 reports per week in 2022 and 6 per week in 2023.",
        "On average we received 5 reports in 2022.",
        "An average of 5 reports was received in 2022.",
        "In 2022 there were 5 reports every day.",
        "In 2022 there were 12 reports a year.",
    ],
)
def test_a_rate_is_no_count(reply: str) -> None:
    accepted, found = told(reply)
    assert accepted == set()
    assert is_flagged(found)


@pytest.mark.parametrize(
    "reply", ["There were 5 reports in 2022.", "In the month of May 2022 there were 5 reports."]
)
def test_a_count_beside_words_for_times_is_one(reply: str) -> None:
    assert len(told(reply)[0]) == 1


@pytest.mark.parametrize(("unit", "sign", "other"), [("euro", "€", "£"), ("pounds", "£", "€"), ("EUR", "€", "£")])
def test_sums_in_another_coin_stay_open_however_the_survey_spells_its_own(
    unit: str, sign: str, other: str
) -> None:
    paid = Measure("paid", "Fines paid", unit, "money", ("fines paid", "paid in fines"))
    asked = Question("1", "How much was paid in fines in each year?", ("paid",))
    window = Period.days(date(2022, 1, 1), date(2023, 12, 31))
    context = Context(Codebook(1, (), (paid,)), (asked,), window, "uk-foia-2000", "x", ("Ropeham",), "d", "reply")

    def accepted(reply: str, name: str) -> int:
        found = lines(extract(reading_of(reply.encode(), name), replace(context, name=name)))
        return len([one for one in found["statements"] if ", open" not in one])

    table = "Year,Fines paid ({})\n2022,100\n2023,250\n"
    assert accepted(table.format(sign), "reply.csv") == 2
    assert accepted(table.format(other), "reply.csv") == 0
    assert accepted(f"Fines paid in 2022: {sign}100.\n", "reply.txt") == 1
    assert accepted(f"Fines paid in 2022: {other}100.\n", "reply.txt") == 0
