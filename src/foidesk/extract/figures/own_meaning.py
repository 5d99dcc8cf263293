"""What a label says by itself, whatever stands beside it: a share, a kind, a measure, a period with a kind."""

from __future__ import annotations

import re

from foidesk.model.observations import Where
from foidesk.words.headings import HeadingHit
from foidesk.words.normal import normalise

from ..basis.asked import all_ours
from ..basis.ground import Ground
from ..basis.near import ask, by_number, numbered, quoted_question
from ..basis.nouns import is_own_name
from .came_in import came_in
from .hints import hint_kind
from .meaning import Meaning
from .noun_kinds import kind_beside_noun
from .scales import money_unit

COUNT_WORDS = frozenset((
    "number", "no", "count", "qty", "quantity", "volume", "figure", "frequency", "how many", "number of", "n",
    "amount", "result", "response", "answer", "total number", "anzahl", "zahl", "fallzahl", "fallzahlen",
))  # fmt: skip
_JOINT = re.compile(
    r"(?i)(?:\s+\b(?:in|during|for|of|over|im|in den|für|the|years?|financial|calendar|jahre?|between|from)\b)+$"
)
NAMES = 0.9
_BRACKETED = re.compile(r"\([^)]*\)")


def _named_money(ground: Ground, text: str) -> str:
    """The one measure of money whose own noun stands with a unit of money: "Paid £" is no kind of outcome."""
    unit = money_unit(text)
    if unit is None or not unit.words:
        return ""
    named = {
        one.id for one in ground.measures
        if one.type == "money" and normalise(unit.words) in map(normalise, (one.label, *one.nouns))
    }  # fmt: skip
    return named.pop() if len(named) == 1 else ""


def own_meaning(ground: Ground, text: str) -> Meaning | None:
    """What a label says by itself: a share, a category of one variable, a measure, a period with a category."""
    if "%" in text or hint_kind(ground, text) == "percent":
        share = of_share(ground, text)
        return Meaning(measure=share) if share else Meaning(percent=True)
    if money := _named_money(ground, text):
        return Meaning(measure=money)
    if where := owners(ground, text):
        return Meaning(where=where)
    if normalise(text) in COUNT_WORDS:
        return Meaning(measure="#")
    asked = ground.memo.get(("asked in a label", text), lambda: _asked(ground, text))
    if asked:
        return Meaning(measure=asked)
    if bare := _of_unit_alone(ground, text):
        return Meaning(measure=bare)
    if came := came_in(ground, text):
        return Meaning(measure=came)
    hit = _of_money(ground, text) or ground.headings.heading(text) or _of_numbered(ground, text)
    if hit is not None and hit.kind == "measure":
        return Meaning(measure=hit.id or "#", where=_extra(ground, text))
    if hit is not None and hit.kind == "variable" and hit.score >= NAMES:
        return Meaning(names=hit.id)
    if hit is not None and hit.kind == "period":
        return Meaning(names="period")
    return _composed(ground, text) or _worded(ground, text) or _kind_of_noun(ground, text)


def _kind_of_noun(ground: Ground, text: str) -> Meaning | None:
    """What is counted, with a kind of it before or behind: "Complaints upheld", "Not upheld complaints"."""
    found = kind_beside_noun(ground, text, lambda rest: owners(ground, rest))
    return Meaning(measure=found[0] or "#", where=found[1]) if found is not None else None


def _asked(ground: Ground, text: str) -> str:
    """The measure of the question whose words a label repeats: "2. Of which, how many were refused?"."""
    seen = numbered(text)
    rest = text[seen[1] :] if seen else text
    question = ask(ground, quoted_question(ground, rest, by_number(ground, seen[0]) if seen else ""))
    return question.measures[0] if question is not None and len(question.measures) == 1 else ""


def _of_numbered(ground: Ground, text: str) -> HeadingHit | None:
    """The measure behind its question's number: "Q1 - The count of complaints"; None if that asks for another."""
    seen = numbered(text)
    hit = ground.headings.heading(text[seen[1] :].strip(" -–—:.)")) if seen else None
    asked = ask(ground, by_number(ground, seen[0])) if seen else None
    own = hit is not None and hit.kind == "measure" and asked is not None and hit.id in asked.measures
    return hit if own else None


def _worded(ground: Ground, text: str) -> Meaning | None:
    """The measure whose name of several words stands in a heading of which every other word is ours too."""
    hits = [hit for hit in ground.headings.caption(text) if hit.kind == "measure" and " " in hit.words]
    longest = max((len(hit.words.split()) for hit in hits), default=0)
    ids = {hit.id for hit in hits if len(hit.words.split()) == longest}
    if len(ids) != 1 or not all_ours(ground, text):
        return None
    return Meaning(measure=ids.pop(), where=_extra(ground, text))


def of_share(ground: Ground, text: str) -> str:
    """The one measure of a share that a heading names: asked for by the survey, so no by-product of counts."""
    hits = {hit.id for hit in ground.headings.caption(text) if hit.kind == "measure"}
    asked = [one.id for one in ground.measures if one.id in hits and (one.type == "share" or one.in_per_cent)]
    return asked[0] if len(asked) == 1 else ""


def _of_money(ground: Ground, text: str) -> HeadingHit | None:
    """The measure of money that a heading names beside its unit: "Paid ($000)"."""
    unit = money_unit(text)
    if unit is None or not unit.words:
        return None
    hit = ground.headings.heading(unit.words)
    hits = [hit] if hit is not None else list(ground.headings.caption(unit.words))
    money = [one for one in hits if one.kind == "measure" and one.id and _is_money(ground, one.id)]
    return money[0] if len({one.id for one in money}) == 1 else None


def _is_money(ground: Ground, id: str) -> bool:
    return ground.context.codebook.measure(id).type == "money"


def _of_unit_alone(ground: Ground, text: str) -> str:
    """The survey's one measure of money, for a label that is its unit and nothing else: "£", "(£000)"."""
    unit = money_unit(text)
    sums = [one.id for one in ground.measures if one.type == "money"]
    return sums[0] if unit is not None and not unit.words and len(sums) == 1 else ""


def owners(ground: Ground, text: str) -> tuple[tuple[str, Where], ...]:
    """The one variable that knows the whole label; () if none or several do."""
    known = [(id, m.match(text)) for id, m in ground.matchers.items() if m.knows(text)]
    return tuple((id, where) for id, where in known if where is not None) if len(known) == 1 else ()


def _extra(ground: Ground, text: str) -> tuple[tuple[str, Where], ...]:
    """A category named inside the heading of a measure: "Number of cases resigned"; none in its own name.

    "Items found again" is what the survey calls the measure; "found" in it is no stage of a case.
    """
    own = (noun for one in ground.measures for noun in (one.label, *one.nouns))
    if normalise(_BRACKETED.sub(" ", text)) in (normalise(_BRACKETED.sub(" ", noun)) for noun in own):
        return ()
    hits = [(id, hit) for id, m in ground.matchers.items() for hit in m.find(text) if not hit.negated]
    found = [(id, hit.where) for id, hit in hits if not is_own_name(ground, text, id, hit.start, hit.end)]
    return tuple(found) if len(found) == 1 and found[0][1].categories else ()


def _composed(ground: Ground, text: str) -> Meaning | None:
    """A period and a category in one label: "Officers 2013"."""
    seen = ground.period_in(text)
    if len(seen) != 1 or seen[0].period is None:
        return None
    rest = _joint((text[: seen[0].start] + " " + text[seen[0].end :]).strip(" -–:,()"))
    where = owners(ground, rest) if rest else ()
    if where or not rest:
        return Meaning(where=where, period=seen[0].period)
    hit = ground.headings.heading(rest)
    measure = (hit.id or "#") if hit is not None and hit.kind == "measure" else ""
    counted = "#" if normalise(rest) in COUNT_WORDS else measure
    return Meaning(measure=counted, period=seen[0].period) if counted else None


def _joint(text: str) -> str:
    """The words without those that joined a period to them: "Complaints in the year", "Anzahl im Jahr"."""
    return _JOINT.sub("", text).strip(" -–:,()")
