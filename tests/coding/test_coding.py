"""Open codings, suggestions that abstain, and the stage of a case."""

from __future__ import annotations

import pytest

from foidesk.coding import STAGES, coding_choice, stage, suggest
from foidesk.model import Category, Codebook, Locator, TextPlace, Variable

OUTCOME = Variable(
    "outcome",
    "Outcome",
    categories=(
        Category("left", "resigned, retired or dismissed"),
        Category("dismissed", "dismissed", "left", ("dismissal", "sacked")),
        Category("resigned", "resigned", "left"),
        Category("written-warning", "written warning"),
        Category("final-written-warning", "final written warning"),
        Category("management-advice", "management advice"),
        Category("management-action", "management action"),
        Category("suspended", "suspended"),
        Category("no-case", "no case to answer"),
    ),
)
NATURE = Variable(
    "nature",
    "Nature",
    multiple=True,
    categories=(Category("harassment", "harassment"), Category("disclosure", "disclosure")),
)
BOOK = Codebook(3, (OUTCOME, NATURE))
PLACE = Locator("ab" * 32, TextPlace("body", 0, 8), "Resigned")


def suggested(phrase: str, variable: Variable = OUTCOME) -> list[str]:
    found = suggest(coding_choice(variable, phrase, "rehearsal-force-07"), BOOK)
    return [option.id for option in found.options if option.suggested]


def test_a_choice_hangs_on_variable_phrase_and_body() -> None:
    choice = coding_choice(OUTCOME, "Dealt  with.", "rehearsal-force-07", [PLACE], weight=12)
    same = coding_choice(OUTCOME, "dealt with", "rehearsal-force-07")
    assert choice.id == same.id
    assert choice.id != coding_choice(OUTCOME, "dealt with", "rehearsal-force-08").id
    assert choice.id != coding_choice(NATURE, "dealt with", "rehearsal-force-07").id
    assert (choice.kind, choice.variable, choice.phrase, choice.weight) == ("coding", "outcome", "dealt with", 12)
    assert choice.locators == (PLACE,)
    assert choice.question == "Which outcome does “Dealt with.” mean?"
    assert [option.id for option in choice.options] == [category.id for category in OUTCOME.categories]


@pytest.mark.parametrize(
    ("phrase", "category"),
    [
        ("Final writen warning", "final-written-warning"),
        ("Writtn warning", "written-warning"),
        ("dismised", "dismissed"),
        ("managment advice", "management-advice"),
        ("Resigned, pre hearing", "resigned"),
    ],
)
def test_a_likely_category_is_suggested(phrase: str, category: str) -> None:
    assert suggested(phrase) == [category]


@pytest.mark.parametrize(
    "phrase",
    [
        "would have been dismissed",
        "not dismissed",
        "Management words",
        "management",
        "No longer serving",
        "RPRP",
        "W/W 12 months",
        "asked to resign",
        "dismissed or resigned, we cannot tell",
    ],
)
def test_where_in_doubt_nothing_is_suggested(phrase: str) -> None:
    assert suggested(phrase) == []


def test_suspended_is_never_suggested_as_dismissed() -> None:
    assert "dismissed" not in suggested("Suspended pending outcome")


def test_suggestions_come_first_and_no_option_is_lost() -> None:
    found = suggest(coding_choice(OUTCOME, "final writen warning", "b"), BOOK, k=2)
    assert [option.id for option in found.options[:2]] == ["final-written-warning", "written-warning"]
    assert {option.id for option in found.options} == {category.id for category in OUTCOME.categories}


def test_a_phrase_of_several_categories_offers_them_together() -> None:
    found = suggest(coding_choice(NATURE, "harassment of a friend by disclosure", "b"), BOOK)
    assert (found.options[0].id, found.options[0].label) == ("harassment;disclosure", "harassment and disclosure")
    assert not any(option.suggested for option in found.options)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Officer alleged to have posted comments", "alleged"),
        ("It is alleged that a PCSO sent messages", "alleged"),
        ("Live", "under investigation"),
        ("under investigation", "under investigation"),
        ("The alleged post: investigation ongoing", "under investigation"),
        ("Awaiting hearing", "under investigation"),
        ("Upheld", "found"),
        ("Allegation proven", "found"),
        ("Case to answer", "found"),
        ("Not upheld", "not found"),
        ("Allegation not proven", "not found"),
        ("unsubstantiated", "not found"),
        ("No case to answer", "not found"),
        ("Not sustained", "not found"),
        ("Sustained", "found"),
        ("sustained a head injury", "not stated"),
        ("Vorwurf nicht bestätigt", "not found"),
        ("Verfahren noch nicht abgeschlossen", "under investigation"),
        ("Written warning", "not stated"),
        ("one part proven, one part not proven", "not stated"),
        ("", "not stated"),
    ],
)
def test_stage(text: str, name: str) -> None:
    assert stage(text) == name
    assert name in STAGES
