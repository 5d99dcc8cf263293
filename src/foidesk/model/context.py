"""What extraction may know beyond the reading itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .bodies import Question
from .codebook import Codebook
from .guidelines import Guideline
from .periods import Period


@dataclass(frozen=True, slots=True)
class Context:
    """The survey's questions in its own terms, and what is already decided for this delivery.

    `covering` is the text of the mail or letter that the document came with; `beside` are sentences of other files
    of the body that say what the years of its figures are. `codings` maps
    (variable id, normalised phrase) to the category ids decided for this body; `answers` maps the id of a choice
    to the id of the chosen option. `places` are further names (of the body, our own) that are no answers.
    """

    codebook: Codebook
    questions: tuple[Question, ...] = ()
    period: Period | None = None
    law: str = ""
    body: str = ""
    body_names: tuple[str, ...] = ()
    delivery: str = ""
    name: str = ""
    covering: str = ""
    beside: tuple[str, ...] = ()
    guidelines: tuple[Guideline, ...] = ()
    codings: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
