"""What a figure of a ledger rests on: the numbers that it adds up, their observations, and what must be said."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from foidesk.model import Observation

from .groups import Entry, Group
from .interval import NOTHING, Interval
from .interval import total as add
from .nesting import roots
from .protected import shown_count
from .space import Asked, Fit, fit
from .sums import Figure, Sums
from .union import Union

WIDENS_STATED = ("uncoded",)
"""Which words widen a *stated* number. A phrase that nobody has coded does: the coding will decide it.
"Resigned or retired" is coded; it states neither, so it widens only what is *true*, and is said in a caveat."""


def those(entries: Iterable[Entry], asked: Asked, wanted: Fit) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if fit(entry.regions, asked) is wanted)


def widens(entry: Entry, asked: Asked) -> bool:
    """True if a stated number must span the entry. See `WIDENS_STATED`."""
    return any(region.kind in WIDENS_STATED for name, region in entry.regions if name in asked)


def is_undivided(entries: Collection[Entry], asked: Asked) -> bool:
    """True if the reply tells a wider kind apart nowhere: "officers 80" says nothing of constables."""
    wider = [entry for entry in entries if entry.count != NOTHING and _holds_more(entry, asked)]
    if not wider or len(wider) < len([e for e in entries if fit(e.regions, asked) is not Fit.OUT]):
        return False
    return not any(_is_within(entry, one, asked) for entry in entries for one in wider)


def _is_within(entry: Entry, wider: Entry, asked: Asked) -> bool:
    """True if it counts a finer kind of the wider one, in some variable asked about."""
    mine, theirs = dict(entry.regions), dict(wider.regions)
    shared = [(mine[name], theirs[name]) for name in asked if name in mine and name in theirs]
    return any(one.is_plain and one.atoms < other.atoms for one, other in shared)


def _holds_more(entry: Entry, asked: Asked) -> bool:
    """True if its words name a category that holds what is asked for, and more."""
    named = [(region, asked[name]) for name, region in entry.regions if name in asked]
    return fit(entry.regions, asked) is Fit.FREE and any(
        region.kind == "node" and names < region.atoms for region, names in named
    )


def of_several(entries: Iterable[Entry]) -> tuple[str, ...]:
    count = add(map(shown_count, entries))
    if count == NOTHING:
        return ()
    return (f"{count.words()} more are stated only as one of several kinds, of which this is one",)


def within(count: Interval, other: Figure | None) -> Interval:
    if other is None or not count.meets(other.count):
        return count
    return count.meet(other.count)


def sums_of(sure: Union, uncoded: tuple[Entry, ...]) -> Sums | None:
    """The numbers that a stated figure adds up; None where it is no plain sum of them."""
    top = roots(sure.entries)
    return plain_sums(top, uncoded) if add(entry.count for entry in top) == sure.count else None


def plain_sums(sure: Collection[Entry], perhaps: Collection[Entry]) -> Sums | None:
    if not all(entry.sums for entry in (*sure, *perhaps)):
        return None
    least = tuple((id, 1) for entry in sure for id in _printed(entry))
    return Sums(least, least + tuple((id, 1) for entry in perhaps for id in _printed(entry)))


def _printed(entry: Entry) -> tuple[str, ...]:
    """The fewest numbers that add up to it: a total, where one is printed, and not its parts."""
    return min(entry.sums, key=len)


def behind(entries: Iterable[Entry]) -> tuple[Observation, ...]:
    found = {seen.id: seen for entry in entries for seen in entry.observations}
    return tuple(found.values())


def all_behind(figures: Iterable[Figure]) -> tuple[Observation, ...]:
    return tuple({seen.id: seen for figure in figures for seen in figure.observations}.values())


def some(caveat: str) -> tuple[str, ...]:
    return (caveat,) if caveat else ()


def caveats_of(groups: Iterable[Group]) -> tuple[str, ...]:
    """What the groups leave out, unless one of them covers all the days asked for."""
    listed = list(groups)
    if any(group.whole for group in listed):
        return ()
    return tuple(dict.fromkeys(words for group in listed for words in (group.caveat, group.gap) if words))
