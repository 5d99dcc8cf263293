"""What a figure counts, for whom and when: read off the words around it, without a survey."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from ..lazy import lazy
from .dating import When
from .figure import Figure

_STOP = frozenset(
    """of in to for at by on with from since after when while as than but or per a an the this that these
    those last
    been said over across under into between within during before about up down out off more less fewer is
    are was were
    be had have has having who whom which whose what where will would can could may might did do does not no
    their its
    his her our your it he she they we i there here because if so according including compared against among amid
    despite via per each every all both only also still just however although though until then nor whether
    resulted resigned retired led ended came went rose fell said told found faced received reported recorded
    made took
    gave got left died lost won ago later earlier""".split()
)
_VERBS = frozenset(
    """concerned involved affected included covered featured brought came left went got saw lost won took
    gave fell rose led ended kept told made answered refused replied responded resigned retired quit
    died declined appeared remained became stood stayed apart together altogether overall combined involving
    concerning relating including covering affecting featuring against over""".split()
)
_IRREGULAR = frozenset(
    "people police staff men women children personnel data police crew feet teeth sheep homes".split()
)
_VERBISH = lazy(r"(?:ed|ing)$")
_ALONE = lazy(
    r"(?!(?:bed|shed|seed|breed|weed|deed|feed|hundred)\b)[a-z]{2,}ed|again|too|respectively|apiece|twice|instead|"
    r"today|yesterday|tonight|overnight|longer|higher|lower|shorter|fewer"
)
"""What stands alone behind a number and is no noun of what it counts: "a further 19 *followed*"."""
_WORD = lazy(r"[A-Za-z][\w'’-]*")
_NAME = lazy(
    r"(?:(?:[A-Z][\w'’&.-]*[A-Za-z’']|[A-Z]{2,}|[A-Z])(?:\s+(?:of|the|and|for|de|du|upon|on|in|le|"
    r"&)(?=\s+[A-Z])|\s+(?:[A-Z][\w'’&.-]*[A-Za-z]|[A-Z]{2,}))*)"
)
_NO_NAME = frozenset(
    """the a an in of at on for it he she they but and or as by to from with this that these those there
    here more most
    half one two three four five six seven eight nine ten some many all no none nearly almost about around
    over under
    another other others however meanwhile while when after before since if figures according freedom
    information act foi
    among between just only both each every what who how why where up last next his her their its our your we i you
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mr mrs ms dr total forces councils officers police staff hundreds dozens
    thousands out not also then now still even within despite although though because during it's""".split()
)
_LEADING = frozenset(
    "the a an in of at on for but and or as by to from with while when after since according last next".split()
)
_CLAUSE = lazy(
    r"[;:–—]|,\s+(?:but|while|and|whereas|with|which|compared|followed|although|though)\b|"
    r"\s(?:but|while|whereas)\s|\.\s"
)
_ANAPHOR = lazy(
    r"^\W*(?:The (?:force|council|trust|board|hospital|body|city|department|authority|agency|"
    r"company|school|university|constabulary|county)|It|Its|He|She|They)\b"
)
_PER = lazy(
    r"\s(?:a|an|per|every|each)\s(second|minute|hour|day|night|week|fortnight|month|year|head|"
    r"person|officer|request|"
    r"case|patient|pupil|household|resident|1,000|10,000|100,000|million)\b(?! (?:ago|earlier|"
    r"later|before|after|old))",
    re.IGNORECASE,
)
_ATTRIBUTION = lazy(
    (
        r"\b(?:according to|said|says|told|reported by|obtained by|by the|figures from|from the|data "
        r"from)\s+(?:the\s+)?$"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Context:
    """Words about a figure: `unit` that is counted, `measure` in the clause's words, `entity`, `period`, `per`.

    `inherited` is true where the unit stands in an earlier figure ("55 were dismissed").
    """

    unit: str = ""
    measure: str = ""
    entity: str = ""
    period: str = ""
    per: str = ""
    inherited: bool = False
    sentence: tuple[int, int] = (0, 0)


def contexts(
    text: str, figures: Iterable[Figure], dates: tuple[When, ...], spans: tuple[tuple[int, int], ...]
) -> tuple[Context, ...]:
    """One context for each figure, in their order; `spans` are the sentences of the text."""
    starts = [start for start, _ in spans]
    found: list[Context] = []
    every = list(figures)
    unit, entity = "", ""
    for place, one in enumerate(every):
        at = max(0, bisect_right(starts, one.at) - 1)
        sentence = spans[at] if spans else (0, len(text))
        later = [other.start for other in every[place + 1 :] if other.start < sentence[1]]
        limit = min(later, default=sentence[1])
        last = at > 0 and any(context.sentence == spans[at - 1] for context in found[-6:])
        context = _context(
            text,
            one,
            sentence,
            limit,
            dates,
            unit if found and (found[-1].sentence == sentence or last) else "",
            entity,
        )
        found.append(context)
        if one.kind in ("count", "several", "none", "fraction", "ratio", "majority") and context.unit:
            unit = context.unit
        entity = context.entity or entity
    return tuple(found)


def _context(
    text: str, one: Figure, sentence: tuple[int, int], limit: int, dates: tuple[When, ...], unit: str, entity: str
) -> Context:
    per = _PER.match(text, one.end) or _PER.search(text, one.end, min(limit, one.end + 60))
    own, end = _unit(text, one, limit)
    if own and per and per[0].strip().lower() in own.lower():
        own = own[: own.lower().index(per[0].strip().lower())].strip()
    inherited = not own and bool(unit)
    who = _entity(text, one, sentence) or (entity if _ANAPHOR.match(text[sentence[0] : sentence[1]]) else "")
    return Context(
        unit=own or unit,
        measure=_measure(text, one, sentence, end, limit),
        entity=who,
        period=_period(one, sentence, dates, text),
        per=per[1].lower() if per else one.per,
        inherited=inherited,
        sentence=sentence,
    )


_OF_WHOLE = lazy(r"\s+of\s+(?:the|these|those|them|all|its|their|his|her)\b", re.IGNORECASE)


_OF_THESE = re.compile(r"\s+of\s+(?:these|those|them|which|whom)\b", re.IGNORECASE)
"""Behind a number of what was told before: its noun stands there, unless one follows ("of these claims")."""


def _unit(text: str, one: Figure, limit: int) -> tuple[str, int]:
    """The noun phrase after the number (after "of the" for a share), and where it ends."""
    if one.kind in ("money", "duration", "size", "age", "points", "date", "time", "score"):
        return one.unit, one.end
    start = one.end
    if one.kind in (
        "percent",
        "fraction",
        "ratio",
        "majority",
        "several",
        "none",
        "superlative",
        "rank",
        "multiple",
    ) or _OF_WHOLE.match(text, start):
        lead = re.match(
            (
                r"\s+(?:(?:number|proportion|share|total|rate|amount)\s+)?(?:of\s+)?(?:all\s+|these\s+|"
                r"those\s+|the\s+|its\s+|their\s+|his\s+|her\s+|them\b)*"
            ),
            text[start:limit],
        )
        start += lead.end() if lead else 0
        if _OF_THESE.match(text, one.end) and not re.match(r"\w+s\b", text[start:limit]):
            return "", start
    return _phrase(text, start, limit)


def _phrase(text: str, start: int, limit: int) -> tuple[str, int]:
    words: list[tuple[int, int]] = []
    at = start
    for found in _WORD.finditer(text, start, max(limit, start)):
        gap = text[at : found.start()]
        word = found[0].lower()
        if re.search(r"[.,;:()–—\"“”!?\x00\n]", gap) or (gap.strip() and gap.strip() != "-"):
            break
        if (
            word == "and"
            and words
            and _is_plural(text, words)
            and (after := _WORD.match(text, found.end() + 1))
            and _is_plural_word(after[0])
        ):
            words.append(found.span())
        elif (
            word in _STOP
            or word == "and"
            or len(words) >= 5
            or (not words and word in _VERBS)
            or (
                words
                and _is_plural(text, words)
                and text[words[-1][0] : words[-1][1]].lower() != "and"
                and _ends_phrase(text, words, word)
            )
        ):
            break
        else:
            words.append(found.span())
        at = found.end()
    if not words or (len(words) == 1 and _ALONE.fullmatch(text[slice(*words[0])])):
        return "", start
    return text[words[0][0] : words[-1][1]], words[-1][1]


def _ends_phrase(text: str, words: list[tuple[int, int]], word: str) -> bool:
    """After a plural noun a participle or adverb ends it; another noun may go on ("police officers")."""
    last = text[words[-1][0] : words[-1][1]].lower()
    return (
        last not in ("police", "staff", "data", "sales", "sports", "women", "men")
        or bool(_VERBISH.search(word))
        or word in _STOP
    )


def _is_plural(text: str, words: list[tuple[int, int]]) -> bool:
    return _is_plural_word(text[words[-1][0] : words[-1][1]])


def _is_plural_word(word: str) -> bool:
    lower = word.lower()
    return lower in _IRREGULAR or (lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ous")))


def _measure(text: str, one: Figure, sentence: tuple[int, int], unit_end: int, limit: int) -> str:
    """The clause around the figure in its own words, the number left out."""
    cuts = [found.end() for found in _CLAUSE.finditer(text, sentence[0], one.start)]
    begin = max([sentence[0], *cuts])
    before = text[begin : one.start].split()[-5:]
    stop = _CLAUSE.search(text, max(one.end, unit_end), sentence[1])
    end = min(stop.start() if stop else sentence[1], sentence[1])
    after = text[one.end : end].split()[:10]
    return " ".join((*before, *after)).strip(' ,.;:()"“”')


def _entity(text: str, one: Figure, sentence: tuple[int, int]) -> str:
    """The name that the figure is told of: before its bracket, the subject, or "at NAME" after it."""
    names = [
        found
        for found in _NAME.finditer(text, *sentence)
        if not _is_no_name(found[0]) and not _is_shout(text, sentence)
    ]
    before = [name for name in names if name.end() <= one.start]
    after = [name for name in names if name.start() >= one.end]
    if before and re.fullmatch(r"['’]?s?\s*\(?\s*(?:with\s+|had\s+)?", text[before[-1].end() : one.start]):
        return _clean(before[-1][0])
    subject = [name for name in before if not _ATTRIBUTION.search(text[max(0, name.start() - 30) : name.start()])]
    follows = next(
        (
            name
            for name in after
            if re.search(r"\b(?:at|in|by|for|from|of|across|to)\s+(?:the\s+)?$", text[one.end : name.start()])
            and len(text[one.end : name.start()].split()) <= 9
            and not _CLAUSE.search(text, one.end, name.start())
        ),
        None,
    )
    near = [name for name in subject if not _CLAUSE.search(text, name.end(), one.start)]
    if near:
        return _clean(near[-1][0])
    if follows:
        return _clean(follows[0])
    return _clean(subject[-1][0]) if subject else ""


def _is_no_name(words: str) -> bool:
    return all(word.lower().strip("'’.") in _NO_NAME for word in re.findall(r"[\w'’-]+", words))


def _is_shout(text: str, sentence: tuple[int, int]) -> bool:
    letters = [letter for letter in text[slice(*sentence)] if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


def _clean(name: str) -> str:
    words = re.sub(r"['’]s$|['’]$", "", name).split()
    while len(words) > 1 and words[0].lower() in _LEADING:
        words = words[1:]
    return " ".join(words)


def _period(one: Figure, sentence: tuple[int, int], dates: tuple[When, ...], text: str) -> str:
    """The date of the figure's own clause, else of its sentence: the nearest, one after the figure before
    one in front."""
    if one.kind == "date":
        return one.text
    inside = [when for when in dates if sentence[0] <= when.start < sentence[1]]
    after = [when for when in inside if when.start >= one.end and not _CLAUSE.search(text, one.end, when.start)]
    before = [when for when in inside if when.end <= one.start]
    chosen = (
        after[0]
        if after and after[0].start - one.end < 60
        else before[-1]
        if before
        else inside[0]
        if inside
        else None
    )
    return chosen.text if chosen else ""
