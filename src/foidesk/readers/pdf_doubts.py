"""What may be wrong with what was read from a page, each with its place: for a person to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foidesk.model.issues import Issue
from foidesk.model.places import Locator, PagePlace
from foidesk.model.protocols import Source
from foidesk.readers import ocr
from foidesk.readers.basket import plural
from foidesk.readers.ocr_forms import odd_forms
from foidesk.readers.pdf_aslant import words_aslant
from foidesk.readers.pdf_near import text_in
from foidesk.readers.pdf_pictures import unread_pictures
from foidesk.readers.pdf_rows import doubtful_rows
from foidesk.readers.pdf_text import box_of
from foidesk.readers.tables.grid import Found
from foidesk.readers.tables.ink import DARK, Frame, Line, PageInk, Token, holds_ink, is_number, is_year

DOUBTFUL = 0.80
GLUED = re.compile(r"\d[,.]\d{3}\d+[,.]\d|[a-z]{3}\d+(?:[.,]\d+)*%?$|^\d+[A-Z][a-z]{2}")
SPECKS = 60  # square points of ink that a blank page may have
ABOVE = 10  # font sizes: so far above a table its heads may stand
MANY = 4  # figures that lie: no more of them are no table
MOST = 40  # places that one issue names


def all_doubts(ink: PageInk, lines: list[Line], tables: list[Found], source: Source) -> Iterator[Issue]:
    """The issues of one page."""
    yield from sealed_words(ink, source)
    yield from struck_words(ink, lines, source)
    yield from unread_pictures(ink, source)
    yield from words_aslant(ink, source)
    yield from nothing_read(ink, source)
    yield from doubtful_numbers(ink, source)
    yield from disputed_numbers(ink, source)
    yield from odd_numbers(ink, source)
    yield from glued_words(ink, lines, tables, source)
    yield from lying_figures(ink, tables, source)
    for table in tables:
        yield from strays(ink, table, source)
        yield from unread_cells(ink, table, source)
        yield from doubtful_rows(ink, lines, table, tables, source)


def sealed_words(ink: PageInk, source: Source) -> Iterator[Issue]:
    """Issues for comments, and for words that do not show: their places, not what they say."""
    if ink.remarks:
        yield Issue(
            "comments", "note", f"{plural(ink.remarks, 'comment')} left unread.",
            f"{source.name}, page {ink.number}",
            "Open it and look whether they bear on the figures.", key=f"page {ink.number}",
        )  # fmt: skip
    if not ink.sealed:
        return
    what = f"{plural(len(ink.sealed), 'word')} on this page cannot be seen (in the colour of the paper, drawn "
    yield Issue(
        "hidden-text", "warning", what + "invisibly, below a box or beside the page); left unread",
        f"{source.name}, page {ink.number}",
        "decide whether the body meant to send it; open it by hand if the figures need it",
        tuple(Locator(source.sha256, PagePlace(ink.number, box_of(frame)), "") for frame in ink.sealed[:MOST]),
        key=f"page {ink.number}",
    )  # fmt: skip


def struck_words(ink: PageInk, lines: list[Line], source: Source) -> Iterator[Issue]:
    """An issue for words that a line is drawn through: read as they stand, for a person to decide."""
    places = [(frame, text_in(lines, frame)) for frame in ink.struck]
    if places:
        shown = ", ".join(f"“{text[:60]}”" for _, text in places[:5]) + (" and more" if len(places) > 5 else "")
        yield Issue(
            "struck-text", "warning",
            f"{plural(len(places), 'word')} struck through, read as if they stood: {shown}",
            f"{source.name}, page {ink.number}", "look at the page and decide whether the body withdrew them",
            tuple(Locator(source.sha256, PagePlace(ink.number, box_of(f)), text) for f, text in places[:MOST]),
            key=f"page {ink.number} struck",
        )  # fmt: skip


def nothing_read(ink: PageInk, source: Source) -> Iterator[Issue]:
    """An issue for a picture, not blank, on which no word was recognised: a photograph, or a page lost."""
    if ink.layer == "ocr" and ink.tools and not ink.tokens and sum(shade > DARK for shade in ink.shade) > SPECKS:
        yield Issue(
            "ocr-nothing", "warning", "no word was recognised on this page, which is a picture and not blank",
            f"{source.name}, page {ink.number}", "look at the picture: read its figures by eye if it has any",
            key=f"page {ink.number}",
        )  # fmt: skip


def doubtful_numbers(ink: PageInk, source: Source) -> Iterator[Issue]:
    """An issue for each recognised number that the engine is not sure of and no second engine confirms."""
    for token in ink.tokens if len(ink.tools) < 2 else ():
        if token.sure is not None and token.sure < DOUBTFUL and ocr.has_digit(token.text):
            what = f"the scan may not say “{token.text}”: recognised with {token.sure:.0%} confidence"
            yield _doubt("ocr-doubtful", what, token, token.text, ink.number, source)


def disputed_numbers(ink: PageInk, source: Source) -> Iterator[Issue]:
    """An issue for each number of a scan on which two engines differ."""
    for frame, first, second in ink.disputed or ():
        what = f"two readings of the scan differ: “{first}” and “{second}”"
        yield _doubt("ocr-disputed", what, frame, first, ink.number, source)


def odd_numbers(ink: PageInk, source: Source) -> Iterator[Issue]:
    """An issue for each recognised number that is written as numbers are not, or not on this page."""
    known = {(frame.x0, frame.y0) for frame, _, _ in ink.disputed or ()}
    for token, why in odd_forms(ink.tokens) if ink.layer == "ocr" else ():
        if (token.x0, token.y0) not in known:
            what = f"the scan may not say “{token.text}”: {why}"
            yield _doubt("ocr-doubtful", what, token, token.text, ink.number, source)


def _doubt(kind: str, what: str, place: Token | Frame, text: str, page: int, source: Source) -> Issue:
    locator = Locator(source.sha256, PagePlace(page, box_of(place)), text)
    return Issue(
        kind, "warning", what, f"{source.name}, page {page}", "compare with the picture of the page",
        (locator,), key=f"page {page} at {place.x0:.0f},{place.y0:.0f}",
    )  # fmt: skip


def glued_words(ink: PageInk, lines: list[Line], tables: list[Found], source: Source) -> Iterator[Issue]:
    """An issue for words outside tables in which two runs of text meet, one a figure: perhaps two cells."""
    frames = [table.frame for table in tables]
    places = []
    for frame in ink.seams:
        text = text_in(lines, frame)
        outside = not any(f.has((frame.x0 + frame.x1) / 2, (frame.y0 + frame.y1) / 2, 1.0) for f in frames)
        if outside and GLUED.search(text):
            places.append((frame, text))
    if places:
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        yield Issue(
            "row-in-doubt", "warning", f"two cells may have been printed as one word: “{places[0][1][:80]}”{more}",
            f"{source.name}, page {ink.number}", "look at these words on the page",
            tuple(Locator(source.sha256, PagePlace(ink.number, box_of(f)), text) for f, text in places[:MOST]),
            key=f"page {ink.number} words",
        )  # fmt: skip


def lying_figures(ink: PageInk, tables: list[Found], source: Source) -> Iterator[Issue]:
    """An issue for figures that run up or down a page whose other words stand: a table printed on its side.

    Figures in the heads of a table that stands are none; a few are those of an axis or a margin.
    """
    lying = [t for t in ink.tokens if not t.upright and is_number(t.text) and t.text[-1:].isalnum()]
    lying = [t for t in lying if not is_year(t.text)]
    for table in tables if len(lying) > MANY else ():
        words, f = [token for slot in table.slots for token in slot.tokens], table.frame
        if 2 * sum(token.upright for token in words) > len(words):
            lying = [t for t in lying if not (f.x0 < t.centre < f.x1 and f.y0 - ABOVE * t.size < t.middle < f.y1)]
    if len(lying) > MANY:
        what = f"{len(lying)} figures on this page run up or down: they may be a table that was not read as such"
        yield Issue(
            "row-in-doubt", "warning", what, f"{source.name}, page {ink.number}", "turn the page and look at them",
            tuple(Locator(source.sha256, PagePlace(ink.number, box_of(t)), t.text) for t in lying[:MOST]),
            key=f"page {ink.number} lying",
        )  # fmt: skip


def strays(ink: PageInk, table: Found, source: Source) -> Iterator[Issue]:
    """An issue for each number that stands in the table's frame but in none of its cells."""
    for token in table.stray:
        yield _stray(token, ink.number, source)


def _stray(token: Token, number: int, source: Source) -> Issue:
    locator = Locator(source.sha256, PagePlace(number, box_of(token)), token.text)
    what = f"“{token.text}” stands among the cells of a table but belongs to none that was found"
    return Issue(
        "number-outside-cells", "warning", what, f"{source.name}, page {number}",
        "look at the page and say which row and column it belongs to", (locator,),
        key=f"page {number} at {token.x0:.0f},{token.y0:.0f}",
    )  # fmt: skip


def unread_cells(ink: PageInk, table: Found, source: Source) -> Iterator[Issue]:
    """An issue for each cell of a scanned table that shows something which was not recognised."""
    for slot in table.slots if ink.shade else ():
        if slot.empty() and slot.frame is not None and holds_ink(ink, slot.frame):
            yield _unread(slot.frame, ink.number, source)


def _unread(frame: Frame, page: int, source: Source) -> Issue:
    locator = Locator(source.sha256, PagePlace(page, box_of(frame)), "")
    return Issue(
        "ocr-unread-cell", "warning", "a cell of a scanned table shows something that was not recognised",
        f"{source.name}, page {page}", "read the cell in the picture of the page", (locator,),
        key=f"page {page} at {frame.x0:.0f},{frame.y0:.0f}",
    )  # fmt: skip
