"""How long the claims of a story of 1,500 words take, warm: python benchmarks/claims/speed.py [SURVEY]

The story is made of the true sentences of the open half; the replies are read before the clock starts.
"""

from __future__ import annotations

import sys
import tempfile
import time
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import run

OPEN = Path(__file__).parent / "open"


def main(name: str) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        desk = run.prepare(name, OPEN, Path(scratch))
        story = text(1500)
        desk.check("A first look at everything: 1 case.")
        times = []
        for _ in range(5):
            began = time.perf_counter()
            found = desk.check(story)
            times.append(time.perf_counter() - began)
        size = f"{len(story.split())} words, {len(found)} claims"
        print(f"{name}: {size}: best {min(times):.2f} s, worst {max(times):.2f} s")


def text(words: int) -> str:
    """So many words of true sentences, each a paragraph."""
    found: list[str] = []
    for path in sorted(OPEN.glob("*.toml")):
        found += [item["text"] for item in tomllib.loads(path.read_text(encoding="utf-8"))["item"]]
    while len(" ".join(found).split()) < words:
        found += found
    told: list[str] = []
    for one in found:
        told.append(one)
        if len(" ".join(told).split()) >= words:
            break
    return "\n\n".join(told)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "ambulance-handovers")
