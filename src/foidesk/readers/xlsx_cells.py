"""The cells of a sheet by one pattern, where its XML is written as all common programs write it.

Much faster than a parser that calls back for each tag. Whatever is written otherwise (other quotes, prefixes,
comments, text in runs, a cell without its address) is left to the parser: every cell is matched, or none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from foidesk.model.places import column_number

from .sheets import Sheet

MOST = 200_000_000
_SAID = (
    (
        r'(?: s="(N)")?(?: t="(T)")?(?:/>|>(<f[^<>]*(?:/>|>[^<]*</f>))?'
        r"(?:<v>(V)</v>|<v ?/>|<is><t[^<>]*>(V)</t></is>)?</c>)"
    )
    .replace("N", "[0-9]+")
    .replace("T", r"\w+")
    .replace("V", "[^<]*")
)
_INSIDE = re.compile(_SAID + r"\s*")
_OPENING = re.compile(r'(?: s="([0-9]+)")?(?: t="(\w+)")?>(<f[^<>]*(?:/>|>[^<]*</f>))?')
OPENING = _OPENING.fullmatch
_ROW = re.compile("</row>|<row [^<>]*>")
_CELL = re.compile('<c r="([A-Z]{1,3})([0-9]{1,7})"')
_HIDDEN_ROW = re.compile(r'<row ([^<>]*(?:hidden="(?:1|true)"|ht="0")[^<>]*)>')
_COLUMN = re.compile(r"<col ([^<>]*)>")
_MERGED = re.compile(r'<mergeCell ref="([^"<>]*)" ?/>')
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_OTHERWISE = ("<!", "<mergeCell>", "<c ", ":c ", ":row ", ":sheetData", "<row")


class Said(NamedTuple):
    """Style, type, formula (with its tags), value, text inside a cell; "" for what it lacks."""

    style: str
    kind: str
    tagged: str
    raw: str
    inline: str


class Plain(NamedTuple):
    """The cells of a sheet in order: row, column, and the rest of the XML, the same wherever cells are alike."""

    rows: list[int]
    across: list[int]
    rests: list[str]


def plain_cells(text: str) -> Plain | None:
    """The cells of the sheet in order; None if it is not written in the common way throughout.

    Between the tags of rows every sign belongs to a cell: what is none shows in the rest of the cell before it.
    """
    head, opened, after = text.partition("<sheetData>")
    body, _, tail = after.rpartition("</sheetData>")
    around = head + tail
    if not text.rstrip().endswith("</worksheet>") or any(one in around for one in _OTHERWISE):
        return None
    if not opened:
        return Plain([], [], []) if "<sheetData/>" in text else None
    blank, *cells = _CELL.split(_ROW.sub("", body))
    if blank.strip():
        return None
    rows, across = _numbered(cells[1::3], int), _numbered(cells[::3], column_number)
    return Plain(rows, across, cells[2::3])


def _numbered(names: list[str], number: Callable[[str], int]) -> list[int]:
    """The numbers of the names; each name is looked at once."""
    known = {name: number(name) for name in set(names)}
    return list(map(known.__getitem__, names))


class Told:
    """What cells say, from the rests of their XML; what opens them is looked at once for all that open alike."""

    def __init__(self) -> None:
        self.openings: dict[str, tuple[str, str, str] | None] = {}

    def said(self, rest: str) -> Said | None:
        """What one cell says; None if it is not written in the common way."""
        opening, valued, raw = rest.partition("<v>")
        if valued and raw.endswith("</v></c>") and raw.find("<") == len(raw) - 8:
            if opening not in self.openings:
                found = _OPENING.fullmatch(opening)
                self.openings[opening] = found.groups("") if found else None  # type: ignore[assignment]
            opened = self.openings[opening]
            return Said(*opened, raw[:-8], "") if opened else None
        whole = _INSIDE.fullmatch(rest)
        return Said(*whole.groups("")) if whole else None


def decoded(data: bytes) -> str:
    """The XML as text; "" if it is in another encoding than UTF-8, or too long to be held at once."""
    head = data[:200]
    if len(data) > MOST or (b"encoding" in head and b"utf-8" not in head.lower()):
        return ""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""


def note_layout(text: str, sheet: Sheet) -> bool:
    """What is hidden and merged, written to the sheet; False if something of it is written in another way."""
    from .xlsx_sheet import hidden_columns, merged

    around = text[: max(0, text.find("<sheetData"))] + text[text.rfind("</sheetData>") + 1 :]
    for attributes in _HIDDEN_ROW.findall(text) if 'hidden="' in text or 'ht="0"' in text else ():
        told = dict(_ATTRIBUTE.findall(attributes))
        if not told.get("r", "").isdecimal():
            return False
        if told.get("hidden") in ("1", "true") or told.get("ht") == "0":
            sheet.hidden_rows.add(int(told["r"]))
    for attributes in _COLUMN.findall(around):
        sheet.hidden_columns.update(hidden_columns(dict(_ATTRIBUTE.findall(attributes))))
    refs = _MERGED.findall(around)
    sheet.merged.extend(area for ref in refs for area in merged(ref))
    return len(refs) == around.count("<mergeCell ")


def unentity(text: str) -> str:
    """The text with the five entities and the character references of XML resolved."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED[found[3]]
    code = int(found[1], 16) if found[1] else int(found[2])
    return chr(code) if code < 0x110000 else found[0]


def formula_of(tagged: str) -> str:
    """The formula inside its tags, with the sign that opens it; "" if there is none."""
    return "=" + unentity(tagged[tagged.index(">") + 1 :].removesuffix("</f>")) if tagged else ""
