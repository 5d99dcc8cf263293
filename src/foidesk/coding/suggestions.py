"""Suggestions by likeness of words and nearness in meaning. They order the options; only a person, or the codebook
itself, decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from foidesk.model.codebook import Category, Codebook, Variable
from foidesk.model.observations import Choice, Option
from foidesk.words.categories import category_matcher, phrases
from foidesk.words.negation import negation
from foidesk.words.normal import normalise

from .choices import option
from .nearness import nearest, nearness, opposed
from .waiting import waiting

ENOUGH = 84.0
NAMED = 74.0  # less will do where the phrase holds the category's own words, and no other's
MARGIN = 6.0
NEAR = 80.0  # what a nearness of 1.0 adds to a likeness of 0 to 100, for the order of the options
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A category and its likeness to the phrase, 0 to 100."""

    category: str
    score: float


def suggest(choice: Choice, codebook: Codebook, k: int = 3) -> Choice:
    """The choice with its `k` likeliest options first, the best of them marked as suggested.

    No option is marked where the best is unlike, where two are as like, or where the phrase negates
    ("would have been dismissed"): a wrong suggestion costs more than none.
    """
    variable = codebook.variable(choice.variable)
    ranked = scores(choice.phrase, variable)
    near = nearness(choice.phrase, variable)
    several = _several(choice.phrase, variable)
    marked = _marked(choice.phrase, variable, ranked)
    if not marked and several is None:
        marked = _near(choice.phrase, variable, near)
    ordered = sorted(ranked, key=lambda item: (item.category != marked, -item.score - NEAR * near[item.category]))
    best = [option(variable.category(item.category)) for item in ordered[:k]]
    head = ([several] if several else []) + [replace(item, suggested=item.id == marked) for item in best]
    rest = [item for item in choice.options if item.id not in {first.id for first in head}]
    return replace(choice, options=(*head, *rest))


def scores(phrase: str, variable: Variable) -> tuple[Suggestion, ...]:
    """Every category by likeness, best first; ties in the codebook's order."""
    key = normalise(phrase)
    rated = [Suggestion(category.id, round(_likeness(key, category), 1)) for category in variable.categories]
    return tuple(sorted(rated, key=lambda item: -item.score))


def _likeness(key: str, category: Category) -> float:
    return max((_score(key, normalise(words)) for words in phrases(category)), default=0.0)


def _score(key: str, words: str) -> float:
    """Likeness of whole phrases; a part counts only as whole words, and less the more is left over."""
    if not words:
        return 0.0
    if min(len(key), len(words)) < _SHORTEST:
        return 100.0 if key == words else 60.0 * (f" {words} " in f" {key} ")
    from rapidfuzz import fuzz  # only for suggestions: most commands make none

    return max(fuzz.ratio(key, words), 0.95 * fuzz.token_sort_ratio(key, words), 0.9 * _inside(key, words))


def _inside(key: str, words: str) -> float:
    if f" {words} " not in f" {key} ":
        return 0.0
    return 80.0 + 20.0 * len(words) / len(key)


def _marked(phrase: str, variable: Variable, ranked: Sequence[Suggestion]) -> str:
    """The id of the category to suggest, "" to abstain."""
    hits = category_matcher(variable).find(phrase)
    if any(hit.negated for hit in hits) or _negates(phrase) or not ranked:
        return ""
    best = ranked[0]
    if opposed(phrase, variable.category(best.category)):
        return ""
    named = {id for hit in hits for id in hit.where.categories}
    if (named and named != {best.category}) or best.score < (NAMED if named else ENOUGH):
        return ""
    family = variable.leaves(best.category) | _ancestors(variable, best.category)
    rival = next((item for item in ranked[1:] if item.category not in family), None)
    close = rival is not None and best.score - rival.score < MARGIN
    return "" if close else best.category


def _near(phrase: str, variable: Variable, near: Mapping[str, float]) -> str:
    """The category that the meaning of the phrase points to; "" if its words name another, or are negated."""
    hits = category_matcher(variable).find(phrase)
    if any(hit.negated for hit in hits):
        return ""
    best = waiting(phrase, variable) or ("" if _negates(phrase) else nearest(phrase, variable, near))
    named = {id for hit in hits for id in hit.where.categories}
    return best if not named or named == {best} else ""


def _negates(phrase: str) -> bool:
    words = normalise(phrase).split()
    return any(
        negation(words[:place], ()) for place in range(1, len(words) + 1)
    ) and not phrase.strip().lower().startswith("no ")


def _ancestors(variable: Variable, id: str) -> frozenset[str]:
    found: set[str] = set()
    while (parent := variable.category(id).parent) and parent not in found:
        found.add(parent)
        id = parent
    return frozenset(found)


def _several(phrase: str, variable: Variable) -> Option | None:
    """An option of several categories at once, where the phrase names several."""
    hits = [hit for hit in category_matcher(variable).find(phrase) if not hit.negated]
    ids = list(dict.fromkeys(id for hit in hits for id in hit.where.categories))
    if len(ids) < 2:
        return None
    return option(*(variable.category(id) for id in ids), sign="and" if variable.multiple else "or")
