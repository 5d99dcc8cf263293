"""A kind told with the noun of what is counted in one heading: "Complaints upheld", "Not upheld complaints"."""

from __future__ import annotations

from collections.abc import Callable

from foidesk.model.observations import Where
from foidesk.words.normal import normalise

from ..basis.ground import Ground

Owners = tuple[tuple[str, Where], ...]


def kind_beside_noun(ground: Ground, text: str, owners: Callable[[str], Owners]) -> tuple[str, Owners] | None:
    """The measure of a count, "" if several have that noun, and the kind that `owners` finds in the other words.

    None where a heading neither begins nor ends with such a noun, or its other words are no kind or several.
    """
    label = normalise(text)
    found = {
        (one.id, rest)
        for one in ground.measures
        if one.type == "count"
        for noun in {normalise(name) for name in (one.label, one.unit, *one.nouns)} - {""}
        if (rest := _without(label, noun))
    }
    known = [(id, where) for id, rest in found if (where := owners(rest))]
    kinds, ids = {where for _, where in known}, {id for id, _ in known}
    return (ids.pop() if len(ids) == 1 else "", kinds.pop()) if len(kinds) == 1 else None


def _without(label: str, noun: str) -> str:
    """What a label says before or behind a noun; "" if it does not begin or end with it."""
    if label.startswith(f"{noun} "):
        return label[len(noun) + 1 :]
    return label[: -len(noun) - 1] if label.endswith(f" {noun}") else ""
