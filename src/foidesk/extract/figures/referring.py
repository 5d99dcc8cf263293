"""Numbers of a sentence that count nothing new: "of the 36", "our 412 employees", "in all three years"."""

from __future__ import annotations

import re

from foidesk.words.numbers import NumberWord
from foidesk.words.small_numbers import few

from ..basis.nouns import NounHit

_EACH = re.compile(r"\beach\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_PER_CASE = re.compile(
    r"\s+\w+\s+(?:(?:to|per|for|in)\s+(?:an?|each|every)\b"
    r"(?!\s+(?:person|pedestrian|cyclist|child|passenger|driver|resident|patient|visitor|member|woman|man)\b)|(?:per|je|pro)\s+(?!(?:year|annum|month|quarter|week|day|jahr|monat)\b)\w)",
    re.IGNORECASE,
)
_PADDED = re.compile(r"\W*0\d{2,}")
"""A number of a record or a telephone: "00191". Nobody pads a count with noughts to three digits."""
_ROW_IS = re.compile(
    r"\b(?:one|each|every|a|1|ein|eine|jede[rs]?)\s+(?:line|row|entry|record|zeile|eintrag|datensatz)\s*"
    r"(?:is|=|equals|means|stands\s+for|represents|corresponds\s+to|refers\s+to|per|for|counts\s+as|ist|entspricht|"
    r"steht\s+für|bedeutet)(?!\w)",
    re.IGNORECASE,
)
"""What a row of the list stands for: "One line is one claim", "each row represents one case"."""
_ROWS_APART = re.compile(
    r"\b(?:same|gleiche[nmrs]?|selben?)\b.*\b(?:are|were|is|sind|waren)\s+(?:all\s+|each\s+|in fact\s+)?"
    r"(?:separate|distinct|different|getrennte|verschiedene|eigene)\b"
    r"|\d[\w/.-]*\s+(?:and|und|&)\s+\S*\d\S*\s+(?:are|were|sind|waren)\s+(?:\w+\s+)?"
    r"(?:separate|distinct|different|getrennte|verschiedene)\b",
    re.IGNORECASE | re.DOTALL,
)
"""That rows which look alike are no duplicates: "Two cases of the same day are separate cases"."""
_BASE = re.compile(r"\bof\s+(?:the|these|those)\s+$", re.IGNORECASE)
_THEY_WERE = re.compile(r"\b(?:these|those)\s+$", re.IGNORECASE)
_VERB = re.compile(r"\s+(?:were|was|are|is|had|have|related|concerned|involved)\b", re.IGNORECASE)
"""What makes a new count of a number: "of these eleven were for vehicles"."""
_OF_REMAINING = re.compile(r"\bof\s+(?:the|these|those)\s+(?:remaining|other)\s+$", re.IGNORECASE)
"""Before a number that is what others leave of a total: "of the remaining ten, three were withdrawn"."""
_OF_NUMBER = re.compile(
    rf"\b(?:\d+|{few(last=12)}|\w+teen|\w+ty(?:-\w+)?|half|most|all)"
    r"\s+of\s+(?:the|these|those|our)\s+$",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:our|its|their)\s+$", re.IGNORECASE)
_TIMES = re.compile(
    r"(?:-|\s+(?:(?:calendar|financial|academic|school)\s+)?)(?:years?|sessions?|months?|quarters?|terms|periods|jahren?|monaten?|quartalen?)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:the\s+)?(?:others?|remaining|rest)\s+$", re.IGNORECASE)
_INTO_THE_OTHER = re.compile(
    r"\s+(?:into|from|to|for)\s+the\s+other(?=\s*(?:[.,;:)]|$)|\s+(?:so|and|as)\b)", re.IGNORECASE
)
"""What two things are to each other: "we cannot turn one into the other"."""
_MORE_THAN = re.compile(
    r"\s+(?:more|fewer|less|higher|lower|mehr|weniger)(?:\s+[^\W\d]+){0,2}?\s+(?:than|als)\b"
    r"|\s+(?:up|down)\s+(?:on|from)\b",
    re.IGNORECASE,
)
"""What makes a number a difference: "12 in 2011, 3 more than in 2010"."""
_CHANGE_OF = re.compile(
    r"\b(?:rise|increase|fall|decrease|drop|reduction|growth|anstieg|zunahme|rückgang|abnahme)\s+(?:of|um|von)\s+$"
    r"|\b(?:rose|increased|fell|dropped|decreased|gestiegen|gesunken)\s+(?:by|um)\s+$",
    re.IGNORECASE,
)
_SUM_FOR = re.compile(
    r"(?:[$£€]\s?\d[\d,.]*|\b(?:dollars|pounds|euros?))(?:\s+(?:was\s+|were\s+)?(?:paid\s+)?(?:(?:in|during)\s+\d{4}))?"
    r"\s+(?:for|in|on|over|to\s+(?:settle|resolve|close)|settled|resolved)\s+$",
    re.IGNORECASE,
)
_ITS_CASES = re.compile(
    r"(?:\s+[^\W\d]+){0,4}?\s+(?:claims?|cases?|matters?|suits?|lawsuits?|incidents?)\b", re.IGNORECASE
)
"""What a sum is said to have been paid for: "$400 in 2021 for one claim about mail"."""
_ALL_BUT = re.compile(r"\b(?:all|everything|everyone) (?:but|except|bar)\s+$", re.IGNORECASE)


def without_others(text: str, words: tuple[NumberWord, ...]) -> str:
    """The text without "the other" before a number: "eight for fighting and the other five for drugs"."""
    for word in words:
        found = _OTHERS.search(text[: word.start])
        if found is not None:
            text = text[: found.start()] + " " * len(found[0]) + text[word.start :]
    return text


def refers(text: str, word: NumberWord, nouns: tuple[NounHit, ...]) -> bool:
    """True for a number that counts nothing new: "each about one", "more than one", "of the 36, two resigned"."""
    before = text[: word.start]
    if _PADDED.fullmatch(word.text):
        return True
    after = all(noun.start != word.end + 1 for noun in nouns)
    if _OF_NUMBER.search(before) or (after and (_OURS.search(before) or _TIMES.match(text, word.end))):
        return True
    end = next((noun.end for noun in nouns if noun.start == word.end + 1), word.end)
    if _MORE_THAN.match(text, end) or _MORE_THAN.match(text, word.end) or _CHANGE_OF.search(before):
        return True
    if _ALL_BUT.search(before) or (_ROWS_APART.search(text) and word.spelt):
        return True
    if word.value == 1 and (_ROW_IS.search(text) or (word.spelt and _INTO_THE_OTHER.match(text, word.end))):
        return True
    if (word.value == 1 and _EACH.search(before)) or (word.hedge and word.text.lower().endswith(" one")):
        return True
    if word.value == 1 and _PER_CASE.match(text, word.end):
        return True
    if _OF_REMAINING.search(before):
        return True
    if _THEY_WERE.search(before) and _VERB.match(text, word.end):
        return False
    if (
        word.kind == "integer"
        and _SUM_FOR.search(before)
        and (paid_for := _ITS_CASES.match(text, word.end)) is not None
    ):
        return all(not word.end <= noun.start < paid_for.end() for noun in nouns)
    return _BASE.search(before) is not None and after
