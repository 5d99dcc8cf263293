"""XLSX and XLSM: one walk over each visible sheet's XML, cell by cell.

The walk is ours because the fast readers drop error cells, formats, formulas and what is hidden, and because a
stray cell at XFD1048576 must cost one cell, not 17 billion.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from foidesk.model.protocols import Source

from .basket import Seen, plural
from .drawings import note_drawings
from .embedded import attach_embedded
from .numberformat import BUILTIN
from .packages import DAMAGED, RELATION_ID, STRICT_RELATION_ID, Element, Package
from .refusals import cut
from .remarks import note_macros
from .sheets import Sheet, add_sheet
from .xlsx_cells import MOST, decoded
from .xlsx_sheet import ADDRESS, Book, position, read_cells, scan_sheet
from .xlsx_strings import shared_strings

_HIDDEN = {"hidden": "hidden", "veryHidden": "very hidden"}
_FILLED = re.compile(rb"<(?:\w+:)?v[ >]|<(?:\w+:)?is>")


def see(source: Source, unsealed: bool = False) -> Seen:
    """The sheets of an Excel workbook."""
    package = Package(source.data, source.name)
    path = _workbook_path(package)
    workbook = package.xml(path)
    if workbook is None:
        raise cut(source.name, "the workbook part is missing")
    related = package.related(path)
    styles = _styles(package, related)
    book = Book(
        shared_strings(package, related), _formats(styles), _is_1904(workbook), _pale(styles), _struck(styles)
    )
    seen = Seen()
    for entry in workbook.iter("{*}sheet"):
        kind, member = related.get(entry.get(RELATION_ID) or entry.get(STRICT_RELATION_ID) or "", ("", ""))
        _add(seen, package, book, entry, kind, member, source, unsealed)
    if "xl/vbaProject.bin" in package:
        note_macros(seen, source)
    attach_embedded(seen, package, "xl/", source)
    return seen


def _add(
    seen: Seen,
    package: Package,
    book: Book,
    entry: Element,
    kind: str,
    member: str,
    source: Source,
    unsealed: bool,
) -> None:
    name, hidden = entry.get("name") or "", _HIDDEN.get(entry.get("state") or "", "")
    if kind != "worksheet" or member not in package:
        seen.note("chart-sheet", f"The sheet holds no cells ({kind or 'missing'}) and was not read.", source,
                  "Look at it by hand.", place=f"sheet {name!r}")  # fmt: skip
        return
    if hidden and not unsealed:
        sheet = Sheet(name, hidden=hidden, size=_size(package.bytes(member)))
    else:
        sheet = _sheet(package, book, name, member)
        sheet.hidden = hidden
    add_sheet(seen, sheet, source, unsealed)
    if not hidden or unsealed:
        note_drawings(seen, package, member, name, source)


def _workbook_path(package: Package) -> str:
    for kind, target in package.related("").values():
        if kind == "officeDocument":
            return target
    return "xl/workbook.xml"


def _is_1904(workbook: Element) -> bool:
    properties = workbook.find("{*}workbookPr")
    return properties is not None and properties.get("date1904") in ("1", "true")


def _styles(package: Package, related: dict[str, tuple[str, str]]) -> Element | None:
    return package.xml(next((target for kind, target in related.values() if kind == "styles"), "xl/styles.xml"))


def _formats(styles: Element | None) -> list[str]:
    if styles is None:
        return []
    own = {int(item.get("numFmtId") or 0): item.get("formatCode") or "" for item in styles.iter("{*}numFmt")}
    ids = [int(xf.get("numFmtId") or 0) for xf in _cell_styles(styles)]
    return [own.get(number) or BUILTIN.get(number, "General") for number in ids]


def _cell_styles(styles: Element) -> list[Element]:
    cells = styles.find("{*}cellXfs")
    return [] if cells is None else list(cells)


def _pale(styles: Element | None) -> frozenset[int]:
    """The cell styles that write in white on no other colour."""
    if styles is None:
        return frozenset()
    fonts = [_is_white(font.find("{*}color")) for font in styles.iterfind("{*}fonts/{*}font")]
    fills = [_is_bare(fill) for fill in styles.iterfind("{*}fills/{*}fill")]
    return frozenset(
        number for number, xf in enumerate(_cell_styles(styles))
        if _of(fonts, xf.get("fontId"), False) and _of(fills, xf.get("fillId"), True)
    )  # fmt: skip


def _struck(styles: Element | None) -> frozenset[int]:
    """The cell styles that draw a line through what they write."""
    if styles is None:
        return frozenset()
    fonts = [_is_on(font.find("{*}strike")) for font in styles.iterfind("{*}fonts/{*}font")]
    return frozenset(
        number for number, xf in enumerate(_cell_styles(styles)) if _of(fonts, xf.get("fontId"), False)
    )


def _is_on(mark: Element | None) -> bool:
    return mark is not None and mark.get("val") not in ("0", "false")


def _of(known: list[bool], number: str | None, otherwise: bool) -> bool:
    at = int(number or 0)
    return known[at] if at < len(known) else otherwise


def _is_white(colour: Element | None) -> bool:
    if colour is None:
        return False
    white = (colour.get("rgb") or "").upper().endswith("FFFFFF") or colour.get("indexed") in ("1", "9")
    return white or (colour.get("theme") == "0" and not float(colour.get("tint") or 0))


def _is_bare(fill: Element) -> bool:
    """True for a fill that leaves the cell as white as it is."""
    pattern = fill.find("{*}patternFill")
    if pattern is None:
        return fill.find("{*}gradientFill") is None
    kind = pattern.get("patternType") or "none"
    return kind == "none" or (kind == "solid" and _is_white(pattern.find("{*}fgColor")))


def _size(data: bytes) -> str:
    dimension = re.search(rb"<(?:\w+:)?dimension [^>]*ref=\"([^\"]*)\"", data[:4096])
    area = f", area {dimension[1].decode('ascii', 'replace')}" if dimension else ""
    return plural(len(_FILLED.findall(data)), "filled cell") + area


def _sheet(package: Package, book: Book, name: str, member: str) -> Sheet:
    sheet = Sheet(name)
    try:
        if not (package.size(member) < MOST and read_cells(decoded(package.bytes(member)), sheet, book)):
            with package.stream(member) as stream:
                scan_sheet(stream, sheet, book)
    except (expat.ExpatError, *DAMAGED) as error:
        raise cut(package.name, f"the file is cut or damaged: {member} cannot be read") from error
    sheet.commented = _comments(package, member)
    sheet.comments = len(sheet.commented)
    return sheet


def _comments(package: Package, member: str) -> list[tuple[int, int]]:
    """The cells that comments hang on; (0, 0) where one names none."""
    targets = [target for kind, target in package.related(member).values() if kind == "comments"]
    refs = [one.get("ref") or "" for to in targets if to in package for one in package.elements(to, "comment")]
    return [position(ref) if ADDRESS.match(ref) else (0, 0) for ref in refs]
