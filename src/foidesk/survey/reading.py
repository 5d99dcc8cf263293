"""Reading every document once: in guarded children, level by level into containers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import PurePosixPath

from ..errors import UnreadableDocument
from ..law.sentences import sentences
from ..model import Delivery, Issue, Locator, Reading, TextPlace
from ..readers import reader_versions
from ..readers.guard import GuardedReaders
from ..readers.programs import program
from ..store import Store
from ..words.of_figures import is_of_other_years
from .chain import Chain, Node

PROGRAMS = ("tesseract", "soffice", "libreoffice", "antiword")
MODULES = ("rapidocr",)
"""What readers use if it is there. What was read without one is read again once there is another."""

_OWN_WORDS = ("paragraph", "heading", "list item")
_YEARS = re.compile(r"\b(?:years?|quarters?|Q1)\b", re.IGNORECASE)

Wanted = tuple[str, str]
"""A document's SHA-256 and a file name under which it came."""


class ReadingRoom:
    """Readings by document, from the cache or made; bytes found inside documents are kept as originals."""

    def __init__(self, store: Store, chain: Chain, workers: int = 2) -> None:
        self.store, self.chain, self.workers = store, chain, workers
        self.versions = tuple(sorted(reader_versions().items()))
        self.programs = _programs_here()
        self._nodes: dict[Wanted, Node] = {}

    def node(self, document: str, name: str) -> Node:
        """The reading's node; the document is read now if it was not before."""
        wanted = (document, _suffix(name))
        if wanted not in self._nodes:
            self.read({(document, name)})
        return self._nodes[wanted]

    def reading(self, document: str, name: str) -> Reading:
        found: Reading = self.chain.value(self.node(document, name))
        return found

    def take(self, document: str, name: str, reading: Reading) -> None:
        """Takes a reading made elsewhere as the document's own: `verify` reads nothing again."""
        one = (document, _suffix(name))
        self._nodes[one] = Node("read", self.chain.cache.put("read", self._key(*one), reading))

    def read_all(self, roots: Iterable[Wanted]) -> dict[str, Reading]:
        """Readings of the roots and of all inside them, by document."""
        readings: dict[str, Reading] = {}
        level = set(roots)
        while level:
            self.read(level)
            for document, name in sorted(level):
                readings[document] = self.reading(document, name)
            inside = {(a.sha256, a.name) for d, _ in level for a in readings[d].attachments}
            level = {one for one in inside if one[0] not in readings}
        return readings

    def read(self, wanted: Iterable[Wanted]) -> None:
        """Makes sure that each document has its node."""
        missing: dict[Wanted, str] = {}
        for document, name in sorted(wanted):
            one = (document, _suffix(name))
            if content := self._kept(one):
                self._nodes[one] = Node("read", content)
                self.chain.tally.count("read", made=False)
            else:
                missing[one] = name
        if missing:
            self._read_missing(missing)

    def _kept(self, one: Wanted) -> str:
        keys = (self._key(*one), self._key(*one, "with", *self.programs))
        return next((found for key in keys if (found := self.chain.cache.content_hash("read", key))), "")

    def _read_missing(self, missing: Mapping[Wanted, str]) -> None:
        jobs = ((one, self.store.originals.get(one[0]), name) for one, name in missing.items())
        with GuardedReaders(workers=min(self.workers, len(missing))) as readers:
            for done, (one, result) in enumerate(readers.read_many(jobs), 1):
                self.chain.progress("reading", done, len(missing))
                self._keep(one, missing[one], result)

    def _keep(self, one: Wanted, name: str, result: object) -> None:
        if isinstance(result, UnreadableDocument):
            reading = _unread(one[0], name, result)
        else:
            for data in result.contents.values():  # type: ignore[attr-defined]
                self.store.originals.keep(data)
            reading = result.reading  # type: ignore[attr-defined]
        lacking = any(issue.kind == "needs-program" for issue in reading.issues)
        key = self._key(*one, "with", *self.programs) if lacking else self._key(*one)
        self._nodes[one] = Node("read", self.chain.cache.put("read", key, reading))
        self.chain.tally.count("read", made=True)

    def _key(self, document: str, suffix: str, *more: str) -> str:
        return self.chain.key("read", document, suffix, list(self.versions), *more)


def _programs_here() -> tuple[str, ...]:
    programs = (name for name in PROGRAMS if program(name))
    return (*programs, *(name for name in MODULES if find_spec(name)))


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _unread(document: str, name: str, error: UnreadableDocument) -> Reading:
    """An empty reading that carries why: an unreadable file is an issue of that file, and the run goes on."""
    kind = {"Encrypted": "encrypted", "Truncated": "damaged", "MissingProgram": "needs-program"}.get(
        type(error).__name__, "unreadable"
    )
    place = Locator(document, TextPlace("file name", 0, len(name)), name)
    issue = Issue(kind, "warning", error.what, name, error.next or "open the file by hand", (place,), key=document)
    return Reading(document, "", "unread", 0, issues=(issue,))


def covering_text(delivery: Delivery, readings: ReadingRoom, names: Mapping[str, str]) -> str:
    """The text of the mail that a document came with; "" for what came alone."""
    if not delivery.message or delivery.message == delivery.document:
        return ""
    reading = readings.reading(delivery.message, names.get(delivery.message, ""))
    return "\n".join(part.text for part in reading.visible_parts())


def said_of_years(reading: Reading) -> tuple[str, ...]:
    """The sentences of a document's text that say that the years of figures are no calendar years."""
    told = [block.text for part in reading.visible_parts() for block in part.blocks if block.kind in _OWN_WORDS]
    about = [text for text in told if _YEARS.search(text)]
    return tuple(one.text for text in about for one in sentences(text) if is_of_other_years(one.text))
