"""Numbers that can be read in two ways: they enter as a range, and one issue names them all."""

from __future__ import annotations

from collections.abc import Iterable

from foidesk.model.issues import Issue
from foidesk.model.observations import Observation
from foidesk.words.numbers import number

from ..basis.ground import Ground

SHOWN = 5


def ambiguous(ground: Ground, found: Iterable[Observation]) -> tuple[Issue, ...]:
    """One issue for the ranges that come of numbers like "1.234", which nothing in the document settles."""
    held = {
        one.places["value"]: word.ambiguous for one in found
        if one.amount is not None and not one.amount.is_exact
        and (word := number(one.places["value"].quote)) is not None and word.ambiguous
    }  # fmt: skip
    if not held:
        return ()
    few = "; ".join(f"{place.quote} ({place.place.describe()})" for place in list(held)[:SHOWN])
    more = f" and {len(held) - SHOWN} more" if len(held) > SHOWN else ""
    return (Issue(
        "ambiguous-numbers", "warning",
        f"{len(held)} number(s) of {ground.title} can be read in two ways, and enter as a range: {few}{more}.",
        ground.title, "Look how the document writes its numbers, then enter the figure.",
        tuple(held)[:50], body=ground.context.body, key=f"{ground.document} ambiguous",
    ),)  # fmt: skip
