"""A letter that says that an earlier figure is wrong, and not surely which: said with each that it may be about.

Nothing is changed. Until a person decides, every finding that rests on a figure the words may mean says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from foidesk.model import Amount, Choice, Correction, Observation, Option

from .versions import Letter
from .words import evidence_id, value_place

STANDS, SHAKEN = "stand", "some is wrong"
SAYS = "perhaps corrected: "
"""Begins what is printed with a figure that a later letter may be about."""
_SHOWN = 6


def touched(correction: Correction, told: Sequence[Observation]) -> list[Observation]:
    """The statements that the words may be about: those of what they name, as far as any is of it."""
    given = [seen for seen in told if isinstance(seen.value, Amount)]
    dated = [seen for seen in given if seen.period is not None]
    if correction.period is not None and dated and not any(_is_of_days(correction, seen) for seen in given):
        return []  # of a year that no letter gives
    return next((some for some in _closer(correction, given) if some), [])


def _closer(correction: Correction, given: Sequence[Observation]) -> Iterator[list[Observation]]:
    measured = [seen for seen in given if not correction.measures or seen.measure in correction.measures]
    dated = [seen for seen in measured if _is_of_days(correction, seen)]
    yield [seen for seen in dated if _is_of_kind(correction, seen)]
    yield dated
    yield measured
    yield list(given)


def _is_of_days(correction: Correction, seen: Observation) -> bool:
    return correction.period is None or seen.period is None or seen.period.overlaps(correction.period)


def _is_of_kind(correction: Correction, seen: Observation) -> bool:
    """True for the kind that is named, and for the total that holds it."""
    held = {name: set(where.categories) for name, where in seen.where.items()}
    named = {name: set(where.categories) for name, where in correction.where.items()}
    return not named or not held or any(name in held and held[name] & ids for name, ids in named.items())


def question(letter: Letter, correction: Correction, meant: Sequence[Observation], body: str) -> Choice:
    """Whether the figures that the words may be about stand."""
    places = (correction.said, *(value_place(seen) for seen in meant[:_SHOWN]))
    locators = tuple(dict.fromkeys(places))
    quote = " ".join(correction.said.quote.split())[:160]
    what = f"{letter.name} says that something in an earlier letter is wrong: “{quote}”"
    options = (
        Option(STANDS, "They stand: it is about none of them, or they are right already"),
        Option(SHAKEN, "Some is wrong: every figure that rests on them goes on saying so"),
    )
    id = evidence_id("perhaps corrected", body, locators)
    return Choice(
        id,
        "version",
        f"{what} Do the {_many(meant)} that it may be about stand?",
        options,
        body,
        locators,
        weight=len(meant),
    )


def _many(meant: Sequence[Observation]) -> str:
    return f"{len(meant)} figures" if len(meant) > 1 else f"figure {value_place(meant[0]).quote}"


def words_of(letter: Letter, correction: Correction) -> str:
    """What must be printed with a figure that rests on one of them."""
    quote = " ".join(correction.said.quote.split())[:160]
    return f"{SAYS}{letter.name} says that something is wrong: “{quote}”"


def is_vague(correction: Correction) -> bool:
    """True for "there were errors in our response"; `whole` if more of them are announced than put right."""
    named = correction.measures or correction.where or correction.period
    return not named and correction.new is None and correction.old is None


def is_told_anew(seen: Observation, anew: Iterable[Observation]) -> bool:
    """True for a figure that stands in a table or list which came with the letter: the two are compared."""
    same = (new for new in anew if new.table and new.measure == seen.measure and isinstance(new.value, Amount))
    return any(new.where.keys() == seen.where.keys() for new in same)
