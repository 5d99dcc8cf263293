"""Sentences of all stories, torn apart and mixed: none may stop `check`.

    python benchmarks/claims/mixed.py [SURVEY] [--stories 40] [--seed 1]

Each story is twelve sentences, or halves of them, of the items in the folders beside this file, in any order
and of any subject, so that most lean on words that are not there. Prints the stories that ended in an exception,
with its last line; verdicts are not looked at.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import tomllib
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import run

HERE = Path(__file__).parent
LONG = 12
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


def sentences() -> list[str]:
    """All sentences of all items, each once."""
    found: dict[str, None] = {}
    for path in sorted(HERE.glob("*/*.toml")):
        for item in tomllib.loads(path.read_text(encoding="utf-8")).get("item", ()):
            for told in (item, *item.get("false", ())):
                found |= dict.fromkeys(_ENDS.split(told["text"]))
    return list(found)


def torn(draw: random.Random, text: str) -> str:
    """The sentence, or what is left of it before or behind a comma."""
    parts = text.split(", ")
    if len(parts) < 2 or draw.random() < 0.6:
        return text
    at = draw.randrange(1, len(parts))
    left = ", ".join(parts[at:] if draw.random() < 0.5 else parts[:at])
    return left[:1].upper() + left[1:].rstrip(".") + "."


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("survey", nargs="?", default="pothole-claims")
    parser.add_argument("--stories", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    draw, every, failed = random.Random(given.seed), sentences(), 0
    with tempfile.TemporaryDirectory() as scratch:
        desk = run.prepare(given.survey, HERE / "open", Path(scratch))
        for number in range(given.stories):
            told = [torn(draw, draw.choice(every)) for _ in range(LONG)]
            story = "".join(one + draw.choice((" ", " ", "\n\n")) for one in told)
            try:
                desk.check(story)
            except Exception:
                failed += 1
                print(f"story {number}:\n{story}\n{traceback.format_exc(limit=-3)}", flush=True)
    print(f"{given.stories} stories of {LONG} sentences out of {len(every)}: {failed} stopped")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
