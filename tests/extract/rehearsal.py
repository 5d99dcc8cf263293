"""A small invented survey of misconduct, and what an extraction says in short lines that a person can check."""

from __future__ import annotations

from datetime import date
from typing import Any

from foidesk.extract import extract
from foidesk.model import (
    Amount,
    Category,
    Codebook,
    Context,
    Extraction,
    Measure,
    Missing,
    Observation,
    Period,
    Question,
    Reading,
    Variable,
)
from foidesk.readers import read

ROLE = Variable(
    "role", "Role", "2", ("rank", "role", "rank or role", "post", "position"),
    categories=(
        Category("officer", "Police officer", synonyms=("officer", "officers", "police officers")),
        Category("constable", "Constable", "officer", ("PC", "police constable", "DC")),
        Category("sergeant", "Sergeant", "officer", ("PS", "police sergeant")),
        Category("inspector", "Inspector", "officer", ("DI",)),
        Category("staff", "Police staff", synonyms=("staff", "civilian", "member of staff", "members of staff")),
        Category("pcso", "PCSO", "staff", ("police community support officer",)),
    ),
)  # fmt: skip
NATURE = Variable(
    "nature", "Nature of allegation", "3", ("nature", "allegation", "breach type"), multiple=True,
    categories=(
        Category("comments", "Offensive comments", synonyms=("inappropriate comments", "offensive comment")),
        Category("disclosure", "Improper disclosure", synonyms=("disclosure of information",)),
        Category("contact", "Inappropriate contact"),
    ),
)  # fmt: skip
OUTCOME = Variable(
    "outcome", "Outcome", "4", ("result", "outcome", "outcome of case", "sanction", "action taken"),
    categories=(
        Category("dismissed", "Dismissed", grave=True, synonyms=("dismissal",)),
        Category("resigned", "Resigned", synonyms=("resignation",)),
        Category("retired", "Retired", synonyms=("retirement",)),
        Category("final-warning", "Final written warning", synonyms=("FWW",)),
        Category("warning", "Written warning", synonyms=("WW",)),
        Category("advice", "Management advice", synonyms=("words of advice",)),
        Category("nfa", "No further action", synonyms=("NFA", "no case to answer")),
    ),
)  # fmt: skip
CASES = Measure("cases", "Cases", "cases", "count", ("case", "investigation", "incident", "complaint"))
PEOPLE = Measure("people", "People", "people", "count", ("person", "individual"))
PAID = Measure("paid", "Compensation paid", "GBP", "money", ("compensation", "amount paid"))
CODEBOOK = Codebook(1, (ROLE, NATURE, OUTCOME), (CASES, PEOPLE, PAID))
QUESTIONS = (
    Question("1", "How many officers and staff were investigated for misusing social media?", ("cases",)),
    Question("2", "What was the rank or role of each?", ("cases",), ("role",)),
    Question("3", "What was the nature of each allegation?", ("cases",), ("nature",)),
    Question("4", "What was the result of each investigation?", ("cases",), ("outcome",)),
    Question("5", "How much compensation was paid?", ("paid",)),
)
WINDOW = Period.days(date(2009, 1, 1), date(2014, 2, 17))


def context(name: str = "reply", **more: Any) -> Context:
    """The context of a reply by an invented body."""
    return Context(
        CODEBOOK, QUESTIONS, WINDOW, "uk-foia-2000", "rehearsal-07", ("Rehearsal Force 07",), "d1", name, **more
    )


def reading_of(data: bytes, name: str) -> Reading:
    return read(data, name).reading


def extracted(text: str, name: str = "reply.csv", **more: Any) -> Extraction:
    """What is extracted from a reply given as text."""
    return extract(reading_of(text.encode(), name), context(name, **more))


def lines(found: Extraction) -> dict[str, list[str]]:
    """The extraction in short lines: statements, open numbers, questions, issues, outcomes."""
    return {
        "kind": [found.kind],
        "statements": sorted(map(statement, found.observations)),
        "open": [number.text for number in found.open_numbers()],
        "checks": sorted(f"{f.what}: {f.printed} = {f.summed}: {f.holds}" for f in found.footings),
        "choices": [choice.question for choice in found.choices],
        "issues": sorted({issue.kind for issue in found.issues}),
        "outcomes": [f"{s.question or 'all'}: {s.outcome} {s.section}".strip() for s in found.statuses],
    }


def statement(one: Observation) -> str:
    """ "3 cases where outcome=resigned in 2013 (cell, single-typed-cell)"."""
    where = ", ".join(f"{name}={_where(said)}" for name, said in sorted(one.where.items()))
    return "".join((
        f"{_value(one)} {one.measure}", f" where {where}" if where else "",
        f" in {one.period.label or one.period.describe()}" if one.period else "",
        f" ({one.role}, {one.accepted_by or 'open'}{', if ' + one.option if one.choice else ''})",
    ))  # fmt: skip


def _where(said: Any) -> str:
    joiner = "+" if type(said).__name__ == "AllOf" else "|"
    return joiner.join(said.categories) or f"“{said.phrase}”"


def _value(one: Observation) -> str:
    if isinstance(one.value, Missing):
        return f"[{one.value.reason}]"
    if not isinstance(one.value, Amount):
        return "words"
    if one.value.is_exact:
        return f"{one.value.lo}"
    return f"{one.value.lo}..{'' if one.value.hi is None else one.value.hi}"
