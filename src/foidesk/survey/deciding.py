"""decide: what is open, the answer to one question, and taking an answer back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ..errors import UnknownName
from ..model import OUTCOME, UNREADABLE, Choice, Judgement, Option, digest
from ..model.places import place_text
from .judging import evidence_of
from .tables import nearest
from .work import CLEARANCE

NOT_TOLD = Option(UNREADABLE, "The document does not tell")
"""May be said to any question: it is not asked again, and all its readings stay possible."""

CHOICE_KINDS = (
    "body", "coding", "reading", "unread", "contradiction", "version", "twin", "withdrawn", "counted-as",
    "disclosure",
    OUTCOME, CLEARANCE,
)  # fmt: skip
"""The kinds of question: see `Choice`."""

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
    option = find_option(asked, answer)
    return record(survey, judgement_on(asked, option, survey.definition.codebook.version, who, reason, note))


def judgement_on(asked: Choice, option: Option, codebook: int, who: str, reason: str, note: str) -> Judgement:
    """The answer to a question, not yet dated."""
    return Judgement(
        id="", at="", who=_clean(who), kind=asked.kind, evidence=evidence_of(asked, codebook),
        answer=option.id, answer_label=option.label, reason=_clean(reason), note=_clean(note),
    )  # fmt: skip


def _clean(text: str) -> str:
    """The text without bytes that are no UTF-8 (a terminal may hand such on)."""
    return text.encode("utf-8", "replace").decode()


def revoke(survey: Survey, judgement: str, who: str, reason: str) -> Decided:
    """Takes a decision back by a row of its own."""
    standing = survey.store.decisions.standing()
    matching = [one for one in standing if one.id.startswith(judgement)]
    if len(matching) != 1:
        raise UnknownName(
            f"no single standing decision {judgement!r}", where="decisions.csv",
            next="`foidesk decide --taken` lists the decisions with their ids",
        )  # fmt: skip
    return record(survey, revocation(matching[0], who, reason))


def revocation(old: Judgement, who: str, reason: str) -> Judgement:
    """The row that takes a judgement back, not yet dated."""
    return Judgement("", "", _clean(who), old.kind, (), "", reason=_clean(reason), revokes=old.id)


def record(survey: Survey, judgement: Judgement) -> Decided:
    """Adds the judgement and computes anew."""
    before = {finding.name: finding for finding in survey.work.results.findings}
    with survey.store.writing():
        judgement = dated(judgement, survey.store.decisions.size)
        survey.store.decisions.append(judgement)
    survey.refresh()
    after = survey.work.results.findings
    changed = tuple(one.name for one in after if _moved(before.get(one.name), one))
    return Decided(judgement, changed)


def dated(judgement: Judgement, earlier: int) -> Judgement:
    """With time and id; the size of what is recorded keeps apart two like decisions taken in one second."""
    dated = replace(judgement, at=datetime.now(UTC).replace(microsecond=0).isoformat())
    return replace(dated, id=digest("judgement", dated, earlier))


def _moved(before: Any, after: Any) -> bool:
    if before is None:
        return True
    return (before.value, before.true, before.lines, before.base) != (
        after.value, after.true, after.lines, after.base,
    )  # fmt: skip


def open_choices(survey: Survey, start: str = "", kind: str = "") -> list[Choice]:
    """The open questions whose id starts so and that are of that kind. `UnknownName` where there never was one."""
    if kind == CLEARANCE:
        from . import clearing

        return [one for one in clearing.open_questions(survey) if one.id.startswith(start)]
    from . import left_open

    results, endings = survey.work.results, left_open.questions(survey)
    if start and not any(one.id.startswith(start) for one in (*results.choices, *endings)):
        raise UnknownName(f"no question {start!r}", next="`foidesk decide` lists them with their ids")
    if kind and kind not in CHOICE_KINDS:
        guess = nearest(kind, CHOICE_KINDS)
        then = f"did you mean {guess!r}?" if guess else f"kinds: {', '.join(CHOICE_KINDS)}"
        raise UnknownName(f"there is no kind of question {kind!r}", next=then)
    every = [*results.open_choices(), *left_open.open_questions(survey)]
    return [one for one in every if one.id.startswith(start) and kind in ("", one.kind)]


def find_choice(survey: Survey, name: str) -> Choice:
    """The choice whose id starts with `name`."""
    from . import clearing, left_open

    choices = (*survey.work.results.choices, *left_open.questions(survey))
    matching = [choice for choice in choices if choice.id.startswith(name)]
    matching = matching or [choice for choice in clearing.questions(survey) if choice.id.startswith(name)]
    if len(matching) == 1:
        return matching[0]
    raise UnknownName(
        f"no open question {name!r}" if not matching else f"{len(matching)} questions start with {name!r}",
        next="`foidesk decide` lists them with their ids",
    )


def find_option(choice: Choice, answer: str) -> Option:
    """The option by number from 1 (`2` or `#2`), id or label. Refused where `2` is another option's label."""
    if answer == UNREADABLE and choice.kind != CLEARANCE:
        return NOT_TOLD
    from .left_open import stated

    meant = _meant(choice, answer) or [one for one in (stated(choice, answer),) if one]
    if len(meant) == 1:
        return meant[0]
    offered = "; ".join(f"#{number} {option.label}" for number, option in enumerate(choice.options, 1))
    if meant:
        raise UnknownName(
            f"{answer!r} can mean more than one option", where=choice.question, next=f"write one of: {offered}"
        )
    guess = nearest(answer, [option.label for option in choice.options])
    raise UnknownName(
        f"{answer!r} is not offered", where=choice.question,
        next=f"did you mean {guess!r}? Offered: {offered}" if guess else f"offered: {offered}",
    )  # fmt: skip


def _meant(choice: Choice, answer: str) -> list[Option]:
    """The options that the answer names."""
    numbers = {f"{sign}{number}": one for number, one in enumerate(choice.options, 1) for sign in ("", "#")}
    meant = [one for one in choice.options if answer in (one.id, one.label)]
    numbered = numbers.get(answer)
    return meant if numbered is None or numbered in meant else [*meant, numbered]


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
