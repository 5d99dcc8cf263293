"""What every shape shares: making a figure of a match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from ..figure import Figure
from ..pieces import is_spelt, step

Shape = Callable[[str], Iterator[Figure]]
FLAGS = re.IGNORECASE
DASH = r"\s?[-‐‑–—]\s?"
TO = rf"(?:{DASH}|\s(?:to|or)\s)"


def figure(found: re.Match[str], kind: str, number: Decimal | None, at: tuple[int, int], **more: object) -> Figure:
    words = found.string[at[0] : at[1]]
    given: dict[str, object] = {"lo": number, "hi": number, "spelt": is_spelt(words), "step": step(words)}
    given |= more
    return Figure(*found.span(), found[0], kind, *at, number, **given)  # type: ignore[arg-type]


def ranged(found: re.Match[str], kind: str, lo: Decimal, hi: Decimal, **more: object) -> Figure | None:
    if lo >= hi:
        return None
    start, end = found.start("a"), found.end("b")
    return figure(found, kind, None, (start, end), lo=lo, hi=hi, hedge="between", **more)
