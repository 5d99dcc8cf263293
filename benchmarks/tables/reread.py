"""Does each cell say what stands in its place? A second code path reads every cell again from its page and box.

    python benchmarks/tables/reread.py [FOLDER ...]

The second path shares nothing with the reader but PDFium: it takes each character's own box through the plain
interface, turns it as the page is turned, and keeps those whose middle lies in the cell's stored box. Their
letters must be those of the cell, none more and none less. By default: the real replies and the EU half of
ICDAR 2013.
"""

from __future__ import annotations

import ctypes
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from foidesk.model import Box, Cell, PagePlace, Reading
from foidesk.readers.pdf import find_tables

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
Letter = tuple[str, float, float]


def cells_of(reading: Reading) -> Iterator[Cell]:
    """The cells as they stand on their pages: of a table over several pages, those of its pieces."""
    layers = {part.name: part.layer for part in reading.parts}
    for table in reading.tables:
        for piece in table.pieces or (table,):
            if layers.get(piece.parts[0]) == "text":
                yield from (cell for cell in piece.cells if cell.text)


def letters_of(page: Any) -> list[Letter]:
    """Every visible character of the page and its middle, in points from the top left as displayed."""
    text = page.get_textpage()
    left, bottom, right, top = page.get_bbox()
    turn = page.get_rotation() % 360
    picture = page.render(scale=1, grayscale=True).to_pil().convert("L")
    out: list[Letter] = []
    for n in range(text.count_chars()):
        char = text.get_text_range(n, 1)
        if char.strip():
            x0, y0, x1, y1 = text.get_charbox(n, loose=True)
            x, y = (x0 + x1) / 2, (y0 + y1) / 2
            shown = {0: (x - left, top - y), 90: (y - bottom, x - left), 180: (right - x, y - bottom)}
            at = shown.get(turn, (top - y, right - x))
            if not (is_white(text, n) and is_pale(picture, at)):
                out.append((char, *at))
    return out


def is_white(text: Any, n: int) -> bool:
    """True if the character is drawn in the colour of paper."""
    parts = [ctypes.c_uint() for _ in range(4)]
    return bool(raw.FPDFText_GetFillColor(text, n, *parts)) and min(part.value for part in parts[:3]) >= 235


def is_pale(picture: Image.Image, at: tuple[float, float]) -> bool:
    """True if the page is as pale as paper around the place, whatever is printed there."""
    x, y = (round(v) for v in at)
    shades = sorted(picture.crop((x - 6, y - 6, x + 7, y + 7)).tobytes())
    return shades[len(shades) // 2] >= 235


def same(cell: Cell, box: Box, letters: list[Letter]) -> bool:
    """True if the letters that stand in the box are those of the cell."""
    inside = Counter(
        letter
        for char, x, y in letters
        if box.x0 - 0.1 <= x <= box.x1 + 0.1 and box.y0 - 0.1 <= y <= box.y1 + 0.1
        for letter in plain(char)
    )
    return inside == Counter(plain(cell.text))


def plain(text: str) -> str:
    """The letters as one would type them: ligatures apart, hyphens alike, no spaces."""
    spread = unicodedata.normalize("NFKC", text.replace("\x02", "-").replace("\ufffe", "-"))
    return "".join(c for c in spread if not c.isspace() and c.isprintable())


def checked(file: Path) -> tuple[int, list[Cell]]:
    """The number of cells of the file and those that do not read the same."""
    data = file.read_bytes()
    document = pdfium.PdfDocument(data)
    pages: dict[int, list[Letter]] = {}
    total, wrong = 0, []
    for cell in cells_of(find_tables(data, file.name)):
        if isinstance(cell.place, PagePlace):
            number = cell.place.page
            if number not in pages:
                pages[number] = letters_of(document[number - 1])
            total += 1
            if not same(cell, cell.place.box, pages[number]):
                wrong.append(cell)
    return total, wrong


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:]] or [CORPORA]
    all_cells = all_wrong = 0
    for file in sorted(f for folder in folders for f in folder.rglob("*.pdf")):
        total, wrong = checked(file)
        all_cells += total
        all_wrong += len(wrong)
        if wrong:
            print(f"{file.name}: {len(wrong)} of {total} cells differ, first {wrong[0].place.describe()}")
    print(f"{all_cells - all_wrong} of {all_cells} cells read the same ({1 - all_wrong / max(1, all_cells):.3%})")


if __name__ == "__main__":
    main()
