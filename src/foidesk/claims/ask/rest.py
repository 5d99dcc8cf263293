"""What "the rest", "the others" of a sentence are: of kinds that no figure before them was of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .account_words import BESIDE
from .reading import Asked
from .seen import CategorySeen
from .stems import Token
from .taken import Taken


def is_of_rest(
    token: Token, text: str, every: Sequence[Asked], taken: Taken, kinds: Iterable[CategorySeen]
) -> bool:
    """ "The rest, 246, were novels": of a kind of its own, beside the kinds of the figures before it."""
    ahead = text[: token.start].strip(" ").lower()
    if not ahead.removeprefix("the") and _fills_up(taken, kinds):
        return True
    if ahead in ("of the", "among the") and _goes_on(taken, kinds):
        return True
    own = next((asked for asked in every if asked.figure and 0 <= asked.start - token.end <= BESIDE), None)
    if own is None or len(own.readings) != 1 or not own.readings[0].where:
        return False
    reading = own.readings[0]
    before = [each.readings[0] for each in every if each.start < token.start and len(each.readings) == 1]
    alike = [each for each in before if each.where and set(each.where) == set(reading.where)]
    return bool(alike) and all(
        (each.measure, each.period, each.group.ids) == (reading.measure, reading.period, reading.group.ids)
        and dict(each.where) != dict(reading.where)
        for each in alike
    )


def _goes_on(taken: Taken, kinds: Iterable[CategorySeen]) -> bool:
    """ "Five resigned and one retired. *Of the rest*, three …": all are of kinds that were not told before."""
    name, here = _of_one(taken)
    if not name:
        return False
    variable = taken.lexicon.variable(name)
    before = [id for seen in kinds if seen.variable == name for id in seen.categories]
    known = frozenset[str]().union(*(variable.leaves(id) for id in here if id != "not stated"))
    return bool(before) and not any(variable.leaves(id) & known for id in before if id != "not stated")


def _fills_up(taken: Taken, kinds: Iterable[CategorySeen]) -> bool:
    """ "The rest were split between novels (12) and maps (3)": with the kinds told before these are all."""
    name, here = _of_one(taken)
    if not name:
        return False
    before = {id for seen in kinds if seen.variable == name for id in seen.categories}
    every = {one.id for one in taken.lexicon.variable(name).categories if not one.missing and not one.parent}
    return len(here) == len(set(here)) and not before & set(here) and before | set(here) >= every


def _of_one(taken: Taken) -> tuple[str, list[str]]:
    """The one variable by which all figures are told, and their kinds; "" if there is no such."""
    read = [one.where for one in taken.readings if one.statistic == "total"]
    names = {name for where in read for name in where}
    if not read or len(names) != 1 or not all(read):
        return "", []
    (name,) = names
    return name, [id for where in read for id in where[name]]
