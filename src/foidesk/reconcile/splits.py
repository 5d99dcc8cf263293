"""The consistent ways of reading one body's replies, over all worlds that open questions allow."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from foidesk.model import Choice

from .clashes import Split
from .groups import Clash
from .ledger import Ledger


@dataclass
class Splits:
    """The consistent ledgers of each world that is possible, and the questions that tell them apart.

    A reading under which the reply contradicts itself is not taken while it is undecided, if without it the total
    is borne out by two statements or more; its question is then in `set_aside`, and stays open.
    """

    worlds: list[Split]
    set_aside: frozenset[str] = frozenset()
    ways: tuple[tuple[int, int], ...] = ()
    """For each world which way of deciding it is: by document, by reading. The same over all periods."""
    first_holds_all: bool = False
    """True if the first way of reading takes every statement as it was read."""

    @property
    def ledgers(self) -> list[Ledger]:
        return [ledger for world in self.worlds for ledger in world.ledgers]

    @property
    def choices(self) -> dict[str, Choice]:
        every = {id: choice for world in self.worlds for id, choice in world.choices.items()}
        return {id: choice for id, choice in every.items() if id in self._asked}

    @property
    def _asked(self) -> frozenset[str]:
        """What must be answered whichever document stands: the rest is asked when that is decided.

        So is what only clashes if a statement is no answer at all, and not as it was read.
        """
        by_copy: dict[int, set[str]] = defaultdict(set)
        as_read = {copy for copy, way in self.ways if way == 0} if self.first_holds_all else set()
        for (copy, way), world in zip(self.ways, self.worlds, strict=True):
            if way == 0 or copy not in as_read:
                by_copy[copy] |= world.asked
        return frozenset(set.intersection(*by_copy.values())) if by_copy else frozenset()

    @property
    def clashes(self) -> dict[str, Clash]:
        return {id: clash for world in self.worlds for id, clash in world.clashes.items()}

    @property
    def told(self) -> dict[str, str]:
        """The sentences on contradictions that are told in words of their own."""
        return {id: words for world in self.worlds for id, words in world.told.items()}

    @property
    def explained(self) -> frozenset[str]:
        """The ids of printed totals that fail only by a value about which a question is asked."""
        return frozenset(id for world in self.worlds for id in world.explained)

    @property
    def answered(self) -> frozenset[str]:
        return frozenset(id for world in self.worlds for id in world.answered)

    @property
    def overwhelmed(self) -> bool:
        return any(world.overwhelmed for world in self.worlds)


def least_contradictory(possible: list[Split]) -> list[Split]:
    """The worlds with the fewest contradictions, if each bears out its total; else all of them."""
    fewest = min(split.open_count for split in possible)
    taken = [split for split in possible if split.open_count == fewest]
    return taken if all(ledger.is_borne_out() for split in taken for ledger in split.ledgers) else possible
