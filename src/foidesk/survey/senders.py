"""Whose replies lie in a folder, as far as folder and file names tell: drafts for bodies.csv."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath

_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])|(?<=[A-ZÀ-Ý])(?=[A-ZÀ-Ý][a-zà-ÿ])")
_LETTER = re.compile(
    r"\b(?:foia?|eir|ifg|response|responses|reply|replies|request|answer|disclosure|final|letter|data|attachment"
    r"|copy|ref|no|re|fw|fwd|signed|redacted|annex|appendix|part|version|v)\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"[#(\[]?\b\d[\d\s./-]*\b[)\]]?|(?<=[^\W\d])\d+\b")
_STATE = re.compile(r"(?<=[a-zà-ÿ]),?\s+[A-Z]{2}$")
SHORT = 3


@dataclass(frozen=True, slots=True)
class Sender:
    """A body drafted from names: id, name, and the names of its folders and files as aliases."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


def senders(paths: Iterable[str]) -> tuple[Sender, ...]:
    """A body for each sub-folder, and for each group of loose files whose names differ by number or form only.

    "NorthshireResponse.pdf", "Northshire1.xls" and "Northshire2.xls" are of one body. For a person to correct.
    """
    groups: dict[str, tuple[str, list[str]]] = {}
    for path in sorted(paths):
        raw, plain = _names(path)
        groups.setdefault(plain.casefold(), (plain, []))[1].append(raw)
    ids: list[str] = []
    found = []
    bare = Counter(_without_state(name).casefold() for name, _ in groups.values())
    for name, raws in groups.values():
        ids.append(free_id(slug(name), ids))
        place = _without_state(name)
        short = [place] if place != name and bare[place.casefold()] == 1 else []
        aliases = dict.fromkeys(raw for raw in (*raws, *short) if raw != name)
        found.append(Sender(ids[-1], name, tuple(aliases)))
    return tuple(sorted(found, key=lambda one: one.id))


def sender_of(path: str, known: Iterable[Sender]) -> str:
    """The id of the body that a path was drafted for."""
    plain = _names(path)[1].casefold()
    return next((one.id for one in known if one.name.casefold() == plain), "")


def _names(path: str) -> tuple[str, str]:
    """The folder's or file's name as it stands, and without what says only that it is a reply."""
    parts = PurePosixPath(path).parts
    if len(parts) > 1:
        raw = _spaced(parts[0])
        return raw, _titled(raw)
    raw = _spaced(PurePosixPath(path).stem)
    bare = _NUMBERS.sub(" ", _LETTER.sub(" ", _CAMEL.sub(" ", raw)))
    bare = " ".join(re.sub(r"[^\w&'.()-]+|(?<!\w)[-.()]+|[-.(]+(?!\w)", " ", bare).split())
    return raw, _titled(bare) if sum(map(str.isalpha, bare)) >= SHORT else raw


def _without_state(name: str) -> str:
    """The name without the two capitals of a state behind it, as stories tell it: "Fairmead" of "Fairmead XX"."""
    return _STATE.sub("", name) or name


def _spaced(name: str) -> str:
    return re.sub(r"[_\s]+", " ", name).strip() or name


def _titled(name: str) -> str:
    """A name in small letters with capitals; two letters at the end are a state: "fairmead xx"."""
    if name != name.lower():
        return name
    *words, last = name.split()
    return " ".join(
        [*(word.capitalize() for word in words), last.upper() if words and len(last) == 2 else last.capitalize()]
    )


def slug(text: str) -> str:
    """Words as an id; "body" where no letter of them is Latin."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "body"


def free_id(id: str, taken: Container[str]) -> str:
    """The id, with a number behind it if another name has it."""
    numbered = (f"{id}-{number}" if number > 1 else id for number in count(1))
    return next(one for one in numbered if one not in taken)
