"""Kinds that the codebook does not know, all of which are counted: a log by service, a total over departments.

Whether they all are what was asked for, no rule can tell; so whoever uses the number is told what it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from foidesk.model.codebook import Measure
from foidesk.model.issues import Issue
from foidesk.model.observations import Observation
from foidesk.words.normal import normalise

from ..basis.ground import Ground
from ..figures.hints import hint_kind, may_be
from ..layout.layout import Layout
from ..layout.over import pieces_over
from .cases import Cases
from .narrower import own_words
from .tables import TableRead

FEW, SHORT, SHOWN = 12, 5, 4
_TIME = re.compile(
    r"\b(?:week|month|quarter|period|term|day|year|date|woche|monat|quartal|jahr|datum)\b", re.IGNORECASE
)


def counted_kinds(ground: Ground, read: TableRead, found: Sequence[Observation]) -> tuple[Issue, ...]:
    """An issue for a printed total over rows or columns of which no word is known."""
    totals = [one for one in found if one.role == "total" and one.accepted_by and not one.where]
    cells = [one for one in found if one.role == "cell"]
    names = {name for one in cells for name in one.where if name.startswith("?") and not _TIME.search(name)}
    for name in sorted(names if totals else ()):
        if all(name in one.where for one in cells):
            words = dict.fromkeys(one.where[name].phrase for one in cells)
            return (_issue(ground, read, f"The total of {read.table.name} counts", words, name),)
    return ()


def titled_for_some(ground: Ground, read: TableRead, found: Sequence[Observation]) -> tuple[Issue, ...]:
    """An issue for a table that counts what was asked for by its headings, and perhaps some of it by its title."""
    counted = dict.fromkeys(one.measure for one in found if one.accepted_by)
    title = next(pieces_over(ground, read.layout), None)
    said = [word for id in counted for word in own_words(ground, title.text, id)] if title else []
    if title is None or not said:
        return ()
    words = ", ".join(f"“{word}”" for word in dict.fromkeys(said))
    return (Issue(
        "title-says-more", "warning",
        f"{read.table.name} is read as all that was asked for; its title is “{' '.join(title.text.split())}”, "
        f"and {words} may narrow it.",
        ground.where(read.table.place), "Look whether the table counts all; if not, leave it out.",
        (ground.locator(title),), body=ground.context.body, key=f"{read.table.name} title",
    ),)  # fmt: skip


def listed_kinds(ground: Ground, read: TableRead, cases: Cases) -> tuple[Issue, ...]:
    """An issue for each column of a list that sorts its cases by a few words, and that nothing was asked by."""
    asked = {column for column, _ in cases.variables}
    return tuple(
        _issue(ground, read, f"All rows of {read.table.name} are counted", words, read.layout.heading(column))
        for column in read.layout.columns("text")
        if column not in asked and (words := _few_words(ground, read.layout, column))
    )


def rows_of_others(ground: Ground, read: TableRead, cases: Cases, measure: Measure) -> frozenset[int]:
    """The rows of a list whose own column says that they are something else than is counted.

    "Citation" in some rows and "Warning notice" in the others, where citations are counted.
    """
    asked = {column for column, _ in cases.variables}
    names = {normalise(name) for name in (measure.unit, measure.label, *measure.nouns)}
    out: set[int] = set()
    for column in read.layout.columns("text"):
        words = _few_words(ground, read.layout, column) if column not in asked else {}
        if any(normalise(word) in names for word in words):
            slots = ((case.row, read.layout.grid.slot(case.row, column)) for case in cases.cases)
            out |= {row for row, slot in slots if not slot.blank and normalise(slot.text) not in names}
    return frozenset(out)


def _few_words(ground: Ground, layout: Layout, column: int) -> dict[str, None]:
    """The different words of a column that holds few, again and again; none for remarks, dates and references."""
    heading = layout.heading(column)
    if (
        not heading.strip()
        or _TIME.search(heading)
        or hint_kind(ground, heading)
        or may_be(ground, heading, "text")
    ):
        return {}
    texts = [" ".join(slot.text.split()) for slot in layout.grid.column(column, layout.data) if not slot.blank]
    words = dict.fromkeys(texts)
    few = 1 < len(words) <= FEW and 3 * len(words) <= 2 * len(texts)
    return words if few and all(len(text.split()) <= SHORT for text in words) else {}


def _issue(ground: Ground, read: TableRead, what: str, words: Iterable[str], name: str) -> Issue:
    every = list(words)
    more = f" and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
    told = ", ".join(f"“{word}”" for word in every[:SHOWN]) + more
    heading = name.removeprefix("?").strip()
    by = f" under “{heading}”" if heading else ""
    return Issue(
        "kinds-unknown", "note", f"{what}, whatever stands{by}: {told}. The codebook knows none of these words.",
        ground.where(read.table.place), "Look whether all of them are what was asked for; if not, leave rows out.",
        body=ground.context.body, key=f"{read.table.name} {name}",
    )  # fmt: skip
