"""The cells of a sheet by one pattern, where its XML is written as all common programs write it.

Much faster than a parser that calls back for each tag. Whatever is written otherwise (other quotes, prefixes,
comments, text in runs, a cell without its address) is left to the parser: every cell is matched, or none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

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
_CELL = re.compile(r'<c r="([A-Z]{1,3})([0-9]{1,7})"((?:' + re.sub(r"\((?!\?)", "(?:", _SAID) + "))")
_INSIDE = re.compile(_SAID)
_HIDDEN_ROW = re.compile(r'<row ([^<>]*(?:hidden="(?:1|true)"|ht="0")[^<>]*)>')
_COLUMN = re.compile(r"<col ([^<>]*)>")
_MERGED = re.compile(r'<mergeCell ref="([^"<>]*)" ?/>')
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_OTHERWISE = ("<!", "<c>", "<row>", "<mergeCell>", ":c ", ":row ", "rPh")

Match = tuple[str, str, str]
"""Letters, row, and what the cell says: the rest of its XML, which is the same wherever cells are alike."""


class Said(NamedTuple):
    """Style, type, formula (with its tags), value, text inside a cell; "" for what it lacks."""

    style: str
    kind: str
    tagged: str
    raw: str
    inline: str


def plain_cells(text: str) -> list[Match] | None:
    """The cells of the sheet in order; None if it is not written in the common way throughout."""
    if not text.rstrip().endswith("</worksheet>") or any(one in text for one in _OTHERWISE):
        return None
    found: list[Match] = _CELL.findall(text)
    return found if len(found) == text.count("<c ") else None


def said_in(rest: str) -> Said:
    """What a cell says, from the rest of its XML."""
    found = _INSIDE.fullmatch(rest)
    return Said(*found.groups("")) if found else Said("", "", "", "", "")


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

    for attributes in _HIDDEN_ROW.findall(text):
        told = dict(_ATTRIBUTE.findall(attributes))
        if not told.get("r", "").isdecimal():
            return False
        if told.get("hidden") in ("1", "true") or told.get("ht") == "0":
            sheet.hidden_rows.add(int(told["r"]))
    for attributes in _COLUMN.findall(text):
        sheet.hidden_columns.update(hidden_columns(dict(_ATTRIBUTE.findall(attributes))))
    refs = _MERGED.findall(text)
    sheet.merged.extend(area for ref in refs for area in merged(ref))
    return len(refs) == text.count("<mergeCell ")


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
