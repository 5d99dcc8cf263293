"""share: a part of a base, both bounded together."""

from __future__ import annotations

from dataclasses import replace

from foidesk.model import Amount, Finding, Support

from ..desk import Desk, is_below_zero, silent_on
from ..joint import Joint, apart, jointly
from ..public import public_part
from ..ratio import LOOSE


def run(desk: Desk) -> Finding:
    """The part as a share of the base: all cases of the bodies that answered, or those of `of`.

    A body that does not say is in the base and not in the part: the share is of what is stated. One that gives a
    part of no base is in neither, and is named: else its cases would be a share of other bodies' cases. A base
    behind which a body withheld a number is as wide as it may be shown: else the share would tell the number.
    """
    stated = desk.shared(desk.query.of)
    base = tuple(map(public_part, stated))
    hidden = any(one.public for one in stated)
    based = {one.body for one in base}
    every = desk.shared(desk.query.where)
    part = tuple(public_part(one) if hidden else one for one in every if one.body in based)
    numerator, denominator = desk.sum(part), desk.sum(base)
    found = together(desk, numerator, base)
    true = None if hidden else _true(desk, base)
    return desk.finding(
        found.share,
        part,
        n=len(base) if part else 0,
        true=true.share if true else None,
        numerator=numerator,
        denominator=denominator,
        caveats=(
            *silent_on(desk, desk.supports(desk.query.where)),
            *_reversed(desk),
            *_baseless(desk, [one.body for one in every if one.body not in based]),
            *loosely(found, true),
        ),
    )


def _baseless(desk: Desk, bodies: list[str]) -> tuple[str, ...]:
    """A caveat that names the bodies that give a part and nothing that it is a part of."""
    if not bodies:
        return ()
    return (f"left out, as they give a part and no base: {', '.join(map(desk.name, bodies))}",)


def _reversed(desk: Desk) -> tuple[str, ...]:
    """A caveat that names the bodies some of whose sums are below zero: a part of these may exceed its whole."""
    every = (*desk.supports(desk.query.of), *desk.supports(desk.query.where))
    named = sorted({desk.name(one.body) for one in every if is_below_zero(one)}, key=str.casefold)
    return (f"left out, as some of their sums are below zero: {', '.join(named)}",) if named else ()


def loosely(*found: Joint | None) -> tuple[str, ...]:
    """The caveat of a share that may be known closer than it is given."""
    return () if all(one is None or one.tight for one in found) else (LOOSE,)


def together(desk: Desk, part: Amount, base: tuple[Support, ...]) -> Joint:
    """The share with part and base moving together; anything, where nobody gave a part."""
    if not desk.shared(desk.query.where):
        return Joint(apart(part, desk.sum(base), desk.measure.unit))
    return jointly(desk, [one.body for one in base], desk.query.reading, part, desk.sum(base))


def _true(desk: Desk, stated: tuple[Support, ...]) -> Joint | None:
    """What is true of the share: of a kind of cases its true number is the base, else all that is stated."""
    own = tuple(map(public_part, desk.shared(desk.query.of, "true"))) if desk.query.of else stated
    based = [one.body for one in own]
    told = [one for one in desk.shared(desk.query.where, "true") if one.body in based]
    if not told:
        return None
    found = jointly(desk, based, "true", desk.sum(map(public_part, told)), desk.sum(own))
    # of a base that may be empty the part may be looser than it need be: said, since it was not proven
    is_tight = found.tight and not any(one.public for one in told)
    return replace(found, tight=is_tight and (not desk.query.of or found.share.is_exact))


def of_body(desk: Desk, body: str, part: Amount, base: Amount) -> Joint:
    """One body's share, its part and base together."""
    alone = replace(desk, query=replace(desk.query, bodies=(body,)))
    return jointly(alone, [body], desk.query.reading, part, base)
