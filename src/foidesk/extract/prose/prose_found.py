"""The statements of running text: told sentence by sentence, checked against each other, asked about if unsure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import pairwise

from foidesk.model.issues import Issue
from foidesk.model.observations import TOLD_IN, Footing, Observation
from foidesk.model.values import Amount

from ..basis.found import Found, together
from ..basis.ground import Ground
from ..basis.nouns import nouns_in
from ..figures import acceptance as rules
from ..figures.choices import confirm, under
from ..sentences.over import Sentence
from ..sentences.said import Said
from ..sentences.tellings import said_in
from ..tables.agree import Key, sum_key, table_sums, whole_sums
from ..tables.tables import TableRead
from .agreeing_lists import with_agreeing_lists
from .answers import answered
from .asked_days import of_asked_days
from .kinds_in_words import with_kinds_in_words
from .noughts import with_noughts
from .paragraph_split import with_paragraph_splits
from .partition import with_partitions
from .remainders import with_remainders
from .restricted import restricted
from .split_inside import with_splits_inside
from .uncoded import with_uncoded
from .years_of_parts import with_years_of_parts

MANY = 8
_LINE = 160
_NOT_APART = re.compile(
    r"\b(?:not|never|n['’]t|nicht)\s+(?:\w+\s+){0,2}?(?:record|log|count|captur|categoris|register|erfass|gezählt)\w*\b"
    r"(?P<what>[^.;]{0,60}?)\b(?:separate(?:ly)?|gesondert|getrennt)\b",
    re.IGNORECASE,
)
Sums = dict[Key, set[Decimal]]


@dataclass(frozen=True, slots=True)
class Prose:
    """All that running text gave, and what each sentence of it said."""

    found: Found
    said: tuple[Said, ...]


def prose_found(
    ground: Ground,
    sentences: Sequence[Sentence],
    doubtful: bool,
    tables: Sequence[TableRead],
    refused: frozenset[str] = frozenset(),
) -> Prose:
    """All that running text gave.

    `doubtful`: the letter refuses, so its numbers are no answers by themselves. `tables` are those of the reply: a
    total in the text that differs from all that they add to is asked about. `refused`: the questions that it says
    it does not answer.
    """
    sums = table_sums(tables)
    said = with_partitions(ground, with_splits_inside(ground, said_in(ground, sentences, sums)))
    said = with_paragraph_splits(ground, said)
    said = with_years_of_parts(with_kinds_in_words(ground, with_remainders(ground, with_uncoded(ground, said))))
    said = answered(ground, said, refused)
    said = [replace(one, found=_doubted(one.found, partial(restricted, ground, one.sentence))) for one in said]
    said = of_asked_days(ground, with_noughts(ground, said, refused))
    if doubtful:
        said = [replace(one, found=_doubted(one.found, partial(_no_answer, one))) for one in said]
    said = [replace(one, found=_doubted(one.found, lambda o: _differs_from_tables(o, sums))) for one in said]
    if any(_not_apart(ground, sentence) for sentence in sentences):
        said = [replace(one, found=_doubted(one.found, lambda o: not o.where)) for one in said]
    said = [_recognised(ground, one, sums) for one in _at_odds_doubted(said)]
    footings, issues = _checks(ground, [o for one in said for o in one.found.observations])
    proven = {id for footing in footings if not doubtful for id in (footing.total, *footing.parts)}
    settled = [replace(one, found=_proven(one.found, proven)) for one in said]
    if not doubtful:
        settled = with_agreeing_lists(settled, whole_sums(tables))
    found = _all_asked(ground, settled) + Found(footings=footings, issues=issues)
    return Prose(found, tuple(settled))


def _no_answer(said: Said, one: Observation) -> bool:
    """False for a bare figure below its question, or one of a list by year: no cost estimate of a refusal."""
    listed = one.accepted_by == rules.LISTED.name and one.period is not None
    return not (said.sentence.over.question and (listed or one.accepted_by == rules.ANSWER.name))


def _not_apart(ground: Ground, sentence: Sentence) -> bool:
    """True for "we do not record complaints about fines separately": it counts more than was asked."""
    found = _NOT_APART.search(sentence.text)
    return found is not None and bool(nouns_in(ground, found["what"]))


def _all_asked(ground: Ground, said: list[Said]) -> Found:
    """The open sentences under a question each; under one for each part where a document holds very many."""
    unsure = [one for one in said if any(map(_waits, one.found.observations))]
    if len(unsure) <= MANY:
        return together(_paragraph_asked(ground, some) for some in _paragraphs(said))
    by_part: dict[str, list[Said]] = {}
    for one in said:
        by_part.setdefault(next((span.part for span in one.sentence.piece.spans), ""), []).append(one)
    return together(_part_asked(ground, part, some) for part, some in by_part.items())


def _waits(one: Observation) -> bool:
    """True if no rule accepts the statement and no question is asked about it yet."""
    return not one.accepted_by and not one.choice


def _paragraphs(said: list[Said]) -> Iterator[list[Said]]:
    """The sentences of a paragraph; the lines of a list go together, with empty lines between them or not."""
    run: list[Said] = []
    for one in said:
        last = run[-1] if run else None
        if last is not None and not _goes_on(last, one):
            yield run
            run = []
        run.append(one)
    yield from (run,) if run else ()


def _goes_on(last: Said, one: Said) -> bool:
    if last.sentence.over.question != one.sentence.over.question:
        return False
    gap = one.sentence.block - last.sentence.block
    return gap == 0 or (gap == 1 and all(map(_is_line, (last, one))))


def _is_line(one: Said) -> bool:
    """True for a short line that waits: one of a list, each in a paragraph of its own."""
    waits = any(map(_waits, one.found.observations))
    return waits and len(one.sentence.text) <= _LINE and "\n" not in one.sentence.text.strip()


def _paragraph_asked(ground: Ground, said: list[Said]) -> Found:
    """One question for the open sentences of a paragraph."""
    unsure = [one for one in said if any(map(_waits, one.found.observations))]
    if len(unsure) < 2:
        return together(_asked(ground, one.sentence, one.found) for one in said)
    found = together(one.found for one in said)
    unit = ground.context.codebook.measure(unsure[0].found.observations[0].measure).unit
    words = " ".join(" ".join(one.sentence.text.split()) for one in unsure)
    return _under_question(ground, found, f"Do these {len(unsure)} sentences count {unit}? “{words[:160]}”")


def _part_asked(ground: Ground, part: str, said: list[Said]) -> Found:
    found = together(one.found for one in said)
    sentences = sum(any(map(_waits, one.found.observations)) for one in said)
    return _under_question(
        ground, found, f"Are the numbers in {sentences} lines of {part} answers, as they were read?"
    )


def _doubted(found: Found, doubt: Callable[[Observation], bool]) -> Found:
    kept = tuple(replace(o, accepted_by="") if doubt(o) else o for o in found.observations)
    return replace(found, observations=kept)


def _recognised(ground: Ground, said: Said, sums: Sums) -> Said:
    """Recognised characters (OCR) are accepted only where a table of the reply gives the same figure."""
    parts = {span.part for span in said.sentence.piece.spans}
    if not any(ground.parts[name].layer == "ocr" for name in parts):
        return said

    def twice(one: Observation) -> bool:
        return not one.where and _number(one) in sums.get(sum_key(one.measure, one.period), set())

    kept = tuple(
        replace(o, accepted_by=rules.TWO_READINGS.name if twice(o) and o.accepted_by else "")
        for o in said.found.observations
    )
    return replace(said, found=replace(said.found, observations=kept))


def _at_odds_doubted(said: list[Said]) -> list[Said]:
    """Totals of one measure and period that differ from sentence to sentence: no rule accepts any of them."""
    told: dict[Key, set[Decimal]] = {}
    for one in (o for each in said for o in each.found.observations if not o.where):
        told.setdefault(sum_key(one.measure, one.period), set()).add(_number(one))
    odds = {key for key, numbers in told.items() if len(numbers) > 1}

    def doubt(one: Observation) -> bool:
        return not one.where and sum_key(one.measure, one.period) in odds

    return [replace(one, found=_doubted(one.found, doubt)) for one in said]


def _differs_from_tables(one: Observation, sums: Sums) -> bool:
    """True for a total in the text that no table of the reply adds to, though one could."""
    told = sums.get(sum_key(one.measure, one.period))
    return told is not None and not one.where and isinstance(one.value, Amount) and one.value.lo not in told


def _proven(found: Found, proven: set[str]) -> Found:
    kept = tuple(
        replace(o, accepted_by=rules.FOOTS.name) if o.id in proven and not o.accepted_by else o
        for o in found.observations
    )
    return replace(found, observations=kept)


def _asked(ground: Ground, sentence: Sentence, found: Found) -> Found:
    """The statements of a sentence that no rule accepts, under one question."""
    waiting = [o for o in found.observations if _waits(o)]
    if not waiting:
        return found
    unit = ground.context.codebook.measure(waiting[0].measure).unit
    words = " ".join(sentence.text.split())
    return _under_question(ground, found, f"Does this sentence count {unit}? “{words[:160]}”")


def _under_question(ground: Ground, found: Found, question: str) -> Found:
    waiting = [o for o in found.observations if _waits(o)]
    if not waiting:
        return found
    choice = confirm(ground, question, waiting, [o.places["value"] for o in waiting])
    ids = {o.id for o in waiting}
    rest = tuple(o for o in found.observations if o.id not in ids)
    choices = (*found.choices, choice)
    return replace(found, observations=(*rest, *under(ground, waiting, choice)), choices=choices)


# ---------------------------------------------------------------- a total and its parts


def _checks(ground: Ground, said: Sequence[Observation]) -> tuple[tuple[Footing, ...], tuple[Issue, ...]]:
    """A total in prose beside its breakdowns: a check where they add up, an issue where they exceed."""
    exact = [o for o in said if isinstance(o.value, Amount) and o.value.is_exact]
    checks = [(total, parts) for total in exact if not total.where for parts in _breakdowns(total, exact)]
    holding = tuple(_footing(t, parts) for t, parts in checks if _sum(parts) == _number(t) and len(parts) > 1)
    holding += tuple(_footing(t, parts) for t in exact if not t.where and (parts := _by_period(t, exact)))
    above = tuple(
        _exceeds(ground, t, parts)
        for t, parts in checks
        if t.accepted_by and _sum(parts) > _number(t) and _of_days(t, parts, exact)
    )
    return holding, above


def _breakdowns(total: Observation, exact: Sequence[Observation]) -> Iterator[list[Observation]]:
    """The statements of the same measure and period, by the one variable that each is about."""
    parts = [
        o
        for o in exact
        if not o.table.startswith(TOLD_IN)
        and len(o.where) == 1
        and o.measure == total.measure
        and o.period in (None, total.period)
    ]
    for name in dict.fromkeys(name for o in parts for name in o.where):
        yield [o for o in parts if name in o.where]


def _by_period(total: Observation, exact: Sequence[Observation]) -> list[Observation]:
    """The figures of the periods that a total is the exact sum of; [] if of none, or if they overlap."""
    parts = [
        o for o in exact
        if o.measure == total.measure and not o.where and o.period is not None and o.period != total.period
        and (total.period is None or o.period.inside(total.period)) and not o.table.startswith(TOLD_IN)
    ]  # fmt: skip
    days = sorted(one.period for one in parts if one.period is not None)
    apart = all(before.end <= after.start for before, after in pairwise(days))
    return parts if len(parts) > 1 and apart and _sum(parts) == _number(total) else []


def _of_days(total: Observation, parts: Sequence[Observation], exact: Sequence[Observation]) -> bool:
    """False for the total of a year beside parts that name none, where other years have totals of their own."""
    years = {o.period for o in exact if not o.where and o.measure == total.measure}
    return total.period is None or len(years) < 2 or all(part.period is not None for part in parts)


def _number(one: Observation) -> Decimal:
    return one.value.lo if isinstance(one.value, Amount) else Decimal(0)


def _sum(parts: Sequence[Observation]) -> Decimal:
    return sum((_number(part) for part in parts), Decimal(0))


def _footing(total: Observation, parts: Sequence[Observation]) -> Footing:
    ids = tuple(part.id for part in parts)
    return Footing(
        total.id, ids, f"{_number(total):,}", f"{_sum(parts):,}", True, "the total in the text and its parts"
    )


def _exceeds(ground: Ground, total: Observation, parts: Sequence[Observation]) -> Issue:
    place = total.places["value"]
    return Issue(
        "parts-exceed-total", "warning",
        f"The text gives {_number(total):,} in all, yet its parts add to {_sum(parts):,}.",
        ground.where(place.place), "Look whether the parts overlap, or count something else than the total.",
        (place, *(part.places["value"] for part in parts[:20])), body=ground.context.body, key=total.id,
    )  # fmt: skip
