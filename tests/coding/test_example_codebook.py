"""The example's codebook keeps apart what must not be confused."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from foidesk.model import Category, OneOf, Variable
from foidesk.words.categories import CategoryMatcher
from foidesk.words.normal import squeezed

BOOK = Path(__file__).parents[2] / "examples" / "police-social-media" / "codebook.toml"
DATA: dict[str, Any] = tomllib.loads(BOOK.read_text(encoding="utf-8"))
MEANT_TWICE = {"ma"}  # management advice or management action: nobody can tell


def variable(data: dict[str, Any]) -> Variable:
    categories = tuple(
        Category(item["id"], item["label"], item.get("parent", ""), tuple(item.get("synonyms", ())))
        for item in data["categories"]
    )
    return Variable(data["id"], data["label"], multiple=data.get("multiple", False), categories=categories)


VARIABLES = {data["id"]: variable(data) for data in DATA["variables"]}
MATCHERS = {id: CategoryMatcher(item) for id, item in VARIABLES.items()}


@pytest.mark.parametrize("id", list(VARIABLES))
def test_a_phrase_means_one_category(id: str) -> None:
    meant: Counter[str] = Counter()
    for category in VARIABLES[id].categories:
        meant.update({squeezed(phrase) for phrase in (category.label, *category.synonyms)})
    assert {phrase for phrase, times in meant.items() if times > 1} <= MEANT_TWICE


@pytest.mark.parametrize("id", list(VARIABLES))
def test_every_parent_stands_before_its_children(id: str) -> None:
    seen: set[str] = set()
    for category in VARIABLES[id].categories:
        assert not category.parent or category.parent in seen
        seen.add(category.id)


@pytest.mark.parametrize(
    ("id", "phrase", "categories"),
    [
        ("outcome", "Suspended", {"suspended"}),
        ("outcome", "Management Advice", {"management-advice"}),
        ("outcome", "Management action", {"management-action"}),
        ("outcome", "MA", {"management-advice", "management-action"}),
        ("outcome", "FWW", {"final-written-warning"}),
        ("outcome", "W/W", {"written-warning"}),
        ("outcome", "Resigned/Retired", {"resigned", "retired"}),
        ("outcome", "Required to resign", {"dismissed"}),
        ("outcome", "N.F.A.", {"no-further-action"}),
        ("outcome", "Not upheld", {"not-upheld"}),
        ("outcome", "No case to answer", {"no-case-to-answer"}),
        ("outcome", "Would have been dismissed", set()),
        ("outcome", "Case to answer", set()),
        ("outcome", "Advice", {"words-of-advice"}),
        ("outcome", "RPRP", {"reflective-practice"}),
        ("role", "PCSO", {"pcso"}),
        ("role", "P.C.", {"constable"}),
        ("role", "Inspector +", {"inspector-or-above"}),
        ("role", "Special Sergeant", {"special-constable"}),
        ("role", "Member of police staff", {"civilian-employee"}),
        ("role", "Custody detention officer", {"civilian-employee"}),
        ("role", "Officers and staff", {"police-officer", "civilian-employee"}),
        ("platform", "Linkdin", {"linkedin"}),
        ("platform", "Tik Tok", {"other-platform"}),
        ("platform", "x", set()),
    ],
)
def test_the_words_of_disclosure_logs(id: str, phrase: str, categories: set[str]) -> None:
    found = MATCHERS[id].match(phrase)
    assert isinstance(found, OneOf)
    assert set(found.categories) == categories
