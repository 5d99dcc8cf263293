"""Figures of a sentence that take their unit or their sense from the words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from foidesk.words.figures import Figure

_TO = re.compile(r"\s(?:to|and|or)\s|\s?[-–]\s?")
"""Between two ends that have one unit: "from 23 to 76 per cent"."""
_POINTS = re.compile(r"\spoints?\b(?!\s(?:to|of|out|made|raised))")
_NONE = re.compile(r"\b(?:neither|nor|no|not|never|without|none)\b|n['’]t\b", re.IGNORECASE)


def read_alike(figures: tuple[Figure, ...], text: str) -> Iterator[Figure]:
    """The figures, the first end of a range in the unit of the second, and "not … a single" as none."""
    for place, one in enumerate(figures):
        after = figures[place + 1] if place + 1 < len(figures) else None
        if after is not None and _is_end(one, after, text):
            yield replace(one, kind=after.kind, unit=after.unit, step=one.step or after.step)
        elif one.kind == "count" and _POINTS.match(text, one.end):
            yield replace(one, kind="points", end=one.end, unit="percentage points", step=one.step or Decimal(1))
        elif one.text.lower() in ("a single", "single") and _NONE.search(text[: one.start]):
            yield replace(one, kind="none", value=Decimal(0), lo=Decimal(0), hi=Decimal(0))
        else:
            yield one


def _is_end(one: Figure, after: Figure, text: str) -> bool:
    if one.kind != "count" or after.kind not in ("percent", "duration", "points") or one.unit:
        return False
    before = re.search(r"\b(?:from|between)\s(?:just\s|about\s)?$", text[: one.start], re.IGNORECASE)
    return before is not None and _TO.fullmatch(text[one.end : after.start]) is not None
