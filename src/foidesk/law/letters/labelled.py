"""The ways in which a letter names our questions, made one: "As to (a)", "Part ii", "Point three", "First point".

The readings that follow know numbers. What is put in their place is the same name with a number: "question 2".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_THING = r"(?:questions?|points?|parts?|items?|requests?|limbs?|categor(?:y|ies)|elements?|headings?|bullets?)"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
_SPELT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINAL = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_LEAD = (
    rf"(?P<lead>\b(?:as (?:to|regards)|regarding|concerning|in (?:respect|relation|answer|response|"
    rf"regard) (?:of|to)|"
    rf"with (?:respect|regard) to|turning to|on|for|under|your|{_THING}) (?:the |your )?(?:{_THING} )?)"
)
_LETTER = re.compile(
    _LEAD + r"\((?P<mark>[a-h]|viii|vii|vi|iv|v|i{1,3})\)(?!\(|\w| (?:above |below )?of (?:the|that|section|"
    r"regulation))",
    re.IGNORECASE,
)
_ROMAN_PART = re.compile(
    rf"(?P<lead>\b(?i:{_THING}) )(?P<mark>viii|vii|vi|iv|v|i{{1,3}})\b(?! (?:of|to) (?:the|schedule|that|this)\b)",
)
"""Small letters: "Part II of the Act" is no question."""
_WORDED = re.compile(
    rf"^\W{{0,3}}(?P<thing>{_THING}) (?P<mark>{'|'.join(_SPELT)})\b[ \t]*[.:,;–-]?[ \t]*", re.I | re.M
)
_FIRST = re.compile(
    rf"^\W{{0,3}}(?:your |the )?(?P<mark>{'|'.join(_ORDINAL)}) (?P<thing>{_THING})\b[ \t]*[.:–-][ \t]+(?=\S)",
    re.I | re.M,
)
""" "First point. ...", as a head."""
_NUMBERED = re.compile(rf"\W{{0,3}}(?:(?:{_THING}|q)\W{{0,2}}\d{{1,2}}\b|\d{{1,2}}[.):]\s)", re.IGNORECASE)
""" "2. For (a), 14; for (b), none": the letters are parts of question 2."""
_LISTED = re.compile(r"^[ \t>\"“]*\(?(?P<mark>viii|vii|vi|iv|v|i{1,3})[.)][ \t]+(?=\S)", re.M)


def numbered_labels(blocks: Sequence[str], count: int) -> list[str]:
    """The paragraphs, names of our questions by letter, Roman numeral or word with their number instead.

    Only where the names that occur are of no more questions than we asked. Letters and numerals are parts of one
    question where the letter has numbers in front of its answers, too.
    """
    found = list(blocks)
    if any(_NUMBERED.match(block) for block in blocks if not block.startswith("> ")):
        return _put(
            _put(found, _WORDED, _SPELT, "Question {n}: ", count), _FIRST, _ORDINAL, "Question {n}: ", count
        )
    for pattern, order, put in (
        (_LETTER, None, "{lead}question {n}"),
        (_ROMAN_PART, _ROMAN, "{lead}{n}"),
        (_WORDED, _SPELT, "Question {n}: "),
        (_FIRST, _ORDINAL, "Question {n}: "),
        (_LISTED, _ROMAN, "{n}. "),
    ):
        found = _put(found, pattern, order, put, count)
    return found


def _put(
    blocks: Sequence[str], pattern: re.Pattern[str], order: Sequence[str] | None, put: str, count: int
) -> list[str]:
    own = [seen["mark"].lower() for block in blocks for seen in pattern.finditer(block)]
    names = order or _scale(own)
    numbers = [_number(mark, names) for mark in own]
    if (
        not own
        or None in numbers
        or max(one or 0 for one in numbers) > count
        or (pattern is _LISTED and not _runs(numbers))
    ):
        return list(blocks)

    def _named(seen: re.Match[str]) -> str:
        lead = seen.groupdict().get("lead") or ""
        return put.format(lead=lead, n=_number(seen["mark"].lower(), names))

    return [pattern.sub(_named, block) for block in blocks]


def _scale(marks: Sequence[str]) -> Sequence[str]:
    """Letters, or Roman numerals where all of them are such and the first is i."""
    roman = all(mark in _ROMAN for mark in marks) and "i" in marks
    return _ROMAN if roman else "abcdefgh"


def _number(mark: str, names: Sequence[str]) -> int | None:
    return names.index(mark) + 1 if mark in names else None


def _runs(numbers: Sequence[int | None]) -> bool:
    """True for i, ii, iii ... once, or twice: our list, and the answers below it."""
    once = list(range(1, max(one or 0 for one in numbers) + 1))
    return len(once) > 1 and list(numbers) in (once, once + once)
