"""Draft and findings → a claim for every number, place, quotation and incident, with its verdict."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from foidesk.model import Claim, Finding, Observation, Outcome, Query, SurveyDefinition
from foidesk.words.figures import sentences
from foidesk.words.figures.context import per_behind
from foidesk.words.ignored import ignored
from foidesk.words.numbers import NumberWord, number

from .accepted import accept, is_acceptance
from .ask import Bench, Judged, Said, Story
from .bound import check_bound
from .draft import Draft, Span, plain, read
from .incidents import check_incident
from .notclaims import NOT_CLAIMS, nearest, reason
from .quantity import Quantity, quantities
from .sources import check_source
from .verdict import Verdict
from .waivers import READ_OTHERWISE, ended, is_waiver, waive

HOW_TO_BIND = (
    'say what it rests on: [{text}]{{f=FINDING}} (also line=, body=, part=), [{text}]{{source="statements:ID"}}, '
    '[{text}]{{case=ID}}, or [{text}]{{not="reason"}}'
)


WAIVER_APART = (
    'a span binds or waives, not both: put the waiver around the other span, [[…]{f=…}]{waived="…" by="…"}'
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What claims without a binding are checked against: findings on demand, outcomes, letters.

    `day` is when the story appears, for "last year" where no date line says so.
    """

    compute: Callable[[Query], Finding]
    outcomes: tuple[Outcome, ...] = ()
    texts: Callable[[], tuple[Said, ...]] = tuple
    day: date | None = None


def check(
    text: str,
    findings: Iterable[Finding],
    definition: SurveyDefinition,
    cases: Iterable[Observation] = (),
    evidence: Evidence | None = None,
    markdown: bool = True,
) -> tuple[Claim, ...]:
    """The claims of a draft, in its order. A number is never looked up by its value.

    What is not bound is read from its own words and computed with `evidence`; without it, it is open. `cases` are
    the case rows that incidents may be bound to.
    """
    draft = read(text) if markdown else plain(text)
    known = {finding.name: finding for finding in findings}
    return tuple(_Check(draft, known, definition, tuple(cases), evidence).claims())


def blocking(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that must be settled before the draft is published."""
    return tuple(claim for claim in claims if claim.blocks)


@dataclass(frozen=True)
class _Check:
    draft: Draft
    findings: dict[str, Finding]
    definition: SurveyDefinition
    cases: tuple[Observation, ...]
    evidence: Evidence | None = None
    otherwise: list[Claim] = field(default_factory=list)
    """What a span takes, where its words read by themselves are contradicted."""

    def claims(self) -> list[Claim]:
        found = [*self._whole_spans(), *self._quantities()]
        if self.evidence is not None:
            found += self._read(self.evidence)
        told = (self._marked(claim) for claim in found if claim.text.strip())
        ordered = sorted(told, key=lambda claim: (claim.start, claim.end))
        held = (replace(claim, sentence=self._sentence(claim)) for claim in ordered)
        return waive(accept(held, self.draft), self.draft)

    def _marked(self, claim: Claim) -> Claim:
        """A claim that the writer calls none says so where its words read by themselves are contradicted."""
        if claim.verdict != "not a claim about the data" or claim.finding:
            return claim
        read = (one for one in self.otherwise if one.start < claim.end and claim.start < one.end)
        other = next(read, None)
        return replace(claim, why=f"{ended(claim.why)} {READ_OTHERWISE}: {other.why}") if other else claim

    def _read(self, evidence: Evidence) -> Iterator[Claim]:
        """The claims that no span binds, read from their own words."""
        bench = Bench(self.definition, evidence.compute, evidence.outcomes)
        story = Story(self.draft.plain, self.definition, bench, self.cases, evidence.texts, evidence.day)
        for one in story.judged():
            if not self._is_bound(*(one.core or (one.start, one.end))):
                yield self._of_judged(one)
            elif one.verdict.verdict == "contradicted":
                self.otherwise.append(self._of_judged(one))

    def _is_bound(self, start: int, end: int) -> bool:
        """A span takes the numbers in it, and of longer words those that it covers for the better part."""
        binding = [span for span in self.draft.spans if not (is_waiver(span) or is_acceptance(span))]
        taken = sum(max(0, min(end, span.end) - max(start, span.start)) for span in binding)
        return taken * 2 >= end - start

    def _of_judged(self, one: Judged) -> Claim:
        claim = self._claim(one.start, one.end, one.verdict)
        told = one.readings or one.guess
        reading = json.dumps([reading.as_json() for reading in told], ensure_ascii=False) if told else ""
        return replace(claim, reading=reading, sources=tuple(dict.fromkeys(id for _, id in one.sources)))

    @cached_property
    def _sentences(self) -> tuple[tuple[int, int], ...]:
        return sentences(self.draft.plain)

    def _sentence(self, claim: Claim) -> str:
        at = max(0, bisect_right([start for start, _ in self._sentences], self._plain_at(claim)) - 1)
        return " ".join(self.draft.plain[slice(*self._sentences[at])].split()) if self._sentences else ""

    def _plain_at(self, claim: Claim) -> int:
        return self.draft.plain_place(claim.start)

    def _whole_spans(self) -> Iterator[Claim]:
        """Spans that are one claim as a whole: sources, incidents, places, and those that are bound wrongly."""
        for span in self.draft.spans:
            verdict = self._verdict_of_span(span)
            if verdict is not None:
                yield self._claim(span.start, span.end, verdict)

    def _verdict_of_span(self, span: Span) -> Verdict | None:
        words, to = self.draft.words(span), span.attributes
        if (is_waiver(span) or is_acceptance(span)) and not span.wrong:
            return None
        if span.wrong:
            return Verdict("needs a person", why=span.wrong)
        if "waived" in to:
            return Verdict("needs a person", why=WAIVER_APART)
        if _ways(to) > 1:
            return Verdict("needs a person", why="a span is bound in one way only: f, source, case or not")
        if "source" in to:
            return check_source(words, to["source"], self.definition)
        if "case" in to:
            return check_incident(words, to["case"], self.definition, self.cases)
        if "not" in to:
            return _not_a_claim(to["not"])
        if "f" in to and (to.get("part") in ("rank", "majority") or not self._numbers_in(span)):
            return check_bound(words, None, to, self.findings, self.definition)
        return None

    def _numbers_in(self, span: Span) -> list[Quantity]:
        return [one for one in self._every if one.number is not None and span.holds(*_core(one))]

    @cached_property
    def _every(self) -> tuple[Quantity, ...]:
        return quantities(self.draft.plain, _nouns(self.definition))

    def _quantities(self) -> Iterator[Claim]:
        """The numbers and counting words, each under the innermost span that holds it."""
        for one in self._every:
            spans = [span for span in self.draft.spans if span.holds(*_core(one))]
            if any(self._verdict_of_span(span) is not None for span in spans):
                continue
            bound = [span for span in spans if "f" in span.attributes]
            if len(bound) > 1 and one.number is not None and one.number.kind == "range":
                yield from (self._part_of_range(span) for span in bound)
            elif bound:
                yield self._bound(one, min(bound, key=lambda span: span.end - span.start))
            elif self.evidence is None:
                yield self._claim(one.start, one.end, self._unbound(one))

    def _bound(self, one: Quantity, span: Span) -> Claim:
        per = per_behind(self.draft.plain, one.end)
        verdict = check_bound(one.text, one.number, span.attributes, self.findings, self.definition, per)
        return self._claim(max(one.start, span.start), min(one.end, span.end), verdict)

    def _part_of_range(self, span: Span) -> Claim:
        words = self.draft.words(span)
        verdict = check_bound(words, number(words), span.attributes, self.findings, self.definition)
        return self._claim(span.start, span.end, verdict)

    def _unbound(self, one: Quantity) -> Verdict:
        excuse = self._excuse(one)
        if excuse:
            return Verdict("not a claim about the data", one.kind, why=excuse, reason=excuse)
        return Verdict("needs a person", one.kind, why=HOW_TO_BIND.format(text=one.text))

    def _excuse(self, one: Quantity) -> str:
        """Why an unbound number says nothing of the data: by the registry of numbers, or as part of a name."""
        if any(start <= one.start and one.end <= end for start, end in _names(self.draft.plain, self.definition)):
            return "name"
        if one.number is None:
            return ""
        return ignored(self.draft.plain, one.number)

    def _claim(self, start: int, end: int, verdict: Verdict) -> Claim:
        first, last = self.draft.region(start, end)
        return Claim(
            start=first,
            end=last,
            line=self.draft.line(start),
            text=self.draft.shown(start, end),
            kind=verdict.kind,
            verdict=verdict.verdict,
            finding=verdict.finding,
            part=verdict.part,
            body=verdict.body,
            value=verdict.value,
            why=verdict.why,
            reason=verdict.reason,
            first=verdict.first,
        )


def _ways(attributes: Iterable[str]) -> int:
    return len({"f", "source", "case", "not"} & set(attributes))


def _not_a_claim(name: str) -> Verdict:
    known = reason(name)
    if known is None:
        hint = nearest(name, [one.name for one in NOT_CLAIMS])
        return Verdict("needs a person", why=f"{name!r} is no known reason for a number to be no claim; {hint}")
    return Verdict("not a claim about the data", "number", why=known.doc, reason=known.name)


def _core(one: Quantity) -> tuple[int, int]:
    """The characters of the number without hedge or sign, by which it belongs to a span."""
    digits = [at for at, letter in enumerate(one.text) if letter.isdecimal()]
    if digits:
        return one.start + digits[0], one.start + digits[-1] + 1
    words = [*re.finditer(r"[\w-]+", one.text)]
    first = words[_hedge_words(one.number)] if one.number and len(words) > _hedge_words(one.number) else words[0]
    return one.start + first.start(), one.end


def _hedge_words(number: NumberWord) -> int:
    """How many words of a spelt number are its hedge ("more than" before "fifty")."""
    return 2 if number.hedge in ("more than", "fewer than", "at least", "at most") else 1 if number.hedge else 0


def _nouns(definition: SurveyDefinition) -> tuple[str, ...]:
    """What the survey counts and whom it asked, for “one case”, “one force”."""
    measures = definition.codebook.measures
    return tuple(dict.fromkeys(noun for m in measures for noun in (*m.nouns, m.unit, m.label) if noun))


def _names(text: str, definition: SurveyDefinition) -> list[tuple[int, int]]:
    """Where the names of bodies, guidelines and offices stand: a number in a name is no claim."""
    names = {name for body in definition.bodies for name in body.names}
    names |= {one.title for one in definition.guidelines} | {one.office for one in definition.statements}
    named = (re.finditer(re.escape(name), text, re.IGNORECASE) for name in names if re.search(r"\w", name))
    return [match.span() for matches in named for match in matches]
