"""A sentence → what it asserts, each with its readings. No value is looked at here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from foidesk.words.figures import Figure, When
from foidesk.words.figures.context import Context

from .groups import GroupSeen
from .lexicon import Lexicon
from .measures import TYPES, best, is_person, of_unit
from .periods import Span, labels, shifted_year
from .reading import Asked, Group, Reading, Where
from .sentence import Part, Sentence
from .sentence import said as words_said
from .stems import stems, tokens
from .unknown import unexplained
from .wheres import clusters, finest
from .wording import (
    AFTER_CHANGE,
    BEFORE_CHANGE,
    ENDED,
    FROM_TO,
    MEAN,
    MEDIAN,
    NOT_STATED_WORDS,
    RANGED,
    THRESHOLD,
    TIMES_AS,
    TOP_WORDS,
)

OF_THE = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+|all\s+|those\s+|these\s+)*", re.IGNORECASE)
NEUTRAL = frozenset(
    word
    for noun in (
        "case mention entry time instance occasion record example other more occurrence event report "
        "total all such"
    ).split()
    for word in stems(noun)
)
_ANY = re.compile(
    r"\W*(?:At|In|Among)\s+(?:the\s+)?(?:\d+|[a-z-]+)\s+(?:[a-z]+\s+)?[a-z]+\b[^.;]*?\b(?:at "
    r"least one|one or more)\b"
)
_AT = re.compile(r"\b(?:at|in|among)\s+$", re.IGNORECASE)
_THAT_IS = re.compile(
    r"\W*(?:That|This|It|They|These|Those)\s(?:is|was|are|were|amounts?|means?|equals?|makes? up|"
    r"represents?)\b"
)
_REST = re.compile(
    r"\b(?:leaves?|left over|remaining|the rest|further|another|additional|others?)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_THINGS = re.compile(r"\s+(?:apart|together|combined|in turn|between them)\b", re.IGNORECASE)
EVERY = ("count", "money", "quantity", "duration", "share")
COUNTED = ("count", "none", "several")
SHARES = ("percent", "fraction", "ratio", "majority")


@dataclass(frozen=True, slots=True)
class State:
    """What the sentences before have settled: measure, kind, bodies, period."""

    measure: str = ""
    base: str = ""
    where: Where = field(default_factory=dict)
    group: Group = field(default_factory=Group)
    span: Span = field(default_factory=Span)
    noun: frozenset[str] = frozenset()


@dataclass
class Asker:
    """Reads one sentence after the other."""

    lexicon: Lexicon
    state: State = field(default_factory=State)
    near: bool = False

    def sentence(self, one: Sentence, about: dict[int, Context]) -> list[Asked]:
        """What the sentence asserts in numbers; `about` gives the words around each figure by its place."""
        claimed, found = self._sorted(one, about)
        parts = one.parts(tuple(claimed))
        state = self._opening(one)
        for place, part in enumerate(parts):
            if part.figure is None:
                continue
            asked, state = _Part(
                self, one, part, place, parts, state, about.get(part.figure.at, Context())
            ).asked()
            found.append(asked)
        self.state = self._after(one, state)
        return found

    def _opening(self, one: Sentence) -> State:
        """The state that a sentence begins with: its own only group, else what the sentence before spoke of."""
        state = (
            replace(self.state, base="") if _THAT_IS.match(one.plain) else replace(self.state, where={}, base="")
        )
        if one.bodies or one.groups:
            state = replace(state, group=Group(), span=Span())
        return state

    def _after(self, one: Sentence, state: State) -> State:
        ids = tuple(dict.fromkeys(body.body for body in one.bodies))
        group = Group("listed", ids[:1]) if len(ids) == 1 else state.group
        return replace(state, group=group)

    # --- which figures are asserted ---

    def _sorted(self, one: Sentence, about: dict[int, Context]) -> tuple[list[Figure], list[Asked]]:
        claimed: list[Figure] = []
        others: list[Asked] = []
        any_case = (
            next((figure for figure in one.figures if _is_any(figure)), None) if _ANY.match(one.plain) else None
        )
        for figure in one.figures:
            excuse = self._excuse(figure, one, about.get(figure.at, Context()))
            group = next((seen for seen in one.groups if seen.figure is figure), None)
            if excuse:
                others.append(_asked(figure, excuse=excuse))
            elif any_case and figure is any_case:
                others.append(_asked(figure, excuse="threshold"))
            elif any_case and (
                group is not None or (figure.kind == "count" and _AT.search(one.plain[: figure.start]))
            ):
                claimed.append(figure)
            elif group is not None and group.definite and not self._counts_bodies(figure, one):
                others.append(self._of_group(figure, group.group, one))
            elif self._is_threshold(figure, one):
                others.append(_asked(figure, excuse="threshold"))
            else:
                claimed.append(figure)
        return claimed, others

    def _excuse(self, figure: Figure, one: Sentence, context: Context) -> str:
        if figure.unit == "times" and figure.text.lower().endswith("once"):
            return "turn of phrase"
        if re.search(r"\bthe\s$", one.plain[: figure.start]) and _THINGS.match(one.plain[figure.end :]):
            return "count of words"
        if figure.kind == "date" or (
            figure.kind == "duration" and any(when.start == figure.start for when in one.whens)
        ):
            return "date"
        if figure.kind in ("age", "time", "score"):
            return {"age": "age", "time": "date", "score": "score"}[figure.kind]
        if figure.kind in ("duration", "size"):
            if of_unit(figure, self.lexicon) and not self._in_measure(figure, one):
                return ""
            return (
                "part of the measure"
                if self._in_measure(figure, one)
                else "window"
                if figure.kind == "duration"
                else "size"
            )
        return ""

    def _in_measure(self, figure: Figure, one: Sentence) -> bool:
        """ "15 minutes" where that is how a measure is named."""
        own = {token.stem for token in tokens(one.text[figure.at : figure.end])}
        return any(
            own <= phrase and any(word[:1].isdigit() for word in own)
            for phrases in self.lexicon.measure_phrases.values()
            for phrase in phrases
        ) or (
            bool(own & {"hour"})
            and any("hour" in phrase for phrases in self.lexicon.measure_phrases.values() for phrase in phrases)
            and figure.value == 1
        )

    def _counts_bodies(self, figure: Figure, one: Sentence) -> bool:
        """ "the 39 that answered" is a group; "of the nine, six have" counts."""
        return bool(re.match(r"\s+of (?:the|them|those|all)\b", one.plain[figure.end :]))

    def _is_threshold(self, figure: Figure, one: Sentence) -> bool:
        """ "recorded 50 cases or more" in a sentence that counts bodies."""
        counting = [
            seen
            for seen in one.groups
            if seen.figure is not None and not seen.definite and seen.figure is not figure
        ]
        after = one.plain[figure.end : figure.end + 30]
        return (
            bool(counting)
            and figure.kind == "count"
            and bool(
                figure.hedge in ("more than", "at least", "fewer than", "at most", "well over")
                or THRESHOLD.match(after)
            )
        )

    def _of_group(self, figure: Figure, group: Group, one: Sentence) -> Asked:
        named = tuple(dict.fromkeys(body.body for body in one.bodies))
        if len(named) > 1 and group.kind == "some" and len(named) == group.n:
            return _asked(
                figure,
                Reading("group", "", group=Group("listed", named, group.n), predicate="listed"),
                kind="group",
            )
        return _asked(figure, Reading("group", "", group=group), kind="group")


def _is_any(figure: Figure) -> bool:
    """ "At least one"."""
    return figure.value == 1 and figure.hedge == "at least"


def _asked(figure: Figure, *readings: Reading, kind: str = "number", excuse: str = "", open: str = "") -> Asked:
    return Asked(figure.start, figure.end, figure.text, kind, figure, readings, excuse, open)


@dataclass
class _Part:
    """One figure with the words that belong to it."""

    asker: Asker
    one: Sentence
    part: Part
    place: int
    parts: tuple[Part, ...]
    state: State
    context: Context

    @property
    def lexicon(self) -> Lexicon:
        return self.asker.lexicon

    @property
    def figure(self) -> Figure:
        assert self.part.figure is not None
        return self.part.figure

    @property
    def before(self) -> str:
        return self.one.plain[self.part.start : self.figure.start]

    @property
    def after(self) -> str:
        return self.one.plain[self.figure.end : self.part.end]

    def asked(self) -> tuple[Asked, State]:
        if self._ends() or (_ANY.match(self.one.plain) and _AT.search(self.before) and not self.part.bodies):
            return self._bodies(Group()), self.state
        counting = next(
            (seen for seen in self.one.groups if seen.figure is self.figure or self._is_of(seen)), None
        )
        if counting is not None:
            return self._bodies(counting.group), replace(self.state, group=self._group())
        measure, base = self._measure()
        group, span, where = self._group(), self._span(), self._where(measure)
        state = State(
            measure or self.state.measure, base, where, group, span, self._noun(measure) or self.state.noun
        )
        if not measure:
            return self._unlinked(), self.state
        if strange := self._not_broken_down(measure):
            return _asked(
                self.figure, open=f"“{strange}” restricts what is counted in a way that the survey did not ask for"
            ), self.state
        if self._names_other_thing(measure):
            return self._other_thing(), self.state
        if span.bad and not self._is_change():
            return _asked(self.figure, open=f"the survey does not ask about “{span.bad}”"), state
        if not where and group.kind != "listed" and _REST.search(self.before):
            return _asked(self.figure, open="the words do not say of which kind these are"), state
        if stranger := self._stranger():
            return _asked(self.figure, open=f"“{stranger}” is no body of the survey"), state
        if strange := self._unexplained(measure, where):
            return _asked(
                self.figure, open=f"“{strange}” may restrict what is counted; the survey has no word for it"
            ), state
        reading = Reading("total", measure, where, group, span.label, base_measure=base)
        return replace(self._with_statistic(reading, span), hides=self._hides(measure)), state

    def _stranger(self) -> str:
        """The name of somebody whom the survey did not ask: "Nowhere Police (19)"."""
        name = self.context.entity
        at = self.one.plain.find(name) if name else -1
        if at < 0 or self.part.bodies or self.one.bodies:
            return ""
        inside = any(seen.start <= at < seen.end for seen in (*self.one.groups,)) or any(
            seen.start <= at < seen.end for seen in self.one.categories
        )
        if re.search(r"\b(?:in|across|throughout)\s(?:the\s)?$", self.one.plain[:at]):
            return ""
        first = not self.one.plain[:at].strip("“‘\"'([ ") and len(name.split()) == 1
        asked = any(seen.group.kind == "asked" for seen in self.one.groups)
        return "" if inside or first or asked or best(frozenset(stems(name)), EVERY, self.lexicon) else name

    def _unexplained(self, measure: str, where: Where) -> str:
        """Words beside the number that may restrict it and that the survey does not know."""
        return unexplained(self.figure, self.context, self.part, self.one, self.lexicon, measure, where)

    def _not_broken_down(self, measure: str) -> str:
        """The words of a category by which the replies do not break the measure down."""
        able = self._variables(measure)
        spans = [(seen.start, seen.end) for seen in self.part.categories if seen.variable in able]
        left = [
            seen
            for seen in self.part.categories
            if seen.variable not in able and (seen.start, seen.end) not in spans
        ]
        return left[0].text if left else ""

    def _other_thing(self) -> Asked:
        if self.one.bodies or self.one.groups or self.one.categories:
            return _asked(self.figure, open=f"“{self.context.unit}” is no word of the survey for what it counts")
        return _asked(self.figure, excuse="unrelated")

    def _hides(self, measure: str) -> str:
        """People told where cases are counted."""
        if (
            self.figure.kind != "count"
            or self.context.inherited
            or not is_person(self.context.unit)
            or self.part.categories
        ):
            return ""
        unit = self.lexicon.measure(measure).unit
        return (
            ""
            if is_person(unit) or stems(self.context.unit)[-1:] == stems(unit)[-1:]
            else f"{unit} are counted, not {self.context.unit}"
        )

    def _ends(self) -> bool:
        """ "39 answered", "four refused"."""
        if self.figure.kind != "count" or (self.context.unit and not self.context.inherited):
            return False
        return bool(ENDED.match(self.after))

    def _is_of(self, seen: GroupSeen) -> bool:
        """ "Two thirds of the boards"."""
        return seen.start > self.figure.end and bool(
            OF_THE.fullmatch(self.one.plain[self.figure.end : seen.start])
        )

    # --- what is counted ---

    def _measure(self) -> tuple[str, str]:
        """The measure, and for a share of one measure in another the whole."""
        types = TYPES.get(self.figure.kind, ("count", "quantity"))
        if self.figure.kind == "multiple":
            types = ("count", "money", "quantity", "duration")
        if self.figure.kind == "money":
            units = of_unit(self.figure, self.lexicon)
            typed = [
                one.id
                for one in self.lexicon.definition.codebook.measures
                if self.lexicon.kind(one.id) == "money" and one.id in units
            ]
            if len(typed) == 1:
                return typed[0], ""
        said = self.part.stems
        sentence = words_said(self.one.bare)
        if self.figure.kind in SHARES or self.figure.kind == "points":
            return self._measure_of_share(said, sentence, types)
        found = best(said, types, self.lexicon)
        if self._counts_category():
            return self._by_category(types), ""
        own = "" if self.context.inherited else best(frozenset(stems(self.context.unit)), types, self.lexicon)
        if own and found != own and not (found and self._names_more(found, said)):
            found = own
        found = (
            self._longer(found, said, types)
            or (self._carried(types) if self._goes_on() else "")
            or self._by_category(types)
            or self._carried(types)
        )
        found = (
            found
            or best(sentence, types, self.lexicon)
            or best(said, types, self.lexicon, loose=True)
            or best(sentence, types, self.lexicon, loose=True)
        )
        return found or self._headline(types), ""

    def _headline(self, types: tuple[str, ...]) -> str:
        """A bare number beside a body ("with 88") is of what the survey is about: its first finding."""
        if self.context.unit and not self.context.inherited:
            return ""
        if not (self.one.bodies or self.state.group.ids):
            return ""
        measures = self.lexicon.definition.codebook.measures
        first = [one.measure for one in self.lexicon.definition.findings if one.headline] + [
            one.id for one in measures
        ]
        return next((one for one in first if self.lexicon.kind(one) in types), "")

    def _longer(self, found: str, said: frozenset[str], types: tuple[str, ...]) -> str:
        """ "106 were paid" after "301 claims" is claims paid: the noun before goes with this verb."""
        if self.state.noun and not (found and self._has_noun(found)):
            more = best(said | self.state.noun, types, self.lexicon)
            if more and more != self.state.measure:
                phrases = self.lexicon.measure_phrases[more]
                if any(phrase <= said | self.state.noun and phrase & said for phrase in phrases):
                    return more
        return found

    def _counts_category(self) -> bool:
        """ "Two claims handlers": the noun is a category, whatever measure is named inside it."""
        if self.context.inherited or not self.context.unit:
            return False
        at = self.one.plain.find(self.context.unit, self.figure.end)
        end = at + len(self.context.unit)
        named = best(frozenset(stems(self.context.unit)), EVERY, self.lexicon)
        return at >= 0 and any(
            seen.start <= at and seen.end >= end and named not in self.lexicon.measures_of(seen.variable)
            for seen in self.part.categories
        )

    def _names_more(self, measure: str, said: frozenset[str]) -> bool:
        """ "Claims paid" takes the noun of the figure and more."""
        noun = frozenset(stems(self.context.unit))
        return any(
            phrase <= said and phrase & noun and len(phrase) > 1
            for phrase in self.lexicon.measure_phrases[measure]
        )

    def _goes_on(self) -> bool:
        """ "Of the 21 people, 17 were officers": what is counted is what the part before counts."""
        return (
            self.place > 0
            and bool(self.state.measure)
            and (self.context.inherited or not self.context.unit or bool(self.part.categories))
        )

    def _has_noun(self, measure: str) -> bool:
        return any(phrase <= self.part.stems for phrase in self.lexicon.measure_phrases[measure])

    def _by_category(self, types: tuple[str, ...]) -> str:
        variables = [seen.variable for seen in self.part.categories] or [*self.state.where]
        for variable in variables:
            able = [one for one in self.lexicon.measures_of(variable) if self.lexicon.kind(one) in types]
            if self.state.measure in able:
                return self.state.measure
            if able:
                return able[0]
        return ""

    def _carried(self, types: tuple[str, ...]) -> str:
        measure = self.state.measure
        return measure if measure and self.lexicon.kind(measure) in types else ""

    def _measure_of_share(
        self, said: frozenset[str], sentence: frozenset[str], types: tuple[str, ...]
    ) -> tuple[str, str]:
        given = best(said, ("share",), self.lexicon, loose=True) or best(
            sentence, ("share",), self.lexicon, loose=True
        )
        if given and self.figure.kind in ("percent", "points", "fraction", "ratio"):
            return given, ""
        if (
            self.state.measure
            and self.lexicon.kind(self.state.measure) == "share"
            and self.figure.kind in ("percent", "points")
            and not best(said, ("count", "money"), self.lexicon)
        ):
            return self.state.measure, ""
        able = ("count", "money", "quantity")
        if self._is_change():
            share = re.search(r"\b(?:share|proportion|percentage|rate)\b", self.one.plain)
            measure = (
                best(said, able, self.lexicon)
                or best(sentence, able, self.lexicon)
                or self._carried(able)
                or best(sentence, able, self.lexicon, loose=True)
            )
            whole = self.lexicon.whole_of(measure) if measure and share else ""
            return measure, whole if whole != measure else ""
        noun = best(frozenset(stems(self.context.unit)), able, self.lexicon)
        full = best(said, able, self.lexicon) or best(sentence, able, self.lexicon)
        if (
            full
            and re.search(r"\b(?:share|proportion|percentage) of\b", self.one.plain)
            and not self.part.categories
        ):
            whole = self.lexicon.whole_of(full)
            return (full, whole) if whole != full else (full, full)
        if noun and full and noun != full:
            return full, noun
        measure = noun or full or self._by_category(able) or self._carried(able)
        return measure, measure

    def _noun(self, measure: str) -> frozenset[str]:
        """The words of the measure that stand in the part: they go with the verbs of parts to come."""
        if not measure:
            return frozenset()
        return frozenset().union(*(phrase & self.part.stems for phrase in self.lexicon.measure_phrases[measure]))

    def _names_other_thing(self, measure: str) -> bool:
        """The noun after the number is neither a word of the measure nor a neutral one nor a category."""
        if self.figure.kind not in ("count", "several", "none") or self.context.inherited or not self.context.unit:
            return False
        noun = stems(self.context.unit)
        if not noun or noun[-1] in NEUTRAL or is_person(self.context.unit):
            return False
        words = {word for phrase in self.lexicon.measure_phrases[measure] for word in phrase} | set(
            stems(self.lexicon.measure(measure).unit)
        )
        if any(word in words for word in noun) or self._has_noun(measure):
            return False
        end = self.figure.end + len(self.context.unit) + 4
        return not any(seen.start < end and seen.end > self.figure.end for seen in self.part.categories)

    # --- of which kind, whose, when ---

    def _where(self, measure: str) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name in dict.fromkeys(seen.variable for seen in self.part.categories):
            if not measure or name in self._variables(measure):
                own = clusters(self.part, name, self.figure, self.one.plain)
                ids = finest(self.lexicon.variable(name), own)
                if not self.lexicon.is_everybody(name, ids):
                    found[name] = ids
        if variable := self._not_stated():
            found[variable] = ("not stated",)
        goes_on = self.place == 0 and bool(_THAT_IS.match(self.one.plain))
        if self.state.where and (goes_on or self._is_elliptical(measure)):
            found = {**self.state.where, **found}
        return found

    def _variables(self, measure: str) -> frozenset[str]:
        asked = [q for q in self.lexicon.definition.questions if measure in q.measures]
        named = frozenset(variable for q in asked for variable in q.variables)
        if not asked:
            return frozenset(one.id for one in self.lexicon.definition.codebook.variables)
        bound = frozenset(variable for q in self.lexicon.definition.questions for variable in q.variables)
        free = frozenset(one.id for one in self.lexicon.definition.codebook.variables) - bound
        tied = frozenset(one.question for one in self.lexicon.definition.codebook.variables if one.id in free)
        by_question = frozenset(
            one.id for one in self.lexicon.definition.codebook.variables if one.question in {q.id for q in asked}
        )
        return named | free | by_question if tied is not None else named

    def _is_elliptical(self, measure: str) -> bool:
        """The part says no noun of its own; it goes on with the kind of the one before."""
        return (self.place > 0 and not self._has_noun(measure)) or bool(
            re.search(r"\bof (?:which|whom|them|these|those)\b", self.part.text)
        )

    def _not_stated(self) -> str:
        found = NOT_STATED_WORDS.search(self.part.text)
        if not found:
            return ""
        said = frozenset(stems(found["what"] or found["what2"] or ""))
        for variable in self.lexicon.definition.codebook.variables:
            for name in (variable.label, variable.id, *variable.names):
                key = frozenset(stems(name))
                if key and key <= said:
                    return variable.id
        return ""

    def _group(self) -> Group:
        if self.part.bodies:
            bodies = self.part.bodies
            if self.place == 0 and len(bodies) > 1 and TIMES_AS.search(self.part.text):
                bodies = bodies[:1]
            return Group("listed", tuple(dict.fromkeys(seen.body for seen in bodies)))
        own = [seen.group for seen in self.part.groups if self._is_whole(seen)]
        if own:
            return own[0]
        if self.state.group.kind != "none":
            return self.state.group
        others = [seen.group for seen in self.one.groups if self._is_whole(seen)]
        if not others and self.place + 1 <= len(self.parts) and self.one.bodies:
            named = tuple(dict.fromkeys(seen.body for seen in self.one.bodies))
            first = self.one.bodies[0].start
            if first < self.part.start or len(named) == 1:
                return Group("listed", named)
        return others[0] if others else Group()

    def _is_whole(self, seen: GroupSeen) -> bool:
        """A group that figures are of; "the three busiest forces" are a part of it."""
        if seen.figure is None:
            return True
        return seen.definite and not TOP_WORDS.match(self.one.plain[seen.figure.end :])

    def _span(self) -> Span:
        window = self.lexicon.definition.period
        if relative := shifted_year(self.part.text, self.state.span):
            return relative
        own = labels(self._nearest_when() or self.part.whens, window, self.one.text)
        if own.given:
            return own
        if self.state.span.given:
            return self.state.span
        return labels(self.one.whens, window, self.one.text) if len(self.one.whens) == 1 else Span()

    def _nearest_when(self) -> tuple[When, ...]:
        """The date right behind the figure ("12 in 2009"), if several stand in the part."""
        if len(self.part.whens) < 2:
            return ()
        after = [
            when for when in self.part.whens if when.start >= self.figure.end and when.start - self.figure.end < 24
        ]
        return tuple(after[:1])

    # --- which statistic ---

    def _is_change(self) -> bool:
        return bool(BEFORE_CHANGE.search(self.before) or AFTER_CHANGE.match(self.after))

    def _with_statistic(self, reading: Reading, span: Span) -> Asked:
        from .statistics import statistic

        return statistic(self, reading, span)

    def _bodies(self, group: Group) -> Asked:
        from .counting import bodies_counted

        return bodies_counted(self, group)

    def _unlinked(self) -> Asked:
        linked = (
            self.one.bodies
            or self.one.categories
            or self.one.groups
            or ((self.state.measure or self.asker.near) and (self.context.inherited or not self.context.unit))
        )
        if linked:
            return _asked(self.figure, open="the words do not say which figure of the survey this is")
        return _asked(self.figure, excuse="unrelated")


def listed(figure: Figure, *readings: Reading, kind: str = "number", open: str = "") -> Asked:
    """What is asserted with a figure."""
    return _asked(figure, *readings, kind=kind, open=open)


ZERO = Decimal(0)
_ = (FROM_TO, MEAN, MEDIAN, RANGED, COUNTED)
