"""How each question stands after a letter: what its clauses state, folded; "ask" where they leave it open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..acts import AccessLaw
from .cues import Cues
from .grids import in_tables
from .grounds import grounds
from .ordering import Placed
from .pieces import Clause, clauses
from .placing import RECKONING, place
from .statements import NEGATIVE, Statement, is_cost, same_again, statement, told
from .text import LetterText
from .topics import Topics

_GENERAL = re.compile(r"\W*(?:that |and |so )*(?:the|this|that|such|any|no) information\b", re.IGNORECASE)
"""A refusal of "the information" as such, in a letter that holds nothing else."""
_GIVES = re.compile(
    r"\b(?:can|able to|happy to) (?:tell|say|give|provide|confirm|offer)|outside the act|goodwill", re.I
)
"""Words of giving all the same, in a letter that refuses the whole for its cost."""
_PART = re.compile(
    r"\b(?:some|certain|parts?|portions?|elements?) of (?:the|this|that|it|them|your)\b", re.IGNORECASE
)
"""A refusal of some of it: the rest is given, or stands elsewhere."""
_ANNOUNCES = re.compile(
    r"\brefusal notice\b|\b(?:parts?|some|elements?) of (?:your|the|this) (?:\w+ )?request\b|"
    r"\bin part\b|\bpartial(?:ly)? refus",
    re.IGNORECASE,
)
"""A refusal announced for some of it, before the letter says of which."""
TOLD = ("number", "words", "row", "order", "back")


@dataclass(frozen=True, slots=True)
class QuestionSeen:
    """The outcome of one question (from 1), the sections relied on and the words; not `sure` means: ask a person.

    `outcome` is "none" where the letter says nothing of the question.
    """

    question: int
    outcome: str
    sections: tuple[str, ...] = ()
    words: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Folded:
    """The outcomes; the questions named as still to come; whether some figure found no question."""

    outcomes: tuple[QuestionSeen, ...]
    waiting: frozenset[int]
    loose: bool
    placed: tuple[Placed, ...]


def outcomes(
    letter: LetterText,
    cues: Cues,
    law: AccessLaw | None,
    questions: Sequence[str],
    step: Callable[[str, bool], bool],
    *,
    review: bool = False,
) -> Folded:
    """One outcome for each question. `step(sentence, negative)`: the sentence tells of a step instead.

    Only the letter of a `review` can uphold a decision.
    """
    topics = Topics(questions, cues)
    said = _said(letter, cues, law, questions, step)
    waiting = frozenset(_waiting(said, topics, step))
    placed = _with_sections([_in_force(one, law) for one in place(said, topics, waiting)], said, law)
    promised = frozenset(_promised(said, step))
    placed = [one for one in placed if one.negative or not set(one.questions) & promised]
    placed = [one for one in placed if one.said.kind != "upheld" or review]
    placed += in_tables(letter, placed, topics, cues, law)
    placed = _announced(_reasoned(placed, topics))
    placed = _alone(_for_cost(placed, topics), letter, len(questions))
    numbers = range(1, len(questions) + 1)
    folded = tuple(_fold(number, placed, bool(letter.data), topics) for number in numbers)
    loose = any(not one.questions and one.said.kind in ("full", "nil") for one in placed)
    return Folded(folded, waiting, loose, tuple(placed))


def _said(
    letter: LetterText,
    cues: Cues,
    law: AccessLaw | None,
    questions: Sequence[str],
    step: Callable[[str, bool], bool],
) -> list[tuple[Clause, Statement | None]]:
    """Every clause with what it states; "the same applies to the cost" states what the one before did."""
    found: list[tuple[Clause, Statement | None]] = []
    last: Statement | None = None
    for clause in clauses(letter, cues, questions):
        one = _statement(clause, cues, law, step, " ".join(questions)) or same_again(clause, last, cues, found[-1:])
        if one is not None and (_of_side(one, found[-1:], cues) or _only_cites(one, found[-1:])):
            one = None
        if one is None and not step(clause.sentence, False):
            one = told(clause, cues)
        found.append((clause, one))
        last = one or last
    return found


_BACK = re.compile(r"\W*(?:that|this|your|the|it)\b(?: (?:request|application|part))?", re.IGNORECASE)


def _of_side(one: Statement, last: Sequence[tuple[Clause, Statement | None]], cues: Cues) -> bool:
    """ "You asked for expedited handling. That request is denied": no answer to a question."""
    if not last or one.kind not in ("refused", "granted") or not _BACK.match(one.words):
        return False
    before, _ = last[0]
    return before.block == one.clause.block and bool(cues.says["side"].search(before.sentence))


_CITES_ONLY = re.compile(r"\W*(?:(?:under|see|by|per|exempt|foia?|foisa|eirs?|ref|§+|s|ss|section|sections|reg|regulation|"
    r"exemption|exception|refers|applies|of|the|act|and|us?c)\b[\s.,:&]*|[\d().,&\s]|\((?:[a-z]{1,4})\))+\W*", re.IGNORECASE)  # fmt: skip


def _only_cites(one: Statement, last: Sequence[tuple[Clause, Statement | None]]) -> bool:
    """ "... with bank details removed. (S.40(2))": the ground of what stands before it, nothing of its own."""
    if not last or last[0][1] is None or not _CITES_ONLY.fullmatch(one.words):
        return False
    before, said = last[0]
    return before.block == one.clause.block and before.over == one.clause.over and said.kind in _GROUNDED


_GROUNDED = (*NEGATIVE, "in part")


def _waiting(
    said: Sequence[tuple[Clause, Statement | None]], topics: Topics, step: Callable[[str, bool], bool]
) -> Iterator[int]:
    """The questions of the sentences that only say that an answer is to come."""
    for clause, one in said:
        if one is None and step(clause.sentence, False):
            yield from clause.asked or clause.over or topics.about(clause.text)


def _reasoned(placed: list[Placed], topics: Topics) -> list[Placed]:
    """Without the figures in the reasons for a refusal: after it, in its paragraph, on its question."""
    return [one for at, one in enumerate(placed) if not _is_reason(one, placed[:at], topics)]


def _is_reason(one: Placed, before: Sequence[Placed], topics: Topics) -> bool:
    clause = one.said.clause
    if one.said.kind not in ("full", "told") or clause.asked or one.by == "row" or _GIVES.search(clause.sentence):
        return False
    refused = {
        number
        for each in before
        if each.negative
        and each.said.clause.block == clause.block
        and each.said.clause.sentence != clause.sentence
        for number in each.questions
    }
    mine = set(one.questions)
    return bool(mine) and mine <= refused and not mine & set(topics.about(clause.text))


def _announced(placed: list[Placed]) -> list[Placed]:
    """Without "REFUSAL NOTICE" and "we are refusing part of it" where the letter goes on to say what of which."""
    firm = [one for one in placed if one.by in ("number", "words", "row", "back") and one.questions]
    if not firm:
        return placed
    return [
        one for one in placed if one.by != "whole" or one.said.sections or not _ANNOUNCES.search(one.said.words)
    ]


def _for_cost(placed: list[Placed], topics: Topics) -> list[Placed]:
    """Beside a refusal of the whole for cost, a figure without a question of its own only reckons the cost."""
    cost = [one for one in placed if one.said.kind == "cost limit" and one.by == "whole"]
    if not cost:
        return placed
    if any(one.said.whole for one in cost):
        return [
            one for one in placed if one.negative or one.by in ("number", "row") or _GIVES.search(one.said.words)
        ]
    return [one for one in placed if one.negative or one.by in ("number", "row") or _is_more(one, topics)]


def _is_more(one: Placed, topics: Topics) -> bool:
    """True for an answer that names a question by more than the words of a reckoning."""
    if one.said.kind == "granted":
        return True
    return one.by == "words" and bool(topics.about(RECKONING.sub(" ", one.said.words)))


def _promised(said: Sequence[tuple[Clause, Statement | None]], step: Callable[[str, bool], bool]) -> Iterator[int]:
    """The questions whose own numbered paragraph says that their answer is still to come."""
    for clause, _ in said:
        if clause.led and clause.over and step(clause.sentence, True):
            yield from clause.over


def _alone(placed: list[Placed], letter: LetterText, count: int) -> list[Placed]:
    """A letter that states one refusal and gives nothing refuses all, whichever question it has in mind."""
    kinds = {one.said.kind for one in placed}
    if len(kinds) != 1 or letter.data or not placed or not placed[0].negative or kinds == {"elsewhere"}:
        return placed
    if any(one.by in ("number", "row") for one in placed):
        return placed
    if all(_GENERAL.match(one.said.words) for one in placed):
        placed = [replace(one, by="whole") for one in placed]
    every = tuple(range(1, count + 1))
    if kinds <= {"cost limit", "neither confirm nor deny"} or any(one.by == "whole" for one in placed):
        return [replace(one, questions=every, by="whole") for one in placed]
    named = {number for one in placed for number in one.questions}
    if named == {1}:
        return [replace(one, questions=every, by="whole") for one in placed]
    rest = tuple(number for number in every if number not in named)
    return [*placed, replace(placed[0], questions=rest, by="guess")] if rest else placed


def _statement(
    clause: Clause, cues: Cues, law: AccessLaw | None, step: Callable[[str, bool], bool], asked: str
) -> Statement | None:
    one = statement(clause, cues, law, asked)
    firm = one is not None and one.kind in NEGATIVE and not one.weak
    if one is None or step(clause.sentence, firm):
        return None
    return one


def _in_force(one: Placed, law: AccessLaw | None) -> Placed:
    """A decision upheld on questions that it names is a refusal of those."""
    if one.said.kind != "upheld" or one.by != "number" or not one.said.sections:
        return one
    cost = all(is_cost(section, law) for section in one.said.sections)
    return replace(one, said=replace(one.said, kind="cost limit" if cost else "refused"))


def _with_sections(
    placed: list[Placed], said: Sequence[tuple[Clause, Statement | None]], law: AccessLaw | None
) -> list[Placed]:
    """A refusal without a section takes it from the sentence that follows and states nothing of its own."""
    after = {id(clause): said[index + 1] for index, (clause, _) in enumerate(said[:-1])}
    found = []
    for one in placed:
        follows = after.get(id(one.said.clause))
        ncnd = one.said.kind == "neither confirm nor deny"
        wants = one.said.kind in _GROUNDED and one.said.kind != "not held" and (ncnd or not one.said.sections)
        if wants and follows and follows[1] is None and follows[0].block == one.said.clause.block:
            named = grounds(follows[0].sentence, law)
            named = tuple(name for name in named if is_cost(name, law) is (one.said.kind == "cost limit"))
            one = replace(one, said=replace(one.said, sections=tuple(dict.fromkeys((*one.said.sections, *named)))))
        found.append(one)
    return found


def _sections(said: Sequence[Placed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(section for one in said for section in one.said.sections))


def _fold(number: int, placed: Sequence[Placed], data: bool, topics: Topics) -> QuestionSeen:
    mine = [one for one in placed if number in one.questions and one.by != "whole"]
    whole = [one for one in placed if one.by == "whole"]
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


def _negative(number: int, said: Sequence[Placed], document: bool) -> QuestionSeen:
    kinds = list(dict.fromkeys(one.said.kind for one in said))
    kind = next((one for one in kinds if one != "elsewhere"), "elsewhere")
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
    return QuestionSeen(number, "partial", _sections(negative), words, sure=explicit and released)


def _given(number: int, given: Sequence[Placed], whole: Sequence[Placed], document: bool) -> QuestionSeen:
    figures = [one for one in given if one.said.kind == "full"]
    nil = [one for one in given if one.said.kind == "nil"]
    first = (figures or nil or list(given))[0]
    kind = "nil" if nil and not figures else "full"
    told = any(one.by in TOLD for one in given)
    doubtful = (
        any(one.negative for one in whole)
        or any(one.said.partial for one in given)
        or (
            not figures
            and not nil
            and not document
            and not (given[0].by == "words" and len(given[0].questions) == 1)
        )
    )
    return QuestionSeen(number, kind, (), first.said.words, sure=told and not doubtful)


def _by_whole(number: int, whole: Sequence[Placed], placed: Sequence[Placed], data: bool) -> QuestionSeen:
    granted = [one for one in placed if one.said.kind == "granted"]
    figures = any(one.said.kind in ("full", "nil") and one.questions for one in placed)
    if whole:
        kinds = list(dict.fromkeys(one.said.kind for one in whole))
        kind = next((one for one in kinds if one not in ("elsewhere", "refused")), kinds[0])
        sure = (
            set(kinds) <= {kind, "elsewhere", "refused"} and kind != "maybe zero" and not figures and not granted
        )
        if kind == "not held, or none":
            kind, sure = "not held", False
        if kind == "elsewhere":
            kind, sure = "refused", sure and bool(_sections(whole))
        fitting = [one for one in placed if one.said.kind in (kind, "elsewhere")]
        return QuestionSeen(number, kind, _sections(fitting), whole[0].said.words, sure)
    if granted:
        clean = not any(one.negative or one.said.partial for one in placed)
        return QuestionSeen(number, "full", (), granted[0].said.words, sure=clean)
    return QuestionSeen(number, "none")
