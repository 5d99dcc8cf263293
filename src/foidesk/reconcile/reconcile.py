"""Extractions of all replies → accounts, open questions, issues and outcomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from foidesk.model import (
    Amount,
    Choice,
    Delivery,
    Extraction,
    Footing,
    Issue,
    Measure,
    Missing,
    Observation,
    Outcome,
    SurveyDefinition,
)

from . import reversals, stated_shares
from .above import KIND as READING
from .above import asked as above
from .account import Account
from .accounts import BodyAccounts
from .across import shared
from .contradictions import issue_of
from .copies import Copies, Difference, compare, duplicates
from .corrected import Corrected, corrected
from .counted import counted_as
from .dates import other_dates
from .footings import Doubted, doubted
from .interim import awaiting
from .interim import issue as interim_issue
from .interim import words_of as interim_words
from .merged import ids_added, merged
from .notes import notes
from .outcomes import outcomes
from .population import Population, as_asked, whole
from .protect import question, told, worked_out
from .relations import broken
from .space import Space
from .stated_shares import Counted, as_counts, is_share_of
from .versions import Letter
from .withdrawn import Withdrawn, withdrawn
from .words import Names
from .worlds import apart, open_readings, standing


@dataclass(frozen=True)
class Reconciled:
    """What all replies together establish, and what is open.

    `choices` are the questions raised here, answered ones included; those of extraction are not repeated.
    `explained` are the ids of printed totals whose failing is part of such a question on one value.
    """

    accounts: BodyAccounts
    choices: tuple[Choice, ...]
    issues: tuple[Issue, ...]
    outcomes: tuple[Outcome, ...]
    differences: tuple[Difference, ...] = ()
    explained: frozenset[str] = frozenset()


def reconcile(
    definition: SurveyDefinition,
    extractions: Mapping[str, Extraction],
    deliveries: tuple[Delivery, ...],
    answers: Mapping[str, str],
    doubts: Callable[[str], Iterable[Issue]] = lambda body: (),
) -> Reconciled:
    """The accounts of every body and measure. Pure: the same arguments give the same result.

    `extractions` by delivery id; `answers` maps the id of a choice to the id of the chosen option; `doubts` gives
    what the readers doubt of a body's documents, and is only asked where statements clash. A delivery without a
    body takes no part.
    """
    run = _Run(definition, extractions, answers, Names.of(deliveries), Space(definition.codebook), doubts)
    repeated = {late.id: first for late, first in duplicates(d for d in deliveries if d.body)}
    kept = [d for d in deliveries if d.body and d.id not in repeated and d.id in extractions]
    run.issues += [_repeated(late, repeated[late.id]) for late in deliveries if late.id in repeated]
    run.issues += shared(definition.bodies, kept, extractions)
    for body in definition.bodies:
        run.body(body.id, [delivery for delivery in kept if delivery.body == body.id])
    return run.done(outcomes(definition, extractions, deliveries, run.accounts))


@dataclass
class _Run:
    """The accounts made so far, with the questions and issues met on the way."""

    definition: SurveyDefinition
    extractions: Mapping[str, Extraction]
    answers: Mapping[str, str]
    names: Names
    space: Space
    doubts: Callable[[str], Iterable[Issue]]
    accounts: dict[tuple[str, str], Account] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    taken_back: Withdrawn = field(default_factory=lambda: Withdrawn([]))
    sent: list[tuple[str, str]] = field(default_factory=list)
    footings: tuple[Footing, ...] = ()

    def body(self, body: str, deliveries: list[Delivery]) -> None:
        """One body's accounts, from all that it sent."""
        self.sent += [(body, delivery.id) for delivery in deliveries]
        self.footings = tuple(one for d in deliveries for one in self.extractions[d.id].footings)
        sums = [_in_both_readings(doubted(self.extractions[d.id], body), body) for d in deliveries]
        letters = [
            _letter(d, self._extracted(d, deliveries), s, self.answers)
            for d, s in zip(deliveries, sums, strict=True)
        ]
        back = withdrawn(letters, body, self.definition.questions, self.answers, self.names)
        letters, self.taken_back = back.letters, back
        letters, fixed = self._corrected(letters, body)
        back.hand_on(letters)
        back.said |= fixed.said
        copies = compare(letters, body, self.answers, self.definition.questions)
        letters = merged(letters, copies.joined)
        copies.alternatives += fixed.alternatives
        asked = [choice for one in sums for choice in one.choices]
        raised = [*asked, *(choice for d in deliveries for choice in self.extractions[d.id].choices)]
        copies.choices += fixed.choices
        self.choices += [*asked, *copies.choices, *back.choices]
        self.differences += copies.differences
        open_ = (
            *(one for one in asked if one.kind != READING),
            *(choice for choice in copies.choices if not choice.settled),
        )
        self.issues += [*fixed.issues, *copies.issues, *back.issues, *(self._copy_issue(c, copies) for c in open_)]
        self._awaited(letters, body)
        self.issues += _other_units(self.definition, body, letters, self.names)
        for measure in self.definition.codebook.measures:
            ours = [seen for letter in letters for seen in letter.observations if _is_of(seen, measure)]
            told = [seen for letter in letters for seen in letter.observations if is_share_of(seen, measure)]
            account = self._as_asked(body, measure, ours, copies, raised)
            if account is not None:
                self._take(self._with_shares(account, told, copies, raised))
            elif told:
                self.issues += stated_shares.issues(Counted(baseless=told), body, measure, self.names)

    def _awaited(self, letters: list[Letter], body: str) -> None:
        """Answers that say that they are not the last, where no later one is here."""
        for letter, left in awaiting(letters, self.definition.questions):
            self.issues.append(interim_issue(letter, left, body, self.names))
            words = interim_words(letter)
            self.taken_back.said |= {seen.id: words for seen in left if seen.id not in self.taken_back.said}

    def _corrected(self, letters: list[Letter], body: str) -> tuple[list[Letter], Corrected]:
        """The letters with what later ones correct in earlier ones."""
        own = {letter.delivery.id: self.extractions[letter.delivery.id] for letter in letters}
        said = {id: one.corrections for id, one in own.items() if one.corrections}
        if not said:
            return letters, Corrected(letters)
        footings = {id: one.footings for id, one in own.items()}
        fixed = corrected(letters, said, footings, body, self.answers)
        return fixed.letters, fixed

    def _extracted(self, delivery: Delivery, among: list[Delivery]) -> Extraction:
        """The extraction; an attachment is the version that its covering letter says it is."""
        own = self.extractions[delivery.id]
        cover = next((one for one in among if one.document == delivery.parent), None)
        said = own.version or (self.extractions[cover.id].version if cover is not None else None)
        return replace(own, version=said)

    def _as_asked(
        self, body: str, measure: Measure, ours: list[Observation], copies: Copies, raised: list[Choice]
    ) -> Account | None:
        """The account of what was asked for; of another scope, stage or date only what a person lets in."""
        asked = self._noted(as_asked(body, measure, ours, self.answers, self.names))
        if all(seen.is_unread for seen in asked.observations):
            return None
        account = self._account(body, measure, asked.observations, copies, raised, asked.judged)
        if not any(seen.within for seen in ours) or account.is_empty or account.total() is not None:
            return account
        found = self._noted(whole(body, measure, asked.observations, self.answers, self.names))
        if not found.judged:
            return account
        return self._account(body, measure, found.observations, copies, raised, (*asked.judged, *found.judged))

    def _noted(self, found: Population) -> Population:
        self.choices += found.choices
        self.issues += found.issues
        return found

    def _with_shares(
        self, account: Account, told: list[Observation], copies: Copies, raised: list[Choice]
    ) -> Account:
        """The account with the shares that the reply states of its total, as counts."""
        if not told:
            return account

        found = as_counts(told, account.base_of, account.measure)
        self.issues += stated_shares.issues(found, account.body, account.measure, self.names)
        every = [*account.observations, *found.counts]
        counted = self._account(account.body, account.measure, every, copies, raised, account.judged)
        counted.shares = found.ratios
        counted.of_total = frozenset(seen.id for seen in found.counts)
        return counted

    def _copy_issue(self, choice: Choice, copies: Copies) -> Issue:
        told = copies.told.get(choice.id, "")
        return issue_of(choice, "", choice.id in self.answers, None, self.names, told=told)

    def _account(
        self, body: str, measure: Measure, ours: list[Observation], copies: Copies, raised: list[Choice],
        judged: tuple[str, ...] = (),
    ) -> Account:  # fmt: skip
        ids = {seen.id for seen in ours}
        readings, amended = apart(open_readings(ours, raised, self.answers), raised)
        return Account(
            body,
            measure,
            ours,
            readings,
            [*(one for one in copies.alternatives if any(drop & ids for drop in one.drops)), *amended],
            {choice.id: choice for choice in (*raised, *copies.choices)},
            self.answers,
            self.space,
            self.names,
            self.definition.period,
            (*judged, *(one.choice for one in copies.joined if any(len(ids_added(seen.id)) > 1 for seen in ours))),
            self.taken_back,
            footings=self.footings,
        )

    def _take(self, account: Account) -> None:
        self.accounts[account.body, account.measure.id] = account
        if not account.measure.additive:
            return
        if account.is_reversed:
            self.issues.append(reversals.issue(account.body, account.measure, account.observations, self.names))
            return
        split = account.split()
        self.choices += [_weighed(choice, account) for choice in split.choices.values()]
        clashes = split.clashes
        doubts = tuple(self.doubts(account.body)) if clashes else ()
        self.issues += [
            issue_of(
                choice,
                account.measure.id,
                choice.id in split.answered,
                clashes.get(id),
                self.names,
                doubts,
                account.observations,
                split.told.get(id, ""),
            )
            for id, choice in split.choices.items()
        ]
        self.issues += notes(account)
        self._protect(account)

    def _protect(self, account: Account) -> None:
        """Withheld numbers that can be worked out: told, and asked about before anything is published."""
        found = worked_out(account)
        choice = question(account, found)
        self.choices += [choice] if choice else []
        note = told(account, found, choice, self.names)
        self.issues += [note] if note else []

    def _waiting(self, raised: Iterable[Choice]) -> Iterator[tuple[str, str]]:
        """(body, measure) of which something waits for a person, in a reply or in a question asked here."""
        for body, delivery_id in self.sent:
            yield from _open_in(body, self.extractions[delivery_id], self.answers)
        yield from (key for key, account in self.accounts.items() if account.is_reversed)
        for choice in raised:
            if choice.kind == "counted-as" and choice.id not in self.answers and not choice.settled:
                yield from ((choice.body, measure.id) for measure in self.definition.codebook.measures)

    def done(self, ended: tuple[Outcome, ...]) -> Reconciled:
        """All of it, with the questions whether one unit may stand for another."""
        counted = counted_as(self.definition, self.accounts, self.answers, self.names)
        waits = frozenset(self._waiting((*self.choices, *counted.choices)))
        accounts = BodyAccounts(self.definition, self.accounts, counted.allowed, waits)
        clashing = [issue for _, issue in broken(self.accounts, accounts.relations, self.names)]
        dates = other_dates(self.definition, self.accounts, self.names)
        issues = tuple(dict.fromkeys((*self.issues, *clashing, *counted.issues, *dates)))
        explained = frozenset(
            id for one in self.accounts.values() if one.measure.additive for id in one.split().explained
        )
        return Reconciled(
            accounts,
            _each_once((*self.choices, *counted.choices)),
            issues,
            ended,
            tuple(self.differences),
            explained,
        )


def _open_in(body: str, extraction: Extraction, answers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The measures of which a statement waits for an answer; "" where numbers are open and nothing was read."""
    for seen in extraction.observations:
        if seen.choice and seen.choice not in answers and not isinstance(seen.value, Missing):
            yield body, seen.measure
    if extraction.open_numbers() and not extraction.observations:
        yield body, ""


def _in_both_readings(sums: Doubted, body: str) -> Doubted:
    """With rows above the first heading of a table as totals and as cases of their own."""
    held, choices = above(sums.observations, body)
    return Doubted(held, (*sums.choices, *choices))


def _letter(delivery: Delivery, extraction: Extraction, sums: Doubted, answers: Mapping[str, str]) -> Letter:
    held = standing(sums.observations, answers)
    ours = tuple(replace(seen, body=delivery.body) for seen in held)
    return Letter(delivery, ours, extraction.kind, extraction.version)


def _is_of(seen: Observation, measure: Measure) -> bool:
    """True if the observation is of the measure and in its unit; words and missing values have none."""
    if seen.measure != measure.id:
        return False
    return not isinstance(seen.value, Amount) or seen.value.unit == measure.unit


def _other_units(definition: SurveyDefinition, body: str, letters: Iterable[Letter], names: Names) -> list[Issue]:
    """An issue for each value in a unit that its measure does not have: it is in no figure."""
    units = {measure.id: measure.unit for measure in definition.codebook.measures}
    return [
        Issue(
            "other-unit",
            "warning",
            f"A value in {seen.value.unit} is no number of {units.get(seen.measure)}; no figure holds it.",
            names.where([seen]),
            "Correct the measure's unit in codebook.toml, or decide what the value is.",
            tuple(seen.locators()),
            body=body,
            key=seen.id,
        )
        for letter in letters
        for seen in letter.observations
        if isinstance(seen.value, Amount) and seen.value.unit != units.get(seen.measure)
        if not any(is_share_of(seen, measure) for measure in definition.codebook.measures)
    ]


def _repeated(late: Delivery, first: Delivery) -> Issue:
    return Issue(
        "duplicate-file",
        "note",
        f"{late.name} is byte for byte the same as {first.name}; it is counted once.",
        late.path,
        "Nothing to do.",
        body=late.body,
        key=late.id,
    )


def _weighed(choice: Choice, account: Account) -> Choice:
    """The choice with its weight: how many units of the body's total hang on what is open."""
    total = account.total()
    if total is None or total.count.hi is None:
        return replace(choice, weight=max(choice.weight, 1))
    return replace(choice, weight=max(choice.weight, int(total.count.hi - total.count.lo), 1))


def _each_once(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple({choice.id: choice for choice in choices}.values())
