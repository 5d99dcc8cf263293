"""What a person should know about an account: figures that are not added, short breakdowns, unclear nesting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from foidesk.model import Issue, Observation

from .account import Account
from .cut_years import cut_years
from .groups import Entry, Group, Refused
from .ledger import Ledger
from .nesting import Unclear, smaller_than_parts
from .protected import told_words
from .siblings import wholes
from .totals import breakdowns, group_sum, lists
from .words import value_places

SHOWN = 12
"""So many places are shown with what several tables or sentences have in common."""


def notes(account: Account) -> list[Issue]:
    """The account's issues apart from its contradictions; the same words of several are said once."""
    found: dict[tuple[str, str], Issue] = {}
    for ledger in account.split().ledgers:
        for issue in _of_ledger(account, ledger):
            found.setdefault((issue.kind, issue.key), issue)
    for told in cut_years(account.observations):
        found["years-cut", told] = _issue(
            account, "years-cut", "warning", f"{told}.", tuple(account.observations[:1])
        )
    for whole, others in wholes(account.observations, account.space):
        issue = _added(account, whole, others)
        found.setdefault((issue.kind, issue.key), issue)
    if account.split().overwhelmed:
        found["overwhelmed", ""] = _overwhelmed(account)
    if any(world.unsearched for world in account.split().worlds):
        found["bounds-wide", ""] = _unsearched(account)
    return _said_once(found.values())


def _said_once(issues: Iterable[Issue]) -> list[Issue]:
    """One issue for each kind and words, the gravest, with the places of all that say so."""
    same: dict[tuple[str, str], list[Issue]] = {}
    for one in issues:
        same.setdefault((one.kind, one.what), []).append(one)
    first = (sorted(several, key=lambda one: one.severity == "note")[0] for several in same.values())
    return [
        replace(one, locators=tuple(dict.fromkeys(place for issue in several for place in issue.locators))[:SHOWN])
        for one, several in zip(first, same.values(), strict=True)
    ]


def _unsearched(account: Account) -> Issue:
    what = "Too many kinds hang together here: it was not searched whether statements clash only all together."
    return _issue(account, "bounds-wide", "note", what, tuple(account.observations[:1]))


def _of_ledger(account: Account, ledger: Ledger) -> Iterator[Issue]:
    yield from (_refused(account, one) for one in ledger.refused)
    yield from (_unclear(account, one) for one in ledger.unclear)
    doubtful = [group for group in ledger.groups if not _adds_up(group, ledger)]
    yield from (_over_whole(account, *one) for group in doubtful for one in smaller_than_parts(group))
    yield from (_short(account, group) for group in ledger.groups if group.caveat)
    yield from (_gap(account, group) for group in ledger.groups if group.gap)
    yield from _parts(account, ledger)
    if ledger.total is None and ledger.groups:
        yield _no_total(account, ledger)


def _parts(account: Account, ledger: Ledger) -> Iterator[Issue]:
    """A breakdown or list that adds to less than the total: the rest is counted as not stated."""
    if ledger.total is None:
        return
    for group in (*breakdowns(list(ledger.groups), account.space), *lists(list(ledger.groups))):
        added = group_sum(group)
        if group.whole and added.below(ledger.total.count):
            names = ", ".join(sorted(account.space.variable(n).label.lower() for n in group.shape)) or "the list"
            what = f"The breakdown by {names} adds to {added.words()} of {ledger.total.count.words()}"
            yield _issue(
                account,
                "breakdown-short",
                "note",
                f"{what}; the rest is counted as not stated.",
                group.observations,
            )


def _refused(account: Account, refused: Refused) -> Issue:
    what = f"These periods are not added to a total: {refused.why}."
    severity = "note" if refused.why.startswith("no period") else "warning"
    return _issue(account, "periods-not-added", severity, what, refused.observations)


def _short(account: Account, group: Group) -> Issue:
    what = f"{group.caveat[0].upper()}{group.caveat[1:]}."
    return _issue(account, "periods-differ", _severity(group), what, group.observations)


def _gap(account: Account, group: Group) -> Issue:
    what = f"These periods give a least number and no total: {group.gap}."
    return _issue(account, "periods-not-added", _severity(group), what, group.observations)


def _severity(group: Group) -> str:
    """A sentence about one year is no attempt at a total."""
    return "note" if group.is_prose else "warning"


def _unclear(account: Account, one: Unclear) -> Issue:
    total = told_words(one.parent)
    finer = ", ".join(map(told_words, one.children))
    what = f"It is not clear whether {finer} are part of the {total} or stand beside them; figures span both."
    observations = (*one.parent.observations, *(seen for child in one.children for seen in child.observations))
    return _issue(account, "unclear-nesting", "warning", what, observations)


def _added(account: Account, whole: Observation, others: list[Observation]) -> Issue:
    finer = " and ".join(_row_words(one) for one in others)
    what = f"{_row_words(whole)} and {finer} are of one category and added; too many, if the first holds the rest."
    return _issue(account, "unclear-nesting", "warning", what, (whole, *others))


def _row_words(seen: Observation) -> str:
    ((_, words),) = seen.where.items()
    place = seen.places.get("value")
    return f"“{words.phrase}” ({place.quote if place is not None else seen.value})"


def _adds_up(group: Group, ledger: Ledger) -> bool:
    """True if a total that is stated, not made up of this table, bears out that its rows stand side by side."""
    total = ledger.total
    is_stated = total is not None and total.of is not group and not total.is_of_parts
    return total is not None and is_stated and total.count.is_exact and group_sum(group) == total.count


def _over_whole(account: Account, whole: Entry, parts: tuple[Entry, ...]) -> Issue:
    finer = " and ".join(map(told_words, parts))
    what = (
        f"A part is larger than its whole: {finer} under {told_words(whole)}. It is read as cases beside these "
        "parts; if it should hold them, one of the numbers is wrong or misread."
    )
    observations = (*whole.observations, *(seen for part in parts for seen in part.observations))
    return _issue(account, "part-over-whole", "warning", what, observations)


def _no_total(account: Account, ledger: Ledger) -> Issue:
    what = f"The reply states parts but no total number of {account.measure.unit}; none is made up from them."
    return _issue(account, "no-total", "warning", what, tuple(s for g in ledger.groups for s in g.observations))


def _overwhelmed(account: Account) -> Issue:
    unit = account.measure.unit
    what = f"The reply contradicts itself in too many places; it gives no figure in {unit} until decided."
    return _issue(account, "contradiction", "blocking", what, tuple(account.observations))


def _issue(account: Account, kind: str, severity: str, what: str, observations: tuple[Observation, ...]) -> Issue:
    places = value_places(observations)
    where = account.names.where(observations)
    then = (
        "Nothing to do if the reply is read rightly." if severity == "note" else "Look at the places, and decide."
    )
    key = f"{account.measure.id} {','.join(sorted(seen.id for seen in observations)[:3])}"
    return Issue(kind, severity, what, where, then, places, body=account.body, key=key)
