"""What a letter suggests: events and outcomes, each with its words."""

from __future__ import annotations

from dataclasses import dataclass

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
    """What a letter suggests. Where `sure` is false a person is asked; `events` then are the likely ones."""

    events: tuple[EventSeen, ...]
    outcomes: tuple[QuestionSeen, ...]
    sure: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(one.event for one in self.events)
