"""A figure with the words that belong to it, and what the sentences before have settled."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from foidesk.words.figures import Figure, When
from foidesk.words.figures.context import Context

from .lexicon import Lexicon
from .periods import Span
from .reading import Asked, Group, Reading, Where
from .sentence import Part, Sentence
from .wording import AFTER_CHANGE, BEFORE_CHANGE

_CLAUSES = re.compile(r";\s|\s[–—]\s|,?\s(?:of which|of whom|of them|but|while|whereas)\s")
"""Between clauses whose dates and negations are their own."""
_THAN = re.compile(r"\bthan\b")


@dataclass(frozen=True, slots=True)
class State:
    """What the sentences before have settled: measure, kind, bodies, period; what bodies were counted for.

    `last` is the sum told last, `whole` the one that it was told to be a part of; `left` a word that nobody
    accounted for; `years` those of the figures told before, the last first; `named` the bodies of the last
    sentence that names some; `topic` the kind that the sentence before opens with, `leans` that the sentence
    speaks of it ("they"); `unread` that nobody knows what the figure told last counts; `priors` the readings
    told last, the last first, whatever statistic they ask for; `head` what stands above a list; `here` the figures
    of the sentence so far that have one reading; `spoken` the words of the paragraph so far, of the headline and
    of all before.
    """

    measure: str = ""
    base: str = ""
    where: Where = field(default_factory=dict)
    group: Group = field(default_factory=Group)
    span: Span = field(default_factory=Span)
    noun: frozenset[str] = frozenset()
    counted: Reading | None = None
    last: Reading | None = None
    whole: Reading | None = None
    left: str = ""
    years: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    topic: Where = field(default_factory=dict)
    leans: bool = False
    unread: bool = False
    priors: tuple[Reading, ...] = ()
    head: State | None = None
    here: tuple[tuple[Figure, Reading], ...] = ()
    spoken: tuple[str, ...] = ("",)


@dataclass
class Clause:
    """One figure with the words that belong to it.

    `one` is the sentence, `part` the stretch of it that the figure rules, the `place`th of `parts`; `near` says
    that the paragraph speaks of something of the survey.
    """

    lexicon: Lexicon
    near: bool
    one: Sentence
    part: Part
    place: int
    parts: tuple[Part, ...]
    state: State
    context: Context

    @property
    def figure(self) -> Figure:
        assert self.part.figure is not None
        return self.part.figure

    @property
    def before(self) -> str:
        return self.one.plain[self.part.start : self.figure.start]

    @property
    def after(self) -> str:
        return self.one.plain[self.figure.end : self.part.end]

    @property
    def own_clause(self) -> tuple[int, int]:
        """The part of the sentence between semicolons, dashes and "of which" that holds the figure."""
        text, start, end = self.one.plain, 0, len(self.one.plain)
        for cut in _CLAUSES.finditer(text):
            begins, ends = self._counting(cut)
            if ends <= self.figure.start:
                start = ends
            elif begins >= self.figure.end:
                return start, begins
        return start, end

    def _counting(self, cut: re.Match[str]) -> tuple[int, int]:
        """Where a cut ends a clause and begins the next: ", nine of them in 2012" begins before its number."""
        ahead = next((one for one in self.one.figures if one.end == cut.start()), None)
        is_of = cut[0].split()[:1] == ["of"]
        return (ahead.start, ahead.start) if ahead is not None and is_of else cut.span()

    def has_noun(self, measure: str) -> bool:
        """True if the part says the measure's own words."""
        return any(phrase <= self.part.stems for phrase in self.lexicon.measure_phrases[measure])

    def variables_of(self, measure: str) -> frozenset[str]:
        """The variables by which the measure may be broken down: those of its questions, and those of none."""
        asked = [q for q in self.lexicon.definition.questions if measure in q.measures]
        named = frozenset(variable for q in asked for variable in q.variables)
        if not asked:
            return frozenset(one.id for one in self.lexicon.definition.codebook.variables)
        bound = frozenset(variable for q in self.lexicon.definition.questions for variable in q.variables)
        free = frozenset(one.id for one in self.lexicon.definition.codebook.variables) - bound
        by_question = frozenset(
            one.id for one in self.lexicon.definition.codebook.variables if one.question in {q.id for q in asked}
        )
        return named | free | by_question

    def is_change(self) -> bool:
        """True if words of rise or fall stand right beside the figure."""
        return bool(BEFORE_CHANGE.search(self.before) or AFTER_CHANGE.match(self.after))

    def nearest_when(self) -> tuple[When, ...]:
        """The date right behind the figure ("12 in 2009"), if several stand in the part."""
        if len(self.part.whens) < 2:
            return ()
        after = [
            when
            for when in self.part.whens
            if 0 <= when.start - self.figure.end < 24
            and not _THAN.search(self.one.plain, self.figure.end, when.start)
        ]
        return tuple(after[:1])

    def asked(self, *readings: Reading, kind: str = "number", excuse: str = "", open: str = "") -> Asked:
        """What is asserted with the figure."""
        return asked_of(self.figure, *readings, kind=kind, excuse=excuse, open=open)


def asked_of(figure: Figure, *readings: Reading, kind: str = "number", excuse: str = "", open: str = "") -> Asked:
    """What is asserted with a figure: its readings, or the reason why there is none."""
    return Asked(figure.start, figure.end, figure.text, kind, figure, readings, excuse, open)
