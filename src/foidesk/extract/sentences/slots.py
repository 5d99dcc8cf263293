"""Lists in a sentence: "Role: officers 54, civilian employees 20." Each number belongs to the words before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from foidesk.model.observations import AllOf, OneOf
from foidesk.words.matching import CategoryHit
from foidesk.words.numbers import NumberWord

from ..basis.ground import Ground

_HEAD = re.compile(r"^[^:\d]{2,60}:\s*")
_BETWEEN = re.compile(r"^[\s,;]*(?:and\s+)?")
_AFTER = re.compile(r"(?:\s+(?:cases?|of them|matters?|incidents?|instances?))?[\s.;,)]*$")
_COMMA = re.compile(r"\W*(?P<kind>[^,;:.\d]{2,60}?)\s*,\s*(?:all\s+)?", re.IGNORECASE)
_IN = re.compile(r"\s+in(?:\s+(?:just|only))?$", re.IGNORECASE)


LONGEST = 6


@dataclass(frozen=True, slots=True)
class Slot:
    """A number of a list, with the category that its words name."""

    number: NumberWord
    variable: str
    hit: CategoryHit


def slots(ground: Ground, text: str, counted: tuple[NumberWord, ...]) -> tuple[Slot, ...]:
    """The numbers of a list in which every label is a known category of one variable; () if it is no such list.

    Behind a colon half of the labels will do ("The allegations were: ..."): the others are words yet to be coded.
    One number is a list only behind a colon: under a heading ("Outcome: no further action 12"), or with its label
    before the colon ("Officers of any rank: 12").
    """
    head = _HEAD.match(text)
    labelled = head is not None and len(counted) == 1 and counted[0].start == head.end()
    start = head.end() if head and not labelled else 0
    if not counted or counted[0].start < start or not _AFTER.fullmatch(text[counted[-1].end :]):
        return ()
    if len(counted) < 2 and head is None:
        return _alone(ground, text, counted[0])
    labels = _labels(text, start, counted)
    for least in (len(labels), max(2, (len(labels) + 1) // 2)):
        for variable, matcher in ground.matchers.items():
            known = [matcher.match(label) if _is_label(label) else None for _, label in labels]
            if all(isinstance(where, OneOf) for where in known) and _coded(known) >= least:
                return tuple(
                    Slot(number, variable, CategoryHit(at, at + len(label), label, where))
                    for number, (at, label), where in zip(counted, labels, known, strict=True)
                    if where is not None
                )
        if head is None or labelled:
            break
    return ()


def _alone(ground: Ground, text: str, number: NumberWord) -> tuple[Slot, ...]:
    """The line "Housing, 20." or "Technician, all 8.": one kind of ours, a comma and its number."""
    said = _COMMA.fullmatch(text[: number.start])
    if said is None or not _AFTER.fullmatch(text[number.end :]) or not _is_label(said["kind"]):
        return ()
    for variable, matcher in ground.matchers.items():
        where = matcher.match(said["kind"])
        if isinstance(where, OneOf) and where.categories:
            return (Slot(number, variable, CategoryHit(*said.span("kind"), said["kind"], where)),)
    return ()


def _is_label(words: str) -> bool:
    return bool(words) and len(words.split()) <= LONGEST


def _coded(known: Sequence[OneOf | AllOf | None]) -> int:
    return sum(where is not None and bool(where.categories) for where in known)


def _labels(text: str, start: int, counted: tuple[NumberWord, ...]) -> list[tuple[int, str]]:
    """Where the words before each number begin, and the words."""
    found = []
    for number in counted:
        label = text[start : number.start]
        lead = _BETWEEN.match(label)
        skipped = lead.end() if lead else 0
        found.append((start + skipped, _IN.sub("", label[skipped:].rstrip(" :=–—-\n\t"))))
        start = number.end
    return found
