"""What a correction is about: the earlier statements that its words fit, each with the figure that it would be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.model import Amount, Correction, Locator, Observation, digest
from foidesk.words.normal import normalise

from .versions import Letter, meaning_of
from .words import value_place

MOST = 6
_NUMBER = re.compile(r"[£$€]?\d[\d,.]*%?")


@dataclass(frozen=True, slots=True)
class Change:
    """A correction and the statements it is about, all of one meaning."""

    correction: Correction
    old: tuple[Observation, ...]
    new: tuple[Observation, ...]

    @property
    def words(self) -> str:
        return f"{value_place(self.old[0]).quote} to {self.correction.value.quote}"


def changes_meant(correction: Correction, told: Iterable[Observation]) -> list[Change]:
    """The statements that a correction may be about, those of one meaning together; the closest ones only."""
    fitting = [seen for seen in told if may_be(correction, seen)]
    near = [seen for seen in fitting if kinds_of(seen) == kinds_named(correction)] or fitting
    return _changes(correction, near)


def _changes(correction: Correction, told: Iterable[Observation]) -> list[Change]:
    """One change for what is told of one meaning; parts of one list that share a kind are told apart."""
    meant: dict[tuple[str, ...], list[Observation]] = {}
    for seen in told:
        meant.setdefault(meaning_of(seen), []).append(seen)
    groups = [group for same in meant.values() for group in _told_apart(correction, same)]
    return [Change(correction, tuple(same), tuple(as_corrected(correction, s) for s in same)) for same in groups]


def _told_apart(correction: Correction, same: list[Observation]) -> list[list[Observation]]:
    """ "Schools: 20" and "University: 25" of one list are two figures of one kind: a correction is of one."""
    if not _share_a_list(same):
        return [same]
    said = _words_of_line(correction.said)
    named = [seen for seen in same if _words_of_line(seen.places.get("row")) == said]
    if named and not _share_a_list(named):
        return [named]
    return [[seen] for seen in same]


def _share_a_list(same: Sequence[Observation]) -> bool:
    """True if two of them are parts of one list or table: together they are the figure, each alone is not."""
    held = [seen.table for seen in same if seen.table]
    return len(set(held)) < len(held)


def _words_of_line(place: Locator | None) -> str:
    """ "university" of "- University: 25": what a line says without its number."""
    return normalise(_NUMBER.sub(" ", place.quote)).strip(" -:") if place is not None else ""


def changes_near(correction: Correction, told: Sequence[Observation], letter: Letter) -> list[Change]:
    """What a correction may be about that fits no statement quite: other days, another old figure, its own.

    None of a correction that names nothing, and none where it may be any of very many.
    """
    if not (correction.where or correction.period or correction.old is not None or correction.whole):
        return []
    own = [s for s in letter.observations if not s.choice and s.places.get("value") != correction.value]
    for held in (told, own):
        for old in (correction.old, None):
            loose = replace(correction, old=old)
            near = _changes(loose, [seen for seen in held if is_close(loose, seen)])
            if 0 < len(near) <= MOST:
                return near
    return []


def is_close(correction: Correction, seen: Observation) -> bool:
    amount = seen.value if isinstance(seen.value, Amount) else None
    if amount is None or not amount.is_exact or seen.role == "case row":
        return False
    if correction.old is not None and amount.lo != correction.old:
        return False
    if correction.measures and seen.measure not in correction.measures:
        return False
    named, held = kinds_named(correction), kinds_of(seen)
    if any(not set(held.get(name, ())) & set(wanted) for name, wanted in named.items()):
        return False
    if held.keys() - named.keys() and not (correction.old is not None and not named):
        return False
    ours, theirs = correction.period, seen.period
    if ours is None or theirs is None:
        return ours is theirs or correction.old is not None
    return ours.inside(theirs) or theirs.inside(ours)


def of_matter(fitting: list[Change], correction: Correction, sure: Sequence[Change]) -> list[Change]:
    """Those of the measures that the letter corrects with names, where a new total names none."""
    ours = {one.old[0].measure for one in sure}
    if correction.old is not None or correction.measures or not ours:
        return fitting
    return [one for one in fitting if one.old[0].measure in ours]


def may_be(correction: Correction, seen: Observation) -> bool:
    amount = seen.value if isinstance(seen.value, Amount) else None
    if amount is None or not amount.is_exact or seen.role == "case row":
        return False
    if correction.old is not None and amount.lo != correction.old:
        return False
    if correction.old is None and amount.lo == correction.new:
        return False
    if correction.measures and seen.measure not in correction.measures:
        return False
    named, held = kinds_named(correction), kinds_of(seen)
    if any(held.get(name) != wanted for name, wanted in named.items()) or (correction.whole and held != named):
        return False
    return _same_days(seen, correction) or (correction.period is None and correction.old is not None)


def _same_days(seen: Observation, correction: Correction) -> bool:
    mine, told = seen.period, correction.period
    return mine == told or (mine is not None and told is not None and mine.same_days(told))


def kinds_named(correction: Correction) -> dict[str, tuple[str, ...]]:
    return {name: where.categories for name, where in correction.where.items()}


def kinds_of(seen: Observation) -> dict[str, tuple[str, ...]]:
    return {name: where.categories for name, where in seen.where.items()}


def as_corrected(correction: Correction, seen: Observation) -> Observation:
    """The statement with the corrected figure, and the places of both letters."""
    assert isinstance(seen.value, Amount)
    value = replace(seen.value, lo=Decimal(0), hi=None, how="interval")  # any number: there is no other figure
    if correction.new is not None:
        value = replace(seen.value, lo=correction.new, hi=correction.new)
    places = {
        **seen.places,
        "value": correction.value,
        "correction": correction.said,
        "corrected": value_place(seen),
    }
    id = digest("corrected", seen.id, correction.value)
    return replace(
        seen, id=id, value=value, places=places, relation=seen.relation if correction.new is not None else ">="
    )


def new_figure(one: Change) -> Decimal:
    return one.correction.new if one.correction.new is not None else Decimal()


def figure_of(seen: Observation) -> Decimal:
    return seen.value.lo if isinstance(seen.value, Amount) else Decimal()
