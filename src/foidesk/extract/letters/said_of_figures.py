"""What the reply says its figures are: what alters them is put to a person, the rest is told with them.

"These are cumulative totals" makes another number of each figure; "the figures include repeat complaints" makes
none, but whoever uses them has to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from foidesk.law.sentences import sentences
from foidesk.model.issues import Issue
from foidesk.model.observations import Choice, Observation, Option
from foidesk.words.days_told import subject
from foidesk.words.of_figures import ALTERS, is_of_looks, is_of_other_years, of_figures

from ..basis.found import Found
from ..basis.ground import Ground
from ..basis.pieces import Piece
from ..figures.choices import AS_READ, NOT_DATA, choice_id, under
from ..figures.seen import look
from ..prose.restricted import CAME_TO
from ..sentences.over import OTHER
from ..sentences.said import Said
from .days_limited import is_open_to, lone_rows
from .years_meant import is_bare, meant

_ARE = re.compile(r"\b(?:are|were|shows?|represents?|relates?|covers?)$", re.IGNORECASE)
LOOK = "told by their look"
"""Said in a letter without figures of its own, it is of the files beside it: "yellow cells are estimates"."""
OTHER_YEARS = "other years"


@dataclass(frozen=True, slots=True)
class _Told:
    """`piece` is None for what a letter beside the document says."""

    kind: str
    text: str
    piece: Piece | None = None


def said_of_figures(ground: Ground, said: Sequence[Said], found: Found) -> Found:
    """What was found, its figures open where words of the reply alter them; an issue tells what else they say."""
    told = [*_told(ground, said), *_beside(ground)]
    for one in told:
        if one.kind in ALTERS:
            found = _opened(ground, found, one)
    beside = [] if found.observations else [one for one in told if is_of_looks(one.text)]
    rest = [one for one in told if one.kind not in ALTERS] if found.observations else beside
    if rest:
        found = replace(found, issues=(*found.issues, _issue(ground, rest)))
    return found


def _told(ground: Ground, said: Sequence[Said]) -> Iterator[_Told]:
    nouns = [noun for measure in ground.measures for noun in (measure.unit, *measure.nouns)]
    for one in said:
        counts = any(o.amount is not None for o in one.found.observations)
        if one.sentence.over.question == OTHER or counts:
            continue
        kind = of_figures(one.sentence.text, nouns) or _of_one_kind(ground, one.sentence.text, nouns)
        if kind:
            yield _Told(kind, one.sentence.text, one.sentence.piece)
    for piece in lone_rows(ground):
        kind = of_figures(piece.text, nouns)
        if kind:
            yield _Told(kind, piece.text, piece)


def _beside(ground: Ground) -> Iterator[_Told]:
    """What the mail that brought the document, or another letter of the body, says of years."""
    texts = [one.text for one in sentences(ground.context.covering)]
    for text in dict.fromkeys((*texts, *ground.context.beside)):
        if is_of_other_years(text):
            yield _Told(OTHER_YEARS, text)


def _of_one_kind(ground: Ground, text: str, nouns: Sequence[str]) -> str:
    """ "These are complaints upheld" speaks of figures that no word near them says so of."""
    said = subject(text, nouns)
    if said is None or not _ARE.search(said[0]):
        return ""
    seen = look(ground, text)
    told = [hit for _, hit in seen.categories if hit.start >= said.end() and not hit.negated]
    came_to = CAME_TO.search(text, said.end()) is not None
    return "of one kind" if (len(told) == 1 or came_to) and not seen.numbers and not seen.periods else ""


def _opened(ground: Ground, found: Found, one: _Told) -> Found:
    touched = [o for o in found.observations if is_open_to(o) and _alters(ground, one.kind, o)]
    if not touched:
        return found
    words = " ".join(one.text.split())[:160]
    many = f"the {len(touched)} figures stand" if len(touched) > 1 else "the figure stand"
    question = f"The reply says what its figures are ({one.kind}). Do {many} as read? “{words}”"
    line = (ground.locator(one.piece),) if one.piece is not None else ()
    places = (*line, *(o.places["value"] for o in touched[:3] if "value" in o.places))
    ways = list(meant(ground, one.text, touched)) if one.kind == OTHER_YEARS else []
    options = (
        Option(AS_READ, "Yes: as they were read", tuple(o.id for o in touched)),
        *(Option(id, label, tuple(o.id for o in moved)) for id, label, moved in ways),
        Option(NOT_DATA, "No: leave them out, or enter what they are"),
    )
    id = choice_id("reading", question, places)
    choice = Choice(id, "reading", question, options, ground.context.body, places, weight=len(touched))
    gone = {o.id for o in touched}
    kept = tuple(o for o in found.observations if o.id not in gone)
    held = under(ground, touched, choice)
    for id, _, moved in ways:
        held += under(ground, moved, choice, id)
    return replace(found, observations=(*kept, *held), choices=(*found.choices, choice))


def _alters(ground: Ground, kind: str, o: Observation) -> bool:
    """True for a figure that the words are about: of years, if they are of years; a count, if of what counts."""
    if kind == OTHER_YEARS:
        return is_bare(o.period)
    if kind == "running totals":
        return o.period is not None
    return kind in ("another scale", LOOK) or ground.context.codebook.measure(o.measure).type == "count"


def _issue(ground: Ground, told: Sequence[_Told]) -> Issue:
    words = "; ".join(f"“{' '.join(one.text.split())[:120]}”" for one in told[:3])
    pieces = [one.piece for one in told if one.piece is not None]
    return Issue(
        "said-of-figures", "warning", f"The reply says of its figures: {words}.",
        ground.where(pieces[0].place),
        "Look which figures are meant, and say so where they are used.",
        tuple(map(ground.locator, pieces[:12])), body=ground.context.body, key="said-of-figures",
    )  # fmt: skip
