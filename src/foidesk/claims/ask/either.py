"""One noun for several measures ("cases"): which of them a sentence, its paragraph or the headline speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from .clause import Clause
from .harmless import WORDS
from .lexicon import Lexicon
from .measures import TYPES, tied
from .sentence import said
from .stems import STOP, stems


def alike(part: Clause) -> tuple[str, ...]:
    """The measures that the noun of the figure can be of, in the order of the survey; () unless they are several.

    A figure without a noun of its own ("up 12 per cent") is of what the sentence counts.
    """
    types = TYPES.get(part.figure.kind, ("count", "quantity"))
    noun = "" if part.context.inherited else part.context.unit
    words = frozenset(stems(noun)) if noun else said(part.one.bare)
    found = tied(words, types, part.lexicon)
    if len(found) < 2:
        heads = words & frozenset(head for _, head in _units(part.lexicon))
        named = {id for id, head in _units(part.lexicon) if head in heads}
        named |= {id for id, many in part.lexicon.measure_phrases.items() if any(heads & one for one in many)}
        found = tuple(id for id in part.lexicon.measure_phrases if id in named) if heads and not found else ()
    able = tuple(id for id in found if part.lexicon.kind(id) in types)
    return able if len(able) > 1 else ()


def _units(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The head of the unit of each measure: "cases"."""
    for one in lexicon.definition.codebook.measures:
        if head := stems(one.unit)[-1:]:
            yield one.id, head[0]


def spoken_of(part: Clause) -> str:
    """The one of several measures of which alone the words speak: those of the sentence, then of the paragraph,
    the headline, and all before; "" where no words tell or where they tell of two."""
    able = alike(part)
    for words in (said(part.one.bare), *part.state.spoken) if able else ():
        for every in (_names(part.lexicon, able), _questions(part.lexicon, able)):
            named = [id for id in able if _apart(every, id) & words]
            if len(named) == 1:
                return named[0]
            if named:
                return ""
    return ""


def _apart(every: dict[str, frozenset[str]], measure: str) -> frozenset[str]:
    """The words of a measure that none of the others has."""
    others = frozenset[str]().union(*(words for id, words in every.items() if id != measure))
    return every[measure] - others - WORDS - STOP


def _names(lexicon: Lexicon, able: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The words by which each measure is called."""
    return {id: frozenset[str]().union(*lexicon.measure_phrases[id]) for id in able}


def _questions(lexicon: Lexicon, able: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The words of the questions that ask for each."""
    asked = lexicon.definition.questions
    return {id: frozenset(word for one in asked if id in one.measures for word in stems(one.text)) for id in able}
