"""Which categories restrict a figure: those that stand together, the nearest behind it, the finest of a line."""

from __future__ import annotations

import re

from foidesk.model import Variable
from foidesk.words.figures import Figure

from .seen import CategorySeen
from .sentence import Part

_JOINED = re.compile(
    (
        r"\s*(?:was |were )?(?:taken |given )?(?:,|/|&|;)?\s*(?:and|or|and/or|nor)?\s*(?:there (?:was|were)|"
        r"were|was|"
        r"had been|been|an?|the|in|by|of|"
        r"being)?\s*(?:an?|the)?\s*"
    ),
    re.IGNORECASE,
)
"""All that may stand between two categories that are told together: "dismissed, and *resigned*"."""
_AND_ONE = re.compile(r"\s*,?\s*and\s+(?:an?|one)\s*", re.IGNORECASE)
"""Behind a plural: what follows has a number of its own, one: "six constables *and a* sergeant"."""


def clusters(part: Part, variable: str, figure: Figure, text: str) -> tuple[str, ...]:
    """The categories of a variable: of the run of phrases nearest behind the figure, else in front of it."""
    runs: list[list[CategorySeen]] = []
    for seen in (one for one in part.categories if one.variable == variable):
        if runs and not text[runs[-1][-1].end : seen.start].strip() and runs[-1][-1].categories != seen.categories:
            continue  # "religiously aggressive remarks": the noun is no kind beside its adjective
        gap = text[runs[-1][-1].end : seen.start] if runs else ""
        if runs and _JOINED.fullmatch(gap) and not (_AND_ONE.fullmatch(gap) and text[runs[-1][-1].end - 1] == "s"):
            runs[-1].append(seen)
        else:
            runs.append([seen])
    behind = [run for run in runs if run[0].start >= figure.end]
    lines = [run for run in runs if run[0].end <= figure.start]
    chosen = behind[0] if behind else lines[-1] if lines else runs[0]
    return tuple(dict.fromkeys(id for seen in chosen for id in seen.categories))


def finest(variable: Variable, ids: tuple[str, ...]) -> tuple[str, ...]:
    """ "The leavers divide into 25 dismissals": a category gives way to a finer one of its own."""
    return tuple(id for id in ids if not any(other != id and other in variable.leaves(id) for other in ids))
