"""Accusations: each incident told, a person and an act or what became of it, with the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from foidesk.model import Observation
from foidesk.words.figures import When

from .lexicon import Lexicon
from .listed import Lead, lead, of_item
from .seen import CategorySeen
from .sentence import Sentence
from .shared_end import ends_for_both, sharing_end
from .traits import ACT, PERSON, SANCTION, STAGE, traits

_PERSON = re.compile(
    r"\b(?:an?|one|the|another|its|their)\s+(?:[\w-]+\s+){0,3}$|['’]s?\s+$|\b(?:[A-Z]\w+|\d\d)\s+$|"
    r"\bone of (?:its|the|their)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
"""Before a role of one person: "a former senior", "Exampleton's", a name or a year, "one of its"."""
_JOIN = re.compile(r"[ ,;]*(?:(?:and|but|while|whereas)\s+)?", re.IGNORECASE)
"""What ties an incident to the one before, and is no part of it."""
_SOMEBODY = re.compile(
    r"\b(?:an?|another|one|the)\s(?:former\s|senior\s|junior\s|serving\s)?(?:employee|worker|individual|person|man|"
    r"woman|colleague|someone|workmate|staffer|bobby|copper|cop|"
    r"member of (?:its |the )?(?:staff|personnel|workforce))\b",
    re.IGNORECASE,
)
"""Somebody whose role is not told in the survey's words: "an employee"."""
_OPENS = re.compile(r";\s(?:and\s|while\s|but\s)?$|,\s(?:and|while|but)\s$")
"""At the start of the incident of somebody with whom a new clause begins: "…; a colleague got a warning"."""
_ONE_OF = re.compile(r"\bone of (?:its|the|their|[\w ]+['’]s?)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
"""Before the role in the plural, of which one is told."""
_OBJECT = re.compile(
    r"\b(?!includ|investigat|disciplin|dismiss|sack|suspend|demot|fir|prob|accus)\w+ing\s+(?:an?|the|another)\s+$",
    re.IGNORECASE,
)
"""Before somebody to whom it was done: "for insulting a PCSO"."""
_TOWARDS = re.compile(r"\b(?:to|towards?|about|at|against)\s+(?:an?|the|another)\s+$", re.IGNORECASE)
"""Before somebody to whom or of whom it was said: "a message to a PCSO"."""
_STAND_IN = re.compile(
    r"(?:^\W*|[,;.]\s|\s(?:and|while|but)\s)(?P<who>(?:the (?:one|other)|another|a (?:second|third)|"
    r"the (?:first|second|third|"
    r"latter|former)|"
    r"one)\b,?)\s(?:at|from|in|of|was|were|is|has|had|got|received|resigned|retired|quit|left|lost|faced|remains?|"
    r"escaped|kept|admitted)\b",
    re.IGNORECASE,
)
"""Somebody like the one told before: "another, at Exampleton, resigned"."""
_SAME = re.compile(
    r"\bthe same(?: (?:acts?|offences?|things?|reasons?|charges?|allegations?|accusations?|conduct|misconduct|"
    r"behaviour|lapses?|claims?|complaints?)\b|(?=\W|$)(?! [\w’'-]))|\b(?:a similar|such an?|that offence)\b",
    re.IGNORECASE,
)
"""Of the same act as told before: "accused of the same"; "at the same force" tells no act."""
_SAME_END = re.compile(
    r"\b(?:went|gone|go|goes) the same way\b|\bthe same (?:fate|end|punishment|penalty|sanction|outcome|result)\b",
    re.IGNORECASE,
)
"""It ended as with the one told before: "went the same way"."""
_SAME_ROLE = re.compile(r"\bin the same (?:job|role|post|rank|position|grade)\b", re.IGNORECASE)
"""Of the role of the one told before: "a colleague in the same job"."""
_OF_MANY = re.compile(
    r"(?:one|another|the other|a (?:second|third)) of (?:them|whom|these|those)\b", re.IGNORECASE
)
"""One of several told before."""
_INTRO = re.compile(
    r"\s*(?:in|of) (?:one|another|the other|a (?:second|third))(?: of (?:them|these|those))?(?: cases?)?,?\s",
    re.IGNORECASE,
)
"""In front of an incident of the body spoken of: "In one of them"."""
_WHERE = re.compile(r",\s(?:where|there)\s")
"""Behind the clause that only says where: "Rank was no shield at Exampleton, where one inspector …"."""
_NEXT = re.compile(r"[,;]?\s+(?:and )?in (?:another|the other|a (?:second|third))(?: case)?,?\s*$", re.IGNORECASE)
"""At the end of one incident, what introduces the next."""
_ATTRIBUTED = re.compile(
    r",\s(?:it (?:can|has|was|emerged|is)\b|we can\b|(?:according to|as)\s|"
    r"(?:the|its|their|our|this|papers|figures|documents|records|files|data|replies)\b(?=[^,;]{0,60}\b(?:says?|said|"
    r"shows?|showed|reveal\w*|admit\w*|disclos\w+|confirm\w*|stress\w*|records?|found|learnt|learned|told)\b))"
    r"[^,;]{0,70}$|"
    r",\s(?:the\s(?:city\s|county\s|borough\s|district\s|town\s)?|[A-Z][\w’'-]+\s(?:[A-Z][\w’'-]+\s){0,4})"
    r"(?:council|force|board|trust|service|authority|body|agency|department|borough)?\s?(?:has\s|have\s)?"
    r"(?:said|says|reveal(?:s|ed)|disclose[sd]|confirm(?:s|ed)|confess(?:es|ed))$"
)
"""At the end of an incident, who says so: ", the council has admitted", ", it can be revealed"."""
_AS_DID = re.compile(
    r"[\s,;]*(?:(?:and|but)\s+)?(?:as|so|nor|neither) (?:also )?(?:did|does|do|was|were|had|has|have|is|are)\s+"
    r"(?=an?\b|the\b|one\b|another\b|its\b|[A-Z])"
)
"""Before somebody with whom it ended as with the one told before: "…, as did a constable"."""
_WHICH = re.compile(r"the (?:first|second|latter|former)\b", re.IGNORECASE)
"""Somebody of several told before: which, nothing here can say."""
_SPEAKS = re.compile(
    r"\b(?:said|says|told|added|adds|confirmed|warned|argued|claimed|insisted|explained|declined)\b"
)
"""Behind somebody who tells of it."""
TRAITS = (PERSON, ACT, SANCTION, STAGE)


@dataclass(frozen=True, slots=True)
class Told:
    """An incident in characters `start` to `end` of a sentence, with the bodies it may be at.

    `carried` are what it takes from the incident before: the role of "another", the act of "the same", the end
    of "as did". `ends_like` are those last words; `led` are the words ahead of a list and `lead` all that stands
    there; `said` are the places of who says so behind it; `after` those of an incident before it in its sentence,
    whose date may be its own; `gap` is "sure" or "unsure" where it shares the end of the one before, `open` says
    why a person has to look at it whatever the rows say; `near` are the dates of the accusation in the sentence
    before, which are its own too.
    """

    start: int
    end: int
    text: str
    bodies: tuple[str, ...]
    categories: tuple[CategorySeen, ...]
    carried: tuple[CategorySeen, ...] = ()
    ends_like: str = ""
    led: tuple[str, ...] = ()
    lead: str = ""
    said: tuple[int, int] | None = None
    near: tuple[When, ...] = ()
    after: tuple[int, int] | None = None
    gap: str = ""
    open: str = ""

    @property
    def every(self) -> tuple[CategorySeen, ...]:
        return (*self.categories, *self.carried)

    @property
    def full(self) -> str:
        """Its words with those ahead of its list."""
        return f"{self.lead} {self.text}".strip()

    def is_object(self, seen: CategorySeen) -> bool:
        """True for somebody to whom it was done, behind another: "a clerk was warned for insulting *a driver*"."""
        behind = any(other.variable == seen.variable and other.end <= seen.start for other in self.categories)
        stood_for = seen not in self.carried and any(other.variable == seen.variable for other in self.carried)
        return (behind or stood_for) and self.is_told_of(seen)

    def is_told_of(self, seen: CategorySeen) -> bool:
        """True for somebody behind the words of what was done or said: "for insulting *a driver*"."""
        before = self.text[: max(0, seen.start - self.start)]
        return bool(_OBJECT.search(before) or _TOWARDS.search(before))


def incidents(
    one: Sentence,
    lexicon: Lexicon,
    cases: tuple[Observation, ...],
    topic: tuple[str, ...],
    before: Told | None,
    whole: Sentence | None = None,
) -> Iterator[Told]:
    """The incidents that a sentence tells: a person in a role, and an act or what became of it.

    `topic` are the bodies spoken of, `before` the incident told last, `whole` the sentence with its counts.
    """
    kinds = traits(lexicon.definition)
    used = frozenset(name for case in cases for name in case.where)
    likes = [found.start("who") for found in _STAND_IN.finditer(one.plain)]
    people = _people(one, one.categories, used, kinds)
    starts = _starts(one, people, likes)
    if not starts:
        return
    first, of_all = _lead(whole or one, starts, used, kinds)
    last = _whose(one, starts[0], topic)
    here: Told | None = None
    found: list[Told] = []
    unjudged: list[Told] = []
    for start, end in zip(starts, [*starts[1:], len(one.plain)], strict=True):
        inside = tuple(seen for seen in one.categories if seen.variable in used and start <= seen.start < end)
        told = _told(one, start, end, last, inside)
        last = told.bodies
        told = replace(told, after=(here.start, here.end) if here is not None else None)
        if before is not None:
            told = _taking_over(told, before, one, start, any(start <= at < end for at in likes), kinds)
        told = _led(told, of_item(of_all, one, first, start, inside, kinds))
        told = _of_many(_which(sharing_end(told, here, one, kinds), kinds), whole or one, kinds)
        if _is_incident(told, kinds):
            found.append(told)
            before = here = told
        elif any(kinds[seen.variable] == PERSON for seen in inside) and not _SPEAKS.search(told.text):
            unjudged.append(replace(told, open=_UNKNOWN))
    yield from (*ends_for_both(found, kinds), *(unjudged if found else ()))


_UNKNOWN = "it tells of somebody, and nothing here can say what; a person looks"


def _starts(one: Sentence, people: list[int], likes: list[int]) -> list[int]:
    """Where the incidents begin, whose people, or those who stand for one, are named there."""
    starts = sorted({_clause_start(one.plain, at) for at in people} | set(likes))
    if starts and (starts[0] not in likes or not people):
        starts[0] = _own_start(one.plain, starts[0])
    return starts


def _lead(one: Sentence, starts: list[int], used: frozenset[str], kinds: dict[str, str]) -> tuple[int, Lead]:
    """Where the first person is named, and what the words ahead of a list say of all."""
    first = min(_people(one, one.every_kind, used, kinds) or starts)
    return first, lead(one, first, kinds)


def _led(told: Told, by: Lead) -> Told:
    """The incident with what the words ahead of its list say of it."""
    return replace(told, carried=(*told.carried, *by.kinds), led=by.words, lead=by.text)


def _which(told: Told, kinds: dict[str, str]) -> Told:
    """The incident, left open where it is told of "the first" or "the latter", or "it was" somebody who did it."""
    if found := _WHICH.match(told.text):
        return replace(told, open=f"which of those told before is “{found[0]}”, a person says")
    acts = any(kinds[seen.variable] == ACT for seen in told.categories)
    return replace(told, open=_IT_IS) if _IT_WAS.search(told.text) and not acts else told


def _of_many(told: Told, whole: Sentence, kinds: dict[str, str]) -> Told:
    """The incident, left open where it is of one of those counted before whose role is not that told last."""
    if not _OF_MANY.match(told.text):
        return told
    people = [seen for seen in whole.categories if seen.end <= told.start and kinds.get(seen.variable) == PERSON]
    counted = any(figure.kind == "count" and figure.end <= told.start for figure in whole.figures)
    if any(_is_person(seen, whole) for seen in people) or (counted and not people):
        return replace(told, open="it is one of those counted before it; which case that is, a person says")
    return told


_IT_WAS = re.compile(
    r"\b(?:it|this time it|that)\s(?:was|is|had been|has been)\s(?:\w+\s)?(?:an?|the|another|one)\b", re.IGNORECASE
)
"""Before somebody of whom that is told which was told of the one before: "it was *a clerk* who was accused"."""
_IT_IS = "what it tells of is what was told before it; whether the case is of that, a person says"


def behind_another(told: Told, one: Sentence, bodies: tuple[str, ...], near: tuple[When, ...], act: bool) -> Told:
    """A short accusation in the sentence right behind another: "… A sampler resigned".

    With no body, act or date of its own it is of the body and date of the one before, or a person is asked;
    `bodies` and `near` are these, `act` whether it tells what was done.
    """
    if act or one.bodies or told.open:
        return told
    if len(bodies) != 1:
        return replace(told, open="whose it is the words do not say, and the sentence before names no one body")
    return replace(told, bodies=bodies, near=() if one.whens else near)


def _taking_over(
    told: Told, before: Told, one: Sentence, start: int, stands_in: bool, kinds: dict[str, str]
) -> Told:
    """The incident with what it takes from the one before: its end ("as did"), its role ("another"), its act."""
    if ends_like := _AS_DID.match(one.plain, start):
        ends = tuple(one for one in before.every if kinds[one.variable] in (SANCTION, STAGE))
        return replace(told, carried=ends, ends_like=ends_like[0].strip(" ,;"))
    if stands_in:
        return replace(told, carried=_carried(told, before, kinds))
    carried = _SAME.search(told.text), _SAME_END.search(told.text), _SAME_ROLE.search(told.text)
    wanted = [kind for found, kind in zip(carried, ((ACT,), (SANCTION, STAGE), (PERSON,)), strict=True) if found]
    if not wanted:
        return told
    return replace(told, carried=tuple(one for one in before.every if kinds[one.variable] in sum(wanted, ())))


def _people(
    one: Sentence, named: Iterable[CategorySeen], used: frozenset[str], kinds: dict[str, str]
) -> list[int]:
    """Where somebody is named whose case may be told."""
    roles = (found for found in named if found.variable in used and kinds[found.variable] == PERSON)
    people = [found.start for found in roles if _is_person(found, one)]
    others = [found.start() for found in _SOMEBODY.finditer(one.plain)]
    return [*people, *(at for at in others if not people or _OPENS.search(one.plain[:at]))]


def _bodies(one: Sentence, start: int, end: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(body.body for body in one.bodies if start <= body.start < end))


def _whose(one: Sentence, start: int, topic: tuple[str, ...]) -> tuple[str, ...]:
    """The bodies of the first incident: named ahead of it, as who says so behind, spoken of, or the only one."""
    ahead = tuple(dict.fromkeys(body.body for body in one.bodies if body.end <= start))
    tail = _ATTRIBUTED.search(one.plain.rstrip(" ."))
    source = tuple(dict.fromkeys(body.body for body in one.bodies if tail and body.start >= tail.start()))
    only = tuple(dict.fromkeys(body.body for body in one.bodies))
    return ahead or source or topic or (only if len(only) == 1 else ())


def introduced(one: Sentence, lexicon: Lexicon, before: Told | None) -> Told | None:
    """ "Two inspectors were accused of …": whom "the one at Exampleton" stands for; else who was told before."""
    kinds = traits(lexicon.definition)
    people = [found for found in one.categories if kinds.get(found.variable) == PERSON]
    if not people or any(_is_person(found, one) for found in people):
        return before
    kept = tuple(found for found in one.categories if kinds.get(found.variable) in (PERSON, ACT))
    return Told(0, len(one.plain), one.text, (), kept)


def _is_incident(told: Told, kinds: dict[str, str]) -> bool:
    """Somebody, and what he did or what became of him."""
    given = {kinds[found.variable] for found in told.every}
    if _SOMEBODY.search(told.text):
        given.add(PERSON)
    return PERSON in given and len(given) > 1 and bool(told.categories)


def _carried(told: Told, before: Told, kinds: dict[str, str]) -> tuple[CategorySeen, ...]:
    """The role of the one before; its act only where "the same" says so, or where no act is told."""
    own = {kinds[found.variable] for found in told.categories if not told.is_told_of(found)}
    wanted = {PERSON} | ({ACT} if _SAME.search(told.text) or ACT not in own else set())
    return tuple(one for one in before.every if kinds[one.variable] in wanted - own)


def _told(one: Sentence, start: int, end: int, bodies: tuple[str, ...], inside: tuple[CategorySeen, ...]) -> Told:
    own = _NEXT.sub("", one.plain[start:end])
    if (tail := _ATTRIBUTED.search(own.rstrip(" ."))) and not any(
        seen.start - start > tail.start() for seen in inside
    ):
        own = own[: tail.start()]
    if (cut := own.find(";")) >= 0 and not any(seen.start - start > cut for seen in inside):
        own = own[:cut]
    said = (start + len(own), end) if tail and len(own) < end - start else None
    stop = start + len(own.rstrip(" .,;"))
    joined = _JOIN.match(one.plain, start, stop)
    begin = joined.end() if joined else start
    whose = _bodies(one, start, stop) or _bodies(one, start, end) or bodies
    return Told(begin, stop, one.text[begin:stop], whose, inside, said=said)


def _own_start(text: str, at: int) -> int:
    """The first incident takes the words before it too, save "In one of them"."""
    intro = _INTRO.match(text)
    if leads := [found.end() for found in _WHERE.finditer(text, 0, at)]:
        return leads[-1]
    return intro.end() if intro and intro.end() <= max(at, intro.end()) else 0


def _clause_start(text: str, at: int) -> int:
    cuts = [found.start() for found in re.finditer(r",?\s+and\s|[,;]\s", text[:at])]
    start = cuts[-1] if cuts else 0
    intro = _INTRO.match(text, start + 1) if cuts else _INTRO.match(text)
    return intro.end() if intro and intro.end() <= at else start


def _is_person(found: CategorySeen, one: Sentence) -> bool:
    """A role in the singular: "a constable", "Exampleton's depot manager", "one of its inspectors"."""
    before = one.plain[max(0, found.start - 40) : found.start]
    if _OBJECT.search(before):
        return False
    word = found.text.split()[-1].lower()
    if word.endswith("s") and not word.endswith("ss"):
        return bool(_ONE_OF.search(before))
    return bool(_PERSON.search(before)) or found.start == 0
