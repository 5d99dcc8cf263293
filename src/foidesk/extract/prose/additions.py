"""Words that add to a table: "one further case is not on the list". Asked, never added unasked.

Until a person has said whether, each figure that the words bear on stands both ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.law.sentences import sentences
from foidesk.model.codec import digest
from foidesk.model.observations import Choice, Observation, Option
from foidesk.model.places import Locator
from foidesk.model.values import Amount
from foidesk.words.numbers import NumberWord

from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..figures.choices import choice_id, under
from ..figures.seen import Seen, look
from ..sentences.over import Sentence
from ..sentences.said import Said

ADDED, AS_PRINTED = "added", "as printed"
_LIST = (
    r"(?:table|list|spreadsheet|schedule|log|figures?|numbers?|totals?|data|"
    r"tabelle|liste|übersicht|aufstellung|zahlen)"
)
_THE, _DEM = r"(?:the|this|these|that|those|our)", r"(?:der|dieser|unserer|den|diesen)"
_IT = rf"(?:it|them|{_THE}\s+(?:\w+\s+)?{_LIST})\b"
_ADDS = re.compile(
    rf"\bnot\s+(?:yet\s+)?(?:on|in|(?:included|shown|counted|reflected)\s+in|part\s+of)\s+{_IT}"
    rf"|\b(?:missing|omitted|left\s+out|absent)\s+from\s+{_IT}"
    rf"|\b(?:in\s+addition\s+to|on\s+top\s+of|(?:to|should)\s+be\s+added\s+to)\s+{_THE}\s+(?:\w+\s+)?{_LIST}\b"
    r"|\b(?:table|list|spreadsheet|schedule|figures)\s+(?:above\s+|below\s+|attached\s+)?(?:does|do)\s+not\s+"
    r"(?:yet\s+)?(?:include|contain|show)\b"
    rf"|\bin\s+{_DEM}\s+{_LIST}\s+(?:\w+\s+)?fehl(?:t|en)\b|\bfehl(?:t|en)\s+in\s+{_DEM}\b"
    rf"|\bin\s+{_DEM}\s+{_LIST}\b[^.;]*\bnicht\s+(?:enthalten|aufgeführt|berücksichtigt)\b"
    r"|\bkomm(?:t|en)\s+(?:noch\s+)?(?:\w+\s+){0,4}hinzu\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Addition:
    """So many that words say are not in the table or list, and what else they say of them."""

    words: str
    count: NumberWord
    seen: Seen
    sentence: Sentence | None = None

    @property
    def measure_is_money(self) -> bool:
        return self.count.kind == "money"


def with_additions(ground: Ground, found: Found, said: Sequence[Said]) -> Found:
    """What was found, with the figures that words of the reply add to open between the two numbers."""
    for one in [*_own(ground, said), *_covering(ground)]:
        found = _added(ground, found, one)
    return found


def _own(ground: Ground, said: Sequence[Said]) -> Iterator[Addition]:
    for one in said:
        if _ADDS.search(one.sentence.text):
            yield from _additions(ground, one.sentence.text, one.sentence)


def _covering(ground: Ground) -> Iterator[Addition]:
    """What the mail that brought the document says of it."""
    for one in sentences(ground.context.covering):
        if _ADDS.search(one.text):
            yield from _additions(ground, one.text)


def _additions(ground: Ground, text: str, sentence: Sentence | None = None) -> Iterator[Addition]:
    """One count and one sum of money at most: where there are more, nobody can say what is added."""
    seen = look(ground, text)
    for money in (False, True):
        held = [w for w in seen.numbers if (w.kind == "money") is money and not w.hedge and w.exact]
        if len(held) == 1 and held[0].kind in ("integer", "money"):
            yield Addition(text, held[0], seen, sentence)


def _added(ground: Ground, found: Found, one: Addition) -> Found:
    line = ground.locator(one.sentence.piece) if one.sentence is not None else None
    own = [o for o in found.observations if line is not None and o.places.get("row") == line]
    others = [o for o in found.observations if o not in own]
    touched = [o for o in others if _bears_on(ground, one, o)]
    listed = [] if touched else [o for o in others if _lists(ground, one, o)]
    touched = touched or listed[-1:]
    if not touched:
        return found
    places = (line,) if line is not None else tuple(o.places["value"] for o in touched[:3])
    choice = _choice(ground, one, touched, places)
    gone = {o.id for o in (*own, *(() if listed else touched))}
    kept = tuple(o for o in found.observations if o.id not in gone)
    ids = {o.id for o in kept}
    asked = tuple(c for c in found.choices if not (about := _about(c)) or about & ids)
    held = [] if listed else under(ground, touched, choice, AS_PRINTED)
    more = [_row(ground, one, touched[0])] if listed else [_raised(ground, one, o) for o in touched]
    held += under(ground, more, choice, ADDED)
    marks = () if one.sentence is None else one.sentence.piece.cut(one.count.start, one.count.end).spans
    return replace(
        found, observations=(*kept, *held), choices=(*asked, choice),
        marks=(*found.marks, *(Mark(span, touched[0].id, read=True) for span in marks)),
    )  # fmt: skip


def _about(choice: Choice) -> set[str]:
    return {id for option in choice.options for id in option.observations}


def _lists(ground: Ground, one: Addition, o: Observation) -> bool:
    """True for a row of a list of cases that the words may add a case to."""
    counted = ground.context.codebook.measure(o.measure).type == "count" and not one.measure_is_money
    named = {noun.measure for noun in one.seen.nouns}
    return o.role == "case row" and bool(o.table) and counted and (not named or o.measure in named)


def _row(ground: Ground, one: Addition, like: Observation) -> Observation:
    """What is added to a list, as a row of it."""
    assert isinstance(like.value, Amount)
    count = one.count.value or Decimal(0)
    where = {name: hit.where for name, hit in one.seen.categories if not hit.negated}
    dated = [seen.period for seen in one.seen.periods]
    value = replace(like.value, lo=count, hi=count, how="exact")
    return replace(
        like, id=digest(ground.document, "added", like.table, one.words), where=where, value=value, relation="=",
        period=dated[0] if len(dated) == 1 else None, accepted_by="",
    )  # fmt: skip


def _bears_on(ground: Ground, one: Addition, o: Observation) -> bool:
    """True for a figure of a table that holds what is added, or may."""
    measure = ground.context.codebook.measure(o.measure)
    if not o.table or o.choice or not isinstance(o.value, Amount) or o.role == "case row":
        return False
    if (measure.type == "money") != one.measure_is_money or measure.type not in ("count", "money"):
        return False
    named = {noun.measure for noun in one.seen.nouns}
    if named and o.measure not in named and not one.measure_is_money:
        return False
    dated = [seen.period for seen in one.seen.periods if seen.period is not None]
    if dated and o.period is not None and not any(when.inside(o.period) for when in dated):
        return False
    told = {name: set(hit.where.categories) for name, hit in one.seen.categories}
    return all(name not in told or told[name] & set(where.categories)
               for name, where in o.where.items())  # fmt: skip


def _raised(ground: Ground, one: Addition, o: Observation) -> Observation:
    """The figure with what is added; where it is not sure to be of this very cell, with none or all of it."""
    assert isinstance(o.value, Amount)
    told = {name for name, _ in one.seen.categories}
    dated = any(seen.period is not None for seen in one.seen.periods)
    sure = set(o.where) <= told and (o.period is None or dated)
    more = one.count.value or Decimal(0)
    hi = None if o.value.hi is None else o.value.hi + more
    lo = o.value.lo + (more if sure else 0)
    value = replace(o.value, lo=lo, hi=hi, how=o.value.how if lo == hi else "interval")
    id = digest(ground.document, "added", o.id, one.words)
    return replace(o, id=id, value=value, relation="=" if lo == hi else "in")


def _choice(ground: Ground, one: Addition, touched: Sequence[Observation], places: tuple[Locator, ...]) -> Choice:
    question = (
        f"The reply says that {one.count.text} more are not in its table or list. Add them? “{one.words[:160]}”"
    )
    ids = tuple(o.id for o in touched)
    options = (
        Option(ADDED, f"Yes: add {one.count.text}", ids, suggested=True),
        Option(AS_PRINTED, "No: the figures stand as they are"),
    )
    id = choice_id("reading", question, places)
    return Choice(id, "reading", question, options, ground.context.body, places, weight=len(ids))
