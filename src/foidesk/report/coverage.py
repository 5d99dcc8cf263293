"""Who answered what: the state of every request, and one honest sentence about all of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from foidesk.model import Outcome, PublicBody

from .grounds import ground_words, section_words
from .publication import Publication
from .words import counted, listed

ANSWERED, SILENT = ("full", "partial"), ("no reply", "no answer found")
STATES = (
    ("answered in full", "answered every question"),
    ("answered in part", "answered in part"),
    ("refused", "refused"),
    ("cost limit", "stopped at the cost limit"),
    ("neither confirm nor deny", "would neither confirm nor deny"),
    ("not held", "said that nothing is held"),
    ("no answer found", "sent letters in which no answer was found"),
    ("no reply", "had not replied"),
    ("not recorded", "have no outcome on record"),
)
OUTCOME_WORDS = {"full": "answered", "partial": "answered in part", "refused": "refused"}


@dataclass(frozen=True, slots=True)
class BodyState:
    """One body and how its request ended as a whole; `sections` are those relied on, each once."""

    body: PublicBody
    state: str
    outcomes: tuple[Outcome, ...]
    sections: tuple[str, ...]


def body_states(publication: Publication) -> tuple[BodyState, ...]:
    """Every body asked, in the order of the alphabet: none is left out for want of an answer."""
    outcomes = defaultdict(list)
    for outcome in publication.outcomes:
        outcomes[outcome.body].append(outcome)
    bodies = sorted(publication.definition.bodies, key=lambda body: (body.name.casefold(), body.id))
    return tuple(_state(body, tuple(outcomes[body.id])) for body in bodies)


def _state(body: PublicBody, outcomes: tuple[Outcome, ...]) -> BodyState:
    sections = {section_words(each) for each in outcomes if each.section}
    return BodyState(body, _overall({each.outcome for each in outcomes}), outcomes, tuple(sorted(sections)))


def _overall(kinds: set[str]) -> str:
    """The state of a whole request; of several reasons for giving nothing, the first of STATES."""
    if kinds == {"full"}:
        return "answered in full"
    if kinds & set(ANSWERED):
        return "answered in part"
    return next((state for state, _ in STATES if state in kinds), "not recorded")


def coverage_sentence(publication: Publication) -> str:
    """One sentence that names everyone asked and what became of them."""
    states = Counter(each.state for each in body_states(publication))
    if not states:
        return "No body is on record as asked."
    asked = counted(states.total(), "body was asked", "bodies were asked")
    told = [f"{number} {words}" for state, words in STATES if (number := states[state])]
    return f"{asked}: {listed(told)}."


def outcome_words(outcome: Outcome) -> str:
    """ "refused (section 40(2), FOIA 2000: personal information)"."""
    about = ground_words(outcome)
    section = f" ({section_words(outcome)}{': ' + about.lower() if about else ''})" if outcome.section else ""
    return OUTCOME_WORDS.get(outcome.outcome, outcome.outcome) + section


def question_counts(outcomes: Iterable[Outcome]) -> tuple[tuple[str, int], ...]:
    """How many bodies each outcome has, in the order of the outcomes' own list."""
    counts = Counter(outcome.outcome for outcome in outcomes)
    order = ("full", "partial", "refused", "cost limit", "neither confirm nor deny", "not held", *SILENT[::-1])
    return tuple((OUTCOME_WORDS.get(each, each), counts[each]) for each in order if counts[each])
