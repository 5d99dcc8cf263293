"""What stands in a sentence, by kind: numbers, nouns, categories, periods."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from foidesk.words.ignored import ignored
from foidesk.words.matching import CategoryHit
from foidesk.words.normal import normalise
from foidesk.words.numbers import NumberWord, numbers
from foidesk.words.periods import PeriodSeen

from ..basis.ground import Ground
from ..basis.nouns import NounHit, is_own_name, nouns_in
from ..basis.plain import PLAIN
from .elliptical import denied
from .referring import refers, without_others
from .stock import in_stock, stands_in

_PAIR = re.compile(r"\b\w+\s+and\s+\w+\b")
_MODIFIED = re.compile(r"\s(?!\w+(?:ed|en)\b)[^\W\d_]{3,}", re.IGNORECASE)
"""Behind a noun in the singular that only says of which kind the word behind it is: "driver conduct"."""
_OF = re.compile(r"\b(?:of|about|for|to|with|against|by|des|der|von|vom|am|an|bei|gegen|über)\b", re.IGNORECASE)

_OF_LETTER = re.compile(
    r"\b(?:response|reply|replies|letter|e-?mail|request|answer|message|antwort|schreiben|bescheid|anfrage|mail)s?\s+"
    r"(?:(?:of|dated|from|sent|on|issued|vom|am)\s+)+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before the date of a letter, which dates no figure."""

Categorised = tuple[tuple[str, CategoryHit], ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands in a sentence, by kind."""

    text: str
    numbers: tuple[NumberWord, ...]
    nouns: tuple[NounHit, ...]
    categories: Categorised
    periods: tuple[PeriodSeen, ...]
    asked: tuple[tuple[int, int], ...] = ()
    referred: tuple[NumberWord, ...] = ()
    sum_asked: bool = False  # the question above it asks for one sum of money beside a count
    plainly: bool = False  # all its other words are those of the question above it: "35 issued."

    @property
    def trailing(self) -> bool:
        """True if numbers follow their labels, as in "Dismissed 4 Resigned 2": a number ends the sentence."""
        return bool(self.numbers) and self.numbers[-1].end >= len(self.text.rstrip(" .;,)"))

    @property
    def shifting(self) -> bool:
        """True if a label stands before the first number and one after the last: either may be meant."""
        spans = [(hit.start, hit.end) for _, hit in self.categories]
        first, last = self.numbers[0], self.numbers[-1]
        before = any(end <= first.start and not self.text[end : first.start].strip() for _, end in spans)
        return before and any(start >= last.end for start, _ in spans)


class Stretch(Protocol):
    """Whatever stands in characters `start` to `end` of a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def words_besides(text: str, *many: Iterable[Stretch]) -> list[str]:
    """The normalised words of a text without what stands in it already: its numbers, nouns, periods."""
    signs = list(text)
    for one in (one for some in many for one in some):
        signs[one.start : one.end] = " " * (one.end - one.start)
    return normalise("".join(signs)).split()


def strange_words(seen: Seen, *more: Iterable[Stretch]) -> list[str]:
    """The words of a sentence that neither the survey nor plain speech knows."""
    hits = [hit for _, hit in seen.categories]
    words = words_besides(seen.text, seen.numbers, seen.nouns, seen.periods, hits, *more)
    return [word for word in words if word.isalpha() and word not in PLAIN]


def look(ground: Ground, text: str) -> Seen:
    nouns = nouns_in(ground, text)
    dated = tuple(one for one in ground.period_in(text) if not _dates_letter(text, one))
    words = tuple(
        word for word in numbers(text, ground.locale.decimal)
        if (word.is_amount and word.kind != "percent") and not ignored(text, word) and not _inside(word, dated)
    )  # fmt: skip
    referred = tuple(word for word in words if refers(text, word, nouns))
    held = tuple(_categories(ground, without_others(text, words)))
    stock = in_stock(ground, text, nouns, held)
    words = tuple(word for word in words if not stands_in(word, stock))
    counted = tuple(word for word in words if word not in referred and not _names(word, held))
    units = tuple(n for n in nouns if not _belongs(text, n, held) and not _is_kind(ground, n, held, counted))
    return Seen(text, counted, units, held, dated, tuple(_asked(ground, text)), referred)


def _dates_letter(text: str, seen: PeriodSeen) -> bool:
    """True for the day of "our response of 22 October 2025"."""
    is_day = seen.period is not None and (seen.period.end - seen.period.start).days == 1
    return is_day and _OF_LETTER.search(text, 0, seen.start) is not None


def _names(word: NumberWord, held: Categorised) -> bool:
    """True for a number word inside the words of a category: a "mark of zero" counts nothing."""
    inside = (hit for _, hit in held if hit.start <= word.start and word.end <= hit.end)
    return word.spelt and any(hit.end - hit.start > word.end - word.start for hit in inside)


def _belongs(text: str, noun: NounHit, held: Categorised) -> bool:
    """True for a noun that a category's own words only speak of: "illness of the tree", "driver conduct"."""
    inside = [hit for _, hit in held if hit.start <= noun.start and noun.end <= hit.end]
    spoken_of = any(hit.start < noun.start and _OF.search(text[hit.start : noun.start]) for hit in inside)
    one = not text[noun.start : noun.end].lower().endswith("s")
    return spoken_of or (one and any(_MODIFIED.match(text[noun.end : hit.end]) for hit in inside))


def _is_kind(ground: Ground, noun: NounHit, held: Categorised, counted: tuple[NumberWord, ...]) -> bool:
    """True for the "paid" of "nine were paid in full": a kind of case, as nothing in the sentence is money."""
    is_money = any(one.id == noun.measure and one.type == "money" for one in ground.measures)
    named = any(hit.start <= noun.start and noun.end <= hit.end for _, hit in held)
    return is_money and named and bool(counted) and all(word.kind == "integer" for word in counted)


def _asked(ground: Ground, text: str) -> Iterator[tuple[int, int]]:
    """Where two words joined by "and" stand that a question of ours joins so: "officers and staff"."""
    questions = [f" {normalise(question.text)} " for question in ground.context.questions]
    for found in _PAIR.finditer(text):
        if any(f" {normalise(found[0])} " in question for question in questions):
            yield found.span()


def _inside(word: NumberWord, dated: tuple[PeriodSeen, ...]) -> bool:
    return any(seen.start <= word.start and word.end <= seen.end for seen in dated)


def _categories(ground: Ground, text: str) -> Iterator[tuple[str, CategoryHit]]:
    """The categories of all variables, the longest phrase where one lies in another or two of one variable meet.

    Of "police officer dismissed" the words of a role and those of a result may share one.
    """
    matchers = [(id, matcher) for id, matcher in ground.matchers.items() if id not in ground.of_body]
    found = [(id, hit) for id, matcher in matchers for hit in matcher.find(text)]
    found = [(id, hit) for id, hit in found if not is_own_name(ground, text, id, hit.start, hit.end)]
    found.sort(key=lambda item: (item[1].start - item[1].end, item[1].start))
    kept: list[tuple[str, CategoryHit]] = []
    for id, hit in found:
        if not any(_displaces(name == id, other, hit) for name, other in kept):
            kept.append((id, hit))
    kept.sort(key=lambda item: item[1].start)
    yield from sorted([*kept, *denied(ground, text, kept)], key=lambda item: item[1].start)


def _displaces(same: bool, longer: CategoryHit, hit: CategoryHit) -> bool:
    """True if the longer phrase leaves no room: the two meet, and of two variables one holds the other."""
    meets = hit.start < longer.end and longer.start < hit.end
    return meets and (same or (longer.start <= hit.start and hit.end <= longer.end))
