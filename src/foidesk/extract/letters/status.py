"""How the letter answers each question: given, refused under a section, not held ... as `law.letters` reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foidesk.errors import UnknownName
from foidesk.law import AccessLaw, law
from foidesk.law.letters import LetterSeen, QuestionSeen, letter_text, recognise
from foidesk.model.observations import StatusSeen, VersionSeen
from foidesk.model.places import Locator
from foidesk.words.totals import meaning_of_suppression

from ..basis.ground import Ground
from ..sentences.over import Sentence
from .own_version import LONGEST_HEADING, called
from .replaces import replaces

ENDS = ("refused", "not held", "cost limit", "neither confirm nor deny")
OUTCOMES = {"full": "full", "nil": "full", "partial": "partial"} | {end: end for end in ENDS}
"""The outcomes of the survey for those of a letter; nought is an answer, and what may be nought is left open."""


def law_of(ground: Ground) -> AccessLaw | None:
    """The access law of the request, if it is one that foidesk knows."""
    try:
        return law(ground.context.law) if ground.context.law else None
    except UnknownName:
        return None


VERSIONS = {
    "correction": "corrected",
    "review outcome": "after review",
    "retraction": "withdrawn",
}
"""What a letter is to the answers before and after it, by what it says happened."""


def letter_of(ground: Ground) -> LetterSeen:
    """What the document says of the request, read as a letter."""
    return recognise(letter_text(ground.reading), law_of(ground), _asked(ground))


def _asked(ground: Ground) -> list[str]:
    return [question.text for question in ground.context.questions] or [""]


def version(ground: Ground, sentences: Sequence[Sentence], letter: LetterSeen) -> VersionSeen | None:
    """Whether the letter corrects, follows a review, takes an answer back, is interim or final; None if neither.

    What it calls itself goes before what it only holds: a letter that answers some questions may be the last one.
    """
    anew = next((sentence for sentence in sentences if replaces(sentence.text)), None)
    for one in letter.events:
        if one.event in VERSIONS and one.words:
            seen = _version(ground, sentences, VERSIONS[one.event], one.questions, one.words)
            place = seen.locator if replaces(one.words) else _at(ground, anew)
            return replace(seen, replaces=place) if seen.kind == "corrected" else seen
    if anew is not None:
        return VersionSeen("corrected", (), _at(ground, anew), _at(ground, anew))
    for text in (*(sentence.text for sentence in sentences), *_headings(ground)):
        if (found := called(text)) is not None:
            return _version(ground, sentences, *found)
    part = next((one for one in letter.events if one.event == "part reply" and one.words), None)
    return _version(ground, sentences, "interim", part.questions, part.words) if part is not None else None


def _at(ground: Ground, sentence: Sentence | None) -> Locator | None:
    return ground.locator(sentence.piece) if sentence is not None else None


def _headings(ground: Ground) -> Iterator[str]:
    """The lines that stand alone, few words each."""
    for _, _, piece in ground.block_pieces():
        if len(piece.text.split()) <= LONGEST_HEADING:
            yield piece.text


def _version(
    ground: Ground, sentences: Sequence[Sentence], kind: str, questions: Sequence[int], words: str
) -> VersionSeen:
    ids = [question.id for question in ground.context.questions]
    named = tuple(ids[number - 1] for number in questions if number <= len(ids))
    return VersionSeen(kind, named, _place(ground, sentences, words))


def statuses(ground: Ground, sentences: Sequence[Sentence], letter: LetterSeen) -> tuple[StatusSeen, ...]:
    """The outcome of each question as the letter words it; of a letter that ends all alike, one for the whole.

    What `receive` would ask a person about is no outcome here, unless it gives nothing: then it is likely so.
    """
    act, questions = law_of(ground), ground.context.questions
    asked, seen = _asked(ground), letter.outcomes
    figures = {number for number, one in enumerate(questions, 1) if one.measures or one.variables}
    gives = any(OUTCOMES.get(one.outcome) in ("full", "partial") for one in seen)
    stated = [one for one in seen if _is_stated(one, one.question in figures, gives)]
    if len(stated) == len(asked) and len({(one.outcome, one.sections) for one in stated}) == 1:
        return tuple(_statuses(ground, sentences, "", stated[0], act))
    ids = [question.id for question in questions] or [""]
    return tuple(
        status for one in stated for status in _statuses(ground, sentences, ids[one.question - 1], one, act)
    )


def _is_stated(one: QuestionSeen, in_figures: bool, gives: bool) -> bool:
    """An answer in figures is told by the figures themselves, not by the letter around them."""
    outcome = OUTCOMES.get(one.outcome, "")
    if outcome == "full":
        return one.sure and not in_figures
    if outcome == "partial" and in_figures and not one.sections and meaning_of_suppression(one.words):
        return False  # "* denotes fewer than five" says what the figures say: these are told as they stand
    return bool(outcome) and (one.sure or (outcome in ENDS and not gives))


def _statuses(
    ground: Ground, sentences: Sequence[Sentence], question: str, one: QuestionSeen, act: AccessLaw | None
) -> Iterator[StatusSeen]:
    """One status for each section relied on."""
    place = _place(ground, sentences, one.words)
    named = act.title if act is not None and one.outcome not in ("full", "nil", "not held") else ""
    for section in one.sections or ("",):
        yield StatusSeen(
            question, OUTCOMES[one.outcome], section, named or (act.title if act and section else ""), place
        )


def _place(ground: Ground, sentences: Sequence[Sentence], words: str) -> Locator | None:
    """Where the words stand, by the sentence that holds them."""
    wanted = _plain(words)
    for sentence in sentences:
        held = _plain(sentence.text)
        if wanted and (wanted in held or held in wanted):
            return ground.locator(sentence.piece)
    return None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def refuses(found: Sequence[StatusSeen]) -> bool:
    """True if the letter as a whole ends without an answer."""
    whole = {status.outcome for status in found if not status.question}
    return bool(whole & set(ENDS)) and not any(status.outcome in ("full", "partial") for status in found)


def unanswered(found: Sequence[StatusSeen]) -> frozenset[str]:
    """The questions that the letter says it does not answer."""
    return frozenset(status.question for status in found if status.question and status.outcome in ENDS)
