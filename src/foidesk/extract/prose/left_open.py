"""Numbers that nothing reads beside a breakdown: each may be of one more kind of it, until a person has said.

"25 were about driving, 14 about fares and 6 fell under smoking in the cab": left out, the six would pass for none,
and 25 and 14 for all there are. A number of a line opens the variable of its list, one of a sentence the variable
that the sentence breaks its cases down by, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from foidesk.model.codec import digest
from foidesk.model.observations import Choice, NumberSeen, Observation, OneOf, Option
from foidesk.model.periods import Period
from foidesk.model.places import Locator
from foidesk.words.numbers import NumberWord

from ..basis import measure as measures
from ..basis.asked import asked_variables, names_persons
from ..basis.found import Found, Mark, together
from ..basis.ground import Ground
from ..basis.says import Says
from ..figures.choices import AS_READ, NOT_DATA, choice_id, under
from ..figures.emit import relation
from ..figures.seen import look
from ..sentences.over import OTHER, Sentence
from ..sentences.said import Said
from .kinds_in_words import is_whole
from .left_alone import ignored_as
from .uncoded import is_sum

ALL = "all of them"
_MARK = re.compile(r"\s*(?:[•▪◦·*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])?\s*", re.IGNORECASE)
_ENDS = re.compile(r"[,;.:()]|\s[–—-]\s|\b(?:and|und)\b", re.IGNORECASE)
_INSIDE = re.compile(
    r"\b(?:of\s+(?:which|whom|these|those|them)|including|incl\.?|davon|darunter|hiervon)\b[^;.]*$", re.IGNORECASE
)
"""What a number stands behind that is a part of the one before it."""
_JOINS = re.compile(r"(?:\s+(?:and|und|or|oder|the|a))+\s*$", re.IGNORECASE)
MOST = 6


@dataclass(frozen=True, slots=True)
class _Kinds:
    """The variables that numbers of a sentence may be kinds of, the measure, and the days."""

    names: tuple[str, ...]
    measure: str
    period: Period | None


def left_open(ground: Ground, said: Sequence[Said], found: Found, seen: Sequence[NumberSeen]) -> Found:
    """A question for the open numbers of each sentence or line of a breakdown, and what each of them may count."""
    places = {number.locator for number in seen if number.status == "open"}
    rows = _by_row(found) if places else {}
    full = {id for one in found.footings if one.holds for id in one.parts}
    return together(
        _asked(ground, one.sentence, words, kinds)
        for at, one in enumerate(said)
        if (words := _open(ground, one, places)) and (kinds := _kinds(ground, said, at, rows, full)) is not None
    )


def _by_row(found: Found) -> dict[Locator, list[Observation]]:
    rows: dict[Locator, list[Observation]] = {}
    for one in found.observations:
        if one.where and one.role == "prose" and not one.is_unread and "row" in one.places:
            rows.setdefault(one.places["row"], []).append(one)
    return rows


def _open(ground: Ground, one: Said, places: set[Locator]) -> list[NumberWord]:
    """The whole numbers of a sentence that nothing explains."""
    if one.sentence.over.question == OTHER or ignored_as(one.sentence.text):
        return []
    piece, seen = one.sentence.piece, look(ground, one.sentence.text)
    held = {o.places["value"] for o in one.found.observations if o.where}
    parts = [o.amount.lo for o in one.found.observations if o.where and o.amount is not None]
    out: list[NumberWord] = []
    last: NumberWord | None = None
    for word in seen.numbers:
        place = ground.locator(piece.cut(word.start, word.end))
        inside = last is not None and _INSIDE.search(seen.text[last.end : word.start]) is not None
        is_open = word.kind == "integer" and bool(word.exact) and place in places
        is_total = len(parts) > 1 and word.exact == sum(parts)
        if is_open and not inside and not is_total and not is_whole(seen.text, word):
            out.append(word)
        if is_open or place in held:
            last = word
    return out


def _kinds(
    ground: Ground, said: Sequence[Said], at: int, rows: dict[Locator, list[Observation]], full: set[str]
) -> _Kinds | None:
    """What the sentence itself breaks cases down by, else the list that the line stands in.

    None where that adds up to its total already: there is no room for one more kind.
    """
    own = rows.get(ground.locator(said[at].sentence.piece), [])
    held = own or _of_list(ground, said, at, rows)
    names = tuple(dict.fromkeys(name for o in held for name in o.where if _may_be(ground, name)))
    counted = {o.measure for o in held}
    if (
        not names
        or len(counted) != 1
        or any(o.id in full for o in held)
        or ground.context.codebook.measure(held[0].measure).type != "count"
    ):
        return None
    days = {o.period for o in held}
    return _Kinds(names, held[0].measure, days.pop() if len(days) == 1 else said[at].sentence.over.period)


def _may_be(ground: Ground, name: str) -> bool:
    return name in asked_variables(ground) and not names_persons(ground, name)


def _of_list(
    ground: Ground, said: Sequence[Said], at: int, rows: dict[Locator, list[Observation]]
) -> list[Observation]:
    """What the nearest line on each side gives that a mark or a number opens, as it opens this one."""
    if not _is_entry(said[at].sentence):
        return []
    out: list[Observation] = []
    for side in (range(at - 1, -1, -1), range(at + 1, len(said))):
        for other in side:
            if not _is_entry(said[other].sentence) or not _together(said[at], said[other]):
                break
            if held := rows.get(ground.locator(said[other].sentence.piece)):
                out += held
                break
    return out


def _together(one: Said, other: Said) -> bool:
    return one.sentence.over.question == other.sentence.over.question


def _is_entry(sentence: Sentence) -> bool:
    """True for a line of a list: behind its mark there are few words, or a number first."""
    text = sentence.text
    mark = _MARK.match(text)
    rest = text[mark.end() if mark else 0 :]
    return bool(mark and mark[0].strip()) or rest[:1].isdigit() or text.rstrip(" .;,")[-1:].isdigit()


# ---------------------------------------------------------------- the question


def _asked(ground: Ground, sentence: Sentence, words: list[NumberWord], kinds: _Kinds) -> Found:
    """One question for the open numbers of a sentence: one of them, all, or none counts cases of a kind."""
    made = [(word, _statement(ground, sentence, word, kinds)) for word in words[:MOST]]
    held = [(word, one) for word, one in made if one is not None]
    if not held:
        return Found()
    choice = _choice(ground, sentence, held)
    statements = [one for _, one in held]
    marks = tuple(
        Mark(span, one.id, read=True)
        for word, one in held for span in sentence.piece.cut(word.start, word.end).spans
    )  # fmt: skip
    if len(held) == 1:
        return Found(tuple(under(ground, statements, choice)), choices=(choice,), marks=marks)
    out = [o for at, one in enumerate(statements) for o in under(ground, [one], choice, f"number {at + 1}")]
    again = [replace(one, id=digest(one.id, ALL)) for one in statements]
    return Found((*out, *under(ground, again, choice, ALL)), choices=(choice,), marks=marks)


def _choice(ground: Ground, sentence: Sentence, held: list[tuple[NumberWord, Observation]]) -> Choice:
    unit = ground.context.codebook.measure(held[0][1].measure).unit
    places = tuple(one.places["value"] for _, one in held)
    quoted = " ".join(sentence.text.split())[:200]
    if len(held) == 1:
        question = f"Does “{held[0][0].text}” count {unit} of a kind of their own? “{quoted}”"
        options = [Option(AS_READ, "Yes: of a kind in these words", (held[0][1].id,))]
    else:
        question = f"Which of these numbers count {unit} of a kind of their own? “{quoted}”"
        options = [
            Option(f"number {at + 1}", f"{word.text}: “{_quote(one)}”", (one.id,))
            for at, (word, one) in enumerate(held)
        ]
        options.append(Option(ALL, "All of them", tuple(digest(one.id, ALL) for _, one in held)))
    options.append(Option(NOT_DATA, "No: none of a kind, or counted elsewhere in the reply"))
    id = choice_id("reading", question, places)
    return Choice(id, "reading", question, tuple(options), ground.context.body, places, weight=len(held))


def _quote(one: Observation) -> str:
    return next(where.phrase for where in one.where.values())


def _statement(ground: Ground, sentence: Sentence, word: NumberWord, kinds: _Kinds) -> Observation | None:
    """So many of each variable's kinds, in the words around the number, which wait to be coded."""
    measure = ground.context.codebook.measure(kinds.measure)
    value = measures.value_of(Says("number", word), measure)
    if value is None:
        return None
    start, end = _words_of(sentence.text, word)
    number, words = sentence.piece.cut(word.start, word.end), sentence.piece.cut(start, end)
    phrase = " ".join(words.text.split())
    if is_sum(phrase) or (start <= word.start < end and _is_of_year(ground, sentence.text, word)):
        return None
    spans = [(span.part, span.start, span.end) for span in number.spans]
    over = {name: where for name, where in sentence.over.where if name not in kinds.names}
    return Observation(
        digest(ground.document, "left open", spans, measure.id, kinds.names), ground.context.body, ground.document,
        measure.id, value, "prose", {**over, **{name: OneOf((), phrase) for name in kinds.names}}, kinds.period,
        relation(value), places={
            "value": ground.locator(number), "row": ground.locator(sentence.piece),
            **{f"where:{name}": ground.locator(words) for name in kinds.names},
        },
    )  # fmt: skip


def _is_of_year(ground: Ground, text: str, word: NumberWord) -> bool:
    """True for the 12 of "2021: 12 (3 upheld)": nothing but its year stands before it."""
    return ground.period(text[: word.start].strip(" \t:=–—-")) is not None


def _words_of(text: str, word: NumberWord) -> tuple[int, int]:
    """Where the words of a number stand: behind it up to the next number or stop, else before it."""
    for start, end in _stretches(text, word):
        words = text[start:end]
        if any(map(str.isalpha, words)):
            start += len(words) - len(words.lstrip(" \n\t,;:–—-"))
            cut = re.compile(r"(?:\S+\s+){0,9}\S+").match(text, start, end)
            end = cut.end() if cut else end
            end = start + len(_JOINS.sub("", text[start:end]))
            return start, start + len(text[start:end].rstrip(" \n\t,;:.–—-"))
    return 0, len(text)


def _stretches(text: str, word: NumberWord) -> Iterator[tuple[int, int]]:
    later = re.compile(r"\d|[;.](?:\s|$)").search(text, word.end)
    yield word.end, later.start() if later else len(text)
    before = [found.end() for found in _ENDS.finditer(text, 0, word.start)]
    yield before[-1] if before else 0, word.start
