"""What another spelling of a category's words means, and what it must not mean."""

from __future__ import annotations

import pytest

from foidesk.model import Category, OneOf, Variable
from foidesk.words.alike import is_rest
from foidesk.words.categories import CategoryMatcher


def variable(label: str = "Reason", **categories: tuple[str, ...]) -> Variable:
    made = tuple(Category(id.replace("_", "-"), words[0], synonyms=words[1:]) for id, words in categories.items())
    return Variable("reason", label, names=(label.lower(),), categories=made)


ENDING = variable(
    "Ending",
    withdrawn=("Cancelled by the landlord", "cancelled"),
    advice=("Advice, training or other informal action",),
    warning=("Written warning",),
    final=("Final written warning",),
    search=("Search or seizure", "improper search"),
    dept=("Emergency department",),
    menace=("Threatening behaviour",),
    open=("Open", "pending"),
    abuse=("Abuse of staff",),
    either=("Force or threat",),
    violent=("Threat of violence",),
    damage=("Fire or flood damage",),
    other=("Other",),
)
GERMAN = variable(
    "Verstoß", leine=("Verstoß gegen die Leinenpflicht",), marke=("Fehlende Hundemarke",), sonstiges=("Sonstiges",)
)


@pytest.mark.parametrize(
    ("phrase", "category"),
    [
        ("Canceled by landlord", "withdrawn"),
        ("Search & Seizure", "search"),
        ("Search/Seizure", "search"),
        ("Advice", "advice"),
        ("Training (3)", "advice"),
        ("Emergency Dept", "dept"),
        ("Threatening behavior", "menace"),
        ("Still open", "open"),
        ("still pending", "open"),
        ("Everything else", "other"),
        ("Miscellaneous", "other"),
        ("Other reasons", "other"),
        ("All others", "other"),
        ("Other ending", "other"),
    ],
)
def test_another_spelling_is_the_same_category(phrase: str, category: str) -> None:
    assert CategoryMatcher(ENDING).match(phrase) == OneOf((category,), phrase)


@pytest.mark.parametrize(
    ("phrase", "category"),
    [("Verstöße gegen die Leinenpflicht", "leine"), ("Übrige Verstöße", "sonstiges"), ("Sonstige", "sonstiges")],
)
def test_german_cases_and_plurals_are_the_same_category(phrase: str, category: str) -> None:
    assert CategoryMatcher(GERMAN).match(phrase) == OneOf((category,), phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "Staff abuse",  # by staff, perhaps
        "Fire",  # a half of a label whose halves are no words of their own
        "Threat",  # another category has the word
        "Final warning",
        "Other staff",
        "Other written warning issued late",
        "Other than dismissal",
        "Another department",
        "No other reason",
        "Not open",
        "No longer open",
        "Search without seizure",
        "Search, no seizure",
        "Seizure",  # a part of "Search or seizure"
        "Management advice",
        "Advice not needed",
        "Emergency",
        "Behaviour",
        "Informal",
    ],
)
def test_what_only_looks_alike_waits_to_be_coded(phrase: str) -> None:
    found = CategoryMatcher(ENDING).match(phrase)
    assert found is not None
    assert found.categories == (("search",) if phrase == "Seizure" else ())


@pytest.mark.parametrize("phrase", ["Kein Verstoß gegen die Leinenpflicht", "Hundemarke", "Andere Hunde"])
def test_what_only_looks_alike_in_german_waits_to_be_coded(phrase: str) -> None:
    found = CategoryMatcher(GERMAN).match(phrase)
    assert found is not None
    assert found.categories == ()


def test_a_part_that_two_categories_share_is_neither() -> None:
    both = variable(a=("Lost or stolen",), b=("Stolen or sold",))
    found = CategoryMatcher(both).match("Stolen")
    assert found is not None
    assert found.categories == ()
    assert CategoryMatcher(both).match("Lost") == OneOf(("a",), "Lost")


def test_two_categories_for_the_rest_leave_it_open() -> None:
    both = variable(a=("Other",), b=("Miscellaneous",))
    assert CategoryMatcher(both).match("Everything else") == OneOf((), "Everything else")
    assert CategoryMatcher(both).match("Miscellaneous") == OneOf(("b",), "Miscellaneous")


def test_a_choice_between_known_words_stays_a_choice() -> None:
    drugs = variable(both=("Drugs and alcohol",), drugs=("Drugs",), alcohol=("Alcohol",))
    assert CategoryMatcher(drugs).match("Drugs or alcohol") == OneOf(("alcohol", "drugs"), "Drugs or alcohol")


def test_a_stroke_stands_for_the_or_of_a_category_s_own_words() -> None:
    kinds = variable(sexual=("Sexual harassment or assault", "Sexual harassment"), physical=("Assault",))
    phrase = "Sexual harassment / assault"
    assert CategoryMatcher(kinds).match(phrase) == OneOf(("sexual",), phrase)
    turned = "Assault / sexual harassment"
    assert CategoryMatcher(kinds).match(turned) == OneOf(("physical", "sexual"), turned)


def test_a_grave_category_is_told_by_its_own_words_alone() -> None:
    grave = Variable("crime", "Crime", categories=(Category("rape", "Rape or assault", grave=True),))
    found = CategoryMatcher(grave).match("Rape/assault")
    assert found is not None
    assert found.categories == ()


def test_words_for_the_rest_that_name_something_are_no_rest() -> None:
    assert all(is_rest(one, ENDING) for one in ("Other", "All other", "Miscellaneous", "Other types"))
    assert not any(
        is_rest(one, ENDING) for one in ("Other staff", "Another", "Others dismissed", "No other", "Rest home")
    )
