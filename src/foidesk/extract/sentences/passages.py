"""Cases told one by one over the sentences of a reply: which passage, and who "the officer" is.

A told case is an example inside the totals of the letter. The cases of one passage are different cases; those of
two passages may be the same ones told again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from foidesk.model.codec import digest
from foidesk.model.observations import TOLD_IN, Observation, OneOf, Where
from foidesk.model.periods import Period

from ..basis import measure as measures
from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen, amount
from ..figures import acceptance as rules
from .case_lines import Named
from .clauses import dated
from .over import Sentence
from .told import Told, told_case

_DEFINITE = re.compile(r"\W*(?:the|this|that)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A case with the sentences that tell it."""

    sentences: tuple[Sentence, ...]
    named: tuple[tuple[Sentence, Named], ...]
    seen: MeasureSeen
    table: str
    rule: str
    period: Period | None = None
    count: int = 1

    @property
    def where(self) -> dict[str, Where]:
        return {item.variable: item.where for _, item in self.named}


@dataclass
class Passages:
    """The told cases met so far in one document."""

    ground: Ground
    rows: list[Row] = field(default_factory=list)
    _last: Sentence | None = None
    _runs: int = 0

    def read(self, sentence: Sentence) -> Found | None:
        """What a sentence tells of one case; None if it tells none. The case itself stands in `observations`."""
        told = told_case(self.ground, sentence.text)
        seen = self._measure(sentence, told) if told else None
        if told is None or seen is None:
            return None
        if not self._goes_on(sentence, told):
            self.add(sentence, told.named, seen)
        self._last = sentence
        return Found(marks=tuple(self._marks(sentence, told)))

    def add(self, sentence: Sentence, named: Iterable[Named], seen: MeasureSeen, rule: str = "") -> None:
        """One more case of the passage that the sentence stands in."""
        rule = rule or (rules.CASE_LINE.name if sentence.over.question and seen.supported else "")
        when = dated(self.ground, sentence.text)
        held = tuple((sentence, item) for item in named)
        self.rows.append(Row((sentence,), held, seen, self._table(sentence), rule, when.period if when else None))
        self._last = sentence

    def _measure(self, sentence: Sentence, told: Told) -> MeasureSeen | None:
        """The measure of the question; a guess where the reply goes by no questions, nothing where none counts."""
        if sentence.over.question:
            return measures.of_question(self.ground, sentence.over.question)
        variables = {item.variable for item in told.named}
        return (
            sentence.over.measure or measures.of_variables(self.ground, variables) or measures.first(self.ground)
        )

    def _table(self, sentence: Sentence) -> str:
        if sentence.over.question:
            return TOLD_IN + sentence.over.question
        if self._last is None or sentence.block - self._last.block > 1:
            self._runs += 1
        return f"{TOLD_IN}passage {self._runs}"

    def _goes_on(self, sentence: Sentence, told: Told) -> bool:
        """True if the sentence only says more of the case before; it is then added to that case."""
        definite = told.same or _DEFINITE.match(sentence.text) is not None
        if not definite or not self.rows or not self._is_next(sentence):
            return False
        both = _both(self.ground, self.rows[-1], sentence, told)
        if both is not None:
            self.rows[-1] = both
        return both is not None

    def _is_next(self, sentence: Sentence) -> bool:
        last = self._last
        near = last is not None and sentence.block - last.block <= 1
        return near and last is not None and last.over.question == sentence.over.question

    def _marks(self, sentence: Sentence, told: Told) -> Iterable[Mark]:
        piece = sentence.piece.cut(*told.one) if told.one else None
        return (
            Mark(span, row_id(self.ground, self.rows[-1]), read=True) for span in (piece.spans if piece else ())
        )

    def observations(self) -> dict[Sentence, tuple[Observation, ...]]:
        """The cases by the sentence that first tells them."""
        out: dict[Sentence, tuple[Observation, ...]] = {}
        for row in self.rows:
            out[row.sentences[0]] = (*out.get(row.sentences[0], ()), _observation(self.ground, row))
        return out

    def continued(self) -> frozenset[Sentence]:
        """The sentences that only say more of a case told before them."""
        return frozenset(one for row in self.rows for one in row.sentences[1:])


def _both(ground: Ground, row: Row, sentence: Sentence, told: Told) -> Row | None:
    """The case with what another sentence adds; None if the two clash: then they are two cases."""
    known = row.where
    for item in told.named:
        old = known.get(item.variable)
        if old is not None and not _agree(ground, item.variable, old, item.where):
            return None
    more = tuple((sentence, item) for item in told.named if item.variable not in known)
    return replace(row, sentences=(*row.sentences, sentence), named=(*row.named, *more))


def _agree(ground: Ground, variable: str, one: Where, other: Where) -> bool:
    """True if one of the two is, or lies in, the other."""
    known = ground.matchers[variable].variable
    first, last = (set().union(*(known.leaves(id) for id in where.categories)) for where in (one, other))
    return isinstance(one, OneOf) and isinstance(other, OneOf) and bool(first <= last or last <= first)


def row_id(ground: Ground, row: Row) -> str:
    """The id of a told case: where its first sentence stands, and the words that tell it apart."""
    spans = [(span.part, span.start, span.end) for span in row.sentences[0].piece.spans]
    first = [(item.start, item.end) for one, item in row.named if one is row.sentences[0]]
    return digest(ground.document, "told", spans, first, row.seen.measure.id)


def _observation(ground: Ground, row: Row) -> Observation:
    places = {
        f"where:{item.variable}": ground.locator(one.piece.cut(item.start, item.end)) for one, item in row.named
    }
    line = ground.locator(row.sentences[0].piece)
    return Observation(
        row_id(ground, row), ground.context.body, ground.document, row.seen.measure.id,
        amount(row.count, row.seen.measure), "prose", row.where, row.period, table=row.table,
        places={"value": line, "row": line, **places}, accepted_by=row.rule,
    )  # fmt: skip
