"""The sealed package: originals, readings, decisions and private notes, as a BagIt bag never below the site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from .. import __version__, report
from ..errors import FoideskError
from ..model import Delivery, dumps
from .own import FOLDER as RECIPES

if TYPE_CHECKING:
    from .survey import Survey

SURVEY, ORIGINALS, READINGS, PUBLIC = "survey", "originals", "readings", "public"


def seal(survey: Survey, folder: Path, site: Path) -> int:
    """Writes the bag into a new folder outside the site; gives the number of files in it."""
    target = folder.resolve()
    if target == site or site in target.parents:
        raise FoideskError(
            "a sealed package never goes below the site", where=str(target),
            next="name a folder elsewhere: it holds originals and private notes",
        )  # fmt: skip
    info = (
        ("Bag-Software-Agent", f"foidesk {__version__}"),
        ("External-Identifier", survey.definition.id),
        ("External-Description", "SEALED: originals, readings, decisions and private notes. Not for publication."),
    )
    return report.write_bag(target, _files(survey, site), info)


def _files(survey: Survey, site: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(survey.folder.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            yield f"{SURVEY}/{path.name}", path.read_bytes()
    for path in sorted((survey.folder / RECIPES).glob("*.py")):
        yield f"{SURVEY}/{RECIPES}/{path.name}", path.read_bytes()
    documents = sorted({one.document for one in survey.work.deliveries})
    for document in documents:
        if survey.store.originals.has(document):
            yield f"{ORIGINALS}/{document}", survey.store.originals.get(document)
    yield from _readings(survey)
    for path in sorted((site / "data").iterdir()):
        if path.is_file():
            yield f"{PUBLIC}/{path.name}", path.read_bytes()


def _readings(survey: Survey) -> Iterator[tuple[str, bytes]]:
    """Each reading once per document and kind of name, with a list that says which is which."""
    index = []
    for key, one in sorted({_key(one): one for one in survey.work.deliveries}.items()):
        reading = survey.work.reading(one)
        name = f"{key[0]}{key[1]}.json"
        index.append(
            {"file": name, "document": one.document, "name": one.name, "reader": reading.reader,
             "version": reading.version, "tools": list(reading.tools)}
        )  # fmt: skip
        yield f"{READINGS}/{name}", dumps(reading).encode()
    yield f"{READINGS}/index.json", (json.dumps(index, ensure_ascii=False, indent=1) + "\n").encode()


def _key(delivery: Delivery) -> tuple[str, str]:
    return delivery.document, PurePosixPath(delivery.name).suffix.lower()
