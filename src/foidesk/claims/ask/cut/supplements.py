"""Stretches set off by commas, dashes or brackets that restrict no figure outside them.

English sets off by commas what adds something, and leaves without them what restricts ("claims *from cyclists*").
So a word that the survey does not know, in a stretch set off behind a figure that has its noun, or right behind a
body's name, does not change what the figure counts; what it tells of its own is looked at as a claim of its own.
A stretch is no such supplement if it holds a word by which numbers are changed all the same (`CHANGES`): one of
negation, exception, part, comparison, time, order, hedge or speech.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from foidesk.words.figures import Figure

from ..harmless import NEGATIONS, stems_of
from ..lexicon import Lexicon
from ..sentence import Sentence
from ..stems import stems, tokens
from ..wording import FALL, RISE
from .asides import LEAVES_OUT

CHANGES = LEAVES_OUT | stems_of(
    """fail failed fails failing lack lacked lacks lacking nothing nobody nowhere hardly barely
    all both half some many few several any every each most more fewer less majority minority part parts
    mostly mainly chiefly largely primarily partly bulk remainder
    than compare compared against versus like unlike same similar equal double twice triple treble
    high higher highest low lower lowest best worst better worse top bottom largest biggest smallest
    month months week weeks day days year years quarter season spring summer autumn winter today yesterday
    ago now then current currently recent recently earlier later previous previously yet still already while
    about around nearly almost roughly approximately approx estimate estimates estimated expect expects expected
    forecast forecasts projected predict predicted likely perhaps maybe may might could would should will shall
    apparently reportedly allege alleges alleged fear feared think thinks thought believe believes believed
    suspect suspected assume assumed suppose supposed claim claims claimed suggest suggests suggested
    say says said tell tells told add adds added argue argues argued accord according insist insists insisted
    warn warns warned admit admits admitted
    figure figures number numbers total totals count tally sum statistic these those this that it they
    aside one ones handful thereabouts odd so out left leave leaves missing
    north south east west northern southern eastern western central inner outer upper lower rural urban city town
    type types kind kinds sort sorts category categories class classes
    rate average mean median typical per national nationwide overall regional"""
)
"""Words by which a supplement may still change the number, the time, the thing counted or whose word it is."""
_EDGE = re.compile(r",\s|\s[–—-]\s|\s?\(|\)|;\s|:\s")
"""Where a stretch is set off; a comma within a number has no space behind it."""
_MOVES = re.compile(rf"\b(?:{RISE}|{FALL})\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s?(?:and|or|plus|nor|of|from|by|in|at|on|for|with|among|amongst|between|against|because|as|given|assuming|"
    r"provided|though|so|but|\w+ed|\w+ing\s(?:from|about|over|against|of|with|in|by|at|to|out)|found|brought|made|sent|held|left|lost|paid|given|taken|shown|known)\b",
    re.IGNORECASE,
)
"""A stretch that goes on with a list, with what is counted, with why it is so many, or with what became of it."""
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|are|is|be|got|had|has|have)\s(?:\w+ly\s)?\w+(?:ed|en|wn|nt|ught|old|ade)\b"
)
_KINDS = ("count", "money", "percent", "fraction", "points")

Span = tuple[int, int]


def stretches(text: str) -> list[Span]:
    """The stretches of a text between the signs that set them off."""
    cuts = [0, *(found.end() for found in _EDGE.finditer(text)), len(text)]
    return [(start, end) for start, end in itertools.pairwise(cuts) if end > start]


def supplements(one: Sentence, figure: Figure | None, measure: str, lexicon: Lexicon) -> Iterator[Span]:
    """The stretches set off that restrict nothing of the figure, which is read as one of the measure."""
    if figure is None or figure.kind not in _KINDS:
        return
    spans = stretches(one.plain)
    own = next((span for span in spans if span[0] <= figure.at < span[1]), None)
    if own is None or not _has_noun(one, own, figure, measure, lexicon):
        return
    for before, span in zip([(0, 0), *spans], spans, strict=False):
        behind = span[0] >= own[1]
        apposed = span[1] <= own[0] and any(0 <= before[1] - seen.end <= 3 for seen in one.bodies)
        if (behind or apposed) and not _GOES_ON.match(one.plain, span[0]) and _adds_only(one, span, lexicon):
            yield span


def _has_noun(one: Sentence, own: Span, figure: Figure, measure: str, lexicon: Lexicon) -> bool:
    """What is counted stands in the figure's own stretch; "12, 14 and 20 claims from cyclists" shares it."""
    if figure.kind != "count":
        return True
    said = frozenset(stems(one.plain[figure.end : own[1]])) | frozenset(stems(one.plain[own[0] : figure.at]))
    return any(phrase & said for phrase in lexicon.measure_phrases.get(measure, ()))


def _adds_only(one: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """No figure, date, body, kind or word of a measure stands in the stretch, and none that changes a number."""
    start, end = span
    every = (one.figures, one.whens, one.bodies, one.groups, one.categories)
    read = [(seen.start, seen.end) for many in every for seen in many]
    if any(first < end and start < last for first, last in read):
        return False
    words = one.plain[start:end]
    if _MOVES.search(words) or _PASSIVE.search(words) or any(map(str.isdigit, words)):
        return False
    told = {form for token in tokens(words) for form in (token.word, token.stem)}
    measures = frozenset[str]().union(*(phrase for many in lexicon.measure_phrases.values() for phrase in many))
    return not told & (CHANGES | NEGATIONS | measures)
