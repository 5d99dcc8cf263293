"""Lines of a table as rows of pieces."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import pairwise

from foidesk.readers.tables.ink import GROUPED, THOUSANDS, Frame, Line, Token, frame_of, is_number, meets, text_of


@dataclass(slots=True)
class Piece:
    """Words that stand in columns `first` to `last` of one row; one line of words per printed line."""

    first: int
    last: int
    lines: list[Line]

    @property
    def frame(self) -> Frame:
        return frame_of([token for line in self.lines for token in line])

    @property
    def text(self) -> str:
        return " ".join(text_of(line) for line in self.lines)

    @property
    def number(self) -> bool:
        text = self.text
        words = text.split(" ")
        return is_number(text) or (len(text) <= 12 and is_number(words[0])) or all(map(is_number, words))

    def on(self, other: Piece) -> bool:
        """True if both stand in at least one common column."""
        return self.first <= other.last and other.first <= self.last


@dataclass(slots=True)
class Band:
    """A row of the table: its pieces from left to right. `section`: it names a part; `bold`: it begins so."""

    pieces: list[Piece]
    head: bool = False
    section: bool = False
    bold: bool = False
    top: float = field(init=False)
    bottom: float = field(init=False)

    def __post_init__(self) -> None:
        self._measure()

    def _measure(self) -> None:
        frames = [piece.frame for piece in self.pieces]
        self.top, self.bottom = min(f.y0 for f in frames), max(f.y1 for f in frames)

    @property
    def label(self) -> Piece | None:
        return self.pieces[0] if self.pieces[0].first == 0 else None

    @property
    def values(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.first > 0]

    @property
    def numbers(self) -> int:
        return sum(piece.number for piece in self.values)

    def take(self, below: Band) -> None:
        """Put the pieces of the line below into this row, column by column."""
        for piece in below.pieces:
            mine = next((p for p in self.pieces if p.on(piece)), None)
            if mine is None:
                self.pieces.append(piece)
            else:
                mine.lines.extend(piece.lines)
                mine.first, mine.last = min(mine.first, piece.first), max(mine.last, piece.last)
        self.pieces.sort(key=lambda p: p.first)
        self._measure()


def pieces_of(
    line: Line, cuts: list[float], size: float, hard: Collection[float] = (), usual: float = 0.0
) -> list[Piece]:  # fmt: skip
    """The line's words by column; words that run across a cut with word spaces only are one piece.

    At a `hard` cut they are two. `usual`: the space between two words of the table, in font sizes.
    """
    pieces: list[Piece] = []
    space = _word_space(line, size, usual)
    for token, (first, last) in zip(line, _placed(line, cuts), strict=True):
        piece = pieces[-1] if pieces else None
        gap = token.x0 - piece.lines[0][-1].x1 if piece is not None else 0.0
        close = gap < space and first > 0 and cuts[first - 1] not in hard
        close = close and not (piece is not None and meets(piece.lines[0][-1], token))
        if piece is not None and (first <= piece.last or (close and not _two_values(piece, token, gap))):
            piece.last = max(piece.last, last)
            piece.lines[0].append(token)
        else:
            pieces.append(Piece(first, last, [[token]]))
    return _freed_numbers(pieces, cuts)


def _placed(line: Line, cuts: list[float]) -> list[tuple[int, int]]:
    """The columns of each word; where two values fall into one, the later ones move on to the next blank column.

    So a spreadsheet prints words in columns of figures ("61.8 N/A"): to the left, close to the figure before.
    """
    places = [columns_of(token, cuts) for token in line]
    for i in range(1, len(line)):
        (first, _), column = places[i], places[i - 1][1]
        before = places[i - 2][1] if i > 1 else -1
        alone = 0 < column != before and is_number(line[i - 1].text) and is_number(line[i].text)
        apart = line[i].x0 - line[i - 1].x1 > 0.15 * line[i].size
        if first == column and alone and apart:
            end = next((k for k in range(i, len(line)) if _free_after(places, k, len(cuts))), None)
            if end is not None and not _stay(line[i - 1].text, [t.text for t in line[i : end + 1]]):
                places[i : end + 1] = [(a + 1, a + 1) for a, _ in places[i : end + 1]]
    return places


def _stay(before: str, texts: list[str]) -> bool:
    """True if the words are no values, or go on with the value before: a share in brackets, "243" behind "2"."""
    if not all(map(is_number, texts)) or (texts[0].startswith("(") and any(c.isdigit() for c in texts[0])):
        return True
    return bool(GROUPED.match(before)) and all(map(THOUSANDS.match, texts))


def _free_after(places: list[tuple[int, int]], k: int, last: int) -> bool:
    """True if no word stands in the column behind that of word k."""
    column = places[k][0] + 1
    return column <= last and (k + 1 == len(places) or places[k + 1][0] > column)


def _two_values(piece: Piece, token: Token, gap: float) -> bool:
    """True for a value behind another: a word put to the left of a column of figures, as in "61.8 N/A"."""
    size = max(word.size for word in piece.lines[0])
    words = [word for word in piece.lines[0] if word.size > 0.8 * size]  # without the marks of footnotes
    before = words[0]
    alone = (
        not any(_is_value(word.text) for word in words[1:])
        and piece.first > 0
        and gap > 0.15 * token.size
        and token.size > 0.8 * size
    )
    return alone and is_number(before.text) and is_number(token.text)


def _is_value(text: str) -> bool:
    """True for what is no share in brackets behind a value: "14 (89%)" is one."""
    return not (text.startswith("(") and is_number(text))


def _word_space(line: Line, size: float, usual: float) -> float:
    """The widest gap between two words of one phrase on this line."""
    gaps = sorted(g for g in (b.x0 - a.x1 for a, b in pairwise(line)) if 0 < g < 0.36 * size)
    return (
        min(0.36 * size, 1.3 * gaps[len(gaps) // 2])
        if len(gaps) >= 3
        else size * min(0.45, max(0.33, 1.2 * usual))
    )


def _freed_numbers(pieces: list[Piece], cuts: list[float]) -> list[Piece]:
    """The pieces with a number set free that stands in a column of its own close behind a long label."""
    if len(pieces) < 2 or pieces[0].first or not pieces[0].last or not is_number(pieces[0].lines[0][-1].text):
        return pieces
    label, *values = pieces
    line = label.lines[0]
    cut = cuts[label.last - 1]
    if len(line) < 2 or line[-1].x0 < cut - 1 or line[-2].x1 > cut + 1 or not all(v.number for v in values):
        return pieces
    return [Piece(0, label.last - 1, [line[:-1]]), Piece(label.last, label.last, [line[-1:]]), *values]


def columns_of(token: Token, cuts: list[float]) -> tuple[int, int]:
    lean = 0.25 * (token.x1 - token.x0)
    first = sum(token.x0 + lean > cut for cut in cuts)
    return first, max(first, sum(token.x1 - lean > cut for cut in cuts))
