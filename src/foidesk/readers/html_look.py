"""What a web page does not show: by its attributes, its inline styles and the plain rules of its style sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .packages import Element, inner_text

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0(?:\.0*)?(?![.\d])",
    re.I,
)
_WHITE = re.compile(r"(?<![-\w])color\s*:\s*(?:white\b|#fff(?:fff)?\b|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))", re.I)
_GROUND = re.compile(r"background", re.I)
_WITHIN = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"^\s*[\w-]*\.([\w-]+)\s*$")


@dataclass(frozen=True, slots=True)
class Look:
    """The classes that the style sheet hides, and whether it colours any ground."""

    hidden: frozenset[str] = field(default_factory=frozenset)
    grounds: bool = False

    def hides(self, element: Element) -> bool:
        """True if the element does not show whatever is in it."""
        style = element.get("style") or ""
        if element.get("hidden") is not None or _HIDING.search(style):
            return True
        if self.hidden and not self.hidden.isdisjoint((element.get("class") or "").split()):
            return True
        return bool(_WHITE.search(style)) and not self._on_colour(element)

    def _on_colour(self, element: Element) -> bool:
        """True if the element or one around it may have another ground than white."""
        around = (element, *element.iterancestors())
        return self.grounds or any(
            one.get("bgcolor") or one.get("background") or _GROUND.search(one.get("style") or "") for one in around
        )


def look_of(root: Element) -> Look:
    """What the page's own style sheets say; rules for print or narrow screens are passed over."""
    sheets = _WITHIN.sub("", " ".join(inner_text(style) for style in root.iter("style")))
    hidden: set[str] = set()
    for selectors, body in _RULE.findall(sheets):
        if _HIDING.search(body):
            hidden.update(found[1] for one in selectors.split(",") if (found := _CLASS.match(one)))
    return Look(frozenset(hidden), bool(_GROUND.search(sheets)))
