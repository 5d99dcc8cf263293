"""Cases told one to a line by a label: "PC - written warning (an insult).", "Officer 1: constable, advice"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from foidesk.model.observations import OneOf, Where
from foidesk.words.matching import CategoryHit

from ..basis.asked import asked_variables
from ..basis.ground import Ground

_DETAIL = re.compile(r"\s*\(|\s*;|\s+(?:for|over|after|following)\s", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+[-–—]\s+|[,:]\s+")
_BRACKETS = re.compile(r"\s*\(([^()]+)\)\W*$")
_NUMBERED = re.compile(r"^\W*(?:[A-Za-z]+\s+)?(?:no\.?\s*)?\d{1,3}\W*$")
_TOLD = re.compile(
    r"^(?:the|an?)\s+(?:former\s+|serving\s+)?(?P<who>[\w\s/-]{2,40}?)\s+"
    r"(?:(?:was|has\s+been|had\s+been|was\s+given|received|has|had)\s+)?(?:an?\s+)?(?P<how>[\w\s-]{4,40})$",
    re.IGNORECASE,
)
_MANY = re.compile(r"(?:[^s]s|^(?:police |civilian |support )?staff|people)$", re.IGNORECASE)

_VAGUE = re.compile(r"\W*others?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A category that a sentence names, with its characters; words without a category stay to be coded."""

    variable: str
    start: int
    end: int
    where: Where


def named_in_line(ground: Ground, text: str) -> tuple[Named, ...]:
    """The categories of a label of two variables or more, then those in the words after it; () without a label."""
    if not text.rstrip().endswith((".", ")")):
        return ()
    found = _DETAIL.search(text)
    stop = found.start() if found else len(text.rstrip(" ."))
    label = _in_label(ground, text, stop) or _in_words(ground, text, stop)
    if len({one.variable for one in label}) != len(label) or len(label) < 2:
        return ()
    return (*label, *_in_detail(ground, text, stop, {one.variable for one in label}))


def _in_label(ground: Ground, text: str, stop: int) -> tuple[Named, ...]:
    """Of "Officer 1: constable, a site, words of advice": the known pieces, if all but one are known."""
    pieces = [(at, end) for at, end in _cut(text, stop) if not _NUMBERED.match(text[at:end])]
    known = [one for at, end in pieces if (one := _category(ground, text, at, end)) is not None]
    return tuple(known) if len(known) >= max(2, len(pieces) - 1) else ()


def _cut(text: str, stop: int) -> Iterator[tuple[int, int]]:
    at = 0
    for found in _BETWEEN.finditer(text, 0, stop):
        yield at, found.start()
        at = found.end()
    yield at, stop


def _in_words(ground: Ground, text: str, stop: int) -> tuple[Named, ...]:
    """Of "The sergeant was dismissed": who, and how it ended."""
    told = _TOLD.match(text[:stop])
    found = (_category(ground, text, *told.span(name)) for name in ("who", "how")) if told else ()
    return tuple(one for one in found if one is not None)


def _category(ground: Ground, text: str, start: int, end: int) -> Named | None:
    """The one category that a whole piece names; None for digits and plurals: they count no single case."""
    words = text[start:end].strip()
    if not words or any(character.isdigit() for character in words) or _MANY.search(words):
        return None
    for variable, matcher in ground.matchers.items():
        where = matcher.match(words)
        if isinstance(where, OneOf) and where.categories:
            return Named(variable, start, end, where)
    return None


def _in_detail(ground: Ground, text: str, stop: int, told: set[str]) -> Iterator[Named]:
    """What the words after the label name; who was insulted, or is quoted, there is nobody's role."""
    for variable, matcher in ground.matchers.items():
        hits = [hit for hit in matcher.find(text) if hit.start >= stop and hit.where.categories]
        hits = [hit for hit in hits if not _VAGUE.match(hit.text)]
        if variable not in told and len(hits) == 1 and not hits[0].negated:
            yield _in_full(text, stop, variable, hits[0])
        elif variable not in told and not hits:
            yield from _unknown(ground, text, stop, variable, told)


def _in_full(text: str, stop: int, variable: str, hit: CategoryHit) -> Named:
    """The category with all the words of the brackets that it stands in: they say which act it was."""
    found = _BRACKETS.match(text, stop)
    if found is None or not (found.start(1) <= hit.start and hit.end <= found.end(1)):
        return Named(variable, hit.start, hit.end, hit.where)
    return Named(variable, *found.span(1), replace(hit.where, phrase=" ".join(found[1].split())))


def _unknown(ground: Ground, text: str, stop: int, variable: str, told: set[str]) -> Iterator[Named]:
    """Words in brackets that no category knows, to be coded under the only variable that the label leaves open."""
    found = _BRACKETS.match(text, stop)
    if found is not None and asked_variables(ground) - told == {variable}:
        yield Named(variable, found.start(1), found.end(1), OneOf((), " ".join(found[1].split())))
