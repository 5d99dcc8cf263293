"""A draft without its markup, each claim at its place: what a page shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from foidesk.model import Claim

from .draft import plain, read


@dataclass(frozen=True, slots=True)
class Annotated:
    """The plain text and, for each claim, the characters of it that the claim holds."""

    text: str
    spans: tuple[tuple[int, int, Claim], ...]


def annotate(text: str, claims: Iterable[Claim], markdown: bool = True) -> Annotated:
    """The draft as `check` read it; `claims` are those of the same text."""
    draft = (read(text) if markdown else plain(text)).as_shown()
    back = {draft.place(at): at for at in range(len(draft.plain))}
    spans = []
    for claim in claims:
        start = back[claim.start]
        spans.append((start, start + len(claim.text), claim))
    return Annotated(draft.plain, tuple(spans))
