"""Cases told one to a line: "PCSO - Dismissed", "PC - Written warning"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from foidesk.model.codec import digest
from foidesk.model.observations import Observation, Where
from foidesk.model.values import Amount
from foidesk.words.numbers import numbers

from . import acceptance as rules
from . import measure as measures
from .choices import confirm, under
from .figures import combine
from .found import Found, together
from .ground import Ground
from .headings import Meaning
from .labels import places_of
from .letter import Sentence
from .measure import MeasureSeen, amount

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
        owners = _owners(ground, text)
        if len(owners) == 1:
            yield Meaning(piece, where=owners)
        at = cut.end() if cut else end


def _owners(ground: Ground, text: str) -> tuple[tuple[str, Where], ...]:
    found = ((name, known.match(text)) for name, known in ground.matchers.items() if known.knows(text))
    return tuple((name, where) for name, where in found if where is not None)


def _list(ground: Ground, lines: list[_Line], told: Found) -> Found:
    seen = _measure(ground, lines)
    if seen is None:
        return Found()
    matched = seen.supported and Decimal(len(lines)) in _totals(told, seen)
    rule = rules.COUNTED_ROWS.name if matched else ""
    made = [_case(ground, line, index, seen, rule) for index, line in enumerate(lines)]
    if matched:
        return Found(tuple(made))
    unit = seen.measure.unit
    question = (
        f"Does each of these {len(lines)} lines stand for one of the {unit}? “{lines[0].sentence.text[:80]}”"
    )
    choice = confirm(ground, question, made, [o.places["value"] for o in made])
    return Found(tuple(under(ground, made, choice)), choices=(choice,))


def _measure(ground: Ground, lines: list[_Line]) -> MeasureSeen | None:
    over = lines[0].sentence.over
    variables = {name for line in lines for meaning in line.said for name, _ in meaning.where}
    asked = over.measure or measures.of_question(ground, over.question) or measures.of_variables(ground, variables)
    return asked or measures.first(ground)


def _totals(told: Found, seen: MeasureSeen) -> set[Decimal]:
    """The totals of the measure that the reply states elsewhere."""
    whole = [o for o in told.observations if o.measure == seen.measure.id and not o.where and o.accepted_by]
    return {o.value.lo for o in whole if isinstance(o.value, Amount) and o.value.is_exact}


def _case(ground: Ground, line: _Line, index: int, seen: MeasureSeen, rule: str) -> Observation:
    sentence = line.sentence
    over = Meaning(sentence.over.heading, sentence.over.where, sentence.over.period)
    both = combine(ground, over, *line.said)
    places = {name: ground.locator(piece) for name, piece in places_of(list(line.said), "row")}
    spans = [(span.part, span.start, span.end) for span in sentence.piece.spans]
    return Observation(
        digest(ground.document, "line", spans, seen.measure.id), ground.context.body, ground.document,
        seen.measure.id, amount(1, seen.measure), "case row", dict(both.where), both.period, row=index,
        places={**places, "value": ground.locator(sentence.piece), "row": ground.locator(sentence.piece)},
        accepted_by=rule,
    )  # fmt: skip
