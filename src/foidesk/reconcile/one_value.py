"""One value that explains several contradictions: a cell that fits neither its row's total nor its column's.

What such a value clashes with is one question: is the value wrong, or all that it does not fit? It is found where
printed totals leave another value for it, the same each time, or where without it no statement clashes any more;
and only where one value does so, and no other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.model import Amount, Choice, Footing, Observation, Option

from .clashes import Kept, Split, difference
from .groups import Clash, Side
from .words import SHOWN, Names, evidence_id, said_at, value_place, value_places

STANDS, WRONG = "stands", "wrong"
MOST_TRIED = 30
MOST_TOGETHER = 3
"""So many such values are open at once, each in both ways; a further one is asked about when one is decided."""

FEWEST = 2
"""So many contradictions, or so many printed totals that do not fit, make a set that one value may explain."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A printed total and its parts, of which one would have to be `left` for the total to hold."""

    total: Observation
    parts: tuple[Observation, ...]
    left: Decimal

    @property
    def summed(self) -> Decimal:
        return sum(map(_exactly, self.parts), Decimal(0))


@dataclass(frozen=True, slots=True)
class OneValue:
    """The value, what all else leaves for it, and the statements that it does not fit."""

    seen: Observation
    left: Decimal
    misfits: tuple[Misfit, ...]
    others: tuple[Observation, ...]
    totals: frozenset[str] = frozenset()
    """The ids of the printed totals that would all hold with another value."""

    def without(self, held: Iterable[Observation]) -> list[Observation]:
        """The observations, the value open: a cell of a table stays a cell, anything else is as if not said."""
        return list(_without(self.seen, held))

    @property
    def excess(self) -> Decimal:
        """How many more it is than all else leaves for it."""
        return _exactly(self.seen) - self.left

    def choice(self, body: str, measure: str, names: Names) -> Choice:
        """The question which stands: the value, or all that it does not fit."""
        at, told = value_place(self.seen), self._against()
        rest = f"the rest gives {self.left:f}"
        locators = value_places((self.seen, *self.others))
        options = (
            Option(STANDS, f"“{at.quote}” stands, against {told}", (self.seen.id,), at.quote),
            Option(WRONG, f"“{at.quote}” is wrong: {rest}", (), f"{self.left:f}"),
        )
        question = f"One value explains {self._count}: “{at.quote}” ({names.file(at.document)}, "
        question = f"{question}{at.place.describe()}). Is it wrong ({rest}), or does it stand, against {told}?"
        id = evidence_id("contradiction", body, locators, measure, "one value")
        return Choice(id, "contradiction", question, options, body, locators, weight=1)

    @property
    def _count(self) -> str:
        return f"{len(self.misfits)} printed totals that do not fit" if self.misfits else "several contradictions"

    def _against(self) -> str:
        """ "“18” and “26”", or "“44” and its own parts"; of very many the first."""
        quoted = [f"“{value_place(one.total).quote}”" for one in self.misfits if one.total.id != self.seen.id]
        quoted = quoted if self.misfits else [f"“{place.quote}”" for place in value_places(self.others)]
        is_total = len(quoted) < len(self.misfits)
        more = [f"{len(quoted) - SHOWN} more"] if len(quoted) > SHOWN else []
        return _listed([*quoted[:SHOWN], *more, *(["its own parts"] if is_total else [])])

    def clash(self) -> Clash:
        """The value on one side, on the other all that it does not fit."""
        mine = Side(frozenset(), (self.seen,), f"{_exactly(self.seen):f}")
        theirs = Side(frozenset(), self.others, f"{self.left:f}")
        return Clash(mine, theirs, "one value fits none of several others", "value")

    def sentence(self, names: Names) -> str:
        """ "reply.csv says 14 (…), while the total (“18”, …) leaves 10 …; its being 10 would explain it"."""
        own = f"{names.file(self.seen.document)} says {_exactly(self.seen):f} ({said_at(self.seen)})"
        told = [_leaves(one, self.seen, names) for one in self.misfits] or [
            f"another place says {names.where([one])}" for one in self.others[:SHOWN]
        ]
        more = [f"{len(self.others) - SHOWN} more"] if not self.misfits and len(self.others) > SHOWN else []
        return f"{own}, while {_listed([*told, *more])}; its being {self.left:f} would explain all of it."


def _leaves(one: Misfit, seen: Observation, names: Names) -> str:
    if one.total.id == seen.id:
        first, last = value_place(one.parts[0]), value_place(one.parts[-1])
        ends = f"“{first.quote}” ({first.place.describe()}) to “{last.quote}” ({last.place.describe()})"
        return f"its {len(one.parts)} parts, {ends}, add to {one.left:f}"
    file = "" if one.total.document == seen.document else f"{names.file(one.total.document)}, "
    return f"the total ({file}{said_at(one.total)}) leaves {one.left:f} for it"


def _listed(words: Iterable[str]) -> str:
    """ "a, b and c"."""
    told = list(dict.fromkeys(words))
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}" if told else "the rest"


def _exactly(seen: Observation) -> Decimal:
    assert seen.amount is not None
    return seen.amount.lo


def _is_exact(seen: Observation) -> bool:
    return seen.amount is not None and seen.amount.is_exact and seen.relation == "="


def _without(gone: Observation, held: Iterable[Observation]) -> Iterator[Observation]:
    for seen in held:
        if seen.id != gone.id:
            yield seen
        elif seen.role == "cell" and isinstance(seen.value, Amount):
            yield replace(seen, value=replace(seen.value, lo=seen.value.lo * 0, hi=None, how="interval"))


Trial = Callable[[list[Observation]], Split]


def one_value(
    split: Split, held: Sequence[Observation], footings: Iterable[Footing], kept: Kept, trial: Trial
) -> OneValue | None:
    """The one value that explains several of the open contradictions of a split; None if none does.

    Where several values would each explain the same ones, none does; of several that explain others each, the
    first. `held` are the statements that it rests on, `kept` the values that stand, `trial` splits others.
    """
    open_ = split.asked - set(split.answered)
    clashes = [clash for id, clash in split.clashes.items() if id in open_]
    if not clashes and not kept:
        return None
    known, standing = {seen.id: seen for seen in held}, frozenset(id for id, _ in kept)
    in_clash = Counter(id for clash in clashes for id in _shown(clash))
    for found in (_by_totals(footings, known, standing), _by_clashes(clashes, in_clash, known, standing)):
        near = [one for one in found if kept or _touches(one, in_clash)]
        tried = [(one, trial(one.without(held))) for one in near[:MOST_TRIED]]
        fitting = [one for one, left in tried if _explains(one, split, left)]
        if fitting and (fitting[0].misfits or (len(fitting) == 1 and len(near) <= MOST_TRIED)):
            return fitting[0]
    return None


def _shown(clash: Clash) -> frozenset[str]:
    return frozenset(seen.id for side in clash.sides for seen in side.shown)


def _touches(one: OneValue, in_clash: Mapping[str, int]) -> bool:
    return any(seen.id in in_clash for seen in (one.seen, *one.others))


def _explains(one: OneValue, split: Split, left: Split) -> bool:
    """True if fewer contradictions are left without the value: none, or so many fewer; totals bear it out, too."""
    if one.misfits:
        return left.open_count <= split.open_count
    return left.open_count == 0 or left.open_count <= split.open_count - FEWEST


def _by_totals(
    footings: Iterable[Footing], known: Mapping[str, Observation], kept: frozenset[str]
) -> list[OneValue]:
    """The values for which several printed totals leave one other value; none that share such a total."""
    failing: dict[str, list[Misfit]] = defaultdict(list)
    fitting: set[str] = set()
    for total, parts in _sums(footings, known):
        gap = _exactly(total) - sum(map(_exactly, parts), Decimal(0))
        if not gap:
            fitting |= {seen.id for seen in (total, *parts)}
            continue
        failing[total.id].append(Misfit(total, parts, _exactly(total) - gap))
        for part in parts:
            failing[part.id].append(Misfit(total, parts, _exactly(part) + gap))
    found = [
        OneValue(
            known[id],
            misfits[0].left,
            tuple(misfits),
            _others(known[id], misfits),
            _holding(misfits, failing),
        )
        for id, misfits in failing.items()
        if id not in fitting | kept and _leave_one(misfits)
    ]
    return [one for one in found if not any(_share(one, other) for other in found if other is not one)]


def _holding(misfits: Iterable[Misfit], failing: Mapping[str, Sequence[Misfit]]) -> frozenset[str]:
    """The ids of the totals of which none fails but by this value."""
    told = {(one.total.id, _ids(one)) for one in misfits}
    totals = {id for id, _ in told}
    return frozenset(
        id for id in totals if all((id, _ids(one)) in told for one in failing[id] if one.total.id == id)
    )


def _sums(
    footings: Iterable[Footing], known: Mapping[str, Observation]
) -> Iterator[tuple[Observation, tuple[Observation, ...]]]:
    for footing in footings:
        ids = (footing.total, *footing.parts)
        total, *parts = (known[id] for id in ids) if all(id in known for id in ids) else (None,)
        if total is not None and all(map(_is_exact, (total, *parts))):
            yield total, tuple(parts)


def _leave_one(misfits: Sequence[Misfit]) -> bool:
    lefts, totals = {one.left for one in misfits}, {one.total.id for one in misfits}
    is_one = len(lefts) == 1 and min(lefts) >= 0
    return is_one and (len(totals) >= FEWEST or len({_ids(one) for one in misfits}) >= FEWEST)


def _ids(one: Misfit) -> frozenset[str]:
    return frozenset(seen.id for seen in one.parts)


def _share(one: OneValue, other: OneValue) -> bool:
    mine, theirs = ({(m.total.id, _ids(m)) for m in each.misfits} for each in (one, other))
    return bool(mine & theirs)


def _others(seen: Observation, misfits: Iterable[Misfit]) -> tuple[Observation, ...]:
    """The totals that the value does not fit; of a total its first part, for all of them."""
    told = [one.total if one.total.id != seen.id else one.parts[0] for one in misfits]
    return tuple({one.id: one for one in told}.values())


def _by_clashes(
    clashes: Sequence[Clash], in_clash: Mapping[str, int], known: Mapping[str, Observation], kept: frozenset[str]
) -> list[OneValue]:
    """The values that stand in several of the contradictions."""
    found = []
    for id, count in in_clash.items():
        seen = known.get(id)
        if count >= FEWEST and seen is not None and id not in kept and _may_be_wrong(seen):
            own = [clash for clash in clashes if id in _shown(clash)]
            left = _left_by(own, seen)
            others = {one.id: one for clash in own for side in _opposite(clash, id) for one in side.shown}
            if left is not None:
                found.append(OneValue(seen, left, (), tuple(others.values())))
    return found


def _may_be_wrong(seen: Observation) -> bool:
    return seen.role in ("cell", "total", "prose") and _is_exact(seen)


def _left_by(clashes: Iterable[Clash], seen: Observation) -> Decimal | None:
    """What the value would be for none of them to clash; None where that is not the same of all."""
    lefts: set[Decimal | None] = set()
    for clash in clashes:
        gap, is_first = difference(clash), any(one.id == seen.id for one in clash.left.shown)
        lefts.add(None if gap is None else _exactly(seen) - (gap if is_first else -gap))
    left = lefts.pop() if len(lefts) == 1 else None
    return left if left is not None and left >= 0 else None


def _opposite(clash: Clash, id: str) -> Iterator[Side]:
    return (side for side in clash.sides if all(seen.id != id for seen in side.shown))


def joined(one: OneValue, choice: Choice, ways: Sequence[Split], is_answered: bool) -> Split:
    """The ways that a question on one value leaves open as one split, the question with them.

    What must be answered only if the value stands, or only if it is wrong, is asked when that is decided.
    """
    found = Split(ways[0].body, ways[0].measure, ways[0].answers, ways[0].names)
    found.asked = frozenset({choice.id}) | frozenset.intersection(*(way.asked for way in ways))
    for way in ways:
        found.raised |= way.raised
        found.clashes |= way.clashes
        found.answered |= way.answered
        found.ledgers += way.ledgers
        found.losses += way.losses
        found.told |= way.told
    found.raised[choice.id], found.clashes[choice.id] = choice, one.clash()
    found.told[choice.id] = one.sentence(found.names)
    found.explained = one.totals.union(*(way.explained for way in ways))
    found.answered |= {choice.id: None} if is_answered else {}
    found.overwhelmed = any(way.overwhelmed for way in ways)
    found.unsearched = any(way.unsearched for way in ways)
    return found
