"""What a sentence leaves of a total, or says of all of it: "the rest", "the remaining seven", "all of them"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from foidesk.model.codec import digest
from foidesk.model.observations import Observation
from foidesk.model.periods import Period
from foidesk.model.values import Amount
from foidesk.words.numbers import numbers

from ..basis import measure as measures
from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen, amount
from ..basis.plain import OF_THE_REST
from ..figures import acceptance as rules
from ..figures.seen import look
from ..tables.agree import Key, sum_key
from .just_before import counted_before, counts_of, just_before, reads_all, says_some
from .named_parts import is_of_part
from .rest import Rest, left, rest_in, says_only
from .said import Said

Sums = Mapping[Key, set[Decimal]]


def with_rests(ground: Ground, said: list[Said], sums: Sums) -> list[Said]:
    """The sentences on what is left of a total, once all that is stated beside them is known."""
    said = [_with_numbered_rest(ground, said, one, sums) for one in said]
    return [
        one if one.part or (made := _rest(ground, said, at, sums)) is None else replace(one, found=made)
        for at, one in enumerate(said)
    ]


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the rest is left of, or all are of: so many, of which days, and the parts stated beside it."""

    total: Decimal
    period: Period | None
    parts: tuple[Observation, ...] = ()


def _rest(ground: Ground, said: Sequence[Said], at: int, sums: Sums) -> Found | None:
    one = said[at]
    rest = rest_in(ground, one.sentence.text)
    seen = one.sentence.over.measure or measures.of_question(ground, one.sentence.over.question)
    seen = seen or _counted_beside(ground, said, at)
    if rest is None or seen is None:
        return None
    own = [o for o in one.found.observations if o.accepted_by]
    behind = [o for o in own if o.measure == seen.measure.id and _opens_behind(one, rest)]
    if own and not behind:
        return None
    if rest.whole:
        whole = _whole_named(ground, said, seen, sums) if rest.named else _whole_before(ground, said, at, seen)
    else:
        whole = _left_over(ground, said, at, rest, seen, behind, sums)
    days = {when.period for when in ground.period_in(one.sentence.text)}
    if whole is None or (days and days != {whole.period}):
        return None
    if any(word.value != whole.total for word in look(ground, one.sentence.text).referred):
        return None
    if rest.whole and any(_is_beside(one, other, rest, o, seen) and rest.variable in o.where
                          for other in said for o in other.found.observations):  # fmt: skip
        return None
    value = left(rest, whole.total, whole.parts)
    made = None if value is None else _statement(ground, one, rest, seen, value, whole.period)
    return one.found + made if made is not None and own else made


def _counted_beside(ground: Ground, said: Sequence[Said], at: int) -> MeasureSeen | None:
    """The one measure that the sentence counts itself, or else the one just before in its paragraph."""
    before = just_before(said, at)
    near = before if before is not None and before.sentence.block == said[at].sentence.block else None
    held = said[at].found.observations or (near.found.observations if near is not None else ())
    counted = {o.measure for o in held}
    return (
        MeasureSeen(ground.context.codebook.measure(counted.pop()), None, "named") if len(counted) == 1 else None
    )


def _whole_named(ground: Ground, said: Sequence[Said], seen: MeasureSeen, sums: Sums) -> _Whole | None:
    """What "all reports" are: the one total that the reply states, or that of all the years asked about."""
    stated = [o for o in _stated(said, seen) if o.period]
    window = ground.context.period
    total = _of_all_years(said, seen, window) if stated else _total(said, seen, sums, window)
    alone = {(o.period, o.value.lo) for o in stated if isinstance(o.value, Amount)}
    if total is None and len(alone) == 1 and len(stated) == len(_stated(said, seen)):
        ((when, number),) = alone
        return _Whole(number, when)
    return None if total is None else _Whole(total, None)


def _whole_before(ground: Ground, said: Sequence[Said], at: int, seen: MeasureSeen) -> _Whole | None:
    """What the sentence just before counts, and nothing but that: "all of them" are of those.

    With a sentence between that counts nothing by itself ("Some were serious."), or two that count different
    years, it is for a person to say of which.
    """
    before = counted_before(ground, said, at, seen.measure.id)
    if before is None:
        return None
    counted = counts_of(before, seen.measure.id)
    if len(counted) != len([o for o in before.found.observations if o.measure == seen.measure.id]):
        return None
    years = _years(counted)
    if len(counted) == 1:
        return _Whole(_number(counted[0]), counted[0].period)
    if len(years) == len(counted) and _fill(sorted(years), ground.context.period):
        return _Whole(sum(years.values(), Decimal(0)), None)
    return None


def _left_over(
    ground: Ground,
    said: Sequence[Said],
    at: int,
    rest: Rest,
    seen: MeasureSeen,
    behind: Sequence[Observation],
    sums: Sums,
) -> _Whole | None:
    """What the rest is left of: the total of the days of the parts that stand between it and the rest.

    None where anything stands between that counts otherwise: a number nobody read, another kind, "a few".
    """
    one = said[at]
    if (behind and not reads_all(ground, one)) or is_of_part(ground, one.sentence.text):
        return None
    between = ([], []) if rest.base else _back_to_total(ground, said, at, seen)
    if between is None:
        return None
    wholes, parts = between[0], [*behind, *between[1]]
    if rest.base:
        parts += [o for other in said for o in other.found.observations if _is_beside(one, other, rest, o, seen)]
    over = dict(one.sentence.over.where)
    if any(set(o.where) - set(over) != {rest.variable} for o in parts) or len({o.period for o in parts}) != 1:
        return None
    when = next(o.period for o in parts)
    if rest.base and rest.base.value is not None:
        return _Whole(rest.base.value, when, tuple(parts))
    of_days = [o for o in wholes if o.period == when] or ([o for o in wholes if o.period] if when is None else [])
    if wholes:
        return _Whole(_number(of_days[0]), of_days[0].period, tuple(parts)) if len(of_days) == 1 else None
    total = _total(said, seen, sums, ground.context.period, when) if not over else None
    return None if total is None else _Whole(total, when, tuple(parts))


def _back_to_total(
    ground: Ground, said: Sequence[Said], at: int, seen: MeasureSeen
) -> tuple[list[Observation], list[Observation]] | None:
    """The total that stands before a rest, and the parts between; None where anything between counts otherwise."""
    wholes: list[Observation] = []
    parts: list[Observation] = []
    for back in range(at - 1, -1, -1):
        before = just_before(said, back + 1)
        if before is None or wholes:
            break
        mine = [o for o in before.found.observations if o.measure == seen.measure.id]
        if not mine or not reads_all(ground, before) or says_some(before):
            return None
        wholes = counts_of(before, seen.measure.id)
        if not wholes and is_of_part(ground, before.sentence.text):
            return None
        parts += [o for o in mine if o not in wholes]
    return wholes, parts


def _number(one: Observation) -> Decimal:
    return one.amount.lo if one.amount is not None else Decimal(0)


def _with_numbered_rest(ground: Ground, said: Sequence[Said], one: Said, sums: Sums) -> Said:
    """The sentence with "the remaining seven were for works" accepted, where all parts add up to the total."""
    if not OF_THE_REST.search(one.sentence.text):
        return one
    pending = [o for o in one.found.observations if not o.accepted_by and not o.choice and len(o.where) == 1]
    for o in pending:
        (name,) = o.where
        seen = MeasureSeen(ground.context.codebook.measure(o.measure))
        near = [
            other for each in said for other in each.found.observations
            if each.sentence.over.question == one.sentence.over.question
            and other.measure == o.measure and set(other.where) == {name} and other.period == o.period
        ]  # fmt: skip
        sure = all(other.accepted_by for other in near if other is not o)
        exact = [other.value.lo for other in near if isinstance(other.value, Amount) and other.value.is_exact]
        kinds = {getattr(other.where[name], "categories", None) for other in near}
        total = _total(said, seen, sums, ground.context.period, o.period)
        sure = sure and _says_only_kind(ground, one, o)
        if sure and len(near) > 1 and len(exact) == len(near) == len(kinds) and sum(exact) == total:
            kept = tuple(replace(x, accepted_by=rules.REST.name) if x is o else x for x in one.found.observations)
            one = replace(one, found=replace(one.found, observations=kept))
    return one


def _says_only_kind(ground: Ground, one: Said, told: Observation) -> bool:
    """True if what follows "the rest" in a sentence tells of one kind and of nothing else."""
    found = OF_THE_REST.search(one.sentence.text)
    tail = one.sentence.text[found.end() :] if found else ""
    words = [word for word in numbers(tail) if word.is_amount]
    bracket = tail.lstrip().startswith("(")
    tail = tail[tail.index(")") + 1 :] if bracket and ")" in tail else tail
    return (bracket or len(words) == 1) and says_only(ground, tail)


def _opens_behind(one: Said, rest: Rest) -> bool:
    """True for a rest behind its own parts: "two were allowed, the rest dismissed"."""
    return bool(numbers(one.sentence.text[: rest.start]))


def _is_beside(one: Said, other: Said, rest: Rest, found: Observation, seen: MeasureSeen) -> bool:
    """True for a number under the same question; where the rest is "of the 36", for one of the 36 as well."""
    if (
        other is one
        or other.sentence.over.question != one.sentence.over.question
        or found.measure != seen.measure.id
    ):
        return False
    return rest.base is None or any(word.value == rest.base.value for word in numbers(other.sentence.text))


def _fill(days: Sequence[tuple[date, date]], window: Period | None) -> bool:
    """True if the years follow each other and are all of the time asked about."""
    follow = all(one[1] == other[0] for one, other in pairwise(days))
    return follow and window is not None and (days[0][0], days[-1][1]) == (window.start, window.end)


def _stated(said: Sequence[Said], seen: MeasureSeen) -> list[Observation]:
    """The exact, accepted figures of a measure that are of no kind."""
    return [
        o for one in said for o in one.found.observations if o.measure == seen.measure.id and not o.where
        and o.accepted_by and isinstance(o.value, Amount) and o.value.is_exact
    ]  # fmt: skip


def _years(stated: Sequence[Observation]) -> dict[tuple[date, date], Decimal]:
    return {(o.period.start, o.period.end): o.value.lo for o in stated if o.period and isinstance(o.value, Amount)}


def _of_all_years(said: Sequence[Said], seen: MeasureSeen, window: Period | None) -> Decimal | None:
    """What the years told add up to, if they are all of the time asked about."""
    years = _years(_stated(said, seen))
    return sum(years.values(), Decimal(0)) if years and _fill(sorted(years), window) else None


def _total(
    said: Sequence[Said], seen: MeasureSeen, sums: Sums, window: Period | None, days: Period | None = None
) -> Decimal | None:
    """The one total that the reply states, or the sum of all the years asked about; with `days`, that of these."""
    stated = _stated(said, seen)
    if days is not None:
        of_days = {o.value.lo for o in stated if o.period == days and isinstance(o.value, Amount)}
        of_days |= set() if of_days else sums.get(sum_key(seen.measure.id, days), set())
        return of_days.pop() if len(of_days) == 1 else None
    years = _years(stated)
    found = {o.value.lo for o in stated if isinstance(o.value, Amount) and not (o.period and len(years) > 1)}
    if not found and len(years) > 1 and _fill(sorted(years), window):
        found = {sum(years.values(), Decimal(0))}
    found |= set() if found else sums.get(sum_key(seen.measure.id, None), set())
    return found.pop() if len(found) == 1 else None


def _statement(
    ground: Ground, one: Said, rest: Rest, seen: MeasureSeen, value: Decimal, when: Period | None
) -> Found:
    piece, hit = one.sentence.piece, rest.hit
    spans = [(span.part, span.start, span.end) for span in piece.spans]
    made = Observation(
        digest(ground.document, "rest", spans, seen.measure.id, hit.text), ground.context.body, ground.document,
        seen.measure.id, amount(value, seen.measure), "prose",
        {**dict(one.sentence.over.where), rest.variable: hit.where}, when,
        places={
            "value": ground.locator(piece.cut(rest.start, rest.end)), "row": ground.locator(piece),
            f"where:{rest.variable}": ground.locator(piece.cut(hit.start, hit.end)),
        },
        accepted_by=rules.REST.name,
    )  # fmt: skip
    base = piece.cut(rest.base.start, rest.base.end).spans if rest.base else ()
    return Found((made,), marks=tuple(Mark(span, made.id, read=True) for span in base))
