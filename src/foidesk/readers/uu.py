"""Files uuencoded into the text of an old mail."""

from __future__ import annotations

import binascii
import re

_FILE = re.compile(
    r"^begin [0-7]{3,4} (?P<name>[^\n]+)\n(?P<lines>(?:[ -`]{1,62}[^\n]{0,2}\n)*?)(?:`| )?\n?end[ \t]*$", re.M
)


def split_uuencoded(text: str) -> tuple[str, list[tuple[str, bytes]]]:
    """The text without its uuencoded files, and the files by name."""
    if "begin " not in text:
        return text, []
    text = text.replace("\r\n", "\n")
    found = [(match["name"].strip(), _decode(match["lines"])) for match in _FILE.finditer(text)]
    return _FILE.sub("", text), found


def _decode(lines: str) -> bytes:
    return b"".join(_line(line) for line in lines.split("\n") if line.strip("` "))


def _line(line: str) -> bytes:
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        # Some encoders pad wrongly: the first character says how many bytes are meant.
        wanted = (((ord(line[0]) - 32) & 63) * 4 + 5) // 3
        return binascii.a2b_uu(line[: wanted + 1])
