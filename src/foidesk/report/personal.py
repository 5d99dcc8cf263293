"""Personal data in the documents, kind by kind: what the site takes out, for a person to look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from foidesk.model import Issue, Part, Reading, digest

from .masking import contacts, knowing
from .people import pattern_of, people
from .veils import WITHHELD_BLOCKS


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of personal data: its name, what becomes of it, the question that a person answers."""

    id: str
    name: str
    fate: str
    asks: str


OUT = "taken out of words and painted over in pictures"
KINDS = (
    Kind("names", "names after a title, of senders and signatories, signatures and mail headers",
         OUT,
         "Is any other name of a private person, or of staff below the top, left to see?"),
    Kind("e-mails", "e-mail addresses", OUT,
         "Is any e-mail address left to see?"),
    Kind("telephones", "telephone numbers and extensions", OUT,
         "Is any telephone number left to see?"),
    Kind("addresses", "postcodes", OUT,
         "Is a home address, or a place that points to a person, left to see?"),
    Kind("collar-numbers", "collar, warrant and shoulder numbers", OUT,
         "Is a number left to see that stands for one officer?"),
    Kind("metadata", "entries of metadata (author, company, last saved by)", "not published",
         "Does a file name or a quoted word still tell who wrote a document?"),
    Kind("sealed", "hidden sheets, rows, columns and comments", "sealed: neither read nor published",
         "Does anything published rest on hidden content?"),
)  # fmt: skip
_OF_LABEL = {
    "[name withheld]": "names",
    "[e-mail withheld]": "e-mails",
    "[number withheld]": "telephones",
    "[extension withheld]": "telephones",
    "[postcode withheld]": "addresses",
    "[collar number withheld]": "collar-numbers",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What there is of one kind: how much, in how many documents, and a digest that changes if any of it does."""

    kind: Kind
    count: int
    documents: int
    digest: str


def personal_data(readings: Mapping[str, Reading], own: str = "") -> tuple[Found, ...]:
    """Every kind, also one of which nothing was found: a program that finds nothing proves nothing.

    `own` are the words that the desk itself publishes: a name in them is told on purpose.
    """
    with knowing(pattern_of(people(readings.values(), own))):
        items = sorted({item for document, reading in readings.items() for item in _items(document, reading)})
    return tuple(_found(kind, [item for item in items if item[0] == kind.id]) for kind in KINDS)


def _found(kind: Kind, items: list[tuple[str, str, str, str]]) -> Found:
    documents = {document for _, document, _, _ in items}
    return Found(kind, len(items), len(documents), digest("personal", kind.id, [list(item) for item in items]))


def _items(document: str, reading: Reading) -> Iterator[tuple[str, str, str, str]]:
    """(kind, document, place, words) of each piece of personal data."""
    for part in reading.parts:
        for kind, at, words in _of_part(part):
            yield kind, document, f"{part.name} {at}", words
    for name, value in reading.metadata:
        if name.startswith("sealed: "):  # only its size was taken in: nothing of it can get out
            continue
        yield "metadata", document, name, value
    for issue in reading.issues:
        if is_sealed(issue):
            yield "sealed", document, issue.where, issue.what


def _of_part(part: Part) -> Iterator[tuple[str, int, str]]:
    for start, end, label in contacts(part.text):
        yield _OF_LABEL[label], start, part.text[start:end]
    for block in part.blocks:
        if block.kind in WITHHELD_BLOCKS:
            yield "names", block.start, part.text[block.start : block.end]


def is_sealed(issue: Issue) -> bool:
    """True if the reader met hidden content."""
    return "hidden" in issue.kind or "comment" in issue.kind


def sealed_words(readings: Iterable[Reading]) -> frozenset[str]:
    """The contact details and names that no published file may hold."""
    return frozenset(
        part.text[start:end]
        for reading in readings
        for part in reading.parts
        for start, end, _ in contacts(part.text)
    )
