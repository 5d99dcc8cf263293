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
from .grounds import grounds
from .lexicon import CategorySeen, Lexicon
from .measures import limit_of
from .moves import Told, borne_out, told_figures
from .periods import is_shift, labels, shifts
from .reading import Asked, Reading
from .sentence import Sentence
from .stems import stems, tokens
from .universals import quantified
from .unknown import is_window
from .wording import COMPARES, COUNTING, FALL, FROM_TO, KNOWN, NEXT, NOT_STATED_WORDS, RANGED, RISE
from .years import apart, is_year

Spans = Iterator[tuple[int, int]]
_SPEAKER = re.compile(r",\s(?:said|says|told|added|according to)\b[^;:]*$|^\W*According to [^,]*,", re.IGNORECASE)
"""Who says so; his name restricts nothing."""
_MOVES = re.compile(rf"\b(?:{RISE}|{FALL}|longer|shorter|better|worse|slower|faster|quicker)\b", re.IGNORECASE)
_MOVING = frozenset({"change", "difference", "points", "trend", "multiple", "place", "highest", "lowest", "range"})
"""Statistics that take words of more and less."""
_NOT = re.compile(r"\b(?:not|never|no|none|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?:(?:per|each|every|an?)(?:\s(?:day|week|fortnight|month|year))?|apiece)\b", re.IGNORECASE)
_YEARLY = re.compile(r"\b(?:yearly|annual(?:ly)?)\b", re.IGNORECASE)
_MEAN = re.compile(r"\b(?:averag\w+|mean|on average|typical(?:ly)?|median|middle)\b", re.IGNORECASE)
_ORDER = re.compile(
    r"\b(?:most|least|fewest|highest|lowest|biggest|largest|smallest|greatest|worst|best|busiest|quietest|"
    r"slowest|fastest|quickest|longest|shortest|top(?:ped|s)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|bottom|more|fewer|"
    r"other|than|any(?:one|where|body)?)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\b(?:share|proportion|percentage|rate|majority|minority)\b", re.IGNORECASE)
_MONEY = re.compile(
    r"\b(?:bills?|costs?|sums?|spend(?:ing|s)?|spent|pay(?:s|ing|out|outs)?|paid|cheques?|cash|payments?|shell(?:s|ed|"
    r"ing)?(?= out\b)|fork(?:s|ed|ing)?(?= out\b)|"
    r"pounds?|money|prices?|tabs?|outlay|expenditure|hauls?|takings|windfalls?|proceeds|revenues?|receipts|coffers|"
    r"kitty|jackpots?|paydays?|bonanzas?|"
    r"cough(?:ed|ing)|splash(?:ed|ing)|shar(?:ed|ing)|compensat(?:ion|ed)|worth|hand(?:ed|ing) (?:over|out)|"
    r"handed(?= to\b)|"
    r"blown|blew|lavish(?:ed|es|ing))\b",
    re.IGNORECASE,
)
"""However a sum of money is told."""
_ONLY = re.compile(r"\b(?:only|just)\b", re.IGNORECASE)
_IN_ORDER = re.compile(
    r"\b(?:line|put|rank|list|sort|arrange)\b|\b(?:up|in order)(?: (?:of|by))?\b", re.IGNORECASE
)
"""Before a place in the middle or at an end: "put the ten councils in order of"."""
_OTHERS = re.compile(r"\b(?:other|remaining)\s$", re.IGNORECASE)
"""Before a number of a kind of its own: "in the other 75 the force did not give the role"."""
_NOTHING = re.compile(r"\bnothing(?: at all)?\b", re.IGNORECASE)
_NONE_BUT = re.compile(r"\b(?:no|none of the|not one|only)\b", re.IGNORECASE)
"""Before those of whom nobody, or one alone, is beyond another."""
_DWELLS = re.compile(r"\b(?:stuck|wait(?:s|ed|ing)?|stay(?:s|ed)?|spent|held|queu\w+|sat|stood)\b", re.IGNORECASE)
"""However a length of time is told."""
_CLOSES = re.compile(
    r"\b(?:(?:hand|dish|met|dol)(?:ed|ing) out|imposed|clos(?:es|ed)|conclud(?:es|ed)|resolved|settled|"
    r"further|another|additional)\b",
    re.IGNORECASE,
)
"""Beside a kind: how it came to be, or that it comes on top of another."""
_BESIDES = re.compile(r"\b(?:others?|more)\b(?!\sthan)", re.IGNORECASE)
"""Beside a kind that was not told before: on top of those of other kinds."""
_ALL = re.compile(r"\b(?:all|every|any)(?:\s(?:one|single))?(?:\sof)?(?:\sthe)?\s$", re.IGNORECASE)
_OWNER = re.compile(r"\b[A-Z][\w’']+['’]s\s$")
"""Before a group: "Scotland's twelve boards"."""
_REGION = re.compile(
    r"\b(?i:in|across|throughout)\s(?:the\s)?(?P<name>[A-Z]\w+(?:\s(?:and\s)?(?:the\s)?[A-Z]\w+)*)"
)
"""A place whose bodies are listed in the same sentence."""
_BESIDE = re.compile(
    r"\b(?P<how>after|before|since(?: the (?:start|beginning|turn) of)?|"
    r"until|till|by|prior to|up to|later than|earlier than|beyond|from|to|"
    r"through|of|in|"
    r"during)\s(?:the\s)?(?:year\s)?$",
    re.IGNORECASE,
)
"""Right before a date: which side of it is meant."""
_PARTICLE = re.compile(
    r"\b(?:made|makes?|making|rack\w*|clog\w*|pil\w+|clock\w*|notch\w*|put|set|add\w*|chalk\w*|rak\w+|"
    r"pa(?:id|ys?|ying)|"
    r"shell\w*|fork\w*|cough\w*|hand\w*|walk\w*|splash\w*|turn\w*|end\w*|w[io]\w*nd|came|come|sp[ae]lt|"
    r"bunged|doled|dished|"
    r"carried|took|sent|divid\w+|split\w*|broke\w*|log\w*|own\w*)\s(?P<what>up|out|down|off|over|in)\b",
    re.IGNORECASE,
)
"""A particle that goes with its verb."""
_TIMES = re.compile(r"\s+times\b(?!\s+(?:as|more|the|that|higher|longer)\b)", re.IGNORECASE)
"""Behind a number of occasions: "22,889 times"."""
_BESIDE_FIGURE = re.compile(
    r"\b(?:(?:as )?(?:compared|against|opposed)(?: with| to)?|versus|vs\.?|by contrast|in contrast)"
    r"\s(?=(?:just |only |the )*[£$€]?\d)|\b(?:after|following)\s(?=(?:just |only )*[£$€]?\d[\d,.]*\s(?:in|"
    r"the|a|last)\b)",
    re.IGNORECASE,
)
_COMPARED_TIME = re.compile(
    r"\b(?:as )?(?:compared|set) (?:with|to|against)\s(?=(?:the )?(?:previous|preceding|year|same|last|12|19|"
    r"20|in )\s?)",
    re.IGNORECASE,
)
"""Before the time that a change is counted from."""
"""Right before a figure that is set beside another."""
_HALF = 7
_FIRST_WEEKS = re.compile(
    r"\b(?:the )?(?:first|opening|early) (?:few |couple of |\w+ )?(?:weeks|months|days) of (?P<year>(?:19|"
    r"20)\d\d)\b",
    re.IGNORECASE,
)
"""All of a year in which the window of the survey ends early."""
_STILL = re.compile(r"\b(?:barely|hardly|scarcely) (?:moved|changed|budged|altered)\b", re.IGNORECASE)
"""Between figures that are each read."""
_ACCUSED = re.compile(
    r"\b(?:staff|people|those|officers|workers|employees|individuals)\s(?:who were )?(?:accused|involved|named)\b",
    re.IGNORECASE,
)
"""Whoever cases are told of."""
_ASIDES = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\bfor all (?:its|their|the) \w+",
        r",?\s(?:since|because|as)\s(?:one|some|an?|two) (?:figures?|cells?|numbers?) (?:is|are|was|were) \w+",
        r"\brather than (?:by )?(?:the )?(?:raw |sheer )?numbers?\b",
        r"\bout of (?:(?:the|a|their|his|her) (?:job|force|door|post)|a job)\b",
        r"\bout of\b",
        r"\bnot (?:only|just|merely)\b(?=.*\b(?:but|also|too)\b|[^;:]*:)",
        r"(?<=['’]s )own\b|(?<=s['’] )own\b|\b(?:its|their|our) own\b",
        r"\bin (?:the|our|this) (?:sample|survey|study|list|table)\b",
        r"\b(?:far|much|way|well)\s(?=(?:more|less|fewer|higher|lower)\s(?:than|of)|(?:above|below)\s)",
        r"\bwhether by\b",
        r"\bat the other end of the (?:scale|table|list|spectrum)\b",
        r",\s(?:with\s)?[\w -]{3,40}\s(?:among them|included)\b",
        r"\b(?:refused|declined) to (?:release|provide|disclose|give|say|send|hand over) anything(?: at all)?\b",
        r"\bc[ao]me to nothing\b",
        r"\b(?:pieces?|bits?) of\b",
        r"\bbefore (?:slipp|fall|dropp|dipp|slid|eas|ris|climb|jump|grow)ing(?=(?:\s(?:back|up|down))*\sto\b)",
        r",?\s?depending on (?:the |which )?\w+",
        r"\b(?:or|and) more senior\b",
        r"\bat (?:the )?(?:very )?(?:least|most)\b",
        r"\b(?:the|those|all) (?:that|which|who) (?:came clean|co-?operated|complied|opened up|played ball)\b",
    )
)
"""Turns of phrase that restrict nothing."""


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
            before = _ALL.search(text[: group.start]) or _OWNER.search(text[: group.start])
            how = quantified(group, self.one)
            start = how.start("how") if how else before.start() if before else group.start
            noun = self.lexicon.body_nouns.search(text, group.figure.end, group.end) if group.figure else None
            if group.figure is None or noun is None:
                yield start, group.end
            else:  # "the ten northern councils": the word between is nobody's yet
                yield start, group.figure.end
                yield noun.start(), group.end
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
        for found in _SPEAKER.finditer(text):
            for name in re.finditer(r"\b[A-Z][\w'’.-]*", found[0]):
                yield found.start() + name.start(), found.start() + name.end()
        if any(len(reading.group.ids) > 1 for reading in self.readings):
            yield from (found.span("name") for found in _REGION.finditer(text))

    def _is_read(self, variable: str, ids: tuple[str, ...]) -> bool:
        if self.lexicon.is_everybody(variable, ids):
            return True
        known = self.lexicon.variable(variable)
        for reading in self.readings:
            for where in (reading.where, reading.base):
                given = where.get(variable)
                if given and any(id in given or known.leaves(id) & leaves(known, given) for id in ids):
                    return True
        return False

    # --- figures ---

    def _figures(self) -> Spans:
        groups = [seen.figure for seen in self.one.groups]
        for one in self.one.figures:
            if self._takes_figure(one):
                others = _OTHERS.search(self.one.plain[: one.start])
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
        window = self.lexicon.definition.period
        for found in _FIRST_WEEKS.finditer(self.one.plain) if window else ():
            if (
                window
                and window.end.year == int(found["year"])
                and window.end.month < _HALF
                and self._reads(found["year"])
            ):
                yield found.span()

    def _reads(self, year: str) -> bool:
        return any(reading.period == year for reading in self.readings)

    def _has_year(self) -> bool:
        return any(is_year(reading.period) for reading in self.readings)

    def _taken_from(self, when: When) -> int | None:
        """Where the words of a date begin if a reading takes it; None if none does."""
        beside = _BESIDE.search(self.one.plain[: when.start])
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
            if figure.kind == "count" and (times := _TIMES.match(text, figure.end)):
                yield times.span()
        for found in COUNTING.finditer(text):
            if not self.lexicon.has_word(found[0].lower()):
                yield found.span()
        if len(read) > 1:
            yield from (found.span() for found in _STILL.finditer(text))
        if any("role" in self.lexicon.variable(name).label.lower() for one in self.readings for name in one.where):
            yield from (found.span() for found in _ACCUSED.finditer(text))
        if len(read) > 1:
            yield from (found.span() for found in _BESIDE_FIGURE.finditer(text))
        if read and (compares := COMPARES.match(text)):
            yield compares.span()

    def _statistics(self) -> Spans:
        names = {reading.statistic for reading in self.readings}
        readings = self.readings
        moves = bool(_MOVING & names) or any(one.threshold or one.other for one in readings)
        means = bool({"mean", "median", "quotient"} & names)
        orders = bool({"place", "highest", "lowest", "bodies"} & names) or any(one.top for one in readings)
        shares = any(
            one.base_measure or one.base or one.statistic in ("share", "part", "points") for one in readings
        )
        money = any(self.lexicon.kind(id) == "money" for id in self.measures)
        denies = self._denies()
        for is_so, pattern in (
            (moves, _MOVES),
            (moves, _COMPARED_TIME),
            (denies, _NOT),
            (denies, _NOTHING),
            (denies, NOT_STATED_WORDS),
            (bool({"rate", "share of bodies", "each"} & names) or means or self._per_each(), _EACH),
            (self._has_year() or "rate" in names, _YEARLY),
            (means or "rate" in names or any(self.lexicon.kind(id) == "duration" for id in self.measures), _MEAN),
            (orders, _ORDER),
            ("place" in names, _NONE_BUT),
            (shares, _SHARE),
            ("range" in names or bool({"highest", "lowest"} & names), RANGED),
            (money, _MONEY),
            (any(self._is_of_time(id) for id in self.measures), _DWELLS),
            (any(one.where for one in readings), _CLOSES),
            (self._is_new_kind(), _BESIDES),
            (any(one.base for one in readings), KNOWN),
            (means or orders, _IN_ORDER),
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
                    yield from (found.span() for found in _ONLY.finditer(self.one.plain))

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
        for pattern in _ASIDES:
            yield from (found.span() for found in pattern.finditer(text))
        yield from (found.span("what") for found in _PARTICLE.finditer(text))


def leaves(variable: Variable, ids: Iterable[str]) -> frozenset[str]:
    """The finest categories under some of a variable."""
    return frozenset[str]().union(*(variable.leaves(id) for id in ids if id != "not stated"))


def nested(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Every reading with those it is held against."""
    for reading in readings:
        yield reading
        if reading.other is not None:
            yield from nested((reading.other,))
