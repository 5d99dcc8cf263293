"""The output read again before it is written: nothing that was taken out is in it, in words or in pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO

from PIL import Image

from foidesk.errors import Blocked

from .edition import Edition
from .personal import sealed_words
from .pictures import ROW_VEIL, STAFF_VEIL, Picture

TAG = re.compile(r"<[^>]*>")
TEXTS = (".html", ".csv", ".json", ".md", ".cff")


def prove(content: Mapping[str, bytes], pictures: Mapping[str, Picture], edition: Edition) -> None:
    """`Blocked` if a sealed word stands in a text, a veil is not whole, or a picture carries metadata."""
    words = _pattern(edition)
    faults = [
        fault
        for path, data in content.items()
        if path.endswith(TEXTS) and not _is_original(path)
        for fault in _text(path, data, words)
    ]
    faults += [fault for path, one in pictures.items() for fault in _picture(path, content[path], one)]
    if faults:
        raise Blocked(
            f"what should be taken out is still in the output: {'; '.join(faults[:5])}",
            where=faults[0].partition(":")[0],
            next="nothing was written: this is a fault of foidesk, please report it",
        )  # fmt: skip


def _is_original(path: str) -> bool:
    """True for the bytes of a document itself: it was looked through before (see `originals`)."""
    return path.startswith("documents/") and path.count("/") == 2


def _pattern(edition: Edition) -> re.Pattern[str] | None:
    """The sealed words, white space loosely; words of the survey's own files are the desk's and not sealed."""
    own = edition.publication.own_words
    words = sorted(each for each in sealed_words(edition.publication.readings.values()) if each not in own)
    loose = (r"\s+".join(re.escape(piece) for piece in each.split()) for each in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(loose)})(?!\w)") if words else None


def _text(path: str, data: bytes, words: re.Pattern[str] | None) -> Iterator[str]:
    text = data.decode("utf-8")
    plain = TAG.sub("", text) if path.endswith(".html") else text
    if words and (found := words.search(unescape(plain))):
        yield f"{path}: a sealed word of {len(found.group())} signs"


def _picture(path: str, data: bytes, picture: Picture) -> Iterator[str]:
    opened = Image.open(BytesIO(data))
    if {"exif", "xmp", "icc_profile"} & set(opened.info):
        yield f"{path}: the picture carries metadata"
    image = opened.convert("RGB")
    for box in picture.veiled:
        colours = image.crop(box).getcolors(2)
        if colours is None or any(colour not in (ROW_VEIL, STAFF_VEIL) for _, colour in colours):
            yield f"{path}: something shows through the veil at {box}"
