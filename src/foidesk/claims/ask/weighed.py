"""The account of a sentence's words, with those that the replies themselves bear out, or do not."""

from __future__ import annotations

from collections.abc import Sequence

from .account import Account
from .came_from import moves_from
from .degrees import borne_runs, doubted
from .evaluate import Bench
from .including import borne_including
from .moved_to import Move
from .moves import Told
from .neighbours import borne_neighbours, not_next
from .on_top import not_on_top
from .reading import Asked, Reading
from .seen import CategorySeen
from .sentence import Sentence
from .told_beside import denied, narrowed


def weighed(
    one: Sentence,
    asked: Sequence[Asked],
    bench: Bench,
    before: str,
    priors: Sequence[Reading],
    figures: tuple[Told, ...],
    kinds: tuple[CategorySeen, ...],
    moves: Sequence[Move],
) -> Account:
    """The words of the sentence, weighed.

    `before` is what the sentences before left open, `priors` the readings told last; `figures` and `kinds` those
    told in the paragraph so far, `moves` the changes told here.
    """
    borne = (
        *((move.start, move.end) for move in moves if move.holds),
        *moves_from(one, asked),
        *borne_including(one, asked, bench),
        *borne_neighbours(one, asked, bench),
        *borne_runs(one, asked, bench),
    )
    looked = (*((move.start, move.end) for move in moves if move.holds is not None), *borne)
    open_ = (
        *doubted(one, asked, bench),
        *not_on_top(one, asked, priors, bench),
        *not_next(one, asked, priors, bench),
        *narrowed(one),
    )
    said = denied(one, asked, bench)
    return Account(one, tuple(asked), one.lexicon, before, figures, kinds, borne, looked, open_, said)
