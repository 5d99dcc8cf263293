"""Contradictions told to a person: both places, quoted words, one plain sentence, and the likeliest cause."""

from __future__ import annotations

from collections.abc import Iterable

from foidesk.model import Choice, Issue, Observation

from .causes import likeliest
from .groups import Clash, Side
from .interval import Interval
from .interval import total as add
from .statements import Statement, TableKey, Told, count_of
from .words import Names, said_at, value_place

UNKNOWN = "not known, for nothing in the reply accounts for the difference: ask the body"

NO_KEYS: frozenset[TableKey] = frozenset()


def of_sources(sources: Iterable[str], told: Told) -> Clash | None:
    """The clash of some statements, each of which falls as a whole; None where only one is left."""
    held: dict[str, list[Statement]] = {source: [] for source in sources}
    for statement in told.statements.values():
        if statement.source in held:
            held[statement.source].append(statement)
    sides = [_side(several) for several in held.values() if several]
    if len(sides) < 2:
        return None
    return Clash(sides[0], sides[1], "these statements cannot all be right", "statement", more=tuple(sides[2:]))


def _side(statements: list[Statement]) -> Side:
    shown = tuple(statement.observation for statement in statements)
    return Side(NO_KEYS, shown, _said(statements))


def _said(statements: list[Statement]) -> str:
    if len(statements) == 1:
        return f"{statements[0].own.words()}{_kinds(statements[0].observation)}"
    numbers = ", ".join(statement.own.words() for statement in statements[:4])
    more = ", …" if len(statements) > 4 else ""
    return f"the {len(statements)} numbers of a table ({numbers}{more})"


def _kinds(seen: Observation) -> str:
    phrases = [words.phrase or " or ".join(words.categories) for words in seen.where.values()]
    return f" ({', '.join(phrases)})" if phrases else ""


def sentence(clash: Clash, names: Names) -> str:
    """What cannot be, in one sentence: who says which number where, and that not all of it can be right."""
    told = [_tells(side, names) for side in clash.sides]
    listed = f"{', '.join(told[:-1])}, while {told[-1]}" if len(told) > 1 else told[0]
    return f"{listed}; {'both' if len(told) == 2 else 'all of these'} cannot be right"


def _tells(side: Side, names: Names) -> str:
    """ "reply.pdf says 24 (“24”, page 2)", or "reply.pdf gives 6 numbers from “3” to “9” (page 2): 23"."""
    first, last = side.shown[0], side.shown[-1]
    file = _files(side, names)
    if len(side.shown) == 1:
        return f"{file} says {side.words} ({said_at(first)})"
    start, end = value_place(first), value_place(last)
    ends = dict.fromkeys((start.place.describe(), end.place.describe()))
    where = " … ".join(ends)
    what = "cases" if all(seen.role == "case row" for seen in side.shown) else "numbers"
    numbers = f"{len(side.shown)} {what} from “{start.quote}” to “{end.quote}” ({where})"
    added = add(count for seen in side.shown if (count := count_of(seen)) is not None)
    gives = "gives" if len({seen.document for seen in side.shown}) == 1 else "give together"
    return f"{file} {gives} {numbers}{_adding(side, added)}"


def _files(side: Side, names: Names) -> str:
    """ "a.pdf", or "a.pdf, b.pdf and 3 more"."""
    files = list(dict.fromkeys(names.file(seen.document) for seen in side.shown))
    more = f" and {len(files) - 2} more" if len(files) > 2 else ""
    return ", ".join(files[:2]) + more


def _adding(side: Side, added: Interval) -> str:
    return f" adding to {added.words()}" if added.words() == side.words else f": {side.words}"


def issue_of(
    choice: Choice, measure: str, is_decided: bool, clash: Clash | None, names: Names,
    doubts: Iterable[Issue] = (), beside: Iterable[Observation] = (), told: str = "",
) -> Issue:  # fmt: skip
    """A contradiction as an issue: both places, their words, the likeliest cause, and what to do next.

    `beside` are all statements of the body, among which evidence for the cause may stand; `told` is the sentence
    of two documents that differ, or of one value that does not fit several others.
    """
    labels = "; ".join(option.label for option in choice.options)
    what = f"{choice.question} {labels}."
    if clash is not None:
        cause = likeliest(clash, doubts, beside) or UNKNOWN
        what = f"{told or f'{sentence(clash, names)}. {choice.question}'} Likeliest: {cause}."
    elif told:
        what = told
    return Issue(
        choice.kind if choice.kind in ("twin", "version") else "contradiction",
        "note" if is_decided else "warning",
        what,
        choice.body,
        "Decided; nothing to do." if is_decided else f"Decide {choice.id}; until then figures span both.",
        choice.locators,
        body=choice.body,
        key=f"{measure} {choice.id}",
    )
