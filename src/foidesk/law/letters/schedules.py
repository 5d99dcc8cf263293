"""Schedules of a decision: "No. | Record | Decision | Basis", with a row for each question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..acts import AccessLaw
from .cues import Cues
from .grounds import grounds
from .text import LetterText
from .topics import Topics

LEAST = 2
_NO = re.compile(r"\W*(?:no|nr|number|item|#)?\W*", re.IGNORECASE)
_RECORD = re.compile(
    r"\W*(?:(?:brief )?descriptions?(?: of (?:the )?records?)?|records?|items?|documents?|"
    r"category)\W*",
    re.IGNORECASE,
)
_DECISION = re.compile(r"\W*(?:decisions?|access decision|decision on access)\W*", re.IGNORECASE)
_BASIS = re.compile(
    r"\W*(?:basis|sections?|exemptions?|grounds?|reasons?|section (?:of act|relied on)|basis (?:for|of) "
    r"(?:refusal|decision))\W*",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\W*(?:granted?|released?|full release|disclosed?)(?: in full)?\W*", re.IGNORECASE)
_PART = re.compile(
    r"\W*(?:part[- ]?(?:ially )?(?:granted?|released?|refused?)|(?:granted|released) in "
    r"part)\b.*",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\W*(?:refused?|withheld|withhold)(?: in full)?\W*", re.IGNORECASE)
_DASH = re.compile(r"\W*(?:n/?a|none|not applicable)?\W*", re.IGNORECASE)
_PAGES = re.compile(r"\(\d+ ?(?:pp?\.?|pages?)\)", re.IGNORECASE)
Row = tuple[str, tuple[str, ...], str]
"""An outcome, the sections it rests on, and the words of the row."""


def by_schedule(letter: LetterText, law: AccessLaw | None, cues: Cues, questions: Sequence[str]) -> dict[int, Row]:
    """By question what its row decides; nothing where the rows are not those of our questions, one for each.

    A schedule lists records, which need not be our questions: its rows must be as many, in their order by number,
    most with a label that names the question of that number, and none with one that names another.
    """
    topics = Topics(questions, cues)
    for at, head in enumerate(letter.rows):
        body = letter.rows[at + 1 : at + 1 + len(questions)]
        after = letter.rows[at + 1 + len(questions) : at + 2 + len(questions)]
        if len(questions) < LEAST or not _is_head(head) or any(len(row) == len(head) for row in after):
            continue
        if all(len(row) == len(head) for row in body) and _are_ours(body, topics):
            decided = {
                number: _decided(row, law) for number, row in enumerate(body, 1) if _is_all(row[1], number, topics)
            }
            return {number: one for number, one in decided.items() if one is not None}
    return {}


def _is_head(row: Sequence[str]) -> bool:
    fits = len(row) == 4 and _NO.fullmatch(row[0]) and _RECORD.fullmatch(row[1])
    return bool(fits and _DECISION.fullmatch(row[2]) and _BASIS.fullmatch(row[3]))


def _are_ours(body: Sequence[Sequence[str]], topics: Topics) -> bool:
    if [row[0].strip(" .)(") for row in body] != [str(at) for at in range(1, len(topics.questions) + 1)]:
        return False
    named = [topics.best(row[1]) for row in body]
    right = sum(of == (at,) for at, of in enumerate(named, 1))
    return 2 * right > len(body) and all(of in ((), (at,)) for at, of in enumerate(named, 1))


def _is_all(label: str, number: int, topics: Topics) -> bool:
    """True if the label has no word or number that the question lacks: "Draft contract", "Report no. 4"."""
    question, label = topics.questions[number - 1], _PAGES.sub(" ", label)
    told, asked = (frozenset(re.findall(r"\d+", text)) for text in (label, question))
    own = [
        frozenset(stem for stem in topics.stems_of(text) if not stem.startswith("~")) for text in (label, question)
    ]
    new = own[0] - own[1]
    general = topics.stems_of("papers") | topics.stems_of("documents") | topics.stems_of("records")
    return told <= asked and (not new or (new <= general and len(own[0] & own[1]) >= LEAST))


def _decided(row: Sequence[str], law: AccessLaw | None) -> Row | None:
    """What the row comes to; None where its words are not plain, or a ground stands beside what is granted."""
    named, words = grounds(row[3], law), " | ".join(row)
    if _WHOLE.fullmatch(row[2]):
        return ("full", (), words) if _DASH.fullmatch(row[3]) else None
    if not named:
        return None
    if _PART.fullmatch(row[2]):
        return "partial", named, words
    kinds = {found.outcome if law and (found := law.refusal(one)) else "refused" for one in named}
    return (kinds.pop(), named, words) if _REFUSED.fullmatch(row[2]) and len(kinds) == 1 else None
