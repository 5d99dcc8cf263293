"""Parts of a part: "Eight were serious. Of these, five were falls." tells of five serious falls, not of all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from foidesk.model.observations import Observation

from .just_before import just_before, says_some
from .said import Said

_OF_THESE = re.compile(
    r"^\W*(?:(?:a\s+total\s+of\s+)?[\w-]+\s+)?(?:out\s+)?(?:of|among)\s+(?:these|those|them)\b(?!\s+(?:[a-z]+ed|who|which|that|in|with|on)\b)|^\W*(?:davon|hiervon|darunter)\b",
    re.IGNORECASE,
)


def with_parts_of_parts(said: Sequence[Said]) -> list[Said]:
    """The sentences, those that split up what the one before counts of one kind as of that kind, too.

    Where that counts several things, or is a part itself, it is for a person to say of which these are.
    """
    out = list(said)
    for at, one in enumerate(out):
        before = just_before(out, at) if _OF_THESE.match(one.sentence.text) else None
        if before is None or not one.found.observations:
            continue
        kept = tuple(_of_part(o, before, one) for o in one.found.observations)
        out[at] = replace(one, found=replace(one.found, observations=kept))
    return out


def _of_part(told: Observation, before: Said, one: Said) -> Observation:
    over = set(dict(one.sentence.over.where))
    counted = [o for o in before.found.observations if o.measure == told.measure and o.accepted_by]
    parts = [o for o in counted if set(o.where) - over]
    if not parts and counted and says_some(before):
        return replace(told, accepted_by="")
    if not parts or not set(told.where) - over or not told.accepted_by:
        return told
    part = parts[0]
    plain = len(counted) == 1 and not set(part.where) & set(told.where) - over
    fits = plain and not _OF_THESE.match(before.sentence.text) and _is_no_more(one, told, part)
    if not fits or told.period not in (None, part.period):
        return replace(told, accepted_by="")
    places = {name: place for name, place in part.places.items() if name.startswith("where:")}
    return replace(told, where={**part.where, **told.where}, period=part.period, places={**places, **told.places})


def _is_no_more(one: Said, told: Observation, part: Observation) -> bool:
    """True if what the sentence tells of a variable is no more than the part that it splits up."""
    alike = [o for o in one.found.observations if set(o.where) == set(told.where) and o.measure == told.measure]
    exact = [o.amount.lo for o in alike if o.amount is not None and o.amount.is_exact]
    whole = part.amount.lo if part.amount is not None and part.amount.is_exact else Decimal(-1)
    return len(exact) == len(alike) and sum(exact, Decimal(0)) <= whole
