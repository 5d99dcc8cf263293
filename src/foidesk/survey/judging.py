"""Which recorded decision answers which open question now.

A decision's subject is evidence, so it is looked for by document, region and quote (or by variable, phrase and
body), never by the id of a choice. What finds no place is listed as stale; nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Attached, Choice, Evidence, Judgement, Locator
from ..model.places import overlap, parse_place, place_text
from ..words.normal import normalise

ENOUGH = 0.5


def evidence_of(choice: Choice, codebook: int) -> tuple[Evidence, ...]:
    """What a decision on the choice rests on."""
    if choice.kind == "coding":
        return (
            Evidence(
                choice.question, variable=choice.variable, codebook=str(codebook),
                phrase=normalise(choice.phrase), body=choice.body,
            ),
        )  # fmt: skip
    return tuple(
        Evidence(choice.question, one.document, place_text(one.place), one.quote, body=choice.body)
        for one in choice.locators
    )


def attach(judgements: Iterable[Judgement], choices: Iterable[Choice]) -> tuple[Attached, ...]:
    """Each judgement with the choice it answers; a later judgement on the same choice takes its place."""
    open_choices = list(choices)
    found: dict[str, Attached] = {}
    for judgement in judgements:
        attached = _attach(judgement, open_choices)
        found[attached.choice or f"stale {judgement.id}"] = attached
    return tuple(found.values())


def answers(attached: Iterable[Attached], choices: Iterable[Choice]) -> dict[str, str]:
    """The chosen option of each answered choice."""
    by_id = {choice.id: choice for choice in choices}
    return {
        one.choice: _option(by_id[one.choice], one.judgement) for one in attached if one.choice and not one.stale
    }


def _attach(judgement: Judgement, choices: list[Choice]) -> Attached:
    same_kind = [choice for choice in choices if choice.kind == judgement.kind]
    fitting = [choice for choice in same_kind if _fits(judgement, choice)]
    if not fitting:
        return Attached(judgement, "", _why_not(judgement))
    choice = fitting[0] if len(fitting) == 1 else _closest(judgement, fitting)
    if choice is None:
        return Attached(judgement, "", "it fits more than one open question now")
    if not any(option.id == _option(choice, judgement) for option in choice.options):
        offered = "; ".join(option.label for option in choice.options)
        said = judgement.answer_label or judgement.answer
        return Attached(judgement, "", f"its answer {said!r} is no longer offered ({offered})")
    return Attached(judgement, choice.id)


def _closest(judgement: Judgement, fitting: list[Choice]) -> Choice | None:
    exact = [one for one in fitting if one.question == judgement.evidence[0].question]
    return exact[0] if len(exact) == 1 else None


def _why_not(judgement: Judgement) -> str:
    if judgement.kind == "coding":
        return "no reply of that body uses those words now"
    return "no open question has that document, place and quote now"


def _fits(judgement: Judgement, choice: Choice) -> bool:
    if choice.kind == "coding":
        key = (choice.variable, normalise(choice.phrase), choice.body)
        return any((one.variable, one.phrase, one.body) == key for one in judgement.evidence)
    if not judgement.evidence or len(judgement.evidence) > len(choice.locators) + 1:
        return False
    held = sum(any(_same(one, locator) for locator in choice.locators) for one in judgement.evidence)
    return held == len(judgement.evidence)


def _same(evidence: Evidence, locator: Locator) -> bool:
    if evidence.document != locator.document or _plain(evidence.quote) != _plain(locator.quote):
        return False
    try:
        return overlap(parse_place(evidence.place), locator.place) >= ENOUGH
    except ValueError:
        return False


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _option(choice: Choice, judgement: Judgement) -> str:
    """The option's id; if ids changed, the option with the same label."""
    if any(option.id == judgement.answer for option in choice.options):
        return judgement.answer
    same = [option.id for option in choice.options if option.label == judgement.answer_label]
    return same[0] if len(same) == 1 else judgement.answer
