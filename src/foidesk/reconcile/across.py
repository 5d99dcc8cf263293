"""What several bodies share that should be of one alone: a file, a list, a name. Raised, never repaired."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from foidesk.model import Delivery, Extraction, Issue, Observation, PublicBody

from .rowids import key_of
from .words import value_places

ENOUGH_ROWS = 3
ALIKE = 0.5
LIKE_A_REPLY = "Look who sent it: a reply filed under the wrong body, or one body under two names?"


def shared(
    bodies: Iterable[PublicBody], deliveries: Iterable[Delivery], extractions: Mapping[str, Extraction]
) -> list[Issue]:
    """An issue for each file or list that came from two bodies, and for two bodies that seem to be one."""
    sent = [one for one in deliveries if one.body and one.id in extractions]
    return [*_files(sent, extractions), *_lists(sent, extractions), *_names(bodies)]


def _files(sent: list[Delivery], extractions: Mapping[str, Extraction]) -> Iterator[Issue]:
    """The same bytes from two bodies; a file that says nothing (a leaflet, a logo) may come from many."""
    first: dict[str, Delivery] = {}
    for delivery in sent:
        known = first.setdefault(delivery.document, delivery)
        if known.body != delivery.body and extractions[delivery.id].observations:
            two = f"{delivery.name} of {delivery.body} is byte for byte {known.name} of {known.body}"
            what = f"{two}; it counts for both."
            yield Issue(
                "same-list", "warning", what, delivery.path, LIKE_A_REPLY, body=delivery.body, key=delivery.id
            )


def _lists(sent: list[Delivery], extractions: Mapping[str, Extraction]) -> Iterator[Issue]:
    """Most rows of one body's list word for word in another body's list."""
    holders: dict[tuple[str, ...], dict[str, Observation]] = defaultdict(dict)
    sizes: dict[str, int] = defaultdict(int)
    named = {delivery.id: delivery for delivery in sent}
    for delivery in sent:
        for key, seen in _rows(extractions[delivery.id]).items():
            holders[key][delivery.id] = seen
            sizes[delivery.id] += 1
    common: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for several in holders.values():
        for one, other in combinations(sorted(several), 2):
            mine, theirs = named[one], named[other]
            if mine.body != theirs.body and mine.document != theirs.document:
                common[one, other] += [several[one], several[other]]
    for (one, other), rows in sorted(common.items()):
        count = len(rows) // 2
        if count >= ENOUGH_ROWS and count >= ALIKE * min(sizes[one], sizes[other]):
            yield _same_list(named[one], named[other], count, rows)


def _rows(extraction: Extraction) -> dict[tuple[str, ...], Observation]:
    rows = (seen for seen in extraction.observations if seen.role == "case row" and seen.table)
    return {key: seen for seen in rows if len(key := key_of(seen)) > ENOUGH_ROWS}


def _same_list(one: Delivery, other: Delivery, count: int, rows: list[Observation]) -> Issue:
    return Issue(
        "same-list",
        "warning",
        f"{count} rows of {one.name} ({one.body}) stand word for word in {other.name} ({other.body}); both count.",
        other.path,
        LIKE_A_REPLY,
        value_places(rows[:2]),
        body=other.body,
        key=f"{one.id} {other.id}",
    )


def _names(bodies: Iterable[PublicBody]) -> Iterator[Issue]:
    """Two entries of bodies.csv with one official code, name or website. (One FOI desk may serve two bodies.)"""
    first: dict[tuple[str, str], PublicBody] = {}
    for body in bodies:
        for kind, value in _marks(body):
            known = first.setdefault((kind, value), body)
            if known is not body:
                what = f"{known.id} and {body.id} have the same {kind} (“{value}”)."
                then = "One body under two names? Take one out of bodies.csv, or correct it."
                yield Issue(
                    "same-body", "warning", what, "bodies.csv", then, body=body.id, key=f"{kind} {known.id}"
                )


def _marks(body: PublicBody) -> Iterator[tuple[str, str]]:
    yield from (("name", " ".join(name.casefold().split())) for name in dict.fromkeys(body.names))
    if body.official_code:
        yield "official code", body.official_code
    if body.website:
        yield "website", re.sub(r"^https?://(?:www\.)?|/+$", "", body.website.casefold())
