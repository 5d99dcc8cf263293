"""Whether a contradiction may be of our own making: what the reader itself doubts at the places that clash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from foidesk.model import Issue, Locator, PagePlace

from .groups import Clash, Side
from .words import value_place

KINDS = (
    "ocr-disputed", "ocr-doubtful", "ocr-unread-cell", "row-in-doubt", "row-unclear", "row-cut-by-page-break",
    "number-outside-cells", "row-numbers-broken", "row-continued",
)  # fmt: skip
"""The issues that say that a place may have been read wrongly."""

BREAKS = ("row-in-doubt", "row-cut-by-page-break", "row-continued")
"""Those that stand at the edge of a page and are of a table on the page before or after."""


def resolving(clash: Clash, doubts: Iterable[Issue], gap: Decimal | None) -> str:
    """The doubt whose other reading differs by just what the two sides differ by; "" if none does."""
    if not gap:
        return ""
    for issue in near(clash, doubts):
        quoted = [Decimal(found.replace(",", "")) for found in re.findall(r"“(\d[\d,]*)”", issue.what)]
        if len(quoted) == 2 and abs(quoted[0] - quoted[1]) == abs(gap):
            return f"a misreading of ours: {issue.what} ({issue.where}), and the other reading makes the two agree"
    return ""


def doubted(clash: Clash, doubts: Iterable[Issue]) -> str:
    """The first doubt about a place that clashes; "" if there is none."""
    found = next(near(clash, doubts), None)
    return f"a misreading of ours: {found.what} ({found.where})" if found else ""


def near(clash: Clash, doubts: Iterable[Issue]) -> Iterator[Issue]:
    """The doubts about the places of a clash, in the order in which `KINDS` lists them."""
    places = [place for side in clash.sides for place in _places(side)]
    known = sorted((one for one in doubts if one.kind in KINDS), key=lambda one: KINDS.index(one.kind))
    for issue in known:
        is_near = _touch_pages if issue.kind in BREAKS else _touch
        touches = any(is_near(mine, theirs) for mine in issue.locators for theirs in places)
        if touches and not _is_of_heads(issue, places):
            yield issue


def _is_of_heads(issue: Issue, places: list[Locator]) -> bool:
    """True for a row without a digit above the first row that clashes: names of columns change no number."""
    if issue.kind != "row-in-doubt" or any(re.search(r"\d", one.quote) for one in issue.locators):
        return False
    document, doubt = issue.locators[0].document, issue.locators[0].place
    rows = [one.place for one in places if isinstance(one.place, PagePlace) and one.document == document]
    if not isinstance(doubt, PagePlace) or not rows:
        return False
    first = min(rows, key=lambda place: (place.page, place.box.y0))
    return (doubt.page, doubt.box.y1) <= (first.page, first.box.y1)


def _places(side: Side) -> Iterator[Locator]:
    for seen in side.shown:
        yield value_place(seen)
        yield from (place for name, place in seen.places.items() if name == "row")


def _touch(one: Locator, other: Locator) -> bool:
    """True if both are of one place: boxes of a page that overlap, else the same words of the same place."""
    if one.document != other.document:
        return False
    mine, theirs = one.place, other.place
    if isinstance(mine, PagePlace) and isinstance(theirs, PagePlace):
        return mine.page == theirs.page and _overlap(mine, theirs)
    return mine.describe() == theirs.describe()


def _touch_pages(one: Locator, other: Locator) -> bool:
    """True if both are of one document, on one page or on pages that follow each other."""
    mine, theirs = one.place, other.place
    if not (isinstance(mine, PagePlace) and isinstance(theirs, PagePlace)):
        return False
    return one.document == other.document and abs(mine.page - theirs.page) <= 1


def _overlap(one: PagePlace, other: PagePlace) -> bool:
    across = one.box.x0 <= other.box.x1 and other.box.x0 <= one.box.x1
    return across and one.box.y0 <= other.box.y1 and other.box.y0 <= one.box.y1
