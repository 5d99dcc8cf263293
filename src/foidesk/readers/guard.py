"""Reading in guarded child processes: a file that crashes, hangs or swallows memory costs one document.

A child is a fresh interpreter behind two pipes, not a fork: the same on Linux, macOS and Windows, from threads,
notebooks and the daemonic workers of an engine, and it never imports the caller's script.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from queue import SimpleQueue
from threading import Timer
from types import TracebackType
from typing import TypeVar

from foidesk.errors import UnreadableDocument
from foidesk.model.protocols import Read

from . import read
from .guard_child import receive, send

SECONDS = 180.0
MEMORY = 3_000_000_000
_BY_HAND = "Open it by hand; if it opens there, save it again and add that file."

Key = TypeVar("Key")
Result = Read | UnreadableDocument


def read_here(data: bytes, name: str, *, unsealed: bool = False) -> Result:
    """The reading, or why there is none, in this process: for small files and for tests."""
    try:
        return read(data, name, unsealed=unsealed)
    except UnreadableDocument as error:
        return error.with_traceback(None)


class Child:
    """One guarded process. Started at its first document, started again after a crash."""

    def __init__(self, seconds: float, memory: int) -> None:
        self.seconds, self.memory = seconds, memory
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, data: bytes, name: str, unsealed: bool = False) -> Result:
        """The reading, or why there is none."""
        from .garbage import collecting_later
        from .parcels import pack_plain, unpack

        process = self._running()
        late = Timer(self.seconds, _kill, [process])
        late.start()
        reply = _exchange(process, pack_plain((data, name, unsealed)))
        on_time = late.is_alive()
        late.cancel()
        if reply:
            with collecting_later():
                return unpack(reply)
        self.close()
        return _lost(name, process.returncode, None if on_time else self.seconds)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = _start(self.memory)
        return self._process

    def close(self) -> None:
        """End the process and whatever it started."""
        process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        process.wait()


def _start(memory: int) -> subprocess.Popen[bytes]:
    # -P: a file called lxml.py in the folder of a survey must not become a module.
    command = [sys.executable, "-P", "-m", f"{__package__}.guard_child", str(memory)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )


def _exchange(process: subprocess.Popen[bytes], parcel: bytes) -> bytes:
    """Send a parcel and wait for the answer; empty if the process is gone."""
    if process.stdin is None or process.stdout is None:
        return b""
    try:
        send(process.stdin, parcel)
        return receive(process.stdout)
    except (OSError, ValueError):
        return b""


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the process with its own children, such as LibreOffice."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:  # Windows: its children too; if that program should be missing, the process alone
            tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            with suppress(OSError):
                subprocess.run(tree, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            process.kill()


def _lost(name: str, code: int, seconds: float | None) -> UnreadableDocument:
    if seconds is not None:
        what = f"reading it took longer than {seconds:g} seconds"
    elif code < 0:
        what = f"reading it crashed the reader ({signal.Signals(-code).name})"
    else:
        what = f"reading it ended the reader (exit code {code})"
    return UnreadableDocument(what, where=name, next=_BY_HAND)


class GuardedReaders:
    """Reads many documents in `workers` guarded processes; use it in a `with`."""

    def __init__(self, workers: int = 2, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.workers = max(1, workers)
        self._idle: SimpleQueue[Child] = SimpleQueue()
        self._children = [Child(seconds, memory) for _ in range(self.workers)]
        for child in self._children:
            self._idle.put(child)

    def __enter__(self) -> GuardedReaders:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for child in self._children:
            child.close()

    def read(self, data: bytes, name: str, *, unsealed: bool = False) -> Result:
        """One reading, or why there is none."""
        child = self._idle.get()
        try:
            return child.read(data, name, unsealed)
        finally:
            self._idle.put(child)

    def read_many(self, documents: Iterable[tuple[Key, bytes, str]]) -> Iterator[tuple[Key, Result]]:
        """Each key with its reading or the reason why there is none, in the order in which they are done."""
        with ThreadPoolExecutor(self.workers) as threads:
            running: dict[Future[Result], Key] = {}
            try:
                for key, data, name in documents:
                    running[threads.submit(self.read, data, name)] = key
                    # Twice as many as workers: enough to keep them busy, few enough to keep memory flat.
                    if len(running) >= 2 * self.workers:
                        yield from _done(running)
                while running:
                    yield from _done(running)
            finally:
                for future in running:
                    future.cancel()


def _done(running: dict[Future[Result], Key]) -> Iterator[tuple[Key, Result]]:
    ready, _ = wait(running, return_when=FIRST_COMPLETED)
    for future in [future for future in running if future in ready]:
        yield running.pop(future), future.result()
