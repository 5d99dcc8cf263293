"""Another process that computes, so that the desk goes on answering; one that dies is started again."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Lock
from typing import Any

from . import jobs


class BackRoom:
    """Does one job after another. A fresh interpreter, not a fork: the same on Linux, macOS and Windows."""

    def __init__(self, behind: bool = False) -> None:
        self._behind = behind
        self._context = multiprocessing.get_context("spawn")
        self._queue = self._context.Queue()
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()
        self.progress: tuple[str, int, int] = ("", 0, 0)

    def submit(self, job: Callable[..., Any], *given: Any) -> Future[Any]:
        """The job's future; if the process has died, another is started first."""
        with self._lock:
            try:
                return self._running().submit(job, *given)
            except BrokenProcessPool:
                self._pool = None
                return self._running().submit(job, *given)

    def _running(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                1, mp_context=self._context, initializer=jobs.start, initargs=(self._queue, self._behind)
            )
        return self._pool

    def heard(self) -> tuple[str, int, int]:
        """The last that was reported: what is being done, how many, of how many."""
        while not self._queue.empty():
            self.progress = self._queue.get()
        return self.progress

    def close(self) -> None:
        """Ends the process; what it had not begun is dropped."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            running = list((getattr(pool, "_processes", None) or {}).values())
            pool.shutdown(wait=False, cancel_futures=True)
            for process in running:
                process.terminate()
