"""A sentence → what it asserts, each with its readings. No value is looked at here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from foidesk.words.figures.context import Context

from .again import change_again, told_again
from .asserted import counts_bodies_only, sorted_out
from .came_from import came_from
from .clause import Clause, State
from .counting import bodies_counted, did_not
from .doubts import doubt, hides, is_forecast, not_of_survey, unlinked
from .each_year import of_each
from .either import alike
from .elided import elided
from .groups import GroupSeen
from .in_turn import in_turn
from .kind_goes_on import either_way, goes_on, opens_with
from .lexicon import Lexicon
from .measure_of import measure_of, noun_of
from .measures import EVERY, SHARES, best
from .owned import trimmed
from .paired import turned
from .pairs import apart
from .periods import Span, labels, told_years
from .reading import Asked, Group, Reading, Where
from .restated import restated
from .scope import group_of, span_of, where_of
from .sentence import Sentence, said
from .statistics import statistic
from .thesaurus import offered
from .undated import of_each_year, or_of_year_told
from .wording import AMONG, AT_LEAST_ONE, ENDED, GOES_ON, SUCH
from .years import is_year

_ITEM = re.compile(r"\s*(?:[-–—*•▪‣●]\s|\(?\w{1,2}[.)]\s)")
"""An item of a list begins so."""
_OF_THOSE = re.compile(r"\bof (?:these|those|them)\b(?!\s(?:that|which|who)\b)", re.IGNORECASE)
"""In a sentence that counts some of what was told before."""
_THEY = re.compile(
    r"\W*(?:(?:In|By) \d{4},?\s|A year later,?\s|"
    r"(?:At|In|For|From) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3},?\s)?"
    r"(?:[Tt]hey|These|Those|Their number)\b"
)
"""The subject is what the sentence before opens with."""
_THE_THINGS = re.compile(r"\W*(?:(?:In|By) \d{4},?\s)?(?:The|These|Those|Their)\s(?P<noun>\w+)")
"""The subject may be of what the sentence before spoke of: "The payouts came to …"."""
_TWO_IN_ONE = re.compile(r"(?:%|\bper cent|\bpoints?|\bminutes?)\s+to\s", re.IGNORECASE)
"""Two figures with a unit each: "down 14 per cent to 44 per cent" is no range."""
_IN_ALL = re.compile(
    r"\b(?:in (?:all|total)|overall|altogether|all told|of (?:every|all) kinds?)\b", re.IGNORECASE
)
_OF_WHICH = re.compile(r"\bof (?:which|whom)\b[^,;]*$", re.IGNORECASE)
_NEXT_OF = re.compile(r"[,;]?\s?(?:and\s)?")
_SO_MANY_OF = re.compile(r"\s(?:of|with|for|over)\s")
"""Around a number of bodies that goes on with a count: "six had at least one case of fraud, *four of* theft"."""
_LIST = 2
_OF_THE = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+|all\s+|those\s+|these\s+)*", re.IGNORECASE)
"""All that stands between a number and the group it is of: "two thirds *of the* boards"."""


@dataclass
class Asker:
    """Reads one sentence after the other."""

    lexicon: Lexicon
    state: State = field(default_factory=State)
    near: bool = False
    _before: State = field(default_factory=State)

    def sentence(self, one: Sentence, about: dict[int, Context]) -> list[Asked]:
        """What the sentence asserts in numbers; `about` gives the words around each figure by its place."""
        if (head := self.state.head) is not None:
            self.state = replace(head, head=head) if _is_item(one) else replace(self.state, head=None)
        claimed, found = sorted_out(one, self.lexicon)
        parts = tuple(trimmed(part, one) for part in one.parts(tuple(claimed)))
        self._before = self.state
        state, last = self._opening(one), len(found)
        for place, part in enumerate(parts):
            if part.figure is None:
                continue
            context = about.get(part.figure.at, Context())
            clause = Clause(self.lexicon, self.near, one, part, place, parts, state, context)
            asked, state = _asked(clause)
            before, asked, state = apart(found[-1] if len(found) > last else None, asked, clause, state)
            found[-1:] = [before] if before is not None else found[-1:]
            priors = (*(asked.readings if len(asked.readings) == 1 else ()), *state.priors)
            here = (
                tuple((asked.figure or part.figure, own) for own in asked.readings)
                if len(asked.readings) == 1
                else ()
            )
            if part.figure.kind == "none" and place > 0:
                state = replace(state, span=clause.state.span, years=clause.state.years, last=clause.state.last)
            state = replace(state, unread=bool(asked.open), priors=priors[:4], here=(*state.here, *here))
            found.append(asked)
        self.state = self._after(one, state, not any(part.figure for part in parts))
        return found if one.categories else [self._either(asked, one, state) for asked in found]

    def _either(self, asked: Asked, one: Sentence, state: State) -> Asked:
        """ "The payouts came to …": perhaps those of the kind told before, perhaps all; both are looked at."""
        the = _THE_THINGS.match(one.plain)
        topic = self._before.topic
        if not topic or not the or _IN_ALL.search(one.plain) or self.lexicon.body_nouns.match(the["noun"]):
            return asked
        more = [replace(own, where=topic) for own in asked.readings if self._may_be_of(own, topic)]
        return replace(asked, readings=(*asked.readings, *more)) if len(asked.readings) == 1 else asked

    def _may_be_of(self, own: Reading, topic: Where) -> bool:
        able = bool(own.measure) and all(own.measure in self.lexicon.measures_of(name) for name in topic)
        return able and not own.where and not own.base and own.statistic in ("total", "mean")

    def _opening(self, one: Sentence) -> State:
        """The state that a sentence begins with: its own only group, else what the sentence before spoke of."""
        goes_on = (
            GOES_ON.match(one.plain) or SUCH.search(one.plain) or _OF_THOSE.search(one.plain) or one.is_elliptical
        )
        they = _THEY.match(one.plain) or _OF_THOSE.search(one.plain)
        leans = bool(self.state.topic and they and not one.categories)
        goes_on = goes_on or (self.state.head is not None and not one.categories)
        where = self.state.topic if leans else self._kept() if goes_on else {}
        state = replace(self.state, where=where, base="", leans=leans, here=())
        if one.bodies or one.groups:
            same_time = one.is_elliptical and not one.whens and len(set(state.years)) < 2
            kept = same_time or state.head is not None
            state = replace(state, group=Group(), span=state.span if kept else Span())
        return state

    def _kept(self) -> Where:
        """The kinds told before, without those of which several stood side by side: "18 constables, four clerks.
        Eight of them …" are eight of all."""
        told = [own.where for _, own in self.state.here if own.statistic == "total"]
        many = {name: {where[name] for where in told if name in where} for where in told for name in where}
        return {name: ids for name, ids in self.state.where.items() if len(many.get(name, ())) < _LIST}

    def _after(self, one: Sentence, state: State, tells_none: bool) -> State:
        ids = tuple(dict.fromkeys(body.body for body in one.bodies))
        group = Group("listed", ids[:1]) if len(ids) == 1 else state.group
        topic = opens_with(one)
        if tells_none and topic:
            measure = best(said(one.bare), ("count",), self.lexicon) or state.measure
            words = said(one.bare)
            named = [key for key in self.lexicon.measure_phrases.get(measure, ()) if key <= words]
            state = replace(state, measure=measure, where=topic, noun=max(named, key=len, default=frozenset()))
        elif not one.categories and not one.bodies:
            topic = state.topic
        told = told_years(one.whens)
        if (
            len(told) == 1 and not state.span.given and not any(each.kind == "none" for each in one.figures)
        ):  # "Its worst year was 2023. That year …"
            state = replace(state, span=Span(told[0]))
        spoken = (f"{state.spoken[0]} {one.plain}", *state.spoken[1:])
        state = replace(state, group=group, named=ids or state.named, topic=topic, spoken=spoken)
        if tells_none and one.plain.rstrip().endswith(":"):
            return self._head(one, state)
        return state

    def _head(self, one: Sentence, state: State) -> State:
        """ "Claims received in 2023:": measure, kind and time of the items below; each counts for itself."""
        measure = best(said(one.bare), EVERY, self.lexicon)
        kinds = {seen.variable: seen.categories for seen in one.categories}
        dated = [when for when in one.whens if when.explicit]
        if not measure or len(dated) > 1 or len(kinds) < len(one.categories):
            return state
        span = labels(one.whens, self.lexicon.definition.period, one.text)
        head = replace(state, measure=measure, where=kinds, span=span, topic={}, left="", last=None)
        return replace(head, head=head)


def _is_item(one: Sentence) -> bool:
    """An item of a list: behind a bullet, or no whole sentence."""
    return bool(_ITEM.match(one.text)) or not one.text.rstrip().endswith((".", "!", "?", ":"))


def _asked(part: Clause) -> tuple[Asked, State]:
    """What the figure asserts, and the state that it leaves for the next."""
    if again := told_again(part) or change_again(part) or elided(part):
        return again, part.state
    if beside := in_turn(part) or came_from(part):
        return beside, part.state
    if each := of_each(part):
        return each
    if _ends(part) or _is_any_body(part):
        return _counted(bodies_counted(part, Group()), part.state)
    counting = next((seen for seen in part.one.groups if seen.figure is part.figure or _is_of(part, seen)), None)
    if counting is not None:
        return _counted(bodies_counted(part, counting.group), replace(part.state, group=group_of(part)))
    if part.state.unread and (_OF_THOSE.match(part.after.lstrip()) or _OF_WHICH.search(part.before)):
        return part.asked(open="it counts some of what was told before, and that is not known"), part.state
    if again := restated(part):
        unread = part.state.unread and part.place > 0
        return part.asked(open="it tells a figure again that is not known") if unread else again, part.state
    if is_forecast(part):
        return part.asked(excuse="forecast"), part.state
    if odd := _muddled(part):
        return odd, part.state
    measure, base = measure_of(part)
    if not measure:
        return _of_either(part)
    return _of_measure(part, measure, base)


def _of_either(part: Clause) -> tuple[Asked, State]:
    """A figure of several measures that are called alike, read as each of them; else it is linked to none."""
    whole = part.figure.kind in SHARES and not part.is_change()
    every = [_of_measure(part, id, id if whole else "") for id in alike(part)]
    if not every:
        return unlinked(part), part.state
    found, state = [asked for asked, _ in every], replace(every[0][1], measure=part.state.measure, last=None)
    if any(one.open or one.excuse or one.clash or not one.readings for one in found):
        names = " or ".join(f"“{part.lexicon.measure(id).label}”" for id in alike(part))
        return part.asked(open=f"it may be a figure of {names}, and the words do not say of which"), state
    return replace(found[0], readings=tuple(reading for one in found for reading in one.readings)), state


def _of_measure(part: Clause, measure: str, base: str) -> tuple[Asked, State]:
    """What the figure asserts of the measure."""
    if found := not_of_survey(part, measure):
        return found, part.state
    group, span, where = group_of(part), span_of(part, measure), where_of(part, measure)
    where = where or dict(goes_on(part, measure))
    noun = noun_of(part, measure) or part.state.noun
    state = replace(part.state, measure=measure, base=base, where=where, group=group, span=span, noun=noun)
    reading = Reading("total", measure, where, group, span.label, base_measure=base)
    if why := doubt(part, measure, where, group, span):
        guessed = statistic(part, reading, span).readings
        return replace(part.asked(open=why), guess=_likely(part, guessed[0], why) if guessed else None), state
    if is_year(span.label) and part.state.years[:1] != (span.label,):
        state = replace(state, years=(span.label, *part.state.years))
    else:
        state = replace(state, years=part.state.years)
    asked = of_each_year(part, replace(statistic(part, reading, span), hides=hides(part, measure)))
    asked = or_of_year_told(part, either_way(part, asked, measure))
    return asked, _told(asked, state, part)


_STRANGE = re.compile(r"“(?:was |were |been |is |are )?(?P<word>[a-z-]+)(?:\s[\d£$€][\d,.]*)?” may restrict")


def _likely(part: Clause, own: Reading, why: str) -> Reading:
    """What is read where one word is strange that is likely to mean a kind: "128 complaints *were binned*"."""
    found = _STRANGE.match(why)
    if found is None or own.where or own.other is not None or own.statistic != "total":
        return own
    variables = [part.lexicon.variable(name) for name in part.variables_of(own.measure)]
    kind = offered(found["word"], variables)
    return replace(own, where={kind[0]: (kind[1],)}) if kind else own


def _muddled(part: Clause) -> Asked | None:
    """The figure whose words fit no one reading of it, or exclude its number; None if they do not."""
    if _TWO_IN_ONE.search(part.figure.text) and part.is_change():
        return part.asked(open="it may be by so much, to so much; say “by” and “to”")
    why = turned(part)
    return replace(part.asked(), clash=why) if why else None


def _told(asked: Asked, state: State, part: Clause) -> State:
    """The sum told last; of a pair ("327 of the 1,318") the second is the whole."""
    if len(asked.readings) != 1 or asked.readings[0].statistic != "total":
        return state
    own = asked.readings[0]
    if part.place > 0 and _OF_THE.fullmatch(part.one.plain[_end_before(part) : part.figure.start]):
        return replace(state, whole=own)
    known = state.last is not None and state.whole is None and state.last.measure != own.measure
    return replace(state, last=own, whole=state.last if known and _is_part(own, state.last, part) else state.whole)


def _is_part(own: Reading, before: Reading | None, part: Clause) -> bool:
    """ "Of the 1,318 claims 327 were paid": a part-measure of the measure told before in the sentence."""
    return (
        before is not None
        and part.place > 0
        and part.lexicon.whole_of(own.measure) == before.measure
        and own.where == before.where
    )


def _end_before(part: Clause) -> int:
    before = part.parts[part.place - 1].figure
    return before.end if before is not None else part.part.start


def _counted(asked: Asked, state: State) -> tuple[Asked, State]:
    """The claim, and what bodies were counted for: a list of them may follow."""
    return asked, replace(state, counted=asked.readings[0]) if asked.readings else state


def _is_any_body(part: Clause) -> bool:
    """ "In 12 cases at least one board …": the number behind "in", where no body is named."""
    least = AT_LEAST_ONE.search(part.one.plain)
    counted = least or counts_bodies_only(part.one)
    if part.part.bodies:
        return False
    elided = bool(least and part.place > 0 and part.part.categories and part.context.inherited)
    if elided and _SO_MANY_OF.match(part.after) and _NEXT_OF.fullmatch(part.before):
        return True
    return bool(counted and AMONG.search(part.before))


def _ends(part: Clause) -> bool:
    """ "39 answered", "four refused"."""
    if part.figure.kind != "count":
        return False
    return bool(ENDED.match(part.after)) or did_not(part)


def _is_of(part: Clause, seen: GroupSeen) -> bool:
    """ "Two thirds of the boards"."""
    return seen.start > part.figure.end and bool(_OF_THE.fullmatch(part.one.plain[part.figure.end : seen.start]))
