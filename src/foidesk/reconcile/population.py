"""Cases of another scope, stage or date than was asked for: they are counted only where a person says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from foidesk.model import Choice, Issue, Measure, Observation, Option

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

    Silence is taken as what was asked for: the bodies answer a question.
    """
    found = Population(list(told))
    for wanted, of in ((measure.stage, _stage), (measure.dated_by, dated)):
        for other in dict.fromkeys(of(seen) for seen in told) if wanted else ():
            if other and other != wanted:
                those = [seen for seen in found.observations if of(seen) == other]
                _ask(found, body, measure, those, _Other(other, wanted), answers, names)
    return found


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
    """What was counted, and what was asked for."""

    counted: str
    wanted: str
    limited: bool = False


def _stage(seen: Observation) -> str:
    return seen.stage


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
    answer, ids = answers.get(choice.id, ""), {seen.id for seen in those}
    found.choices.append(choice)
    if answer == YES:
        found.judged += (choice.id,)
        found.observations = [_let_in(s, other) if s.id in ids else s for s in found.observations]
        return
    if not other.limited:
        found.observations = [seen for seen in found.observations if seen.id not in ids]
    if answer != NO:
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
        f"The reply counts {other.counted} ({numbers}{more}); {other.wanted} was asked for. May it stand for that?"
    )
    options = (
        Option(YES, f"count it as {other.wanted}, and say so with every figure", tuple(s.id for s in those)),
        Option(NO, f"no: the body gives no number of {other.wanted}"),
    )
    return Choice(id, KIND, question, options, body, locators[:12], weight=len(those))


def _issue(choice: Choice, measure: Measure, those: list[Observation], other: _Other, names: Names) -> Issue:
    kept = "it makes no total" if other.limited else "it is in no figure"
    return Issue(
        "other-scope" if other.limited else "other-stage",
        "warning",
        f"The reply counts {other.counted}, and {other.wanted} was asked for; {kept}.",
        names.where(those),
        f"Decide {choice.id}: may it be counted as {other.wanted}?",
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
