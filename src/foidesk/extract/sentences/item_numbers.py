"""Numbers of items: those before the lines of a list that is one answer, and are no numbers of our questions.

"1. Boiler failure 3 / 2. Staff shortage 4" under a heading counts the kinds of one question, whatever number each
line goes by; "1. 2021: 5 / 2. 2022: 7" its years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..basis.ground import Ground
from ..basis.near import all_lines, ask, by_number, quoted_question
from ..basis.pieces import Piece
from ..figures.seen import Seen, look, strange_words

_BARE = re.compile(r"^\W{0,3}\(?(\d{1,2})\s*[.):](?=\s|$)")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that begins with a bare number; `block` counts the runs of text."""

    block: int
    number: int
    piece: Piece
    text: str


def is_item(ground: Ground, part: Piece) -> bool:
    """True for a line whose number only counts the items of a list."""
    spans = part.spans
    return bool(spans) and (spans[0].part, spans[0].start) in ground.memo.get("items", lambda: _items(ground))


def _items(ground: Ground) -> frozenset[tuple[str, int]]:
    """Where the lines begin whose numbers count items."""
    found = (line for run in _runs(ground) if _counts_items(ground, run) for line in run)
    return frozenset((span.part, span.start) for line in found for span in line.piece.spans[:1])


def _runs(ground: Ground) -> Iterator[list[_Line]]:
    """The lines that count up by one, nothing standing between them."""
    run: list[_Line] = []
    for line in _numbered(ground):
        goes_on = run and line.number == run[-1].number + 1 and line.block <= run[-1].block + 1
        if not goes_on:
            yield run
            run = []
        run.append(line)
    yield run


def _numbered(ground: Ground) -> Iterator[_Line]:
    for block, (_, _, piece) in enumerate(all_lines(ground)):
        at = 0
        for text in piece.text.splitlines(keepends=True):
            found = _BARE.match(text)
            if found:
                line = piece.cut(at, at + len(text)).stripped()
                yield _Line(block, int(found[1]), line, text[found.end() :].strip())
            at += len(text)


def _counts_items(ground: Ground, run: list[_Line]) -> bool:
    """True if one of the lines counts a kind that its question does not ask for, or each another period."""
    if len(run) < _LEAST or any(quoted_question(ground, line.text) for line in run):
        return False
    seen = [look(ground, line.text) for line in run]
    strange = any(_is_strange(ground, line, one) for line, one in zip(run, seen, strict=True))
    return strange or _is_series(ground, seen)


def _is_strange(ground: Ground, line: _Line, seen: Seen) -> bool:
    """True for one number of a kind that the question of that number does not ask for, and nothing else."""
    question = ask(ground, by_number(ground, str(line.number)))
    if question is None or len(seen.numbers) != 1 or not seen.categories or strange_words(seen):
        return False
    if any(hit.measure in question.measures for hit in seen.nouns):
        return False
    return not {name for name, _ in seen.categories} & set(question.variables)


def _is_series(ground: Ground, seen: list[Seen]) -> bool:
    """True if every line has one number and a period of its own, and no other words."""
    dated = [one.periods[0].period for one in seen if len(one.periods) == 1 and len(one.numbers) == 1]
    return len(dated) == len(seen) and len({*dated}) == len(seen) and not any(strange_words(one) for one in seen)
