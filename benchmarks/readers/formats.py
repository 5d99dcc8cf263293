"""Every format of the readers, walked with files made by the programs that bodies use: what is read, what is said.

    PYTHONPATH=src python benchmarks/readers/formats.py [--keep FOLDER]

One workbook and one letter are saved by openpyxl, python-docx and LibreOffice in each format, packed into mails
and zips, hidden, locked, cut and broken. Each file states what has to come of it: the rows of its table, the words
that must be there, the words that must be nowhere (sealed), the issue or the refusal that must be said.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from making import SECRET, made

from foidesk.errors import UnreadableDocument
from foidesk.model import Reading
from foidesk.readers import read

ROWS = (
    ("Rank", "2011", "2012", "Total"),
    ("Constable", "14", "23", "37"),
    ("Sergeant", "5", "8", "13"),
    ("Inspector", "2", "1,234", "1,236"),
)


@dataclass
class Wanted:
    """What has to come of one file."""

    table: bool = False
    words: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    refused: str = ""
    inside: tuple[str, ...] = field(default=())


def faults(name: str, data: bytes, wanted: Wanted) -> Iterator[str]:
    """What is wrong with the reading of a file; nothing if it is as wanted."""
    try:
        found = read(data, name)
    except UnreadableDocument as error:
        said = str(error)
        if not wanted.refused:
            yield f"refused: {said}"
        elif wanted.refused not in said:
            yield f"refused in other words: {said}"
        return
    if wanted.refused:
        yield f"read, though it should be refused ({wanted.refused})"
    reading = found.reading
    if wanted.table and not _has_rows(reading):
        yield f"the rows of the table are not there: {[_rows(one) for one in reading.tables]}"
    everything = repr(reading)
    yield from (f"{word!r} is missing" for word in wanted.words if word not in everything)
    kinds = {issue.kind for issue in reading.issues}
    yield from (f"no issue {kind!r}, only {sorted(kinds)}" for kind in wanted.issues if kind not in kinds)
    names = [one.name for one in reading.attachments]
    yield from (f"{one!r} is not among {names}" for one in wanted.inside if one not in names)
    if any(word in everything for word in SECRET):
        yield "what is hidden stands in the reading"
    for one in reading.attachments:
        if one.name in wanted.inside and one.sha256 in found.contents and one.name.endswith((".csv", ".xlsx")):
            yield from faults(one.name, found.contents[one.sha256], Wanted(table=True))


def _rows(table: object) -> list[tuple[str, ...]]:
    grid = table.grid()  # type: ignore[attr-defined]
    return [tuple(cell.text.strip() for cell in row if cell and cell.text.strip()) for row in grid]


def _has_rows(reading: Reading) -> bool:
    bare = [tuple(text.replace(",", "") for text in row) for row in ROWS]
    for table in reading.tables:
        rows = [tuple(text.replace(",", "").removesuffix(".0") for text in row) for row in _rows(table)]
        if rows[-len(bare) :] == bare or rows[: len(bare)] == bare:
            return True
    return False


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--keep", type=Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        files = made(Path(temporary))
        wrong = 0
        for name, (data, expected) in files.items():
            if given.keep:
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / name).write_bytes(data)
            said = list(faults(name.split("~", 1)[-1], data, Wanted(**expected)))
            wrong += bool(said)
            print(f"{'WRONG' if said else 'ok':5} {name}", *(f"\n        {one[:400]}" for one in said))
    print(f"\n{len(files) - wrong} of {len(files)} files as they should be")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"LibreOffice failed: {error.stderr}") from error
