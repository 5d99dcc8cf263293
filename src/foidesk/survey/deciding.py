"""decide: what is open, the answer to one question, and taking an answer back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ..errors import UnknownName
from ..model import Choice, Judgement, Option, digest
from ..model.places import place_text
from .judging import evidence_of
from .tables import nearest

if TYPE_CHECKING:
    from .survey import Survey


@dataclass(frozen=True, slots=True)
class Decided:
    """The judgement recorded, and which findings came out differently."""

    judgement: Judgement
    changed: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        one = self.judgement
        return {"id": one.id, "answer": one.answer_label or one.answer, "changed": list(self.changed)}


def decide(survey: Survey, choice: str, answer: str, who: str, reason: str, note: str = "") -> Decided:
    """Records the answer. `UnknownName` if the question or the option does not exist."""
    asked = find_choice(survey, choice)
    option = _find_option(asked, answer)
    at = datetime.now(UTC).replace(microsecond=0).isoformat()
    judgement = Judgement(
        id=digest("judgement", at, who, asked.id, option.id, reason),
        at=at, who=who, kind=asked.kind,
        evidence=evidence_of(asked, survey.definition.codebook.version),
        answer=option.id, answer_label=option.label, reason=reason, note=note,
    )  # fmt: skip
    return _record(survey, judgement)


def revoke(survey: Survey, judgement: str, who: str, reason: str) -> Decided:
    """Takes a decision back by a row of its own."""
    standing = survey.store.decisions.standing()
    matching = [one for one in standing if one.id.startswith(judgement)]
    if len(matching) != 1:
        raise UnknownName(
            f"no single standing decision {judgement!r}", where="decisions.csv",
            next="`foidesk decide --taken` lists the decisions with their ids",
        )  # fmt: skip
    old = matching[0]
    at = datetime.now(UTC).replace(microsecond=0).isoformat()
    row = Judgement(
        digest("revocation", at, who, old.id), at, who, old.kind, (), "", reason=reason, revokes=old.id
    )
    return _record(survey, row)


def _record(survey: Survey, judgement: Judgement) -> Decided:
    before = {finding.name: finding for finding in survey.work.results.findings}
    with survey.store.writing():
        survey.store.decisions.append(judgement)
    survey.refresh()
    after = survey.work.results.findings
    changed = tuple(one.name for one in after if _moved(before.get(one.name), one))
    return Decided(judgement, changed)


def _moved(before: Any, after: Any) -> bool:
    if before is None:
        return True
    return (before.value, before.true, before.lines, before.base) != (
        after.value, after.true, after.lines, after.base,
    )  # fmt: skip


def find_choice(survey: Survey, name: str) -> Choice:
    """The choice whose id starts with `name`."""
    choices = survey.work.results.choices
    matching = [choice for choice in choices if choice.id.startswith(name)]
    if len(matching) == 1:
        return matching[0]
    raise UnknownName(
        f"no open question {name!r}" if not matching else f"{len(matching)} questions start with {name!r}",
        next="`foidesk decide` lists them with their ids",
    )


def _find_option(choice: Choice, answer: str) -> Option:
    """The option by id, by number from 1, or by label."""
    if answer.isdigit() and 1 <= int(answer) <= len(choice.options):
        return choice.options[int(answer) - 1]
    for option in choice.options:
        if answer in (option.id, option.label):
            return option
    guess = nearest(answer, [option.label for option in choice.options])
    offered = "; ".join(f"{number} {option.label}" for number, option in enumerate(choice.options, 1))
    raise UnknownName(
        f"{answer!r} is not offered", where=choice.question,
        next=f"did you mean {guess!r}? Offered: {offered}" if guess else f"offered: {offered}",
    )  # fmt: skip


def choice_json(choice: Choice, answer: str = "") -> dict[str, Any]:
    """A question as plain data."""
    return {
        "id": choice.id,
        "kind": choice.kind,
        "body": choice.body,
        "question": choice.question,
        "answer": answer,
        "options": [
            {"id": one.id, "label": one.label, "value": one.value, "suggested": one.suggested}
            for one in choice.options
        ],
        "places": [
            {"document": one.document, "place": place_text(one.place), "quote": one.quote}
            for one in choice.locators
        ],
    }
