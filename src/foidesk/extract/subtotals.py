"""Printed subtotals: each counts the categories of the parts that add to it, whatever its label calls them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from foidesk.model.observations import OneOf, Where

from .figures import Figure
from .footing import Check

Line = tuple[str, int]
_SUBTOTAL = re.compile(r"\bsub\W?\s?total", re.IGNORECASE)


def restricted(figures: Sequence[Figure], checks: Iterable[Check]) -> tuple[Figure, ...]:
    """The figures, each subtotal that adds up exactly with the categories of its parts.

    "Household sub-total" over "black bags" and "garden waste" is of both; "Convictions (sub-total)" is of the
    sentences left of it. Else a subtotal would pass for the whole, or for a category that it exceeds.
    """
    found: dict[Line, list[Check]] = {}
    for check in checks:
        if check.holds and check.exact and _label(check.total, check.line):
            found.setdefault(_line(check.total, check.line), []).append(check)
    told = {line: _likeliest(held) for line, held in found.items()}
    return tuple(_restricted(figure, told) for figure in figures)


def _label(figure: Figure, along: str) -> str:
    """The words that call a figure a subtotal of its column or row, or ""."""
    label = dict(figure.labels).get("row" if along == "column" else "heading")
    return label.text if label is not None and _SUBTOTAL.search(label.text) else ""


def _line(figure: Figure, along: str) -> Line:
    return along, figure.row if along == "column" else figure.column


def _likeliest(checks: list[Check]) -> Check:
    """The check over the rows or columns that most figures of one line of subtotals are the sum of."""
    votes = Counter(_over(check) for check in checks)
    return max(checks, key=lambda check: votes[_over(check)])


def _over(check: Check) -> frozenset[int]:
    return frozenset(_line(part, check.line)[1] for part in check.parts)


def _restricted(figure: Figure, told: dict[Line, Check]) -> Figure:
    where = dict(figure.meaning.where)
    for along in ("column", "row"):
        check, words = told.get(_line(figure, along)), _label(figure, along)
        if check is not None and words and not (along == "column" and _of_its_group(figure, check)):
            where |= {name: _union(name, check, words) for name in _varying(check)}
    return replace(figure, meaning=replace(figure.meaning, where=tuple(where.items())))


def _of_its_group(figure: Figure, check: Check) -> bool:
    """True for the subtotal of a group that a heading names, over all of whose rows it stands."""
    where = dict(figure.meaning.where)
    wheres = [dict(part.meaning.where) for part in check.parts]
    return any(all(mine.get(name) == said for mine in wheres) for name, said in where.items())


def _varying(check: Check) -> list[str]:
    """The variables that every part has as known categories, and not all the same one."""
    wheres = [dict(part.meaning.where) for part in check.parts]
    names = set.intersection(*(set(where) for where in wheres)) if wheres else set()
    coded = [name for name in names if all(where[name].categories for where in wheres)]
    return sorted(name for name in coded if len({where[name].categories for where in wheres}) > 1)


def _union(name: str, check: Check, words: str) -> Where:
    held = [category for part in check.parts for category in dict(part.meaning.where)[name].categories]
    return OneOf(tuple(dict.fromkeys(held)), words)
