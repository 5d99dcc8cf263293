"""Pages whose text runs up or down or stands on its head: read turned, and every place turned back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from foidesk.model.places import Box
from foidesk.readers.tables.ink import Token

SHARE = 0.75
"""The share of the letters of a page that must run up or down for it to be read so."""
LEAST = 40
"""Letters that must; fewer are heads of columns or a stamp in the margin."""
LONE = 12
"""Letters that are enough if no word of the page stands."""
SOME, FEW = 24, 8
"""Words of a page that are asked whether they stand on their head; a page of no more than FEW is not asked."""

Move = Callable[[Box], Box]


def is_sideways(tokens: Sequence[Token]) -> bool:
    """True if nearly all that the page says runs up or down."""
    letters = sum(len(token.text) for token in tokens)
    turned = sum(len(token.text) for token in tokens if not token.upright)
    return turned > SHARE * letters and turned >= (LONE if turned == letters else LEAST)


def some_of(starts: Sequence[int]) -> Sequence[int]:
    """The starts of some words, from all over the page; none of a page with next to no words."""
    return starts[:: max(1, len(starts) // SOME)] if len(starts) > FEW else ()


def is_headlong(degrees: Iterable[float]) -> bool:
    """True if nearly all words that are so many degrees from standing upright stand on their head."""
    down = [abs(one % 360 - 180) < 30 for one in degrees]
    return sum(down) > SHARE * len(down)


def quarter_of(tokens: Sequence[Token]) -> int:
    """The degrees by which the page must be turned clockwise for its words to stand upright: 90 or 270."""
    turned = [token for token in tokens if not token.upright]
    words = [(a, b) for a, b in pairwise(turned) if abs(a.centre - b.centre) < 1.0]
    upwards = sum(1 if b.middle < a.middle else -1 for a, b in words)
    return 90 if upwards > 0 else 270


def quarter_back(quarter: int, width: float, height: float) -> Move:
    """What moves a box of a page so turned, `width` by `height` as turned, onto the page as displayed."""

    def move(box: Box) -> Box:
        if quarter == 90:
            sides = box.y0, width - box.x1, box.y1, width - box.x0
        elif quarter == 180:
            sides = width - box.x1, height - box.y1, width - box.x0, height - box.y0
        else:
            sides = height - box.y1, box.x0, height - box.y0, box.x1
        return Box(*(round(side, 2) for side in sides))

    return move
