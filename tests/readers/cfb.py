"""A small writer of OLE compound files (MS-CFB), enough to make the Outlook mails of the tests."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF

Tree = dict[str, "bytes | Tree"]


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    start: int = _END
    child: int = _NONE
    right: int = _NONE


@dataclass
class _Space:
    """Sectors and the chain that links them."""

    size: int
    data: bytearray = field(default_factory=bytearray)
    chain: list[int] = field(default_factory=list)

    def put(self, data: bytes) -> int:
        if not data:
            return _END
        start, count = len(self.chain), -(-len(data) // self.size)
        self.data += data.ljust(count * self.size, b"\0")
        self.chain += [*range(start + 1, start + count), _END]
        return start


def compound(tree: Tree) -> bytes:
    """The bytes of a compound file that holds the streams and storages of the tree."""
    entries = [_Entry("Root Entry", 5)]
    _add(entries, 0, tree)
    big, mini = _Space(_SECTOR), _Space(_MINI)
    for entry in entries[1:]:
        if entry.kind == 2:
            entry.start = (big if len(entry.data) >= _CUTOFF else mini).put(entry.data)
    entries[0].data = bytes(mini.data)
    entries[0].start = big.put(bytes(mini.data))
    directory = big.put(b"".join(map(_packed, entries)).ljust(_SECTOR, b"\0"))
    minifat = big.put(b"".join(struct.pack("<I", link) for link in mini.chain))
    count = 1
    while (len(big.chain) + count) * 4 > count * _SECTOR:
        count += 1
    first = len(big.chain)
    fat = [*big.chain, *[_FAT] * count]
    table = b"".join(struct.pack("<I", link) for link in fat).ljust(count * _SECTOR, b"\xff")
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, count,
        directory, 0, _CUTOFF, minifat, -(-len(mini.chain) * 4 // _SECTOR), _END, 0,
    )  # fmt: skip
    places = [*range(first, first + count), *[_FREE] * (109 - count)]
    return header + b"".join(struct.pack("<I", at) for at in places) + bytes(big.data) + table


def _add(entries: list[_Entry], parent: int, tree: Tree) -> None:
    previous = -1
    for name in sorted(tree, key=lambda text: (len(text), text.upper())):
        content = tree[name]
        entries.append(_Entry(name, 2, content) if isinstance(content, bytes) else _Entry(name, 1))
        at = len(entries) - 1
        if previous < 0:
            entries[parent].child = at
        else:
            entries[previous].right = at
        previous = at
        if not isinstance(content, bytes):
            _add(entries, at, content)


def _packed(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII36xIQ",
        name,
        len(name),
        entry.kind,
        1,
        _NONE,
        entry.right,
        entry.child,
        entry.start,
        len(entry.data),
    )


def outlook_mail(
    subject: str, body: str, attachments: Tree | None = None, headers: str = "", extra: Tree | None = None
) -> bytes:
    """An Outlook mail; an attachment is bytes by name, or the tree of a mail inside the mail."""
    return compound(message_tree(subject, body, attachments or {}, headers, extra or {}, header_size=32))


def message_tree(
    subject: str, body: str, attachments: Tree, headers: str, extra: Tree, header_size: int = 24
) -> Tree:
    """The streams and storages of one message."""
    texts = {
        0x001A: "IPM.Note",
        0x0037: subject,
        0x1000: body,
        0x0C1A: "FOI Unit",
        0x0C1F: "foi@council.example",
        0x007D: headers,
    }
    tree: Tree = {f"__substg1.0_{tag:04X}001F": text.encode("utf-16-le") for tag, text in texts.items() if text}
    tree.update(extra)
    counts = struct.pack("<8xIIII", 0, len(attachments), 0, len(attachments)).ljust(header_size, b"\0")
    sent = struct.pack("<HHIQ", 0x40, 0x0039, 6, 130383684000000000)
    tree["__properties_version1.0"] = counts + sent + _lengths(tree)
    for number, (name, content) in enumerate(attachments.items()):
        tree[f"__attach_version1.0_#{number:08X}"] = _attachment(name, content)
    return tree


def _attachment(name: str, content: bytes | Tree) -> Tree:
    inner = isinstance(content, dict)
    tree: Tree = {"__substg1.0_3707001F": name.encode("utf-16-le")}
    tree["__substg1.0_3701000D" if inner else "__substg1.0_37010102"] = content
    method = struct.pack("<HHIII", 3, 0x3705, 6, 5 if inner else 1, 0)
    tree["__properties_version1.0"] = bytes(8) + method + _lengths(tree)
    return tree


def _lengths(tree: Tree) -> bytes:
    """The properties that stand in streams of their own, with their sizes."""
    found = b""
    for name, data in tree.items():
        if name.startswith("__substg1.0_") and isinstance(data, bytes):
            tag, kind = int(name[12:16], 16), int(name[16:20], 16)
            found += struct.pack("<HHIII", kind, tag, 6, len(data) + 2 * (kind == 0x1F), 0)
    return found
