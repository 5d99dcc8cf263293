"""Two files with the figures of two parts of one body, as of two councils that were merged: added by decision.

Each figure that both give is their sum, and keeps the places of both. One that a single file gives stands alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from foidesk.model import Amount, Observation, Option

from .versions import Key, Letter, by_meaning, meaning_of
from .words import ADDED_AT, value_place

ADDED = "both added"
_PLUS = " + "
"""Between the ids of the figures that a sum adds."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two deliveries whose figures a person has added, by their ids, and the question so answered."""

    choice: str
    first: str
    second: str


def ids_added(id: str) -> tuple[str, ...]:
    """The ids of the statements of the replies that an observation stands for: several, if it is a sum."""
    return tuple(id.split(_PLUS))


def add_both() -> Option:
    """The answer that both files count."""
    return Option(ADDED, "both, added: each has the figures of another part of the body")


def merged(letters: Sequence[Letter], joined: Sequence[Joined]) -> list[Letter]:
    """The letters, the figures of each second added to those of its first."""
    found = {one.delivery.id: one for one in letters}
    for pair in joined:
        one, other = found[pair.first], found[pair.second]
        found[pair.first] = replace(one, observations=_sums(one, other))
        mine = tuple(seen for seen in other.observations if not _is_added(seen))
        found[pair.second] = replace(other, observations=mine)
    return [found[one.delivery.id] for one in letters]


def _is_added(seen: Observation) -> bool:
    return bool(seen.table) and seen.role in ("cell", "total")


def _sums(one: Letter, other: Letter) -> tuple[Observation, ...]:
    """The first letter's statements with the second's figures in them, and the second's that the first lacks."""
    theirs = by_meaning(seen for seen in other.observations if _is_added(seen))
    given, found = set[tuple[Key, str]](), list[Observation]()
    for seen in one.observations:
        key = meaning_of(seen)
        more = [each for each in theirs.get(key, ()) if each.role == seen.role] if _is_added(seen) else []
        is_part = seen.role == "cell"
        if not more or (is_part and (key, "cell") in given):
            found.append(seen)  # rows of one kind add up already
            continue
        given.add((key, seen.role))
        found.append(_plus(seen, more if is_part else more[:1]))
    homes = _homes(one, theirs)
    for key, several in theirs.items():
        found += [_moved(seen, homes, one) for seen in several if (key, seen.role) not in given]
    return tuple(found)


def _plus(seen: Observation, more: Sequence[Observation]) -> Observation:
    """The sum, at both places; any number from there on where one of them is not told."""
    told = [each.value for each in (seen, *more) if isinstance(each.value, Amount)]
    places = {**seen.places} | {f"{ADDED_AT}{at}": value_place(each) for at, each in enumerate(more, 1)}
    id = _PLUS.join((seen.id, *(each.id for each in more)))
    if not told:
        return replace(seen, id=id, places=places)
    his = [value.hi for value in told]
    is_known = len(told) == 1 + len(more) and None not in his
    value = replace(
        told[0], lo=sum((value.lo for value in told[1:]), told[0].lo),
        hi=sum((hi for hi in his[1:] if hi is not None), his[0]) if is_known and his[0] is not None else None,
    )  # fmt: skip
    value = value if value.lo == value.hi else replace(value, how="interval")
    return replace(seen, id=id, value=value, places=places, relation=seen.relation if is_known else ">=")


def _homes(one: Letter, theirs: dict[Key, list[Observation]]) -> dict[str, str]:
    """For each table of the second file the one of the first that says most of the same."""
    mine, shared = one.cells(), defaultdict[str, Counter[str]](Counter)
    for key, several in theirs.items():
        for seen in several:
            shared[seen.table].update(home.table for home in mine.get(key, ()))
    return {table: homes.most_common(1)[0][0] for table, homes in shared.items() if homes}


def _moved(seen: Observation, homes: dict[str, str], one: Letter) -> Observation:
    """A figure that the second file alone gives, as one more of the first one's table."""
    home = homes.get(seen.table)
    return seen if home is None else replace(seen, document=one.delivery.document, table=home)
