"""Printed subtotals: each counts the categories of the parts that add to it, whatever its label calls them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from foidesk.model.observations import OneOf, Where

from ..basis.terms import total_word
from ..figures.figures import Figure
from .footing import Check

Line = tuple[str, int]
_SUBTOTAL = re.compile(r"\b(?:sub\W?\s?total|page total|(?:zwischen|teil|seiten)summe)", re.IGNORECASE)


def restricted(figures: Sequence[Figure], checks: Iterable[Check]) -> tuple[Figure, ...]:
    """The figures, each subtotal that adds up exactly with the categories of its parts.

    Without subtotals of parts that strange words tell apart: these are checks, and total nothing known.
    "Household sub-total" over "black bags" and "garden waste" is of both; "Convictions (sub-total)" is of the
    sentences left of it. Else a subtotal would pass for the whole, or for a category that it exceeds.
    """
    found: dict[Line, list[Check]] = {}
    for check in checks:
        if check.holds and check.exact and _label(check.total, check.line):
            found.setdefault(_line(check.total, check.line), []).append(check)
    told = {line: _likeliest(held) for line, held in found.items()}
    strange = {
        line for line, check in told.items()
        if (_of_strange_parts(check.parts) and not _is_whole_of_period(check.total.row, check.parts, figures))
        or _of_some_periods(check, figures)
    }  # fmt: skip
    groups = {
        at: parts for at, parts in _groups(figures).items()
        if ("column", at[0]) not in told and not _is_whole_of_period(at[0], parts, figures)
    }  # fmt: skip
    kept = [one for one in figures if not any(_line(one, along) in strange for along in ("column", "row"))]
    kept = [one for one in kept if not _of_strange_parts(groups.get((one.row, one.column), ()))]
    return tuple(_of_group(_restricted(figure, told, figures), groups) for figure in kept)


def _of_some_periods(check: Check, figures: Sequence[Figure]) -> bool:
    """True for the sum of some years beside a total of more: it is of no one period, and of not all of them."""
    across, total = check.line == "row", check.total
    line = [f for f in figures if (f.row == total.row if across else f.column == total.column) and f is not total]
    when = {part.meaning.period for part in check.parts}
    more = {f.meaning.period for f in line if not f.is_total} - when
    wholes = [f for f in line if (f.whole_row if across else f.whole_column)]
    return len(when) > 1 and None not in when and bool(more) and bool(wholes)


def _of_strange_parts(parts: Sequence[Figure]) -> bool:
    """True for parts that only words nobody knows tell apart; some of them, where nothing else is said of all."""
    wheres = [dict(part.meaning.where) for part in parts]
    names = set.intersection(*map(set, wheres)) if wheres else set()
    coded = [where[name].categories for where in wheres for name in names]
    own = [name for name in names if not _is_of_column(name, parts)]
    shared = len(parts) > 1 and any(len({_said(where[name]) for where in wheres}) == 1 for name in own)
    dated = len({part.meaning.period for part in parts}) > 1
    return bool(names) and not dated and not (any(coded) if shared else all(coded))


def _is_of_column(name: str, parts: Sequence[Figure]) -> bool:
    """True for what the heading over the parts of one column says: it is said of every row below it."""
    places = [dict(part.labels) for part in parts]
    headed = all(f"where:{name}" in at and at[f"where:{name}"] == at.get("heading") for at in places)
    return headed and len({part.column for part in parts}) == 1


def _groups(figures: Sequence[Figure]) -> dict[tuple[int, int], list[Figure]]:
    """The totals (row, column) in rows that end a group: each the exact sum of the rows since the one before.

    Only where a total stands below them that is none of a group: else they may be the whole.
    """
    votes: Counter[int] = Counter()
    columns: Counter[int] = Counter()
    parts: dict[tuple[int, int], list[Figure]] = {}
    for column in {figure.column for figure in figures}:
        lines = sorted((f for f in figures if f.column == column and f.item == 0), key=lambda f: f.row)
        block: list[Figure] = []
        ended: list[int] = []
        for figure in lines:
            if not _is_total_row(figure):
                block.append(figure)
                continue
            columns[figure.row] += 1
            if block and _adds(figure, block):
                ended.append(figure.row)
                parts.setdefault((figure.row, column), block)
            block = []
        last = max((f.row for f in lines if _is_total_row(f)), default=-1)
        votes.update(row for row in ended if last > row or len(ended) == 0)
    ends = {row for row, count in votes.items() if count == columns[row] and len(votes) > 1}
    return {at: some for at, some in parts.items() if at[0] in ends}


def _is_whole_of_period(row: int, parts: Sequence[Figure], figures: Sequence[Figure]) -> bool:
    """True for "2020, Total" below all the rows of 2020: a total of that year, and of no categories."""
    when = {part.meaning.period for part in parts}
    mine = {f.meaning.period for f in figures if f.row == row}
    rows = {f.row for f in figures if f.meaning.period in when and f.row != row and not _is_total_row(f)}
    return len(when) == 1 and None not in when and mine == when and rows == {part.row for part in parts}


def _is_total_row(figure: Figure) -> bool:
    label = dict(figure.labels).get("row")
    return figure.whole_column or (label is not None and bool(total_word(label.text)))


def _adds(total: Figure, block: Sequence[Figure]) -> bool:
    numbers = [figure.says.exact if not figure.says.is_hole else Decimal(0) for figure in block]
    known = [number for number in numbers if number is not None]
    return len(known) == len(numbers) and total.says.exact is not None and sum(known) == total.says.exact


def _of_group(figure: Figure, groups: dict[tuple[int, int], list[Figure]]) -> Figure:
    """A total of a group with the categories of its rows, or those of the heading over them."""
    parts = groups.get((figure.row, figure.column))
    if parts is None:
        return figure
    mine = [dict(part.meaning.where) for part in parts]
    own = dict(figure.meaning.where)
    shared = {name: said for name, said in mine[0].items() if all(other.get(name) == said for other in mine)}
    if shared and len(parts) > 1:
        return replace(figure, meaning=replace(figure.meaning, where=tuple({**own, **shared}.items())))
    names = [name for name in mine[0] if all(other.get(name) and other[name].categories for other in mine)]
    held = {name: tuple(dict.fromkeys(c for other in mine for c in other[name].categories)) for name in names}
    label = dict(figure.labels).get("row")
    words = label.text if label is not None else ""
    told = {name for name, said in own.items() if said.categories}  # "Subtotal officers" names its group itself
    where = {**own, **{name: OneOf(ids, words) for name, ids in held.items() if name not in told}}
    return replace(figure, meaning=replace(figure.meaning, where=tuple(where.items())))


def called_subtotal(figure: Figure) -> bool:
    """True for a figure in a row whose label says that it is the total of a part only."""
    return bool(_label(figure, "column"))


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


def _restricted(figure: Figure, told: dict[Line, Check], figures: Sequence[Figure]) -> Figure:
    where = dict(figure.meaning.where)
    for along in ("column", "row"):
        check, words = told.get(_line(figure, along)), _label(figure, along)
        if check is not None and words and not (along == "column" and _of_its_group(figure, check)):
            group = _group(check, where, figures)
            where |= group or {name: _union(name, check, words) for name in _varying(check)}
    return replace(figure, meaning=replace(figure.meaning, where=tuple(where.items())))


def _group(check: Check, own: dict[str, Where], figures: Sequence[Figure]) -> dict[str, Where]:
    """What all parts of a subtotal have in common and others of the table have not: "Police subtotal" is theirs.

    Only words that the survey does not know, where the subtotal holds every row that has them.
    """
    parts = [dict(part.meaning.where) for part in check.parts]
    rows = {part.row for part in check.parts}
    if len(parts) < 2 or check.line != "column":
        return {}
    shared = {
        name: said for name, said in parts[0].items()
        if name not in own and not said.categories and all(_same(mine.get(name), said) for mine in parts)
    }  # fmt: skip
    others = [(f.row, dict(f.meaning.where)) for f in figures if f.row not in rows and not _is_total_row(f)]
    apart = all(not _same(mine.get(name), said) for _, mine in others for name, said in shared.items())
    return shared if others and apart else {}


def _same(one: Where | None, other: Where) -> bool:
    return one is not None and _said(one) == _said(other)


def _of_its_group(figure: Figure, check: Check) -> bool:
    """True for the subtotal of a group that a heading names, over all of whose rows it stands."""
    where = dict(figure.meaning.where)
    wheres = [dict(part.meaning.where) for part in check.parts]
    return any(all(mine.get(name) == said for mine in wheres) for name, said in where.items())


def _varying(check: Check) -> list[str]:
    """The variables with known categories that tell the parts apart, or that the only part is restricted by."""
    wheres = [dict(part.meaning.where) for part in check.parts]
    names = set.intersection(*(set(where) for where in wheres)) if wheres else set()
    apart = [name for name in names if len({_said(where[name]) for where in wheres}) > 1 or len(wheres) == 1]
    return sorted(name for name in apart if all(where[name].categories for where in wheres))


def _said(where: Where) -> tuple[tuple[str, ...], str]:
    return where.categories, "" if where.categories else where.phrase


def _union(name: str, check: Check, words: str) -> Where:
    held = [category for part in check.parts for category in dict(part.meaning.where)[name].categories]
    return OneOf(tuple(dict.fromkeys(held)), words)
