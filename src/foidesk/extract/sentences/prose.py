"""From sentences to statements: "There were 46 investigations", "2 resigned, 3 received warnings", "Nil".

A number becomes a statement only beside a noun of a measure or a category; else it stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from foidesk.model.codec import digest
from foidesk.model.observations import Observation, OneOf
from foidesk.model.periods import Period
from foidesk.model.places import Locator
from foidesk.model.values import Value
from foidesk.words.matching import CategoryHit
from foidesk.words.normal import normalise
from foidesk.words.numbers import NumberWord, numbers
from foidesk.words.small_numbers import BODY_KINDS

from ..basis import measure as measures
from ..basis.asked import our_words, without_own_name, without_own_place, without_window
from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen, amount, value_of
from ..basis.near import ask
from ..basis.pieces import Piece
from ..basis.plain import NOT_OURS, OF_THE_REST, PLAIN
from ..basis.says import Says
from ..figures import acceptance as rules
from ..figures.emit import relation
from ..figures.figures import combine
from ..figures.meaning import Meaning
from ..figures.scales import in_other_unit, in_scaled_sums
from ..figures.seen import look
from .all_told import AllTold, all_told, with_all, without_tail
from .bare_money import counts_payments
from .bracketed_years import bracketed_years, with_years
from .carried import Lead, words_of
from .clause import Clause
from .clauses import clauses
from .coins import has_two_coins
from .counted_things import counts_others
from .cut_short import cut_short
from .every_year import without_every_year
from .measured import measure_of
from .named_parts import is_base_of_part
from .over import Sentence
from .own_words import asks_sum, says_total, says_what_is_asked
from .years_named import Years

_HAS = re.compile(
    rf"\b(?P<who>{'|'.join(BODY_KINDS)}|we|it|there)\s+"
    r"(?:currently\s+|now\s+|also\s+)?(?:ha(?:s|ve|d)|runs?|operates?|maintains?|manages?|owns?|serves?|covers?|"
    r"comprises?|are|were)\s+(?=\d|[a-z]+\s)",
    re.IGNORECASE,
)
_THINGS = re.compile(r"\s+(?!cases|matters|incidents|instances|times|results|outcomes)[a-z]{3,}s\b")
_POLITE = (
    r"(?:(?:please|kindly|also|and|i|we|you|me|us|would|like|want|wish|can|could|may|to|know|state|give|provide|supply|"
    r"send|tell|confirm|disclose|request|ask|advise|specify|list|for|with|the|what|which|is|are|was|were|has|been|"
    r"bitte|nennen|teilen|sie|mir|uns|mit|geben|an|ich|wir|möchte|gern|gerne|wissen|ist|war|die|der|wie|hoch|lautet)"
    r"[\s,:]+){0,14}"
)
"""Words of courtesy before what is asked."""
_WITHIN = r"(?:(?:in|for|during|over|between|from|since|within|of|im|in\s+den)\s[^?;]{3,120}?,\s+)?"
"""The time or place asked about, where a question begins with it."""
_HOW_MANY = re.compile(
    rf"^\W*{_POLITE}{_WITHIN}{_POLITE}"
    r"(?:how\s+many|(?:total\s+|overall\s+)?numbers?\s+of|total\s+(?!cost|amount|sum|value|income|spend)|"
    r"wie\s?viele?|(?:gesamt)?(?:an)?zahl)\b",
    re.IGNORECASE,
)
_HOW_MANY_ASKED = re.compile(r"\b(?:how\s+(?:many|much)|wie\s?viele?)\b", re.IGNORECASE)
_PENCE = re.compile(r"\d\.\d\d$")
_SUM = re.compile(
    r"\b(?:how\s+much|(?:total|amount|sum|value|income|revenue|cost|costs|spend|expenditure)\b|"
    r"wie\s?viel\s+geld|(?:gesamt)?(?:summe|höhe|betrag|einnahmen|ausgaben|kosten)\b)",
    re.IGNORECASE,
)
_OTHER_FIGURE = re.compile(
    r"\b(?:highest|lowest|largest|biggest|smallest|average|mean|median|"
    r"per(?!\s+(?:\w+\s+)?(?:year|annum|month|quarter)\b)|budget\w*|"
    r"höchste\w*|niedrigste\w*|durchschnitt\w*|je|pro)\b|\band\s+(?:how|the\s+(?:total\s+)?number)\b",
    re.IGNORECASE,
)
_PICKED = re.compile(
    r"\b(?:highest|lowest|largest|biggest|smallest|single|average|mean|median|per(?!\s+(?:year|annum)\b)|budget\w*|"
    r"höchste\w*|niedrigste\w*|durchschnitt\w*|pro|each\s+(?!(?:\w+\s+){0,3}(?:years?|months?|quarters?)\b))\b",
    re.IGNORECASE,
)
_OTHER_SUM = re.compile(
    r"\b(?:each\s+(?!(?:\w+\s+){0,6}years?\b)|single)\b|(?:^|\s)\(?[a-d]\)|\band\s+(?:how|what|the)\b",
    re.IGNORECASE,
)
"""What asks for another figure beside the sum, or for another than the whole of it."""
_MARKED = re.compile(r"\s*\d{1,2}\s+[A-Z][a-z]+\s+(?:were|was|have|had|are|is|has)\b")
"""A digit before a sentence of its own: the mark of a note, or the number of a paragraph, as well as a count."""
_CASES = 2
"""So many semicolons part the cases of a line."""
_DASH = re.compile(r"\s[–—-]\s")
_PART_ENDS = re.compile(r"[;,.](?=\s|$)|\s(?:and|while|whilst|und|während)\s", re.IGNORECASE)
_ADDS = re.compile(
    r"\b(?:further|additional|another|others?|remaining|remainder|rest|more|also|plus|as well|previous\w*|"
    r"weitere\w*|übrige\w*|zusätzlich\w*|außerdem|auch|ferner)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What one clause tells: a value with its measure, its categories and its period, and the rule for it."""

    clause: Clause
    value: Value
    seen: MeasureSeen
    meaning: Meaning
    rule: str


def told_in(
    ground: Ground,
    sentence: Sentence,
    before: MeasureSeen | None,
    lead: Lead | None = None,
    years: Years = (),
    last: Period | None = None,
) -> tuple[list[Told], MeasureSeen | None]:
    """What a sentence tells, and the measure that it leaves for the next one of its paragraph.

    `lead`: what the sentence before counts, which this one may go on with: "In 2022 we lost 17." `years`: those
    that it names; `last`: the last year named.
    """
    sentence = without_every_year(ground, sentence)
    named = _sentence_measure(ground, sentence) or before
    found = [
        told
        for clause in (
            cut_short(ground, sentence.text, one) for one in _clauses(ground, sentence, lead, years, last)
        )
        if (told := _told(ground, sentence, clause, lead.seen if clause.carried and lead else named))
    ]
    return _all_or_none(sentence.text, found), named


def _all_or_none(text: str, told: list[Told]) -> list[Told]:
    """What a line of cases tells, its sums left to a person unless all are read: "car, £410; van, £20; ..."."""
    sums = [word for word in numbers(text) if word.kind == "money"]
    read = [one for one in told if one.rule and one.seen.measure.type == "money"]
    if text.count(";") < _CASES or len(sums) == len(read) or len(sums) < _CASES:
        return told
    return [replace(one, rule="") if one.seen.measure.type == "money" else one for one in told]


def _asked_here(ground: Ground, sentence: Sentence, whole: AllTold) -> bool:
    """True unless the question over the sentence is about another measure than the kinds are asked of."""
    asked = ask(ground, sentence.over.question)
    if asked is None:
        return True
    near = [q for q in ground.context.questions if q.id == asked.id or set(q.measures) & set(asked.measures)]
    return {name for name, _ in whole.categories} <= {name for q in near for name in q.variables}


def _clauses(
    ground: Ground, sentence: Sentence, lead: Lead | None, years: Years, last: Period | None
) -> Sequence[Clause]:
    """The clauses of a sentence, of years in a bracket, and of what it says at its end of all that it counts."""
    if (years_held := bracketed_years(ground, sentence.text)) is not None:
        return with_years(ground, sentence, years_held, lambda one: list(clauses(ground, one, lead, years, last)))
    if (whole := all_told(ground, sentence.text)) is not None:
        before = list(clauses(ground, without_tail(sentence, whole), lead, years, last))
        if (found := with_all(whole, before)) is not None and _asked_here(ground, sentence, whole):
            return found
    return list(clauses(ground, sentence, lead, years, last))


def lead_of(sentence: Sentence, told: list[Told]) -> Lead | None:
    """What a sentence counts by a noun of its own for a year, and its words; None if it does not, or is unsure."""
    counts = [one for one in told if one.rule and not one.clause.categories and one.meaning.period is not None]
    counts = [one for one in counts if one.seen.measure.type == "count"] or counts
    measures = {one.seen.measure.id for one in counts}
    named = [one for one in counts if one.clause.nouns or one.clause.carried]
    return Lead(named[0].seen, words_of(sentence.text)) if named and len(measures) == 1 else None


def _sentence_measure(ground: Ground, sentence: Sentence) -> MeasureSeen | None:
    """The measure that the sentence names, if it names one only; else that of the question over it."""
    hits = [hit for hit in look(ground, sentence.text).nouns if not _in_gloss(ground, sentence.text, hit.start)]
    ids = {hit.measure for hit in hits}
    if len(ids) == 1:
        piece = sentence.piece.cut(hits[0].start, hits[0].end)
        return MeasureSeen(ground.context.codebook.measure(ids.pop()), piece, "named")
    return sentence.over.measure or measures.of_question(ground, sentence.over.question)


def _in_gloss(ground: Ground, text: str, at: int) -> bool:
    """True for words that a dash parts from a category: "Physical assault - pupil on pupil"."""
    before = [hit.end for _, hit in look(ground, text).categories if hit.end <= at]
    return bool(before) and _DASH.search(text[max(before) : at]) is not None


def _told(ground: Ground, sentence: Sentence, clause: Clause, named: MeasureSeen | None) -> Told | None:
    seen = None if _is_stock(sentence.text, clause) else measure_of(ground, sentence, clause, named)
    if seen is None or any(hit.negated for _, hit in clause.categories):
        return None
    if _is_bare_beside_money(sentence, clause, seen):
        return None
    value = amount(0, seen.measure) if clause.number is None else value_of(_says(clause.number), seen.measure)
    if value is None or counts_payments(ground, sentence.text, clause, seen.measure):
        return None
    meaning = _meaning(ground, sentence, clause)
    rule = _rule(ground, sentence, clause, seen, meaning)
    if not rule and _is_someone(clause):
        return None
    return Told(clause, value, seen, meaning, rule)


def _is_bare_beside_money(sentence: Sentence, clause: Clause, seen: MeasureSeen) -> bool:
    """True for the 2 of "van, paid £890; 2 cars, both refused": where sums have their sign, it is no sum."""
    bare = clause.number is not None and clause.number.kind != "money" and seen.measure.type == "money"
    return bare and any(word.kind == "money" for word in numbers(sentence.text))


def _is_stock(text: str, clause: Clause) -> bool:
    """True for what the body has or runs: "The Council has 33 primary schools and 8 secondary schools"."""
    found = _HAS.search(text)
    if clause.nouns or not clause.categories or found is None or clause.number is None:
        return False
    first = numbers(text)[0]
    plainly = found["who"].lower() not in ("we", "it", "there") and found.end() == first.start
    return plainly or any(_THINGS.match(text, hit.end) for _, hit in clause.categories)


def is_some_part(ground: Ground, sentence: Sentence, told: Told) -> bool:
    """True for cases of a kind that no category knows: "ten matters ended in some sanction" is no total."""
    plain = told.rule or told.meaning.where or told.meaning.period or told.clause.bare
    return not plain and not _ADDS.search(sentence.text) and not _explained(ground, told.clause)


def _is_someone(clause: Clause) -> bool:
    """True for "one person was ...": somebody who is told of, not a count of all."""
    one = clause.number is not None and clause.number.value == 1 and not clause.number.hedge
    return one and not clause.categories and any(noun.people for noun in clause.nouns)


def _says(word: NumberWord) -> Says:
    kind = "money" if word.kind == "money" else "number"
    return Says(kind if word.kind != "percent" else "percent", word)


def _meaning(ground: Ground, sentence: Sentence, clause: Clause) -> Meaning:
    """The categories and the period of a clause, with those of the heading over it."""
    over = Meaning(sentence.over.heading, sentence.over.where, sentence.over.period)
    own = [Meaning(sentence.piece.cut(h.start, h.end), ((name, h.where),)) for name, h in clause.categories]
    return combine(ground, over, *own, Meaning(period=clause.period))


def _rule(ground: Ground, sentence: Sentence, clause: Clause, seen: MeasureSeen, meaning: Meaning) -> str:
    """The rule that accepts a clause; "" if a person must."""
    said = sentence.text[: clause.head] if clause.listed else sentence.text
    if not seen.supported or seen.rule == "only" or meaning.ambiguous or NOT_OURS.search(said):
        return ""
    if not _is_label(ground, said, clause) and OF_THE_REST.search(said if clause.listed else _up_to(said, clause)):
        return ""
    if (
        clause.crowded
        or sentence.over.untimed
        or not _explained(ground, clause)
        or counts_others(ground, sentence.text, clause)
    ):
        return ""
    if not clause.categories and is_base_of_part(ground, sentence.text, clause.start, clause.end):
        return ""
    if (seen.measure.type == "money" and _is_in_doubt(ground, sentence, clause, seen)) or _MARKED.match(
        sentence.text
    ):
        return ""
    if clause.listed:
        return rules.LISTED.name
    if clause.bare and sentence.over.own:
        return rules.ANSWER.name
    if clause.bare and clause.whole and seen.rule == "question":
        return rules.ANSWER.name
    if clause.bare and clause.period is not None:
        under = sentence.over.measure is not None or _is_named_part(ground, sentence)
        under = under or _is_sum_beside(ground, sentence.over.question, clause)
        return rules.LISTED.name if under or _asks_one(ground, sentence.over.question, clause) else ""
    if clause.bare:
        is_none = clause.number is None and _asks_how_many(ground, sentence.over.question)
        whole = _asks_for_number(ground, sentence.over.question) or _is_named_part(ground, sentence)
        whole = whole and (_is_alone(sentence, clause) or _asks_one(ground, sentence.over.question, clause))
        whole = whole or says_what_is_asked(ground, sentence.over.question, sentence.text)
        whole = whole or says_total(ground, sentence.over.question, sentence.text)
        return rules.ANSWER.name if is_none or whole else ""
    if clause.number is None and len(sentence.text.split()) > 25:
        return ""
    return rules.SENTENCE.name


def _is_in_doubt(ground: Ground, sentence: Sentence, clause: Clause, seen: MeasureSeen) -> bool:
    """True for a sum of money of which the words do not plainly say in what coin, or in what unit of it."""
    if has_two_coins(sentence.text) or clause.number is None or not clause.number.value:
        return has_two_coins(sentence.text)
    over = sentence.over.heading.text if sentence.over.heading is not None else ""
    if clause.number.kind == "money":
        return in_scaled_sums(sentence.text) or in_scaled_sums(over)
    return in_other_unit(ground, seen.measure, sentence.text, over)


def _is_label(ground: Ground, said: str, clause: Clause) -> bool:
    """True for the line "Other - 3" or "Other: 3 claims": a category's own name and its number; nothing else."""
    if len(clause.categories) != 1 or clause.nouns or clause.number is None:
        return False
    _, hit = clause.categories[0]
    counted = next((n for n in look(ground, said).nouns if not said[clause.end : n.start].strip()), None)
    rest = said[: hit.start] + said[hit.end : clause.start] + said[counted.end if counted else clause.end :]
    return hit.end <= clause.start and not re.search(r"\w", rest)


def _up_to(text: str, clause: Clause) -> str:
    """The part of the sentence up to where the words of the number end; what is said of the rest is apart."""
    found = _PART_ENDS.search(text, clause.end)
    start = max(text.rfind(";", 0, clause.start), 0)
    return text[start : found.start()] if found else text[start:]


def _explained(ground: Ground, clause: Clause) -> bool:
    """True if the words between a number and its noun are plain verbs, or words of our own questions."""
    ours, gap = our_words(ground), without_window(ground, without_own_place(ground, clause.gap))
    gap = without_own_name(ground, gap) if clause.number is None else gap
    kinds = {word for name, hit in clause.categories for word in _words_of_kind(ground, name, hit)}
    words = (word for word in normalise(gap).split() if any(map(str.isalpha, word)))
    return all(word in PLAIN or word in ours or word in kinds for word in words)


def _words_of_kind(ground: Ground, name: str, hit: CategoryHit) -> set[str]:
    """The words of a category as said, and of its names in the codebook: "arrears of rent" are rent arrears."""
    words = set(normalise(hit.text).split())
    if name in ground.matchers and isinstance(hit.where, OneOf) and len(hit.where.categories) == 1:
        known = {one.id: one for one in ground.matchers[name].variable.categories}
        one = known.get(hit.where.categories[0])
        words |= (
            {word for said in (one.label, *one.synonyms) for word in normalise(said).split()} if one else set()
        )
    return words


def _asks_how_many(ground: Ground, question: str) -> bool:
    """True if "none" answers the whole of the question: it asks how many of one measure there are."""
    asked = ask(ground, question)
    return asked is not None and len(asked.measures) == 1 and _HOW_MANY.match(asked.text) is not None


def _asks_one(ground: Ground, question: str, clause: Clause) -> bool:
    """True for a question for one thing and nothing beside it, of the kind of the figure: "the total income"."""
    asked = ask(ground, question)
    if asked is None or len(asked.measures) != 1:
        return False
    measure = ground.context.codebook.measure(asked.measures[0])
    if measure.type == "money" and asked.variables:
        return False
    names = (measure.label, *measure.nouns)
    own = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names, key=len, reverse=True)), re.I)
    rest = own.sub(" ", asked.text)
    if len(_HOW_MANY_ASKED.findall(asked.text)) > 1 or _OTHER_FIGURE.search(rest):
        return False
    if measure.type == "money":
        one = _SUM.search(asked.text) or own.search(asked.text)
        is_none = clause.number is None or clause.number.exact == 0
        return one is not None and not _OTHER_SUM.search(rest) and (is_none or _is_sum(clause))
    return _HOW_MANY.match(asked.text) is not None


def _is_sum_beside(ground: Ground, question: str, clause: Clause) -> bool:
    """True for the £1,440 of "2021 - 22 notices - £1,440", where the question asks for a count and its sum."""
    asked = ask(ground, question)
    return asked is not None and asks_sum(ground, question) and _is_sum(clause) and not _PICKED.search(asked.text)


def _is_sum(clause: Clause) -> bool:
    """True for money, and for a number with pence: "24,937,075.02"."""
    word = clause.number
    return word is not None and (word.kind == "money" or bool(_PENCE.search(word.text)))


def _is_alone(sentence: Sentence, clause: Clause) -> bool:
    """True if the sentence is the number, with no words of the question around it."""
    return clause.number is None or not re.search(r"[^\W\d]{3}", sentence.text[clause.end :])


def _is_named_part(ground: Ground, sentence: Sentence) -> bool:
    """True for "a) 40" where our question calls its part a) by a category of each variable that it asks for."""
    asked = ask(ground, sentence.over.question)
    if asked is None or len(asked.measures) != 1 or not asked.variables:
        return False
    return set(asked.variables) == {name for name, _ in sentence.over.where}


def _asks_for_number(ground: Ground, question: str) -> bool:
    """True if the question can be answered by a bare number: it asks for one measure and no breakdown."""
    asked = ask(ground, question)
    return asked is not None and len(asked.measures) == 1 and not asked.variables


# ---------------------------------------------------------------- observations


def statement(ground: Ground, sentence: Sentence, told: Told) -> Found:
    """The observation of a clause, and the characters of its number."""
    value = _value_piece(sentence, told.clause)
    spans = [(span.part, span.start, span.end) for span in value.spans]
    made = Observation(
        digest(ground.document, "prose", spans, told.seen.measure.id, dict(told.meaning.where)),
        ground.context.body, ground.document, told.seen.measure.id, told.value, "prose",
        dict(told.meaning.where), told.meaning.period, relation(told.value), _list_name(sentence, told),
        places=_places(ground, sentence, told, value), accepted_by=told.rule,
    )  # fmt: skip
    marks = tuple(Mark(span, made.id, read=True) for span in value.spans) if told.clause.number else ()
    when = sentence.piece.cut(*told.clause.period_at).spans if told.clause.period_at else ()
    head = sentence.over.heading
    heads = head.spans if head is not None and sentence.over.period is not None and not when else ()
    return Found((made,), marks=(*marks, *(Mark(span, "period of a statement") for span in (*when, *heads))))


def _list_name(sentence: Sentence, told: Told) -> str:
    """The name under which the numbers of one list belong together: they add up, even of one category."""
    if not (told.clause.listed or told.clause.beside) or not sentence.piece.spans:
        return ""
    first = sentence.piece.spans[0]
    return f"list in {first.part} at {first.start}"


def _value_piece(sentence: Sentence, clause: Clause) -> Piece:
    return sentence.piece.cut(clause.start, clause.end)


def _places(ground: Ground, sentence: Sentence, told: Told, value: Piece) -> dict[str, Locator]:
    out = {"value": ground.locator(value), "row": ground.locator(sentence.piece)}
    for variable, hit in told.clause.categories:
        out[f"where:{variable}"] = ground.locator(sentence.piece.cut(hit.start, hit.end))
    if told.clause.period_at is not None:
        out["period"] = ground.locator(sentence.piece.cut(*told.clause.period_at))
    if told.seen.piece is not None:
        out["unit"] = ground.locator(told.seen.piece)
    if sentence.over.heading is not None:
        out["heading"] = ground.locator(sentence.over.heading)
    return out
