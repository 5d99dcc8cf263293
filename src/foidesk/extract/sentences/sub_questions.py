"""Questions that a reply puts itself, each with its answer behind it: "How many were upheld? 9", "In 2023? Nil".

The words of such a question are the label of the number: its kind, its year, what it counts. Where a word of it is
none of the survey's, it asks something else, and nothing is read by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from foidesk.model.observations import Where
from foidesk.words.normal import normalise
from foidesk.words.numbers import numbers
from foidesk.words.totals import nil

from ..basis import measure as measures
from ..basis.asking import asks, other_question
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen
from ..basis.near import ask, numbered, question_of
from ..basis.pieces import Piece
from ..basis.plain import PLAIN
from ..figures.seen import look
from .over import Over

_PAIR = re.compile(
    r"(?P<asked>[^?\n]{2,200}(?:\n[^?\n]{2,120}){0,2}\?)[ \t]*[–—:-]?[ \t]*\n?[ \t]*"
    r"(?P<told>[^?\n]{1,60})(?:\n+|$)"
)
_WITH = frozenset(
    "how many much what which was were is are did do does the a an of in on at by for to from and or there total "
    "number numbers amount sum value overall please state zero wie viele viel hoch davon welche".split()
)
_MOST, _WORDS = 60, 6


def answer_apart(part: Piece) -> Iterator[Piece]:
    """Questions and the short answer behind each, apart: "How many were upheld? 9"; else the whole."""
    found = list(_PAIR.finditer(part.text))
    told = all(asks(one["asked"]) and is_answer(one["told"]) for one in found)
    if not found or not told or _PAIR.sub("", part.text).strip():
        yield part
        return
    for one in found:
        yield part.cut(*one.span("asked")).stripped()
        yield part.cut(*one.span("told")).stripped()


def is_answer(text: str) -> bool:
    """True for a number, or a word for none, with a noun behind it perhaps: "9", "£1,200", "Nil", "9 claims"."""
    words = text.strip(" .:–—-\t\n")
    none = nil(words)
    if none is not None:
        return none.meanings == ("zero",)
    held = [word for word in numbers(words) if word.is_amount]
    short = "\n" not in words and len(words) <= _MOST and len(words.split()) <= _WORDS
    return short and len(held) == 1 and held[0].start == 0


def asked_itself(
    ground: Ground, part: Piece, over: Over, last: Over | None, in_years: bool = False
) -> Over | None:
    """What a question of the reply's own puts over its answer; None where it asks ours, or anything unknown.

    `last`: what the one before it put over its answer: "In 2023?" goes on with it. `in_years`: its answer is a
    list of years, which may be of all that is counted.
    """
    seen = numbered(part.text)
    text = part.text[seen[1] :] if seen else part.text
    if not (text.rstrip().endswith("?") and asks(text)) or other_question(ground, part.text):
        return None
    told = look(ground, text)
    kinds: dict[str, Where] = {name: hit.where for name, hit in told.categories}
    dated = [one.period for one in told.periods]
    plain = len(kinds) == len(told.categories) and all(where.categories for where in kinds.values())
    if not plain or len(dated) > 1 or None in dated or any(hit.negated for _, hit in told.categories):
        return None
    question = question_of(ground, part.text) or over.question
    measure = _measure(ground, text, question, last, frozenset(kinds))
    if measure is None or not _ours(ground, text, measure):
        return None
    goes_on = last is not None and not kinds and not told.nouns and bool(dated)
    where = last.where if goes_on and last is not None else tuple(kinds.items())
    if not (where or dated or (in_years and told.nouns)) or (in_years and dated):
        return None
    return Over(question, where, dated[0] if dated else None, replace(part, text=text), measure, own=True)


def of_a_kind(ground: Ground, text: str, question: str) -> bool:
    """True for "1. How many claims were accepted after appeal?", where our first asks for all of them.

    Kinds that it lists in brackets narrow nothing, nor do those of a variable that our question asks for.
    """
    mine = ask(ground, question)
    if mine is None or not asks(text):
        return False
    ours = normalise(mine.text)
    seen = look(ground, _IN_BRACKETS.sub(lambda found: " " * len(found[0]), text))
    kinds = [hit for name, hit in seen.categories if hit.where.categories and name not in mine.variables]
    told = (normalise(hit.text) for hit in kinds)
    return any(words not in ("other", "others") and words not in ours for words in told)


_IN_BRACKETS = re.compile(r"\([^()]*\)")


def _measure(
    ground: Ground, text: str, question: str, last: Over | None, kinds: frozenset[str]
) -> MeasureSeen | None:
    """What the question counts, by its noun, the one before it, or the question of ours above it."""
    named = {hit.measure for hit in look(ground, text).nouns}
    if len(named) > 1:
        return None
    if named:
        return MeasureSeen(ground.context.codebook.measure(named.pop()), None, "named")
    if last is not None and last.measure is not None and not kinds:
        return last.measure
    asked = measures.of_question(ground, question)
    if asked is not None:
        return asked
    of_kinds = measures.of_variables(ground, kinds) if kinds else None
    return MeasureSeen(of_kinds.measure, None, "question") if of_kinds is not None else None


def _ours(ground: Ground, text: str, seen: MeasureSeen) -> bool:
    """True if each word is plain, or one of the questions that ask for this measure, or of the codebook."""
    spans = [(one.start, one.end) for one in ground.period_in(text)]
    spans += [(hit.start, hit.end) for _, hit in look(ground, text).categories]
    rest = "".join(" " if any(a <= at < b for a, b in spans) else sign for at, sign in enumerate(text))
    asked = [q.text for q in ground.context.questions if seen.measure.id in q.measures]
    names = [seen.measure.label, seen.measure.unit, *seen.measure.nouns]
    names += [name for v in ground.context.codebook.variables for name in (v.label, *v.names)]
    known = {word for name in (*asked, *names) for word in normalise(name).split()}
    words = (word for word in normalise(rest).split() if word.isalpha() and len(word) > 1)
    return all(word in _WITH or word in PLAIN or word in known for word in words)
