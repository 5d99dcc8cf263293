"""Everyday words for what surveys count: "vanished" and "went astray" are missing, "a smash" is a collision.

A group lends its words to a measure only where the words of the measure hold one of its seeds. Only words that
mean this and little else stand here; "gone" and "back" do not. What no group knows, nearness in meaning may
(`nearest`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from .stems import stems

_GROUPS = """
missing lost loss losses mislaid: missing, lost, loss, losses, mislaid, mislay, mislaying, vanished,
    vanish, vanishing, disappeared, disappear, disappearing, disappearance, disappearances, astray, lost
    track, misplaced, misplace, unaccounted, untraced
stolen theft thefts stole: stolen, stole, theft, thefts, nicked, pinched, swiped, pilfered, looted,
    purloined, filched, thieves, thieving
recovered retrieved traced: recovered, recover, retrieved, retrieve, traced, resurfaced, reappeared,
    recovery, retrieval
collision collisions crash crashes accident: collision, crash, accident, smash, prang, shunt, pile-up,
    wreck
injured injury injuries casualties hurt: injured, injury, hurt, wounded, casualty, casualties, maimed
death deaths died killed fatal fatalities: death, died, dead, killed, fatal, fatality, fatalities,
    perished
fire fires blaze: fire, blaze, inferno
wait waits waiting delay delays delayed: wait, waiting, delay, delayed, queue, queued, queueing, stuck,
    stacked
refused rejected declined: refused, refusal, rejected, rejection, turned down, knocked back, declined,
    denied
granted approved accepted allowed: granted, approved, accepted, allowed, green-lit, rubber-stamped
fine fines penalty penalties: fine, fined, penalty, penalised, ticket, ticketed
arrest arrests arrested: arrest, arrested, nicked, collared
assault assaults attack attacks: assault, assaulted, attack, attacked
eviction evictions evicted: eviction, evicted, turfed out, thrown out
vacancy vacancies vacant: vacancy, vacant, unfilled, empty, unoccupied
closed closure closures: closed, closure, shut, shuttered
cancelled cancellation cancellations: cancelled, cancellation, scrapped, called off, axed
repair repairs repaired: repair, repaired, fixed, mended, patched
fault faults defect defects: fault, defect, glitch
resigned resignation: resigned, resignation, quit
cost costs spending spend spent: cost, spend, spending, spent, bill, outlay, expense, forked out, shelled
    out
compensation payout payouts payment payments: compensation, payout, payment, cheque, settlement, damages, compo
complaint complaints: complaint, grievance, gripe
breach breaches: breach, lapse, leak, blunder
"""
"""One group a paragraph: the seeds before the colon."""


@cache
def _groups() -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    rows = [line.replace("\n", " ").split(":") for line in re.split(r"\n(?! )", _GROUPS.strip())]
    return tuple(
        (frozenset(stems(seeds)), tuple(" ".join(one.split()) for one in words.split(",")))
        for seeds, words in rows
    )


def everyday(words: Iterable[str]) -> tuple[str, ...]:
    """The everyday words for what is called so."""
    own = frozenset(stem for one in words for stem in stems(one))
    return tuple(dict.fromkeys(one for seeds, others in _groups() if own & seeds for one in others))


def phrases(
    named: Mapping[str, Iterable[str]], own: Mapping[str, Iterable[frozenset[str]]], coded: frozenset[str]
) -> dict[str, tuple[frozenset[str], ...]]:
    """How newspapers call what each measure counts, where that can be no other measure and no kind.

    `named` are the names of each measure, `own` the stems of these; `coded` the stems of the categories.
    """
    told = [*(frozenset[str]().union(*many) for many in own.values()), coded]
    every = {id: dict.fromkeys(frozenset(stems(one)) for one in everyday(words)) for id, words in named.items()}
    taken = [one for many in every.values() for one in many]
    return {
        id: tuple(one for one in many if one and taken.count(one) == 1 and not any(one <= words for words in told))
        for id, many in every.items()
    }
