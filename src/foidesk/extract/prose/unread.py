"""Sentences that tell of cases and that nothing reads: each is asked about, and widens what it speaks of.

An outcome in a sentence without a number is in no account of numbers. Without this its cases would count as "not
stated", and nobody would know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from foidesk.model.codec import digest
from foidesk.model.observations import UNREAD_IN, Choice, Observation, OneOf, Option
from foidesk.words.matching import CategoryHit
from foidesk.words.normal import normalise
from foidesk.words.numbers import NumberWord
from foidesk.words.telling import WAS, tells
from foidesk.words.totals import zeros

from ..basis import measure as measures
from ..basis.asked import asked_variables, names_persons
from ..basis.found import Found, together
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen
from ..basis.near import ask
from ..basis.nouns import NounHit
from ..figures.choices import NOT_DATA, choice_id, under
from ..figures.seen import Seen, look
from ..sentences.over import Sentence
from ..sentences.said import Said
from .left_alone import ignored_as, remark

SOME = "some cases"
_MARK = re.compile(r"^\s*(?:[•*–—-]|\(?(?:[a-h]|[ivx]{1,4})[.)])\s+", re.IGNORECASE)
_ANNOUNCES = re.compile(r"[^.,;:\d]{0,60}:(?:\s|$)")
LABEL = 0.5
FEW = 2
_VAGUE = re.compile(r"\W*others?\b", re.IGNORECASE)


def unread(ground: Ground, said: Sequence[Said], listed: Found) -> Found:
    """Each sentence with categories that no statement of it covers: its statements and its question.

    `listed` are cases told one to a line; their lines are read.
    """
    lines = {one.places["row"] for one in listed.observations}
    left = [one for one in said if not one.part and ground.locator(one.sentence.piece) not in lines]
    open_ = [(o.sentence, hits) for o in left if (hits := _left(ground, o.sentence, o.found.observations))]
    groups = (list(some) for _, some in groupby(open_, key=lambda item: _passage(item[0])))
    return together(_asked(ground, some) for some in groups)


def _passage(sentence: Sentence) -> tuple[str, int]:
    return sentence.over.question, -1 if sentence.over.question else sentence.block


Hits = tuple[tuple[str, CategoryHit], ...]


def _left(ground: Ground, sentence: Sentence, found: Sequence[Observation]) -> Hits:
    """The categories of a telling sentence that no statement of it is about."""
    if not _may_answer(ground, sentence):
        return ()
    covered = {name for one in found for name in one.where}
    told = {(name, id) for one in found for name, said in one.where.items() for id in said.categories}
    waiting = {
        (name, normalise(said.phrase)) for one in found for name, said in one.where.items() if not said.categories
    }  # fmt: skip
    none = [zero.end for zero in zeros(sentence.text)]
    hits = tuple(
        (name, hit) for name, hit in look(ground, sentence.text).categories
        if name in asked_variables(ground) and hit.where.categories and not _waits(waiting, name, hit)
        and (name not in covered or not any((name, id) in told for id in hit.where.categories))
        and not hit.negated and not _VAGUE.match(hit.text) and not _says_none(sentence.text, hit, none)
    )  # fmt: skip
    if not tells(sentence.text) and not _is_label(sentence.text, hits):
        return ()
    acts = [name for name, _ in hits if not names_persons(ground, name)]
    if not acts and (found or not WAS.search(sentence.text)):
        return ()
    if ignored_as(sentence.text) or (not look(ground, sentence.text).numbers and remark(sentence.text)):
        return ()
    return (*hits, *_rest(ground, sentence, hits, told, found))


def _waits(waiting: set[tuple[str, str]], name: str, hit: CategoryHit) -> bool:
    """True for a word inside words that are asked about already."""
    words = f" {normalise(hit.text)} "
    return any(name == other and words in f" {phrase} " for other, phrase in waiting)


def _rest(
    ground: Ground, sentence: Sentence, hits: Hits, told: set[tuple[str, str]], found: Sequence[Observation]
) -> Iterator[tuple[str, CategoryHit]]:
    """The other categories of a variable that the sentence breaks its cases down by: what is left may be of them.

    "A conviction in thirteen, conduct in twelve. The last three fitted none of your headings." Where it holds more
    numbers than kinds, the kinds of the others are told in words that nobody knows.
    """
    numbered = len(look(ground, sentence.text).numbers)
    unread = _unread_numbers(ground, sentence, found)
    for variable in dict.fromkeys(name for name, _ in hits):
        named = [hit for name, hit in hits if name == variable]
        if not FEW <= len(named) <= numbered and unread <= len(named):
            continue
        known = {id for hit in named for id in hit.where.categories} | {
            id for name, id in told if name == variable
        }
        for category in ground.context.codebook.variable(variable).categories:
            if category.id not in known:
                yield variable, replace(named[-1], text="", where=OneOf((category.id,), category.label))


def _unread_numbers(ground: Ground, sentence: Sentence, found: Sequence[Observation]) -> int:
    """How many numbers of the sentence may count cases of a kind and are not read as such.

    Not those of a list to come ("three results: (a) ...") nor those of what another measure counts.
    """
    seen, read = look(ground, sentence.text), {one.places["value"] for one in found if one.where}
    asked = sentence.over.measure or measures.of_question(ground, sentence.over.question) or measures.first(ground)
    own = {one.measure for one in found} or {asked.measure.id if asked else ""}
    return sum(
        ground.locator(sentence.piece.cut(word.start, word.end)) not in read
        and not _ANNOUNCES.match(seen.text, word.end)
        and not any(noun.people and noun.measure not in own for noun in _beside(seen, word))
        for word in seen.numbers
    )


def _beside(seen: Seen, word: NumberWord) -> list[NounHit]:
    return [noun for noun in seen.nouns if seen.text[word.end : noun.start].isspace()]


def _is_label(text: str, hits: Hits) -> bool:
    """True for an entry of a list that says little else: "(b) final written warning."."""
    words = _MARK.sub("", text.strip())
    held = sum(hit.end - hit.start for _, hit in hits)
    return words != text.strip() and not words.endswith(":") and held >= LABEL * len(words)


def _says_none(text: str, hit: CategoryHit, none: Sequence[int]) -> bool:
    """True for what "nobody was ..." says: there is no such case."""
    return any(end <= hit.start and not re.search(r"[.;]|,? but ", text[end : hit.start]) for end in none)


def _may_answer(ground: Ground, sentence: Sentence) -> bool:
    """False under a question of ours that asks for no figures."""
    asked = ask(ground, sentence.over.question)
    return asked is None or bool(asked.measures or asked.variables)


def _asked(ground: Ground, some: list[tuple[Sentence, Hits]]) -> Found:
    """The statements of one passage under one question: some cases, or none that is not counted elsewhere."""
    first = some[0][0]
    seen = first.over.measure or measures.of_question(ground, first.over.question)
    seen = seen or _of_money(ground, some) or measures.first(ground)
    if seen is None:
        return Found()
    made = [one for sentence, hits in some for one in _statements(ground, sentence, hits, seen)]
    words = " ".join(" ".join(sentence.text.split()) for sentence, _ in some)
    many = f"Do these {len(some)} sentences" if len(some) > 1 else "Does this sentence"
    question = f"{many} tell of {seen.measure.unit} that nothing else counts? No number was read. “{words[:200]}”"
    choice = _choice(ground, question, made)
    return Found(tuple(under(ground, made, choice, SOME)), choices=(choice,))


def _of_money(ground: Ground, some: list[tuple[Sentence, Hits]]) -> MeasureSeen | None:
    """The survey's only measure of money, where each sentence of a passage names a sum and no other number."""
    for sentence, _ in some:
        words = look(ground, sentence.text).numbers
        if not words or any(word.kind != "money" for word in words):
            return None
    return measures.of_money(ground)


def of_any_kind(ground: Ground, sentence: Sentence) -> Found:
    """What words may tell of a case that came up later, in none of the figures: any kind of each variable.

    "A contractor hit a main; it was missing from our count" names a cause that no category need know.
    """
    seen = sentence.over.measure or measures.of_question(ground, sentence.over.question) or measures.first(ground)
    if seen is None or not tells(sentence.text):
        return Found()
    hits = tuple(
        (name, CategoryHit(0, 0, "", OneOf((category.id,), category.label)))
        for name in asked_variables(ground) if not names_persons(ground, name)
        for category in ground.context.codebook.variable(name).categories
    )  # fmt: skip
    made = list(_statements(ground, sentence, hits, seen))
    words = " ".join(sentence.text.split())[:200]
    question = f"Does this sentence tell the kind of {seen.measure.unit} that were not counted before? “{words}”"
    choice = _choice(ground, question, made)
    return Found(tuple(under(ground, made, choice, SOME)), choices=(choice,))


def _choice(ground: Ground, question: str, made: list[Observation]) -> Choice:
    locators = tuple(dict.fromkeys(one.places["value"] for one in made))
    options = (
        Option(NOT_DATA, "No: of none, or of such as are counted elsewhere in the reply"),
        Option(SOME, "Yes: of some, and the reply does not say how many", tuple(one.id for one in made)),
    )
    id = choice_id("unread", question, locators)
    return Choice(id, "unread", question, options, ground.context.body, locators[:12], weight=len(made))


def _statements(ground: Ground, sentence: Sentence, hits: Hits, seen: MeasureSeen) -> Iterator[Observation]:
    """For each category: an unknown number of cases."""
    line, piece = ground.locator(sentence.piece), sentence.piece
    spans = [(span.part, span.start, span.end) for span in sentence.piece.spans]
    for variable, hit in hits:
        named = bool(hit.text)  # else one of the other kinds, of which no word stands here
        where = {variable: OneOf(hit.where.categories, hit.text or hit.where.phrase)}
        id = digest(
            ground.document, "unread", spans, variable, hit.start, *(() if named else hit.where.categories)
        )
        own = ground.locator(piece.cut(hit.start, hit.end)) if named else line
        yield Observation(
            id, ground.context.body, ground.document, seen.measure.id, measures.unknown(seen.measure), "prose",
            where, table=f"{UNREAD_IN}: {id[:8]}", relation=">=", places={
                "value": line, "row": line, f"where:{variable}": own,
            },
        )  # fmt: skip
