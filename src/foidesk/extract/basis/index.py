"""The words of one part, found by their place: ties a cell or a paragraph to the raw characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

from foidesk.model.places import Box, PagePlace, Place, SheetPlace, TextPlace
from foidesk.model.reading import Part, Word

from .pieces import Piece, Run, Span

BAND = 12.0
Token = tuple[str, Span, Place]


class WordIndex:
    """The words of one part, found by place or by characters."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._cells: dict[tuple[str, int, int], Word] = {}
        self._bands: dict[tuple[int, int], list[Word]] = defaultdict(list)
        self._pages: set[int] = set()
        self._sheets: set[str] = set()
        for word in part.words:
            self._file(word)
        self._ordered = sorted(part.words, key=lambda word: word.start)
        self._starts = [word.start for word in self._ordered]

    def _file(self, word: Word) -> None:
        place = word.place
        if isinstance(place, SheetPlace):
            self._cells[place.sheet, place.row, place.column] = word
            self._sheets.add(place.sheet)
        elif isinstance(place, PagePlace):
            self._bands[place.page, int(_middle(place.box)[1] // BAND)].append(word)
            self._pages.add(place.page)

    def reaches(self, place: Place) -> bool:
        """True if words of this part can stand at the place."""
        if isinstance(place, PagePlace):
            return place.page in self._pages
        return isinstance(place, SheetPlace) and place.sheet in self._sheets

    def runs(self, text: str, place: Place) -> tuple[Run, ...]:
        """How the characters of a cell's text are tied to the raw text."""
        if isinstance(place, SheetPlace):
            return self._cell_runs(text, place)
        if isinstance(place, PagePlace):
            return tuple(aligned(text, self._inside(place)))
        return ()

    def _cell_runs(self, text: str, place: SheetPlace) -> tuple[Run, ...]:
        word = self._cells.get((place.sheet, place.row, place.column))
        if word is None:
            return ()
        if word.text == text:
            return (Run(0, Span(self.part.name, word.start, word.end), place),)
        return tuple(aligned(text, [(word.text, Span(self.part.name, word.start, word.end), place)]))

    def block_runs(self, text: str, place: Place) -> tuple[Run, ...]:
        """How the characters of words over several cells or lines are tied to the raw text."""
        if isinstance(place, SheetPlace):
            held = [word for word in self._ordered if place.holds(word.place)]
            return tuple(aligned(text, [(w.text, Span(self.part.name, w.start, w.end), w.place) for w in held]))
        return self.runs(text, place)

    def _inside(self, place: PagePlace) -> list[Token]:
        first, last = int((place.box.y0 - 1) // BAND), int((place.box.y1 + 1) // BAND)
        near = [word for band in range(first, last + 1) for word in self._bands.get((place.page, band), ())]
        found = sorted((word for word in near if _within(place.box, word)), key=lambda word: word.start)
        return [(word.text, Span(self.part.name, word.start, word.end), word.place) for word in found]

    def stretch(self, start: int, end: int) -> Piece:
        """Characters `start` to `end` of the part, with the places of the words they are made of."""
        text = self.part.text[start:end]
        if not self._ordered:
            place = TextPlace(self.part.name, start, end)
            return Piece(text, place, (Run(0, Span(self.part.name, start, end), place),))
        words = self._between(start, end)
        whole = Piece(text, TextPlace(self.part.name, start, end), tuple(self._run(word, start) for word in words))
        return whole.cut(0, len(text))

    def _between(self, start: int, end: int) -> list[Word]:
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return [word for word in self._ordered[first:last] if word.end > start]

    def _run(self, word: Word, base: int) -> Run:
        return Run(word.start - base, Span(self.part.name, word.start, word.end), word.place)


def _middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def _within(box: Box, word: Word) -> bool:
    if not isinstance(word.place, PagePlace):
        return False
    x, y = _middle(word.place.box)
    return box.x0 - 0.5 <= x <= box.x1 + 0.5 and box.y0 - 0.5 <= y <= box.y1 + 0.5


def tokens_of(raw: str, place: TextPlace) -> list[Token]:
    """The words of raw text with their characters."""
    out: list[Token] = []
    at = 0
    for token in raw.split():
        at = raw.index(token, at)
        start, end = place.start + at, place.start + at + len(token)
        out.append((token, Span(place.part, start, end), TextPlace(place.part, start, end)))
        at += len(token)
    return out


def aligned(text: str, tokens: list[Token]) -> Iterator[Run]:
    """A run for each token found in the text, in order; a token that is not found is skipped."""
    at = 0
    for token, span, place in tokens:
        found = text.find(token, at)
        if found < 0 and len(token) > 1:
            continue
        if found >= 0:
            yield Run(found, span, place)
            at = found + len(token)
