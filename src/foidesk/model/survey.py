"""One investigation, as the files of its folder define it."""

from __future__ import annotations

from dataclasses import dataclass

from .bodies import Outcome, PublicBody, Question
from .codebook import Codebook
from .comparing import ONLY_LISTED, Comparison, Denominator
from .findings import Finding, Query
from .guidelines import Guideline
from .issues import Issue
from .judgements import Attached
from .observations import Choice
from .periods import Period


@dataclass(frozen=True, slots=True)
class Basis:
    """Where the figures of an example come from: "published", "adjusted" or "rehearsal", with the source.

    `variable` is "" for the total of the measure, else the breakdown it speaks of.
    """

    body: str
    variable: str
    basis: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What an official said, by office, in our words unless `verbatim`."""

    id: str
    office: str
    date: str
    text: str
    source: str
    verbatim: bool = False
    basis: str = ""


@dataclass(frozen=True, slots=True)
class SurveyDefinition:
    """Title, period, questions, who is asked, codebook, findings asked for: what people wrote, nothing derived.

    `rehearsal` is true for an example: every page of its output then says so. `answers_hold`: for how many days an
    answer to a question before publication holds. `whole` and `originals` are the files (paths below replies/)
    that are to be published whole, and as they came. `own_laws` are the texts of the files in laws/.
    """

    id: str
    title: str
    period: Period | None
    law: str
    questions: tuple[Question, ...]
    bodies: tuple[PublicBody, ...]
    codebook: Codebook
    findings: tuple[Query, ...]
    guidelines: tuple[Guideline, ...] = ()
    statements: tuple[Statement, ...] = ()
    bases: tuple[Basis, ...] = ()
    rehearsal: bool = False
    summary: str = ""
    answers_hold: int = 30
    denominators: tuple[Denominator, ...] = ()
    comparison: Comparison = ONLY_LISTED
    whole: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()
    own_laws: tuple[str, ...] = ()

    def body(self, id: str) -> PublicBody:
        """The body of that id; KeyError if there is none."""
        for body in self.bodies:
            if body.id == id:
                return body
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class Results:
    """What the replies and the decisions give: findings, how each question ended, what is open, what is odd."""

    findings: tuple[Finding, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    choices: tuple[Choice, ...] = ()
    attached: tuple[Attached, ...] = ()
    issues: tuple[Issue, ...] = ()

    def answered(self) -> frozenset[str]:
        """The ids of the choices that a decision answers."""
        return frozenset(one.choice for one in self.attached if one.choice)

    def open_choices(self) -> tuple[Choice, ...]:
        """The choices that neither a decision nor a named rule answers, the most consequential first."""
        answered = self.answered()
        still = [choice for choice in self.choices if choice.id not in answered and not choice.settled]
        return tuple(sorted(still, key=lambda choice: (-choice.weight, choice.kind, choice.body, choice.id)))

    def stale(self) -> tuple[Attached, ...]:
        return tuple(one for one in self.attached if one.stale)
