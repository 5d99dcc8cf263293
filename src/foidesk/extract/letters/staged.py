"""At which stage the cases of a reply are, where the survey asks for one: alleged, found, not found, open.

A figure's stage stands in its own words, over its table, or in words that the reply says of all its figures ("we
hold allegations only"). Counts that a letter tells by stage ("nine were substantiated") are figures of that stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.law.sentences import sentences
from foidesk.model.codebook import Measure
from foidesk.model.codec import digest
from foidesk.model.observations import Observation
from foidesk.words.normal import normalise
from foidesk.words.numbers import numbers
from foidesk.words.stage_of_all import SEVERAL, stage_of_all
from foidesk.words.stages import NOT_STATED, stage

from ..basis import measure as measures
from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..basis.pieces import Span
from ..basis.plain import PLAIN
from ..figures import acceptance as rules
from ..figures.seen import look
from ..layout.over import pieces_over
from ..sentences.over import OTHER
from ..sentences.said import Said
from ..tables.tables import TableRead
from .days_limited import lone_rows

_OWN = ("row", "heading", "unit", "period")
_LONGEST = 7
_NO_WORD = re.compile(r"\b(?:alleg|accus|suspect|vorwurf|verdacht)", re.IGNORECASE)
_WERE = re.compile(
    r"\s+(?:of\s+(?:them|these|those|which)\s+)?(?:(?:was|were|are|is|had\s+been|have\s+been|has\s+been|remains?|"
    r"wurden?|waren?|sind|ist)\b|(?=still\b|yet\b))",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;:,](?:\s|$)|\s+(?:and|but|while|whilst|und|aber)\s+(?=\S+\s+(?:was|were|are|is|of)\b)|$")
_CLOSED = re.compile(r"\s*(?:[,;.:)]|$)")
_LABEL = re.compile(r"\W*(?P<words>[^\d:;]{3,60}?)\s*[:=–—-]\s*")
_NONE = re.compile(r"\b(?:none|not one|nil|nobody|keine[rs]?)\b", re.IGNORECASE)
_MIXED = frozenset("proven proved found investigated being still yet now currently under investigation".split())


def staged(ground: Ground, tables: Sequence[TableRead], said: Sequence[Said], found: Found) -> Found:
    """The figures with their stages, and those that only their stage tells apart. Nothing where none is asked."""
    asked = {measure.id: measure for measure in ground.measures if measure.stage}
    if not asked:
        return found
    found = _told_by_stage(ground, asked, said, found)
    over = {read.table.name: _over(ground, read) for read in tables}
    of_all = _of_all(ground, said)
    told = tuple(_with_stage(ground, seen, asked, over, of_all) for seen in found.observations)
    return replace(found, observations=told)


def _with_stage(
    ground: Ground, seen: Observation, asked: Mapping[str, Measure], over: Mapping[str, str], of_all: str
) -> Observation:
    measure = asked.get(seen.measure)
    if measure is None or seen.amount is None or seen.stage:
        return seen
    for words in (_own_words(ground, seen), over.get(seen.table, "")):
        told = stage(_without_nouns(words, measure))
        if told != NOT_STATED:
            return replace(seen, stage=told)
    return replace(seen, stage=of_all) if of_all else seen


def _own_words(ground: Ground, seen: Observation) -> str:
    """The words of its labels and row; in a sentence with several numbers those behind it, or its label."""
    value = seen.places.get("value")
    quotes = [place.quote for name, place in seen.places.items() if name in _OWN or name.startswith("where:")]
    row = seen.places.get("row")
    if seen.table or value is None or row is None:
        return " ".join((*quotes, value.quote if value is not None else ""))
    found = list(look(ground, row.quote).numbers)
    own = [at for at, word in enumerate(found) if row.quote[word.start : word.end] == value.quote.strip()]
    if len(found) < 2 or len(own) != 1:
        return row.quote if len(found) < 2 else ""
    at = own[0]
    start = found[at - 1].end if at else 0
    after = row.quote[found[at].end : found[at + 1].start if at + 1 < len(found) else len(row.quote)]
    before = row.quote[start : found[at].start]
    return before if _CLOSED.match(after) else after if at else before + after


def _without_nouns(words: str, measure: Measure) -> str:
    """The words without what the survey calls its cases: "one complaint" is no stage of complaints."""
    weak = (noun for noun in measure.nouns if stage(noun) == "alleged" and not _NO_WORD.search(noun))
    for noun in sorted(weak, key=len, reverse=True):
        words = re.sub(rf"\b{re.escape(noun)}\b", " ", words, flags=re.IGNORECASE)
    return words


def _over(ground: Ground, read: TableRead) -> str:
    """What stands over the table, and the first words of each row above its data: a title cut up by its commas."""
    layout = read.layout
    first = min(layout.data, default=0)
    heads = (next(iter(layout.grid.filled(row)), None) for row in range(first))
    return " ".join(
        (
            *(piece.text for piece in pieces_over(ground, layout)),
            *(slot.text for slot in heads if slot is not None),
        )
    )


def _of_all(ground: Ground, said: Sequence[Said]) -> str:
    """The one stage that the reply, or the mail it came with, says all figures to be at; "" if it says none."""
    letter = (
        one.sentence.text
        for one in said
        if one.sentence.over.question != OTHER and not any(o.amount is not None for o in one.found.observations)
    )
    mail = (one.text for one in sentences(ground.context.covering))
    told = {stage_of_all(text) for text in (*letter, *mail, *(piece.text for piece in lone_rows(ground)))}
    told -= {NOT_STATED}
    return told.pop() if len(told) == 1 else SEVERAL if told else ""


# ---------------------------------------------------------------- counts told by stage


@dataclass(frozen=True, slots=True)
class _Told:
    """A number of which only the stage of its cases is told: its word, where it stands, and what tells it."""

    one: Said
    word: str
    start: int
    number: Decimal
    words: tuple[int, int]


def _told_by_stage(ground: Ground, asked: Mapping[str, Measure], said: Sequence[Said], found: Found) -> Found:
    """What was found, with the counts that are told by stage: "9 were substantiated" behind a number of cases."""
    read = {mark.span for mark in found.marks if mark.read}
    like = next((o for o in found.observations if o.table and _is_of_all(o, asked)), None)
    for one in said:
        mine = [o for o in one.found.observations if o.measure in asked and not o.where and o.amount is not None]
        like = mine[0] if mine else like if like is None or like.table or _goes_on(one, like) else None
        for told in (*_numbers(ground, one), *_none(one)) if like is not None else ():
            spans = one.sentence.piece.cut(told.start, told.start + len(told.word)).spans
            if like is not None and not read & set(spans):
                found = _with(found, _counted(ground, asked[like.measure], like, told), like, spans)
    return found


def _is_of_all(seen: Observation, asked: Mapping[str, Measure]) -> bool:
    """True for a total of a table: what the letter says of "these" may be of it."""
    return seen.role == "total" and seen.measure in asked and not seen.where and seen.period is None


def _with(found: Found, made: Observation, like: Observation, spans: Iterable[Span]) -> Found:
    """What was found with one more count, which stands or falls with the number that it is a part of."""
    choices = tuple(
        replace(one, options=tuple(
            replace(option, observations=(*option.observations, made.id)) if like.id in option.observations
            else option
            for option in one.options
        ))
        for one in found.choices
    )  # fmt: skip
    marks = tuple(Mark(span, made.id, read=True) for span in spans)
    return replace(found, observations=(*found.observations, made), choices=choices, marks=(*found.marks, *marks))


def _goes_on(one: Said, like: Observation) -> bool:
    """True for a sentence that gives no figures of anything else."""
    return all(o.measure == like.measure for o in one.found.observations) and one.sentence.over.question != OTHER


def _numbers(ground: Ground, one: Said) -> Iterator[_Told]:
    text = one.sentence.text
    for word in look(ground, text).numbers:
        if word.kind != "integer" or word.exact is None:
            continue
        label = _LABEL.fullmatch(text[: word.start])
        if label is not None and not text[word.end :].strip(" .;") and _tells(label["words"]):
            yield _Told(one, text[word.start : word.end], word.start, word.exact, label.span("words"))
        were = _WERE.match(text, word.end)
        if were is not None:
            end = _clause_end(text, were.end())
            if _tells(text[were.start() : end]):
                yield _Told(one, text[word.start : word.end], word.start, word.exact, (word.start, end))


def _none(one: Said) -> Iterator[_Told]:
    """ "None was substantiated": none."""
    text = one.sentence.text
    for found in _NONE.finditer(text):
        were = _WERE.match(text, found.end())
        end = _clause_end(text, were.end()) if were is not None else 0
        if were is not None and _tells(text[were.start() : end]):
            yield _Told(one, found.group(), found.start(), Decimal(0), (were.start(), end))


def _clause_end(text: str, start: int) -> int:
    after = next((other.start for other in numbers(text) if other.start >= start), len(text))
    stop = _STOP.search(text, start, after)
    return stop.start() if stop else after


def _tells(words: str) -> bool:
    return stage(words) != NOT_STATED and len(words.split()) <= _LONGEST and _is_all(words)


def _is_all(words: str) -> bool:
    """True if the words say nothing but a stage."""
    return all(
        word in PLAIN | _MIXED or stage(word) != NOT_STATED or stage(f"not {word}") != NOT_STATED
        for word in normalise(words).split()
    )


def _counted(ground: Ground, measure: Measure, like: Observation, told: _Told) -> Observation:
    piece = told.one.sentence.piece
    value = piece.cut(told.start, told.start + len(told.word))
    said = piece.cut(*told.words)
    return Observation(
        digest(ground.document, "by stage", ground.locator(value), measure.id),
        ground.context.body, ground.document, measure.id, measures.amount(told.number, measure), "prose",
        {}, like.period, accepted_by=rules.SENTENCE.name if like.accepted_by else "", choice=like.choice,
        stage=stage(said.text),
        places={
            "value": ground.locator(value), "row": ground.locator(piece),
            **{name: place for name, place in like.places.items() if name == "period"},
        },
    )  # fmt: skip
