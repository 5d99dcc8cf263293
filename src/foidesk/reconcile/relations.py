"""Measures that cannot be in any proportion: people are at most incidents, where the codebook says so and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from foidesk.model import Issue, Measure, Period, SurveyDefinition

from .account import Account, Answer
from .interval import Interval, least
from .words import Names, value_places

Accounts = Mapping[tuple[str, str], Account]
Where = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Relation:
    """The smaller measure, the larger one, and the reason."""

    small: Measure
    large: Measure

    @property
    def reason(self) -> str:
        why = f": {self.small.because}" if self.small.because else ""
        return f"{self.small.unit} are at most {self.large.unit}{why}"


def relations(definition: SurveyDefinition) -> tuple[Relation, ...]:
    """The relations that survey.toml states."""
    known = {measure.id: measure for measure in definition.codebook.measures}
    return tuple(Relation(one, known[one.at_most]) for one in known.values() if one.at_most in known)


def narrowed(
    count: Interval, body: str, measure: str, where: Where, period: Period | None, accounts: Accounts,
    known: tuple[Relation, ...],
) -> tuple[Interval, tuple[str, ...]]:  # fmt: skip
    """What is true of one measure, narrowed by the other side of its relations, with the reasons."""
    reasons: list[str] = []
    for relation in known:
        if measure == relation.small.id:
            bound = _true(accounts.get((body, relation.large.id)), where, period)
            found = count if bound is None else Interval(count.lo, least(count.hi, _shown(bound).hi))
        elif measure == relation.large.id:
            bound = _true(accounts.get((body, relation.small.id)), where, period)
            found = count if bound is None else Interval(max(count.lo, _shown(bound).lo), count.hi)
        else:
            continue
        if found != count and (found.hi is None or found.lo <= found.hi):
            count, reasons = found, [*reasons, relation.reason]
    return count, tuple(reasons)


def _true(account: Account | None, where: Where, period: Period | None) -> Answer | None:
    return account.answer(where, "true", period) if account is not None else None


def _shown(answer: Answer) -> Interval:
    """A bound of another measure tells no more of a number that the body withheld than that measure itself."""
    return answer.public or answer.count


def broken(accounts: Accounts, known: tuple[Relation, ...], names: Names) -> Iterator[tuple[Relation, Issue]]:
    """An issue for each body that states more of the smaller measure than of the larger."""
    for relation in known:
        for (body, measure), account in accounts.items():
            other = accounts.get((body, relation.large.id))
            if measure != relation.small.id or other is None:
                continue
            small, large = account.total(), other.total()
            if small is not None and large is not None and large.count.below(small.count):
                yield relation, _issue(relation, body, small, large, names)


def _issue(relation: Relation, body: str, small: Answer, large: Answer, names: Names) -> Issue:
    seen = (*small.observations[:1], *large.observations[:1])
    said = f"{_shown(small).words()} {relation.small.unit} and {_shown(large).words()} {relation.large.unit}"
    return Issue(
        "relation",
        "warning",
        f"The reply counts {said}, and both cannot be right: {relation.reason}.",
        names.where(seen),
        "Look at the places: is one of the numbers read wrongly, or counted otherwise?",
        value_places(seen),
        body=body,
        key=f"{relation.small.id} {relation.large.id}",
    )
