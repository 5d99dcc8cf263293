"""The survey's terms, looked up in words: as `foidesk.words.matching` does, but each phrase once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from foidesk.model.codebook import Codebook, Variable
from foidesk.model.observations import AllOf, OneOf
from foidesk.words.headings import HeadingHit, variable_matcher
from foidesk.words.matching import CategoryHit, category_matcher
from foidesk.words.normal import normalise
from foidesk.words.totals import total_word as _total_word

T = TypeVar("T")
_INCLUDING = re.compile(
    r"^(?P<main>[^(,]+?)[\s,(]+(?:(?:including|includes|inclusive of|incl\.?)\s+(?P<one>[^()]+?)\)?"
    r"|(?P<other>[^(),]+?)\s+included\)?)$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"^(?P<main>[^()\[\]]+?)\s*[(\[](?P<gloss>[^()\[\]]+)[)\]]$")
_UNRECORDED = re.compile(
    r"^(?:\w+\s+){0,2}(?:not\s+(?:recorded|stated|known|specified|given|held|disclosed)|unknown|unrecorded)$", re.I
)
_PLAIN = frozenset(
    normalise(
        """
        a an the of in to by with for as or any all dealt deal found have has had having was were been be is are
        who whom those these rank grade level kind type sort case cases matter matters person people individual
        given received issued resulted resulting ended ending which where result outcome subject case number total
        dealt concluded involving concerning
        """
    ).split()
)
total_word = lru_cache(maxsize=8192)(_total_word)


class Memo:
    """Remembers what a function gave for a key."""

    def __init__(self) -> None:
        self._held: dict[object, object] = {}

    def get(self, key: object, make: Callable[[], T]) -> T:
        if key not in self._held:
            self._held[key] = make()
        return self._held[key]  # type: ignore[return-value]


class Categories:
    """The categories of one variable in words.

    `asked` are the survey's own questions: where a reply repeats whom they are about ("officers and staff"), it
    restricts nothing.
    """

    def __init__(
        self, variable: Variable, codings: Mapping[str, tuple[str, ...]], asked: Sequence[str] = ()
    ) -> None:
        self.variable = variable
        self._matcher, self._memo = category_matcher(variable, tuple(codings.items())), Memo()
        self._named = {word for name in (variable.label, *variable.names) for word in normalise(name).split()}
        self._asked = {hit.where.categories for text in asked for hit in self._matcher.find(text)}

    def match(self, phrase: str) -> OneOf | AllOf | None:
        """What a whole label means; None if it is blank."""
        return self._memo.get(phrase, lambda: self._match(phrase))

    def _match(self, phrase: str) -> OneOf | AllOf | None:
        whole = self._matcher.match(phrase)
        if whole is None or whole.categories:
            return whole
        return self._with_part_named(phrase) or self._explained(phrase) or self._in_plain_words(phrase) or whole

    def _with_part_named(self, phrase: str) -> OneOf | None:
        """Of "police officers (including specials)": the whole, if the part named lies in it."""
        found = _INCLUDING.match(phrase.strip()) if "incl" in phrase.casefold() else None
        if found is None:
            return None
        main, part = self._matcher.match(found["main"]), self._matcher.match(found["one"] or found["other"])
        if not (isinstance(main, OneOf) and part is not None and main.categories and part.categories):
            return None
        inside = {leaf for id in main.categories for leaf in self.variable.leaves(id)}
        return OneOf(main.categories, phrase) if set(part.categories) <= inside else None

    def _explained(self, phrase: str) -> OneOf | None:
        """Of "Sacked (dismissed)" or "Officer (rank not recorded)": what words and brackets agree on."""
        found = _BRACKETS.match(phrase.strip())
        main = self._matcher.match(found["main"]) if found else None
        if found is None or not isinstance(main, OneOf) or not main.categories:
            return None
        if _UNRECORDED.search(found["gloss"]):
            return OneOf(main.categories, phrase)
        gloss = self._matcher.match(found["gloss"])
        if not isinstance(gloss, OneOf) or not gloss.categories:
            return None
        for one, other in ((gloss, main), (main, gloss)):
            inside = {leaf for id in other.categories for leaf in self.variable.leaves(id)} | set(other.categories)
            if set(one.categories) <= inside:
                return OneOf(one.categories, phrase)
        return None

    def _in_plain_words(self, phrase: str) -> OneOf | AllOf | None:
        """Of "dealt with by words of advice" or "officers of any rank": the one category, if all else is plain."""
        hits = self._matcher.find(phrase)
        if len(hits) != 1 or hits[0].negated or not hits[0].where.categories:
            return None
        rest = phrase[: hits[0].start] + " " + phrase[hits[0].end :]
        if any(character.isdigit() for character in rest):
            return None
        plain = _PLAIN | self._named
        return replace(hits[0].where, phrase=phrase) if set(normalise(rest).split()) <= plain else None

    def knows(self, phrase: str) -> bool:
        found = self.match(phrase)
        return found is not None and bool(found.categories)

    def find(self, text: str) -> tuple[CategoryHit, ...]:
        """The categories named inside a longer text, in order."""
        return tuple(hit for hit in self._matcher.find(text) if not self._repeats_question(hit))

    def _repeats_question(self, hit: CategoryHit) -> bool:
        return len(hit.where.categories) > 1 and hit.where.categories in self._asked


class Headings:
    """What headings and captions name."""

    def __init__(self, codebook: Codebook) -> None:
        self._matcher, self._memo = variable_matcher(codebook), Memo()

    def heading(self, text: str) -> HeadingHit | None:
        """The one thing that a heading names."""
        return self._memo.get(("heading", text), lambda: self._matcher.heading(text))

    def headings(self, text: str) -> tuple[HeadingHit, ...]:
        """All that a heading can name."""
        return self._memo.get(("headings", text), lambda: self._matcher.headings(text))

    def caption(self, text: str) -> tuple[HeadingHit, ...]:
        return self._memo.get(("caption", text), lambda: self._matcher.caption(text))

    def by_categories(self, labels: Sequence[str]) -> tuple[HeadingHit, ...]:
        return self._matcher.by_categories(labels)
