"""What the section of a question says so plainly that its layout settles the answer, before any weighing.

A section that gives something and holds back nothing is an answer in full; one that refuses all, names the ground and
gives nothing is a refusal; one that gives something first and then refuses the rest of it is an answer in part. As
soon as anything else stands there, or a refusal stands elsewhere in the letter that may be of this question too,
nothing is settled here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..acts import AccessLaw
from ..sentences import sentences
from .cues import Cues
from .figures import has_figure
from .grounds import grounds
from .pieces import Clause
from .sections import Section, Sections, sections
from .text import LetterText
from .topics import Topics


@dataclass(frozen=True, slots=True)
class Settled:
    """The outcome that a section settles, with the sections of the law and the words it rests on."""

    outcome: str
    sections: tuple[str, ...]
    words: str


_KEEPS_BACK = re.compile(
    r"\b(?:with[- ]?h[eo]ld\w*|exempt\w*|excepted|exceptions?|refus\w*|declin\w*|redact\w*|remov\w*|delet\w*|omit\w*|"
    r"blank\w*|obscur\w*|anonymi\w*|pseudonym\w*|confiden\w*|sensitive|privileged?|suppress\w*|personal data|"
    r"(?:taken|left|cut|blacked|greyed|held|kept|holding|keeping) (?:out|back)|sections?|regulations?|"
    r"neither confirm|public interest|prejudic\w*|vexatious|disproportionate\w*|(?:out of|outside (?:the )?|beyond the )scope)\b|"
    r"\b(?:ss?|regs?)\.? ?\d|§|<\s?\d|≤|\*",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:not|no|none|nor|neither|never|nothing|nobody|nil|zero|unable|cannot|cant|dont|without|unavailable|unknown|"
    r"except\w*|excluding|apart from|save|other than|only|however|although|though|unfortunately|regret|afraid|sorry|"
    r"some|part(?:s|ly|ial\w*)?|portions?|most|few(?:er)?|less|under five|remaining|remainder|rest|n/a|"
    r"incomplete|unless|until|pending|await\w*|wait\w*|later|shortly|soon|follow\w*|in due course|still|yet|"
    r"would|could|should|might|if|whether|unclear|limit|hours|"
    r"will|shall|fee|clarif\w*|please (?!see|find)|contact|refer|transferr\w*|previous\w*|already|"
    r"publi(?:c|sh\w*)|websites?|online|available|accessible|held by|holds?|held|above|link|linked|"
    r"same|ditto|as per|sent|received your|thank)\b|n['’]t\b|https?://|www\.|\?",
    re.IGNORECASE,
)
"""What a plain answer has none of; it may say all that is asked, and is for the readings to weigh."""
_HOLDS_NOT = re.compile(
    r"\b(?:not|n['’]t|never|no longer|nor|cannot|unable to)\b(?:\W+\w+){0,3}?\W+(?:hold|held|record\w*|kept|keep|collect\w*|captur\w*|"
    r"available|able|possible|provid\w*|suppl\w*|disclos\w*|releas\w*|give\w*|broken|break|split|separat\w*|distinguish\w*|"
    r"identif\w*|known|know|logged|log|stored|monitor\w*|tracked|includ\w*|complete|confirm\w*|answer\w*|say|tell|share|"
    r"final|finali[sz]ed|ready|yet|centrally|readily|retain\w*)\b|"
    r"\bno (?:\w+ )?(?:records?|information|data|list|such|breakdown|figures?|copy|document|history|way)\b|"
    r"\b(?:unable|unavailable|not known|unknown|n/a|not applicable|incomplete|except\w*|excluding|apart from|save|"
    r"other than|some of|parts? of|remaining|remainder|the rest|the others?|to follow|await\w*|in due course|"
    r"will (?:be|send|follow|write|let)|hope to|expect to|pending|limit|"
    r"please (?:confirm|let|clarify|contact|refer|tell)|websites?|published|publish|online|accessible|transferr\w*|"
    r"question|request|part|point|clarif\w*|estimate that|would (?:take|exceed|need|require|have))\b|https?://|www\.|\?",
    re.IGNORECASE,
)
"""What may make an answer one in part, said in the sentences after it."""
_HANDED = re.compile(
    r"\b(?:attach\w*|enclos\w*|annex(?:ed)?|appendi\w+|provided|released|disclosed|supplied|copy|copies|sheet|tab|"
    r"spreadsheet|workbook|schedule)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:how (?:many|much|long|often|old|far)|numbers?|totals?|costs?|amounts?|spen[dt]\w*|value|average|percentage|proportion|"
    r"income|expenditure|salary|price|fees?|rates?|budget|figures?|when|dates?)\b",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"\b(?:cop(?:y|ies)|minutes|correspondence|e-?mails?|letters?|contracts?|documents?|reports?|briefings?|notes?|"
    r"transcripts?|agreements?|records?)\b",
    re.IGNORECASE,
)


def settled(
    letter: LetterText, law: AccessLaw | None, cues: Cues, questions: Sequence[str]
) -> dict[int, Settled]:
    """What the layout alone settles, by question."""
    if law is not None and law.language != "en":
        return {}
    found = sections(letter, cues, questions)
    if len(found.of) < LEAST:
        return {}
    topics = Topics(questions, cues)
    relied = {ground for one in found.of.values() for ground in grounds(one.text, law)}
    free = not any(_is_loose(one, relied, law) for one in found.outside)
    settled_ = {}
    for number, one in found.of.items():
        if (what := _settle(one, questions[number - 1], topics, law, relied, free=free)) is not None:
            settled_[number] = what
    return settled_


LEAST = 2
"""A letter with fewer sections of single questions is not laid out by questions."""


def _is_loose(clause: Clause, relied: set[str], law: AccessLaw | None) -> bool:
    """True for words outside all sections that may hold back something of any question."""
    if not _KEEPS_BACK.search(clause.text):
        return False
    named = set(grounds(clause.sentence, law))
    return not named or not named <= relied


def _settle(
    one: Section, question: str, topics: Topics, law: AccessLaw | None, relied: set[str], *, free: bool
) -> Settled | None:
    lines = [each.text for each in sentences(one.text)]
    if not lines:
        return None
    if free and not any(_is_loose(each, relied, law) for each in one.below):
        given = _full(lines, question)
        if given is not None:
            return given
    return None


def _full(lines: Sequence[str], question: str) -> Settled | None:
    text = " ".join(lines)
    if _KEEPS_BACK.search(text) or _DENIES.search(lines[0]) or not _answers(lines[0], question):
        return None
    if any(_HOLDS_NOT.search(line) for line in lines[1:]):
        return None
    return Settled("nil" if _NOUGHT.fullmatch(lines[0]) else "full", (), lines[0])


_NOUGHT = re.compile(r"[^\d]*?[£$€]?\b0(?:\.0+)?\b[^\d]*", re.IGNORECASE)


def _answers(text: str, question: str) -> bool:
    if _COUNTS.search(question) and not has_figure(text):
        return False
    if _SENDS.search(question) and not (_HANDED.search(text)):
        return False
    return len(re.findall(r"\w\w", text)) > 0 or has_figure(text)
