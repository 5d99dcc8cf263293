"""A noun that several measures share ("dogs", of dogs seized and dogs put down): the question says of which."""

from __future__ import annotations

import re
from dataclasses import replace

from foidesk.model.codebook import Measure
from foidesk.words.normal import normalise

from ..basis import measure as measures
from ..basis.ground import Ground
from ..basis.measure import MeasureSeen
from ..basis.near import ask
from ..basis.nouns import NounHit
from ..basis.plain import PLAIN
from ..figures.seen import Seen, look
from .acted_on import acted_on
from .over import Sentence
from .own_words import rest_of

LONGEST = 12
_NONE = frozenset(("none", "nil", "zero", "no"))
_OF_ALL = re.compile(r"\W*(?:out\s+)?of\s+(?:the|these|those|our|all)\s+(?:the\s+|these\s+)?", re.IGNORECASE)


def of_noun(ground: Ground, sentence: Sentence, noun: NounHit, kinds: bool = False) -> MeasureSeen | None:
    """The measure that a noun of a sentence is of; a guess where it may be of several.

    A noun that is only the unit of what the question asks for is of the question, if the sentence says no more
    than a number of it: "There were 45 complaints, and 12 were upheld" tells both of another measure first. A mere
    unit under a question for something else names none, unless categories stand by it (`kinds`): "2,923 notices
    cancelled on appeal" below the question for appeals counts no notices issued.
    """
    piece = sentence.piece.cut(noun.start, noun.end)
    if (other := acted_on(ground, sentence.piece, noun)) is not None:
        return other
    seen = look(ground, sentence.text)
    asked = measures.of_question(ground, sentence.over.question)
    if asked is not None and _is_of(ground, sentence, seen, asked.measure, noun):
        return MeasureSeen(asked.measure, piece, "named")
    own = ground.context.codebook.measure(noun.measure)
    sharing = [hit.measure for hit in seen.nouns if (hit.start, hit.end) == (noun.start, noun.end)]
    called = [id for id in sharing if _calls(ground.context.codebook.measure(id), _text(sentence, noun))]
    if len(called) == 1:
        return MeasureSeen(ground.context.codebook.measure(called[0]), piece, "named")
    if asked is not None and not called and not kinds:
        return None
    return MeasureSeen(own, piece, "named" if len(sharing) < 2 else "")


def _is_of(ground: Ground, sentence: Sentence, seen: Seen, measure: Measure, noun: NounHit) -> bool:
    text = _text(sentence, noun)
    if noun.measure == measure.id or _calls(measure, text):
        return True
    called = set(text.split()) <= _words(measure) or _named_besides(seen, measure, noun)
    return called and _says_no_more(ground, sentence, seen, measure)


def _named_besides(seen: Seen, measure: Measure, noun: NounHit) -> bool:
    """True if the words behind a noun name what the question asks for: "2 injuries were reported to the HSE"."""
    return any(hit.measure == measure.id and hit.start >= noun.end for hit in seen.nouns)


def without_base(ground: Ground, sentence: Sentence, seen: Seen) -> Seen:
    """The sentence without "Of the 253 incidents," before a number that answers a question for something else."""
    asked = measures.of_question(ground, sentence.over.question)
    base = seen.numbers[0] if len(seen.numbers) > 1 else None
    if asked is None or base is None or asked.measure.type != "count" or seen.categories:
        return seen
    behind = [hit for hit in seen.nouns if hit.start >= base.end and not seen.text[base.end : hit.start].strip()]
    end = max((hit.end for hit in behind), default=0)
    comma = re.match(r"\s*,", seen.text[end:])
    if not behind or comma is None or not _OF_ALL.fullmatch(seen.text[: base.start]):
        return seen
    if any(hit.measure == asked.measure.id for hit in behind):
        return seen
    end += comma.end()
    kept = tuple(hit for hit in seen.nouns if hit.start >= end)
    text = " " * end + seen.text[end:]
    return replace(seen, text=text, numbers=seen.numbers[1:], nouns=kept, asked=())


def splits_base(ground: Ground, sentence: Sentence) -> bool:
    """True for "Of the 253 incidents, 3 were reported" under the question how many were reported."""
    seen = look(ground, sentence.text)
    return without_base(ground, sentence, seen) is not seen


def _says_no_more(ground: Ground, sentence: Sentence, seen: Seen, measure: Measure) -> bool:
    """True for "2014 – 7 dogs": one number, or one of each period, with its noun and words of the question."""
    asked = ask(ground, sentence.over.question)
    rest = rest_of(seen)
    if asked is None or len(seen.numbers) > max(1, len(seen.periods)) or len(rest) > LONGEST or seen.referred:
        return False
    ours = set(normalise(asked.text).split()) | _words(measure)
    return all(word in PLAIN or word in ours or word in _NONE for word in rest)


def _calls(measure: Measure, text: str) -> bool:
    """True if the survey calls what it counts so, and not only its unit."""
    return text in {normalise(name) for name in (measure.label, *measure.nouns)}


def _words(measure: Measure) -> set[str]:
    return {word for name in (measure.unit, measure.label, *measure.nouns) for word in normalise(name).split()}


def _text(sentence: Sentence, noun: NounHit) -> str:
    return normalise(sentence.text[noun.start : noun.end])
