"""What a figure is restricted to: of which kind, of whom, and when."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from foidesk.words.figures import Figure, When

from .clause import Clause
from .groups import GroupSeen
from .measures import SHARES
from .owned import is_example, own_bodies, reach
from .paired import paired, paired_kind, paired_year
from .periods import Span, counted_from, is_shift, labels, shifted_year
from .reading import Group
from .seen import BodySeen
from .sentence import Sentence
from .unknown import is_window
from .wheres import clusters, finest
from .wording import GOES_ON, NOT_STATED_WORDS, SET_AGAINST, SUCH, TIMES_AS, TOP_WORDS
from .years import ends, is_year

_REASON = re.compile(r"(?:,\s(?:since|as)|,?\sbecause)\s(?:the\s|(?:[a-z]+\s){1,4}(?:at|on|of|from|in)\s)?$")
"""Right before the body that a reason is about."""
_WHICH = re.compile(r",?\s(?:which|who|where)\s(?:[a-z]+\s){1,4}(?:just\s|only\s)?")
"""Between a body and a figure in a relative clause about it."""
_WITH = re.compile(r",\s(?:with|on|at)\s(?:just\s|only\s)?")
"""Between a body and its own figure set off behind it: "Exampleton, *with* 18, had …"."""
_AFTER = re.compile(
    r"\b(?:after|behind|bar|second only to|apart from)\s(?:only\s|just\s)?(?:the\s)?$", re.IGNORECASE
)
"""Before a body that another, told ahead of it, comes after: "Sampleton comes *after* Exampleton, with 18"."""
_LISTED = re.compile(r",?\s(?:and|or)\s(?:the\s)?|,\s")
_GAPPED = re.compile(r",?\s(?:and|but)\s(?:behind|for|in|at|over|under)\s(?:just\s|only\s|another\s)?")
"""Before a figure whose clause leaves out its subject: "…, *and behind* 1,913 claims"."""
_WERE = re.compile(
    r"\s(?:of (?:them|these|those)\s)?(?:(?:have|had) been|were|was)\s(?!(?:in|at|for|from|over)\b)"
)
"""Behind a bare number, what became of so many of those told before: "… and *12 were* found again"."""
_NEXT_CLAUSE = re.compile(r",\s(?:and|but|while)\s")
_OF_PAIR = re.compile(r"\s(?:out\s)?of\s(?:a total of\s|all\s|the\s|its\s|their\s|those\s|these\s)*")
"""All that stands between a part and its whole, both told as numbers."""
_NOW = re.compile(r"\b(?:now|currently|at present|these days)\b", re.IGNORECASE)
_THAN = re.compile(r"\bthan (?:in |for |during |at )?(?:the (?:year )?)?$")
_UP_FROM = re.compile(
    r"(?:,|\s[–—-])\s(?:which (?:is|was) )?(?:up|down|(?:an? )?(?:\w+ )?(?:rise|increase|jump|fall|drop|"
    r"decrease)) from\s[^,;]{1,24}\sin\s$"
)
"""Between a figure and the date of an earlier one that it is held against: ", up from 112 in"."""
_COMPARED = re.compile(rf",\s(?:{SET_AGAINST})\s(?:just\s|only\s)?[\w£$€,.]+(?:\sand\s[\w£$€,.]+)?\sin\s$")
"""Before the date of an earlier figure, or of two: ", compared with 97 and 231 in"."""
_SUM = re.compile(r"\s(?:in (?:all|total)|altogether|all told)\b", re.IGNORECASE)
"""Behind a figure that adds up those before it."""
_OF_THOSE = re.compile(r"\bof (?:which|whom|them|these|those)\b")


def where_of(part: Clause, measure: str) -> dict[str, tuple[str, ...]]:
    """The categories that the figure is restricted to, by variable."""
    found: dict[str, tuple[str, ...]] = {}
    if part.place > 0 and _OF_PAIR.fullmatch(part.one.plain[_end_before(part) : part.figure.start]):
        return _of_whole(part)
    for name in dict.fromkeys(seen.variable for seen in part.part.categories):
        if not measure or name in part.variables_of(measure):
            own = clusters(part.part, name, part.figure, part.one.plain)
            ids = finest(part.lexicon.variable(name), own)
            if not part.lexicon.is_everybody(name, ids):
                found[name] = ids
    if pair := paired_kind(part):
        found = {**found, pair[0]: pair[1]}
    if not part.part.categories and (summed := _in_all(part, measure)):
        return summed
    if not found and (sum_of := _listed_behind_colon(part, measure)):
        found = sum_of
    if variable := _not_stated(part):
        found[variable] = ("not stated",)
    again = bool(GOES_ON.match(part.one.plain) or SUCH.search(part.one.plain)) or part.one.is_elliptical
    again = again or part.state.head is not None
    goes_on = part.state.leans or (part.place == 0 and again)
    gapped = part.place > 0 and not part.part.categories and _GAPPED.fullmatch(part.before)
    gapped = gapped or (part.place > 0 and part.context.inherited and _WERE.match(part.after))
    if part.state.where and (goes_on or gapped or _is_elliptical(part, measure) or _is_share_again(part)):
        kept = {name: ids for name, ids in part.state.where.items() if name not in _set_apart(part)}
        found = {**kept, **found}
    return found


def _in_all(part: Clause, measure: str) -> dict[str, tuple[str, ...]]:
    """ "70 were let off and in 46 nothing was found, *116 in all*": of the kinds that were told before it."""
    if part.place < 2 or not _SUM.match(part.one.plain, part.figure.end):
        return {}
    told = [own for _, own in part.state.here if own.statistic == "total" and own.measure == measure]
    names = {name for own in told for name in own.where}
    if len(told) < 2 or len(names) != 1 or not all(own.where for own in told):
        return {}
    (name,) = names
    return {name: tuple(dict.fromkeys(id for own in told for id in own.where[name]))}


def _set_apart(part: Clause) -> set[str]:
    """ "24 involved officers and 11 staff; ten …": kinds told side by side bind the next clause no more."""
    start = part.own_clause[0]
    before = [one for one in part.parts[: part.place] if one.end <= start]
    kinds: dict[str, set[tuple[str, ...]]] = {}
    for one in before:
        for seen in one.categories:
            kinds.setdefault(seen.variable, set()).add(seen.categories)
    is_cut = ";" in part.one.plain[before[-1].start : part.figure.start] if before else False
    return {name for name, many in kinds.items() if is_cut and len(many) > 1}


def _of_whole(part: Clause) -> dict[str, tuple[str, ...]]:
    """The whole of "ten of 24": of the kind spoken of before, without those that the part itself names."""
    told = {seen.variable for seen in part.parts[part.place - 1].categories}
    return {name: ids for name, ids in part.state.where.items() if name not in told}


def _end_before(part: Clause) -> int:
    before = part.parts[part.place - 1].figure
    return before.end if before is not None else part.part.start


def _listed_behind_colon(part: Clause, measure: str) -> dict[str, tuple[str, ...]]:
    """ "116 came to nothing: no further action in 70, no case to answer in 46": the kinds that it adds up."""
    colon = part.one.plain.find(":", part.figure.end)
    if (
        colon >= 0
        and not part.context.inherited
        and part.one.plain[part.figure.end : colon].strip() == part.context.unit
    ):
        return {}  # "Ten cases: six of sergeants and four of clerks" counts cases
    figures = [one for one in part.one.figures if one.start > colon and one.kind == "count"]
    if colon < 0 or part.place > 1 or len(figures) < 2:
        return {}
    if any(one.kind == "count" and one is not part.figure for one in part.one.figures if one.start < colon):
        return {}
    seen = [one for one in part.one.categories if one.start > colon]
    names = {one.variable for one in seen}
    if len(names) != 1 or len(seen) != len(figures):
        return {}
    (name,) = names
    return {name: tuple(dict.fromkeys(id for one in seen for id in one.categories))}


def _is_share_again(part: Clause) -> bool:
    """ "22 per cent of the claims, but 52 per cent of the compensation": of the same kind."""
    return part.place > 0 and part.figure.kind in SHARES and not part.part.categories and not part.part.bodies


def _is_elliptical(part: Clause, measure: str) -> bool:
    """The part says no noun of its own; it goes on with the kind of the one before."""
    return (part.place > 0 and not part.has_noun(measure)) or bool(_OF_THOSE.search(part.part.text))


def _not_stated(part: Clause) -> str:
    """The variable that the part says was not given: "did not state the cause"."""
    found = NOT_STATED_WORDS.search(part.part.text)
    if not found:
        return ""
    return part.lexicon.variable_named(found["what"] or found["what2"] or "")


def group_of(part: Clause) -> Group:
    """The bodies that the figure is of; `carried` from another clause where its own (", and 76 …") names none."""
    found = _group_of(part)
    own = part.part.groups or part.part.bodies
    return replace(found, carried=True) if not own and _NEXT_CLAUSE.match(part.part.text) else found


def _group_of(part: Clause) -> Group:
    """The bodies that the figure is of: of its part, else those spoken of before, else of the sentence."""
    if pair := paired(part):
        return pair
    if own_ids := own_bodies(part):
        return Group("listed", own_ids)
    last = reach(part)
    several = [seen for seen in part.one.groups if (seen.group.n or 2) > 1]
    bodies_here = [seen for seen in part.one.bodies if not (several and is_example(seen, part.one.plain))]
    near = tuple(
        seen
        for seen in part.part.bodies
        if seen in bodies_here
        and seen.start < last
        and not _in_reason(seen, part)
        and not _is_set_beside(seen, part)
    )
    if bodies := _whose(part) or near:
        if part.place == 0 and len(bodies) > 1 and TIMES_AS.search(part.part.text):
            bodies = bodies[:1]
        return Group("listed", tuple(dict.fromkeys(seen.body for seen in bodies)))
    own = [seen.group for seen in part.part.groups if _is_whole(part, seen)]
    if own:
        return own[0]
    start, end = part.own_clause
    vague = [seen.group for seen in part.one.groups if start <= seen.start < end and _is_vague(part, seen)]
    if vague and vague[-1].kind == "some":
        return replace(vague[-1], vague=True)
    if part.state.group.kind != "none":
        return part.state.group
    others = [seen.group for seen in part.one.groups if _is_whole(part, seen)]
    if not others and part.place + 1 <= len(part.parts) and bodies_here:
        named = tuple(dict.fromkeys(seen.body for seen in bodies_here if seen.start < last))
        first = bodies_here[0].start
        if named and (first < part.part.start or len(named) == 1):
            return Group("listed", named)
    return others[0] if others else Group()


def _whose(part: Clause) -> tuple[BodySeen, ...]:
    """ "… than Exampleton, *which* received 43": of the body right before the relative clause of the figure."""
    ahead = [seen for seen in part.one.bodies if seen.end <= part.figure.start]
    if not ahead:
        return ()
    between = part.one.text[ahead[-1].end : part.figure.start]
    if len(ahead) > 1 and _WITH.fullmatch(between) and _AFTER.search(part.one.text[: ahead[-1].start]):
        return (ahead[-2],)
    alone = len(ahead) < 2 or not _LISTED.fullmatch(part.one.text[ahead[-2].end : ahead[-1].start])
    own = _WHICH.fullmatch(between) or (alone and len(part.one.bodies) > 1 and _WITH.fullmatch(between))
    return (ahead[-1],) if own else ()


def _is_set_beside(seen: BodySeen, part: Clause) -> bool:
    """ "£37,499, the second-largest bill *after Mockington's*": behind a figure of somebody told before it."""
    ahead = [one for one in part.one.bodies if one.end <= part.figure.start and one.start >= part.part.start]
    return bool(ahead) and seen.start > part.figure.end and bool(_AFTER.search(part.one.plain[: seen.start]))


def _in_reason(seen: BodySeen, part: Clause) -> bool:
    """ "…, since Exampleton withheld one figure": whose doing it is that the figure is so."""
    return seen.start > part.figure.end and bool(_REASON.search(part.one.plain[part.figure.end : seen.start]))


def _framing(part: Clause) -> tuple[When, ...]:
    """The dates of the part that stand in front of its figure, though in a clause before."""
    return tuple(when for when in part.part.whens if when.end <= part.figure.start)


def _is_whole(part: Clause, seen: GroupSeen) -> bool:
    """A group that figures are of; "the three busiest forces" are a part of it."""
    if seen.figure is None:
        return True
    return seen.definite and not TOP_WORDS.match(part.one.plain[seen.figure.end :])


def _is_vague(part: Clause, seen: GroupSeen) -> bool:
    """ "Three councils had 187": so many in front of the figure, and not which."""
    counted = seen.figure is not None and seen.figure.kind == "count" and seen.figure is not part.figure
    return counted and not seen.definite and (seen.group.n or 0) > 1 and seen.end <= part.figure.start


_IN_ALL = re.compile(r"\b(?:all|total|altogether|overall|combined|whole|entire|ever)\b", re.IGNORECASE)


def span_of(part: Clause, measure: str = "") -> Span:
    """The period of the figure: of its part, else the one spoken of before, else the only one of the sentence."""
    window = part.lexicon.definition.period
    if pair := paired_year(part):
        return labels((pair,), window, part.one.text)
    if told := _told_of(part):
        return told
    start, end = part.own_clause
    whens = part.nearest_when() or tuple(when for when in part.part.whens if start <= when.start < end)
    own = labels(whens or _framing(part), window, part.one.text)
    if relative := shifted_year(part.part.text, _shifted_from(part)):
        if not counted_from(part.part.text):
            return relative
        return own if own.given and not own.bad and not part.is_change() else part.state.span
    if own.given:
        return own
    if _tells_window(part):
        return Span(given=True)
    if part.state.span.given:
        return part.state.span
    start, end = part.own_clause
    near = tuple(when for when in part.one.whens if start <= when.start < end)
    framed = tuple(when for when in part.one.whens if when.end <= part.figure.start)
    near = tuple(when for when in near or framed if not is_held_against(when, part.one, part.figure.end))
    if not near and _leaves_out_noun(part):
        return Span(part.state.last.period, given=True) if part.state.last else Span()
    dated = tuple(when for when in near if not is_shift(when.text))
    found = labels(dated, window, part.one.text) if len(dated) == 1 else Span()
    if not near and _is_up_from(part):
        return _last_asked(part)
    return found if found.given else latest(part.one, measure)


def _told_of(part: Clause) -> Span | None:
    """The time that other words than a date beside the figure give it; None if none do."""
    text, figure, state = part.one.plain, part.figure, part.state
    if _OF_THAT.match(text, figure.end) and state.last is not None and state.last.period and not part.part.whens:
        return Span(state.last.period, given=True)
    if found := _WHEN.search(text[: figure.start]):
        dated = tuple(when for when in part.one.whens if 0 <= found.start() + 1 - when.end <= _GAP)
        behind = [when for when in part.part.whens if when.start >= figure.end]
        if dated and not behind:
            return labels(dated[-1:], part.lexicon.definition.period)
    if len(state.here) > 1 and _WITH_SO_MANY.search(text[: figure.start]) and not _own_dates(part):
        (first, own), (last, _) = state.here[0], state.here[-1]
        if own.period and _SET_BESIDE.search(text[first.end : last.start]):
            return Span(own.period, given=True)
    if state.here and _LED_TO.search(text[: figure.start]) and not _own_dates(part):
        told, own = state.here[-1]
        changed = own.statistic in ("change", "multiple", "difference") and own.other is not None
        if changed and own.period and own.other is not None and own.other.period and told.end <= figure.start:
            return Span(own.period, given=True)
    return None


_OF_THAT = re.compile(r"\s+of\s+(?:that|this|it)\b(?!\s\w+s\b)", re.IGNORECASE)
"""Behind a figure that is a part of the one told last: "£104,395 *of that*"."""
_WHEN = re.compile(
    r",\swhen\s(?:there (?:were|was)|it (?:had|was|recorded|stood at))\s(?:just |only |a mere )?$", re.IGNORECASE
)
"""Between a date and a figure of that time: "its lowest since 2022, *when there were* 26"."""
_GAP = 4
_WITH_SO_MANY = re.compile(r",\s(?:and\s)?with\s(?:just\s|only\s)?$")
_SET_BESIDE = re.compile(rf"\b(?:{SET_AGAINST}|from)\s(?:just\s|only\s|the\s)*$")
"""Between a figure and one of another time: what is told behind both is of the first again."""
_LED_TO = re.compile(r",?\sto\s(?:just\s|only\s)?$")
"""Between a change and where it led: "almost doubled between 2022 and 2025, *to* £74,216"."""
_TIMED = re.compile(
    r"\b(?P<before>before|earlier|previous)|(?P<after>after|later|following|next)\b", re.IGNORECASE
)


def _own_dates(part: Clause) -> bool:
    return any(when.start >= part.figure.end for when in part.part.whens)


def _shifted_from(part: Clause) -> Span:
    """The year that "the year after" is counted from: behind "the year before" the one that this is before."""
    text, start = part.one.plain, part.part.start
    own = _TIMED.search(text, part.figure.end, part.part.end)
    ahead = [*_TIMED.finditer(text, 0, part.figure.start)]
    dated = tuple(when for when in part.one.whens if when.end <= start and when.explicit and when.first)
    if own is None or not ahead or not dated or bool(own["before"]) == bool(ahead[-1]["before"]):
        return part.state.span
    if dated[-1].start > ahead[-1].start():
        return part.state.span
    return labels(dated[-1:], part.lexicon.definition.period, part.one.text)


def _is_up_from(part: Clause) -> bool:
    """ "203 complaints, *up from 112 in 2021*": of the last year, where a single earlier one is told behind it."""
    whens = [when for when in part.one.whens if when.first is not None]
    return len(whens) == 1 and is_held_against(whens[0], part.one, part.figure.end)


def _last_asked(part: Clause) -> Span:
    """The last year that the survey asks about."""
    window = part.lexicon.definition.period
    last = ends(window.start, window.end - timedelta(days=1))[1] if window else ""
    return Span(last, given=True) if is_year(last) else Span()


def latest(one: Sentence, measure: str) -> Span:
    """ "A handover *now* takes 48 minutes": of the last year, where figures do not add up over years."""
    window = one.lexicon.definition.period
    alone = bool(measure) and one.lexicon.kind(measure) in ("duration", "share")
    last = ends(window.start, window.end - timedelta(days=1))[1] if window and alone else ""
    return Span(last, given=True) if is_year(last) and _NOW.search(one.plain) else Span()


def is_held_against(when: When, one: Sentence, behind: int) -> bool:
    """ "Five minutes more *than in 2022*": the date of what another figure, `behind` it, is held against."""
    if when.start <= behind:
        return False
    between = one.plain[behind : when.start]
    return bool(_THAN.search(one.plain[: when.start]) or _UP_FROM.search(between) or _COMPARED.search(between))


def _tells_window(part: Clause) -> bool:
    """ "£21,150 *over the three years*, £8,600 of it in 2022": of the whole window, whatever date comes behind."""
    behind = part.one.figures
    return any(
        part.figure.end <= one.start < part.part.end and is_window(one, part.lexicon) and not _is_apart(part, one)
        for one in behind
    )


def _is_apart(part: Clause, length: Figure) -> bool:
    """Another sign or figure stands between."""
    return bool(re.search(r"[,;:]\s|\d", part.one.plain[part.figure.end : length.at]))


def _leaves_out_noun(part: Clause) -> bool:
    """ "Exampleton had 12 claims in 2024. Sampleton had 80.": what is counted, and when, is as just before."""
    bare = not part.context.unit or part.context.inherited
    return bare and not part.one.whens and part.place == 0 and not _IN_ALL.search(part.one.plain)
