"""Decisions by people or named rules. Their subject is evidence, never a derived id."""

from __future__ import annotations

from dataclasses import dataclass

UNREADABLE = "unreadable"
"""An answer to any question: the document does not tell. All its readings stay possible; it is not asked again."""

FIGURE = "figure"
"""The kind of a judgement that is no answer, but a figure that a person read and entered by hand."""
OUTCOME = "outcome"
"""The kind of a judgement that says how a question ended at a body: its evidence names both."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a judgement rests on.

    A region: `document` (SHA-256), `place` (as `describe()` prints it, in source coordinates), quoted words and
    the question asked. A phrase: `variable`, `codebook`, normalised `phrase` and `body`.
    """

    question: str
    document: str = ""
    place: str = ""
    quote: str = ""
    variable: str = ""
    codebook: str = ""
    phrase: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision: who, when, which answer, why. `reason` is public, `note` private.

    Revoked by a later row with `revokes` set to its id; never deleted.
    """

    id: str
    at: str
    who: str
    kind: str
    evidence: tuple[Evidence, ...]
    answer: str
    answer_label: str = ""
    reason: str = ""
    note: str = ""
    revokes: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """A judgement and the choice it answers now; `choice` is "" and `stale` says why where it found none."""

    judgement: Judgement
    choice: str = ""
    stale: str = ""
