"""Rows with the mark of a note that corrects them: what the note speaks of stays open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foidesk.model.observations import OneOf

from ..basis.ground import Ground
from ..figures.meaning import Meaning
from .layout import Layout

_MARK = re.compile(r"(?P<mark>[*†‡]{1,3})\s*$")
_NOTE = re.compile(r"^\s*(?P<mark>[*†‡]{1,3})\s*(?P<words>\S.*)$", re.MULTILINE)
_CORRECTS = re.compile(
    r"\b(?:correct(?:ion|ed|s)|amend(?:ed|ment)|revis(?:ed|ion)|should (?:read|be|have)|instead of|(?:and|is) not|"
    r"(?:since|now|later|subsequently) (?:been )?\w+ed|on appeal|following an appeal|overturned|reduced to|"
    r"korrigiert|berichtigt|berichtigung|statt)\b",
    re.IGNORECASE,
)


def corrected_by_note(ground: Ground, layout: Layout, row: int, said: list[Meaning]) -> list[Meaning]:
    """The attributes of a row, those open of which a note to it that corrects names a category."""
    marks = {found["mark"] for slot in layout.grid.filled(row) if (found := _MARK.search(slot.text))}
    notes = [words for mark, words in _notes(ground) if mark in marks]
    named = {name for name, known in ground.matchers.items() for words in notes if known.find(words)}
    return [_open(meaning, named) for meaning in said]


def _notes(ground: Ground) -> list[tuple[str, str]]:
    """The notes of the reply that correct something, by their marks."""
    return ground.memo.get("correcting notes", lambda: list(_correcting(ground)))


def _correcting(ground: Ground) -> Iterator[tuple[str, str]]:
    for _, _, piece in ground.block_pieces():
        for found in _NOTE.finditer(piece.text):
            words = piece.text[found.start("words") :]
            if _CORRECTS.search(words):
                yield found["mark"], words


def _open(meaning: Meaning, named: set[str]) -> Meaning:
    """The meaning with categories of the variables named in the note left to a person."""
    where = tuple(
        (name, OneOf((), f"{_words(one, meaning)} (corrected by a note)") if name in named else one)
        for name, one in meaning.where
    )
    return Meaning(meaning.piece, where, meaning.period, meaning.measure, meaning.total)


def _words(said: object, meaning: Meaning) -> str:
    phrase = getattr(said, "phrase", "")
    return phrase or (" ".join(meaning.piece.text.split()) if meaning.piece is not None else "")
