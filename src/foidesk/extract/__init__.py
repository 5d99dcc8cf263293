"""Extract: a reading and its context become statements, an account of every number, checks and open questions."""

from __future__ import annotations

from foidesk.model.context import Context
from foidesk.model.observations import Extraction
from foidesk.model.reading import Reading

from .acceptance import ACCEPTANCE
from .document import extract_document
from .draft import draft_codebook

VERSION: int = 1

__all__ = ["ACCEPTANCE", "VERSION", "draft_codebook", "extract"]


def extract(reading: Reading, context: Context) -> Extraction:
    """All that one delivery says, in the survey's terms. A pure function of reading and context.

    Nothing is guessed: a number is in a statement, ignored by name, or listed as open; a statement that no rule
    of `ACCEPTANCE` accepts stands under a choice.
    """
    return extract_document(reading, context)
