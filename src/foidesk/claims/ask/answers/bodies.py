"""How many bodies fulfil what the sentence says of them, and how many there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from foidesk.model import Support

from ..evaluate import REFUSED, Bench, sources
from ..reading import Answer, Reading
from .bounds import percent_words, span_words
from .sums import given_by


def bodies(bench: Bench, asked: Reading) -> Answer:
    """How many bodies fulfil what the sentence says of them."""
    sure, perhaps, of, hidden, used = _fulfil(bench, asked)
    if of == 0:
        return Answer(none="no body gave this figure")
    words = f"{span_words(Decimal(sure), Decimal(perhaps))} of {of} bodies"
    return Answer(Decimal(sure), Decimal(perhaps), words, "bodies", misleading=hidden, sources=sources(used))


def share_of_bodies(bench: Bench, asked: Reading) -> Answer:
    """The share of the bodies that fulfil it."""
    sure, perhaps, of, hidden, used = _fulfil(bench, asked)
    if of == 0:
        return Answer(none="no body gave this figure")
    lo, hi = Decimal(sure) / of, Decimal(perhaps) / of
    return Answer(
        lo,
        hi,
        f"{percent_words(lo, hi)}: {sure} of {of} bodies",
        "share",
        "share",
        misleading=hidden,
        sources=sources(used),
    )


def _fulfil(bench: Bench, asked: Reading) -> tuple[int, int, int, str, list[Support]]:
    if asked.predicate in ("answered", "asked", "refused", "silent", "ended"):
        return _ended(bench, asked)
    if asked.other is not None:
        return _compared(bench, asked)
    group = replace(asked.group, n=None) if asked.group.n is not None else asked.group
    members, hidden = bench.members(group, asked.measure, {})
    if asked.group.kind == "asked" or (asked.group.n or 0) == len(bench.asked) != len(members):
        hidden = hidden or f"{len(bench.asked) - len(members)} of the {len(bench.asked)} gave no figure"
    elif asked.group.n is not None and asked.group.n != len(members):
        hidden = f"{len(members)} gave a figure, not {asked.group.n}"
    given = given_by(bench, asked, members)
    if asked.threshold is not None and asked.period and not given:
        return 0, 0, 0, hidden, []
    marks = [(one, _holds(bench, asked, one)) for one in given]
    sure = [one for one, so in marks if so is True]
    perhaps = [one for one, so in marks if so is not False]
    of = len(bench.asked) if asked.group.kind == "asked" or asked.group.n == len(bench.asked) else len(members)
    return len(sure), len(perhaps), of, hidden, sure


def _holds(bench: Bench, asked: Reading, one: Support) -> bool | None:
    if asked.threshold is not None:
        return bench.fits(asked, one)
    return True if one.value.lo > 0 else False if one.value.hi == 0 else None


def _compared(bench: Bench, asked: Reading) -> tuple[int, int, int, str, list[Support]]:
    """The bodies whose figure went the way that the sentence says between two periods."""
    assert asked.other is not None
    members, hidden = bench.members(asked.group, asked.measure, asked.where)
    first, second = (
        bench.supports(asked.measure, asked.where, asked.period),
        bench.supports(asked.measure, asked.where, asked.other.period),
    )
    pairs = [(first[one], second[one]) for one in members if one in first and one in second]
    if asked.direction < 0:
        pairs = [(b, a) for a, b in pairs]
    sure = [a for a, b in pairs if b.value.hi is not None and a.value.lo > b.value.hi]
    perhaps = [a for a, b in pairs if a.value.hi is None or a.value.hi > b.value.lo]
    silent = len(members) - len(pairs) if pairs else 0
    return len(sure), len(perhaps) + silent, len(members) if pairs else 0, hidden, sure


def _ended(bench: Bench, asked: Reading) -> tuple[int, int, int, str, list[Support]]:
    ids = asked.group.ids or bench.asked
    answered = (
        frozenset(body for one in bench.definition.codebook.measures for body in bench.answered(one.id))
        if not asked.measure
        else frozenset(bench.answered(asked.measure))
    )
    ends = {body: {one.outcome for one in bench.outcomes if one.body == body} for body in ids}
    tests: dict[str, Callable[[str], bool]] = {
        "asked": lambda body: True,
        "answered": lambda body: body in answered,
        "refused": lambda body: body not in answered and bool(ends[body] & set(REFUSED)),
        "silent": lambda body: body not in answered and (ends[body] <= {"no reply"}),
        "ended": lambda body: body not in answered,
    }
    n = sum(tests[asked.predicate](body) for body in ids)
    return n, n, len(ids), "", []


def group_size(bench: Bench, asked: Reading) -> Answer:
    """Is the number of bodies that the sentence speaks of a number that there is?"""
    of = len(asked.group.ids) or len(bench.asked)
    known = {of}
    for measure in bench.definition.codebook.measures:
        answered = [one for one in bench.answered(measure.id) if not asked.group.ids or one in asked.group.ids]
        known.add(len(answered))
        for question in bench.definition.questions:
            for variable in question.variables if measure.id in question.measures else ():
                known.add(len([one for one in answered if one in bench.giving(measure.id, variable)]))
    if asked.measure:  # "17 cases at six councils": those that had any
        known.add(len(bench.with_any(asked.measure, {}, asked.period)))
    if asked.group.kind == "answered" and len(known) > 1:
        known.discard(of)  # "the 43 that answered" are not all who were asked, unless all did
        known |= {of} & {len(bench.answered(measure.id)) for measure in bench.definition.codebook.measures}
    if asked.predicate == "listed":
        known = {len(asked.group.ids)}
    n = asked.group.n or 0
    words = ", ".join(str(one) for one in sorted(known))
    return Answer(words=f"{words} bodies", is_so=n in known or None, kind="truth")
