"""The words that the pages use, each explained in a sentence or two."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def terms() -> tuple[tuple[str, str], ...]:
    """(term, meaning), in the order of the alphabet."""
    text = (files(__package__) / "glossary.toml").read_text("utf-8")
    return tuple((each["term"], each["means"]) for each in tomllib.loads(text)["terms"])
