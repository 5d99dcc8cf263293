"""What the survey hands over to be published: nouns joined, and nothing private by type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from foidesk.model import (
    Box,
    Choice,
    Citation,
    Claim,
    Delivery,
    Evidence,
    Finding,
    Issue,
    Judgement,
    NumberSeen,
    Observation,
    Outcome,
    Reading,
    SurveyDefinition,
)

from .figures import Figures

ImageMaker = Callable[[str, int, tuple[Box, ...]], bytes | None]
"""`image(document SHA-256, page from 1, boxes)`: a PNG of the page as displayed, or None if it has no picture.

The report passes no boxes: it lays its marks over the picture as HTML, so that each can be linked to.
"""

DESK = "the data desk"
PERSON = "a person"
"""What an observation gives as its confirmer when it was one of the desk; the page prints the desk."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule that may confirm a reading, and what it does in one sentence."""

    name: str
    does: str


@dataclass(frozen=True, slots=True)
class PublicJudgement:
    """A decision as the public may see it: no person's name, no private note. `by` is a rule or the desk."""

    id: str
    at: str
    kind: str
    by: str
    answer: str
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    revokes: str = ""

    @classmethod
    def of(cls, judgement: Judgement, rules: Iterable[Rule] = (), desk: str = DESK) -> PublicJudgement:
        """The public side of a judgement: the name of a known rule stays, any other name becomes the desk."""
        by = judgement.who if judgement.who in {rule.name for rule in rules} else desk
        answer = judgement.answer_label or judgement.answer
        return cls(
            judgement.id, judgement.at, judgement.kind, by, answer, judgement.reason, judgement.evidence,
            judgement.revokes,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class NumberAccount:
    """What became of the numbers of one document: how many were read, ignored (by which entry), left open."""

    document: str
    read: int
    ignored: tuple[tuple[str, int], ...] = ()
    open: int = 0

    @classmethod
    def of(cls, document: str, seen: Iterable[NumberSeen]) -> NumberAccount:
        """The account summed by what became of each number; a region taken as one counts as its numbers."""
        statuses: Counter[str] = Counter()
        ignored: Counter[str] = Counter()
        for number in seen:
            statuses[number.status] += number.count
            if number.status == "ignored":
                ignored[number.name] += number.count
        return cls(document, statuses["read"], tuple(sorted(ignored.items())), statuses["open"])

    @property
    def ignored_total(self) -> int:
        return sum(count for _, count in self.ignored)

    @property
    def total(self) -> int:
        return self.read + self.ignored_total + self.open


@dataclass(frozen=True, slots=True)
class CodedTwice:
    """How far people who coded a variable's phrases apart from each other agree; no names. "–" if not defined."""

    variable: str
    coders: int
    phrases: int
    alike: str
    kappa: str
    alpha: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure that was published and came out otherwise later: the day, what it is, old and new in words."""

    on: str
    finding: str
    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class BodyReply:
    """What a body answered to its figures before print, on which day, and the finding that it says is wrong."""

    body: str
    said: str
    on: str
    disputes: str = ""


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A place where the reply of a body cites guidance."""

    body: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Publication:
    """All that a site is made of.

    `observations` by id holds every observation that a finding names, and any other that should be in the data.
    `readings` by SHA-256 give the words around a cited place. `chosen_cases` are the ids of the case rows that
    may be told one by one: no other case row is printed, in words, in data or in a picture.
    `figures` are the bodies' figures that the findings were computed from, for others to compute them again.
    `tiles` is the survey's own layout of the tile map, as CSV; "" for one that comes with the program.
    `whole` are the documents that a person chose to publish whole, `originals` those whose bytes are.
    `last_event` (ISO 8601) dates the whole site: nothing asks the clock.
    """

    definition: SurveyDefinition
    findings: tuple[Finding, ...]
    observations: Mapping[str, Observation]
    deliveries: tuple[Delivery, ...]
    outcomes: tuple[Outcome, ...]
    last_event: str
    readings: Mapping[str, Reading] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    story: str = ""
    issues: tuple[Issue, ...] = ()
    choices_open: tuple[Choice, ...] = ()
    choices_answered: tuple[Choice, ...] = ()
    judgements: tuple[PublicJudgement, ...] = ()
    accounts: tuple[NumberAccount, ...] = ()
    rules: tuple[Rule, ...] = ()
    tools: tuple[str, ...] = ()
    chosen_cases: tuple[str, ...] = ()
    desk: str = DESK
    letter: str = ""
    corrections: tuple[Correction, ...] = ()
    tiles: str = ""
    coded_twice: tuple[CodedTwice, ...] = ()
    figures: Figures | None = None
    replies: tuple[BodyReply, ...] = ()
    cited: tuple[CitedBy, ...] = ()
    whole: tuple[str, ...] = ()
    originals: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def own_words(self) -> str:
        """What the desk itself wrote for publication."""
        return own_words(self.definition, self.story)

    def tells(self, observation: Observation) -> bool:
        """True if the observation may be printed on its own: it is no single case, or stands in a chosen one."""
        if not observation.is_case or observation.id in self.chosen_cases:
            return True
        chosen = (self.observations[id] for id in self.chosen_cases if id in self.observations)
        return observation.row >= 0 and any(_row(each) == _row(observation) for each in chosen)

    def confirmer(self, observation: Observation) -> tuple[str, str]:
        """Who accepted the observation (a rule, or the desk: never a name) and when; ("", "") if nobody did."""
        by = observation.accepted_by
        if by == PERSON:
            return self.desk, ""
        if by in {rule.name for rule in self.rules}:
            return f"the rule “{by}”", ""
        for judgement in self.judgements:
            if judgement.id == by:
                return judgement.by, judgement.at
        return (self.desk, "") if by else ("", "")


def own_words(definition: SurveyDefinition, story: str) -> str:
    """What the desk itself writes for publication: a name in it is told on purpose."""
    told = (one for statement in definition.statements for one in (statement.office, statement.text))
    named = (name for body in definition.bodies for name in body.names)
    return " ".join((story, definition.title, definition.summary, *told, *named))


def _row(observation: Observation) -> tuple[str, str, int]:
    return observation.document, observation.table, observation.row
