"""What a letter suggests: events and outcomes, each with its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .folding import QuestionSeen

EVENTS = (
    "acknowledged", "auto-reply", "clarification asked", "clock restarted", "fee asked", "extended", "transferred",
    "holding", "part reply", "final reply", "portal", "bounce", "review outcome", "regulator", "retraction",
    "correction", "not a reply",
)  # fmt: skip
REPLIES = ("part reply", "final reply", "review outcome", "correction")


@dataclass(frozen=True, slots=True)
class EventSeen:
    """One thing that a letter says happened, with its words, and the questions (from 1) that they name."""

    event: str
    words: str
    questions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterSeen:
    """What a letter suggests. Where `sure` is false a person is asked: `events` are what its wording says,
    `likely` what to offer first.
    """

    events: tuple[EventSeen, ...]
    outcomes: tuple[QuestionSeen, ...]
    sure: bool = True
    likely: tuple[EventSeen, ...] = ()

    @property
    def suggested(self) -> tuple[EventSeen, ...]:
        """The events to show first, sure or not."""
        return self.likely or self.events

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(one.event for one in self.events)


@dataclass(frozen=True, slots=True)
class FirstReading:
    """What the wording alone says, and what it would say of the same letter as a reply, or as none.

    `answers`: the outcomes if it is a reply, whatever event it was taken for. `step`: the letter if no sentence of
    it answers a question; None where one names its question by number. `open`: it words a step not yet closed.
    """

    seen: LetterSeen
    answers: tuple[QuestionSeen, ...] = ()
    step: LetterSeen | None = None
    open: bool = False
    worded: Mapping[str, int] = field(default_factory=dict)
    hinted: frozenset[str] = frozenset()
