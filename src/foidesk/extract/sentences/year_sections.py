"""Paragraphs below a year that stands alone on its line: all that they tell is of that year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from foidesk.model.periods import Period

from ..basis.ground import Ground
from ..basis.near import opening, question_of
from ..basis.pieces import Piece

LEAST = 2
_LONGEST = 70
_WHOLE = re.compile(
    r"\b(?:in\s+(?:all|total)|altogether|overall|over\s+(?:all|the|these)|across|throughout|totals?|combined|whole|entire|"
    r"(?:all|both|each|every)\s+(?:of\s+)?(?:the\s+|these\s+)?(?:\w+\s+)?years?|zeitraum\w*|insgesamt|zusammen|gesamt\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Section:
    """The year over a paragraph, and the line that names it."""

    period: Period
    head: Piece


def year_sections(ground: Ground, parts: Sequence[tuple[int, Piece]]) -> dict[int, Section]:
    """By block the year over it: that of the last line which is a year and nothing else.

    `parts` are the pieces of the reply in order, each with its block. One such line alone heads a list
    and no more.
    The last section is no longer than the longest before it, as what ends a letter stands under no head.
    """
    heads = [(at, section) for at in range(len(parts)) if (section := _head(ground, parts, at))]
    if len({section.period for _, section in heads}) < LEAST:
        return {}
    out: dict[int, Section] = {}
    longest = 1
    for index, (at, section) in enumerate(heads):
        end = heads[index + 1][0] if index + 1 < len(heads) else len(parts)
        blocks = _blocks(ground, parts, at, end)
        last = index + 1 == len(heads) or not _goes_on(ground, parts, at, end)
        kept = blocks[:longest] if last else blocks
        longest = max(longest, len(kept))
        out.update(dict.fromkeys(kept, section))
    return out


def of_section(ground: Ground, text: str, section: Section | None) -> Section | None:
    """The section, unless the words name a period of their own or speak of all years."""
    return None if section is None or ground.period_in(text) or _WHOLE.search(text) else section


def _head(ground: Ground, parts: Sequence[tuple[int, Piece]], at: int) -> Section | None:
    number, piece = parts[at]
    line = piece.text.strip()
    alone = not any(0 <= other < len(parts) and parts[other][0] == number for other in (at - 1, at + 1))
    if not alone or len(line) > _LONGEST or "\n" in line or line.endswith("."):
        return None
    when = ground.period(line.rstrip(":"))
    return None if when is None else Section(when, piece)


def _blocks(ground: Ground, parts: Sequence[tuple[int, Piece]], at: int, end: int) -> list[int]:
    """The blocks below a head, up to the next one or to the next question."""
    held: list[int] = []
    for number, piece in parts[at + 1 : end]:
        if _asks(ground, piece):
            break
        if number not in held:
            held.append(number)
    return held


def _goes_on(ground: Ground, parts: Sequence[tuple[int, Piece]], at: int, end: int) -> bool:
    """True if nothing but paragraphs stands between a head and the next."""
    return not any(_asks(ground, piece) for _, piece in parts[at + 1 : end])


def _asks(ground: Ground, piece: Piece) -> bool:
    return opening(ground, piece.text) is not None or bool(question_of(ground, piece.text))
