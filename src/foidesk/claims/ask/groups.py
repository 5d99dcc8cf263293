"""Whom a sentence speaks of: the bodies named in it, or a group of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foidesk.words.figures import Figure

from .lexicon import Lexicon
from .reading import Group
from .stems import stems

_ANSWERED = re.compile(
    r"^\W*(?:that|which|who)\W*(?:have |had )?(?:answered|replied|responded|provided (?:data|"
    r"figures|answers|a figure)|gave (?:data|figures|"
    r"answers|a figure|a reply)|supplied (?:data|figures)|disclosed|sent (?:data|figures)|"
    r"reported|answering|replying|responding)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^\W*(?:that (?:were|was|we) |we )?(?:asked|surveyed|approached|contacted|questioned)\b", re.IGNORECASE
)
_GIVE = re.compile(
    r"^\W*(?:that|which|who)\W*(?:do |did |can |could )?(?:record|recorded|give|gave|state|stated|"
    r"break|broke|list|listed|know|knew|log|logged|publish|note|"
    r"noted|report|reported|name|named|say|said|specify|specified)s?\b(?P<what>[^,.;]{0,40})",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^\W*(?:in|of|across|throughout|from|anywhere in)\s+(?:the\s+)?(?:[A-Z][\w’']+|land|country|"
    r"nation|region|kingdom|UK)\b"
)
_ALL = re.compile(
    r"\b(?:all|every|each|any|no|all of the|all of)\s+(?:the\s+|of the\s+)?(?:[\w-]+\s)?$", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"\b[A-Z][a-z]+['’]s\s+(?:[\w-]+\s+){0,2}$")
_THOSE = re.compile(
    r"\b(?:those|all|any)\s+(?:that|which|who)\s+(?:answered|replied|responded|gave (?:figures|data|answers))\b",
    re.IGNORECASE,
)
_THEM_OF = re.compile(
    r"\bof the (?P<n>\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!\s+\w)", re.IGNORECASE
)
_NO_NOUN = re.compile(
    r"\s*(?:[,.;:]|$|\s(?:had|has|have|received|recorded|reported|were|was|got|saw|that|which|who|"
    r"gave|logged|said|answered|paid)\b)"
)
_WHOLE = re.compile(
    (
        r"\b(?:nationally|nationwide|countrywide|across the (?:country|land|nation)|in the (?:country|"
        r"land)|every \w+ in the (?:land|country))\b"
    ),
    re.IGNORECASE,
)


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
        if _in_name(noun, text, lexicon):
            continue
        seen = _of_noun(noun, text, figures, lexicon)
        if seen is not None:
            found.append(seen)
    if not any(one.group.kind == "answered" for one in found) and (those := _THOSE.search(text)):
        found.append(GroupSeen(*those.span(), Group("answered", words=those[0])))
    found += _of_the(text, figures, found)
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
            and re.search(r"\bof (?:the|all)\s$", text[: one.start])
            and _NO_NOUN.match(text[one.end :])
        ) and (
            any(seen.end <= one.start for seen in found) or re.search(r"\bmedian \w+ of the $", text[: one.start])
        ):
            more.append(GroupSeen(one.start, one.end, Group("some", n=int(one.value), words=one.text), one))
    return more


def _in_name(noun: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    return any(one.start <= noun.start() < one.end for one in lexicon.bodies(text)) or bool(
        re.search(r"\b(?:in|into|use of|by) $", text[max(0, noun.start() - 8) : noun.start()])
        and noun[0].lower() == "force"
    )


def _of_noun(noun: re.Match[str], text: str, figures: tuple[Figure, ...], lexicon: Lexicon) -> GroupSeen | None:
    number = _number_before(noun, text, figures)
    begin = number.start if number else noun.start()
    before, after = text[:begin], text[noun.end() :]
    between = text[number.end : noun.start()] if number else ""
    plural = noun[0].lower().endswith("s")
    ids = lexicon.bodies_called(noun[0])
    every = ids == frozenset(body.id for body in lexicon.definition.bodies)
    n = int(number.value) if number and number.value is not None else None
    whole = bool(
        _ALL.search(before)
        or re.match(r"all\b", number.text if number else "", re.IGNORECASE)
        or _POSSESSIVE.search(before)
        or re.search(r"\b(?:all|every|each)\b", between)
    )
    if not plural and n is None and not whole and not re.search(r"\bmedian\s$", before):
        return None
    definite = (
        bool(number and re.match(r"all\b", number.text, re.IGNORECASE))
        or bool(
            re.search(
                r"\b(?:the|these|those|all|of|at|in|across|['’]s|both)\s*(?:all\s|the\s)?(?:other\s)?$",
                before,
                re.IGNORECASE,
            )
        )
        or n is None
    )
    kind, variable, end = "some", "", noun.end()
    if found := _ANSWERED.match(after):
        kind, end = "answered", end + found.end()
    elif found := _ASKED.match(after):
        kind, end = "asked", end + found.end()
    elif (found := _GIVE.match(after)) and (variable := _variable(found["what"], lexicon)):
        kind, end = "given", end + found.end()
    elif whole or _PLACE.match(after):
        kind = "asked"
    group = Group(kind, () if every else tuple(sorted(ids)), n, variable, text[begin:end])
    if not plural and n is None and not whole:
        return None
    return GroupSeen(begin, end, group, number, definite)


def _number_before(noun: re.Match[str], text: str, figures: tuple[Figure, ...]) -> Figure | None:
    for one in figures:
        if one.kind in ("count", "fraction", "majority", "several", "none") and one.end <= noun.start():
            gap = text[one.end : noun.start()]
            if re.fullmatch(r"(?:\s+[A-Za-z-]+){0,2}\s+", gap) and not re.search(
                r"\b(?:of|in|at|the|and|cases|claims)\b", gap
            ):
                return one
    return None


def _variable(words: str, lexicon: Lexicon) -> str:
    """The variable that the words after "that record" name."""
    said = frozenset(stems(words))
    for variable in lexicon.definition.codebook.variables:
        for name in (variable.label, variable.id, *variable.names):
            key = frozenset(stems(name))
            if key and key <= said:
                return variable.id
    return ""


def them_of(text: str) -> re.Match[str] | None:
    """ "of the 39" without a noun."""
    return _THEM_OF.search(text)
