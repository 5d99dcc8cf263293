"""Incidents told in a draft: each bound to one case row of a reply."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from foidesk.model import Observation, OneOf, SurveyDefinition, Variable
from foidesk.words.matching import category_matcher
from foidesk.words.numbers import numbers

from .verdict import Verdict


def check_incident(
    words: str, named: str, definition: SurveyDefinition, cases: tuple[Observation, ...]
) -> Verdict:
    """The verdict on words bound to a case row, named by observation id or as `document:row` (rows from 1)."""
    found = list(_named(named, cases))
    if len(found) != 1:
        why = "more than one case row has this name" if found else "no case row has this name"
        return Verdict("needs a person", "incident", why=f"{why}: {named!r}. `foidesk trace` shows the ids")
    case = found[0]
    if case.body not in {body.id for body in definition.bodies}:
        return Verdict(
            "needs a person", "incident", why=f"the row belongs to no body of the survey: {case.body!r}"
        )
    return _bound(words, case, definition)


def _named(named: str, cases: tuple[Observation, ...]) -> Iterator[Observation]:
    document, _, row = named.rpartition(":")
    for case in cases:
        is_row = row.isdigit() and len(document) >= 8 and case.document.startswith(document)
        if case.id == named or (is_row and case.row + 1 == int(row)):
            yield case


def _bound(words: str, case: Observation, definition: SurveyDefinition) -> Verdict:
    said = f"{definition.body(case.body).name}: {_row_words(case)}"
    wrong = _other_number(words, case) or _other_category(words, case, definition)
    if wrong:
        return Verdict("contradicted", "incident", said, wrong, part=case.id, body=case.body)
    why = "the row exists; whether it is told fairly, a person judges"
    return Verdict("supported", "incident", said, why, part=case.id, body=case.body)


def _row_words(case: Observation) -> str:
    quotes = (place.quote for name, place in case.places.items() if name == "row" or name.startswith("where:"))
    return " · ".join(dict.fromkeys(quote for quote in quotes if quote)) or "a case row"


def _other_number(words: str, case: Observation) -> str:
    value = case.amount.lo if case.amount is not None else Decimal(1)
    for number in numbers(words):
        if number.is_amount and number.value is not None and number.value != value:
            return f"the row is {value:f}, not {number.text}"
    return ""


def _other_category(words: str, case: Observation, definition: SurveyDefinition) -> str:
    """Words that name another category than the row does, of a variable with one category a case."""
    for name, said in case.where.items():
        variable = next((v for v in definition.codebook.variables if v.id == name), None)
        if variable is None or variable.multiple or not isinstance(said, OneOf) or not said.categories:
            continue
        hits = [hit for hit in category_matcher(variable).find(words) if hit.where.categories and not hit.negated]
        if hits and not any(_agree(variable, hit.where.categories, said.categories) for hit in hits):
            label = variable.label.lower()
            return f"the row gives {label} as {_labels(variable, said)}, the text says “{hits[0].text}”"
    return ""


def _agree(variable: Variable, told: tuple[str, ...], given: tuple[str, ...]) -> bool:
    return any(variable.leaves(a) & variable.leaves(b) for a in told for b in given)


def _labels(variable: Variable, said: OneOf) -> str:
    labels = {category.id: category.label for category in variable.categories}
    return " or ".join(labels.get(id, id) for id in said.categories)
