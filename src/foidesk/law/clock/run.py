"""The clock of one request: what is due when, from the facts of its history and the rules of its law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..acts import AccessLaw, ClockRule
from .calendar import DaysOff
from .count import Counted, Pause, count

OPEN_END = date(9999, 1, 1)
"""The last day of a pause of which no end is known."""
ANSWERS = ("final reply", "part reply", "correction")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened to the request on a day; `until` is a date that the body itself named.

    Kinds: "request", "clarification asked", "clarification given", "fee asked", "fee paid", "extended",
    "final reply", "review asked", "review outcome", "regulator asked" and the events of a letter.
    """

    kind: str
    day: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """A step with its last day, the rule it rests on, how the days were counted, and when it was met (or not yet).

    `paused` says why the clock stands still: then `due` is None. `named` is the day by which the body itself said,
    when it took more time, that it would answer: it moves no limit of the law. `silent`: counted from the last day
    of the step before, in which nothing came; it says nothing before that day. `whole_time`: counted from the last
    day of the step before, although that was met earlier.
    """

    rule: ClockRule
    start: date
    due: date | None
    counted: Counted | None
    met: date | None = None
    paused: str = ""
    restarted: str = ""
    pauses: tuple[Pause, ...] = ()
    named: date | None = None
    silent: bool = False
    whole_time: bool = False

    @property
    def late(self) -> int:
        """Days between the last day and the day it was met; 0 if in time or open."""
        return max((self.met - self.due).days, 0) if self.met and self.due else 0

    def overdue(self, today: date) -> bool:
        return self.met is None and self.due is not None and today > self.due

    def begun(self, today: date) -> bool:
        """False for a limit of silence whose first day has not come: there may still be an answer in time."""
        return not self.silent or today > self.start

    def broken(self, today: date) -> bool:
        """True if the day that the body itself named has gone by without an answer."""
        return self.met is None and self.named is not None and today > self.named


def run(law: AccessLaw, facts: Sequence[Fact], off: DaysOff) -> tuple[Limit, ...]:
    """Every limit that the facts set going, in the order of the rules; an extended one replaces the plain."""
    ordered = sorted(facts, key=lambda fact: fact.day)
    limits = [limit for rule in law.clock for limit in _limit(law, rule, ordered, off)]
    extended = any(limit.rule.needs and _in_time(limit.rule, limits, ordered) for limit in limits)
    found = [limit for limit in limits if limit.rule.after != "request" or bool(limit.rule.needs) is extended]
    found = [_of_whole_time(limit, found, off) for limit in found]
    silent = [limit for rule in law.clock if rule.silence for limit in _of_silence(rule, found, ordered, off)]
    return tuple(found + silent)


def _in_time(rule: ClockRule, limits: Sequence[Limit], facts: Sequence[Fact]) -> bool:
    """True if the notice that a longer limit needs came by the last day of the plain one, not later."""
    plain = next((one for one in limits if one.rule.after == rule.after and not one.rule.needs), None)
    if plain is None or plain.due is None:
        return True
    return any(fact.kind == rule.needs and fact.day <= plain.due for fact in facts)


_ENDS = {"request": "final reply", "review asked": "review outcome", "final reply": "review asked"}
"""The fact that ends the time that another sets going; all else ends with a complaint to the regulator."""
_BEFORE = {end: start for start, end in _ENDS.items() if start != "final reply"}
"""The fact that sets going what this one ends: where it does not come, the next step counts from that last day."""


def _of_whole_time(limit: Limit, found: Sequence[Limit], off: DaysOff) -> Limit:
    """The limit, counted from the end of the time to answer where its law says so and the answer came before."""
    rule = limit.rule
    before = next((one for one in found if one.rule.after == _BEFORE.get(rule.after)), None)
    if not rule.whole_time or before is None or before.due is None or limit.start >= before.due:
        return limit
    counted = count(before.due, rule.amount, rule.unit, off, ())
    return replace(limit, start=before.due, due=counted.due, counted=counted, whole_time=True)


def _of_silence(rule: ClockRule, found: Sequence[Limit], facts: Sequence[Fact], off: DaysOff) -> Iterator[Limit]:
    """The limit of a step that may be taken because nothing came in time."""
    before = next((one for one in found if one.rule.after == _BEFORE.get(rule.after)), None)
    if before is None or before.due is None or any(fact.kind == rule.after for fact in facts):
        return
    counted = count(before.due, rule.amount, rule.unit, off, ())
    yield Limit(rule, before.due, counted.due, counted, _met(rule, before.due, facts), silent=True)


def _limit(law: AccessLaw, rule: ClockRule, facts: Sequence[Fact], off: DaysOff) -> Iterator[Limit]:
    started = [fact for fact in facts if fact.kind == rule.after]
    needed = [fact for fact in facts if fact.kind == rule.needs]
    if not started or (rule.needs and not needed):
        return
    start, pauses, restarted = started[-1].day, list[Pause](), ""
    if rule.after == "request":
        start, pauses, restarted = _stops(law, _arrived(started, facts), facts)
    waits = next((why for first, last, why in pauses if last == OPEN_END), "")
    met = _met(rule, start, facts)
    named = _named(facts) if rule.after == "request" else None
    if waits and met is None:
        yield Limit(rule, start, None, None, None, waits, restarted, tuple(pauses), named)
        return
    counted = count(start, rule.amount, rule.unit, off, [one for one in pauses if one[1] != OPEN_END])
    yield Limit(rule, start, counted.due, counted, met, "", restarted, tuple(pauses), named)


def _named(facts: Sequence[Fact]) -> date | None:
    """The day of the last letter in which the body took more time and said until when."""
    return next((fact.until for fact in reversed(facts) if fact.kind == "extended" and fact.until), None)


def _arrived(requests: Sequence[Fact], facts: Sequence[Fact]) -> date:
    """The day of the request that arrived: the first, or the one sent again after the first came back."""
    for one in requests:
        later = next((other.day for other in requests if other.day > one.day), OPEN_END)
        if not any(fact.kind == "bounce" and one.day <= fact.day < later for fact in facts):
            return one.day
    return requests[-1].day


def _met(rule: ClockRule, start: date, facts: Sequence[Fact]) -> date | None:
    end = _ENDS.get(rule.after, "regulator asked")
    return next((fact.day for fact in facts if fact.kind == end and fact.day >= start), None)


def _stops(law: AccessLaw, start: date, facts: Sequence[Fact]) -> tuple[date, list[Pause], str]:
    """Where the count starts, the stretches that do not count, and what restarted it."""
    pauses: list[Pause] = []
    restarted = ""
    stops = law.clock_stops
    for what, given, effect, section in (
        ("clarification asked", "clarification given", stops.clarification, stops.clarification_section),
        ("fee asked", "fee paid", stops.fee, stops.fee_section),
    ):
        for fact in facts:
            if fact.kind != what or effect == "none":
                continue
            answer = next((one.day for one in facts if one.kind == given and one.day >= fact.day), None)
            if effect == "restart" and answer is not None:
                start, restarted = max(start, answer), f"{given} on {answer.isoformat()} ({section})"
            else:
                last = answer if answer is not None else OPEN_END
                pauses.append((fact.day, last, f"{what} on {fact.day.isoformat()} ({section})"))
    return start, pauses, restarted


def explain(law: AccessLaw, limit: Limit) -> Iterator[str]:
    """The calculation, a line a day, as a person can check it with a calendar."""
    rule = limit.rule
    said = "by guidance, not by the Act" if rule.standing == "guidance" else law.title
    start = limit.start.isoformat()
    yield f"{rule.step}: {rule.amount} {rule.unit} after {start} ({law.unit} {rule.section}; {said})"
    if limit.silent:
        yield f"  from the last day of the step before, as nothing had come ({law.unit} {rule.silence})"
    if limit.whole_time:
        yield f"  from the last day of the step before, which was met earlier ({law.unit} {rule.whole_time})"
    if rule.note:
        yield f"  note: {rule.note}"
    if limit.restarted:
        yield f"  counted anew from {limit.restarted}"
    if limit.counted is None:
        yield f"  the clock stands still: {limit.paused}"
        return
    for day in limit.counted.days:
        number = f"{day.number:>3}" if day.number else "  –"
        yield f"  {day.day.isoformat()} {day.day.strftime('%a')} {number}  {day.why}".rstrip()
    yield f"  last day: {limit.counted.due.isoformat()}"
    if limit.named is not None:
        where = "after" if limit.named > limit.counted.due else "not after"
        yield f"  the body named {limit.named.isoformat()} itself, {where} that day"
