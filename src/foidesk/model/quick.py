"""Building many immutable nouns at a third of the price: a million cells make three million of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, field, fields, make_dataclass
from functools import cache
from typing import Any, TypeVar

Noun = TypeVar("Noun")


def has_maker(noun: type) -> bool:
    """True for a noun that checks nothing, inherits nothing and has slots: only such may be built past itself."""
    plain = noun.__bases__ == (object,) and "__slots__" in vars(noun) and not hasattr(noun, "__post_init__")
    return plain and all(part.default_factory is MISSING for part in fields(noun))


@cache
def maker(noun: type[Noun]) -> Callable[..., Noun]:
    """What builds the noun, a frozen dataclass with slots and without checks of its own, by its fields in order.

    A frozen dataclass sets each field through `object.__setattr__`. This fills a twin that is not frozen, with the
    same slots, and then makes it the noun: equal, hashable and frozen like any other.
    """
    known = [(part.name, Any, field(default=part.default)) for part in fields(noun)]  # type: ignore[arg-type]
    twin = make_dataclass(noun.__name__, known, slots=True, eq=False, repr=False)

    def make(*given: Any, **named: Any) -> Noun:
        made: Any = twin(*given, **named)
        made.__class__ = noun
        return made  # type: ignore[no-any-return]

    return make
