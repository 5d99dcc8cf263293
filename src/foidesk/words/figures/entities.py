"""Whom a figure is told of: the subject of its clause, a place that heads it, or the name before its bracket."""

from __future__ import annotations

import re

from ..lazy import lazy
from .figure import Figure
from .names import Named, is_no_name, names

_LEADING = frozenset(
    """the a an in of at on for but and or as by to from with while when after since according last next
    latest another other both only each every some all nearly almost about around meanwhile however overall
    across one two three four five six seven eight nine ten""".split()
)
_PEOPLES = {
    "english": "England", "scottish": "Scotland", "welsh": "Wales", "northern irish": "Northern Ireland",
    "irish": "Ireland", "british": "Britain",
}  # fmt: skip
CLAUSE = lazy(
    r"[;:–—]|,\s+(?:but|while|and|whereas|with|which|compared|followed|although|though)\b|"
    r"\s(?:but|while|whereas|whilst)\s|\.\s"
)
_REPORTS = lazy(
    r"\b(?:figures?|data|records?|statistics|documents?|responses?|research|analysis|survey|investigation|requests?|"
    r"study|results|report|findings|review)\b[^.;]*?\b(?:shows?|showed|shown|reveal(?:s|ed)?|found|finds?|suggests?|"
    r"suggested|indicates?|indicated|confirms?|confirmed)\b(?: that\b)?"
)
"""What tells of others, with its verb: "data gathered by the party *shows that* …"."""
_THE_BODY = (
    r"force|council|trust|board|hospital|body|city|town|department|authority|agency|company|school|university|"
    r"constabulary|county|country|government|commission|service|ministry|college|charity|regulator|watchdog|firm"
)
_KINDS = (
    ("force constabulary police", "police constabulary force policing"),
    ("council city county authority borough town", "council borough county city district authority"),
    ("trust hospital board", "nhs trust hospital hospitals infirmary health general board"),
    ("school university college", "school university college academy"),
    ("department ministry", "department ministry office revenue"),
    ("company firm", "ltd limited plc llp group holdings homes solutions associates consulting contractors"),
)
"""What "the force", "the trust" can stand for: names with one of these words, or with none of any kind."""
MANY_BODIES = lazy(
    r"(?:forces|councils|trusts|authorities|boards|universities|schools|hospitals|departments|agencies|bodies|"
    r"organi[sz]ations|constabularies|governments|ministries|companies|charities|newspapers|colleges|prisons)$",
    re.IGNORECASE,
)
"""Nouns of bodies: who is counted is not one of them."""
_ADJOINS = lazy(r"['’]?s?\s*\(?\s*(?:with\s+|had\s+)?")
"""Between a name and its figure: "Mockford (76)", "Sampleton with 98"."""
_ANAPHOR = lazy(
    rf"^\W*(?:The (?P<noun>{_THE_BODY})\b|(?:It|Its|He|She|They|Of (?:those|these|them)|These (?:included?|were)|"
    r"The (?:number|total|rise|increase|fall|rate|remaining|rest)(?! of\b| \w+ of\b))\b|"
    r"[^;:]{0,90}?,\s(?:it|they|he|she)\s(?:has|have|had|was|were|[a-z]+(?:ed|id|t)\b))"
)
_THERE = lazy(r"^\W*There (?:were|was|are|have been|had been)\b")
_FURTHER = lazy(
    r"^\W*(?:(?:There (?:were|was) )?(?:A further|[Aa]nother)|This (?:was|is|compares|represents|includes))\b"
)
_SAME_BODY = lazy(
    rf"\b(?:the|the same|this|that) (?P<noun>{_THE_BODY})(?:['’]s)?\b(?!\s+(?:of|for|in|at|which|that|with|and|"
    rf"or)\b|s)",
    re.IGNORECASE,
)
""" "The city paid", "the same authority's": the body that was told of before."""
_BEHIND = lazy(r"\b(?:at|in|by|for|from|of|across|to|within|throughout)\s+(?:the\s+)?(?:[a-z]+\s(?:of|in)\s+)?$")
_ELSEWHERE = lazy(r"\b(?:including|based|headquartered|of which|of whom)\b")
"""Between a figure and a place that is a part of it, or where somebody else sits."""
_APART = lazy(r",\s(?:the|a|an|its|their|which|who|as|up|down|compared|with|of)\b")
_FRONT = lazy(r"\W*(?:As|Of|In|With|From|Despite|Among|By|At|For|Under|Out of|To)\s")


def entity(text: str, one: Figure, sentence: tuple[int, int], unit: str = "") -> tuple[str, bool]:
    """The name that the figure is told of ("" if none); and whether it is no more than a name in its clause.

    `unit` is what it counts.
    """
    every = names(text, sentence, one)
    before = [name for name in every if name.end <= one.start]
    gap = text[before[-1].end : one.start] if before else ""
    if before and _ADJOINS.fullmatch(gap) and ("(" in gap or len(before) < 2 or not before[-1].is_governed):
        return (_clean(before[-1].name) if not before[-1].is_source else ""), False
    if one.value == 1 and (apposed := next((name for name in every if text[one.end : name.start] == ", "), None)):
        return _clean(apposed.name), False
    if MANY_BODIES.search(unit):
        return _of_bodies(text, one, every), False
    if paid := next((name for name in every if one.kind == "money" and 0 <= name.start - one.end <= 1), None):
        return _clean(paid.name), False
    chosen = _chosen(text, one, sentence, every, before)
    return _clean(chosen), any(name.name == chosen and name.is_governed and not name.heads for name in before)


def _chosen(text: str, one: Figure, sentence: tuple[int, int], every: list[Named], before: list[Named]) -> str:
    told = max((found.end() for found in _REPORTS.finditer(text, sentence[0], one.start)), default=sentence[0])
    near = [name for name in before if name.start >= told and not CLAUSE.search(text, name.end, one.start)]
    behind = _behind(text, one, every)
    for able in (near, before):
        if chosen := _subject(able):
            claimed = (
                chosen.is_governed and not chosen.heads and re.search(r"\d", text[sentence[0] : chosen.start])
            )
            return behind.name if behind and claimed and behind.start - one.end < 30 else chosen.name
        if able is near and behind:
            return behind.name
        if able is near and (left := [name for name in near if not name.is_source]):
            return left[-1].name
    if left := [name for name in before if not name.is_source]:
        return left[-1].name
    return "" if before else _main_subject(text, one, sentence, every)


def _of_bodies(text: str, one: Figure, every: list[Named]) -> str:
    """The place that counted bodies lie in: "43 forces in England", "the UK's 43 forces", "in England all 43"."""
    if behind := _behind(text, one, every):
        return _clean(behind.name)
    for name in every:
        owner = text[name.end : name.end + 2] in ("'s", "’s") and 0 <= one.start - name.end < 12
        owned = 0 <= name.start - one.end < 12 and text[name.end : name.end + 2] in ("'s", "’s")
        if owner or owned or (name.end <= one.start and name.heads and not name.is_source):
            return _clean(name.name)
    return ""


def _subject(able: list[Named]) -> Named | None:
    """The place that heads the clause, else its subject, else the name in it that something else governs."""
    told_of = [name for name in able if not (name.is_told or name.speaks or name.is_source)]
    heads = [name for name in told_of if name.heads]
    free = [name for name in told_of if not name.is_governed]
    chosen = heads or free or told_of
    return chosen[-1] if chosen else None


def _behind(text: str, one: Figure, every: list[Named]) -> Named | None:
    """ "37 complaints against forces in England": the place named behind the figure in its own clause."""
    for name in every:
        gap = text[one.end : name.start] if name.start >= one.end else "."
        found = _BEHIND.search(gap)
        if (
            found
            and (not name.is_source or name.receives)
            and not (one.kind == "money" and found[0].startswith("to"))
            and len(gap.split()) <= 16
            and "according to" not in gap
            and not _ELSEWHERE.search(gap)
            and not CLAUSE.search(gap)
            and not _APART.search(gap)
        ):
            return name
    return None


def _main_subject(text: str, one: Figure, sentence: tuple[int, int], every: list[Named]) -> str:
    """ "Of its 43 officers, *Exampleton* said …": the subject behind a phrase that opens the sentence."""
    comma = text.find(", ", one.end, sentence[1])
    if comma < 0 or not _FRONT.match(text, sentence[0]):
        return ""
    subject = next((name for name in every if re.fullmatch(r"(?:the )?", text[comma + 2 : name.start])), None)
    return subject.name if subject and comma + 2 <= subject.start and not subject.is_source else ""


def leans_on(text: str, sentence: tuple[int, int], one: Figure) -> bool:
    """True where a sentence goes on about whom the one before told of: "the force", "of those", "it"."""
    return bool(_ANAPHOR.match(text[slice(*sentence)]) or _same_body(text, sentence, one))


def is_further(text: str, sentence: tuple[int, int]) -> bool:
    """ "A further 12", "There were another 12": of whom the count before is."""
    return bool(_FURTHER.match(text[slice(*sentence)]))


def is_there(text: str, sentence: tuple[int, int]) -> bool:
    """ "There were 12": whose they are was told before."""
    return bool(_THERE.match(text[slice(*sentence)]))


def _same_body(text: str, sentence: tuple[int, int], one: Figure) -> re.Match[str] | None:
    found = [*_SAME_BODY.finditer(text, sentence[0], one.start)]
    return found[-1] if found else None


def carried(text: str, sentence: tuple[int, int], one: Figure, entity: str) -> str:
    """The name told before, unless the noun that stands for it is of another kind."""
    same = _ANAPHOR.match(text[slice(*sentence)]) or _same_body(text, sentence, one)
    noun, words = (same["noun"] or "").lower() if same else "", set(entity.lower().split())
    for nouns, kinds in _KINDS if noun else ():
        if noun in nouns.split() and not words & set(kinds.split()):
            of_other_kind = any(words & set(other.split()) for _, other in _KINDS if other != kinds)
            return "" if of_other_kind else entity
    return entity


def _clean(name: str) -> str:
    words = re.sub(r"['’]s$|['’]$", "", name).split()
    while len(words) > 1 and (words[0].lower() in _LEADING or (words[0] == "New" and words[1].isupper())):
        words = words[1:]
    cleaned = " ".join(words)
    return "" if cleaned and is_no_name(cleaned) else _PEOPLES.get(cleaned.lower(), cleaned)
