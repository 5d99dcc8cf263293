"""The numbers by which a reply repeats our request: its answers go by these, not by those of the survey.

A survey may hold three of the ten questions of a letter. "5. How many were lost?" in the request that the reply
prints makes "5. 12" the answer to the survey's question in these words, be it the survey's second.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from foidesk.model.periods import Period

from .asked_period import is_of_these, period_asked
from .asking import asks, in_other_words
from .ground import Ground
from .near import by_number, numbered, quoted_question

_SEVERAL = "+"


@dataclass(frozen=True, slots=True)
class Echo:
    """What a number of the repeated request stands for: our question ("" if it is none of ours), and its days."""

    question: str
    days: Period | None = None


@dataclass
class Echoes:
    """The numbered questions that a reply has repeated so far."""

    ground: Ground
    _worded: dict[str, Echo] = field(default_factory=dict)
    _heard: set[str] = field(default_factory=set)
    _days: Period | None = None
    _last: str = ""

    def hear(self, text: str) -> None:
        """Keeps a line that asks by its number. Of a number that asks two things nothing is known."""
        seen = numbered(text)
        if seen is None and self.ground.period_in(text):
            self._undated()
        if seen is None or _SEVERAL in seen[0] or not asks(text):
            return
        words = text[seen[1] :]
        question = quoted_question(self.ground, words, by_number(self.ground, seen[0]))
        question = question or in_other_words(self.ground, words)
        self._days = self._days if is_of_these(self.ground, words) else period_asked(self.ground, words)
        echo = Echo(question, self._days) if question else None
        before = self._worded.pop(seen[0], None)
        if echo is not None and before in (None, echo):
            self._worded[seen[0]] = echo
        self._heard.add(seen[0])
        self._last = seen[0]

    def _undated(self) -> None:
        """ "And in 2023?" goes on with the question before it, which asks about two years then."""
        if (echo := self._worded.get(self._last)) is not None:
            self._worded[self._last] = Echo(echo.question)
        self._days = None

    def heard(self, text: str) -> tuple[str, int] | None:
        """The number before a text and where the text goes on, if the request repeated has that number."""
        seen = numbered(text)
        return seen if seen is not None and seen[0] in self._heard else None

    def of(self, text: str) -> Echo | None:
        """What the number before an answer stands for; None where the request, or the answer itself, says it."""
        seen = numbered(text)
        if seen is None or asks(text) or quoted_question(self.ground, text[seen[1] :]):
            return None
        number = seen[0] if seen[0] in self._worded else seen[0].rstrip("abcdefgh")
        if number in self._worded:
            return self._worded[number]
        mine = by_number(self.ground, seen[0])
        taken = mine in {echo.question for echo in self._worded.values()}
        return Echo("") if seen[0] in self._heard and taken else None
