"""What the board rests on, told apart at a glance: whether it has to be put up anew."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..survey import Survey

VERSION = 3
"""Goes up whenever the board is laid out otherwise: an older one is then put up anew."""

FILES = (
    "events.jsonl",
    "survey.toml",
    "codebook.toml",
    "bodies.csv",
    "basis.csv",
    "denominators.csv",
    "guidelines.toml",
    "statements.toml",
)
"""What the board rests on beside decisions.csv."""


def fingerprint(survey: Survey) -> str:
    """Changes when a file that the board rests on is changed by anybody."""
    laws = [path.relative_to(survey.folder).as_posix() for path in sorted(survey.folder.glob("laws/*.toml"))]
    stats = [(name, path.stat()) for name in (*FILES, *laws) if (path := survey.folder / name).exists()]
    said = [VERSION, *((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]
