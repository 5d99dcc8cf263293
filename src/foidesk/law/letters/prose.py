"""The sections of a letter in prose: which of its paragraphs answer which question, where no number says so.

A paragraph belongs to the question that its first sentence names, by number or by words that only this one has.
Its other sentences are of another question only if that one has no paragraph of its own. A question is left out as
soon as it stands in two places, or beside another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from .cues import Cues
from .figures import has_figure
from .pieces import UNKNOWN, Clause, clauses
from .plainly import KEEPS_BACK, NOT_HELD
from .sections import Section, Sections
from .telling import tells
from .text import LetterText
from .topics import Topics

_PREAMBLE = re.compile(
    r"\b(?:your (?:\w+ ){0,4}(?:request|enquir(?:y|ies)|e-?mail|letter|application|foi)|you (?:have |had "
    r")?(?:asked|wrote|"
    r"requested|put|sought)|thank you|i refer|we refer|i write|i am writing)\b",
    re.IGNORECASE,
)
""" "Thank you for your request about buses": what was asked, and no answer."""
_TURNS_TO = re.compile(
    r"\W*(?:with (?:regard|respect) to|as (?:to|for|regards)|regarding|concerning|turning to|in (?:relation|"
    r"respect|"
    r"answer|response|reply) (?:to|of)|on|for)\b",
    re.IGNORECASE,
)
""" "With regard to your request for reports, ...": what is answered here."""
_SENTENCE = re.compile(r"[.:;!?][\"”’')\]]*\s*$")
_NUMBER = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|both|all|several|some|each)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"\b(?:and|or|but|of|the|to)\W*$", re.IGNORECASE)
Named = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence, or a clause of one that speaks of another question; `of`: the questions it names."""

    clause: Clause
    of: Named


def prose(letter: LetterText, cues: Cues, questions: Sequence[str]) -> Sections:
    """The sections of the questions that the letter answers in prose, each in one place."""
    told = [one for one in clauses(letter, cues, questions) if not one.echo]
    topics = Topics(questions, cues)
    by_sentence = (list(some) for _, some in groupby(told, key=lambda one: (one.block, one.sentence)))
    said = [each for some in by_sentence for each in _said(some, topics)]
    paragraphs = [list(some) for _, some in groupby(said, key=lambda one: one.clause.block)]
    return _sections(_owned(paragraphs, topics))


def _said(parts: Sequence[Clause], topics: Topics) -> list[_Said]:
    """A sentence as one, or its clauses apart where each names another question."""
    whole = replace(parts[0], text=parts[0].sentence)
    ours = _PREAMBLE.search(whole.text) and not _TURNS_TO.match(whole.text)
    head = not (_SENTENCE.search(whole.text) or has_figure(whole.text))
    if (ours and not any(one.asked for one in parts)) or (head and len(parts[0].asked) != 1):
        return [_Said(whole, ())]
    each = [_named(one, topics) for one in parts]
    apart = len(each) > 1 and all(len(one) == 1 for one in each) and len(set(each)) == len(each)
    if apart and all(_says(one.text) for one in parts):
        return [_Said(replace(one, sentence=one.text), of) for one, of in zip(parts, each, strict=True)]
    numbered = {
        number for one in parts for number in (one.asked or (one.over if one.led else ())) if number != UNKNOWN
    }
    of = tuple(sorted(numbered)) or topics.best(whole.text) or tuple({number for one in each for number in one})
    return [_Said(whole, of)]


def _says(part: str) -> bool:
    """True for a clause that tells something by itself: "the cost of Room 4 and" does not."""
    return tells(_NUMBER.sub(" ", part)) and not _UNFINISHED.search(part)


def _named(clause: Clause, topics: Topics) -> Named:
    under = clause.over if len(clause.over) == 1 and clause.led else ()
    if numbers := tuple(one for one in clause.asked or under if one != UNKNOWN):
        return numbers
    return topics.best(clause.text)


def _owned(paragraphs: Sequence[Sequence[_Said]], topics: Topics) -> list[_Said]:
    """All sentences in order, each with the questions that it belongs to."""
    openings = [next((one.of for one in said if one.of), ()) for said in paragraphs]
    missing = set(range(1, len(topics.questions) + 1)) - {number for of in openings for number in of}
    openings = _filled(openings, paragraphs, missing, topics)
    missing -= {number for of in openings for number in of}
    last = max((at for at, of in enumerate(openings) if of), default=-1)
    found: list[_Said] = []
    for at, (of, said) in enumerate(zip(openings, paragraphs, strict=True)):
        if of:
            found += _of_paragraph(of, said, missing)
        elif (found and found[-1].of and _goes_back(said)) or (
            found and at < last and not (missing and any(map(_states, said)))
        ):
            found += [replace(one, of=found[-1].of) for one in said]
        else:
            found += said
    return found


def _filled(
    openings: Sequence[Named], paragraphs: Sequence[Sequence[_Said]], missing: set[int], topics: Topics
) -> list[Named]:
    """What each paragraph opens with; those between two, as many as questions are missing, by their place."""
    found = list(openings)
    named = [at for at, of in enumerate(openings) if len(of) == 1]
    if [openings[at] for at in named] != sorted({openings[at] for at in named}):
        return found
    for before, after in pairwise(named):
        between = list(range(openings[before][0] + 1, openings[after][0]))
        gap = list(range(before + 1, after))
        if (
            between
            and set(between) <= missing
            and len(gap) == len(between)
            and all(_answers(paragraphs[at], number, topics) for at, number in zip(gap, between, strict=True))
        ):
            for at, number in zip(gap, between, strict=True):
                found[at] = (number,)
    return found


_BACK = re.compile(
    r"\W*(?:this|that|these|those|it|they|such|the same|of (?:this|these|those|them)|both|all of|none of|the "
    r"(?:public interest|"
    r"figures?|numbers?|amounts?|answers?) (?:above|below|given)|in (?:addition|this)|however|further\w*|"
    r"public interest)\b",
    re.IGNORECASE,
)


def _goes_back(said: Sequence[_Said]) -> bool:
    """True for a paragraph that goes on from the one before: "Those figures leave out ..."."""
    return bool(_BACK.match(said[0].clause.sentence))


def _answers(said: Sequence[_Said], number: int, topics: Topics) -> bool:
    """True for a paragraph that may answer the question of its place: by a word of it, else only by a refusal."""
    if _goes_back(said) or not any(map(_states, said)):
        return False
    text = " ".join(one.clause.text for one in said)
    return topics.shares(text, number) or bool(KEEPS_BACK.search(text))


def _states(one: _Said) -> bool:
    return bool(
        has_figure(one.clause.text) or NOT_HELD.search(one.clause.text) or KEEPS_BACK.search(one.clause.text)
    )


def _of_paragraph(of: Named, said: Sequence[_Said], missing: set[int]) -> Iterator[_Said]:
    """The sentences of a paragraph: of what it opens with, until one names a question without its own."""
    now = of
    for one in said:
        other = set(one.of) - set(of)
        if other & missing or (other and one.clause.asked) or (len(one.of) > 1):
            now = one.of
        yield replace(one, of=now)


def _sections(said: Sequence[_Said]) -> Sections:
    """Each question that has one place alone; what else is said stands outside."""
    runs = [(of, [one.clause for one in some]) for of, some in groupby(said, key=lambda one: one.of)]
    places = [number for of, _ in runs for number in of]
    kept = {of[0]: own for of, own in runs if len(of) == 1 and places.count(of[0]) == 1}
    outside = tuple(clause for of, own in runs if len(of) != 1 or of[0] not in kept for clause in own)
    return Sections({number: Section(number, tuple(own)) for number, own in sorted(kept.items())}, outside)
