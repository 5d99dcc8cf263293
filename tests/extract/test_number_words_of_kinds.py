"""Number words that belong to the name of a kind."""

from __future__ import annotations

from dataclasses import replace

from foidesk.extract import extract
from foidesk.model import Category, Extraction, Question

from .rehearsal import CODEBOOK, OUTCOME, QUESTIONS, context, reading_of

ZERO = replace(
    OUTCOME, categories=(*OUTCOME.categories, Category("zero", "Mark of zero", synonyms=("zero mark",)))
)
BOOK = replace(CODEBOOK, variables=(CODEBOOK.variables[0], CODEBOOK.variables[1], ZERO))
QUESTION: Question = QUESTIONS[3]


def read(text: str) -> Extraction:
    letter = f"REHEARSAL\n\n4. {QUESTION.text}\n\n{text}\n"
    return extract(reading_of(letter.encode(), "reply.txt"), replace(context(), codebook=BOOK))


def test_a_number_word_in_the_name_of_a_kind_counts_nothing() -> None:
    found = read("Dismissed: 3\nMark of zero: 172\nResigned: 2\n")
    told = {one.where["outcome"].categories: one.value.lo for one in found.observations if "outcome" in one.where}
    assert told == {("dismissed",): 3, ("zero",): 172, ("resigned",): 2}
    assert "172" not in [number.text for number in found.open_numbers()]
