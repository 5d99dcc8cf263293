"""A sentence cut into its clauses: where each begins, how it is joined, and which of them can restrict a figure.

A shallow parse by rules over signs, joining words and verbs known by form or by list; no model of the language.
`pieces` gives the stretches of a sentence in order, each with its sort:

- *clause*: a subject and a finite verb of its own ("the council received 12 claims");
- *predicate*: a verb that shares the subject of the clause before ("and paid three");
- *item*: a figure without a verb, next in a list ("two in 2022", "the rest to kerbs");
- *relative*: begins with which, who, whose, where; `set_off` if a comma stands before it;
- *participle*: begins with a verb in -ing or -ed, or with up, down, followed and the like;
- *phrase*: begins with a preposition;
- *aside*: anything else without a verb (a noun set beside another, a heading).

`beside` says by that which stretches cannot restrict a figure. A restriction stands in the noun phrase of what is
counted, in a phrase or participle that follows it, at its verb, or in a phrase in front of its clause. What stands
in another clause is told for itself: if it counts, compares, denies or orders, it has to be looked at for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..harmless import stems_of
from ..reading import Asked
from ..sentence import Sentence
from .apart import REACHES

Span = tuple[int, int]

_IRREGULAR = (
    "is|was|were|are|has|had|have|did|does|do|will|would|can|could|may|might|must|says|said|told|gave|gives|went|"
    "goes|came|comes|took|takes|made|makes|put|puts|kept|keeps|held|holds|left|leaves|lost|loses|paid|pays|sent|"
    "sends|got|gets|rose|rises|fell|falls|grew|grows|wrote|writes|began|begins|stood|stands|saw|sees|ran|runs|set|"
    "sets|sold|sells|bought|built|chose|drew|draws|found|finds|led|leads|met|meets|spent|spends|wants?|plans?|hopes|"
    "intends|needs|blames|denies|shows?|cost|costs|cut|cuts|broke|won|wins|became|becomes|brought|brings|dealt|drove|"
    "heard|hid|hit|knew|knows|lay|lies|lent|meant|means|quit|read|sank|sat|sits|slid|spoke|speaks|struck|swore|threw|"
    "thought|understood|withdrew|wore|bore|bears|hung|shut|split|spread|let|lets|includes?|covers?|counts?|adds?|"
    "accounts?|concerns?|ends|remains?|makes up|tops|props|heads|insists|admits|warns|argues|claims that|tells"
)
VERB = re.compile(rf"(?<![-'’\w])(?:{_IRREGULAR}|[a-z]{{2,}}(?<!hundr)(?<!ne)ed)(?:n['’]t)?(?![-\w])")
"""A finite verb by form or by list; a participle in -ed has the form, too."""
_EDGE = re.compile(
    r"(?P<sign>,\s|;\s|:\s|\s[–—-]\s|\s?[()]|[.!?]\s)|"
    r"\s(?P<join>but|while|whereas|although|though|yet|because|even though|so that)\s|"
    r"\s(?P<and>and|or|nor)\s|"
    r"\s(?P<time>after|before|since|when|until|(?<!such )(?<!well )(?<!same )(?<!as )as|once)\s|"
    r"\s(?P<rel>which|who|whose|whom)\s|"
    r"\s(?P<rise>(?:up|down) (?:from|on))\s",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\s*(?:(?:the|an?|its|their|our|his|her|this|that|these|those|both|some|many|most|all|no|each|every|another|one|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,]*|it|they|he|she|we|nobody|nothing|"
    r"somebody|there|more|fewer|few|half)\b|[A-Z][\w'’&-]*)",
)
_LEAD = re.compile(
    r"[\W_]*(?:(?:and|but|or|nor|yet|so|then|while|whereas|although|though|because|even)\s)*", re.IGNORECASE
)
_PHRASE = re.compile(
    r"(?:in|at|during|over|for|of|among|amongst|across|between|under|by|from|to|on|about|against|with|without|"
    r"within|including|excluding|except|per|via|through|than|throughout|inside|outside|beyond|apart|besides|unlike|"
    r"like|despite|after|before|since|until|involving|concerning|relating|regarding|counting|covering)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:which|who|whose|whom|where|of which|of whom)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"(?:not\s)?(?:up|down|ahead|behind|followed|compared|against|more|fewer|less|higher|lower|[a-z]{3,}(?:ing|ed)|"
    r"made|sent|held|paid|found|lost|left|taken|given|kept)\b"
)
_COMPARES = re.compile(r"(?:up|down|ahead|behind|followed|compared|against|more|fewer|less|higher|lower)\b")
"""A participle, or what stands like one, that sets the figure beside another."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of a sentence; `words` begins behind joining words; `set_off` by a sign."""

    start: int
    end: int
    words: int
    sort: str
    joined: str = ""
    set_off: bool = False

    def holds(self, at: int) -> bool:
        return self.start <= at < self.end


def pieces(text: str, figures: tuple[int, ...]) -> tuple[Piece, ...]:
    """The stretches of a sentence in order; `figures` are the places of its numbers."""
    return _pieces(text, figures)


@lru_cache(maxsize=4096)
def _pieces(text: str, figures: tuple[int, ...]) -> tuple[Piece, ...]:
    cuts: list[tuple[int, int, str, bool]] = [(0, 0, "", True)]
    found = list(_EDGE.finditer(text))
    for number, edge in enumerate(found):
        ahead = next((one.start() for one in found[number + 1 :] if one["sign"]), len(text))
        if _cuts(edge, text[edge.end() : ahead], figures, edge.end(), ahead):
            first = edge.end() if edge["sign"] else edge.start() + 1
            cuts.append((edge.start(), first, (edge[0]).strip().lower(), bool(edge["sign"])))
    ends = [*(cut[0] for cut in cuts[1:]), len(text)]
    made = [
        _made(text, first, end, joined, set_off, figures)
        for (_, first, joined, set_off), end in zip(cuts, ends, strict=True)
        if text[first:end].strip(" \"“”'‘’,.;:()–—-")
    ]
    return tuple(made)


def _cuts(edge: re.Match[str], behind: str, figures: tuple[int, ...], first: int, last: int) -> bool:
    if edge["sign"] or edge["rel"] or edge["rise"]:
        return True
    own = any(first <= at < last for at in figures)
    clause = _is_clause(behind)
    if edge["and"]:
        return clause or (own and bool(_HAS_FIGURE_SOON.match(behind))) or _verb_first(behind)
    return clause


_HAS_FIGURE_SOON = re.compile(
    r"(?:[\w'’-]+\s){0,4}(?:[£$€]?\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|"
    r"eight\b|nine\b|ten\b|eleven\b|twelve\b|none\b|no\b|half\b|the other\b|the rest\b)",
    re.IGNORECASE,
)


def _verb_first(text: str) -> bool:
    found = VERB.match(text)
    return found is not None and not re.match(r"\w+\s(?:\w+\s)?(?:claims|cases|items)\b", text)


def _is_clause(text: str) -> bool:
    """A subject and, some words on, a finite verb."""
    subject = _SUBJECT.match(text)
    if subject is None:
        return False
    verb = VERB.search(text, subject.end())
    return verb is not None and text.count(" ", subject.end(), verb.start()) <= _REACH


_REACH = 7
"""Words at most between the first of a subject and its verb."""


def _made(text: str, start: int, end: int, joined: str, set_off: bool, figures: tuple[int, ...]) -> Piece:
    lead = _LEAD.match(text, start, end)
    words = lead.end() if lead else start
    own = text[words:end]
    if joined in ("after", "before", "since", "when", "until", "as", "once"):
        sort = "timed"
        words = start + len(joined) + 1
    elif _RELATIVE.match(own):
        sort = "relative"
    elif _PHRASE.match(own):
        sort = "phrase"
    elif _is_clause(own) or (VERB.search(own) and not _PARTICIPLE.match(own)):
        sort = "predicate" if _verb_first(own) else "clause"
    elif _PARTICIPLE.match(own):
        sort = "participle"
    else:
        sort = "item" if any(start <= at < end for at in figures) else "aside"
    return Piece(start, end, words, sort, joined, set_off)


# --- which stretches cannot restrict a figure ---

_TAKES_BACK = stems_of(
    """exclude excludes excluded excluding except include includes included including omit omits omitted leave
    leaves left cover covers covered apply applies applied refer refers relate relates only estimate estimates
    estimated provisional duplicate duplicates double twice alone solely exclusively count counts counted"""
)
"""Words by which a clause about the figures takes some of them back."""
_OF_FIGURES = re.compile(
    r"\s*(?:the|these|those|its|their|both|such)?\s?(?:figures?|numbers?|totals?|counts?|tall(?:y|ies)|sums?|data|"
    r"they|these|those|this|that|some|all|both|most|many|half|which|who|none|each|every|nearly|almost|mostly|only)\b",
    re.IGNORECASE,
)
_A_FIGURE = re.compile(
    r"(?:an?|the|its|which is an?)\s(?:\w+\s)?(?:figure|number|total|count|tally|sum)\b", re.IGNORECASE
)
_CONTRAST = re.compile(r"(?:not|rather than|instead of|as opposed to)\s", re.IGNORECASE)


def beside(asked: Asked, one: Sentence, leans: bool) -> Iterator[Span]:
    """The stretches that cannot restrict what `asked` tells; `leans` says that its noun stands before it."""
    figure = asked.figure
    if figure is None:
        return
    numbers = tuple(
        each.at for each in one.figures if each.kind not in ("date", "duration", "rank", "superlative")
    )
    cut = pieces(one.plain, numbers)
    place = next((number for number, piece in enumerate(cut) if piece.holds(figure.at)), None)
    if place is None:
        return
    own = cut[place]
    yield own.start, own.words
    if own.sort == "relative" and own.set_off and one.plain[own.words :].startswith("where "):
        yield own.end, len(one.plain)
    read = {id for reading in asked.readings for id in (*reading.group.ids, reading.subject)}
    held = _leant_on(cut, place, numbers) if leans else place
    frame = _starts_clause(cut, place)
    for number, piece in enumerate(cut):
        if number == place or held <= number < place:
            continue
        if not any(map(piece.holds, numbers)) and _reaches_in(asked, one, piece, read):
            continue
        behind = number > place
        if not behind and piece.sort == "relative" and piece.set_off and _is_of_body(piece, one):
            yield piece.start, piece.end
        elif behind and _is_free_behind(cut, place, number, numbers, one):
            yield piece.start, _up_to(piece, one)
        elif not behind and _is_free_ahead(cut, number, frame, one.plain):
            yield piece.start, piece.end


def _up_to(piece: Piece, one: Sentence) -> int:
    """Where what another figure tells ends: behind one without noun, a phrase may be said of those before."""
    inside = [each for each in one.figures if piece.holds(each.at) and each.kind != "date"]
    if not inside or inside[-1].unit or piece.sort == "clause":
        return piece.end
    reach = REACHES.search(one.plain, inside[-1].end, piece.end)
    return reach.start() if reach else piece.end


_OR = re.compile(r"[\W_]*(?:either\s|or\s|nor\s)", re.IGNORECASE)


_REST = re.compile(r"the (?:rest|others|remainder|remaining\b)", re.IGNORECASE)
"""What the figures before have left over: told of those, not of these."""


def _reaches_in(asked: Asked, one: Sentence, piece: Piece, read: set[str]) -> bool:
    """A piece without a figure that widens the one told, or names a kind of its sort or another body."""
    if piece.joined in ("or", "nor") or _OR.match(one.plain, piece.start, piece.end):
        return True
    if _takes_back(one.plain[piece.words : piece.end]):
        return True
    if _REST.match(one.plain, piece.words):
        return False
    names = {name for reading in asked.readings for name in (*reading.where, *reading.base)}
    kinds = any(piece.holds(seen.start) and seen.variable in names for seen in one.categories)
    return kinds or any(piece.holds(seen.start) and seen.body not in read for seen in one.bodies)


def _is_of_body(piece: Piece, one: Sentence) -> bool:
    return any(0 <= piece.start - seen.end <= 3 for seen in one.bodies)


def _leant_on(cut: Sequence[Piece], place: int, numbers: Sequence[int]) -> int:
    """The clause or figure before, whose noun and verb the figure takes over."""
    for number in range(place - 1, -1, -1):
        if cut[number].sort == "clause" or any(cut[number].holds(at) for at in numbers):
            return number
    return 0


def _starts_clause(cut: Sequence[Piece], place: int) -> int:
    """The first piece of the clause that the figure stands in, with phrases in front of it."""
    first = place
    inserted = cut[place].sort in ("predicate", "participle")
    while first and (
        cut[first].sort not in ("clause", "relative", "timed") or (inserted and _is_inserted(cut, first))
    ):
        first -= 1
    while first and cut[first - 1].sort == "phrase" and cut[first].sort == "clause":
        first -= 1
    return first


def _is_inserted(cut: Sequence[Piece], number: int) -> bool:
    """A relative clause between commas, behind which its clause goes on: "Exampleton, which …, dismissed two"."""
    return (
        cut[number].sort == "relative"
        and cut[number].set_off
        and number + 1 < len(cut)
        and cut[number + 1].set_off
    )


def _is_free_ahead(cut: Sequence[Piece], number: int, frame: int, text: str) -> bool:
    """In front of the figure's clause: another clause of its own; a phrase there goes with what follows."""
    piece = cut[number]
    if number >= frame or _CONTRAST.match(text, piece.words) or _takes_back(text[piece.words : piece.end]):
        return False
    if piece.sort in ("participle", "aside", "relative"):
        return any(each.sort == "clause" for each in cut[:number])
    return piece.sort in ("clause", "predicate", "timed")


def _is_free_behind(cut: Sequence[Piece], place: int, number: int, numbers: Sequence[int], one: Sentence) -> bool:
    """Behind the figure: a clause of its own, another figure's, or what adds something after a comma."""
    piece = cut[number]
    words = one.plain[piece.words : piece.end]
    if _takes_back(words) or _CONTRAST.match(words):
        return False
    between = cut[place + 1 : number]
    started = any(each.sort == "clause" and not _OF_FIGURES.match(one.plain, each.words) for each in between)
    if any(piece.holds(at) for at in numbers):
        told = any(any(each.holds(at) for at in numbers) for each in between)
        return piece.sort not in ("phrase", "aside") or started or told
    if piece.sort == "clause":
        return not _OF_FIGURES.match(words)
    if piece.sort == "relative":
        return started or _is_of_body(piece, one)
    if piece.sort == "participle":
        return started or bool(_COMPARES.match(words))
    return started


def _takes_back(words: str) -> bool:
    """A clause that leaves some of the figures out, or says what they are: "but these exclude kerbs"."""
    said = {word.lower() for word in re.findall(r"[\w-]+", words)}
    return bool(said & _TAKES_BACK) or bool(_A_FIGURE.match(words))
