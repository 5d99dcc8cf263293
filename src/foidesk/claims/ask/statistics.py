"""Which statistic the words around a figure ask for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .lexicon import Lexicon
from .periods import Span
from .reading import Asked, Group, Reading
from .stems import stems
from .wording import (
    AFTER_CHANGE,
    BEFORE_CHANGE,
    DOUBLED,
    FOR_EVERY,
    FROM_TO,
    KNOWN,
    MEAN,
    MEDIAN,
    RANGED,
    TO,
    TOP_WORDS,
)

if TYPE_CHECKING:
    from .asks import _Part

SHARES = ("percent", "fraction", "ratio", "majority")


def statistic(part: _Part, reading: Reading, span: Span) -> Asked:
    """The figure with its reading made whole."""
    for way in (_multiple, _changed, _per_each, _ranged, _from_to, _average, _rate, _share, _plain):
        found = way(part, reading, span)
        if found is not None:
            return found
    return _asked(part, open="the words leave open what is asked")


def _asked(part: _Part, *readings: Reading, kind: str = "number", open: str = "") -> Asked:
    figure = part.figure
    return Asked(figure.start, figure.end, figure.text, kind, figure, readings, "", open)


def _years(part: _Part, span: Span) -> tuple[str, str]:
    """The earlier and the later period of a change; the window's own ends where the words give only one."""
    window = part.lexicon.definition.period
    every = [when for when in part.one.whens if when.first is not None and when.explicit]
    if span.earlier and span.later and span.earlier != span.later:
        return span.earlier, span.later
    years = sorted({str(when.first.year) for when in every if when.first})
    if len(years) > 1:
        return years[0], years[-1]
    last = (
        str(window.end.year if (window.end.month, window.end.day) > (1, 1) else window.end.year - 1)
        if window
        else ""
    )
    first = str(window.start.year) if window else ""
    if span.label and re.fullmatch(r"\d{4}", span.label):
        if re.search(r"\b(?:since|than in|on|from|compared with|against)\s+$", _before_when(part)):
            return span.label, part.state.span.label if re.fullmatch(
                r"\d{4}", part.state.span.label
            ) and part.state.span.label != span.label else last
        return str(int(span.label) - 1), span.label
    return first, last


def _before_when(part: _Part) -> str:
    """The words in front of the part's date."""
    when = next((one for one in (*part.part.whens, *part.one.whens) if one.first is not None), None)
    return part.one.plain[max(0, when.start - 20) : when.start] if when else ""


# --- comparisons -----------------------------------------------------------------------------------------------


def _multiple(part: _Part, reading: Reading, span: Span) -> Asked | None:
    figure = part.figure
    halved = figure.kind == "fraction" and re.match(r"\s+(?:as many|as much|the number|that of)\b", part.after)
    if figure.kind != "multiple" and not halved and not re.match(r"\s?times\s+(?:as|more|the)\b", part.after):
        return None
    if DOUBLED.match(figure.text) or re.match(r"(?:-?fold|\s+(?:rise|increase))", part.after):
        earlier, later = _years(part, _doubled_span(part, span))
        return _asked(
            part,
            replace(reading, statistic="multiple", period=later, other=replace(reading, period=earlier)),
            kind="change",
        )
    other = _other_body(part)
    if other is None:
        return _asked(part, kind="multiple", open="the words do not say with what it is compared")
    return _asked(
        part,
        replace(reading, statistic="multiple", other=replace(reading, group=Group("listed", (other,)))),
        kind="multiple",
    )


def _doubled_span(part: _Part, span: Span) -> Span:
    return Span() if len(part.one.whens) > 1 else span


def _other_body(part: _Part) -> str | None:
    """The body after "as": "twice as many as Pretendleigh"."""
    return next((seen.body for seen in part.one.bodies if seen.start >= part.figure.end), None)


def _changed(part: _Part, reading: Reading, span: Span) -> Asked | None:
    before, after = BEFORE_CHANGE.search(part.before), AFTER_CHANGE.match(part.after)
    figure = part.figure
    if (
        figure.kind in ("count", "money", "duration")
        and not (before and re.search(r"\bby\s+(?:a\s+)?$", before[0]))
        and (figure.kind != "count" or not after or not re.search(r"\bthan (?:in|a year)\b", part.after))
    ):
        return None
    found = before or after
    if found is None or (
        after
        and not before
        and not re.search(r"\b(?:than|on|from|compared)\b", part.after)
        and figure.kind != "points"
    ):
        return None
    groups = found.groupdict()
    direction = 1 if groups.get("rise") or groups.get("rise2") else -1
    earlier, later = _years(part, span)
    if figure.kind == "points":
        name = "points"
    else:
        name = "change" if figure.kind in SHARES else "difference"
    base = reading.base_measure if reading.base_measure != reading.measure else ""
    own = replace(reading, base_measure=base, period=later)
    return _asked(
        part, replace(own, statistic=name, direction=direction, other=replace(own, period=earlier)), kind="change"
    )


def _per_each(part: _Part, reading: Reading, span: Span) -> Asked | None:
    """ "For every pavement claim there were nearly three pothole claims": one kind divided by another."""
    if not FOR_EVERY.search(part.before) or part.figure.kind not in ("count", "multiple"):
        return None
    seen = part.part.categories
    first = [one for one in seen if one.end <= part.figure.start]
    second = [one for one in seen if one.start >= part.figure.end]
    if len(first) != 1 or len(second) != 1 or first[0].variable != second[0].variable:
        return _asked(part, open="the words do not say which two kinds are compared")
    name = first[0].variable
    top = replace(reading, where={**reading.where, name: second[0].categories}, base_measure="")
    low = replace(reading, where={**reading.where, name: first[0].categories}, base_measure="")
    return _asked(part, replace(top, statistic="multiple", other=low), kind="ratio")


# --- ends of a range, averages, rates ----------------------------------------------------------------------------


def _neighbours(part: _Part) -> tuple[bool, bool]:
    """Is the figure the first, or the second, of "from … to …"?"""
    before = part.one.plain[: part.figure.start]
    return bool(FROM_TO.search(before)), bool(TO.search(before))


def _ranged(part: _Part, reading: Reading, span: Span) -> Asked | None:
    if not RANGED.search(part.one.plain):
        return None
    first, second = _neighbours(part)
    if part.figure.hedge == "between":
        return _asked(part, replace(reading, statistic="range", base_measure=""), kind="range")
    if not first and not second:
        return None
    return _asked(
        part, replace(reading, statistic="lowest" if first else "highest", base_measure=""), kind="range"
    )


def _from_to(part: _Part, reading: Reading, span: Span) -> Asked | None:
    """ "Fell from 954 to 947 in 2024": the year before, and the year."""
    if part.figure.kind in SHARES and reading.base_measure:
        return None
    first, second = _neighbours(part)
    sentence = part.one.plain
    if not (first or second) or not (
        re.search(r"\bfrom\s[^.;]*\bto\b", sentence) or re.search(r"\b(?:up|down) from\b", sentence)
    ):
        return None
    if re.search(r"\b(?:up|down) from\s*$", sentence[: part.figure.start]) and not part.part.whens:
        pass
    own = part._nearest_when() or tuple(when for when in part.part.whens if 0 <= when.start - part.figure.end < 12)
    if own and own[0].first:
        return _asked(part, replace(reading, statistic="total", period=str(own[0].first.year), base_measure=""))
    if not second and not re.search(r"\bto\b", sentence[part.figure.end :]):
        return None
    earlier, later = _years(part, span if not part.state.span.given else part.state.span)
    return _asked(part, replace(reading, statistic="total", period=earlier if first else later, base_measure=""))


def _average(part: _Part, reading: Reading, span: Span) -> Asked | None:
    text = part.part.text
    named = any("median" in phrase for phrase in part.lexicon.measure_phrases[reading.measure])
    kind = part.lexicon.kind(reading.measure)
    if named or kind in ("duration", "share"):
        if MEAN.search(text) and not MEDIAN.search(text) and named:
            return _asked(part, open="the survey asks for a median; the sentence tells an average")
        return None
    if MEDIAN.search(text) and part.figure.kind in ("count", "money"):
        return _asked(part, replace(reading, statistic="median", base_measure=""), kind="average")
    if MEAN.search(text) and part.figure.kind in ("count", "money"):
        return _asked(part, replace(reading, statistic="mean", base_measure=""), kind="average")
    return None


def _rate(part: _Part, reading: Reading, span: Span) -> Asked | None:
    per = part.figure.per or part.context.per
    if not per or part.figure.kind not in ("count", "money"):
        return None
    if not re.match(r"(?:\s+[\w-]+){0,3}\s+(?:an?|per|each|every)\s", part.after):
        return None
    return _asked(part, replace(reading, statistic="rate", per=per, base_measure=""), kind="rate")


# --- shares and plain numbers ------------------------------------------------------------------------------------


def _share(part: _Part, reading: Reading, span: Span) -> Asked | None:
    if part.figure.kind == "points":
        own = replace(reading, statistic="points", direction=1, other=replace(reading))
        return (
            _asked(
                part,
                kind="share",
                open="percentage points tell a difference of two shares; a share is told in per cent",
            )
            if own
            else None
        )
    if part.figure.kind not in SHARES:
        return None
    given = part.lexicon.kind(reading.measure) == "share"
    if given:
        return _asked(
            part,
            replace(reading, statistic="share", base_measure="", complement=part.part.negated()),
            kind="share",
        )
    base, where = _base(part, reading)
    if found := _top(part):
        return _asked(part, replace(reading, statistic="share", base={}, where={}, top=found), kind="share")
    if not where and reading.base_measure == reading.measure:
        return _asked(part, kind="share", open="the words do not say of which kind the share is")
    own = replace(reading, statistic="share", base=base, where=where, complement=part.part.negated())
    return _asked(part, own, kind="majority" if part.figure.kind == "majority" else "share")


def _base(part: _Part, reading: Reading) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """What the share is of ("of claims of known cause"), and the part of it."""
    where = dict(reading.where)
    base: dict[str, tuple[str, ...]] = {}
    if found := KNOWN.search(part.one.plain):
        variable = named_variable(found["what"] or found["what2"], part.lexicon)
        if variable:
            base[variable] = tuple(
                one.id for one in part.lexicon.variable(variable).categories if not one.missing and not one.parent
            )
    for seen in part.part.categories:
        gap = part.one.plain[part.figure.end : seen.start]
        if (
            seen.start >= part.figure.end
            and re.fullmatch(r"\s+of\s+(?:all\s+|the\s+|all the\s+|those\s+)?(?:\d+\s+)?", gap)
            and len(where) > 1
        ):
            base[seen.variable] = where.pop(seen.variable, seen.categories)
    if (
        part.figure.kind in ("majority", "fraction")
        and part.state.where
        and re.match(r"\s+of (?:these|those|them|which|whom)\b", part.after)
    ):
        base |= dict(part.state.where.items())
        where = {name: ids for name, ids in where.items() if part.state.where.get(name) != ids}
    return base, where


def named_variable(words: str, lexicon: Lexicon) -> str:
    """The variable that words name by label or heading."""
    said = frozenset(stems(words))
    for variable in lexicon.definition.codebook.variables:
        for name in (variable.label, variable.id, *variable.names):
            key = frozenset(stems(name))
            if key and key <= said:
                return variable.id
    return ""


def _top(part: _Part) -> int:
    """ "The three busiest forces" hold a share."""
    for seen in part.one.groups:
        if seen.figure is not None and seen.figure.value and TOP_WORDS.match(part.one.plain[seen.figure.end :]):
            return int(seen.figure.value)
    return 0


def _plain(part: _Part, reading: Reading, span: Span) -> Asked | None:
    beside = part.before[-40:] + part.after[:40]
    if part.part.negated() and not _not_stated(reading) and re.search(r"\b(?:not|never)\b|n['’]t\b", beside):
        return _asked(part, open="the sentence says “not”")
    return _asked(part, replace(reading, statistic="total", base_measure=""))


def _not_stated(reading: Reading) -> bool:
    return any("not stated" in ids for ids in reading.where.values())
