"""Claims that rest on a named statement or guideline, not on the replies."""

from __future__ import annotations

import re
from decimal import Decimal

from foidesk.model import Guideline, Statement, SurveyDefinition
from foidesk.words.numbers import numbers

from .notclaims import nearest
from .verdict import Verdict

_QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")


def check_source(words: str, source: str, definition: SurveyDefinition) -> Verdict:
    """The verdict on words bound to `statements:ID` or `guidelines:ID`: does it exist, and does it say so?"""
    kind, _, id = source.partition(":")
    if kind == "statements":
        return _check_statement(words, id, definition)
    if kind == "guidelines":
        return _check_guideline(words, id, definition)
    return Verdict(
        "needs a person", "source", why=f"{source!r} names no source; write statements:ID or guidelines:ID"
    )


def _check_statement(words: str, id: str, definition: SurveyDefinition) -> Verdict:
    found = next((one for one in definition.statements if one.id == id), None)
    if found is None:
        hint = nearest(id, [one.id for one in definition.statements])
        return Verdict("needs a person", "quotation", why=f"statements.toml has no {id!r}; {hint}")
    said = f"{found.office}: {found.text} ({found.source})"
    for verdict in (_quotes(words, found), _figures(words, found.text, said)):
        if verdict is not None:
            return verdict
    return Verdict("supported", "quotation", said, "the source says so; whether it is put fairly, a person judges")


def _quotes(words: str, statement: Statement) -> Verdict | None:
    """A quotation must be word for word, and only of a statement whose words are the speaker's own."""
    quoted = _QUOTED.findall(words)
    if not quoted:
        return None
    if not statement.verbatim:
        why = "the statement is held in our words; take the quotation marks away, or enter the speaker's own"
        return Verdict("needs a person", "quotation", statement.text, why)
    missing = next((one for one in quoted if _plain(one) not in _plain(statement.text)), None)
    if missing is None:
        return None
    return Verdict(
        "contradicted", "quotation", statement.text, f"“{missing}” is not in the words of {statement.office}"
    )


def _check_guideline(words: str, id: str, definition: SurveyDefinition) -> Verdict:
    found = next((one for one in definition.guidelines if id == one.id or id in _clauses(one)), None)
    if found is None:
        known = [id for one in definition.guidelines for id in (one.id, *_clauses(one))]
        return Verdict("needs a person", "guideline", why=f"guidelines.toml has no {id!r}; {nearest(id, known)}")
    clause = next((c.text for c in found.clauses if id in (c.id, f"{found.id}.{c.id}")), "")
    said = f"{found.title}, {found.issuer}, {found.since}{f': {clause}' if clause else ''}"
    every = " ".join((found.title, found.since, found.source, *(c.text for c in found.clauses)))
    wrong = _figures(words, every, said, "guideline")
    return wrong or Verdict(
        "supported", "guideline", said, "the guideline exists; whether it says so, a person judges"
    )


def _clauses(guideline: Guideline) -> tuple[str, ...]:
    return tuple(name for clause in guideline.clauses for name in (clause.id, f"{guideline.id}.{clause.id}"))


def _figures(words: str, text: str, said: str, kind: str = "quotation") -> Verdict | None:
    """Every number of the words must be one of the source."""
    known = set(_values(text))
    wrong = next((value for value in _values(words) if value not in known), None)
    if wrong is None:
        return None
    return Verdict("contradicted", kind, said, f"the source does not give {wrong:f}")


def _values(text: str) -> list[Decimal]:
    found = [number.value for number in numbers(text) if number.kind not in ("date", "time", "year")]
    return [value for value in found if value is not None]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
