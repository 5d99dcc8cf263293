"""Damages files of every format for as long as asked, and reads them in guarded processes: what comes of it?

    PYTHONPATH=src python benchmarks/readers/fuzz.py --minutes 60 [--folder FOLDER] [--seed 1] [--keep FOLDER]

The files are those of formats.py (or of a folder). Bytes are changed, doubled, moved or cut off; of zips (office
files too) also those of a member before it is packed again, so that the damage reaches the reader. Wanted: a
reading or a refusal in our words. Counted: readings, refusals, readers that gave up over an error they do not know
(a refusal too, but one that says nothing), crashes, and files that took longer than allowed or too much memory.
Exit code 1 if a reader crashed, hung or refused without a name. --keep keeps what gave up, crashed or hung.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from making import made

from foidesk.errors import UnreadableDocument
from foidesk.model.protocols import Read
from foidesk.readers.doc_marks import text_of
from foidesk.readers.guard import GuardedReaders

SLOW = ("scan", "picture", "frames", ".doc")
"""Kinds that call OCR or LibreOffice: a second or more each, so drawn seldom."""

MARKS = " marks"


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with some damage; of a zip mostly that of one member."""
    if data[:2] == b"PK" and chance.random() < 0.8:
        try:
            return _member_damaged(data, chance)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            pass
    return _bytes_damaged(data, chance)


def _member_damaged(data: bytes, chance: random.Random) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        members = [(one, old.read(one)) for one in old.infolist() if one.file_size < 5_000_000]
        hurt = chance.randrange(len(members)) if members else -1
        for number, (info, content) in enumerate(members):
            new.writestr(info.filename, _bytes_damaged(content, chance) if number == hurt else content)
    return held.getvalue()


def _bytes_damaged(data: bytes, chance: random.Random) -> bytes:
    hurt = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        if not hurt:
            break
        at, how = chance.randrange(len(hurt)), chance.randrange(8)
        reach = min(len(hurt), at + chance.choice((1, 4, 40, 400)))
        if how < 3:
            hurt[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFE, 0xFF, chance.randrange(256)))
        elif how == 3:
            del hurt[at:reach]
        elif how == 4:
            hurt[at:at] = hurt[at:reach] * chance.choice((1, 2, 50))
        elif how == 5:
            hurt[at:reach] = bytes(chance.randrange(256) for _ in range(reach - at))
        elif how == 6:
            hurt[at:at] = chance.choice(
                (b"99999999999", b"-1", b"<", b'"', b"&#0;", b"\r\n\r\n", b"NaN", b"1e999")
            )
        else:
            other = chance.randrange(len(hurt))
            hurt[at:reach] = hurt[other : other + reach - at]
    return bytes(hurt[: chance.randrange(len(hurt))] if hurt and chance.random() < 0.08 else hurt)


def verdict(result: Read | UnreadableDocument) -> str:
    """What came of one file; of a reading each cell and word is looked at, for they may be made only then."""
    if not isinstance(result, UnreadableDocument):
        lists = [*(table.cells for table in result.reading.tables), *(part.words for part in result.reading.parts)]
        return "read" if all(item.text is not None for items in lists for item in items) else "gave up: no text"
    said = result.what
    if "gave up" in said:
        return "gave up: " + said.split("gave up: ", 1)[1].split(":")[0] + " in " + said.split(" reader")[0]
    if "took longer" in said:
        return "hung"
    if "crashed" in said or "ended the reader" in said:
        return "crashed"
    return "memory" if "memory" in said else "refused" if result.where else "refused without a name"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=1)
    options.add_argument("--folder", type=Path)
    options.add_argument("--keep", type=Path)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--seconds", type=float, default=60)
    given = options.parse_args()
    if given.folder:
        files = {path.name: path.read_bytes() for path in sorted(given.folder.iterdir())}
    else:
        with tempfile.TemporaryDirectory() as temporary:
            files = {name: data for name, (data, _) in made(Path(temporary)).items()}
    files |= {name + MARKS: data for name, data in files.items() if name.endswith(".doc")}
    quick = [name for name, data in files.items() if data and len(data) < 2_000_000 and not _slow(name)]
    slow = [name for name, data in files.items() if data and _slow(name)]
    chance, until = random.Random(given.seed), time.monotonic() + 60 * given.minutes
    counts: Counter[tuple[str, str]] = Counter()
    with GuardedReaders(1, seconds=given.seconds) as readers:
        while time.monotonic() < until:
            name = chance.choice(slow if slow and chance.random() < 0.005 else quick)
            data = damaged(files[name], chance)
            marks = name.endswith(MARKS)
            said = _told(data) if marks else verdict(readers.read(data, name.split("~", 1)[-1]))
            counts[name.rsplit(".", 1)[-1], said] += 1
            if given.keep and said not in ("read", "refused"):
                given.keep.mkdir(parents=True, exist_ok=True)
                (
                    given.keep / f"{said.replace(' ', '-').replace(':', '')}~{sum(counts.values())}~{name}"
                ).write_bytes(data)
            if sum(counts.values()) % 2000 == 0:
                print(sum(counts.values()), dict(_by_verdict(counts)), flush=True)
    for (kind, said), count in sorted(counts.items()):
        print(f"{kind:6} {count:7} {said}")
    print(f"\n{sum(counts.values())} files:", dict(_by_verdict(counts)))
    raise SystemExit(any(said in ("crashed", "hung", "refused without a name") for _, said in counts))


def _slow(name: str) -> bool:
    return any(one in name for one in SLOW) and not name.endswith((".docx", MARKS))


def _told(data: bytes) -> str:
    """What comes of an old Word file's own account of its cells: a text, be it empty, or an error of no one's."""
    try:
        text_of(data)
    except Exception as error:  # what the fuzzer looks for
        return f"gave up: {type(error).__name__} in doc marks"
    return "read"


def _by_verdict(counts: Counter[tuple[str, str]]) -> Counter[str]:
    out: Counter[str] = Counter()
    for (_, said), count in counts.items():
        out[said] += count
    return out


if __name__ == "__main__":
    main()
