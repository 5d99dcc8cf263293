"""Originals published as they came: only where nothing in them would have to be taken out."""

from __future__ import annotations

from collections.abc import Iterator

from foidesk.errors import Blocked
from foidesk.model import Reading

from .edition import Edition
from .masking import contacts
from .naming import original_file
from .personal import is_sealed
from .veils import WITHHELD_BLOCKS


def originals(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of each original that a person chose. `Blocked` if one holds anything that is to be sealed.

    An original cannot be redacted: it is published byte for byte, or not at all.
    """
    publication = edition.publication
    for document, data in sorted(publication.originals.items()):
        delivery = next(one for one in publication.deliveries if one.document == document)
        faults = list(_faults(edition, document, publication.readings.get(document)))
        if faults:
            raise Blocked(
                f"{delivery.name} cannot be published as it is: it holds {', '.join(faults)}",
                where=delivery.path,
                next="name it under whole in survey.toml instead: its pages are published with that taken out",
            )
        yield original_file(document, delivery.name), data


def _faults(edition: Edition, document: str, reading: Reading | None) -> Iterator[str]:
    if reading is None:
        yield "what nobody has read"
        return
    found = sum(len(contacts(part.text)) for part in reading.parts)
    blocks = sum(block.kind in WITHHELD_BLOCKS for part in reading.parts for block in part.blocks)
    if found or blocks:
        yield f"{found + blocks} names or contact details"
    if reading.metadata:
        yield f"{len(reading.metadata)} entries of metadata"
    if reading.attachments:
        yield f"{len(reading.attachments)} documents inside it"
    if any(part.hidden for part in reading.parts) or any(is_sealed(issue) for issue in reading.issues):
        yield "hidden content"
    if edition.veils.regions(document):
        yield "case rows that are not printed one by one"
