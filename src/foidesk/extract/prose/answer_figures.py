"""The numbers in an answer to a question that asks for one number: of what each seems to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foidesk.model.bodies import Question
from foidesk.model.codebook import Measure
from foidesk.words.normal import normal_words, normalise
from foidesk.words.numbers import NumberWord, numbers

from ..basis.ground import Ground
from ..basis.nouns import is_people, nouns_in
from ..figures.seen import look
from ..sentences.over import Sentence
from ..sentences.said import Said

PREFERRED, NAMED, OPENING, OTHER = "preferred", "named", "opening", "other"
_OPENS = re.compile(r"^\W*(?:[A-Z][.)]\s*)?$")
_STANDS_ALONE = re.compile(r"\s*(?:$|[,;:.(–—]|[ \t]*\n|-\s|in (?:total|all)\b|altogether\b)")
_NEAR = re.compile(r"[\s(–—-]*(?:of\s+(?:an?|one)\s+)?(?:[\w/&’'-]+\s+){0,3}[\s(–—-]*", re.IGNORECASE)
_TITLE = re.compile(r"\s*(?:[\w/&’'-]+\s+){0,6}", re.IGNORECASE)
_BREAKS = re.compile(
    r"\b(?:of|in|on|at|by|for|to|from|with|per|a|an|the|is|are|was|were|be|has|have|had|do|does|did|who|which|that|"
    r"whose|hours?|days?|weeks?|months?|years?|other|more|each|every|or|but|as|than|through|their|its|our)\b",
    re.IGNORECASE,
)
_OF_TITLE = re.compile(r"\b[A-Z]\w+\s+of\s+(?=[A-Z])")
_TIME = re.compile(r"\s*-?\s*(?:(?:full|part)[\s-]*time|[fp]\s?/\s?t)\b", re.IGNORECASE)
_ACTS = re.compile(r"\s+(?:who|working|dealing|employed|involved|assigned|responsible|engaged)\b", re.IGNORECASE)
_MEMBERS = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?members\s+of\s+(?:the|our|that|this)\s+(?:[\w-]+\s+){1,4}?team\b", re.IGNORECASE
)
_HOURS = re.compile(r"\s*(?:hours?|hrs?|days?|weeks?|minutes?|mins?|months?)\b", re.IGNORECASE)
_IDIOM = re.compile(
    r"\s+(?:part(?![\s-]*time)|aspect|element|area|of\s+(?:many|several|a number))\b", re.IGNORECASE
)
_SHARE_OF = re.compile(
    r"(?:%|per ?cent|half|third|quarter|part|fraction)\s+of\s+(?:an?\s+|the\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the answer, with what it seems to be of, and whether it is only a share of that."""

    sentence: Sentence
    word: NumberWord
    kind: str
    share: bool = False

    @property
    def before(self) -> str:
        return self.sentence.text[: self.word.start]


def figures(ground: Ground, measure: Measure, answer: Sequence[Sentence]) -> list[Figure]:
    """The numbers of the answer in order; of hours, days and per cent none."""
    return [one for at, sentence in enumerate(answer) for one in _of(ground, measure, sentence, at == 0)]


def _of(ground: Ground, measure: Measure, sentence: Sentence, first: bool) -> Iterator[Figure]:
    text = sentence.text
    for word in look(ground, text).numbers:
        after = text[word.end :]
        if word.kind == "money" or _HOURS.match(after) or (word.value == 1 and _IDIOM.match(after)):
            continue
        share = _SHARE_OF.search(text[: word.start]) is not None
        yield Figure(sentence, word, _kind(ground, measure, text, word, first), share)


def _kind(ground: Ground, measure: Measure, text: str, word: NumberWord, first: bool) -> str:
    wanted, noun = _preferred_at(measure, text, word), _noun_at(ground, measure, text, word)
    if wanted is not None and (noun is None or wanted <= noun):
        return PREFERRED
    people = is_people(measure.label) or any(map(is_people, measure.nouns))
    after = text[word.end :]
    if noun is not None or (people and (_TIME.match(after) or _ACTS.match(after) or _MEMBERS.match(after))):
        return NAMED
    opens = first and _OPENS.match(text[: word.start]) and _STANDS_ALONE.match(after)
    return OPENING if opens else OTHER


def _preferred_at(measure: Measure, text: str, word: NumberWord) -> int | None:
    """Where the words of the preferred unit begin that belong to the number; None if none do."""
    spans = [span for phrase in measure.prefer for span in _found(text, normalise(phrase).split())]
    if any(end <= word.start and not text[end : word.start].strip(" :=(–—-\u00a0") for _, end in spans):
        return word.end
    starts = [s for s, _ in spans if s >= word.end and _NEAR.fullmatch(text[word.end : s])]
    near = [s for s in starts if not numbers(text[word.end : s]) and not _breaks(text[word.end : s])]
    return min(near, default=None)


def _breaks(gap: str) -> bool:
    return _BREAKS.search(re.sub(r"^\s*of\s+(?:an?|one)\b", "", gap, flags=re.IGNORECASE)) is not None


def _found(text: str, phrase: list[str]) -> Iterator[tuple[int, int]]:
    words = normal_words(text)
    spelt = [word.norm for word in words]
    for at in range(len(spelt) - len(phrase) + 1):
        if spelt[at : at + len(phrase)] == phrase:
            yield words[at].start, words[at + len(phrase) - 1].end


def _noun_at(ground: Ground, measure: Measure, text: str, word: NumberWord) -> int | None:
    """Where the noun of the measure begins that the number counts, behind adjectives or a title."""
    for hit in nouns_in(ground, text):
        gap = text[word.end : hit.start] if hit.start >= word.end else None
        if hit.measure != measure.id or gap is None or not _TITLE.fullmatch(gap + " "):
            continue
        if not _BREAKS.search(_OF_TITLE.sub(" ", gap)) and not numbers(gap):
            return hit.start
    return None


@dataclass(frozen=True, slots=True)
class Answer:
    """The sentences under one question that asks for one measure, and the figures in them."""

    ground: Ground
    measure: Measure
    question: Question
    said: tuple[Said, ...]
    figures: tuple[Figure, ...]

    @property
    def text(self) -> str:
        return "\n".join(one.sentence.text for one in self.said)

    def of(self, *kinds: str) -> list[Figure]:
        return [one for one in self.figures if one.kind in kinds]
