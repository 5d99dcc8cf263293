"""What is left of a stated total: "The rest were about comments", "The others received a warning or advice"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from foidesk.model.observations import Observation
from foidesk.model.values import Amount
from foidesk.words.matching import CategoryHit
from foidesk.words.numbers import NumberWord

from ..basis.ground import Ground
from ..figures.seen import look

_REST = re.compile(
    r"^\W*(?:alle |die |das |der )?(?:übrigen|restlichen|rest)(?: \w+)?(?= (?:sind|ist|waren?|wurden?)\b)"
    r"|^\W*(?:all )?(?:the )?(?:rest|others?|remainder|remaining (?:\w+ )?(?:cases|matters|incidents|ones|\w+s))\b"
    r"(?P<of>\s+of\s+(?:the|these|those|them)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Rest:
    """The one category that the rest is of; `base` is the number that it is the rest of, if the words give it."""

    variable: str
    hit: CategoryHit
    start: int
    end: int
    base: NumberWord | None = None


def rest_in(ground: Ground, text: str) -> Rest | None:
    """The rest that a sentence speaks of; None if it is about something else, or about several things."""
    found = _REST.match(text)
    if found is None:
        return None
    seen = look(ground, text)
    words = (*seen.numbers, *seen.referred)
    base = next((word for word in words if found["of"] and 0 <= word.start - found.end() <= 2), None)
    told = [(name, hit) for name, hit in seen.categories if hit.start >= found.end()]
    if len(told) != 1 or told[0][1].negated or len(words) > (base is not None) or not told[0][1].where.categories:
        return None
    return Rest(told[0][0], told[0][1], *found.span(), base=base)


def left(rest: Rest, total: Decimal, beside: Sequence[Observation]) -> Decimal | None:
    """The total less what is stated beside the rest; None if that is no exact, accepted number of one variable."""
    parts = [one for one in beside if rest.variable in one.where]
    if not parts or not all(_is_sure(one) for one in parts):
        return None
    value = total - sum((one.value.lo for one in parts if isinstance(one.value, Amount)), Decimal(0))
    return value if value > 0 else None


def _is_sure(one: Observation) -> bool:
    return bool(one.accepted_by) and isinstance(one.value, Amount) and one.value.is_exact
