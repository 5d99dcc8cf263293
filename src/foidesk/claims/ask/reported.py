"""What a body or an office is said to have said, in the story's own words: looked up in what it did say.

"NHS Exampleton said it holds a daily huddle" is supported by a sentence of its letter that says so, contradicted
by one that says what excludes it, not established where only another body says so; else a person reads the letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..verdict import Verdict
from .alike import OPPOSITE, SAME, Wording, compare, shared, told_in, wording
from .incident import Told
from .lexicon import Lexicon
from .quotation import Said, _speaks
from .sentence import Sentence
from .traits import PERSON, traits

_VERB = (
    r"(?:said|says|insists|insisted|warned|warns|added|adds|argued|argues|explained|explains|told us|states|"
    r"stated|maintained|maintains|stressed|stresses|confirmed|wrote|writes|promised|pointed out|"
    r"acknowledged|conceded)"
)
_BEHIND = re.compile(
    rf"(?:['’]s?\s[\w ]{{1,40}}?)?\s(?:also |later |has |had |in its \w+ |\w+ly )?{_VERB}\b"
    r"(?:\s(?:in|with) (?:its|a|the) (?:reply|letter|statement|response))?,?\s(?:that\s)?(?!no comment)"
)
"""Behind the body, up to what it said."""
_CLOSES = re.compile(rf",\s(?:(?P<who>[^,]{{2,60}}?)\s{_VERB}|{_VERB}\s(?P<whom>[^,]{{2,60}}))\W*$")
"""At the end of what was said: ", the council said"."""
_AGAIN = re.compile(r"(?:it|its .+|the \w+|a spokes\w+)$", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\s(?:has|have|had|is|was|will|does|did|can|cannot|now|never|also|still|\w+(?:s|ed))\s", re.IGNORECASE
)
"""Behind a body of which something is told."""
PEOPLE_APART = re.compile(r"[;:]\s|,\s(?:and\s|while\s|but\s)?|\s(?:and|while|but)\s(?=(?:an?|the|another|one)\s)")
"""Between what is told of one person and of the next."""
CLOSE = 0.7
"""The part of the words that a letter must have for an assertion nobody is said to have made to be one of it."""


@dataclass(frozen=True, slots=True)
class Reported:
    """Words in characters `start` to `end`, told of a body or an office; `said` if they are put into its mouth."""

    start: int
    end: int
    words: str
    body: str = ""
    office: str = ""
    said: bool = True


def reported(one: Sentence, lexicon: Lexicon, topic: tuple[str, ...]) -> Iterator[Reported]:
    """What the sentence puts into somebody's mouth without quotation marks, else what it tells of its one body."""
    if any(figure.kind != "date" for figure in one.figures):
        return
    end = len(one.plain.rstrip(" .!"))
    closing = _closing(one, lexicon, topic)
    if closing is not None:
        yield closing
        return
    for seen in one.bodies[:1]:
        found = _BEHIND.match(one.plain, seen.end)
        if found and found.end() < end:
            yield Reported(seen.start, end, one.plain[found.end() : end], seen.body)
        elif len(one.bodies) == 1 and not one.plain[: seen.start].strip() and _SUBJECT.match(one.plain, seen.end):
            yield Reported(seen.start, end, one.plain[seen.end : end], seen.body, said=False)


def _closing(one: Sentence, lexicon: Lexicon, topic: tuple[str, ...]) -> Reported | None:
    found = _CLOSES.search(one.plain)
    if found is None:
        return None
    who = (found["who"] or found["whom"]).strip(" .")
    offices = [each for each in lexicon.definition.statements if _speaks(who, each)]
    named = [seen.body for seen in lexicon.bodies(who)]
    inside = [seen.body for seen in one.bodies if seen.end <= found.start()]
    if not named and not offices and _AGAIN.match(who):
        named = inside[:1] or list(topic)
    if len(named) != 1 and not offices:
        return None
    words = one.plain[: found.start()]
    return Reported(0, found.start(), words, named[0] if named else "", "" if named else offices[0].office)


def judge(told: Reported, texts: Callable[[], tuple[Said, ...]], lexicon: Lexicon) -> Verdict | None:
    """The verdict; none for an assertion that nobody is said to have made and that is like no letter's."""
    if told.office:
        sources = [(one.office, one.text) for one in lexicon.definition.statements if one.office == told.office]
        return _of_sources(told, sources, lexicon, told.office, "") or _asked(told.office)
    every = texts()
    name = lexicon.definition.body(told.body).name
    own = [(name, one.text) for one in every if one.body == told.body]
    found = _of_sources(told, own, lexicon, name, told.body)
    if found is not None:
        return found
    if other := _elsewhere(told, every, lexicon):
        why = f"no reply of {name} says so in these words; that of {other} does"
        return Verdict("not established", "quotation", name, why, body=told.body)
    wanted = _wording(told.words, lexicon)
    near = max((shared(wanted, read) for _, text in own for _, read in told_in(text)), default=0.0)
    return _asked(name, told.body) if told.said or near >= CLOSE else None


def _asked(name: str, body: str = "") -> Verdict:
    why = f"no sentence of what {name} wrote says this in these words, and none says the opposite: read it"
    return Verdict("needs a person", "quotation", name, why, body=body)


def _of_sources(
    told: Reported, sources: list[tuple[str, str]], lexicon: Lexicon, name: str, body: str
) -> Verdict | None:
    wanted = _wording(told.words, lexicon)
    opposite = ""
    for _, text in sources:
        for sentence, _ in told_in(text):
            found = compare(wanted, _wording(sentence, lexicon))
            if found == SAME:
                why = "what it wrote says so; whether it is told fairly, a person judges"
                return Verdict("supported", "quotation", f"{name}: {sentence}", why, body=body)
            if found == OPPOSITE:
                opposite = sentence
    if opposite:
        said = f"{name}: {opposite}"
        return Verdict("contradicted", "quotation", said, "what it wrote says otherwise", body=body)
    return None


def _elsewhere(told: Reported, every: tuple[Said, ...], lexicon: Lexicon) -> str:
    """Another body whose letter says so."""
    wanted = _wording(told.words, lexicon)
    key = max(wanted.senses, key=len, default="")[:5]
    for one in every:
        if one.body == told.body or not one.body or key not in one.text.casefold():
            continue
        if any(compare(wanted, _wording(sentence, lexicon)) == SAME for sentence, _ in told_in(one.text)):
            return lexicon.definition.body(one.body).name
    return ""


def in_letter(told: Told, texts: Callable[[], tuple[Said, ...]], lexicon: Lexicon) -> Verdict | None:
    """The verdict on an incident that a body's own letter tells in the same words, in order."""
    if len(told.bodies) != 1:
        return None
    name = lexicon.definition.body(told.bodies[0]).name
    letters = (one.text for one in texts() if one.body == told.bodies[0])
    own = [(name, clause) for text in letters for clause in _one_by_one(text, lexicon)]
    found = _of_sources(Reported(0, 0, told.text), own, lexicon, name, told.bodies[0])
    return Verdict("supported", "incident", found.value, found.why, body=found.body) if (
        found is not None and found.verdict == "supported"
    ) else None  # fmt: skip


def _one_by_one(text: str, lexicon: Lexicon) -> Iterator[str]:
    """The sentences of a letter, cut where one tells of several people: what one did, the other did not."""
    people = {name for name, trait in traits(lexicon.definition).items() if trait == PERSON}
    for sentence, _ in told_in(text):
        seen = {one.categories for one in lexicon.categories(sentence) if one.variable in people}
        yield from PEOPLE_APART.split(sentence) if len(seen) > 1 else (sentence,)


def _wording(text: str, lexicon: Lexicon) -> Wording:
    """The wording without the bodies: by name, or as "the council"."""
    for seen in reversed(lexicon.bodies(text)):
        text = text[: seen.start] + " " * (seen.end - seen.start) + text[seen.end :]
    return wording(" ".join(lexicon.body_nouns.sub(" ", text).split()))
