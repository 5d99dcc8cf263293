"""How what a reply says of its cases stands to what a finding asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from foidesk.model import AllOf, Codebook, OneOf, Variable, Where
from foidesk.words.unrecorded import is_unrecorded

Asked = Mapping[str, frozenset[str]]


class Fit(IntEnum):
    """How cases described by some words stand to the cases asked for; the largest of several decides.

    `IN` surely among them · `MAYBE` the words leave it open ("resigned/retired", a phrase not yet coded) ·
    `FREE` the words do not speak of it (not recorded, or only of a wider category) · `OUT` surely not.
    """

    IN = 0
    MAYBE = 1
    FREE = 2
    OUT = 3


@dataclass(frozen=True, slots=True)
class Region:
    """What words say of one variable, as sets of categories.

    `kind`: "node" one category with all below it · "set" one of several · "all" several at once (one set each) ·
    "uncoded" a phrase without a category (`phrase` tells two apart) · "unstated" only reasons for no answer.
    A `phrase` of "apart" marks a cell that holds none of the finer cells beside it.
    """

    kind: str
    sets: tuple[frozenset[str], ...] = ()
    phrase: str = ""

    @property
    def atoms(self) -> frozenset[str]:
        return self.sets[0] if len(self.sets) == 1 else frozenset().union(*self.sets)

    @property
    def is_plain(self) -> bool:
        """True if the region is a set of categories of which each case has one."""
        return self.kind in ("node", "set")

    def inside(self, other: Region) -> bool:
        """True if every case of this region surely lies in the other."""
        if self == other:
            return True
        if not (self.is_plain and other.is_plain) or other.phrase == "apart":
            return False
        return self.atoms <= other.atoms


Regions = tuple[tuple[str, Region], ...]


def may_nest(regions: Iterable[Regions]) -> bool:
    """False if no variable has a category within another: then nothing can lie in anything."""
    known: dict[str, set[Region]] = {}
    for one in regions:
        for name, region in one:
            known.setdefault(name, set()).add(region)
    return any(_any_inside([region for region in found if region.is_plain]) for found in known.values())


def _any_inside(plain: list[Region]) -> bool:
    """True if one lies in another: never, if no atom is in two of them."""
    if sum(len(region.atoms) for region in plain) == len(frozenset().union(*(region.atoms for region in plain))):
        return False
    return any(x != y and x.inside(y) for x in plain for y in plain)


@dataclass(frozen=True)
class Space:
    """The categories of a codebook as sets: each category holds itself and all below it."""

    codebook: Codebook
    _leaves: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict, compare=False)

    def variable(self, id: str) -> Variable:
        """The variable of that id; one without categories if the codebook has none such."""
        try:
            return self.codebook.variable(id)
        except KeyError:
            return Variable(id, id)

    def leaves(self, variable: str, category: str) -> frozenset[str]:
        key = (variable, category)
        if key not in self._leaves:
            self._leaves[key] = self.variable(variable).leaves(category)
        return self._leaves[key]

    def is_multiple(self, variable: str) -> bool:
        return self.variable(variable).multiple

    def asked(self, where: Mapping[str, tuple[str, ...]]) -> Asked:
        """For each variable the set of categories asked for, with all below them."""
        return {name: frozenset().union(*self._sets(name, ids)) for name, ids in where.items()}

    def real(self, variable: str) -> frozenset[str]:
        """All categories that are an answer, not a reason why there is none."""
        return frozenset(c.id for c in self.variable(variable).categories if not c.missing)

    def regions(self, where: Mapping[str, Where]) -> Regions:
        """The words of an observation as regions, in the order of the variables' names."""
        return tuple((name, self.region(name, where[name])) for name in sorted(where))

    def region(self, variable: str, words: Where) -> Region:
        if not words.categories and self.is_unstated(variable, words.phrase):
            return Region("unstated")
        if not words.categories:
            return Region("uncoded", phrase=" ".join(words.phrase.lower().split()))
        missing = {c.id for c in self.variable(variable).categories if c.missing}
        answers = tuple(name for name in words.categories if name not in missing)
        if not answers:
            return Region("unstated")
        if isinstance(words, AllOf):
            return Region("all" if len(answers) > 1 else "node", self._sets(variable, answers))
        return self._one_of(variable, words)

    def is_unstated(self, variable: str, phrase: str) -> bool:
        """True for "Not recorded", where no category of the codebook, as an answer, holds what is not known."""
        known = self.variable(variable)
        names = (known.label, *known.names)
        answers = (one for one in known.categories if not one.missing)
        held = any(is_unrecorded(words, names) for one in answers for words in (one.id, one.label, *one.synonyms))
        return not held and is_unrecorded(phrase, names)

    def _one_of(self, variable: str, words: OneOf) -> Region:
        sets = self._sets(variable, words.categories)
        atoms: frozenset[str] = frozenset().union(*sets)
        return Region("node" if atoms in sets else "set", (atoms,))

    def _sets(self, variable: str, ids: tuple[str, ...]) -> tuple[frozenset[str], ...]:
        return tuple(self.leaves(variable, id) for id in ids)


def fit(regions: Regions, asked: Asked) -> Fit:
    """How cases of these regions stand to those asked for; a variable not spoken of leaves it free."""
    known, worst = dict(regions), Fit.IN
    for name, names in asked.items():
        one = _fit_region(known.get(name), names)
        if one is Fit.OUT:
            return one
        worst = max(worst, one)
    return worst


def _fit_region(region: Region | None, asked: frozenset[str]) -> Fit:
    if region is None or region.kind == "unstated":
        return Fit.FREE
    if region.kind == "uncoded":
        return Fit.MAYBE
    partly = Fit.MAYBE if region.kind == "set" else Fit.FREE
    if len(region.sets) == 1:
        return _fit_atoms(region.sets[0], asked, partly)
    return min(_fit_atoms(atoms, asked, partly) for atoms in region.sets)


def _fit_atoms(atoms: frozenset[str], asked: frozenset[str], partly: Fit) -> Fit:
    if atoms <= asked:
        return Fit.IN
    return partly if atoms & asked else Fit.OUT
