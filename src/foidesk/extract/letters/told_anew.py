"""A later letter that corrects an earlier one of the same body: its statements, and what it leaves open.

"The appeals of 2024 number 186" is the right figure of an earlier letter where this one says that it puts that
right. What it says is wrong and gives no figure for stays open: no figure it may be about is told without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from foidesk.model.observations import LISTED, Correction, Observation, OneOf, Where
from foidesk.model.periods import Period

from ..basis.found import Found
from ..basis.ground import Ground
from ..figures.seen import Seen, look
from ..sentences.over import Sentence
from .beside_corrections import beside
from .correcting import CORRECTS, correction_marks, is_of_old, says_that_it_stands
from .corrections import still_asked
from .earlier import (
    announced,
    asks_us,
    follows,
    is_of_earlier,
    is_of_figures,
    miscounts,
    says_total_stands,
    speaks_again,
)
from .whose_figure import is_of_others, is_of_strangers, says_only

_CHANGED = re.compile(
    r"\b(?:fewer|less|more|lower|higher|than|compared|further|additional|extra|another|of\s+(?:these|them|those|which|whom)|unchanged|"
    r"stands?|difference|increase\w*|decrease\w*|rose|fell|instead|rather|previous\w*|earlier|originally|twice|wrong\w*|"
    r"removed|deducted|added|overlooked|missing|omitted|(?:not|never)\b[^.;]{0,30}\b(?:counted|included|entered))\b",
    re.IGNORECASE,
)
"""Words beside which a number may be a part, a change or an old figure: it is not read as the right one."""
_OTHERS = (is_of_others, is_of_strangers, says_that_it_stands)
_IT_IS = re.compile(
    r"(?:it|this|that|the\s+(?:(?:right|correct|new|true|actual)\s+)?(?:figure|number|total|amount))\s+(?:is|was|should\s+be)\s+"
    r"(?:now\s+|actually\s+|in\s+fact\s+)?\S+?\.?",
    re.IGNORECASE,
)


def told_anew(ground: Ground, found: Found, sentences: Sequence[Sentence]) -> Found:
    """What was found, with the corrections that statements of a later letter are, and those it only announces."""
    if speaks_again(ground, sentences) or found.corrections:
        found = found + Found(corrections=tuple(_from_statements(ground, found, sentences)))
        found = found + Found(corrections=tuple(_standing(ground, sentences)))
    found = found + Found(corrections=tuple(_left_open(ground, found, sentences)))
    return beside(ground, _filled(ground, found, sentences), sentences)


def _is_amiss(ground: Ground, found: Found, one: Sentence) -> bool:
    """True for words that an earlier figure is wrong; not where the letter asks about one of its own."""
    if is_of_earlier(one.text) or miscounts(ground, one.text):
        return True
    if is_of_figures(one.text) and not is_of_others(ground, one.text):
        return True
    if asks_us(one.text) or any(other(ground, one.text) for other in _OTHERS):
        return False
    line = ground.locator(one.piece)
    return CORRECTS.search(one.text) is not None and not any(line in choice.locators for choice in found.choices)


def _filled(ground: Ground, found: Found, sentences: Sequence[Sentence]) -> Found:
    """What was found, with "It is 11" behind "the number of cases in 2023 is wrong" as its right figure."""
    for before, one in pairwise(sentences):
        told = _IT_IS.fullmatch(one.text.strip()) and look(ground, one.text).numbers
        vague = [c for c in found.corrections if c.said == ground.locator(before.piece) and c.new is None]
        if not told or len(told) != 1 or len(vague) != 1 or before.block != one.block or vague[0].old is not None:
            continue
        place = ground.locator(one.piece.cut(told[0].start, told[0].end))
        named = bool(vague[0].measures and (vague[0].period or vague[0].where)) and says_only(ground, before.text)
        right = replace(vague[0], new=told[0].exact, value=place, sure=named)
        lines = (ground.locator(one.piece), ground.locator(before.piece))
        kept = tuple(o for o in found.observations if o.places.get("row") not in lines or o.accepted_by)
        found = replace(
            found, observations=kept, choices=still_asked(found, kept),
            corrections=tuple(right if c is vague[0] else c for c in found.corrections),
        ) + correction_marks(one, ground)  # fmt: skip
    return found


def _from_statements(ground: Ground, found: Found, sentences: Sequence[Sentence]) -> Iterator[Correction]:
    """Each exact figure that a sentence of the letter states, as the right one of what it names."""
    by_line = {ground.locator(one.piece): one for one in sentences}
    taken = {one.value for one in found.corrections}
    for o in found.observations:
        line, place = o.places.get("row"), o.places.get("value")
        sentence = by_line.get(line) if line is not None else None
        if (
            sentence is None
            or place is None
            or place in taken
            or not _is_plain(o)
            or _CHANGED.search(sentence.text)
        ):
            continue
        if CORRECTS.search(sentence.text) or is_of_old(sentence.text):
            continue
        assert o.amount is not None
        where: dict[str, Where] = {name: OneOf(held.categories, "") for name, held in o.where.items()}
        yield Correction(
            o.amount.lo,
            None,
            (o.measure,),
            where,
            o.period,
            not where,
            place,
            ground.locator(sentence.piece),
            True,
        )


def _is_plain(o: Observation) -> bool:
    """True for an accepted exact figure of running text that is of all, or of categories that are known."""
    exact = o.amount is not None and o.amount.is_exact and bool(o.accepted_by) and not o.choice
    told = o.role == "prose" and (not o.table or o.table.startswith(LISTED))
    return exact and told and all(held.categories for held in o.where.values())


def _standing(ground: Ground, sentences: Sequence[Sentence]) -> Iterator[Correction]:
    """The totals that a letter which corrects their parts says are unchanged."""
    for one in sentences:
        if says_total_stands(one.text):
            yield replace(_open(ground, one, look(ground, one.text)), where={}, whole=True, stands=True)


def _left_open(ground: Ground, found: Found, sentences: Sequence[Sentence]) -> Iterator[Correction]:
    """What sentences say is wrong in an earlier letter, and no figure of this one puts right."""
    made = [one for one in found.corrections if one.new is not None]
    lines = {one.said for one in found.corrections if not one.stands}
    known = {ground.locator(one.piece): one for one in sentences}
    told = [(one, known[one.said]) for one in made if one.said in known]
    blocks = {sentence.block for _, sentence in told}
    right = max(len({id(sentence) for _, sentence in told}), sum(not one.whole for one in made))
    again = speaks_again(ground, sentences) or bool(made)
    for one in sentences:
        gives = any(each.value.quote in one.text and s.block == one.block for each, s in told)
        amiss = _is_amiss(ground, found, one) or (again and follows(ground, one.text))
        if gives or ground.locator(one.piece) in lines or not amiss:
            continue
        seen = look(ground, one.text)
        opened, many = _open(ground, one, seen), announced(seen)
        if many is not None:
            yield replace(opened, whole=right < many)
        elif (one.block not in blocks and not any(_covers(each, seen) for each in made)) or not (
            opened.measures or opened.where or opened.period
        ):
            yield opened


def _covers(one: Correction, seen: Seen) -> bool:
    """True for a correction of the measure, kind and year that a sentence names, as far as it names them."""
    measures = {hit.measure for hit in seen.nouns}
    kinds = {(name, hit.where.categories) for name, hit in seen.categories}
    days = {hit.period for hit in seen.periods}
    held = {(name, where.categories) for name, where in one.where.items()}
    return (
        (not measures or not one.measures or bool(measures & set(one.measures)))
        and kinds <= held and (not days or one.period in days)
    )  # fmt: skip


def _open(ground: Ground, sentence: Sentence, seen: Seen) -> Correction:
    said = ground.locator(sentence.piece)
    asked = next((q.measures for q in ground.context.questions if q.id == sentence.over.question), ())
    asked = () if len(asked) == len(ground.measures) else asked  # of all that is asked for names nothing
    measures = tuple(sorted({hit.measure for hit in seen.nouns} | set(asked)))
    where: dict[str, Where] = {name: OneOf(hit.where.categories, "") for name, hit in seen.categories}
    days = [one.period for one in seen.periods if one.period is not None and not _is_day(one.period)]
    return Correction(None, None, measures, where, days[0] if len(days) == 1 else None, False, said, said)


def _is_day(period: Period) -> bool:
    """True for the day of a letter, which dates no figure."""
    return (period.end - period.start).days == 1
