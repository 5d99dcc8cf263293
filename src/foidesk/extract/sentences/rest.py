"""What is left of a stated total: "The rest were about comments", "The others received a warning or advice"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from foidesk.model.observations import Observation, OneOf
from foidesk.model.values import Amount
from foidesk.words.matching import CategoryHit
from foidesk.words.normal import normalise
from foidesk.words.numbers import NumberWord

from ..basis.asked import asked_variables
from ..basis.ground import Ground
from ..figures.seen import look, strange_words

_REST = re.compile(
    r"(?:^\W*|[,;]\s+(?:(?:and|und|while|with)\s+)?|\s(?:and|und|while|with)\s)(?P<rest>"
    r"(?:alle |die |das |der )?(?:übrigen|restlichen|rest)(?: \w+)?(?= (?:sind|ist|waren?|wurden?)\b)"
    r"|(?:all )?(?:the )?(?:rest|balance|others?|remainder|"
    r"remaining (?:\w+ )?(?:cases|matters|incidents|ones|\w+s))\b"
    r"(?P<of>\s+of\s+(?:the|these|those|them)\b)?)",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\s+(?:(?:were|was|concerned|involved|related\s+to|arose\s+from|are|is)\s+)?(?:(?:about|for|on|over|of)\s+)?"
    r"(?P<else>something\s+else|other\s+(?:things|matters|subjects|reasons|issues))\W*",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:or|and|oder|und)\b|,\s*\w", re.IGNORECASE)
_ALL = re.compile(
    r"^\W*(?:all|alle|sämtliche)(?:\s+(?:of\s+)?(?:them|these|those|which|dieser?|davon))?"
    r"(?:\s+(?:(?:the|these|those|of)\s+)*(?P<noun>[a-zäöüß]+(?:\s+[a-zäöüß]+)?))?"
    r"\s+(?:were|was|are|had|have|concerned|related\s+to|wurden|waren|sind|betrafen|erfolgten)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Rest:
    """The one category that the rest is of; `base` is the number that it is the rest of, if the words give it.

    `whole`: it is all there is that is of the category; `named`: by its noun, "all reports".
    """

    variable: str
    hit: CategoryHit
    start: int
    end: int
    base: NumberWord | None = None
    whole: bool = False
    named: bool = False


def rest_in(ground: Ground, text: str) -> Rest | None:
    """The rest that a sentence speaks of; None if it is about something else, or about several things."""
    found = _REST.search(text)
    if found is None:
        return _all_in(ground, text)
    seen = look(ground, text)
    words = tuple(word for word in (*seen.numbers, *seen.referred) if word.start >= found.start())
    before = re.search(r"\w", text[: found.start("rest")]) is not None
    if before and not (says_only(ground, text[found.end() :]) or _something_else(ground, text, found.end())):
        return None
    base = next((word for word in words if found["of"] and 0 <= word.start - found.end() <= 2), None)
    told = [(name, hit) for name, hit in seen.categories if hit.start >= found.end()]
    told = told or _something_else(ground, text, found.end())
    if len(told) != 1 or told[0][1].negated or len(words) > (base is not None) or not told[0][1].where.categories:
        return None
    hit = told[0][1]
    if _MORE.search(text[found.end() : hit.start]) or _MORE.search(text[hit.end :]):
        return None
    return Rest(told[0][0], hit, found.start("rest") if before else found.start(), found.end(), base=base)


def _something_else(ground: Ground, text: str, at: int) -> list[tuple[str, CategoryHit]]:
    """The kind "other" of the one variable that has it, where the rest is said to be of something else."""
    found = _ELSE.fullmatch(text, at)
    kinds = [
        (name, category.id)
        for name in asked_variables(ground) if found is not None
        for category in ground.context.codebook.variable(name).categories
        if {"other", "others"} & {normalise(one) for one in (category.label, *category.synonyms)}
    ]  # fmt: skip
    if found is None or len(kinds) != 1:
        return []
    ((name, id),) = kinds
    return [(name, CategoryHit(*found.span("else"), found["else"], OneOf((id,), found["else"])))]


def _all_in(ground: Ground, text: str) -> Rest | None:
    """All that a sentence speaks of, in words that say nothing more: "All of them were about parking"."""
    found = _ALL.match(text)
    seen = look(ground, text)
    if found is None or seen.numbers or seen.referred or seen.periods or len(seen.categories) != 1:
        return None
    name, hit = seen.categories[0]
    noun = found["noun"] is None or any(found.start("noun") <= one.start < found.end("noun") for one in seen.nouns)
    plain = not strange_words(seen)
    if hit.negated or hit.start < found.end() or not hit.where.categories or not noun or not plain:
        return None
    return Rest(name, hit, *found.span(), whole=True, named=found["noun"] is not None)


def says_only(ground: Ground, tail: str) -> bool:
    """True if words tell of one kind and nothing else: not "retired or were moved", "a theft and a fire"."""
    seen = look(ground, tail)
    if len(seen.categories) != 1 or strange_words(seen):
        return False
    _, hit = seen.categories[0]
    return _MORE.search(tail[: hit.start]) is None and _MORE.search(tail[hit.end :]) is None


def left(rest: Rest, total: Decimal, beside: Sequence[Observation]) -> Decimal | None:
    """The total less what is stated beside the rest; None if that is no exact, accepted number of one variable."""
    if rest.whole:
        return None if any(rest.variable in one.where for one in beside) or total <= 0 else total
    parts = [one for one in beside if rest.variable in one.where]
    if not parts or not all(_is_sure(one) for one in parts):
        return None
    value = total - sum((one.value.lo for one in parts if isinstance(one.value, Amount)), Decimal(0))
    return value if value > 0 else None


def _is_sure(one: Observation) -> bool:
    return bool(one.accepted_by) and isinstance(one.value, Amount) and one.value.is_exact
