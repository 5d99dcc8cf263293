"""MBOX: a mailbox as one attachment a mail."""

from __future__ import annotations

import re

from foidesk.errors import Truncated
from foidesk.model.protocols import Source

from .basket import Seen
from .eml import parse
from .mime import header
from .sniff import EML

_START = re.compile(rb"^From [^\n]*\d{4}[^\n]*\n(?=[A-Za-z][A-Za-z0-9-]*:)", re.M)
_QUOTED = re.compile(rb"^>(>*From )", re.M)


def see(source: Source) -> Seen:
    """Each mail of the mailbox, named by its subject."""
    starts = list(_START.finditer(source.data))
    if not starts:
        raise Truncated("the mailbox holds no mail", where=source.name, next="Export the mails again.")
    ends = [start.start() for start in starts[1:]] + [len(source.data)]
    seen = Seen()
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        data = _QUOTED.sub(rb"\1", source.data[start.end() : end]).rstrip(b"\r\n") + b"\n"
        subject = " ".join(header(parse(data[:65536]), "subject").split())
        seen.attach(f"{number} {subject or 'no subject'}.eml"[:120], data, EML)
    return seen
