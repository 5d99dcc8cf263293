"""A letter that says that the figures of a year were wrong, and lists the right ones.

Each line of the lists corrects the figure of that kind and year in the earlier letter. Which that is, and whether
the new figures add up, `reconcile` looks at with all letters of the body at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foidesk.model.observations import Correction, Observation, Where
from foidesk.model.periods import Period
from foidesk.model.values import Amount

from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..basis.terms import total_word
from ..figures.seen import look
from ..sentences.over import Sentence
from ..sentences.said import Said
from .correcting import CORRECTS, MARKED

_RIGHT = re.compile(
    r"\b(?:correct(?:ed)?|right|revised|amended|updated)\s+(?:figures|numbers|totals|counts|columns?|tables?|lists?)\b"
    r"[^.]*\b(?:follows?|below|here|set\s+out|these)\b|\buse\s+(?:these|the\s+(?:figures|numbers|lists|tables)\s+(?:here|"
    r"below|above))\b[^.]*\b(?:in\s+place\s+of|instead\s+of|rather\s+than)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:my|our)\s+(?:\w+\s+){0,2}(?:e-?mail|letter|reply|response|message|answer|disclosure)s?\b"
    r"|\b(?:we|I)\s+(?:sent|gave|provided|supplied|disclosed)\b|\b(?:sent|given|provided|supplied)\s+(?:before|earlier|"
    r"previously|on)\b",
    re.IGNORECASE,
)


def corrected_lists(ground: Ground, found: Found, said: Sequence[Said]) -> Found:
    """What was found, the lists of right figures as corrections of another letter instead of statements."""
    sentences = [one.sentence for one in said]
    if not any(_EARLIER.search(one.text) for one in sentences):
        return found
    given = {period: one for one in sentences for period in _replaced(ground, one)}
    lines = {ground.locator(one.sentence.piece) for one in said if one.sentence.over.dated}
    wrong = {ground.locator(one.piece) for one in sentences if CORRECTS.search(one.text)} - lines
    told = [o for o in found.observations if o.period in given and o.places.get("row") in lines and _is_line(o)]
    vague = [o for o in found.observations if o.period in given and o.places.get("row") in wrong]
    others = [o for o in found.observations if o.period in given and o not in told and o not in vague]
    if len(told) < 2 or others:
        return found
    each = [_correction(ground, o, given[o.period]) for o in told if o.period is not None]
    made = tuple({(c.new, c.measures, _kinds(c), c.period): c for c in each}.values())
    ids = {o.id for o in (*told, *vague)}
    kept = tuple(o for o in found.observations if o.id not in ids)
    left = {o.id for o in kept}
    choices = tuple(
        one for one in found.choices
        if not (held := {id for option in one.options for id in option.observations}) or held & left
    )  # fmt: skip
    marks = tuple(Mark(mark.span, MARKED) if mark.name in ids else mark for mark in found.marks)
    return replace(found, observations=kept, choices=choices, marks=marks) + Found(corrections=made)


def _replaced(ground: Ground, sentence: Sentence) -> Iterator[Period]:
    """The one year whose right figures a sentence announces."""
    days = [one.period for one in look(ground, sentence.text).periods if one.period is not None]
    if _RIGHT.search(sentence.text) and len(set(days)) == 1:
        yield days[0]


def _is_line(one: Observation) -> bool:
    """True for an exact figure of prose that is of one kind, or of all."""
    exact = isinstance(one.value, Amount) and one.value.is_exact and one.role in ("prose", "cell", "total")
    return exact and all(where.categories or total_word(where.phrase) for where in one.where.values())


def _correction(ground: Ground, one: Observation, sentence: Sentence) -> Correction:
    assert isinstance(one.value, Amount)
    where: dict[str, Where] = {name: held for name, held in one.where.items() if held.categories}
    place = one.places["value"]
    return Correction(
        one.value.lo, None, (one.measure,), where, one.period, not where, place, ground.locator(sentence.piece)
    )


def _kinds(one: Correction) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted((name, where.categories) for name, where in one.where.items()))
