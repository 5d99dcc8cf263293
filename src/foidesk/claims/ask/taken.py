"""Which characters and words of a sentence its readings take: names, figures, dates, words of the statistics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from foidesk.model import Variable
from foidesk.words.figures import Figure, When
from foidesk.words.figures.context import PER_MANY

from .comparisons import comparisons
from .counting import PREDICATES
from .each_year import spans_of_years
from .grounds import grounds
from .lexicon import Lexicon
from .measures import limit_of
from .moves import Told, borne_out, told_figures
from .periods import is_shift, labels, shifts
from .reading import Asked, Reading
from .seen import CategorySeen
from .sentence import Sentence
from .stems import stems, tokens
from .taken_words import (
    ACCUSED,
    ALL,
    ASIDES,
    BESIDE,
    BESIDE_FIGURE,
    BESIDE_IT,
    BESIDES,
    BREAKS_DOWN,
    CLOSES,
    COMPARED_TIME,
    DWELLS,
    EACH,
    FIRST_WEEKS,
    HALF,
    IN_ORDER,
    MEAN,
    MONEY,
    MOVES,
    MOVING,
    NONE_BUT,
    NOT,
    NOTHING,
    ON_TOP,
    ONLY,
    ORDER,
    OTHERS,
    OWNER,
    PARTICLE,
    REGION,
    SHARE,
    SPEAKER,
    STILL,
    TIMES,
    YEARLY,
)
from .universals import quantified
from .unknown import is_window
from .wording import COMPARES, COUNTING, FROM_TO, KNOWN, NEXT, NOT_STATED_WORDS, RANGED
from .years import apart, is_year

Spans = Iterator[tuple[int, int]]


@dataclass
class Taken:
    """What the readings of a sentence take of it."""

    one: Sentence
    every: tuple[Asked, ...]
    lexicon: Lexicon
    told: tuple[Told, ...] = ()
    kinds: tuple[CategorySeen, ...] = ()

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        return tuple(nested(reading for asked in self.every for reading in asked.readings))

    @cached_property
    def measures(self) -> frozenset[str]:
        """The measures that are read."""
        return frozenset(id for reading in self.readings for id in (reading.measure, reading.base_measure) if id)

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of the measures that are read, and of the variables by which they are broken down."""
        found: set[str] = set()
        for id in self.measures:
            found.update(*self.lexicon.measure_phrases[id], stems(self.lexicon.measure(id).unit))
        for reading in self.readings:
            for name in (*reading.where, *reading.base):
                variable = self.lexicon.variable(name)
                found.update(*(stems(words) for words in (variable.label, name, *variable.names)))
        return frozenset(found)

    @cached_property
    def mask(self) -> bytearray:
        """1 for each character that is taken."""
        mask = bytearray(len(self.one.text) + 1)
        for start, end in (*self._names(), *self._figures(), *self._dates(), *self._statistics(), *self._turns()):
            mask[start:end] = b"\x01" * max(0, min(end, len(mask)) - start)
        return mask

    # --- names ---

    def _names(self) -> Spans:
        """Bodies, groups and kinds that some reading takes, and the names of speakers."""
        text = self.one.plain
        used = {id for reading in self.readings for id in (*reading.group.ids, reading.subject)}
        yield from ((seen.start, seen.end) for seen in self.one.bodies if seen.body in used)
        for group in self.one.groups:
            before = ALL.search(text[: group.start]) or OWNER.search(text[: group.start])
            how = quantified(group, self.one)
            start = how.start("how") if how else before.start() if before else group.start
            noun = self.lexicon.body_nouns.search(text, group.figure.end, group.end) if group.figure else None
            if group.figure is None or noun is None:
                yield start, group.end
            else:  # "the ten northern councils": the word between is nobody's yet
                yield start, group.figure.end
                yield noun.start(), group.end
            told = BREAKS_DOWN.match(text, group.end)
            if told and (told["by"] is None or self.lexicon.variable_named(told["by"])):
                yield told.span()
        for seen in self.one.categories:
            every = tuple(
                id for one in self.one.categories if one.variable == seen.variable for id in one.categories
            )
            if self._is_read(seen.variable, seen.categories) or self.lexicon.is_everybody(seen.variable, every):
                yield seen.start, seen.end
        yield from ((seen.start, seen.end) for seen in self.one.told_by)
        yield from self.one.widenings
        for seen in self.one.in_names:
            if any(self.lexicon.is_in_name(id, seen.variable, seen.categories) for id in self.measures):
                yield seen.start, seen.end
        for found in SPEAKER.finditer(text):
            for name in re.finditer(r"\b[A-Z][\w'’.-]*", found[0]):
                yield found.start() + name.start(), found.start() + name.end()
        if any(len(reading.group.ids) > 1 for reading in self.readings):
            yield from (found.span("name") for found in REGION.finditer(text))

    def _is_read(self, variable: str, ids: tuple[str, ...]) -> bool:
        if self.lexicon.is_everybody(variable, ids):
            return True
        known = self.lexicon.variable(variable)
        for reading in self.readings:
            for where in (reading.where, reading.base):
                given = where.get(variable)
                if given and any(id in given or self._bears(known, id, given) for id in ids):
                    return True
        return False

    def _bears(self, variable: Variable, id: str, given: tuple[str, ...]) -> bool:
        """True unless a kind is finer than those that are read: "left *by dismissal*" is not all who left.

        Told with the others under it ("by dismissal, resignation or retirement"), it leaves nothing out.
        """
        read = leaves(variable, given)
        if not (own := variable.leaves(id)) & read:
            return False
        named = (id for seen in self.one.categories if seen.variable == variable.id for id in seen.categories)
        finer = (variable.leaves(id) for id in named if variable.leaves(id) < read)
        return not own < read or frozenset[str]().union(*finer) == read

    # --- figures ---

    def _figures(self) -> Spans:
        groups = [seen.figure for seen in self.one.groups]
        for one in self.one.figures:
            if self._takes_figure(one):
                others = OTHERS.search(self.one.plain[: one.start])
                kind = any(reading.where for reading in self.readings) and one not in groups
                yield others.start() if others and kind else one.start, one.end

    def _takes_figure(self, figure: Figure) -> bool:
        asked = next((one for one in self.every if one.figure is not None and one.figure.at == figure.at), None)
        if figure.kind == "date":
            return False
        if any(one.threshold is not None and one.threshold.start == figure.start for one in self.readings):
            return True
        if asked is not None and asked.excuse == "turn of phrase" and figure.value != 1:
            return False
        if figure.kind in ("duration", "size", "age", "score", "time") and (asked is None or not asked.readings):
            own = {token.stem for token in tokens(figure.text)} - {"a", "an", "one", "the"}
            return own <= self.words or is_window(figure, self.lexicon) or self._is_between(figure)
        if figure.kind in ("rank", "superlative", "multiple"):
            return asked is not None and bool(asked.readings)
        return True

    def _is_between(self, figure: Figure) -> bool:
        """ "Rose in two years": so long as between the two years that are compared."""
        ends = {(one.period, one.other.period) for one in self.readings if one.other is not None}
        if any(FROM_TO.search(self.one.plain[: number.start]) for number in self.one.figures):
            told = {one.period for one in self.readings if is_year(one.period)}
            ends |= {(max(told), min(told))} if len(told) > 1 else set()
        return figure.unit == "years" and any(
            (years := apart(late, early)) is not None and abs(years) == figure.value for late, early in ends
        )

    # --- dates ---

    def _dates(self) -> Spans:
        for when in self.one.whens:
            start = self._taken_from(when)
            if start is not None:
                yield start, when.end
        if self._has_year():
            yield from shifts(self.one.plain)
        if any(asked.each for asked in self.every):
            yield from spans_of_years(self.one)
        window = self.lexicon.definition.period
        for found in FIRST_WEEKS.finditer(self.one.plain) if window else ():
            if (
                window
                and window.end.year == int(found["year"])
                and window.end.month < HALF
                and self._reads(found["year"])
            ):
                yield found.span()

    def _reads(self, year: str) -> bool:
        return any(reading.period == year for reading in self.readings)

    def _has_year(self) -> bool:
        return any(is_year(reading.period) for reading in self.readings)

    def _taken_from(self, when: When) -> int | None:
        """Where the words of a date begin if a reading takes it; None if none does."""
        beside = BESIDE.search(self.one.plain[: when.start])
        start = beside.start() if beside else when.start
        if is_shift(when.text):
            return start if self._has_year() else None
        span = labels((when,), self.lexicon.definition.period, self.one.text)
        periods = {reading.period for reading in self.readings}
        ends = {span.earlier, span.later} - {""}
        from_on = beside is not None and beside["how"].lower().split()[0] in ("since", "from", "to")
        if (span.bad and not from_on) or not (when.window or when.first):
            return None
        window = self.lexicon.definition.period
        whole = from_on and window is not None and when.first == window.start and "" in periods
        taken = (
            whole
            or (span.label in periods and not span.bad)
            or (len(ends) == 2 and ends <= periods)
            or (from_on and bool(ends & periods))
        )
        return start if taken or when.text in {reading.subject for reading in self.readings} else None

    # --- the words of a statistic ---

    def _counted(self) -> Spans:
        """ "22,889 *times*", and what only sets one figure that is read beside another: "*compared* with"."""
        text = self.one.plain
        read = [one.figure for one in self.every if one.figure is not None and one.readings]
        for figure in read:
            if figure.kind == "count" and (times := TIMES.match(text, figure.end)):
                yield times.span()
        for found in COUNTING.finditer(text):
            if not self.lexicon.has_word(found[0].lower()):
                yield found.span()
        if len(read) > 1:
            yield from (found.span() for found in STILL.finditer(text))
        if any("role" in self.lexicon.variable(name).label.lower() for one in self.readings for name in one.where):
            yield from (found.span() for found in ACCUSED.finditer(text))
        if len(read) > 1:
            yield from (found.span() for found in BESIDE_FIGURE.finditer(text))
        yield from self._beside(read)
        if read and (compares := COMPARES.match(text)):
            yield compares.span()

    def _beside(self, read: list[Figure]) -> Spans:
        """ "*Against* seven at Sampleton", "a *further* £52 at Sampleton": beside, or on top of, another's."""
        whose: set[tuple[str, ...]] = set()
        for asked in self.every:
            ids = {one.group.ids for one in asked.readings if one.group.kind == "listed"}
            if asked.figure is not None and asked.readings:
                ahead = self.one.plain[: asked.figure.start]
                if asked is not self.every[0] and (found := BESIDE_IT.search(ahead)):
                    yield found.span("how")
                if whose and ids and not ids & whose and (found := ON_TOP.search(ahead)):
                    yield found.span("how")
                whose |= ids

    def _statistics(self) -> Spans:
        names = {reading.statistic for reading in self.readings}
        moves = bool(MOVING & names) or any(one.threshold or one.other for one in self.readings)
        means = bool({"mean", "median", "quotient"} & names)
        orders = bool({"place", "highest", "lowest", "bodies"} & names) or any(one.top for one in self.readings)
        shares = any(
            one.base_measure or one.base or one.statistic in ("share", "part", "points") for one in self.readings
        )
        money = any(self.lexicon.kind(id) == "money" for id in self.measures)
        denies = self._denies()
        for is_so, pattern in (
            (moves, MOVES),
            (moves, COMPARED_TIME),
            (denies, NOT),
            (denies, NOTHING),
            (denies, NOT_STATED_WORDS),
            (bool({"rate", "share of bodies", "each"} & names) or means or self._per_each(), EACH),
            (any(one.statistic == "bodies" and one.threshold for one in self.readings), EACH),
            (self._has_year() or "rate" in names, YEARLY),
            (means or "rate" in names or any(self.lexicon.kind(id) == "duration" for id in self.measures), MEAN),
            (orders, ORDER),
            ("place" in names, NONE_BUT),
            (shares, SHARE),
            ("range" in names or bool({"highest", "lowest"} & names), RANGED),
            (money, MONEY),
            (any(self._is_of_time(id) for id in self.measures), DWELLS),
            (any(one.where for one in self.readings), CLOSES),
            (self._is_new_kind(), BESIDES),
            (any(one.base for one in self.readings), KNOWN),
            (means or orders, IN_ORDER),
            (self._descends(), NEXT),
        ):
            if is_so:
                yield from (found.span() for found in pattern.finditer(self.one.plain))
        yield from self._ended()
        yield from self._counted()
        yield from self._grounds()
        yield from self.comparisons
        yield from borne_out(self.one.plain, [*told_figures(self.every)], self.told, self.lexicon)

    def _is_of_time(self, measure: str) -> bool:
        """A length of time, or a number of those beyond one."""
        return self.lexicon.kind(measure) == "duration" or bool(limit_of(measure, self.lexicon))

    @cached_property
    def comparisons(self) -> tuple[tuple[int, int], ...]:
        """Comparisons without a number: claims of their own."""
        return tuple(comparisons(self.one, self._descends()))

    def _grounds(self) -> Spans:
        """The clause behind a body that refused, if the ground it gives is one that is looked at."""
        for asked in self.every:
            for reading in asked.readings:
                if reading.size:
                    yield from (found.span() for found in PER_MANY.finditer(self.one.plain))
                if reading.statistic == "place" and reading.predicate in ("kind", "year"):
                    yield asked.start, asked.end
                is_refusal = reading.statistic == "coverage" and reading.predicate == "refused"
                if is_refusal and grounds(reading.subject, self.lexicon.definition.law):
                    yield asked.start, asked.end
                if reading.only:
                    yield from (found.span() for found in ONLY.finditer(self.one.plain))

    def _is_new_kind(self) -> bool:
        """Every figure is of a kind, and of none that was told before it: here or in the sentence before."""
        seen = [*self.kinds, *self.one.categories]
        wheres = [one.where for one in self.readings if one.statistic == "total"]
        ids = [id for where in wheres for many in where.values() for id in many if id != "not stated"]
        again = [id for id in ids if sum(id in one.categories for one in seen) > 1]
        return bool(wheres) and any(wheres) and not again

    def _ended(self) -> Spans:
        """Words by which bodies ended: "refused", "stayed silent"; the ground of a refusal is looked at apart."""
        wanted = {reading.predicate for reading in self.readings}
        for name, pattern in PREDICATES:
            if name in wanted or "ended" in wanted:
                yield from (found.span() for found in pattern.finditer(self.one.plain))

    def _denies(self) -> bool:
        return any(
            one.complement
            or one.predicate in ("refused", "silent", "ended", "has")
            or one.statistic in ("bodies", "share of bodies", "coverage")
            or any("not stated" in ids for ids in one.where.values())
            for one in self.readings
        ) or any(asked.figure is not None and asked.figure.kind == "none" for asked in self.every)

    def _per_each(self) -> bool:
        return any(
            one.statistic == "multiple" and one.other is not None and one.other.where != one.where
            for one in self.readings
        )

    def _descends(self) -> bool:
        """The counts of the sentence are written from the highest down."""
        counts = [one.value for one in self.one.figures if one.kind == "count" and one.value is not None]
        return len(counts) > 1 and counts == sorted(counts, reverse=True)

    def _turns(self) -> Spans:
        text = self.one.plain
        for pattern in ASIDES:
            yield from (found.span() for found in pattern.finditer(text))
        yield from (found.span("what") for found in PARTICLE.finditer(text))


def leaves(variable: Variable, ids: Iterable[str]) -> frozenset[str]:
    """The finest categories under some of a variable."""
    return frozenset[str]().union(*(variable.leaves(id) for id in ids if id != "not stated"))


def nested(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Every reading with those it is held against."""
    for reading in readings:
        yield reading
        if reading.other is not None:
            yield from nested((reading.other,))
