"""Why two statements may differ: the likeliest cause, with the evidence for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from foidesk.model import Issue, Observation, PagePlace

from .groups import Clash, Side
from .misreadings import doubted, resolving
from .statements import count_of
from .words import value_place

Cause = Callable[[Side, Side], str]


def likeliest(clash: Clash, doubts: Iterable[Issue] = (), beside: Iterable[Observation] = ()) -> str:
    """The likeliest cause in words, with its evidence; "" where nothing points to one.

    Either side may be the whole and the other the parts; the causes are tried in their order. `doubts`
    are what the reader doubts of its own reading: one that explains the very difference comes first, another comes
    before what only a slip of the body would explain. `beside` are all statements of the body.
    """
    listed = tuple(doubts)
    if clash.kind == "reading":
        return "the two count by different dates, or cover different cases, by their own words"
    if len(clash.sides) != 2:
        return doubted(clash, listed)
    gap = _gap(clash.left, clash.right)
    found = resolving(clash, listed, gap) or _first(EXACT, clash)
    found = found or doubted(clash, listed) or _one_row_apart(clash, tuple(beside))
    return found or _first(LIKELY, clash)


def _one_row_apart(clash: Clash, beside: tuple[Observation, ...]) -> str:
    """A row of one of two tables (or of a table beside a letter) holds just what these differ by."""
    gap = _gap(clash.left, clash.right)
    mine, theirs = ({(seen.document, seen.table) for seen in side.shown} for side in clash.sides)
    tables = {(document, table) for document, table in mine ^ theirs if table}
    rows = [seen for seen in beside if (seen.document, seen.table) in tables and seen.role == "cell"]
    rows = [] if mine & theirs else rows
    just = [seen for seen in rows if gap and (count := count_of(seen)) and count.is_exact and count.lo == abs(gap)]
    if len({_row_words(seen) for seen in just}) != 1 or gap is None:
        return ""
    row = _row_words(just[0])
    return f"one of the two leaves out the row “{row}”, which holds just the {abs(gap):f} that they differ by"


def _first(causes: Iterable[Cause], clash: Clash) -> str:
    for cause in causes:
        for one, other in ((clash.left, clash.right), (clash.right, clash.left)):
            words = cause(one, other)
            if words:
                return words
    return ""


def _number(side: Side) -> Decimal | None:
    """The exact number that a side comes to, as it is printed in its words."""
    try:
        return Decimal(side.words)
    except ArithmeticError:
        return None


def _gap(one: Side, other: Side) -> Decimal | None:
    mine, theirs = _number(one), _number(other)
    return None if mine is None or theirs is None else mine - theirs


def _total_among_parts(whole: Side, parts: Side) -> str:
    """A row that is itself the sum of the others: a total or subtotal read as a part."""
    gap = _gap(parts, whole)
    if gap is None or gap <= 0 or len(parts.shown) < 3:
        return ""
    exact = list(_exact(parts))
    for at, (seen, count) in enumerate(exact):
        if count == gap and _adds_up_others(at, [number for _, number in exact]):
            row = f"the row “{_row_words(seen)}” holds just the {gap:f} too many"
            return f"a total or subtotal is counted among its parts: {row}"
    return ""


def _adds_up_others(at: int, numbers: list[Decimal]) -> bool:
    """True if the number is the sum of two or more that stand right before or right after it."""
    before, after = numbers[:at][::-1], numbers[at + 1 :]
    return (
        any(sum(side[:size]) == numbers[at] for side in (before, after) for size in range(2, len(side) + 1))
        and numbers[at] > 0
    )


def _subtotals(one: Side, other: Side) -> str:
    """Two printed totals in rows of one table: each may be of a part of it only."""
    if len(one.shown) != 1 or len(other.shown) != 1:
        return ""
    mine, theirs = one.shown[0], other.shown[0]
    rows = _row_words(mine), _row_words(theirs)
    is_one_table = mine.table and (mine.document, mine.table) == (theirs.document, theirs.table)
    if not is_one_table or mine.row == theirs.row or {mine.role, theirs.role} != {"total"}:
        return ""
    named = " and ".join(f"“{words}”" for words in rows)
    return f"subtotals of parts of one table, read as totals of all: the rows {named}"


def _doubled(whole: Side, parts: Side) -> str:
    mine, theirs = _number(parts), _number(whole)
    if mine is None or theirs is None or not theirs or mine != 2 * theirs or len(parts.shown) < 2:
        return ""
    return f"everything is counted twice: the parts add to {mine:f}, just twice {theirs:f}"


def _row_lost(whole: Side, parts: Side) -> str:
    """Fewer in the parts than in the whole, and the parts run over a page break."""
    gap, pages = _gap(whole, parts), _pages(parts)
    if gap is None or gap <= 0 or len(pages) < 2:
        return ""
    listed = " and ".join(str(page) for page in pages[:3])
    return f"a row was lost at a page break: the table runs over pages {listed} and is {gap:f} short"


def _changed_places(one: Side, other: Side) -> str:
    """Two numbers of which digits changed places; rows over a page break may rather lack one."""
    if max(len(_pages(one)), len(_pages(other))) > 1:
        return ""
    mine, theirs = _number(one), _number(other)
    left, right = f"{mine or 0:f}", f"{theirs or 0:f}"
    if len(left) == len(right) > 1 and sorted(left) == sorted(right) and left != right:
        return f"a slip of the body: {left} and {right} have the same digits in another order"
    return ""


def _slip(one: Side, other: Side) -> str:
    """Two numbers that differ by one digit."""
    mine, theirs = _number(one), _number(other)
    if mine is None or theirs is None:
        return ""
    left, right = f"{mine:f}", f"{theirs:f}"
    if len(left) == len(right) > 1 and sum(a != b for a, b in zip(left, right, strict=True)) == 1:
        return f"a slip of the body in adding up or typing: {left} and {right} differ in one digit"
    return ""


def _small_gap(whole: Side, parts: Side) -> str:
    gap = _gap(whole, parts)
    if gap is None or not gap or len(parts.shown) < 2:
        return ""
    return f"a slip of the body in adding up: its {len(parts.shown)} numbers come to {abs(gap):f} " + (
        "less" if gap > 0 else "more"
    )


def _number_missing(whole: Side, parts: Side) -> str:
    """Rows with running numbers, of which just those are missing that the total has more."""
    gap = _gap(whole, parts)
    if gap is None or gap <= 0 or any(seen.role != "case row" for seen in parts.shown):
        return ""
    first = [re.search(r"\d+", _row_words(seen)) for seen in parts.shown]
    numbers = {int(found[0]) for found in first if found and len(found[0]) < 6}
    missing = sorted(set(range(1, int(gap) + len(parts.shown) + 1)) - numbers)
    if len(numbers) < len(parts.shown) or len(missing) != gap:
        return ""
    named = ", ".join(map(str, missing[:5]))
    lost = _at_a_break(parts, missing)
    return f"a row is missing: the list runs to number {max(numbers)}, and number {named} is not in it{lost}"


def _at_a_break(parts: Side, missing: list[int]) -> str:
    """ ", just where page 1 ends and page 2 begins": the rows around the missing ones stand on two pages."""
    pages: dict[int, int] = {}
    for seen in parts.shown:
        place, found = value_place(seen).place, re.search(r"\d+", _row_words(seen))
        if found and isinstance(place, PagePlace):
            pages[int(found[0])] = place.page
    before, after = pages.get(missing[0] - 1), pages.get(missing[-1] + 1)
    if before is None or after is None or after <= before:
        return ""
    return f", just where page {before} ends and page {after} begins"


def _left_out(whole: Side, parts: Side) -> str:
    gap = _gap(whole, parts)
    if gap is None or gap <= 0 or any(seen.role != "case row" for seen in parts.shown):
        return ""
    return f"the list leaves out {gap:f} of the cases, or a row of it was not read"


EXACT: tuple[Cause, ...] = (_total_among_parts, _subtotals, _doubled, _number_missing, _changed_places)
LIKELY: tuple[Cause, ...] = (_row_lost, _left_out, _slip, _small_gap)
"""In the order in which they are believed: what explains the very difference (`EXACT`) first."""


def _exact(side: Side) -> Iterator[tuple[Observation, Decimal]]:
    for seen in side.shown:
        count = count_of(seen)
        if count is not None and count.is_exact:
            yield seen, count.lo


def _row_words(seen: Observation) -> str:
    return (seen.places.get("row") or value_place(seen)).quote


def _pages(side: Side) -> list[int]:
    places = (value_place(seen).place for seen in side.shown)
    return sorted({place.page for place in places if isinstance(place, PagePlace)})
