"""Where a number seems to be missing: a gap in a sentence, a total's row left blank, an answer of nothing.

A reply whose figure was lost (a field that was not filled in, white letters, a cell left blank) must not read as
one that never gave it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from foidesk.model.issues import Issue
from foidesk.model.places import PagePlace
from foidesk.model.reading import Word

from ..basis.ground import Ground
from ..basis.near import all_lines, ask, numbered, opening, question_of
from ..basis.pieces import Piece
from ..figures.seen import Seen, look
from ..sentences.cutting import cut
from ..sentences.over import Sentence
from ..tables.tables import TableRead

MOST = 3
"""More gaps than this in one document are a habit of its writer, or lines spaced out to the margin."""
WIDE = 0.9
_BLANKS = re.compile(r"(?<=[^\W\d]) {2,}(?=[^\W\d])")
_ENDS = re.compile(
    r"\b(?:number|total|figure|count|sum)\b[^.;:]*\b(?:is|was|were|are|to|at|of)\s*\.\s*$", re.IGNORECASE
)
_TOTAL_OF = re.compile(r"\btotal of\s+(?=[^\W\d])", re.IGNORECASE)
_LABEL = re.compile(r"^[^:.;]{2,40}:\s*\.\s*$")
_VERB = re.compile(r"^(?:was|were|has|have|had)\b")
_NOUN_AND_VERB = re.compile(r"^\w+(?:\s\w+){0,3}\s(?:was|were|has|have|had)\b")


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A sentence, and whether it is suspected for a gap only."""

    piece: Piece
    gap: bool


def missing(ground: Ground, sentences: Sequence[Sentence], tables: Sequence[TableRead]) -> Iterator[Issue]:
    """An issue for each place where a number seems to be missing."""
    found = [one for sentence in sentences if (one := _suspect(ground, sentence)) is not None]
    habit = sum(one.gap for one in found) > MOST
    for one in found:
        if not (one.gap and habit):
            yield _issue(ground, one.piece, f"A number seems to be missing in “{_short(one.piece.text)}”.")
    for piece in _empty_answers(ground):
        yield _issue(ground, piece, f"Nothing stands under “{_short(piece.text)}”, where we asked for a number.")
    for read in tables:
        yield from _blank_totals(ground, read)


def _issue(ground: Ground, piece: Piece, what: str) -> Issue:
    return Issue(
        "number-missing", "warning", what, ground.where(piece.place),
        "Look at the original, and ask the body if the figure is not there.",
        (ground.locator(piece),), body=ground.context.body, key=what,
    )  # fmt: skip


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 160 else f"{words[:157]}..."


# ---------------------------------------------------------------- sentences


def _suspect(ground: Ground, sentence: Sentence) -> _Suspect | None:
    text = sentence.text
    seen = look(ground, text)
    if not seen.numbers and (_ENDS.search(text) or _is_empty_label(ground, text)):
        return _Suspect(sentence.piece, gap=False)
    counted = [(noun.start, noun.end) for noun in seen.nouns] + [
        (hit.start, hit.end) for _, hit in seen.categories
    ]
    counted += seen.asked
    starts = {start for start, _ in counted}
    if any(found.end() in starts for found in _TOTAL_OF.finditer(text)) or _lost_its_head(ground, sentence, seen):
        return _Suspect(sentence.piece, gap=False)
    return _Suspect(sentence.piece, gap=True) if counted and _has_gap(ground, sentence.piece, counted) else None


def _is_empty_label(ground: Ground, text: str) -> bool:
    """True for "Volunteers: ." """
    label = text.split(":")[0]
    return _LABEL.match(text) is not None and any(m.knows(label) for m in ground.matchers.values())


def _lost_its_head(ground: Ground, sentence: Sentence, seen: Seen) -> bool:
    """True for a sentence that begins with a small letter and its noun or verb, where no other goes on."""
    text = sentence.text
    told = _NOUN_AND_VERB.match(text) is not None and any(noun.start == 0 for noun in seen.nouns)
    if not text[:1].islower() or not (told or _VERB.match(text)):
        return False
    first = min(sentence.piece.spans, default=None)
    part = ground.parts.get(first.part) if first else None
    if first is None or part is None:
        return False
    before = part.text[: first.start].rstrip()
    line = before[before.rfind("\n") + 1 :]
    ended = before.endswith((".", "!", "?", "\t")) or numbered(line) is not None
    return ended or part.layer == "cells"


def _has_gap(ground: Ground, piece: Piece, counted: Sequence[tuple[int, int]]) -> bool:
    """True if a gap stands between two words that is as wide as a number.

    In a text, where some writers strike the bar twice, only beside a word that is counted.
    """
    names = {span.part for span in piece.spans}
    part = ground.parts.get(names.pop()) if len(names) == 1 else None
    if part is None or part.layer == "cells":
        return False
    start, end = min(span.start for span in piece.spans), max(span.end for span in piece.spans)
    if not any(isinstance(run.place, PagePlace) for run in piece.runs):
        gaps = [gap.span() for gap in _BLANKS.finditer(piece.text)]
        return any(left <= high and low <= right for low, high in gaps for left, right in counted)
    words = [word for word in part.words if start <= word.start and word.end <= end]
    return any(_is_wide(one, other) for one, other in pairwise(words))


def _is_wide(one: Word, other: Word) -> bool:
    """True for two words of a line with room for a number between them."""
    if not (isinstance(one.place, PagePlace) and isinstance(other.place, PagePlace)):
        return False
    left, right = one.place.box, other.place.box
    height = min(left.y1 - left.y0, right.y1 - right.y0)
    in_line = min(left.y1, right.y1) - max(left.y0, right.y0) > 0.5 * height
    worded = one.text[-1:].isalpha() and other.text[:1].isalpha()
    return in_line and worded and right.x0 - left.x1 > WIDE * height


# ---------------------------------------------------------------- answers and totals


def _empty_answers(ground: Ground) -> Iterator[Piece]:
    """The numbers of our questions for a figure after which the next number follows at once."""
    last: tuple[int, Piece] | None = None
    for _, _, piece in all_lines(ground):
        for part in cut(piece):
            seen = opening(ground, part.text)
            number = int(seen[0]) if seen is not None and seen[0].isdigit() else 0
            if last is not None and number == last[0] + 1 and not _table_between(ground, last[1], part):
                yield last[1]
            is_bare = seen is not None and not part.text[seen[1] :].strip(" .:)-–")
            last = (number, part) if number and is_bare and _asks_number(ground, part) else None


def _table_between(ground: Ground, one: Piece, other: Piece) -> bool:
    """True if a table stands between two runs of text of one part."""
    if not one.spans or not other.spans or one.spans[-1].part != other.spans[0].part:
        return True
    part, start, end = one.spans[-1].part, one.spans[-1].end, other.spans[0].start
    first = (ground.cell_piece(t.cells[0], t.parts).spans for t in ground.tables if part in t.parts)
    return any(spans and start <= spans[0].start < end for spans in first)


def _asks_number(ground: Ground, part: Piece) -> bool:
    question = ask(ground, question_of(ground, part.text))
    return question is not None and bool(question.measures)


def _blank_totals(ground: Ground, read: TableRead) -> Iterator[Issue]:
    """The rows of a table that are called a total and hold none, though figures stand above them."""
    figures = [f for f in read.figures if not f.meaning.percent]
    summed = {f.column for f in figures if not f.whole_column and not f.says.is_hole}
    for row in sorted({f.row for f in figures if f.whole_column}):
        here = [f for f in figures if f.row == row and f.column in summed]
        blank = [f for f in here if f.says.kind == "blank"]
        if blank and (len(blank) == len(here) or len(blank) * 2 <= len(here)):
            piece = dict(here[0].labels).get("row", here[0].piece)
            yield _issue(ground, piece, f"The row “{_short(piece.text)}” of {read.table.name} lacks a total.")
