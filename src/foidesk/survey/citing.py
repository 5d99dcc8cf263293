"""What guidance the replies themselves cite, reply by reply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model import Citation, Extraction
from ..model.places import place_text
from ..report import CitedBy

if TYPE_CHECKING:
    from .survey import Survey


def citations(survey: Survey) -> tuple[CitedBy, ...]:
    """Each citation with the body that sent it, in the order of the replies; the same file sent twice once."""
    seen: dict[tuple[str, Citation], CitedBy] = {}
    for delivery in survey.work.matched:
        found = survey.work.coded.get(delivery.id)
        for one in found.citations if found is not None and not delivery.is_outside_foi else ():
            seen.setdefault((delivery.body, one), CitedBy(delivery.body, one))
    return tuple(seen.values())


def as_json(extraction: Extraction) -> list[dict[str, Any]]:
    """The citations of one reply, each with the words that stand there and their place."""
    return [
        {
            "guideline": one.guideline,
            "clause": one.clause,
            "unknown": one.unknown,
            "names": list(one.names),
            "quote": one.locator.quote,
            "place": place_text(one.locator.place),
        }
        for one in extraction.citations
    ]
