"""One draw: facts, a layout, a file, what the software makes of it, and how that compares."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from foidesk import coding
from foidesk.extract import extract
from foidesk.model import Context, Delivery, Extraction, Issue, Support
from foidesk.readers import read
from foidesk.reconcile import reconcile

from . import dressing, files
from .facts import BODY, Facts, draw
from .layouts import SHAPES, SMALL, Clerk, Reply, Stated

GRADES = ("right", "right, flagged", "range", "missing, flagged", "wrong, flagged", "MISSING", "WRONG")


@dataclass
class Drawn:
    """A reply on paper: its facts, shape and bytes."""

    number: int
    facts: Facts
    shape: str
    form: str
    reply: Reply
    data: bytes

    @property
    def name(self) -> str:
        return f"reply.{self.form}"


def make(number: int) -> Drawn:
    """The draw of that number: the same bytes each time, but for the times that a zip holds."""
    rng = random.Random(number)
    shape = rng.choice(SHAPES)
    facts = draw(rng, shape.__name__ in SMALL)
    clerk = Clerk(rng, facts)
    reply = shape(clerk)
    form = rng.choice(files.FORMS)
    subject = facts.subject
    german = subject.id == "fines"
    dressing.dress(reply, rng, form, german, subject.sign, subject.words)
    return Drawn(number, facts, shape.__name__, form, reply, _bytes(reply, rng, form, german, subject.words))


def _bytes(reply: Reply, rng: random.Random, form: str, german: bool, words: dict[str, tuple[str, ...]]) -> bytes:
    before, after = [rng.choice(words["letter"])], [*reply.lines, rng.choice(words["close"])]
    if form == "xlsx":
        return files.xlsx(reply.grids, len(reply.grids) > 1 and rng.random() < 0.4)
    if form == "csv":
        return files.csv_text(reply.grids, ";" if german else ",")
    if form == "docx":
        return files.docx(reply.grids, before, after)
    return files.pdf(reply.grids, before, after, rng.random() < 0.6)


@dataclass
class Outcome:
    """What came of a draw: a grade for each fact, and what was raised."""

    drawn: Drawn
    grades: list[tuple[Stated, int, str, str]]
    raised: list[str]
    choices: int
    fault: str = ""

    def bad(self) -> list[tuple[Stated, int, str, str]]:
        return [one for one in self.grades if one[2] in ("WRONG", "MISSING")]


def run(number: int) -> Outcome:
    """Reads the file of that draw back and grades each fact that it states."""
    drawn = make(number)
    definition = drawn.facts.subject.definition(drawn.facts.years)
    reading = read(drawn.data, drawn.name).reading
    context = Context(
        definition.codebook, definition.questions, definition.period, definition.law, BODY.id, BODY.names, "d",
        drawn.name,
    )  # fmt: skip
    found = coding.apply(extract(reading, context), {}, frozenset())
    delivery = Delivery("d", reading.document, drawn.name, drawn.name, BODY.id)
    reconciled = reconcile(definition, {"d": found}, (delivery,), {})
    asked = coding_questions(found, definition.codebook)
    raised = [one.question for one in (*found.choices, *reconciled.choices, *asked) if one.kind]
    raised += [one.what for one in (*reading.issues, *found.issues, *reconciled.issues) if serious(one)]
    raised += [f"open number {one.text}" for one in found.open_numbers()]
    grades = list(graded(drawn, reconciled.accounts, bool(raised)))
    return Outcome(drawn, grades, raised, len(found.choices) + len(reconciled.choices) + len(asked))


def coding_questions(found: Extraction, codebook: Any) -> tuple[Any, ...]:
    from foidesk.survey import wording

    return tuple(wording.questions([found], codebook))


def serious(issue: Issue) -> bool:
    return issue.severity != "note"


def graded(drawn: Drawn, accounts: Any, flagged: bool) -> Iterator[tuple[Stated, int, str, str]]:
    subject = drawn.facts.subject
    for stated in sorted(drawn.reply.stated):
        money, year, first, second = stated
        measure = subject.money if money else subject.measure
        assert measure
        where = {v.id: (id,) for v, id in ((subject.first, first), (subject.second, second)) if id}
        truth = drawn.facts.total(year, first, second, money)
        period = subject.year(year) if year else None
        support = None
        if BODY.id in accounts.answered(measure.id):
            support = accounts.support(BODY.id, measure.id, where, period=period)
        yield stated, truth, grade(support, truth, flagged), _came(support)


def _came(support: Support | None) -> str:
    return "" if support is None else f"{support.value.lo}..{support.value.hi}"


def grade(support: Support | None, truth: int, flagged: bool) -> str:
    """How one fact came out; a draw is flagged if anything was asked or raised about its file."""
    if support is None:
        return "missing, flagged" if flagged else "MISSING"
    value = support.value
    if value.lo == value.hi == truth:
        return "right, flagged" if flagged else "right"
    if value.lo <= truth and (value.hi is None or truth <= value.hi):
        return "range"
    return "wrong, flagged" if flagged else "WRONG"
