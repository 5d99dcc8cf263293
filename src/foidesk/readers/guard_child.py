"""The process that meets strangers' files: reads one after another, and may die of one.

Started by `foidesk.readers.guard`; speaks through its standard input and output, eight bytes of length before
each parcel.
"""

from __future__ import annotations

import os
import struct
import sys
from typing import IO

from foidesk.errors import UnreadableDocument

LENGTH = struct.Struct("<Q")


def send(pipe: IO[bytes], data: bytes) -> None:
    """Write one parcel."""
    pipe.write(LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """Read one parcel; empty where the other side is gone."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return b""
    (length,) = LENGTH.unpack(head)
    data = pipe.read(length)
    return data if len(data) == length else b""


def limit_memory(size: int) -> None:
    """Refuse this process more memory than `size` bytes, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such limit.
        return
    limit = getattr(resource, "RLIMIT_AS", None)
    if size and limit is not None:
        _, hard = resource.getrlimit(limit)
        try:
            resource.setrlimit(limit, (size, hard))
        except (ValueError, OSError):  # macOS refuses limits below what is mapped already.
            return


def main() -> None:
    """Read documents until the parent closes the pipe."""
    requests, replies = sys.stdin.buffer, _private_output()
    limit_memory(int(sys.argv[1]))
    from .guard import read_here
    from .parcels import pack, unpack_plain

    while parcel := receive(requests):
        data, name, unsealed = unpack_plain(parcel)
        result = read_here(data, name, unsealed=unsealed)
        try:
            reply = pack(result)
        except MemoryError:
            del result
            reply = pack(UnreadableDocument("it needs more memory than is allowed", where=name))
        send(replies, reply)


def _private_output() -> IO[bytes]:
    """Standard output for parcels alone: what a library prints goes to standard error."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return replies


if __name__ == "__main__":
    main()
