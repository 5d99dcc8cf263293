"""Figures without a date of which other words of the reply say the days: "we only hold data from 2022".

A figure without a date counts for all days that were asked about. Where the reply says otherwise a person is
asked, and until then the figure may be of either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from foidesk.law.sentences import sentences
from foidesk.model.codec import digest
from foidesk.model.observations import Choice, Observation, Option
from foidesk.model.periods import Period
from foidesk.model.places import Locator
from foidesk.words.days_told import DaysTold, cuts_year, days_told, part_of_year

from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..basis.near import ask
from ..basis.pieces import Piece
from ..figures.acceptance import PERSON
from ..figures.choices import NOT_DATA, choice_id, under
from ..sentences.over import OTHER
from ..sentences.said import Said

THESE, ALL = "these days", "all days"


_NOTE = re.compile(r"^\s*(?P<mark>[*†‡]{1,3})\s*(?P<words>\S.{3,})$", re.DOTALL)
_YEARS = ("calendar year", "financial year")
_FEWEST = 3
"""A row of a table is a note of its own if it has so many words in one cell, and nothing beside."""


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence that says of which days figures are, and, unless it stands in a covering mail, where.

    `mark`: it is the note to that mark, and says nothing of figures without it.
    """

    text: str
    told: DaysTold
    piece: Piece | None = None
    said: Said | None = None
    mark: str = ""


def days_limited(ground: Ground, said: Sequence[Said], found: Found) -> Found:
    """What was found, with the figures open that words of the reply say not to be of all days asked about."""
    window = ground.context.period
    if window is None:
        return found
    told = [*_in_letter(ground, said, window), *_in_tables(ground, window), *_in_mail(ground, window)]
    for one in [*told, *_notes(ground, found)]:
        for each in (one, *_of_cut_years(found, one)):
            found = _opened(ground, said, found, each)
    return found


def _of_cut_years(found: Found, one: _Words) -> Iterator[_Words]:
    """The words about each year that they leave a part of: data from 1 July 2021 are half of those for 2021."""
    days = one.told.days
    if days is None or one.told.year is not None:
        return
    years = {o.period for o in found.observations if o.period is not None and o.period.kind in _YEARS}
    for year in sorted(year for year in years if year.overlaps(days) and not year.inside(days)):
        left = Period(max(year.start, days.start), min(year.end, days.end))
        yield replace(one, told=DaysTold(left, year, False, 0, 0))


def _in_letter(ground: Ground, said: Sequence[Said], window: Period) -> list[_Words]:
    out = []
    for one in said:
        if one.sentence.over.question == OTHER or any(o.amount is not None for o in one.found.observations):
            continue
        told = _told(ground, one.sentence.text, window)
        if told is not None:
            out.append(_Words(one.sentence.text, told, one.sentence.piece, one))
    return out


def _in_tables(ground: Ground, window: Period) -> list[_Words]:
    """What rows of a single cell say below or above the figures of a sheet."""
    told = ((piece, _told(ground, piece.text, window)) for piece in lone_rows(ground))
    return [_Words(piece.text, one, piece) for piece, one in told if one is not None]


def lone_rows(ground: Ground) -> Iterator[Piece]:
    """The words of rows of tables in which one cell is filled and no other: notes below or above figures."""
    for table in ground.tables:
        for row in table.grid():
            filled = [
                cell for cell in {id(one): one for one in row if one is not None}.values() if cell.text.strip()
            ]
            if len(filled) == 1 and len(filled[0].text.split()) >= _FEWEST:
                yield ground.cell_piece(filled[0], table.parts)


def _notes(ground: Ground, found: Found) -> Iterator[_Words]:
    """Notes to a mark that leave only a part of a year: "* January to June only", for each year with the mark."""
    for piece in [
        *(piece for _, _, block in ground.block_pieces() for piece in _lines(block)),
        *lone_rows(ground),
    ]:
        note = _NOTE.match(piece.text)
        if note is None or not cuts_year(note["words"]) or ground.period_in(note["words"]):
            continue
        years = {o.period for o in found.observations if o.period is not None and _bears(o, note["mark"])}
        for year in sorted(years):
            yield _Words(note["words"], DaysTold(None, year, False, 0, 0), piece, mark=note["mark"])


def _lines(piece: Piece) -> Iterator[Piece]:
    at = 0
    for line in piece.text.splitlines(keepends=True):
        yield piece.cut(at, at + len(line))
        at += len(line)


def _bears(o: Observation, mark: str) -> bool:
    """True for a figure whose year or row has the mark: "2023*"."""
    quotes = (place.quote for name, place in o.places.items() if name in ("period", "row", "heading"))
    label = re.escape(o.period.label.rstrip("*†‡ ")) if o.period is not None and o.period.label else r"\d{4}"
    return any(re.search(rf"{label}\s?{re.escape(mark)}(?![*†‡])", quote) for quote in quotes)


def _in_mail(ground: Ground, window: Period) -> list[_Words]:
    """What the mail that brought the document says of it."""
    texts = [one.text for one in sentences(ground.context.covering)]
    return [_Words(text, told) for text in texts if (told := _told(ground, text, window)) is not None]


def _told(ground: Ground, text: str, window: Period) -> DaysTold | None:
    nouns = [noun for measure in ground.measures for noun in (measure.unit, *measure.nouns)]
    return days_told(text, ground.period_in(text), window, nouns)


def _opened(ground: Ground, said: Sequence[Said], found: Found, one: _Words) -> Found:
    meant = _meant(ground, said, found, one)
    touched = [o for o in found.observations if o.id in meant and is_open_to(o)]
    if not touched or _is_whole(ground, one):
        return found
    line = ground.locator(one.piece) if one.piece is not None else None
    places = ((line,) if line is not None else ()) + tuple(
        o.places["value"] for o in touched[:3] if "value" in o.places
    )
    choice = _choice(ground, one, touched, places)
    gone = {o.id for o in touched}
    held = under(ground, touched, choice, ALL)
    days = _days(ground, one)
    if days is not None:
        held += under(ground, [_of_days(ground, o, days, one) for o in touched], choice, THESE)
    kept = tuple(o for o in found.observations if o.id not in gone)
    spans = one.piece.cut(one.told.start, one.told.end).spans if one.piece is not None and not one.mark else ()
    marks = tuple(Mark(span, held[0].id, read=True) for span in spans if held)
    return replace(
        found, observations=(*kept, *held), choices=(*found.choices, choice), marks=(*found.marks, *marks)
    )


def is_open_to(o: Observation) -> bool:
    """True for a figure that no other question is open about."""
    return o.amount is not None and not o.is_unread and (not o.choice or o.accepted_by == PERSON.name)


def _meant(ground: Ground, said: Sequence[Said], found: Found, one: _Words) -> set[str]:
    """The figures that the words are about: of that year, of what stands before them, or all without a date."""
    year = one.told.year
    if year is not None and one.mark:
        return {o.id for o in found.observations if o.period == year and _bears(o, one.mark)}
    if year is not None:
        return {o.id for o in found.observations if o.period is not None and o.period.same_days(year)}
    undated = {o.id for o in found.observations if o.period is None}
    if one.said is None:
        return undated
    asked = ask(ground, one.said.sentence.over.question)
    if asked is not None and asked.measures:
        undated = {o.id for o in found.observations if o.id in undated and o.measure in asked.measures}
    return undated & _right_before(said, found, one) if one.told.near else undated


def _right_before(said: Sequence[Said], found: Found, one: _Words) -> set[str]:
    """What "this" and "these" may mean: the statements of the paragraphs just before, and what tables hold.

    Where nothing stands there, all figures.
    """
    held = {o.id for o in found.observations if o.table}
    at = next(at for at, each in enumerate(said) if each is one.said)
    block = said[at].sentence.block
    for each in reversed(said[:at]):
        if block - each.sentence.block > 1:
            break
        block = each.sentence.block
        held |= {o.id for o in each.found.observations}
    return held or {o.id for o in found.observations}


def _days(ground: Ground, one: _Words) -> Period | None:
    """The days that the words leave; None where they do not say which."""
    if one.told.year is None or one.told.days is not None:
        return one.told.days
    words = part_of_year(one.text)
    year = _year(one)
    when = ground.period(f"{year} ({words})") if words else None
    return when if when is not None and when != one.told.year and when.inside(one.told.year) else None


def _is_whole(ground: Ground, one: _Words) -> bool:
    """True where the part of the year that the words name is all of it that was asked about."""
    year, window, days = one.told.year, ground.context.period, _days(ground, one)
    if year is None or window is None or days is None:
        return False
    return days.start <= max(year.start, window.start) and days.end >= min(year.end, window.end)


def _year(one: _Words) -> str:
    """The year as the reply wrote it."""
    year = one.told.year
    return one.text[one.told.start : one.told.end] or (year.label.rstrip("*†‡ ") if year is not None else "")


def _of_days(ground: Ground, o: Observation, days: Period, one: _Words) -> Observation:
    return replace(o, id=digest(ground.document, "days", o.id, one.text), period=days)


def _choice(ground: Ground, one: _Words, touched: Sequence[Observation], places: tuple[Locator, ...]) -> Choice:
    words = " ".join(one.text.split())[:160]
    which = f"for {_year(one)}" if one.told.year is not None else "without a date"
    many = f"the {len(touched)} figures {which}" if len(touched) > 1 else f"the figure {which}"
    verb = "are" if len(touched) > 1 else "is"
    question = f"The reply says of which days its figures are. Of which days {verb} {many}? “{words}”"
    whole = "Of the whole year" if one.told.year is not None else "Of all days asked about"
    days = _days(ground, one)
    ids = tuple(o.id for o in touched)
    limited = (
        Option(THESE, f"Of {days.describe()} only", (), suggested=True)
        if days is not None
        else Option(NOT_DATA, "Of some of them only: leave out what the reply does not date")
    )
    id = choice_id("reading", question, places)
    return Choice(
        id,
        "reading",
        question,
        (limited, Option(ALL, whole, ids)),
        ground.context.body,
        places[:12],
        weight=len(ids),
    )
