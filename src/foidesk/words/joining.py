"""Phrases of categories that one phrase names together: "officers and members of staff", "resigned/retired"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from foidesk.model.observations import AllOf, OneOf

from .numbers import numbers

_LINKS = (
    ("either", re.compile(r"\s*/\s*|\s+or\s+(?P<more>.*)", re.IGNORECASE | re.DOTALL)),
    ("any", re.compile(r"\s+and\s?/\s?or\s+(?P<more>.*)", re.IGNORECASE | re.DOTALL)),
    ("both", re.compile(r"\s+(?:and|plus|as well as)\s+(?P<more>.*)|\s*[&+]\s*", re.IGNORECASE | re.DOTALL)),
    ("oxford", re.compile(r"\s*,\s*(?:and|or|&)\s+(?P<more>.*)", re.IGNORECASE | re.DOTALL)),
    ("comma", re.compile(r"\s*,\s+(?P<more>.*)", re.DOTALL)),
)
_FILLER = re.compile(
    r"^(?:(?:the|all|other|any|their|its|our)\s+)?(?:(?:members?|employees?)\s+of\s+(?:the\s+)?)?", re.I
)
_IS = re.compile(r"\b(?:was|were|is|are|been)\s+$", re.IGNORECASE)
_VERB = re.compile(r"\s+(?:was|were|is|are|has|had|have|made|make|account)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CategoryHit:
    """A phrase of a category in characters `start` to `end`.

    `negated` holds the words that take its sense away ("not", "would have been"): never take such a hit as the
    category.
    """

    start: int
    end: int
    text: str
    where: OneOf | AllOf
    negated: str = ""


def joined(text: str, hits: Sequence[CategoryHit], multiple: bool) -> Iterator[CategoryHit]:
    """The hits, those that one phrase names together as one hit that spans them.

    Their meaning is one of them, for "officers and staff" as for "officers or staff": a case has one category.
    Only where a case can have several does "and" mean all of them. A negation of one part is kept for the whole.
    """
    at = 0
    while at < len(hits):
        upto = _run(text, hits, at, multiple)
        yield _together(text, hits[at:upto], multiple)
        at = upto


def _run(text: str, hits: Sequence[CategoryHit], at: int, multiple: bool) -> int:
    """The place after the last hit that belongs with the one at `at`; bare commas need an "and" at the end."""
    upto, links = at + 1, list[str]()
    for place in range(at, len(hits) - 1):
        link = _link(text, hits[place], hits[place + 1])
        if not link or (link == "oxford" and not links) or (multiple and _mixes([*links, link])):
            break
        links.append(link)
        if link != "comma":
            upto = place + 2
    return upto


def _mixes(links: list[str]) -> bool:
    """True where "and" stands beside "or": nobody can say whether all are meant."""
    return "any" in links or ("either" in links and "both" in links)


def _link(text: str, first: CategoryHit, last: CategoryHit) -> str:
    """How the words between two hits join them; "" if they do not."""
    between = text[first.end : last.start]
    for name, pattern in _LINKS:
        found = pattern.fullmatch(between)
        if found and _is_filler(text, first, found.groupdict().get("more") or ""):
            return "" if _parts_clauses(text, first, last) and name != "either" else name
    return ""


def _is_filler(text: str, first: CategoryHit, more: str) -> bool:
    """True for "the other", "members of", and for the words before the first hit: "POLICE x and POLICE y"."""
    rest = " ".join(_FILLER.sub("", more).casefold().split())
    if not rest or numbers(rest) or rest in ("a", "an"):
        return not rest
    before = " ".join(text[max(0, first.start - 60) : first.start].casefold().split())
    return before == rest or before.endswith(f" {rest}")


def _parts_clauses(text: str, first: CategoryHit, last: CategoryHit) -> bool:
    """ "3 were officers and staff made up the rest": the second opens a clause of its own."""
    return bool(_IS.search(text[max(0, first.start - 8) : first.start]) and _VERB.match(text, last.end))


def _together(text: str, hits: Sequence[CategoryHit], multiple: bool) -> CategoryHit:
    first, last = hits[0], hits[-1]
    if len(hits) == 1:
        return first
    quote = text[first.start : last.end]
    ids = tuple(dict.fromkeys(id for hit in hits for id in hit.where.categories))
    everyone = multiple and len(ids) > 1 and not re.search(r"/|\bor\b", _joints(text, hits), re.IGNORECASE)
    where = AllOf(ids, quote) if everyone else OneOf(ids, quote)
    negated = next((hit.negated for hit in hits if hit.negated), "")
    return CategoryHit(first.start, last.end, quote, where, negated)


def _joints(text: str, hits: Sequence[CategoryHit]) -> str:
    return " ".join(text[one.end : other.start] for one, other in pairwise(hits))
