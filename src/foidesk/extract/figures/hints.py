"""What a heading announces by itself: the kind of what stands below it, and its variable."""

from __future__ import annotations

from ..basis.ground import Ground


def hint_kind(ground: Ground, hint: str) -> str:
    """The kind of a heading: "variable", "measure", "period", "id" ... or ""."""
    hit = ground.headings.heading(hint) if hint.strip() else None
    return hit.kind if hit else ""


def may_be(ground: Ground, text: str, kind: str) -> bool:
    """True if a heading can be of that kind, even where it can be another as well ("No." counts or numbers)."""
    return any(hit.kind == kind for hit in ground.headings.headings(text)) if text.strip() else False


def hint_variable(ground: Ground, hint: str) -> str:
    """The variable that a heading names, or ""."""
    hit = ground.headings.heading(hint) if hint.strip() else None
    return hit.id if hit and hit.kind == "variable" else ""
