"""Lists whose lines stand for several cases each: "3 x PC – written warning", "PC x 3 – written warning"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.words.numbers import NumberWord, number, numbers
from foidesk.words.small_numbers import few

from ..basis.found import Found, Mark, together
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen
from ..basis.pieces import Piece
from ..figures import acceptance as rules
from ..figures.choices import confirm, under
from ..figures.meaning import Meaning
from ..sentences.over import Sentence
from .listed_cases import case_row, list_measure, owners, totals

_ENTRY = re.compile(r"\s*[\n;•]\s*")
_PART = re.compile(r"\s+[-–—/|]\s+|\s*[:,|]\s+|\s*[—]\s*|\s*\n\s*")
_WORDS = f"{few()}|ein|eine|{few(2, german=True)}"
_TIMES = re.compile(rf"\W*(?P<n>\d{{1,4}}|{_WORDS})\s*[x×]\s*(?=[^\W\d])", re.IGNORECASE)
_PLAIN = re.compile(rf"\W*(?P<n>\d{{1,4}}|{_WORDS})\s+(?=[^\W\d])", re.IGNORECASE)
_BEHIND = re.compile(r"\s*(?:\(\s*[x×]?\s*(?P<m>\d{1,4})\s*\)|(?<=\s)[x×]\s*(?P<n>\d{1,4}))\W*$", re.IGNORECASE)
LEAST = 2


@dataclass(frozen=True, slots=True)
class Group:
    """One line of a list: how many cases (None where it does not say), and what its parts say of each of them."""

    count: NumberWord | None
    at: Piece | None
    said: tuple[Meaning, ...]
    piece: Piece
    strange: bool = False
    times: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """The lines of one list, each with its groups of cases."""

    sentences: tuple[Sentence, ...]
    groups: tuple[Group, ...]


def multiplied(ground: Ground, sentences: Sequence[Sentence]) -> tuple[Listed, ...]:
    """The lists among the sentences: two lines or more, each telling cases by categories, with how many."""
    out: list[Listed] = []
    run: list[tuple[Sentence, tuple[Group, ...]]] = []
    for sentence in sentences:
        groups = _groups_of(ground, sentence)
        if run and (not groups or not _goes_on(run[-1][0], sentence)):
            out.extend(_as_list(run))
            run = []
        if groups:
            run.append((sentence, groups))
    return (*out, *_as_list(run))


def _goes_on(one: Sentence, other: Sentence) -> bool:
    return one.over == other.over and other.block - one.block <= 1


def _as_list(run: Sequence[tuple[Sentence, tuple[Group, ...]]]) -> Iterator[Listed]:
    """The run as a list, if it has two entries, one of them told in two parts, and "3 x" or "3" before each."""
    groups = tuple(group for _, some in run for group in some)
    told = any(_variables(group) + group.strange >= LEAST for group in groups)
    marked = any(group.times for group in groups)
    plain = all(group.count is not None and _variables(group) >= LEAST for group in groups)
    if len(groups) >= LEAST and told and (marked or plain):
        yield Listed(tuple(sentence for sentence, _ in run), groups)


def _variables(group: Group) -> int:
    return sum(len(meaning.where) for meaning in group.said)


# ---------------------------------------------------------------- one line


def _groups_of(ground: Ground, sentence: Sentence) -> tuple[Group, ...]:
    """The groups of cases that a sentence lists; () if any part of it is something else."""
    entries = list(_cut(sentence.piece, _ENTRY))
    while len(entries) > 1 and _is_head(entries[0]):
        entries.pop(0)
    found = [_entry(ground, entry) for entry in entries]
    return tuple(group for some in found for group in some) if found and all(found) else ()


def _is_head(entry: Piece) -> bool:
    return entry.text.endswith(":") and not any(word.is_amount for word in numbers(entry.text))


def _cut(piece: Piece, at: re.Pattern[str]) -> Iterator[Piece]:
    start = 0
    for found in (*at.finditer(piece.text), None):
        end = found.start() if found else len(piece.text)
        part = piece.cut(start, end).stripped()
        if part.text.strip(" .•-–*"):
            yield part
        start = found.end() if found else end


def _entry(ground: Ground, entry: Piece) -> tuple[Group, ...]:
    """The groups of a line: "PC x 3 – warning" is one, "Warning: 2 x PC, 1 x PS" are two with that warning."""
    parts = [_part(ground, part) for part in _cut(entry, _PART)]
    counted = [index for index, part in enumerate(parts) if part.count is not None]
    if any(part.strange and any(word.is_amount for word in numbers(_rest(part))) for part in parts):
        return ()
    if len(counted) > 1:
        head = parts[: counted[0]]
        ends = (*counted[1:], len(parts))
        made = [_group(ground, entry, (*head, *parts[a:b])) for a, b in zip(counted, ends, strict=True)]
    else:
        made = [_group(ground, entry, parts)]
    return tuple(group for group in made if group) if all(made) else ()


def _rest(part: Group) -> str:
    """The words of a part without its multiplier."""
    return part.piece.text.replace(part.at.text, " ", 1) if part.at is not None else part.piece.text


def _part(ground: Ground, part: Piece) -> Group:
    """A part of a line as a group of its own: its multiplier, and the category that its other words are."""
    ahead, behind = _TIMES.match(part.text), _BEHIND.search(part.text)
    plain = None if ahead or behind else _PLAIN.match(part.text)
    found, start, end = ahead or behind or plain, 0, len(part.text)
    if found is None:
        return _known(ground, part, part, None, None)
    start, end = (start, found.start()) if found is behind else (found.end(), end)
    name = "m" if found is behind and found["m"] else "n"
    group = _known(ground, part, part.cut(start, end).stripped(), number(found[name]), part.cut(*found.span(name)))
    return replace(group, times=plain is None)


def _known(ground: Ground, part: Piece, words: Piece, count: NumberWord | None, at: Piece | None) -> Group:
    text = words.text.strip(" •-–.*")
    known, when = owners(ground, text), ground.period(text)
    said = (Meaning(words, where=known),) if len(known) == 1 else (Meaning(words, period=when),) if when else ()
    return Group(count, at, said, part, strange=not said)


def _group(ground: Ground, entry: Piece, parts: Iterable[Group]) -> Group | None:
    """The parts as one group; None if they say nothing known, name a variable twice, or count nothing plainly."""
    parts = list(parts)
    said = tuple(meaning for part in parts for meaning in part.said)
    names = [name for meaning in said for name, _ in meaning.where]
    counts = [part for part in parts if part.count is not None]
    if not names or len(set(names)) < len(names) or len(counts) > 1:
        return None
    strange = any(part.strange for part in parts)
    if not any(part.times for part in counts) and (strange or len(names) < LEAST):
        return None
    first = counts[0] if counts else None
    return Group(
        first.count if first else None, first.at if first else None, said, entry, strange,
        any(part.times for part in parts),
    )  # fmt: skip


# ---------------------------------------------------------------- as statements


def multiplied_found(ground: Ground, lists: Sequence[Listed], told: Found) -> Found:
    """The cases of all lists; accepted where the reply's own total, or words naming the measure, bear them out."""
    return together(_list(ground, one, told) for one in lists)


def _list(ground: Ground, listed: Listed, told: Found) -> Found:
    said = [meaning for group in listed.groups for meaning in group.said]
    seen = list_measure(ground, listed.sentences[0], said)
    if seen is None:
        return Found()
    found = together(_row(ground, listed, group, index, seen) for index, group in enumerate(listed.groups))
    rule = _rule(listed, seen, told)
    made = found.observations
    if rule:
        return replace(found, observations=tuple(replace(one, accepted_by=rule) for one in made))
    unit, words = seen.measure.unit, " ".join(listed.groups[0].piece.text.split())
    question = f"Do these {len(made)} lines list {unit}, each as many as its number says? “{words[:80]}”"
    choice = confirm(ground, question, made, [one.places["value"] for one in made])
    return replace(found, observations=tuple(under(ground, made, choice)), choices=(choice,))


def _rule(listed: Listed, seen: MeasureSeen, told: Found) -> str:
    printed, summed = totals(told, seen), sum((_count(group) for group in listed.groups), Decimal(0))
    if not seen.supported or any(group.strange for group in listed.groups):
        return ""
    if printed:
        return rules.COUNTED_ROWS.name if summed in printed else ""
    plain = all(group.count is not None and not group.count.hedge for group in listed.groups)
    return rules.LISTED.name if plain and listed.sentences[0].over.measure is not None else ""


def _count(group: Group) -> Decimal:
    return group.count.exact or Decimal(0) if group.count is not None else Decimal(1)


def _row(ground: Ground, listed: Listed, group: Group, index: int, seen: MeasureSeen) -> Found:
    over = listed.sentences[0].over
    first = listed.sentences[0].piece.spans[0]
    made = case_row(ground, over, group.piece, group.said, index, seen, int(_count(group)))
    made = replace(made, table=f"list in {first.part} at {first.start}")
    spans = group.at.spans if group.at is not None else ()
    days = [meaning.piece for meaning in group.said if meaning.period is not None and meaning.piece is not None]
    dated = (Mark(span, "period of a statement") for piece in days for span in piece.spans)
    return Found((made,), marks=(*(Mark(span, made.id, read=True) for span in spans), *dated))
