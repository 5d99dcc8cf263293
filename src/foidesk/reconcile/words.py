"""How places and statements of a reply are named to a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from foidesk.model import Delivery, Locator, Observation, TextPlace, digest

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Names:
    """The file name under which each document came, by SHA-256."""

    files: Mapping[str, str]

    @classmethod
    def of(cls, deliveries: Iterable[Delivery]) -> Names:
        return cls({delivery.document: delivery.name for delivery in deliveries})

    def file(self, document: str) -> str:
        return self.files.get(document) or document[:12]

    def where(self, observations: Iterable[Observation]) -> str:
        """“12” (reply.pdf, page 2), “13” (reply.pdf, page 3): the first few values with their places."""
        places = list(dict.fromkeys(self._place(value_place(seen)) for seen in observations))
        more = f" and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
        return ", ".join(places[:SHOWN]) + more

    def _place(self, locator: Locator) -> str:
        return f"“{locator.quote}” ({self.file(locator.document)}, {locator.place.describe()})"


ADDED_AT = "added "
"""Begins the name of a place of a sum: that of a further figure in it."""


def value_place(observation: Observation) -> Locator:
    """The place of the observation's value; of another part of it if the value has none."""
    return observation.places.get("value") or next(iter(observation.places.values()))


def said_at(seen: Observation) -> str:
    """The words of a statement with their place: its sentence, or its cell with the names of row and column."""
    value, row, heading = value_place(seen), seen.places.get("row"), seen.places.get("heading")
    if sentence := sentence_of(seen):
        place = "" if isinstance(value.place, TextPlace) else f", {value.place.describe()}"
        return f"“{sentence}”{place}"
    named = [f"{name} “{one.quote}”" for name, one in (("row", row), ("column", heading)) if one and one.quote]
    named = [] if row and value.quote in row.quote and seen.role == "case row" else named
    return ", ".join((f"“{value.quote}”", *named, value.place.describe()))


def sentence_of(seen: Observation) -> str:
    """The sentence that a statement was told in; "" for a cell of a table."""
    value, row = value_place(seen), seen.places.get("row")
    is_told = seen.role == "prose" and row is not None and value.quote in row.quote
    return " ".join(row.quote.split()) if row is not None and is_told else ""


def value_places(observations: Iterable[Observation]) -> tuple[Locator, ...]:
    """The places of the values, each once; of a sum of two files those of all that it adds."""
    return tuple(dict.fromkeys(place for seen in observations for place in (value_place(seen), *_added(seen))))


def _added(seen: Observation) -> tuple[Locator, ...]:
    return tuple(place for part, place in seen.places.items() if part.startswith(ADDED_AT))


def evidence_id(kind: str, body: str, locators: Iterable[Locator], *more: str) -> str:
    """An id that hangs on documents, places and quotes, and on nothing derived."""
    evidence = sorted((one.document, one.place.describe(), one.quote) for one in locators)
    return digest(kind, body, evidence, more)
