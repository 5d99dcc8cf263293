"""A count beside the words of a category is never ignored by name, whatever codebook the category is from."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from foidesk.words.ignored import ignored
from foidesk.words.numbers import numbers

ROOT = Path(__file__).resolve().parents[2]
NUMBERED = ("page", "item", "regulation")
"""Last words of a category behind which a number may be the number of one: "a local news page 14"."""


def phrases() -> Iterator[str]:
    """The labels and synonyms of every codebook here."""
    for folder in ("examples", "benchmarks"):
        for path in sorted((ROOT / folder).rglob("codebook.toml")):
            yield from said(tomllib.loads(path.read_text("utf-8")))


def said(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        yield from (part[key] for key in ("label",) if isinstance(part.get(key), str))
        yield from (one for one in part.get("synonyms", ()) if isinstance(one, str))
        for value in part.values():
            yield from said(value)
    elif isinstance(part, list):
        for value in part:
            yield from said(value)


def test_a_count_beside_a_category_is_no_noise() -> None:
    known = sorted({one for one in phrases() if not one.lower().endswith(NUMBERED)})
    assert len(known) > 1000
    texts = [text for one in known for text in (f"{one} 14, other 3", f"Outcome: {one} 14.", f"14 {one}")]
    lost = [text for text in texts for word in numbers(text) if word.text == "14" and ignored(text, word)]
    assert not lost
