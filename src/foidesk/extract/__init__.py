"""Extract: a reading and its context become statements, an account of every number, checks and open questions."""

from __future__ import annotations

from collections.abc import Iterable

from foidesk.model.codebook import Codebook
from foidesk.model.context import Context
from foidesk.model.observations import Extraction
from foidesk.model.reading import Reading

from .acceptance import ACCEPTANCE

VERSION: int = 2

__all__ = ["ACCEPTANCE", "VERSION", "draft_codebook", "extract"]


def extract(reading: Reading, context: Context) -> Extraction:
    """All that one delivery says, in the survey's terms. A pure function of reading and context.

    Nothing is guessed: a number is in a statement, ignored by name, or listed as open; a statement that no rule
    of `ACCEPTANCE` accepts stands under a choice.
    """
    from .document import extract_document

    return extract_document(reading, context)


def draft_codebook(readings: Iterable[Reading]) -> Codebook:
    """A codebook to start from: the variables, words and measure that the readings' own tables show."""
    from .draft import draft_codebook

    return draft_codebook(readings)
