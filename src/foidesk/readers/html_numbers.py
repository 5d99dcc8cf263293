"""The numbers that a browser puts before list items: `<ol start type reversed>`, `<li value>`, their style."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .list_numbers import decimal, letters, roman, two_digits, upper
from .packages import Element

_BY_TYPE: dict[str, Callable[[int], str]] = {
    "1": decimal, "a": letters, "A": upper(letters), "i": roman, "I": upper(roman),
}  # fmt: skip
_BY_STYLE: dict[str, Callable[[int], str]] = {
    "decimal": decimal, "decimal-leading-zero": two_digits, "lower-alpha": letters, "lower-latin": letters,
    "upper-alpha": upper(letters), "upper-latin": upper(letters), "lower-roman": roman,
    "upper-roman": upper(roman),
}  # fmt: skip
_STYLE = re.compile(r"(?<![-\w])list-style(?:-type)?\s*:\s*([^;]*)", re.I)
_PLAIN = re.compile(r"-?\d{1,6}")


def numbers_of(element: Element, hides: Callable[[Element], bool]) -> dict[Element, str]:
    """The number of each item of a list that shows, by its item; none for items with bullets or no mark."""
    items = [child for child in element if child.tag == "li" and not hides(child)]
    return {item: label for item, number in _counted(element, items) if (label := _label(element, item, number))}


def _counted(element: Element, items: list[Element]) -> Iterator[tuple[Element, int]]:
    back = element.tag == "ol" and element.get("reversed") is not None
    number = _whole(element.get("start") if element.tag == "ol" else None)
    number = (len(items) if back else 1) if number is None else number
    for item in items:
        own = _whole(item.get("value"))
        number = number if own is None else own
        yield item, number
        number += -1 if back else 1


def _label(element: Element, item: Element, number: int) -> str:
    form = _form(item)
    form = form if form is not None else _form(element)
    if form is None:
        form = decimal if element.tag == "ol" else _none
    written = form(number)
    return f"{written}." if written else ""


def _form(element: Element) -> Callable[[int], str] | None:
    """How the element's own style or type writes numbers; None if it says nothing of it."""
    found = _STYLE.search(element.get("style") or "")
    for word in found[1].lower().split() if found else ():
        if word in _BY_STYLE:
            return _BY_STYLE[word]
        if word in ("none", "disc", "circle", "square"):
            return _none
    type = (element.get("type") or "").strip()
    if type.lower() in ("disc", "circle", "square", "none"):
        return _none
    return _BY_TYPE.get(type)


def _none(number: int) -> str:
    """No number: a bullet, or nothing."""
    return ""


def _whole(text: str | None) -> int | None:
    text = (text or "").strip()
    return int(text) if _PLAIN.fullmatch(text) else None
