"""Cases told one to a line: "PCSO - Dismissed", "PC - Written warning"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from foidesk.model.codec import digest
from foidesk.model.observations import Observation, Where
from foidesk.model.values import Amount
from foidesk.words.numbers import numbers

from ..basis import measure as measures
from ..basis.found import Found, together
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen, amount
from ..basis.pieces import Piece
from ..figures import acceptance as rules
from ..figures.choices import confirm, under
from ..figures.figures import combine
from ..figures.meaning import Meaning
from ..layout.labels import places_of
from ..sentences.over import Over, Sentence

_PARTS = re.compile(r"\s+[-–—]\s*|\s*[:;,|]\s+|\.\s+")
LEAST = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """One line with what its parts say."""

    sentence: Sentence
    said: tuple[Meaning, ...]


def listed_cases(ground: Ground, sentences: Sequence[Sentence], told: Found) -> Found:
    """A case for every line of a list whose parts are categories of two variables or more."""
    lines = [(sentence, _line(ground, sentence)) for sentence in sentences]
    runs = (list(run) for known, run in groupby(lines, key=lambda one: one[1] is not None) if known)
    lists = [[line for _, line in run if line is not None] for run in runs]
    return together(_list(ground, run, told) for run in lists if len(run) >= LEAST)


def _line(ground: Ground, sentence: Sentence) -> _Line | None:
    if any(word.is_amount for word in numbers(sentence.text)):
        return None
    said = tuple(_known(ground, sentence))
    variables = [name for meaning in said for name, _ in meaning.where]
    return _Line(sentence, said) if len(variables) >= LEAST and len(set(variables)) == len(variables) else None


def _known(ground: Ground, sentence: Sentence) -> Iterator[Meaning]:
    """The parts of a line that are categories of one variable each."""
    at = 0
    for cut in (*_PARTS.finditer(sentence.text), None):
        end = cut.start() if cut else len(sentence.text)
        piece = sentence.piece.cut(at, end).stripped()
        text = piece.text.strip(" •-–.*")
        known = owners(ground, text)
        if len(known) == 1:
            yield Meaning(piece, where=known)
        at = cut.end() if cut else end


def owners(ground: Ground, text: str) -> tuple[tuple[str, Where], ...]:
    """Each variable that knows the words, with what they say of it."""
    found = ((name, known.match(text)) for name, known in ground.matchers.items() if known.knows(text))
    return tuple((name, where) for name, where in found if where is not None)


def _list(ground: Ground, lines: list[_Line], told: Found) -> Found:
    seen = list_measure(ground, lines[0].sentence, [meaning for line in lines for meaning in line.said])
    if seen is None:
        return Found()
    matched = seen.supported and Decimal(len(lines)) in totals(told, seen)
    rule = rules.COUNTED_ROWS.name if matched else ""
    made = [
        replace(case_row(ground, one.sentence.over, one.sentence.piece, one.said, at, seen), accepted_by=rule)
        for at, one in enumerate(lines)
    ]
    if matched:
        return Found(tuple(made))
    unit = seen.measure.unit
    question = (
        f"Does each of these {len(lines)} lines stand for one of the {unit}? “{lines[0].sentence.text[:80]}”"
    )
    choice = confirm(ground, question, made, [o.places["value"] for o in made])
    return Found(tuple(under(ground, made, choice)), choices=(choice,))


def list_measure(ground: Ground, first: Sentence, said: Sequence[Meaning]) -> MeasureSeen | None:
    """What the lines of a list count: by the words over it, its question, its variables; else a guess."""
    over = first.over
    variables = {name for meaning in said for name, _ in meaning.where}
    asked = over.measure or measures.of_question(ground, over.question) or measures.of_variables(ground, variables)
    return asked or measures.first(ground)


def totals(told: Found, seen: MeasureSeen) -> set[Decimal]:
    """The totals of the measure that the reply states elsewhere."""
    whole = [o for o in told.observations if o.measure == seen.measure.id and not o.where and o.accepted_by]
    return {o.value.lo for o in whole if isinstance(o.value, Amount) and o.value.is_exact}


def case_row(
    ground: Ground, over: Over, piece: Piece, said: Sequence[Meaning], at: int, seen: MeasureSeen, count: int = 1
) -> Observation:
    """A line of a list as so many cases, with what stands over the list."""
    both = combine(ground, Meaning(over.heading, over.where, over.period), *said)
    places = {name: ground.locator(one) for name, one in places_of(list(said), "row")}
    spans = [(span.part, span.start, span.end) for span in piece.spans]
    wheres = sorted((name, where.categories, where.phrase) for name, where in both.where)
    return Observation(
        digest(ground.document, "line", spans, seen.measure.id, wheres), ground.context.body, ground.document,
        seen.measure.id, amount(count, seen.measure), "case row", dict(both.where), both.period, row=at,
        places={**places, "value": ground.locator(piece), "row": ground.locator(piece)},
    )  # fmt: skip
