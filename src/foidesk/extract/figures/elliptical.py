"""Words that deny a category without naming it again: "30 were upheld and 46 were not"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foidesk.words.matching import CategoryHit

from ..basis.ground import Ground

_NOT = re.compile(
    r"\b(?:(?:were|was|are|is|had|have|did)\s+not|(?:were|was|are|is|had|have|did)n['’]t|(?:wurden?|waren?|sind|ist)\s+nicht)\b"
    r"(?=\s*(?:[.;,:)]|$|\b(?:and|und)\b))",
    re.IGNORECASE,
)


def denied(
    ground: Ground, text: str, held: Sequence[tuple[str, CategoryHit]]
) -> Iterator[tuple[str, CategoryHit]]:
    """The category that the codebook has for what is denied: "not upheld"; none where it has no such words."""
    for found in _NOT.finditer(text):
        before = [(name, hit) for name, hit in held if hit.end <= found.start()]
        if not before or any(hit.start < found.end() and found.start() < hit.end for _, hit in held):
            continue
        name, hit = before[-1]
        words = f"not {text[hit.start : hit.end]}"
        whole = [one for one in ground.matchers[name].find(words) if (one.start, one.end) == (0, len(words))]
        if len(whole) == 1 and not whole[0].negated and not hit.negated and whole[0].where.categories:
            yield name, replace(whole[0], start=found.start(), end=found.end())
