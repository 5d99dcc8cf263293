"""Statements of replies, and the account of every number in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from .guidelines import Citation
from .issues import Issue
from .periods import Period
from .places import Locator
from .values import Amount, Missing, Text, Value

ROLES = ("case row", "cell", "total", "prose")
LISTED = "list in "
"""Begins the `table` of a list inside a sentence: its numbers add up, yet it is prose and makes no total."""
TOLD_IN = "told in "
"""Begins the `table` of the cases that one passage tells one by one: each another case, all inside the totals."""
UNREAD_IN = "told in an unread sentence"
"""Begins the `table` of what a sentence speaks of that nothing reads: any number of cases."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a set: a category, a band of ranks, "resigned/retired". `phrase` are the reply's own words.

    An empty set with a phrase means: stated, in words that nobody has coded yet.
    """

    categories: tuple[str, ...]
    phrase: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "categories", tuple(sorted(set(self.categories))))


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of these at once: "harassment; disclosure" in one cell."""

    categories: tuple[str, ...]
    phrase: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "categories", tuple(sorted(set(self.categories))))


Where = OneOf | AllOf


@dataclass(frozen=True, slots=True)
class Observation:
    """One statement of a reply: *so many* (measure, unit, value) *where* (variable: categories) *when*.

    A variable absent from `where` is unrestricted. `role` is "case row" (a case of its own, value mostly 1),
    "cell" (part of a breakdown), "total" (a printed total: a check, never added to its parts) or "prose".
    `table` and `row` name the table (unique in the document) and its row, from 0; "" and -1 for prose.
    `places` holds a locator for each part: "value", "row", "heading", "unit", "period", and "where:<variable>".
    `choice` and `option` are set while several readings are possible (see `Choice`). `scope` are the reply's words
    that limit whom its figures cover ("police officers only"), `within` the categories they mean, if the codebook
    knows them. `stage` is filled where its measure asks for one.
    """

    id: str
    body: str
    document: str
    measure: str
    value: Value
    role: str
    where: Mapping[str, Where] = field(default_factory=dict)
    period: Period | None = None
    relation: str = "="
    table: str = ""
    row: int = -1
    places: Mapping[str, Locator] = field(default_factory=dict)
    choice: str = ""
    option: str = ""
    stage: str = ""
    scope: str = ""
    within: Mapping[str, Where] = field(default_factory=dict)
    accepted_by: str = ""

    def __post_init__(self) -> None:
        if self.role not in ROLES:
            raise ValueError(f"role is one of {', '.join(ROLES)}, not {self.role!r}")
        if not self.places:
            raise ValueError("an observation needs the place that it was read from")
        if isinstance(self.value, Amount) and self.relation not in ("=", "<=", ">=", "in"):
            raise ValueError(f"unknown relation {self.relation!r}")

    @property
    def amount(self) -> Amount | None:
        """The number, or None if the value is missing or words."""
        return None if isinstance(self.value, Missing | Text) else self.value

    @property
    def is_unread(self) -> bool:
        """True for words that nothing reads: any number of cases."""
        return self.table.startswith(UNREAD_IN)

    @property
    def is_case(self) -> bool:
        """True for a case of its own: a row of a list, or one that a sentence tells."""
        return self.role == "case row" or (self.table.startswith(TOLD_IN) and not self.is_unread)

    def locators(self) -> Iterable[Locator]:
        return self.places.values()


STATUSES = ("read", "ignored", "open")


@dataclass(frozen=True, slots=True)
class NumberSeen:
    """A number of the raw characters, and what became of it.

    `status` "read" (the value of an observation, or a total used in a check: `name` is its id), "ignored"
    (`name` is the entry of the IGNORED registry) or "open". `count` is above 1 for a region taken as one.
    """

    text: str
    locator: Locator
    status: str
    name: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer to a choice. `observations` are the ids that hold under it."""

    id: str
    label: str
    observations: tuple[str, ...] = ()
    value: str = ""
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """An open question that a person, or a named rule, must answer.

    `kind`: "coding" (which category a phrase means), "reading" (what a table or number is), "unread" (whether a
    sentence that nothing reads tells of cases), "contradiction" (which of two figures stands), "version" (which of
    two replies), "twin" (which of two lists), "withdrawn" (may figures stand that the body has taken back), "body"
    (who sent it), "counted-as" (may a count of people stand for cases, or one scope, stage or date for another),
    "disclosure" (may figures be published from which a withheld number follows).
    `settled` is the option that a named rule took because the evidence leaves no other: nobody need answer, and a
    person may still choose otherwise.
    It hangs on evidence, never on a derived id: documents, places and quotes; for a coding the variable,
    codebook version, normalised phrase and body.
    """

    id: str
    kind: str
    question: str
    options: tuple[Option, ...]
    body: str = ""
    locators: tuple[Locator, ...] = ()
    variable: str = ""
    phrase: str = ""
    weight: int = 0
    settled: str = ""


@dataclass(frozen=True, slots=True)
class Footing:
    """A printed total beside the parts that should add to it."""

    total: str
    parts: tuple[str, ...]
    printed: str
    summed: str
    holds: bool
    what: str


@dataclass(frozen=True, slots=True)
class StatusSeen:
    """What a reply's own words say about one question ("" if about the whole letter)."""

    question: str
    outcome: str
    section: str = ""
    act: str = ""
    locator: Locator | None = None


@dataclass(frozen=True, slots=True)
class VersionSeen:
    """What a letter says of an answer given before, or of its own: of some questions, or of all (none named).

    `kind`: "interim" (more will follow), "final", "corrected", "after review", or "withdrawn" (it takes the answer
    back). `replaces`: where the letter says that it takes the place of an earlier one as a whole; None if nowhere.
    """

    kind: str
    questions: tuple[str, ...] = ()
    locator: Locator | None = None
    replaces: Locator | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a letter corrects in an answer: `new` for `old`, None where it does not name that.

    Without a new figure the letter only says that the old one is wrong: until there is one, nobody knows it.
    `measures`, `where` and `period` are as far as the sentence tells them; `whole` if it speaks of a total.
    `value` is the place of the new figure, `said` that of the sentence. `sure`: the words leave no doubt that
    `new` is the right figure of what they name, though they do not repeat the old one. `stands`: nothing is
    corrected, the total named is said to be unchanged. `doubted`: words beside it say more of the figure, so
    that a person decides what it is for.
    """

    new: Decimal | None
    old: Decimal | None
    measures: tuple[str, ...]
    where: Mapping[str, Where]
    period: Period | None
    whole: bool
    value: Locator
    said: Locator
    sure: bool = False
    stands: bool = False
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was extracted from one delivery: statements, account of numbers, checks, what is open."""

    delivery: str
    observations: tuple[Observation, ...] = ()
    account: tuple[NumberSeen, ...] = ()
    footings: tuple[Footing, ...] = ()
    choices: tuple[Choice, ...] = ()
    statuses: tuple[StatusSeen, ...] = ()
    issues: tuple[Issue, ...] = ()
    kind: str = ""
    version: VersionSeen | None = None
    corrections: tuple[Correction, ...] = ()
    citations: tuple[Citation, ...] = ()

    def open_numbers(self) -> tuple[NumberSeen, ...]:
        return tuple(number for number in self.account if number.status == "open")
