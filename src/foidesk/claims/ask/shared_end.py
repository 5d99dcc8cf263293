"""What became of one is told of the next as well: "A sacked a clerk for theft and B *a warden for fraud*".

Behind "and" or a comma, an incident with no end and no verb of its own takes those of the one before it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .listed import RELATIVE, VERB
from .seen import CategorySeen
from .sentence import Sentence
from .stages import ACQUITTED, NOT_MADE_OUT
from .stems import tokens
from .traits import ACT, PERSON, SANCTION, STAGE

if TYPE_CHECKING:
    from .incident import Told

_HEAD = re.compile(
    r"\W*(?:(?:for|to|with|by|of|in|at|on|from|against)\s+)*(?:['’]s?\s+)?"
    r"(?:(?:an?|the|one|another|one of (?:its|the|their)|its|their)\s+(?:[\w-]+\s+){0,3})?",
    re.IGNORECASE,
)
"""All that stands ahead of the person where no verb is told: no "fined a"."""
_BY = re.compile(r"\b(?P<by>for|after|who|by|that|of|over|on|about|amid|in)\b", re.IGNORECASE)
_DONE = ("for", "after", "who", "by", "that")
_BOTH = re.compile(r"\b(?:were|have (?:both |all |each )?been|both|have (?:both )?\w+ed)\b", re.IGNORECASE)
_ED = re.compile(r"\b\w+ed\b")
_BY_ALL = "whether what is told behind it is told of this one too, a person says"


def sharing_end(told: Told, here: Told | None, one: Sentence, kinds: dict[str, str]) -> Told:
    """The incident with sanction and stage of the one before it in its sentence, where it tells none itself."""
    own = {kinds[seen.variable] for seen in told.every}
    if here is None or told.ends_like or own & {SANCTION, STAGE} or (told.lead and not here.gap):
        return told
    people = [seen for seen in told.categories if kinds[seen.variable] == PERSON]
    at = people[0].start if people else told.start
    if VERB.search(RELATIVE.sub("", told.text)) or not _HEAD.fullmatch(_bare(one, told.start, at)):
        return told
    ends = tuple(seen for seen in here.every if kinds[seen.variable] in (SANCTION, STAGE))
    acts = [seen.start for seen in here.categories if kinds[seen.variable] == ACT]
    ahead = one.plain[here.start : min((*acts, here.end))]
    by = _BY.search(one.plain, people[0].end if people else told.start, told.end)
    leads = bool(ACQUITTED.search(here.full) or NOT_MADE_OUT.search(here.full)) or not by
    leads = leads or (by is not None and by["by"].lower() not in _DONE)
    words = here.led if here.gap else _words(one, here.start, here.start + len(ahead))
    joined = re.search(r"\band\s*$", one.plain[here.end : told.start]) is not None
    is_sure = joined and bool(ends) and (ACT in own or not acts) and not _ED.search(_bare(one, at, told.end))
    lead = (here.lead if here.gap else ahead.strip()) if leads else ""
    return replace(
        told,
        carried=(*told.carried, *ends),
        lead=lead,
        led=(*told.led, *words),
        gap="sure" if is_sure else "unsure",
    )


def ends_for_both(every: list[Told], kinds: dict[str, str]) -> list[Told]:
    """ "A clerk who stole and a warden who lied were sacked": of the first, which has no end, a person says."""
    found = list(every)
    for at in range(len(every) - 1):
        told, after = every[at], every[at + 1]
        ended = {kinds[seen.variable] for seen in told.every} & {SANCTION, STAGE}
        if ended or VERB.search(RELATIVE.sub("", told.text)):
            continue
        if _BOTH.search(after.text):
            found[at] = replace(told, open=_BY_ALL)
    return found


def _bare(one: Sentence, start: int, end: int) -> str:
    """The stretch without bodies, dates and kinds."""
    text = one.plain
    held = [(seen.start, seen.end) for many in (one.bodies, one.whens, one.categories) for seen in many]
    for first, last in held:
        text = text[:first] + " " * (last - first) + text[last:]
    return text[start:end]


def _words(one: Sentence, start: int, end: int) -> tuple[str, ...]:
    """The words of a stretch that were compared with no row yet."""
    spans: list[CategorySeen] = list(one.categories)
    held = [(seen.start, seen.end) for many in (spans, one.bodies, one.whens) for seen in many] + list(one.asides)
    return tuple(
        one.plain[start + token.start : start + token.end]
        for token in tokens(one.plain[start:end])
        if not any(first <= start + token.start < last for first, last in held)
    )
