"""Words that count without a number: "several complaints". Nothing is read of them, and a person is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from foidesk.model.issues import Issue
from foidesk.model.observations import Observation

from ..basis.ground import Ground
from ..figures.seen import look
from ..sentences.said import Said
from .left_alone import ignored_as, remark

_SOME = re.compile(
    r"\b(?:several|some|many|numerous|multiple|various|(?:a|only\s+a|very)\s+few|a\s+couple\s+of|a\s+handful\s+of|"
    r"an?\s+(?:\w+\s+)?number\s+of|mehrere\w*|einige\w*|viele|etliche\w*|zahlreiche\w*|vereinzelte\w*|wenige\w*)\s+"
    r"(?:(?!of\b|the\b|other\b|different\b)[^\W\d]+\s+){0,2}?$",
    re.IGNORECASE,
)

_RULE = re.compile(r"\s+(?:are|is|can|will|may|would|sind|werden|können)\b", re.IGNORECASE)
"""Behind a noun: what is the rule, not what was."""


def vague(ground: Ground, said: Sequence[Said], found: Sequence[Observation]) -> Iterator[Issue]:
    """An issue for each measure of which the reply says "several" or the like, and no number at all."""
    told = {one.measure for one in found}
    for one in said:
        text = one.sentence.text
        seen = look(ground, text)
        if ignored_as(text) or remark(text):
            continue
        for noun in seen.nouns:
            some = _SOME.search(text[: noun.start])
            if some is None or noun.measure in told or _RULE.match(text, noun.end):
                continue
            told.add(noun.measure)
            place = ground.locator(one.sentence.piece)
            yield Issue(
                "vague-number", "warning",
                f"The reply says “{' '.join(text[some.start() : noun.end].split())}” and gives no number of them: "
                f"“{' '.join(text.split())[:160]}”",
                ground.where(place.place), "Ask the body for the number; until then its figure is not stated.",
                (place,), body=ground.context.body, key=f"{ground.document} {noun.measure} vague",
            )  # fmt: skip
