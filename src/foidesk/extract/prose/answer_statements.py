"""The statements of an answer in words: the figure that is taken, or the figures that a person chooses from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from foidesk.model.codec import digest
from foidesk.model.issues import Issue
from foidesk.model.observations import Choice, Observation, Option
from foidesk.model.values import Value

from ..basis import measure as measures
from ..basis.found import Found, Mark
from ..basis.pieces import Span
from ..basis.says import Says
from ..figures.choices import NOT_DATA, choice_id, under
from ..figures.emit import relation
from ..sentences.over import Sentence
from ..sentences.said import Said
from .answer_figures import NAMED, OPENING, Answer, Figure


def with_new(answer: Answer, new: Found) -> dict[Sentence, Said]:
    """The sentences without what was read of the measure before, the first of them with the new statements."""
    first = answer.said[0].sentence
    return {
        one.sentence: replace(
            one, found=_rest(answer, one) + (new if one.sentence is first else Found()), some=frozenset()
        )
        for one in answer.said
    }


def _rest(answer: Answer, one: Said) -> Found:
    """What the sentence tells of other measures."""
    gone = {o.id for o in one.found.observations if o.measure == answer.measure.id}
    kept = tuple(o for o in one.found.observations if o.id not in gone)
    return replace(one.found, observations=kept, marks=tuple(m for m in one.found.marks if m.name not in gone))


def accepted(answer: Answer, one: Figure, value: Value, rule: str) -> Found:
    made = observation(answer, one.sentence, (one.word.start, one.word.end), value, rule)
    marks = [Mark(span, made.id, read=True) for span in _spans(one)]
    others = [other for other in answer.figures if other is not one]
    marks += [Mark(span, "the same in another unit") for other in others for span in _spans(other)]
    return Found((made,), marks=tuple(marks), issues=_noted(answer, one, made))


def _noted(answer: Answer, one: Figure, made: Observation) -> tuple[Issue, ...]:
    """What the survey's own rule did to the words: it is shown with the figure."""
    if one.word.hedge:
        return (note(answer, made, f"“{one.word.text}” is taken as {one.word.value}"),)
    return ()


def note(answer: Answer, made: Observation, what: str) -> Issue:
    place = made.places["value"]
    return Issue(
        "counted-by-rule", "note", f"{what}, as the survey counts {answer.measure.label.lower()}.",
        answer.ground.where(place.place), "Nothing, unless the survey should count otherwise.", (place,),
        body=answer.ground.context.body, key=made.id,
    )  # fmt: skip


def _spans(one: Figure) -> Iterator[Span]:
    yield from one.sentence.piece.cut(one.word.start, one.word.end).spans


def observation(
    answer: Answer, sentence: Sentence, place: tuple[int, int], value: Value, rule: str, of: str = ""
) -> Observation:
    ground, piece = answer.ground, sentence.piece.cut(*place)
    spans = [(span.part, span.start, span.end) for span in piece.spans]
    return Observation(
        digest(ground.document, "answer", spans, answer.measure.id, of), ground.context.body, ground.document,
        answer.measure.id, value, "prose", relation=relation(value), accepted_by=rule,
        places={"value": ground.locator(piece), "row": ground.locator(sentence.piece)},
    )  # fmt: skip


def does_it_count(answer: Answer, one: Figure) -> str:
    words = " ".join(one.sentence.text.split())[:160]
    return f"Does this sentence count {answer.measure.unit}? “{words}”"


def asked(answer: Answer, told: list[Figure]) -> Found:
    words = " ".join(answer.text.split())[:200]
    return asking(answer, told, f"Which is the number of {answer.measure.unit} in this answer? “{words}”")


def asking(answer: Answer, told: list[Figure], question: str) -> Found:
    """A choice between the figures, and their sum where they are of one kind."""
    made = dict(_readings(answer, told))
    if not made:
        return Found()
    ground = answer.ground
    locators = tuple(one.places["value"] for one in made.values())
    options = [Option(label, label, (one.id,), suggested=len(made) == 1) for label, one in made.items()]
    none = Option(NOT_DATA, "None of these: leave it out")
    id = choice_id("reading", question, locators)
    choice = Choice(id, "reading", question, (*options, none), ground.context.body, locators, weight=len(made))
    held = [o for label, one in made.items() for o in under(ground, (one,), choice, label)]
    marks = tuple(Mark(span, choice.id, read=True) for one in told for span in _spans(one))
    return Found(tuple(held), choices=(choice,), marks=marks)


def _readings(answer: Answer, told: list[Figure]) -> Iterator[tuple[str, Observation]]:
    for one in told:
        value = measures.value_of(Says("number", one.word), answer.measure) or _as_stated(answer, one)
        if value is not None:
            words = " ".join(one.sentence.text[one.word.start : one.word.end + 30].split())
            place = (one.word.start, one.word.end)
            yield f"{one.word.text}: “{words}”", observation(answer, one.sentence, place, value, "", "one")
    heads = [one for one in told if one.kind in (NAMED, OPENING)]
    numbers = [one.word.exact for one in heads]
    if len(heads) > 1 and all(number is not None for number in numbers):
        total = sum((number for number in numbers if number is not None), Decimal(0))
        value, first = measures.amount(total, answer.measure), heads[0]
        whole = (0, len(first.sentence.text))
        yield f"{total}: their sum", observation(answer, first.sentence, whole, value, "", "sum")


def _as_stated(answer: Answer, one: Figure) -> Value | None:
    return measures.amount(one.word.value, answer.measure) if one.word.value is not None else None
