"""How a question ended, where a body's letter leaves that to a person: a question for `decide` and the desk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..errors import UnknownName
from ..extract import VERSION as READ_SO
from ..model import OUTCOME, OUTCOMES, UNREADABLE, Choice, Locator, Option, Outcome, Question, Reading, digest
from ..model.places import TextPlace
from .endings import JOIN
from .letters import ENDINGS, Letter, letters

if TYPE_CHECKING:
    from ..law.letters import QuestionSeen
    from .survey import Survey

VERSION = 2
"""Goes up whenever another question would be asked of the same letters."""
SAID = OUTCOMES[:-2]
"""What a person can say of an ending: "no answer found" is not said but left."""
SETTLED = ("full", "partial")
"""What figures read, or a letter that is sure, say of a question: no letter beside them is asked about."""


def questions(survey: Survey) -> tuple[Choice, ...]:
    """A question for each that a letter leaves open and nothing else answers; those answered by a person too."""
    said = {(one.body, one.question): one for one in survey.work.results.outcomes}
    answered = answers(survey)
    asked = []
    for choice in offered(survey):
        now = said.get((choice.body, choice.variable))
        if now is not None and (choice.id in answered or now.outcome not in SETTLED):
            asked.append(choice)
    return tuple(asked)


def open_questions(survey: Survey) -> list[Choice]:
    """Those that nobody has answered."""
    answered = answers(survey)
    return [one for one in questions(survey) if one.id not in answered]


def answers(survey: Survey) -> dict[str, str]:
    """The decision in force on each ending that a person stated, by the id of the question."""
    said = [one for one in survey.work.judgements if one.kind == OUTCOME and one.evidence]
    return {choice_id(one.evidence[0].body, one.evidence[0].variable): one.id for one in said}


def asked_about(survey: Survey, body: str, question: str) -> Choice | None:
    """The question that a letter leaves open about that ending, if one does."""
    wanted = choice_id(body, question)
    return next((one for one in offered(survey) if one.id == wanted), None)


def choice_id(body: str, question: str) -> str:
    return digest("choice", OUTCOME, body, question)


def offered(survey: Survey) -> tuple[Choice, ...]:
    """Every ending that the last letter to speak of it leaves open; kept, so that letters are read once."""
    work = survey.work
    key = work.chain.key(
        "left-open", VERSION, READ_SO, list(work.matched), list(survey.definition.questions),
        list(survey.definition.bodies), survey.definition.law, list(survey.definition.own_laws),
        work.reading_contents,
    )  # fmt: skip
    found: tuple[Choice, ...] = work.chain.value(
        work.chain.node("left-open", key, lambda: tuple(_offered(survey)))
    )
    return found


def _offered(survey: Survey) -> Iterator[Choice]:
    last: dict[tuple[str, int], tuple[Letter, QuestionSeen]] = {}
    for letter in letters(survey):
        for one in letter.seen.outcomes:
            if one.outcome != "none" or one.suggested.outcome in ENDINGS:
                last[(letter.body, one.question)] = (letter, one)
    asked = survey.definition.questions
    for (body, number), (letter, one) in last.items():
        if not one.sure and number <= len(asked):
            yield _choice(survey, body, asked[number - 1], letter, one)


def _choice(survey: Survey, body: str, question: Question, letter: Letter, one: QuestionSeen) -> Choice:
    place = _place(survey, letter, one.suggested.words or one.words)
    return Choice(
        choice_id(body, question.id), OUTCOME, f"How did “{question.text}” end?", _options(one), body, (place,),
        question.id, phrase=question.text,
    )  # fmt: skip


def _options(one: QuestionSeen) -> tuple[Option, ...]:
    """What the letter seems to say, with the section that it names; then every other ending."""
    likely, words = one.suggested, ENDINGS.get(one.outcome, "")
    offers = [(ENDINGS.get(likely.outcome, ""), likely.sections), (words, one.sections)]
    found = [option(outcome, next(iter(sections), "")) for outcome, sections in offers if outcome]
    first = found[0].id if likely.outcome in ENDINGS else ""
    every = {each.id: each for each in (*found, *map(option, SAID))}
    return tuple(
        Option(each.id, each.label, suggested=True) if each.id == first else each for each in every.values()
    )


def option(outcome: str, section: str = "") -> Option:
    """An ending as it is recorded and shown."""
    label = f"{outcome}, section {section}" if section else outcome
    return Option(JOIN.join(part for part in (outcome, section) if part), label)


def parted(said: str) -> tuple[str, str]:
    """ "cost limit 12(1)" in outcome and section. `UnknownName` if it begins with no outcome."""
    for outcome in sorted(OUTCOMES, key=len, reverse=True):
        if said == outcome or said.startswith((f"{outcome} ", f"{outcome}{JOIN}")):
            return outcome, said[len(outcome) :].strip("; ")
    raise UnknownName(f"there is no outcome {said!r}", next=f"use one of: {', '.join(OUTCOMES)} (and a section)")


def stated(choice: Choice, answer: str) -> Option | None:
    """An ending said in words, with a section that no option names; None if the answer begins with no ending."""
    if choice.kind != OUTCOME or answer == UNREADABLE:
        return None
    try:
        return option(*parted(answer))
    except UnknownName:
        return None


def now_said(survey: Survey, body: str, question: str) -> Outcome:
    """How the question stands at the body now."""
    return next(one for one in survey.work.results.outcomes if (one.body, one.question) == (body, question))


def _place(survey: Survey, letter: Letter, words: str) -> Locator:
    """Where the words stand, in the letter or in what came with it; else the letter as a whole."""
    within = [one for one in survey.work.matched if letter.document in (one.document, one.message)]
    within.sort(key=lambda one: one.document != letter.document)
    found = (_within(survey.work.reading(one), one.document, words) for one in within)
    return next((one for one in found if one), None) or _whole(survey.work.reading(within[0]), letter.document)


def _within(reading: Reading, document: str, words: str) -> Locator | None:
    wanted = _plain(words)
    blocks = [block for part in reading.visible_parts() for block in part.blocks if block.kind != "quoted"]
    fitting = [block for block in blocks if wanted and wanted in _plain(block.text)]
    fitting = fitting or [block for block in blocks if wanted and _covers(wanted, _plain(block.text))]
    return Locator(document, fitting[0].place, " ".join(fitting[0].text.split())) if fitting else None


def _covers(wanted: str, held: str) -> bool:
    """True for a line of several of a paragraph that words span."""
    return len(held.split()) > 2 and held in wanted


def _whole(reading: Reading, document: str) -> Locator:
    parts: Sequence[str] = [part.name for part in reading.visible_parts()]
    return Locator(document, TextPlace(parts[0] if parts else "", 0, 0), "")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
