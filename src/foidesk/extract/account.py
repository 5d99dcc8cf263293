"""The account of numbers: every number of the raw text is read, ignored by name, or open.

The list is made from the characters themselves, whatever tables or sentences were found in them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from foidesk.model.issues import Issue
from foidesk.model.observations import NumberSeen
from foidesk.model.places import Locator, TextPlace
from foidesk.model.reading import Part
from foidesk.words.ignored import ignored
from foidesk.words.numbers import NumberWord, numbers

from .basis.found import Mark
from .basis.ground import Ground
from .basis.pieces import Span
from .basis.regions import Region

SHOWN = 5
LISTED = "automatic number"


class Marks:
    """Explained characters of all parts, to be asked which of them holds a number."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._by_part: dict[str, list[Mark]] = defaultdict(list)
        for mark in marks:
            self._by_part[mark.span.part].append(mark)
        for held in self._by_part.values():
            held.sort(key=lambda mark: (mark.span.start, mark.span.end))
        self._starts = {part: [m.span.start for m in held] for part, held in self._by_part.items()}
        self._longest = {
            part: max(m.span.end - m.span.start for m in held) for part, held in self._by_part.items()
        }

    def holding(self, span: Span) -> Mark | None:
        """The mark around a span: one that reads it before one that names it."""
        found = [mark for mark in self._near(span) if _covers(mark.span, span)]
        return min(found, key=lambda mark: (not mark.read, mark.span.end - mark.span.start)) if found else None

    def _near(self, span: Span) -> Iterator[Mark]:
        held = self._by_part.get(span.part, [])
        upto = bisect_right(self._starts.get(span.part, []), span.end)
        for index in range(upto - 1, -1, -1):
            mark = held[index]
            if mark.span.start + self._longest[span.part] < span.start:
                return
            yield mark


def _covers(mark: Span, number: Span) -> bool:
    """True if the digits lie inside the mark; a hedge or unit around them may stick out."""
    return mark.meets(number) and (mark.holds(number) or number.holds(mark))


def account(ground: Ground, marks: Iterable[Mark], regions: Sequence[Region]) -> tuple[NumberSeen, ...]:
    """Every number of every visible part, in order, and what became of it."""
    held = Marks(marks)
    sealed = tuple(_sealed(ground))
    return sealed + tuple(
        seen
        for part in ground.parts.values()
        for seen in _part(ground, part, held, [r for r in regions if r.span.part == part.name])
    )


def _sealed(ground: Ground) -> Iterator[NumberSeen]:
    """One entry for each hidden part: how many numbers it holds, and none of its words."""
    for part in ground.reading.parts:
        count = len(numbers(part.text)) if part.hidden else 0
        if count:
            place = Locator(ground.document, TextPlace(part.name, 0, len(part.text)), "")
            yield NumberSeen("", place, "ignored", "sealed sheet", count)


def _part(ground: Ground, part: Part, held: Marks, regions: list[Region]) -> Iterator[NumberSeen]:
    inside: dict[Region, int] = {}
    for word in numbers(part.text):
        span = Span(part.name, word.start, word.end)
        region = next((region for region in regions if region.span.holds(span)), None)
        if _is_generated(part, word):
            place = ground.locator(ground.block_piece(part, word.start, word.end))
            yield NumberSeen(word.text, place, "ignored", LISTED)
        elif region is not None:
            inside[region] = inside.get(region, 0) + 1
        else:
            yield _seen(ground, part, word, held.holding(span))
    yield from (_region(ground, part, region, count) for region, count in inside.items())


def _is_generated(part: Part, word: NumberWord) -> bool:
    """True for the number of an automatic list: no number of the body, a program counts its items with it."""
    return any(start <= word.start and word.end <= end for start, end in part.generated)


def _seen(ground: Ground, part: Part, word: NumberWord, mark: Mark | None) -> NumberSeen:
    locator = ground.locator(ground.block_piece(part, word.start, word.end))
    if mark is not None and mark.read:
        return NumberSeen(word.text, locator, "read", mark.name)
    if mark is not None:
        return NumberSeen(word.text, locator, "ignored", mark.name)
    name = ignored(part.text, word) or _in_name(ground, part.text, word)
    return NumberSeen(word.text, locator, "ignored" if name else "open", name)


def _in_name(ground: Ground, text: str, word: NumberWord) -> str:
    """ "body name" for a number that belongs to the name of the body."""
    near = text[max(0, word.start - 80) : word.end + 80].casefold()
    names = [name.casefold() for name in ground.context.body_names if any(letter.isdigit() for letter in name)]
    return "body name" if any(name in near and word.text in name for name in names) else ""


def _region(ground: Ground, part: Part, region: Region, count: int) -> NumberSeen:
    piece = ground.block_piece(part, region.span.start, region.span.end)
    quote = " ".join(piece.text.split())[:60]
    return NumberSeen(
        quote, ground.locator(piece.cut(0, min(len(piece.text), 200))), "ignored", region.name, count
    )


def open_issue(ground: Ground, seen: Sequence[NumberSeen]) -> tuple[Issue, ...]:
    """One issue for all numbers of the document that nothing explains."""
    left = [number for number in seen if number.status == "open"]
    if not left:
        return ()
    few = "; ".join(f"{n.text} ({_short(n)})" for n in left[:SHOWN])
    more = f" and {len(left) - SHOWN} more" if len(left) > SHOWN else ""
    return (Issue(
        "open-numbers", "warning",
        f"{len(left)} number(s) of {ground.title} are neither read nor ignored by name: {few}{more}.",
        ground.title, "Look at each: is it an answer, or may it be left out?",
        tuple(n.locator for n in left[:50]), body=ground.context.body, key=ground.document,
    ),)  # fmt: skip


def _short(number: NumberSeen) -> str:
    place = number.locator.place
    return f"character {place.start + 1}" if isinstance(place, TextPlace) else place.describe()
