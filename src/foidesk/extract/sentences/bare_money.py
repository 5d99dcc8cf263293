"""Numbers that count payments, and are no money: the two of "the city paid two settlements in 2022"."""

from __future__ import annotations

import re

from foidesk.model.codebook import Measure
from foidesk.words.numbers import NumberWord

from ..basis.ground import Ground
from ..figures.seen import look
from .clause import Clause

_JOINS = re.compile(r"\b(?:and|und|or|oder|to|bis)\b", re.IGNORECASE)
"""Between sums of which one only bears its coin: "18.000, 16.500 und 21.250 Euro"."""
_THINGS = re.compile(
    r"(?:\s+[^\W\d]+){0,2}?\s+(?:claims?|cases?|payments?|settlements?|fines?|awards?|refunds?|penalt(?:y|ies)|invoices?|"
    r"cheques?|checks?|charges?|fees|people|persons?|zahlungen|auszahlungen|fälle|vergleiche|bescheide|bußgelder)\b",
    re.IGNORECASE,
)
"""What is counted, behind a number: "2 settlements", "12 separate payments"."""


def counts_payments(ground: Ground, text: str, clause: Clause, measure: Measure) -> bool:
    """True for a number of a clause on money that no coin is named with, and that counts what the money was for.

    A number in letters is no sum ("one medical claim"), nor one right before what is paid ("2 settlements"), nor a
    bare one in a sentence that names its coin with another. None of them is a sum, where that is said: it stays.
    """
    word = clause.number
    if measure.type != "money" or word is None or word.kind == "money" or word.value == 0:
        return False
    if word.spelt or _THINGS.match(text, word.end) is not None:
        return True
    sums = [one for one in look(ground, text).numbers if one.kind == "money"]
    return bool(sums) and not any(_shares_coin(text, word, one) for one in sums)


def _shares_coin(text: str, word: NumberWord, money: NumberWord) -> bool:
    """True if only further numbers of a list stand between a number and the sum that names the coin."""
    between = text[word.end : money.start] if word.end <= money.start else text[money.end : word.start]
    return re.search(r"[^\W\d]", _JOINS.sub("", between)) is None
