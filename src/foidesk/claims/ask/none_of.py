"""So many bodies that had none at all: "two of the nine councils had no disciplinary cases"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from foidesk.words.figures import Figure

from .clause import Clause
from .groups import GroupSeen
from .lexicon import Lexicon
from .reading import Group, Reading
from .sentence import Sentence
from .stems import stems

_OF_GROUP = re.compile(r"\sof\s(?:the|these|those)\s", re.IGNORECASE)
_HAD = re.compile(
    r"\s(?:that (?:answered|replied|responded)\s)?(?:had|recorded|reported|saw|received|logged|registered)\s",
    re.IGNORECASE,
)
"""All that stands between the bodies and the "no"."""
_OF_WHAT = re.compile(r"\s(?P<what>[a-z-]+(?:\s[a-z-]+){0,2}?)(?:\sat all)?(?=\W*$|[,;]\s)")
"""What there was none of, with nothing behind it that would leave some out."""


def had_none(part: Clause, whole: Group) -> Reading | None:
    """The counted bodies as those that had nought of a measure."""
    for counted, nought, measure in _noughts(part.one, part.lexicon):
        if counted is part.figure:
            limit = replace(nought, kind="count", hedge="at most", value=Decimal(0), step=Decimal(1))
            return Reading("bodies", measure, {}, whole, threshold=limit)
    return None


def is_none_of(figure: Figure, one: Sentence, lexicon: Lexicon) -> bool:
    """True for the "no" of what so many bodies had none of: no number of its own."""
    return any(nought is figure for _, nought, _ in _noughts(one, lexicon))


def _noughts(one: Sentence, lexicon: Lexicon) -> list[tuple[Figure, Figure, str]]:
    """How many bodies, their "no", and the measure that they had none of."""
    found = []
    for seen in one.groups:
        counted = _counted(seen, one)
        for nought in one.figures if counted is not None else ():
            had = (
                nought.at > seen.end and nought.kind == "none" and _HAD.fullmatch(one.plain[seen.end : nought.at])
            )
            if had and counted is not None and (measure := _measure(nought, one, lexicon)):
                found.append((counted, nought, measure))
    return found


def _counted(seen: GroupSeen, one: Sentence) -> Figure | None:
    """The number of bodies told: of "two of the nine councils" the two, of "two councils" these."""
    for figure in one.figures:
        if figure.kind == "count" and _OF_GROUP.fullmatch(one.plain[figure.end : seen.start]):
            return figure
        start = seen.figure.start if seen.figure is not None else -1
        if figure.kind == "count" and _OF_GROUP.fullmatch(one.plain[figure.end : start]):
            return figure
    return None


def _measure(nought: Figure, one: Sentence, lexicon: Lexicon) -> str:
    """The one measure whose name is all that stands behind the "no".

    In one year, a list of cases says nothing of those that have none in it.
    """
    found = _OF_WHAT.match(one.plain, nought.to)
    if found is None or one.categories or one.whens or nought.text.lower() != "no":
        return ""
    said = frozenset(stems(found["what"]))
    able = [id for id, many in lexicon.measure_phrases.items() if any(said == frozenset(one) for one in many)]
    return able[0] if len(able) == 1 and lexicon.kind(able[0]) == "count" else ""
