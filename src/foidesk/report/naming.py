"""File names and anchors of the site: stable, safe in a URL and on every disk."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

_UNSAFE = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """A name as a file name; names that would fall together are told apart by a short digest."""
    plain = _UNSAFE.sub("-", name.lower()).strip("-")
    return plain if plain == name and len(plain) <= 80 else f"{plain[:60] or 'x'}-{short(name, 6)}"


def short(text: str, length: int = 12) -> str:
    """The start of the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def anchor(id: str) -> str:
    """An id as HTML wants it: no white space."""
    return re.sub(r"\s+", "_", id)


def fragment(id: str) -> str:
    """The part of a link that leads to an anchor."""
    return "#" + quote(anchor(id), safe="-._~:")


def finding_page(name: str) -> str:
    return f"findings/{slug(name)}.html"


def breakdown_page(finding: str, key: str) -> str:
    return f"breakdowns/{slug(finding)}--{slug(key)}.html"


def body_page(id: str) -> str:
    return f"bodies/{slug(id)}.html"


def clause_page(id: str) -> str:
    return f"clauses/{slug(id)}.html"


def whole_page(document: str) -> str:
    return f"documents/{document[:12]}.html"


def original_file(document: str, name: str) -> str:
    """Where an original is put: under a plain name with its own ending."""
    stem, dot, ending = name.rpartition(".")
    plain = slug(stem or name)
    return (
        f"documents/{document[:12]}/{plain}{dot}{slug(ending)}"
        if dot and stem
        else f"documents/{document[:12]}/{plain}"
    )


def source_page(document: str, page: int) -> str:
    return f"sources/{document[:12]}-p{page}.html"


def source_picture(document: str, page: int) -> str:
    return f"sources/img/{document[:12]}-p{page}.webp"
