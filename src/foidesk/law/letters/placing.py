"""Which questions each statement of a letter speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .asides import main_part
from .ordering import Placed, in_order
from .pieces import Clause
from .statements import NEGATIVE, Statement
from .topics import Topics

_POINTS_BACK = re.compile(
    r"\W*(?:that part|this part|those parts|"
    r"they|these|those|it|this|that|both|such|the same|of (?:them|these|those)|exempt|portions|parts|diese|"
    r"(?:the|an|any) (?:exact|precise|actual|true) (?:figure|number|count|total|amount|sum|value)s?|"
    r"dies)\b",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:answer|establish|find|identif|provid|work(?:ing)? out|locat|extract|determin|obtain|retriev|collat|"
    r"break|part)",
    re.IGNORECASE,
)
"""The work that would cost too much: beside it the question that it is for may be named."""
_THAT_PART = re.compile(r"\W*(?:that|this|those|these) (?:parts?|points?|questions?|items?)\b", re.IGNORECASE)
_OF_PART = re.compile(r"\b(?:this|that) (?:part|question|element|point|item|limb|aspect)\b", re.IGNORECASE)
""" "... is not obliged to comply with this part": of what was spoken of before, never of the whole."""
_EXACT = re.compile(
    r"\b(?:exact|precise|actual|true) (?:figure|number|count|total|amount|sum|value)s?\b", re.IGNORECASE
)
""" "We cannot give the exact figure": of what was given in round terms before."""
_LABEL = re.compile(r"(?P<label>[^:.?!\n]{3,60}): (?=\S)")
""" "Number suspended: 12", a label and its answer."""
_THOSE = re.compile(
    r"\b(?:to|in|for|on) that (?:extent|respect|part|point|question)\b|"
    r"\b(?:those|these|the latter|the former) (?:two |three |four |last )?"
    r"(?:questions?|points?|parts?|items?|limbs?)\b",
    re.IGNORECASE,
)
""" "We need not comply with those two questions": the ones named before."""
_ALL = re.compile(r"\W*(?:all|everything|none|the whole)\b", re.IGNORECASE)
RECKONING = re.compile(r"\b(?:costs?|costly|expensive|hours?|minutes?|time|fees?)\b|£ ?[\d,.]+", re.IGNORECASE)
"""Words of a refusal for cost that do not mean the cost that we asked about."""
_LISTS = re.compile(r"\w+(?:,| and| or| nor|, and) (?:the |its |their |any |how |what )?\w+\b", re.IGNORECASE)
_SPECIFIC = re.compile(
    r"(?:^\W*(?:the|both|each)|\b(?:withh[eo]ld(?:ing)?|releas\w+|disclos\w+|provid\w+|supply\w*|produc\w+|hold|keep|"
    r"records?|copy) (?:the|any|an?)) "
    r"(?!(?:information|request\w*|records?|data|material|details?|same|following|rest|remain\w+|other|exemption|section|"
    r"public|act|cost|limit|duty|law|council|trust|board|department|agency|force|county|city|district|university|"
    r"authority|commissioner|office|ministry|police|service|above|whole|of|is|are|was)\b)\w+",
    re.IGNORECASE,
)
"""A thing that we did not name ("the manual is withheld"): part of the request, never the whole of it."""


def place(
    said: Sequence[tuple[Clause, Statement | None]], topics: Topics, waiting: frozenset[int]
) -> list[Placed]:
    """Every statement with its questions. A clause without statement still tells what the next points back to."""
    complete = _numbered(said, len(topics.questions))
    found: list[Placed] = []
    before = Before()
    for clause, one in said:
        own, by = _own(clause, one, topics, complete, before)
        if not own and one is not None:
            own, by = _otherwise(clause, one, topics, before)
        if one is not None and found and by in ("", "back") and _is_ground_of(one, found[-1].said, topics):
            found[-1] = replace(found[-1], said=replace(found[-1].said, sections=one.sections))
        elif one is not None:
            found.append(Placed(one, own, by))
        elif not own and topics.cues.says["whole"].search(clause.text):
            own = tuple(range(1, len(topics.questions) + 1))
        before = before.then(clause, own if by != "whole" else ())
        if one is not None and one.kind in NEGATIVE and own and by != "whole":
            before = replace(before, refused=clause.sentence)
    return in_order(found, topics, waiting)


def _is_ground_of(one: Statement, before: Statement, topics: Topics) -> bool:
    """True for the ground of the refusal just before: "We withhold the names. Section 43(2) exempts ..."."""
    near = one.clause.block == before.clause.block and one.clause.sentence != before.clause.sentence
    refuse = one.kind == "refused" and before.kind in ("refused", "in part")
    bare = bool(one.sections) and not before.sections and not one.whole and not before.whole
    return near and refuse and bare and not topics.about(one.words)


@dataclass(frozen=True, slots=True)
class Before:
    """What the sentence before (or the same one so far) spoke of."""

    sentence: str = ""
    block: int = -1
    questions: tuple[int, ...] = ()
    refused: str = ""

    def then(self, clause: Clause, questions: tuple[int, ...]) -> Before:
        """After one more clause: questions of one sentence add up, a sentence that names none changes nothing."""
        if clause.sentence == self.sentence:
            both = tuple(dict.fromkeys((*self.questions, *questions)))
            return replace(self, block=clause.block, questions=both)
        return Before(clause.sentence, clause.block, questions or (self.questions if self.near(clause) else ()))

    def near(self, clause: Clause) -> bool:
        return clause.block - self.block in (0, 1)


def _numbered(said: Sequence[tuple[Clause, Statement | None]], count: int) -> bool:
    """True if the letter's own numbering names every question."""
    return {number for clause, _ in said for number in (*clause.asked, *clause.over)} >= set(range(1, count + 1))


def _goes_on(clause: Clause, one: Statement, before: Before) -> bool:
    """True for a ground named after what it withholds, and for "those two questions"."""
    if one.kind not in NEGATIVE or not before.near(clause):
        return False
    if _EXACT.search(clause.text):
        return True
    return (one.weak and before.refused == clause.sentence) or bool(_THOSE.search(clause.text))


def _own(
    clause: Clause, one: Statement | None, topics: Topics, complete: bool, before: Before
) -> tuple[tuple[int, ...], str]:
    """The questions that the clause itself names, by number or in words."""
    every = tuple(range(1, len(topics.questions) + 1))
    if clause.asked:
        return clause.asked, "number"
    if one is not None and before.questions and _goes_on(clause, one, before):
        return before.questions, "back"
    if one is not None and _is_all(one, clause):
        return every, "whole"
    about = _about(clause, one, topics)
    if clause.over and (complete or not about or set(about) & set(clause.over)):
        return clause.over, "number"
    if one is not None and (one.kind == "upheld" or _THAT_PART.match(clause.text)):
        return (clause.over, "number") if one.kind == "upheld" and clause.over else ((), "")
    part = one is not None and bool(_OF_PART.search(clause.text))
    if one is not None and one.whole and one.kind in NEGATIVE and len(about) != 1 and not part:
        return (clause.after, "guess") if clause.after else (every, "whole")
    return about, "words" if about else ""


def _is_all(one: Statement, clause: Clause) -> bool:
    """True for "your request would exceed the limit", "all of this is on our website"."""
    if not one.whole or _OF_PART.search(clause.text):
        return False
    sweeping = one.kind in (*NEGATIVE, "elsewhere") and bool(_ALL.match(clause.sentence))
    return one.kind in ("neither confirm nor deny", "cost limit") or sweeping


def _about(clause: Clause, one: Statement | None, topics: Topics) -> tuple[int, ...]:
    """The questions that the words of the clause name; a refusal means one, unless it lists several."""
    text = clause.text
    if one is not None and one.kind == "cost limit":
        text = RECKONING.sub(" ", text) if _WORK.search(text) else ""
    if one is not None and one.kind in NEGATIVE:
        text = main_part(text, topics.cues)
    label = _LABEL.match(text) if one is not None else None
    if label and len(best := topics.best(label["label"])) == 1:
        return best
    if one is not None and one.kind == "attached":
        return tuple(number for number in topics.about(text) if topics.shares(text, number))
    single = one is not None and one.kind in NEGATIVE and not _LISTS.search(text)
    return (topics.best(text) if single else ()) or topics.about(text)


def _otherwise(clause: Clause, one: Statement, topics: Topics, before: Before) -> tuple[tuple[int, ...], str]:
    """For a statement that names no question: what stood before it, else the request as a whole."""
    every = tuple(range(1, len(topics.questions) + 1))
    if one.kind == "upheld":
        return every, "whole"
    if one.kind == "nil" and one.whole:
        return every, "back"
    if one.kind == "attached" and len(every) == 1:
        return every, "back"
    if one.kind not in (*NEGATIVE, "elsewhere", "in part"):
        around = topics.best(clause.sentence) if _POINTS_BACK.match(clause.text) else ()
        return around, "near" if around else ""
    if _SPECIFIC.search(clause.text) and not one.whole and not _POINTS_BACK.match(clause.text):
        return (), "loose"
    same = before.sentence == clause.sentence
    if _OF_PART.search(clause.text) and before.questions and before.near(clause):
        return before.questions, "back"
    if one.kind == "cost limit" and not same:
        return every, "whole"
    around = topics.about(clause.sentence)
    if around and not one.whole:
        return around, "back"
    points = _POINTS_BACK.match(clause.text) or _POINTS_BACK.match(clause.sentence)
    if before.questions and before.near(clause) and (same or one.sections or points):
        return before.questions, "back"
    if clause.after and not one.whole:
        return clause.after, "guess"
    return every, "whole"
