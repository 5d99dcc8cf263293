"""Cases that a reply found after it had counted: "we found one more, so 16". Asked, never added unasked.

The figure before it and the one that comes of it are the two readings of one question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from foidesk.model.observations import Correction, Observation, OneOf, Where
from foidesk.words.normal import normalise
from foidesk.words.numbers import NumberWord

from ..basis.ground import Ground
from ..basis.plain import PLAIN
from ..figures.seen import look
from ..sentences.over import Sentence

_MORE = re.compile(r"\s+(?:more|extra|further|additional|weitere[nrs]?)\b", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:further|additional|extra|another|weitere[nrs]?)\s+$", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:another|an?\s+(?:further|additional|extra)|eine?\s+weitere[nrs]?)\s+(?=[^\W\d])", re.IGNORECASE
)
_CAME_UP = re.compile(
    r"\b(?:found|find|identified|located|discovered|uncovered|traced|turned\s+up|surfaced|c[ao]me\s+to\s+light|"
    r"missed|overlooked|omitted|left\s+out|forgotten|gefunden|aufgetaucht|übersehen|vergessen|nachgemeldet)\b",
    re.IGNORECASE,
)
_SO = re.compile(
    r"\b(?:so|making|makes|bringing|brings|giving|gives|hence|therefore|thus|then|also|somit|damit|daher|macht)\b"
    r"(?:\s+(?!not\b|nicht\b)[^\W\d]+){0,6}\s+(?:[(“\"']\s*)?$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s+(?:(?:more|extra|further|additional|of\s+(?:these|them))\s+)?([^\W\d_]+)", re.IGNORECASE)
_MAKES = re.compile(
    r"\W*(?:(?:that|this|which)\s+(?:now\s+)?(?:makes|brings|gives|takes)|so\b|the\s+(?:new\s+)?total\b|damit|somit|"
    r"das\s+(?:macht|ergibt|sind))",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"\b(?:in\s+(?:all|total)|altogether|all\s+told|overall|insgesamt|zusammen)\b", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:than|compared|fewer|less|als)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class More:
    """How many came up later, and the figure that the reply itself makes of it, if it does."""

    more: NumberWord
    whole: NumberWord | None

    @property
    def words(self) -> tuple[NumberWord, ...]:
        return (self.more,) if self.whole is None else (self.more, self.whole)


def more_found(ground: Ground, sentence: Sentence) -> More | None:
    """What a sentence says to have come up later; None if it says nothing of the kind, or compares."""
    text = sentence.text
    words = [word for word in look(ground, text).numbers if word.exact is not None and word.kind == "integer"]
    further = [one for one in words if _MORE.match(text, one.end) or _FURTHER.search(text[: one.start])]
    another = [_one(found) for found in _ANOTHER.finditer(text) if not _begins(found.end(), words)]
    further = further or another  # "three more complaints in another mailbox" are three
    if len(further) != 1 or _COMPARED.search(text):
        return None
    behind = [one for one in words if one.start > further[0].end and _SO.search(text[further[0].end : one.start])]
    whole = behind[0] if len(behind) == 1 else None
    return More(further[0], whole) if whole is not None or _CAME_UP.search(text) else None


def more_besides(ground: Ground, sentence: Sentence) -> More | None:
    """So many "further" ones of which a sentence tells no kind: "a further 5 are still being entered"."""
    text, seen = sentence.text, look(ground, sentence.text)
    words = [word for word in seen.numbers if word.exact is not None and word.kind == "integer"]
    further = [one for one in words if _MORE.match(text, one.end) or _FURTHER.search(text[: one.start])]
    if len(further) != 1 or len(words) != 1 or _COMPARED.search(text) or seen.categories:
        return None
    after = _NEXT.match(text, further[0].end)
    strange = after is not None and not any(noun.start <= after.start(1) < noun.end for noun in seen.nouns)
    return None if strange and normalise(after[1]) not in PLAIN else More(further[0], None)  # type: ignore[index]


def _one(found: re.Match[str]) -> NumberWord:
    """ "another complaint" is one."""
    return NumberWord(*found.span(), found[0].strip(), "integer", Decimal(1), Decimal(1), Decimal(1), spelt=True)


def _begins(at: int, words: Sequence[NumberWord]) -> bool:
    return any(one.start == at for one in words)


def figure_before(later: More, exact: Sequence[Observation]) -> Observation | None:
    """The figure that was counted before: what is left of the whole, else the last total that was told."""
    left = [one for one in exact if later.whole is not None and _number(one) == _before(later)]
    totals = [one for one in exact if not one.where]
    known = [one for one in left if not one.where] or left or totals
    return known[-1] if known else None


def raised(later: More, old: Observation) -> NumberWord:
    """The word for the figure with what came up later."""
    whole = later.whole
    if whole is not None:
        return whole
    value = _number(old) + (later.more.exact or Decimal(0))
    return replace(later.more, text=f"{value:,}", value=value, lo=value, hi=value)


def more_elsewhere(
    ground: Ground, sentence: Sentence, later: More, behind: Sequence[Sentence]
) -> tuple[tuple[Sentence, ...], tuple[Correction, ...]]:
    """What came up after another letter had counted: the sentences that give the new totals, and these.

    "Three more were found. That makes 43" corrects a total of 40. Where no new total is given, the old one is
    wrong and nobody knows by how much: the reply may have counted them in some of its figures.
    """
    said = ground.locator(sentence.piece)
    words = look(ground, sentence.text)
    measures = tuple(sorted({hit.measure for hit in words.nouns}))
    whole, told = later.whole, sentence
    for one in () if whole is not None else behind:
        held = _totals(ground, one)
        if held:
            whole, told = held[-1], one
            break
    more = later.more.exact or Decimal(0)
    if whole is None:
        days = [one.period for one in words.periods]
        where: dict[str, Where] = {}
        period = days[0] if len(days) == 1 else None
        return (), (Correction(None, None, measures, where, period, True, said, said),)
    place = ground.locator(told.piece.cut(whole.start, whole.end))
    total = Correction(whole.exact, (whole.exact or Decimal(0)) - more, measures, {}, None, True, place, said)
    dated = look(ground, told.text)
    years = [
        Correction(
            word.exact, (word.exact or Decimal(0)) - more, measures, {}, when.period, True,
            ground.locator(told.piece.cut(word.start, word.end)), ground.locator(told.piece),
        )
        for word, when in zip(dated.numbers, dated.periods, strict=False)
        if len(dated.periods) == 1 and word is not whole and word.exact is not None and word.end <= when.start
    ]  # fmt: skip
    return (told,) if told is not sentence else (), (total, *years)


def kinds_told(ground: Ground, sentence: Sentence) -> tuple[Correction, ...]:
    """The kinds that words tell of what came up later ("both were denied"): their figures are short."""
    seen, said = look(ground, sentence.text), ground.locator(sentence.piece)
    measures = tuple(sorted({hit.measure for hit in seen.nouns}))
    return tuple(
        Correction(None, None, measures, {name: OneOf(hit.where.categories, "")}, None, False, said, said)
        for name, hit in seen.categories if not hit.negated
    )  # fmt: skip


def _totals(ground: Ground, sentence: Sentence) -> list[NumberWord]:
    """The numbers of "That makes 43" and "so there were ten in 2024 and 16 in all": the whole is the last."""
    text = sentence.text
    words = [word for word in look(ground, text).numbers if word.exact is not None and word.kind == "integer"]
    return words if words and len(words) <= 2 and (_MAKES.match(text) or _IN_ALL.search(text)) else []


def _before(later: More) -> Decimal:
    assert later.whole is not None
    return (later.whole.exact or Decimal(0)) - (later.more.exact or Decimal(0))


def _number(one: Observation) -> Decimal:
    return one.amount.lo if one.amount is not None else Decimal(-1)
