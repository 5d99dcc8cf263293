"""Whom a figure is told of: the subject of its clause, a place that heads it, or the name before its bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..lazy import lazy
from .figure import Figure

_NAME = lazy(
    r"(?:(?:[A-Z][\w'’&.-]*[A-Za-z’']|[A-Z]{2,}|[A-Z])(?: +(?:of|the|and|for|de|du|upon|on|le|"
    r"&)(?= +[A-Z])| +(?:[A-Z][\w'’&.-]*[A-Za-z]|[A-Z]{2,}))*)"
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
    thousands out not also then now still even within despite although though because during it's
    nationally nationwide overall new latest separate official recent across according analysis trust
    a&e gp gps nhs it hr cctv pc pcs pcso pcsos dc dcs mp mps ceo tv id ict e-mail email cid ed icu hmo hmos
    facebook twitter instagram whatsapp tiktok youtube snapchat linkedin x google bebo myspace""".split()
)
_LEADING = frozenset(
    """the a an in of at on for but and or as by to from with while when after since according last next new
    latest another other both only each every some all nearly almost about around meanwhile however overall
    across one two three four five six seven eight nine ten""".split()
)
_COMMON_OPENERS = frozenset(
    """data demand response reporter council force trust board hospital university school government parliament
    ministers campaigners residents taxpayers drivers motorists patients pupils teachers nurses doctors parents
    information documents records results research statistics numbers under published updated revealed exclusive
    ambulance housing prison social nursing
    spending cost costs crime violence abuse theft fraud nothing nobody everyone people men women
    children""".split()
)
_BODIES = frozenset("council force trust board hospital university school government parliament".split())
_MODIFIER = lazy(r".{2,}(?:ed|al|ic|ive|ous|ary|ing)$")
"""The ending of an adjective that may open a sentence: "Stressed teachers", "Local authorities"."""
_NOUN_FOLLOWS = lazy(r" (?:(?:or|and) [a-z]|(?!(?:has|was|is|says|pays|does)\b)[a-z]+s\b)")
_TOWNS_IN_S = frozenset(
    """leeds wales wells staines lewes hastings cowes dumfries barts hants lothians borders fens highlands brussels
    paris texas kansas dallas arkansas massachusetts minneapolis indianapolis athens naples cyprus
    falklands orkneys hebrides powys widnes barnes""".split()
)
_ATTRIBUTION = lazy(
    (
        r"\b(?:according to|said|says|told|reported by|obtained by|seen by|published by|compiled by|requested by|"
        r"by the|figures from|from the|data from|data by|released by|supplied by|provided by)\s+(?:the\s+)?$"
    ),
    re.IGNORECASE,
)
_PRESS = lazy(
    r"\b(?:according to|obtained by|seen by|requested by|compiled by|told|submitted by|request by|analysis by|"
    r"reported to|referred to|passed to|complained to|appealed to|sent to)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before who tells it rather than whom it is told of."""
_SAYS = lazy(
    r",?\s+(?:has |have |had )?(?:said|says|told|added|claimed|claims|warned|argued|suggested|estimates?|"
    r"estimated|spokes\w+|analysis|data|figures|statistics)\b"
)
"""Behind a name: it speaks of others."""
_PREPOSITION = lazy(
    r"\b(?:in|of|for|from|at|across|to|on|by|with|against|throughout|near|outside|inside|into|around|between|within)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_HEADS = lazy(
    r"(?:^|[,;:–—]\s+|\b(?:and|while|but|whereas)\s+)\W*(?:in|at|across|for)\s+(?:the\s+)?$", re.IGNORECASE
)
"""Before a place that heads its clause: "while in Lincolnshire the rise was …"."""
CLAUSE = lazy(
    r"[;:–—]|,\s+(?:but|while|and|whereas|with|which|compared|followed|although|though)\b|"
    r"\s(?:but|while|whereas)\s|\.\s"
)
_KINDS = (
    ("force constabulary police", "police constabulary force policing"),
    ("council city county authority borough", "council borough county city district authority"),
    ("trust hospital board", "nhs trust hospital hospitals infirmary health general board"),
    ("school university college", "school university college academy"),
)
"""What "the force", "the trust" can stand for: names with one of these words, or with none of any kind."""
_ADJOINS = lazy(r"['’]?s?\s*\(?\s*(?:with\s+|had\s+)?")
"""Between a name and its figure: "Mockford (76)", "Sampleton with 98"."""
_BY_LINE = lazy(r"(?:^|\n)\s*by\s(?:an?\s)?$", re.IGNORECASE)
_ANAPHOR = lazy(
    r"^\W*(?:The (?P<noun>force|council|trust|board|hospital|body|city|department|authority|agency|"
    r"company|school|university|constabulary|county)|(?:It|Its|He|She|They|Of (?:those|these|them)|A further|"
    r"The (?:numbers?|figures?|total|rise|increase|fall|rate|remaining|rest|data))\b)"
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A name in characters `start` to `end`, and how it stands in its sentence."""

    start: int
    end: int
    name: str
    before: str
    after: str

    @property
    def is_told(self) -> bool:
        return bool(_ATTRIBUTION.search(self.before))

    @property
    def speaks(self) -> bool:
        return bool(_SAYS.match(self.after))

    @property
    def heads(self) -> bool:
        return bool(_HEADS.search(self.before))

    @property
    def is_governed(self) -> bool:
        return bool(_PREPOSITION.search(self.before))


def entity(text: str, one: Figure, sentence: tuple[int, int]) -> str:
    """The name that the figure is told of; "" if the sentence gives none."""
    names = [] if _is_shout(text, sentence) else list(_names(text, sentence, one))
    before = [name for name in names if name.end <= one.start]
    gap = text[before[-1].end : one.start] if before else ""
    if before and _ADJOINS.fullmatch(gap) and ("(" in gap or len(before) < 2 or not before[-1].is_governed):
        return _clean(before[-1].name)
    near = [name for name in before if not CLAUSE.search(text, name.end, one.start)]
    for able in (near, before):
        if chosen := _subject(able):
            return _clean(chosen.name)
        if able is near and (behind := _behind(text, one, names)):
            return _clean(behind.name)
    left = [name for name in before if not _PRESS.search(name.before)]
    return _clean(left[-1].name) if left else ""


def _subject(names: list[_Named]) -> _Named | None:
    """The place that heads the clause, else its subject, else the name in it that something else governs."""
    told_of = [name for name in names if not (name.is_told or name.speaks or _PRESS.search(name.before))]
    heads = [name for name in told_of if name.heads]
    free = [name for name in told_of if not name.is_governed]
    chosen = heads or free or told_of
    return chosen[-1] if chosen else None


def _behind(text: str, one: Figure, names: list[_Named]) -> _Named | None:
    """ "37 complaints against forces in England": the place named behind the figure in its own clause."""
    return next(
        (
            name
            for name in names
            if name.start >= one.end
            and re.search(r"\b(?:at|in|by|for|from|of|across|to)\s+(?:the\s+)?$", text[one.end : name.start])
            and not _PRESS.search(name.before)
            and len(text[one.end : name.start].split()) <= 9
            and not CLAUSE.search(text, one.end, name.start)
        ),
        None,
    )


def carried(text: str, sentence: tuple[int, int], entity: str) -> str:
    """The name told before, where the sentence leans on it: "the force", "of those", "it"."""
    found = _ANAPHOR.match(text[slice(*sentence)])
    if found is None:
        return ""
    noun, words = found["noun"], set(entity.lower().split())
    for nouns, kinds in _KINDS if noun else ():
        if noun in nouns.split() and not words & set(kinds.split()):
            of_other_kind = any(words & set(other.split()) for _, other in _KINDS if other != kinds)
            return "" if of_other_kind else entity
    return entity


# --- names ---


def _names(text: str, sentence: tuple[int, int], one: Figure) -> Iterator[_Named]:
    for found in _NAME.finditer(text, *sentence):
        for start, end in _parts(found):
            name = text[start:end]
            if _is_no_name(name) or _is_opener(text, sentence, start, name) or one.end <= start <= one.end + 1:
                continue
            if _BY_LINE.search(text[max(0, start - 8) : start]):
                continue
            yield _Named(start, end, name, text[max(sentence[0], start - 34) : start], text[end : end + 24])


def _parts(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """ "Exampleton's A&E": an owner and what is his are two names; "Demand for NHS 111" begins with none."""
    start = found.start()
    if (opener := _OPENER.match(found[0])) and opener["word"].lower() in _COMMON_OPENERS - _BODIES:
        start += opener.end()
    for cut in re.finditer(rf"['’]s +(?!{_OWNED}\b)", found[0]):
        yield start, found.start() + cut.start()
        start = found.start() + cut.end()
    yield start, found.end()


_OWNED = (
    "(?:Office|Hospitals?|College|School|Trust|University|Society|Union|Federation|Service|Court|Association|"
    "Institute|Inspectorate|Council|Academy|Board|Commission)"
)
"""What is part of its owner's name: "Information Commissioner's *Office*"."""
_OPENER = lazy(r"(?P<word>[A-Z][a-z]+) (?:for|of|in|on|at) ")


def _is_opener(text: str, sentence: tuple[int, int], start: int, name: str) -> bool:
    """A common word that is written large because it opens the sentence: "Data", "Fines", "Complaints"."""
    lead = text[max(sentence[0], text.rfind("\n", 0, start) + 1) : start]
    if " " in name or lead.strip(" \n\t“‘\"'([-*#>•"):
        return False
    word = name.lower()
    if word in _COMMON_OPENERS:
        return True
    if re.search(rf"(?<![\w’'-]){re.escape(word)}(?![\w’'-])", text):
        return True
    elsewhere = re.search(rf"[a-z,] {re.escape(name)}\b", text)
    follows = _NOUN_FOLLOWS.match(text, start + len(name))
    if _MODIFIER.match(word) and follows and not elsewhere:
        return True
    plural = word.endswith(("s", "ly", "ing")) and not word.endswith("ss") and word not in _TOWNS_IN_S
    return plural and not elsewhere and bool(re.match(r",? [a-z]", text[start + len(name) :]))


def _is_no_name(words: str) -> bool:
    return (
        len(words) < 2
        or bool(re.fullmatch(r"[A-Z]{2,5}s", words))
        or all(word.lower().strip("'’.") in _NO_NAME or len(word) == 1 for word in re.findall(r"[\w'’&-]+", words))
    )


def _is_shout(text: str, sentence: tuple[int, int]) -> bool:
    letters = [letter for letter in text[slice(*sentence)] if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


def _clean(name: str) -> str:
    words = re.sub(r"['’]s$|['’]$", "", name).split()
    while len(words) > 1 and words[0].lower() in _LEADING:
        words = words[1:]
    return " ".join(words)
