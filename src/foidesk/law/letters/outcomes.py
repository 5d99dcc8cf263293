"""How each question stands after a letter: what its clauses state, folded; "ask" where they leave it open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..acts import AccessLaw
from .cues import Cues
from .folding import QuestionSeen, fold
from .grids import in_tables
from .grounds import grounds
from .ordering import Placed
from .overruled import alone, announced, for_cost, led_in, of_last, of_section, reasoned, same_decision
from .pieces import Clause, clauses
from .placing import place
from .scope import is_of_others, is_of_search, is_title, leads_in
from .statements import NEGATIVE, Statement, is_cost, same_again, statement, told
from .text import LetterText
from .topics import Topics


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
    said = _said(letter, cues, law, questions, step, topics)
    waiting = frozenset(_waiting(said, topics, step))
    placed = _with_sections([_in_force(one, law) for one in place(said, topics, waiting)], said, law)
    promised = frozenset(_promised(said, step)) - _refused_under(placed)
    placed = [one for one in placed if one.negative or not set(one.questions) & promised]
    placed = [one for one in placed if one.said.kind != "upheld" or review]
    placed += in_tables(letter, placed, topics, cues, law)
    if any(one.said.kind == "cost limit" for one in placed):
        placed = [one for one in placed if not (one.said.kind == "not held" and one.said.weak)]
    placed = of_section(of_last(same_decision(led_in(placed), len(questions)), len(questions)), topics)
    placed = announced(reasoned(placed, topics), len(questions))
    placed = alone(for_cost(placed, topics), letter, len(questions))
    numbers = range(1, len(questions) + 1)
    folded = tuple(fold(number, placed, bool(letter.data), topics) for number in numbers)
    if _GOODWILL.search(letter.text):
        folded = tuple(_beside_goodwill(one) for one in folded)
    loose = any(not one.questions and one.said.kind in ("full", "nil") for one in placed)
    return Folded(folded, waiting, loose, tuple(placed))


_GOODWILL = re.compile(r"\b(?:goodwill|good will|outside (?:of )?the (?:act|foia))\b", re.IGNORECASE)


def _beside_goodwill(one: QuestionSeen) -> QuestionSeen:
    """What would cost too much, and is given in part all the same: of which question, a person says."""
    return (
        replace(one, sure=False, firm=False, kinds=(*one.kinds, "in part")) if one.outcome == "cost limit" else one
    )


def _said(
    letter: LetterText,
    cues: Cues,
    law: AccessLaw | None,
    questions: Sequence[str],
    step: Callable[[str, bool], bool],
    topics: Topics,
) -> list[tuple[Clause, Statement | None]]:
    """Every clause with what it states; "the same applies to the cost" states what the one before did."""
    found: list[tuple[Clause, Statement | None]] = []
    last: Statement | None = None
    cut, beside = clauses(letter, cues, questions), False
    for clause, follows in zip(cut, _following(cut), strict=True):
        one = _statement(clause, cues, law, step, " ".join(questions)) or same_again(
            clause, last, cues, found[-1:]
        )
        if is_title(clause) and last is not None and last.kind in _GROUNDED and leads_in(last.clause):
            last = _grounded(found, last, grounds(clause.sentence, law), law)
            one = None
        elif is_title(clause) and _is_below(clause) and (last is None or not leads_in(last.clause)):
            one = None  # the head over reasons: "Section 31 - law enforcement"
        beside = (beside and is_title(clause)) or (one is not None and _is_beside(one, follows))
        if beside:
            one = None
        if one is not None and (_of_side(one, found[-1:], cues) or _only_cites(one, found[-1:])):
            one = None
        if one is None and not step(clause.sentence, False):
            one = told(clause, cues, named=topics.named(clause.text))
        found.append((clause, one))
        last = one or last
    return found


def _is_below(clause: Clause) -> bool:
    """True for a paragraph below the number of a question, without a number of its own."""
    return bool(clause.over or clause.after) and not clause.led


def _following(cut: Sequence[Clause]) -> Iterator[str]:
    """For each clause the sentence that follows its own in the paragraph."""
    for at, clause in enumerate(cut):
        rest = (one for one in cut[at + 1 :] if one.sentence != clause.sentence)
        after = next(rest, clause)
        yield after.sentence if after.block == clause.block and after is not clause else ""


def _is_beside(one: Statement, follows: str) -> bool:
    """True for figures of a search, and for what is neither confirmed nor held of any other information."""
    if one.kind in ("full", "nil") and is_of_search(one.clause, follows):
        return True
    return one.kind in ("neither confirm nor deny", "not held") and is_of_others(one.clause.sentence)


def _grounded(
    found: list[tuple[Clause, Statement | None]], last: Statement, named: Sequence[str], law: AccessLaw | None
) -> Statement:
    """The statement before with the sections that stand below it as titles."""
    kind = last.kind
    if kind == "refused" and named and all(is_cost(one, law) for one in named):
        kind = "cost limit"
    more = replace(last, kind=kind, sections=tuple(dict.fromkeys((*last.sections, *named))))
    for at in range(len(found) - 1, -1, -1):
        if found[at][1] is last:
            found[at] = (found[at][0], more)
            break
    return more


_BACK = re.compile(r"\W*(?:that|this|your|the|it)\b(?: (?:request|application|part))?", re.IGNORECASE)


def _of_side(one: Statement, last: Sequence[tuple[Clause, Statement | None]], cues: Cues) -> bool:
    """ "You asked for expedited handling. That request is denied": no answer to a question."""
    if not last or one.kind not in ("refused", "granted") or not _BACK.match(one.words):
        return False
    before, _ = last[0]
    return before.block == one.clause.block and bool(cues.says["side"].search(before.sentence))


_CITES_ONLY = re.compile(
    r"\W*(?:(?:under|see|by|per|exempt|foia?|foisa|eirs?|ref|§+|s|ss|sections?|reg|regulation|exemption|exception|refers|"
    r"applies|of|the|act|and|us?c)\b[\s.,:&]*|[\d().,&\s]|\((?:[a-z]{1,4})\))+\W*",
    re.IGNORECASE,
)


def _only_cites(one: Statement, last: Sequence[tuple[Clause, Statement | None]]) -> bool:
    """ "... with bank details removed. (S.40(2))": the ground of what stands before it, nothing of its own."""
    before, said = last[0] if last else (one.clause, None)
    if said is None or not _CITES_ONLY.fullmatch(one.words):
        return False
    return before.block == one.clause.block and before.over == one.clause.over and said.kind in _GROUNDED


_GROUNDED = (*NEGATIVE, "in part")


def _waiting(
    said: Sequence[tuple[Clause, Statement | None]], topics: Topics, step: Callable[[str, bool], bool]
) -> Iterator[int]:
    """The questions of the sentences that only say that an answer is to come."""
    for clause, one in said:
        if one is None and step(clause.sentence, False):
            yield from clause.asked or clause.over or topics.about(clause.text)


def _promised(said: Sequence[tuple[Clause, Statement | None]], step: Callable[[str, bool], bool]) -> Iterator[int]:
    """The questions whose own numbered paragraph says that their answer is still to come."""
    for clause, _ in said:
        if clause.led and clause.over and step(clause.sentence, True):
            yield from clause.over


def _refused_under(placed: Sequence[Placed]) -> set[int]:
    """The questions under whose number some of it is refused: what stands beside that is no promise."""
    firm = (one for one in placed if one.negative and one.by == "number" and one.said.sections)
    return {number for one in firm for number in one.questions}


def _statement(
    clause: Clause, cues: Cues, law: AccessLaw | None, step: Callable[[str, bool], bool], asked: str
) -> Statement | None:
    one = statement(clause, cues, law, asked)
    grounded = one is not None and one.kind in ("elsewhere", "in part") and bool(one.sections)
    firm = one is not None and (one.kind in NEGATIVE or grounded) and not one.weak
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
