"""winmail.dat (TNEF): the files and the body that Outlook wraps for its own kind."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from foidesk.errors import Truncated
from foidesk.model.protocols import Source

from .basket import Seen
from .decoding import decode
from .lzfu import unpack_rtf
from .mailparts import Body, add_body
from .rtf import walk_rtf
from .sniff import sniff

_SIGNATURE = 0x223E9F78
_BODY, _PROPERTIES = 0x800C, 0x9003
_START, _TITLE, _DATA, _FILE_PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_LONG_NAME, _FILE_BYTES, _PLAIN, _RTF, _HTML = 0x3707, 0x3701, 0x1000, 0x1009, 0x1013
_FIXED = {0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_VARIABLE = {0x0D, 0x1E, 0x1F, 0x102}


@dataclass(slots=True)
class Unwrapped:
    """What the wrapper held."""

    body: str = ""
    html: str = ""
    files: list[tuple[str, bytes]] = field(default_factory=list)


def see(source: Source) -> Seen:
    """The body and the files of a winmail.dat."""
    unwrapped = unwrap(source.data, source.name)
    seen = Seen()
    if unwrapped.body.strip() or unwrapped.html.strip():
        add_body(seen, [Body(unwrapped.body, unwrapped.html)], source)
    for name, data in unwrapped.files:
        if data:
            seen.attach(name, data, sniff(data, name))
    return seen


def unwrap(data: bytes, name: str) -> Unwrapped:
    """The body and the files; `Truncated` if the wrapper is cut or none at all."""
    if len(data) < 6 or struct.unpack_from("<I", data)[0] != _SIGNATURE:
        raise Truncated("it is no winmail.dat", where=name, next="Ask the body for ordinary attachments.")
    found = Unwrapped()
    try:
        for code, value in _attributes(data):
            _take(found, code, value)
    except (struct.error, IndexError) as error:
        raise Truncated(
            "the winmail.dat is cut", where=name, next="Ask the body for ordinary attachments."
        ) from error
    return found


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6
    while at + 11 <= len(data):
        _level, code, _kind, length = struct.unpack_from("<BHHI", data, at)
        if at + 11 + length > len(data):
            raise IndexError("an attribute is longer than the file")
        yield code, data[at + 9 : at + 9 + length]
        at += 11 + length


def _take(found: Unwrapped, code: int, value: bytes) -> None:
    if code == _START:
        found.files.append((f"attachment {len(found.files) + 1}", b""))
    elif code == _BODY:
        found.body = _string(value)
    elif code == _PROPERTIES:
        _take_body(found, value)
    elif found.files and code in (_TITLE, _DATA, _FILE_PROPERTIES):
        _take_file(found, code, value)


def _take_file(found: Unwrapped, code: int, value: bytes) -> None:
    name, data = found.files[-1]
    if code == _TITLE:
        name = _string(value) or name
    elif code == _DATA:
        data = value
    else:
        for tag, kind, item in _properties(value):
            if tag == _LONG_NAME:
                name = _text(kind, item) or name
            elif tag == _FILE_BYTES and not data:
                data = item[16:] if kind == 0x0D else item
    found.files[-1] = (name.replace("\\", "/").rpartition("/")[2], data)


def _take_body(found: Unwrapped, value: bytes) -> None:
    rtf = ""
    for tag, kind, item in _properties(value):
        if tag == _PLAIN:
            found.body = found.body or _text(kind, item)
        elif tag == _HTML:
            found.html = decode(item)[0]
        elif tag == _RTF:
            rtf = unpack_rtf(item)
    if rtf and not found.body.strip() and not found.html.strip():
        found.body = walk_rtf(rtf).flow.text


def _properties(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """The MAPI properties: tag, type, and the bytes of the (first) value."""
    (count,) = struct.unpack_from("<I", data)
    at = 4
    for _ in range(count):
        kind, tag = struct.unpack_from("<HH", data, at)
        at += 4
        if tag >= 0x8000:
            at = _after_name(data, at)
        values = 1
        if kind & 0x1000 or kind in _VARIABLE:
            (values,) = struct.unpack_from("<I", data, at)
            at += 4
        first = b""
        for number in range(values):
            item, at = _value(data, at, kind & 0xEFFF)
            first = item if number == 0 else first
        yield tag, kind & 0xEFFF, first


def _after_name(data: bytes, at: int) -> int:
    named: int
    length: int
    named, length = struct.unpack_from("<II", data, at + 16)
    if not named:
        return at + 24
    return at + 24 + -(-length // 4) * 4


def _value(data: bytes, at: int, kind: int) -> tuple[bytes, int]:
    if kind in _FIXED:
        return data[at : at + _FIXED[kind]], at + _FIXED[kind]
    (length,) = struct.unpack_from("<I", data, at)
    if at + 4 + length > len(data):
        raise IndexError("a property is longer than its block")
    return data[at + 4 : at + 4 + length], at + 4 + -(-length // 4) * 4


def _text(kind: int, item: bytes) -> str:
    return item.decode("utf-16-le", "replace").rstrip("\0") if kind == 0x1F else _string(item)


def _string(value: bytes) -> str:
    return decode(value.rstrip(b"\0"))[0]
