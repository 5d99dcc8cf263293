"""Text from bytes whose encoding nobody states."""

from __future__ import annotations

import codecs
import re

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MIXED = "utf-8 and cp1252"
_WESTERN = re.compile(rb"[\x80-\xff]+")
# What English and Welsh office text holds above ASCII in cp1252: pound, quotes, dashes, accents, bullets, spaces.
_AT_HOME = set(
    b"\x80\x82\x84\x85\x86\x87\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa3\xa7\xa9\xab\xac\xad\xae"
    b"\xb0\xb1\xb2\xb3\xb4\xb7\xbb\xbc\xbd\xbe\xc0\xc1\xc2\xc4\xc7\xc8\xc9\xca\xd1\xd6\xdc\xdf\xe0\xe1\xe2"
    b"\xe4\xe7\xe8\xe9\xea\xeb\xed\xee\xef\xf1\xf3\xf4\xf6\xf9\xfa\xfb\xfc"
)


def decode(data: bytes, stated: str = "") -> tuple[str, str]:
    """The text, and the name of the encoding that was used. Never fails: cp1252 with marks is the last resort."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    for encoding in (_wide(data), "utf-8", _known(stated)):
        text = _strictly(data, encoding)
        if text is not None:
            return text, encoding
    mixed = _line_by_line(data)
    if mixed is not None:
        return mixed, MIXED
    encoding = "cp1252" if _western(data) else _guess(data)
    return data.decode(encoding, "replace"), encoding


def _line_by_line(data: bytes) -> str | None:
    """Text of which some lines are UTF-8 and others cp1252, as where two files were put together; else None."""
    lines = data.split(b"\n")
    texts = [_whole(line) for line in lines]
    wide = sum(text is not None and not text.isascii() for text in texts)
    if not wide or 3 * wide < sum(text is None for text in texts):
        return None
    pairs = zip(texts, lines, strict=True)
    return "\n".join(line.decode("cp1252", "replace") if text is None else text for text, line in pairs)


def _whole(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _strictly(data: bytes, encoding: str) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return _cut_tail(data) if encoding == "utf-8" else None


def _cut_tail(data: bytes) -> str | None:
    """UTF-8 whose last character is cut in two, as in the head of a long file."""
    try:
        text, used = codecs.utf_8_decode(data, "strict", False)
    except UnicodeDecodeError:
        return None
    return text if len(data) - used < 4 else None


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: in Latin text every other byte is zero."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd * 5 > len(head) * 2 and even * 20 < odd:
        return "utf-16-le"
    return "utf-16-be" if even * 5 > len(head) * 2 and odd * 20 < even else ""


def _known(stated: str) -> str:
    name = stated.strip().strip("\"'").lower()
    # A page that says latin-1 means cp1252 (WHATWG): 0x80 to 0x9f are quotes and dashes there, never controls.
    if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1"):
        return "cp1252"
    try:
        return codecs.lookup(name).name if name else ""
    except (LookupError, ValueError):
        return ""


def _western(data: bytes) -> bool:
    high = b"".join(_WESTERN.findall(data[:200_000]))
    return sum(byte in _AT_HOME for byte in high) * 10 >= len(high) * 9


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    return best.encoding if best is not None and best.encoding else "cp1252"
