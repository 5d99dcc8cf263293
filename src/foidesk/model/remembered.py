"""What was found out about a short text is remembered: the letters of a survey say much over and over."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

LONGEST = 2000
"""A longer text, such as the whole of a document, is looked at anew, so that memory stays bounded."""
HELD = 8192
P = ParamSpec("P")
T = TypeVar("T")


def remembered(find: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """As `find`, a function of a text and of things that never change; the last `HELD` answers are kept."""
    held = lru_cache(maxsize=HELD)(find)

    @wraps(find)
    def _found(text: str, /, *rest: P.args, **named: P.kwargs) -> T:
        known = held if len(text) <= LONGEST else find
        return known(text, *rest, **named)  # type: ignore[arg-type]

    return _found
