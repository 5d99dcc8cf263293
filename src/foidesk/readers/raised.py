"""Superscript digits: the mark of a note behind a number is none of its digits."""

from __future__ import annotations

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """Superscript digits as such: the note mark of 45¹ must not make it 451."""
    return text.translate(RAISED)
