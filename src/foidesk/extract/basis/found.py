"""What one table or one run of text gave: statements, checks, open questions, oddities, numbers used by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from foidesk.model.issues import Issue
from foidesk.model.observations import Choice, Correction, Footing, Observation

from .pieces import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters whose numbers are explained: `name` of their structure, or the id of what reads them."""

    span: Span
    name: str
    read: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that one place of the reply gave. Adds up with `+`."""

    observations: tuple[Observation, ...] = ()
    footings: tuple[Footing, ...] = ()
    choices: tuple[Choice, ...] = ()
    issues: tuple[Issue, ...] = ()
    marks: tuple[Mark, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def __add__(self, other: Found) -> Found:
        return Found(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def together(found: Iterable[Found]) -> Found:
    """All of them as one."""
    parts = list(found)
    return Found(*(tuple(x for part in parts for x in getattr(part, f.name)) for f in fields(Found)))
