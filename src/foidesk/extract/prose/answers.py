"""The answer in words to a question for one number: the one figure in it, or the figures to choose from.

"Two people are employed to deal with FOI" repeats the question and tells one figure. "4 people (3.61 FTE)" tells
one thing in two units; "4 people: 1 full time, 2 part time" tells it twice. Where nothing says which figure is
the answer, a person is asked; the figures, and their sum, are the options.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from foidesk.model.bodies import Question
from foidesk.model.codebook import Measure
from foidesk.model.issues import Issue
from foidesk.model.observations import Observation
from foidesk.model.values import Amount, Value
from foidesk.words.normal import normalise
from foidesk.words.totals import ZeroSeen, zeros

from ..basis import measure as measures
from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..basis.says import Says
from ..figures import acceptance as rules
from ..figures.choices import confirm, under
from ..figures.seen import look
from ..sentences.over import Sentence
from ..sentences.said import Said
from .answer_explained import says_no_more
from .answer_figures import NAMED, OPENING, OTHER, PREFERRED, Answer, Figure, figures
from .answer_statements import accepted, asked, asking, does_it_count, note, observation, with_new
from .nobody import nobody_alone, somebody

_DOUBT = re.compile(
    r"\b(?:may|might|could|should|would|shared?|sharing|out of|each|every|nationa(?:l|lly)|previous\w*|former\w*|"
    r"used to|until|vacan\w*|vacated|target|budgeted|planned|plans?|proposed|average|per|trained)\b"
    r"|\band\s+(?:several|various|many|some|a number of|numerous|others?|an?(?:other)?)\b",
    re.IGNORECASE,
)
"""Doubts of the clause of a figure, unless the question itself uses the word."""
_MORE = re.compile(
    r"\b(?:plus(?!\s+(?:the|an?)\s+(?:\w+\s+)?(?:time|proportion|share|input)\s+(?:of|from)\b)|"
    r"in addition(?! to)|additional\w*|(?:along|together) with (?!all|other))\b|\+",
    re.IGNORECASE,
)
"""Words of a sentence that add to its figure what no number tells."""
_SHARED = re.compile(
    r"\b(?:split|shared (?:with|between|by|across|service\w*)|jointly|partnership|"
    r"joint (?:team|service|post|arrangement)\w*)\b"
    r"|\b(?:both|across|between)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*\s+(?:and|&)\s+(?:the\s+)?[A-Z]"
    r"|[A-Z][\w’'-]+\s+(?:and|&)\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*\s+"
    r"(?:Councils|Forces|Constabularies|Authorities|Trusts|Boards|Districts|Boroughs|Departments)\b"
)
"""Words of an answer that share its figure with another body."""
_PART_TIME = re.compile(
    r"\bpart[\s-]*time\b|\bp\s?/\s?t\b|\bpte\b|%|per ?cent\b|\bhours?\b|\bhrs?\b", re.IGNORECASE
)
_MAKES = re.compile(
    r"(?:\bequat\w+\s+to|\bequivalent\s+to|\bequals?|=|\bi\.?\s?e\.?|\bamount\w*\s+to|\bmaking|\btotal\w*)\s*(?:of\s+)?"
    r"(?:an?\s+)?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:[,;&+]|\band)\s*$", re.IGNORECASE)
_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_NONE = re.compile(r"\W*(?:none|nobody|no[ -]one|nil|zero)(?=\s*(?:[,.;(–—]|-\s|$))", re.IGNORECASE)


def answered(ground: Ground, said: list[Said], refused: frozenset[str]) -> list[Said]:
    """The sentences with the answers to questions for one number settled, or asked about.

    `refused`: the questions that the letter says it does not answer.
    """
    for question in ground.context.questions:
        measure = _asked_for(ground, question)
        mine = [one for one in said if measure is not None and one.sentence.over.question == question.id]
        if measure is None or not mine or any(_is_told(one, measure) for one in mine):
            continue
        sentences = [one.sentence for one in mine]
        answer = Answer(ground, measure, question, tuple(mine), tuple(figures(ground, measure, sentences)))
        settled = _settled(answer, question.id in refused)
        said = said if settled is None else [settled.get(one.sentence, one) for one in said]
        said = _said_again(said, measure, question)
    return said


def _said_again(said: list[Said], measure: Measure, question: Question) -> list[Said]:
    """The sentences under other questions: one that only says the accepted answer again is accepted with it."""
    mine = [one for one in said if one.sentence.over.question == question.id]
    words = {normalise(one.sentence.text) for one in mine}
    told = {
        o.value.lo for one in mine for o in one.found.observations
        if o.measure == measure.id and o.accepted_by and isinstance(o.value, Amount) and o.value.is_exact
    }  # fmt: skip

    def again(one: Said) -> Said:
        if one.sentence.over.question == question.id:
            return one
        if told and len(words) and normalise(one.sentence.text) in words:
            return _repeated(one, measure)
        held = tuple(_agreeing(o, measure, told) for o in one.found.observations)
        return replace(one, found=replace(one.found, observations=held))

    return [again(one) for one in said]


def _agreeing(one: Observation, measure: Measure, told: set[Decimal]) -> Observation:
    plain = one.measure == measure.id and not (
        one.where or one.period or one.table or one.choice or one.accepted_by
    )
    same = isinstance(one.value, Amount) and one.value.is_exact and {one.value.lo} == told
    return replace(one, accepted_by=rules.TWO_READINGS.name) if plain and same else one


def _repeated(one: Said, measure: Measure) -> Said:
    """A sentence that stands word for word in the answer: its numbers are accounted for there."""
    gone = {o.id for o in one.found.observations if o.measure == measure.id}
    kept = tuple(o for o in one.found.observations if o.id not in gone)
    return replace(
        one, found=replace(one.found, observations=kept, marks=(
            *(mark for mark in one.found.marks if mark.name not in gone),
            *(Mark(span, "said before") for span in one.sentence.piece.spans),
        )), some=frozenset(),
    )  # fmt: skip


def without_figure(ground: Ground, said: Sequence[Said], refused: frozenset[str]) -> Iterator[Issue]:
    """An issue for each question for one number whose answer gives none, says none of it, and is not refused."""
    for question in ground.context.questions:
        measure = _asked_for(ground, question)
        mine = [one for one in said if one.sentence.over.question == question.id]
        if measure is None or not mine or question.id in refused:
            continue
        if not any(o.measure == measure.id for one in said for o in one.found.observations):
            place = ground.locator(mine[0].sentence.piece)
            words = " ".join(mine[0].sentence.text.split())[:120]
            yield Issue(
                "answer-without-figure", "warning",
                f"The answer to question {question.id} gives no number of {measure.unit} that was read: “{words}”",
                ground.where(place.place), "Read the answer: enter the figure, or that it is not stated.",
                (place,), body=ground.context.body, key=f"{ground.document} {question.id}",
            )  # fmt: skip


def _asked_for(ground: Ground, question: Question) -> Measure | None:
    """The measure of a question that asks for one number and no breakdown."""
    if len(question.measures) != 1 or question.variables:
        return None
    measure = ground.context.codebook.measure(question.measures[0])
    return measure if measure.type in ("count", "quantity") else None


def _is_told(one: Said, measure: Measure) -> bool:
    """True for a sentence that tells cases, categories or periods: it is read as such."""
    listed = one.part or bool(one.sentence.over.where or one.sentence.over.period)
    return listed or any(o.where or o.period or o.table for o in one.found.observations)


# ---------------------------------------------------------------- what it comes to


def _settled(answer: Answer, refused: bool) -> dict[Sentence, Said] | None:
    """The sentences of the answer anew; None where it is left as it was read."""
    chosen, rule = _chosen(answer)
    value = _value(answer, chosen) if chosen is not None and not refused else None
    if chosen is not None and value is not None:
        return None if _is_accepted(answer, value) else with_new(answer, accepted(answer, chosen, value, rule))
    told = [one for one in answer.figures if one.kind != OTHER]
    if not told:
        return None if refused else _none(answer)
    if len(told) > 1:
        return with_new(answer, asked(answer, told))
    clean = _clean(answer, told[0]) and not _beside(answer, told[0])
    explained = says_no_more(answer, told[0]) or any(o.accepted_by for o in _read(answer))
    if _is_read(answer, told[0]) or (clean and explained):
        return None
    return with_new(answer, asking(answer, told, does_it_count(answer, told[0])))


def _read(answer: Answer) -> list[Observation]:
    """What was read of the measure, sentence by sentence."""
    return [o for one in answer.said for o in one.found.observations if o.measure == answer.measure.id]


def _is_accepted(answer: Answer, value: Value) -> bool:
    """True if the sentences were read so, and in no other way."""
    read = _read(answer)
    return bool(read) and all(o.accepted_by and o.value == value for o in read)


def _is_read(answer: Answer, figure: Figure) -> bool:
    """True if the sentences were read as this figure, and wait for a person."""
    read = _read(answer)
    same = all(isinstance(o.value, Amount) and o.value.lo == figure.word.value for o in read)
    return bool(read) and same and not any(o.accepted_by for o in read)


def _chosen(answer: Answer) -> tuple[Figure | None, str]:
    """The figure that is the answer, and the rule that takes it; none where a person must say."""
    wanted = answer.of(PREFERRED)
    if wanted:
        one = _whole(wanted)
        good = one is not None and _clean(answer, one) and not _unexplained(answer, one)
        return (one, rules.PREFERRED.name) if good else (None, "")
    held = answer.of(NAMED, OPENING)
    alone = len({one.word.value for one in held}) == 1 and not answer.of(OTHER)
    if not alone or not _clean(answer, held[0]):
        return None, ""
    if answer.measure.prefer and _PART_TIME.search(answer.text) and not _is_part_time_itself(answer, held):
        return None, ""
    return (held[0], rules.IN_WORDS.name) if says_no_more(answer, held[0]) else (None, "")


def _is_part_time_itself(answer: Answer, held: list[Figure]) -> bool:
    """True for "1 part-time officer", with no other word on time: so many heads, and no other unit is stated."""
    said = list(_PART_TIME.finditer(answer.text))
    after = _after(held[0])
    stop = re.search(r"[,;.(]", after)
    own = _PART_TIME.search(after[: stop.start() if stop else len(after)])
    return len(held) == len(said) == 1 and own is not None and "time" in own[0].lower()


def _beside(answer: Answer, one: Figure) -> bool:
    """True if the sentence puts another number beside the figure: "six officers and one manager"."""
    others = [other for other in answer.of(OTHER) if other.sentence is one.sentence]
    return any(_JOINED.search(other.before) and not _OF.match(_after(other)) for other in others)


def _after(one: Figure) -> str:
    return one.sentence.text[one.word.end :]


def _whole(wanted: list[Figure]) -> Figure | None:
    """The only figure, or the one that all others add to."""
    numbers = [one.word.value or Decimal(0) for one in wanted]
    if len(wanted) == 1:
        return wanted[0]
    whole = [one for one, number in zip(wanted, numbers, strict=True) if number * 2 == sum(numbers)]
    return whole[0] if len(wanted) > 2 and len(whole) == 1 else None


def _unexplained(answer: Answer, one: Figure) -> bool:
    """True if a number of the answer is neither the same thing in heads, nor a part of the figure."""
    makes = _MAKES.search(one.before) is not None
    for other in answer.figures:
        beside = other.sentence is one.sentence
        if other.kind == OTHER and not (beside and makes):
            return True
        if other.kind in (NAMED, OPENING) and not beside:
            return True
    return False


def _clean(answer: Answer, one: Figure) -> bool:
    """True if nothing around the figure says that it counts more, less, or something else."""
    text = one.sentence.text
    asked = set(normalise(answer.question.text).split())
    doubts = [found for found in _DOUBT.finditer(_clause(text, one)) if normalise(found[0]) not in asked]
    unsure = any(seen.period is None for seen in look(answer.ground, text).periods)
    return not (one.share or doubts or unsure or _MORE.search(text) or _SHARED.search(answer.text))


def _clause(text: str, one: Figure) -> str:
    """The words around a figure up to the stop behind it."""
    stop = re.search(r"[,;.](?=\s|$)|\s[–—-]\s", text[one.word.end :])
    return text[: one.word.end + stop.start()] if stop else text


def _value(answer: Answer, one: Figure) -> Value | None:
    """The exact value of the figure; a rough one only where the survey counts it as stated."""
    word = one.word
    if word.hedge == "about" and answer.measure.rough and not word.ambiguous and word.value is not None:
        word = replace(word, hedge="", lo=word.value, hi=word.value)
    value = measures.value_of(Says("number", word), answer.measure)
    return value if isinstance(value, Amount) and value.is_exact else None


# ---------------------------------------------------------------- nobody


def _none(answer: Answer) -> dict[Sentence, Said] | None:
    """Nobody is employed solely for it: none, where the survey counts so; else a person is asked."""
    first = answer.said[0].sentence
    if not answer.figures and _NONE.match(first.text):
        made = observation(
            answer, first, _span(_NONE, first), measures.amount(0, answer.measure), rules.ANSWER.name
        )
        return with_new(answer, Found((made,)))
    seen = next((one for one in answer.said if nobody_alone(one.sentence.text)), None)
    if seen is None or any(_plain_none(one.sentence.text) for one in answer.said):
        return None
    value, whole = measures.amount(0, answer.measure), (0, len(seen.sentence.text))
    sure = answer.measure.none_alone and not answer.figures and not somebody(answer.text)
    made = observation(answer, seen.sentence, whole, value, rules.COUNTED.name if sure else "")
    if sure:
        return with_new(
            answer, Found((made,), issues=(note(answer, made, "Nobody solely for it is taken as none"),))
        )
    words = " ".join(seen.sentence.text.split())[:160]
    choice = confirm(answer.ground, f"Does this mean none? “{words}”", (made,), [made.places["value"]])
    return with_new(answer, Found(tuple(under(answer.ground, (made,), choice)), choices=(choice,)))


def _span(pattern: re.Pattern[str], sentence: Sentence) -> tuple[int, int]:
    found = pattern.match(sentence.text)
    return found.span() if found else (0, len(sentence.text))


def _plain_none(text: str) -> bool:
    """True for "None." and the like, which say so without a restriction."""
    found: tuple[ZeroSeen, ...] = zeros(text)
    return bool(found) and not nobody_alone(text)
