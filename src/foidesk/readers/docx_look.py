"""What a run of a DOCX looks like, as far as it bears on what is read: hidden, struck through, raised, lowered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from .packages import Element, attribute, local

SMALLEST = 2  # half points: nobody reads it
_OFF = ("0", "false", "off", "none")


class Run(NamedTuple):
    """How a run shows."""

    unseen: bool = False
    struck: bool = False
    raised: bool = False
    lowered: bool = False


PLAIN = Run()


@dataclass(slots=True)
class Styles:
    """The names of a document's styles by their id, in lower case, and those that hide their text."""

    names: dict[str, str] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()

    def of_run(self, run: Element, hidden: bool = False) -> Run:
        """How the run shows; `hidden`: its paragraph's style hides its text."""
        marks = run.find("{*}rPr")
        if marks is None:
            return Run(unseen=True) if hidden else PLAIN
        struck = raised = lowered = white = False
        for mark in marks:
            tag, value = local(mark), attribute(mark, "val")
            if tag == "vanish":
                hidden = value not in _OFF
            elif tag == "rStyle":
                hidden = hidden or value in self.hidden
            elif tag in ("strike", "dstrike"):
                struck = struck or value not in _OFF
            elif tag == "vertAlign":
                raised, lowered = value == "superscript", value == "subscript"
            elif tag == "sz":
                hidden = hidden or (value.isdigit() and int(value) <= SMALLEST)
            elif tag == "color":
                white = value.upper() == "FFFFFF"
        return Run(hidden or (white and not _on_colour(run)), struck, raised, lowered)


def styles_of(root: Element | None) -> Styles:
    """The styles of the document's style part."""
    if root is None:
        return Styles()
    names, above, own = {}, {}, {}
    for style in root.iter("{*}style"):
        key = attribute(style, "styleId")
        name, base, mark = style.find("{*}name"), style.find("{*}basedOn"), style.find("{*}rPr/{*}vanish")
        names[key] = attribute(name, "val").lower() if name is not None else ""
        above[key] = attribute(base, "val") if base is not None else ""
        if mark is not None:
            own[key] = attribute(mark, "val") not in _OFF
    return Styles(names, frozenset(key for key in names if _inherits(key, above, own)))


def _inherits(key: str, above: dict[str, str], own: dict[str, bool]) -> bool:
    """What the style, or the nearest one that it is based on, says of hiding."""
    for _ in range(20):
        if key in own or key not in above:
            break
        key = above[key]
    return own.get(key, False)


def _on_colour(run: Element) -> bool:
    """True if a run may stand on another ground than white: shaded, highlighted, in a styled table or a shape."""
    if run.find("{*}rPr/{*}shd") is not None or run.find("{*}rPr/{*}highlight") is not None:
        return True
    for around in run.iterancestors():
        tag = local(around)
        if tag == "txbxContent" or around.find("{*}" + tag + "Pr/{*}shd") is not None:
            return True
        if tag == "tbl" and around.find("{*}tblPr/{*}tblStyle") is not None:
            return True
        if tag == "document":
            return around.find("{*}background") is not None
    return False


def is_deleted_cell(cell: Element) -> bool:
    """True for a cell whose deletion is tracked."""
    return cell.find("{*}tcPr/{*}cellDel") is not None


def goes_on_left(cell: Element) -> bool:
    """True for a cell merged with the one left of it in the old way; its own words do not show."""
    merge = cell.find("{*}tcPr/{*}hMerge")
    return merge is not None and attribute(merge, "val") in ("", "continue")
