"""A total split up by kind over several sentences: "In 2022 there were 23: 14 vans. Of the remaining nine, ..."

Every number of the paragraph behind the total is a part of it with its kind, or says what is left of it so far;
the parts must add up to the total, and each "remaining" be what is left at its place: that is the proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.model.codec import digest
from foidesk.model.observations import LISTED, Observation
from foidesk.model.periods import Period
from foidesk.words.matching import CategoryHit
from foidesk.words.numbers import NumberWord

from ..basis import measure as measures
from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..basis.pieces import Piece
from ..basis.plain import NOT_OURS
from ..figures import acceptance as rules
from ..figures.seen import Seen, look
from ..sentences.just_before import says_some
from ..sentences.named_parts import is_of_part
from ..sentences.said import Said
from .partition import Cell, Share, as_cells, counts_of, kinds_in, shares_in, take_turns, unknown_words

MOST = 6
_LEFT = re.compile(
    r"\b(?:the|alle|die|der)\s+(?:remaining|other|übrigen|restlichen|anderen)(?:\s+(?:the|those))?\s*$",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:of|from|among|von|unter)\s+$", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not|nor|neither|without|other\s+than|rather\s+than|instead|or|also|both|each|again|nicht|weder|ohne|außer|oder|auch)\b",
    re.IGNORECASE,
)
_STRANGE = 2
"""So many words of a sentence may be unknown where the paragraph says what is left of its total."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence behind the total, or what is behind it in its own sentence."""

    said: Said
    piece: Piece
    shares: tuple[Share, ...]
    bases: tuple[Share, ...]


def with_paragraph_splits(ground: Ground, said: Sequence[Said]) -> list[Said]:
    """The sentences, those of a paragraph that split up its total read as the kinds of that total."""
    out: list[Said] = []
    for run in _paragraphs(said):
        waits = any(not o.accepted_by for one in run for o in one.found.observations)
        out += (_split(ground, run) if waits and 1 < len(run) <= MOST else None) or run
    return out


def _paragraphs(said: Sequence[Said]) -> Iterator[list[Said]]:
    run: list[Said] = []
    for one in said:
        last = run[-1].sentence if run else None
        if last is not None and (last.block, last.over) != (one.sentence.block, one.sentence.over):
            yield run
            run = []
        run.append(one)
    yield run


def _split(ground: Ground, run: list[Said]) -> list[Said] | None:
    when, head, measure = _when(ground, run), _head(ground, run[0]), _measure(ground, run)
    if when is None or head is None or head.exact is None or not measure:
        return None
    parts = list(_parts(run, head))
    shares = [share for part in parts for share in part.shares]
    counts = counts_of(shares, head.exact)
    if any(share.derived for share in shares) and _is_of_some(ground, run, parts):
        return None
    if counts is None or len(shares) < 2 or not _all_left_right(parts, counts, head.exact):
        return None
    named = [_kinds(ground, part, bool(_says_left(parts))) for part in parts]
    kinds = [kind for some in named if some is not None for kind in some]
    told = [hit.where.categories for _, hit in kinds]
    if None in named or len(set(told)) != len(shares) or len({name for name, _ in kinds}) != 1:
        return None
    cells = [Cell(share, hit, count) for share, (_, hit), count in zip(shares, kinds, counts, strict=True)]
    whole = _whole(ground, run[0], head, measure, when)
    return _as_read(parts, cells, kinds[0][0], whole, head, ground)


def _is_of_some(ground: Ground, run: Sequence[Said], parts: Sequence[_Part]) -> bool:
    """True if "the rest" may be left of fewer than all: "20 reports, several at night. Of those closed, ..."."""
    return (not parts[0].shares and says_some(run[0])) or any(
        is_of_part(ground, one.sentence.text) for one in run[1:]
    )


def _when(ground: Ground, run: Sequence[Said]) -> Period | None:
    """The one period that the paragraph names."""
    named = {one.period for said in run for one in look(ground, said.sentence.text).periods}
    return named.pop() if len(named) == 1 else None


def _head(ground: Ground, first: Said) -> NumberWord | None:
    """The number that opens the paragraph, before any kind."""
    seen = look(ground, first.sentence.text)
    word = seen.numbers[0] if seen.numbers else None
    plain = word is not None and word.kind == "integer" and (word.exact or 0) > 0
    if word is None or not plain or any(hit.start < word.end for _, hit in seen.categories):
        return None
    return word


def _measure(ground: Ground, run: Sequence[Said]) -> str:
    """The one measure, a count, of which all of the paragraph speaks."""
    named = {o.measure for one in run for o in one.found.observations}
    named |= {noun.measure for one in run for noun in look(ground, one.sentence.text).nouns}
    only = named.pop() if len(named) == 1 else ""
    return only if only and ground.context.codebook.measure(only).type == "count" else ""


def _parts(run: Sequence[Said], head: NumberWord) -> Iterator[_Part]:
    for one in run:
        piece = one.sentence.piece
        piece = piece.cut(head.end, len(piece.text)) if one is run[0] else piece
        shares = shares_in(piece.text, head.exact or Decimal())
        bases = tuple(share for share in shares if _is_base(piece.text, share))
        yield _Part(one, piece, tuple(share for share in shares if share not in bases), bases)


def _is_base(text: str, share: Share) -> bool:
    """True for the ten of "of the remaining ten, three were withdrawn"."""
    left = _LEFT.search(text[: share.start])
    return left is not None and _OF.search(text[: left.start()]) is not None


def _says_left(parts: Sequence[_Part]) -> list[Share]:
    """The numbers that say what is left of the total at their place."""
    return [
        share for part in parts for share in (*part.shares, *part.bases)
        if not share.derived and _LEFT.search(part.piece.text[: share.start])
    ]  # fmt: skip


def _all_left_right(parts: Sequence[_Part], counts: Sequence[Decimal], total: Decimal) -> bool:
    """True if each "remaining" is what is left at its place, and none is left behind the last part."""
    given, at = Decimal(), 0
    for part in parts:
        for share in sorted((*part.shares, *part.bases), key=lambda one: one.start):
            if _LEFT.search(part.piece.text[: share.start]) and share.count != total - given:
                return False
            if share not in part.bases:
                given, at = given + counts[at], at + 1
    return given == total


def _kinds(ground: Ground, part: _Part, is_proven: bool) -> list[tuple[str, CategoryHit]] | None:
    """The kind of each share of a sentence; None unless they take turns in words that we know."""
    seen = look(ground, part.piece.text)
    if not part.shares:
        return [] if not part.bases and (_is_only_total(part, seen) or _says_none(ground, part)) else None
    hits = kinds_in(seen, part.shares)
    known = {hit.start: name for name, hit in seen.categories}
    if any(hit.negated or len(hit.where.categories) != 1 for hit in hits) or not take_turns(part.shares, hits):
        return None
    unknown = unknown_words(ground, seen, (*part.shares, *part.bases))
    if len(unknown) > _STRANGE * is_proven or NOT_OURS.search(part.piece.text) or _NOT.search(part.piece.text):
        return None
    return [(known[hit.start], hit) for hit in hits]


def _is_only_total(part: _Part, seen: Seen) -> bool:
    """True for what is behind the total in a sentence that tells of nothing else."""
    return part.piece is not part.said.sentence.piece and not seen.categories


def _says_none(ground: Ground, part: _Part) -> bool:
    """True for a sentence that adds no case: "No person was hurt that year"."""
    seen, told = look(ground, part.piece.text), part.said.found.observations
    nothing = bool(told) and all(o.amount is not None and o.amount.hi == 0 for o in told)
    return not seen.numbers and (nothing or (not told and all(hit.negated for _, hit in seen.categories)))


def _whole(ground: Ground, first: Said, head: NumberWord, measure: str, when: Period) -> Observation:
    """The statement of the total: the one read, or one made of it."""
    piece = first.sentence.piece
    place = ground.locator(piece.cut(head.start, head.end))
    read = next((o for o in first.found.observations if o.places.get("value") == place and not o.where), None)
    if read is not None:
        return replace(read, period=when, accepted_by=read.accepted_by or rules.SPLIT.name)
    known = ground.context.codebook.measure(measure)
    return Observation(
        digest(ground.document, "paragraph", place.place.describe(), measure), ground.context.body,
        ground.document,
        measure, measures.amount(head.exact or Decimal(), known), "prose", {}, when,
        places={"value": place, "row": ground.locator(piece)}, accepted_by=rules.SPLIT.name,
    )  # fmt: skip


def _as_read(
    parts: Sequence[_Part], cells: Sequence[Cell], name: str, whole: Observation, head: NumberWord, ground: Ground
) -> list[Said]:  # fmt: skip
    """The sentences with the total and its kinds, as one list."""
    table = f"{LISTED}{whole.places['row'].place.describe()}"
    out: list[Said] = []
    for part in parts:
        mine, cells = cells[: len(part.shares)], cells[len(part.shares) :]
        sentence = replace(part.said.sentence, piece=part.piece)
        found = as_cells(ground, Said(sentence, Found()), whole, name, mine).found if mine else part.said.found
        found = replace(found, observations=tuple(replace(o, table=table) for o in found.observations))
        spans = [span for share in part.bases for span in part.piece.cut(share.start, share.end).spans]
        found = found + Found(marks=tuple(Mark(span, "names a stated number") for span in spans))
        if part is parts[0]:
            spans = [*part.said.sentence.piece.cut(head.start, head.end).spans]
            parts_of_it = found if mine else Found()
            found = Found((whole,), marks=tuple(Mark(span, whole.id, read=True) for span in spans)) + parts_of_it
        out.append(replace(part.said, found=found, some=frozenset()))
    return out
