"""Paragraphs below a year alone on its line, or that open with one: all that they tell is of that year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foidesk.model.periods import Period
from foidesk.words.small_numbers import few

from ..basis.ground import Ground
from ..basis.near import opening, question_of
from ..basis.pieces import Piece

LEAST = 2
YEAR = 364
_LONGEST = 70
_MANY = rf"(?:\d{{1,2}}|{few(2)}|{few(2, german=True)})"
_WHOLE = re.compile(
    r"\b(?:in\s+(?:all|total)|altogether|overall|over\s+(?:all|the|these)|across|throughout|totals?|combined|whole|entire|"
    r"(?:all|both|each|every)\s+(?:of\s+)?(?:the\s+|these\s+)?(?:\w+\s+)?years?|"
    rf"(?:in|over|for|during|within)\s+(?:all\s+)?(?:the|these|those)\s+{_MANY}[\s-]+(?:\w+\s+)?years?(?!\s*-?old)|zeitraum\w*|insgesamt|zusammen|gesamt\w*)\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:(?:this|last|next|previous|past|coming|current|recent|other|several|earlier|later)\s+(?:\w+\s+){0,2}?years?|"
    rf"(?:in|over|for|during|within|after|about|nearly)\s+(?:\w+\s+){{0,2}}?{_MANY}[\s-]+(?:\w+\s+)?(?:years?|months?|weeks?)|"
    r"later|earlier|since|so\s+far|(?:up\s+)?to\s+(?:date|then|now|that|this)|until|till|by\s+(?:then|now)|"
    r"previous(?:ly)?|prior\s+to|afterwards|subsequent(?:ly)?|meanwhile|nowadays|currently|recently|today|"
    r"(?:before|after)\s+(?:that|then|this)|years?\s+(?:before|after|on|ago)|decades?|"
    r"bisher|bislang|seitdem|seither|später|früher|bis\s+dahin|danach|davor|vorher|mittlerweile|inzwischen|heuer|"
    r"(?:diese[sm]|letzte[sn]|vorige[sn]|nächste[sn]|vergangenen)\s+jahre?n?)\b"
    r"|^\W*(?:and\s+|but\s+)?(?:now|then|next|eventually|formerly|lately|soon|at\s+present|"
    r"jetzt|dann|zuletzt)\b",
    re.IGNORECASE,
)
"""Words for a time that may be another than the year over them: "later", "up to then", "this year"."""


_OPENS = re.compile(
    r"\W*(?:(?:in|for|during|im)\s+)?(?:(?:(?:the\s+)?(?:calendar|financial|fiscal|academic|school)\s+)?year\s+|fy\s*|"
    r"(?:haushalts|kalender|schul)?jahr\s+)?",
    re.IGNORECASE,
)
"""What may stand before the year that opens a paragraph."""
_CLOSES = re.compile(r"\s*(?:[.:]|\s[–—-])(?=\s|$)")
"""What parts that year from the sentences behind it."""
_GOES_ON = re.compile(r"(?:[a-zäöüß]|[,(–—-])\s*$")
"""The end of a paragraph that a page breaks off: the year on the next page ends its sentence."""


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
    out = dict(_run_in(ground, parts))
    heads = [(at, section) for at in range(len(parts)) if (section := _head(ground, parts, at))]
    if len({section.period for _, section in heads}) < LEAST:
        return out
    longest = 1
    for index, (at, section) in enumerate(heads):
        end = heads[index + 1][0] if index + 1 < len(heads) else len(parts)
        blocks = _blocks(ground, parts, at, end)
        last = index + 1 == len(heads) or not _goes_on(ground, parts, at, end)
        kept = blocks[:longest] if last else blocks
        longest = max(longest, len(kept))
        out.update(dict.fromkeys(kept, section))
    return out


def _run_in(ground: Ground, parts: Sequence[tuple[int, Piece]]) -> Iterator[tuple[int, Section]]:
    """Each block that opens with a year and a stop ("2022. There were 14; six were falls."), with the year.

    Where another sentence of the block tells of another year, what stands behind that is of neither by this rule.
    """
    for at, (number, piece) in enumerate(parts):
        before = parts[at - 1] if at else None
        if before is not None and (before[0] == number or _breaks_off(before[1].text)):
            continue
        seen = ground.period_in(piece.text)
        first = seen[0] if seen else None
        if first is None or first.period is None or (first.period.end - first.period.start).days < YEAR:
            continue
        if not (_OPENS.fullmatch(piece.text[: first.start]) and _CLOSES.match(piece.text, first.end)):
            continue
        behind = [part.text for other, part in parts[at + 1 :] if other == number]
        if not any(one.period != first.period for text in behind for one in ground.period_in(text)):
            yield number, Section(first.period, piece.cut(first.start, first.end))


def _breaks_off(text: str) -> bool:
    """True for a long line of words that no stop ends."""
    return len(text) > _LONGEST and _GOES_ON.search(text) is not None


def of_section(ground: Ground, text: str, section: Section | None) -> Section | None:
    """The section, unless the words name a period of their own, or speak of all years or of another time."""
    if section is None or ground.period_in(text) or _WHOLE.search(text) or _OTHER_TIME.search(text):
        return None
    return section


def is_of_other_time(ground: Ground, text: str, section: Section | None) -> bool:
    """True for "Later there were nine" below a year: of what days, nobody says."""
    named = section is None or ground.period_in(text) or _WHOLE.search(text)
    return not named and _OTHER_TIME.search(text) is not None


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
