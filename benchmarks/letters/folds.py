"""How letters of a hand are read that nothing was trained on: `python benchmarks/letters/folds.py`.

For each hand in turn (or those named): trains without its letters (group `train`), reads them and prints what
`run.py` prints. The first reading's rules were written with the earlier hands at hand: they still flatter.
"""

from __future__ import annotations

import sys

from run import Verdict, summary, verdicts
from train import HANDS, HERE
from unseen import both, read_by

from foidesk.law.letters.weights import judged


def leave(hand: str) -> None:
    """Reads with weights trained without the letters of a hand."""
    outcomes, events = both((hand,))
    read_by(hand, judged(outcomes), judged(events))


def main() -> None:
    for hand in sys.argv[1:] or dict.fromkeys(HANDS.values()):
        leave(hand)
        found: list[Verdict] = []
        for name in (name for name, of in HANDS.items() if of == hand):
            found += verdicts(HERE / name)
        print(f"{hand}: no letter of it was trained on", *summary(found), sep="\n", flush=True)


if __name__ == "__main__":
    main()
