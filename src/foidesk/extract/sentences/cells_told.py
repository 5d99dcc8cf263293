"""The sentences that stand in the cells of tables which are no data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foidesk.model.periods import Period

from ..basis.asked import all_ours
from ..basis.asked_period import period_asked
from ..basis.asking import asks, in_other_words, other_question
from ..basis.ground import Ground
from ..basis.near import question_of, quoted_question, repeats
from ..basis.pieces import Piece
from ..basis.questions import SEPARATOR
from ..figures.grid import Slot
from ..layout.kinds import counts_in_words
from ..tables.tables import TableRead
from .cutting import cut
from .over import Over, Sentence
from .sub_questions import asked_itself, is_answer, of_a_kind

_FIGURE = re.compile(r"\W*\d[\d,.]*\W*")


def sentences_in_cells(ground: Ground, read: TableRead, number: int) -> Iterator[Sentence]:
    """The answers of a table of questions, and the words of a table used to lay out a letter."""
    yield from _answer_rows(ground, read, number)
    if read.kind not in ("answers", ""):
        return
    own: Over | None = None
    heads = [row for row in read.layout.header if any(s.text.strip().endswith("?") for s in _slots(read, row))]
    for index, row in enumerate([*heads, *read.layout.data, *read.layout.rows("lone")]):
        filled = [slot.piece for slot in read.layout.grid.filled(row) if slot.piece is not None]
        question = next((q for piece in filled[:-1] if (q := _question(ground, read, piece.text))), "")
        asked = next((piece for piece in reversed(filled[:-1]) if asks(piece.text)), None)
        own = asked_itself(ground, asked, Over(question), own) if asked is not None else None
        if own is not None and is_answer(filled[-1].text):
            yield Sentence(filled[-1], own, number + index + 1)
            continue
        if asked is not None and question and not _puts_ours(ground, asked.text, question):
            continue
        days = period_asked(ground, asked.text) if asked is not None and question else None
        several = sum(bool(_FIGURE.fullmatch(piece.text)) for piece in filled[1:]) > 1
        if question and several:
            continue  # a row of figures, the last of which is not the answer
        if not read.kind and (dated := _counted_row(ground, read, filled)) is not None:
            yield Sentence(filled[1], Over(period=dated, heading=filled[0]), number + index + 1)
            continue
        wanted = filled[-1:] if question else (filled if not read.kind and len(filled) == 1 else [])
        for piece in wanted:
            for part in cut(piece):
                yield Sentence(
                    part, Over(question, period=days, heading=asked if days else None), number + index + 1
                )


def _answer_rows(ground: Ground, read: TableRead, number: int) -> Iterator[Sentence]:
    """The sentences that stand in a table where other rows have a figure, each with the question it answers."""
    for row in read.layout.rows("answer"):
        filled = [slot.piece for slot in read.layout.grid.filled(row) if slot.piece is not None]
        if read.kind == "cases" and len(filled) > 2:  # such a row is one of the cases
            continue
        asked = (question_of(ground, f"Question {piece.text}") for piece in filled[:-1])
        question = next((found for found in asked if found), "")
        for part in cut(filled[-1]):
            yield Sentence(part, Over(question), number)


def _question(ground: Ground, read: TableRead, text: str) -> str:
    """The question that a cell names, by its words or, in a table that goes by questions, by its bare number."""
    _, goes_by, number = read.table.name.rpartition(SEPARATOR)
    if goes_by and text.strip(" .:)") == number:
        return question_of(ground, f"Question {number}")
    return question_of(ground, text)


def _puts_ours(ground: Ground, text: str, question: str) -> bool:
    """True if a question in a cell is ours in its words, and not only by its number."""
    if other_question(ground, text) or of_a_kind(ground, text, question):
        return False
    worded = in_other_words(ground, text) or quoted_question(ground, text)
    return repeats(ground, text) or worded == question or all_ours(ground, text)


def _slots(read: TableRead, row: int) -> list[Slot]:
    return read.layout.grid.filled(row)


def _counted_row(ground: Ground, read: TableRead, filled: list[Piece]) -> Period | None:
    """The year of a row whose other cell counts in words: "2021/22 | 46 claims made/ 0 outstanding"."""
    texts = [column for column in read.layout.columns("text") if counts_in_words(ground, read.layout, column)]
    return ground.period(filled[0].text.strip(" :")) if texts and len(filled) == 2 else None
