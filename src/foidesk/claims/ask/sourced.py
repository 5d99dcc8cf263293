"""A sentence that retells a statement on file: each of its numbers must be one of the statement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from foidesk.model import Statement
from foidesk.words.figures import Figure, scan

from ..notclaims import EXCUSES
from ..verdict import Verdict
from .sentence import Sentence
from .stems import stems

Given = tuple[str, Decimal | None, frozenset[str]]
"""Kind, value and next words of a number of the statement."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SUPPORTED = "the statement gives this number"
_OTHER_THING = "the statement gives this number of something else"


def source_of(one: Sentence, statements: Iterable[Statement]) -> Statement | None:
    """The statement that a sentence retells: it shares most of its words."""
    if one.bodies:
        return None
    words = frozenset(stems(one.plain))
    enough = 0.7 if one.groups else 0.5
    for known in statements:
        key = frozenset(stems(known.text))
        retold = len(words) >= 6 and len(key & words) >= 0.75 * len(words) and not one.categories
        if len(key) >= 4 and (len(key & words) >= enough * len(key) or retold):
            return known
    return None


def of_source(
    sentence: Sentence, figures: tuple[Figure, ...], source: Statement
) -> Iterator[tuple[Figure, Verdict]]:
    """Every number of such a sentence with its verdict."""
    given = [(one.kind, one.value, _next_words(source.text, one.end)) for one in scan(source.text).figures]
    for one in figures:
        yield one, _excused(one) or _verdict(one, sentence, given, source)


def _excused(one: Figure) -> Verdict | None:
    name = "date" if one.kind == "date" else "window" if one.kind in ("duration", "age", "time") else ""
    if not name:
        return None
    reason, why = EXCUSES[name]
    return Verdict("not a claim about the data", "number", why=why, reason=reason)


def _verdict(one: Figure, sentence: Sentence, given: list[Given], source: Statement) -> Verdict:
    said = f"{source.office}: {source.text} ({source.source})"
    if one.kind == "majority":
        return _majority(one, given, said)
    if other := _other_years(sentence.text, source):
        why = f"the statement is of {source.date}, and the sentence says {other}"
        return Verdict("needs a person", "source", said, why)
    if any(_is_said(one, sentence, known) for known in given):
        return Verdict("supported", "source", said, _SUPPORTED)
    if (one.kind, one.value) in [(kind, value) for kind, value, _ in given]:
        return Verdict("needs a person", "source", said, _OTHER_THING)
    return Verdict("contradicted", "source", said, f"the statement does not give {one.text}")


def _is_said(one: Figure, sentence: Sentence, known: Given) -> bool:
    """The same number with the same words behind it."""
    kind, value, words = known
    own = _next_words(sentence.text, one.end)
    return (one.kind, one.value) == (kind, value) and bool(own & words or not own or not words)


def _other_years(text: str, source: Statement) -> str:
    """The years that a sentence gives and the statement that it retells does not."""
    theirs = set(_YEAR.findall(f"{source.text} {source.date} {source.source}"))
    return ", ".join(sorted(set(_YEAR.findall(text)) - theirs)) if theirs else ""


def _majority(one: Figure, given: list[Given], said: str) -> Verdict:
    """ "Most of them" where the statement gives a share of more than half."""
    shares = [value for kind, value, _ in given if kind == "percent" and value is not None]
    if len(shares) == 1 and (shares[0] > 50) == (one.direction >= 0):
        return Verdict("supported", "source", said, "the statement gives such a share")
    return Verdict("needs a person", "source", said, "the statement gives no share of which one could tell")


def _next_words(text: str, at: int) -> frozenset[str]:
    """The stems of the next two words that tell something."""
    return frozenset(stems(re.split(r"[.;:,]", text[at : at + 60])[0])[:2])
