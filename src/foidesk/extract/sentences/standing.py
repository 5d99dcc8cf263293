"""What stands over each sentence of a letter: the question, a heading's category or period, a line's year."""

from __future__ import annotations

import re
from dataclasses import replace

from foidesk.model.periods import Period
from foidesk.words.small_numbers import BODY_KINDS

from ..basis.asked import all_ours
from ..basis.asking import LETTERED, asks, in_other_words, is_strange, lettered, named_part, other_question
from ..basis.echoes import Echoes
from ..basis.ground import Ground
from ..basis.lettered_parts import question_of_part
from ..basis.measure import MeasureSeen
from ..basis.near import opening, question_of, repeats
from ..basis.nouns import nouns_in
from ..basis.pieces import Piece
from ..figures.headings import read_axis
from ..figures.hints import hint_variable
from ..figures.meaning import Meaning
from .cutting import COUNTED, DATED_LINE, ROMAN, SHORT, says_none
from .item_numbers import is_item
from .labelled import is_labelled
from .over import OTHER, Over

_COUNT = re.compile(r"\s*(?:\d[\d,]*|[a-z]+)\s+[a-z]+(?:\s+[a-z]+)?\s*", re.IGNORECASE)
_BULLET = re.compile(r"\s*[•▪◦·*–—-]\s")
_ITEM = re.compile(rf"^\W{{0,4}}{ROMAN}", re.IGNORECASE)
_WHOSE = rf"(?:(?:our|the|{'|'.join(BODY_KINDS)})(?:['’]s)?\s+)"
_ANSWERED = re.compile(
    rf"^\W*(?:{_WHOSE}{{0,3}}(?:answer|response|reply|result)\s*[:.–-]\s*|{_WHOSE}{{1,3}}(?=total\s*[:.–-]))",
    re.IGNORECASE,
)
_TABLE = re.compile(r"\W*(?:tables?|lists?|figures?|tabelle|liste)\s+(?:\d{1,2}|[A-H])\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|per|nach)\s+[^\W\d]", re.IGNORECASE)


def under_date(ground: Ground, part: Piece, over: Over) -> Over:
    """What stands over a line that is, or that follows, a line with a period; it ends where no list goes on."""
    dated = dated_of(ground, part.text)
    if dated is not None:
        return Over(over.question, over.where, dated, part, _named(ground, part) or over.measure, dated=True)
    if over.dated and not _is_listed(part.text):
        return Over(over.question)
    return replace(over, period=None) if over.dated and DATED_LINE.match(part.text) else over


def dated_of(ground: Ground, text: str) -> Period | None:
    """The period that a line heads the lines below with: "Session 2021/22", "2021/22: 6 cases"."""
    line = text.strip()
    if len(line) > SHORT or "\n" in line:
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
        or says_none(line)
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
    return all(COUNTED.search(line) for line in text.splitlines() if line.strip())


def under(ground: Ground, piece: Piece, over: Over) -> Over:
    """What a heading puts over the sentences that follow."""
    text = piece.text.strip().rstrip(":")
    question = question_of(ground, text)
    if question:
        return Over(question)
    when = ground.period(text)
    meaning = read_axis(ground, [replace(piece, text=text)]).labels[0] if len(text) <= SHORT else Meaning()
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


def answering(
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


def heads_list(ground: Ground, part: Piece, below: str) -> bool:
    """True for a line of words over a list by year: "Rescues by year", "Police staff"."""
    line = part.text.strip()
    short = len(line) <= SHORT and "\n" not in line and not re.search(r"\d|[.?!]$", line)
    return short and DATED_LINE.match(below) is not None and opening(ground, line) is None
