"""What a table's title, caption, sheet or heading says of all its figures: a period, a category."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foidesk.model.reading import Table
from foidesk.words.days_told import days_told
from foidesk.words.ignored import ignored
from foidesk.words.matching import CategoryHit
from foidesk.words.normal import normalise
from foidesk.words.numbers import numbers
from foidesk.words.periods import PeriodSeen

from ..basis.ground import Ground
from ..basis.near import ask, lines_above, question_of
from ..basis.nouns import nouns_in
from ..basis.pieces import Piece
from ..figures.headings import read_axis
from ..figures.meaning import Meaning
from .layout import Layout
from .years_of_parts import YEARS

_WORD = re.compile(r"[a-z]{3}")
_SHORT = 120
LEAST = 2
_OF_LETTER = re.compile(r"\b(?:request|dated|letter|received|reference|ref|as at|published|act)\b", re.IGNORECASE)


def table_over(ground: Ground, layout: Layout, variables: frozenset[str], dated: bool) -> Meaning:
    """The period and the category that stand over the whole table.

    `variables` are those the table itself breaks down by; with `dated`, it has periods of its own.
    """
    when = Meaning() if dated else _first(_period(ground, layout, piece) for piece in pieces_over(ground, layout))
    where = _first(_category(ground, piece, variables) for piece in pieces_over(ground, layout))
    return Meaning(when.piece or where.piece, where.where, when.period, ambiguous=when.ambiguous)


def over_places(over: Meaning) -> tuple[tuple[str, Piece], ...]:
    """Where what stands over the table stands."""
    if over.piece is None:
        return ()
    places = [(f"where:{variable}", over.piece) for variable, _ in over.where]
    return (*places, *((("period", over.piece),) if over.period else ()))


def titles(ground: Ground, layout: Layout) -> Iterator[Piece]:
    """The title rows of a table, the nearest first, and its caption."""
    for row in reversed(layout.titles):
        yield from (slot.piece for slot in layout.grid.filled(row) if slot.piece)
    caption = ground.caption_piece(layout.grid.table)
    yield from (caption,) if caption else ()


def pieces_over(ground: Ground, layout: Layout) -> Iterator[Piece]:
    """The words over the table, the nearest first: its title rows, caption, heading, the name of its sheet."""
    table = layout.grid.table
    yield from titles(ground, layout)
    for line in lines_above(ground, table, 1):
        if line.block.kind == "heading" or (
            len(line.piece.text) <= _SHORT and line.piece.text.strip().endswith(":")
        ):
            yield line.piece
    yield from _sheet_name(ground, table)


def _sheet_name(ground: Ground, table: Table) -> Iterator[Piece]:
    """The name of the sheet, if it is one of several and is a period or a category as a whole."""
    for name in table.parts if len(ground.parts) > 1 else ():
        piece = Piece(name, table.place)
        if ground.parts[name].kind == "sheet" and not read_axis(ground, [piece]).labels[0].unknown:
            yield piece


def _first(meanings: Iterator[Meaning]) -> Meaning:
    return next((meaning for meaning in meanings if not meaning.is_empty or meaning.ambiguous), Meaning())


def _period(ground: Ground, layout: Layout, piece: Piece) -> Meaning:
    """The only period that the words name; in doubt if they name several.

    "In all 78: 24 in 2021, 26 in 2022 and 28 in 2023" over a table of 78 gives the numbers of the years, and the
    table is of all of them.
    """
    if _splits_total(ground, layout, piece.text):
        return Meaning(piece)
    seen = [one for one in ground.period_in(piece.text) if _may_date(ground, piece.text, one)]
    window = ground.context.period
    told = days_told(piece.text, seen, window) if window is not None and seen else None
    if told is not None and told.year is None:  # "data is only held from 2022" is of 2022 and all that follows
        return Meaning(piece, period=told.days, ambiguous=told.days is None)
    if len(seen) == 1 and seen[0].period is not None:
        return Meaning(piece, period=seen[0].period)
    return Meaning(piece, ambiguous=len(seen) > 1)


def _splits_total(ground: Ground, layout: Layout, text: str) -> bool:
    """True for a sentence that splits a number of the table's last row by years, one number for each."""
    years = [one for one in ground.period_in(text) if one.period is not None and one.period.kind in YEARS]
    if len(years) < LEAST or not layout.data:
        return False
    dated = ground.period_in(text)
    bare = [w for w in numbers(text) if not any(one.start < w.end and w.start < one.end for one in dated)]
    told = [word.exact for word in bare if word.exact is not None and not ignored(text, word)]
    last = {slot.says.exact for slot in layout.grid.filled(layout.data[-1])} - {None}
    apart = ((whole, [number for number in told if number != whole]) for whole in last)
    return any(len(parts) == len(years) and sum(parts) == whole for whole, parts in apart)


def _may_date(ground: Ground, text: str, seen: PeriodSeen) -> bool:
    """False for the day of a letter, and for what lies outside the days asked for."""
    if seen.period is None:
        return True
    if seen.period.kind == "day" or _OF_LETTER.search(text):
        return False
    window = ground.context.period
    return window is None or seen.period.overlaps(window)


def _in_reference(text: str, hit: CategoryHit) -> bool:
    """True for letters of a reference: "DPA/FOI 001094/14" says nothing of data protection."""
    codes = [word for word in numbers(text) if ignored(text, word) == "reference"]
    return any(hit.start < code.end and not _WORD.search(text[hit.start : code.start]) for code in codes)


def _category(ground: Ground, piece: Piece, variables: frozenset[str]) -> Meaning:
    """The one category of another variable that the words name: "Outcomes for police staff"."""
    if normalise(piece.text) in {normalise(noun) for m in ground.measures for noun in (m.label, *m.nouns)}:
        return Meaning()
    whole = read_axis(ground, [piece]).labels[0]
    if whole.where and not whole.unknown and not {name for name, _ in whole.where} & variables:
        return Meaning(piece, where=whole.where)
    found = [(id, hit) for id, m in ground.matchers.items() if id not in variables for hit in m.find(piece.text)]
    asked = ask(ground, question_of(ground, piece.text))
    if asked is not None and asked.variables:  # "how many cases did you open": a word of our own, no kind of case
        found = [(id, hit) for id, hit in found if id in asked.variables]
    nouns = nouns_in(ground, piece.text)  # "Settlements by cause" counts settlements, and is no way of ending
    found = [(id, hit) for id, hit in found if not any(n.start <= hit.start and hit.end <= n.end for n in nouns)]
    hits = [(id, hit) for id, hit in found if not _in_reference(piece.text, hit)]
    told = [(id, hit.where) for id, hit in hits if not hit.negated]
    return Meaning(piece, where=tuple(told)) if len(told) == 1 == len(hits) else Meaning()
