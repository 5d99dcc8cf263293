"""Columns of many replies that mean one thing, put together under the heading most of them use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from foidesk.words.normal import normalise, squeezed

from .columns import REPEATS, Column

ALIKE = 88
SHARED = 0.5
FEWEST_SHARED = 3
_FILLERS = frozenset(
    normalise("type types description name nature of the group category code a for each and").split()
)


@dataclass
class Group:
    """Columns that mean one thing: their headings, the bodies that use them, and their words by spelling."""

    headings: Counter[str] = field(default_factory=Counter)
    bodies: set[str] = field(default_factory=set)
    labels: dict[str, Counter[str]] = field(default_factory=dict)
    bodies_of: dict[str, set[str]] = field(default_factory=dict)
    roles: Counter[str] = field(default_factory=Counter)

    @property
    def heading(self) -> str:
        """The heading that most columns have, the shortest of them; "" if none has one."""
        return min(self.headings, key=lambda one: (-self.headings[one], len(one), one), default="")

    @property
    def names_nothing_twice(self) -> bool:
        """True where hardly any word comes again, neither below nor in another body's reply."""
        if self.roles["free words"] > self.roles["labels"] + self.roles["categories"]:
            return True
        return not self.roles["labels"] and len(self.labels) > REPEATS * sum(self.roles.values())

    @property
    def spellings(self) -> list[str]:
        """Each label once, as most replies write it; one with a digit that stands once only is no category."""
        kept = (seen for seen in self.labels.values() if sum(seen.values()) > 1 or not _has_digit(seen))
        return sorted(max(sorted(seen), key=lambda one: seen[one]) for seen in kept)

    @property
    def shared(self) -> bool:
        """True where bodies share labels, or a list of cases repeats them."""
        return self.roles["categories"] > 0 or any(len(found) > 1 for found in self.bodies_of.values())

    def weight(self) -> tuple[int, int]:
        return len(self.bodies), sum(sum(seen.values()) for seen in self.labels.values())

    def add(self, body: str, column: Column) -> None:
        self.headings.update([column.heading] if column.heading else [])
        self.bodies.add(body)
        self.roles[column.role] += len(column.labels)
        for label in column.labels:
            key = squeezed(label)
            self.labels.setdefault(key, Counter())[label] += 1
            self.bodies_of.setdefault(key, set()).add(body)


def _has_digit(seen: Iterable[str]) -> bool:
    return any(character.isdigit() for label in seen for character in label)


def grouped(columns: Iterable[tuple[str, Column]]) -> list[Group]:
    """The columns put together, the most widely used group first; a column of no heading joins by its words."""
    groups: list[Group] = []
    found = list(columns)
    for body, column in sorted(found, key=lambda one: not one[1].heading):
        home = _home(column, groups)
        if home is None and column.heading:
            home = Group()
            groups.append(home)
        if home is not None:
            home.add(body, column)
    return sorted(groups, key=lambda group: group.weight(), reverse=True)


def _home(column: Column, groups: list[Group]) -> Group | None:
    by_heading = (group for group in groups if any(_alike(column.heading, one) for one in group.headings))
    return next(by_heading, None) or next((group for group in groups if _says_the_same(column, group)), None)


def _alike(one: str, other: str) -> bool:
    """True for headings that differ in filling words or a misspelling only."""
    if not one or not other:
        return False
    plain, second = _core(one), _core(other)
    if min(len(plain), len(second)) > 5 and fuzz.ratio(plain, second) >= ALIKE:
        return True
    few, many = sorted((plain.split(), second.split()), key=len)
    return few[-1] == many[-1] and set(few) <= set(many)  # "outcome" and "crime outcome"


def _core(heading: str) -> str:
    words = normalise(heading).replace(" / ", " ").split()
    return " ".join(word for word in words if word not in _FILLERS) or " ".join(words)


def _says_the_same(column: Column, group: Group) -> bool:
    """True if most words of the column are the group's own."""
    mine = {squeezed(label) for label in column.labels}
    both = mine & set(group.labels)
    return len(both) >= FEWEST_SHARED and len(both) >= SHARED * len(mine) and not group.names_nothing_twice
