"""Pandoc's bracketed spans: `[the words]{key=value}`, with brackets in the words and lines that wrap."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SIGNS = re.compile(r"\\.|`[^`\n]+`|\n[ \t]*\n|[\[\]]", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{(?:[^{}\n]|\n(?![ \t]*\n))*\}")


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A span: its first and last character, those of the words in it, and its attributes without braces."""

    start: int
    end: int
    attributes: str

    @property
    def words(self) -> tuple[int, int]:
        """Where the words stand, without the brackets."""
        return self.start + 1, self.end - len(self.attributes) - 3


def bracketed(text: str) -> tuple[Bracketed, ...]:
    """The spans of a text, inner ones first. None goes over a blank line; `\\[` opens none."""
    found: list[Bracketed] = []
    opened: list[int] = []
    for sign in _SIGNS.finditer(text):
        if sign[0] == "[":
            opened.append(sign.start())
        elif sign[0] == "]" and opened:
            start = opened.pop()
            attributes = _ATTRIBUTES.match(text, sign.end())
            if attributes and sign.start() > start + 1:
                found.append(Bracketed(start, attributes.end(), attributes[0][1:-1]))
        elif sign[0].startswith("\n"):
            opened.clear()
    return tuple(found)
