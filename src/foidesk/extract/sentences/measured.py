"""Which measure a clause of a sentence is of."""

from __future__ import annotations

from ..basis import measure as measures
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen
from ..basis.near import ask, names_questions
from ..basis.nouns import is_people
from ..figures.seen import look
from .clause import Clause
from .over import OTHER, Sentence
from .shared_nouns import of_noun, splits_base
from .sums_said import measure_of_sum, says_sum


def measure_of(
    ground: Ground, sentence: Sentence, clause: Clause, named: MeasureSeen | None
) -> MeasureSeen | None:
    """The measure of a clause: its own noun's, the sentence's, or, beside a category, a guess."""
    if clause.carried:
        return named
    if clause.sum_of:
        return measure_of_sum(ground, clause.sum_of)
    own = {noun.measure for noun in clause.nouns}
    if own and len({(noun.start, noun.end) for noun in clause.nouns}) == 1:
        return of_noun(ground, sentence, clause.nouns[0], bool(clause.categories))
    if len(own) == 1:
        noun = clause.nouns[0]
        return MeasureSeen(
            ground.context.codebook.measure(own.pop()), sentence.piece.cut(noun.start, noun.end), "named"
        )
    if sentence.over.question == OTHER:
        return None
    if clause.number is not None and clause.number.kind == "money":
        return _of_sum(ground, sentence, clause)
    if own or not (clause.categories or clause.bare):
        return None
    if clause.bare and not clause.categories and splits_base(ground, sentence):
        return measures.of_question(ground, sentence.over.question)
    asked = _asked_by_category(ground, sentence, clause)
    if asked is not None:
        return asked
    several = len(ground.measures) > 1 or names_questions(ground)
    if named is None and clause.bare and not clause.categories and several:
        return None  # a number alone, under no question, may be of any measure or of none
    seen = named or _of_kinds(ground, clause) or measures.first(ground)
    if seen is not None and _counts_persons(clause, seen):
        return measures.weaker(seen)
    return seen


def _of_kinds(ground: Ground, clause: Clause) -> MeasureSeen | None:
    """The measure that the survey asks the kinds of the clause of, as a guess."""
    asked = measures.of_variables(ground, [variable for variable, _ in clause.categories])
    return measures.weaker(asked) if asked is not None and asked.measure.type == "count" else None


def _of_sum(ground: Ground, sentence: Sentence, clause: Clause) -> MeasureSeen | None:
    over = sentence.over.measure
    if over is not None and over.measure.type == "money" and (sentence.over.own or clause.bare):
        return over
    asked = measures.sum_of_question(ground, sentence.over.question)
    of_sum = asked is not None and _is_asked_of(ground, sentence, clause)
    return asked if of_sum else _money_said(ground, sentence)


def _money_said(ground: Ground, sentence: Sentence) -> MeasureSeen | None:
    """The survey's only measure of money, by name where the sentence says what it is in our own words."""
    money = measures.of_money(ground)
    said = money is not None and says_sum(ground, look(ground, sentence.text), money.measure)
    return MeasureSeen(money.measure, sentence.piece, "named") if money is not None and said else money


def _is_asked_of(ground: Ground, sentence: Sentence, clause: Clause) -> bool:
    """True for a bare sum, and for one of the kinds that the question over it asks for."""
    asked = ask(ground, sentence.over.question)
    kinds = {variable for variable, _ in clause.categories}
    return clause.bare or (bool(kinds) and asked is not None and kinds <= set(asked.variables))


def _asked_by_category(ground: Ground, sentence: Sentence, clause: Clause) -> MeasureSeen | None:
    """The measure of a list that stands under our question for just these categories ("3. Role: ...")."""
    asked = ask(ground, sentence.over.question)
    if not clause.listed or asked is None:
        return None
    if not {variable for variable, _ in clause.categories} <= set(asked.variables):
        return None
    return measures.of_question(ground, sentence.over.question)


def _counts_persons(clause: Clause, seen: MeasureSeen) -> bool:
    """True if the clause counts persons while the measure counts something else."""
    if clause.number is None:
        return False  # no persons are no cases either
    if any(is_people(noun) for noun in (seen.measure.unit, seen.measure.label, *seen.measure.nouns)):
        return False
    return any(is_people(hit.text) for _, hit in clause.categories)
