"""The clauses of a sentence: what is told beside a count, and what is told of a body that nothing looked at."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from foidesk.words.figures import Figure

from ..verdict import Verdict
from .harmless import ADVERBS, COLOUR, LITTLE, PEOPLE, SAYING, stems_of
from .sentence import Sentence
from .stems import STOP, tokens

_CUT = re.compile(
    r"[;:]\s|\s[–—-]\s|,?\s(?:but|while|whereas|although|though)\s|,\s(?:and|one of)\s|"
    r"\sand\s(?=(?:an?|another|one)\s(?:[\w-]+\s){1,4}(?:was|were|is|has|had|resigned|retired|quit|left|got)\b)",
    re.IGNORECASE,
)
"""Between clauses that tell of different people or things."""
COMMENT = re.compile(
    r"\b(?:comment|spokes\w+|statement|approached|contacted|asked (?:for|about|to|why|if|whether)|"
    r"apologi\w+|responded to (?:the|our) (?:findings|figures))\b",
    re.IGNORECASE,
)
"""What a body says of the story, not in its reply."""
_FEWEST = 3
"""Words of its own that make a clause a statement."""
_NO_CONTENT = stems_of(LITTLE, SAYING, PEOPLE, COLOUR, ADVERBS) | frozenset(STOP)
UNREAD = "it tells something of {name} that nothing here has looked at: hold it against the reply, or waive it"


def apart(one: Sentence, counts: Iterable[Figure]) -> Sentence:
    """The sentence with the clauses that hold one of the counts left blank, and their figures left out."""
    held = [span for span in split(one.plain) if any(span[0] <= each.start < span[1] for each in counts)]
    text = one.text
    for start, end in held:
        text = text[:start] + " " * (end - start) + text[end:]
    figures = tuple(each for each in one.figures if not any(start <= each.start < end for start, end in held))
    return replace(one, text=text, figures=figures)


def unread(one: Sentence, read: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, Verdict]]:
    """The clauses that tell something of a body and hold nothing of what was read."""
    if COMMENT.search(one.plain):
        return
    for start, end in split(one.plain):
        named = [seen for seen in one.bodies if start <= seen.start < end]
        if not named or any(first < end and start < last for first, last in read):
            continue
        if sum(1 for _ in _content(one, start, end)) < _FEWEST:
            continue
        name = one.lexicon.definition.body(named[0].body).name
        first, last = trimmed(one.plain, start, end)
        yield first, last, Verdict("needs a person", "statement", why=UNREAD.format(name=name), body=named[0].body)


def _content(one: Sentence, start: int, end: int) -> Iterator[str]:
    """The words of a clause that tell something, the names of bodies and dates left out."""
    spans = [(seen.start, seen.end) for many in (one.bodies, one.whens) for seen in many]
    for token in tokens(one.plain[start:end]):
        at = start + token.start
        if token.stem in _NO_CONTENT or token.word in _NO_CONTENT or not token.word[:1].isalpha():
            continue
        if not any(first <= at < last for first, last in spans):
            yield token.word


def split(text: str) -> list[tuple[int, int]]:
    """The clauses that tell of different people or things, by their places."""
    cuts = [0, *(found.start() for found in _CUT.finditer(text)), len(text)]
    return [(start, end) for start, end in itertools.pairwise(cuts) if text[start:end].strip()]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause without its joining word and the signs around it."""
    own = text[start:end]
    lead = re.match(r"[\W_]*(?:(?:and|but|while|whereas|although|though)\s)?", own, re.IGNORECASE)
    first = start + (lead.end() if lead else 0)
    return first, start + len(own.rstrip(" .,;:–—-"))
