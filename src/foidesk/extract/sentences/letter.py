"""The sentences of a reply, each with what stands over it: the question, a heading's category or period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from foidesk.law.sentences import is_unfinished, sentences
from foidesk.model.periods import Period
from foidesk.words.periods import period
from foidesk.words.shapes import DAY, MONTH, YEAR
from foidesk.words.totals import nil

from ..basis.asked import all_ours
from ..basis.asked_period import period_asked
from ..basis.asking import LETTERED, asks, in_other_words, is_strange, lettered, named_part, other_question
from ..basis.echoes import Echoes
from ..basis.found import Mark
from ..basis.ground import Ground
from ..basis.lettered_parts import question_of_part
from ..basis.measure import MeasureSeen
from ..basis.near import all_lines, numbered, opening, question_of, quoted_question, repeats
from ..basis.nouns import nouns_in
from ..basis.pieces import Piece
from ..basis.questions import SEPARATOR, row_heads
from ..figures.grid import Slot
from ..figures.headings import Meaning, hint_variable, read_axis
from ..layout.kinds import counts_in_words
from ..tables.tables import TableRead
from .item_numbers import is_item
from .labelled import echo_apart, ends_list, is_labelled, labelled_lines
from .line_behind import with_line_behind
from .over import Over
from .sub_questions import answer_apart, asked_itself, is_answer, of_a_kind
from .year_sections import of_section, year_sections

OTHER = "another question"
"""What the sentences below a question answer that is none of the survey's."""
_SHORT = 70
_COUNT = re.compile(r"\s*(?:\d[\d,]*|[a-z]+)\s+[a-z]+(?:\s+[a-z]+)?\s*", re.IGNORECASE)
_BULLET = re.compile(r"\s*[•▪◦·*–—-]\s")
_MARK_ALONE = re.compile(
    r"\W{0,3}(?:(?:question|q|answer|a|response|reply|zu(?:r)?|(?:zu(?:r)?\s+)?(?:frage|ziffer|punkt))\s*)?\(?(?:1?\d|20)[.):]{1,2}",
    re.IGNORECASE,
)
_LABEL_END = re.compile(r"[:=–—-]\s*(?P<rest>[^:=–—]+)$")
_FIGURE = re.compile(r"\W*\d[\d,.]*\W*")
_COUNTED = re.compile(r"^\W*\d[\d,]*\b|\b\d[\d,]*\W*$")
_ROMAN = r"\(?(?:i{1,3}|iv|vi{0,3}|ix|x)[.)](?=\s)"
_ITEM = re.compile(rf"^\W{{0,4}}{_ROMAN}", re.IGNORECASE)
_DATED_LINE = re.compile(
    rf"\W*(?:{_ROMAN}\s*)?(?:(?:in|for|during|fy|im|(?:(?:financial|fiscal|calendar|academic|school)\s+)?year|"
    rf"(?:im\s+)?(?:haushalts|kalender|schul|geschäfts|berichts)?jahr)\s+)?(?:{YEAR}(?:\s?[/–-]\s?(?:{YEAR}|\d\d))?|\d\d/\d\d|"
    rf"{DAY}|{MONTH}\s{YEAR})(?:\s?\(to date\)\.?)?"
    rf"(?:\s*(?:[–—-]|to|until|bis)\s*(?:{DAY}|{MONTH}\s{YEAR}))?\s*(?:[:=–—-]|\s[^\W\d]*\s?(?=[£€$]?\d))\s*\S",
    re.IGNORECASE,
)
TO_DATE = re.compile(
    r"\s*\((?:to date|so far|to now|part[- ]year|year to date|ytd|bisher)\)\s*[.:]?\s*$", re.IGNORECASE
)
_MARK_LINE = re.compile(
    r"^[ \t]*(?:questions?|q|frage)\s*(?:no\.?\s*)?\(?\d{1,2}\s*\(?[a-h]?\s*(?:[.:)]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_ASKS_ON = re.compile(
    r"^\W*(?:and\s+|also,?\s+)?(?:(?:if|where|falls|wenn)\b[^.?!]{0,80}\b)?(?:please|kindly|bitte)\s+(?:can|could|also|do\s+)?\s*"
    r"(?:you\s+)?(?:provide|state|specify|give|list|supply|include|confirm|tell|indicate|break|detail|describe|explain|"
    r"nennen|geben|teilen|listen|schlüsseln|führen|fügen|erläutern)\b|\?\s*$",
    re.IGNORECASE,
)
"""What goes on asking behind a question: a body asks nothing in its answer's first words."""
_NOTE = re.compile(
    r"(?<=[\w)%*])[;,]?\s+(?=(?:please\s+(?:note|be\s+(?:aware|advised))|n\.?b\b|note(?::|\s+that)|hinweis:)\b)",
    re.I,
)
_RESPONSE = re.compile(r"\W*(?:our\s+|the\s+)?(?:answers?|responses?|reply|antwort(?:en)?)\W*", re.IGNORECASE)
_ANSWERED = re.compile(
    r"^\W*(?:(?:our|the|trust|council|force|service|university|college|city|county|board|authority|agency|department|"
    r"police|office)(?:['’]s)?\s+){0,3}(?:answer|response|reply|result|total)\s*[:.–-]\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, bullet or answer of the reply."""

    piece: Piece
    over: Over
    block: int

    @property
    def text(self) -> str:
        return self.piece.text


def sentences_of(ground: Ground, tables: list[TableRead]) -> Iterator[Sentence]:
    """All sentences of the reply's own words, in order; then those in cells of tables that are no data."""
    over, block_number, answered, last, number = Over(), 0, False, 0, ""
    echoed: set[str] = set()  # questions repeated one after the other are the request, not heads of answers
    echoes = Echoes(ground)
    parts = list(_parts(ground))
    sections = year_sections(ground, [(number, part) for number, part, _, _ in parts])
    own: Over | None = None
    asking, above = False, ""
    for block_number, part, heads, below in parts:
        in_years = _DATED_LINE.match(part.text) is not None
        if asking and own is not None and (is_answer(part.text) or in_years):
            asking, answered, echoed = in_years, True, set()
            yield Sentence(part, own, block_number)
            continue
        in_years = _DATED_LINE.match(below) is not None
        own = asked_itself(ground, part, over, own, in_years) if asks(part.text) else own
        asking = own is not None and asks(part.text) and (in_years or is_answer(below))
        if asking and own is not None:
            over = Over(own.question)
            continue
        listed = _heads_list(ground, part, below)
        if listed or (heads and _dated(ground, part.text) is None):
            over = _under(ground, part, over)
        if _RESPONSE.fullmatch(part.text) and len(echoed) > 1:
            over, echoed, last = Over(), set(), 0
            continue
        over, rest, number = _answering(ground, part, _under_date(ground, part, over), number, echoes)
        over = replace(over, dated=True) if listed else over
        rest = part if rest is not None and ends_list(above, part.text) else rest
        above = part.text
        if listed and over.where:
            continue  # a kind at the head of its years tells of no case
        if rest is not None and block_number == last and _ASKS_ON.search(part.text):
            continue  # "If yes, please provide the names." goes on with our request
        last = block_number if rest is None else 0
        if rest is None or part.text.rstrip().endswith("?"):
            echoes.hear(part.text)
        if rest is None and of_a_kind(ground, part.text, over.question):
            over = Over(OTHER)
        if rest is None:
            days = period_asked(ground, part.text) if over.question not in ("", OTHER) else None
            over = replace(over, period=days, heading=part) if days is not None and not over.dated else over
            echoed = set() if _MARK_ALONE.fullmatch(part.text) else echoed | ({over.question} - {"", OTHER})
            continue
        is_request = len(echoed) > 1 and not answered and opening(ground, part.text) is None
        over, echoed = (replace(over, question="") if over.dated else Over()) if is_request else over, set()
        answered = answered or bool(over.question)
        year = of_section(ground, rest.text, sections.get(block_number))
        yield Sentence(rest, replace(over, period=year.period, heading=year.head) if year else over, block_number)
    for read in tables:
        yield from _cells(ground, read, block_number)


def _parts(ground: Ground) -> Iterator[tuple[int, Piece, bool, str]]:
    """The sentences and lines, each with its block, whether it heads it, and the text that comes next."""
    found: list[tuple[int, Piece, bool]] = []
    for number, (_, block, piece) in enumerate(all_lines(ground), start=1):
        whole = block.kind == "heading" or _is_heading(piece.text)
        parts = (one for part in cut(piece) for own in echo_apart(ground, part) for one in answer_apart(own))
        for at, part in enumerate(parts):
            found.append((number, part, (whole and at == 0) or _is_heading(part.text)))
    for (number, part, heads), below in zip(found, [*(one.text for _, one, _ in found[1:]), ""], strict=False):
        yield number, part, heads, below


def _heads_list(ground: Ground, part: Piece, below: str) -> bool:
    """True for a line of words over a list by year: "Rescues by year", "Police staff"."""
    line = part.text.strip()
    short = len(line) <= _SHORT and "\n" not in line and not re.search(r"\d|[.?!]$", line)
    return short and _DATED_LINE.match(below) is not None and opening(ground, line) is None


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


def cut(piece: Piece) -> Iterator[Piece]:
    """The sentences of a run of text; the lines of a list of numbers are one each."""
    start: int | None = None
    done = 0
    for found in sentences(piece.text):
        if found.end <= done:
            continue
        start = max(found.start, done) if start is None else start
        end = done = with_line_behind(piece.text, found.end)
        part = piece.cut(start, end)
        *before, last = _at_marks(part.text)
        for one, end in before:
            yield from _pieces(part.cut(one, end).stripped())
        start += last[0]
        goes_on = piece.text[end:].partition("\n")[0].strip()
        rest = part.cut(*last)
        if _is_mark(rest.text) and end < len(piece.text.rstrip()):
            continue
        line = rest.text.rfind("\n") + 1
        if goes_on and _is_period_alone(rest.text[line:]):
            yield from _pieces(rest.cut(0, line).stripped())
            start += line
            continue
        start = None
        yield from _pieces(rest)


def _is_mark(text: str) -> bool:
    """True for the number of a question, or of several, and nothing else: "2.", "1. & 2."."""
    seen = numbered(text) if _MARK_ALONE.match(text) else None
    return bool(_MARK_ALONE.fullmatch(text)) or (seen is not None and "+" in seen[0] and seen[1] == len(text))


def _at_marks(text: str) -> list[tuple[int, int]]:
    """The stretches of a sentence that begin with the mark of a question on a line of its own: "31", "Q3."."""
    starts = [0, *(found.start() for found in _MARK_LINE.finditer(text) if found.start())]
    return list(pairwise([*starts, len(text)]))


def _pieces(part: Piece) -> Iterator[Piece]:
    """The lines of a list of numbers, apart from the words before and behind it; else the whole.

    "Please note" begins a sentence wherever it stands.
    """
    note = _NOTE.search(part.text)
    if note is not None:
        lines = (found.end() for found in re.finditer(r"\n", part.text) if found.end() > note.end())
        end = next((at for at in lines if _DATED_LINE.match(part.text, at)), len(part.text))
        yield from _pieces(part.cut(0, note.start()).stripped())
        yield part.cut(note.end(), end).stripped()
        yield from _pieces(part.cut(end, len(part.text)).stripped())
        return
    if part and _lists_numbers(part.text):
        yield from _lines(part)
        return
    if part and (labels := labelled_lines(part.text)):
        yield from filter(None, (part.cut(*label).stripped() for label in labels))
        return
    for start, end, listed in _runs(part.text) if part else ():
        run = part.cut(start, end).stripped()
        if run:
            yield from _lines(run) if listed else (run,)


def _runs(text: str) -> Iterator[tuple[int, int, bool]]:
    """The stretches of a text: two or more lines that begin with their periods ("2019/20 - 5"), or other words.

    Other lines with a number may be those of a paragraph: they stay together, as does what goes on with a line.
    """
    lines = list(re.finditer(r"[^\n]*(?:\n|$)", text))
    dated = [bool(_DATED_LINE.match(one[0])) for one in lines]
    listed = [
        now and ((at > 0 and dated[at - 1]) or (at + 1 < len(dated) and dated[at + 1]))
        for at, now in enumerate(dated)
    ]
    start = 0
    for at in range(1, len(lines) + 1):
        ends = at == len(lines) or (listed[at] != listed[at - 1] and not lines[at][0][:1].islower())
        if ends:
            if (
                at < len(lines)
                and listed[at]
                and at - start > 1
                and _heads_below(lines[at - 2][0], lines[at - 1][0])
            ):
                yield lines[start].start(), lines[at - 2].end(), listed[start]
                start = at - 1
            yield lines[start].start(), lines[at - 1].end(), listed[start]
            start = at


def _heads_below(before: str, line: str) -> bool:
    """True for a short line of words over a list of years, where the line above it has ended."""
    words = line.strip()
    short = 0 < len(words) <= _SHORT and not re.search(r"\d|[.?!,;]$", words) and not line[:1].islower()
    return short and (not before.strip() or before.rstrip().endswith((":", ".", "?", "!")))


def _is_period_alone(text: str) -> bool:
    """True for "2025/26 (to date).", which heads what follows on its line."""
    words = TO_DATE.sub("", text).strip(" .:")
    return len(words) < 12 and words[:1].isdigit() and period(words) is not None


def _lists_numbers(text: str) -> bool:
    """True if every line begins or ends with a number of its own: "Dismissed 4", "2 x Resigned"."""
    lines = [line for line in text.splitlines() if line.strip()]
    if any(map(is_unfinished, lines[:-1])):
        return False
    numbered = [line for line in lines if _COUNTED.search(line)]
    counted = [line for line in lines if _COUNTED.search(line) or (len(lines) > 2 and line.rstrip().endswith(":"))]
    counted += [line for line in lines if numbered and line not in counted and _says_none(line)]
    return len(lines) > 1 and len(counted) == len(lines)


def _says_none(line: str) -> bool:
    """True for "2012: none" or "Dismissed – nil" among lines with numbers."""
    found = _LABEL_END.search(line.rstrip(" ."))
    none = nil(found["rest"]) if found else None
    return none is not None and none.meanings == ("zero",)


def _lines(piece: Piece) -> Iterator[Piece]:
    at = 0
    for line in piece.text.splitlines(keepends=True):
        if line.strip():
            yield piece.cut(at, at + len(line)).stripped()
        at += len(line)


_TABLE = re.compile(r"\W*(?:tables?|lists?|figures?|tabelle|liste)\s+(?:\d{1,2}|[A-H])\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|per|nach)\s+[^\W\d]", re.IGNORECASE)


def _is_heading(text: str) -> bool:
    line = text.strip()
    return len(line) <= _SHORT and "\n" not in line and line.endswith(":")


def _under_date(ground: Ground, part: Piece, over: Over) -> Over:
    """What stands over a line that is, or that follows, a line with a period; it ends where no list goes on."""
    dated = _dated(ground, part.text)
    if dated is not None:
        return Over(over.question, over.where, dated, part, _named(ground, part) or over.measure, dated=True)
    if over.dated and not _is_listed(part.text):
        return Over(over.question)
    return replace(over, period=None) if over.dated and _DATED_LINE.match(part.text) else over


def _dated(ground: Ground, text: str) -> Period | None:
    """The period that a line heads the lines below with: "Session 2021/22", "2021/22: 6 cases"."""
    line = text.strip()
    if len(line) > _SHORT or "\n" in line:
        return None
    whole = ground.period(line.rstrip(":"))
    if whole is not None and not line.endswith("."):
        return whole
    if (named := _broken_down(ground, line)) is not None:
        return named
    head, colon, rest = _BULLET.sub("", line).partition(":")
    counted = colon and (
        re.fullmatch(r"\s*\d[\d.,]*\s*", rest) is not None
        or (_COUNT.fullmatch(rest) and nouns_in(ground, rest))
        or _says_none(line)
    )
    return ground.period(head) if counted else None


def _broken_down(ground: Ground, line: str) -> Period | None:
    """The year of a line that heads a breakdown: "2024/25 by premises", "Complaints by kind, 2023:"."""
    seen = ground.period_in(line)
    if len(seen) != 1 or seen[0].period is None or line.endswith((".", "?")):
        return None
    rest = line[: seen[0].start] + " " + line[seen[0].end :]
    table = _TABLE.match(rest)
    rest = rest[table.end() :] if table else rest
    by = _BY.search(rest) is not None or (table is not None and hint_variable(ground, rest.strip(" ()–:,-")) != "")
    return seen[0].period if by and not re.search(r"\d", rest) and all_ours(ground, rest) else None


def _is_listed(text: str) -> bool:
    """True for a line of a list: a bullet, or a label and a number."""
    if is_labelled(text) or _BULLET.match(text):
        return True
    return all(_COUNTED.search(line) for line in text.splitlines() if line.strip())


def _under(ground: Ground, piece: Piece, over: Over) -> Over:
    """What a heading puts over the sentences that follow."""
    text = piece.text.strip().rstrip(":")
    question = question_of(ground, text)
    if question:
        return Over(question)
    when = ground.period(text)
    meaning = read_axis(ground, [replace(piece, text=text)]).labels[0] if len(text) <= _SHORT else Meaning()
    where = meaning.where if not meaning.unknown else ()
    told = piece if where or when else None
    return Over(over.question, where, when or meaning.period, told, _named(ground, piece))


def _named(ground: Ground, piece: Piece) -> MeasureSeen | None:
    """The one measure that a heading names; a guess if it may be of something else: "Parking complaints"."""
    hits = nouns_in(ground, piece.text)
    if len({hit.measure for hit in hits}) != 1:
        return None
    measure = ground.context.codebook.measure(hits[0].measure)
    rule = "named" if all_ours(ground, piece.text) else ""
    return MeasureSeen(measure, piece.cut(hits[0].start, hits[0].end), rule)


def _answering(
    ground: Ground, part: Piece, over: Over, number: str, echoes: Echoes
) -> tuple[Over, Piece | None, str]:
    """What stands over the sentence, its words without the number of the question, and that number.

    No words are left of a sentence that only repeats a question. `number` is the one before it; letters open its
    parts.
    """
    seen, question = opening(ground, part.text) or echoes.heard(part.text), question_of(ground, part.text)
    if seen is not None and is_item(ground, part):
        return over, _told(part, seen[1]), number
    number = (seen[0].rstrip("abcdefgh") if seen else "") or question.strip("qabcdefgh") or number
    of_part = lettered(ground, part.text, number) if seen is None else None
    of_part = of_part or (_of_printed_part(ground, part.text, number) if seen is None else None)
    if other_question(ground, part.text):
        return Over(OTHER), None, number
    if of_part is not None:
        over, question = Over(OTHER if of_part[2] else of_part[0]), of_part[0]
    else:
        question = question or in_other_words(ground, part.text)
        over = Over(question) if (question or seen) and question != over.question else over
        over = over if question else _of_part(ground, part, over)
    if repeats(ground, part.text) or (asks(part.text) and (question or of_part)):
        return over, None, number
    if is_strange(ground, part.text, over.question):
        return Over(OTHER), None, number
    echo = echoes.of(part.text)
    if echo is not None and (echo.question or OTHER, echo.days) != (over.question, over.period):
        over = Over(echo.question or OTHER, period=echo.days)
    return over, _told(part, seen[1] if seen else of_part[1] if of_part else 0), number


def _of_printed_part(ground: Ground, text: str, number: str) -> tuple[str, int, bool] | None:
    """As `lettered`, where the parts are those of the request that the reply prints: "3. b) the highest sum"."""
    letter = LETTERED.match(text) if number.isdigit() else None
    question = question_of_part(ground, f"{number}{letter[1].lower()}") if letter else None
    return None if letter is None or question is None else (question, letter.end(), not question)


def _told(part: Piece, start: int) -> Piece | None:
    """The words behind the number of the question, and behind "Answer:"."""
    start = start or _letter_ends(part.text)
    rest = part.cut(start, len(part.text))
    rest = rest.cut(len(rest.text) - len(rest.text.lstrip(" :.)-–\n\t")), len(rest.text)) if start else rest
    told = _ANSWERED.match(rest.text)
    rest = rest.cut(told.end(), len(rest.text)) if told else rest
    return rest if rest else None


def _letter_ends(text: str) -> int:
    """Where a line of figures goes on behind its letter ("a) the year ending March 2020: 5", "ii) 2021 - 9")."""
    found = LETTERED.match(text) or _ITEM.match(text)
    return found.end() if found and re.search(r"\d", text[found.end() :]) else 0


def _of_part(ground: Ground, part: Piece, over: Over) -> Over:
    """Over "a) 40": the category or the period that our question itself calls its part a)."""
    found = named_part(ground, over.question, part.text)
    if found is None:
        return over
    label = replace(part.cut(0, found[1]), text=found[0])
    meaning = read_axis(ground, [label]).labels[0]
    if meaning.unknown:
        return Over(over.question)
    return Over(over.question, meaning.where, meaning.period, label)


# ---------------------------------------------------------------- tables that hold text


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


def _cells(ground: Ground, read: TableRead, number: int) -> Iterator[Sentence]:
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
