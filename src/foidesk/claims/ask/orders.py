"""Places in an order: who had the most, which year was the worst, and who all did what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.words.figures import Figure
from foidesk.words.figures.context import PER_MANY

from .clause import State
from .kinds import kinds
from .lexicon import Lexicon
from .measures import EVERY, best, limit_of, only
from .owned import in_clause
from .periods import labels
from .reading import Asked, Group, Reading
from .scope import is_held_against, latest
from .sentence import Sentence
from .sentence import said as words_said
from .wording import IN_A_ROW, SUPERLATIVES, TOP_WORDS

_ITS = re.compile(r"\b(?:its|their|his|her)\s+$", re.IGNORECASE)
_LEADS_TO = re.compile(r"\b(?:was|were|is|came from|at|by|:)\b")
"""Between a superlative and the body that is in the place: "the highest was …"."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:/\d\d)?")
_IS_YEAR = re.compile(
    r"\s+year\b|\s(?:\w+\s){0,2}(?:in|of) (?:any (?:one |single )?(?:of the \w+ )?years?|at least \w+ years)\b"
)
_APPOSED = re.compile(
    r"(?:\s[^,;]{1,40})?(?:,|\s[–—-])\s(?:by far\s)?(?:the|its|their)\s$|(?:\s[^,;]{1,40})?(?:,|\s[–—-])\s$"
)
"""Between a figure and the place that it takes: "£21,890 in 2025, *the most*"."""
_SUM = re.compile(r"\s(?:sum|bill|amount|payout|outlay|spend|total bill)\b")
_PEAKED = re.compile(r"peaked|bottomed out", re.IGNORECASE)
"""Verbs that say in which year the figure was at its end: "claims peaked in 2023"."""
_SPEED = ("slowest", "fastest", "quickest")
_JOINT = re.compile(r"\bjoint\b", re.IGNORECASE)
_BY_SHARE = re.compile(r"\b(?:shares?|rates?|proportions?|percentages?)\b", re.IGNORECASE)
"""The order is one of shares, not of numbers."""
_AT_SHARE = re.compile(r",?\s(?:at|on|with)\s(?:just\s|only\s)?", re.IGNORECASE)
"""Between a place and the figure by which it is taken."""
_IS_ITS = re.compile(r"\W*(?:And |But )?[Tt]he\s")
_IS_OF = re.compile(r"\s(?:is|was)\s(?:that of\s)?(?:the\s)?")
_OWN = re.compile(r"['’]s?(?=\s*[.,;:]|$|\s(?:and|but|with|where|at)\b)")
"""Around a place in an order of what was told before: "*The lowest is Exampleton's*"."""
_CONCLUDES = re.compile(
    r"\b(?:which|that|this) (?:makes|made|puts|leaves) (?:its|their|the|it|them)\b[^.;:]{0,40}$"
)
"""Before a place that is concluded from one told before: "which makes its water *the worst*"."""
_PER_SIZE = re.compile(
    r"\b(?:per (?:head|capita|person|officer|resident|patient|pupil|household|bed|employee)|"
    r"(?:for|relative to|given) (?:its|their) size|proportionate(?:ly)?|population)\b",
    re.IGNORECASE,
)
"""The order is one of rates by the size of the bodies."""
_HOW = r"(?P<how>more|higher|longer|bigger|larger|greater|fewer|lower|shorter|smaller|less)\b[^.;:]*?\bthan\s"
_NONE_MORE = re.compile(rf"\b(?:no|none of the|not one)\s(?:other\s)?[^.;:]*?\b{_HOW}", re.IGNORECASE)
_ONLY_MORE = re.compile(rf"\bonly\s[^.;:]*?\b{_HOW}", re.IGNORECASE)
_ONLY_LESS = re.compile(
    r"\bonly\s(?=[A-Z])[^.;:,]*?\s(?:had|has|saw|spent|paid|recorded|received|logged|reported|took|fared|did)\s(?:even\s)?"
    r"(?P<how>more|higher|longer|bigger|larger|greater|fewer|lower|shorter|smaller|less)\b(?![^.;:]*\bthan\b)",
    re.IGNORECASE,
)
"""Against the body spoken of in the sentence before: "Only Exampleton *spent less*"."""
_MORE = re.compile(r"more|higher|longer|bigger|larger|greater", re.IGNORECASE)
_AT = re.compile(r"\bat (?:the )?(?:very )?$", re.IGNORECASE)
"""Before "least", "most": "at the very least" is a bound."""
_ONE_OF_THE = re.compile(r"\b(?:one|some|two|three) of (?:the|its|our)\s(?:\w+\s)?$", re.IGNORECASE)
"""Before "biggest" where it is shared: "one of the biggest forces"."""
_CUT = re.compile(r",\s|[;:]|\s[–—-]\s")
_CUT_BEHIND = re.compile(rf"{_CUT.pattern}|\bthan\b")
"""Where the words of an order end: what follows is another number of the body, or whom it is compared with."""
_HAS_MOST = re.compile(r"\b(?:the|by far the|had|recorded|saw) $")
"""Before "most", "least" where they tell a place."""
_MOST_OF = re.compile(r"\s(?:\w+ly\b|serious|common|recent|likely|important|of\b(?! any| all))")
"""Behind "most" where it tells a degree or a majority: "most serious", "most of the cases"."""


@dataclass(frozen=True, slots=True)
class _Ordered:
    start: int
    end: int
    text: str
    direction: int
    place: int = 1
    joint: bool = False
    figure: Figure | None = None


def orders(one: Sentence, lexicon: Lexicon, state: State) -> list[Asked]:
    """The ranks and superlatives of a sentence: of bodies, of years, and of kinds."""
    of_kinds = kinds(one, lexicon, state)
    found = [
        seen
        for seen in _found(one)
        if not any(seen.start < kind.end and kind.start < seen.end for kind in of_kinds)
    ]
    bounded = [*_bounded_by(one, lexicon, state), *_second_to(one, lexicon, state)]
    return [*bounded, *(_place(seen, one, lexicon, state) for seen in found), *of_kinds]


def _bounded_by(one: Sentence, lexicon: Lexicon, state: State) -> Iterator[Asked]:
    """ "No council had more than Exampleton", "only Exampleton had more than Sampleton": first, and second."""
    found = _NONE_MORE.search(one.plain) or _ONLY_MORE.search(one.plain)
    measure = _measure(one, lexicon, state) if found else ""
    behind = [seen for seen in one.bodies if found and seen.start >= found.end()]
    if not found or not measure or not behind or behind[0].start > found.end() + 4:
        return
    ahead = [seen for seen in one.bodies if found.start() <= seen.start < found.end()]
    is_only = found.re is _ONLY_MORE
    if is_only != (len(ahead) == 1):
        return
    direction = 1 if _MORE.match(found["how"]) else -1
    places = [(behind[0].body, 2), (ahead[0].body, 1)] if is_only else [(behind[0].body, 1)]
    span = labels(one.whens, lexicon.definition.period, one.text)
    where = {seen.variable: seen.categories for seen in one.categories}
    text = one.text[found.start() : behind[0].end]
    for subject, place in places:
        figure = Figure(found.start(), behind[0].end, text, "rank", found.start(), behind[0].end, Decimal(place))
        reading = Reading(
            "place", measure, where, _among(one, 0), span.label, direction=direction, subject=subject
        )
        yield Asked(found.start(), behind[0].end, text, "superlative", figure, (reading,))


def _second_to(one: Sentence, lexicon: Lexicon, state: State) -> Iterator[Asked]:
    """ "Exampleton paid £12. Only Sampleton paid less": the one before is second, and this one first."""
    found = _ONLY_LESS.search(one.plain)
    named = [seen.body for seen in one.bodies if found and found.start() <= seen.start < found.end()]
    before = state.named
    measure = _measure(one, lexicon, state) if found else ""
    if found is None or len(named) != 1 or len(before) != 1 or before == tuple(named) or not measure:
        return
    direction = 1 if _MORE.match(found["how"]) else -1
    for subject, place in ((named[0], 1), (before[0], 2)):
        figure = Figure(*found.span(), found[0], "rank", *found.span(), Decimal(place))
        reading = Reading("place", measure, {}, _among(one, 0), direction=direction, subject=subject)
        has_more = bool(one.categories) or any(when.first for when in one.whens)
        open = "the words restrict the order in a way that is not read" if has_more else ""
        yield Asked(*found.span(), found[0], "superlative", figure, () if has_more else (reading,), open=open)


def _found(one: Sentence) -> list[_Ordered]:
    found: list[_Ordered] = []
    for figure in one.figures:
        if figure.kind == "rank" and not IN_A_ROW.match(one.plain, figure.end):
            found.append(
                _Ordered(
                    figure.start,
                    figure.end,
                    figure.text,
                    figure.direction or 1,
                    int(figure.value or 1),
                    figure.joint,
                    figure,
                )
            )
    for direction, pattern in SUPERLATIVES:
        for match in pattern.finditer(one.plain):
            if any(seen.start <= match.start() < seen.end for seen in one.bodies):
                continue  # "Greater Sampleton had more than any other": a word of its name
            if any(match.start() < other.end and other.start < match.end() for other in found) or _is_none(
                match, one
            ):
                continue
            joint = bool(_JOINT.search(one.plain[max(0, match.start() - 8) : match.start()]))
            found.append(_Ordered(*match.span(), match[0], direction, 1, joint))
    return found


def _is_none(match: re.Match[str], one: Sentence) -> bool:
    """ "At least", "most of the cases", "the three busiest forces", "most officers": no place of anybody."""
    before = one.plain[max(0, match.start() - 14) : match.start()]
    if _AT.search(before) or _ONE_OF_THE.search(before):
        return True
    if match[0].lower() in ("led", "heads", "head") and re.match(r"\sto\b", one.plain[match.end() :]):
        return True
    if any(
        TOP_WORDS.match(one.plain[figure.end :]) and figure.end <= match.start() <= figure.end + 2
        for figure in one.figures
    ):
        return True
    word = match[0].lower()
    if word in ("most", "least") and not _HAS_MOST.search(before):
        return True
    return word == "most" and bool(_MOST_OF.match(one.plain[match.end() :]))


def _place(found: _Ordered, one: Sentence, lexicon: Lexicon, state: State) -> Asked:
    figure = replace(_figure(found), kind="rank", joint=found.joint, value=Decimal(found.place))
    asked = Asked(found.start, found.end, found.text, "superlative", figure)
    measure = _money(found, one, lexicon) or _own_measure(found, one, lexicon) or _measure(one, lexicon, state)
    subject, year = _subject(found, one), _year_subject(found, one)
    if len({seen.body for seen in one.bodies if seen.end <= found.start}) > 2 and not found.joint and not year:
        return replace(asked, open="several bodies are named; say who is in this place")
    if why := _hangs_on(found, one):
        return replace(asked, open=why)
    if not measure or not (subject or year):
        nobody = "the words do not say who is in this place" if one.bodies or one.groups else ""
        return replace(asked, open=nobody, excuse="" if nobody else "unrelated")
    if _PER_SIZE.search(one.plain) or PER_MANY.search(one.plain):
        return replace(asked, open="it orders rates: bind it to a finding that ranks them (denominator, per)")
    own_kinds = in_clause(found.start, found.end, one, one.categories)
    where = {seen.variable: seen.categories for seen in own_kinds}
    direction = _direction(found, measure, lexicon)
    whens = tuple(when for when in one.whens if when.text != year and not is_held_against(when, one, found.end))
    span = labels(whens, lexicon.definition.period, one.text) if whens else latest(one, measure)
    shares = bool(_BY_SHARE.search(one.plain)) or _told_in_shares(found, one)
    whole = lexicon.whole_of(measure) if shares and lexicon.kind(measure) != "share" else ""
    base = whole if whole != measure else ""
    if shares and not base and lexicon.kind(measure) != "share":
        return replace(asked, open="it orders shares, and the words do not say of what")
    own = tuple(dict.fromkeys(seen.body for seen in one.bodies)) if year else ()
    if len(own) > 1:
        return replace(asked, open="several bodies are named; say whose year this is")
    reading = Reading(
        "place",
        measure,
        where,
        Group("listed", own) if own else _among(one, found.start),
        span.label,
        base_measure=base,
        direction=direction,
        subject=subject,
    )
    if year:
        reading = replace(reading, predicate="year", subject=year, period="")
    return replace(asked, readings=(reading,))


def _hangs_on(found: _Ordered, one: Sentence) -> str:
    """Why the place is of something told before it, which nothing here reads."""
    if _CONCLUDES.search(one.plain[: found.start]):
        return "it draws a conclusion; whether the figures say so, a person judges"
    if not _IS_ITS.fullmatch(one.plain[: found.start]):
        return ""
    behind = [seen for seen in one.bodies if _IS_OF.fullmatch(one.plain[found.end : max(seen.start, found.end)])]
    is_its = any(_OWN.match(one.plain, seen.end) for seen in behind)
    return "it is the place of something told before; say of what" if is_its else ""


def _told_in_shares(found: _Ordered, one: Sentence) -> bool:
    """ "Second at 20 per cent": what the bodies are ordered by is told in per cent, and in nothing else."""
    behind = [figure for figure in one.figures if figure.start >= found.end and figure.kind != "date"]
    kinds = {figure.kind for figure in one.figures}
    return (
        bool(behind) and "percent" in kinds and bool(_AT_SHARE.fullmatch(one.plain[found.end : behind[0].start]))
    )


def _figure(found: _Ordered) -> Figure:
    """The figure of the place; a superlative without a number is one."""
    return found.figure or Figure(
        found.start, found.end, found.text, "rank", found.start, found.end, Decimal(found.place)
    )


def _money(found: _Ordered, one: Sentence, lexicon: Lexicon) -> str:
    """ "£21,890 in 2025, *the most*", "the fourth *highest sum*": the order is one of the money."""
    before = [each for each in one.figures if each.end <= found.start and each.kind in ("money", "count")]
    apposed = (
        bool(before) and before[-1].kind == "money" and _APPOSED.fullmatch(one.plain[before[-1].end : found.start])
    )
    if not apposed and not _SUM.match(one.plain, found.end):
        return ""
    return only(lexicon, "money") or best(words_said(one.bare), ("money",), lexicon)


def _own_measure(found: _Ordered, one: Sentence, lexicon: Lexicon) -> str:
    """What the superlative's own clause names: "paid more *in compensation* than any, with 808 claims"."""
    start = max((cut.end() for cut in _CUT.finditer(one.bare, 0, found.start)), default=0)
    cut = _CUT_BEHIND.search(one.bare, found.end)
    own = words_said(one.bare[start : cut.start() if cut else len(one.bare)])
    noun = words_said(one.bare[found.end : cut.start() if cut else len(one.bare)])
    return best(own, EVERY, lexicon) or best(noun, EVERY, lexicon, loose=True)


def _measure(one: Sentence, lexicon: Lexicon, state: State) -> str:
    """What the bodies are ordered by: by its words, else by the unit of a number, else what was spoken of."""
    said = words_said(one.bare)
    measures = lexicon.definition.codebook.measures
    if named := best(said, EVERY, lexicon):
        return named
    units = [other.unit.lower() for other in one.figures if other.unit and other.kind != "date"]
    if of_unit := [measure.id for measure in measures if measure.unit.lower() in units]:
        return of_unit[0]
    first = measures[0].id if (one.bodies or one.groups) and measures else ""
    return best(said, EVERY, lexicon, loose=True) or state.measure or first


def _among(one: Sentence, at: int) -> Group:
    """The group in whose order the place is."""
    wholes = ("answered", "asked", "given")
    able = [
        seen
        for seen in one.groups
        if seen.group.kind in wholes or (seen.group.n or 0) > len(one.bodies) or seen.group.ids
    ]
    behind = [seen for seen in able if seen.start >= at]
    return next((seen.group for seen in (*behind, *able)), Group())


def _direction(found: _Ordered, measure: str, lexicon: Lexicon) -> int:
    """Worst is highest, best is lowest, save for a share that the survey wants high ("within target").

    So with the slowest and the fastest, where the share is of those within a limit of time.
    """
    word, is_share = found.text.lower(), lexicon.kind(measure) == "share"
    if is_share and (word in ("worst", "best") or (word in _SPEED and limit_of(measure, lexicon) < 0)):
        return -found.direction
    return found.direction


def _subject(found: _Ordered, one: Sentence) -> str:
    """The body in the place: the nearest in front, else the one that a verb behind leads to."""
    before = [seen for seen in one.bodies if seen.end <= found.start]
    if before:
        return before[-1].body
    after = [seen for seen in one.bodies if seen.start >= found.end]
    return after[0].body if after and _LEADS_TO.search(one.plain[found.end : after[0].start]) else ""


def _year_subject(found: _Ordered, one: Sentence) -> str:
    """ "2024 was the worst year", "its worst": the year that is in the place."""
    if _PEAKED.fullmatch(found.text):
        behind = next((when for when in one.whens if when.start >= found.end), None)
        return behind.text if behind is not None and _YEAR.fullmatch(behind.text) else ""
    if not _ITS.search(one.plain[: found.start]) and not _IS_YEAR.match(one.plain[found.end :]):
        return ""
    return next((when.text for when in one.whens if _YEAR.fullmatch(when.text)), "")
