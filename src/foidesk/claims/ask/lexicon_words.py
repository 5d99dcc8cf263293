"""What bodies, their people and their places are called in any survey."""

from __future__ import annotations

from .stems import stem

GENERAL_BODY_NOUNS = (
    "force",
    "council",
    "board",
    "trust",
    "body",
    "public body",
    "authority",
    "local authority",
    "department",
    "agency",
    "organisation",
    "hospital",
    "university",
    "school",
    "service",
    "borough",
    "constabulary",
    "public authority",
    "highway authority",
    "highways authority",
    "health board",
    "health authority",
    "health trust",
    "police force",
    "police department",
    "police service",
    "local government",
    "town hall",
    "jurisdiction",
    "administration",
)
ALSO_PARTS = frozenset("department hospital university school service".split())
"""Nouns that mean the bodies only where some body is called or classed so; else they are parts of bodies."""
DEMONYMS = {
    "English": "England", "Scottish": "Scotland", "Welsh": "Wales", "Irish": "Ireland", "British": "Britain",
    "German": "Germany", "Austrian": "Austria", "Swiss": "Switzerland", "French": "France",
}  # fmt: skip
PERSON_NOUNS = frozenset("person individual people patient man woman staff employee member resident".split())
EMPTY = frozenset(stem(word) for word in "number total share figure count amount".split())
