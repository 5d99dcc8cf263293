"""Answers that call themselves interim, with none after them: said with every figure that rests on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from foidesk.model import Issue, Observation, Question

from .versions import Letter, answered_again, suggested
from .words import Names, value_places

KIND = "interim"


def awaiting(
    letters: Iterable[Letter], questions: tuple[Question, ...]
) -> Iterator[tuple[Letter, tuple[Observation, ...]]]:
    """The letters that say that they are not the last word, with what no later one has answered again."""
    listed = list(letters)
    for letter in listed:
        if letter.version is None or letter.version.kind != KIND:
            continue
        later = [other for other in listed if other is not letter and suggested(letter, other) == 1]
        again = frozenset[str]().union(*(answered_again(letter, other, questions) for other in later))
        left = tuple(seen for seen in letter.observations if seen.id not in again and not seen.is_unread)
        if left:
            yield letter, left


def words_of(letter: Letter) -> str:
    """What must be printed with a figure of the letter."""
    place = letter.version.locator if letter.version is not None else None
    quoted = f" (“{place.quote}”)" if place is not None and place.quote else ""
    return f"from an answer that says it is not the last{quoted}; no later one is here"


def issue(letter: Letter, left: tuple[Observation, ...], body: str, names: Names) -> Issue:
    """What to do about it."""
    place = letter.version.locator if letter.version is not None else None
    return Issue(
        KIND,
        "warning",
        f"{letter.name} is {words_of(letter).removeprefix('from ')}. Every figure that rests on it says so.",
        names.where(left),
        "Ask the body for the rest, or file its later answer.",
        ((place,) if place is not None else ()) + value_places(left)[:5],
        body=body,
        key=letter.delivery.id,
    )
