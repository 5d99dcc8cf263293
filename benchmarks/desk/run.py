"""Time of a decision at the desk (key to next item drawn) and of starting it, in a real Chromium.

    python benchmarks/desk/run.py [--example FOLDER] [--bodies 400] [--documents 50] [--decisions 60]

Three rows: the founding example without its decisions, the same survey's start, and a synthetic survey of
bodies x documents (see synthetic.py). A decision is timed in the page: from the keydown event to the second frame
after the next item was swapped in and the picture of its page is there. It is on disk by then; after each one the
figures are computed in another process, so the times hold while that goes on.
"""

from __future__ import annotations

import argparse
import http.client
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from synthetic import refresh

from foidesk.survey import Survey
from foidesk.survey.serving import Served
from foidesk.web.running import Running, start

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
WATCH = """() => {
  window.times = []; let began = 0;
  addEventListener("keydown", () => { began = performance.now(); }, true);
  const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => {
    if (began) { times.push(performance.now() - began); began = 0; }
  }));
  document.addEventListener("htmx:after:swap", event => {
    if (!began) return;
    const image = document.querySelector("#item .paper img");
    if (image && !image.complete) image.addEventListener("load", drawn); else drawn();
  });
}"""


class Synthetic(Served):
    """A desk whose other process puts up the synthetic board after each decision."""

    size = (400, 50)

    def _start(self, job: Any, *given: Any) -> Any:
        return super()._start(refresh, str(self.folder), *self.size)


def decisions(served: Served, count: int) -> list[float]:
    """Milliseconds of each decision; answers alternate between the suggestion and the second option."""
    from playwright.sync_api import sync_playwright

    running = start(served, 0)
    _wait(running)
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        tab = browser.new_context(viewport={"width": 1360, "height": 850}).new_page()
        tab.goto(running.link())
        tab.goto(f"{running.address}/review")
        tab.evaluate(WATCH)
        for number in range(count):
            if tab.locator("text=No question is open").count():
                break
            tab.keyboard.press("2" if number % 2 else "1")
            until(tab, f"times.length > {number}")
            tab.wait_for_timeout(250)
        times: list[float] = tab.evaluate("times")
        browser.close()
    running.stop()
    return times


def until(tab: Any, true: str) -> None:
    """Waits for it by asking; the page's own policy forbids Playwright to wait inside the page."""
    while not tab.evaluate(true):
        time.sleep(0.05)


def _wait(running: Running) -> None:
    while running.served.updating or not running.served.meta:
        time.sleep(0.2)
        if running.served.error:
            raise SystemExit(running.served.error)


def starting(folder: Path) -> float:
    """Seconds from the command to the overview, fully answered."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "foidesk", "serve", str(folder), "--no-browser", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    link = process.stdout.readline().split(": ", 1)[1].strip()
    address, path = link.removeprefix("http://").split("/", 1)
    cookie = _get(address, f"/{path}", "")[1].split(";")[0]
    text, _ = _get(address, "/", cookie)
    took = time.perf_counter() - began
    process.terminate()
    process.wait()
    assert "What to do next" in text, text[:400]
    return took


def _get(address: str, path: str, cookie: str) -> tuple[str, str]:
    connection = http.client.HTTPConnection(address, timeout=60)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    return answer.read().decode(), answer.getheader("set-cookie", "")


def _example(given: Path | None, target: Path) -> Path:
    """The founding example, computed, without decisions."""
    source = given or ROOT / "examples" / "police-social-media"
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("make", "site", "decisions.csv"))
    Survey(target).ingest()
    Survey(target).status()
    return target


def _say(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    print(
        f"| {name} | {len(times)} | {statistics.median(times):.0f} ms | {p95:.0f} ms | {max(times):.0f} ms |",
        flush=True,
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--example", type=Path)
    for name, default in (("bodies", 400), ("documents", 50), ("decisions", 60)):
        options.add_argument(f"--{name}", type=int, default=default)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        example = _example(given.example, Path(temporary) / "example")
        print("| survey | decisions | median | 95 % | slowest |\n| --- | ---: | ---: | ---: | ---: |")
        _say("founding example", decisions(Survey.serve(example), given.decisions))
        Synthetic.size = (given.bodies, given.documents)
        made = Path(temporary) / "synthetic"
        began = time.perf_counter()
        refresh(str(made), *Synthetic.size)
        put_up = time.perf_counter() - began
        _say(f"{given.bodies} bodies x {given.documents} documents", decisions(Synthetic(made), given.decisions))
        print(f"\nPutting up the synthetic board the first time, search included: {put_up:.0f} s")
        for name, folder in (("founding example", example), ("synthetic", made)):
            print(f"Start of the desk, command to overview, {name}: {starting(folder):.2f} s")


if __name__ == "__main__":
    main()
