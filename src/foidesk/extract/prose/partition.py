"""A stated total split up by kind in one sentence, each number beside its kind, in either order.

"The reason was plant failure in thirteen cases and staff shortage in twelve", "plant failure accounted for 13 and
staff shortage for 12", "thirteen were due to plant failure, the rest to weather", "half of them to plant failure".
What is not a number is derived from the total (`rest`, `half`, `all but two`) and stands in its own words.
Numbers and kinds must take turns and the numbers must add up to the total: the sum is the proof of the reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from foidesk.model.codec import digest
from foidesk.model.observations import LISTED, Observation
from foidesk.model.values import Amount
from foidesk.words.matching import CategoryHit
from foidesk.words.normal import normalise
from foidesk.words.numbers import NumberWord, numbers

from ..basis import measure as measures
from ..basis.found import Mark
from ..basis.ground import Ground
from ..figures import acceptance as rules
from ..figures.seen import Seen, look, strange_words
from ..sentences.just_before import counted_before
from ..sentences.named_parts import is_of_part
from ..sentences.over import Sentence
from ..sentences.said import Said

_REST = re.compile(
    r"\b(?:the\s+(?:rest|remainder|others?(?!\s+half)|remaining\s+(?:cases|ones|incidents|matters))|all\s+(?:the\s+)?others?|"
    r"(?:der\s+)?rest|die\s+(?:übrigen|restlichen|anderen)|übrige[nr]?)\b(?!\s+\d)",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(r"\ball\s+(?:but|except)\s+$", re.IGNORECASE)
_SHARES = tuple(
    (re.compile(rf"\b{words}\b", re.IGNORECASE), part)
    for words, part in (
        (r"(?:the\s+other\s+|the\s+)?half(?:\s+of\s+(?:them|these|those))?", Fraction(1, 2)),
        (r"die\s+(?:andere\s+)?hälfte", Fraction(1, 2)),
        (r"(?:all|each|every\s+one|both)(?:\s+\w+)?\s+of\s+(?:which|whom|them|these|those)", Fraction(1)),
        (r"(?:a|one)\s+third", Fraction(1, 3)),
        (r"two[\s-]thirds", Fraction(2, 3)),
        (r"(?:a|one)\s+quarter", Fraction(1, 4)),
        (r"three[\s-]quarters", Fraction(3, 4)),
    )
)
_SAID = frozenset(
    normalise(
        "due because caused cause causes reason reasons account accounted accounting attributed attributable "
        "half rest remainder other others remaining third quarter two three one all but except them while "
        "grund gründe ursache ursachen hälfte andere anderen übrigen restlichen rest verursacht zurückzuführen"
    ).split()
)
"""Words of a split beside plain ones: with any other word a number may be of more than its kind."""
_ROUGH = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|over|than|under|least|most|some|circa|only|etwa|rund|knapp|fast|"
    r"als|ungefähr|mindestens|höchstens)\s+$",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\s*[,(–—-]\s*(?:that\s+is\s+|so\s+|or\s+)?(?:exactly\s+|just\s+)?", re.IGNORECASE)
"""What stands between a number and the share that says it again."""
_NEAR = 2
"""So many sentences back the total may stand."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of the total: a number, or words that say it by the total; None for the rest."""

    start: int
    end: int
    count: Decimal | None
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    share: Share
    hit: CategoryHit
    count: Decimal


def with_partitions(ground: Ground, said: Sequence[Said]) -> list[Said]:
    """The sentences, those that split up a total read as its kinds."""
    out = list(said)
    for at, one in enumerate(out):
        whole = whole_before(ground, out, at)
        cells = cells_of(ground, one.sentence, whole) if whole is not None and not _is_read(one, whole) else None
        if cells is not None and not _is_proven(ground, out, at, cells[1]):
            continue
        if whole is not None and cells is not None:
            out[at] = as_cells(ground, one, whole, *cells)
    return out


def _is_proven(ground: Ground, said: Sequence[Said], at: int, cells: Sequence[Cell]) -> bool:
    """True if numbers add up to the total; what words say ("all of those") is of the sentence just before."""
    if not any(cell.share.derived for cell in cells):
        return True
    if is_of_part(ground, said[at].sentence.text):
        return False
    before = [o for one in said[max(0, at - _NEAR) : at] for o in one.found.observations if not o.where]
    return any(counted_before(ground, said, at, o.measure) is not None for o in before)


def whole_before(ground: Ground, said: Sequence[Said], at: int) -> Observation | None:
    """The one total that the sentences just before state under the same question."""
    mine = said[at].sentence
    for one in reversed(said[max(0, at - _NEAR) : at]):
        if one.sentence.over.question != mine.over.question:
            return None
        exact = [o for o in one.found.observations if o.accepted_by and _number(o) and not o.choice]
        if len(exact) > 1 and not any(o.where for o in exact):  # a series of years with its sum
            exact = [o for o in exact if o.period is None] or _sum_of_all(exact) or exact
        if exact:
            return exact[0] if len(exact) == 1 and not exact[0].where else None
    return None


def _sum_of_all(exact: Sequence[Observation]) -> list[Observation]:
    """The one that all others lie in and add up to: "From 2021 to 2023 there were 118: 45 in 2021 ..."."""
    whole = sum((_number(o) or Decimal() for o in exact), Decimal())
    sums = [o for o in exact if (_number(o) or Decimal()) * 2 == whole]
    inside = [o for o in sums if o.period and all(x.period and x.period.inside(o.period) for x in exact)]
    return inside if len(inside) == 1 else []


def _number(seen: Observation) -> Decimal | None:
    return seen.value.lo if isinstance(seen.value, Amount) and seen.value.is_exact else None


def _is_read(one: Said, whole: Observation) -> bool:
    """True if the sentence is read already: all its numbers are accepted, and they are the whole."""
    told = [o for o in one.found.observations if o.measure == whole.measure]
    known = sum((_number(o) or Decimal() for o in told), Decimal())
    return bool(told) and all(o.accepted_by for o in told) and known == _number(whole)


def cells_of(ground: Ground, sentence: Sentence, whole: Observation) -> tuple[str, list[Cell]] | None:
    """The variable and the kinds with their numbers; None unless they take turns and add up to the total."""
    seen, total = look(ground, sentence.text), _number(whole) or Decimal()
    names = {name for name, _ in seen.categories}
    shares = shares_in(sentence.text, total)
    hits = kinds_in(seen, shares)
    if len(names) != 1 or any(hit.negated or len(hit.where.categories) != 1 for hit in hits):
        return None
    if seen.periods and [one.period for one in seen.periods] != [whole.period]:
        return None
    if any(noun.measure != whole.measure for noun in seen.nouns) or not take_turns(shares, hits):
        return None
    counts = None if unknown_words(ground, seen, shares) else counts_of(shares, total)
    kinds = {hit.where.categories for hit in hits}
    if counts is None or len(kinds) != len(hits):
        return None
    return names.pop(), [Cell(*one) for one in zip(shares, hits, counts, strict=True)]


def shares_in(text: str, total: Decimal) -> list[Share]:
    """The numbers of a text, and the words that say a number by the total, as they follow each other."""
    return _told_once(text, sorted(_shares(text, total), key=lambda one: one.start))


def unknown_words(ground: Ground, seen: Seen, shares: Sequence[Share]) -> list[str]:
    """The words of a sentence that are none of a split: with one a number may be of more than its kind."""
    ours = _words_of_kinds(ground, {name for name, _ in seen.categories})
    return [word for word in strange_words(seen, shares) if word not in _SAID and word not in ours]


def _told_once(text: str, shares: Sequence[Share]) -> list[Share]:
    """The shares, without a half that says again what the number before it says: "thirteen, so exactly half,"."""
    again = [
        other for one, other in pairwise(shares)
        if other.derived and other.count == one.count and _AGAIN.fullmatch(text[one.end : other.start])
    ]  # fmt: skip
    return [one for one in shares if not any(one is other for other in again)]


def kinds_in(seen: Seen, shares: Sequence[Share]) -> list[CategoryHit]:
    """The kinds, one named twice between two numbers held once: "injury to a person"."""
    kept: list[CategoryHit] = []
    for _, hit in seen.categories:
        last = kept[-1] if kept else None
        parted = last is None or any(last.end <= one.start < hit.start for one in shares)
        if last is None or parted or last.where.categories != hit.where.categories or hit.negated != last.negated:
            kept.append(hit)
        else:
            kept[-1] = replace(last, end=hit.end)
    return kept


def _words_of_kinds(ground: Ground, names: set[str]) -> frozenset[str]:
    """The words of our own names of the kinds: "to their owners" behind "returned", of "Returned to owner"."""
    known = [ground.matchers[name].variable for name in names]
    return frozenset(
        word for variable in known for one in variable.categories
        for phrase in (one.label, *one.synonyms) for word in normalise(phrase).split()
    )  # fmt: skip


def _shares(text: str, total: Decimal) -> Iterator[Share]:
    """The numbers of a sentence, and the words that say a number by the total."""
    taken: list[tuple[int, int]] = []
    for pattern, part in _SHARES:
        for found in pattern.finditer(text):
            if not any(start < found.end() and found.start() < end for start, end in taken):
                taken.append(found.span())
                rough = _ROUGH.search(text[: found.start()]) is not None
                count = Decimal("NaN") if rough else total * part.numerator / part.denominator
                yield Share(*found.span(), count, derived=True)
    counted = {word.start for word in numbers(text) if word.is_amount}
    for found in _REST.finditer(text):
        if text[found.end() : found.end() + 1] == " " and found.end() + 1 in counted:
            continue  # "the other nine" is nine
        taken.append(found.span())
        yield Share(*found.span(), None, derived=True)
    for word in numbers(text):
        if word.is_amount and not any(start < word.end and word.start < end for start, end in taken):
            yield _of_word(text, word, total)


def _of_word(text: str, word: NumberWord, total: Decimal) -> Share:
    before = _ALL_BUT.search(text[: word.start])
    if before is not None and word.exact is not None:
        return Share(before.start(), word.end, total - word.exact, derived=True)
    return Share(word.start, word.end, word.exact if word.exact is not None else Decimal("NaN"))


def take_turns(shares: Sequence[Share], hits: Sequence[CategoryHit]) -> bool:
    """True for number, kind, number, kind ... or kind, number, kind, number ... throughout."""
    if len(shares) != len(hits) or not shares:
        return False
    pairs = list(zip(shares, hits, strict=True))
    ways = ([spot for pair in pairs for spot in pair], [spot for one, hit in pairs for spot in (hit, one)])
    return any(all(one.end <= other.start for one, other in pairwise(way)) for way in ways)


def counts_of(shares: Sequence[Share], total: Decimal) -> list[Decimal] | None:
    """The numbers, one rest worked out; None unless whole, and unless they add up to the total."""
    known = [one.count for one in shares if one.count is not None]
    rests = len(shares) - len(known)
    if rests > 1 or any(count.is_nan() or count != count.to_integral_value() for count in known):
        return None
    left = total - sum(known, Decimal())
    alone = (
        len(shares) == 1 and shares[0].derived and not rests and 0 < left < total and shares[0].count is not None
    )
    if left < 0 or (left == 0) == bool(rests):
        return None if not alone else known
    return [left if one.count is None else one.count for one in shares]


def as_cells(ground: Ground, one: Said, whole: Observation, name: str, cells: Sequence[Cell]) -> Said:
    """The sentence with its kinds as a list that adds up to the total."""
    gone = {o.id for o in one.found.observations if o.measure == whole.measure}
    kept = tuple(o for o in one.found.observations if o.id not in gone)
    marks = tuple(mark for mark in one.found.marks if mark.name not in gone)
    made = [(_made(ground, one.sentence, whole, name, cell), cell) for cell in cells]
    spans = [
        Mark(span, seen.id, read=True)
        for seen, cell in made
        for span in one.sentence.piece.cut(cell.share.start, cell.share.end).spans
    ]
    found = replace(one.found, observations=(*kept, *(seen for seen, _ in made)), marks=(*marks, *spans))
    return replace(one, found=found, some=frozenset())


def _made(ground: Ground, sentence: Sentence, whole: Observation, name: str, cell: Cell) -> Observation:
    piece, measure = sentence.piece, ground.context.codebook.measure(whole.measure)
    place = ground.locator(piece.cut(cell.share.start, cell.share.end))
    row = ground.locator(piece)
    return Observation(
        digest(ground.document, "partition", row, measure.id, cell.hit.text), ground.context.body, ground.document,
        measure.id, measures.amount(cell.count, measure), "prose", {name: cell.hit.where}, whole.period,
        table=f"{LISTED}{row.place.describe()}",
        places={
            "value": place, "row": row,
            f"where:{name}": ground.locator(piece.cut(cell.hit.start, cell.hit.end)),
        },
        accepted_by=rules.REST.name if cell.share.derived else rules.SPLIT.name,
    )  # fmt: skip
