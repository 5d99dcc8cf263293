"""Which statistic the words around a figure ask for."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from .averages import average, rate
from .chained import NO_YEAR, year_before_another
from .change_ends import ends_of_change, label_of, year_of
from .clause import Clause
from .measures import SHARES
from .periods import Span, counted_from, labels, shifted_year
from .portions import share
from .reading import Asked, Group, Reading
from .stems import stems
from .unknown import apiece
from .wording import (
    AFTER_CHANGE,
    BEFORE_CHANGE,
    DOUBLED,
    FALL,
    FOR_EVERY,
    FROM_TO,
    MEAN,
    RANGED,
    RISE,
    TO,
)
from .years import ends, is_year, moved

_EARLIER = re.compile(r"(?:\s[a-z-]+)?\s(?:(?:a|one|two|three|four|five|\d)\s)?years?\s(?:earlier|before|ago)\b")
"""Behind the first of two figures, how long before the second it was: "down from 12 *three years earlier*"."""
_NEAR = 14
"""Characters between a figure and its own date: "to 12 again in 2013"."""
_THEN_TO = re.compile(r"\bbefore \w+ing\s(?:back\s|again\s|up\s|down\s)*to\s(?:just\s|only\s)?$", re.IGNORECASE)
"""Right before where it went afterwards."""
_AS_MANY = re.compile(r"\s+(?:as many|as much|the number|that of)\b")
"""Behind "half": one body's number against another's."""
_TIMES = re.compile(r"\s?times\s+(?:as|more|the)\b")
_FOLD = re.compile(r"(?:-?fold|\s+(?:rise|increase))")
"""Behind a multiple that tells a change over time: "a threefold rise"."""
_BY = re.compile(r"\bby\s+(?:a\s+)?$")
"""Between verb and number: "rose by 12" is a difference, "rose to 12" and "up 12" need not be."""
_THAN_BEFORE = re.compile(
    r"\bthan (?:in|(?:a|the|one|two|three|four|five) (?:\w+ )?years?|last year|this year|(?:19|20)\d\d)\b"
)
_AGAINST = re.compile(r"\b(?:than|on|from|compared)\b")
_ENDS_CLAUSE = re.compile(r"\s*(?:[.,;:)]|$)")
"""Behind a change whose two ends were told before: "48 minutes, five *longer*."."""
_FROM_TO = re.compile(r"\bfrom\s[^.;]*\bto\b|\bto\s[^.;]*\bfrom\b|\b(?:up|down) from\b")
"""A sentence that tells two figures of one thing: "fell from 954 to 947", "947, down from 954"."""
FROM_TO_SUMS = re.compile(
    r"\bfrom\s(?:just\s|only\s)?[£$€]?\d[\d,.]*\w?\s(?:[\w ]{1,30}\s)?to\s(?:just\s|only\s)?[£$€]?\d"
)
"""The two ends of a change told beside it: the change is between the years of these."""
_SHARE_OF = re.compile(r"\b(?:share|proportion|percentage)\b", re.IGNORECASE)
_THAN = re.compile(r"\bthan\s+")
_ON_BEFORE = re.compile(
    r"\s(?:[a-z]+\s)?(?:on|from|compared (?:with|to)|over|since) (?:the |a )?(?:year|previous|preceding|12|"
    r"twelve|last|19|20|in )"
)
"""Behind "a rise of 43": on what, in time."""
_NOT = re.compile(r"\b(?:not|never)\b|n['’]t\b")


def statistic(part: Clause, reading: Reading, span: Span) -> Asked:
    """The figure with its reading made whole."""
    for way in (
        _apiece,
        _multiple,
        _between_bodies,
        _changed,
        _per_each,
        _ranged,
        _from_to,
        rate,
        average,
        _share,
        _rest,
        _plain,
    ):
        found = way(part, reading, span)
        if found is not None:
            return found
    return part.asked(open="the words leave open what is asked")


def _apiece(part: Clause, reading: Reading, span: Span) -> Asked | None:
    """ "Exampleton and Sampleton had two claims each": so many is each of those told together."""
    if not (apiece(part.figure, part.one) or _is_of_both(part, reading)) or MEAN.search(part.part.text):
        return None
    several = [ids for ids in reading.where.values() if len(ids) > 1]
    if (len(reading.group.ids) > 1 and not several) or (len(reading.group.ids) < 2 and len(several) == 1):
        return part.asked(replace(reading, statistic="each", threshold=part.figure, base_measure=""))
    return None


def _is_of_both(part: Clause, reading: Reading) -> bool:
    """ "*Both* Exampleton and Sampleton had fewer than ten": a limit that either keeps to."""
    sentence = part.one.plain
    both = bool(_BOTH.match(sentence)) and len(reading.group.ids) == _BODIES and not _SUMS.search(sentence)
    return both and bool(_LIMIT.match(part.figure.text))


_BODIES = 2
_BOTH = re.compile(r"\W*(?:In \d{4},?\s)?[Bb]oth\s")
_LIMIT = re.compile(r"(?:fewer|less|more) than\b|(?:under|over|at least|at most)\b", re.IGNORECASE)
_SUMS = re.compile(r"\b(?:together|combined|between them|in (?:all|total)|altogether)\b")


# --- comparisons -----------------------------------------------------------------------------------------------


def _multiple(part: Clause, reading: Reading, span: Span) -> Asked | None:
    figure = part.figure
    halved = figure.kind == "fraction" and _AS_MANY.match(part.after)
    if figure.kind != "multiple" and not halved and not _TIMES.match(part.after):
        return None
    if _THE_SUM.match(part.one.plain, figure.end):
        return _of_the_sum(part, reading)
    if DOUBLED.match(figure.text) or _FOLD.match(part.after):
        ends = ends_of_change(part, _doubled_span(part, span))
        found = [
            replace(reading, statistic="multiple", period=later, other=replace(reading, period=earlier))
            for earlier, later in ends
        ]
        return part.asked(*found, kind="change")
    other = _other_body(part)
    if other is None:
        return part.asked(kind="multiple", open="the words do not say with what it is compared")
    if reading.group.ids == (other,):
        ahead = tuple(dict.fromkeys(seen.body for seen in part.one.bodies if seen.end <= part.figure.start))
        if len(ahead) != 1 or ahead == (other,):
            return part.asked(kind="multiple", open="the words do not say who is compared with whom")
        reading = replace(reading, group=Group("listed", ahead))
    return part.asked(
        replace(reading, statistic="multiple", other=replace(reading, group=Group("listed", (other,)))),
        kind="multiple",
    )


_THE_SUM = re.compile(r"\s(?:the|that of the|as many as the)\s(?=[£$€]?\d)")
"""Between a multiple and the figure that it is a multiple of: "almost double *the* 3,076 at Exampleton"."""


def _of_the_sum(part: Clause, reading: Reading) -> Asked:
    """A figure of one body against that of another, which is told right behind the multiple."""
    ahead = tuple(dict.fromkeys(seen.body for seen in part.one.bodies if seen.end <= part.figure.start))
    other = _other_body(part)
    rest = tuple(dict.fromkeys(seen.body for seen in part.one.bodies if seen.body != other))
    ahead = ahead or (rest if len(rest) == 1 else ())
    if (
        other is None
        or len(ahead) != 1
        or ahead == (other,)
        or (part.state.span.given and len(part.one.whens) > 1)
    ):
        return part.asked(kind="multiple", open="the words do not say with what it is compared")
    own = replace(reading, base_measure="", group=Group("listed", ahead))
    against = replace(own, group=Group("listed", (other,)))
    return part.asked(replace(own, statistic="multiple", other=against), kind="multiple")


def _between_bodies(part: Clause, reading: Reading, span: Span) -> Asked | None:
    """ "14 fewer cases than Exampleton": one body's figure less another's."""
    after = AFTER_CHANGE.match(part.after)
    than = _THAN.search(part.after)
    if after is None or than is None or part.figure.kind not in ("count", "money", "duration"):
        return None
    at = part.figure.end + than.end()
    other = next((seen for seen in part.one.bodies if seen.start - at in (0, 4)), None)
    first = [seen.body for seen in part.one.bodies if seen.end <= part.figure.start]
    if other is None or len(set(first)) != 1 or (part.one.whens and not span.given):
        return None
    own = replace(reading, base_measure="", group=Group("listed", (first[0],)))
    return part.asked(
        replace(
            own,
            statistic="difference",
            direction=1 if after["rise"] else -1,
            other=replace(own, group=Group("listed", (other.body,))),
        ),
        kind="change",
    )


def _doubled_span(part: Clause, span: Span) -> Span:
    return Span() if len(part.one.whens) > 1 else span


def _other_body(part: Clause) -> str | None:
    """The body after "as": "twice as many as Pretendleigh"."""
    return next((seen.body for seen in part.one.bodies if seen.start >= part.figure.end), None)


def _changed(part: Clause, reading: Reading, span: Span) -> Asked | None:
    before, after = BEFORE_CHANGE.search(part.before), AFTER_CHANGE.match(part.after)
    figure = part.figure
    ends = bool(after and _ENDS_CLAUSE.match(part.after, after.end()) and part.place > 0)
    prior = part.state.priors[0] if part.state.priors else None
    if ends and not before and prior is not None and prior.statistic in ("difference", "change") and prior.other:
        return _changed_too(part, reading, prior, 1 if after and after["rise"] else -1)
    bare = ends and part.state.last is not None
    noun = before is not None and (before["rise2"] or before["fall2"]) and _ON_BEFORE.match(part.after)
    if (
        figure.kind in ("count", "money", "duration")
        and not bare
        and not noun
        and not (before and _BY.search(before[0]))
        and (not after or not _THAN_BEFORE.search(part.after))
    ):
        return None
    found = before or after
    if found is None:
        return None
    if after and not before and not bare and not _AGAINST.search(part.after) and figure.kind != "points":
        return None
    if (
        figure.kind == "points"
        and part.lexicon.kind(reading.measure) != "share"
        and _SHARE_OF.search(part.one.plain)
    ):
        return part.asked(open="it tells how a share moved, in points; say the two shares")
    groups = found.groupdict()
    direction = 1 if any(groups.get(name) for name in ("rise", "rise2", "rise3")) else -1
    name = "points" if figure.kind == "points" else "change" if figure.kind in SHARES else "difference"
    base = reading.base_measure if reading.base_measure != reading.measure else ""
    own = replace(reading, base_measure=base, statistic=name, direction=direction)
    every = [
        replace(own, period=later, other=replace(own, period=earlier, statistic="total", direction=0))
        for earlier, later in ends_of_change(part, span)
    ]
    told = FROM_TO_SUMS.search(part.one.plain)
    return part.asked(*(every[:1] if told else every), kind="change")


def _changed_too(part: Clause, reading: Reading, prior: Reading, direction: int) -> Asked | None:
    """ "168 fewer cases than the year before, and paid £11,663 *less*": between the same two years."""
    if prior.other is None or prior.group.ids != reading.group.ids or not is_year(prior.other.period):
        return part.asked(open="the words do not say with what it is compared")
    name = "change" if part.figure.kind in SHARES else "difference"
    own = replace(reading, base_measure="", period=prior.period)
    other = replace(own, statistic="total", period=prior.other.period)
    return part.asked(replace(own, statistic=name, direction=direction, other=other), kind="change")


def _per_each(part: Clause, reading: Reading, span: Span) -> Asked | None:
    """ "For every pavement claim there were nearly three pothole claims": one kind divided by another."""
    if not FOR_EVERY.search(part.before) or part.figure.kind not in ("count", "multiple"):
        return None
    seen = part.part.categories
    first = [one for one in seen if one.end <= part.figure.start]
    second = [one for one in seen if one.start >= part.figure.end]
    if len(first) != 1 or len(second) != 1 or first[0].variable != second[0].variable:
        return part.asked(open="the words do not say which two kinds are compared")
    name = first[0].variable
    top = replace(reading, where={**reading.where, name: second[0].categories}, base_measure="")
    low = replace(reading, where={**reading.where, name: first[0].categories}, base_measure="")
    return part.asked(replace(top, statistic="multiple", other=low), kind="ratio")


# --- ends of a range ----------------------------------------------------------------------------


def _neighbours(part: Clause) -> tuple[bool, bool]:
    """Is the figure the first, or the second, of "from … to …"?"""
    before = part.one.plain[: part.figure.start]
    return bool(FROM_TO.search(before)), bool(TO.search(before))


def _ranged(part: Clause, reading: Reading, span: Span) -> Asked | None:
    if not RANGED.search(part.one.plain):
        return None
    first, second = _neighbours(part)
    if part.figure.hedge == "between":
        return part.asked(replace(reading, statistic="range", base_measure=""), kind="range")
    if not first and not second:
        return None
    return part.asked(replace(reading, statistic="lowest" if first else "highest", base_measure=""), kind="range")


def _from_to(part: Clause, reading: Reading, span: Span) -> Asked | None:
    """ "Fell from 954 to 947 in 2024": the year before, and the year."""
    if part.figure.kind in SHARES and reading.base_measure:
        return None
    first, second = _neighbours(part)
    sentence = part.one.plain
    if _THEN_TO.search(sentence[: part.figure.start]) and not any(
        0 <= when.start - part.figure.end < _NEAR for when in part.part.whens
    ):
        return _moved_on(part, reading)
    if (first or second) and (year := year_before_another(part, first)) is not None:
        return share_or_total(part, reading, year) if year else part.asked(open=NO_YEAR)
    if second and (ends := _moved_by(part)):
        return part.asked(replace(reading, statistic="total", period=ends[1], base_measure=""))
    if not (first or second) or not _FROM_TO.search(sentence) or (first and not _has_second(part)):
        return None
    behind = part.one.plain[part.figure.end : part.part.end]
    if first and _EARLIER.match(behind) and (early := shifted_year(behind, part.state.span)) is not None:
        return share_or_total(part, reading, early.label)
    shift = shifted_year(behind, part.state.span) if second else None
    if shift is not None and not counted_from(part.part.text):
        return share_or_total(part, reading, shift.label)
    own = part.nearest_when() or tuple(when for when in part.part.whens if 0 <= when.start - part.figure.end < 12)
    given = part.figure.kind in SHARES and part.lexicon.kind(reading.measure) == "share"
    if own and own[0].first and given:
        return share(part, replace(reading, period=year_of(own[0])))
    if own and own[0].first:
        return part.asked(replace(reading, statistic="total", period=label_of(part, own[0]), base_measure=""))
    if not second and not re.search(r"\bto\b", sentence):
        return None
    earlier, later = ends_of_change(part, span if not part.state.span.given else part.state.span)[0]
    return part.asked(replace(reading, statistic="total", period=earlier if first else later, base_measure=""))


def _has_second(part: Clause) -> bool:
    """True unless nothing went "to" a number: "47 plots to pensioners, *from 247 applications*"."""
    text, others = part.one.plain, [one for one in part.one.figures if one is not part.figure]
    moved = _MOVED_FROM.search(text[: part.figure.start])
    return bool(moved) or any(_TO_SOME.search(text[: one.start]) for one in others)


_MOVED_FROM = re.compile(
    rf"\b(?:{RISE}|{FALL}|moved|went|going)\s(?:[a-z]+\s)?from\s(?:(?:the|just|only|some|about)\s)?$", re.I
)
"""Before what a figure came from, wherever it went."""
_TO_SOME = re.compile(
    r"\bto\s(?:(?:an?|the|just|only|some|about|around|nearly|almost|over|record|new|high|low|of)\s){0,4}$", re.I
)


def _moved_on(part: Clause, reading: Reading) -> Asked | None:
    """ "To 121 in 2023 *before slipping back to 116*": of the year behind, if it is the last asked about."""
    window, told = part.lexicon.definition.period, part.state.priors[:1]
    last = ends(window.start, window.end - timedelta(days=1))[1] if window else ""
    if told and is_year(told[0].period) and moved(told[0].period, 1) == last:
        return share_or_total(part, reading, last)
    return part.asked(open=NO_YEAR)


def share_or_total(part: Clause, reading: Reading, year: str) -> Asked | None:
    """The figure of one year: of a measure that bodies give as a share, or a sum."""
    if part.figure.kind in SHARES and part.lexicon.kind(reading.measure) == "share":
        return share(part, replace(reading, period=year))
    return part.asked(replace(reading, statistic="total", period=year, base_measure=""))


def _moved_by(part: Clause) -> tuple[str, str] | None:
    """ "Lengthened by seven minutes between 2022 and 2024, *to 35*": the two years of the change just told."""
    if part.place == 0 or part.part.whens:
        return None
    before = part.parts[part.place - 1]
    moved = before.figure is not None and BEFORE_CHANGE.search(part.one.plain[before.start : before.figure.start])
    span = labels(before.whens, part.lexicon.definition.period, part.one.text)
    return (span.earlier, span.later) if moved and span.earlier and span.earlier != span.later else None


# --- plain numbers ---


def _share(part: Clause, reading: Reading, span: Span) -> Asked | None:
    return share(part, reading)


def _rest(part: Clause, reading: Reading, span: Span) -> Asked | None:
    """ "Of 145 items, 120 were *never* recovered": the whole, less the part-measure that is denied."""
    whole = part.lexicon.whole_of(reading.measure)
    if part.figure.kind not in ("count", "money") or whole == reading.measure or reading.where:
        return None
    own, its = (set(stems(part.lexicon.measure(id).unit)) for id in (reading.measure, whole))
    beside = (
        part.one.plain[part.part.start : part.figure.start][-40:] + part.one.plain[part.figure.end : part.part.end]
    )
    if not own & its or not part.part.negated() or not _NOT.search(beside) or _NOT_THIS.search(part.before):
        return None
    other = replace(reading, statistic="total", measure=whole, base_measure="")
    return part.asked(replace(reading, statistic="rest", base_measure="", complement=True, other=other))


_NOT_THIS = re.compile(r"\bnot\s(?:the\s|just\s|only\s)?$", re.IGNORECASE)


def _plain(part: Clause, reading: Reading, span: Span) -> Asked | None:
    start, end = part.own_clause
    before = part.one.plain[max(start, part.part.start, part.figure.start - 40) : part.figure.start]
    beside = before + part.one.plain[part.figure.end : min(end, part.figure.end + 40)]
    if part.figure.kind != "none" and part.part.negated() and not _not_stated(reading) and _NOT.search(beside):
        return part.asked(open="the sentence says “not”")
    return part.asked(replace(reading, statistic="total", base_measure=""))


def _not_stated(reading: Reading) -> bool:
    return any("not stated" in ids for ids in reading.where.values())
