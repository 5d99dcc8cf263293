"""The mutation gate: no change to a value in any reply of the example goes by unseen.

For every place that bears a value: change a digit, blank it, delete its row. Seen means that a person is told:
a finding has another value or other bounds (its own or those of a line), or an issue or an open question
appears that was not there; a number that nothing explains any more is part of such an issue. How many
statements a finding rests on does not count.

One thing is no loss: a row that holds nothing but printed totals. Its numbers are sums of others that stay, so
a reply without it says no less, and findings should be what they were. What must show there is that the check
is gone: one footing fewer. A total that is blank where its row still stands is an issue like any other.

A number that is blanked leaves its room, as an unfilled field of a letter does: two blanks in a text, a gap
between two words of a page. A reply from which a number was taken together with its room is grammar that no
program reads.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from foidesk import coding, extract, findings, reconcile
from foidesk.model import Delivery, Extraction, Locator, Observation, Query
from foidesk.reconcile import Reconciled
from foidesk.survey import Survey, judging
from foidesk.survey.work import Work
from tests.gate.mutations import Mutable, Mutant

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "police-social-media"


@cache
def work(folder: Path) -> Work:
    survey = Survey(folder)
    survey.ingest()
    return survey.work


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Work:
    folder = tmp_path_factory.mktemp("gate") / "survey"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns(".foidesk", "site", "make"))
    return work(folder)


@dataclass(frozen=True)
class Told:
    """What a person is told of one body: every issue, open question and open number, and what is reconciled."""

    notices: frozenset[str]
    reconciled: Reconciled


class Bench:
    """One body's replies, so that a changed one can be weighed against the rest quickly."""

    def __init__(self, example: Work, body: str) -> None:
        self.work = example
        self.deliveries = tuple(one for one in example.matched if one.body == body)
        self.extractions = {one.id: example.extractions[one.id] for one in self.deliveries}
        self.coded = {id: self._coded(one) for id, one in self.extractions.items()}
        self.definition = replace(example.definition, bodies=(example.definition.body(body),))
        self.answers = judging.answers(example.results.attached, example.results.choices)
        self.issues = _issues(self.coded.values())
        self.before = self._told(self.coded)
        self.values = {query.name: self._value(query, self.before) for query in self.definition.findings}

    def _coded(self, extraction: Extraction) -> Extraction:
        return coding.apply(extraction, self.work.coding_decisions, self.work.multiple)

    def _told(self, coded: dict[str, Extraction]) -> Told:
        reconciled = reconcile.reconcile(self.definition, coded, self.deliveries, self.answers)
        issues = {f"{issue.kind} {issue.what}" for issue in reconciled.issues}
        asked = {f"{choice.kind} {choice.question}" for choice in reconciled.choices}
        return Told(frozenset(issues | asked | _issues(coded.values())), reconciled)

    def _value(self, query: Query, told: Told) -> str:
        """A finding's numbers, as stated and as true, and those of its lines."""
        one_finding = replace(self.definition, findings=(query,))
        [one] = findings.compute(one_finding, told.reconciled.accounts, told.reconciled.outcomes)
        return repr((one.value, one.true, [(line.key, line.value, line.true) for line in one.lines]))

    def notices(self, delivery: Delivery, mutant: Mutant) -> bool:
        """True if a finding has another value, or an issue, a question or an open number appears."""
        changed = self._coded(extract.extract(mutant.reading, self.work.context(delivery)))
        if mutant.sums and len(changed.footings) < len(self.extractions[delivery.id].footings):
            return True
        if not _issues([changed]) <= self.issues:
            return True
        told = self._told(self.coded | {delivery.id: changed})
        if not told.notices <= self.before.notices:
            return True
        return any(self._value(query, told) != self.values[query.name] for query in self.definition.findings)

    def mutants(self, delivery: Delivery) -> Iterator[Mutant]:
        reading, extraction = Mutable(self.work.reading(delivery)), self.extractions[delivery.id]
        yield from reading.numbers(value_places(extraction))
        rows: dict[tuple[str, int], list[Observation]] = defaultdict(list)
        for one in extraction.observations:
            if one.table and one.row >= 0 and not one.table.startswith("list in "):
                rows[one.table, one.row].append(one)
        yield from reading.rows(
            {at: ({one.role for one in held} == {"total"}, held[0].places["value"]) for at, held in rows.items()}
        )


def _issues(extractions: Iterable[Extraction]) -> frozenset[str]:
    """Every issue and question of what was extracted; an open number is part of an issue's words."""
    every = list(extractions)
    issues = {f"{issue.kind} {issue.what}" for one in every for issue in one.issues}
    return frozenset(issues | {f"{choice.kind} {choice.question}" for one in every for choice in one.choices})


def value_places(extraction: Extraction) -> list[tuple[str, Locator]]:
    """The text and place of every number that was read as a value or a printed total."""
    return [(number.text, number.locator) for number in extraction.account if number.status == "read"]


def bodies() -> list[str]:
    import csv

    with (EXAMPLE / "bodies.csv").open() as file:
        return [row["id"] for row in csv.DictReader(file)]


@pytest.mark.parametrize("body", bodies())
def test_no_mutation_of_a_value_survives(example: Work, body: str) -> None:
    bench = Bench(example, body)
    survivors = [
        f"{delivery.path}: {mutant.what}"
        for delivery in bench.deliveries
        for mutant in bench.mutants(delivery)
        if not bench.notices(delivery, mutant)
    ]
    assert survivors == []
