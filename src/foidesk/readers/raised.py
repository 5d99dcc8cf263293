"""Digits set high or low: the mark of a note behind a number is none of its digits."""

from __future__ import annotations

import re

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

LETTERS = dict(zip("abcdefg", "ᵃᵇᶜᵈᵉᶠᵍ", strict=True))
"""A letter set high behind a number is a mark, too; "st" and "th" are no marks."""
_ORDINAL = re.compile(r"[23]d|\de", re.IGNORECASE)
""" "3d" and "45e" with the letter set high: the third, le quarante-cinquième."""

LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def raised(text: str) -> str:
    """Superscript digits as such: the note mark of 45¹ must not make it 451."""
    return text.translate(RAISED)


def apart(before: str, text: str) -> str:
    """The text that follows `before`, with a space where a word of one would run into a word of the other.

    So stand what is struck out and what was written in its place: "41" and "57" are no 4157.
    """
    return f" {text}" if before[-1:].isalnum() and text[:1].isalnum() else text


def lowered(before: str, text: str) -> str:
    """Subscript digits as such behind a digit: the mark of 4₂ must not make it 42."""
    return text.translate(LOWERED) if before[-1:].isdigit() else text


def set_as(text: str, before: str, high: bool, low: bool) -> str:
    """The text of a run as it is set behind `before`: its digits raised or lowered, or as they are."""
    if high and before[-1:].isdigit() and text.strip().lower() in LETTERS:
        return text if _ORDINAL.match(before[-1:] + text.strip()) else LETTERS[text.strip().lower()]
    if high:
        return raised(text)
    return lowered(before, text) if low else text
