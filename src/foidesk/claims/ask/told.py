"""What is told without a number: who refused or kept silent, who has a plan, what rose and what fell."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from foidesk.words.figures import Figure

from .clause import State
from .counting import PREDICATES, yes_no
from .lexicon import Lexicon
from .measures import EVERY, best, only
from .periods import labels
from .reading import Asked, Group, Reading
from .seen import BodySeen
from .sentence import Sentence
from .sentence import said as words_said
from .wording import HAS_NONE
from .years import is_year, moved

_CLAUSE = re.compile(r"[;:]|,\s(?:while|but|and|whereas)\s|\s(?:while|whereas|but)\s")
"""Between two clauses."""
_COST = re.compile(
    (
        r"\b(?:cost|costs|costly|expensive|too (?:long|much)|search(?:ed|ing)?|by hand|cost limit|"
        r"hours of work|time limit)\b"
    ),
    re.IGNORECASE,
)
"""The ground of a refusal is what the search would cost."""
_VERB = re.compile(
    r"\b(?:(?P<rise>rose|risen|increased|grew|grown|jumped|soared|rocketed|climbed|surged|went "
    r"up)|(?P<fall>fell|fallen|dropped|decreased|declined|plunged|"
    r"slumped|dipped|shrank|went down))\b(?:\s(?:slightly|sharply|steeply|a little|again))?",
    re.IGNORECASE,
)
"""A rise or fall that stands for itself."""
_SAID = re.compile(
    r"\b(?:said|says|claimed|argued|cited)\b.*\b(?:"
    r"(?:would|will|could|might|to) (?:be |have |cost|take|need|exceed)|"
    r"exceeds?|cost limit|costs? (?:limit|too)|too (?:costly|expensive))"
)
"""It says what an answer would have cost: "it would take too long"."""
_DID_ANSWER = re.compile(r"\s*(?:also |both |all )?(?:answered|replied|responded)\b")
"""Right behind the body: "answered" further on may be somebody else's."""
_SILENT_OF = re.compile(r"\b(?:nothing|no (?:reply|answer|response|word))\b.*\bfrom\s(?:the\s)?$", re.IGNORECASE)
"""In front of a body that kept silent: "nothing was heard from"."""
_ONLY = re.compile(r"\b(?:only|just)\s+(?:the\s)?$", re.IGNORECASE)
"""In front of a list that is said to be complete."""
_AMONG_N = re.compile(r"\bone of (?:only |just )?(?:the )?$", re.IGNORECASE)
"""Before the number of those that a body is among: "one of four forces to refuse"."""
_NO = re.compile(
    r"\b(?P<verb>had|has|have|saw|was|were|recorded|received|paid|reported|logged|spent)\s"
    r"(?:(?P<no>no|not a single|not one)\s|(?P<nothing>nothing)\b(?:\sat all)?)",
    re.IGNORECASE,
)
"""Nothing at all of what is counted."""
_THEY_ARE = re.compile(r"\W*(?:They|These|Those|The \w+)\s(?:are|were)\b:?", re.IGNORECASE)
_COLON = re.compile(r":\s|\s[–—-]\s|\s\(|,\snamely\s")
_LIST = re.compile(r"[,;]|\band\b|\bthe\b|\bas well as\b")
"""What may stand between the names of a list."""
_AND_THEN = re.compile(r",?\sand\s(?:the\s)?$", re.IGNORECASE)
"""Right before a body."""
_HAS = re.compile(r"\b(?:has|have|had|does|is|in force|operates?|keeps?|said|says|told)\b", re.IGNORECASE)


def told(one: Sentence, lexicon: Lexicon, state: State, claimed: tuple[Figure, ...]) -> list[Asked]:
    """The claims of a sentence that hang on no number."""
    return [
        *_ends(one, claimed),
        *_plans(one, lexicon, claimed, state),
        *_listed(one, state, claimed),
        *_among_them(one, state),
        *_none(one, lexicon),
        *_trends(one, lexicon, state),
    ]


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence, by their places."""
    start = 0
    for found in _CLAUSE.finditer(text):
        if text[start : found.start()].strip():
            yield start, found.start()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)


def _apart(one: Sentence) -> Iterator[tuple[int, int]]:
    """The clauses, with those joined by "and": "Exampleton said it costs too much and Sampleton kept silent"."""
    for first, last in clauses(one.plain):
        start = first
        for seen in one.bodies:
            joined = _AND_THEN.search(one.plain, start, seen.start) if start < seen.start < last else None
            if (
                joined
                and _tells_an_end(one.plain[start : joined.start()])
                and _tells_an_end(one.plain[seen.end : last])
            ):
                yield start, joined.start()
                start = joined.end()
        yield start, last


def _tells_an_end(text: str) -> bool:
    return any(pattern.search(text) for _, pattern in PREDICATES) or bool(
        _COST.search(text) and _SAID.search(text)
    )


def _ends(one: Sentence, claimed: tuple[Figure, ...]) -> Iterator[Asked]:
    for start, end in _apart(one):
        bodies = [seen for seen in one.bodies if start <= seen.start < end]
        inside = [figure for figure in claimed if start <= figure.start < end and figure.kind != "date"]
        among = next((figure for figure in inside if _AMONG_N.search(one.plain[: figure.start])), None)
        inside = [figure for figure in inside if figure.value != 1 and figure is not among]
        if not bodies or (
            inside if among else any(start <= one.start < end for one in claimed if one.kind != "date")
        ):
            continue
        clause = one.plain[bodies[0].end : end]
        ahead = one.plain[start : bodies[0].start]
        silent = _SILENT_OF.search(ahead)
        clause = ahead if silent else clause
        name = next((name for name, pattern in PREDICATES if pattern.search(clause)), "")
        reason = "cost" if _COST.search(clause) else "exemption"
        if not name and not (reason == "cost" and _SAID.search(clause)):
            continue
        if name == "answered" and not _DID_ANSWER.match(clause):
            continue
        ids = tuple(dict.fromkeys(seen.body for seen in bodies))
        reading = Reading(
            "coverage",
            "",
            {},
            Group("listed", ids),
            predicate=name or "refused",
            subject=clause if name in ("refused", "") else "",
            only=bool(_ONLY.search(ahead)),
            threshold=among,
        )
        begin = start + len(ahead) - len(ahead.lstrip()) if silent or reading.only else bodies[0].start
        first, last = begin, end - (len(one.plain[:end]) - len(one.plain[:end].rstrip(" .,")))
        yield Asked(first, last, one.text[first:last], "coverage", None, (reading,))


def _plans(one: Sentence, lexicon: Lexicon, claimed: tuple[Figure, ...], state: State) -> Iterator[Asked]:
    """ "Dunpretend does have an escalation plan"."""
    for start, end in clauses(one.plain):
        bodies = [seen for seen in one.bodies if start <= seen.start < end]
        rest = one.plain[bodies[-1].end : end] if bodies else ""
        none = HAS_NONE.fullmatch(rest)
        if not bodies or (any(start <= figure.start < end for figure in claimed) and not none) or one.groups:
            continue
        found = _none_of(state.counted, lexicon) if none else yes_no(lexicon, rest) if _HAS.search(rest) else None
        if found is None:
            continue
        measure, variable, category = found
        reading = Reading(
            "coverage",
            measure,
            {variable: (category,)},
            Group("listed", tuple(dict.fromkeys(seen.body for seen in bodies))),
            predicate="has",
            only=bool(_ONLY.search(one.plain[start : bodies[0].start])),
        )
        last = start + len(one.plain[start:end].rstrip(" .,"))
        yield Asked(bodies[0].start, last, one.text[bodies[0].start : last], "coverage", None, (reading,))


def _none_of(counted: Reading | None, lexicon: Lexicon) -> tuple[str, str, str] | None:
    """ "Exampleton and Sampleton have none": of what a sentence before counted those that have it."""
    for name, ids in counted.where.items() if counted is not None else ():
        if counted is not None and name in lexicon.yes_no and len(ids) == 1:
            yes, no = lexicon.yes_no[name]
            return counted.measure, name, no if ids[0] == yes else yes
    return None


def _listed(one: Sentence, state: State, claimed: tuple[Figure, ...]) -> Iterator[Asked]:
    """ "They are Exampleton and Sampleton", "four refused: Exampleton, …": each is one of those counted."""
    counted = state.counted
    if counted is None or len(one.bodies) < 2:
        return
    last = max((figure.end for figure in claimed), default=0)
    opener = _THEY_ARE.match(one.plain) if not last else _COLON.search(one.plain, last)
    if opener is None and last:
        yield from _apposed(one, counted)
        return
    names = [seen for seen in one.bodies if opener and seen.start >= opener.end()]
    if opener is None or not names or _LIST.sub("", _between(one.plain, opener.end(), names)).strip(" .)"):
        yield from _apposed(one, counted)
        return
    found = _one_of(one, counted, names, 0 if not last else names[0].start, names[-1].end)
    yield replace(found, clash=_miscounted(one, names, opener))


def _miscounted(one: Sentence, names: Sequence[BodySeen], opener: re.Match[str]) -> str:
    """ "Nine forces refused: A, B, C and D": why the list behind the colon is not the one counted before it."""
    counts = [figure for figure in one.figures if figure.kind == "count"]
    of_bodies = [seen for seen in one.groups if seen.figure is not None]
    if len(counts) != 1 or len(of_bodies) != 1 or of_bodies[0].figure is not counts[0] or counts[0].hedge:
        return ""
    listed = {seen.body for seen in names}
    if (
        counts[0].end > opener.start()
        or not opener[0].startswith(":")
        or not _ENDS.match(one.plain, names[-1].end)
    ):
        return ""
    return f"it counts {counts[0].value}, and names {len(listed)}" if len(listed) != counts[0].value else ""


_ENDS = re.compile(r"\W*$")


def _one_of(
    one: Sentence, counted: Reading, names: Sequence[BodySeen], start: int, end: int, denied: bool = False
) -> Asked:
    """That each of the bodies is one of those counted before; with `denied`, that none is."""
    group = Group("listed", tuple(dict.fromkeys(seen.body for seen in names)))
    reading = Reading(
        "coverage", counted.measure, counted.where, group, counted.period,
        predicate="among", other=counted, complement=denied,
    )  # fmt: skip
    return Asked(start, end, one.text[start:end], "coverage", None, (reading,))


_AMONG_THEM = re.compile(
    r"\s(?:is|was|are|were)\s(?P<no>not\s)?(?:also\s)?(?:among|one of)\s(?:them|these|those)\b"
)
_NOT_SO = re.compile(r"\s(?:is|was|are|were)\snot\s*[.,;)]?\s*$")
"""Behind the second: "…; Ardsample is not"."""


def _among_them(one: Sentence, state: State) -> Iterator[Asked]:
    """ "Exampleton is among them; Sampleton is not": a body that is, or is not, one of those counted before."""
    counted = state.counted
    if counted is None:
        return
    opened = False
    for start, end in clauses(one.plain):
        bodies = [seen for seen in one.bodies if start <= seen.start < end]
        if not bodies:
            continue
        rest = one.plain[bodies[-1].end : end]
        found = _AMONG_THEM.match(rest)
        denied = bool(found["no"]) if found else opened and bool(_NOT_SO.match(rest))
        if not found and not denied:
            continue
        opened = True
        last = start + len(one.plain[start:end].rstrip(" .,"))
        yield _one_of(one, counted, bodies, bodies[0].start, last, denied)


def _apposed(one: Sentence, counted: Reading) -> Iterator[Asked]:
    """ "Two councils, Exampleton and Sampleton, refused": the list between commas right behind the number."""
    for group in one.groups:
        names = [seen for seen in one.bodies if seen.start >= group.end]
        if group.figure is None or len(names) < 2 or not _APPOSES.fullmatch(one.plain[group.end : names[0].start]):
            continue
        names = list(_run(one, names))
        end = _ENDS_LIST.match(one.plain, names[-1].end)
        counts = {figure.value for figure in one.figures if figure.kind == "count" and figure.end <= group.end}
        if end is None or len(names) not in counts:
            continue
        yield _one_of(one, counted, names, names[0].start, names[-1].end)


_APPOSES = re.compile(r"(?:,| \(|\s[–—-]|:)\s?(?:namely\s|the\s)*")
"""Between a number of bodies and their names."""
_ENDS_LIST = re.compile(r"(?:,|\)|\s[–—-]\s|\.?\s*$)")


def _run(one: Sentence, names: Sequence[BodySeen]) -> Iterator[BodySeen]:
    """The names of a list, up to the first that stands apart."""
    yield names[0]
    for before, seen in itertools.pairwise(names):
        if _LIST.sub("", one.plain[before.end : seen.start]).strip():
            return
        yield seen


def _between(text: str, start: int, names: list[BodySeen]) -> str:
    """What stands from the opener to the end of the sentence, less the names."""
    kept = ""
    for seen in names:
        kept += text[start : seen.start]
        start = seen.end
    return kept + text[start:]


_ENDS_NOUN = re.compile(r"[,;:.]|\s(?:in|at|but|and|for|to|over|about|on|after|because|who|that|which)\s")
"""Where the noun behind a "no" is over: "no written plan for handover delays" counts no handovers."""


def _none(one: Sentence, lexicon: Lexicon) -> Iterator[Asked]:
    """ "Had no wait of more than an hour": nought of what a measure counts, at a body."""
    for found in _NO.finditer(one.plain):
        held = [(seen.start, seen.end) for seen in one.categories if seen.text.lower().startswith("no ")]
        held += [(figure.start, figure.end) for figure in one.figures]
        taken = any(start < found.end() and found.start() < end for start, end in held)
        words = _ENDS_NOUN.split(one.plain[found.end() : found.end() + 70])[0]
        measure = best(words_said(f"{found['verb']} {words}"), ("count",), lexicon)
        if found["nothing"]:
            measure = best(words_said(f"{found['verb']} {words}"), ("money",), lexicon, loose=True)
            measure = measure or _only_money(lexicon, found["verb"])
        ids = tuple(dict.fromkeys(seen.body for seen in one.bodies))
        if taken or not measure or not (len(ids) == 1 or (ids and _is_list(one, found.start()))):
            continue
        span = labels(one.whens, lexicon.definition.period, one.text)
        where = {seen.variable: seen.categories for seen in one.categories}
        reading = Reading("total", measure, where, Group("listed", ids), span.label)
        nought = Decimal(0)
        start, end = one.bodies[0].start, found.end() + len(words)
        start = min(start, found.start())
        figure = Figure(*found.span(), found[0], "none", *found.span(), nought, nought, nought)
        yield Asked(start, end, one.text[start:end], "majority", figure, (reading,))


def _only_money(lexicon: Lexicon, verb: str) -> str:
    """What is paid or spent, if the survey asks for one measure of money."""
    return only(lexicon, "money") if verb.lower() in ("paid", "spent") else ""


def _is_list(one: Sentence, end: int) -> bool:
    """Nothing but names stands before the verb: "Exampleton, Sampleton and Mockford *paid nothing*"."""
    return not _LIST.sub(
        "", _between(one.plain[:end], 0, [seen for seen in one.bodies if seen.end <= end])
    ).strip()


def _trends(one: Sentence, lexicon: Lexicon, state: State) -> Iterator[Asked]:
    """ "Fell slightly in 2024": where the years are given and no number hangs on the verb."""
    for verb in _VERB.finditer(one.plain):
        if any(0 <= figure.start - verb.end() <= 6 for figure in one.figures if figure.kind != "date"):
            continue
        span = labels(one.whens, lexicon.definition.period, one.text)
        said = words_said(one.bare)
        measure = best(said, EVERY, lexicon) or best(said, EVERY, lexicon, loose=True) or state.measure
        first, last = next(
            (own for own in clauses(one.plain) if own[0] <= verb.start() < own[1]), (0, len(one.plain))
        )
        near = [seen for seen in one.bodies if first <= seen.start < last]
        ids = tuple(dict.fromkeys(seen.body for seen in near or one.bodies))
        if not measure or not span.given or not (ids or one.groups):
            continue
        earlier, later = (
            (span.earlier, span.later) if span.earlier and span.earlier != span.later else _year_before(span.label)
        )
        if not earlier:
            continue
        group = Group("listed", ids) if ids else one.groups[0].group
        where = {seen.variable: seen.categories for seen in one.categories}
        own = Reading("trend", measure, where, group, later, direction=1 if verb["rise"] else -1)
        yield Asked(
            *verb.span(),
            verb[0],
            "change",
            None,
            (replace(own, other=replace(own, statistic="total", period=earlier)),),
        )


def _year_before(label: str) -> tuple[str, str]:
    return (moved(label, -1), label) if is_year(label) else ("", "")
