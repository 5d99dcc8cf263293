"""What may hold while questions are open: one world for each way of answering them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from foidesk.model import Amount, Choice, Observation

from .versions import Key, meaning_of

MOST_WORLDS = 32


@dataclass(frozen=True, slots=True)
class Alternatives:
    """One open question about a reply: for each option the ids of the observations that fall away under it."""

    choice: str
    drops: tuple[frozenset[str], ...]


def standing(observations: Iterable[Observation], answers: Mapping[str, str]) -> list[Observation]:
    """The observations that no answer has ruled out; those of an open choice are still among them."""
    return [
        seen for seen in observations if not seen.choice or answers.get(seen.choice, seen.option) == seen.option
    ]


def open_readings(
    observations: Iterable[Observation], choices: Iterable[Choice], answers: Mapping[str, str]
) -> list[Alternatives]:
    """The open choices that extraction raised, as far as they touch these observations."""
    asked = {choice.id: choice for choice in choices}
    touched: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for seen in observations:
        if seen.choice and seen.choice not in answers and not seen.is_unread:
            touched[seen.choice][seen.option].add(seen.id)
    return [_alternatives(id, by_option, asked.get(id)) for id, by_option in sorted(touched.items())]


AMENDS = frozenset(("as first given", "as printed"))
"""Options of a question whether a figure stands that the reply itself corrects or adds to."""


def apart(
    readings: Iterable[Alternatives], choices: Iterable[Choice]
) -> tuple[list[Alternatives], list[Alternatives]]:
    """The questions on what a number is, and those on what the reply itself corrects or adds to.

    A figure that is corrected contradicts the totals over it as they were printed: that is no reason to set the
    correction aside.
    """
    amending = {one.id for one in choices if any(option.id in AMENDS for option in one.options)}
    every = list(readings)
    return [one for one in every if one.choice not in amending], [one for one in every if one.choice in amending]


def _alternatives(id: str, by_option: Mapping[str, set[str]], choice: Choice | None) -> Alternatives:
    """An option without observations means: not data. It is assumed possible where the choice is not known."""
    every = frozenset().union(*by_option.values())
    options = [option.id for option in choice.options] if choice else [*by_option, ""]
    drops = {frozenset(every - by_option.get(option, set())) for option in (*options, *by_option)}
    return Alternatives(id, tuple(sorted(drops, key=sorted)))


def worlds(observations: list[Observation], questions: Iterable[Alternatives]) -> Iterator[list[Observation]]:
    """The observations that hold, once for each combination of answers.

    Where there are too many combinations, every observation in doubt becomes "this many or none": wider, but true.
    """
    asked = list(questions)
    ways = 1
    for question in asked:
        ways *= len(question.drops)
    if ways > MOST_WORLDS:
        yield _softened(observations, frozenset().union(*(drop for q in asked for drop in q.drops)))
        return
    seen = set()
    for drops in product(*(question.drops for question in asked)):
        gone = frozenset().union(*drops)
        if gone not in seen:
            seen.add(gone)
            yield [one for one in observations if one.id not in gone]


def _softened(observations: list[Observation], doubtful: frozenset[str]) -> list[Observation]:
    """Each number in doubt as up to as many as any statement of the same gives: which of them falls is open."""
    most: dict[Key, Decimal | None] = {}
    for seen in observations:
        if isinstance(seen.value, Amount) and seen.role != "case row":
            known = most.get(meaning_of(seen), seen.value.hi)
            most[meaning_of(seen)] = None if known is None or seen.value.hi is None else max(known, seen.value.hi)
    held = []
    for seen in observations:
        if seen.id not in doubtful:
            held.append(seen)
        elif seen.role != "total" and isinstance(seen.value, Amount):
            value = replace(seen.value, lo=seen.value.lo * 0, how="interval")
            if seen.role != "case row":
                value = replace(value, hi=most[meaning_of(seen)])
            held.append(replace(seen, value=value, relation="="))
    return held
