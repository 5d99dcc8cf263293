"""Which figures of a sentence are asserted; the others get the reason why not."""

from __future__ import annotations

import re

from foidesk.words.figures import Figure

from .clause import asked_of
from .fit import MINUTES
from .groups import GroupSeen
from .lexicon import Lexicon
from .measures import SHARES, best, of_unit
from .none_of import is_none_of
from .periods import labels
from .reading import Asked, Group, Reading
from .sentence import Sentence
from .stems import stems, tokens
from .universals import excepted, quantified
from .wording import AMONG, AT_LEAST_ONE, THRESHOLD, TOGETHER

_ONE_OF = re.compile(
    r"\sof (?:the|those) (?:\w+\s)?(?:forces|councils|boards|bodies|trusts|authorities) (?:that|which|who)\b|"
    r"\sof (?:only |just |the |those |its |their )*(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
)
"""Behind "one": it is among those that are counted next."""
_OF_GROUP = re.compile(r"\s+of\s+(?:the|all|all the)\s")
_AMONG_N = re.compile(r"\bone of (?:only |just )?$", re.IGNORECASE)
"""Before the number of those that somebody is among."""
_LIMIT = re.compile(
    r"\s(?:was|were|is|are|stood|stands|had|has|fell|rose|came|lay|lies|exceed\w*|top\w*|reach\w*)\b[^,.;:]{0,40}"
    r"\b(?:below|above|under|over|more than|less than|fewer than|at least|at most|beyond|exceed\w*|short of)\s$",
    re.IGNORECASE,
)
"""Between a number of bodies and the limit that each of them is beyond."""
_TOP = re.compile(r"\bthe (?:top|bottom|leading|first|last)\s$", re.IGNORECASE)
"""Before a number of places, where no noun of bodies follows: "complete the top five"."""
_SAID_THEY = re.compile(r"\w+\s(?:said|say|told us)\s(?:that\s)?they\b", re.IGNORECASE)
_A_TIME = re.compile(r"\s(?:calendar\s|financial\s|whole\s)?(?:year|month|week|day)\b(?!['’])")
"""Behind "a single": a stretch of time, which counts nothing."""
_THE = re.compile(r"\bthe\s$")
_THINGS = re.compile(r"\s+(?:apart|together|combined|in turn|between them)\b", re.IGNORECASE)
"""Behind "the two": they were spoken of, not counted ("the two together")."""
_PLACE_OF = re.compile(
    r"\b(?:ranks?|ranked|came|placed?|finished|in|was|is|lies|lay)\s(?:joint\s)?(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|"
    r"fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last)(?:\splace)?\s(?:out\s)?of\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Before the number of those among whom somebody has a place: "ranks sixth of nine"."""
_ENUMERATES = re.compile(r"(?:^|[:;]\s)\W*$")
_DOT = re.compile(r"[.)]\s+[A-Z]")
"""Around a number that only counts the lines of a list: "; 2. Exampleton"."""
_OF_THESE = re.compile(r"\s+of (?:them|these|those)\b")
_OF_THEM = re.compile(r"\s+of (?:the|them|those|all)\b")
"""Behind a number that counts some of a group, and is no group itself."""


def sorted_out(one: Sentence, lexicon: Lexicon) -> tuple[list[Figure], list[Asked]]:
    """The figures that are asserted, and what becomes of the others."""
    claimed: list[Figure] = []
    others: list[Asked] = []
    any_case = (
        next((figure for figure in one.figures if _is_any(figure)), None)
        if AT_LEAST_ONE.search(one.plain)
        else None
    )
    for figure in one.figures:
        excuse = _excuse(figure, one, lexicon)
        group = next((seen for seen in one.groups if seen.figure is figure), None)
        if excuse == "count of words" and _numbers_a_line(figure, one) and _of_body(figure, one):
            others.append(
                asked_of(figure, open="figures with a full stop behind each: put them on lines of their own")
            )
        elif group is None and _TOP.search(one.plain[: figure.start]):
            others.append(asked_of(figure, open="it tells who is among the first; say each in which place"))
        elif figure.kind in ("count", "none") and _SAID_THEY.search(one.plain[: figure.end + 16]):
            others.append(asked_of(figure, open="it counts bodies by what they said; that is not read"))
        elif excuse or excepted(figure, one):
            others.append(asked_of(figure, excuse=excuse or "count of words"))
        elif is_none_of(figure, one, lexicon) or (any_case and figure is any_case):
            others.append(asked_of(figure, excuse="threshold"))
        elif (
            (any_case or counts_bodies_only(one))
            and (
                (group is not None and (not group.definite or AMONG.search(one.plain[: figure.start])))
                or (figure.kind == "count" and AMONG.search(one.plain[: figure.start]))
            )
        ) or (group is not None and (_AMONG_N.search(one.plain[: figure.start]) or _at_limit(figure, group, one))):
            claimed.append(figure)
        elif group is not None and group.definite and not _counts_bodies(figure, one):
            others.append(_of_group(figure, group.group, one, lexicon))
        elif _is_threshold(figure, one) and not _is_share_of_group(figure, one):
            others.append(asked_of(figure, excuse="threshold"))
        else:
            claimed.append(figure)
    return claimed, others


def _of_one(figure: Figure, one: Sentence) -> str:
    """Why a "one" counts nothing: "one of the three", "the one", "a single year"."""
    if _ONE_OF.match(one.plain[figure.end :]) or _THE.search(one.plain[: figure.start]):
        return "turn of phrase"
    return "date" if _A_TIME.match(one.plain, figure.end) else ""


def _excuse(figure: Figure, one: Sentence, lexicon: Lexicon) -> str:
    """The reason why a figure is no claim, "" for none."""
    if _numbers_a_line(figure, one) or _PLACE_OF.search(one.plain[: figure.start]):
        return "count of words"
    if figure.value == 1 and figure.spelt and (word := _of_one(figure, one)):
        return word
    if figure.text.lower() in ("nobody", "no one", "no-one", "nothing") and not one.categories:
        return "turn of phrase"
    if figure.unit == "times" and figure.text.lower().endswith("once"):
        return "turn of phrase"
    if _THE.search(one.plain[: figure.start]) and _THINGS.match(one.plain[figure.end :]):
        return "count of words"
    if figure.kind == "date" or (
        figure.kind == "duration" and any(when.start == figure.start for when in one.whens)
    ):
        return "date"
    if figure.kind in ("age", "time", "score"):
        return {"age": "age", "time": "date", "score": "score"}[figure.kind]
    if figure.kind in ("duration", "size"):
        if _in_measure(figure, one, lexicon):
            return "part of the measure"
        if not of_unit(figure, lexicon) and not _is_of_duration(figure, one, lexicon):
            return "window" if figure.kind == "duration" else "size"
    return ""


def _numbers_a_line(figure: Figure, one: Sentence) -> bool:
    """ "1. Exampleton; 2. Sampleton": a number that only counts lines."""
    ahead, behind = _ENUMERATES.search(one.plain[: figure.start]), _DOT.match(one.plain, figure.end)
    return ahead is not None and behind is not None


def _of_body(figure: Figure, one: Sentence) -> bool:
    """ "Exampleton: 25. Sampleton: …": behind the name of a body it is the body's figure."""
    return any(0 <= figure.start - seen.end <= len(": ") for seen in one.bodies)


def _is_of_duration(figure: Figure, one: Sentence, lexicon: Lexicon) -> bool:
    """ "48 hours" where a length of time in minutes is spoken of."""
    if figure.unit not in MINUTES:
        return False
    durations = [id for id in lexicon.measure_phrases if lexicon.kind(id) == "duration"]
    return bool(durations) and bool(best(frozenset(stems(one.bare)), ("duration",), lexicon, loose=True))


def _in_measure(figure: Figure, one: Sentence, lexicon: Lexicon) -> bool:
    """ "15 minutes" where that is how a measure is named."""
    own = {token.stem for token in tokens(one.text[figure.at : figure.end])}
    return any(
        own <= phrase and any(word[:1].isdigit() for word in own)
        for phrases in lexicon.measure_phrases.values()
        for phrase in phrases
    ) or (
        bool(own & {"hour"})
        and any("hour" in phrase for phrases in lexicon.measure_phrases.values() for phrase in phrases)
        and figure.value == 1
    )


def _counts_bodies(figure: Figure, one: Sentence) -> bool:
    """ "the 39 that answered" is a group; "of the nine, six have" counts."""
    return bool(_OF_THEM.match(one.plain[figure.end :]))


def _is_threshold(figure: Figure, one: Sentence) -> bool:
    """ "recorded 50 cases or more" in a sentence that counts bodies."""
    counting: list[object] = [other for other in one.figures if _is_share_of_group(other, one)]
    counting += [
        seen for seen in one.groups if seen.figure is not None and not seen.definite and seen.figure is not figure
    ]
    counting += [seen for seen in one.groups if seen.figure is not figure and quantified(seen, one)]
    after = one.plain[figure.end : figure.end + 30]
    return (
        bool(counting)
        and not TOGETHER.search(one.plain)
        and not _OF_THESE.match(after)
        and figure.kind in ("count", "money", "percent", "ratio", "fraction", "duration")
        and bool(
            figure.hedge in ("more than", "at least", "fewer than", "at most", "well over")
            or THRESHOLD.match(after)
        )
    )


def counts_bodies_only(one: Sentence) -> bool:
    """ "Racist comments at six forces, homophobic ones at four": every number counts bodies that had a kind."""
    counts = [figure for figure in one.figures if figure.kind == "count"]
    groups = [seen for seen in one.groups if seen.figure is not None]
    if (
        not one.categories
        or not groups
        or any(seen.group.kind in ("answered", "asked", "given") for seen in groups)
    ):
        return False
    return all(AMONG.search(one.plain[: figure.start]) for figure in counts)


def _at_limit(figure: Figure, seen: GroupSeen, one: Sentence) -> bool:
    """ "At seven boards the share was below 45 per cent": they are counted by a limit, and no group of others."""
    if seen.group.kind != "some" or not AMONG.search(one.plain[: figure.start]):
        return False
    behind = next((other for other in one.figures if other.start > figure.end), None)
    return behind is not None and bool(_LIMIT.search(one.plain[figure.end : behind.at]))


def _is_share_of_group(figure: Figure, one: Sentence) -> bool:
    """ "At least half of the nine boards"."""
    return figure.kind in SHARES and any(
        seen.start > figure.end and _OF_GROUP.fullmatch(one.plain[figure.end : seen.start]) for seen in one.groups
    )


def _of_group(figure: Figure, group: Group, one: Sentence, lexicon: Lexicon) -> Asked:
    """The number of a group is a claim of its own: are there so many?"""
    named = tuple(dict.fromkeys(body.body for body in one.bodies))
    if len(named) > 1 and group.kind == "some" and len(named) == group.n:
        return asked_of(
            figure,
            Reading("group", "", group=Group("listed", named, group.n), predicate="listed"),
            kind="group",
        )
    if group.kind == "some" and not one.categories:
        counted = best(frozenset(stems(one.bare)), ("count", "quantity"), lexicon)
        span = labels(one.whens, lexicon.definition.period, one.text)
        reading = Reading("group", counted, group=group, period="" if span.bad else span.label)
        return asked_of(figure, reading, kind="group")
    return asked_of(figure, Reading("group", "", group=group), kind="group")


def _is_any(figure: Figure) -> bool:
    """ "At least one"."""
    return figure.value == 1 and figure.hedge == "at least"
