"""The verdict on an incident: one case of a reply must agree in body, role, act, sanction, stage and date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from foidesk.model import Observation, OneOf, Variable
from foidesk.words.figures import When
from foidesk.words.meaning import near

from ..verdict import Verdict
from .alike import sense
from .cut.supplements import CHANGES
from .harmless import ADVERBS, COLOUR, LITTLE, NEGATIONS, TELLING, stems_of
from .incident import Told
from .incident_dates import settles
from .lexicon import CategorySeen, Lexicon
from .more_than_row import TELLS, more_than_row, row_tells
from .procedure import borne_out, clashes, unborne
from .sentence import Sentence
from .stages import (
    ACQUITTED,
    NOT_MADE_OUT,
    NOT_YET_FOUND,
    PROVED,
    PUNISHED,
    is_alleged,
    is_told_open,
    says_done,
    stage_of,
)
from .stems import stems, tokens
from .traits import ACT, OTHER, PERSON, SANCTION, STAGE, traits

_HARMLESS = stems_of(
    LITTLE,
    COLOUR,
    ADVERBS,
    TELLING,
    """somebody someone anybody anyone afterwards emerged emerge emerges earned earning earns cost costs guilty
    offence offended offender probe probed suspected suspicion elsewhere disciplinary duly""",
)
_DISCLOSED = re.compile(
    r"\b(?:disclosed|revealed|confirmed|said|says|reveals|discloses|confirms)\s(?:in its reply\s)?that\b",
    re.IGNORECASE,
)
"""Who says so, ahead of what is told."""
_CLEARED = re.compile(r"\b(?:cleared|exonerated|acquitted)\b", re.IGNORECASE)
_GRAVE = frozenset(("cleared", "charged", "convicted"))
"""Words of an end whose stems are harmless: "those cleared" is not "it is clear"."""
_TURNS = re.compile(
    r"\bor (?:a )?(?:more senior|above)(?: officer| rank)?\b|\b(?:got|gets|let) (?:off|away) with\b|"
    r"\b(?:over|amid|following|after|facing|denied|denies) (?:the\s)?(?:claims?|allegations?|accusations?|"
    r"suspicions?) (?:that|of|about)\b|"
    r"\b(?:said|believed|thought|understood|reported|supposed) to have\b|\bbeing (?:probed|looked into)\b|"
    r"\b(?:dat|go)(?:es|e|ed|ing)? back to\b|\bwent back to\b",
    re.IGNORECASE,
)
"""Turns of phrase that are looked at as rank, sanction or stage, not word by word."""
_WITH_SANCTION = re.compile(
    r"\swith\s(?:just\s|only\s|a\s|an\s|mere\s)*(?:\w+\s){0,2}(?:warning|advice|guidance|telling|reprimand|words|caution|fine)\b"
)
"""Behind "let off": with what, which is the sanction."""
_THE_SAME = re.compile(
    r"\b(?:of|did|done|do|does|for|doing|in) the same\b(?!\s\w)|\bthe same (?:way|thing)\b", re.IGNORECASE
)
"""What was done is told before; where nothing was carried over, nobody knows what it was."""
_OF_SAME = re.compile(
    r"\bthe same(?: (?:reason|offence|thing|way|act|charge|allegation|outcome|sanction))?\b", re.IGNORECASE
)
"""What was taken over from the incident before."""
_NEAR = 0.5
"""How near in meaning a word must lie to one of the row's own, to be borne out by it."""
_OF_ACT = re.compile(r"\b(?:for|over|accused of|after|who)\b")
"""Before what somebody did."""
_SHARED = "what became of the one before may be told of this one too; a person says"
FAIRLY = (
    "a case of the reply agrees in body, role, act, sanction and stage; whether it is told fairly, a person judges"
)


@dataclass
class Cases:
    """The cases of the replies, against which incidents are held."""

    lexicon: Lexicon
    cases: tuple[Observation, ...]

    @cached_property
    def traits(self) -> dict[str, str]:
        return traits(self.lexicon.definition)

    @cached_property
    def _told_in_rows(self) -> frozenset[tuple[str, ...]]:
        """How the rows tell what was done."""
        return frozenset(stems(case.where[name].phrase) for case in self.cases for name in self._acts(case))

    def judge(self, told: Told, one: Sentence) -> Verdict:
        """A case of the body agrees in all, or the nearest says where it does not; a person says what is open."""
        found = self._compared(told, one)
        why = told.open or (_SHARED if told.gap == "unsure" and found.verdict != "supported" else "")
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
        wrong, case = min(judged, key=lambda pair: (len(pair[0]), -_nearness(told, pair[1])))
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
        lefts = [(self._left(told, row, one, whens), row) for row in agreeing]
        left, case = min(lefts, key=lambda pair: (len(pair[0]), -_nearness(told, pair[1])))
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
        agree = [case for case in fits if not _other_date(case, whens)]
        found = self._verdict_of((agree or fits)[0])
        if not agree:
            why = f"the case that it tells of has another date: {_other_date(fits[0], whens)}"
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
            case for case in rows if not (self._wrong(told, case, own) or self._left(told, case, one, own))
        ] or rows

    def _verdict_of(self, case: Observation) -> Verdict:
        said = f"{self.lexicon.definition.body(case.body).name}: {row_words(case)}"
        return Verdict("supported", "incident", said, FAIRLY, part=case.id, body=case.body)

    def _agrees_on_date(self, case: Observation, told: Told, one: Sentence, whens: tuple[When, ...]) -> bool:
        """True unless the only date of the sentence stands with the incident before, and is not the case's."""
        if whens or told.after is None:
            return True
        start, end = told.after
        return not _other_date(case, tuple(when for when in one.whens if start <= when.start < end))

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
            if told.bodies and self._names_act(told, case) and not self._left(told, case, one, whens):
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
                _other_date(case, whens),
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
            if _within(variable, mine, given.categories)
            else [f"{variable.label.lower()} is {_labels(variable, given)}"]
        )

    def _acts(self, case: Observation) -> list[str]:
        return [name for name in case.where if self.traits.get(name) == ACT]

    def _other_act(self, told: Told, case: Observation) -> str:
        """The act in other words than the row's: by category, and by words that tell two of one category apart."""
        acts = [name for name in self._acts(case) if case.where[name].phrase]
        named = [name for name in acts if any(found.variable == name for found in told.every)]
        for name in named:
            if not self._fits_act(name, told, case):
                return f"what it tells of is “{case.where[name].phrase}”"
        if named or not acts or not _OF_ACT.search(told.text):
            return ""
        own = _senses(row_words(case)).union(*(_senses(case.where[name].phrase) for name in acts))
        wanted = frozenset(map(sense, frozenset(stems(_OF_ACT.split(told.text)[-1])) - _HARMLESS))
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
            given.categories and not kinds & frozenset(given.categories) and wanted <= _senses(given.phrase)
            for given in rows
        )

    def _fits_act(self, name: str, told: Told, case: Observation) -> bool:
        """One kind that is told is the row's; which of that kind, the account of words says."""
        given, variable = case.where[name], self.lexicon.variable(name)
        named = [found for found in told.every if found.variable == name]
        fits = _within if isinstance(given, OneOf) else _among
        if any(fits(variable, found.categories, given.categories) for found in named):
            return True
        return not given.categories or _shared(given.phrase, frozenset(stems(told.text))) >= 0.99

    def _other_stage(self, told: Told, case: Observation) -> str:
        """A verb stronger than the stage: told as done where the row has it alleged, open or not found."""
        stage = self.stage(case)
        text = told.full
        if NOT_MADE_OUT.search(text) or ACQUITTED.search(text) or _is_only_alleged(text):
            return "" if stage == "not found" else f"its stage is: {stage}"
        if is_told_open(text) and stage in ("found", "not found"):
            return f"it is told as still open, but its stage is: {stage}"
        proved = bool(PROVED.search(text)) or self._tells_found(told)
        if PUNISHED.search(text) and stage != "found":
            return f"its stage is: {stage}"
        if (is_alleged(text) and not proved and not says_done(text)) or not self._names_act(told, case):
            return f"its stage is: {stage}" if proved and stage != "found" else ""
        return "" if stage == "found" else f"it is told as done, but its stage is: {stage}"

    def _tells_found(self, told: Told) -> bool:
        """A category of the stage that says it was found."""
        return any(
            PROVED.search(self.lexicon.variable(found.variable).category(id).label)
            for found in told.categories
            if self.traits[found.variable] == STAGE
            for id in found.categories
        )

    def stage(self, case: Observation) -> str:
        """The stage of the case, by its row."""
        own = next((case.where[name] for name in case.where if self.traits.get(name) == STAGE), None)
        words = (own.phrase or " ".join(own.categories)) if own is not None else ""
        return stage_of(case.stage or words, self._sanction(case), row_words(case))

    def _sanction(self, case: Observation) -> str:
        """How it ended, in the words of its row."""
        found = next((case.where[name] for name in case.where if self.traits.get(name) == SANCTION), None)
        return found.phrase if found is not None else ""

    def _names_act(self, told: Told, case: Observation) -> bool:
        """The sentence says what the person did, not only how it ended."""
        if any(self.traits[found.variable] == ACT for found in told.every):
            return True
        said = frozenset(stems(told.text))
        acts = [case.where[name].phrase for name in self._acts(case)]
        return any(len(frozenset(stems(act)) & said) >= 2 for act in acts if act)

    # --- the account of words ---

    def _left(self, told: Told, case: Observation, one: Sentence, whens: tuple[When, ...]) -> str:
        """The first word of the incident that its row does not bear out; "" if all are accounted for."""
        stage, words = self.stage(case), row_words(case)
        other = self._told_besides(told, case) or unborne(told.full, words, stage)
        roles = tuple(seen.text for seen in told.categories if self.traits[seen.variable] == PERSON)
        acts = " ".join(case.where[name].phrase for name in self._acts(case))
        other = other or more_than_row(one.plain[told.start : told.end], words, acts, roles, stage)
        if not other and case.period is not None:
            other = next((when.text for when in whens if not settles(case, when) and when.text not in words), "")
        if other := other or (told.ends_like if not told.carried else ""):
            return other
        if not told.carried and (same := _THE_SAME.search(told.text)):
            return same[0]
        row = self._words_of(case)
        spans = self._borne_out(told, case, one, whens)
        turns = (_TURNS, _DISCLOSED, *borne_out(stage, self._sanction(case), told.text))
        turns += (NOT_MADE_OUT, NOT_YET_FOUND, _CLEARED) if stage == "not found" else ()
        text = one.plain
        turns += (_OF_SAME,) if told.carried else ()
        for turn in turns:
            text = turn.sub(lambda one: " " * len(one[0]), text)
        free = [*spans, *one.asides]
        for token in tokens(text[told.start : told.end]):
            at, end = told.start + token.start, told.start + token.end
            if any(first <= at < last for first, last in free) or _is_label(text, at, end):
                continue
            if text[at:end].lower() == "only" and self._is_before_sanction(told, end):
                continue
            behind = re.match(r"\s+(\w+)", text[end:])
            if not self._says(text[at:end], case, row, behind[1] if behind else "", bool(told.carried)):
                return text[at:end]
        return next((word for word in told.led if not self._says(word, case, row, "", True)), "")

    def _is_before_sanction(self, told: Told, at: int) -> bool:
        """ "Only a warning" says no more than the warning."""
        return any(0 < seen.start - at < 5 for seen in told.categories if self.traits[seen.variable] == SANCTION)

    def _words_of(self, case: Observation) -> frozenset[str]:
        """The senses of the words that the row says, and of its labels."""
        row = frozenset(stems(row_words(case))).union(*(stems(said.phrase) for said in case.where.values()))
        return frozenset(map(sense, row | self._labels_of(case)))

    def _says(self, word: str, case: Observation, row: frozenset[str], behind: str, carried: bool) -> bool:
        """True if the row says the word, or it tells nothing; a "not" only with the word `behind` it."""
        raw = word.lower().strip("'’")
        if raw in TELLS:
            return row_tells(raw, row_words(case), self.stage(case))
        if raw in NEGATIONS:
            return f"{raw} {behind}".lower().strip() in row_words(case).lower() and bool(behind)
        for token in tokens(word):
            if not any(map(str.isalnum, token.word)):
                continue
            names = {raw, token.word, token.stem, sense(token.stem)} if raw not in _GRAVE else {raw}
            is_known = token.stem in self.lexicon.subject_words or self.lexicon.body_nouns.fullmatch(raw)
            near = not carried and _is_near(raw, _words(row_words(case)))
            if not (names & (row | _HARMLESS) or is_known or near):
                return False
        return True

    def _borne_out(
        self, told: Told, case: Observation, one: Sentence, whens: tuple[When, ...]
    ) -> list[tuple[int, int]]:
        """The places of kinds, bodies and dates that were compared with the row already."""
        kinds = [
            seen
            for seen in told.categories
            if self.traits[seen.variable] != ACT or self._is_all_of_row(seen, case)
        ]
        dates = tuple(when for when in whens if settles(case, when))
        return [(seen.start, seen.end) for many in (kinds, one.bodies, dates) for seen in many]

    def _is_all_of_row(self, seen: CategorySeen, case: Observation) -> bool:
        """Row and sentence both tell the act in words of the codebook: neither says more than the other.

        Words that the codebook has from another row ("friend request to a victim") tell of that one.
        """
        given = case.where.get(seen.variable)
        if given is None or len(given.categories) != 1 or tuple(given.categories) != seen.categories:
            return False
        own = {stems(words) for words in _names(self.lexicon.variable(seen.variable), given.categories[0])}
        told = stems(seen.text)
        if told != stems(given.phrase) and told in self._told_in_rows:
            return False
        return stems(given.phrase) in own and told in own

    def _told_besides(self, told: Told, case: Observation) -> str:
        """ "Resigned" beside another word that fits: a category that is neither the row's nor in its words."""
        said = row_words(case).lower()
        for found in told.categories:
            given = case.where.get(found.variable)
            if self.traits[found.variable] not in (PERSON, SANCTION) or given is None or not given.categories:
                continue
            fits = _among(self.lexicon.variable(found.variable), found.categories, given.categories)
            if _WITH_SANCTION.match(told.text, max(0, found.end - told.start)):
                continue
            if not fits and found.text.lower() not in said:
                return found.text
        return ""

    def _labels_of(self, case: Observation) -> frozenset[str]:
        """The words of the categories that the row has, and of what the variables are called."""
        found: set[str] = set()
        for name, said in case.where.items():
            variable = self.lexicon.variable(name)
            found.update(stems(variable.label), stems(name))
            for id in said.categories:
                names = _names(variable, id)
                found.update(*(stems(words) for words in (names[:1] if self.traits[name] == ACT else names)))
        return frozenset(found)


def _no_case(told: Told) -> Verdict:
    of_body = "no case of this body is listed in its reply"
    why = of_body if told.bodies else "no case is listed in the replies"
    return Verdict("no data", "incident", why=why, body=told.bodies[0] if told.bodies else "")


def _is_only_alleged(text: str) -> bool:
    """ "Accused of …, the allegation not having been upheld": "who did …, …" tells it as done for all that."""
    found = NOT_YET_FOUND.search(text)
    return found is not None and is_alleged(text[: max(0, text.rfind(",", 0, found.start()))])


def _is_label(text: str, start: int, end: int) -> bool:
    """ "POSER: a constable …": a word in capitals at the head."""
    word = text[start:end]
    return (
        word.isupper() and len(word) > 2 and not text[:start].strip(" “‘\"'(-–—•") and text[end : end + 1] in ":!"
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in re.findall(r"[a-z]+", text.lower()) if len(word) > 3))


def _is_near(word: str, own: tuple[str, ...]) -> bool:
    """The word lies near in meaning to one of the row's: "sale" where the row says that it was sold."""
    return word not in CHANGES and len(word) > 3 and any(near(word, other) >= _NEAR for other in own)


def _other_date(case: Observation, whens: tuple[When, ...]) -> str:
    """A date of the sentence that the row's own leaves out."""
    period = case.period
    for when in whens:
        if period is None or when.first is None or when.last is None:
            continue
        if when.last < period.start or when.first >= period.end:
            return f"it is of {period.label or period.start.year}"
    return ""


def _senses(text: str) -> frozenset[str]:
    return frozenset(map(sense, stems(text)))


def _shared(phrase: str, said: frozenset[str]) -> float:
    """The part of a row's words that a sentence says."""
    row = frozenset(stems(phrase))
    return len(row & said) / max(1, len(row))


def _names(variable: Variable, id: str) -> tuple[str, ...]:
    """The codebook's own words for a category."""
    category = next((one for one in variable.categories if one.id == id), None)
    return (category.label, *category.synonyms) if category is not None else ()


def _nearness(told: Told, case: Observation) -> int:
    return len(frozenset(stems(told.text)) & frozenset(stems(row_words(case))))


def row_words(case: Observation) -> str:
    """The words of the case as the reply gives them."""
    if "row" in case.places:
        return case.places["row"].quote
    quotes = (place.quote for name, place in case.places.items() if name.startswith("where:"))
    return " · ".join(dict.fromkeys(quote for quote in quotes if quote)) or "a case"


def _within(variable: Variable, told: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Every category that the row allows lies in those that the sentence names."""
    allowed = frozenset[str]().union(*(variable.leaves(id) for id in told))
    return all(variable.leaves(id) <= allowed or id in allowed for id in given)


def _among(variable: Variable, told: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Of a case that is several things at once, the sentence may tell one."""
    return any(variable.leaves(id) & variable.leaves(other) for id in told for other in given)


def _labels(variable: Variable, said: OneOf) -> str:
    labels = {category.id: category.label for category in variable.categories}
    return " or ".join(labels.get(id, id) for id in said.categories)
