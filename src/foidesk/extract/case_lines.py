"""Cases told one by one without a number: "PC - written warning (an insult).", "The sergeant was dismissed."

Such a line counts one case. It is an example inside the totals of the letter, so it is never added to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foidesk.model.codec import digest
from foidesk.model.observations import Observation, OneOf, Where

from . import acceptance as rules
from .found import Found
from .ground import Ground
from .letter import Sentence
from .measure import amount, of_question

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
class _Named:
    """A category that the line names, with its characters."""

    variable: str
    start: int
    end: int
    where: Where


def case_line(ground: Ground, sentence: Sentence) -> Found:
    """The one case that a sentence tells by a label of two variables or more; nothing if it has no such shape."""
    seen = of_question(ground, sentence.over.question)
    named = _named(ground, sentence.text) if seen is not None else ()
    if seen is None or not named:
        return Found()
    where = {one.variable: one.where for one in named}
    spans = [(span.part, span.start, span.end) for span in sentence.piece.spans]
    line = ground.locator(sentence.piece)
    places = {f"where:{one.variable}": ground.locator(sentence.piece.cut(one.start, one.end)) for one in named}
    made = Observation(
        digest(ground.document, "case line", spans, seen.measure.id, dict(where)),
        ground.context.body, ground.document, seen.measure.id, amount(1, seen.measure), "prose",
        where, places={"value": line, "row": line, **places}, accepted_by=rules.CASE_LINE.name,
    )  # fmt: skip
    return Found((made,))


def _named(ground: Ground, text: str) -> tuple[_Named, ...]:
    """The categories of the label, then those of other variables in the words after it."""
    if not text.rstrip().endswith((".", ")")):
        return ()
    found = _DETAIL.search(text)
    stop = found.start() if found else len(text.rstrip(" ."))
    label = _in_label(ground, text, stop) or _in_words(ground, text, stop)
    if len({one.variable for one in label}) != len(label) or len(label) < 2:
        return ()
    return (*label, *_in_detail(ground, text, stop, {one.variable for one in label}))


def _in_label(ground: Ground, text: str, stop: int) -> tuple[_Named, ...]:
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


def _in_words(ground: Ground, text: str, stop: int) -> tuple[_Named, ...]:
    """Of "The sergeant was dismissed": who, and how it ended."""
    told = _TOLD.match(text[:stop])
    found = (_category(ground, text, *told.span(name)) for name in ("who", "how")) if told else ()
    return tuple(one for one in found if one is not None)


def _category(ground: Ground, text: str, start: int, end: int) -> _Named | None:
    """The one category that a whole piece names; None for digits and plurals: they count no single case."""
    words = text[start:end].strip()
    if not words or any(character.isdigit() for character in words) or _MANY.search(words):
        return None
    for variable, matcher in ground.matchers.items():
        where = matcher.match(words)
        if isinstance(where, OneOf) and where.categories:
            return _Named(variable, start, end, where)
    return None


def _in_detail(ground: Ground, text: str, stop: int, told: set[str]) -> Iterator[_Named]:
    """What the words after the label name; who was insulted, or is quoted, there is nobody's role."""
    for variable, matcher in ground.matchers.items():
        hits = [hit for hit in matcher.find(text) if hit.start >= stop and hit.where.categories]
        hits = [hit for hit in hits if not _VAGUE.match(hit.text)]
        if variable not in told and len(hits) == 1 and not hits[0].negated:
            yield _Named(variable, hits[0].start, hits[0].end, hits[0].where)
        elif variable not in told and not hits:
            yield from _unknown(ground, text, stop, variable, told)


def _unknown(ground: Ground, text: str, stop: int, variable: str, told: set[str]) -> Iterator[_Named]:
    """Words in brackets that no category knows, to be coded under the only variable that the label leaves open."""
    found = _BRACKETS.match(text, stop)
    if found is not None and set(ground.matchers) - told == {variable}:
        yield _Named(variable, found.start(1), found.end(1), OneOf((), " ".join(found[1].split())))
