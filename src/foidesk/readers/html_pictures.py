"""The pictures of a web page: those written into it are documents of their own, others are not in the file."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable

from foidesk.model.protocols import Source

from .basket import Seen, plural
from .drawings import attach_picture, may_hold_figures
from .packages import Element

EMU_PER_PIXEL = 9_525
_INSIDE = "data:image/"


def attach_drawn(seen: Seen, pictures: Iterable[Element], source: Source) -> None:
    """Attach large pictures that the page holds; record those that it only names, none of which is fetched."""
    away = 0
    for number, picture in enumerate(pictures, 1):
        address = (picture.get("src") or "").strip()
        kind, _, data = address.partition(",")
        if not address.startswith(_INSIDE):
            away += bool(address) and _is_large(picture, unknown=False)
        elif kind.endswith(";base64"):
            name = f"picture {number}.{kind[len(_INSIDE) :].partition(';')[0]}"
            attach_picture(seen, name, _decoded(data), _is_large(picture, unknown=True), source)
    if away:
        what = f"{plural(away, 'large picture')} named by the page, not in the file."
        seen.note(
            "picture-unread", what, source, "Ask the body for it if it may show figures.", severity="warning"
        )


def _decoded(data: str) -> bytes:
    try:
        return base64.b64decode("".join(data.split()))
    except (binascii.Error, ValueError):
        return b""


def _is_large(picture: Element, unknown: bool) -> bool:
    """True if its size, as the page gives it, would show a table; `unknown` where it gives none."""
    sides = [(picture.get(name) or "").removesuffix("px") for name in ("width", "height")]
    if not all(side.isdecimal() for side in sides):
        return unknown
    wide, high = (int(side) * EMU_PER_PIXEL for side in sides)
    return may_hold_figures(wide, high)
