"""What stands over a sentence: the question it answers, a heading's categories and period."""

from __future__ import annotations

from dataclasses import dataclass

from foidesk.model.observations import Where
from foidesk.model.periods import Period

from ..basis.measure import MeasureSeen
from ..basis.pieces import Piece

OTHER = "another question"
"""What the sentences below a question answer that is none of the survey's."""


@dataclass(frozen=True, slots=True)
class Over:
    """What stands over a sentence: the question it answers, a heading's categories and period.

    `dated`: the period is that of a line over a list ("Session 2021/22"), and ends with the list. `own`: all of it
    is the reply's own question, which this sentence answers and nothing else. `untimed`: it stands below a year
    and speaks of another time without saying which.
    """

    question: str = ""
    where: tuple[tuple[str, Where], ...] = ()
    period: Period | None = None
    heading: Piece | None = None
    measure: MeasureSeen | None = None
    dated: bool = False
    own: bool = False
    untimed: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, bullet or answer of the reply."""

    piece: Piece
    over: Over
    block: int

    @property
    def text(self) -> str:
        return self.piece.text
