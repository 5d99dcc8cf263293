"""The evidence and what follows from it, each stage made when it is first asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from .. import coding, extract, findings, reconcile
from ..coding.choices import JOIN
from ..model import (
    FIGURE,
    OUTCOME,
    Attached,
    Choice,
    Context,
    Delivery,
    Extraction,
    Finding,
    Issue,
    Judgement,
    Outcome,
    Reading,
    Results,
    Support,
    digest,
)  # fmt: skip
from ..words.normal import normalise
from . import deliveries as delivering
from . import endings, entering, judging, own, timing, wording
from .chain import Chain, Node, Progress, silent
from .misfiled import misfiled
from .reading import ReadingRoom, covering_text, said_of_years

if TYPE_CHECKING:
    from .checking import Checked
    from .survey import Survey

ROUNDS = 6
CLEARANCE = "clearance"
"""The kind of a question before publication: see `clearing`."""


class Work:
    """One run over a survey: readings, deliveries, extractions, results. Nothing is written but the cache."""

    def __init__(self, survey: Survey, progress: Progress = silent) -> None:
        self.survey = survey
        self.definition = survey.definition
        self.store = survey.store
        self.chain = Chain(survey.store.cache, progress)
        self.room = ReadingRoom(survey.store, self.chain)
        self.checked: dict[tuple[str, str, date | None], Checked] = {}

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """The standing decisions on the evidence; those on what may be published rest on no reading."""
        return tuple(one for one in self.store.decisions.standing() if one.kind != CLEARANCE)

    @property
    def answering(self) -> tuple[Judgement, ...]:
        """The judgements that answer a question."""
        return tuple(one for one in self.judgements if one.kind not in (FIGURE, OUTCOME))

    @property
    def figures(self) -> tuple[Judgement, ...]:
        """The figures entered by hand."""
        return tuple(one for one in self.judgements if one.kind == FIGURE)

    @cached_property
    def roots(self) -> tuple[tuple[str, str], ...]:
        """The files of the drop folder, as (document, path)."""
        current = delivering.received(self.store.events.all())
        return tuple(sorted((event.document, path) for path, event in current.items()))

    @cached_property
    def _delivered(self) -> tuple[tuple[Delivery, ...], tuple[Choice, ...]]:
        body_decisions = [one for one in self.judgements if one.kind == "body"]
        events = self.store.events.all()
        key = self.chain.key(
            "deliveries", delivering.VERSION, list(events), list(self.definition.bodies), body_decisions,
            list(self.room.versions), list(self.room.programs),
        )  # fmt: skip
        found: tuple[tuple[Delivery, ...], tuple[Choice, ...]]
        found = self.chain.value(self.chain.node("deliveries", key, self._derive))
        return found

    def _derive(self) -> tuple[tuple[Delivery, ...], tuple[Choice, ...]]:
        readings = self.room.read_all(self.roots)
        events, bodies = self.store.events.all(), self.definition.bodies
        choices = delivering.questions(events, readings, bodies)
        mine = [one for one in self.judgements if one.kind == "body"]
        answers = judging.answers(judging.attach(mine, choices), choices)
        return delivering.derive(events, readings, bodies, answers)

    @cached_property
    def _misfiled(self) -> tuple[Issue, ...]:
        """Files of which something says that they are another body's."""
        key = self.chain.key(
            "misfiled", delivering.VERSION, list(self.deliveries), list(self.definition.bodies),
            list(self.room.versions), list(self.room.programs),
        )  # fmt: skip
        found: tuple[Issue, ...] = self.chain.value(self.chain.node("misfiled", key, self._look_who_sent))
        return found

    def _look_who_sent(self) -> tuple[Issue, ...]:
        readings = {one.document: self.reading(one) for one in self.deliveries}
        return tuple(misfiled(self.deliveries, readings, self.definition.bodies))

    @property
    def deliveries(self) -> tuple[Delivery, ...]:
        """Every arrival of a document, containers before what they hold."""
        return self._delivered[0]

    @cached_property
    def unmatched(self) -> tuple[str, ...]:
        """The paths of files whose sender is not known (an archive is asked about file by file)."""
        return tuple(choice.locators[0].quote for choice in self.senders_asked)

    @cached_property
    def senders_asked(self) -> tuple[Choice, ...]:
        """The questions who sent a file that nobody has answered; "leave it out" is an answer."""
        choices = self._delivered[1]
        attached = judging.attach(self.answering, choices)
        answered = {one.choice for one in attached}
        return tuple(choice for choice in choices if choice.id not in answered)

    def likely(self, choice: Choice) -> tuple[str, ...]:
        """The bodies that a file of unknown sender may be from, likeliest first."""
        return tuple(option.id for option in choice.options if option.value == delivering.LIKELY)

    @cached_property
    def matched(self) -> tuple[Delivery, ...]:
        """The deliveries whose body is known."""
        return tuple(delivery for delivery in self.deliveries if delivery.body)

    def reading(self, delivery: Delivery) -> Reading:
        return self.room.reading(delivery.document, delivery.name)

    @cached_property
    def _extracted(self) -> dict[str, Node]:
        nodes: dict[str, Node] = {}
        wanted = {(delivery.document, delivery.name) for delivery in self.matched}
        self.room.read(wanted)
        for done, delivery in enumerate(self.matched, 1):
            nodes[delivery.id] = self._extract(delivery)
            self.chain.progress("extracting", done, len(self.matched))
        return nodes

    def _extract(self, delivery: Delivery) -> Node:
        reading = self.room.node(delivery.document, delivery.name)
        mail = delivery.message if self._has_cover(delivery) else ""
        cover = self.room.node(mail, self.names[mail]) if mail else None
        key = self.chain.key(
            "extract", extract.VERSION, reading.content, cover.content if cover else "", delivery.id,
            self._context_key, delivery.body, list(self._beside(delivery)),
        )  # fmt: skip
        return self.chain.node("extract", key, lambda: self._extract_now(delivery))

    def _beside(self, delivery: Delivery) -> tuple[str, ...]:
        """What the body's other letters say of the years of its figures: a table may stand in its own file."""
        said = self._said_of_years.get(delivery.body, {})
        mail = delivery.message if self._has_cover(delivery) else ""
        other = (texts for document, texts in sorted(said.items()) if document not in (delivery.document, mail))
        return tuple(dict.fromkeys(text for texts in other for text in texts))

    @cached_property
    def _said_of_years(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """By body and document, the sentences on what its years are."""
        sent = Counter(delivery.body for delivery in self.matched)
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for delivery in self.matched:
            if sent[delivery.body] > 1:
                said = said_of_years(self.reading(delivery))
                found.setdefault(delivery.body, {})[delivery.document] = said
        return found

    def _has_cover(self, delivery: Delivery) -> bool:
        return bool(delivery.message) and delivery.message != delivery.document

    def _extract_now(self, delivery: Delivery) -> Extraction:
        found = extract.extract(self.reading(delivery), self.context(delivery))
        return extract.set_aside(found) if delivery.is_outside_foi else found

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The file name under which each document arrived, by its SHA-256."""
        return {delivery.document: delivery.name for delivery in self.deliveries}

    @cached_property
    def _context_key(self) -> str:
        one = self.definition
        return digest(
            one.codebook, list(one.questions), one.period, one.law, list(one.own_laws), list(one.bodies),
            list(one.guidelines),
        )  # fmt: skip

    def context(self, delivery: Delivery) -> Context:
        """What extraction may know beyond the reading of this delivery."""
        body = self.definition.body(delivery.body)
        return Context(
            codebook=self.definition.codebook,
            questions=self.definition.questions,
            period=self.definition.period,
            law=body.law or self.definition.law,
            body=body.id,
            body_names=body.names,
            delivery=delivery.id,
            name=delivery.name,
            covering=covering_text(delivery, self.room, self.names),
            beside=self._beside(delivery),
            guidelines=self.definition.guidelines,
        )

    @cached_property
    def extractions(self) -> dict[str, Extraction]:
        """What was extracted from each delivery, in the replies' own words."""
        return {id: self.chain.value(node) for id, node in self._extracted.items()}

    @property
    def multiple(self) -> frozenset[str]:
        """The variables of which a case can have several categories."""
        return frozenset(one.id for one in self.definition.codebook.variables if one.multiple)

    @cached_property
    def coded(self) -> dict[str, Extraction]:
        """The extractions with the decided codings, and the figures entered by hand, in place."""
        return self._entered[0]

    @cached_property
    def _entered(self) -> tuple[dict[str, Extraction], tuple[Attached, ...]]:
        decided = coded(self.extractions, self.coding_decisions, self.multiple)
        return entering.apply(decided, self.matched, self.figures, self.definition)

    @cached_property
    def coding_choices(self) -> tuple[Choice, ...]:
        """What each phrase means that the codebook does not know: one question per body and phrase."""
        book = self.definition.codebook
        key = self.chain.key("coding", coding.VERSION, book, sorted(self.extraction_contents.items()))
        make = self.chain.node("coding", key, lambda: wording.questions(self.extractions.values(), book))
        found: tuple[Choice, ...] = self.chain.value(make)
        return found

    @cached_property
    def coding_decisions(self) -> dict[str, dict[tuple[str, str], tuple[str, ...]]]:
        """Per body: (variable, normalised phrase) to the categories decided."""
        mine = [one for one in self.judgements if one.kind == "coding"]
        attached = judging.attach(mine, self.coding_choices)
        by_id = {choice.id: choice for choice in self.coding_choices}
        decided: dict[str, dict[tuple[str, str], tuple[str, ...]]] = {}
        for id, answer in judging.answers(attached, self.coding_choices).items():
            choice = by_id[id]
            key = (choice.variable, normalise(choice.phrase))
            decided.setdefault(choice.body, {})[key] = tuple(part for part in answer.split(JOIN) if part)
        return decided

    @cached_property
    def _results_node(self) -> Node:
        contents = sorted((id, node.content) for id, node in self._extracted.items())
        key = self.chain.key(
            "results", self.definition, list(self.judgements), contents, list(self.deliveries),
            self.reading_contents, judging.VERSION, reconcile.VERSION, findings.VERSION, coding.VERSION,
            list(self.store.events.all()) if timing.wanted(self.definition) else [], own.marks(self.survey),
        )  # fmt: skip
        return self.chain.node("results", key, self._compute)

    @cached_property
    def reading_contents(self) -> list[str]:
        """What was read from each delivery: its issues are shown even where it says nothing."""
        return [self.room.node(one.document, one.name).content for one in self.deliveries]

    @property
    def results_content(self) -> str:
        return self._results_node.content

    @property
    def extraction_contents(self) -> dict[str, str]:
        return {id: node.content for id, node in self._extracted.items()}

    @cached_property
    def results(self) -> Results:
        """Findings, outcomes, open questions, decisions and issues."""
        found: Results = self.chain.value(self._results_node)
        return found

    def _compute(self) -> Results:
        self.chain.progress("computing", 0, 1)
        reconciled, choices, attached = self.reconciled, *self._settled[1:]
        timed = timing.timings(self.survey, reconciled.outcomes)
        asked = self.definition if self.survey.trust else own.without(self.definition)
        programs = own.load(self.survey)
        computed = findings.compute(asked, reconciled.accounts, reconciled.outcomes, timed, programs)
        return Results(
            findings=with_judgements(computed, attached),
            outcomes=tuple(reconciled.outcomes),
            choices=choices,
            attached=(*attached, *self._entered[1], *self._corrected[1]),
            issues=self._issues(
                (
                    *own.issues(self.survey),
                    *reconciled.issues,
                    *self._given_away(reconciled, computed, choices, attached),
                )
            ),
        )

    def _given_away(
        self,
        reconciled: reconcile.Reconciled,
        computed: tuple[Finding, ...],
        choices: tuple[Choice, ...],
        attached: tuple[Attached, ...],
    ) -> list[Issue]:
        """What the figures to be published would give away of what bodies withheld."""
        answers = judging.answers(attached, choices)
        published = map(findings.public, computed)
        return reconciled.accounts.give_away(published, answers, reconcile.Names.of(self.deliveries))

    @property
    def reconciled(self) -> reconcile.Reconciled:
        """The bodies' accounts under the decisions taken."""
        return replace(self._settled[0], outcomes=self._corrected[0])

    @cached_property
    def _corrected(self) -> tuple[tuple[Outcome, ...], tuple[Attached, ...]]:
        """The outcomes as the replies word them, but as a person said where one did."""
        said = [one for one in self.judgements if one.kind == OUTCOME]
        return endings.corrected(self._settled[0].outcomes, said, self.definition)

    @cached_property
    def _settled(self) -> tuple[reconcile.Reconciled, tuple[Choice, ...], tuple[Attached, ...]]:
        """Reconciles until no decision finds a new question: an answer can raise the next question."""
        answers: dict[str, str] = {}
        entered = {one.id: FIGURE for one in self.figures}
        for _ in range(ROUNDS):
            reconciled = reconcile.reconcile(
                self.definition, self.coded, self.deliveries, answers | entered, self._doubts
            )
            choices = self._choices(reconciled.choices)
            attached = judging.attach(self.answering, choices)
            found = judging.answers(attached, choices)
            if found == answers:
                break
            answers = found
        return reconciled, choices, attached

    def _choices(self, reconciled: tuple[Choice, ...]) -> tuple[Choice, ...]:
        read = [choice for one in self.extractions.values() for choice in one.choices if choice.kind != "coding"]
        every = [*self._delivered[1], *read, *self.coding_choices, *reconciled]
        return tuple({choice.id: choice for choice in every}.values())

    def _issues(self, reconciled: tuple[Issue, ...]) -> tuple[Issue, ...]:
        read = [issue for delivery in self.deliveries for issue in self._reading_issues(delivery)]
        explained = self.reconciled.explained
        extracted = [i for one in self.coded.values() for i in one.issues if not _is_told_as_one(i, explained)]
        unmatched = [delivering.unmatched_issue(choice) for choice in self.senders_asked]
        unmatched += delivering.both_sides(self.deliveries, self.reading)
        return tuple(dict.fromkeys([*unmatched, *self._misfiled, *read, *extracted, *reconciled]))

    def _doubts(self, body: str) -> tuple[Issue, ...]:
        """What reading and extraction doubt of a body's documents."""
        ours = [one for one in self.deliveries if one.body == body]
        extracted = [issue for one in ours if one.id in self.coded for issue in self.coded[one.id].issues]
        return (*(issue for one in ours for issue in self._reading_issues(one)), *extracted)

    def _reading_issues(self, delivery: Delivery) -> tuple[Issue, ...]:
        reading = self.reading(delivery)
        return tuple(
            replace(issue, body=delivery.body, where=issue.where or delivery.path) for issue in reading.issues
        )


def coded(
    extractions: Mapping[str, Extraction],
    decisions: Mapping[str, Mapping[tuple[str, str], tuple[str, ...]]],
    multiple: frozenset[str],
) -> dict[str, Extraction]:
    """The extractions with each body's decided codings in place."""
    return {id: coding.apply(one, decisions, multiple) for id, one in extractions.items()}


def _is_told_as_one(issue: Issue, explained: frozenset[str]) -> bool:
    """True for a printed total that fails only by a value about which one question is asked."""
    return issue.kind == "total-differs" and issue.key.removesuffix("row").removesuffix("column") in explained


def with_judgements(computed: Iterable[Finding], attached: tuple[Attached, ...]) -> tuple[Finding, ...]:
    """The findings with the ids of the decisions that they rest on, in place of the choices answered."""
    by_choice = {one.choice: one.judgement for one in attached if one.choice}
    return tuple(_rest_on(finding, by_choice) for finding in computed)


def _rest_on(finding: Finding, by_choice: Mapping[str, Judgement]) -> Finding:
    codings = [one for one in by_choice.values() if one.kind == "coding"]
    asked = {*finding.query.where, *finding.query.of, finding.query.by}

    def ids(choices: tuple[str, ...], body: str) -> tuple[str, ...]:
        named = [by_choice[id].id if id in by_choice else id for id in choices]
        coded = [one.id for one in codings for e in one.evidence if e.body == body and e.variable in asked]
        return tuple(dict.fromkeys([*named, *coded]))

    def supports(given: tuple[Support, ...]) -> tuple[Support, ...]:
        return tuple(replace(one, judgements=ids(one.judgements, one.body)) for one in given)

    mine = supports(finding.supports)
    lines = tuple(replace(line, supports=supports(line.supports)) for line in finding.lines)
    every = [id for one in (*mine, *(s for line in lines for s in line.supports)) for id in one.judgements]
    named = ids(finding.judgements, "")
    return replace(finding, supports=mine, lines=lines, judgements=tuple(dict.fromkeys([*named, *every])))
