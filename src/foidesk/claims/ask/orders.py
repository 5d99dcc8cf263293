"""Places in an order: who had the most, which year was the worst, and who all did what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.words.figures import Figure

from .asks import State
from .counting import LESS, MORE, yes_no
from .lexicon import BodySeen, Lexicon
from .measures import best
from .periods import labels
from .reading import Asked, Group, Reading
from .sentence import Sentence
from .sentence import said as words_said
from .stems import stems
from .wording import SUPERLATIVES, TOP_WORDS

_ORDER_TYPES = ("count", "money", "quantity", "duration", "share")
_ITS = re.compile(r"\b(?:its|their|his|her)\s+$", re.IGNORECASE)
_UNIVERSAL = re.compile(
    r"\b(?P<how>every|each|all|no|none of the|not one)\b(?: (?:the|of the))?(?: \w+)? $", re.IGNORECASE
)
_GOOD_LOW = re.compile(r"\b(?:best|worst)\b", re.IGNORECASE)


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
    """The ranks and superlatives of a sentence."""
    return [_place(found, one, lexicon, state) for found in _found(one)]


def _found(one: Sentence) -> list[_Ordered]:
    found: list[_Ordered] = []
    for figure in one.figures:
        if figure.kind == "rank":
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
            if any(match.start() < other.end and other.start < match.end() for other in found) or _is_none(
                match, one
            ):
                continue
            joint = bool(
                re.search(r"\bjoint\b", one.plain[max(0, match.start() - 8) : match.start()], re.IGNORECASE)
            )
            found.append(_Ordered(*match.span(), match[0], direction, 1, joint))
    return found


def _is_none(match: re.Match[str], one: Sentence) -> bool:
    """ "At least", "most of the cases", "the three busiest forces", "most officers": no place of anybody."""
    before = one.plain[max(0, match.start() - 14) : match.start()]
    if re.search(r"\bat (?:the )?(?:very )?$", before, re.IGNORECASE):
        return True
    if any(
        TOP_WORDS.match(one.plain[figure.end :]) and figure.end <= match.start() <= figure.end + 2
        for figure in one.figures
    ):
        return True
    word = match[0].lower()
    if word in ("most", "least") and not re.search(r"\b(?:the|by far the|had|recorded|saw) $", before):
        return True
    return word == "most" and bool(
        re.match(
            r"\s(?:\w+ly\b|serious|common|recent|likely|important|of\b(?! any| all))", one.plain[match.end() :]
        )
    )


def _place(found: _Ordered, one: Sentence, lexicon: Lexicon, state: State) -> Asked:
    figure = found.figure or Figure(
        found.start, found.end, found.text, "rank", found.start, found.end, Decimal(found.place), joint=found.joint
    )
    figure = replace(figure, kind="rank", joint=found.joint, value=Decimal(found.place))
    start, end = found.start, found.end
    asked = Asked(start, end, found.text, "superlative", figure)
    said = words_said(one.bare)
    measure = best(said, _ORDER_TYPES, lexicon) or best(said, _ORDER_TYPES, lexicon, loose=True) or state.measure
    unit = [
        m.id
        for m in lexicon.definition.codebook.measures
        for other in one.figures
        if other.unit and m.unit.lower() == other.unit.lower() and other.kind != "date"
    ]
    if not (best(said, _ORDER_TYPES, lexicon)) and unit:
        measure = unit[0]
    if not measure:
        measure = (
            lexicon.definition.codebook.measures[0].id
            if one.bodies and lexicon.definition.codebook.measures
            else ""
        )
    subject = _subject(found, one)
    year = _year_subject(found, one)
    linked = bool(one.bodies or one.groups or subject)
    if not measure or not (subject or year):
        return replace(
            asked,
            excuse="" if linked else "unrelated",
            open="the words do not say who is in this place" if linked else "",
        )
    where = {seen.variable: seen.categories for seen in one.categories}
    group = next(
        (seen.group for seen in one.groups if seen.group.kind in ("answered", "asked", "given") or seen.group.n),
        Group(),
    )
    direction = _direction(found, measure, lexicon)
    span = labels(tuple(when for when in one.whens if when.text != year), lexicon.definition.period, one.text)
    reading = Reading("place", measure, where, group, span.label, direction=direction, subject=subject)
    if year:
        base = ""
        return replace(
            asked, readings=(replace(reading, predicate="year", subject=year, period="", base_measure=base),)
        )
    return replace(asked, readings=(reading,))


def _direction(found: _Ordered, measure: str, lexicon: Lexicon) -> int:
    """Worst is highest, best is lowest, save for a share that the survey wants high ("within target")."""
    if found.text.lower() in ("worst", "best") and lexicon.kind(measure) == "share":
        return -found.direction
    return found.direction


def _subject(found: _Ordered, one: Sentence) -> str:
    before = [seen for seen in one.bodies if seen.end <= found.start]
    if before:
        return _nearest(before, found).body
    if re.search(r"\b(?:was|were|is|at|by|in|with|:)\s*(?:the\s+)?$", " ") or one.bodies:
        after = [seen for seen in one.bodies if seen.start >= found.end]
        if after and re.search(r"\b(?:was|were|is|came from|at|by|:)\b", one.plain[found.end : after[0].start]):
            return after[0].body
    return ""


def _nearest(bodies: list[BodySeen], found: _Ordered) -> BodySeen:
    return bodies[-1]


def _year_subject(found: _Ordered, one: Sentence) -> str:
    """ "2024 was the worst year": the year that is in the place."""
    if _ITS.search(one.plain[: found.start]):
        return next((when.text for when in one.whens if re.fullmatch(r"(?:19|20)\d\d", when.text)), "")
    if not re.match(r"\s+year\b", one.plain[found.end :]):
        return ""
    return next((when.text for when in one.whens if re.fullmatch(r"(?:19|20)\d\d", when.text)), "")


def universals(one: Sentence, lexicon: Lexicon, state: State) -> list[Asked]:
    """ "Every board that answered had a longer median", "no force refused"."""
    found: list[Asked] = []
    for seen in one.groups:
        how = _UNIVERSAL.search(one.plain[: seen.start])
        if how is None or seen.figure is not None:
            continue
        reading = _universal(one, lexicon, seen.group)
        text = one.plain[how.start("how") : seen.end]
        none = how["how"].lower() in ("no", "none of the", "not one")
        figure = Figure(
            how.start("how"), seen.end, text, "none" if none else "count", how.start("how"), seen.end, Decimal(0)
        )
        if reading is not None:
            reading = replace(reading, statistic="bodies" if none else "share of bodies")
            figure = (
                figure
                if none
                else replace(figure, kind="percent", unit="%", value=Decimal(100), step=Decimal("0.01"))
            )
            found.append(Asked(figure.start, figure.end, text, "majority", figure, (reading,)))
    return found


def _universal(one: Sentence, lexicon: Lexicon, group: Group) -> Reading | None:
    years = [str(when.first.year) for when in one.whens if when.first is not None and when.explicit]
    direction = 1 if MORE.search(one.plain) else -1 if LESS.search(one.plain) else 0
    said = frozenset(stems(one.bare))
    if len(years) == 2 and direction:
        measure = best(said, _ORDER_TYPES, lexicon) or best(said, _ORDER_TYPES, lexicon, loose=True)
        own = Reading("bodies", measure, {}, group, years[0], direction=direction)
        return replace(own, other=replace(own, period=years[1])) if measure else None
    if found := yes_no(lexicon, one.plain):
        return Reading("bodies", found[0], {found[1]: (found[2],)}, group)
    if one.categories:
        where = {seen.variable: seen.categories for seen in one.categories}
        measure = next(iter(lexicon.measures_of(one.categories[0].variable)), "")
        return Reading("bodies", measure, where, group) if measure else None
    return None
