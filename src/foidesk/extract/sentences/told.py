"""One sentence that tells one case without a count: "A constable was dismissed for a racist comment."

The number lies in the singular: "a constable", "one of them", "there was a dismissal". Who, what and how it ended
are the categories of the sentence, one for each variable. What has another shape is not read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foidesk.model.observations import AllOf, OneOf
from foidesk.words.matching import CategoryHit
from foidesk.words.telling import tells

from ..basis.asked import asked_variables, names_persons
from ..basis.ground import Ground
from ..basis.measure import PEOPLE
from ..figures.seen import Seen, look
from .case_lines import Named, named_in_line

_LEAD = re.compile(
    r"^\W*(?:(?:in addition|separately|also|further(?:more)?|finally|for example|in (?:the )?\d[\d/-]*|"
    r"(?:we|i) can confirm that|during (?:the|this|that) (?:period|time)|"
    r"of (?:these|those|them|the \w+))\b[\s,:]*)+",
    re.IGNORECASE,
)
_ONE = re.compile(r"(?:there (?:was|has been) )?(?:an?|one|another|the other|a (?:further|second|third))\s+", re.I)
_PART = re.compile(
    r"(?:in|for|of)\s+(?:just |only )?(?:an?|one|another)\b(?:\s+(?:such\s+)?(?:case|matter|instance))?"
    r"(?:\s+of\s+(?:them|these|those|the\b[^,;:]{0,40}?)(?=[,;:]|\s+an?\s|\s+the\s))?[\s,:]+",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"(?:(?P<he>he|she|they)|(?:the|this|that)(?: same)?\s+(?P<who>[\w\s-]{2,40}?))\s+"
    r"(?=was|were|had|has|have|is|then|later|also|subsequently|received|resigned|retired|left|got)",
    re.I,
)
_HEADWORD = re.compile(
    r"\s*(?:former |serving |unnamed |male |female |junior |senior )*(?P<words>[\w'’-]+(?:\s+of\s+staff)?)", re.I
)
_NOT_TOLD = re.compile(
    r"\b(?:will|would|may|might|can(?! confirm)|cannot|could|should|must|shall|if|whether|please|your?|unless|"
    r"any|each|every|either|example only)\b",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(r"(?:\b(?:by|for|to)\s+(?:an?|one|the)\s+(?:\w+\s+)?)$", re.IGNORECASE)
_VAGUE = re.compile(r"\W*others?\b", re.IGNORECASE)
_PLURAL = re.compile(r"(?:[^s]s|people|men)$", re.IGNORECASE)
_DETAIL = re.compile(
    r"\s(?:\((?P<bracket>[^()]+)\)"
    r"|(?:(?:for|over|about|after|following|accused of|alleged to have|who had|who)\s+)"
    r"(?P<words>[^(),;.]+?)(?=[,;.)]|\s(?:is|was|has|had|were|received|resigned|retired)\b|$))",
    re.IGNORECASE,
)
_NO_ACT = frozenset(
    """
    a an the hearing meeting investigation interview inquiry proceedings misconduct panel period month months year
    years it this that which conclusion advice of in to before date day week weeks working dates was is
    """.split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """One case as a sentence tells it. `same`: said of the person that the sentence before is about."""

    named: tuple[Named, ...]
    same: bool = False
    one: tuple[int, int] | None = None


def told_case(ground: Ground, text: str) -> Told | None:
    """The one case that a sentence tells; None if it tells none, several, or too little."""
    line = named_in_line(ground, text)
    if line:
        return Told(line, same=False)
    seen = look(ground, text)
    start = _lead(text)
    if not tells(text, start) or _NOT_TOLD.search(text, start) or not _no_count(seen, start):
        return None
    return _of_one(ground, seen, start) or _of_part(ground, seen, start) or _of_same(ground, seen, start)


def _lead(text: str) -> int:
    found = _LEAD.match(text)
    return found.end() if found else len(text) - len(text.lstrip())


def _no_count(seen: Seen, start: int) -> bool:
    """True if the sentence counts nothing but the one that it opens with."""
    return all(word.value == 1 and not word.hedge and word.start <= start + 12 for word in seen.numbers)


Head = tuple[str, CategoryHit] | None


def _of_one(ground: Ground, seen: Seen, start: int) -> Told | None:
    """ "A constable ...", "One person ...", "There was a dismissal ...": the first noun is singular."""
    found = _ONE.match(seen.text, start)
    if found is None:
        return None
    head = next((item for item in seen.categories if 0 <= item[1].start - found.end() <= 20), None)
    head = head if head and _is_head(seen.text[found.end() : head[1].start]) else None
    if head is None and not _is_person(seen.text, found.end()):
        return None
    if head is not None and _PLURAL.search(head[1].text.strip()) and not head[1].text.lower().endswith("of staff"):
        return None
    at = found.span() if found[0].strip().lower().endswith("one") else None
    return _told(ground, seen, head, at)


def _is_head(between: str) -> bool:
    return not re.search(r"[,;:.()]|\b(?:was|who|of|in|by)\b", between)


def _is_person(text: str, at: int) -> bool:
    found = _HEADWORD.match(text, at)
    return found is not None and " ".join(found["words"].lower().split()) in PEOPLE


def _of_part(ground: Ground, seen: Seen, start: int) -> Told | None:
    """ "In one of them an employee was accused of ...", "In one case the result was ...":"""
    found = _PART.match(seen.text, start)
    if found is None:
        return None
    inner = _ONE.match(seen.text, found.end())
    head = None
    if inner is not None:
        head = next((item for item in seen.categories if 0 <= item[1].start - inner.end() <= 20), None)
    return _told(ground, seen, head, None)


def _of_same(ground: Ground, seen: Seen, start: int) -> Told | None:
    """ "He was dismissed.", "The officer resigned.": more of the person told of before."""
    found = _SAME.match(seen.text, start)
    if found is None:
        return None
    head = next((item for item in seen.categories if found["who"] and item[1].start == found.start("who")), None)
    words = " ".join((found["who"] or "").lower().split())
    if head is None and not found["he"] and words not in PEOPLE:
        return None
    told = _told(ground, seen, head, None)
    return Told(told.named, same=True) if told else None


def _told(ground: Ground, seen: Seen, head: Head, one: tuple[int, int] | None) -> Told | None:
    """The case of a sentence, once its first noun is known to be singular; None without an act or a result."""
    named = []
    if head is not None and names_persons(ground, head[0]):
        named = [Named(head[0], head[1].start, head[1].end, head[1].where)]
    for variable in dict.fromkeys(name for name, _ in seen.categories):
        if named and variable == named[0].variable:
            continue
        found = _of_variable(ground, seen, variable)
        if found is None:
            return None
        named += found
    if all(names_persons(ground, item.variable) for item in named):
        return None
    return Told((*named, *_uncoded(ground, seen, {item.variable for item in named})), one=one)


def _of_variable(ground: Ground, seen: Seen, variable: str) -> list[Named] | None:
    """What the sentence names of one variable; None where it names two and the case can have one only."""
    hits = [hit for name, hit in seen.categories if name == variable and not _VAGUE.match(hit.text)]
    hits = [hit for hit in hits if not hit.negated and hit.where.categories]
    if names_persons(ground, variable):
        hits = [hit for hit in hits if _SPOKEN_OF.search(seen.text[: hit.start])]
    if not hits:
        return []
    ids = tuple(dict.fromkeys(id for hit in hits for id in hit.where.categories))
    if len({hit.where.categories for hit in hits}) == 1:
        return [Named(variable, hits[0].start, hits[0].end, hits[0].where)]
    if not ground.matchers[variable].variable.multiple or any(_is_either(hit) for hit in hits):
        return None
    return [Named(variable, hits[0].start, hits[-1].end, AllOf(ids, "; ".join(hit.text for hit in hits)))]


def _is_either(hit: CategoryHit) -> bool:
    return isinstance(hit.where, OneOf) and len(hit.where.categories) > 1


def _uncoded(ground: Ground, seen: Seen, told: set[str]) -> Iterator[Named]:
    """Words that say what happened and that no category knows, for the one variable that is left open."""
    left = {name for name in asked_variables(ground) - told if not names_persons(ground, name)}
    found = _DETAIL.search(seen.text) if len(left) == 1 else None
    if found is None:
        return
    name = "bracket" if found["bracket"] else "words"
    phrase, (start, end) = " ".join(found[name].split()), found.span(name)
    if any(start < hit.end and hit.start < end for _, hit in seen.categories):
        return
    if sum(word not in _NO_ACT for word in re.findall(r"[a-z'’-]+", phrase.lower())) >= 2:
        yield Named(left.pop(), start, end, OneOf((), phrase))
