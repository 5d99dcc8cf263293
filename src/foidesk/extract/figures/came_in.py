"""Headings that say what is counted and only that it came in: "Requests: number received", "Claims made"."""

from __future__ import annotations

import re

from ..basis.ground import Ground

_PREFIX = re.compile(r"^(?P<of>[^:]{3,40}):\s+(?=\S)")
_CAME_IN = re.compile(
    r"\b(?:(?:total|number|no\.?|count)\s+)?(?:of\s+)?"
    r"(?:received|reported|recorded|made|registered|logged|lodged|eingegangen|gemeldet)\b",
    re.IGNORECASE,
)


def came_in(ground: Ground, text: str) -> str:
    """The measure of counts of which a heading says no more than that they came in; else ""."""
    prefix = _PREFIX.match(text)
    noun = prefix["of"] if prefix is not None else _CAME_IN.sub(" ", text)
    hit = ground.headings.heading(noun) if noun.strip() and _CAME_IN.search(text) else None
    if hit is None or hit.kind != "measure" or not hit.id:
        return ""
    rest = text[prefix.end() :] if prefix is not None else ""
    counted = ground.context.codebook.measure(hit.id).type == "count"
    return hit.id if counted and not _CAME_IN.sub("", rest).strip() else ""


def of_measure(ground: Ground, text: str) -> str:
    """The words before a colon that name what is counted: "Requests" of "Requests: completed on time"; else ""."""
    found = _PREFIX.match(text)
    hit = ground.headings.heading(found["of"]) if found is not None else None
    return found["of"] if found is not None and hit is not None and hit.kind == "measure" else ""
