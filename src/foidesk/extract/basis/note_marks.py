"""The marks of notes behind figures and labels ("41²", "2022 (1)"), and the notes that a document has to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

_HIGH_LOW = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉ᵃᵇᶜᵈᵉᶠᵍ"
_BRACKETED = r"(?:\[\s?(?:note\s?)?(?:\d{1,2}|[a-f])\s?\]|\((?:note\s?)?(?:\d|[a-f])\))"
_SIGN = rf"[*†‡#]{{1,3}}|[{_HIGH_LOW}]{{1,2}}|{_BRACKETED}"
_BEHIND = re.compile(rf"(?<=[\w)%])\s?(?P<mark>{_SIGN})\s*$", re.IGNORECASE)
_AT_FRONT = re.compile(
    rf"\s*(?:note\s?)?(?P<mark>{_SIGN}|\d(?=\)?\s+[^\W\d_]))\s*[).:=–-]*\s*(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_WRAPPED = 50
"""A line of so many signs that ends inside a sentence goes on in the next."""
_NAME = re.compile(r"[\s\[\]]|note", re.IGNORECASE)


def name_of(mark: str) -> str:
    """A mark as it is called, however it is set: "2" for "²", "₂" and "[note 2]"; "(2)" is one of its own."""
    return unicodedata.normalize("NFKC", _NAME.sub("", mark)).lower()


def notes_of(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The words of the notes of a document by the names of their marks; a note begins its line."""
    notes: dict[str, tuple[str, ...]] = {}
    for text in texts:
        for line in _unwrapped(text.splitlines()):
            found = _AT_FRONT.fullmatch(line)
            if found is not None:
                name = name_of(found["mark"])
                notes[name] = (*notes.get(name, ()), found["words"].strip())
    return notes


def _unwrapped(lines: Sequence[str]) -> Iterator[str]:
    """The lines, a note with those into which the width of the page has wrapped it."""
    held, goes_on = "", False
    for line in lines:
        if goes_on and line.strip() and not _AT_FRONT.fullmatch(line):
            held = f"{held} {line.strip()}"
        else:
            if held:
                yield held
            held = line
        goes_on = len(line) >= _WRAPPED and line.rstrip()[-1] not in ".;:!?" and bool(_AT_FRONT.fullmatch(held))
    if held:
        yield held


def mark_behind(text: str) -> tuple[str, str]:
    """The text without the mark behind it, and the name of the mark; "" if it has none."""
    found = _BEHIND.search(text)
    return (text[: found.start()].rstrip(), name_of(found["mark"])) if found is not None else (text, "")


def has_set_off(text: str) -> bool:
    """True for a text that ends in a figure or letter set high or low, which is a mark for certain."""
    return text.rstrip()[-1:] in tuple(_HIGH_LOW)


def without_mark(text: str, notes: Mapping[str, tuple[str, ...]]) -> str:
    """The text without the mark of a note that the document gives; else as it is."""
    bare, name = mark_behind(text)
    return bare if name and name in notes else text
