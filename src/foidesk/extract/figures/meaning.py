"""What one label says, and what the labels of an axis say together."""

from __future__ import annotations

from dataclasses import dataclass, field

from foidesk.model.observations import Where
from foidesk.model.periods import Period
from foidesk.words.parts_of_year import PartOfYear

from ..basis.pieces import Piece


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one label says. `unknown` is true for words that no term of the survey explains.

    `where` maps a variable to its categories; an unknown breakdown stands under "?" and its heading.
    `total` is "", "total" or "subtotal"; `names` is the variable that a spanning head announces. `part` is a part
    of a year that waits for the year it is of; until then it stands in `where` like an unknown breakdown.
    """

    piece: Piece | None = None
    where: tuple[tuple[str, Where], ...] = ()
    period: Period | None = None
    measure: str = ""
    total: str = ""
    percent: bool = False
    names: str = ""
    unknown: bool = False
    ambiguous: bool = False
    part: PartOfYear | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.where or self.period or self.measure or self.total or self.percent or self.names)


@dataclass(frozen=True, slots=True)
class Axis:
    """The labels of one column, or of one row of headings, read together.

    `kind`: "variable", "period", "part of year", "measure", "mixed", "unknown" or "blank"; `id` the variable it
    runs along.
    """

    kind: str
    id: str = ""
    labels: tuple[Meaning, ...] = field(default=())
