"""The clauses of a sentence: each number with the nouns, categories and period that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from foidesk.model.periods import Period
from foidesk.words.matching import CategoryHit
from foidesk.words.numbers import NumberWord
from foidesk.words.periods import PeriodSeen
from foidesk.words.totals import ZeroSeen

from ..basis.ground import Ground
from ..basis.nouns import NounHit
from ..figures.seen import Categorised, Seen, look
from .beside import is_of_later, is_of_number, linked, named_from, period_of, right_of, stop_after
from .carried import Lead, carried_none, with_carried
from .clause import Clause
from .compared import is_held_against, with_compared
from .cutting import TO_DATE
from .in_turn import in_turn, of_no_year
from .in_words import glossed, with_words
from .listed_years import of_all_listed, of_each
from .nones import none_said, nones_by_year
from .over import Sentence
from .own_words import asks_sum, in_its_words
from .parallel import filled, sections
from .relative_years import with_relative
from .said_before import is_denied
from .series import VERB, is_move, is_rate, none_before, pairs, words_within
from .share_behind import without_shares
from .shared_nouns import without_base
from .slots import Slot, slots
from .some_done import some_done
from .sums_said import with_sum_of
from .words_around import words_around
from .years_named import Years, in_survey_order, in_their_order, years_asked, years_of_survey

_KIND = re.compile(
    r"\b(?:stage|band|level|tier|phase|class|grade|category|cat|step|type|group|zone|ward|unit|site|route|"
    r"stufe|gruppe|klasse|kategorie|bezirk)\s+$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:since|after|before|until|by|prior to|up to|seit|nach|vor|bis(?: zum)?|ab)\s+(?:the\s+end\s+of\s+)?$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:%|per ?cent|half|third|quarter|fraction)\s+of\s+"
    r"(?:(?:an?|the|our|all|its|their|these|those|some)\s+){0,2}$",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"^\W*(?:(?:of\s+(?:which|these|those|them)|thereof|davon|hiervon)\s+)?(?:in\s+|for\s+|during\s+)?(?:the\s+)?(?:(?:financial|fiscal|calendar|academic|school)\s+)?(?:years?\b\W*)?"
    r"(?:overall\s+)?(?:answer|total|number|figure|result)?"
    r"(?:\s+(?:for|in|over|during|within)\s+(?:the|this|that)\s+(?:whole\s+|full\s+)?(?:period|time|years?)"
    r"(?:\s+(?:asked\s+(?:about|for)|requested|specified|in\s+question))?)?(?:\s+to)?(?:\s+(?:is|was|came\s+to))?\W*$",
    re.IGNORECASE,
)
_ALL_WERE = re.compile(
    r"\s+(?:were|had\s+been|have\s+been|concerned|involved|related\s+to|waren|wurden|betrafen)\s+(?:all\s+)?"
    r"(?:(?:for|about|due\s+to|in|to|by|because\s+of|caused\s+by|on|at|from|with|wegen|im|am)\s+)?(?:(?:an?|the)\s+)?",
    re.IGNORECASE,
)
"""Between the figures of years and the one kind that all of them are of."""
_COLON = re.compile(r"\s*(?:[:–—=-]\s*)?(?:\(?in\s+)?", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,;]?\s*(?:(?:and|und|sowie)\s+)?", re.IGNORECASE)
_NEXT_TO_NONE = re.compile(r"\s*(?:(?:such|new|formal|valid|known|recorded|reported)\s+)?", re.IGNORECASE)
_OF_THOSE = re.compile(
    r"^\W*(?:of|among) (?:the|those|these)(?: (?:cases|matters|people|officers|staff))?(?: (?:who|which|that))?"
    r"(?: (?:were|was|had been|had|received))?(?= )",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\b(?:there\s+(?:was|were|is|are)|es\s+(?:gab|waren|sind)|gab\s+es|waren\s+es)\s+(?:only\s+|just\s+|nur\s+)?$",
    re.IGNORECASE,
)
_SOME_IN = re.compile(
    r"(?:\s+of\s+(?:them|these|those|which)|\s+davon|\s+hiervon)?(?:\s+(?:were|was|occurred|happened|wurden|waren))?"
    r"\s+(?:in|during|im|in\s+den)\s+(?:the\s+)?(?:(?:financial|calendar|academic|school|fiscal)\s+)?"
    r"(?:years?\s+|sessions?\s+|fy\s*|jahr(?:e[ns]?)?\s+)?",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r",?\s+(?:of\s+(?:which|whom)|davon|hiervon)\b", re.IGNORECASE)
_SAYS_ALL = re.compile(
    r"\b(?:of\s+(?:these|them|those|which)|in\s+(?:all|total)|altogether|overall|total|davon|insgesamt)\b",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"\s*(?:[,;:.]|$)")
_SOME_OF = re.compile(r"\s+(?:of\s+(?:the|these|those|them|which|whom)|der|dieser|davon|hiervon)\b", re.IGNORECASE)


def clauses(
    ground: Ground, sentence: Sentence, lead: Lead | None = None, years: Years = (), last: Period | None = None
) -> Iterator[Clause]:
    """The clauses of a sentence that tell a number, in order.

    `lead` is what the sentence before it counts, `years` are those that it names one by one, `last` is the last.
    """
    text = without_shares(sentence.text)
    sentence = replace(sentence, piece=replace(sentence.piece, text=text)) if text != sentence.text else sentence
    seen = look(ground, text)
    seen = replace(seen, periods=with_relative(ground, text, seen.periods, last))
    ordered = in_their_order(seen, years, False)
    ordered = ordered or in_their_order(seen, years_asked(ground, sentence.over.question), True)
    ordered = ordered or in_survey_order(seen, years_of_survey(ground)) or in_turn(ground, seen)
    if ordered:
        yield from ordered
        return
    asked = sentence.over.question
    seen = without_base(ground, sentence, seen)
    seen = replace(seen, plainly=in_its_words(ground, asked, seen), sum_asked=asks_sum(ground, asked))
    seen, base = _of_those(seen)
    if base is not None:
        yield from _of_base(seen, base)
        return
    if series := _each_year(seen, text):
        yield from series
        return
    listed = slots(ground, text, seen.numbers)
    if listed:
        head = min(one.hit.start for one in listed)
        yield from (of_all_listed(seen, replace(_slot_clause(one), head=head)) for one in listed)
        return
    yield from _each_number(ground, seen, lead)
    if not seen.numbers:
        yield from carried_none(seen, lead) or none_said(seen)


def _each_year(seen: Seen, text: str) -> list[Clause]:
    """The clauses of a sentence with a number, or none, for each of its years; empty for any other sentence."""
    if (kind := _kind_of_series(seen)) is not None:
        told = pairs(text, seen.numbers, seen.periods)
        return [replace(one, categories=(kind,), bare=False, listed=True) for one in _series(seen, told)]
    if seen.categories:
        return []
    before: list[Clause] = []
    dated = pairs(text, seen.numbers, seen.periods)
    if not dated and (first := none_before(seen.text, seen.periods)) is not None:
        dated = pairs(text, seen.numbers, seen.periods[1:])
        when, at = seen.periods[0].period, (seen.periods[0].start, seen.periods[0].end)
        before = of_each(_none_of(seen, first, when, at), seen.periods[:1]) if dated else []
    nones = nones_by_year(seen) if not dated else ()
    if nones:
        left = tuple(one for one in seen.periods if all(one is not when for _, when in nones))
        dated = pairs(text, seen.numbers, left, least=1)
    return [*before, *_series(seen, dated, nones)] if dated else []


def _each_number(ground: Ground, seen: Seen, lead: Lead | None) -> Iterator[Clause]:
    """The clauses of a sentence whose numbers go by no list of years or kinds."""
    each = [_clause(seen, index, w) or some_done(seen, w, lead) for index, w in enumerate(seen.numbers)]
    split, compared = with_compared(seen, of_no_year(seen, each))
    found = with_sum_of(seen, with_carried(seen, with_words(seen, _parallel(seen, split)), lead))
    kinds = _of_kinds(seen)
    unsure = any(one.period is None for one in seen.periods)  # "03/04/2023 to 05/06/2023"
    lost = any(one is None and word not in compared for one, word in zip(found, seen.numbers, strict=True))
    crowded = unsure or lost or _share_of(seen) or bool(kinds) or bool(seen.numbers and seen.shifting)
    kept = [of_all_listed(seen, replace(one, crowded=crowded or one.crowded)) for one in found if one is not None]
    kept = _beside(seen, [one for one in kept if one.number not in (*kinds, *compared)])
    kept = [replace(one, crowded=True) if _is_unsure(seen, one, kept) else one for one in kept]
    yield from [glossed(ground, seen, kept[0])] if len(kept) == 1 and not crowded else kept


def _kind_of_series(seen: Seen) -> tuple[str, CategoryHit] | None:
    """The kind of "Children: 2021 - 14, 2022 - 11 (total 25)", or of "6 in 2021 and 9 in 2022 were children"."""
    if len(seen.categories) != 1 or not pairs(seen.text, seen.numbers, seen.periods):
        return None
    name, hit = seen.categories[0]
    ends = max(max(one.end for one in seen.numbers), max(one.end for one in seen.periods))
    if hit.start >= ends:
        told = _ALL_WERE.fullmatch(seen.text[ends : hit.start]) and not re.search(r"\w", seen.text[hit.end :])
        told = told and ";" not in seen.text[:ends]
        return (name, hit) if told and not hit.negated and hit.where.categories else None
    first = min(seen.numbers[0].start, seen.periods[0].start)
    opens = not re.search(r"\w", seen.text[: hit.start]) and _COLON.fullmatch(seen.text[hit.end : first])
    return (name, hit) if opens and not hit.negated and hit.where.categories else None


def _none_of(seen: Seen, first: tuple[int, int], when: Period | None, at: tuple[int, int]) -> Clause:
    """The clause of a "no" or "none" before the figures of later years; unsure of "no record of complaints"."""
    named = tuple(noun for noun in seen.nouns[:1] if noun.end <= at[0])
    between = seen.text[first[1] : named[0].start] if named else ""
    gap = seen.text[named[0].end : at[0]] if named else ""
    far = not _NEXT_TO_NONE.fullmatch(between)
    return Clause(
        *first, None, seen.nouns[:1], (), when, at, bare=not named, crowded=far, listed=bool(named), gap=gap
    )


def _of_base(seen: Seen, base: tuple[str, CategoryHit]) -> Iterator[Clause]:
    """The clauses of "of those dismissed, two were sergeants": each is of the kind named first, too."""
    split = [_clause(seen, index, word) for index, word in enumerate(seen.numbers)]
    crowded = None in split or not seen.numbers
    for one in (one for one in split if one):
        gap = one.gap.replace(base[1].text, " ")
        yield replace(one, crowded=crowded, categories=(*one.categories, base), gap=gap)


def _of_kinds(seen: Seen) -> tuple[NumberWord, ...]:
    """The 1 of "Stage 1 complaints: 35": a number in the name of some, where no category of ours has that name."""
    spans = [(hit.start, hit.end) for _, hit in seen.categories] + [(noun.start, noun.end) for noun in seen.nouns]
    named = (word for word in seen.numbers if _KIND.search(seen.text[: word.start]))
    return tuple(word for word in named if not any(start <= word.start < end for start, end in spans))


def _parallel(seen: Seen, found: list[Clause | None]) -> list[Clause | None]:
    """The clauses, with those that the sentence leaves out because they repeat the ones before."""
    held = sections(seen.text, seen.numbers, seen.periods)
    if held is None or None not in found:
        return found
    labels = [(one.nouns, one.categories) if one is not None else None for one in found]
    more = filled(seen.text, seen.numbers, held, labels)
    out = list(found)
    for at, (nouns, categories) in more.items():
        word, when = (
            seen.numbers[at],
            next(p for p, some in zip(held.periods, held.held, strict=True) if at in some),
        )
        out[at] = Clause(word.start, word.end, word, nouns, categories, when.period, (when.start, when.end))
    return out


def _series(
    seen: Seen,
    dated: tuple[tuple[NumberWord, PeriodSeen], ...],
    nones: tuple[tuple[ZeroSeen, PeriodSeen], ...] = (),
) -> Iterator[Clause]:
    """A clause for each figure of a period; a total before them is one of its own."""
    nouns = seen.nouns[:1] if len({noun.measure for noun in seen.nouns}) == 1 else ()
    if len(dated) < len(seen.numbers):
        total = _sum_of_series(seen, dated, nouns)
        if total is not None:
            yield total
    starts = [one.start for pair in dated for one in pair]
    told = min([*starts, *(min(zero.start, when.start) for zero, when in nones)])
    gap = seen.text[nouns[0].end : told] if nouns and nouns[0].end < told else ""
    first = dated[0][0]
    if nouns and first.end <= nouns[0].start < dated[0][1].start:
        gap = seen.text[first.end : nouns[0].start]
    for word in (one for one in seen.numbers if nouns and nouns[0].end <= one.start and one.end <= told):
        gap = gap.replace(word.text, " ")
    known = [*((one.start, one.end) for one in seen.nouns), *((one.start, one.end) for one in seen.numbers)]
    around = words_around(seen, dated, nones)
    gap = VERB.sub(" ", f"{gap} {words_within(seen.text, dated, known)} {around}")
    moved = any(is_move(seen.text, word) or is_rate(seen.text, word) for word, _ in dated)
    moved = moved or is_denied(seen.text, told)
    for word, when in dated:
        yield Clause(
            word.start, word.end, word, nouns, (), when.period, (when.start, when.end), not nouns, moved, gap,
            listed=bool(nouns),
        )  # fmt: skip
    for zero in dict.fromkeys(zero for zero, _ in nones):
        none = Clause(zero.start, zero.end, None, nouns, bare=not nouns, crowded=moved, listed=bool(nouns))
        yield from of_each(none, [when for other, when in nones if other is zero])


def _sum_of_series(
    seen: Seen, dated: tuple[tuple[NumberWord, PeriodSeen], ...], nouns: tuple[NounHit, ...]
) -> Clause | None:
    """The one number beside those of a series: a total before them, or the sum behind them."""
    (word,) = [one for one in seen.numbers if all(one is not number for number, _ in dated)]
    if word is not seen.numbers[0]:
        differs = sum((one.value or Decimal(0) for one, _ in dated), Decimal(0)) != word.value
        listed = bool(nouns) and not differs
        return Clause(
            word.start, word.end, word, nouns, bare=not nouns, crowded=differs, listed=listed, head=word.start
        )
    whole = _clause(replace(seen, periods=()), 0, word)
    if whole is None and sum((one.exact or Decimal(0) for one, _ in dated), Decimal(0)) == word.exact:
        return Clause(word.start, word.end, word, nouns, bare=not nouns, head=word.start)
    return whole


def _of_those(seen: Seen) -> tuple[Seen, tuple[str, CategoryHit] | None]:
    """Of "Of those dismissed three were staff": the cases that are split up, and the rest of the sentence."""
    start = _OF_THOSE.match(seen.text)
    first = seen.categories[0] if start and seen.categories else None
    if start is None or first is None or first[1].start - start.end() > 1 or first[1].negated or not seen.numbers:
        return seen, None
    if first[1].end > seen.numbers[0].start or any(name == first[0] for name, _ in seen.categories[1:]):
        return seen, None
    return replace(seen, categories=seen.categories[1:]), first


def dated(ground: Ground, text: str) -> PeriodSeen | None:
    """The one period that a sentence names, unless it only begins or ends there."""
    found = ground.period_in(text)
    if len(found) != 1 or _OPEN.search(text[: found[0].start]):
        return None
    return found[0]


def _slot_clause(slot: Slot) -> Clause:
    word = slot.number
    return Clause(word.start, word.end, word, (), ((slot.variable, slot.hit),), listed=True)


def _clause(seen: Seen, index: int, word: NumberWord) -> Clause | None:
    before = seen.numbers[index - 1].end if index else 0
    after = seen.numbers[index + 1].start if index + 1 < len(seen.numbers) else len(seen.text)
    left = linked(seen, before, word, seen.trailing)
    right = right_of(seen, word, after)
    if left is not None and (right[1] or word.kind == "money") and before and is_of_number(seen, left, before):
        left = None
    if left is not None and not left[1] and right[1] and not seen.trailing and _names_next(seen, word, right[1]):
        right, left = (left[0], right[1]), None
    nouns, categories = left if left is not None else right
    starts = [noun.start for noun in nouns] + [hit.start for _, hit in categories]
    gap = seen.text[word.end : min(starts)] if left is None and starts else ""
    when = period_of(seen, index, before, after)
    bare = _is_bare(seen, word) or _is_only_sum(seen, word)
    bare = bare or (not (nouns or categories) and _is_split_up(seen, index, word))
    dated = _dates_some(seen, word)
    if not (nouns or categories or bare or dated):
        return None
    if not (categories or dated) and _SOME_OF.match(seen.text, word.end) and not _is_split_up(seen, index, word):
        return None
    bare = bare or dated
    open_ended = when is not None and (
        _OPEN.search(seen.text[: when.start]) is not None or is_held_against(seen, when)
    )
    when = None if open_ended else when
    at = (when.start, when.end) if when else None
    return Clause(
        word.start, word.end, word, nouns, categories, when.period if when else None, at, bare, open_ended,
        gap + " " + _beyond(seen, word, before, after),
    )  # fmt: skip


def _names_next(seen: Seen, word: NumberWord, categories: Categorised) -> bool:
    """True for the 17 of "the places closed in 2022 were 17 cafés and 5 shops": it is of the kind behind it."""
    return not seen.text[word.end : min(hit.start for _, hit in categories)].strip()


def _dates_some(seen: Seen, word: NumberWord) -> bool:
    """True for "eleven of them were in 2022/23", "there were 8 in 2023/24": the figure of a period."""
    return any(
        _SOME_IN.fullmatch(seen.text[word.end : one.start]) and _PAUSE.match(seen.text, one.end)
        and (_SOME_OF.match(seen.text, word.end) or _THERE.search(seen.text[: word.start]))
        for one in seen.periods
    )  # fmt: skip


def _beyond(seen: Seen, word: NumberWord, before: int, after: int) -> str:
    """The words around a number that are neither its noun, nor a category, nor a period."""
    first, last = (0 if before == 0 else word.end), stop_after(seen, word.end, after)
    kept = list(seen.text[first:last])
    spans = [(n.start, n.end) for n in seen.nouns] + [(h.start, h.end) for _, h in seen.categories]
    spans += [(w.start, w.end) for w in (word, *seen.referred)]
    for start, end in (*spans, *((named_from(seen, p), p.end) for p in seen.periods)):
        for at in range(max(start, first), min(end, last)):
            kept[at - first] = " "
    return "".join(kept)


def _beside(seen: Seen, kept: list[Clause]) -> list[Clause]:
    """The clauses of "7 for cockroaches, 8 for rodents and 3 for sewage", where two are vermin: they add up."""
    row = [one for one in kept if one.number is not None and len(one.categories) == 1 and not one.nouns]
    told = [(name, hit.where.categories, hit.text.lower()) for one in row for name, hit in one.categories]
    twice = len({one[:2] for one in told}) < len(set(told)) == len(told)
    alike = len({one.period for one in row}) == len({name for name, _, _ in told}) == 1
    ends = [max(one.end, *(hit.end for _, hit in one.categories)) for one in row]
    listed = all(_COMMA.fullmatch(seen.text[end : one.start]) for end, one in zip(ends, row[1:], strict=False))
    return (
        [replace(one, beside=True) if one in row else one for one in kept] if twice and alike and listed else kept
    )


def _share_of(seen: Seen) -> bool:
    """True if a number is only the base of a share: "90% of one post"."""
    return any(_SHARE.search(seen.text[: word.start]) for word in seen.numbers)


def _is_bare(seen: Seen, word: NumberWord) -> bool:
    """True if the number is all that the sentence says."""
    rest = seen.text[: word.start] + " " * (word.end - word.start) + seen.text[word.end :]
    for dated in seen.periods:
        start = named_from(seen, dated)
        rest = rest[:start] + " " * (dated.end - start) + rest[dated.end :]
    rest = TO_DATE.sub("", rest)
    there = _THERE.search(seen.text[: word.start]) and _PAUSE.match(seen.text, word.end)
    return (len(seen.numbers) == 1 and (seen.plainly or _FRAME.match(rest) is not None)) or there is not None


def _is_unsure(seen: Seen, clause: Clause, every: Sequence[Clause]) -> bool:
    """True for a figure of one of several years, a rise by some number, a rate, and what the words before deny."""
    word = clause.number
    moved = word is not None and (is_move(seen.text, word) or is_rate(seen.text, word))
    moved = moved or (word is not None and _is_of_no_year(seen, clause, word, every))
    return moved or _is_of_some_years(seen, clause) or is_denied(seen.text, clause.start)


def _is_of_no_year(seen: Seen, clause: Clause, word: NumberWord, every: Sequence[Clause]) -> bool:
    """True for the 12 of "12 reports; in 2023 there were 7": of all years or of another, nobody says."""
    if not is_of_later(seen, word) or _SAYS_ALL.search(seen.text):
        return False
    kinds, measures = _kinds_of(clause), {noun.measure for noun in clause.nouns}
    later = [one for one in every if one.number is not None and one.start >= seen.periods[0].end]
    return any(
        _kinds_of(one) == kinds and (not one.nouns or {noun.measure for noun in one.nouns} == measures)
        for one in later
    )


def _kinds_of(clause: Clause) -> set[tuple[str, object]]:
    return {(name, hit.where) for name, hit in clause.categories}


def _is_of_some_years(seen: Seen, clause: Clause) -> bool:
    """True for the 4 of "2012, 2013, 2014 – 54 dogs, 4 cats": of each year or of all, and nobody says which."""
    return len(seen.periods) > 1 and clause.period is None and clause.number is not None


def _is_only_sum(seen: Seen, word: NumberWord) -> bool:
    """True for the £1,440 of "2021 - 22 notices - £1,440", under a question that asks for both."""
    sums = [one for one in seen.numbers if one.kind == "money"]
    return seen.sum_asked and sums == [word] and len(seen.numbers) == 2


def _is_split_up(seen: Seen, index: int, word: NumberWord) -> bool:
    """True for the 852 of "852, of which 140 are sergeants": it opens the sentence, and the rest splits it up."""
    opens = index == 0 and not re.search(r"\w", seen.text[: word.start])
    return opens and _OF_WHICH.match(seen.text, word.end) is not None
