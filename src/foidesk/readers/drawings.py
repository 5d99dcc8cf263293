"""What floats over a sheet: text boxes, pictures and charts, which no cell holds."""

from __future__ import annotations

from collections.abc import Iterator

from foidesk.model.places import SheetPlace
from foidesk.model.protocols import Source

from .basket import Seen, plural
from .packages import Element, Package, attribute
from .remarks import note_ignored
from .sniff import sniff

# A picture of at least 7 by 3 centimetres may show a table; a smaller one is a logo.
_EMU_PER_CM = 360_000
_WIDE, _HIGH = 7 * _EMU_PER_CM, 3 * _EMU_PER_CM


def may_hold_figures(width: int, height: int) -> bool:
    """True if a picture of that size, in EMU, is large enough to show a table or a page."""
    return width >= _WIDE and height >= _HIGH


def attach_picture(seen: Seen, name: str, data: bytes, large: bool, source: Source) -> None:
    """Keep a picture that may show a table as a document of its own; name a smaller one as ignored."""
    if data and large:
        seen.attach(name, data, sniff(data, name), inline=True)
    elif data:
        note_ignored(seen, source, name, "a logo, judging by its size on the page")


def note_drawings(seen: Seen, package: Package, member: str, sheet: str, source: Source) -> None:
    """Raise text boxes and charts as issues with their place; attach pictures that may show a table."""
    for kind, target in package.related(member).values():
        root = package.xml(target) if kind == "drawing" else None
        if root is None:
            continue
        boxes = [(_place(anchor, sheet), text) for anchor in root for text in _texts(anchor)]
        if boxes:
            seen.note("text-box", f"{plural(len(boxes), 'text box', 'text boxes')} over the cells.", source,
                      "Read it by hand: its figures are in no cell.", at=boxes, severity="warning",
                      key=f"sheet {sheet!r}")  # fmt: skip
        _note_charts(seen, root, sheet, source)
        _attach_pictures(seen, package, root, target, source)


def _texts(anchor: Element) -> Iterator[str]:
    for body in anchor.iter("{*}txBody"):
        paragraphs = ("".join(run.text or "" for run in p.iter("{*}t")) for p in body.iter("{*}p"))
        text = "\n".join(line for line in paragraphs if line.strip())
        if text:
            yield text


def _place(anchor: Element, sheet: str) -> SheetPlace:
    """The cells that the drawing covers."""
    top, left = _corner(anchor, "from") or (1, 1)
    bottom, right = _corner(anchor, "to") or (top, left)
    return SheetPlace(sheet, top, left, bottom, right)


def _corner(anchor: Element, which: str) -> tuple[int, int] | None:
    row, column = anchor.find(f"{{*}}{which}/{{*}}row"), anchor.find(f"{{*}}{which}/{{*}}col")
    if row is None or column is None:
        return None
    return int(row.text or 0) + 1, int(column.text or 0) + 1


def _note_charts(seen: Seen, root: Element, sheet: str, source: Source) -> None:
    charts = sum(1 for frame in root.iter("{*}graphicFrame") for _ in frame.iter("{*}chart"))
    if charts:
        seen.note("charts", f"{plural(charts, 'chart')} left unread; its figures usually stand in cells.", source,
                  "Look at it if a figure is missing.", place=f"sheet {sheet!r}")  # fmt: skip


def _attach_pictures(seen: Seen, package: Package, root: Element, target: str, source: Source) -> None:
    related = package.related(target)
    for picture in root.iter("{*}pic"):
        size = next(picture.iter("{*}ext"), None)
        width, height = (int(attribute(size, name) or 0) for name in ("cx", "cy")) if size is not None else (0, 0)
        for blip in picture.iter("{*}blip"):
            member = related.get(attribute(blip, "embed"), ("", ""))[1]
            name, data = member.rpartition("/")[2], package.bytes(member)
            if data and may_hold_figures(width, height):
                seen.attach(name, data, sniff(data, name), inline=True)
            elif data:
                note_ignored(seen, source, name, "a logo, judging by its size on the sheet")
