"""Open questions about a reading. Their ids rest on evidence: document, place, quoted words and the question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from foidesk.model.codebook import Measure
from foidesk.model.codec import digest
from foidesk.model.observations import Choice, Observation, Option
from foidesk.model.places import Locator

from ..basis.ground import Ground
from .acceptance import PERSON

AS_READ, NOT_DATA = "as read", "not data"
ZERO, NOT_STATED = "zero", "not stated"


def choice_id(kind: str, question: str, locators: Sequence[Locator]) -> str:
    """The id of a choice about these places."""
    return digest(kind, question, [(one.document, one.place.describe(), one.quote) for one in locators[:3]])


def confirm(ground: Ground, question: str, found: Iterable[Observation], locators: Sequence[Locator]) -> Choice:
    """Asks a person whether a table or sentence was read rightly: "as read" or "not data"."""
    ids = tuple(dict.fromkeys(one.id for one in found))
    options = (
        Option(AS_READ, "Yes: take it as it was read", ids, suggested=True),
        Option(NOT_DATA, "No: this is not an answer; leave it out"),
    )
    return Choice(
        choice_id("reading", question, locators), "reading", question, options,
        ground.context.body, tuple(locators[:12]), weight=len(ids),
    )  # fmt: skip


def one_of(measure: Measure, more: bool = False) -> str:
    """What a row or figure may stand for: "one of the cases"; of money and lengths, "a figure of fines paid"."""
    if measure.type == "count":
        return f"one {'more ' if more else ''}of the {measure.unit}"
    return f"a {'further ' if more else ''}figure of {measure.label or measure.unit}"


def under(
    ground: Ground, found: Iterable[Observation], choice: Choice, option: str = AS_READ
) -> list[Observation]:
    """The statements as they stand under an option: open, confirmed by a person, or gone."""
    answer = ground.context.answers.get(choice.id, "")
    held = [replace(one, choice=choice.id, option=option) for one in found]
    if answer == option:
        return [replace(one, accepted_by=PERSON.name) for one in held]
    return [] if answer else held


def answered_not_data(ground: Ground, choice: Choice) -> bool:
    return ground.context.answers.get(choice.id) == NOT_DATA
