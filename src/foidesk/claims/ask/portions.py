"""Shares: what they are of, and which part of it they tell."""

from __future__ import annotations

import re
from dataclasses import replace

from .clause import Clause
from .measure_of import WHOLE_AHEAD
from .measures import SHARES, limit, limit_of
from .reading import Asked, Group, Reading
from .seen import CategorySeen
from .stems import tokens
from .wording import KNOWN, TOP_WORDS

_OF_WHOLE = re.compile(r"\s+of\s+(?:all\s+|the\s+|all the\s+|those\s+)?(?:\d+\s+)?")
"""Between a share and the kind that it is a share of: "a third *of the 30* dismissals"."""
_THOSE_WHO = re.compile(
    r"\s+of (?:the |all |all the )?(?:those|people|officers|staff|cases|claims|ones) (?:who|that|which) "
    r"(?:were |was |had been |had |have )?(?:been )?"
)
_THOSE_WHO_NOT = re.compile(
    r"\s+of (?:the |all |all the )?(?:[\w-]+ ){0,2}(?:who|that|which|whose)\s[^,;]*"
    r"\b(?:not|neither|never|no|nor)\b"
)
"""Behind a share, a whole that is told by what it is not: "most of those who were *neither* cleared nor fined"."""
_OF_ALL = re.compile(
    r"\s+of\s+(?:all|the total|every|the (?!\d)|(?:last|this) year['’]s|(?:19|20)\d\d(?:[/-]\d\d)?['’]s)"
)
_CAME_FROM = re.compile(
    r"\s(?:(?:came|come|comes|originated|stemmed) from|(?:were|was|is|are) (?:made |sent |recorded |received |"
    r"logged |"
    r"issued |lost )?(?:in|at|by|from)|happened (?:in|at)|occurred (?:in|at)|took place (?:in|at))\s(?:the\s)?$"
)
"""Between a share of all and the body whose they are: "one in four claims *came from* Exampleton"."""
_OF_THESE = re.compile(r"\s+of (?:these|those|them|which|whom)\b")


def share(part: Clause, reading: Reading) -> Asked | None:
    """What a share is asked of; None for a figure that is none."""
    if part.figure.kind == "points":
        why = "percentage points tell a difference of two shares; a share is told in per cent"
        return part.asked(kind="share", open=why)
    if part.figure.kind not in SHARES:
        return None
    given = part.lexicon.kind(reading.measure) == "share"
    if given:
        return part.asked(
            replace(reading, statistic="share", base_measure="", complement=_is_other_part(part, reading)),
            kind="share",
        )
    base, where = _base(part, reading)
    if _THOSE_WHO_NOT.match(part.one.plain, part.figure.end):
        return part.asked(
            kind="share", open="what it is a share of is told by what they are not; that is not read"
        )
    if found := _top(part):
        return part.asked(replace(reading, statistic="share", base={}, where={}, top=found), kind="share")
    if not where and reading.base_measure == reading.measure and (alone := _of_everybody(part, reading)):
        return alone
    if not where and reading.base_measure == reading.measure:
        return part.asked(kind="share", open="the words do not say of which kind the share is")
    own = replace(reading, statistic="share", base=base, where=where, complement=_is_other_part(part, reading))
    return part.asked(own, kind="majority" if part.figure.kind == "majority" else "share")


def _of_everybody(part: Clause, reading: Reading) -> Asked | None:
    """ "Exampleton alone accounts for a quarter of all claims": what a body has of the sum of all."""
    ids = tuple(dict.fromkeys(seen.body for seen in part.one.bodies))
    came_from = [
        seen for seen in part.one.bodies if _CAME_FROM.search(part.one.plain[part.figure.end : seen.start])
    ]
    if _ITS_OWN.search(part.one.plain, part.figure.end):
        return None
    if not ids or not (_OF_ALL.match(part.after) or (came_from and came_from[0] is part.one.bodies[0])):
        return None
    group = next(
        (seen.group for seen in part.one.groups if seen.group.kind != "listed" and not seen.group.n), Group()
    )
    known = [seen.group for seen in part.one.groups if (seen.group.n or 0) > len(ids)]
    own = replace(reading, base_measure="", group=Group("listed", ids))
    whole = replace(own, statistic="total", group=known[0] if known else group)
    return part.asked(replace(own, statistic="part", other=whole), kind="share")


_ITS_OWN = re.compile(
    r"\b(?:that|which)\s(?!(?:all |the )?(?:councils|forces|boards|trusts|bodies|authorities)\b)\w+|"
    r"\b(?:it|they)\s(?:had\s)?\w+ed\b"
)
"""Behind a share, what is said of its whole: "of the claims *it received*" are a body's own."""


def _is_other_part(part: Clause, reading: Reading) -> bool:
    """ "Not paid", "took longer than 15 minutes" where the measure is within 15: what the measure leaves out."""
    own, said = limit_of(reading.measure, part.lexicon), limit(tuple(one.stem for one in tokens(part.part.bare)))
    opposite = bool(own and said and own != said)
    return opposite != part.part.negated()


def _base(part: Clause, reading: Reading) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """What the share is of ("of claims of known cause"), and the part of it."""
    where = dict(reading.where)
    base: dict[str, tuple[str, ...]] = {}
    if found := KNOWN.search(part.one.plain):
        variable = part.lexicon.variable_named(found["what"] or found["what2"])
        if variable:
            base[variable] = tuple(
                one.id for one in part.lexicon.variable(variable).categories if not one.missing and not one.parent
            )
    for seen in part.part.categories:
        gap = part.one.plain[part.figure.end : seen.start]
        if seen.start >= part.figure.end and _OF_WHOLE.fullmatch(gap) and len(where) > 1:
            base[seen.variable] = where.pop(seen.variable, seen.categories)
    if whole := _of_those_who(part):
        base[whole.variable] = whole.categories
        rest = tuple(
            id
            for seen in part.part.categories
            if seen.variable == whole.variable and seen.start > whole.start
            for id in seen.categories
        )
        where.pop(whole.variable, None)
        where |= {whole.variable: rest} if rest else {}
    base |= _of_whole(part, reading, where)
    if part.figure.kind in ("majority", "fraction") and part.state.where and _OF_THESE.match(part.after):
        base |= dict(part.state.where.items())
        where = {name: ids for name, ids in where.items() if part.state.where.get(name) != ids}
    return base, where


def _of_whole(part: Clause, reading: Reading, where: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The kinds that stand with the whole of another measure: "paid 12 per cent of *pavement* claims"."""
    if not reading.base_measure or reading.base_measure == reading.measure:
        return {}
    start, end = _whole_span(part, reading)
    able = part.variables_of(reading.base_measure)
    named = {seen.variable for seen in part.part.categories if start <= seen.start < end}
    return {name: ids for name, ids in where.items() if name in named and name in able}


def _whole_span(part: Clause, reading: Reading) -> tuple[int, int]:
    """Where the words of the whole stand: in front of the figure, or behind it up to the verb of the part."""
    if WHOLE_AHEAD.match(part.one.bare[part.part.start : part.figure.start]):
        return part.part.start, part.figure.start
    phrases = part.lexicon.measure_phrases
    telling = frozenset[str]().union(*phrases[reading.measure]) - frozenset[str]().union(
        *phrases[reading.base_measure]
    )
    behind = part.one.bare[part.figure.end : part.part.end]
    verb = next((token.start for token in tokens(behind) if token.stem in telling), len(behind))
    return part.figure.end, part.figure.end + verb


def _of_those_who(part: Clause) -> CategorySeen | None:
    """ "A third of those who left were dismissed": the kind that the share is of."""
    found = _THOSE_WHO.match(part.one.plain, part.figure.end)
    if found is None:
        return None
    return next((seen for seen in part.part.categories if seen.start == found.end()), None)


def _top(part: Clause) -> int:
    """ "The three busiest forces" hold a share."""
    for seen in part.one.groups:
        if seen.figure is not None and seen.figure.value and TOP_WORDS.match(part.one.plain[seen.figure.end :]):
            return int(seen.figure.value)
    return 0
