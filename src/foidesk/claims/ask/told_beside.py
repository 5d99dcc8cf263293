"""What a sentence tells beside its figures that the replies do not bear out: then a person is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .evaluate import REFUSED, Bench
from .reading import Asked
from .sentence import IN_PART, Sentence

_AMID = re.compile(
    r"\b(?:amid|despite|in spite of|notwithstanding|against a background of|against a backdrop of)\s"
    r"(?:an?\s|the\s|its\s|their\s)?"
    r"(?:[a-z-]+\s){0,2}?(?:ris|fall|soar|grow|declin|increas|decreas|shrink|dwindl|surg|plung|plummet|slump|dropp|climb|"
    r"mount|rocket)(?:ing|ed)\s[a-z]+",
    re.IGNORECASE,
)
"""A move of something else, told as what goes along with the figure."""
_AMONG_THEM = re.compile(r",\s(?:with\s)?[\w -]{3,40}\s(?:among them|included)\b")


_ALONE = re.compile(r",?\s(?P<how>alone)\b", re.IGNORECASE)
"""Behind a kind: of that one, and of none beside it."""


def narrowed(one: Sentence) -> Iterator[tuple[int, int]]:
    """Where a kind is told as the only one: "by dismissal *alone*", which no reply says of its figures."""
    for seen in one.every_kind:
        if found := _ALONE.match(one.plain, seen.end):
            yield found.span("how")


def denied(one: Sentence, every: Sequence[Asked], bench: Bench) -> str:
    """The first such words; "" if there are none."""
    if found := _AMID.search(one.plain):
        return found[0]
    for found in IN_PART.finditer(one.text):
        ahead = [seen.body for seen in one.bodies if found.start() - 2 <= seen.end <= found.start()]
        if ahead and not _answered_in_part(ahead[0], bench):
            return found[0].strip(", ")
    measures = {reading.measure for asked in every for reading in asked.readings if reading.measure}
    for found in _AMONG_THEM.finditer(one.plain):
        inside = [seen.body for seen in one.bodies if found.start() <= seen.start < found.end()]
        if any(body not in bench.answered(measure) for body in inside for measure in measures):
            return found[0].strip(", ")
    return ""


def _answered_in_part(body: str, bench: Bench) -> bool:
    """True if the body left out an answer, and gave another."""
    ways = {one.outcome for one in bench.outcomes if one.body == body}
    return "partial" in ways or bool(ways & set(REFUSED) and "full" in ways)
