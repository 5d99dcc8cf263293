"""Whose a figure is and of which kind, where a sentence names several: its own clause goes before the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .clause import Clause
from .cut.cutter import Piece, pieces
from .seen import BodySeen, CategorySeen
from .sentence import Part, Sentence

_OF_ALL = re.compile(
    r"\b(?:they|them|these|those|all|each|every|both|which|whom|it|such|none|neither)\b", re.IGNORECASE
)
"""In a clause that says something of the figures before it."""
_REASON = re.compile(r"\b(?:because|either|since|whether|if|when|who|that)\b|:", re.IGNORECASE)
"""Between a figure and a kind that tells what it counts, though in a clause of its own."""
_BEFORE = re.compile(
    r"['’]s?\s(?:own\s|just\s|only\s)*|\s(?:just\s|only\s)?|\s(?:had|on|with|at|saw|recorded|reported|received|got|"
    r"logged|has)\s(?:just\s|only\s|another\s)*"
)
"""Between a body and a figure of its own: "Exampleton's 20", "Exampleton five", "Exampleton on 12"."""
_JOINED = re.compile(r"(?:['’]s?)?(?:,\s(?:and\s)?|\s(?:and|nor)\s)(?:the\s)?")
_AND_NOR = re.compile(r"\b(?:and|nor)\b")
_AND = re.compile(r"(?:,|,?\sand)\s(?:just\s|only\s)?")
_ON = re.compile(r",?\s(?:[a-z]+\s){1,2}")
"""Between two numbers of a run, and between a run of bodies and the first of them."""
_AMONG = re.compile(r"\s(?:(?:is|was|were)\s)?(?:among (?:them|these|those)|included)\b")
_SUCH_AS = re.compile(r"\b(?:including|such as|among them|for example|for instance)\s(?:the\s)?$", re.IGNORECASE)
"""Around a body that is one of several spoken of."""
_AGAINST = re.compile(
    r"\b(?:to|than|against|ahead of|behind|below|above|unlike|beside|besides|followed by|"
    r"compared (?:with|to)|versus|vs\.?|apart from|"
    r"(?:joint|level|tied|together|along|shared)(?: \w+){0,3} with|alongside)\s(?:only\s|just\s)?(?:the\s)?$",
    re.IGNORECASE,
)
"""Right before a body that the figure is set beside and is not of."""
_ENDS = re.compile(r";|,?\s(?:but|while|whereas|because|since|although|though)\s")
"""Behind a figure, where what is told is no longer of it."""
_OF_THEM = re.compile(r"\s+of\s(?:them|these|those|which|whom)\b|\bof (?:which|whom)\b")


def numbers(one: Sentence) -> tuple[int, ...]:
    """The places of the figures that can have a clause of their own."""
    return tuple(each.at for each in one.figures if each.kind not in ("date", "duration", "rank", "superlative"))


def trimmed(part: Part, one: Sentence) -> Part:
    """The part without kinds that another clause tells: "Norfolk had 11 cases, and a sergeant resigned"."""
    if part.figure is None or not part.categories:
        return part
    cut = pieces(one.plain, numbers(one))
    place = next((number for number, piece in enumerate(cut) if piece.holds(part.figure.at)), None)
    if place is None:
        return part
    kept = tuple(seen for seen in part.categories if not _is_told_apart(seen, cut, place, one))
    return part if len(kept) == len(part.categories) else replace(part, categories=kept)


def _is_told_apart(seen: CategorySeen, cut: Sequence[Piece], place: int, one: Sentence) -> bool:
    number = next((number for number, piece in enumerate(cut) if piece.holds(seen.start)), place)
    own, other = cut[place], cut[number]
    if number <= place:
        return False
    if own.sort == "relative" and own.set_off and one.plain[own.words :].startswith("where "):
        return True
    if other.sort != "clause" or own.sort not in ("clause", "predicate"):
        return False
    if _REASON.search(one.plain[own.start : seen.start]):
        return False
    return not _OF_ALL.search(one.plain[other.words : other.end])


def in_clause(start: int, end: int, one: Sentence, seen: Sequence[CategorySeen]) -> tuple[CategorySeen, ...]:
    """The kinds that stand with the words from `start` to `end`, and not with a figure of another clause."""
    places = numbers(one)
    cut = pieces(one.plain, places)
    place = next((number for number, piece in enumerate(cut) if piece.holds(start)), None)
    if place is None:
        return tuple(seen)
    found = []
    for each in seen:
        number = next((number for number, piece in enumerate(cut) if piece.holds(each.start)), place)
        between = (
            cut[min(number, place + 1) : max(number, place) + 1] if number > place else cut[number : number + 1]
        )
        apart = any(
            piece.sort in ("clause", "relative", "item", "predicate") and any(map(piece.holds, places))
            for piece in between
        )
        if number == place or not apart:
            found.append(each)
    return tuple(found)


def own_bodies(part: Clause) -> tuple[str, ...]:
    """The bodies that stand right before the figure, or in front of one that they are set beside; else none."""
    bodies, figure, text = part.part.bodies, part.figure, part.one.plain
    ahead = [seen for seen in part.one.bodies if seen.end <= figure.start]
    if len({seen.body for seen in part.one.bodies}) < 2:
        return ()
    if one_each := _in_turn(part, ahead):
        return (one_each,)
    if ahead and _BEFORE.fullmatch(text[ahead[-1].end : figure.start]):
        return _run(ahead, text)
    inside = [seen for seen in bodies if seen.end <= figure.start]
    behind = [seen for seen in bodies if seen.start >= figure.end]
    set_beside = bool(behind) and bool(_AGAINST.search(text[figure.end : behind[0].start]))
    return tuple(dict.fromkeys(seen.body for seen in inside)) if inside and set_beside else ()


def _in_turn(part: Clause, ahead: Sequence[BodySeen]) -> str:
    """ "Ahead of Exampleton and Sampleton, on *187 and 158*": as many numbers as bodies, each of its own."""
    text, figures = part.one.plain, [one for one in part.one.figures if one.kind == part.figure.kind]
    at = next((number for number, one in enumerate(figures) if one.at == part.figure.at), None)
    if at is None:
        return ""
    first = last = at
    while first and _AND.fullmatch(text[figures[first - 1].end : figures[first].start]):
        first -= 1
    while last + 1 < len(figures) and _AND.fullmatch(text[figures[last].end : figures[last + 1].start]):
        last += 1
    before = [seen for seen in ahead if seen.end <= figures[first].start]
    if first == last or not before or not _leads_to(text, before[-1].end, figures[first].start, figures[last].end):
        return ""
    run = _run(before, text)
    return run[at - first] if len(run) == last - first + 1 else ""


def _leads_to(text: str, start: int, first: int, last: int) -> bool:
    """Whether nothing but a word or two stands between bodies and their numbers, or these are told one by one."""
    return bool(_ON.fullmatch(text[start:first])) or bool(_RESPECTIVELY.match(text, last))


_RESPECTIVELY = re.compile(r"(?:\s[a-z-]+){0,2},?\srespectively\b", re.IGNORECASE)


def _run(ahead: Sequence[BodySeen], text: str) -> tuple[str, ...]:
    """The list of bodies that ends right before the figure; one set beside the last is none of them."""
    run = [ahead[-1]]
    for seen in reversed(ahead[:-1]):
        if not _JOINED.fullmatch(text[seen.end : run[0].start]):
            break
        run.insert(0, seen)
    comma = len(run) > 1 and not _AND_NOR.search(text[run[-2].end : run[-1].start])
    if comma and _AGAINST.search(text[: run[0].start]):
        run = run[-1:]
    return tuple(dict.fromkeys(seen.body for seen in run))


def is_example(seen: BodySeen, text: str) -> bool:
    """ "Three boards lost 187, Exampleton among them", "boards including Exampleton"."""
    return bool(_AMONG.match(text, seen.end) or _SUCH_AS.search(text[: seen.start]))


def reach(part: Clause) -> int:
    """Where what is told behind a figure begins to be of something else: "…, because Exampleton withheld one"."""
    text, figure = part.one.plain, part.figure
    found = _ENDS.search(text, figure.end)
    ends = [found.start()] if found else []
    for other in part.parts[part.place + 1 :]:
        if other.figure is not None and _OF_THEM.match(text, other.figure.end):
            ends.append(other.figure.start)
    return min(ends, default=len(text))
