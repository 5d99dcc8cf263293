"""The automatic numbers of a Word document: what Word puts before a paragraph, counted as Word counts.

The numbers stand in no paragraph: `numbering.xml` says how each level of a list is written and where it starts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from .list_numbers import decimal, ordinal, repeated_letters, roman, two_digits, upper
from .packages import Element, attribute, inner_text, local

_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": decimal, "decimalZero": two_digits, "lowerRoman": roman, "upperRoman": upper(roman),
    "lowerLetter": repeated_letters, "upperLetter": upper(repeated_letters), "ordinal": ordinal,
}  # fmt: skip
_SLOT = re.compile(r"%([1-9])")
_NONE = "0"
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; a form that Word writes in words or pictures shows no number here."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has been counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    overrides: dict[str, dict[int, Level]] = field(default_factory=dict)
    by_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: Element) -> str:
        """The number that the next paragraph of the document shows before its words; "" for none."""
        found = self._list_of(paragraph)
        if found is None or found[0] not in self.abstract:
            return ""
        number, depth = found
        levels = self.levels.get(self.abstract[number], {}) | self.overrides.get(number, {})
        if depth not in levels:
            return ""
        return _written(levels, depth, self._counted(number, depth, levels))

    def _list_of(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and level of a paragraph, by its own mark or by its style's."""
        style = paragraph.find("{*}pPr/{*}pStyle")
        of_style = self.by_style.get(attribute(style, "val")) if style is not None else None
        own = paragraph.find("{*}pPr/{*}numPr")
        found = of_style if own is None else _mark(own, of_style)
        return None if found is None or found[0] == _NONE else found

    def _counted(self, number: str, depth: int, levels: dict[int, Level]) -> dict[int, int]:
        """The counts of the levels down to this one, this paragraph counted."""
        counts = self.counts.setdefault(self.abstract[number], {})
        begins = self.restarts.get(number, {}).get(depth) if (number, depth) not in self.begun else None
        self.begun.add((number, depth))
        if begins is not None:
            counts[depth] = begins
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        for deeper in [one for one in counts if one > depth]:
            restart = levels.get(deeper, Level()).restart
            if restart is None or (restart > 0 and depth < restart):
                del counts[deeper]
        for higher in range(depth):
            counts.setdefault(higher, levels.get(higher, Level()).start)
        return counts


def _mark(mark: Element, of_style: tuple[str, int] | None) -> tuple[str, int] | None:
    """The list and level that a paragraph's own mark gives, the style filling what it leaves out."""
    number, depth = mark.find("{*}numId"), mark.find("{*}ilvl")
    list_id = attribute(number, "val") if number is not None else (of_style[0] if of_style else "")
    level = attribute(depth, "val") if depth is not None else ""
    return (list_id, int(level) if level.isdigit() else (of_style[1] if of_style else 0)) if list_id else None


def _written(levels: dict[int, Level], depth: int, counts: dict[int, int]) -> str:
    """The label of a level: "%1.%2)" with its numbers."""
    level = levels[depth]
    if level.form not in _FORMS:
        return ""

    def slot(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        form = "decimal" if level.legal else levels.get(at, Level()).form
        return _FORMS.get(form, decimal)(counts.get(at, 1))

    return _SLOT.sub(slot, level.pattern).strip()


def labels_of(body: Element, numbering: Numbering) -> dict[Element, str]:
    """The numbers of the paragraphs that show one, by their paragraph; counted once, in the order of the text."""
    if not numbering.abstract:
        return {}
    shown = (one for one in body.iter("{*}p") if not _is_gone(one))
    return {one: label for one in shown if (label := numbering.label(one))}


def _is_gone(paragraph: Element) -> bool:
    """True for a paragraph that Word does not count: deleted, hidden, or an older program's copy."""
    mark = paragraph.find("{*}pPr/{*}rPr")
    unseen = mark is not None and (mark.find("{*}del") is not None or mark.find("{*}vanish") is not None)
    if unseen and not any(inner_text(run).strip() for run in paragraph.iter("{*}r") if not _is_hidden(run)):
        return True
    return any(
        local(above) in ("Fallback", "del") or above.find("{*}trPr/{*}del") is not None
        for above in paragraph.iterancestors()
    )


def _is_hidden(run: Element) -> bool:
    """True for a run that is deleted or does not show."""
    return run.find("{*}rPr/{*}vanish") is not None or any(local(one) == "del" for one in run.iterancestors())


def numbering_of(root: Element | None, styles: Element | None) -> Numbering:
    """The lists that the numbering part and the styles of a document define."""
    made = Numbering()
    if root is None:
        return made
    linked: dict[str, str] = {}
    for abstract in root.iterfind("{*}abstractNum"):
        key = attribute(abstract, "abstractNumId")
        made.levels[key] = _levels(abstract)
        link = abstract.find("{*}numStyleLink")
        if link is not None:
            linked[key] = attribute(link, "val")
    for one in root.iterfind("{*}num"):
        _add_list(made, one)
    made.by_style = _styles(styles, made)
    for key, style in linked.items():
        of_style = made.by_style.get(style)
        if of_style is not None and of_style[0] in made.abstract:
            made.levels[key] = made.levels.get(made.abstract[of_style[0]], {})
    return made


def _add_list(made: Numbering, one: Element) -> None:
    number, abstract = attribute(one, "numId"), one.find("{*}abstractNumId")
    made.abstract[number] = attribute(abstract, "val") if abstract is not None else ""
    for override in one.iterfind("{*}lvlOverride"):
        depth = _whole(attribute(override, "ilvl"), 0)
        begins, level = override.find("{*}startOverride"), override.find("{*}lvl")
        if level is not None:
            made.overrides.setdefault(number, {})[depth] = _level(level)
            made.restarts.setdefault(number, {})[depth] = _level(level).start
        if begins is not None:
            made.restarts.setdefault(number, {})[depth] = _whole(attribute(begins, "val"), 1)


def _levels(container: Element) -> dict[int, Level]:
    return {_whole(attribute(one, "ilvl"), 0): _level(one) for one in container.iterfind("{*}lvl")}


def _level(element: Element) -> Level:
    made = Level(start=0)
    for child in element:
        value = attribute(child, "val")
        match local(child):
            case "start":
                made = replace(made, start=_whole(value, 0))
            case "numFmt":
                made = replace(made, form=value)
            case "lvlText":
                made = replace(made, pattern=value)
            case "lvlRestart":
                made = replace(made, restart=_whole(value, 0))
            case "isLgl":
                made = replace(made, legal=value not in ("0", "false"))
            case "pStyle":
                made = replace(made, style=value)
    return made


def _styles(root: Element | None, made: Numbering) -> dict[str, tuple[str, int]]:
    """The list and level of each style that numbers its paragraphs, those it is based on included."""
    own: dict[str, tuple[str, int]] = {}
    above: dict[str, str] = {}
    for style in [] if root is None else root.iter("{*}style"):
        key, base = attribute(style, "styleId"), style.find("{*}basedOn")
        above[key] = attribute(base, "val") if base is not None else ""
        mark = style.find("{*}pPr/{*}numPr")
        found = _mark(mark, None) if mark is not None else None
        if found is not None:
            levels = made.levels.get(made.abstract.get(found[0], ""), {})
            own[key] = (found[0], next((depth for depth, one in levels.items() if one.style == key), found[1]))
    return {key: found for key in above if (found := _inherited(key, own, above)) is not None}


def _inherited(key: str, own: dict[str, tuple[str, int]], above: dict[str, str]) -> tuple[str, int] | None:
    for _ in range(_DEEPEST):
        if key in own or key not in above:
            break
        key = above[key]
    return own.get(key)


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isdigit() else otherwise
