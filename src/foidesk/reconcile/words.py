"""How places and statements of a reply are named to a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from foidesk.model import Delivery, Locator, Observation, digest

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


def value_place(observation: Observation) -> Locator:
    """The place of the observation's value; of another part of it if the value has none."""
    return observation.places.get("value") or next(iter(observation.places.values()))


def value_places(observations: Iterable[Observation]) -> tuple[Locator, ...]:
    """The places of the values, each once."""
    return tuple(dict.fromkeys(value_place(seen) for seen in observations))


def evidence_id(kind: str, body: str, locators: Iterable[Locator], *more: str) -> str:
    """An id that hangs on documents, places and quotes, and on nothing derived."""
    evidence = sorted((one.document, one.place.describe(), one.quote) for one in locators)
    return digest(kind, body, evidence, more)
