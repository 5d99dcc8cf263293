"""The named rules by which a reading is accepted without a person. What none accepts, a person is asked about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of acceptance: its name, and what must hold."""

    name: str
    does: str


FOOTS = Rule(
    "foots-to-printed-total",
    "Part of a row or column whose exact sum is the total printed beside it, and of none that fails.",
)
FOOTS_WITHIN = Rule(
    "foots-within-what-is-withheld",
    "A table found on a page without holes, of which every printed total fits its parts: exactly, or within the "
    "little that numbers held back leave open.",
)
TYPED = Rule(
    "single-typed-cell",
    "A cell of a spreadsheet, or of a table that the document itself marks as one, alone under a recognised "
    "heading and beside a recognised label.",
)
AGREES = Rule(
    "tables-agree",
    "Two tables of the reply, broken down in different ways, give the same sums period by period; or a table adds "
    "to the total that the text states.",
)
TWO_READINGS = Rule(
    "two-readings-agree",
    "Recognised characters (OCR) whose figure the reply states a second time elsewhere.",
)
COMPLETE = Rule(
    "complete-recognised-table",
    "A table found on a page: every label is a term of the survey or a period, every cell holds one figure, "
    "and no number of its area is left over.",
)
ROWS = Rule(
    "recognised-rows",
    "A list of cases: its headings are terms of the survey, and each row fills the cells that others fill.",
)
NUMBERED_ROWS = Rule(
    "rows-numbered-through",
    "A list of cases whose own row numbers run from 1 to the last without a gap.",
)
COUNTED_ROWS = Rule(
    "rows-match-printed-total",
    "A list of cases with as many rows as the reply's printed total says.",
)
SENTENCE = Rule(
    "number-beside-its-noun",
    "A sentence that puts one number directly before a noun of the measure or a category, without a hedge.",
)
ANSWER = Rule(
    "numbered-answer",
    "A bare number that answers a numbered question which asks for one measure.",
)
IN_WORDS = Rule(
    "answer-in-words",
    "The only number in an answer to a question that asks for one measure, beside its noun or opening the answer.",
)
NOUGHT = Rule(
    "nought-in-words",
    "A sentence under a question for one count that says none of what was asked, and no word besides.",
)
PREFERRED = Rule(
    "preferred-unit",
    "The only figure in the unit that counts first by the survey's own rule, beside the same thing in another.",
)
COUNTED = Rule(
    "counted-by-the-survey",
    "Words that the survey's own rule counts: nobody solely for it, where no number stands beside it, is none.",
)
LISTED = Rule(
    "listed-under-its-noun",
    "A line of a list that puts a number beside a period or a category, under words that name the measure.",
)
CASE_LINE = Rule(
    "case-told-in-a-line",
    "A sentence without a number, under a question of the survey, that names one case by two variables or more.",
)
TOLD_LIST = Rule(
    "list-of-told-cases",
    "A list that tells cases one by one, with as many entries as the words over it say.",
)
SPLIT = Rule(
    "split-adds-up",
    "A sentence behind a stated total in which numbers and categories take turns and the numbers add up to it.",
)
REST = Rule(
    "rest-of-a-stated-total",
    "What is left of a total that the reply states, less the numbers stated beside it, all of them accepted.",
)
PERSON = Rule("a person", "A person confirmed the reading; the judgement gives name and reason.")

ACCEPTANCE: tuple[Rule, ...] = (
    FOOTS, FOOTS_WITHIN, TYPED, AGREES, TWO_READINGS, COMPLETE, ROWS, NUMBERED_ROWS, COUNTED_ROWS,
    SENTENCE, ANSWER, IN_WORDS, NOUGHT, PREFERRED, COUNTED, LISTED, CASE_LINE, TOLD_LIST, SPLIT, REST, PERSON,
)  # fmt: skip
