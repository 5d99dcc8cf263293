"""Everyday words for what surveys count: "vanished" and "went astray" are missing, "a smash" is a collision.

A group lends its words to a measure only where the words of the measure hold one of its seeds. Only words that mean
this and little else stand here; "gone" and "back" do not. What no group knows, nearness in meaning may (`nearest`).
"""

from __future__ import annotations

from collections.abc import Iterable

from .stems import stems

GROUPS: tuple[tuple[str, str], ...] = (
    (
        "missing lost loss losses mislaid",
        "missing; lost; loss; losses; mislaid; mislay; mislaying; vanished; vanish; vanishing; disappeared; disappear; "
        "disappearing; disappearance; disappearances; astray; lost track; misplaced; misplace; unaccounted; untraced",
    ),
    (
        "stolen theft thefts stole",
        "stolen; stole; theft; thefts; nicked; pinched; swiped; pilfered; looted; purloined; filched; thieves; thieving",
    ),
    (
        "recovered retrieved traced",
        "recovered; recover; retrieved; retrieve; traced; resurfaced; reappeared; recovery; retrieval",
    ),
    (
        "collision collisions crash crashes accident",
        "collision; crash; accident; smash; prang; shunt; pile-up; wreck",
    ),
    ("injured injury injuries casualties hurt", "injured; injury; hurt; wounded; casualty; casualties; maimed"),
    (
        "death deaths died killed fatal fatalities",
        "death; died; dead; killed; fatal; fatality; fatalities; perished",
    ),
    ("fire fires blaze", "fire; blaze; inferno"),
    (
        "wait waits waiting delay delays delayed",
        "wait; waiting; delay; delayed; queue; queued; queueing; stuck; stacked",
    ),
    (
        "refused rejected declined",
        "refused; refusal; rejected; rejection; turned down; knocked back; declined; denied",
    ),
    ("granted approved accepted allowed", "granted; approved; accepted; allowed; green-lit; rubber-stamped"),
    ("fine fines penalty penalties", "fine; fined; penalty; penalised; ticket; ticketed"),
    ("arrest arrests arrested", "arrest; arrested; nicked; collared"),
    ("assault assaults attack attacks", "assault; assaulted; attack; attacked"),
    ("eviction evictions evicted", "eviction; evicted; turfed out; thrown out"),
    ("vacancy vacancies vacant", "vacancy; vacant; unfilled; empty; unoccupied"),
    ("closed closure closures", "closed; closure; shut; shuttered"),
    ("cancelled cancellation cancellations", "cancelled; cancellation; scrapped; called off; axed"),
    ("repair repairs repaired", "repair; repaired; fixed; mended; patched"),
    ("fault faults defect defects", "fault; defect; glitch"),
    ("resigned resignation", "resigned; resignation; quit"),
    (
        "cost costs spending spend spent",
        "cost; spend; spending; spent; bill; outlay; expense; forked out; shelled out",
    ),
    ("compensation payout payouts payment payments", "compensation; payout; payment; cheque; settlement; damages"),
    ("complaint complaints", "complaint; grievance; gripe"),
    ("breach breaches", "breach; lapse; leak; blunder"),
)


def everyday(words: Iterable[str]) -> tuple[str, ...]:
    """The everyday words for what is called so."""
    own = frozenset(stem for one in words for stem in stems(one))
    found: list[str] = []
    for seeds, others in GROUPS:
        if own & frozenset(stems(seeds)):
            found += [one.strip() for one in others.split(";")]
    return tuple(dict.fromkeys(found))
