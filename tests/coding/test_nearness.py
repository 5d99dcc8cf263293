"""Suggestions by meaning: other words for the same thing are suggested, what must not be confused is not."""

from __future__ import annotations

import pytest

from foidesk.coding import coding_choice, suggest
from foidesk.model import Category, Codebook, Option, Variable
from foidesk.words import meaning

ITEM = Variable(
    "item",
    "Item",
    categories=(
        Category("dog", "Dogs", synonyms=("dog",)),
        Category("boat", "Boats", synonyms=("boat",)),
        Category("pump", "Pumps and generators", synonyms=("pump", "generator")),
        Category("other", "Other"),
    ),
)
ENDING = Variable(
    "ending",
    "Ending",
    categories=(
        Category("repaired", "Repaired"),
        Category("pending", "Open", synonyms=("pending", "in progress")),
        Category("advice", "Management advice"),
        Category("formal", "Formal resolution"),
        Category("scrapped", "Scrapped", grave=True, synonyms=("destroyed",)),
    ),
)
BOOK = Codebook(1, (ITEM, ENDING))

here = pytest.mark.skipif(not meaning.available(), reason="the vectors are not on this system")


def options(phrase: str, variable: Variable) -> tuple[Option, ...]:
    return suggest(coding_choice(variable, phrase, "rehearsal-force-07"), BOOK).options


def suggested(phrase: str, variable: Variable) -> list[str]:
    return [option.id for option in options(phrase, variable) if option.suggested]


@here
@pytest.mark.parametrize(
    ("phrase", "category"), [("Puppy", "dog"), ("Rowing boats", "boat"), ("Puppy and dogs", "dog")]
)
def test_other_words_for_the_same_thing_are_suggested_first(phrase: str, category: str) -> None:
    assert options(phrase, ITEM)[0].id == category
    assert suggested(phrase, ITEM) == [category]


@here
@pytest.mark.parametrize(
    ("phrase", "variable"),
    [
        ("management action", ENDING),
        ("informal resolution", ENDING),
        ("not a puppy", ITEM),
        ("suspected puppy", ITEM),
        ("puppy and sailing ship", ITEM),
        ("Feuerlöscher", ITEM),
        ("demolished", ENDING),
    ],
)
def test_what_must_not_be_confused_is_not_suggested(phrase: str, variable: Variable) -> None:
    assert suggested(phrase, variable) == []


@pytest.mark.parametrize(
    "phrase",
    ["is still being looked at", "Awaiting decision", "still with the stores manager", "not yet concluded"],
)
def test_what_is_not_over_is_suggested_as_open(phrase: str) -> None:
    assert suggested(phrase, ENDING) == ["pending"]


def test_what_is_not_over_is_no_kind_of_thing() -> None:
    assert suggested("still being counted", ITEM) == []


def test_without_the_vectors_the_letters_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "near", lambda one, other: 0.0)
    assert suggested("Puppy", ITEM) == []
    assert suggested("Generators", ITEM) == ["pump"]
