"""The account of words: a claim is supported only if every word that could restrict it is in its reading.

Bodies, groups, kinds, dates, figures, words of the measure and of the statistic are taken by the readings of
the sentence (`taken`); words that restrict nothing are listed (`harmless`) or are the survey's own subject. What
is left keeps a claim from being supported: nobody has said what it means.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from .account_turns import orders_changes, prepositions
from .account_words import (
    ALL,
    ANYBODY,
    AT_PLACE,
    BEHIND,
    CUT,
    DONE_TO,
    DUMMY,
    FRAME,
    JOINING,
    LABEL,
    LEADS,
    LEFT_OVER,
    LITTLE_STEMS,
    MAKES,
    NEVER,
    OF_A_PLACE,
    PAPERS_SHOW,
    PEOPLE_STEMS,
    PLACE,
    PLACES,
    RESTRICTS,
    SHIFTS,
    SOMETHING,
    STAFF,
    THE,
    TURNS,
)
from .alike import sense
from .clause import State
from .cut.apart import apart, leans_back
from .cut.cutter import beside as cut_off
from .cut.lateral import lateral
from .cut.supplements import CHANGES, supplements
from .harmless import NEGATIONS, WRITTEN
from .lexicon import Lexicon
from .moves import MOVE, Told, told_figures
from .nearest import is_near
from .ordering import is_order, ordering, told_twice
from .periods import shifts
from .reading import Asked, Reading
from .rest import is_of_rest
from .seen import CategorySeen
from .sentence import Sentence
from .stems import Token, stems, tokens
from .taken import Taken
from .universals import quantified
from .vocabulary import Vocabulary
from .wording import GOES_ON
from .years import is_year


@dataclass
class Account:
    """The words of one sentence against all that it asks; `told`, `kinds`: figures and kinds before it."""

    one: Sentence
    every: tuple[Asked, ...]
    lexicon: Lexicon
    before: str = ""
    told: tuple[Told, ...] = ()
    kinds: tuple[CategorySeen, ...] = ()
    borne: tuple[tuple[int, int], ...] = ()
    """Where words of change stand that the replies themselves bear out."""
    seen: tuple[tuple[int, int], ...] = ()
    """Where those stand that the verdict on a figure has looked at."""
    doubted: tuple[tuple[int, int], ...] = ()
    """Where words stand that restrict nothing, and that the replies do not bear out."""
    denied: str = ""
    """Words that tell something for themselves, of the whole sentence, and that the replies do not bear out."""
    near: set[str] = field(default_factory=set)
    """Words that only nearness in meaning accounts for."""
    moved: set[tuple[int, int]] = field(default_factory=set)
    """Where words stand that restrict no figure, but tell something for themselves."""

    def left(self, asked: Asked) -> str:
        """The first word in the clauses of the claim that no reading takes; "" if all are accounted for.

        A claim that leans on the sentence before takes over the word that was left there (`before`).
        """
        if all(reading.statistic == "group" for reading in asked.readings):
            return ""
        if self.before and self._leans(asked):
            return self.before
        return self._own(asked)

    def also(self, asked: Asked, word: str) -> tuple[str, ...]:
        """The other words of the claim that no reading takes, in order: whoever accepts it takes them all."""
        if self.before and self._leans(asked):
            return ()
        near, moved = set(self.near), set(self.moved)
        found = tuple(dict.fromkeys(one for one in self._unread(asked) if one != word))
        self.near, self.moved = near, moved
        return found

    def carried(self) -> str:
        """What a sentence that leans on this one takes over."""
        for asked in self.every:
            if asked.readings and not all(reading.statistic == "group" for reading in asked.readings):
                words = (self.before,) if self.before and self._leans(asked) else self._unread(asked)
                if word := next((word for word in words if not is_order(word)), ""):
                    return word
        return ""

    def _leans(self, asked: Asked) -> bool:
        """What is counted, or whose figure it is, stands in the sentence before."""
        if not (self.one.bodies or self.one.groups) or GOES_ON.match(self.one.plain):
            return True
        said = frozenset(token.stem for token in self._tokens)
        return any(
            bool(reading.measure and not self.one.categories)
            and not any(phrase & said for phrase in self.lexicon.measure_phrases[reading.measure])
            for reading in asked.readings
        )

    def _own(self, asked: Asked) -> str:
        return next(self._unread(asked), "")

    def _unread(self, asked: Asked) -> Iterator[str]:
        """The words that may restrict the figure and that no reading takes, the first first."""
        if self.denied:
            yield self.denied
        if self._claims_all(asked):
            yield "all"
        if found := orders_changes(asked, self.one):
            yield found
        scope = [*self._scope(asked)]
        measures = [reading.measure for reading in asked.readings]
        beside = [*supplements(self.one, asked.figure, measures[0] if measures else "", self.lexicon)]
        beside += apart(asked, self.every, self.one, self.lexicon)
        loose = list(lateral(asked, self.one))
        told = (*told_figures(self.every), *self.told)
        order = list(ordering(asked, self.one, self._taken.words, told))
        held = [found.span() for found in MOVE.finditer(self.one.plain)] if told_twice(told) else []
        other = list(cut_off(asked, self.one, leans_back(asked, self.one)))
        moved: list[tuple[int, int]] = []
        for token in self._tokens:
            if _inside(token, self.doubted) and _inside(token, scope):
                yield self.one.plain[token.start : token.end]
                continue
            if _inside(token, beside) or not _inside(token, scope):
                continue
            if _inside(token, self.borne):
                continue
            if (_inside(token, loose) and self._is_plain(token)) or self._is_taken(token, asked):
                continue
            if own := next((span for span in order if span[0] <= token.start < span[1]), None):
                moved.append(own)
                continue
            if _inside(token, other) and not _inside(token, held):
                moved.append((token.start, token.end))
                continue
            moved.clear()
            yield self.one.plain[token.start : token.end]
        self.moved.update(span for span in moved if self._tells(span))

    def narrows(self, word: str) -> bool:
        """True if the word can only make the figure smaller: it neither counts, compares, denies nor names."""
        found = [token for token in self._tokens if self.one.plain[token.start : token.end] == word]
        first = next((token.start for token in self._tokens), 0)
        shifts = {form for token in found for form in (token.word, token.stem)} & SHIFTS
        return bool(found) and not shifts and all(self._is_plain(token, token.start == first) for token in found)

    def _tells(self, span: tuple[int, int]) -> bool:
        """A word of its own weight, which somebody has to look at where it stands: it counts, denies, compares."""
        words = {word for token in tokens(self.one.plain[slice(*span)]) for word in (token.word, token.stem)}
        if words & JOINING:
            return False
        return bool(words & (NEVER | CHANGES | NEGATIONS | SOMETHING | self._words.telling)) or bool(
            MOVE.search(self.one.plain[slice(*span)])
        )

    def restricted(self) -> str:
        """The first phrase behind a noun ("about books") with a word that no reading takes, harmless or not."""
        known = self._taken.words | self._words.subject | LITTLE_STEMS
        for found in BEHIND.finditer(self.one.plain):
            for token in self._tokens:
                inside = found.start("words") <= token.start < found.end("words")
                free = self._taken.mask[token.start] or token.stem in known or token.word in known
                if inside and not free and not self.lexicon.body_nouns.match(self.one.plain, token.start):
                    return found[0].strip()
        return ""

    def comparisons(self) -> tuple[tuple[int, int], ...]:
        """Comparisons without a number that stand beside the figures of the sentence."""
        read = [(asked.start, asked.end) for asked in self.every if asked.readings]
        read += self.seen
        free = [
            (start, end)
            for start, end in self._taken.comparisons
            if not any(first < end and start < last for first, last in read)
        ]
        read += [(asked.start, asked.end) for asked in self.every]
        read += [(figure.start, figure.end) for figure in self.one.figures]
        told = [span for span in sorted(self.moved) if not any(a < span[1] and span[0] < b for a, b in read)]
        return (*free, *told) if read else ()

    def _claims_all(self, asked: Asked) -> bool:
        """ "Upheld all 12 complaints": said to be all there are, while only a kind of them is read."""
        figure = asked.figure
        if figure is None or not ALL.search(self.one.plain[: figure.end][: figure.at]):
            return False
        verb = any(seen.end <= figure.start for seen in self.one.categories)
        return any(
            (reading.where and verb)
            or (reading.measure and self.lexicon.whole_of(reading.measure) != reading.measure)
            for reading in asked.readings
        )

    # --- the clauses of a claim ---

    def _scope(self, asked: Asked) -> Iterator[tuple[int, int]]:
        clauses = self._clauses
        own = [(start, end) for start, end in clauses if start < asked.end and asked.start < end]
        first = clauses[0]
        yield from (clause for clause in clauses if clause not in own and self._lends(clause, asked))
        if first not in own and FRAME.match(self.one.plain[slice(*first)]):
            yield first
        yield from own

    def _lends(self, clause: tuple[int, int], asked: Asked) -> bool:
        """A clause before that names the kind that the claim reads, which its own clause does not."""
        start, end = clause
        if end > asked.start:
            return False
        named = {seen.variable for seen in self.one.categories if start <= seen.start < end}
        own = {seen.variable for seen in self.one.categories if end <= seen.start}
        return any(name in named - own for reading in asked.readings for name in (*reading.where, *reading.base))

    @cached_property
    def _clauses(self) -> list[tuple[int, int]]:
        text = self.one.plain
        cuts = [0, *(found.end() for found in CUT.finditer(text)), len(text)]
        found = [(start, end) for start, end in itertools.pairwise(cuts) if text[start:end].strip()]
        return found or [(0, len(text))]

    @cached_property
    def _lead_in(self) -> int:
        """Where a lead-in without a figure ends ("Figures show that"): only times and numbers in it restrict."""
        first = min((one.start for one in self.one.figures if one.kind != "date"), default=0)
        ends = [found.end() for found in LEADS.finditer(self.one.plain) if found.end() <= first]
        return max([*ends, self._papers if self._papers <= first else 0], default=0)

    @cached_property
    def _papers(self) -> int:
        """Where "records obtained by the Daily Sample show" ends, of nobody's of the survey."""
        found = PAPERS_SHOW.match(self.one.plain)
        free = found and not any(one.end <= found.end() for one in self.one.bodies)
        return found.end() if found and free else 0

    # --- one word ---

    @cached_property
    def _tokens(self) -> tuple[Token, ...]:
        return tuple(token for token in tokens(self.one.plain) if any(map(str.isalnum, token.word)))

    @cached_property
    def _taken(self) -> Taken:
        return Taken(self.one, self.every, self.lexicon, self.told, self.kinds)

    @cached_property
    def _words(self) -> Vocabulary:
        return Vocabulary(self.lexicon, self._taken)

    @cached_property
    def _stops(self) -> frozenset[int]:
        """The places in turns of phrase that take words out of their lists: "sent back", "808 claims left"."""
        spans = [*(found.span() for found in TURNS.finditer(self.one.plain)), *prepositions(self.one)]
        if not any(is_year(reading.period) for reading in self._taken.readings):
            spans += shifts(self.one.plain)
        hows = [how for seen in self.one.groups if (how := quantified(seen, self.one))]
        spans = [span for span in spans if not any(how.start() <= span[0] < how.end() for how in hows)]
        return frozenset(at for start, end in spans for at in range(start, end))

    def _is_taken(self, token: Token, asked: Asked) -> bool:
        if token.start in self._stops:
            return False
        if self._taken.mask[token.start] or token.stem in self._taken.words or token.stem in self._words.paid_for:
            return True
        before = self.one.plain[: token.start]
        raw = self.one.plain[token.start : token.end].lower().strip("'’")
        names = {raw, token.word, token.stem}
        if self._is_beside(token, raw):
            return True
        if token.stem[:1].isdigit():
            return bool(LABEL.search(before))
        if self._stands_for_body(token, raw):
            return self._has_antecedent(raw)
        if any(start <= token.start < end for start, end in self._places):
            return False
        return self._is_known(token, asked, raw, names)

    def _is_known(self, token: Token, asked: Asked, raw: str, names: set[str]) -> bool:
        """A word of the survey, or one that restricts nothing where it stands."""
        before = self.one.plain[: token.start]
        if names & PEOPLE_STEMS - ANYBODY and self._is_whom(token, asked, before):
            return token.stem in self._words.own or bool(self.lexicon.body_nouns.match(raw))
        of_place = self.lexicon.is_of_where_bodies_are(self.one.plain[token.start : token.end])
        is_name = 0 < token.start < self._papers and self.one.plain[token.start].isupper()
        leads_in = token.start < self._lead_in and (is_name or not names & NEVER)
        if of_place or leads_in or self._is_topic(raw, names):
            return True
        if token.start < self._lead_in:
            return False
        if raw in PLACES and (AT_PLACE.search(before) or self._is_sort(token)):
            return token.stem in self._words.subject or bool(self.lexicon.body_nouns.match(raw))
        if names & (self._words.telling | NEGATIONS):
            return False
        if (
            {raw, token.word} & WRITTEN
            or token.stem in self._words.subject
            or sense(token.stem) in self._words.senses
        ):
            return True
        return self._is_near(raw, names, before)

    def _is_sort(self, token: Token) -> bool:
        """ "*School* libraries", which are not all there are; "school bosses" are anybody's."""
        found = OF_A_PLACE.match(self.one.plain, token.end)
        own = frozenset(stems(found[1])) if found else frozenset[str]()
        return (
            bool(own) and not own & PEOPLE_STEMS and not self.lexicon.body_nouns.match(found[1] if found else "")
        )

    def _is_whom(self, token: Token, asked: Asked, before: str) -> bool:
        """ "Claims *by motorists*", "*customers were attacked* 12 times" where those of drivers are counted."""
        if token.start > asked.end and RESTRICTS.search(before):
            return True
        if MAKES.match(self.one.plain, token.end) and token.stem in self._of_others:
            return True
        return bool(self._taken.words & PEOPLE_STEMS and DONE_TO.match(self.one.plain, token.end))

    @cached_property
    def _of_others(self) -> frozenset[str]:
        """The words of the measures that are not read."""
        others = [many for id, many in self.lexicon.measure_phrases.items() if id not in self._taken.measures]
        return frozenset[str]().union(*(phrase for many in others for phrase in many)) - self._taken.words

    def _is_beside(self, token: Token, raw: str) -> bool:
        """In an aside, one of "the rest" that is told, or the noun of a kind that is read."""
        if _inside(token, self.one.asides) or (raw in LEFT_OVER and self._is_of_rest(token)):
            return True
        return raw in STAFF and self._is_behind_kind(token)

    def _is_behind_kind(self, token: Token) -> bool:
        """ "Civilian *workers*": the noun of a kind that is read."""
        return any(seen.end == token.start - 1 and self._taken.mask[seen.start] for seen in self.one.categories)

    def _is_of_rest(self, token: Token) -> bool:
        """ "The rest, 246, were novels": of a kind of its own, beside the kinds of the figures before it."""
        return is_of_rest(token, self.one.plain, self.every, self._taken, self.kinds)

    def _is_near(self, raw: str, names: set[str], before: str) -> bool:
        """Near in meaning to what is read, where it is no word of time or number and restricts nothing."""
        free = not names & (NEVER | CHANGES) and not RESTRICTS.search(before)
        if not free or not is_near(raw, self._taken.measures, self.lexicon):
            return False
        self.near.add(raw)
        return True

    def _is_plain(self, token: Token, opens: bool = False) -> bool:
        """A word that neither counts, compares, denies nor tells a time, and that the survey does not know.

        A word with a capital is a name, unless it `opens` the sentence.
        """
        raw = self.one.plain[token.start : token.end]
        names = {raw.lower().strip("'’"), token.word, token.stem}
        if names & (NEVER | CHANGES | NEGATIONS | SOMETHING | self._words.telling) or any(map(str.isdigit, raw)):
            return False
        if token.start in self._stops or any(start <= token.start < end for start, end in self._named):
            return False
        return raw[:1].islower() or (opens and raw[1:].islower())

    @cached_property
    def _named(self) -> tuple[tuple[int, int], ...]:
        """Where places, kinds, bodies, groups, dates and figures are named."""
        one = self.one
        figures = tuple(figure for figure in one.figures if figure.kind != "duration")
        every = (one.categories, one.bodies, one.groups, one.whens, figures)
        return (*self._places, *((seen.start, seen.end) for many in every for seen in many))

    def _stands_for_body(self, token: Token, raw: str) -> bool:
        """ "It received", "the council", "both", "some councils": for whom, the sentence does not say."""
        text = self.one.plain
        if raw in ("it", "its"):
            return not text[: token.start].strip(" “\"'") and not DUMMY.match(text, token.end)
        if raw == "some":
            return bool(self.lexicon.body_nouns.match(text, token.end + 1))
        is_body = not raw.endswith("s") and bool(self.lexicon.body_nouns.fullmatch(raw))
        return raw == "both" or (is_body and bool(THE.search(text[: token.start])))

    def _has_antecedent(self, raw: str) -> bool:
        """The one body, or the two, of some reading."""
        readings = self._taken.readings
        if raw == "both":
            return len(self.one.bodies) == 2 or any(len(reading.group.ids) == 2 for reading in readings)
        if raw == "some":
            return False
        named = bool(self.one.bodies or self.one.groups)
        silent = any("not stated" in ids for reading in readings for ids in reading.where.values())
        return named or silent or any(len(reading.group.ids) == 1 or reading.subject for reading in readings)

    @cached_property
    def _places(self) -> tuple[tuple[int, int], ...]:
        """Names of places that are not where the survey asks: "in England" of "England and Wales"."""
        return tuple(
            found.span("name")
            for found in PLACE.finditer(self.one.plain)
            if not self.lexicon.is_where_bodies_are(found["name"])
        )

    def _is_topic(self, raw: str, names: set[str]) -> bool:
        return bool(names & self._words.topic) and not self.lexicon.categories(raw)


def _inside(token: Token, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= token.start < end for start, end in spans)


def left_of_head(one: Sentence, head: State, lexicon: Lexicon) -> str:
    """The first word of the line above a list that is not read: it holds for every item."""
    reading = Reading("total", head.measure, head.where, head.group, head.span.label)
    asked = Asked(0, len(one.text), one.text, "head", readings=(reading,))
    account = Account(one, (asked,), lexicon)
    return account.left(asked) or account.restricted()
