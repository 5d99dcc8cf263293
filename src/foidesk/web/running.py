"""Starting the desk: a loopback address, a link that opens it once, and the browser."""

from __future__ import annotations

import os
import socket
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass

import uvicorn

from ..errors import FoideskError
from ..survey.serving import Served
from .app import build

ADDRESS, PORT = "127.0.0.1", 8622
QUIET = {"log_level": "error", "access_log": False, "server_header": False, "date_header": False}


@dataclass
class Running:
    """A desk that answers: its address, the link to open it, and how to end it."""

    address: str
    link: Callable[[], str]
    server: uvicorn.Server
    thread: threading.Thread
    served: Served

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(10)
        self.served.close()


def run(
    served: Served, port: int | None = None, browser: bool = True, said: Callable[[str], None] = print
) -> None:
    """Serves until Ctrl+C; opens the browser unless told not to."""
    running = start(served, port)
    link = running.link()
    said(f"The desk is open: {link}")
    said("Only this machine reaches it, and the link works once. Ctrl+C ends it; every decision is saved already.")
    if browser:
        webbrowser.open(link)
    try:
        while running.thread.is_alive():
            running.thread.join(1)
    except KeyboardInterrupt:
        said("The desk is closed.")
    finally:
        running.stop()


def start(served: Served, port: int | None = None) -> Running:
    """Begins to answer, in a thread of its own."""
    listening = _listen(port)
    number = listening.getsockname()[1]
    app, desk = build(served, number)
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", ws="none", **QUIET))  # type: ignore[arg-type]
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    if served.is_survey:
        served.update(take_in=True)
    address = f"http://{ADDRESS}:{number}"
    return Running(address, lambda: f"{address}/enter?token={desk.door.invite()}", server, thread, served)


def _listen(port: int | None) -> socket.socket:
    """A socket on the loopback address: the port asked for, else ours, else any that is free."""
    for number in [port] if port is not None else [PORT, 0]:
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":  # there it lets a port be used again at once; on Windows it would let two share one
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((ADDRESS, number))
            listening.listen(64)
            return listening
        except OSError:
            listening.close()
    raise FoideskError(f"port {port} is taken", next="name another: foidesk serve --port 8700, or leave it out")
