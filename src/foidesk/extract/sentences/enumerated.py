"""Cases told as a list: "three of the incidents, with three results: (a) advice; (b) a warning; (c) dismissed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foidesk.words.numbers import NumberWord, numbers

from ..basis.ground import Ground
from ..basis.nouns import nouns_in
from .case_lines import Named
from .over import Sentence

_FIRST = re.compile(r"[:;,]?\s*\(?(?:a|i|1)\)\s+", re.IGNORECASE)
_MARK = re.compile(r"(?:^|[\s;,])\(?(?P<mark>[a-h]|[ivx]{1,4}|\d{1,2})\)\s+", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:results?|outcomes?|times|occasions|sanctions?|findings)\b", re.IGNORECASE)
_ORDER = (("a", "b", "c", "d", "e", "f", "g", "h"), ("i", "ii", "iii", "iv", "v", "vi"), tuple("12345678"))
LEAST = 2


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the list with its place in its sentence."""

    sentence: Sentence
    mark: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Enumeration:
    """As many named entries as the words over them say; `counted` are the numbers that say so."""

    head: Sentence
    counted: tuple[NumberWord, ...]
    entries: tuple[tuple[Sentence, Named], ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(dict.fromkeys((self.head, *(one for one, _ in self.entries))))


def enumeration(ground: Ground, sentences: Sequence[Sentence], at: int) -> Enumeration | None:
    """The list that begins in the sentence at that place; None if there is none, or its number is another."""
    head, first = sentences[at], _FIRST.search(sentences[at].text)
    if first is None:
        return None
    words = head.text[: first.start()]
    found = list(_in_order(_items(sentences, at, first.start())))
    counted = tuple(word for word in numbers(words) if word.is_amount and word.value == len(found))
    if len(found) < LEAST or not counted or not (_NUMBERED.search(words) or nouns_in(ground, words)):
        return None
    named = _named(ground, found)
    return Enumeration(head, counted, named) if named else None


def _items(sentences: Sequence[Sentence], at: int, start: int) -> Iterator[Item]:
    """The entries of the sentence from `start` on, and of those after it that begin with a mark."""
    for place, sentence in enumerate(sentences[at:]):
        same = sentence.over.question == sentences[at].over.question
        marks = list(_MARK.finditer(sentence.text, start if place == 0 else 0))
        if not same or not marks or (place and sentence.text[: marks[0].start()].strip()):
            return
        ends = [*(mark.start() for mark in marks[1:]), len(sentence.text)]
        for mark, end in zip(marks, ends, strict=True):
            yield Item(sentence, mark["mark"].lower(), mark.end(), end)


def _in_order(items: Iterator[Item]) -> Iterator[Item]:
    """The entries as far as their marks follow each other."""
    held: list[str] = []
    for item in items:
        held.append(item.mark)
        if not any(tuple(held) == order[: len(held)] for order in _ORDER):
            return
        yield item


def _named(ground: Ground, items: Sequence[Item]) -> tuple[tuple[Sentence, Named], ...]:
    """The entries as categories of one variable; () unless each is one."""
    for variable, matcher in ground.matchers.items():
        found = []
        for item in items:
            words = item.sentence.text[item.start : item.end]
            bare = re.sub(r"[\s;,.]*(?:\band\b)?[\s;,.]*$", "", words)
            where = matcher.match(bare)
            if where is None or not where.categories:
                break
            found.append((item.sentence, Named(variable, item.start, item.start + len(bare), where)))
        if len(found) == len(items):
            return tuple(found)
    return ()
