"""Nouns of which a part is made when it is first asked for: few of the million cells of a workbook are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, TypeVar

Maker = Callable[[], tuple[Any, ...]]


class Later:
    """A frozen dataclass with slots that may leave a field unmade; whoever looks at it sees no difference."""

    __slots__ = ("_later",)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Called only for a field whose slot is empty."""
            pending = later_of(self)
            if pending is None or pending[0] != name:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            value = pending[1]()
            object.__setattr__(self, name, value)
            object.__setattr__(self, "_later", None)
            return value


Noun = TypeVar("Noun", bound=Later)


def later_of(noun: Later) -> tuple[str, Maker] | None:
    """The field that is not made yet and what makes it; None if all are."""
    try:
        pending: tuple[str, Maker] | None = object.__getattribute__(noun, "_later")
    except AttributeError:
        return None
    return pending


def made_later(noun: type[Noun], name: str, make: Maker, /, **given: Any) -> Noun:
    """The noun with the given fields, and the named one made by `make` once somebody asks for it."""
    made = object.__new__(noun)
    for part in fields(noun):  # type: ignore[arg-type]
        if part.name in given:
            object.__setattr__(made, part.name, given[part.name])
        elif part.name != name and part.default is not MISSING:
            object.__setattr__(made, part.name, part.default)
    object.__setattr__(made, "_later", (name, make))
    return made
