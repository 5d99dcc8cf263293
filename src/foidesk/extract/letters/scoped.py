"""Whom a reply's figures cover, and which date counts: by its own words.

What a sentence says of "the figures" holds for all of the document, what a caption or heading says for its table.
Words that the codebook does not know stay words; two limits that differ are put to a person, and neither is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from foidesk.model.codebook import Variable
from foidesk.model.issues import Issue
from foidesk.model.observations import Observation, OneOf, Where
from foidesk.words.limits import Limit, dated_by, limits

from ..basis.found import Found
from ..basis.ground import Ground
from ..basis.pieces import Piece
from ..layout.over import pieces_over
from ..sentences.over import Sentence
from ..tables.tables import TableRead

_PRIVATE = re.compile(r"\b(?:personal|names?|identif\w+|details?|addresse?s?|any|information)\b", re.IGNORECASE)
"""What any reply leaves out of its figures, and what makes none of them smaller."""
_TIME = re.compile(
    r"\b(?:dates?|days?|weeks?|months?|quarters?|years?|periods?|time|since|jahre?n?|zeitraums?)\b", re.I
)
_LONGEST = 8
_TWICE = re.compile(
    r"\b(?:figures?|data|information|numbers?|totals?|counts?|list|spreadsheet|tables?|records?|statistics|rows?)\b"
    r"[^.;]{0,60}?(?:\b(?:include|contain|hold|have|are|is)s?\b[^.;]{0,30}?\bduplicat\w*|\b(?:may|might|will|can|could|are|is)\b"
    r"[^.;]{0,40}?\b(?:(?:count(?:ed)?|recorded|included|shown|appear)\s+(?:\w+\s+){0,2}?"
    r"(?:more\s+than\s+once|twice|several\s+times)|double[\s-]counted))"
    r"|\b(?:are|is|were|was|been)\s+(?:\w+\s+)?(?:counted|recorded|included|shown|listed)\s+"
    r"(?:under|in|against|once\s+for|for)\s+(?:each|both|all\s+of|every|more\s+than\s+one|several|multiple)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """A limit with its place; `within` is empty where the codebook does not know its words."""

    limit: Limit
    piece: Piece
    within: tuple[tuple[str, Where], ...]


def scoped(ground: Ground, tables: Sequence[TableRead], sentences: Sequence[Sentence], found: Found) -> Found:
    """The observations with the scope and the date that the reply's words give them."""
    said, unclear = _of_letter(ground, sentences)
    over = {read.table.name: tuple(pieces_over(ground, read.layout)) for read in tables}
    own = {
        name: scope for name, pieces in over.items() if (scope := _of_table(ground, pieces, unclear)) is not None
    }
    kept = _limited(found.observations, said, own)
    texts = {name: " ".join(piece.text for piece in pieces) for name, pieces in over.items()}
    heads = {read.table.name: _heads_of_dates(read) for read in tables}
    told = tuple(_dated(seen, heads, texts) for seen in kept)
    issues = (
        *([_unclear(ground, unclear)] if unclear else ()), *_left_out(ground, sentences, told),
        *_counted_twice(ground, sentences, told),
    )  # fmt: skip
    return replace(found, observations=told, issues=(*found.issues, *issues))


# ---------------------------------------------------------------- scope


def _of_letter(ground: Ground, sentences: Sequence[Sentence]) -> tuple[Scope | None, tuple[Scope, ...]]:
    """The one limit that the letter puts on its figures, and those that cannot be told apart."""
    found = {one.limit.words: one for s in sentences for one in _read(ground, s.piece, label=False)}
    known = [one for one in found.values() if one.within]
    if len({str(one.within) for one in known}) > 1:
        return None, tuple(known)
    return next(iter(known or found.values()), None), ()


def _unclear(ground: Ground, scopes: Sequence[Scope]) -> Issue:
    words = "; ".join(f"“{one.limit.whole}”" for one in scopes[:4])
    return Issue(
        "scope-unclear", "warning", f"The reply limits its figures in several ways: {words}. None was taken.",
        ground.where(scopes[0].piece.place), "Look which figures each sentence is about.",
        tuple(ground.locator(one.piece) for one in scopes), body=ground.context.body, key="scope",
    )  # fmt: skip


def _left_out(ground: Ground, sentences: Sequence[Sentence], told: Sequence[Observation]) -> tuple[Issue, ...]:
    """One issue for what the figures leave out in words that limit nothing here: "exclude December"."""
    pieces = [s.piece for s in sentences if _leaves_out(ground, s.piece)]
    if not pieces or not told:
        return ()
    words = "; ".join(f"“{' '.join(piece.text.split())[:120]}”" for piece in pieces[:3])
    return (Issue(
        "leaves-out", "warning", f"The reply says that its figures leave something out: {words}.",
        ground.where(pieces[0].place), "Look which figures are short, and say so where they are used.",
        tuple(ground.locator(piece) for piece in pieces[:12]), body=ground.context.body, key="leaves-out",
    ),)  # fmt: skip


def _counted_twice(
    ground: Ground, sentences: Sequence[Sentence], told: Sequence[Observation]
) -> tuple[Issue, ...]:
    """One issue for words that say that figures count cases more than once: "the data includes duplicates"."""
    pieces = [s.piece for s in sentences if _TWICE.search(s.text)]
    if not pieces or not told:
        return ()
    words = "; ".join(f"“{' '.join(piece.text.split())[:120]}”" for piece in pieces[:3])
    return (Issue(
        "counted-twice", "warning", f"The reply says that its figures count some cases more than once: {words}.",
        ground.where(pieces[0].place), "Ask the body how many, or say so where the figures are used.",
        tuple(ground.locator(piece) for piece in pieces[:12]), body=ground.context.body, key="counted-twice",
    ),)  # fmt: skip


def _leaves_out(ground: Ground, piece: Piece) -> bool:
    found = (one for one in limits(piece.text) if one.kind == "without")
    return any(
        not _within(ground, one) and not _names_people_or_cases(ground, one) and not _PRIVATE.search(one.words)
        for one in found
    )


def _of_table(ground: Ground, pieces: Sequence[Piece], unclear: Sequence[Scope]) -> Scope | None:
    """What stands over a table limits it, unless it is one of several sentences that nobody can tell apart."""
    known = {one.piece.text.strip() for one in unclear}
    over = [piece for piece in pieces if piece.text.strip() not in known]
    found = [one for piece in over for label in (False, True) for one in _read(ground, piece, label)]
    return next((one for one in found if one.within), None)


def _read(ground: Ground, piece: Piece, label: bool) -> Iterator[Scope]:
    for limit in limits(piece.text, label):
        within = _within(ground, limit)
        if within or (not label and _limits_in_words(ground, limit)):
            yield Scope(limit, piece, within)


def _limits_in_words(ground: Ground, limit: Limit) -> bool:
    """True for a limit that is told with the figures although the codebook does not know its words.

    What is left out must be of what the survey counts; "relate to the Parks service only" limits whatever it
    names, but for a time, which the figures have anyway, and for what is said of the letter.
    """
    if limit.kind == "without":
        return _names_people_or_cases(ground, limit)
    return not (_PRIVATE.search(limit.words) or _TIME.search(limit.words)) and len(limit.words.split()) <= _LONGEST


def _names_people_or_cases(ground: Ground, limit: Limit) -> bool:
    """True where what is left out is what the survey counts, of some kind that its codebook does not know."""
    words = set(limit.words.lower().split())
    nouns = {noun.lower() for measure in ground.measures for noun in (*measure.nouns, measure.unit)}
    return bool(words & nouns)


def _within(ground: Ground, limit: Limit) -> tuple[tuple[str, Where], ...]:
    """The categories that are covered; none unless the words are about one variable with one answer a case."""
    hits = [(name, hit) for name, matcher in ground.matchers.items() for hit in matcher.find(limit.words)]
    names = {name for name, _ in hits}
    if len(names) != 1 or any(hit.negated or not hit.where.categories for _, hit in hits):
        return ()
    variable = ground.context.codebook.variable(names.pop())
    if variable.multiple or variable.open:
        return ()
    named = tuple(category for _, hit in hits for category in hit.where.categories)
    covered = named if limit.kind == "only" else _others(variable, named)
    return ((variable.id, OneOf(covered, limit.whole)),) if covered else ()


def _others(variable: Variable, left_out: tuple[str, ...]) -> tuple[str, ...]:
    """All categories that hold nothing of those left out."""
    gone = frozenset().union(*(variable.leaves(id) for id in left_out))
    ids = (one.id for one in variable.categories if not one.missing)
    return tuple(id for id in ids if not variable.leaves(id) & gone)


def _limited(
    observations: Sequence[Observation], said: Scope | None, own: Mapping[str, Scope]
) -> Iterator[Observation]:
    """Each with its table's scope, else the letter's; a table that counts others too is not what was meant."""
    scopes = {seen.table: own.get(seen.table, said) for seen in observations}
    outside = {
        s.table for s in observations if (scope := scopes[s.table]) is not None and _counts_others(s, scope)
    }
    for seen in observations:
        scope = scopes[seen.table]
        if scope is None or seen.amount is None or seen.is_unread or seen.table in outside:
            yield seen
            continue
        place = {"scope": scope.piece.locator(seen.document)}
        where = {name: said for name, said in seen.where.items() if not _is_the_limit(seen, name, scope)}
        yield replace(
            seen, scope=scope.limit.whole, within=dict(scope.within), where=where, places={**seen.places, **place}
        )


def _is_the_limit(seen: Observation, name: str, scope: Scope) -> bool:
    """True for a category that the observation has only from the words of the limit, read as a head."""
    covered, place = dict(scope.within).get(name), seen.places.get(f"where:{name}")
    if covered is None or place is None or set(seen.where[name].categories) != set(covered.categories):
        return False
    return " ".join(place.quote.split()) in " ".join(scope.piece.text.split())


def _counts_others(seen: Observation, scope: Scope) -> bool:
    for name, covered in scope.within:
        own = seen.where.get(name)
        if own is not None and own.categories and not set(own.categories) <= set(covered.categories):
            return True
    return False


# ---------------------------------------------------------------- date


def _heads_of_dates(read: TableRead) -> str:
    """What stands over the columns of years and dates: "Year closed"."""
    return " ".join(read.layout.heading(column) for column in read.layout.columns("period"))


def _dated(seen: Observation, heads: Mapping[str, str], texts: Mapping[str, str]) -> Observation:
    """With the date that its period goes by, by its label, the head of its column of dates, or its table."""
    if seen.period is None or seen.period.basis:
        return seen
    label = " ".join(place.quote for name, place in seen.places.items() if name in ("period", "heading"))
    basis = dated_by(label) or dated_by(heads.get(seen.table, "")) or dated_by(texts.get(seen.table, ""))
    return replace(seen, period=replace(seen.period, basis=basis)) if basis else seen
