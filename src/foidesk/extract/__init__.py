"""Extract: a reading and its context become statements, an account of every number, checks and open questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from foidesk.model.context import Context
from foidesk.model.observations import Extraction
from foidesk.model.reading import Reading

from .figures.acceptance import ACCEPTANCE
from .letters.aside import set_aside

if TYPE_CHECKING:
    from .drafting import Draft

VERSION: int = 124

__all__ = ["ACCEPTANCE", "VERSION", "draft", "extract", "set_aside"]


def extract(reading: Reading, context: Context) -> Extraction:
    """All that one delivery says, in the survey's terms. A pure function of reading and context.

    Nothing is guessed: a number is in a statement, ignored by name, or listed as open; a statement that no rule
    of `ACCEPTANCE` accepts stands under a choice.
    """
    from .document import extract_document

    return extract_document(reading, context)


def draft(found: Iterable[tuple[str, Reading]]) -> Draft:
    """A codebook to start from: the variables, words and measures that each body's own tables show."""
    from .drafting import draft

    return draft(found)
