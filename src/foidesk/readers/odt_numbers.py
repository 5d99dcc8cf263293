"""The automatic numbers of an OpenDocument text: those of its lists and of its numbered headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from .list_numbers import decimal, letters, roman, upper
from .packages import Element, attribute, local

_FORMS: dict[str, Callable[[int], str]] = {
    "1": decimal, "a": letters, "A": upper(letters), "i": roman, "I": upper(roman),
}  # fmt: skip
_LISTS = ("list-style", "outline-style")
_OUTLINE = ""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; one with bullets has no form."""

    form: str = ""
    before: str = ""
    behind: str = ""
    start: int = 1
    shown: int = 1


@dataclass(slots=True)
class _Place:
    """Where a walk is inside lists: the style that holds and the counts of the levels so far."""

    style: str
    counts: list[int]


@dataclass(slots=True)
class Numbering:
    """The list styles of a document, and how far each list has been counted."""

    styles: dict[str, dict[int, Level]]
    of_paragraphs: dict[str, str]
    ended: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    outline: dict[int, int] = field(default_factory=dict)
    labels: dict[Element, str] = field(default_factory=dict)

    def walk(self, container: Element, inside: _Place | None = None) -> None:
        """Note the number of every paragraph and heading in the container that shows one."""
        for element in container:
            tag = local(element)
            if tag == "list":
                self._list(element, inside)
            elif tag == "h" and inside is None:
                self._heading(element)
            elif len(element):
                self.walk(element, None if tag in ("table-cell", "note-body", "text-box") else inside)

    def _list(self, element: Element, inside: _Place | None) -> None:
        style = attribute(element, "style-name") or (inside.style if inside else self._style_within(element))
        counts = [*(inside.counts if inside else ()), 0]
        level = self._level(style, len(counts))
        counts[-1] = self._goes_on(element, style, level) if inside is None else level.start - 1
        for item in element:
            if local(item) == "list-item":
                own = attribute(item, "start-value")
                counts[-1] = int(own) if own.isdigit() else counts[-1] + 1
                self._item(item, _Place(style, counts))
            elif local(item) == "list-header":
                self.walk(item, _Place(style, counts))
        if inside is None:
            self.ended[attribute(element, "id")] = self.last[style] = counts[-1]

    def _goes_on(self, element: Element, style: str, level: Level) -> int:
        """The count before the first item: that of the list it goes on with, else one below its start."""
        after = attribute(element, "continue-list")
        if after in self.ended and after:
            return self.ended[after]
        if attribute(element, "continue-numbering") == "true" and style in self.last:
            return self.last[style]
        return level.start - 1

    def _item(self, item: Element, place: _Place) -> None:
        """The first paragraph of an item has its number; one that only holds a deeper list shows none."""
        first = next((one for one in item if local(one) in ("p", "h", "list")), None)
        label = self._written(place)
        if first is not None and label and local(first) != "list":
            self.labels[first] = label
        self.walk(item, place)

    def _heading(self, element: Element) -> None:
        depth = attribute(element, "outline-level")
        if not depth.isdigit() or attribute(element, "is-list-header") == "true":
            return
        deep = int(depth)
        level = self._level(_OUTLINE, deep)
        own = attribute(element, "start-value")
        counted = self.outline.get(deep, level.start - 1) + 1
        self.outline = {one: count for one, count in self.outline.items() if one < deep}
        self.outline[deep] = int(own) if own.isdigit() else counted
        counts = [self.outline.get(one, 1) for one in range(1, deep + 1)]
        label = self._written(_Place(_OUTLINE, counts))
        if label:
            self.labels[element] = label

    def _written(self, place: _Place) -> str:
        """The number of the deepest level, with those above it that its style shows."""
        depth = len(place.counts)
        level = self._level(place.style, depth)
        if level.form not in _FORMS:
            return ""
        shown = range(max(1, depth - level.shown + 1), depth + 1)
        numbers = [
            _FORMS[form](place.counts[one - 1])
            for one in shown
            if (form := self._level(place.style, one).form) in _FORMS
        ]
        return f"{level.before}{'.'.join(numbers)}{level.behind}".strip()

    def _level(self, style: str, depth: int) -> Level:
        return self.styles.get(style, {}).get(depth, Level())

    def _style_within(self, element: Element) -> str:
        """The list style that the paragraphs of a list without one bring along."""
        names = (attribute(one, "style-name") for one in element.iter("{*}p", "{*}h"))
        return next((found for name in names if (found := self.of_paragraphs.get(name))), "")


def labels_of(body: Element, *roots: Element | None) -> dict[Element, str]:
    """The numbers of the paragraphs that show one; `roots` hold the styles."""
    numbering = Numbering(dict(_styles(roots)), dict(_of_paragraphs(roots)))
    if numbering.styles:
        numbering.walk(body)
    return numbering.labels


def _styles(roots: tuple[Element | None, ...]) -> Iterator[tuple[str, dict[int, Level]]]:
    for root in roots:
        for style in [] if root is None else root.iter(*("{*}" + name for name in _LISTS)):
            name = attribute(style, "name") if local(style) == "list-style" else _OUTLINE
            yield name, {_whole(attribute(one, "level"), 1): _level(one) for one in style}


def _level(element: Element) -> Level:
    if local(element) not in ("list-level-style-number", "outline-level-style"):
        return Level()
    start, shown = attribute(element, "start-value"), attribute(element, "display-levels")
    return Level(
        attribute(element, "num-format"), attribute(element, "num-prefix"), attribute(element, "num-suffix"),
        _whole(start, 1), _whole(shown, 1),
    )  # fmt: skip


def _of_paragraphs(roots: tuple[Element | None, ...]) -> Iterator[tuple[str, str]]:
    for root in roots:
        for style in [] if root is None else root.iter("{*}style"):
            named = attribute(style, "list-style-name")
            if named:
                yield attribute(style, "name"), named


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isdigit() else otherwise
