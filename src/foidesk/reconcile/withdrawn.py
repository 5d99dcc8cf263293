"""Answers that a body has taken back: marked with every figure that rests on them, until a person decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from foidesk.model import Choice, Delivery, Issue, Observation, Option, Question

from .matters import answers, without
from .versions import Letter
from .words import Names, evidence_id, value_place, value_places

KIND = "withdrawn"
MAILS = (".eml", ".msg", ".mbox")
STAYS, FALLS = "stays", "falls"


@dataclass
class Withdrawn:
    """The letters as far as they stand, with the questions about what was taken back.

    `said` are the words to be printed with figures that rest on an observation (by its id); `judged` the questions
    that were answered so that it stays.
    """

    letters: list[Letter]
    choices: list[Choice] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    judged: dict[str, str] = field(default_factory=dict)

    def hand_on(self, letters: Iterable[Letter]) -> None:
        """Says of a corrected figure what is said of the one that it stands for, or that it is printed as."""
        before = [seen for one in self.letters for seen in one.observations if seen.id in self.said]
        told = {value_place(seen): self.said[seen.id] for seen in before}
        for seen in (seen for one in letters for seen in one.observations if "correction" in seen.places):
            words = told.get(seen.places.get("corrected", value_place(seen))) or told.get(value_place(seen))
            if words is not None:
                self.said.setdefault(seen.id, words)

    def words(self, behind: Iterable[Observation]) -> tuple[str, ...]:
        """What must be said with a figure that rests on these."""
        return tuple(dict.fromkeys(self.said[seen.id] for seen in behind if seen.id in self.said))

    def decided(self, behind: Iterable[Observation]) -> tuple[str, ...]:
        """The questions answered so that these stay."""
        return tuple(dict.fromkeys(self.judged[seen.id] for seen in behind if seen.id in self.judged))


def withdrawn(
    letters: Iterable[Letter], body: str, questions: tuple[Question, ...], told: Mapping[str, str], names: Names
) -> Withdrawn:
    """What the body sent, with what its letters take back marked or, where a person said so, gone."""
    found = Withdrawn(list(letters))
    taking = [one for one in found.letters if one.version is not None and one.version.kind == KIND]
    mails = {one.delivery.document for one in taking}
    for letter in (one for one in taking if one.delivery.parent not in mails):
        version = letter.version
        assert version is not None
        before = [one for one in found.letters if is_before(one, letter)]
        meant = [s for one in before for s in one.observations if answers(s, version.questions, questions)]
        if meant:
            _ask(found, letter, before, meant, body, questions, told, names)
    return found


def is_before(one: Letter, taking_back: Letter) -> bool:
    """True for what came before the letter, or nobody knows when; what came with it is its new answer."""
    mine, theirs = one.delivery, taking_back.delivery
    if theirs.document in (mine.document, mine.parent):
        return False
    return not (_is_dated(mine) and _is_dated(theirs)) or mine.date <= theirs.date


def _is_dated(delivery: Delivery) -> bool:
    """True for a mail and what came in one; a bare file has the date on which it was put into the folder."""
    return bool(delivery.date) and bool(delivery.message or PurePosixPath(delivery.name).suffix.lower() in MAILS)


def _ask(
    found: Withdrawn, letter: Letter, before: list[Letter], meant: list[Observation], body: str,
    questions: tuple[Question, ...], told: Mapping[str, str], names: Names,
) -> None:  # fmt: skip
    assert letter.version is not None
    choice = _choice(letter, meant, body)
    found.choices.append(choice)
    answer, ids = told.get(choice.id, ""), {seen.id for seen in meant}
    if answer == FALLS:
        gone = letter.version.questions
        left = {id(one): _without(one, ids, gone, questions) for one in before}
        found.letters = [left.get(id(one), one) for one in found.letters]
        return
    words = "used though the body has withdrawn it" if answer == STAYS else f"since withdrawn: {choice.question}"
    found.said |= dict.fromkeys(ids, words)
    if answer == STAYS:
        found.judged |= dict.fromkeys(ids, choice.id)
    else:
        found.issues.append(_issue(choice, meant, names))


def _without(letter: Letter, ids: set[str], gone: tuple[str, ...], questions: tuple[Question, ...]) -> Letter:
    kept = (without(seen, gone, questions) if seen.id in ids else seen for seen in letter.observations)
    return replace(letter, observations=tuple(seen for seen in kept if seen is not None))


def _choice(letter: Letter, meant: list[Observation], body: str) -> Choice:
    version = letter.version
    assert version is not None
    place = version.locator
    locators = (place,) if place is not None else value_places(meant)[:12]
    named = f" to {' and '.join(version.questions)}" if version.questions else ""
    words = f" (“{place.quote}”)" if place is not None else ""
    question = f"{letter.name} takes back the answer{named}{words}. May its figures stand?"
    options = (
        Option(STAYS, "they stand, and every figure says that they were withdrawn"),
        Option(FALLS, "they fall: the body gives no such figure", tuple(seen.id for seen in meant)),
    )
    id = evidence_id(KIND, body, locators, letter.delivery.document, *version.questions)
    return Choice(id, KIND, question, options, body, locators, weight=len(meant))


def _issue(choice: Choice, meant: list[Observation], names: Names) -> Issue:
    return Issue(
        KIND,
        "warning",
        f"{choice.question} Nothing is changed until that is decided; every figure that rests on them says so.",
        names.where(meant),
        f"Decide {choice.id}.",
        (*choice.locators, *value_places(meant)[:5]),
        body=choice.body,
        key=choice.id,
    )
