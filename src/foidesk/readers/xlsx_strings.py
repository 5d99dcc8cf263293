"""The shared texts of a workbook: by one pattern where they are written in the common way, else by a parser."""

from __future__ import annotations

import re

from .packages import Element, Package, local
from .raised import apart, set_as
from .xlsx_cells import MOST, decoded, unentity
from .xlsx_sheet import unescape

_TEXT = r"<t(?: [^<>]*)?(?<!/)>[^<]*</t>|<t ?/>"
_RUN = rf"<r>(?:<rPr>(?:<\w[^<>]*/>)*</rPr>|<rPr ?/>)?(?:{_TEXT})</r>"
_ITEMS = re.compile(rf"<si>(?:<t(?: [^<>]*)?(?<!/)>([^<]*)</t>)?</si>|<si>((?:{_RUN})+|<t ?/>)</si>|<si ?/>")
_PIECES = re.compile(r"<t(?: [^<>]*)?(?<!/)>([^<]*)</t>")
_OTHERWISE = ("<!", "<?", "<rPh", "<vertAlign", "<strike")
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|&(?!(?:#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|amp|lt|gt|quot|apos);)")


def shared_strings(package: Package, related: dict[str, tuple[str, str]]) -> list[str]:
    """The texts in their order, without reading aids (phonetic runs), raised figures as such."""
    member = next((target for kind, target in related.values() if kind == "sharedStrings"), "xl/sharedStrings.xml")
    if member not in package:
        return []
    quick = plain_strings(decoded(package.bytes(member))) if package.size(member) < MOST else None
    return [_rich_text(item) for item in package.elements(member, "si")] if quick is None else quick


def plain_strings(text: str) -> list[str] | None:
    """The texts of XML that is written in the common way; None if it is not, throughout."""
    start = text.find("<sst")
    opened = text.find(">", start) + 1
    body = text[opened : text.rfind("</sst>")] if start >= 0 else ""
    if not body or not text.rstrip().endswith("</sst>") or any(one in body for one in _OTHERWISE):
        return None
    if _BROKEN.search(body) or _ITEMS.sub("", body).strip():
        return None
    return [_said(*found.groups()) for found in _ITEMS.finditer(body)]


def _said(plain: str | None, runs: str | None) -> str:
    text = "".join(found[1] or "" for found in _PIECES.finditer(runs)) if runs else plain or ""
    if "\r" in text:  # as a parser reads the ends of lines
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unescape(unentity(text))


def _rich_text(item: Element) -> str:
    if len(item) == 1 and local(item[0]) == "t":
        return unescape(item[0].text or "")
    runs, last = list[str](), False
    for node in item.iter("{*}t"):
        run = node.getparent()
        if run is not None and local(run) != "rPh":
            look = run.find("{*}rPr/{*}vertAlign") if local(run) == "r" else None
            how = (look.get("val") or "") if look is not None else ""
            before, struck = "".join(runs), run.find("{*}rPr/{*}strike") is not None
            text = set_as(node.text or "", before, how == "superscript", how == "subscript")
            runs.append(apart(before, text) if struck is not last else text)
            last = struck
    return unescape("".join(runs))
