"""What in a sentence belongs to a number: the words tied to it from the left, those right of it, its period."""

from __future__ import annotations

import re

from foidesk.words.normal import normalise
from foidesk.words.numbers import NumberWord
from foidesk.words.periods import PeriodSeen

from ..basis.nouns import NounHit
from ..basis.plain import PLAIN
from ..figures.seen import Categorised, Seen
from .listed_years import listed_with
from .parallel import sections

REACH, _LINE = 60, 8
_DONE = re.compile(
    r"\s+(?:received|recorded|reported|made|logged|registered|submitted|issued|raised|lodged)\s+", re.IGNORECASE
)
_LINK = re.compile(
    r"\s*(?:[:=(–—-]|\.{2,}|…|was|were|is|are|being|totall?ed|totalling|stood at|came to|amount(?:s|ed|ing) to|of|"
    r"to the value of|in höhe von|accounted\s+for|made\s+up|entf(?:iel|ielen|allen)|"
    r"(?:was|were) (?:given|imposed|issued|made|recorded|found|used|applied|taken|the result|the outcome) in|"
    r"war(?:en)?|ist|sind|betr(?:ägt|ug|ugen)|(?:belief|beliefen|beläuft) sich auf|lag(?:en)? bei|insgesamt|:)?"
    r"\s*(?:[:=(–—-]\s*)?(?:x\s*)?",
    re.IGNORECASE,
)
_SHARED_OUT = re.compile(r"\baccount(?:s|ed|ing)\s+for\s+\W?\d", re.IGNORECASE)
"""Behind it, "for" alone ties a kind to its number: "nurses accounted for 110, doctors for 54"."""
_CASES = re.compile(r"\s+(?:cases?|matters?|instances?|occasions?|fällen?|fall)\b", re.IGNORECASE)
_RAN_TO = re.compile(r"\b(?:belief|beliefen|beläuft|belaufen)\s+sich\b", re.IGNORECASE)
_STOP = re.compile(r"[;,.(]|\s[–—-]\s|:\s|\s(?:and|but|while|whilst|with|und|aber|sowie|wobei|während)\s")
_WHEN = re.compile(
    r"\s*\b(?:in|for|during|over|between|from|since|across|within|im|für|in den|zwischen|von|vom|seit)\s+"
    r"(?:the\s+)?"
    r"(?:(?:whole\s+|full\s+|calendar\s+|financial\s+)*(?:period|time|years)\s+(?:from\s+|of\s+|between\s+)?)?$"
    r"|\s*,\s*$|\s+$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\s[^;,.:()–—]{2,60}?\s(?:was|were|is|are|totall?ed|stood at|came to|amount(?:s|ed) to|war(?:en)?|ist|sind|"
    r"betr(?:ägt|ug|ugen)|lag(?:en)? bei)\s+|\s[^;,.:()–—]{2,60}?\s?[:=]\s*",
    re.IGNORECASE,
)
"""Words between a noun and its number that end in what ties the two: "received by the council was"."""
_OVER = re.compile(
    r"\s+(?:(?:over|in|for|during|across|within|throughout)\s+(?:the|this|that|these|all)\s+"
    r"(?:\w+\s+){0,2}?(?:years?|period|months|time)(?:\s+(?:requested|in\s+question|specified|asked\s+(?:about|for)))?"
    r"|in\s+(?:total|all))\b",
    re.IGNORECASE,
)
"""The time that a sum is of, between its noun and its verb: "the cost over the three years was"."""
_YEAR_OF = re.compile(
    r"\b(?:(?:financial|fiscal|calendar|academic|school|tax)\s+years?|years?|sessions?|"
    r"(?:haushalts|kalender|geschäfts|berichts|schul)?jahr(?:e[ns]?)?)\s*$",
    re.IGNORECASE,
)


_OPENS = re.compile(
    r"(?:[,:]\s|\s[–—-]\s|\s(?:and|but|while|whilst|whereas|und|aber|sowie|während)\s|^\s*$)\s*"
    r"(?:(?:and|but|while|whilst|whereas|then|und|aber|sowie)\s+)*(?:(?:in|for|during|over|im|für|in\s+den)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a period that opens its part of a sentence."""
_ANEW = re.compile(
    r"(?:;|,?\s(?:and|but|while|whilst|whereas|und|aber|während)\s)\s*(?:(?:and|but|then|und)\s+)?"
    r"(?:in|for|during|over|im|für|in\s+den)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
""" "; in", ", and in": the period behind begins another statement."""
_LEADS = re.compile(r"\s*[:=–—(-]\s*", re.IGNORECASE)
"""What ties a figure to the period right before it: "2023: 14"."""


def is_of_number(seen: Seen, left: tuple[tuple[NounHit, ...], Categorised], before: int) -> bool:
    """True for the noun of "20 cases: 5 dismissed, 12 resigned": it is of the 20, not of the 5."""
    nouns, categories = left
    return bool(nouns) and not categories and not seen.text[before : nouns[0].start].strip()


def linked(
    seen: Seen, before: int, word: NumberWord, trailing: bool
) -> tuple[tuple[NounHit, ...], Categorised] | None:
    """The words left of a number that a colon, a dash or "was" ties to it: "Resigned: 2"."""
    categories = [(id, hit) for id, hit in seen.categories if before <= hit.start and hit.end <= word.start]
    nouns = [noun for noun in seen.nouns if before <= noun.start and noun.end <= word.start]
    own = [noun for noun in nouns if not before or seen.text[before : noun.start].strip()]
    nouns = own or nouns  # of "14 dogs were lost at a cost of £20" the dogs are those of the 14
    ends = [hit.end for _, hit in categories] + [noun.end for noun in nouns]
    between = _undated(seen, max(ends), word.start) if ends else ""
    turned = between.strip() == "auf" and _RAN_TO.search(seen.text, before, max(ends, default=before)) is not None
    cases = between.strip().lower() == "in" and _CASES.match(seen.text, word.end) is not None
    cases = cases and all(noun.start >= word.end for noun in nouns) and len({n.measure for n in seen.nouns}) < 2
    cases = cases and all(_CASES.match(seen.text, noun.start - 1) for noun in seen.nouns)
    told = bool(nouns) and not categories and _told_plainly(between)
    told = told or (bool(nouns) and not categories and _is_line(seen, between))
    told = told or (between.strip().lower() == "for" and _SHARED_OUT.search(seen.text, 0, max(ends)) is not None)
    if not ends or not (turned or cases or told or _LINK.fullmatch(between)):
        return None
    if not between.strip() and not trailing:
        return None
    return tuple(nouns), tuple(categories)


def _is_line(seen: Seen, between: str) -> bool:
    """True for the line "2021-2022 Tripping claims received 178": one number, at the end of what it counts."""
    alone = len(seen.numbers) == 1 and seen.trailing and len(seen.text.split()) <= _LINE
    return alone and _DONE.fullmatch(between) is not None


def _told_plainly(between: str) -> bool:
    """True if what stands between a noun and its number says nothing more of either."""
    return _TOLD.fullmatch(between) is not None and all(word in PLAIN for word in normalise(between).split())


def _undated(seen: Seen, start: int, end: int) -> str:
    """The words between a noun and its number without the one period in them: "complaints in 2019/20: 29"."""
    inside = [one for one in seen.periods if start <= one.start and one.end <= end]
    if not inside and (found := _OVER.search(seen.text, start, end)) is not None:
        return seen.text[start : found.start()] + seen.text[found.end() : end]
    if len(inside) != 1 or not (found := _WHEN.search(seen.text[start : named_from(seen, inside[0])])):
        return seen.text[start:end]
    between = seen.text[start : start + found.start()] + seen.text[inside[0].end : end]
    return seen.text[start:end] if between.strip().lower() in ("", "of") else between


def right_of(seen: Seen, word: NumberWord, after: int) -> tuple[tuple[NounHit, ...], Categorised]:
    """The nouns and categories right of a number, up to the next stop or number."""
    end = stop_after(seen, word.end, after)
    near = [
        noun
        for noun in seen.nouns
        if word.end <= noun.start and noun.end <= end and noun.start - word.end <= REACH
    ]
    held = [
        (id, h)
        for id, h in seen.categories
        if word.end <= h.start and h.end <= end and h.start - word.end <= REACH
    ]
    return tuple(near[:1]), tuple(held)


def stop_after(seen: Seen, start: int, after: int) -> int:
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


def period_of(seen: Seen, index: int, before: int, after: int) -> PeriodSeen | None:
    """The period of a clause: the only one of the sentence, or the one on its side of the number."""
    if len(seen.periods) == 1:
        return None if is_of_later(seen, seen.numbers[index]) else seen.periods[0]
    if not seen.periods:
        return None
    held = sections(seen.text, seen.numbers, seen.periods)
    if held is not None:
        return next((p for p, some in zip(held.periods, held.held, strict=True) if index in some), None)
    tied = [when for when in seen.periods if _number_of(seen, when) == index]
    if not tied or any(one not in listed_with(seen, tied[0]) for one in tied):
        return None
    return tied[-1 if tied[0].start < seen.numbers[index].start else 0]


def is_of_later(seen: Seen, word: NumberWord) -> bool:
    """True for the 12 of "12 reports; in 2023 there were 3 falls": the one year opens another part."""
    if len(seen.periods) != 1:
        return False
    (when,) = seen.periods
    between = seen.text[word.end : named_from(seen, when)]
    behind = any(other.start >= when.end for other in seen.numbers)
    return word.end <= when.start and behind and _ANEW.search(between) is not None


def _number_of(seen: Seen, when: PeriodSeen) -> int | None:
    """Which number of a sentence with several periods one of them belongs to.

    "12 falls in 2022" is of the number before it, "in 2023 there were 14" of the one behind: there the period
    opens its part of the sentence. Nothing is tied across a semicolon.
    """
    text, start = seen.text, named_from(seen, when)
    first = text.rfind(";", 0, start) + 1
    last = text.find(";", when.end) if ";" in text[when.end :] else len(text)
    left = [at for at, word in enumerate(seen.numbers) if first <= word.start and word.end <= start]
    right = [at for at, word in enumerate(seen.numbers) if when.end <= word.start and word.end <= last]
    if not left or not right:
        return left[-1] if left else right[0] if right else None
    between = text[seen.numbers[left[-1]].end : start]
    leads = _LEADS.fullmatch(text[when.end : seen.numbers[right[0]].start]) is not None
    return right[0] if _OPENS.search(between) or leads else left[-1]


def named_from(seen: Seen, dated: PeriodSeen) -> int:
    """Where a period begins with the words that name it: "financial year 2012/13"."""
    named = _YEAR_OF.search(seen.text[: dated.start])
    return named.start() if named else dated.start
