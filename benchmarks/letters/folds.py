"""How letters of a hand are read that the second reading was not trained on: `python benchmarks/letters/folds.py`.

For each hand in turn (or those named): trains without its letters (group `train`), reads them and prints what
`run.py` prints. The first reading's rules were written with all of these at hand: those figures still flatter.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from run import Verdict, summary, verdicts
from train import HANDS, HERE, of_letters, of_passages, write

from foidesk.law.letters import second
from foidesk.law.letters.weights import Weights, parsed


def without(hand: str, folder: Path) -> dict[str, Weights]:
    """The weights trained without the letters of a hand."""
    found = {}
    for what in ("events", "outcomes"):
        file = folder / f"{hand}-{what}.tsv"
        write([one for one in (*of_letters(what), *of_passages(what)) if one.hand != hand], file)
        found[what] = parsed(file.read_text(encoding="utf-8"))
    return found


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        for hand in sys.argv[1:] or dict.fromkeys(HANDS.values()):
            second.weights = without(hand, Path(made)).__getitem__  # type: ignore[assignment]
            found: list[Verdict] = []
            for name in (name for name, of in HANDS.items() if of == hand):
                found += verdicts(HERE / name)
            print(f"{hand}: no letter of it was trained on", *summary(found), sep="\n")


if __name__ == "__main__":
    main()
