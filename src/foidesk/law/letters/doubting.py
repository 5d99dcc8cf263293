"""Answers in full that their section, or a note far from it, makes less than that: a person looks."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace

from ..sentences import sentences
from .contrary import is_contradicted, tells_what_nought_is
from .cues import Cues
from .folding import QuestionSeen
from .lacking import lacks
from .naming import questions_named
from .pieces import Clause
from .plainly import sends
from .sections import Sections
from .text import LetterText
from .topics import Topics
from .within import IN_DOUBT
from .woven import BESIDE

WHOLE = ("full", "nil")
_TAKEN = re.compile(
    r"\b(?:(?:has|have) been|was|were|is|are|being)\s+(?:\w+ ){0,3}?(?:redacted|removed|withheld|blanked|"
    r"obscured|"
    r"omitted|suppressed|anonymised|(?:taken|left|blacked|cut) out)\b|"
    r"\b(?:names?|details?|figures?|numbers?|prices?|parts?|addresses|pages?|paragraphs?)\b[^.;\]]{0,50}\b"
    r"(?:redacted|removed|withheld|blanked|omitted|(?:taken|left) out)\b|"
    r"\b(?:we|i) (?:have |are |am )?(?:hold|held|holding|keep|kept|keeping) back\b|"
    r"\b(?:some|certain|several|two|three|other) (?:\w+ ){1,3}(?:is|are|was|were|falls?|lies?) (?:out of|"
    r"outside|beyond) (?:the )?scope\b|"
    r"\bwe (?:have |are )?(?:redact|remov|withh|omit|le(?:ft|aving) out|tak\w+ out)\w*",
    re.IGNORECASE,
)
_NOT_HERE = re.compile(
    r"\b(?:may|might|would|could|can|whether|should|where (?:we|information|any)|if|any|not|nothing|none|no|"
    r"unless|previously|"
    r"earlier|originally|asked|you)\b|n['’]t\b|\[",
    re.IGNORECASE,
)
""" "Where names have been removed this may ..." goes out with every letter."""
_TAKES_BACK = re.compile(
    r"\b(?:not in a position|unknown|incomplete|leaves? out|excludes?|excluding|not included|is not|are not|"
    r"does not form|do not form|only|disregard\w*|taken off|exemptions? (?:applies|has been|is)|engages?|"
    r"remainder|"
    r"rest of|not (?:released?|disclosed?|given?|sent)|refus\w+|withh\w+|too costly|first half|goes to|"
    r"has not told|"
    r"with our|do not come|fall under)\b",
    re.IGNORECASE,
)
""" "Appendix B does not form part of what we are sending": a note below the answers."""
_PLAINLY = re.compile(
    r"\b(?:remainder|rest of|exemptions?|engages?|not in a position|taken off|leaves? out)\b",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:if|may|might|should|whether|where)\b", re.IGNORECASE)
_PIECE = re.compile(
    r"\b(?:append(?:ix|ices)|annex(?:es)?|schedules?|pages?|exhibits?|maps?|drawings?|chapters?)\b", re.IGNORECASE
)
_AT = re.compile(
    r"\b(?:figures?|sums?|numbers?|answers?|replies|at|in|q|under) (?:at |in |to |under )?"
    r"(?P<n>\d{1,2})\b(?![,.]\d)",
    re.IGNORECASE,
)
""" "The sum at 2"."""
_GAP = re.compile(
    r"\b(?:no|not|nor|n['’]t|without)\b[^.;]{0,30}\b(?:cost|figures?|records?|data|information|"
    r"details?|numbers?|split|"
    r"breakdown|history)\b|\b(?:destroyed|overwritten|not (?:yet )?(?:available|held|recorded|"
    r"complete|final|known|"
    r"kept|collected|captured))\b|\bonly (?:for|from|since|in respect|those|covers?|goes?)\b|"
    r"\b(?:unavailable|unknown)\b|\b(?:cannot|unable to|can ?not|can['’]t) (?:\w+ )?(?:say|tell|give|"
    r"provide|split|"
    r"break|separate|distinguish)",
    re.IGNORECASE,
)
""" "£210,000. We have no figure for the four that came from the county."."""


def doubted(
    outcomes: tuple[QuestionSeen, ...], found: Sections, letter: LetterText, cues: Cues, questions: Sequence[str]
) -> tuple[QuestionSeen, ...]:
    """The outcomes, a person asked about what words speak against: what is given in full and is not all of it.

    Those words stand in its own section; or anywhere, where something was taken out and no question has an outcome
    that tells of what, and where the letter says what its noughts mean.
    """
    outcomes = tuple(_unless_contradicted(one, found, letter, questions) for one in outcomes)
    if is_of_another(letter, cues, questions) or _refuses_all(found):
        return tuple(replace(one, sure=False) if one.sure and one.outcome in WHOLE else one for one in outcomes)
    whole = all(one.suggested.outcome in (*WHOLE, "none") for one in outcomes)
    taken = _taken(letter, questions, cues) if whole else frozenset()
    taken |= _taken_back(found, questions, cues) | _of_some(letter, questions, cues)
    return tuple(
        replace(one, sure=False, firm=False)
        if one.sure and one.outcome in WHOLE and (one.question in taken or _has_gap(one.question, found))
        else one
        for one in outcomes
    )


def _unless_contradicted(
    one: QuestionSeen, found: Sections, letter: LetterText, questions: Sequence[str]
) -> QuestionSeen:
    own = [block for block in letter.blocks if not block.startswith("> ")]
    section, question = found.of.get(one.question), questions[one.question - 1]
    lines = [line.text for line in sentences(section.text if section is not None else _around(one.words, own))]
    if one.outcome == "nil":
        against = any(tells_what_nought_is(line.text) for block in own for line in sentences(block))
    else:
        against = is_contradicted(one.outcome, lines, question)
    if section is not None:
        against = against or lacks(one.outcome, lines, question, beside=bool(letter.rows or letter.data))
    against = against or _is_in_doubt(one, found, own) or (one.outcome in WHOLE and _has_beside(one, found, own))
    return replace(one, sure=False, firm=False) if one.sure and against else one


def _is_in_doubt(one: QuestionSeen, found: Sections, own: Sequence[str]) -> bool:
    """True where it is open whether the answer is one: it stands in our own mail, in words that may be ours."""
    section = found.of.get(one.question)
    return IN_DOUBT in one.words or IN_DOUBT in (section.text if section is not None else _around(one.words, own))


def _has_beside(one: QuestionSeen, found: Sections, own: Sequence[str]) -> bool:
    """True where the answer stood in a table with more than a dash beside it."""
    section = found.of.get(one.question)
    return BESIDE in one.words or BESIDE in (section.text if section is not None else _around(one.words, own))


def _around(words: str, blocks: Sequence[str]) -> str:
    """The paragraph that the words stand in; else they alone."""
    return next((block for block in blocks if words and words in block), words)


def is_of_another(letter: LetterText, cues: Cues, questions: Sequence[str]) -> bool:
    """True if the letter says what request it answers, in words of none of our questions."""
    topics = Topics(questions, cues)
    ours = frozenset().union(*topics.stems)
    for block in letter.blocks[:EARLY]:
        seen = None if block.startswith("> ") else _SUBJECT.search(" ".join(block.split()))
        named = topics.stems_of(_GENERAL.sub(" ", seen["subject"])) if seen else frozenset()
        if named and not named & ours:
            return True
    return False


EARLY = 8
_SUBJECT = re.compile(
    r"\b(?:your|the) (?:\w+ ){0,3}(?:request|enquiry)\b[^.;:]{0,50}? "
    r"(?:about|regarding|concerning) (?P<subject>[^.;:\n]{4,90})",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\b(?:freedom|information|act|request\w*|data|foia?|foisa|regulations?|records?|received|dated?|council|"
    r"trust|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|which|that|you|"
    r"your|"
    r"our|the|following|attached|above|reference)\b",
    re.IGNORECASE,
)


_REFUSES_ALL = re.compile(
    r"\b(?:refus|declin|reject)\w*\b (?:to (?:answer|comply with) )?(?:your|the|this) (?:whole |"
    r"entire )?request\b"
    r"(?! (?:in part|for \w+|to|number|\d))|\brequest is (?:therefore )?(?:refused|vexatious)\b",
    re.IGNORECASE,
)


def _refuses_all(found: Sections) -> bool:
    """True for a letter that refuses the request: what its list says are reasons."""
    return any(
        _REFUSES_ALL.search(one.sentence) and not _NOT_HERE.search(one.sentence.replace("your", ""))
        for one in found.outside
    )


def _has_gap(question: int, found: Sections) -> bool:
    section = found.of.get(question)
    lines = [each.text for each in sentences(section.text)] if section is not None else []
    return any(_GAP.search(line) for line in lines[1:])


def takes_out(line: str) -> bool:
    """True for a sentence that says that something was taken out, and not what may be."""
    return bool(_TAKEN.search(line) and not _NOT_HERE.search(line))


def _taken_back(found: Sections, questions: Sequence[str], cues: Cues) -> frozenset[int]:
    """The questions whose answers a note below them takes something from: those it names, or of whose papers."""
    of = found.of.values()
    first = {section.question: section.own[0].block for section in of}
    last = max(first.values(), default=sys.maxsize)
    notes = [*found.outside, *(clause for section in of for clause in section.below)]
    told = [(_noted(one.sentence, questions, cues), one) for one in notes if one.block > last and _is_note(one)]
    for section in of:
        for one in filter(_is_note, section.own):
            between = any(first[section.question] < block < one.block for block in first.values())
            named = one.block > first[section.question] and questions_named(one.sentence, cues, len(questions))
            told += [({section.question}, one)] if between or named else []
    return frozenset(number for about, _ in told for number in about)


def _is_note(clause: Clause) -> bool:
    return bool(_TAKES_BACK.search(clause.sentence) and not _MAY.search(clause.sentence))


def _noted(line: str, questions: Sequence[str], cues: Cues) -> set[int]:
    """The questions that a note is on: by number, by the papers they ask for, else by their words."""
    about = set(questions_named(line, cues, len(questions))) or {int(seen["n"]) for seen in _AT.finditer(line)}
    if not about and _PIECE.search(line):
        about = {number for number, question in enumerate(questions, 1) if sends(question)}
    return about or (set(Topics(questions, cues).best(line)) if _PLAINLY.search(line) else set())


_SOME_EXEMPT = re.compile(
    r"\b(?:some|certain|parts?|several|most|two|three|four) of (?:the|these|those|your|our)\b[^.;]{0,40}\b"
    r"(?:is|are|was|were) (?:therefore |also |being |considered |all )*(?:exempt|excepted|refused|withheld)\b",
    re.IGNORECASE,
)
""" "Some of the costs are exempt": of the question on costs; of "the information" the letter says which."""


def _of_some(letter: LetterText, questions: Sequence[str], cues: Cues) -> frozenset[int]:
    """The questions of which, by the words of a sentence anywhere, some is exempt."""
    topics = Topics(questions, cues)
    lines = (each.text for block in letter.blocks if not block.startswith("> ") for each in sentences(block))
    parts = (part for line in lines for part in re.split("[,;]", line))
    told = (part for part in parts if _SOME_EXEMPT.search(part) and not _MAY.search(part))
    return frozenset(number for part in told for number in topics.best(part))


def _taken(letter: LetterText, questions: Sequence[str], cues: Cues) -> frozenset[int]:
    """The questions of which something was taken out: those that the words name, else all."""
    topics = Topics(questions, cues)
    named: set[int] = set()
    for block in letter.blocks:
        for line in (each.text for each in sentences(block) if not block.startswith("> ")):
            if takes_out(line):
                named |= set(topics.best(line)) or set(range(1, len(questions) + 1))
    return frozenset(named)
