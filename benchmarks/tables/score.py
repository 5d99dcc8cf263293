"""The ICDAR 2013 table competition's measure: adjacency relations between cells.

Each filled cell is linked to its nearest filled neighbour to the right and below; a relation is the two texts,
the direction and how many blanks lie between (Göbel et al., DocEng 2012). Texts are compared without spaces, in
capitals, every other special character as "_" (the competition's rule). Tables found that are none count as wrong.
"""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Cell = tuple[int, int, int, int, str]
Relation = tuple[str, str, str, int]
SPACE = re.compile(r"[\s\u00a0\u200b\ufeff\u00ad]+")


@dataclass(frozen=True)
class Marked:
    """A table: its page (from 1) and its cells as (row, column, last row, last column, text)."""

    page: int
    cells: Sequence[Cell]


@dataclass
class Tally:
    """Relations in the truth, found, and right; tables in the truth, found, and wholly right."""

    truth: int = 0
    found: int = 0
    right: int = 0
    tables: int = 0
    tables_found: int = 0
    whole: int = 0

    def add(self, other: Tally) -> None:
        """Count the other tally in."""
        for name in ("truth", "found", "right", "tables", "tables_found", "whole"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.truth if self.truth else 0.0

    @property
    def f1(self) -> float:
        return harmonic(self.precision, self.recall)


@dataclass
class Score:
    """The tally over all documents, and of each."""

    total: Tally = field(default_factory=Tally)
    documents: dict[str, Tally] = field(default_factory=dict)

    def add(self, name: str, tally: Tally) -> None:
        """Count a document in."""
        self.documents[name] = tally
        self.total.add(tally)

    @property
    def f1_per_document(self) -> float:
        """F1 of the mean precision and the mean recall per document (without tables: only if some were found)."""
        counted = [t for t in self.documents.values() if t.truth or t.found]
        n = max(1, len(counted))
        precision = sum(t.precision for t in counted) / n
        return harmonic(precision, sum(t.recall for t in counted) / n)


def harmonic(a: float, b: float) -> float:
    """The harmonic mean; 0 if both are."""
    return 2 * a * b / (a + b) if a + b else 0.0


def plain(text: str) -> str:
    """The text as the competition compares it."""
    spread = unicodedata.normalize("NFKD", text or "")
    letters = "".join(c for c in spread if not unicodedata.combining(c))
    return re.sub(r"[^0-9A-Za-z]", "_", SPACE.sub("", letters)).upper()


def relations(cells: Iterable[Cell]) -> Counter[Relation]:
    """The adjacency relations of a table."""
    fields, texts = _fields(cells)
    out: Counter[Relation] = Counter()
    for direction, line, place in (("H", 0, 1), ("V", 1, 0)):
        out += _along(fields, texts, direction, line, place)
    return out


def _fields(cells: Iterable[Cell]) -> tuple[dict[tuple[int, int], int], list[str]]:
    fields: dict[tuple[int, int], int] = {}
    texts: list[str] = []
    for r0, c0, r1, c1, text in cells:
        if word := plain(text):
            for r in range(r0, r1 + 1):
                for c in range(c0, c1 + 1):
                    fields.setdefault((r, c), len(texts))
            texts.append(word)
    return fields, texts


def _along(
    fields: dict[tuple[int, int], int], texts: list[str], direction: str, line: int, place: int
) -> Counter[Relation]:
    seen: set[tuple[int, int]] = set()
    out: Counter[Relation] = Counter()
    last: tuple[int, int, int] | None = None
    for at in sorted(fields, key=lambda f: (f[line], f[place])):
        here = (at[line], at[place], fields[at])
        if last is not None and last[0] == here[0] and last[2] != here[2] and (last[2], here[2]) not in seen:
            seen.add((last[2], here[2]))
            out[(texts[last[2]], texts[here[2]], direction, here[1] - last[1] - 1)] += 1
        last = here
    return out


def compare(truth: Sequence[Marked], found: Sequence[Marked]) -> Tally:
    """The tally of one document: each table of the truth with the found one that shares most with it."""
    wanted, given = [relations(t.cells) for t in truth], [relations(t.cells) for t in found]
    pairs = sorted(
        (-(wanted[i] & given[j]).total(), abs(given[j].total() - wanted[i].total()), -i, -j)
        for i in range(len(wanted)) for j in range(len(given))
        if truth[i].page == found[j].page and wanted[i] & given[j]
    )  # fmt: skip
    out = Tally(sum(w.total() for w in wanted), sum(g.total() for g in given))
    out.tables, out.tables_found = len(truth), sum(1 for g in given if g)
    used_truth: set[int] = set()
    used_found: set[int] = set()
    for shared, _, i, j in pairs:
        if -i not in used_truth and -j not in used_found:
            used_truth.add(-i)
            used_found.add(-j)
            out.right += -shared
            out.whole += wanted[-i] == given[-j]
    return out


def compare_best(variants: Sequence[Sequence[Marked]], found: Sequence[Marked]) -> Tally:
    """The best tally over the truths: some documents have two."""
    return max((compare(truth, found) for truth in variants), key=lambda tally: tally.f1)


# ------------------------------------------------------------------ the collection


def documents(root: Path) -> dict[str, tuple[Path, list[list[Marked]]]]:
    """Every PDF of the collection with its truths: `x-str.xml`, and `xb-str.xml` beside `xa.pdf`."""
    out = {}
    for pdf in sorted(root.rglob("*.pdf")):
        names = [pdf.stem] + ([pdf.stem[:-1] + "b"] if pdf.stem.endswith("a") else [])
        files = [pdf.with_name(f"{name}-str.xml") for name in names]
        truths = [truth(file) for file in files if file.exists()]
        if truths:
            out[pdf.stem] = (pdf, truths)
    return out


def truth(file: Path) -> list[Marked]:
    """The tables in a structure file, one for each region."""
    return [
        Marked(int(region.get("page", "1")), [_cell(cell) for cell in region.iter("cell")])
        for table in ET.parse(file).getroot().iter("table")
        for region in table.iter("region")
    ]


def _cell(cell: ET.Element) -> Cell:
    r0, c0 = int(cell.get("start-row", "0")), int(cell.get("start-col", "0"))
    r1, c1 = int(cell.get("end-row") or r0), int(cell.get("end-col") or c0)
    return r0, c0, max(r0, r1), max(c0, c1), cell.findtext("content") or ""
