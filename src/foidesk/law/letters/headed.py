"""Letters whose answers stand below heads or labels in place of numbers: "Consultants", "Policy: ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cues import Cues
from .topics import Topics

LEAST = 2
"""Heads of so many different questions make a letter one that is laid out so."""
_HEAD = re.compile(r"[^\W\d_][^\n.?!;:]{2,70}$")
_LABEL = re.compile(r"(?P<head>[^\W\d_][^\n.?!;:]{2,70}):[ \t]+(?=\S)")
MOST = 9
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|cannot|could|may|must|shall|should|we|i|you|"
    r"ist|sind|wird|werden|kann|dear|yours|thank|please|regards|sincerely)\b",
    re.IGNORECASE,
)


def heads(blocks: Sequence[str], questions: Sequence[str], cues: Cues) -> dict[int, tuple[int, int, int]]:
    """By paragraph the question that its head names, and where the head begins and ends in it.

    A head names one question clearly. Nothing where a letter has numbers, or heads of fewer than `LEAST`
    questions, where two name the same, or where no more than two stand in another order than our questions.
    """
    if len(questions) < LEAST or any(_NUMBERED.match(block) for block in blocks):
        return {}
    topics = Topics(questions, cues)
    found: dict[int, tuple[int, int, int]] = {}
    for at, block in enumerate(blocks):
        first, _, rest = block.partition("\n")
        below = rest.strip() or (at + 1 < len(blocks) and not _is_head(blocks[at + 1].partition("\n")[0]))
        label = _LABEL.match(block)
        if _is_head(first) and below and (best := topics.best(first)):
            found[at] = (best[0], 0, len(first))
        elif label and _is_head(label["head"]) and (best := topics.best(label["head"])):
            found[at] = (best[0], 0, label.end())
    named = [one for one, _, _ in found.values()]
    apart = len(set(named)) == len(named) >= LEAST
    return found if apart and (named == sorted(named) or len(named) > LEAST) else {}


_NUMBERED = re.compile(r"> |\W{0,3}(?:q|question|item|part|point|request)?\W?\d{1,2}\s?[.):-]\s", re.IGNORECASE)


def _is_head(line: str) -> bool:
    return bool(_HEAD.match(line)) and len(line.split()) <= MOST and not _FINITE.search(line)
