"""What stands around a table or a sentence: the lines above it, the question it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from foidesk.model.bodies import Question
from foidesk.model.places import PagePlace, SheetPlace, TextPlace
from foidesk.model.reading import Block, Part, Table
from foidesk.words.normal import normalise
from foidesk.words.numbers import numbers

from .ground import Ground
from .pieces import Piece
from .questions import SEPARATOR

_LEAD = (
    r"(?:(?:in\s+(?:relation|response|respect|answer|regard)\s+to|re|with\s+(?:regard|respect|reference)\s+to|as\s+regards|"
    r"regarding|as\s+to|turning\s+to|answers?(?:\s+to)?|response\s+to)\s+)?(?:your\s+)?"
)
_NUMBERED = re.compile(
    rf"^\W{{0,3}}(?:{_LEAD}"
    r"(?:questions?|q|quer(?:y|ies)|enquiry|points?|part|item|request)\s*(?:no\.?|number)?\s*\(?(\d{1,2})\s*\(?([a-z])?\b"
    r"|\(?(\d{1,2})\s*\(?([a-z])?\s*[.):](?=\s|$|(?-i:[A-Z][a-z]))"
    r"|(?:zu|zur|antwort(?:\s+(?:zu|auf))?)\s+(?:(?:frage|punkt|ziffer|nr)\.?\s*)?(?:nr\.?\s*)?(?P<de>\d{1,2})\s*[.):]{1,2}(?=\s|$)"
    r"|(?:frage|ziffer)\s+(?P<de2>\d{1,2})\s*[.):]{0,2}(?=\s|$)"
    r"|(?:answer|response|reply|ans\.?|[ar](?=\d)|re|as\s+to|ad)\s*(?P<said>\d{1,2})\s*(?P<part>[a-z])?\s*[.):](?=\s|$))",
    re.IGNORECASE,
)
_COUNTS = "one two three four five six seven eight nine ten".split()
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ASKED = r"(?:question|query|enquiry|point|part|item|request)"
_SPELT = re.compile(
    rf"^\W{{0,3}}{_LEAD}(?:the\s+)?(?:(?P<nth>{'|'.join(_NTH)})\s+{_ASKED}|{_ASKED}\s+(?P<count>{'|'.join(_COUNTS)}))"
    r"(?:\s*[:.)]|\s+[–—-]|,(?=\s)|\s*$)",
    re.IGNORECASE,
)
_WORD = (
    r"(?:questions?|q|points?|parts?|items?|requests?|(?:zu(?:r|\s+den)?\s+)?(?:fragen?|ziffern?|punkten?)|zu)\s*"
)
_MARK = r"\(?\d{1,2}(?:\s?\(?[a-h]\b)?[.):]{0,2}(?![\d%])"
_JOINT = re.compile(
    r"^\W{0,3}(?:in\s+(?:relation|response|respect|answer)\s+to\s+|re\s+|answers?\s+(?:to\s+)?|response\s+to\s+|antwort\s+)?"
    rf"(?P<word>{_WORD})?(?P<marks>{_MARK}(?:\s*(?:,|&|\+|and|und|sowie|to|bis|[-–])\s*(?:{_WORD})?{_MARK})+)"
    r"(?P<end>\s*[.):–-]|\s*$)?",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:&|\+|\b(?:and|und|sowie)\b)\s*\D*\d{1,2}\D*$", re.IGNORECASE)
_UP_TO = re.compile(r",|[-–]|\b(?:to|bis)\b", re.IGNORECASE)
_MANY = re.compile(r"(?:s|fragen|ziffern|punkten)\s*$", re.IGNORECASE)
_WORDED_AGAIN = re.compile(r"(?:q|s|n|e)\s?\(?\d{1,2}\D*$", re.IGNORECASE)
_SPAN = re.compile(r"\W{0,3}\d{1,2}[.)]\s?[-–—]\s?\d{1,2}[.)](?:\s+[^\W\d]|\s*$)")
""" "1. - 3. We hold no such record" answers three questions."""
_ALONE = re.compile(r"\d{1,2}")
_LONE = re.compile(r"\W*\d{1,2}\W*")
_WORDED = re.compile(r"^\W{0,3}(?:questions?|q)\s*(?:no\.?|number)?\s*\(?\d", re.IGNORECASE)
QUOTED = re.compile(r"^[ \t]*>", re.MULTILINE)
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_FIRST = re.compile(
    r"^\W*(?i:q(?:uestion)?\s*)\d{1,2}\b"
    r"|^\W*\d{1,2}\b(?=[.):]|\s*$|\s+[A-ZÄÖÜ(]|\s+(?:[a-h]|how|what|which|when|the|please|wie|was)\b)"
)
"""The number of a question before its words, and not the count before a noun: "29 complaints were received"."""
_LABEL = re.compile(r"^(?:q(?:uestion)?\s*)?\d{1,2}\s+(?:[a-h]\s+)?")
_NOUGHT = re.compile(r"\b(?:none|nil|zero|no|not|never|keine?[nrms]?|nicht|nie|null)\b", re.IGNORECASE)
_LIKE, _RUN = 0.7, 5
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
_FURNITURE = ("quoted", "signature", "mail header", "page header", "page footer")


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text above a table, with what part it stands in."""

    block: Block
    piece: Piece


def lines_above(ground: Ground, table: Table, most: int = 3) -> tuple[Line, ...]:
    """The nearest runs of text above a table, the nearest first, on its part or the end of the part before."""
    part = ground.parts[table.parts[0]]
    above = [b for b in part.blocks if b.kind not in _FURNITURE and _is_above(b, table)]
    near = sorted(above, key=lambda b: _end(b), reverse=True)[: most + 1]
    lines = [Line(b, ground.block_piece(part, b.start, b.end)) for b in near]
    return tuple(lines[_request_above(ground, lines) :][:most])


def _request_above(ground: Ground, lines: Sequence[Line]) -> int:
    """How many of the nearest lines are our request, told whole: two questions or more, one below the other.

    One question alone is the head of its answer.
    """
    run = list(takewhile(lambda line: repeats(ground, line.piece.text), lines))
    return len(run) if len({normalise(line.piece.text) for line in run}) > 1 else 0


def _is_above(block: Block, table: Table) -> bool:
    one, other = block.place, table.place
    if isinstance(one, PagePlace) and isinstance(other, PagePlace):
        return one.page == other.page and one.box.y1 <= other.box.y0 + 4
    if isinstance(one, SheetPlace) and isinstance(other, SheetPlace):
        return one.sheet == other.sheet and one.row_to < other.row
    return isinstance(one, TextPlace) and isinstance(other, TextPlace) and one.end <= other.start


def _end(block: Block) -> float:
    if isinstance(block.place, PagePlace):
        return block.place.box.y1
    return block.place.row_to if isinstance(block.place, SheetPlace) else block.end


# ---------------------------------------------------------------- questions


def numbered(text: str) -> tuple[str, int] | None:
    """The number that opens a text ("Q2", "2.", "In relation to point 2") and where the text goes on."""
    several = _several(text)
    if several is not None:
        return several
    found = _NUMBERED.match(text)
    if found is None:
        return _in_words(text)
    number = (found[1] or found[3] or found["said"] or found["de"] or found["de2"] or "") + (
        found[2] or found[4] or found["part"] or ""
    ).lower()
    return number, found.end()


def _in_words(text: str) -> tuple[str, int] | None:
    """As `numbered` for a number in words: "Question one:", "Part two -", "Your second question:"."""
    found = _SPELT.match(text)
    if found is None:
        return None
    word = (found["nth"] or found["count"]).lower()
    return str((_NTH if found["nth"] else _COUNTS).index(word) + 1), found.end()


def _several(text: str) -> tuple[str, int] | None:
    """As `numbered` for an answer to several questions at once ("1. & 2.", "Questions 3 to 5:"): "1+2"."""
    found = _JOINT.match(text)
    if found is None:
        return None
    word, marks = found["word"] or "", found["marks"]
    named = [int(number) for number in _ALONE.findall(marks)]
    ends = found["end"] is not None or marks.endswith((".", ")", ":"))
    span = _SPAN.match(text) is not None
    if _UP_TO.search(_AND.sub("", marks)) and not (span or _MANY.search(word) or _WORDED_AGAIN.search(marks)):
        return None  # "Q1 - 3" is question 1 and its figure
    if not (word or span or (ends and _AND.search(marks))) or any(b <= a for a, b in pairwise(named)):
        return None  # "12 and 14 cases", "1-3.", "3, 1." may be figures
    return "+".join(map(str, named)), found.end()


def opening(ground: Ground, text: str) -> tuple[str, int] | None:
    """As `numbered`, save that "46." by itself is an answer where no question of ours goes by it."""
    seen = numbered(text)
    if seen is None or not _LONE.fullmatch(text):
        return seen
    return seen if by_number(ground, seen[0]) and not _goes_by_words(ground) else None


def _goes_by_words(ground: Ground) -> bool:
    """True if the reply numbers its answers with a word ("Question 1", "Q2") more often than with bare numbers."""
    return ground.memo.get("worded", lambda: _more_words(ground))


def _more_words(ground: Ground) -> bool:
    lines = [line for _, _, piece in all_lines(ground) for line in piece.text.splitlines()]
    lone = sum(numbered(line) is not None for line in lines if _LONE.fullmatch(line))
    return sum(_WORDED.match(line) is not None for line in lines) > lone


LONGEST_PERIOD = 40


def question_of(ground: Ground, text: str) -> str:
    """The id of the question whose number or words open the text; "" if it is none's: "1. Halbjahr 2021"."""
    seen = opening(ground, text)
    if seen is not None and (len(text) > LONGEST_PERIOD or ground.period(text) is None):
        hit = by_number(ground, seen[0])
        if hit:
            return quoted_question(ground, text[seen[1] :], hit) or hit
    return quoted_question(ground, text)


def names_questions(ground: Ground) -> bool:
    """True if the reply names any of our questions, by number or in their words: it answers below them."""
    return ground.memo.get(
        "names questions", lambda: any(question_of(ground, piece.text) for _, _, piece in all_lines(ground))
    )


def by_number(ground: Ground, number: str) -> str:
    """The question with that number: its id, or its position if ids are no numbers."""
    wanted = {number, f"q{number}", number.rstrip("abcdefgh"), f"q{number.rstrip('abcdefgh')}"}
    for exact in (True, False):
        for question in ground.context.questions:
            id = question.id.lower()
            if (id in (number, f"q{number}")) if exact else (id in wanted):
                return question.id
    return ""


def quoted_question(ground: Ground, text: str, mine: str = "") -> str:
    """The question whose own words the text repeats; "" if none.

    Its first sentence is enough, or the question with more behind it. Two questions may differ in one word
    ("received", "settled"): the one that the text goes by, `mine`, is meant if its words fit too.
    """
    held = {id for id, said in _normal_questions(ground) if _holds(said, normalise(_unmarked(text)))}
    if len(held) == 1 or mine in held:
        return mine if mine in held else held.pop()
    words = _words(text)
    scored = {
        q.id: max(_overlap(words, _words(part)) for part in _wholly(q.text)) for q in ground.context.questions
    }
    best = max(scored, key=lambda id: (scored[id], id), default="")
    if scored.get(mine, 0.0) >= _LIKE:
        return mine
    return best if best and scored[best] >= _LIKE else ""


def _wholly(text: str) -> tuple[str, str]:
    """A question, and its first sentence alone: a label may repeat no more."""
    return text, _SENTENCE_END.split(text, maxsplit=1)[0]


def _normal_questions(ground: Ground) -> tuple[tuple[str, str], ...]:
    return ground.memo.get(
        "normal questions", lambda: tuple((q.id, normalise(q.text)) for q in ground.context.questions)
    )


def _unmarked(text: str) -> str:
    """The text without the number or bullet before it."""
    seen = numbered(text)
    return text[seen[1] :] if seen else text


def _holds(asked: str, said: str) -> bool:
    """True if one of the two in normal spelling begins, word for word, with the other."""
    short, long = sorted((asked, said), key=len)
    return len(short.split()) >= _RUN and f"{long} ".startswith(f"{short} ")


def repeats(ground: Ground, text: str) -> bool:
    """True if the text is, nearly word for word, a question of our own, or a piece of one."""
    words = _words(text)
    label = numbered(text)
    body = text[label[1] :] if label else text
    asked = " ".join(question.text for question in ground.context.questions)
    if _tells(body if label else _FIRST.sub("", body), asked):
        return False  # it tells a number that we did not: "The budget for administering it is £34,295"
    if any(_overlap(words, _words(q.text)) >= _LIKE and len(words) >= 5 for q in ground.context.questions):
        return True
    said = _LABEL.sub("", normalise(text))
    return len(said.split()) >= 3 and any(
        f" {said} " in f" {normalise(q.text)} " for q in ground.context.questions
    )


def _tells(text: str, asked: str) -> bool:
    """True if a text has a number, in figures or words, or a "no" that what we asked has not."""
    if any(digits not in asked for digits in _DIGITS.findall(text)):
        return True
    ours = set(normalise(asked).split())
    return any(word.lower() not in ours for word in _NOUGHT.findall(text)) or any(
        not ours.issuperset(normalise(word.text).split()) for word in numbers(text)
    )


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in normalise(text).split() if len(word) > 2)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of both that both have."""
    return len(one & other) / len(one | other) if one and other else 0.0


def ask(ground: Ground, id: str) -> Question | None:
    return next((q for q in ground.context.questions if q.id == id), None)


def question_in_rows(ground: Ground, table: Table) -> tuple[str, bool]:
    """The question by whose number the rows of a part of a table go, and whether it is all of that question."""
    _, goes_by, number = table.name.rpartition(SEPARATOR)
    hit = by_number(ground, number.lower()) if goes_by else ""
    return hit, hit.lower() in (number.lower(), f"q{number.lower()}") or number.isdigit()


def question_above(ground: Ground, table: Table) -> str:
    """The question that the caption or the lines above a table say it answers."""
    texts = [table.caption, *(line.piece.text for line in lines_above(ground, table))]
    return next((q for text in texts if text and (q := question_of(ground, text))), "")


def all_lines(ground: Ground) -> Iterator[tuple[Part, Block, Piece]]:
    """Every run of text that is the reply's own: no quoted mail, signature or page furniture."""
    for part, block, piece in ground.block_pieces():
        own = piece.cut(0, _quoted_from(piece.text)) if block.kind not in _FURNITURE else None
        if own:
            yield part, block, own


def _quoted_from(text: str) -> int:
    """Where lines begin that a mail program marked as quoted, with ">"."""
    found = QUOTED.search(text)
    return found.start() if found else len(text)
