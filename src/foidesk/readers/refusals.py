"""The two things most often said of a document that cannot be read."""

from __future__ import annotations

from foidesk.errors import Encrypted, Truncated


def cut(name: str, what: str = "the file is cut or damaged") -> Truncated:
    """The document ends too early or is damaged."""
    return Truncated(what, where=name, next="Ask the body to send it again.")


def locked(name: str) -> Encrypted:
    """The document asks for a password."""
    return Encrypted("it asks for a password", where=name, next="Ask the body for a copy without one.")
