"""German replies: sentences of years, words bent by their case, sums in euros, nothing in words."""

from __future__ import annotations

from datetime import date

import pytest

from foidesk.extract import extract
from foidesk.model import Category, Codebook, Context, Extraction, Measure, Period, Question, Variable
from foidesk.readers import read

KIND = Variable(
    "art", "Art des Verstoßes", "1", ("Verstoß",),
    categories=(
        Category("marke", "Hundemarke", synonyms=("fehlende Marke",)),
        Category("leine", "Leinenpflicht"),
        Category("biss", "Beißvorfall"),
    ),
)  # fmt: skip
ENDED = Variable(
    "ausgang", "Ausgang", "1", categories=(Category("final", "rechtskräftig"), Category("dropped", "eingestellt"))
)
NOTICES = Measure("bescheide", "Bescheide", "Bescheide", "count", ("Bußgeldbescheid", "Bescheid"))
MONEY = Measure("betrag", "Bußgelder", "EUR", "money", ("Summe der Bußgelder", "Bußgelder"))
ASKED = (
    Question("1", "Wie viele Bescheide wurden erlassen, und wegen welcher Verstöße?", ("bescheide",), ("art",)),
    Question("2", "In welcher Höhe wurden Bußgelder festgesetzt?", ("betrag",)),
)


def reply(text: str) -> Extraction:
    context = Context(
        Codebook(1, (KIND, ENDED), (NOTICES, MONEY)), ASKED, Period(date(2021, 1, 1), date(2023, 1, 1)),
        "de-ifg", "a", ("Musterstadt",), "d", "reply.txt",
    )  # fmt: skip
    text = f"Sehr geehrte Damen und Herren,\n\n{text}\n\nMit freundlichen Grüßen und der Stadt\n"
    return extract(read(text.encode(), "reply.txt").reading, context)


def told(text: str) -> list[str]:
    found = [one for one in reply(text).observations if one.accepted_by and one.amount is not None]
    return sorted(
        " ".join(
            [
                str(one.amount.lo),
                *(id for said in one.where.values() for id in said.categories),
                str(one.period.start.year) if one.period else "-",
            ]
        )
        for one in found
        if one.amount is not None
    )


@pytest.mark.parametrize(
    "text",
    [
        "Im Jahr 2021 wurden 12 Bescheide erlassen, 2022 waren es 14 Bescheide.",
        "Erlassen wurden 12 Bescheide (2021) und 14 Bescheide (2022).",
        "Es waren 12 Bescheide im Jahr 2021 und 14 im Jahr 2022.",
        "Im Jahr 2021 wurden zwölf Bescheide erlassen; im Jahr 2022 waren es vierzehn Bescheide.",
    ],
)
def test_a_number_for_each_year(text: str) -> None:
    assert told(text) == ["12 2021", "14 2022"]


def test_numbers_in_the_order_of_the_year_before() -> None:
    text = (
        "2021 waren es 12 Bescheide (davon 7 Leinenpflicht, 5 fehlende Marke) "
        "und 2022 insgesamt 9 (davon 6 und 3 in derselben Reihenfolge)."
    )
    assert told(text) == ["12 2021", "3 marke 2022", "5 marke 2021", "6 leine 2022", "7 leine 2021", "9 2022"]


def test_without_the_words_no_order_is_made_up() -> None:
    first = "2021 waren es 12 Bescheide (davon 7 Leinenpflicht, 5 fehlende Marke)"
    found = reply(f"{first} und 2022 insgesamt 9 (davon 6 und 3).")
    assert {number.text for number in found.open_numbers()} >= {"6", "3"}
    assert not [one for one in found.observations if one.period and one.period.start.year == 2022 and one.where]


def test_words_bent_by_their_case_are_the_same_words() -> None:
    assert told("Es wurden 5 Bescheide wegen fehlender Marke erlassen.") == ["5 marke -"]


@pytest.mark.parametrize(
    "text", ["12 Bescheide sind nicht rechtskräftig.", "Es wurden keine Verfahren eingestellt."]
)
def test_words_that_deny_are_not_read_as_their_opposite(text: str) -> None:
    found = [one for one in reply(text).observations if one.accepted_by and one.where]
    assert not [one for one in found if one.amount is not None and one.amount.lo]


def test_sums_in_euros() -> None:
    text = "Die Summe der Bußgelder belief sich auf 6.720 Euro im Jahr 2021 und 7.865,50 Euro im Jahr 2022."
    assert told(text) == ["6720 2021", "7865.50 2022"]
    assert not told("Das höchste einzelne Bußgeld betrug 350 Euro.")


def test_nothing_in_words_answers_each_question() -> None:
    found = reply("zu 1. Fehlanzeige\nzu 2. Fehlanzeige")
    assert {(one.measure, one.amount.lo) for one in found.observations if one.amount} == {
        ("bescheide", 0),
        ("betrag", 0),
    }
    assert not found.open_numbers()
