"""Noughts in words under a question for a count: "There were no such cases", "We did not receive any".

Such a sentence counts all that its question asks for, in all its periods, or in those that it names. It must say
nothing else: with a word that neither the question nor plain speech has, it may be of something narrower and is
left to a person. That no record is held of any may be nought or not held, which only a person can tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from foidesk.model.bodies import Question
from foidesk.model.codebook import Measure
from foidesk.model.codec import digest
from foidesk.model.observations import Observation
from foidesk.words.normal import normalise

from ..basis import measure as measures
from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..figures import acceptance as rules
from ..figures.choices import confirm, under
from ..figures.seen import Seen, look, words_besides
from ..sentences.every_year import of_other_years
from ..sentences.over import Sentence
from ..sentences.said import Said
from ..sentences.series import apart

_THING = (
    r"(?:cases?|incidents?|instances?|occurrences?|occasions?|events?|matters?|examples?|records?|reports?|"
    r"fälle?n?|vorfälle?n?|vorgänge?n?)"
)
_NOUGHT = re.compile(
    r"^\W*(?:none(?!\s+of\b)|nil|zero|nought|fehlanzeige|keine[rs]?)(?=\W|$)"
    rf"|\b(?:no|keine)\s+(?:such\s+|solche[nr]?\s+)?(?:\w+\s+)?{_THING}\b|\b(?:no|keine)\s+such\b"
    r"|\b(?:was|were|are|is|been|had|have|has|received|recorded|made|gab|wurden|gibt)\s+(?:\w+\s+)?(?:none|nil|zero|keine)\b"
    r"|(?:\bnot|n['’]t|\bnever)\b[^.;,]*\bany\b|\bnor\b[^.;,]*\bany\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"\b(?:records?(?=\s+(?:of|about|on)|\W*$)|information|data|hold|held|holds|aware|knowledge|documents?|known|"
    r"erfasst|bekannt|vorlieg\w*|liegen|daten|aufzeichnungen)\b",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b(?:but|however|except|other\s+than|apart\s+from|save|although|though|until|unless|yet|further|more|other|"
    r"additional|longer|only|aber|jedoch|außer|weitere[nr]?|mehr|noch|nur)\b",
    re.IGNORECASE,
)
_OURS = frozenset(
    normalise(
        """
        the a an of in on at by to for were was are is be been being have has had who that this these those all and
        their them it they i we you your our us can confirm there during between from over within under with so any
        none nil zero nought no not such never either nor did does do each every question request answer response
        above below please note dear sir madam specified requested asked stated mentioned period year years month
        months calendar financial council force constabulary police authority service department board trust body
        area borough district county city case cases incident incidents instance instances occurrence occurrences
        occasion occasions event events matter matters example examples record records recorded received receive
        report reports hold held aware known happened occurred occur information data
        der die das den dem des ein eine einer eines und im an bei für von vom zu zum zur es ist sind war waren hat
        haben hatte gab gibt wurde wurden keine keiner keines solche solchen fehlanzeige jahr jahre jahren zeitraum
        fall fälle fällen vorgang vorgänge vorfall vorfälle stadt gemeinde kreis landkreis amt behörde liegen vor
        bekannt erfasst nicht uns hierzu dazu
        """
    ).split()
)
"""Words that make a nought of nothing narrower. Participles are none of them: "none were paid" counts payments."""
_HOW_MANY = re.compile(
    r"\bhow\s+many\b|\bnumbers?\b|\btotals?\b|\bwie\s?viele?\b|\banzahl\b|\bzahl\b", re.IGNORECASE
)
_STEM = 4
_TIME = re.compile(r"\btime\s+(?:period|frame|span)\b", re.IGNORECASE)


def with_noughts(ground: Ground, said: list[Said], refused: frozenset[str]) -> list[Said]:
    """The sentences with the noughts that answer questions for one count, accepted or asked about."""
    for question in ground.context.questions:
        measure = _counted(ground, question)
        mine = [one for one in said if measure is not None and one.sentence.over.question == question.id]
        if measure is not None and mine and question.id not in refused and not _is_told(ground, mine, measure):
            said = _with(ground, said, mine, question, measure)
    return said


def _counted(ground: Ground, question: Question) -> Measure | None:
    """The measure of a question that asks how many, broken down or not; none in words to another is of its own."""
    if len(question.measures) != 1 or not _HOW_MANY.search(question.text):
        return None
    measure = ground.context.codebook.measure(question.measures[0])
    return measure if measure.type == "count" else None


def _is_told(ground: Ground, mine: Sequence[Said], measure: Measure) -> bool:
    """True if the answer has a number of its own, or what was read of the measure is accepted or widely asked."""
    read = [o for one in mine for o in one.found.observations if o.measure == measure.id]
    told = any(o.accepted_by or o.where or o.amount is None or o.amount.hi != 0 for o in read)
    return told or any(_numbers(ground, one.sentence) for one in mine)


def _numbers(ground: Ground, sentence: Sentence) -> bool:
    return any(word.value != 0 for word in look(ground, sentence.text).numbers)


def _with(
    ground: Ground, said: list[Said], mine: Sequence[Said], question: Question, measure: Measure
) -> list[Said]:
    hits = [one for one in mine if _says_nought(ground, one.sentence, question, measure)]
    if len(hits) != 1 or any(o.where for one in mine for o in one.found.observations):
        return said
    hit = hits[0]
    found = _made(ground, hit.sentence, measure)
    gone = {o.id for one in mine for o in one.found.observations if o.measure == measure.id}
    return [_instead(one, gone, found if one is hit else Found()) if one in mine else one for one in said]


def _instead(one: Said, gone: set[str], new: Found) -> Said:
    """The sentence without what was read of the measure before, and with the nought."""
    kept = tuple(o for o in one.found.observations if o.id not in gone)
    ids = {id for o in one.found.observations if o.id in gone for id in (o.choice,)}
    choices = tuple(choice for choice in one.found.choices if choice.id not in ids)
    marks = tuple(mark for mark in one.found.marks if mark.name not in gone)
    return replace(one, found=replace(one.found, observations=kept, choices=choices, marks=marks) + new)


def _says_nought(ground: Ground, sentence: Sentence, question: Question, measure: Measure) -> bool:
    """True for a sentence that says none of what was asked, and no word besides."""
    text = sentence.text
    if not _NOUGHT.search(text) or _ELSE.search(text) or of_other_years(ground, text):
        return False
    seen = look(ground, text)
    if seen.categories or any(hit.measure != measure.id for hit in seen.nouns):
        return False
    asked = normalise(f"{question.text} {measure.unit} {' '.join(measure.nouns)}").split()
    stems = {word[:_STEM] for word in asked if len(word) >= _STEM}
    return all(
        word in _OURS or word in asked or word[:_STEM] in stems or not word.isalpha() for word in _words(seen)
    )


def _words(seen: Seen) -> list[str]:
    """The words of a sentence without its periods."""
    return words_besides(_TIME.sub(lambda found: " " * len(found[0]), seen.text), seen.periods)


def _made(ground: Ground, sentence: Sentence, measure: Measure) -> Found:
    """A nought for each period that the sentence names, or one for all; asked about where it may mean not held."""
    seen, place = look(ground, sentence.text), ground.locator(sentence.piece)
    years = [one for when in seen.periods for one in apart(when)]
    named = tuple(one.period for one in years if one.period is not None)
    sure = not _PERHAPS.search(sentence.text) and len(named) == len(years)
    made = tuple(
        Observation(
            digest(ground.document, "nought", place, measure.id, period), ground.context.body, ground.document,
            measure.id, measures.amount(0, measure), "prose", period=period,
            accepted_by=rules.NOUGHT.name if sure else "", places={"value": place, "row": place},
        )
        for period in named or (sentence.over.period,)
    )  # fmt: skip
    spans = [span for one in seen.periods for span in sentence.piece.cut(one.start, one.end).spans]
    spans += [span for one in seen.numbers for span in sentence.piece.cut(one.start, one.end).spans]
    marks = tuple(Mark(span, made[0].id, read=True) for span in spans)
    if sure:
        return Found(made, marks=marks)
    words = " ".join(sentence.text.split())[:160]
    choice = confirm(ground, f"Does this mean none? “{words}”", made, [place])
    return Found(tuple(under(ground, made, choice)), choices=(choice,), marks=marks)
