"""Why a figure stays open though a measure is found, or is told otherwise than it is counted."""

from __future__ import annotations

import re

from .clause import Clause
from .harmless import WORDS
from .measures import EVERY, best, is_person
from .paired import paired
from .periods import Span
from .reading import Asked, Group, Reading, Where
from .stems import stems
from .unknown import apiece, unexplained
from .wording import MEAN, MEDIAN, OUT_OF

_ACROSS = re.compile(r"\b(?:in|across|throughout)\s(?:the\s)?$")
"""Before the name of a place that a number is of, rather than of somebody in it."""
_REST = re.compile(
    r"\b(?:leaves?|left over|remaining|the rest|further|another|additional|others?)\s+(?:\w+\s+)?$", re.IGNORECASE
)
"""Before a number of what others leave: "the remaining 12", "leaves 12"."""
_OF_OTHERS = re.compile(r"\bof (?:the|these|those) (?:other|remaining)\s$", re.IGNORECASE)
"""Before the whole of a share that is itself what others leave."""
_ONE_OF = re.compile(r"\bone of (?:the |its |their )?(?:just |only )?$", re.IGNORECASE)
"""Before a number of those of whom one was told: of its kind, or of all?"""
_THE_OTHER = re.compile(r"\bthe (?:other|remaining)\s$", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:against|compared (?:with|to)|versus|vs\.?)\s(?:\w+\s)?$", re.IGNORECASE)
"""Before the second of two numbers that are set against each other."""
_PUTS_AT = re.compile(
    r"\bputs? (?:its|their|the) (?:own )?(?:tally|total|number|figure|count) at\s$", re.IGNORECASE
)
"""Before a number that a body states of itself."""
_PAIR = re.compile(r"\((?:just |only )?[\d,]+ (?:against|versus|vs\.?|compared with|to) [\d,]+\)")
_SOME_YEAR = re.compile(
    r"\b(?:in|over|within) (?:just )?(?:a single|one single|a|one) (?:whole )?year\b", re.IGNORECASE
)
"""A year that is not named."""
_TWO_ON = re.compile(r",?\s(?:on|with|at)\s(?:just |only )?$")
"""Between a list of bodies and a number: of each, of all of them or of the last."""
_AND_LAST = re.compile(r",?\sand\s(?:the\s)?")
_SHARED = re.compile(
    r"\b(?:both|each|apiece|together|combined|between them|respectively|in (?:all|total))\b|^\sand\s[\d£$€]",
    re.IGNORECASE,
)
_EACH_OF = re.compile(
    r"\b(?:each|every)(?:\s(?:and every|single))?(?:\sone)?(?:\sof)?(?:\s(?:the|these|those|our))?"
    r"(?:\s[\w-]+)?\s$",
    re.IGNORECASE,
)
"""Before bodies, or their number: what follows is told of one after the other."""
_STANDS = re.compile(r"\b(?:is|are|was|were|stands?|stood)\s(?:now\s)?$", re.IGNORECASE)
_IT_WAS = re.compile(r"\bit (?:was|is|came to|stood at) (?:just |only )?$", re.IGNORECASE)
_OF = re.compile(r"\s(?:out )?of\s(?:the\s)?")
_OF_THAT = re.compile(r"\s+of\s+(?:that|this|it)\b(?!\s(?:year|month|time|period|day)s?\b|[’'])", re.IGNORECASE)
_OF_THEM = re.compile(r"\s(?:out )?of (?:them|these|those)\b(?!\s[a-z])")
_OF_THING = re.compile(r"\s(?:out )?of (?:them|these|those)\s(?=[a-z])")
"""With a noun behind: "49 *of these* tenants", "62 *of them* evictions"."""
_OF_THEM_AHEAD = re.compile(r"\b[Oo]f (?:them|these|those|whom|which),?\s(?:just |only |some |about )?$")
_OF_TEXT = frozenset(
    word
    for noun in "cell row table column page chart figure question reply letter document reason way thing".split()
    for word in stems(noun)
)
"""Nouns of the papers themselves."""
_FUTURE = re.compile(r"\b(?:will|would|plans? to|next year|promis\w+|pledg\w+|by 20[3-9]\d)\b", re.IGNORECASE)
_NEUTRAL = frozenset(
    word
    for noun in (
        "case mention entry time instance occasion record example other more occurrence event report "
        "total all such piece bit"
    ).split()
    for word in stems(noun)
)
"""Nouns that stand for whatever is counted."""


DAYS_OF_YEAR = 366


def not_of_survey(part: Clause, measure: str) -> Asked | None:
    """The figure left open, or passed over, where it counts what the survey did not ask for."""
    if strange := _not_broken_down(part, measure):
        why = f"“{strange}” restricts what is counted in a way that the survey did not ask for"
        return part.asked(open=why)
    return _other_thing(part) if _names_other_thing(part, measure) else None


def is_forecast(part: Clause) -> bool:
    """ "The minister said £1.6bn would be spent": what is promised or expected, and of no body of the survey."""
    return bool(_FUTURE.search(part.one.plain)) and not (part.one.bodies or part.one.groups or part.one.categories)


def doubt(part: Clause, measure: str, where: Where, group: Group, span: Span) -> str:
    """Why the figure stays open though its measure is known; "" if nothing speaks against it."""
    if span.bad and not part.is_change():
        if not any(map(str.isdigit, span.bad)):
            return f"“{span.bad}” is reckoned from the day of the story: give it a date line, or name the year"
        return f"the survey does not ask about “{span.bad}”"
    own = bool(where) and where != part.state.where
    among = not own and bool(where) and bool(_ONE_OF.search(part.before)) and not part.part.categories
    if among or (not own and group.kind != "listed" and _REST.search(part.before)):
        return "the words do not say of which kind these are"
    if part.place > 0 and _OF_OTHERS.search(part.one.plain[: part.figure.start]):
        return "the words do not say of which kind the others are"
    several = len({one.body for one in part.one.bodies}) > 1
    if _AGAINST.search(part.before) and several and not (paired(part) or _is_of_its_own(part)):
        return "the words do not say which of the bodies that are compared this is of"
    if part.place == 0 and part.one.is_elliptical and not part.has_noun(measure):
        if not part.one.whens and len(set(part.state.years)) > 1:
            return "the words do not say of which of the years told before this is"
        if len(part.parts) > 1 and OUT_OF.search(part.one.plain[: part.parts[1].start]):
            return "the words do not say which two figures of those told before these are"
    if part.state.unread and part.place > 0 and OUT_OF.search(part.one.plain[: part.figure.start]):
        return "it is the whole of a number that is not known"
    if why := _of_others(part) or _of_what_was_told(part, measure, where, group):
        return why
    if why := _of_a_list(part) or _of_each_body(part, group):
        return why
    strange = unexplained(part.figure, part.context, part.part, part.one, part.lexicon, measure, where)
    return f"“{strange}” may restrict what is counted; the survey has no word for it" if strange else ""


def _of_each_body(part: Clause, group: Group) -> str:
    """ "*Each of* eight trusts took £600", "they took £600 *each*": what one of them had is no sum of theirs."""
    if (
        (group.kind == "listed" and len(group.ids) < 2)
        or MEAN.search(part.part.text)
        or MEDIAN.search(part.part.text)
    ):
        return ""
    ahead = part.one.plain[: part.figure.start]
    heads = [seen.start if seen.figure is None else seen.figure.at for seen in part.one.groups]
    each = any(at < part.figure.start and _EACH_OF.search(ahead[:at]) for at in heads)
    told = group.kind != "listed" and apiece(part.figure, part.one)
    return "it is told of each of the bodies, not of all of them together" if each or told else ""


def _of_what_was_told(part: Clause, measure: str, where: Where, group: Group) -> str:
    """ "£104,395 of that", "eight of them": some of what was told last, so of its measure, bodies and kinds."""
    text, figure, last = part.one.plain, part.figure, part.state.last
    is_of_that, is_of_them = _OF_THAT.match(text, figure.end), _OF_THEM.match(text, figure.end)
    of_thing = _OF_THING.match(text, figure.end)
    if of_thing and part.lexicon.body_nouns.match(text, of_thing.end()):
        of_thing = None
    is_ahead = _OF_THEM_AHEAD.search(text[: figure.start])
    if last is None or not (is_of_that or is_of_them or of_thing or is_ahead):
        return ""
    its = "" if is_of_that else _counted_last(part, last, measure)
    if measure and its and its not in (measure, part.lexicon.whole_of(measure)):
        return "it is told as some of those before it, and counts something else"
    if not (is_of_that or is_of_them or is_ahead):
        return ""
    bodies = set(last.group.ids)
    if is_of_that and (measure != last.measure or (bodies and not (group.ids and set(group.ids) <= bodies))):
        return "it is told as a part of the figure before it, and counts something else"
    for name, ids in (last.where if is_of_that else part.state.where).items():
        variable = part.lexicon.variable(name)
        whole = frozenset[str]().union(*(variable.leaves(id) | {id} for id in ids))
        own = where.get(name, ids if is_of_them or not is_of_that else ())
        if not own or any(id not in whole and not variable.leaves(id) <= whole for id in own):
            return "it is told as some of those before it, and is of another kind"
    return ""


def _counted_last(part: Clause, last: Reading, measure: str) -> str:
    """What was counted last; past a sum of money, where people or things are counted now."""
    if part.lexicon.kind(measure) == "money" or part.lexicon.kind(last.measure) != "money":
        return last.measure
    told = (one.measure for one in part.state.priors if one.measure and part.lexicon.kind(one.measure) != "money")
    return next(told, last.measure)


def _is_of_its_own(part: Clause) -> bool:
    """ "… against 172 *in Exampleton*": whose it is stands right behind it."""
    return any(
        _IN_THE.fullmatch(part.one.plain[part.figure.end : max(part.figure.end, seen.start)])
        for seen in part.part.bodies
    )


_IN_THE = re.compile(
    r"\s(?:[a-z-]+\s)?(?:in|at|for|from|by)\s(?:the\s)?"
    r"(?:(?:neighbouring|nearby|adjoining|adjacent|rival|fellow|bordering)\s)?"
)


def of_some_year(part: Clause) -> str:
    """ "57 in a single year": of which year, where the survey asks about several?"""
    window = part.lexicon.definition.period
    several = window is not None and (window.end - window.start).days > DAYS_OF_YEAR
    is_open = several and not part.one.whens and _SOME_YEAR.search(part.one.plain)
    return "the words do not say in which year; the survey asks about several" if is_open else ""


def _of_a_list(part: Clause) -> str:
    """ "Ahead of Exampleton and Sampleton, on 69": of both together, of each, or of the last?"""
    text, figure = part.one.plain, part.figure
    before = [seen for seen in part.one.bodies if seen.end <= figure.start]
    if len(before) < 2 or not _TWO_ON.fullmatch(text[before[-1].end : figure.start]):
        return ""
    joined = _AND_LAST.fullmatch(text[before[-2].end : before[-1].start])
    shared = _SHARED.search(text[: figure.start]) or _SHARED.search(text[figure.end :])
    return "the words do not say of which of the bodies before it this is" if joined and not shared else ""


def _of_others(part: Clause) -> str:
    """Why the figure is another's: what a body says of itself, two of many, or of a stranger; "" if none."""
    if _THE_OTHER.search(part.before) and part.one.groups and part.context.inherited:
        return "it may count the bodies that are not told before, and the words do not say what of them"
    if part.figure.text.lower().startswith("up to") and _STANDS.search(part.before):
        return "“up to” may tell a limit, or where the number went"
    if _PUTS_AT.search(part.before):
        return "it tells what a body says it comes to; hold it against the words of its reply"
    if _is_bare_pair(part):
        return "the words do not say which two figures of those told before these are"
    name = _stranger(part)
    return f"“{name}” is no body of the survey by any name in bodies.csv" if name else ""


def _is_bare_pair(part: Clause) -> bool:
    """ "It was 478 of 4,401", "(678 against 1,913)": two numbers without a noun, of things told before."""
    figure, text = part.figure, part.one.plain
    if figure.kind != "count":
        return False
    named = [*(seen.start for seen in part.one.bodies), *(seen.start for seen in part.one.categories)]
    for found in () if part.part.categories else _PAIR.finditer(text):
        first, last = found.span()
        if first < figure.start < last and not any(first < at < last for at in named):
            return True
    others = part.parts[part.place + 1 :] if _IT_WAS.search(text[: figure.start]) else ()
    behind = others[0].figure if others else None
    ahead = part.parts[part.place - 1].figure if part.place else None
    if behind is not None and _OF.fullmatch(text[figure.end : behind.start]):
        return True
    return bool(
        ahead is not None
        and _OF.fullmatch(text[ahead.end : figure.start])
        and _IT_WAS.search(text[: ahead.start])
        and part.context.inherited
    )


def _stranger(part: Clause) -> str:
    """The name of somebody whom the survey did not ask: "Nowhere Police (19)"."""
    name = part.context.entity
    at = part.one.plain.find(name) if name else -1
    if any(start <= at < end for start, end in part.one.asides):
        return ""
    if at < 0 or part.part.bodies or part.one.bodies or set(name.lower().split()) <= WORDS:
        return ""
    spans = [(seen.start, seen.end) for many in (part.one.groups, part.one.categories) for seen in many]
    inside = any(start <= at < end for start, end in spans)
    if _ACROSS.search(part.one.plain[:at]):
        return ""
    first = not part.one.plain[:at].strip("“‘\"'([ ") and len(name.split()) == 1
    asked = any(seen.group.kind == "asked" for seen in part.one.groups)
    return "" if inside or first or asked or best(frozenset(stems(name)), EVERY, part.lexicon) else name


def _not_broken_down(part: Clause, measure: str) -> str:
    """The words of a category by which the replies do not break the measure down."""
    able = part.variables_of(measure)
    spans = [(seen.start, seen.end) for seen in part.part.categories if seen.variable in able]
    left = [
        seen for seen in part.part.categories if seen.variable not in able and (seen.start, seen.end) not in spans
    ]
    return left[0].text if left else ""


def _other_thing(part: Clause) -> Asked:
    """A number of something else: open beside words of the survey, else no claim about it."""
    if set(stems(part.context.unit)) <= _OF_TEXT:
        return part.asked(excuse="count of words")
    if part.one.bodies or part.one.groups or part.one.categories or _leans(part):
        return part.asked(open=f"“{part.context.unit}” is no word of the survey for what it counts")
    return part.asked(excuse="unrelated")


def hides(part: Clause, measure: str) -> str:
    """What a reader is not told by a number that is right: people are told where cases are counted."""
    if (
        part.figure.kind != "count"
        or part.context.inherited
        or not is_person(part.context.unit)
        or part.part.categories
    ):
        return ""
    unit = part.lexicon.measure(measure).unit
    return (
        ""
        if is_person(unit) or stems(part.context.unit)[-1:] == stems(unit)[-1:]
        else f"{unit} are counted, not {part.context.unit}"
    )


def _names_other_thing(part: Clause, measure: str) -> bool:
    """The noun after the number is neither a word of the measure nor a neutral one nor a category."""
    if part.figure.kind not in ("count", "several", "none") or part.context.inherited or not part.context.unit:
        return False
    noun = stems(part.context.unit)
    if not noun or noun[-1] in _NEUTRAL or is_person(part.context.unit):
        return False
    both = (measure, part.lexicon.whole_of(measure))  # "to blame for 165 of its 275 crashes"
    words = {word for id in both for phrase in part.lexicon.measure_phrases[id] for word in phrase} | set(
        stems(part.lexicon.measure(measure).unit)
    )
    if any(word in words for word in noun) or part.has_noun(measure):
        return False
    end = part.figure.end + len(part.context.unit) + 4
    return not any(seen.start < end and seen.end > part.figure.end for seen in part.part.categories)


_PRONOUN = re.compile(r"\W*(?:It|Its|They|Their|That|This|These|Those|There|The same)\b")
_AGAIN = re.compile(r"\b(?:further|another|additional|again|more)\b", re.IGNORECASE)


def _leans(part: Clause) -> bool:
    """The figure goes on with what a paragraph about the survey told: "It paid 50 …", "a drop of 13 points"."""
    if not part.near:
        return False
    near = part.one.plain[max(0, part.figure.start - 20) : part.figure.end + 12]
    told = bool(part.state.last or part.state.measure or part.state.unread)
    return part.figure.kind == "points" or (
        told and (part.is_change() or bool(_PRONOUN.match(part.one.plain)) or bool(_AGAIN.search(near)))
    )


_OF_ANYTHING = ("percent", "fraction", "ratio", "majority", "points")
"""Kinds of figure that need no noun of their own: what such a one is of may be told in no word of the survey."""
_OF_THEM = re.compile(r"\s+of (?:them|these|those)\b(?!\s\w+s\b)", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:sa(?:id|ys)|told|tells|claim(?:s|ed)|argu(?:es?|ed)|promis\w+|pledg\w+|estimat\w+|according to|"
    r"surveys?|polls?|stud(?:y|ies)|reports?|census|statistics|nation\w*|govern\w+|minister\w*|secretary)\b",
    re.IGNORECASE,
)
"""Words of a speaker or another source."""


_ENOUGH = 2
"""So many words of the survey's title tell what a sentence is about."""
_TIMES = re.compile(r"\s+(?:times|occasions)\b", re.IGNORECASE)


def _is_of_title(part: Clause) -> bool:
    """ "Police misused social media 828 times": a number of occasions of what the survey is called by."""
    if part.figure.kind != "count" or not _TIMES.match(part.one.plain, part.figure.end):
        return False
    title = {one for one in stems(part.lexicon.definition.title) if one.isalpha()} - WORDS
    named = title & set(stems(part.one.plain))
    return len(named) >= _ENOUGH and not _ELSEWHERE.search(part.one.plain)


def unlinked(part: Clause) -> Asked:
    """A figure without a measure: open beside words of the survey, else no claim about it."""
    linked = (
        part.one.bodies
        or part.one.categories
        or part.one.groups
        or _leans(part)
        or ((part.state.measure or part.near) and (part.context.inherited or not part.context.unit))
    )
    if linked:
        return part.asked(open="the words do not say which figure of the survey this is")
    if _OF_THEM.match(part.one.plain, part.figure.end):
        return part.asked(open="it counts some of what was told before, and that is not known")
    if _is_of_title(part):
        return part.asked(open="it may be a figure of what the survey is about, and the words do not say which")
    if part.figure.kind in _OF_ANYTHING and not _ELSEWHERE.search(part.one.plain):
        return part.asked(
            open="the words do not say what it is a share of, nor whose figure it is if not the survey's"
        )
    return part.asked(excuse="unrelated")
