"""Scans that lie on their side or on their head: which way their words stand, told by how they are recognised.

An engine reads a line that runs up or down into a box that is taller than wide, and letters on their head with
little confidence. Both show on the words themselves, whichever engine found them; a page that reads well as it
lies is never turned, and costs nothing more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PIL import Image

from foidesk.readers.ocr_rules import ruling_lines
from foidesk.readers.pdf_tilt import straightened, tilt_of
from foidesk.readers.tables.ink import Rule, Token

LETTERS = 12
"""Letters that must be recognised for a page to be turned; fewer are a stamp or a logo."""
TALL = 0.6  # the share of the letters in words taller than wide, on a page that lies on its side
BETTER = 0.15  # what another way must add to the mean confidence


@dataclass(slots=True)
class Look:
    """One way to look at a page: turned clockwise by `quarter` degrees, then straightened by `tilt`."""

    quarter: int
    tilt: float
    grey: Image.Image
    across: list[Rule]
    down: list[Rule]
    words: list[Token]


Words = Callable[[Image.Image, list[Rule], list[Rule]], list[Token]]
"""What recognises the words of a level grey picture with these rules."""


def standing(grey: Image.Image, dpi: int, words: Words, poor: float = 0.5) -> Look:
    """The page as its words stand upright: as it lies, unless they read clearly better another way round.

    `poor`: the mean confidence below which the engine's words may stand on their head.
    """
    best = _look(grey, dpi, 0, words)
    for quarter in ways_to_try(best.words, poor):
        other = _look(grey, dpi, quarter, words)
        if reads_better(other.words, best.words, poor):
            best = other
            if confidence(best.words) >= poor:
                break
    return best


def _look(grey: Image.Image, dpi: int, quarter: int, words: Words) -> Look:
    turned = grey.rotate(-quarter, expand=True) if quarter else grey
    tilt = tilt_of(turned)
    if tilt:
        turned = straightened(turned, tilt)
    across, down = ruling_lines(turned, dpi)
    return Look(quarter, tilt, turned, across, down, words(turned, across, down))


def ways_to_try(words: Sequence[Token], least: float) -> tuple[int, ...]:
    """By how many degrees clockwise the page may have to be turned, the likeliest first; none if it stands."""
    if sum(len(token.text) for token in words) < LETTERS:
        return ()
    poor = confidence(words) < least
    if lies(words):  # what reads well on its side runs down the page
        return (90, 270) if poor else (270, 90)
    return (180, 90, 270) if poor else ()


def reads_better(words: Sequence[Token], than: Sequence[Token], poor: float) -> bool:
    """True if these words stand, and are surer than the others by far unless those lie on their side."""
    if lies(words) or sum(len(token.text) for token in words) < LETTERS:
        return False
    return confidence(words) > (poor - BETTER if lies(than) else confidence(than) + BETTER)


def lies(words: Iterable[Token]) -> bool:
    """True if most of the letters are in words that are taller than wide."""
    long = [token for token in words if len(token.text) > 2]
    tall = sum(len(token.text) for token in long if token.y1 - token.y0 > token.x1 - token.x0)
    return tall > TALL * sum(len(token.text) for token in long)


def confidence(words: Iterable[Token]) -> float:
    """The mean confidence of the letters; 0 if there are none."""
    sure = [(len(token.text), token.sure or 0.0) for token in words]
    return sum(n * s for n, s in sure) / max(1, sum(n for n, _ in sure))
