"""What is measured, and in which words it is answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from .values import AMOUNTS, Amount

_LEVEL = re.compile(
    r"\b(?:median|mean|average|typical|percent(?:age)?|per cent|proportion|rate|ratio)\b", re.IGNORECASE
)
_PER_CENT = ("%", "per cent", "percent", "pc")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted or weighed: its unit, its type ("count", "money", ...), and the nouns that name it.

    `people` counted are never added to `cases`: two measures add only under a "counted as" judgement.
    `adds` says whether figures of parts add to that of the whole; None leaves it to the type and the words.
    `at_most` names a measure that is never smaller in the same cases ("people" are at most "incidents"),
    `because` says why. The rules by which the survey counts: `prefer` are words of the unit that counts first
    where a reply gives one thing in two ("FTE" before heads); `rough` takes "about 5" as 5; `none_alone` takes
    "nobody solely for it", where no number stands beside it, as none. `stage` ("found") and `dated_by`
    ("recorded") are set where only cases at that stage, or dated in that way, are asked for. `each`: it
    counts the bodies themselves, so that an answer in words ("Not currently") is the one case of its body.
    """

    id: str
    label: str
    unit: str
    type: str = "count"
    nouns: tuple[str, ...] = ()
    adds: bool | None = None
    at_most: str = ""
    because: str = ""
    prefer: tuple[str, ...] = ()
    rough: bool = False
    none_alone: bool = False
    stage: str = ""
    dated_by: str = ""
    each: bool = False

    @property
    def additive(self) -> bool:
        """False for shares, rates, durations and averages: their parts may never be added."""
        if self.adds is not None:
            return self.adds
        named = " ".join((self.label, self.unit, *self.nouns))
        return self.type in ("count", "money", "quantity") and not (self.in_per_cent or _LEVEL.search(named))

    @property
    def in_per_cent(self) -> bool:
        """True where the unit itself is the per cent: 70 stands for 70 %."""
        return self.type != "share" and self.unit.casefold() in _PER_CENT

    @property
    def amount(self) -> Callable[[Decimal, Decimal | None, str], Amount]:
        """The type of its values."""
        return AMOUNTS[self.type]


@dataclass(frozen=True, slots=True)
class Category:
    """One answer to a variable. `parent` names the group that holds it; `missing` a reason if it is no answer."""

    id: str
    label: str
    parent: str = ""
    synonyms: tuple[str, ...] = ()
    missing: str = ""
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Variable:
    """What distinguishes cases: its categories, and the words that head a column or a list of it.

    `multiple` is true where one case can have several categories at once; such a variable is no partition.
    `open` is true where the bodies' own labels are kept as they are and need no coding (hospital names).
    """

    id: str
    label: str
    question: str = ""
    names: tuple[str, ...] = ()
    multiple: bool = False
    categories: tuple[Category, ...] = ()
    open: bool = False

    def category(self, id: str) -> Category:
        """The category of that id; KeyError if there is none."""
        for category in self.categories:
            if category.id == id:
                return category
        raise KeyError(id)

    def leaves(self, id: str) -> frozenset[str]:
        """The category itself and all below it."""
        found = {id}
        for _ in self.categories:
            found |= {category.id for category in self.categories if category.parent in found}
        return frozenset(found)

    def widest(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of the categories that lie below no other of them: "officer" of "officer, constable"."""
        every = frozenset(ids)
        return every - frozenset[str]().union(*(self.leaves(id) - {id} for id in every))

    def roots(self) -> Iterator[Category]:
        return (category for category in self.categories if not category.parent)


@dataclass(frozen=True, slots=True)
class Codebook:
    """Variables and measures of a survey; `version` goes up with every recoding."""

    version: int
    variables: tuple[Variable, ...] = ()
    measures: tuple[Measure, ...] = ()

    def variable(self, id: str) -> Variable:
        """The variable of that id; KeyError if there is none."""
        for variable in self.variables:
            if variable.id == id:
                return variable
        raise KeyError(id)

    def measure(self, id: str) -> Measure:
        """The measure of that id; KeyError if there is none."""
        for measure in self.measures:
            if measure.id == id:
                return measure
        raise KeyError(id)
