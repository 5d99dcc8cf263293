"""Rows of a list that say themselves to be no case of their own: "duplicate of 24/03", "entered in error"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foidesk.model.observations import Observation
from foidesk.model.places import Locator

from ..basis.found import Found
from ..basis.ground import Ground
from ..figures.choices import confirm, one_of, under
from ..figures.grid import Slot
from ..tables.cases import Case, Cases
from ..tables.cross_doubts import subjects
from ..tables.tables import TableRead

_VOID = re.compile(
    r"\bduplicat(?:e|ed|ion)\b|\bdupe\b|\bdouble[- ](?:entry|entered|counted|count)\b|\bvoid(?:ed)?\b|"
    r"\b(?:logged|recorded|entered|counted|listed|created|raised|opened)\s"
    r"(?:twice|in error|by mistake|in duplicate)\b|"
    r"\b(?:record|entry|row|line)\s(?:deleted|cancelled|canceled)\b|"
    r"\bdublette\b|\bdoppel(?:t|eintrag|erfassung|zählung)\w*|\birrtümlich\s(?:erfasst|angelegt|eingetragen)\b",
    re.IGNORECASE,
)
"""Words of those who keep lists for a line that is not to be counted. A category of the survey is read first."""
_NOT_ABOUT = re.compile(
    r"\W*(?:it |this )?(?:not|was not|wasn['’]t|kein)\s+(?:an?|the|due to an?|caused by an?)\s+(\w{4,})",
    re.IGNORECASE,
)
_REMARK = 60
"""Characters of a remark; what is longer tells what happened, and a word of it says nothing of the row."""


def voids(ground: Ground, read: TableRead, cases: Cases) -> dict[int, Slot]:
    """The rows that say so, each with the cell that does."""
    found: dict[int, Slot] = {}
    for case in cases.cases:
        said = next((slot for slot in read.layout.grid.filled(case.row) if _is_void(ground, slot)), None)
        if said is not None:
            found[case.row] = said
    return found if len(found) < len(cases.cases) else {}


def _is_void(ground: Ground, slot: Slot) -> bool:
    said = _VOID.search(slot.text) or _no_case(ground, slot.text)
    if said is None or (said.start() > 0 and len(slot.text) > _REMARK):
        return False
    known = [matcher.match(slot.text) for matcher in ground.matchers.values()]
    return not any(one is not None and one.categories for one in known)


def _no_case(ground: Ground, text: str) -> re.Match[str] | None:
    """ "Not a pursuit - reclassified": a cell that begins by saying that the row is none of what is counted.

    So does "not a pothole" in a list of claims about potholes.
    """
    about = _NOT_ABOUT.match(text)
    if about is not None and {about[1].lower(), about[1].lower().removesuffix("s")} & subjects(ground):
        return about
    nouns = sorted({noun for one in ground.measures if one.type == "count" for noun in one.nouns}, key=len)
    ours = "|".join(re.escape(noun) for noun in reversed(nouns))
    return re.match(rf"\W*(?:not|was not|kein)\s+(?:an?\s+)?(?:{ours})\b", text, re.IGNORECASE) if ours else None


def said_void(
    ground: Ground, read: TableRead, rows: dict[int, Slot], cases: Sequence[Case], made: Sequence[Observation]
) -> Found:
    """These rows under one question: each a case, or none of its own."""
    if not made:
        return Found()
    what = one_of(ground.context.codebook.measure(made[0].measure))
    words = dict.fromkeys(" ".join(rows[case.row].text.split())[:60] for case in cases)
    many = "1 row says" if len(made) == 1 else f"{len(made)} rows say"
    quoted = ", ".join(f"“{one}”" for one in list(words)[:3])
    question = f"{many} in {read.table.name} to be no case of its own ({quoted}). Is each {what}?"
    place = Locator(ground.document, read.table.place, read.table.caption[:120])
    choice = confirm(ground, question, made, (place, *(one.places["row"] for one in made[:11])))
    return Found(tuple(under(ground, made, choice)), choices=(choice,))
