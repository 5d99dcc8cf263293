"""A story without bindings → what it asserts, with a verdict on each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from foidesk.model import Observation, SurveyDefinition
from foidesk.words.figures import Figure, Scanned, When, dateline, scan, sentences
from foidesk.words.figures.context import Context, contexts

from ..verdict import Verdict
from .account import Account, left_of_head
from .asks import Asker
from .cases import Cases
from .clause import State
from .clauses import apart, unread
from .dated_later import dated_later
from .evaluate import Bench
from .figures import read_alike
from .incident import Told as Incident
from .incident import behind_another, incidents, introduced
from .incident_dates import dated
from .lexicon import Lexicon
from .loose_ends import loose_end
from .meanings import meaning
from .measures import tied
from .moved_to import moves_to
from .moves import Told, told_figures
from .orders import orders
from .outside import outside
from .passed_over import passed_over
from .periods import of_financial, told_last
from .quotation import Quoted, Said, joined, quotations, spans
from .quotation import judge as judge_quotation
from .reading import Asked, Reading
from .reported import in_letter, reported
from .reported import judge as judge_reported
from .retold import word_for_word
from .said_after import beside_case, in_commas, of_the_rest, said_after
from .second_look import WHY as WHY_OPEN
from .second_look import second_look
from .seen import CategorySeen
from .sentence import Sentence, said, shifted, shifted_when
from .shaken import apposed, hanging, of_moves, shaken, timed_behind, told_behind
from .sourced import of_source, source_of
from .told import told
from .universals import universals
from .verdicts import is_over_whole, offer, verdict
from .weighed import weighed

SURE = ("supported", "contradicted", "misleading")
"""Verdicts for which every word must be accounted for."""
_GAP = re.compile(
    r"\b(?:refused|declined|did not (?:answer|reply|respond)|failed to (?:answer|reply|respond))\b", re.IGNORECASE
)
_SO_MANY = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|some|others?)\b", re.IGNORECASE)
"""So many wrong ones beside a place put its time in doubt."""
COUNTABLE = ("count", "money", "quantity", "duration", "share")
_COMPARED = Verdict(
    "needs a person",
    "comparison",
    why="it compares without a number, and nothing looks at that; say with what in numbers, or waive it",
)
_FROM = re.compile(r"\b(?:from|than|against|on)\s(?:just |only )?$")
_SET_OFF = re.compile(r"[,;:()–—]")
_BULLET = re.compile(r"\s*[•▪‣●]\s+")
_HEAD = re.compile(r"\s*\(?[A-Z][A-Z .'’-]{2,}[,(]?\s*$")


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim in characters `start` to `end` of the plain text, with verdict, reading and sources.

    `core` is the number alone, without its hedge: what a binding has to hold; `guess` the reading of what is open.
    """

    start: int
    end: int
    text: str
    verdict: Verdict
    readings: tuple[Reading, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    core: tuple[int, int] | None = None
    guess: tuple[Reading, ...] = ()


@dataclass
class Story:
    """A story read against one survey; `day` is when it appears, where its date line does not say."""

    text: str
    definition: SurveyDefinition
    bench: Bench
    cases: tuple[Observation, ...] = ()
    texts: Callable[[], tuple[Said, ...]] = tuple
    day: date | None = None
    _last_told: Incident | None = None
    _told_in: Sentence | None = None
    _told_of: tuple[tuple[str, ...], tuple[When, ...]] = ((), ())
    _dates_told: tuple[When, ...] = ()
    _last_quoted: Quoted | None = None
    _figures_told: tuple[Told, ...] = ()
    _kinds_told: tuple[CategorySeen, ...] = ()

    @cached_property
    def _rows(self) -> Cases:
        return Cases(self.lexicon, self.cases)

    @cached_property
    def lexicon(self) -> Lexicon:
        return lexicon_of(self.definition)

    @cached_property
    def scanned(self) -> Scanned:
        names = tuple((seen.start, seen.end) for seen in self.lexicon.bodies(self.text))
        return scan(self.text, self._day, names)

    @cached_property
    def _day(self) -> date | None:
        """The day from which "last year" is reckoned."""
        return dateline(self.text) or self.day

    def judged(self) -> list[Judged]:
        """Every claim of the story, in order."""
        self.bench.discloses_gap = self._tells_gap()
        found: list[Judged] = []
        head: State | None = None
        for start, end in self._paragraphs():
            state = State(head=head, spoken=self._spoken(start))
            asker = Asker(self.lexicon, state, near=self._is_linked(self.text[start:end]))
            found += self._paragraph(asker, start, end)
            head = asker.state.head
        found += self._passed()
        return sorted(found, key=lambda one: (one.start, one.end))

    def _spoken(self, start: int) -> tuple[str, ...]:
        """The words of a paragraph that begins here: none yet; those of the headline; those of all before."""
        return "", self.text[:start].strip().split("\n")[0], self.text[:start]

    def _passed(self) -> Iterator[Judged]:
        """The numbers that are no figures, each with its reason."""
        for one in self.scanned.passed:
            if any(map(str.isdigit, one.text)):
                why = f"it is no figure: {one.reason}"
                yield Judged(
                    one.start,
                    one.end,
                    one.text,
                    Verdict("not a claim about the data", "number", why=why, reason="name"),
                )

    def _tells_gap(self) -> bool:
        """The story says somewhere how many answered of how many were asked, or that some refused."""
        for start, end in self._sentences:
            words = self.text[start:end]
            if not _GAP.search(words) or not (_SO_MANY.search(words) or self.lexicon.bodies(words)):
                continue
            if self.lexicon.body_nouns.search(words) or self.lexicon.bodies(words):
                return True
        return False

    def _paragraphs(self) -> Iterator[tuple[int, int]]:
        start = 0
        for found in re.finditer(r"\n\s*\n", self.text):
            yield start, found.start()
            start = found.end()
        yield start, len(self.text)

    def _paragraph(self, asker: Asker, start: int, end: int) -> Iterator[Judged]:
        self._last_told, self._told_in, self._figures_told, self._kinds_told = None, None, (), ()
        self._dates_told = ()
        about = {figure.at: context for figure, context in zip(self.scanned.figures, self._contexts, strict=True)}
        for first, last in self._sentences:
            if start <= first < end:
                yield from self._sentence(asker, first, last, about)

    def _is_linked(self, text: str) -> bool:
        """The paragraph speaks of something of the survey."""
        return bool(
            self.lexicon.bodies(text) or self.lexicon.categories(text) or tied(said(text), COUNTABLE, self.lexicon)
        )

    @cached_property
    def _sentences(self) -> tuple[tuple[int, int], ...]:
        return tuple(_items(joined(sentences(self.text), self.text), self.text))

    @cached_property
    def _contexts(self) -> tuple[Context, ...]:
        return contexts(self.text, self.scanned.figures, self.scanned.dates, self._sentences)

    def _sentence(self, asker: Asker, start: int, end: int, about: dict[int, Context]) -> Iterator[Judged]:
        text = self.text[start:end]
        quoted = spans(text)
        plain = _blanked(text, quoted)
        every = tuple(shifted(one, start) for one in self.scanned.figures if start <= one.start < end)
        figures = tuple(one for one in every if not any(first <= one.start < last for first, last in quoted))
        dates = tuple(
            told_last(of_financial(shifted_when(one, start), self.definition.period, self._day))
            for one in self.scanned.dates
            if start <= one.start < end and not _HEAD.fullmatch(self.text[start : one.start])
        )
        one = Sentence(plain, tuple(read_alike(figures, plain)), dates, self.lexicon, asker.state.named)
        one = replace(one, whens=tuple(when for when in one.whens if one.plain[when.start : when.end].strip()))
        near = {at - start: context for at, context in about.items()}
        topic = asker.state.group.ids
        yield from self._quotations(one, text, start, topic)
        yield from self._in_quotations(every, figures, start)
        source = source_of(one, self.definition.statements)
        if source is not None:
            for figure, found in of_source(one, figures, source):
                yield Judged(start + figure.start, start + figure.end, figure.text, found)
            return
        yield from self._judged(asker, one, start, topic, near, bool(quoted))

    def _judged(
        self,
        asker: Asker,
        one: Sentence,
        start: int,
        topic: tuple[str, ...],
        near: dict[int, Context],
        quotes: bool,
    ) -> Iterator[Judged]:
        """Incidents, numbers and what is told without any, of a sentence that retells no statement."""
        told_in, self._told_in = self._told_in, None
        cases = list(self._incidents(one, start, topic, told_in is not None))
        if not cases and (late := dated_later(one, self._last_told, told_in, self._rows)):
            cases = [Judged(start + late[0], start + late[1], one.text[late[0] : late[1]], late[2])]
        before, priors = (asker.state.head or asker.state).left, asker.state.priors
        asked = self._asked(asker, one, near)
        moves = tuple(moves_to(one, asked, self.bench))
        told_before = (self._figures_told, self._kinds_told)
        account = weighed(one, asked, self.bench, before, priors, *told_before, moves)
        judged = [
            self._judge(found, start, account)
            for found in filter(None, (_counted_by(one, asked) for one in asked))
            if not _is_of_case(found, cases, start)
        ]
        judged = [of_moves(found, moves, start) for found in judged]
        judged = [apposed(found, judged, asked, start, self.bench) for found in judged]
        judged = [hanging(shaken(found, judged, one, self.bench), judged, one, start) for found in judged]
        judged = told_behind(judged, self.text[start + len(one.text) :])
        judged = timed_behind(judged, self._opening_brackets(start + len(one.text)), self.lexicon)
        judged = list(judged if quotes else self._with_reported(one, start, topic, judged, cases))
        yield from (*cases, *judged)
        beside = [*self._beside(one, start, account, [*cases, *judged], asker.near and not asked, quotes)]
        yield from (*beside, *self._unlooked(one, start, [*cases, *judged, *beside], bool(cases)))
        self._kinds_told = one.categories
        self._figures_told += tuple(sorted(told_figures(asked), key=lambda one: one.start))
        asker.state = replace(asker.state, left=account.carried() if asked else before)
        if (head := asker.state.head) is not None and not asked:
            asker.state = replace(asker.state, head=replace(head, left=left_of_head(one, head, self.lexicon)))

    def _opening_brackets(self, start: int) -> list[Figure]:
        """The figures that open brackets between here and the end of the paragraph."""
        end = self.text.find("\n\n", start)
        rest = [one for one in self.scanned.figures if start <= one.start and (one.start < end or end < 0)]
        return [one for one in rest if self.text[: one.start].endswith("(")]

    def _unlooked(self, one: Sentence, start: int, judged: list[Judged], has_case: bool) -> Iterator[Judged]:
        """What is told of the case before, between commas or of the rest, where no claim stands yet."""
        taken = [each for each in judged if each.verdict.verdict != "not a claim about the data"]
        found = [*in_commas(one, self._of_cases)]
        found += () if has_case else said_after(one, self._last_told)
        found += of_the_rest(one)
        spans = [(each.start - start, each.end - start) for each in taken]
        spans += [(first, last) for first, last, _ in found]
        found += [
            self._of_clause(one, *over)
            for over in passed_over(one, spans, has_case or self._last_told is not None)
        ]
        for first, last, verdict_ in found:
            if not any(each.start < start + last and start + first < each.end for each in taken):
                yield Judged(start + first, start + last, one.text[first:last], verdict_)

    def _of_clause(self, one: Sentence, first: int, last: int, over: Verdict) -> tuple[int, int, Verdict]:
        """What a clause behind a case tells of it, held against its row where it says how far that has got."""
        alone = replace(one, text=" " * first + one.text[first:last] + " " * (len(one.text) - last))
        late = dated_later(alone, self._last_told, self._told_in, self._rows)
        return late if late is not None and over.kind == "incident" else (first, last, over)

    def _asked(self, asker: Asker, one: Sentence, near: dict[int, Context]) -> list[Asked]:
        """What the sentence asks of the data."""
        numbers = [figure for figure in one.figures if figure.kind not in ("rank", "superlative", "date")]
        order = orders(one, self.lexicon, asker.state)
        every_one = [
            found
            for found in universals(one, self.lexicon)
            if found.readings or not any(each.start < found.end and found.start < each.end for each in order)
        ]
        claimed = [
            asked
            for asked in asker.sentence(self._without_ranks(one), near)
            if asked.kind != "group" or not any(each.start <= asked.start < each.end for each in every_one)
        ]
        return [*claimed, *order, *every_one, *told(one, self.lexicon, asker.state, tuple(numbers))]

    def _beside(
        self, one: Sentence, start: int, account: Account, judged: list[Judged], alone: bool, quotes: bool
    ) -> Iterator[Judged]:
        """What a sentence tells beside its figures and incidents, or without any."""
        found = [(first, last, _COMPARED) for first, last in account.comparisons()]
        real = [one for one in judged if one.verdict.verdict != "not a claim about the data"]
        if alone and not real:
            found += outside(one)
        if not quotes:
            spans = [(one.start - start, one.end - start) for one in real]
            found += unread(one, [*spans, *((first, last) for first, last, _ in found)])
        for first, last, verdict_ in found:
            yield Judged(start + first, start + last, one.text[first:last], verdict_)

    def _with_reported(
        self, one: Sentence, start: int, topic: tuple[str, ...], judged: list[Judged], cases: list[Judged]
    ) -> Iterator[Judged]:
        """The claims, and what a letter says of words that they leave open or do not look at."""
        for words in reported(one, self.lexicon, topic):
            first, last = start + words.start, start + words.end
            over = [other for other in judged if other.start < last and first < other.end and not other.core]
            if cases or any(other.verdict.verdict != "needs a person" for other in over):
                continue
            found = judge_reported(words, self.texts, self.lexicon)
            if found is None or (over and found.verdict == "needs a person"):
                continue
            judged = [other for other in judged if other not in over]
            yield Judged(first, last, one.text[words.start : words.end], found)
        yield from judged

    @staticmethod
    def _without_ranks(one: Sentence) -> Sentence:
        figures = tuple(figure for figure in one.figures if figure.kind not in ("rank", "superlative"))
        return Sentence(one.text, figures, one.whens, one.lexicon, one.named)

    def _quotations(self, one: Sentence, text: str, start: int, topic: tuple[str, ...]) -> Iterator[Judged]:
        for quoted in quotations(one, text, self.lexicon, topic, self._last_quoted):
            self._last_quoted = quoted
            found = judge_quotation(quoted, self.texts, self.lexicon)
            yield Judged(start + quoted.start, start + quoted.end, quoted.text, found)

    def _in_quotations(
        self, every: tuple[Figure, ...], figures: tuple[Figure, ...], start: int
    ) -> Iterator[Judged]:
        """Numbers inside a quotation stand or fall with it."""
        for figure in every:
            if figure not in figures:
                why = "inside a quotation, which is checked as a whole"
                found = Verdict("not a claim about the data", "number", why=why, reason="quotation")
                yield Judged(start + figure.start, start + figure.end, figure.text, found)

    def _incidents(self, one: Sentence, start: int, topic: tuple[str, ...], is_next: bool) -> Iterator[Judged]:
        if not self.cases:
            return
        whole = one = dated(one, self._dates_told, self._day)
        self._dates_told = tuple(when for when in one.whens if not when.window) or self._dates_told
        if many := [figure for figure in one.figures if _counts_many(figure)]:
            one = apart(one, many)
            gone = [seen.body for seen in whole.bodies if not any(seen.start == kept.start for kept in one.bodies)]
            topic = tuple(dict.fromkeys(gone)) or topic
            self._last_told = introduced(whole, self.lexicon, self._last_told)
        bodies, near = self._told_of if is_next else ((), ())
        self._told_of = (), whole.whens or near
        for case in incidents(one, self.lexicon, self.cases, topic, self._last_told, whole):
            if is_next:
                case = behind_another(case, whole, bodies, near, self._rows.tells_act(case))
            self._told_of = tuple(dict.fromkeys((*self._told_of[0], *case.bodies))), self._told_of[1]
            found = self._rows.judge(case, one)
            if case.open:
                yield Judged(start + case.start, start + case.end, case.text, found)
                continue
            self._last_told, self._told_in = case, one
            if found.verdict != "supported" and (literal := word_for_word(case, self.texts, self.lexicon)):
                found = literal
            elif found.verdict in ("needs a person", "no data") and not found.is_whose:
                found = in_letter(case, self.texts, self.lexicon) or found
            found = beside_case(whole, case.start, case.end, found, self._of_cases)
            yield Judged(start + case.start, start + case.end, case.text, found)

    @cached_property
    def _of_cases(self) -> frozenset[str]:
        """The variables that the cases of the replies tell."""
        return frozenset(name for case in self.cases for name in case.where)

    def _doubted(self, asked: Asked, one: Sentence, found: Verdict) -> Verdict:
        """The verdict, left to a person where the words leave open what the figure is of."""
        is_sure = found.verdict == "contradicted" and is_over_whole(asked, self.bench)
        why = loose_end(asked, one, is_sure) if found.verdict in SURE else ""
        if not why and found.verdict == "contradicted" and second_look(asked, one, self.bench):
            why = WHY_OPEN.format(was=found.why)
        return replace(found, verdict="needs a person", why=why, first=found.verdict) if why else found

    def _judge(self, asked: Asked, start: int, account: Account) -> Judged:
        found, sources = verdict(asked, self.bench)
        word = account.left(asked) if found.verdict in SURE and asked.readings else ""
        if word and found.verdict == "contradicted" and _is_too_many(asked, word, account, self.bench):
            why = f"{found.why} Not all there are would be so many, whatever “{word}” leaves of them"
            found = replace(found, why=why)
        elif word:
            how = "agrees" if found.verdict == "supported" else f"is told otherwise ({found.verdict}: {found.why})"
            why = f"the figure {how}, but “{word}” is not accounted for: {meaning(word, self.lexicon)}"
            if also := account.also(asked, word):
                why += f" (nor {'is' if len(also) == 1 else 'are'} {', '.join(f'“{one}”' for one in also)})"
            why += "; bind the figure, or say it without that word"
            if (likely := offer(asked, word, self.bench)) and likely[1].verdict in SURE:
                asked, found = replace(asked, readings=likely[:1]), likely[1]
                why = f"“{word}” may mean a kind; so read it is {found.verdict} ({found.value})"
            found = replace(found, verdict="needs a person", why=why, first=found.verdict)
        elif found.verdict in SURE and account.near:
            words = ", ".join(f"“{word}”" for word in sorted(account.near))
            why = f"{words}: taken for what is counted, being near to it in meaning"
            found = replace(found, why=f"{found.why} {why}".strip())
        found = self._doubted(asked, account.one, found)
        guess = (asked.guess,) if asked.guess is not None and asked.open else ()
        core = (start + asked.figure.at, start + asked.figure.to) if asked.figure is not None else None
        return Judged(
            start + asked.start, start + asked.end, asked.text, found, asked.readings, sources, core, guess
        )


def _is_too_many(asked: Asked, word: str, account: Account, bench: Bench) -> bool:
    """More than all there are of the bodies that its own words name, and the word can only make it less."""
    figure, one = asked.figure, account.one
    if figure is None or _FROM.search(one.plain[: figure.start]) or not account.narrows(word):
        return False
    named = [*(seen.start for seen in one.bodies), *(seen.start for seen in one.groups)]
    if _next_of_list(one, word):
        return False
    if named and not any(not _SET_OFF.search(one.plain[figure.end : start]) for start in named):
        return False
    return is_over_whole(asked, bench)


def _next_of_list(one: Sentence, word: str) -> bool:
    """ "Exampleton, Sampleton and *the capital*": the unknown word is one more of the bodies of a list."""
    joined = rf"(?:,|,?\sand)\s(?:the\s|in\s|at\s)*{re.escape(word)}\b"
    return any(re.match(joined, one.plain[seen.end :]) for seen in one.bodies)


def _is_of_case(found: Asked, cases: Sequence[Judged], start: int) -> bool:
    """True for what an incident of the sentence has judged already: "the worst", "one officer"."""
    if found.kind == "superlative" or found.figure is None:
        return bool(cases) and found.kind == "superlative"
    beside = any(case.start - start - 14 <= found.start < case.end - start for case in cases)
    return beside and (bool(found.open) or found.figure.value == 1)


def _items(spans: tuple[tuple[int, int], ...], text: str) -> Iterator[tuple[int, int]]:
    """The sentences, each cut at the bullets of a list that runs on in one line."""
    for start, end in spans:
        for found in _BULLET.finditer(text, start, end):
            if text[start : found.start()].strip():
                yield start, found.start()
            start = found.end()
        yield start, end


def _blanked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The text with these parts blank, all else where it stood."""
    for first, last in spans:
        text = text[:first] + " " * (last - first) + text[last:]
    return text


def _counted_by(found: Asked, every: list[Asked]) -> Asked | None:
    """A limit ("28 minutes or less") stands or falls with the number of bodies that it counts."""
    if found.excuse != "threshold":
        return found
    for asked in every:
        limits = [reading.threshold for reading in asked.readings if reading.threshold is not None]
        if any(found.start in (limit.at, limit.start) for limit in limits):
            return replace(found, figure=asked.figure, readings=asked.readings, excuse="")
    return None


def _counts_many(figure: Figure) -> bool:
    """A number of more than one: no single incident is told with it."""
    is_one = figure.kind == "count" and figure.value == 1 and figure.spelt and not figure.hedge
    return figure.kind in ("count", "percent", "fraction", "none") and not is_one


_LEXICONS: dict[int, tuple[SurveyDefinition, Lexicon]] = {}


def lexicon_of(definition: SurveyDefinition) -> Lexicon:
    """The words of a survey, made once."""
    kept = _LEXICONS.get(id(definition))
    if kept is None or kept[0] is not definition:
        _LEXICONS.clear()
        _LEXICONS[id(definition)] = kept = (definition, Lexicon(definition))
    return kept[1]
