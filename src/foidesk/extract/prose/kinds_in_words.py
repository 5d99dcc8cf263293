"""Counts of a breakdown whose kind is told in words that no category knows: "in four cases an essay was bought".

Beside counts of known kinds such a number is no total and no noise: it is one more kind, in words yet to be coded.
Left unread, its cases would pass for "not stated" or for none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from foidesk.model.codec import digest
from foidesk.model.observations import LISTED, Observation, OneOf
from foidesk.words.matching import CategoryHit
from foidesk.words.normal import normalise
from foidesk.words.numbers import NumberWord, numbers

from ..basis import measure as measures
from ..basis.asked import names_persons, our_words
from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..basis.near import ask
from ..basis.plain import PLAIN
from ..figures import acceptance as rules
from ..figures.seen import look
from ..sentences.over import OTHER
from ..sentences.said import Said
from .left_alone import ignored_as
from .partition import whole_before
from .uncoded import coded_later

_IN = re.compile(
    r"\bin\s+(?:(?:just|only|nur|den|the|a\s+further|another|other|übrigen|restlichen|remaining)\s+)*$",
    re.IGNORECASE,
)
_GO_ON = (
    r"(?:of\s+(?:them|these|those|which)\s+|davon\s+)?"
    r"(?:cases?\s+|fällen?\s+|fall\s+|instances?\s+|occasions?\s+|matters?\s+)?"
)
_DID = re.compile(
    rf"\s+{_GO_ON}(?:was|were|is|are|had|has|have|concerned|involved|related|regarded|ended|resulted|led|received|"
    r"got|went|came|arose|remains?|for|about|due|because|betrafen|betraf|wurden?|waren?|sind|ist|endeten?|führten?)\s+",
    re.IGNORECASE,
)
_WHO = re.compile(
    rf"[,\s]+{_GO_ON}[,\s]*(?:the|an?|it|they|he|she|no|there|somebody|someone|people|this|that|our|we|their|his|her|"
    r"der|die|das|den|dem|ein\w*|sich|es|wir|kein\w*|wurden?|war(?:en)?|hatten?|konnten?|\w+(?:te|ten|en)\s+sich)\s+",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[\s,;:.]*(?:\b(?:and|but|while|whilst|und|sowie|aber|in|the|a|an|den|die|just|only|nur|of|other|others|remaining|last|"
    r"further|another|übrigen|restlichen|letzten|weiteren?)\b[\s,;:.]*)*$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\s*(?:(?:and|und)\s+)?(?:an?|one|ein(?:e[nmrs]?)?)\s+(?=\S)", re.IGNORECASE)
_WERE = re.compile(
    rf"\s+{_GO_ON}(?:was|were|concerned|involved|related\s+to|about|for|waren|betrafen)[\s:]+", re.IGNORECASE
)
_APART = re.compile(r",\s*(?:(?:and|und)\s+)?|\s+(?:and|und)\s+", re.IGNORECASE)
_WHOLE = re.compile(
    r"[^.;]*?\b(?:of\s+(?:which|whom|them|these|those)|davon|darunter|hiervon|includ\w+)\b", re.IGNORECASE
)
"""What follows the whole of which more is told: "ten ended in some sanction, three of them in a warning"."""
_OWN = re.compile(r"\s+(?:of\s+(?:which|whom|them|these|those)|davon|hiervon)\b", re.IGNORECASE)
_NAMED = re.compile(rf"\s*{_GO_ON}[\s,]*", re.IGNORECASE)
_STOP = re.compile(r"[.;](?:\s|$)|\s[–—-]\s")
LONGEST, LEAST = 18, 2


@dataclass(frozen=True, slots=True)
class _Kinds:
    """The breakdown that a paragraph goes by: the variable, a statement of it, and what is left of its total."""

    name: str
    like: Observation
    left: Decimal | None


def with_kinds_in_words(ground: Ground, said: Sequence[Said]) -> list[Said]:
    """The sentences, with a statement in words yet to be coded for each count that only lacks a known kind."""
    out: list[Said] = []
    said = [_split(ground, said, at) for at in range(len(said))]
    for _, some in groupby(said, key=lambda one: (one.sentence.over.question, one.sentence.block)):
        paragraph = list(some)
        for at in range(len(paragraph)):
            kinds = _kinds(ground, said, paragraph, at)
            if kinds is not None and not paragraph[at].part:
                paragraph[at] = _read(ground, paragraph[at], kinds)
        out += paragraph
    return out


def _kinds(ground: Ground, said: Sequence[Said], paragraph: Sequence[Said], at: int) -> _Kinds | None:
    """The one variable that the sentence itself, else the one before it in its paragraph, breaks cases down by."""
    for one in (paragraph[at], *reversed(paragraph[max(0, at - 2) : at])):
        parts = [o for o in one.found.observations if _is_part(o)]
        names = {name for o in parts for name in o.where}
        names = {name for name in names if not names_persons(ground, name)}
        if len(names) == 1 and len({o.measure for o in parts}) == 1:
            name = names.pop()
            like = next(o for o in parts if name in o.where)
            return _Kinds(name, like, _left(said, name, like))
        if parts:
            return None
    return None


def _is_part(one: Observation) -> bool:
    exact = one.amount is not None and one.amount.is_exact
    return exact and bool(one.where) and one.period is None and not one.table and not one.choice


def _left(said: Sequence[Said], name: str, like: Observation) -> Decimal | None:
    """What the stated total leaves for further kinds; None if no total is stated."""
    every = [o for one in said for o in one.found.observations if o.measure == like.measure and not o.period]
    totals = {o.amount.lo for o in every if not o.where and o.accepted_by and o.amount and o.amount.is_exact}
    known = sum((o.amount.lo for o in every if name in o.where and o.amount and _is_part(o)), Decimal(0))
    return max(totals) - known if totals else None


def _read(ground: Ground, one: Said, kinds: _Kinds) -> Said:
    """The sentence with its counts of unknown kinds; those that the total leaves no room for stay as they were."""
    if one.sentence.over.question == OTHER or ignored_as(one.sentence.text):
        return one
    left = kinds.left
    for word in look(ground, one.sentence.text).numbers:
        if word.kind != "integer" or word.exact is None or word.exact <= 0 or is_whole(one.sentence.text, word):
            continue
        held = _statement(ground, one, word)
        settled = held is not None and (held.accepted_by or held.period or held.measure != kinds.like.measure)
        if settled or (held is None and _is_marked(one, word)):
            continue
        room = left if left is None or held is None or kinds.name not in held.where else left + word.exact
        made = _each(ground, one, kinds, word, held)
        if made is None and (held is None or all(names_persons(ground, name) for name in held.where)):
            made = _in_words(ground, one, kinds, word, held)
        if made is not None and (room is None or word.exact <= room):
            one, left = made, None if room is None else room - word.exact
    return one


def is_whole(text: str, word: NumberWord) -> bool:
    """True for the ten of "ten ended in some sanction, three of them in a warning"."""
    own = _OWN.match(text, word.end)
    return _WHOLE.match(text, own.end() if own else word.end) is not None


def _statement(ground: Ground, one: Said, word: NumberWord) -> Observation | None:
    """What is stated by that number of the sentence so far."""
    place = ground.locator(one.sentence.piece.cut(word.start, word.end))
    return next((o for o in one.found.observations if o.places.get("value") == place), None)


def _is_marked(one: Said, word: NumberWord) -> bool:
    spans = one.sentence.piece.cut(word.start, word.end).spans
    return any(mark.span.meets(span) for mark in one.found.marks for span in spans)


# ---------------------------------------------------------------- one kind in words


def _in_words(ground: Ground, one: Said, kinds: _Kinds, word: NumberWord, held: Observation | None) -> Said | None:
    """The number as of a kind in the words of its own clause; None where they have another shape."""
    text = one.sentence.text
    begins = _IN.search(text[: word.start]) and _WHO.match(text, word.end)
    if not begins and not _DID.match(text, word.end):
        return None
    start, end = _clause_of(ground, text, word)
    words = normalise(text[start:end]).split()
    if not 0 < len(words) <= LONGEST or all(one in PLAIN for one in words) or any(map(str.isdigit, words)):
        return None
    found = coded_later(ground, _without(one, held), kinds.like, kinds.name, word, (start, end))
    fresh = {o.id for o in found.observations} - {o.id for o in one.found.observations}
    also = held.where if held is not None else {}
    kept = tuple(
        replace(o, accepted_by="", where={**also, **o.where}) if o.id in fresh else o for o in found.observations
    )
    return replace(one, found=replace(found, observations=kept)) if fresh else None


def _clause_of(ground: Ground, text: str, word: NumberWord) -> tuple[int, int]:
    """Where the words of a number stand: from behind it and its noun to the next number, or to a stop."""
    noun = next((noun.end for noun in look(ground, text).nouns if text[word.end : noun.start].isspace()), word.end)
    first = max(noun, _NAMED.match(text, word.end).end())  # type: ignore[union-attr]  # matches nothing, too
    after = next((other.start for other in numbers(text) if other.start >= word.end), len(text))
    stop = _STOP.search(text, first, after)
    said = text[first : stop.start() if stop else after]
    said = said[: _ENDS.search(said).start()]  # type: ignore[union-attr]
    return first + len(said) - len(said.lstrip(" ,:")), first + len(said)


def _without(one: Said, held: Observation | None) -> Said:
    if held is None:
        return one
    kept = tuple(o for o in one.found.observations if o.id != held.id)
    marks = tuple(mark for mark in one.found.marks if mark.name != held.id)
    return replace(one, found=replace(one.found, observations=kept, marks=marks))


# ---------------------------------------------------------------- a total split up in words


def _split(ground: Ground, said: Sequence[Said], at: int) -> Said:
    """The sentence behind a total whose numbers add up to it: each is of a kind, known or in words.

    "Fifty-two of them concerned a badge used by somebody else, eleven the badge of a holder who had died."
    """
    one, whole = said[at], whole_before(ground, said, at)
    seen = look(ground, one.sentence.text)
    counts = [word.exact for word in seen.numbers if word.kind == "integer" and word.exact]
    if whole is None or whole.amount is None or len(counts) < max(LEAST, len(seen.numbers)) or one.part:
        return one
    held = [o for o in one.found.observations if o.where and o.accepted_by]
    fits = sum(counts) == whole.amount.lo and not seen.periods and not ignored_as(seen.text)
    name = _variable(ground, one)
    if held or not fits or not name or not _OWN.match(seen.text, seen.numbers[0].end):
        return one
    cleared = replace(one, found=Found())
    like = replace(whole, where={name: OneOf((), "")})
    for word in seen.numbers:
        made = _part_in_words(ground, cleared, name, like, word)
        if made is None:
            return one
        cleared = made
    return cleared


def _variable(ground: Ground, one: Said) -> str:
    """The one variable of which the sentence names kinds, else the one that the question over it asks for."""
    names = {name for name, _ in look(ground, one.sentence.text).categories}
    asked = ask(ground, one.sentence.over.question)
    names = names or set(asked.variables if asked is not None else ())
    return names.pop() if len(names) == 1 else ""


def _part_in_words(ground: Ground, one: Said, name: str, like: Observation, word: NumberWord) -> Said | None:
    text, (start, end) = one.sentence.text, _clause_of(ground, one.sentence.text, word)
    if not text[start:end].strip():
        return None
    hits = [hit for other, hit in look(ground, text).categories if other == name and _within(hit, (start, end))]
    rest = text[start : hits[0].start] + " " + text[hits[0].end : end] if len(hits) == 1 else "?x"
    plain = all(one in PLAIN | our_words(ground) for one in normalise(rest).split())
    found = coded_later(ground, one, like, name, word, (start, end))
    fresh = found.observations[len(one.found.observations) :]
    if len(fresh) != 1:
        return None
    known = {**fresh[0].where, name: hits[0].where} if plain and not hits[0].negated else fresh[0].where
    made = replace(fresh[0], where=known, accepted_by=rules.SPLIT.name)
    return replace(one, found=replace(found, observations=(*one.found.observations, made)))


# ---------------------------------------------------------------- one each


def _each(ground: Ground, one: Said, kinds: _Kinds, word: NumberWord, held: Observation | None) -> Said | None:
    """ "Three were a ring, a watch and a guitar": as many things as the number says, one case each."""
    text = one.sentence.text
    begins = _WERE.match(text, word.end)
    if begins is None or word.exact is None:
        return None
    stop = _STOP.search(text, begins.end())
    items = list(_items(text, begins.end(), stop.start() if stop else len(text)))
    if len(items) < LEAST or len(items) != word.exact:
        return None
    kept = _without(one, held)
    made = [_single(ground, kept, kinds, word, span) for span in items]
    marks = tuple(Mark(span, made[0].id, read=True) for span in one.sentence.piece.cut(word.start, word.end).spans)
    return replace(kept, found=kept.found + Found(tuple(made), marks=marks))


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The entries of an enumeration, each with its article; none where one has no article."""
    starts = [start, *(found.end() for found in _APART.finditer(text, start, end))]
    ends = [*(found.start() for found in _APART.finditer(text, start, end)), end]
    articles = [_ARTICLE.match(text, at, upto) for at, upto in zip(starts, ends, strict=True)]
    if all(articles):
        yield from ((found.end(), upto) for found, upto in zip(articles, ends, strict=True) if found)


def _single(ground: Ground, one: Said, kinds: _Kinds, word: NumberWord, span: tuple[int, int]) -> Observation:
    """One case of an enumeration, by the one category of its words, or in words yet to be coded."""
    piece, measure = one.sentence.piece, ground.context.codebook.measure(kinds.like.measure)
    hits = [hit for name, hit in look(ground, piece.text).categories if name == kinds.name and _within(hit, span)]
    phrase = " ".join(piece.text[slice(*span)].split())
    where = hits[0].where if len(hits) == 1 and not hits[0].negated else OneOf((), phrase)
    return Observation(
        digest(ground.document, "one each", ground.locator(piece.cut(*span)), measure.id, kinds.name),
        ground.context.body, ground.document, measure.id, measures.amount(1, measure), "prose",
        {**dict(one.sentence.over.where), kinds.name: where}, one.sentence.over.period,
        table=f"{LISTED}{ground.locator(piece).place.describe()} from {word.start}",
        places={
            "value": ground.locator(piece.cut(word.start, word.end)), "row": ground.locator(piece),
            f"where:{kinds.name}": ground.locator(piece.cut(*span)),
        },
    )  # fmt: skip


def _within(hit: CategoryHit, span: tuple[int, int]) -> bool:
    return span[0] <= hit.start and hit.end <= span[1]
