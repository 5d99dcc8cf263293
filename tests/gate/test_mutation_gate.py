"""The mutation gate: no change to a value in any reply of the example goes by unseen.

For every place that bears a value: change a digit, blank it, delete its row. A finding changes (its value, its
bounds, or how many statements it rests on), or an issue or an open question appears. Survivors beyond the known
ones are zero.
"""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from foidesk import coding, extract, findings, reconcile
from foidesk.model import Delivery, Extraction, Finding, Locator
from foidesk.survey import Survey
from foidesk.survey.work import Work
from tests.gate.mutations import Mutant, numbers_mutants, row_mutants

KNOWN = tomllib.loads((Path(__file__).parents[1] / "examples" / "known_open.toml").read_text())["survivors"]
"""How many mutations of each body are known to go by unseen: a debt that may only get smaller."""

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


class Bench:
    """One body's replies, so that a changed one can be weighed against the rest quickly."""

    def __init__(self, example: Work, body: str) -> None:
        self.work = example
        self.body = body
        self.deliveries = tuple(one for one in example.matched if one.body == body)
        self.extractions = {one.id: example.extractions[one.id] for one in self.deliveries}
        self.definition = replace(example.definition, bodies=(example.definition.body(body),))
        self.answers = _answers(example)
        self.before = self.outcome(self.extractions)

    def outcome(self, extractions: dict[str, Extraction]) -> tuple[str, frozenset[str]]:
        """The body's findings as text, and every issue and question that is open."""
        coded = {
            id: coding.apply(one, self.work.coding_decisions, self.work.multiple)
            for id, one in extractions.items()
        }
        reconciled = reconcile.reconcile(self.definition, coded, self.deliveries, self.answers)
        computed = findings.compute(self.definition, reconciled.accounts, reconciled.outcomes)
        values = [
            (
                one.name,
                one.value,
                one.true,
                _sources(one),
                [(line.key, line.value, line.true) for line in one.lines],
            )
            for one in computed
        ]
        issues = [issue for one in coded.values() for issue in one.issues] + list(reconciled.issues)
        choices = [choice for one in coded.values() for choice in one.choices] + list(reconciled.choices)
        told = {f"{issue.kind} {issue.what}" for issue in issues}
        return repr(values), frozenset(told | {f"{choice.kind} {choice.question}" for choice in choices})

    def notices(self, delivery: Delivery, mutant: Mutant) -> bool:
        changed = extract.extract(mutant.reading, self.work.context(delivery))
        values, told = self.outcome(self.extractions | {delivery.id: changed})
        return values != self.before[0] or not told <= self.before[1]

    def mutants(self, delivery: Delivery) -> Iterator[Mutant]:
        reading, extraction = self.work.reading(delivery), self.extractions[delivery.id]
        yield from numbers_mutants(reading, value_places(extraction))
        rows = {
            (one.table, one.row)
            for one in extraction.observations
            if one.table and one.row >= 0 and not one.table.startswith("list in ")
        }
        yield from row_mutants(reading, rows)


def _sources(finding: Finding) -> int:
    """How many statements a finding rests on: a total that is said twice and then once is one fewer."""
    every = [*finding.supports, *(support for line in finding.lines for support in line.supports)]
    return len({id for support in every for id in support.observations})


def _answers(example: Work) -> dict[str, str]:
    from foidesk.survey import judging

    return judging.answers(example.results.attached, example.results.choices)


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
    assert len(survivors) <= KNOWN.get(body, 0), survivors
