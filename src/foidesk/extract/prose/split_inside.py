"""A total and the kinds that it falls into, in one sentence: "In 2021 we had 14, nine of which were thefts"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foidesk.model.codec import digest
from foidesk.model.observations import Observation
from foidesk.words.numbers import NumberWord

from ..basis import measure as measures
from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..basis.pieces import Span
from ..figures import acceptance as rules
from ..figures.seen import Seen, look
from ..sentences.parallel import sections
from ..sentences.said import Said
from .partition import as_cells, cells_of

_OPENS = re.compile(
    r"[\s,;:–—-]*(?:(?:of|from|among)\s+(?:which|whom|these|those|them)|davon|hiervon|darunter|where)?[\s,:]*",
    re.IGNORECASE,
)
"""What stands between a total and its parts."""
_FIGURE_ENDS = re.compile(
    r"[^;:.,(\d]{0,60}?(?=[,;:.(]|\s[–—-]\s|\s(?:of|davon|hiervon|darunter)\s|$)", re.IGNORECASE
)
_APART = re.compile(r";\s")


def with_splits_inside(ground: Ground, said: Sequence[Said]) -> list[Said]:
    """The sentences, those read as a total with its kinds in which the numbers of the kinds add up to it."""
    return [_split(ground, one) if len(look(ground, one.sentence.text).categories) else one for one in said]


def _split(ground: Ground, one: Said) -> Said:
    for start, end in _stretches(look(ground, one.sentence.text)):
        one = _in_stretch(ground, one, start, end) or one
    return one


def _stretches(seen: Seen) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that each have a total of their own: by year, or parted by semicolons."""
    held = sections(seen.text, seen.numbers, seen.periods)
    cuts = [one.start for one in held.periods[1:]] if held else [at.end() for at in _APART.finditer(seen.text)]
    ends = [*cuts, len(seen.text)]
    yield from zip([0, *cuts], ends, strict=True)


def _in_stretch(ground: Ground, one: Said, start: int, end: int) -> Said | None:
    """The sentence with one stretch of it read so; None where its numbers do not add up."""
    seen = look(ground, one.sentence.text)
    first = next((word for word in seen.numbers if start <= word.start and word.end <= end), None)
    if first is None or first.exact is None or first.kind != "integer" or first.exact <= 0:
        return None
    ends = _FIGURE_ENDS.match(seen.text, first.end, end)
    opens = _OPENS.match(seen.text, ends.end(), end) if ends else None
    if ends is None or opens is None or not any(hit.start >= opens.end() for _, hit in seen.categories):
        return None
    if any(start <= hit.start < opens.end() for _, hit in seen.categories):
        return None
    tail = one.sentence.piece.cut(opens.end(), end)
    inner = _read_in(one, tail.spans)
    whole = _whole(one, first) or _as_total(ground, one, first, inner)
    if whole is None:
        return None
    cells = cells_of(ground, replace(one.sentence, piece=tail), whole)
    if cells is None or (len(cells[1]) < 2 and not whole.accepted_by):
        return None
    outer = _without(one, frozenset(o.id for o in inner) | {whole.id})
    whole = whole if whole.accepted_by else replace(whole, accepted_by=rules.SPLIT.name)
    head = one.sentence.piece.cut(first.start, first.end)
    marks = tuple(Mark(span, whole.id, read=True) for span in head.spans)
    parts = as_cells(ground, Said(replace(one.sentence, piece=tail), Found()), whole, *cells).found
    return replace(one, found=outer + Found((whole,), marks=marks) + parts, some=frozenset())


def _read_in(one: Said, spans: Sequence[Span]) -> list[Observation]:
    """The statements whose numbers stand in these characters."""
    ids = {mark.name for mark in one.found.marks if mark.read and any(span.holds(mark.span) for span in spans)}
    return [o for o in one.found.observations if o.id in ids]


def _whole(one: Said, word: NumberWord) -> Observation | None:
    """The statement of the total, if it was read."""
    found = _read_in(one, one.sentence.piece.cut(word.start, word.end).spans)
    return found[0] if len(found) == 1 and not found[0].where and not found[0].choice else None


def _as_total(ground: Ground, one: Said, word: NumberWord, parts: Sequence[Observation]) -> Observation | None:
    """The total as a statement, of the measure and period of its parts; None if these differ."""
    if len({(o.measure, o.period) for o in parts}) != 1 or len(parts) < 2 or word.exact is None:
        return None
    measure = ground.context.codebook.measure(parts[0].measure)
    piece = one.sentence.piece
    places = {"value": ground.locator(piece.cut(word.start, word.end)), "row": ground.locator(piece)}
    places |= {name: place for name, place in parts[0].places.items() if name in ("period", "unit")}
    return Observation(
        digest(ground.document, "split", places["value"].place.describe(), measure.id), ground.context.body,
        ground.document, measure.id, measures.amount(word.exact, measure), "prose", {}, parts[0].period,
        places=places,
    )  # fmt: skip


def _without(one: Said, gone: frozenset[str]) -> Found:
    kept = tuple(o for o in one.found.observations if o.id not in gone)
    marks = tuple(mark for mark in one.found.marks if mark.name not in gone)
    return replace(one.found, observations=kept, marks=marks)
