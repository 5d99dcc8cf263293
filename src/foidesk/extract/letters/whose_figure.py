"""Of whom and of what a number beside words of correction is: of another's letter, of other things, of a part.

"The answer of NHS Dunwhinny should read 14", "there should be 12 lifeguards" and "at the northern site it should
be 9" put no figure of the body right that it gave for all.
"""

from __future__ import annotations

import re

from foidesk.words.normal import normalise
from foidesk.words.numbers import NumberWord

from ..basis.ground import Ground
from ..basis.plain import PLAIN
from ..figures.seen import Seen, look, strange_words

_OTHERS = re.compile(
    r"\b(?:e-?mail|message|(?<!total )(?<!totals )(?<!number )(?<!numbers )received|"
    r"complain|review|rectif|personal data|commissioner)\w*\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s+([^\W\d_]+)")
_GOES_ON = frozenset(
    "not instead rather read should as but nor because due since when where after before sondern statt nicht "
    "lauten heißen".split()
)
_OF_CORRECTIONS = frozenset(normalise(
    "should ought must read reads correct corrected correction right true actual actually fact therefore thus "
    "now becomes amended revised changed updated wrong incorrect inaccurate mistake mistaken error errors "
    "misprint typing transposed digits figure figures amount sum value count reply letter mail email e message "
    "table tables sent gave told wrote stated said quoted provided supplied earlier previous previously first "
    "original sorry apologies apologise apologize regret january february march april may june july august "
    "september october november december monday tuesday wednesday thursday friday instead rather than place "
    "question item point part kindly but however so hence richtig korrekt muss lauten heißen "
    "one two three places changed swapped typed misread under"
).split())  # fmt: skip
"""Words by which a letter corrects, and which narrow no figure."""
_THEIRS = re.compile(
    r"\b(?:[Aa]nswer|[Rr]esponse|[Rr]eply|[Rr]eturn|[Ff]igures?)\s+(?:of|from|by|given\s+by|sent\s+by)\s+(?:the\s+)?"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b)(?P<name>[A-Z][\w’'-]+)"
    r"|\b(?:[Tt]heir|[Ii]ts|[Hh]is|[Hh]er)\s+(?:figures?|numbers?|totals?|answer|response|reply)\b"
)


def is_of_others(ground: Ground, text: str) -> bool:
    """True for words about mails, complaints to the body or its review, none of them our own measure's."""
    signs = list(text)
    for hit in look(ground, text).nouns:
        signs[hit.start : hit.end] = " " * (hit.end - hit.start)
    return _OTHERS.search("".join(signs)) is not None or _of_another(ground, text)


def _of_another(ground: Ground, text: str) -> bool:
    """True for "in the answer of NHS Dunwhinny", "their figure": of a body that is not the one that writes."""
    named = _THEIRS.search(text)
    return named is not None and not look(ground, named["name"] or "").categories


def says_only(ground: Ground, text: str) -> bool:
    """True if nothing narrows a correction: no "at the northern site", "without visitors", "had the panel met"."""
    return all(word in _OF_CORRECTIONS for word in strange_words(look(ground, text)))


def is_of_strangers(ground: Ground, text: str) -> bool:
    """True where the number counts something that is none of the survey's: "there should be 12 lifeguards"."""
    seen = look(ground, text)
    return any(counts_else(seen, word) for word in seen.numbers[:1]) and not (seen.nouns or seen.categories)


def counts_else(seen: Seen, word: NumberWord) -> bool:
    """True for a number before a noun that is none of the survey's: "there should be 14 lifeguards, not 12"."""
    after = _NEXT.match(seen.text, word.end)
    if after is None or normalise(after[1]) in PLAIN or after[1].lower() in _GOES_ON:
        return False
    at = after.start(1)
    known = [(one.start, one.end) for one in seen.nouns] + [(hit.start, hit.end) for _, hit in seen.categories]
    return not any(start <= at < end for start, end in known)
