"""Which recorded decision answers which open question now.

A decision's subject is evidence, so it is looked for by document, region and quote (or by variable, phrase and
body), never by the id of a choice. What finds no place is listed as stale; nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..model import OUTCOME, UNREADABLE, Attached, Box, Choice, Evidence, Judgement, Locator, PagePlace, digest
from ..model.places import Place, overlap, parse_place, place_text
from ..words.normal import normalise

VERSION = 2
"""Goes up whenever some decision would be attached otherwise."""

ENOUGH = 0.5
SLACK = 2.0
"""Points; less than half a line of the smallest print, so that a box never comes to hold the next line's words."""


def evidence_of(choice: Choice, codebook: int) -> tuple[Evidence, ...]:
    """What a decision on the choice rests on."""
    if choice.kind == "coding":
        return (
            Evidence(
                choice.question, variable=choice.variable, codebook=str(codebook),
                phrase=normalise(choice.phrase), body=choice.body,
            ),
        )  # fmt: skip
    if choice.kind == OUTCOME:
        at = choice.locators[0]
        return (
            Evidence(choice.phrase, at.document, quote=at.quote, variable=choice.variable, body=choice.body),
        )  # fmt: skip
    if choice.phrase:
        return (Evidence(choice.question, variable=choice.variable, phrase=choice.phrase, body=choice.body),)
    return tuple(
        Evidence(choice.question, one.document, place_text(one.place), one.quote, body=choice.body)
        for one in choice.locators
    )


def evidence_key(kind: str, evidence: Iterable[Evidence]) -> str:
    """One word for what a judgement rests on: equal for a question and the answer recorded to it."""
    rows = sorted(
        (_plain(one.question), one.document, one.place, _plain(one.quote), one.variable, one.phrase, one.body)
        for one in evidence
    )
    return digest("evidence", kind, [list(row) for row in rows])


def attach(judgements: Iterable[Judgement], choices: Iterable[Choice]) -> tuple[Attached, ...]:
    """Each judgement with the choice it answers; a later judgement on the same choice takes its place."""
    open_choices = list(choices)
    found: dict[str, Attached] = {}
    for judgement in judgements:
        attached = _attach(judgement, open_choices)
        found[attached.choice or f"stale {judgement.id}"] = attached
    return tuple(found.values())


def answers(attached: Iterable[Attached], choices: Iterable[Choice]) -> dict[str, str]:
    """The chosen option of each answered choice; none where the answer is that the document does not tell."""
    by_id = {choice.id: choice for choice in choices}
    return {
        one.choice: _option(by_id[one.choice], one.judgement)
        for one in attached
        if one.choice and not one.stale and one.judgement.answer != UNREADABLE
    }


def _attach(judgement: Judgement, choices: list[Choice]) -> Attached:
    same_kind = [choice for choice in choices if choice.kind == judgement.kind]
    fitting = [choice for choice in same_kind if _fits(judgement, choice)]
    if not fitting:
        return Attached(judgement, "", _why_not(judgement))
    if len(fitting) > 1:
        return Attached(judgement, "", "it fits more than one open question now")
    choice = fitting[0]
    offered = {UNREADABLE, *(option.id for option in choice.options)}
    if _option(choice, judgement) not in offered:
        labels = "; ".join(option.label for option in choice.options)
        said = judgement.answer_label or judgement.answer
        return Attached(judgement, "", f"its answer {said!r} is no longer offered ({labels})")
    return Attached(judgement, choice.id)


def _why_not(judgement: Judgement) -> str:
    if judgement.kind == "coding":
        return "no reply of that body uses those words now"
    return "no open question asks that about that document, place and quote now"


def _fits(judgement: Judgement, choice: Choice) -> bool:
    """The same question about the same places, all of them and no other: nobody has looked at a further one."""
    if choice.kind == "coding":
        return _same_phrase(judgement, choice)
    evidence = judgement.evidence
    if not evidence or any(_plain(one.question) != _plain(choice.question) for one in evidence):
        return False
    held = all(any(_same(one, locator) for locator in choice.locators) for one in evidence)
    return held and all(any(_same(one, locator) for one in evidence) for locator in choice.locators)


def _same_phrase(judgement: Judgement, choice: Choice) -> bool:
    key = (choice.variable, normalise(choice.phrase), choice.body)
    return any((one.variable, one.phrase, one.body) == key for one in judgement.evidence)


def _same(evidence: Evidence, locator: Locator) -> bool:
    if evidence.document != locator.document or _plain(evidence.quote) != _plain(locator.quote):
        return False
    if evidence.place == place_text(locator.place):
        return True
    try:
        return overlap(_grown(parse_place(evidence.place)), locator.place) >= ENOUGH
    except ValueError:
        return False


def _grown(place: Place) -> Place:
    """A box a little larger on each side: another version of a reader draws it a point or two off."""
    if not isinstance(place, PagePlace):
        return place
    box = place.box
    return PagePlace(place.page, Box(box.x0 - SLACK, box.y0 - SLACK, box.x1 + SLACK, box.y1 + SLACK))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _option(choice: Choice, judgement: Judgement) -> str:
    """The option's id; if ids changed, the option with the same label."""
    if any(option.id == judgement.answer for option in choice.options):
        return judgement.answer
    same = [option.id for option in choice.options if option.label == judgement.answer_label]
    return same[0] if len(same) == 1 else judgement.answer
