"""A variable as an axis of an unknown table: the points at which a case can lie, no finer than needed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from .space import Region

MOST_PREDICATES = 8
MOST_CHOICES = 256


@dataclass(frozen=True, slots=True)
class Axis:
    """The points of one variable. `is_fine` is false where some words had to be left out to keep it small.

    Of a variable with several categories a case, `sets` are what a case may have some of, and a point is the
    numbers of the sets that it has; else a point is the categories that no statement tells apart, the last one
    being those that nobody names.
    """

    points: tuple[frozenset[str], ...]
    sets: tuple[frozenset[str], ...] = ()
    is_fine: bool = True

    @property
    def size(self) -> int:
        return len(self.points)

    def allowed(self, region: Region | None, closed: bool) -> frozenset[int]:
        """The points at which cases of the region can lie; `closed` rows have no further category than stated."""
        if region is None or region.kind in ("uncoded", "unstated"):
            return frozenset(range(self.size))
        if self.sets:
            return _held(self.points, self.sets, region, closed)
        return frozenset(at for at, atoms in enumerate(self.points) if atoms & region.atoms)

    def inside(self, asked: frozenset[str]) -> frozenset[int]:
        """The points at which every case is of a category asked for."""
        if self.sets:
            return self.perhaps(asked)
        return frozenset(at for at, atoms in enumerate(self.points) if atoms and atoms <= asked)

    def perhaps(self, asked: frozenset[str]) -> frozenset[int]:
        """The points at which a case may be of a category asked for: there it is free to be."""
        if self.sets:
            number = str(self.sets.index(asked)) if asked in self.sets else ""
            return frozenset(at for at, had in enumerate(self.points) if number in had)
        named = frozenset().union(*self.points)
        touched = {at for at, atoms in enumerate(self.points) if atoms & asked}
        return frozenset(touched | {self.size - 1} if asked - named else touched)


def axis(regions: Collection[Region]) -> Axis:
    """Of a variable with one category a case: sets of categories that no statement tells apart."""
    sets = list(dict.fromkeys(atoms for region in regions for atoms in region.sets))
    signatures: dict[tuple[bool, ...], set[str]] = {}
    for atom in frozenset().union(*sets):
        signatures.setdefault(tuple(atom in one for one in sets), set()).add(atom)
    return Axis((*map(frozenset, signatures.values()), frozenset[str]()))


def axis_of_many(cells: Iterable[Region], asked: frozenset[str]) -> Axis:
    """Of a variable with several categories a case: which of some sets of categories a case has any of.

    A case is one point, so that it is counted once however many of its categories are asked for.
    """
    sets = list(dict.fromkeys((asked, *sorted({s for one in cells for s in one.sets}, key=sorted))))
    near = sorted((one for one in sets if one), key=lambda one: (one != asked, not one & asked))
    kept = tuple(near[:MOST_PREDICATES]) or (frozenset({""}),)
    return Axis(tuple(_vectors(kept)), kept, len(near) <= MOST_PREDICATES)


def _vectors(sets: tuple[frozenset[str], ...]) -> Iterator[frozenset[str]]:
    """Each combination of sets had and not had that some case can show."""
    for vector in product((False, True), repeat=len(sets)):
        barred = frozenset().union(*(one for one, has in zip(sets, vector, strict=True) if not has))
        if all(one - barred for one, has in zip(sets, vector, strict=True) if has):
            yield frozenset(str(at) for at, has in enumerate(vector) if has)


def _held(
    points: tuple[frozenset[str], ...], sets: tuple[frozenset[str], ...], region: Region, closed: bool
) -> frozenset[int]:
    """Points at which a case can lie that has one of each of the region's sets, and if closed nothing else."""
    ways = 1
    for one in region.sets:
        ways *= len(one)
    if not closed or ways > MOST_CHOICES:
        must = {str(at) for at, one in enumerate(sets) if any(known <= one for known in region.sets)}
        return frozenset(at for at, had in enumerate(points) if must <= had)
    possible = {
        frozenset(str(at) for at, one in enumerate(sets) if one & frozenset(chosen))
        for chosen in product(*(sorted(one) for one in region.sets))
    }
    return frozenset(at for at, had in enumerate(points) if had in possible)
