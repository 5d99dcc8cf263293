"""The pictures of a Rich Text: each once, with whether it is large enough to show a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .drawings import may_hold_figures

_PICTURE, _BRACE = re.compile(rb"\\pict(?![a-z])"), re.compile(rb"[{}]")
_WORD, _NO_DIGIT = re.compile(rb"\\[a-zA-Z]+-?\d* ?"), re.compile(rb"[^0-9a-fA-F]")
_GOAL = re.compile(rb"\\pic(w|h)goal(\d{1,7})")
_SCALE = re.compile(rb"\\picscale(x|y)(\d{1,5})")
_KINDS = {b"pngblip": "png", b"jpegblip": "jpg"}
_EMU_PER_TWIP = 635


def pictures_of(data: bytes) -> Iterator[tuple[str, bytes, bool]]:
    """Name, bytes and size of the PNG and JPEG pictures; other forms repeat them for old programs."""
    seen: set[bytes] = set()
    for found in _PICTURE.finditer(data):
        own = _own(data, found.end())
        kind = next((end for word, end in _KINDS.items() if b"\\" + word in own), "")
        digits = _NO_DIGIT.sub(b"", _WORD.sub(b"", own))
        picture = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
        if kind and picture and picture not in seen:
            seen.add(picture)
            yield f"picture {len(seen)}.{kind}", picture, may_hold_figures(*_size(own))


def _own(data: bytes, start: int) -> bytes:
    """What stands in the group that is open at `start`, without the groups inside it."""
    kept, depth, at = [], 0, start
    for brace in _BRACE.finditer(data, start):
        if depth == 0:
            kept.append(data[at : brace.start()])
        depth += 1 if brace[0] == b"{" else -1
        at = brace.end()
        if depth < 0:
            break
    return b"".join(kept)


def _size(head: bytes) -> tuple[int, int]:
    """Width and height in EMU; endless if they are not told."""
    goal = {side: int(twips) for side, twips in _GOAL.findall(head)}
    scale = {side: int(share) for side, share in _SCALE.findall(head)}
    sides = ((goal.get(b"w"), scale.get(b"x", 100)), (goal.get(b"h"), scale.get(b"y", 100)))
    wide, high = (10**9 if twips is None else twips * _EMU_PER_TWIP * share // 100 for twips, share in sides)
    return wide, high
