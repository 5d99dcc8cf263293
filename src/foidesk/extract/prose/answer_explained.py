"""Whether an answer in words tells of all that was asked, or of some: "35 open complaints", "35 (flats only)"."""

from __future__ import annotations

import re

from foidesk.words.normal import normalise

from ..basis.asked import our_words, without_own_place
from ..basis.nouns import is_people
from ..basis.plain import PLAIN
from ..figures.seen import look
from .answer_figures import Answer, Figure

_TAIL = re.compile(
    r"[,;]\s+(?:which|who|but|and|as|because|since|although|though|however|so|due|this|that|we|it|und|aber|weil|da|was)\b",
    re.IGNORECASE,
)
_MORE_PLAIN = frozenset(
    "yes currently now overall altogether exactly just only identified located zurzeit derzeit nur ja "
    "therefore thus hence known somit".split()
)


def says_no_more(answer: Answer, one: Figure) -> bool:
    """True if each word around the figure is plain or the survey's own; of people, whose work they tell, always.

    What a "which", a "but" or an "and" begins behind a comma goes on to something else.
    """
    measure, ground = answer.measure, answer.ground
    if is_people(measure.label) or is_people(measure.unit) or any(map(is_people, measure.nouns)):
        return True
    text = one.sentence.text
    tail = _TAIL.search(text, one.word.end)
    text = text[: tail.start()] if tail else text
    seen = look(ground, text)
    hits = [hit for _, hit in seen.categories]
    told = (seen.numbers, seen.referred, seen.nouns, seen.periods, hits)
    spans = [(held.start, held.end) for some in told for held in some]
    signs = list(text)
    for start, end in spans:
        signs[start:end] = " " * (end - start)
    known = our_words(ground) | PLAIN | _MORE_PLAIN | set(normalise(measure.unit).split())
    rest = normalise(without_own_place(ground, "".join(signs))).split()
    return all(word in known for word in rest if word.isalpha() and len(word) > 1)
