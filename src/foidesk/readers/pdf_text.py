"""A page's raw text in reading order, its words with boxes, and its paragraphs. Made without regard to tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

from foidesk.model.places import Box, PagePlace
from foidesk.model.quick import maker
from foidesk.model.reading import Block, Word
from foidesk.readers.tables.ink import Frame, Line, PageInk, Token, frame_of, median, stands_in

ITEM = re.compile(r"^(?:[•▪➢□☒✓·–*-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])$")
SENTENCE_END = re.compile(r"[.:;!?][)\"'”’]*$")
NUMBERED = re.compile(r"\d+")
EDGE = 0.2
WIDEST = 1.8  # lines set at twice their height leave somewhat less than that between them

_word: Callable[..., Word] = maker(Word)
_place: Callable[..., PagePlace] = maker(PagePlace)
_box: Callable[..., Box] = maker(Box)


@dataclass(slots=True)
class Placed:
    """A token and the characters of the page's text that it fills."""

    token: Token
    start: int
    end: int


@dataclass(slots=True)
class PageText:
    """The raw text of a page, and for each line its placed tokens."""

    text: str
    lines: list[list[Placed]]


def page_text(lines: list[Line]) -> PageText:
    """The lines in order as one stream: words parted by a space, lines by a newline, gaps by an empty line."""
    pieces: list[str] = []
    placed: list[list[Placed]] = []
    length = 0
    below: Frame | None = None
    for line in lines:
        frame = frame_of(line)
        if below is not None:
            pieces.append("\n\n" if _gap(below, frame) else "\n")
            length += len(pieces[-1])
        row: list[Placed] = []
        for i, token in enumerate(line):
            length += 1 if i else 0
            row.append(Placed(token, length, length + len(token.text)))
            length += len(token.text)
        pieces.append(" ".join([token.text for token in line]))
        placed.append(row)
        below = frame
    return PageText("".join(pieces), placed)


def _gap(above: Frame, below: Frame) -> bool:
    return below.y0 - above.y1 > 0.7 * (below.y1 - below.y0) or below.y0 < above.y0 - 5


def words_of(page: int, text: PageText) -> tuple[Word, ...]:
    """Every token as a word of the reading."""
    placed = [p for line in text.lines for p in line]
    tokens = [p.token for p in placed]
    sides = (
        [round(t.x0, 2) for t in tokens], [round(t.y0, 2) for t in tokens],
        [round(t.x1, 2) for t in tokens], [round(t.y1, 2) for t in tokens],
    )  # fmt: skip
    return tuple(map(
        _word, [t.text for t in tokens], [p.start for p in placed], [p.end for p in placed],
        map(_place, repeat(page), map(_box, *sides)), [t.sure for t in tokens],
    ))  # fmt: skip


def box_of(frame: Token | Frame) -> Box:
    """The box in points, to two decimals (a tenth of a hair)."""
    return _box(round(frame.x0, 2), round(frame.y0, 2), round(frame.x1, 2), round(frame.y1, 2))


# ------------------------------------------------------------------ paragraphs


def paragraphs(text: PageText, tables: list[Frame]) -> list[list[list[Placed]]]:
    """The lines outside the tables, grouped into paragraphs, headings and list items."""
    groups: list[list[list[Placed]]] = []
    last: Shape | None = None
    margin = max((placed.token.x1 for line in text.lines for placed in line), default=0.0)
    for line, follows, whole in _outside(text.lines, tables):
        shape = _shape(line)
        if last is None or not follows or _starts_new(last, shape, groups[-1], margin):
            groups.append([line])
        else:
            groups[-1].append(line)
        last = shape if whole else None
    return groups


def _outside(lines: list[list[Placed]], tables: list[Frame]) -> Iterator[tuple[list[Placed], bool, bool]]:
    """Runs of tokens outside tables; whether each follows the line before it, and whether it is a whole line."""
    follows = True
    for line in lines:
        if not tables:
            yield line, True, True
            continue
        runs: list[list[Placed]] = [[]]
        for placed in line:
            if stands_in(placed.token, tables):
                runs.append([])
            else:
                runs[-1].append(placed)
        for run in (one for one in runs if one):
            yield run, follows and len(runs) == 1, len(runs) == 1
        follows = len(runs) == 1


class Shape(NamedTuple):
    """A line, where it stands, and the font size of its words."""

    line: list[Placed]
    frame: Frame
    size: float


def _shape(line: list[Placed]) -> Shape:
    tokens = [placed.token for placed in line]
    return Shape(line, frame_of(tokens), median([token.size for token in tokens]))


def _starts_new(above: Shape, below: Shape, group: list[list[Placed]], margin: float) -> bool:
    a, b = above.frame, below.frame
    height = min(a.y1 - a.y0, b.y1 - b.y0)
    if b.y0 < a.y0 - 2 or (b.y0 - a.y1 > 0.6 * height and not _goes_on(above, below)):
        return True
    if max(above.size, below.size) > 1.15 * min(above.size, below.size):
        return True
    if _is_item(above.line, below.line, group, margin):
        return True
    return len(group) > 1 and a.x1 < 0.75 * max(p.token.x1 for row in group for p in row)


def _goes_on(above: Shape, below: Shape) -> bool:
    """True if a line set wide apart goes on with the sentence above: at its left edge, with a small letter."""
    a, b = above.frame, below.frame
    height = min(a.y1 - a.y0, b.y1 - b.y0)
    ended = SENTENCE_END.search(above.line[-1].token.text)
    unfinished = not ended and below.line[0].token.text[:1].islower()
    return unfinished and abs(a.x0 - b.x0) < height and b.y0 - a.y1 < WIDEST * height


def _is_item(above: list[Placed], line: list[Placed], group: list[list[Placed]], margin: float) -> bool:
    """True for the mark of a list; "46." that the line above had no room for, in mid-sentence, is a number."""
    first = line[0].token
    if not ITEM.match(first.text):
        return False
    number, before = first.text.strip("()."), group[0][0].token.text.strip("().")
    if SENTENCE_END.search(above[-1].token.text) or not number.isdecimal():
        return True
    follows = before.isdecimal() and int(number) == int(before) + 1
    return follows or above[-1].token.x1 + (first.x1 - first.x0) < margin


def blocks_of_page(ink: PageInk, text: PageText, tables: list[Frame], repeated: set[str]) -> tuple[Block, ...]:
    """The paragraphs of the page as blocks with their kinds."""
    return tuple(_block(ink, text, group, repeated) for group in paragraphs(text, tables))


def _block(ink: PageInk, text: PageText, group: list[list[Placed]], repeated: set[str]) -> Block:
    start, end = group[0][0].start, group[-1][-1].end
    frame = frame_of([p.token for line in group for p in line])
    words = text.text[start:end]
    kind = _kind(ink, group, frame, words, repeated)
    return Block(kind, words, start, end, PagePlace(ink.number, box_of(frame)))


def _kind(ink: PageInk, group: list[list[Placed]], frame: Frame, words: str, repeated: set[str]) -> str:
    first = group[0]
    if line_key([p.token for p in first], ink) in repeated:
        return "page header" if frame.y1 < ink.height / 2 else "page footer"
    if ITEM.match(first[0].token.text) and len(first) > 1:
        return "list item"
    if len(group) <= 2 and _is_heading(ink, [p.token for line in group for p in line], words):
        return "heading"
    return "paragraph"


def _is_heading(ink: PageInk, tokens: list[Token], words: str) -> bool:
    if len(tokens) > 16 or words.endswith((".", ",", ";")) or not any(c.isalpha() for c in words):
        return False
    return tokens[0].start in ink.bold or median([t.size for t in tokens]) > 1.15 * ink.usual_size


# ------------------------------------------------------------------ headers and footers


def repeated_lines(pages: list[tuple[PageInk, list[Line]]]) -> set[str]:
    """Keys of lines in the top or bottom margin that stand at one height on at least half of the pages."""
    seen: dict[str, set[int]] = {}
    for ink, lines in pages:
        for line in lines:
            if key := line_key(line, ink):
                seen.setdefault(key, set()).add(ink.number)
    return {key for key, on in seen.items() if len(on) >= max(2, 0.5 * len(pages))}


def _in_margin(frame: Frame, ink: PageInk) -> bool:
    return frame.y1 < EDGE * ink.height or frame.y0 > (1 - EDGE) * ink.height


def line_key(line: Iterable[Token], ink: PageInk) -> str:
    """What a line of the margin has in common with its like on other pages; "" for a line of the body."""
    tokens = list(line)
    first = tokens[0]
    if not (first.y1 < EDGE * ink.height or first.y0 > (1 - EDGE) * ink.height):
        return ""  # as of most lines: no need to look at the rest
    frame = frame_of(tokens)
    if not _in_margin(frame, ink):
        return ""
    words = NUMBERED.sub("#", " ".join(t.text for t in tokens))
    if len(tokens) > 2 and not any(c.isalpha() for c in words):
        return ""  # figures of a table: page numbers are one or two
    return f"{round(frame.y0 / 4)}:{words}"
