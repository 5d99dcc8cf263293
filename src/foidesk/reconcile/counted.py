"""People never stand for cases unless a person says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from foidesk.model import Choice, Issue, Measure, Option, SurveyDefinition

from .account import Account
from .accounts import first_answer
from .words import Names, evidence_id, value_places


@dataclass
class CountedAs:
    """Which measure a decision lets stand for another, and what is still to be asked."""

    allowed: dict[tuple[str, str], tuple[Measure, str]] = field(default_factory=dict)
    choices: list[Choice] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def counted_as(
    definition: SurveyDefinition,
    accounts: Mapping[tuple[str, str], Account],
    answers: Mapping[str, str],
    names: Names,
) -> CountedAs:
    """For each body with a figure only in a unit that was not asked for: the question, or its answer."""
    found = CountedAs()
    for body in definition.bodies:
        for asked in _asked(definition):
            own = accounts.get((body.id, asked.id))
            if own is not None and not own.is_empty:
                continue
            for other in _others(definition, asked):
                account = accounts.get((body.id, other.id))
                if account is not None and first_answer(account) is not None:
                    _ask(found, body.id, asked, other, account, answers, names)
    return found


def _asked(definition: SurveyDefinition) -> list[Measure]:
    """Counts that a finding of the survey asks for."""
    wanted = {query.measure for query in definition.findings}
    return [m for m in definition.codebook.measures if m.id in wanted and m.type == "count"]


def _others(definition: SurveyDefinition, asked: Measure) -> Iterator[Measure]:
    """Counts in another unit under the same question, or under none."""
    for measure in definition.codebook.measures:
        if measure.id == asked.id or measure.type != "count" or measure.unit == asked.unit:
            continue
        listing = [question for question in definition.questions if measure.id in question.measures]
        if not listing or any(asked.id in question.measures for question in listing):
            yield measure


def _ask(
    found: CountedAs,
    body: str,
    asked: Measure,
    other: Measure,
    account: Account,
    answers: Mapping[str, str],
    names: Names,
) -> None:
    total = first_answer(account)
    if total is None:
        return
    locators = value_places(total.observations)
    id = evidence_id("counted-as", body, locators, asked.id, other.id)
    shown = total.public or total.count
    number = f"{shown.words()} {other.unit}"
    question = f"The reply counts {number}, not {asked.unit}. May they stand for {asked.unit}?"
    options = (
        Option("yes", f"count them as {asked.unit}, and say so with every figure", value=shown.words()),
        Option("no", f"no: the body gives no number of {asked.unit}"),
    )
    found.choices.append(Choice(id, "counted-as", question, options, body, locators, weight=int(shown.lo)))
    if answers.get(id) == "yes":
        found.allowed.setdefault((body, asked.id), (other, id))
    elif id not in answers:
        found.issues.append(_issue(body, asked, number, id, names.where(total.observations), found.choices[-1]))


def _issue(body: str, asked: Measure, number: str, id: str, where: str, choice: Choice) -> Issue:
    return Issue(
        "other-unit",
        "warning",
        f"The reply counts {number}, not {asked.unit}; it is left out of every figure in {asked.unit}.",
        where,
        f"Decide {id}: may they be counted as {asked.unit}?",
        choice.locators,
        body=body,
        key=id,
    )
