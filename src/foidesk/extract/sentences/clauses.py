"""The clauses of a sentence: each number with the nouns, categories and period that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from foidesk.model.observations import OneOf
from foidesk.words.matching import CategoryHit
from foidesk.words.numbers import NumberWord
from foidesk.words.periods import PeriodSeen
from foidesk.words.totals import nil, zeros

from ..basis.asked import asked_variables, names_persons
from ..basis.ground import Ground
from ..basis.nouns import NounHit
from ..figures.seen import Categorised, Seen, look
from .clause import Clause
from .letter import TO_DATE, Sentence
from .listed_years import about, is_of_keeping, is_unclear, of_all_listed, of_period, whens
from .own_words import asks_sum, in_its_words
from .parallel import filled, sections
from .series import none_before, pairs
from .slots import Slot, slots

REACH = 60
_LINK = re.compile(
    r"\s*(?:[:=(–—-]|\.{2,}|…|was|were|is|are|being|totall?ed|totalling|stood at|came to|amount(?:s|ed|ing) to|of|"
    r"to the value of|in höhe von|"
    r"(?:was|were) (?:given|imposed|issued|made|recorded|found|used|applied|taken|the result|the outcome) in|"
    r"war(?:en)?|ist|sind|betr(?:ägt|ug|ugen)|(?:belief|beliefen|beläuft) sich auf|lag(?:en)? bei|insgesamt|:)?"
    r"\s*(?:[:=(–—-]\s*)?(?:x\s*)?",
    re.IGNORECASE,
)
_CASES = re.compile(r"\s+(?:cases?|matters?|instances?|occasions?|fällen?|fall)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:totall?ed|stood at|came to|amounted to|ran to|rose|fell|betr(?:ägt|ug|ugen)|"
    r"(?:belief|beliefen|beläuft) sich auf|lag(?:en)? bei|stieg(?:en)?|sank(?:en)?)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(?:stage|band|level|tier|phase|class|grade|category|cat|step|type|group|zone|ward|unit|site|route|"
    r"stufe|gruppe|klasse|kategorie|bezirk)\s+$",
    re.IGNORECASE,
)
_RAN_TO = re.compile(r"\b(?:belief|beliefen|beläuft|belaufen)\s+sich\b", re.IGNORECASE)
_STOP = re.compile(r"[;,.(]|\s[–—-]\s|:\s|\s(?:and|but|while|whilst|with|und|aber|sowie|wobei|während)\s")
_NEXT = re.compile(r"[;,.]\s")
_WHEN = re.compile(r"\s*\b(?:in|for|during|over|im|für|in den)\s+(?:the\s+)?$", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:since|after|before|until|by|prior to|up to|seit|nach|vor|bis(?: zum)?|ab)\s+(?:the\s+end\s+of\s+)?$",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?:%|per ?cent|half|third|quarter|fraction)\s+of\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)
_FRAME = re.compile(
    r"^\W*(?:in\s+|for\s+|during\s+)?(?:the\s+)?(?:(?:financial|fiscal|calendar|academic|school)\s+)?(?:years?\b\W*)?"
    r"(?:overall\s+)?(?:answer|total|number|figure|result)?"
    r"(?:\s+(?:for|in|over|during|within)\s+(?:the|this|that)\s+(?:whole\s+|full\s+)?(?:period|time|years?)"
    r"(?:\s+(?:asked\s+(?:about|for)|requested|specified|in\s+question))?)?(?:\s+to)?(?:\s+(?:is|was|came\s+to))?\W*$",
    re.IGNORECASE,
)
_OF_THOSE = re.compile(
    r"^\W*(?:of|among) (?:the|those|these)(?: (?:cases|matters|people|officers|staff))?(?: (?:who|which|that))?"
    r"(?: (?:were|was|had been|had|received))?(?= )",
    re.IGNORECASE,
)
_GLOSS = re.compile(r"\(\s*(?P<words>[^()\d]{3,120}?)\s*\)\W*(?:$|[.;](?:\s|$))")
_NO_GLOSS = re.compile(
    r"^(?:see|note|includ|exclud|not |of (?:wh|the)|which|up to|as at|e\.?g|i\.?e|all |rank|or |and |\W)",
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
_YEAR_OF = re.compile(
    r"\b(?:(?:financial|fiscal|calendar|academic|school|tax)\s+years?|years?|sessions?|"
    r"(?:haushalts|kalender|geschäfts|berichts|schul)?jahr(?:e[ns]?)?)\s*$",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"^\s*[:=–—-]\s*")
_OF_WHICH = re.compile(r",?\s+(?:of\s+(?:which|whom)|davon|hiervon)\b", re.IGNORECASE)
_PAUSE = re.compile(r"\s*(?:[,;:.]|$)")
_IN_ALL = re.compile(
    r"\s*(?:(?:in|for|during|over|throughout|für|während)\s+)?(?:all|each|every|any|the whole|alle[nr]?|jede[ns]?)"
    r"\b[\w\s]{0,40}$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\s+(?:(?:was|were|had been)\s+)?(?:for|about|involved|concerned|related to|relating to)\s+"
    r"(?P<words>[A-Za-z][\w’'/-]*(?:\s+[\w’'/-]+){0,6}?)(?=\s*(?:[,;.]|$)|\s+and\s+(?:\d|\w+\s+(?:for|about|were|was)\b))",
    re.IGNORECASE,
)
_SOME_OF = re.compile(r"\s+(?:of\s+(?:the|these|those|them|which|whom)|der|dieser|davon|hiervon)\b", re.IGNORECASE)


def clauses(ground: Ground, sentence: Sentence) -> Iterator[Clause]:
    """The clauses of a sentence that tell a number, in order."""
    seen = look(ground, sentence.text)
    asked = sentence.over.question
    seen = replace(seen, plainly=in_its_words(ground, asked, seen), sum_asked=asks_sum(ground, asked))
    seen, base = _of_those(seen)
    if base is not None:
        split = [_clause(seen, index, word) for index, word in enumerate(seen.numbers)]
        crowded = None in split or not seen.numbers
        for one in (one for one in split if one):
            gap = one.gap.replace(base[1].text, " ")
            yield replace(one, crowded=crowded, categories=(*one.categories, base), gap=gap)
        return
    dated = pairs(sentence.text, seen.numbers, seen.periods) if not seen.categories else ()
    if not dated and not seen.categories and (first := none_before(seen.text, seen.periods)) is not None:
        dated = pairs(sentence.text, seen.numbers, seen.periods[1:])
        when, at = seen.periods[0].period, (seen.periods[0].start, seen.periods[0].end)
        yield from (Clause(*first, None, seen.nouns[:1], (), when, at, bare=True) for _ in dated[:1])
    if dated:
        yield from _series(seen, dated)
        return
    listed = slots(ground, sentence.text, seen.numbers)
    if listed:
        head = min(one.hit.start for one in listed)
        yield from (of_all_listed(seen, replace(_slot_clause(one), head=head)) for one in listed)
        return
    found = _with_words(seen, _parallel(seen, [_clause(seen, index, w) for index, w in enumerate(seen.numbers)]))
    kinds = _of_kinds(seen)
    unsure = any(one.period is None for one in seen.periods)  # "03/04/2023 to 05/06/2023"
    crowded = unsure or None in found or _share_of(seen) or bool(kinds) or bool(seen.numbers and seen.shifting)
    kept = [of_all_listed(seen, replace(clause, crowded=crowded)) for clause in found if clause is not None]
    kept = [one for one in kept if one.number not in kinds]
    kept = [replace(one, crowded=True) if _is_of_some_years(seen, one) else one for one in kept]
    yield from [_glossed(ground, seen, kept[0])] if len(kept) == 1 and not crowded else kept
    if not seen.numbers:
        yield from _none_said(seen)


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


def _with_words(seen: Seen, found: list[Clause | None]) -> list[Clause | None]:
    """The clauses of a list, with one for "five for vaping": words yet to be coded between known categories."""
    known = [one for one in found if one is not None]
    names = {name for one in known for name, _ in one.categories}
    if len(known) < 2 or len(names) != 1 or any(len(one.categories) != 1 or one.nouns for one in known):
        return found
    return [
        one or _in_words(seen, word, names.copy().pop()) for one, word in zip(found, seen.numbers, strict=True)
    ]


def _in_words(seen: Seen, word: NumberWord, name: str) -> Clause | None:
    """A number with the words behind "for" that no category knows."""
    said = _FOR.match(seen.text, word.end)
    if said is None or any(noun.start < said.end() and noun.end > said.start("words") for noun in seen.nouns):
        return None
    words = " ".join(said["words"].split())
    hit = CategoryHit(*said.span("words"), words, OneOf((), words))
    return Clause(word.start, word.end, word, (), ((name, hit),), gap=seen.text[word.end : said.start("words")])


def _series(seen: Seen, dated: tuple[tuple[NumberWord, PeriodSeen], ...]) -> Iterator[Clause]:
    """A clause for each figure of a period; a total before them is one of its own."""
    nouns = seen.nouns[:1] if len({noun.measure for noun in seen.nouns}) == 1 else ()
    if len(dated) < len(seen.numbers):
        total = _sum_of_series(seen, dated, nouns)
        if total is not None:
            yield total
    told = min(one.start for pair in dated for one in pair)
    gap = _VERB.sub(" ", seen.text[nouns[0].end : told]) if nouns and nouns[0].end < told else ""
    for word, when in dated:
        yield Clause(
            word.start, word.end, word, nouns, (), when.period, (when.start, when.end), not nouns, gap=gap,
            listed=bool(nouns),
        )  # fmt: skip


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
    return _clause(replace(seen, periods=()), 0, word)


def _of_those(seen: Seen) -> tuple[Seen, tuple[str, CategoryHit] | None]:
    """Of "Of those dismissed three were staff": the cases that are split up, and the rest of the sentence."""
    start = _OF_THOSE.match(seen.text)
    first = seen.categories[0] if start and seen.categories else None
    if start is None or first is None or first[1].start - start.end() > 1 or first[1].negated or not seen.numbers:
        return seen, None
    if first[1].end > seen.numbers[0].start or any(name == first[0] for name, _ in seen.categories[1:]):
        return seen, None
    return replace(seen, categories=seen.categories[1:]), first


def _glossed(ground: Ground, seen: Seen, clause: Clause) -> Clause:
    """The clause with what brackets at its end say of all its cases: "2 resigned (a photograph)"."""
    told = {name for name, _ in clause.categories}
    start = max((hit.end for _, hit in clause.categories), default=0)
    found = _GLOSS.search(seen.text, start) if told else None
    if found is None or _NO_GLOSS.match(found["words"]):
        return clause
    inside = [
        (name, hit)
        for name, hit in seen.categories
        if found.start("words") <= hit.start and hit.end <= found.end("words")
    ]
    known = tuple((name, hit) for name, hit in inside if name not in told and not hit.negated)
    if len({name for name, _ in known}) < len(known):
        return clause
    left = {name for name in asked_variables(ground) - told if not names_persons(ground, name)}
    if not inside and len(left) == 1 and len(found["words"].split()) > 1:
        words = found["words"]
        known = ((left.pop(), CategoryHit(*found.span("words"), words, OneOf((), " ".join(words.split())))),)
    return replace(clause, categories=(*clause.categories, *known))


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
    left = _linked(seen, before, word, seen.trailing)
    right = _right(seen, word, after)
    if left is not None and (right[1] or word.kind == "money") and before and _is_of_number(seen, left, before):
        left = None
    nouns, categories = left if left is not None else right
    starts = [noun.start for noun in nouns] + [hit.start for _, hit in categories]
    gap = seen.text[word.end : min(starts)] if left is None and starts else ""
    when = _period(seen, index, before, after)
    bare = _is_bare(seen, word) or _is_only_sum(seen, word)
    bare = bare or (not (nouns or categories) and _is_split_up(seen, index, word))
    dated = _dates_some(seen, word)
    if not (nouns or categories or bare or dated):
        return None
    if not (categories or dated) and _SOME_OF.match(seen.text, word.end) and not _is_split_up(seen, index, word):
        return None
    bare = bare or dated
    open_ended = when is not None and _OPEN.search(seen.text[: when.start]) is not None
    when = None if open_ended else when
    at = (when.start, when.end) if when else None
    return Clause(
        word.start, word.end, word, nouns, categories, when.period if when else None, at, bare, open_ended,
        gap + " " + _beyond(seen, word, before, after),
    )  # fmt: skip


def _is_of_number(seen: Seen, left: tuple[tuple[NounHit, ...], Categorised], before: int) -> bool:
    """True for the noun of "20 cases: 5 dismissed, 12 resigned": it is of the 20, not of the 5."""
    nouns, categories = left
    return bool(nouns) and not categories and not seen.text[before : nouns[0].start].strip()


def _dates_some(seen: Seen, word: NumberWord) -> bool:
    """True for "eleven of them were in 2022/23", "there were 8 in 2023/24": the figure of a period."""
    return any(
        _SOME_IN.fullmatch(seen.text[word.end : one.start]) and _PAUSE.match(seen.text, one.end)
        and (_SOME_OF.match(seen.text, word.end) or _THERE.search(seen.text[: word.start]))
        for one in seen.periods
    )  # fmt: skip


def _beyond(seen: Seen, word: NumberWord, before: int, after: int) -> str:
    """The words around a number that are neither its noun, nor a category, nor a period."""
    first, last = (0 if before == 0 else word.end), _stop(seen, word.end, after)
    kept = list(seen.text[first:last])
    spans = [(n.start, n.end) for n in seen.nouns] + [(h.start, h.end) for _, h in seen.categories]
    spans += [(w.start, w.end) for w in (word, *seen.referred)]
    for start, end in (*spans, *((_named_from(seen, p), p.end) for p in seen.periods)):
        for at in range(max(start, first), min(end, last)):
            kept[at - first] = " "
    return "".join(kept)


def _share_of(seen: Seen) -> bool:
    """True if a number is only the base of a share: "90% of one post"."""
    return any(_SHARE.search(seen.text[: word.start]) for word in seen.numbers)


def _linked(
    seen: Seen, before: int, word: NumberWord, trailing: bool
) -> tuple[tuple[NounHit, ...], Categorised] | None:
    """The words left of a number that a colon, a dash or "was" ties to it: "Resigned: 2"."""
    categories = [(id, hit) for id, hit in seen.categories if before <= hit.start and hit.end <= word.start]
    nouns = [noun for noun in seen.nouns if before <= noun.start and noun.end <= word.start]
    ends = [hit.end for _, hit in categories] + [noun.end for noun in nouns]
    between = _undated(seen, max(ends), word.start) if ends else ""
    turned = between.strip() == "auf" and _RAN_TO.search(seen.text, before, max(ends, default=before)) is not None
    cases = between.strip().lower() == "in" and _CASES.match(seen.text, word.end) is not None
    cases = cases and all(noun.start >= word.end for noun in nouns) and len({n.measure for n in seen.nouns}) < 2
    cases = cases and all(_CASES.match(seen.text, noun.start - 1) for noun in seen.nouns)
    if not ends or not (turned or cases or _LINK.fullmatch(between)):
        return None
    if not between.strip() and not trailing:
        return None
    return tuple(nouns), tuple(categories)


def _undated(seen: Seen, start: int, end: int) -> str:
    """The words between a noun and its number without the one period in them: "complaints in 2019/20: 29"."""
    inside = [one for one in seen.periods if start <= one.start and one.end <= end]
    if len(inside) != 1 or not (found := _WHEN.search(seen.text[start : _named_from(seen, inside[0])])):
        return seen.text[start:end]
    between = seen.text[start : start + found.start()] + seen.text[inside[0].end : end]
    return seen.text[start:end] if between.strip().lower() in ("", "of") else between


def _right(seen: Seen, word: NumberWord, after: int) -> tuple[tuple[NounHit, ...], Categorised]:
    """The nouns and categories right of a number, up to the next stop or number."""
    stop = _stop(seen, word.end, after)
    near = [
        noun
        for noun in seen.nouns
        if word.end <= noun.start and noun.end <= stop and noun.start - word.end <= REACH
    ]
    held = [
        (id, h)
        for id, h in seen.categories
        if word.end <= h.start and h.end <= stop and h.start - word.end <= REACH
    ]
    return tuple(near[:1]), tuple(held)


def _stop(seen: Seen, start: int, after: int) -> int:
    """Where the words of a number end: at a stop that lies inside no category and no noun."""
    spans = [(hit.start, hit.end) for _, hit in seen.categories] + [(noun.start, noun.end) for noun in seen.nouns]
    for found in _STOP.finditer(seen.text, start, after):
        inside = any(first <= found.start() < last for first, last in (*spans, *seen.asked))
        if not inside and not _tells_more(seen, found):
            return found.start()
    return after


def _tells_more(seen: Seen, stop: re.Match[str]) -> bool:
    """True for the colon of "one constable: resigned", between categories of two variables."""
    if not stop[0].startswith(":"):
        return False
    left = {id for id, hit in seen.categories if hit.end == stop.start()}
    right = {id for id, hit in seen.categories if hit.start == stop.end()}
    return bool(left and right and not left & right)


def _period(seen: Seen, index: int, before: int, after: int) -> PeriodSeen | None:
    """The period of a clause: the only one of the sentence, or the one on its side of the number."""
    if len(seen.periods) == 1:
        return seen.periods[0]
    if not seen.periods:
        return None
    ahead = seen.periods[0].start < seen.numbers[0].start
    word = seen.numbers[index]
    held = sections(seen.text, seen.numbers, seen.periods)
    if held is not None:
        return next(p for p, some in zip(held.periods, held.held, strict=True) if index in some)
    sides = [p for p in seen.periods if (before <= p.start < word.start if ahead else word.end <= p.start < after)]
    return sides[-1 if ahead else 0] if sides else None


def _is_bare(seen: Seen, word: NumberWord) -> bool:
    """True if the number is all that the sentence says."""
    rest = seen.text[: word.start] + " " * (word.end - word.start) + seen.text[word.end :]
    for dated in seen.periods:
        start = _named_from(seen, dated)
        rest = rest[:start] + " " * (dated.end - start) + rest[dated.end :]
    rest = TO_DATE.sub("", rest)
    there = _THERE.search(seen.text[: word.start]) and _PAUSE.match(seen.text, word.end)
    return (len(seen.numbers) == 1 and (seen.plainly or _FRAME.match(rest) is not None)) or there is not None


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


def _none_in(seen: Seen) -> PeriodSeen | None:
    """The period of "2012: none", "Haushaltsjahr 2019 – Fehlanzeige"; None if the sentence says more or less."""
    when = seen.periods[0] if len(seen.periods) == 1 else None
    if when is None or when.period is None or seen.text[: _named_from(seen, when)].strip():
        return None
    rest = _OF_YEAR.sub("", seen.text[when.end :]).strip().rstrip(".")
    none = nil(rest) if rest else None
    return when if none is not None and none.meanings == ("zero",) else None


def _named_from(seen: Seen, dated: PeriodSeen) -> int:
    """Where a period begins with the words that name it: "financial year 2012/13"."""
    named = _YEAR_OF.search(seen.text[: dated.start])
    return named.start() if named else dated.start


def _none_said(seen: Seen) -> Iterator[Clause]:
    """A clause for words that say "none": "No officers were dismissed", "Nil"."""
    text = seen.text.strip().rstrip(".")
    none = nil(text) or nil(_IN_ALL.sub("", text))
    if none is not None and none.meanings == ("zero",):
        yield Clause(0, len(seen.text), None, seen.nouns, seen.categories, bare=True)
        return
    if (when := _none_in(seen)) is not None:
        yield Clause(when.end, len(seen.text), None, (), (), when.period, (when.start, when.end), bare=True)
        return
    said = zeros(seen.text)
    if len(said) != 1 or is_of_keeping(seen, said[0]):
        return
    stop = _NEXT.search(seen.text, said[0].end)
    upto = stop.start() if stop else len(seen.text)
    nouns = tuple(noun for noun in seen.nouns if said[0].start < noun.end <= upto)[:1]
    held = tuple((id, hit) for id, hit in seen.categories if hit.start >= said[0].start)
    if nouns or held:
        one = Clause(
            *(said[0].start, said[0].end), None, nouns, held, gap=about(seen, said[0], nouns, upto),
            crowded=is_unclear(seen, upto),
        )  # fmt: skip
        dated = whens(seen, upto)
        yield from (of_period(one, when, is_first=when is dated[0]) for when in dated)
        yield from () if dated else (one,)
