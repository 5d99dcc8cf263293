"""Whom a sentence speaks of: the bodies named in it, or a group of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foidesk.words.figures import Figure

from .lexicon import Lexicon
from .reading import Group

_ANSWERED = re.compile(
    r"^\W*(?:to (?:reply|respond|answer)|(?:that|which|who)\W*"
    r"(?:have |had |has |could |can |did |were able to )?(?:"
    r"(?:give|provide|supply) (?:a |any |us )*(?:figures?|data|answers?)|"
    r"(?:say|tell us|tell this \w+) (?:what|how)\b[^,;.]{0,40}|told us|"
    r"opened (?:up|its books|their books)|came clean|co-?operated|complied|owned up|"
    r"(?:turned|handed) over (?:its |their )?(?:records|data|figures|files)|"
    r"answered|replied|responded|provided (?:data|"
    r"figures|answers|a figure)|gave (?:data|figures|"
    r"answers|a figure|a reply)|supplied (?:data|figures)|disclosed|sent (?:data|figures)|"
    r"reported|answering|replying|responding))\b",
    re.IGNORECASE,
)
"""Behind a noun of bodies: those "that answered"."""
_REPLYING = re.compile(r"\b(?:responding|replying|answering)\s", re.IGNORECASE)
"""Between a number of bodies and their noun: those that answered."""
_ASKED = re.compile(
    r"^\W*(?:that (?:were|was|we) |we )?(?:asked|surveyed|approached|contacted|questioned)\b", re.IGNORECASE
)
"""Behind it: those "that we asked"."""
_GIVE = re.compile(
    r"^\W*(?:(?:that|which|who)\W*(?:do |did |can |could |are able to |were able to )?|able to )"
    r"(?:record|recorded|keep|kept|collect|collected|hold|held|jot down|jotted down|note down|put down|"
    r"write down|give|gave|state|stated|"
    r"break|broke|list|listed|know|knew|log|logged|publish|note|"
    r"noted|report|reported|name|named|say|said|specify|specified)s?\b(?P<what>[^,.;]{0,40})",
    re.IGNORECASE,
)
"""Behind it: those "that record" something."""
_PLACE = re.compile(
    r"^\W*(?:in|of|across|throughout|from|anywhere in)\s+(?:the\s+)?(?:[A-Z][\w’']+|land|country|"
    r"nation|region|kingdom|UK)\b"
)
"""Behind it: all "in England", "across the country"."""
_ALL = re.compile(
    r"\b(?:all|every|each|any|no|all of the|all of)\s+(?:the\s+|of the\s+)?(?:[\w-]+\s)?$", re.IGNORECASE
)
"""Before it: "all the", "every single"."""
_POSSESSIVE = re.compile(r"\b[A-Z][a-z]+['’]s\s+(?:[\w-]+\s+){0,2}$")
"""Before it: "Exampleland's nine"."""
_THOSE = re.compile(
    r"\b(?:those|all|any)\s+(?:that|which|who)\s+(?:answered|replied|responded|gave (?:figures|data|answers)|"
    r"came clean|co-?operated|complied|opened up|owned up|provided (?:data|figures)|disclosed)\b",
    re.IGNORECASE,
)
"""The same without the noun: "those that answered"."""
_NO_NOUN = re.compile(
    r"\s*(?:[,.;:]|$|\s(?:had|has|have|received|recorded|reported|were|was|got|saw|that|which|who|"
    r"gave|logged|said|answered|paid)\b)"
)
"""Behind a number that stands without its noun: "of the 39 had"."""
_WHOLE = re.compile(
    (
        r"\b(?:nationally|nationwide|countrywide|across the (?:country|land|nation)|in the (?:country|"
        r"land)|every \w+ in the (?:land|country))\b"
    ),
    re.IGNORECASE,
)
"""The whole country without a noun of its bodies: "nationally", "every force in the land"."""
_ALL_N = re.compile(r"all\b", re.IGNORECASE)
_ALL_BETWEEN = re.compile(r"\b(?:all|every|each)\b")
_DEFINITE = re.compile(
    r"\b(?:the|these|those|all|of|at|in|across|['’]s|both)\s*(?:all\s|the\s)?(?:other\s)?$", re.IGNORECASE
)
"""Before a number of bodies that are known already: "the nine boards", "across the other nine boards"."""
_THE = re.compile(r"\b(?:the|all)\s$", re.IGNORECASE)
_OF_THE = re.compile(r"\bof (?:the|all)\s$")
_MEDIAN_OF = re.compile(r"\bmedian \w+ of the $")
_BEFORE_FORCE = re.compile(r"\b(?:in|into|use of|by) $")
"""Before "force" where it is no body: "use of force", "came into force"."""
_GAP = re.compile(r"(?:\s+[A-Za-z-]+){0,2}\s+")
_NO_GAP = re.compile(r"\b(?:of|in|at|the|and|cases|claims)\b")
"""Between a number and a noun of bodies that it does not count: "12 cases at boards"."""


@dataclass(frozen=True, slots=True)
class GroupSeen:
    """A group in characters `start` to `end` (its number included); `figure` is that number."""

    start: int
    end: int
    group: Group
    figure: Figure | None = None
    definite: bool = True


def groups(text: str, figures: tuple[Figure, ...], lexicon: Lexicon) -> tuple[GroupSeen, ...]:
    """The groups of bodies in a sentence, in order. `figures` are its own, with places in the sentence."""
    found: list[GroupSeen] = []
    for noun in lexicon.body_nouns.finditer(text):
        if _in_name(noun, text, lexicon) or _is_owned(noun, text, lexicon):
            continue
        seen = _of_noun(noun, text, figures, lexicon)
        if seen is not None:
            found.append(seen)
    if not any(one.group.kind == "answered" for one in found) and (those := _THOSE.search(text)):
        found.append(GroupSeen(*those.span(), Group("answered", words=those[0])))
    found += _of_the(text, figures, found)
    found += _n_that(text, figures, found)
    if not any(one.group.kind == "asked" for one in found) and (whole := _WHOLE.search(text)):
        found.append(GroupSeen(*whole.span(), Group("asked", words=whole[0])))
    return tuple(sorted(found, key=lambda one: one.start))


def _of_the(text: str, figures: tuple[Figure, ...], found: list[GroupSeen]) -> list[GroupSeen]:
    """ "The median force of the 39": a number of bodies without their noun."""
    more = []
    for one in figures:
        free = one.kind == "count" and not any(seen.figure is one for seen in found)
        if (
            free
            and one.value is not None
            and _OF_THE.search(text[: one.start])
            and _NO_NOUN.match(text[one.end :])
        ) and (any(seen.end <= one.start for seen in found) or _is_led_to(text[: one.start])):
            more.append(GroupSeen(one.start, one.end, Group("some", n=int(one.value), words=one.text), one))
    return more


def _is_led_to(before: str) -> bool:
    """Behind "the median of the", or a place in an order: "the highest failure rate of the *nine*"."""
    return bool(_MEDIAN_OF.search(before) or _MOST_OF_THE.search(before))


_MOST_OF_THE = re.compile(
    r"\b(?:most|fewest|highest|lowest|longest|shortest|biggest|largest|smallest)\s"
    r"(?!serious|common|recent|likely|important|severe)(?:[a-z-]+\s){1,4}of (?:all )?the $",
    re.IGNORECASE,
)


def _n_that(text: str, figures: tuple[Figure, ...], found: list[GroupSeen]) -> list[GroupSeen]:
    """ "The ten that answered": a number of bodies by how they ended."""
    more = []
    for one in figures:
        if one.kind != "count" or one.value is None or any(seen.figure is one for seen in found):
            continue
        if _THE.search(text[: one.start]) and (ended := _ANSWERED.match(text[one.end :])):
            end = one.end + ended.end()
            more.append(
                GroupSeen(one.start, end, Group("answered", n=int(one.value), words=text[one.start : end]), one)
            )
    return more


_OWNED = re.compile(r"['’]s?\s(?:own\s)?(?:[a-z-]+\s){0,2}")
"""Between a body and what is its own."""


def _in_name(noun: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    """Inside the name of a body, or of a kind: "emergency *departments*" where that is a site."""
    named = [(one.start, one.end) for one in lexicon.bodies(text)]
    named += [(one.start, one.end) for one in lexicon.categories(text) if one.text.lower() != noun[0].lower()]
    return any(start <= noun.start() < end for start, end in named) or bool(
        _BEFORE_FORCE.search(text[max(0, noun.start() - 8) : noun.start()]) and noun[0].lower() == "force"
    )


def _is_owned(noun: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    """ "Exampleton's schools": something of a body, and no body."""
    before = text[: noun.start()]
    return any(_OWNED.fullmatch(before, one.end) for one in lexicon.bodies(before))


def _of_noun(noun: re.Match[str], text: str, figures: tuple[Figure, ...], lexicon: Lexicon) -> GroupSeen | None:
    number = _number_before(noun, text, figures)
    begin = number.start if number else noun.start()
    n = int(number.value) if number and number.value is not None else None
    if n is not None and n > 1 and number and number.kind == "count" and not noun[0].lower().endswith("s"):
        return None  # "four council employees" counts no councils
    whole = _is_whole(noun, text, begin, number)
    named = _NAMED.search(text[: noun.start()])
    if not noun[0].lower().endswith("s") and n is None and not whole and not (named and "other" in named[0]):
        return None
    kind, variable, end = _kind(noun, text, whole, lexicon)
    ids = lexicon.bodies_called(noun[0])
    if named and n is None and (sharing := lexicon.bodies_with(named["name"])):
        ids, begin, whole = sharing, named.start("name"), False
    every = ids == frozenset(body.id for body in lexicon.definition.bodies)
    group = Group(kind, () if every else tuple(sorted(ids)), n, variable, text[begin:end], whole)
    some = number is not None and number.kind in ("fraction", "majority", "several", "none")
    inside = text[:begin].endswith("(") and text[end : end + 1] == ")"
    definite = not some and (n is None or inside or _is_all(number) or bool(_DEFINITE.search(text[:begin])))
    return GroupSeen(begin, end, group, number, definite)


_NAMED = re.compile(r"\b(?:the|(?:any|every|all|all the) other) (?P<name>[A-Za-z]{4,}) $")
"""Before a noun of bodies, the word that their names share: "the *Yorkshire* forces"."""


def _is_all(number: Figure | None) -> bool:
    """ "All nine"."""
    return number is not None and _ALL_N.match(number.text) is not None


def _is_whole(noun: re.Match[str], text: str, begin: int, number: Figure | None) -> bool:
    """ "Every board", "Exampleland's boards", "all nine boards", "nine of all boards": nobody is left out."""
    between = text[number.end : noun.start()] if number else ""
    before = text[:begin]
    return bool(
        _ALL.search(before) or _is_all(number) or _POSSESSIVE.search(before) or _ALL_BETWEEN.search(between)
    )


def _kind(noun: re.Match[str], text: str, whole: bool, lexicon: Lexicon) -> tuple[str, str, int]:
    """The kind of the group, the variable that it gives, and where its words end."""
    after, end = text[noun.end() :], noun.end()
    if found := _ANSWERED.match(after):
        return "answered", "", end + found.end()
    if _REPLYING.search(text[max(0, noun.start() - 14) : noun.start()]):
        return "answered", "", end
    if found := _ASKED.match(after):
        return "asked", "", end + found.end()
    if (found := _GIVE.match(after)) and (variable := lexicon.variable_named(found["what"])):
        return "given", variable, end + found.start("what") + _length_of(found["what"], variable, lexicon)
    place = _PLACE.match(after)
    if place and lexicon.is_where_bodies_are(place[0]):
        end += place.end()
    return "asked" if whole or place else "some", "", end


def _length_of(what: str, variable: str, lexicon: Lexicon) -> int:
    """How many characters it takes to name the variable; what the bodies did stands behind."""
    ends = [word.end() for word in re.finditer(r"[\w'’-]+", what)]
    return next((end for end in ends if lexicon.variable_named(what[:end]) == variable), len(what))


def _number_before(noun: re.Match[str], text: str, figures: tuple[Figure, ...]) -> Figure | None:
    for one in figures:
        if one.kind in ("count", "fraction", "majority", "several", "none") and one.end <= noun.start():
            gap = text[one.end : noun.start()]
            if _GAP.fullmatch(gap) and not _NO_GAP.search(gap):
                return one
    return None
