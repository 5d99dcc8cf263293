"""Lists of words, written as people read them."""

from __future__ import annotations


def terms(text: str) -> tuple[str, ...]:
    """The terms of a list written "one | two words | three", over any number of lines."""
    return tuple(" ".join(term.split()) for term in text.split("|") if term.strip())
