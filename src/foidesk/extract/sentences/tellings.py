"""What the sentences of a reply tell, in their order: numbers, cases told one by one, lists of them, the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from foidesk.model.observations import LISTED, Observation
from foidesk.model.periods import Period
from foidesk.model.values import Amount
from foidesk.words.numbers import numbers

from ..basis import measure as measures
from ..basis.found import Found, Mark, together
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen
from ..figures import acceptance as rules
from ..figures.seen import look
from .carried import Lead
from .enumerated import Enumeration, enumeration
from .of_these import with_parts_of_parts
from .over import Sentence
from .passages import Passages, row_id
from .prose import Told, is_some_part, lead_of, statement, told_in
from .relative_years import last_year, with_relative
from .rest_of_total import Sums, with_rests
from .said import Said
from .said_shares import shares_told
from .share_behind import shares_borne_out
from .years_named import Years, years_told

LEAD = 12


def said_in(ground: Ground, sentences: Sequence[Sentence], sums: Sums) -> list[Said]:
    """All sentences with what they tell; each hands the measure that it names on within its paragraph."""
    reader = _Reader(ground, sentences)
    said = list(reader.read())
    cases, more = reader.passages.observations(), reader.passages.continued()
    said = [
        replace(one, found=one.found + Found(cases.get(one.sentence, ())), part=one.part or one.sentence in more)
        for one in said
    ]
    said = _as_lists(with_rests(ground, with_parts_of_parts(_without_parts(said, sums)), sums))
    return [replace(one, found=one.found + _referring(ground, one, said)) for one in said]


@dataclass
class _Reader:
    ground: Ground
    sentences: Sequence[Sentence]
    passages: Passages = field(init=False)
    parts: set[Sentence] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.passages = Passages(self.ground)

    def read(self) -> Iterator[Said]:
        lead: Lead | None = None
        last = ""
        for (question, _), group in groupby(enumerate(self.sentences), key=lambda item: _paragraph(item[1])):
            named: MeasureSeen | None = None
            lead, last = lead if question == last else None, question
            years: Years = ()
            at_last: Period | None = None
            for at, sentence in group:
                if sentence in self.parts:
                    yield Said(sentence, Found(), part=True)
                    continue
                listed = enumeration(self.ground, self.sentences, at)
                found = self._listed(listed) if listed else None
                some: frozenset[str] = frozenset()
                if found is None:
                    told, named = told_in(self.ground, sentence, named, lead, years, at_last)
                    lead = lead_of(sentence, told) or (
                        lead if any(one.clause.categories for one in told) else None
                    )
                    told = told or shares_told(self.ground, sentence)
                    found, some = self._sentence(sentence, told), self._some(sentence, told)
                years = years_told(self.ground, sentence.text) or years
                at_last = self._last(sentence, found, at_last)
                yield Said(sentence, found, some=some)

    def _last(self, sentence: Sentence, found: Found, before: Period | None) -> Period | None:
        """The year of the last figure, for "the following year" behind it; None with other years by it."""
        seen = with_relative(self.ground, sentence.text, self.ground.period_in(sentence.text), before)
        told = {o.period for o in found.observations if o.accepted_by}
        return (last_year(seen) if all(one.period in told for one in seen) else None) if seen else before

    def _some(self, sentence: Sentence, told: list[Told]) -> frozenset[str]:
        parts = [one for one in told if is_some_part(self.ground, sentence, one)]
        return frozenset(o.id for one in parts for o in statement(self.ground, sentence, one).observations)

    def _sentence(self, sentence: Sentence, told: list[Told]) -> Found:
        """A count, or one case told without a count; a person told of may be both a person and a case."""
        found = together(statement(self.ground, sentence, one) for one in told)
        found = replace(found, marks=(*found.marks, *_shares(sentence, told)))
        if told and not all(self._is_one_person(sentence, one) for one in told):
            return found
        case = self.passages.read(sentence)
        if case is None:
            return found
        kept = tuple(one for one in found.observations if one.accepted_by)
        return replace(found, observations=kept) + case

    def _is_one_person(self, sentence: Sentence, told: Told) -> bool:
        """True for "one person", counted as a person where the question is about cases."""
        asked = measures.of_question(self.ground, sentence.over.question)
        is_one = isinstance(told.value, Amount) and told.value.lo == told.value.hi == 1
        return (
            is_one
            and any(noun.people for noun in told.clause.nouns)
            and (asked is None or asked.measure.id != told.seen.measure.id)
        )

    def _listed(self, listed: Enumeration) -> Found | None:
        """The cases of a list that follows the number of its entries."""
        seen = listed.head.over.measure or measures.of_question(self.ground, listed.head.over.question)
        if seen is None:
            return None
        for sentence, named in listed.entries:
            self.passages.add(sentence, (named,), seen, rules.TOLD_LIST.name)
        self.parts |= set(listed.sentences)
        id = row_id(self.ground, self.passages.rows[-1])
        ones = (word for word in numbers(listed.head.text) if word.value == 1 and word.start < LEAD)
        spans = [
            span for word in (*listed.counted, *ones) for span in listed.head.piece.cut(word.start, word.end).spans
        ]
        return Found(marks=tuple(Mark(span, id, read=True) for span in spans))


def _shares(sentence: Sentence, told: list[Told]) -> Iterator[Mark]:
    """The shares in brackets that the numbers of the sentence bear out."""
    exact = [(one, one.value.lo) for one in told if isinstance(one.value, Amount) and one.value.is_exact]
    whole = next((value for one, value in exact if not one.meaning.where), None)
    yield from shares_borne_out(sentence, whole, [(one.clause.end, value) for one, value in exact])


def _referring(ground: Ground, one: Said, said: Sequence[Said]) -> Found:
    """The numbers of a read sentence that only name one stated elsewhere: "in one of the 17"."""
    if not (one.part or one.found.observations):
        return Found()
    stated = {
        o.value.lo for other in said for o in other.found.observations
        if o.accepted_by and isinstance(o.value, Amount) and o.value.is_exact
    }  # fmt: skip
    words = [word for word in look(ground, one.sentence.text).referred if word.value in stated]
    pieces = (one.sentence.piece.cut(word.start, word.end) for word in words)
    return Found(marks=tuple(Mark(span, "names a stated number") for piece in pieces for span in piece.spans))


def _paragraph(sentence: Sentence) -> tuple[str, int]:
    return sentence.over.question, sentence.block


# ---------------------------------------------------------------- parts and lists


def _without_parts(said: list[Said], sums: Sums) -> list[Said]:
    """The sentences without counts of "some kind" below a total: no totals themselves, their numbers stay open."""
    totals = {
        (o.measure, o.value.lo) for one in said for o in one.found.observations
        if o.accepted_by and not o.where and isinstance(o.value, Amount) and o.value.is_exact
    }  # fmt: skip
    totals |= {
        (measure, number) for (measure, start, _), numbers in sums.items() if not start for number in numbers
    }

    def is_part(one: Said, found: Observation) -> bool:
        number = found.value.lo if isinstance(found.value, Amount) else None
        above = any(m == found.measure and number is not None and number < total for m, total in totals)
        return found.id in one.some and above

    return [_without(one, frozenset(o.id for o in one.found.observations if is_part(one, o))) for one in said]


def _without(one: Said, gone: frozenset[str]) -> Said:
    if not gone:
        return one
    kept = tuple(o for o in one.found.observations if o.id not in gone)
    marks = tuple(mark for mark in one.found.marks if mark.name not in gone)
    return replace(one, found=replace(one.found, observations=kept, marks=marks))


def _as_lists(said: list[Said]) -> list[Said]:
    """Lines that follow each other, each a label and a number, as one list: two labels of one category add up."""
    out: list[Said] = []
    labels: set[str] = set()
    for one in said:
        mine = _listed(one)
        before = _listed(out[-1]) if out else None
        near = before is not None and one.sentence.over.question == out[-1].sentence.over.question
        if mine is None or before is None or not near or mine.where.keys() != before.where.keys():
            labels = set()
        phrase = " ".join(where.phrase.lower() for where in mine.where.values()) if mine else ""
        if mine is not None and before is not None and labels and phrase not in labels:
            named = tuple(replace(o, table=before.table) for o in one.found.observations)
            one = replace(one, found=replace(one.found, observations=named))
        elif phrase in labels:
            labels = set()
        labels.add(phrase)
        out.append(one)
    return out


def _listed(one: Said) -> Observation | None:
    """The only statement of a line that is a label and a number."""
    only = one.found.observations[0] if len(one.found.observations) == 1 else None
    return only if only is not None and only.table.startswith(LISTED) else None
