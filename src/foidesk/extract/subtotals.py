"""Printed subtotals: each counts the categories of the parts that add to it, whatever its label calls them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from foidesk.model.observations import OneOf, Where

from .figures import Figure
from .footing import Check

_SUBTOTAL = re.compile(r"\bsub\W?\s?total", re.IGNORECASE)


def restricted(figures: Sequence[Figure], checks: Iterable[Check]) -> tuple[Figure, ...]:
    """The figures, each subtotal that adds up exactly with the categories of its parts.

    "Household sub-total" over "black bags" and "garden waste" is of both; "Convictions (sub-total)" is of the
    sentences left of it. Else a subtotal would pass for the whole, or for a category that it exceeds.
    """
    parts: dict[tuple[int, int, int], list[Check]] = {}
    for check in checks:
        if check.holds and check.exact:
            parts.setdefault(check.total.key, []).append(check)
    return tuple(_restricted(f, parts.get(f.key, [])) for f in figures)


def _restricted(figure: Figure, checks: list[Check]) -> Figure:
    where = dict(figure.meaning.where)
    for check in checks:
        label = dict(figure.labels).get("row" if check.line == "column" else "heading")
        if label is not None and _SUBTOTAL.search(label.text):
            where |= {name: _union(name, check, label.text) for name in _varying(check)}
    return replace(figure, meaning=replace(figure.meaning, where=tuple(where.items())))


def _varying(check: Check) -> list[str]:
    """The variables that every part has as known categories, and not all the same one."""
    wheres = [dict(part.meaning.where) for part in check.parts]
    names = set.intersection(*(set(where) for where in wheres)) if wheres else set()
    coded = [name for name in names if all(where[name].categories for where in wheres)]
    return sorted(name for name in coded if len({where[name].categories for where in wheres}) > 1)


def _union(name: str, check: Check, words: str) -> Where:
    held = [category for part in check.parts for category in dict(part.meaning.where)[name].categories]
    return OneOf(tuple(dict.fromkeys(held)), words)
