"""coverage: who answered, who did not, and on what ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from foidesk.model import Amount, Finding, Line, Outcome, Quantity, Query, Share, Support, SurveyDefinition

from ..checks import check_denominator, known
from ..desk import Desk, bodies_count
from ..sizes import Sizes, sizes

REFUSALS = ("refused", "cost limit", "neither confirm nor deny")
USABLE, SIZED = "can be used for it", " and whose size is known"
ANSWERED, NOT_THIS = "answered", "answered, but not this"


def validate(query: Query, definition: SurveyDefinition) -> None:
    """`by` is a variable of the codebook, if it is given."""
    if query.by:
        known(query.by, (one.id for one in definition.codebook.variables), "variable", query)


def validate_share(query: Query, definition: SurveyDefinition) -> None:
    """The query also names the sizes."""
    validate(query, definition)
    check_denominator(query, definition, needed=True)


def run(desk: Desk) -> Finding:
    """How many bodies are usable for the question, of how many asked, with a line for each way of not being so.

    The question is the measure's; with `by` its breakdown, with `where` those cases. A refusal has a line for each
    section that it rests on.
    """
    groups = _groups(desk)
    lines = tuple(_line(group) for group in groups)
    n = len(groups[0].ends)
    verb = USABLE if _is_narrow(desk) else "answered"
    return desk.finding(bodies_count(n), (), n=n, verb=verb, lines=lines)


def run_share(desk: Desk) -> Finding:
    """What the usable bodies are of all asked by size: of the workforce, of the people who live there.

    A body without a size is in neither number, and is named.
    """
    held = sizes(desk.query, desk.definition)
    groups = _groups(desk)
    lines = tuple(_sized(desk, held, group) for group in groups)
    whole = _sum(held, desk.asked)
    usable = lines[0].value
    left = [desk.name(body) for body in desk.asked if held.of(body) is None]
    named = ", ".join(sorted(left, key=str.casefold))
    caveats = (f"no {desk.query.denominator} on file, so in neither number: {named}",) if left else ()
    share = usable.lo / whole.lo
    return desk.finding(
        Share.exactly(share, f"of {held.unit}"),
        lines[0].supports,
        n=len(lines[0].supports),
        verb=USABLE + (SIZED if left else ""),
        numerator=usable,
        denominator=whole,
        lines=lines,
        caveats=(f"{desk.query.denominator}: {held.year}", *caveats),
        denominators=held.used(desk.asked),
    )


@dataclass(frozen=True, slots=True)
class Group:
    """Bodies of which the question ended in the same way: key and label of their line."""

    key: str
    label: str
    ends: dict[str, Outcome]


def _groups(desk: Desk) -> list[Group]:
    """Those that are usable first, then the rest by how it ended, each refusal followed by its sections."""
    usable = _usable(desk)
    label = "Gave a usable figure" if not _is_narrow(desk) else "Gave a figure that answers this"
    groups = [Group(ANSWERED, label, {body: Outcome(body, "", "full") for body in usable})]
    given = set(desk.answered)
    half = {body: Outcome(body, "", "partial") for body in desk.asked if body in given and body not in usable}
    groups += [Group(NOT_THIS, "Answered, but not this", half)] if half else []
    ends = {body: _end(desk, body) for body in desk.asked if body not in given and body not in usable}
    for outcome in dict.fromkeys(end.outcome for end in ends.values()):
        own = {body: end for body, end in ends.items() if end.outcome == outcome}
        groups.append(Group(outcome, outcome[0].upper() + outcome[1:], own))
        groups += _sections(outcome, own)
    return groups


def _sections(outcome: str, ends: dict[str, Outcome]) -> Iterator[Group]:
    """The same bodies by the section that they rest on."""
    grounds = sorted({_ground(end) for end in ends.values() if end.section})
    for ground in grounds:
        own = {body: end for body, end in ends.items() if _ground(end) == ground}
        yield Group(f"{outcome}, {ground}", f"of which under {ground}", own)
    silent = {body: end for body, end in ends.items() if not end.section}
    if silent and outcome in REFUSALS:
        yield Group(f"{outcome}, no section", "of which naming no section", silent)


def _ground(end: Outcome) -> str:
    return f"section {end.section}{f' {end.act}' if end.act else ''}" if end.section else ""


def _is_narrow(desk: Desk) -> bool:
    return bool(desk.query.by or desk.query.where)


def _usable(desk: Desk) -> list[str]:
    """The bodies whose figure answers the question: all cases, some kind of them, or a breakdown."""
    if not _is_narrow(desk):
        return list(desk.answered)
    where = dict(desk.query.where)
    if desk.query.by:
        where[desk.query.by] = tuple(sorted(desk.categories(desk.query.by)))
    return [one.body for one in desk.supports(where)]


def _end(desk: Desk, body: str) -> Outcome:
    """How the question on this measure ended there; a full answer that gives no figure is no answer found."""
    by, measure = desk.query.by, desk.query.measure
    ours = [q for q in desk.definition.questions if measure in q.measures]
    asked = [q.id for q in ours if by and by in q.variables]
    asked += [q.id for q in ours if not q.variables]
    asked += [q.id for q in ours]
    outcomes = {one.question: one for one in desk.outcomes if one.body == body}
    found = next((outcomes[id] for id in asked if id in outcomes), None) or next(iter(outcomes.values()), None)
    if found is None:
        return Outcome(body, "", "no reply")
    if found.outcome in ("full", "partial"):
        return Outcome(body, found.question, "no answer found", words=found.words, document=found.document)
    return found


def _line(group: Group) -> Line:
    supports = tuple(_support(body, end, bodies_count(1)) for body, end in group.ends.items())
    return Line(group.key, group.label, bodies_count(len(supports)), None, supports)


def _support(body: str, end: Outcome, value: Amount) -> Support:
    return Support(body, value, caveats=(_ground(end),) if end.section else ())


def _sized(desk: Desk, held: Sizes, group: Group) -> Line:
    """The same line, by the size of its bodies."""
    known = {body: size for body in group.ends if (size := held.of(body)) is not None}
    supports = tuple(_support(body, group.ends[body], size) for body, size in known.items())
    return Line(group.key, group.label, _sum(held, group.ends), None, supports)


def _sum(held: Sizes, bodies: Iterable[str]) -> Quantity:
    """The sizes of the bodies together."""
    numbers = (size.lo for body in bodies if (size := held.of(body)) is not None)
    return Quantity.exactly(sum(numbers, Decimal(0)), held.unit)
