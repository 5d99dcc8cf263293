"""A first codebook from replies alone, and what it leaves out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from foidesk.model.codebook import Category, Codebook, Measure, Variable
from foidesk.model.periods import Period
from foidesk.model.reading import Reading
from foidesk.words.normal import normalise, singular
from foidesk.words.periods import period_readings

from .columns import LONGEST, MoneyColumn, Seen, columns_of
from .merging import Group, grouped

Named = TypeVar("Named", Variable, Category, Measure)
MOST_CATEGORIES = 40
MOST_VARIABLES = 8
NOUN = re.compile(
    r"\b(?:number|no|nr|count|total)s?\.?\s+of\s+(?:the\s+|all\s+|recorded\s+|reported\s+)*(?P<noun>[^\W\d]+)",
    re.I,
)
_EMPTY_NOUNS = frozenset(
    normalise("time day week month year hour staff people person bodies each these times the").split()
)
CASES = Measure("cases", "Cases", "cases", "count", ("case", "record"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A codebook to edit; the periods that headings speak of; the headings that were left out, most used first."""

    codebook: Codebook
    periods: tuple[Period, ...]
    left_out: tuple[str, ...]


def draft(found: Iterable[tuple[str, Reading]]) -> Draft:
    """Variables, categories and measures out of each body's tables. For a person to edit.

    A variable needs words that come again: down a list of cases, or in the replies of two bodies; labels that
    head the rows of one body's count are kept as they stand (`open`). Columns of names, references and
    descriptions give no variable; their headings are told, never what stands below them.
    """
    seen = [(body, columns_of(reading)) for body, reading in found]
    groups = grouped((body, column) for body, one in seen for column in one.words)
    kept = [group for group in groups if not group.names_nothing_twice and len(group.labels) > 1]
    variables = tuple(_unique(_variable(group) for group in kept[:MOST_VARIABLES]))
    left = [group.heading for group in groups if group not in kept[:MOST_VARIABLES] and group.heading]
    measures = tuple(_unique([_counted(seen), *_paid(money for _, one in seen for money in one.money)]))
    return Draft(Codebook(1, variables, measures), _periods(seen), tuple(dict.fromkeys(left)))


def _variable(group: Group) -> Variable:
    spellings = group.spellings
    names = tuple(sorted(group.headings, key=lambda one: (-group.headings[one], one)))
    many = len(spellings) > MOST_CATEGORIES or any(len(label) > LONGEST for label in spellings)
    if many or not group.shared:
        return Variable(slug(group.heading), group.heading, names=names, open=True)
    categories = _unique(Category(slug(label), _cased(label)) for label in spellings)
    return Variable(slug(group.heading), group.heading, names=names, categories=tuple(categories))


def _cased(label: str) -> str:
    """A label in capitals as a sentence would have it."""
    return label.capitalize() if label.isupper() and len(label) > 5 else label


def _counted(seen: Sequence[tuple[str, Seen]]) -> Measure:
    """What the headings count: the noun after "number of" in most bodies' replies, else cases."""
    nouns: dict[str, set[str]] = {}
    for body, one in seen:
        for heading in one.headings:
            for match in NOUN.finditer(heading):
                noun = match["noun"].casefold()
                if singular(noun) not in _EMPTY_NOUNS and noun.endswith("s"):
                    nouns.setdefault(noun, set()).add(body)
    best = max(sorted(nouns), key=lambda noun: len(nouns[noun]), default="")
    return Measure(slug(best), best.capitalize(), best, "count", (singular(best), best)) if best else CASES


def _paid(columns: Iterable[MoneyColumn]) -> Iterator[Measure]:
    """A measure of money for each currency, named by its most used heading."""
    by_currency: dict[str, Counter[str]] = {}
    for column in columns:
        by_currency.setdefault(column.currency, Counter())[column.heading] += 1
    for currency, headings in sorted(by_currency.items()):
        names = tuple(sorted(headings, key=lambda one: (-headings[one], len(one), one)))
        yield Measure(slug(names[0]), names[0], currency, "money", names)


def _periods(seen: Sequence[tuple[str, Seen]]) -> tuple[Period, ...]:
    """The periods that headings and captions name, earliest first, as far as each has one reading."""
    texts = dict.fromkeys(text for _, one in seen for text in one.headings if len(text) <= LONGEST)
    read = [readings[0] for text in texts if len(readings := period_readings(text)) == 1]
    return tuple(sorted(dict.fromkeys(read), key=str))


def slug(words: str) -> str:
    """Words as an id."""
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")[:40].strip("-") or "other"


def _unique(items: Iterable[Named]) -> Iterator[Named]:
    """The items whose id was not seen before."""
    seen: set[str] = set()
    for item in items:
        if item.id not in seen:
            seen.add(item.id)
            yield item
