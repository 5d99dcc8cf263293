"""Cases of another scope, stage or date than was asked for: they are counted only where a person says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from foidesk.model import AllOf, Amount, Choice, Issue, Measure, Observation, OneOf, Option, Period

from .dates import DATED, dated
from .words import Names, evidence_id, value_places

KIND = "counted-as"
YES, NO = "yes", "no"


@dataclass
class Population:
    """The observations that are of what was asked for, with the questions about the others.

    `judged` are the questions answered yes: what rests on them says so.
    """

    observations: list[Observation]
    choices: list[Choice] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    judged: tuple[str, ...] = ()


def as_asked(
    body: str, measure: Measure, told: list[Observation], answers: Mapping[str, str], names: Names
) -> Population:
    """Without the cases at another stage, or dated otherwise, than the measure asks for, unless they are let in.

    Silence is taken as what was asked for: the bodies answer a question. Not so where the same reply tells cases
    of another stage or date: then it is asked what the silent ones are. A printed total is what its table is.
    """
    found = Population(list(told))
    if measure.stage:
        _take_only(found, body, measure, measure.stage, _by_table(told, _stage), answers, names)
    if measure.dated_by:
        _take_only(found, body, measure, measure.dated_by, _by_table(told, dated), answers, names, lenient=True)
    return found


def _take_only(
    found: Population,
    body: str,
    measure: Measure,
    wanted: str,
    of: _Kind,
    answers: Mapping[str, str],
    names: Names,
    lenient: bool = False,
) -> None:
    """Without the observations of another kind than was wanted, and without silent ones beside such.

    Where a reply says which of its cases were found, a larger number beside them may be of all; what is no larger
    divides those. A date is often left out (`lenient`), and only another date opens what says none.
    """
    before = list(found.observations)
    kinds = {of(seen): None for seen in before}
    others = [kind for kind in kinds if kind not in ("", wanted)]
    for kind in others:
        those = [seen for seen in before if of(seen) == kind]
        settled = NO if wanted in kinds else ""
        _ask(found, body, measure, those, _Other(kind, wanted, settled=settled), answers, names)
    silent = [seen for seen in before if not of(seen) and seen.amount is not None]
    told = [seen for seen in before if of(seen) == wanted and seen.amount is not None]
    if len(found.observations) == len(before) and (lenient or not told or _divide(silent, told)):
        return
    staged = [seen for seen in before if of(seen)]
    wholes = {seen.period: _whole_of(_of_days(staged, seen.period)) for seen in silent}
    for those, settled in (
        ([seen for seen in silent if seen.amount == wholes[seen.period]], NO),
        ([seen for seen in silent if seen.amount != wholes[seen.period]], ""),
    ):
        other = _Other(_listed(kinds), wanted, mixed=True, settled=settled)
        _ask(found, body, measure, those, other, answers, names)


def _divide(silent: list[Observation], told: list[Observation]) -> bool:
    """True if the silent numbers of each year, or other days, are no larger than what is told of the same days.

    Those of one shape ("officers 4, staff 3") are held against it together.
    """
    days = dict.fromkeys(seen.period for seen in silent)
    return all(
        _together([seen for seen in silent if seen.period == when]) <= _most(_of_days(told, when)) for when in days
    )


def _of_days(told: list[Observation], when: Period | None) -> list[Observation]:
    """The observations of these days, else of days around or inside these; all where no days are named."""
    own = [seen for seen in told if seen.period == when]
    if own or when is None:
        return own if when is not None else told
    return [seen for seen in told if seen.period is None or when.inside(seen.period) or seen.period.inside(when)]


def _together(told: list[Observation]) -> Decimal:
    """The most that observations of one shape, each kind once, add up to; 0 if there are none."""
    shapes: dict[tuple[str, ...], dict[str, Decimal]] = defaultdict(dict)
    for seen in told:
        if seen.amount is not None:
            kinds = shapes[tuple(sorted(seen.where))]
            kind = repr(sorted((name, _ids(one)) for name, one in seen.where.items()))
            kinds[kind] = max(kinds.get(kind, Decimal(0)), seen.amount.lo)
    return max((sum(kinds.values(), Decimal(0)) for kinds in shapes.values()), default=Decimal(0))


def _ids(kind: OneOf | AllOf) -> str:
    """The categories that a kind is of, or the reply's words where nobody has coded them."""
    return repr(kind.categories) if kind.categories else kind.phrase.lower()


def _most(told: list[Observation]) -> Decimal:
    """The largest number that some observations give, be it what one place says of all its years together."""
    numbers = [(seen, seen.amount.lo) for seen in told if seen.amount is not None]
    years: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for seen, number in numbers:
        if seen.period is not None and not seen.where:
            years[seen.document, seen.table] += number
    return max((*(number for _, number in numbers), *years.values()), default=Decimal(0))


def _whole_of(told: list[Observation]) -> Amount | None:
    """What the counts of all stages add up to, one of each: a number like it is of them all."""
    counts = [seen.amount for seen in told if seen.amount is not None and not seen.where]
    if len(counts) < len(told) or not all(one.is_exact for one in counts):
        return None
    whole = sum((one.lo for one in counts), Decimal(0))
    return replace(counts[0], lo=whole, hi=whole) if counts else None


def whole(
    body: str, measure: Measure, told: list[Observation], answers: Mapping[str, str], names: Names
) -> Population:
    """For a body that gives figures only of a limited scope: whether they may stand for all that was asked for.

    Undecided, they stay figures of those categories, and the body gives no total.
    """
    found = Population(list(told))
    for scope in dict.fromkeys(seen.scope for seen in told if seen.within):
        those = [seen for seen in told if seen.within and seen.scope == scope]
        other = _Other(f"“{scope}”", f"all {measure.unit}", limited=True)
        _ask(found, body, measure, those, other, answers, names)
    return found


@dataclass(frozen=True, slots=True)
class _Other:
    """What was counted, and what was asked for.

    `limited`: to categories of the codebook; `mixed`: the reply does not say which of `counted` it is. `settled`
    is the answer that holds unless a person gives another: where a reply tells both, each is what it says.
    """

    counted: str
    wanted: str
    limited: bool = False
    mixed: bool = False
    settled: str = ""


_Kind = Callable[[Observation], str]


def _stage(seen: Observation) -> str:
    return seen.stage


def _by_table(told: Sequence[Observation], own: _Kind) -> _Kind:
    """The kind of an observation; of a printed total that says none, the one kind of all cells of its table."""
    cells: dict[tuple[str, str], set[str]] = defaultdict(set)
    for seen in told:
        if seen.table and seen.role == "cell":
            cells[seen.document, seen.table].add(own(seen))
    alone = {place: next(iter(kinds)) for place, kinds in cells.items() if len(kinds) == 1}

    def kind(seen: Observation) -> str:
        is_total = seen.role == "total" and bool(seen.table)
        return own(seen) or (alone.get((seen.document, seen.table), "") if is_total else "")

    return kind


def _ask(
    found: Population,
    body: str,
    measure: Measure,
    those: list[Observation],
    other: _Other,
    answers: Mapping[str, str],
    names: Names,
) -> None:
    if not those:
        return
    choice = _choice(body, measure, those, other)
    answer, ids = answers.get(choice.id, choice.settled), {seen.id for seen in those}
    found.choices.append(choice)
    if answer == YES:
        found.judged += (choice.id,)
        found.observations = [_let_in(s, other) if s.id in ids else s for s in found.observations]
        return
    if not other.limited:
        found.observations = [seen for seen in found.observations if seen.id not in ids]
    if answer != NO or choice.settled:
        found.issues.append(_issue(choice, measure, those, other, names))


def _let_in(seen: Observation, other: _Other) -> Observation:
    """The observation as one of what was asked for; its scope says what it counts, for every figure to print."""
    words = f"{other.counted} counted as {other.wanted}"
    kept = seen.scope if not other.limited else ""
    return replace(seen, scope="; ".join(filter(None, (kept, words))), within={}, stage="")


def _choice(body: str, measure: Measure, those: list[Observation], other: _Other) -> Choice:
    locators = value_places(those)
    id = evidence_id(KIND, body, locators, measure.id, other.counted, other.wanted)
    numbers = ", ".join(dict.fromkeys(f"“{place.quote[:60]}”" for place in locators[:3]))
    more = " …" if len(locators) > 3 else ""
    question = (
        f"The reply says of some of its numbers that they count {other.counted}, and nothing of others "
        f"({numbers}{more}); {other.wanted} was asked for. May these stand for that?"
        if other.mixed
        else f"The reply counts {other.counted} ({numbers}{more}); {other.wanted} was asked for. "
        "May it stand for that?"
    )
    options = (
        Option(YES, f"count it as {other.wanted}, and say so with every figure", tuple(s.id for s in those)),
        Option(NO, f"no: the body gives no number of {other.wanted}"),
    )
    return Choice(id, KIND, question, options, body, locators[:12], weight=len(those), settled=other.settled)


def _listed(kinds: Iterable[str]) -> str:
    """Stages or dates in words: "alleged, found and not found"."""
    named = sorted(filter(None, kinds))
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def _issue(choice: Choice, measure: Measure, those: list[Observation], other: _Other, names: Names) -> Issue:
    kept = "it makes no total" if other.limited else "it is in no figure"
    told = (
        f"says of some numbers that they count {other.counted}, and nothing of these"
        if other.mixed
        else f"counts {other.counted}"
    )
    advice = f"Decide {choice.id}: may it be counted as {other.wanted}?"
    if choice.settled:
        several = "s" if len(those) > 1 else ""
        told = (
            f"gives {other.counted} apart, and the number of them all, too"
            if other.mixed
            else f"counts {other.counted}, too ({len(those)} statement{several})"
        )
        advice = f"Nothing to do; `foidesk decide {choice.id[:8]}` counts it as {other.wanted} instead."
    return Issue(
        "other-scope" if other.limited else "other-stage",
        "note" if choice.settled else "warning",
        f"The reply {told}, and {other.wanted} was asked for; {kept}.",
        names.where(those),
        advice,
        choice.locators,
        body=choice.body,
        key=f"{measure.id} {choice.id}",
    )


def caveats(observations: tuple[Observation, ...], measure: Measure) -> Iterator[str]:
    """What must be said with figures that rest on these, once each."""
    for seen in observations:
        if seen.scope:
            yield f"scope: {seen.scope}"
        if seen.stage and seen.stage != measure.stage:
            yield f"stage: {seen.stage}"
        if dated(seen) and not measure.dated_by:
            yield f"dated by: {DATED[dated(seen)]}"
