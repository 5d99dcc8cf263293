"""One noun for several measures ("cases"): which of them a sentence, its paragraph or the headline speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .account_words import PEOPLE_STEMS
from .clause import Clause
from .harmless import WORDS
from .lexicon import Lexicon
from .measures import TYPES, tied
from .sentence import said
from .stems import STOP, stems, tokens
from .wording import FALL, RISE


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


def spoken_of(part: Clause, end: int | None = None) -> str:
    """The one of several measures of which alone the words speak; "" where no words tell, where they tell of two,
    or perhaps of some of it only.

    The words are those of the sentence (up to `end`), then of the paragraph, the headline, and all before.
    """
    able = alike(part)
    for place, text in enumerate((part.one.bare[:end], *part.state.spoken) if able else ()):
        for every in (_names(part.lexicon, able), _questions(part.lexicon, able)):
            named = [id for id in able if _apart(every, id) & said(text)]
            if len(named) == 1:
                narrowed = place > 0 and _is_narrowed(text, named[0], _apart(every, named[0]), part.lexicon)
                return "" if narrowed else named[0]
            if named:
                return ""
    return ""


_BEHIND = re.compile(
    r"\s(?:about|on|upon|against|from|by|to|of|over|involving|concerning|at|in|with|without|for|among|under)\s"
    r"(?P<words>(?:[\w'’-]+\s?){1,4})"
)
"""Behind the word that tells which it is, what may leave some of it out: "attacks *on passengers*"."""


def _is_narrowed(text: str, measure: str, telling: frozenset[str], lexicon: Lexicon) -> bool:
    """True if a word beside one that tells of the measure is known to nobody: "fatal attacks", "on cats"."""
    asked = (one.text for one in lexicon.definition.questions if measure in one.measures)
    about = (lexicon.definition.title, lexicon.definition.summary)
    known = frozenset[str]().union(*lexicon.measure_phrases[measure], *map(stems, asked))
    known |= (WORDS | frozenset(word for one in about for word in stems(one))) - PEOPLE_STEMS | known
    row = [token for token in tokens(text) if any(map(str.isalnum, token.word))]
    for place, token in enumerate(row):
        if token.stem not in telling:
            continue
        beside = row[max(0, place - 1) : place]
        if found := _BEHIND.match(text, token.end):
            beside += [one for one in row if found.start("words") <= one.start < found.end("words")]
        for one in beside:
            raw = text[one.start : one.end]
            free = one.word in STOP or one.stem in known or raw.isdigit() or _is_common(raw, lexicon)
            if not free:
                return True
    return False


def _is_common(word: str, lexicon: Lexicon) -> bool:
    """A word of change, or one of what the bodies are called."""
    return bool(_MOVES.fullmatch(word) or lexicon.body_nouns.match(word) or lexicon.bodies(word))


_MOVES = re.compile(rf"{RISE}|{FALL}", re.IGNORECASE)


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
