"""A list of kinds in running text that adds up exactly to what a table of the reply adds to.

"Recovered: 14 / Not recovered: 33" below a table of 47 by year: two statements of one total by different
breakdowns, as two tables would be. A list of something else would have to add up to it by chance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from foidesk.model.observations import Observation, OneOf
from foidesk.model.values import Amount

from ..figures import acceptance as rules
from ..sentences.said import Said
from ..tables.agree import TELLING, Key, sum_key

_LEFT_OUT = re.compile(
    r"\bnot\s+(?:\w+\s+)?(?:included|counted)\b|\bexclud\w+|\bnicht\s+(?:\w+\s+)?(?:enthalten|berücksichtigt|mitgezählt)\b",
    re.IGNORECASE,
)


def with_agreeing_lists(said: Sequence[Said], sums: dict[Key, set[Decimal]]) -> list[Said]:
    """The sentences, the lines of each list that adds up to a table of the reply accepted as `tables-agree`.

    Only where no other sentence breaks the same total down by the same variable, but of what it leaves out.
    """
    runs = (list(run) for _, run in groupby(said, key=_kind))
    return [one for run in runs for one in (map(_accepted, run) if _agrees(run, said, sums) else run)]


def _accepted(one: Said) -> Said:
    kept = tuple(replace(o, accepted_by=o.accepted_by or rules.AGREES.name) for o in one.found.observations)
    return replace(one, found=replace(one.found, observations=kept))


def _kind(one: Said) -> tuple[str, str, str, str] | None:
    """Measure, variable, days and question of a line with one exact number of one category; None of others."""
    found = one.found.observations
    if (
        _LEFT_OUT.search(one.sentence.text)
        or len(found) != 1
        or found[0].choice
        or len(found[0].where) != 1
        or not _is_exact(found[0])
    ):
        return None
    (name, where), when = next(iter(found[0].where.items())), found[0].period
    if not isinstance(where, OneOf) or len(where.categories) != 1 or found[0].relation != "=":
        return None
    return found[0].measure, name, f"{when.start}{when.end}" if when else "", one.sentence.over.question


def _is_exact(one: Observation) -> bool:
    return isinstance(one.value, Amount) and one.value.is_exact


def _agrees(run: Sequence[Said], said: Sequence[Said], sums: dict[Key, set[Decimal]]) -> bool:
    if _kind(run[0]) is None:
        return False
    lines = [one.found.observations[0] for one in run]
    name = next(iter(lines[0].where))
    kinds = {one.where[name].categories for one in lines}
    total = sum((one.value.lo for one in lines if isinstance(one.value, Amount)), Decimal(0))
    known = sums.get(sum_key(lines[0].measure, lines[0].period), set())
    if len(kinds) != len(lines) or len(lines) < 2 or total < TELLING or known != {total}:
        return False
    mine = {one.id for one in lines}
    rest = (one for one in said if not _LEFT_OUT.search(one.sentence.text))
    others = (o for one in rest for o in one.found.observations if o.id not in mine)
    return not any(name in o.where and o.measure == lines[0].measure for o in others)
