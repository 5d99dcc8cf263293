"""Compressed RTF, in which Outlook keeps the body of a mail."""

from __future__ import annotations

import struct

_PRELOAD = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4096


def unpack_rtf(data: bytes) -> str:
    """The RTF, one character a byte; empty if the bytes are no compressed RTF."""
    if len(data) < 16:
        return ""
    packed, raw, magic = struct.unpack_from("<III", data)
    if magic == 0x414C454D:
        return data[16 : 16 + raw].decode("latin-1")
    return _inflate(data[16 : packed + 4], raw).decode("latin-1") if magic == 0x75465A4C else ""


def _inflate(data: bytes, size: int) -> bytes:
    window = bytearray(_PRELOAD.ljust(_WINDOW, b"\0"))
    out, write, at = bytearray(), len(_PRELOAD), 0
    while at < len(data) and len(out) < size:
        flags, at = data[at], at + 1
        for bit in range(8):
            if at >= len(data):
                break
            if not flags >> bit & 1:
                chunk, at = data[at : at + 1], at + 1
            elif at + 1 < len(data):
                token, at = data[at] << 8 | data[at + 1], at + 2
                if token >> 4 == write % _WINDOW:
                    return bytes(out)
                chunk = _copied(window, token >> 4, (token & 15) + 2, write)
            else:
                break
            for byte in chunk:
                window[write % _WINDOW] = byte
                write += 1
            out += chunk
    return bytes(out[:size])


def _copied(window: bytearray, start: int, length: int, write: int) -> bytes:
    """A run from the window, which may reach into what it is writing."""
    chunk = bytearray()
    for step in range(length):
        at = (start + step) % _WINDOW
        ahead = (at - write) % _WINDOW
        chunk.append(chunk[ahead] if ahead < len(chunk) else window[at])
    return bytes(chunk)
