"""The verdict on an incident: one case of a reply must agree in body, role, act, sanction, stage and date."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from foidesk.model import Observation, OneOf
from foidesk.words.figures import When

from ..verdict import Verdict
from .alike import sense
from .case_rows import (
    Rows,
    among,
    labels,
    nearness,
    other_date,
    row_words,
    senses,
    shared,
    within,
)
from .incident import Told
from .incident_dates import settles
from .procedure import clashes
from .row_account import HARMLESS, left_of
from .sentence import Sentence
from .stages import (
    ACQUITTED,
    NOT_MADE_OUT,
    NOT_YET_FOUND,
    PROVED,
    PUNISHED,
    is_alleged,
    is_proved,
    is_told_open,
    is_unproved,
    says_done,
)
from .stems import stems
from .traits import ACT, OTHER, PERSON, SANCTION, STAGE

_OF_ACT = re.compile(r"\b(?:for|over|accused of|after|who)\b")
"""Before what somebody did."""
_FOR_DOING = re.compile(r"\b(?:for|after)\s(?!being\b|having\sbeen\b)\w+ing\b", re.IGNORECASE)
"""Tells that it was done, in whatever words: "suspended *for striking* a visitor"."""
_UNDECIDED = ("open", "alleged")
_SUSPENDED = re.compile(r"\bsuspended\b", re.IGNORECASE)
_SHARED = "what became of the one before may be told of this one too; a person says"
_TWO_DATES = "it tells of two times, which no one case can be of; which of them is meant, a person says"
FAIRLY = (
    "a case of the reply agrees in body, role, act, sanction and stage; whether it is told fairly, a person judges"
)


@dataclass
class Cases(Rows):
    """The cases of the replies, against which incidents are held."""

    def judge(self, told: Told, one: Sentence) -> Verdict:
        """A case of the body agrees in all, or the nearest says where it does not; a person says what is open."""
        found = self._compared(told, one)
        why = told.open or (_SHARED if told.gap == "unsure" and found.verdict != "supported" else "")
        why = why or (_TWO_DATES if found.verdict == "contradicted" and _of_two_times(told, one) else "")
        if not why or found.verdict == "needs a person":
            return found
        return replace(found, verdict="needs a person", why=why, first=found.verdict, is_whose=True)

    def _compared(self, told: Told, one: Sentence) -> Verdict:
        rows = [case for case in self.cases if not told.bodies or case.body in told.bodies]
        if not rows:
            return _no_case(told)
        if len(told.bodies) > 1:
            return self._of_several(told, one)
        whens = tuple(when for when in one.whens if told.start <= when.start < told.end)
        judged = [(self._wrong(told, case, whens), case) for case in rows]
        wrong, case = min(judged, key=lambda pair: (len(pair[0]), -nearness(told, pair[1])))
        said = f"{self.lexicon.definition.body(case.body).name}: {row_words(case)}"
        if wrong and not told.bodies:
            return Verdict("needs a person", "incident", why="it names no body, and no case of any agrees in all")
        if wrong:
            why = "no case agrees; the nearest: " + "; ".join(wrong)
            return Verdict("contradicted", "incident", said, why, part=case.id, body=case.body)
        return self._agreeing(told, one, whens, judged)

    def _agreeing(
        self, told: Told, one: Sentence, whens: tuple[When, ...], judged: list[tuple[list[str], Observation]]
    ) -> Verdict:
        """Some case agrees in all: supported, unless words or a date are left that its row does not say."""
        agreeing = [row for row_wrong, row in judged if not row_wrong]
        lefts = [(left_of(self, told, row, one, whens), row) for row in agreeing]
        left, case = min(lefts, key=lambda pair: (len(pair[0]), -nearness(told, pair[1])))
        said = f"{self.lexicon.definition.body(case.body).name}: {row_words(case)}"
        asked = Verdict("needs a person", "incident", said, part=case.id, body=case.body, first="supported")
        if left and (found := self._told_of_another(told, one, whens, judged)):
            return found
        if told.said and (dates := [w for w in one.whens if told.said[0] <= w.start < told.said[1]]):
            why = f"a case agrees; whether “{one.text[dates[0].start : dates[0].end]}” is its date, a person says"
            return replace(asked, why=why, is_whose=True)
        first, last = told.said or (0, 0)
        if any(first <= seen.start < last and seen.body not in told.bodies for seen in one.bodies):
            why = "a case agrees; whether it is of the body that says so, a person says"
            return replace(asked, why=why, is_whose=True)
        if left:
            why = f"a case agrees, but its row does not say “{left}”"
            return replace(asked, why=why, is_whose=left == told.ends_like)
        if not any(self._agrees_on_date(row, told, one, whens) for row_left, row in lefts if not row_left):
            why = "the incident before it is of another time; whether this one is told of that time, a person says"
            return replace(asked, why=why, is_whose=True)
        return Verdict("supported", "incident", said, FAIRLY, part=case.id, body=case.body)

    def of_date(self, told: Told, one: Sentence, whens: tuple[When, ...]) -> Verdict:
        """The verdict on a date that is told of an incident which some case bears out."""
        fits = self._fitting(told, one)
        agree = [case for case in fits if not other_date(case, whens)]
        found = self._verdict_of((agree or fits)[0])
        if not agree:
            why = f"the case that it tells of has another date: {other_date(fits[0], whens)}"
            return replace(found, verdict="contradicted", why=why)
        if not any(all(settles(one, when) for when in whens) for one in agree):
            return replace(found, verdict="needs a person", why="whether that is the date of the case is open")
        return found

    def of_stage(self, told: Told, one: Sentence, stages: tuple[str, ...]) -> Verdict:
        """The verdict on how far an incident is said to have got, which some case bears out."""
        fits = self._fitting(told, one)
        agree = [case for case in fits if self.stage(case) in stages]
        found = self._verdict_of((agree or fits)[0])
        return (
            found if agree else replace(found, verdict="contradicted", why=f"its stage is: {self.stage(fits[0])}")
        )

    def _fitting(self, told: Told, one: Sentence) -> list[Observation]:
        """The cases that bear out an incident; of those of its body all, if none does."""
        rows = [case for case in self.cases if not told.bodies or case.body in told.bodies]
        own = tuple(when for when in one.whens if told.start <= when.start < told.end)
        return [
            case for case in rows if not (self._wrong(told, case, own) or left_of(self, told, case, one, own))
        ] or rows

    def _verdict_of(self, case: Observation) -> Verdict:
        said = f"{self.lexicon.definition.body(case.body).name}: {row_words(case)}"
        return Verdict("supported", "incident", said, FAIRLY, part=case.id, body=case.body)

    def _agrees_on_date(self, case: Observation, told: Told, one: Sentence, whens: tuple[When, ...]) -> bool:
        """True unless the only date of the sentence stands with the incident before, and is not the case's."""
        if not whens and told.near:
            return all(settles(case, when) for when in told.near)
        if whens or told.after is None:
            return True
        start, end = told.after
        return not other_date(case, tuple(when for when in one.whens if start <= when.start < end))

    def _of_several(self, told: Told, one: Sentence) -> Verdict:
        """Of several bodies each is looked at; where they differ, which of them is meant is for a person."""
        found = [self.judge(replace(told, bodies=(body,)), one) for body in told.bodies]
        if len({verdict.verdict for verdict in found}) == 1:
            return found[0]
        why = "it names several bodies, and it does not hold of each; which of them is meant, a person says"
        best = next((verdict for verdict in found if verdict.verdict == "supported"), found[0])
        return replace(best, verdict="needs a person", why=why, first=best.verdict, is_whose=True)

    def _told_of_another(
        self, told: Told, one: Sentence, whens: tuple[When, ...], judged: list[tuple[list[str], Observation]]
    ) -> Verdict | None:
        """Contradicted if a case of the body bears out every word of the act, and ended otherwise."""
        for wrong, case in judged:
            if not wrong or any(why.startswith("it does not say") for why in wrong):
                continue
            if told.bodies and self._names_act(told, case) and not left_of(self, told, case, one, whens):
                said = f"{self.lexicon.definition.body(case.body).name}: {row_words(case)}"
                why = "the case that it tells of is told otherwise: " + "; ".join(wrong)
                return Verdict("contradicted", "incident", said, why, part=case.id, body=case.body)
        return None

    # --- what does not agree ---

    def _wrong(self, told: Told, case: Observation, whens: tuple[When, ...]) -> list[str]:
        """What does not agree, one sentence each."""
        wrong = []
        for name in dict.fromkeys(found.variable for found in told.every):
            if self.traits[name] in (PERSON, SANCTION, OTHER):
                wrong += self._other(name, told, case)
        wrong += filter(
            None,
            (
                self._other_act(told, case),
                self._other_stage(told, case),
                other_date(case, whens),
                clashes(told.full, row_words(case), self.stage(case)),
            ),
        )
        return wrong

    def _other(self, name: str, told: Told, case: Observation) -> list[str]:
        given = case.where.get(name)
        if not isinstance(given, OneOf) or not given.categories:
            return [f"it does not say {name}"] if name in case.where or self.traits[name] != PERSON else []
        variable = self.lexicon.variable(name)
        own = [found for found in told.every if found.variable == name and not told.is_object(found)]
        mine = tuple(id for found in own for id in found.categories)
        return (
            []
            if within(variable, mine, given.categories)
            else [f"{variable.label.lower()} is {labels(variable, given)}"]
        )

    def _other_act(self, told: Told, case: Observation) -> str:
        """The act in other words than the row's: by category, and by words that tell two of one category apart."""
        acts = [name for name in self.acts(case) if case.where[name].phrase]
        named = [name for name in acts if any(found.variable == name for found in told.every)]
        for name in named:
            if not self._fits_act(name, told, case):
                return f"what it tells of is “{case.where[name].phrase}”"
        if named or not acts or not _OF_ACT.search(told.text):
            return ""
        own = senses(row_words(case)).union(*(senses(case.where[name].phrase) for name in acts))
        wanted = frozenset(map(sense, frozenset(stems(_OF_ACT.split(told.text)[-1])) - HARMLESS))
        if len(wanted) < 2 or wanted <= own:
            return ""
        if any(self._is_act_of(wanted, name, case) for name in acts):
            return f"what it tells of is “{case.where[acts[0]].phrase}”"
        return ""

    def _is_act_of(self, wanted: frozenset[str], name: str, case: Observation) -> bool:
        """The words are those of a case of another kind: words that no row has tell nothing."""
        kinds = frozenset(case.where[name].categories)
        rows = (other.where[name] for other in self.cases if name in other.where)
        return any(
            given.categories and not kinds & frozenset(given.categories) and wanted <= senses(given.phrase)
            for given in rows
        )

    def _fits_act(self, name: str, told: Told, case: Observation) -> bool:
        """One kind that is told is the row's; which of that kind, the account of words says."""
        given, variable = case.where[name], self.lexicon.variable(name)
        named = [found for found in told.every if found.variable == name]
        fits = within if isinstance(given, OneOf) else among
        if any(fits(variable, found.categories, given.categories) for found in named):
            return True
        return not given.categories or shared(given.phrase, frozenset(stems(told.text))) >= 0.99

    def _other_stage(self, told: Told, case: Observation) -> str:
        """A verb stronger than the stage: told as done where the row has it alleged, open or not found."""
        stage = self.stage(case)
        text = told.full
        if NOT_MADE_OUT.search(text) or ACQUITTED.search(text) or _is_only_alleged(text):
            return "" if stage == "not found" else f"its stage is: {stage}"
        if is_unproved(text) and stage == "found":
            return f"its stage is: {stage}"
        if is_told_open(text) and stage in ("found", "not found"):
            return f"it is told as still open, but its stage is: {stage}"
        if is_told_open(text) and not (is_proved(text) or says_done(text) or self._did(told)):
            return ""
        proved = is_proved(text) or (self._tells_found(told) and not is_unproved(text))
        if PUNISHED.search(text) and stage != "found":
            return f"its stage is: {stage}"
        alleged = is_alleged(text) and not says_done(text) and not self._did_and_was_suspended(told)
        is_told = self._names_act(told, case) or (stage in _UNDECIDED and _FOR_DOING.search(told.text))
        if (alleged and not proved) or not is_told:
            return f"its stage is: {stage}" if proved and stage != "found" else ""
        return "" if stage == "found" else f"it is told as done, but its stage is: {stage}"

    def _did(self, told: Told) -> bool:
        """The incident tells an act in its own words, not one that it takes over."""
        return any(self.traits[seen.variable] == ACT for seen in told.categories)

    def _did_and_was_suspended(self, told: Told) -> bool:
        """ "A clerk took coins and was suspended": told as done, unless other words say that it is alleged."""
        found = _SUSPENDED.search(told.text)
        if found is None or is_alleged(_SUSPENDED.sub("", told.full)):
            return False
        ends = [seen.end - told.start for seen in told.categories if self.traits[seen.variable] == ACT]
        return any(end <= found.start() for end in ends)

    def _tells_found(self, told: Told) -> bool:
        """A category of the stage that says it was found."""
        return any(
            PROVED.search(self.lexicon.variable(found.variable).category(id).label)
            for found in told.categories
            if self.traits[found.variable] == STAGE
            for id in found.categories
        )

    def _names_act(self, told: Told, case: Observation) -> bool:
        """The sentence says what the person did, not only how it ended."""
        if any(self.traits[found.variable] == ACT for found in told.every):
            return True
        said = frozenset(stems(told.text))
        acts = [case.where[name].phrase for name in self.acts(case)]
        return any(len(frozenset(stems(act)) & said) >= 2 for act in acts if act)


def _of_two_times(told: Told, one: Sentence) -> bool:
    """Two dates in its words of which neither lies in the other: "was sacked in 2009 and, a year later, …"."""
    own = [(when.first, when.last) for when in one.whens if told.start <= when.start < told.end]
    days = sorted((first, last) for first, last in own if first is not None and last is not None)
    return any(last < first for (_, last), (first, _) in itertools.pairwise(days))


def _no_case(told: Told) -> Verdict:
    of_body = "no case of this body is listed in its reply"
    why = of_body if told.bodies else "no case is listed in the replies"
    return Verdict("no data", "incident", why=why, body=told.bodies[0] if told.bodies else "")


def _is_only_alleged(text: str) -> bool:
    """ "Accused of …, the allegation not having been upheld": "who did …, …" tells it as done for all that."""
    found = NOT_YET_FOUND.search(text)
    return found is not None and is_alleged(text[: max(0, text.rfind(",", 0, found.start()))])
