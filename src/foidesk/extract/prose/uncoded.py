"""Lines of a list whose words no category knows: "• 1 still open" between "• 2 dismissed" and "• 3 resigned".

Such a line is a figure of the same breakdown, in words yet to be coded. Left out, its cases would pass for none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from foidesk.model.codec import digest
from foidesk.model.observations import LISTED, Observation, OneOf
from foidesk.words.normal import normalise
from foidesk.words.numbers import NumberWord

from ..basis import measure as measures
from ..basis.found import Found, Mark
from ..basis.ground import Ground
from ..basis.says import Says
from ..basis.terms import total_word
from ..figures import acceptance as rules
from ..figures.emit import relation
from ..figures.seen import look
from ..sentences.said import Said

_LINE = re.compile(r"\s*[•▪◦·*–—-]?\s*")
_LABELLED = re.compile(
    r"\s*(?:[•▪◦·*–—-]\s*)?(?P<label>[^\W\d][^\d:;.?!]{1,60}?)\s*(?:\s[–—-]|:)\s*(?=\d[\d,.]*\s*$)"
)
"""The label before the number of a line: "Water/mud - 71". It may be of something else ("of which by cheque - 20",
"Extension - 4711"), so a person is asked."""
LEAST = 2
LONGEST = 8
LONGEST_MARKED = 14
"""Words of a label; behind a bullet there may be more of them."""
_BARE = re.compile(r"\s*\d[\d.,]*\s+(?!(?:of|from|davon|hiervon)\b)[^\d.;:?!]+$", re.IGNORECASE)
"""A line of a list whose marks are not in the text: a number, and words without an end of a sentence."""
_IN_ALL = re.compile(r"\b(?:in all|all told|altogether|together|combined|zusammen|insgesamt)\b", re.IGNORECASE)


def with_uncoded(ground: Ground, said: Sequence[Said]) -> list[Said]:
    """The sentences, with a statement for each line of a list that only words nobody coded keep from being one."""
    out: list[Said] = []
    for _, run in groupby(said, key=_list_of):
        lines = _of_one_variable(ground, list(run))
        known = [o for one in lines if (o := _only(one)) is not None]
        names = {name for o in known for name in o.where}
        if len(known) >= LEAST and len(names) == 1 and len({o.measure for o in known}) == 1:
            name = names.pop()
            out += _adding_up([_coded_later(ground, one, known[0], name) for one in lines], name)
        else:
            out += lines
    return out


def _of_one_variable(ground: Ground, lines: list[Said]) -> list[Said]:
    """The lines; a word of two variables ("Other") is of the one that all other lines are of."""
    known = [o for one in lines if (o := _only(one)) is not None]
    count = Counter(name for o in known for name in o.where)
    name = count.most_common(1)[0][0] if count else ""
    if len(count) < 2 or count[name] < LEAST or any(count[other] > 1 for other in count if other != name):
        return lines
    like = next(o for o in known if name in o.where)
    return [_as_of(ground, one, name, like) for one in lines]


def _as_of(ground: Ground, one: Said, name: str, like: Observation) -> Said:
    held = _only(one)
    if held is None or name in held.where:
        return one
    (other,) = held.where
    where = ground.matchers[name].match(normalise(held.where[other].phrase))
    if where is None or not where.categories:
        return _in_passing(ground, one, held.where[other].phrase, name, like)
    places = {key.replace(f"where:{other}", f"where:{name}"): place for key, place in held.places.items()}
    made = replace(held, where={name: where}, places=places)
    return replace(one, found=replace(one.found, observations=(made,)))


def _in_passing(ground: Ground, one: Said, phrase: str, name: str, like: Observation) -> Said:
    """A line that holds a word of another variable among many: "abuse on grounds of race" names no place."""
    found = next(iter(_labelled(ground, one.sentence.text)), None)
    label = one.sentence.text[slice(*found[1])] if found else ""
    if found is None or len(label.split()) < len(phrase.split()) + LEAST:
        return one
    return replace(one, found=coded_later(ground, replace(one, found=Found()), like, name, *found))


def _adding_up(lines: list[Said], name: str) -> list[Said]:
    """The lines, as one list where two of them are of one category in different words: they add up."""
    held = [o for one in lines if (o := _only(one)) is not None]
    said = [_words_of(o, name) for o in held]
    words = {" ".join(one.sentence.text.split()[2:]) for one in lines if _only(one) is not None}
    if len(set(said)) == len(said) or len(words) < len(held) or any(o.table for o in held):
        return lines
    first = lines[0].sentence.piece.spans
    table = f"{LISTED}{first[0].part} at {first[0].start}" if first else ""
    return [_in_list(one, table) for one in lines]


def _in_list(one: Said, table: str) -> Said:
    held = _only(one)
    return (
        one if held is None else replace(one, found=replace(one.found, observations=(replace(held, table=table),)))
    )


def _words_of(one: Observation, name: str) -> tuple[str, ...]:
    """The categories of a line; its own words where they wait to be coded."""
    return one.where[name].categories or (one.where[name].phrase,)


def _list_of(one: Said) -> tuple[str, str, int]:
    """What the lines of one list share: the question, the heading; any other sentence stands alone."""
    over = one.sentence.over
    heading = over.heading.text if over.heading is not None else ""
    return over.question, heading, -1 if _is_line(one.sentence.text) else one.sentence.block


def _is_line(text: str) -> bool:
    """True for a bullet, or a short line that a number opens, or ends behind a label."""
    start = _LINE.match(text)
    if _LABELLED.match(text):
        return True
    if start is not None and start[0].strip():
        return len(text.split()) <= LONGEST_MARKED + 2
    return _BARE.match(text) is not None and len(text.split()) <= LONGEST + 1


def _only(one: Said) -> Observation | None:
    """The only statement of a line, of one category."""
    found = one.found.observations
    return found[0] if _is_line(one.sentence.text) and len(found) == 1 and len(found[0].where) == 1 else None


def _coded_later(ground: Ground, one: Said, like: Observation, name: str) -> Said:
    if one.found.observations or not _is_line(one.sentence.text):
        return one
    found = next(iter(_labelled(ground, one.sentence.text)), None)
    return one if found is None else replace(one, found=coded_later(ground, one, like, name, *found))


def _labelled(ground: Ground, text: str) -> Iterator[tuple[NumberWord, tuple[int, int]]]:
    """The number that opens a line, and the words behind it."""
    counted = look(ground, text).numbers
    named = _LABELLED.match(text)
    if named is not None and len(counted) == 1 and counted[0].start == named.end():
        yield counted[0], named.span("label")
        return
    start = _LINE.match(text)
    if len(counted) != 1 or start is None or counted[0].start != start.end():
        return
    label = text[counted[0].end :].strip(" .;,:–—-x\n\t")
    if label and len(label.split()) <= LONGEST_MARKED and not is_sum(label):
        at = text.index(label, counted[0].end)
        yield counted[0], (at, at + len(label))


def is_sum(label: str) -> bool:
    """True for "in total" and "all told": the line adds up the others."""
    return bool(total_word(label)) or _IN_ALL.search(label) is not None


def _is_doubtful(text: str) -> bool:
    """True for a line that only a sum it adds up to proves to be one of a list: a label first, or no mark."""
    return _LABELLED.match(text) is not None or _BARE.match(text) is not None


def coded_later(
    ground: Ground, one: Said, like: Observation, name: str, word: NumberWord, label: tuple[int, int]
) -> Found:
    """The figure of a line, its words waiting to be coded."""
    measure = ground.context.codebook.measure(like.measure)
    value = measures.value_of(Says("number", word), measure)
    if value is None:
        return one.found
    sentence, over = one.sentence, one.sentence.over
    number, words = sentence.piece.cut(word.start, word.end), sentence.piece.cut(*label)
    spans = [(span.part, span.start, span.end) for span in number.spans]
    phrase = " ".join(words.text.split())
    kind = {} if is_sum(phrase) else {name: OneOf((), phrase)}  # "Total: 17" is of all kinds
    made = Observation(
        digest(ground.document, "uncoded", spans, measure.id, name), ground.context.body, ground.document,
        measure.id, value, "prose", {**dict(over.where), **kind}, over.period, relation(value),
        places={
            "value": ground.locator(number), "row": ground.locator(sentence.piece),
            **{f"where:{one}": ground.locator(words) for one in kind},
        },
        accepted_by=rules.LISTED.name if like.accepted_by and not _is_doubtful(sentence.text) else "",
    )  # fmt: skip
    return one.found + Found((made,), marks=tuple(Mark(span, made.id, read=True) for span in number.spans))
