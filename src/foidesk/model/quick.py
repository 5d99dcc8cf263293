"""Building many immutable nouns at a third of the price: a million cells make three million of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, fields, make_dataclass
from functools import cache
from typing import Any, TypeVar

Noun = TypeVar("Noun")


@cache
def maker(noun: type[Noun]) -> Callable[..., Noun]:
    """What builds the noun, a frozen dataclass with slots and without checks of its own, by its fields in order.

    A frozen dataclass sets each field through `object.__setattr__`. This fills a twin that is not frozen, with the
    same slots, and then makes it the noun: equal, hashable and frozen like any other.
    """
    known = [(part.name, Any, field(default=part.default)) for part in fields(noun)]  # type: ignore[arg-type]
    twin = make_dataclass(noun.__name__, known, slots=True, eq=False, repr=False)

    def make(*given: Any) -> Noun:
        made: Any = twin(*given)
        made.__class__ = noun
        return made  # type: ignore[no-any-return]

    return make
