"""The outcome of one question out of all that a letter states of it; unsure where the statements leave it open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .figures import has_figure
from .halves import names_half
from .ordering import Placed
from .topics import Topics

_PART = re.compile(
    r"\b(?:some|certain|parts?|portions?|elements?) of (?:the|this|that|it|them|your)\b|"
    r"^\W*(?:the )?(?:sections?|pages?|paragraphs?|annex(?:es)?|appendi\w+|schedules?|chapters?|clauses?|columns?|"
    r"tables?) "
    r"(?:\d+|[a-z]\b)(?:(?:,| and| to|[-–]) ?(?:\d+|[a-z]\b))* "
    r"(?:(?:is|are|was|were|remains?|stays?|has been|have been|will be) )+(?:\w+ly )?"
    r"(?:withheld|exempt|redacted|removed|refused)",
    re.IGNORECASE,
)
"""A refusal of some of it ("pages 3 to 5 are withheld"): the rest is given, or stands elsewhere."""
_HOLDS_DATA = re.compile(
    r"\b(?:spreadsheets?|tables?|files?|documents?|sheets?|workbooks?|append\w+|annex\w*|schedules?|figures|data|lists?|"
    r"breakdowns?|csv|excel|pdf|tabelle|anlage|aufstellung)\b",
    re.IGNORECASE,
)
""" "Please see the attached spreadsheet", under the number of a question: there it is answered."""
_HANDS = re.compile(r"\b(?:attached|enclosed|releas\w+|disclos\w+|provid\w+|supplied|annexed)\b", re.IGNORECASE)
_REST = re.compile(r"\b(?:rest|remainder|remaining|others?|some|parts?|portions?)\b", re.IGNORECASE)
""" "30 are attached, 14 are withheld": some of each."""
TOLD = ("number", "words", "row", "order", "back")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a person is offered where the letter leaves a question open: the likeliest outcome, and how likely."""

    outcome: str
    sections: tuple[str, ...] = ()
    words: str = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class QuestionSeen:
    """The outcome of one question (from 1), the sections relied on and the words; not `sure` means: ask a person.

    `outcome` is "none" where the letter says nothing of the question. `kinds`: all that its sentences state of the
    question; `firm`: they state one thing, under the question's number or of the request as a whole. `likely`: to
    offer to the person who is asked.
    """

    question: int
    outcome: str
    sections: tuple[str, ...] = ()
    words: str = ""
    sure: bool = True
    firm: bool = False
    kinds: tuple[str, ...] = ()
    likely: Suggestion | None = None

    @property
    def suggested(self) -> Suggestion:
        """The outcome to show first, sure or not."""
        return self.likely or Suggestion(self.outcome, self.sections, self.words)


def _sections(said: Sequence[Placed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(section for one in said for section in one.said.sections))


FIRM = ("full", "nil", "not held", "cost limit", "neither confirm nor deny", "maybe zero")
"""What a sentence states in words of its own; a refusal may be of some of it, and "attached" of anything."""


def fold(number: int, placed: Sequence[Placed], data: bool, topics: Topics) -> QuestionSeen:
    """What the letter comes to on one question, and whether its sentences are of one mind."""
    one = _folded(number, placed, data, topics)
    said = [each for each in placed if number in each.questions and each.by != "guess"]
    said = [each for each in said if each.said.kind not in ("told", "elsewhere")]
    kinds = tuple(dict.fromkeys(each.said.kind for each in said))
    near = any(each.by in ("number", "row") for each in said)
    whole = one.outcome == "cost limit" and any(each.said.sections for each in said)
    firm = kinds == (one.outcome,) and one.outcome in FIRM and (near or whole)
    handed = "in part" in kinds and bool({"attached", "full", "granted"} & set(kinds))
    firm = firm or (one.outcome == "partial" and handed)
    if one.outcome not in ("none", "partial") and names_half(
        number, [each.said.clause.sentence for each in said], topics
    ):
        return replace(one, sure=False, kinds=(*kinds, "in part"))
    return replace(one, firm=firm, kinds=kinds)


def _folded(number: int, placed: Sequence[Placed], data: bool, topics: Topics) -> QuestionSeen:
    mine = [one for one in placed if number in one.questions and one.by != "whole"]
    whole = [one for one in placed if one.by == "whole"]
    if len(topics.questions) == 1:
        mine += [one for one in whole if one.said.kind == "in part"]
    upheld = [one for one in whole if one.said.kind == "upheld"]
    if any(one.said.kind == "neither confirm nor deny" for one in whole):
        mine = [one for one in mine if one.said.kind != "refused" or one.by in ("number", "words")]
    negative = [one for one in mine if one.negative]
    if parts := [one for one in mine if one.said.kind == "in part"]:
        sure = any(one.by in TOLD for one in parts)
        return QuestionSeen(number, "partial", _sections([*parts, *negative]), parts[0].said.words, sure)
    given = [one for one in mine if one.said.kind in ("full", "nil", "attached")]
    given += [one for one in mine if one.said.kind == "granted" and len(one.questions) < len(topics.questions)]
    if (
        not negative
        and not given
        and not upheld
        and (in_words := [one for one in mine if one.said.kind == "told"])
    ):
        return QuestionSeen(number, "full", (), in_words[0].said.words, sure=not whole)
    if upheld and not negative:
        return QuestionSeen(number, "refused", _sections(upheld), upheld[0].said.words, sure=False)
    if given and all(one.said.kind == "elsewhere" and not one.said.sections for one in negative):
        negative = []
    if negative and given:
        return _both(number, negative, given, topics)
    if negative:
        return _negative(number, negative, "document" in topics.kinds[number - 1])
    granted = [one for one in placed if one.said.kind == "granted"]
    if given and granted and not any(one.negative or one.said.partial for one in placed):
        return QuestionSeen(number, "full", (), given[0].said.words)
    if given:
        return _given(number, given, whole, data or "document" in topics.kinds[number - 1])
    return _by_whole(number, whole, placed, data)


def _main_of(said: Sequence[Placed]) -> str:
    """Which of several refusals is the decision: the others say that it is one, or why."""
    kinds = {one.said.kind for one in said} - {"elsewhere"}
    bare = not any(one.said.kind == "refused" and one.said.sections for one in said)
    if "cost limit" in kinds and kinds <= {"cost limit", "refused", "not held"}:
        return "cost limit"
    if kinds == {"neither confirm nor deny", "refused"}:
        return "neither confirm nor deny"
    return "not held" if kinds == {"not held", "refused"} and bare else ""


def _negative(number: int, said: Sequence[Placed], document: bool) -> QuestionSeen:
    kinds = list(dict.fromkeys(one.said.kind for one in said))
    kind = next((one for one in kinds if one != "elsewhere"), "elsewhere")
    if main := _main_of(said):
        said = [one for one in said if one.said.kind in (main, "refused")]
        kind, kinds = main, [main]
    sections = _sections([one for one in said if one.said.kind in (kind, "elsewhere")])
    if kind == "refused" and all(_PART.search(one.said.words) for one in said):
        return QuestionSeen(number, "partial", sections, said[0].said.words, sure=False)
    sure = set(kinds) <= {kind, "elsewhere"} and kind != "maybe zero"
    if kind == "not held, or none":
        kind, sure = "not held", sure and document
    if kind == "elsewhere":
        kind, sure = "refused", bool(sections)
    return QuestionSeen(number, kind, sections, said[0].said.words, sure and any(one.by in TOLD for one in said))


def _both(number: int, negative: Sequence[Placed], given: Sequence[Placed], topics: Topics) -> QuestionSeen:
    """Something given and something withheld: part of an answer, or a reason that holds a figure."""
    numbered = [one for one in negative if one.by == "number"]
    if numbered and not any(one.by in ("number", "row") for one in given):
        return _negative(number, numbered, document=False)
    explicit = any(one.by in ("words", "number") for one in given)
    words = (given if explicit else negative)[0].said.words
    released = any(topics.cues.says["redacted"].search(one.said.clause.sentence) for one in [*given, *negative])
    counted = any(_HANDS.search(one.said.words) for one in given) and any(
        has_figure(one.said.words) or _REST.search(one.said.words) for one in negative
    )
    return QuestionSeen(number, "partial", _sections(negative), words, sure=explicit and (released or counted))


def _given(number: int, given: Sequence[Placed], whole: Sequence[Placed], document: bool) -> QuestionSeen:
    figures = [one for one in given if one.said.kind == "full"]
    nil = [one for one in given if one.said.kind == "nil"]
    first = (figures or nil or list(given))[0]
    kind = "nil" if nil and not figures else "full"
    told = any(one.by in TOLD for one in given)
    doubtful = (
        any(one.negative or one.said.kind == "in part" for one in whole)
        or (figures and any(one.by == "number" for one in nil) and given.index(nil[0]) < given.index(figures[0]))
        or any(one.said.partial for one in given)
        or (
            not figures
            and not nil
            and not document
            and not (given[0].by == "words" and len(given[0].questions) == 1)
            and not (given[0].by == "number" and _HOLDS_DATA.search(given[0].said.words))
        )
    )
    return QuestionSeen(number, kind, (), first.said.words, sure=told and not doubtful)


def _by_whole(number: int, whole: Sequence[Placed], placed: Sequence[Placed], data: bool) -> QuestionSeen:
    granted = [one for one in placed if one.said.kind == "granted"]
    figures = any(one.said.kind in ("full", "nil") and one.questions for one in placed)
    if whole:
        kinds = list(dict.fromkeys(one.said.kind for one in whole))
        kind = next((one for one in kinds if one not in ("elsewhere", "refused")), kinds[0])
        if main := _main_of(whole):
            kind, kinds = main, [main]
        sure = (
            set(kinds) <= {kind, "elsewhere", "refused"} and kind != "maybe zero" and not figures and not granted
        )
        if kind == "not held, or none":
            kind, sure = "not held", False
        if kind == "elsewhere":
            kind, sure = "refused", sure and bool(_sections(whole))
        if kind == "in part":
            kind, sure = "partial", False
        fitting = [one for one in placed if one.said.kind in (kind, "elsewhere", "in part")]
        return QuestionSeen(number, kind, _sections(fitting), whole[0].said.words, sure)
    if granted:
        clean = not any(one.negative or one.said.partial for one in placed)
        return QuestionSeen(number, "full", (), granted[0].said.words, sure=clean)
    return QuestionSeen(number, "none")
