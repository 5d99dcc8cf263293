"""The sentences of a reply, each with what stands over it: the question, a heading's category or period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..basis.asked_period import period_asked
from ..basis.asking import asks
from ..basis.echoes import Echoes
from ..basis.found import Mark
from ..basis.ground import Ground
from ..basis.near import all_lines, opening
from ..basis.pieces import Piece
from ..basis.questions import SEPARATOR, row_heads
from ..tables.tables import TableRead
from .cells_told import sentences_in_cells
from .cutting import DATED_LINE, MARK_ALONE, SHORT, cut
from .labelled import echo_apart, ends_list
from .over import OTHER, Over, Sentence
from .standing import answering, dated_of, heads_list, under, under_date
from .sub_questions import answer_apart, asked_itself, is_answer, of_a_kind
from .year_sections import is_of_other_time, of_section, year_sections

_ASKS_ON = re.compile(
    r"^\W*(?:and\s+|also,?\s+)?(?:(?:if|where|falls|wenn)\b[^.?!]{0,80}\b)?(?:please|kindly|bitte)\s+(?:can|could|also|do\s+)?\s*"
    r"(?:you\s+)?(?:provide|state|specify|give|list|supply|include|confirm|tell|indicate|break|detail|describe|explain|"
    r"nennen|geben|teilen|listen|schlüsseln|führen|fügen|erläutern)\b|\?\s*$",
    re.IGNORECASE,
)
"""What goes on asking behind a question: a body asks nothing in its answer's first words."""
_RESPONSE = re.compile(r"\W*(?:our\s+|the\s+)?(?:answers?|responses?|reply|antwort(?:en)?)\W*", re.IGNORECASE)


def sentences_of(ground: Ground, tables: list[TableRead]) -> Iterator[Sentence]:
    """All sentences of the reply's own words, in order; then those in cells of tables that are no data."""
    lines = list(_lines(ground))
    yield from _Walk(ground, lines).sentences(lines)
    for read in tables:
        yield from sentences_in_cells(ground, read, lines[-1].block if lines else 0)


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence or line: the number of its block, whether it heads it, and the text that comes next."""

    block: int
    part: Piece
    heads: bool
    below: str = ""

    @property
    def text(self) -> str:
        return self.part.text


class _Walk:
    """Goes down a reply, line by line, and keeps what stands over the next one."""

    def __init__(self, ground: Ground, lines: list[_Line]) -> None:
        self.ground = ground
        self.sections = year_sections(ground, [(one.block, one.part) for one in lines])
        self.echoes = Echoes(ground)
        self.over = Over()
        self.own: Over | None = None  # a question that the reply puts itself
        self.asking = False  # what comes next answers it
        self.echoed: set[str] = set()  # questions repeated one after the other: the request, not heads of answers
        self.answered = False
        self.asked_in = 0  # the block of the line before, if that repeats a question
        self.number = ""  # of the question before, whose parts letters open
        self.above = ""

    def sentences(self, lines: list[_Line]) -> Iterator[Sentence]:
        """What the lines tell, each with what stands over it."""
        for line in lines:
            if (answer := self._own_answer(line)) is not None:
                yield answer
            elif not self._asks_itself(line) and (told := self._told(line)) is not None:
                yield self._sentence(line, told)

    def _own_answer(self, line: _Line) -> Sentence | None:
        """A line that answers the question which the reply itself has put above."""
        in_years = DATED_LINE.match(line.text) is not None
        if not self.asking or self.own is None or not (is_answer(line.text) or in_years):
            return None
        self.asking, self.answered, self.echoed = in_years, True, set()
        return Sentence(line.part, self.own, line.block)

    def _asks_itself(self, line: _Line) -> bool:
        """True for a question that the reply itself puts, where its answer comes next."""
        in_years = DATED_LINE.match(line.below) is not None
        if asks(line.text):
            self.own = asked_itself(self.ground, line.part, self.over, self.own, in_years)
        self.asking = self.own is not None and asks(line.text) and (in_years or is_answer(line.below))
        if self.asking and self.own is not None:
            self.over = Over(self.own.question)
        return self.asking

    def _told(self, line: _Line) -> Piece | None:
        """What a line tells, without the number of its question; None where it tells nothing but heads or asks."""
        listed = heads_list(self.ground, line.part, line.below)
        if listed or (line.heads and dated_of(self.ground, line.text) is None):
            self.over = under(self.ground, line.part, self.over)
        if _RESPONSE.fullmatch(line.text) and len(self.echoed) > 1:
            self.over, self.echoed, self.asked_in = Over(), set(), 0
            return None
        over = under_date(self.ground, line.part, self.over)
        self.over, rest, self.number = answering(self.ground, line.part, over, self.number, self.echoes)
        self.over = replace(self.over, dated=True) if listed else self.over
        rest = line.part if rest is not None and ends_list(self.above, line.text) else rest
        self.above = line.text
        if listed and self.over.where:
            return None  # a kind at the head of its years tells of no case
        if rest is not None and line.block == self.asked_in and _ASKS_ON.search(line.text):
            return None  # "If yes, please provide the names." goes on with our request
        self.asked_in = line.block if rest is None else 0
        if rest is None or line.text.rstrip().endswith("?"):
            self.echoes.hear(line.text)
        if rest is None:
            self._repeated(line)
        return rest

    def _repeated(self, line: _Line) -> None:
        """Keeps the question that a line repeats, with the days that it names."""
        if of_a_kind(self.ground, line.text, self.over.question):
            self.over = Over(OTHER)
        days = period_asked(self.ground, line.text) if self.over.question not in ("", OTHER) else None
        if days is not None and not self.over.dated:
            self.over = replace(self.over, period=days, heading=line.part)
        heard = self.echoed | ({self.over.question} - {"", OTHER})
        self.echoed = set() if MARK_ALONE.fullmatch(line.text) else heard

    def _sentence(self, line: _Line, told: Piece) -> Sentence:
        """What a line tells, under its question; behind several repeated ones it is under none of them."""
        if len(self.echoed) > 1 and not self.answered and opening(self.ground, line.text) is None:
            self.over = replace(self.over, question="") if self.over.dated else Over()
        self.echoed = set()
        self.answered = self.answered or bool(self.over.question)
        section = self.sections.get(line.block)
        year = of_section(self.ground, told.text, section)
        over = replace(self.over, period=year.period, heading=year.head) if year else self.over
        over = replace(over, untimed=True) if is_of_other_time(self.ground, told.text, section) else over
        return Sentence(told, over, line.block)


def _lines(ground: Ground) -> Iterator[_Line]:
    """The sentences and lines of a reply, in order."""
    found: list[_Line] = []
    for number, (_, block, piece) in enumerate(all_lines(ground), start=1):
        whole = block.kind == "heading" or _is_heading(piece.text)
        parts = (one for part in cut(piece) for own in echo_apart(ground, part) for one in answer_apart(own))
        for at, part in enumerate(parts):
            found.append(_Line(number, part, (whole and at == 0) or _is_heading(part.text)))
    for line, below in zip(found, [*(one.text for one in found[1:]), ""], strict=False):
        yield replace(line, below=below)


def question_marks(ground: Ground) -> Iterator[Mark]:
    """The characters of the numbers under which the reply answers: "Q2", "3."."""
    for _, _, piece in all_lines(ground):
        for part in cut(piece):
            seen = opening(ground, part.text)
            if seen is not None:
                yield from (Mark(span, "question number") for span in part.cut(0, seen[1]).spans)
    for table in ground.reading.tables:
        for cell in row_heads(table) if all(name in ground.parts for name in table.parts) else ():
            spans = ground.cell_piece(cell, table.parts).spans
            yield from (Mark(span, "question number") for span in spans)
    for table in ground.tables:
        _, goes_by, number = table.name.rpartition(SEPARATOR)
        named = (
            cell for cell in table.cells if goes_by and cell.column == 0 and cell.text.strip(" .:)") == number
        )
        for cell in named:
            spans = ground.cell_piece(cell, table.parts).spans
            yield from (Mark(span, "question number") for span in spans)


def _is_heading(text: str) -> bool:
    line = text.strip()
    return len(line) <= SHORT and "\n" not in line and line.endswith(":")
