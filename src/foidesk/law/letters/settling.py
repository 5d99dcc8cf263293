"""What the section of a question comes to by what stands in it, before any word is weighed.

A section that gives something and holds back nothing is an answer in full; one that refuses, names its ground and
gives nothing is a refusal; one that gives something and refuses the rest is an answer in part. As soon as
anything else stands there, or a refusal stands elsewhere that may be of this question too, nothing is settled.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..acts import AccessLaw
from ..sentences import sentences
from .columns import by_columns
from .cues import Cues
from .doubting import WHOLE, doubted, takes_out
from .figures import has_figure, only_noughts
from .folding import QuestionSeen, Suggestion
from .grounds import grounds
from .pieces import Clause
from .plainly import (
    ADVICE,
    ANNOUNCES,
    CONTRARY_TO_FACT,
    DENIES,
    DENIES_GIVING,
    ELSEWHERE,
    EXCEEDS,
    GIVES_ANYWAY,
    HANDED,
    IN_PART,
    IS_HELD,
    KEEPS_BACK,
    LATER,
    LEADS_TO,
    NCND,
    NOBODY,
    NONE,
    NOT_HELD,
    NOT_RELIED,
    NOTHING_KEPT,
    NOUGHT,
    OF_COST,
    OF_ESTIMATE,
    OF_FEW,
    OF_REGULATIONS,
    OF_RELEASE,
    OUTRIGHT,
    REFUSES,
    SMALL,
    SOME,
    SUPPOSED,
    TAKEN_OUT,
    TELLS_LESS,
    YES,
    answers,
)  # fmt: skip
from .prose import prose
from .schedules import by_schedule
from .sections import Section, Sections, sections
from .seen import LetterSeen
from .text import LetterText
from .topics import Topics

_GIVES_SOME = re.compile(
    r"\b(?:enclos|attach|provid|releas|suppl|includ|set out)\w*\b[^.;]{0,60}\b(?:some|most|much|part)"
    r" of (?:the|your|this) (?:requested )?(?:information|records?|documents?|material|correspondence|data)\b",
    re.IGNORECASE,
)
_WITHHOLDS_SOME = re.compile(
    r"\b(?:unable to|cannot|can ?not|not able to|not) (?:\w+ )?(?:provide|release|disclose|give|supply|send) "
    r"(?:you with )?(?:some|all|part|the rest|the remainder|every\w*)\b|"
    r"\bappl(?:y|ies) to (?:some|part|parts|certain) (?:of )?\w+|"
    r"\b(?:the )?(?:other|remaining|rest|remainder)\b[^.;]{0,80}\b(?:exempt|withheld|excepted)\b",
    re.IGNORECASE,
)
LEAST = 2
"""A letter with fewer sections of single questions is not laid out by questions."""
FEW = 12
"""So many words at most has a refusal that says all in one sentence: "Withheld under section 43(2), see below"."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The outcome that a section comes to, the sections of the law, the words; `plain`: it says nothing else."""

    outcome: str
    sections: tuple[str, ...]
    words: str
    plain: bool = False


def by_sections(
    seen: LetterSeen, letter: LetterText, law: AccessLaw | None, cues: Cues, questions: Sequence[str]
) -> LetterSeen:
    """What the letter says, sure where its section says so plainly, or says the same as all readings offer first.

    Only in a reply: the figures of any other letter are no answers.
    """
    laid, in_turn = sections(letter, cues, questions), prose(letter, cues, questions)
    outcomes = tuple(
        replace(one, sure=False) if _is_of_another(one, in_turn, law) else one for one in seen.outcomes
    )
    if not seen.sure or not set(seen.names) & {"final reply", "part reply"}:
        return replace(seen, outcomes=doubted(outcomes, laid, letter, cues, questions))
    found = settled(laid, law, cues, questions) or of_one_question(letter, law, questions)
    found |= _in_columns(letter, laid, in_turn, law, cues, questions)
    rows = by_schedule(letter, law, cues, questions)
    found |= {number: Settled(*row, plain=True) for number, row in rows.items() if number not in laid.of}
    outcomes = tuple(_with(one, found.get(one.question)) for one in outcomes)
    outcomes = doubted(outcomes, laid, letter, cues, questions)
    told = _without_own(in_turn, laid)
    in_prose = settled(told, law, cues, questions)
    answered = tuple(_as_told(one, in_prose.get(one.question), told, law) for one in outcomes)
    checked = doubted(answered, told, letter, cues, questions)
    outcomes = tuple(new if one.question in told.of else one for one, new in zip(answered, checked, strict=True))
    return replace(seen, outcomes=outcomes)


def _in_columns(
    letter: LetterText,
    laid: Sections,
    told: Sections,
    law: AccessLaw | None,
    cues: Cues,
    questions: Sequence[str],
) -> dict[int, Settled]:
    """The questions that a column of figures answers, and of which no word says that it is less."""
    if law is None or law.language != "en":
        return {}
    of = {number: section for each in (told, laid) for number, section in each.of.items()}
    closing = _closing(laid)
    loose = any(_is_loose(one, set(), law, closing) for one in laid.outside if not of)
    return {
        number: Settled("full", (), head)
        for number, head in by_columns(letter, cues, questions).items()
        if not loose and (number not in of or not _takes_from(of[number]))
    }


def _takes_from(section: Section) -> bool:
    return any(
        pattern.search(one.text)
        for one in sentences(section.text)
        for pattern in (KEEPS_BACK, NOT_HELD, TELLS_LESS, DENIES_GIVING)
    )


def _is_of_another(one: QuestionSeen, told: Sections, law: AccessLaw | None) -> bool:
    """True for an answer whose words stand in the one place of another question, and not in that of its own.

    For a refusal its own place must name another ground: what is not held, or costs too much, may be of several.
    """
    mine = told.of.get(one.question)
    if not one.sure or one.outcome == "none" or mine is None or not one.words or one.words in mine.text:
        return False
    if one.outcome not in WHOLE:
        own, said = set(grounds(mine.text, law)), set(grounds(one.words, law))
        return bool(own and said) and not own & said
    return any(one.words in section.text for number, section in told.of.items() if number != one.question)


def _without_own(told: Sections, laid: Sections) -> Sections:
    """The sections of a letter in prose, without those of questions that have one by its layout."""
    own = {number for number, one in laid.of.items() if not one.shared and len(laid.of) >= LEAST}
    return replace(told, of={number: one for number, one in told.of.items() if number not in own})


def _as_told(one: QuestionSeen, section: Settled | None, told: Sections, law: AccessLaw | None) -> QuestionSeen:
    """The outcome of a question by its paragraph, if all readings offer it first; asked about where it differs."""
    if one.sure and one.outcome in WHOLE and one.question in told.of and refuses(told.of[one.question], law):
        return replace(one, sure=False)
    if section is None or not (one.sure or _same(section.outcome, one.suggested.outcome)):
        return one
    if one.sure:
        return _with(one, section)
    if section.outcome == "refused" and _tells_first(told.of[one.question], section.words):
        return one
    return _with(one, replace(section, plain=True))


def refuses(section: Section, law: AccessLaw | None) -> bool:
    """True if a sentence of the section refuses something on a ground that it names."""
    lines = [each.text for each in sentences(section.text)]
    return law is not None and any(
        grounds(line, law) and _applies(line) and not SUPPOSED.search(line) for line in lines
    )


def _tells_first(section: Section, words: str) -> bool:
    """True if a sentence before the refusal neither leads to it nor keeps anything back: it may answer."""
    lines = [each.text for each in sentences(section.text)]
    before = lines[: lines.index(words)] if words in lines else lines
    return any(not KEEPS_BACK.search(line) and not LEADS_TO.search(line) for line in before)


def _with(one: QuestionSeen, section: Settled | None) -> QuestionSeen:
    if one.sure and section is not None and section.plain and section.outcome != one.outcome != "none":
        return replace(one, sure=False, likely=Suggestion(section.outcome, section.sections, section.words))
    if one.sure or section is None or not (section.plain or _same(section.outcome, one.suggested.outcome)):
        return one
    return replace(
        one, outcome=section.outcome, sections=section.sections, words=section.words, sure=True, likely=None
    )


def _same(outcome: str, first: str) -> bool:
    """True for what all readings offer first, and for a refusal for cost, or to confirm."""
    return outcome == first or (outcome in ("cost limit", "neither confirm nor deny") and first == "refused")


def settled(found: Sections, law: AccessLaw | None, cues: Cues, questions: Sequence[str]) -> dict[int, Settled]:
    """What each question's section comes to, by question; nothing for one whose section leaves it open."""
    if law is None or law.language != "en":
        return {}
    if len(found.of) < LEAST or _is_shifted(found.of, Topics(questions, cues)):
        return {}
    relied = {ground for one in found.of.values() for ground in grounds(one.text, law)}
    closing = _closing(found)
    quiet = not any(_is_loose(one, relied, law, closing) for one in found.outside)
    come = {
        number: _of(one, questions[number - 1], law, quiet=quiet and not _restricts(one, relied, law, closing))
        for number, one in found.of.items()
    }
    return {number: one for number, one in come.items() if one is not None}


def of_one_question(letter: LetterText, law: AccessLaw | None, questions: Sequence[str]) -> dict[int, Settled]:
    """ "I enclose some of the information ... we are unable to provide some of it (section 38)": in part.

    Only where one thing was asked: else it is open of which of them some is kept back.
    """
    if law is None or law.language != "en" or len(questions) > 1:
        return {}
    lines = [one.text for block in letter.blocks if not block.startswith("> ") for one in sentences(block)]
    gives = any(_GIVES_SOME.search(line) and not DENIES_GIVING.search(line) for line in lines)
    kept = [line for line in lines if _WITHHOLDS_SOME.search(line) and not LATER.search(line)]
    named = tuple(dict.fromkeys(ground for line in lines for ground in grounds(line, law)))
    named = tuple(one for one in named if law.refusal(one) is None)
    return {1: Settled("partial", named, kept[0], plain=True)} if gives and kept and named else {}


def _is_shifted(found: dict[int, Section], topics: Topics) -> bool:
    """True for numbers of paragraphs that are not ours: more of them speak of another question than of theirs."""
    best = {number: topics.best(one.text) for number, one in found.items()}
    other = sum(bool(named) and named != (number,) for number, named in best.items())
    return other > 1 and other >= sum(named == (number,) for number, named in best.items())


_RIGHTS = re.compile(
    r"\b(?:your rights?|rights? (?:of|to) (?:appeal|complain|review|a review|an? internal review)|"
    r"internal review|"
    r"if you (?:are|remain) (?:unhappy|dissatisfied|not (?:satisfied|content|happy))|if you disagree|"
    r"complaints? (?:rights|procedure)|"
    r"copyright|re-?use (?:of|the)|accessibility|privacy notice|about the freedom of information act)\b",
    re.IGNORECASE,
)
""" "Your right of review": what stands from here on goes out with every letter."""


def _closing(found: Sections) -> int:
    """The paragraph below all sections from which on the letter says what every letter says."""
    last = max((clause.block for one in found.of.values() for clause in one.own), default=0)
    rest = [*found.outside, *(clause for one in found.of.values() for clause in one.below)]
    return min(
        (one.block for one in rest if one.block > last and _RIGHTS.search(one.sentence)), default=sys.maxsize
    )


def _restricts(one: Section, relied: set[str], law: AccessLaw, closing: int) -> bool:
    return any(_is_loose(clause, relied, law, closing) for clause in one.below)


_OF_LAW = re.compile(r"\b(?:sections?|regulations?|exceptions?|exemptions?|public interest)\b", re.IGNORECASE)
""" "We see the public interest in this": it names the law, and keeps nothing back."""


_CLAIMS = re.compile(
    r"\b(?:appl(?:y|ies|ied)|engag\w+|claim\w*|rel(?:y|ies|ied)|maintain\w*|remainder|rest)\b", re.IGNORECASE
)
""" "Appendix B engages an exemption": unlike the interest, it keeps something back."""


_NOTICE = re.compile(
    r"\b(?:this|it) (?:(?:letter|reply|response|e-?mail|notice) )?(?:therefore |accordingly |also |thus )*"
    r"(?:acts|serves|constitutes|stands|is) (?:as )?(?:a |our |the )?(?:formal |partial )?refusal notice\b",
    re.IGNORECASE,
)
""" "This letter acts as a refusal notice": of what is refused above."""
_REJECTED = re.compile(
    r"\bconsidered (?:whether|if)\b[^.;]*\b(?:concluded|decided|found|satisfied) that (?:it|they|this) "
    r"(?:would|did|does|do) not\W*$",
    re.IGNORECASE,
)
""" "We considered whether the cost would be over the limit and concluded that it would not"."""
_SUPPOSES = re.compile(r"\W*(?:where|if|when|whenever|should)\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:may|might|would|will|can|could|must|need|ha(?:ve|s) to|whether)\b", re.IGNORECASE)
_DUTY = re.compile(
    r"^\W*(?:under |by |in (?:accordance|line) with )?sections? \d[^.;]{0,80}?"
    r"\b(?:must|requires?|obliges?|is required to|are required to|has to|have to)\b",
    re.IGNORECASE,
)
""" "Section 17 of the Act requires the force, when refusing ..., to give a notice": a duty of every body."""
_ON_CONDITION = re.compile(
    r"\b(?:when|where|whether|if|unless)\b[^,.;)]*[,.;)]?|\b(?:specif\w+|stat\w+|nam\w+|cit\w+) "
    r"(?:the|which|any) exemptions?(?: in question| relied on)?|\bwhy the exemption applies\b",
    re.IGNORECASE,
)


def _is_loose(clause: Clause, relied: set[str], law: AccessLaw, closing: int) -> bool:
    """True for words outside all sections that may hold back something of any question.

    Not those that name only grounds on which some section relies: they say why. From the `closing` on only those
    that say that something was taken out.
    """
    if clause.block >= closing:
        return takes_out(clause.sentence)
    if not KEEPS_BACK.search(clause.sentence) or (relied and _NOTICE.search(clause.sentence)):
        return False
    if _REJECTED.search(clause.sentence):
        return False
    if _SUPPOSES.match(clause.sentence) and _MODAL.search(clause.sentence) and not grounds(clause.sentence, law):
        return False
    named = set(grounds(clause.sentence, law))
    if not named:
        if _is_duty(clause.sentence):
            return False
        claims = _OF_LAW.search(clause.sentence) and _CLAIMS.search(clause.sentence)
        return bool(claims or KEEPS_BACK.search(_OF_LAW.sub(" ", clause.sentence)))
    return not named <= relied


def _is_duty(sentence: str) -> bool:
    """True for what a section requires of a body in every case, with what only may be."""
    if not _DUTY.match(sentence) or not _ON_CONDITION.search(sentence):
        return False
    always = _OF_LAW.sub(" ", _ON_CONDITION.sub(" ", sentence))
    return not KEEPS_BACK.search(always)


def _of(one: Section, question: str, law: AccessLaw, *, quiet: bool) -> Settled | None:
    lines = [each.text for each in sentences(one.text) if not ANNOUNCES.fullmatch(each.text)]
    lines = [left for line in lines if (left := NOTHING_KEPT.sub(" ", line)).strip(" .,;")]
    if not lines:
        return None
    text = " ".join(lines)
    named = grounds(text, law)
    if len(lines) == 1 and named and IN_PART.fullmatch(lines[0]):
        return Settled("partial", named, lines[0], plain=True)
    if NCND.search(text):
        return Settled("neither confirm nor deny", named, _first(NCND, lines)) if _gives_none(lines) else None
    if one.shared and not named and (refused := _numbers_refused(lines)):
        return Settled("refused", (), refused)
    if one.shared and (any(map(_hands, lines)) or not named):
        return None
    if any(_is_cost(line, law) or (EXCEEDS.search(line) and not SUPPOSED.search(line)) for line in lines):
        return _of_cost(lines, named, law)
    if any(EXCEEDS.search(line) for line in lines):
        return None
    if any(ELSEWHERE.search(line) for line in lines):
        silent = bool(named) and not (has_figure(text) or HANDED.search(text) or NOT_RELIED.search(text))
        return Settled("refused", named, _first(ELSEWHERE, lines)) if silent else None
    if kept := _kept_back(lines, named, law, shared=one.shared):
        return kept
    if KEEPS_BACK.search(text) and not _of_not_held(named, law):
        return None
    if any(NOT_HELD.search(line) for line in lines):
        return _not_held(lines, named)
    return _given(lines, question) if quiet and not named and not one.shared else None


def _of_cost(lines: Sequence[str], named: tuple[str, ...], law: AccessLaw) -> Settled | None:
    """Refused for cost, unless something is given as well; plainly, where no other sentence holds a figure."""
    if any(GIVES_ANYWAY.search(line) for line in lines if not ADVICE.search(line)):
        return None
    applied = any(_is_cost(line, law) and _applies(line) for line in lines)
    plain = applied and not any(has_figure(line) and not OF_ESTIMATE.search(line) for line in lines)
    return Settled("cost limit", named, _first(OF_COST, lines), plain)


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> str:
    return next((line for line in lines if pattern.search(line)), lines[0])


def _gives_none(lines: Sequence[str]) -> bool:
    before = lines[: next(at for at, line in enumerate(lines) if NCND.search(line))]
    return not any(has_figure(line) or HANDED.search(line) for line in before)


def _is_cost(line: str, law: AccessLaw) -> bool:
    found = (law.refusal(one) for one in grounds(line, law))
    cost = any(one is not None and one.outcome == "cost limit" for one in found)
    other = law.unit == "section" and OF_REGULATIONS.search(line)  # of other regulations than this Act
    return cost and not other and not NOT_RELIED.search(line)


def _of_not_held(named: Sequence[str], law: AccessLaw) -> bool:
    found = [law.refusal(one) for one in named]
    return bool(found) and all(one is not None and one.outcome == "not held" for one in found)


def _kept_back(lines: Sequence[str], named: tuple[str, ...], law: AccessLaw, *, shared: bool) -> Settled | None:
    """Refused, or in part where something is given as well; the ground is named and applied."""
    if not named or _of_not_held(named, law):
        return None
    at = _refused_at(lines, law)
    text = " ".join(lines)
    if at is None or YES.match(lines[0]):
        return None
    given = (has_figure(lines[0]) or HANDED.search(lines[0])) and not KEEPS_BACK.search(lines[0])
    held = any(map(IS_HELD.fullmatch, lines[:at]))
    if held and OF_FEW.match(lines[at]):
        return None
    given = given and not IS_HELD.fullmatch(lines[0])
    if SMALL.search(text) and not (given and at and has_figure(lines[0]) and not SMALL.search(lines[0])):
        return None
    if given or TAKEN_OUT.search(text) or any(_hands(line) for line in lines):
        return Settled("partial", named, lines[at])
    if any(HANDED.search(OF_RELEASE.sub(" ", line)) for line in lines[: at + 1] if not OUTRIGHT.fullmatch(line)):
        return None
    if shared and (SOME.search(text) or has_figure(text)):
        return None
    plain = len(lines) == 1 and len(lines[0].split()) <= FEW and not SOME.search(text) and not has_figure(text)
    return Settled("refused", named, lines[at], plain=plain)


def _refused_at(lines: Sequence[str], law: AccessLaw) -> int | None:
    """The sentence that refuses on a ground it names, or outright with the ground named beside it."""
    applied = (n for n, line in enumerate(lines) if grounds(line, law) and _applies(line))
    outright = (n for n, line in enumerate(lines) if OUTRIGHT.fullmatch(line))
    return next(applied, next(outright, None))


_BY_NUMBER = re.compile(
    r"\b(?:questions?|points?|parts?|items?|requests?) \d[\d ,]*(?:(?:to|and|&|[-–]) ?\d+ )?(?:are|is) "
    r"(?:therefore |accordingly |all |both |also )*(?:refused|withheld|exempt)\b",
    re.IGNORECASE,
)


def _numbers_refused(lines: Sequence[str]) -> str:
    """The sentence that refuses several questions by their numbers, where nothing beside it gives anything."""
    if any(has_figure(line) or _hands(line) or SOME.search(line) for line in lines):
        return ""
    return next((line for line in lines if _BY_NUMBER.search(line) and not NOT_RELIED.search(line)), "")


def _applies(line: str) -> bool:
    supposed = NOT_RELIED.search(line) or CONTRARY_TO_FACT.search(line)
    return bool((REFUSES.search(line) or TAKEN_OUT.search(line)) and not supposed)


def _hands(line: str) -> bool:
    return bool(HANDED.search(line)) and not DENIES.search(line)


def _not_held(lines: Sequence[str], named: tuple[str, ...]) -> Settled | None:
    """Not held, and nothing given in its place."""
    text = " ".join(lines)
    if has_figure(text) or any(_hands(line) for line in lines):
        return None
    return Settled("not held", named, _first(NOT_HELD, lines))


_LED_BY_NOUGHT = re.compile(r"^\W*0(?:\.0+)?(?![\d,]|\.\d)")
""" "£0. There were no fines": the nought is no figure beside "none"."""


def _given(lines: Sequence[str], question: str) -> Settled | None:
    """All of it given: what is asked for stands in the first sentence, and none after it takes anything back."""
    if any(TELLS_LESS.search(line) for line in lines[1:]):
        return None
    if NONE.match(lines[0]) and not has_figure(_LED_BY_NOUGHT.sub("", lines[0])):
        only = len(lines) == 1 and len(lines[0].split()) <= FEW and not TELLS_LESS.search(lines[0])
        nought = bool(NOUGHT.fullmatch(lines[0]))
        denied = nought and all(NONE.match(line) and not has_figure(line) for line in lines[1:])
        return Settled("nil", (), lines[0], nought) if only or denied else None
    if only_noughts(lines[0]) or not answers(lines[0], question):
        return None
    plain = not DENIES.search(lines[0])
    if plain or not (TELLS_LESS.search(lines[0]) or NOBODY.search(lines[0])):
        return Settled("full", (), lines[0], plain)
    return None
