"""Numbers that a body withheld, and which of them could be worked out: from its reply, or from what we publish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from foidesk.model import NOT_STATED, Amount, Choice, Finding, Issue, Measure, Option, Period, Support
from foidesk.words.periods import period as period_of_words

from .account import Account
from .at_their_word import readings
from .interval import ANYTHING, Interval, total
from .ledger import Ledger
from .protected import is_protected
from .space import Asked
from .statements import Statement
from .sums import Sums
from .words import Names, evidence_id, value_places

Where = Mapping[str, tuple[str, ...]]
ORDER_STATISTICS = ("median", "lower-quartile", "upper-quartile", "percentile")
"""Of what is no sum of the bodies' figures nothing is left for one of them."""

KIND = "disclosure"
PUBLISH, WITHHOLD = "publish", "withhold"


def worked_out(account: Account) -> list[Statement]:
    """The withheld numbers that the reply's own other figures tell, in any way of reading it that is open.

    Who reads the published figures may guess the right way: a number that one of them pins down is told as that.
    So may who takes a table to hold all of its kinds (`at_their_word`).
    """
    found: dict[str, Statement] = {}
    for ledger in _readings(account):
        found |= {one.observation.id: one for one in _worked_out_in(account, ledger)}
    return list(found.values())


def _readings(account: Account) -> list[Ledger]:
    """The consistent ledgers, one of those that give the same figures."""
    return account.ledgers(tuple(sorted(account.variables())), None)


def _worked_out_in(account: Account, ledger: Ledger) -> Iterator[Statement]:
    hidden = [one for one in ledger.told.statements.values() if is_protected(one.observation)]
    exact = account.exactly(ledger) if hidden else None
    hidden = [one for one in hidden if not one.own.is_exact]
    if exact is None or not hidden:
        return
    ids = [one.observation.id for one in hidden]
    told = {id for id in ids if (left := exact.number(id)) is not None and left.is_exact}
    for parts in readings(exact) if len(told) < len(ids) else ():
        told |= set(exact.pinned(ids, parts))
    yield from (one for one in hidden if one.observation.id in told)


def question(account: Account, pinned: list[Statement]) -> Choice | None:
    """May figures be published from which withheld numbers follow? One question for each body and measure."""
    if not pinned:
        return None
    locators = value_places(one.observation for one in pinned)
    quotes = ", ".join(dict.fromkeys(f"“{place.quote}”" for place in locators[:5]))
    count = len(pinned)
    number = "A number" if count == 1 else f"{count} numbers"
    asked = (
        f"{number} that the body withheld ({quotes}) can be worked out from its other figures. "
        "May figures be published from which this follows?"
    )
    options = (
        Option(PUBLISH, "publish: the body's own reply gives it away"),
        Option(WITHHOLD, "do not publish such figures together"),
    )
    id = evidence_id(KIND, account.body, locators, account.measure.id)
    return Choice(id, KIND, asked, options, account.body, locators, weight=count)


@dataclass(frozen=True, slots=True)
class Shown:
    """A body's figure as it will be published; `period` is None for all the days asked for."""

    where: Where
    value: Interval
    period: Period | None = None


def shown(
    findings: Iterable[Finding], body: str, measure: Measure, periods: Iterable[Period], window: Period | None
) -> Iterator[Shown]:
    """All that the findings publish of one body and measure; `periods` are those that its replies go by.

    A part in another unit (days to the answer, a change) speaks of something else; of a change, the figures of its
    two periods are published, too.
    """
    dated = list(periods)
    for finding in findings:
        query = finding.query
        if query.measure != measure.id:
            continue
        asked = period_of_words(query.period, window) if query.period else None
        if not query.since:
            own = [s for s in finding.supports if s.body == body and s.value.unit == measure.unit]
            yield from (Shown(query.where, _interval(s), asked) for s in own)
            if finding.recipe not in ORDER_STATISTICS:
                yield from _remainder(finding.value, finding.supports, own, Shown(query.where, ANYTHING, asked))
            yield from (Shown(query.of, base, asked) for base in _bases(finding, own, measure))
        for line in finding.lines:
            given = [s for s in line.supports if s.body == body and s.value.unit == measure.unit]
            is_dated = finding.recipe == "by-period" or bool(query.since)
            period = _of_line(line.key, dated) if is_dated else asked
            inside = {**query.where, query.by: (line.key,)} if query.by else query.where
            if period or not is_dated:
                yield from (Shown(inside, _interval(s), period) for s in given)
                yield from _remainder(line.value, line.supports, given, Shown(inside, ANYTHING, period))


def _remainder(value: Amount | None, every: Iterable[Support], own: list[Support], like: Shown) -> Iterator[Shown]:
    """What the figure of all bodies, less the published figures of the others, leaves of a body's own."""
    listed = list(every)
    if value is None or len(own) != 1 or any(one.value.unit != value.unit for one in listed):
        return
    others = total(_interval(one) for one in listed if one is not own[0])
    left, mine = Interval(value.lo, value.hi).minus(others), _interval(own[0])
    if left != mine and left.meets(mine):
        yield replace(like, value=left.meet(mine))


def _bases(finding: Finding, own: list[Support], measure: Measure) -> Iterator[Interval]:
    """The bases of a body's own shares, which stand beside them: of each body, or of the only one."""
    sizes = [one.rate.size for one in own if one.rate]
    if finding.denominator is not None and own and len(finding.supports) == 1:
        sizes.append(finding.denominator)
    yield from (Interval(size.lo, size.hi) for size in sizes if size.unit == measure.unit)


def _of_line(key: str, dated: list[Period]) -> Period | None:
    """The period of a line, which goes by its label, with its days where two are written alike."""
    labelled = [(one.label or one.describe(), one) for one in dated]
    return next((one for label, one in labelled if key in (label, f"{label} ({one.describe()})")), None)


def _interval(support: Support) -> Interval:
    value: Amount = support.public or support.value
    return Interval(value.lo, value.hi)


def given_away(account: Account, published: Iterable[Shown]) -> list[Statement]:
    """The withheld numbers of a body that follow from its published figures, in any way of reading it."""
    listed, found = list(published), dict[str, Statement]()
    for ledger in _readings(account):
        found |= {one.observation.id: one for one in _given_away_in(account, ledger, listed)}
    return list(found.values())


def _given_away_in(account: Account, ledger: Ledger, published: list[Shown]) -> list[Statement]:
    exact, told = account.exactly(ledger), ledger.told.statements
    hidden = [id for id, one in told.items() if is_protected(one.observation) and not one.own.is_exact]
    if exact is None or not hidden:
        return []
    sums = [pair for one in published if (pair := _sums(account, ledger, one)) is not None]
    kinds = [kind for one in published if (kind := _kind(account, one)) is not None]
    proven = exact.follows(sums, [(asked, true) for asked, true, _ in kinds], hidden)
    guessed = exact.follows(sums, [(asked, stated) for asked, _, stated in kinds], hidden)
    at_word = {
        id
        for parts in readings(exact)
        for id in exact.follows(sums, [(asked, stated) for asked, _, stated in kinds], hidden, parts) or ()
    }
    if proven is None:
        proven = [id for id in hidden if (left := exact.number(id)) is not None and left.is_exact]
    return [told[id] for id in hidden if id in {*proven, *(guessed or ()), *at_word}]


def _kind(account: Account, one: Shown) -> tuple[Asked, Interval, Interval] | None:
    """Cases of a kind, or all, that are published: what may be shown of their true number, and what is stated.

    Who reads only what is stated may take it for all of them; a total may lie between two ends, either of which
    tells something of its parts.
    """
    known = {name: ids for name, ids in one.where.items() if ids}
    if one.period is not None or any(account.space.is_multiple(name) for name in known):
        return None
    if any(id not in _categories(account, n) or id == NOT_STATED for n, ids in known.items() for id in ids):
        return None
    answer, asked = account.answer(known, "true"), account.space.asked(known)
    return (asked, answer.public or answer.count, one.value) if answer is not None else None


def _sums(account: Account, ledger: Ledger, one: Shown) -> tuple[Sums, Interval] | None:
    known = {n: ids for n, ids in one.where.items() if ids}
    if any(id not in _categories(account, name) for name, ids in known.items() for id in ids):
        return None
    told = ledger if one.period is None else next(iter(account.ledgers(tuple(sorted(known)), one.period)), None)
    figure = account.ask(told, known, "stated") if told is not None else None
    if figure is None or figure.sums is None:
        return None
    sums = figure.sums if one.period is None else _of_days(figure.sums, told)
    return None if sums is None or not _known(sums) <= ledger.told.statements.keys() else (sums, one.value)


def _of_days(sums: Sums, told: Ledger | None) -> Sums | None:
    """The sums with all cases of some days as the number that states them; None where none does."""
    total = told.total if told is not None else None
    if ("", 1) not in sums.least:
        return sums
    stated = [seen.id for seen in total.observations] if total is not None and total.of is None else []
    return Sums(((stated[0], 1),), ((stated[0], 1),)) if stated else None


def _known(sums: Sums) -> set[str]:
    return {id for id, _ in (*sums.least, *sums.most) if id}


def _categories(account: Account, name: str) -> set[str]:
    return {category.id for category in account.space.variable(name).categories} | {NOT_STATED}


def issue(account: Account, found: list[Statement], choice: Choice | None, answer: str, names: Names) -> Issue:
    """What stands against publishing: it says which numbers, and never what they are."""
    seen = [one.observation for one in found]
    number = "a number" if len(seen) == 1 else f"{len(seen)} numbers"
    is_allowed = answer == PUBLISH
    decide = f"Decide {choice.id}, or take" if choice and answer != WITHHOLD else "Take"
    return Issue(
        "protected-cell",
        "note" if is_allowed else "blocking",
        f"The figures to be published give away {number} that the body withheld.",
        names.where(seen),
        "Decided; nothing to do."
        if is_allowed
        else f"{decide} a finding out of survey.toml from which it follows.",
        value_places(seen),
        "" if is_allowed else "publish",
        account.body,
        f"{account.measure.id} published",
    )


def told(account: Account, found: list[Statement], choice: Choice | None, names: Names) -> Issue | None:
    """That withheld numbers can be worked out, for the desk's eyes; the numbers themselves stay in the account."""
    seen = [one.observation for one in found]
    if not seen:
        return None
    number = "A number" if len(seen) == 1 else f"{len(seen)} numbers"
    return Issue(
        "protected-cell",
        "note",
        f"{number} that the body withheld can be worked out from its other figures; its own range is shown.",
        names.where(seen),
        f"Decide {choice.id} before publishing." if choice else "Nothing to do.",
        value_places(seen),
        body=account.body,
        key=f"{account.measure.id} worked out",
    )
