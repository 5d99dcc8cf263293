"""What one cell says: a number, a nil mark, a date, words ..."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from foidesk.model.reading import Cell
from foidesk.words.numbers import NumberWord, number
from foidesk.words.totals import Nil, Suppression, nil, suppression

from .locale import Locale

KINDS = ("blank", "number", "year", "percent", "money", "suppressed", "nil", "date", "list", "text", "hidden")
FIGURES = ("number", "money", "suppressed", "percent")


@dataclass(frozen=True, slots=True)
class Says:
    """What a cell says. `number` is given for the kinds "number", "year", "percent" and "money".

    `unscaled`: the number format prints it in thousands or millions; the number is the stored one, to be scaled by
    no heading.
    """

    kind: str
    number: NumberWord | None = None
    nil: Nil | None = None
    suppression: Suppression | None = None
    stored: Decimal | None = None
    unscaled: bool = False

    @property
    def is_figure(self) -> bool:
        return self.kind in FIGURES

    @property
    def is_hole(self) -> bool:
        """Blank, a dash, "n/a": no number, yet perhaps a zero."""
        return self.kind in ("blank", "nil")

    @property
    def exact(self) -> Decimal | None:
        """The number if it is printed as one."""
        return self.number.exact if self.number is not None else None


BLANK = Says("blank")
PLAIN = Locale()
_SCALED = re.compile(r"[0#?],+(?![0#?,.])|[0#?],+\.")
"""A comma behind the last place before the point: each divides the number shown by a thousand."""
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+")
_UNIT = re.compile(r"[(\[]?\s?[£$€]['’]?000['’]?s?\s?[)\]]?")
"""Thousands as a unit, and no sum: "£000", "($'000s)"."""
_SHARE_BESIDE = re.compile(r"(?P<count>[^()\[\]%]*\d)\s*[(\[]\s*[<>~c.]{0,2}\s*\d{1,3}(?:[.,]\d+)?\s?%\s*[)\]]")


def says(text: str, cell: Cell | None = None, locale: Locale = PLAIN) -> Says:
    """What the text of a cell says, helped by what the document itself says of the cell."""
    if cell is not None and cell.hidden:
        return Says("hidden")
    if not text.strip():
        return BLANK
    if cell is not None and cell.kind in ("date", "error", "bool"):
        return Says("date" if cell.kind == "date" else "text")
    stored = _stored(cell)
    said = _says_words(text.strip(), stored, locale)
    if cell is not None and stored is not None and said.number is not None and _SCALED.search(cell.number_format):
        word = replace(said.number, value=stored, lo=stored, hi=stored, hedge="", ambiguous="")
        return replace(said, kind="number" if said.kind == "year" else said.kind, number=word, unscaled=True)
    if stored is not None and said.kind == "number" and said.number and _is_regrouped(said.number, stored):
        whole = replace(said.number, kind="integer", value=stored, lo=stored, hi=stored, ambiguous="")
        return replace(said, number=whole)
    if stored is not None and said.number is not None and stored in (said.number.lo, said.number.hi):
        sure = replace(said.number, value=stored, lo=stored, hi=stored, ambiguous="")
        return replace(said, number=sure) if said.number.ambiguous else said
    return said


def _is_regrouped(word: NumberWord, stored: Decimal) -> bool:
    """True for a workbook's whole number that the other country's commas group: "1,398" in a German document."""
    if word.exact == stored or stored <= 0 or stored != stored.to_integral_value():
        return False
    return "".join(filter(str.isdigit, word.text)) == f"{stored.to_integral_value():f}"


@lru_cache(maxsize=8192)
def _says_words(text: str, stored: Decimal | None, locale: Locale) -> Says:
    if stored is None and _UNIT.fullmatch(text):
        return Says("text")
    mark = suppression(text)
    if mark is not None and stored is None:
        return Says("suppressed", number(text), suppression=mark)
    beside = _SHARE_BESIDE.fullmatch(text)
    if beside is not None:  # "5 (25 %)": the share repeats what the count says
        return _says_words(beside["count"], stored, locale)
    word = _settled(number(text, locale.decimal), locale)
    if word is not None:
        return Says(_kind_of(word), word, stored=stored)
    none = nil(text)
    if none is not None:
        return Says("nil", nil=none)
    return Says("text")


def _settled(word: NumberWord | None, locale: Locale) -> NumberWord | None:
    """The number; one grouped by blanks is one number in a document that groups so throughout."""
    if word is None or not word.ambiguous or not locale.spaced or not _SPACED.fullmatch(word.text.strip()):
        return word
    return replace(word, lo=word.value, hi=word.value, ambiguous="")


def _kind_of(word: NumberWord) -> str:
    if word.kind in ("integer", "decimal", "multiplier", "fraction"):
        return "number"
    if word.kind in ("percent", "money", "year", "date"):
        return word.kind
    return "text"


def _stored(cell: Cell | None) -> Decimal | None:
    """The number that a workbook stores, to the 15 digits that such programs compute with."""
    if cell is None or not cell.number:
        return None
    try:
        exact = Decimal(cell.number)
        return Decimal(f"{exact:.15g}") if len(exact.as_tuple().digits) > 15 else exact
    except InvalidOperation:
        return None
