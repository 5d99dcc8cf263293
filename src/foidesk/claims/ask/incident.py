"""Accusations: each incident told is one case of a reply; body, role, act, sanction and stage must agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foidesk.model import Observation, OneOf, Variable

from ..verdict import Verdict
from .lexicon import CategorySeen, Lexicon
from .sentence import Sentence
from .stems import stems

_ALLEGED = re.compile(
    r"\b(?:accus(?:ed|ation|ations)|alleg(?:ed|edly|ation|ations|es)|suspected|claims? (?:of|"
    r"that)|investigated (?:for|over|after)|under investigation|"
    r"being investigated|facing|faced (?:an?|claims)|case against|cleared of|over claims|charged "
    r"with|inquiry into|investigation into|reported for|denied|denies)\b",
    re.IGNORECASE,
)
_PROVED = re.compile(r"\b(?:proved|proven|found to have|found guilty|admitted|upheld|was found)\b", re.IGNORECASE)
_PUNISHED = re.compile(r"\b(?:disciplined|punished|penalised|sanctioned|reprimanded)\b", re.IGNORECASE)
_OPEN_ROW = re.compile(
    r"\b(?:under investigation|live|ongoing|on-going|pending|not (?:yet )?(?:concluded|complete)|investigation)\b",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(
    (
        r"\b(?:not (?:proven|proved|upheld|found|substantiated)|unproven|unsubstantiated|no case to "
        r"answer|unfounded|no further action|nfa|cleared|dismissed complaint)\b"
    ),
    re.IGNORECASE,
)
_FOUND = re.compile(r"\b(?:proven|proved|upheld|found|substantiated|admitted)\b", re.IGNORECASE)
_FOUND_ROW = re.compile(r"\b(?:proven|proved|upheld|substantiated|admitted)\b", re.IGNORECASE)
"""In a row without a column of the stage "found" alone tells too little."""
_LIVE_ROW = re.compile(r"\b(?:live|ongoing|on-going|pending|under investigation)\b", re.IGNORECASE)
_ALLEGED_ROW = re.compile(r"\b(?:alleged|allegation not|accused)\b", re.IGNORECASE)
_SELF = re.compile(r"\b(?:resign|retir|quit|left)", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:an?|one|the|another)\s+(?:[\w-]+\s+){0,3}$|['’]s?\s+$|\b(?:[A-Z]\w+|\d\d)\s+$", re.IGNORECASE
)
"""Before a role of one person: "a former senior", "Exampleton's", a name or a year."""
_OBJECT = re.compile(r"\b\w+ing\s+(?:an?|the|another)\s+$", re.IGNORECASE)
"""Before somebody to whom it was done: "for insulting a PCSO"."""
_OF_ACT = re.compile(r"\b(?:for|over|accused of|after|who)\b")
"""Before what somebody did."""
_OVER = re.compile(r"\bover (?:an?|the|some|his|her|their|\w+s)\b")
_FOR = re.compile(r"\b(?:for|who|by|after)\b")
ROLES = ("role", "stage")


@dataclass(frozen=True, slots=True)
class Told:
    """An incident in characters `start` to `end` of a sentence, with the bodies it may be at."""

    start: int
    end: int
    text: str
    bodies: tuple[str, ...]
    categories: tuple[CategorySeen, ...]


def incidents(
    one: Sentence, lexicon: Lexicon, cases: tuple[Observation, ...], topic: tuple[str, ...]
) -> Iterator[Told]:
    """The incidents that a sentence tells: a person in a role, and an act or what became of it."""
    used = frozenset(name for case in cases for name in case.where)
    seen = [found for found in one.categories if found.variable in used]
    people = [found for found in seen if _is_person(found, one, lexicon)]
    if not people:
        return
    starts = [0] + [_clause_start(one.plain, found.start) for found in people[1:]]
    ends = [*starts[1:], len(one.plain)]
    last = topic
    for start, end in zip(starts, ends, strict=True):
        inside = tuple(found for found in seen if start <= found.start < end)
        bodies = tuple(dict.fromkeys(body.body for body in one.bodies if start <= body.start < end)) or last
        last = bodies
        if len({found.variable for found in inside}) > 1:
            stop = start + len(one.plain[start:end].rstrip(" .,;"))
            begin = start + len(one.plain[start:stop]) - len(one.plain[start:stop].lstrip(" ,;"))
            yield Told(begin, stop, one.text[begin:stop], bodies, inside)


def _clause_start(text: str, at: int) -> int:
    cuts = [found.start() for found in re.finditer(r",?\s+and\s|[,;]\s", text[:at])]
    return cuts[-1] if cuts else 0


def _is_person(found: CategorySeen, one: Sentence, lexicon: Lexicon) -> bool:
    """A role in the singular: "a constable", "Exampleton's depot manager"."""
    if found.variable not in _person_variables(lexicon):
        return False
    if _OBJECT.search(one.plain[max(0, found.start - 40) : found.start]):
        return False
    word = found.text.split()[-1].lower()
    if word.endswith("s") and not word.endswith("ss"):
        return False
    return bool(_PERSON.search(one.plain[max(0, found.start - 40) : found.start])) or found.start == 0


def _person_variables(lexicon: Lexicon) -> frozenset[str]:
    named = {"role", "rank", "post", "position", "job", "grad", "person", "employe", "occup"}
    found = set()
    for variable in lexicon.definition.codebook.variables:
        words = frozenset(word for name in (variable.id, variable.label, *variable.names) for word in stems(name))
        if words & named:
            found.add(variable.id)
    return frozenset(found)


def judge(told: Told, lexicon: Lexicon, cases: tuple[Observation, ...]) -> Verdict:
    """The verdict on an incident: a case of the body agrees in all, or the nearest says where it does not."""
    rows = [case for case in cases if case.body in told.bodies] if told.bodies else list(cases)
    if not rows:
        why = "no case of this body is listed in its reply" if told.bodies else "no case is listed in the replies"
        return Verdict("no data", "incident", why=why, body=told.bodies[0] if told.bodies else "")
    judged = sorted(
        ((_wrong(told, case, lexicon), case) for case in rows),
        key=lambda pair: (len(pair[0]), -_nearness(told, pair[1])),
    )
    wrong, case = judged[0]
    said = f"{lexicon.definition.body(case.body).name}: {row_words(case)}"
    if wrong:
        return Verdict(
            "contradicted",
            "incident",
            said,
            "no case agrees; the nearest: " + "; ".join(wrong),
            part=case.id,
            body=case.body,
        )
    why = (
        "a case of the reply agrees in body, role, act, sanction and stage; whether it is told "
        "fairly, a person judges"
    )
    return Verdict("supported", "incident", said, why, part=case.id, body=case.body)


def _nearness(told: Told, case: Observation) -> int:
    return len(frozenset(stems(told.text)) & frozenset(stems(row_words(case))))


def row_words(case: Observation) -> str:
    """The words of the case as the reply gives them."""
    if "row" in case.places:
        return case.places["row"].quote
    quotes = (place.quote for name, place in case.places.items() if name.startswith("where:"))
    return " · ".join(dict.fromkeys(quote for quote in quotes if quote)) or "a case"


def _wrong(told: Told, case: Observation, lexicon: Lexicon) -> list[str]:
    """What does not agree, one sentence each."""
    wrong = []
    acts = _acts(lexicon, case)
    for name in dict.fromkeys(found.variable for found in told.categories):
        if name in acts or name == "stage":
            continue
        given = case.where.get(name)
        mine = tuple(id for found in told.categories if found.variable == name for id in found.categories)
        if not isinstance(given, OneOf) or not given.categories:
            if name in case.where or name not in _person_variables(lexicon):
                wrong.append(f"it does not say {name}")
            continue
        variable = lexicon.variable(name)
        if not _within(variable, mine, given.categories):
            wrong.append(f"{variable.label.lower()} is {_labels(variable, given)}")
    if act := _other_act(told, case, lexicon, acts):
        wrong.append(act)
    if stage := _other_stage(told, case):
        wrong.append(stage)
    return wrong


def _acts(lexicon: Lexicon, case: Observation) -> frozenset[str]:
    """The variables that tell what was done: neither the person, nor the sanction, nor the stage."""
    named = {"natur", "alleg", "act", "offenc", "breach", "conduct", "what", "typ"}
    found = set()
    for name in case.where:
        variable = lexicon.variable(name)
        words = frozenset(
            word for label in (variable.id, variable.label, *variable.names[:4]) for word in stems(label)
        )
        if words & named and not words & {"outcom", "sanct", "result", "rol", "rank"}:
            found.add(name)
    return frozenset(found)


def _within(variable: Variable, told: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Every category that the row allows lies in those that the sentence names."""
    allowed = frozenset().union(*(variable.leaves(id) for id in told))
    return all(variable.leaves(id) <= allowed or id in allowed for id in given)


def _among(variable: Variable, told: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Of a case that is several things at once, the sentence may tell one."""
    return any(variable.leaves(id) & variable.leaves(other) for id in told for other in given)


def _labels(variable: Variable, said: OneOf) -> str:
    labels = {category.id: category.label for category in variable.categories}
    return " or ".join(labels.get(id, id) for id in said.categories)


def _other_act(told: Told, case: Observation, lexicon: Lexicon, acts: frozenset[str]) -> str:
    """The act in other words than the row's: by category, and by the words that tell two of one category apart."""
    for name in acts:
        given = case.where.get(name)
        if given is None or not given.phrase:
            continue
        row = frozenset(stems(given.phrase))
        said = frozenset(stems(told.text))
        named = [found for found in told.categories if found.variable == name]
        shared = len(row & said) / max(1, len(row))
        if not named:
            return "" if shared >= 0.6 or not _tells_act(told) else f"what it tells of is “{given.phrase}”"
        variable = lexicon.variable(name)
        fits = _within if isinstance(given, OneOf) else _among
        if not any(fits(variable, found.categories, given.categories) for found in named) and shared < 0.99:
            return f"what it tells of is “{given.phrase}”"
        if shared >= 0.6 or all(frozenset(stems(found.text)) <= row for found in named):
            return ""
        return f"what it tells of is “{given.phrase}”"
    return ""


def _tells_act(told: Told) -> bool:
    """True if the sentence has words after "for", "over", "accused of" that no category takes."""
    return bool(_OF_ACT.search(told.text))


def _other_stage(told: Told, case: Observation) -> str:
    """A verb stronger than the stage: told as done where the row has it alleged, open or not found."""
    stage = stage_of(case)
    proved = bool(_PROVED.search(told.text)) or any(
        found.variable == "stage" and "found" in found.categories for found in told.categories
    )
    if _PUNISHED.search(told.text) and stage != "found":
        return f"its stage is: {stage}"
    alleged = (bool(_ALLEGED.search(told.text)) or _only_over(told)) and not proved
    if alleged or not _names_act(told, case):
        if proved and stage != "found":
            return f"its stage is: {stage}"
        return ""
    return "" if stage == "found" else f"it is told as done, but its stage is: {stage}"


def _only_over(told: Told) -> bool:
    """ "Resigned over a racist joke" tells the matter, not that it was done; "for falsifying", "who sent" do."""
    return bool(_OVER.search(told.text)) and not _FOR.search(told.text)


def _names_act(told: Told, case: Observation) -> bool:
    """The sentence says what the person did, not only how it ended."""
    if any(found.variable not in ROLES and not _is_sanction(found) for found in told.categories):
        return True
    acts = [said.phrase for name, said in case.where.items() if name not in ROLES and name != "outcome"]
    said = frozenset(stems(told.text))
    return any(len(frozenset(stems(act)) & said) >= 2 for act in acts if act)


def _is_sanction(found: CategorySeen) -> bool:
    return found.variable in ("outcome", "sanction", "result")


def stage_of(case: Observation) -> str:
    """ "found", "not found", "open", "alleged" or "not stated": by the row's stage, words or sanction."""
    for text in (case.stage, _stage_words(case)):
        if text:
            return _stage(text)
    said = row_words(case)
    if _NOT_FOUND.search(said):
        return "not found"
    if _FOUND_ROW.search(said):
        return "found"
    if _LIVE_ROW.search(said):
        return "open"
    if _ALLEGED_ROW.search(said):
        return "alleged"
    outcome = case.where.get("outcome")
    words = outcome.phrase if outcome is not None else said
    return "not stated" if _SELF.search(words) or not words else "found"


def _stage_words(case: Observation) -> str:
    stage = case.where.get("stage")
    return stage.phrase or " ".join(stage.categories) if stage is not None else ""


def _stage(text: str) -> str:
    if _NOT_FOUND.search(text) or "not-found" in text:
        return "not found"
    if _OPEN_ROW.search(text):
        return "open"
    if re.search(r"\balleg", text, re.IGNORECASE):
        return "alleged"
    return "found" if _FOUND.search(text) else "not stated"
