"""How letters of a hand are read that nothing was trained on: `python benchmarks/letters/folds.py`.

For each hand in turn (or those named): trains without its letters (group `train`), reads them and prints what
`run.py` prints. The first reading's rules were written with the earlier hands at hand: they still flatter.
"""

from __future__ import annotations

import sys

from run import Verdict, summary, verdicts
from train import HANDS, HERE, both, second, third

from foidesk.law.letters import answering, judging
from foidesk.law.letters import second as reading
from foidesk.law.letters.weights import judged, parsed


def leave(hand: str) -> None:
    """Reads with weights trained without the letters of a hand."""
    weights = {what: parsed(second(what, (hand,))) for what in ("events", "outcomes")}
    together = judged(both((hand,)))
    states, links = parsed(third("states", (hand,))), judged(third("links", (hand,)))
    reading.weights = weights.__getitem__  # type: ignore[assignment]
    judging.judge = lambda _: together  # type: ignore[assignment]
    answering.weights = lambda *_: states  # type: ignore[assignment]
    answering.judge = lambda *_: links  # type: ignore[assignment]


def main() -> None:
    for hand in sys.argv[1:] or dict.fromkeys(HANDS.values()):
        leave(hand)
        found: list[Verdict] = []
        for name in (name for name, of in HANDS.items() if of == hand):
            found += verdicts(HERE / name)
        print(f"{hand}: no letter of it was trained on", *summary(found), sep="\n", flush=True)


if __name__ == "__main__":
    main()
