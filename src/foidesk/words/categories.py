"""A reply's words as categories of a variable: exact on normal spelling, never on likeness.

What is not known exactly stays uncoded: likeness only ever makes suggestions (see `coding`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from foidesk.model.codebook import Category, Variable
from foidesk.model.observations import AllOf, OneOf

from .alike import alike, is_rest, same
from .german import inflected, is_german
from .joining import CategoryHit, joined
from .negation import negation
from .normal import NormalWord, normal_words, normalise, singular, squeezed
from .terms import terms

_LONGEST = 14
_EITHER = ("/", "or")
_BOTH = (";", ",", "and", "+", "\n", "•")
_JOINER = re.compile(r"\s*(/|;|,|\n|•|&|\+|\b(?:and/or|and|or|plus)\b)\s*", re.IGNORECASE)
_OR = re.compile(r"\s*/\s*|\s+or\s+", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;:!?\n]|,\s+(?:but|and|he|she|they|the)\b")
_APART = re.compile(r"[:;]")
_HARMLESS = frozenset(
    terms("""
    issued | given | received | imposed | was | were | the | a | an | by | at | from | in | after
    | following | before | prior | to | during | while | whilst | misconduct | meeting | hearing | panel
    | proceeding | gross | force | service | investigation | interview | accelerated | special | fast
    | track | of | on | outcome | result | being | and | still | currently | presently | noch | derzeit
    """)
)


@lru_cache(maxsize=64)
def category_matcher(variable: Variable, codings: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> CategoryMatcher:
    """The matcher of a variable, with decisions as pairs, made once for all documents that have the same."""
    return CategoryMatcher(variable, dict(codings))


class CategoryMatcher:
    """Recognises the categories of one variable.

    `codings` are decisions: normalised phrase to category ids, for this body; they win over the codebook.
    """

    def __init__(self, variable: Variable, codings: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.variable = variable
        self._codings = dict(codings or {})
        self._known: dict[str, frozenset[str]] = {}
        german = self._german = is_german(phrase for one in variable.categories for phrase in phrases(one))
        for category in variable.categories:
            for phrase in (category.label, *category.synonyms):
                for spelt in inflected(phrase) if german else (phrase,):
                    key = squeezed(spelt)
                    self._known[key] = self._known.get(key, frozenset()) | {category.id}
        for category in variable.categories:  # an id is a word only where nobody chose another meaning for it
            self._known.setdefault(squeezed(category.id.replace("-", " ")), frozenset({category.id}))
        self._known.pop("", None)
        self._linked = self._by_links(variable)
        self._alike = alike(variable, {one.id: (one.label, *one.synonyms) for one in variable.categories}, german)
        rest = [one.id for one in variable.categories if any(is_rest(text, variable) for text in phrases(one))]
        self._rest = rest[0] if len(rest) == 1 else ""
        self._with_stops = frozenset(
            squeezed(phrase) for one in variable.categories for phrase in phrases(one) if _APART.search(phrase)
        )
        self._beginnings = frozenset(key[:upto] for key in self._known for upto in range(1, len(key) + 1))
        self._matched = lru_cache(maxsize=8192)(self._match)
        self._found = lru_cache(maxsize=8192)(self._find)

    def match(self, phrase: str) -> OneOf | AllOf | None:
        """What a whole cell or label means; None if it is blank.

        `OneOf` of several: joined ("resigned/retired"), or a phrase that the codebook gives to two categories.
        `AllOf`: a list, where the variable takes several. `OneOf((), phrase)`: words that nobody has coded, which
        includes every negated or hedged phrase.
        """
        return self._matched(phrase)

    def _match(self, phrase: str) -> OneOf | AllOf | None:
        if not phrase.strip():
            return None
        decided = self._codings.get(normalise(phrase))
        if decided is not None:
            return (
                AllOf(decided, phrase) if self.variable.multiple and len(decided) > 1 else OneOf(decided, phrase)
            )
        categories = self._lookup(phrase) or self._lookup(_unframed(phrase)) or self._linked.get(_links(phrase))
        if categories:
            return OneOf(tuple(categories), phrase)
        return self._joined(phrase) or self._in_frame(phrase) or self._spelt_otherwise(phrase)

    def knows(self, phrase: str) -> bool:
        """True if the phrase as a whole means at least one category."""
        found = self.match(phrase)
        return found is not None and bool(found.categories)

    def find(self, text: str) -> tuple[CategoryHit, ...]:
        """The longest phrases of categories inside a longer text, in order, none overlapping; see `joined`."""
        return self._found(text)

    def _find(self, text: str) -> tuple[CategoryHit, ...]:
        words = normal_words(text)
        taken: list[tuple[int, int, frozenset[str]]] = []
        spans = sorted(self._spans(text, words), key=lambda span: (span[0] - span[1], span[0]))
        for first, last, categories in spans:
            if all(last <= start or end <= first for start, end, _ in taken):
                taken.append((first, last, categories))
        hits = [self._hit(text, words, *span) for span in sorted(taken)]
        return tuple(joined(text, hits, self.variable.multiple))

    # --- whole cells ---

    @staticmethod
    def _by_links(variable: Variable) -> dict[str, frozenset[str]]:
        """The categories whose own words are joined: "Harassment or assault" is "Harassment / assault", too."""
        found: dict[str, frozenset[str]] = {}
        for category in (one for one in variable.categories if not one.grave):
            for phrase in phrases(category):
                if key := _links(phrase):
                    found[key] = found.get(key, frozenset()) | {category.id}
        return found

    def _lookup(self, phrase: str) -> frozenset[str]:
        return self._known.get(squeezed(phrase), frozenset())

    def _joined(self, phrase: str) -> OneOf | AllOf | None:
        """A list whose every part is known."""
        parts = _JOINER.split(phrase.strip(" .;,\n"))
        read = self._parts(parts)
        if read is None:
            return None
        sets, joiners = read
        return self._of_list(phrase, sets, joiners) if joiners else None

    def _of_list(self, phrase: str, sets: list[frozenset[str]], joiners: set[str]) -> OneOf | AllOf | None:
        union = tuple(sorted(frozenset[str]().union(*sets)))
        if len(union) == 1 or not self.variable.multiple:
            return OneOf(union, phrase)
        if "or" in joiners and joiners <= {"or", ",", "/"}:
            return OneOf(union, phrase)
        if joiners <= set(_EITHER):
            return OneOf(union, phrase)
        if joiners <= set(_BOTH) and all(len(item) == 1 for item in sets):
            return AllOf(union, phrase)
        return None

    def _parts(self, parts: list[str]) -> tuple[list[frozenset[str]], set[str]] | None:
        """The categories of each part and the joiners between; a phrase with a joiner inside is kept whole."""
        sets: list[frozenset[str]] = []
        joiners: set[str] = set()
        at = 0
        while at < len(parts):
            if not parts[at].strip():
                at += 2
                continue
            upto, categories = self._longest_part(parts, at)
            if not categories:
                return None
            sets.append(categories)
            if upto < len(parts):
                joiners.add({"&": "and", "plus": "and"}.get(parts[upto].lower(), parts[upto].lower()))
            at = upto + 1
        return (sets, joiners) if len(sets) > 1 else None

    def _longest_part(self, parts: list[str], at: int) -> tuple[int, frozenset[str]]:
        for upto in range(len(parts), at, -2):
            if categories := self._lookup(" ".join(parts[at:upto])):
                return upto, categories
        return at + 1, frozenset()

    def _in_frame(self, phrase: str) -> OneOf | None:
        """One phrase with a venue or a time beside it: "resigned prior to misconduct hearing"."""
        hits = self.find(phrase)
        if len(hits) != 1 or hits[0].negated or not isinstance(hits[0].where, OneOf):
            return None
        rest = normalise(phrase[: hits[0].start]).split() + normalise(phrase[hits[0].end :]).split()
        return OneOf(hits[0].where.categories, phrase) if _HARMLESS.issuperset(rest) else None

    def _spelt_otherwise(self, phrase: str) -> OneOf:
        """The category whose phrase this is in another spelling, or the one for the rest; else none."""
        bare = _unframed(phrase)
        found = self._alike.get(same(bare, self._german), "")
        if not found and self._rest and is_rest(bare, self.variable):
            found = self._rest
        return OneOf((found,) if found else (), phrase)

    # --- phrases inside text ---

    def _spans(self, text: str, words: tuple[NormalWord, ...]) -> Iterator[tuple[int, int, frozenset[str]]]:
        """Runs of words that spell a known phrase, with or without the spaces; blind to gaps of PDF text.

        Over a colon or semicolon only a phrase runs that has one itself: "one officer: dismissed" are two words.
        """
        for first in range(len(words)):
            run = ""
            for last in range(first, min(first + _LONGEST, len(words))):
                run += words[last].norm
                if categories := self._known.get(run) or self._known.get(singular(run)):
                    is_one = last == first or not _APART.search(text, words[first].end, words[last].start)
                    if is_one or run in self._with_stops:
                        yield first, last + 1, categories
                if run not in self._beginnings:
                    break

    def _hit(
        self, text: str, words: tuple[NormalWord, ...], first: int, last: int, ids: frozenset[str]
    ) -> CategoryHit:
        start, end = words[first].start, words[last - 1].end
        clause = max((found.end() for found in _CLAUSE_END.finditer(text, 0, start)), default=0)
        stop = _CLAUSE_END.search(text, end)
        before = [word.norm for word in words[:first] if word.start >= clause]
        after = [word.norm for word in words[last:] if stop is None or word.end <= stop.start()]
        quote = text[start:end]
        return CategoryHit(start, end, quote, OneOf(tuple(ids), quote), negation(before, after))


def phrases(category: Category) -> Iterable[str]:
    """The words that mean a category: its id, its label, its synonyms."""
    return (category.id.replace("-", " "), category.label, *category.synonyms)


def _links(phrase: str) -> str:
    """The words of a phrase in which a stroke stands for "or"; "" if neither joins any."""
    parts = [squeezed(part) for part in _OR.split(phrase.strip(" .;,\n"))]
    return "/".join(parts) if len(parts) > 1 and all(parts) else ""


def _unframed(phrase: str) -> str:
    """The phrase without a count or a bracketed number beside it: "Resigned (2)", "1x Resigned"."""
    bare = re.sub(r"^\W*\d+\s*[x×]?\s+|\s*[-–:(]\s*\d+\s*\)?\s*$", "", phrase.strip())
    return bare.strip(" .:*†‡#-–—•·\"'“”‘’()[]")
