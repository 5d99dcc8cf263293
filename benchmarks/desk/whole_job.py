"""The whole job of the founding example in a real Chromium, by keyboard alone: empty folder to published site.

    python benchmarks/desk/whole_job.py [--shots FOLDER]

Chooses the example's folder (its survey files and replies, no decision), answers every question, edits the draft
until no claim is open, publishes, and opens the site. Exit code 1 if a step does not come about. Says how long
each step took; with --shots a picture of each is kept.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from foidesk.survey import Survey
from foidesk.web.running import start

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "police-social-media"
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
SECONDS = 1_200_000


def until(tab: Any, true: str) -> None:
    """Waits for it by asking; the page's own policy forbids Playwright to wait inside the page."""
    for _ in range(SECONDS // 50):
        if tab.evaluate(true):
            return
        time.sleep(0.05)
    raise SystemExit(f"it never came about that {true}")


class Job:
    """One person, one keyboard."""

    def __init__(self, tab: Any, shots: Path | None) -> None:
        self.tab, self.shots, self.began = tab, shots, time.perf_counter()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.tab.keyboard.press(key)

    def tab_to(self, words: str) -> None:
        for _ in range(120):
            self.press("Tab")
            said = self.tab.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).textContent")
            if words in said:
                return
        raise SystemExit(f"the keyboard never came to {words!r}")

    def done(self, step: str) -> None:
        now = time.perf_counter()
        print(f"{now - self.began:7.1f} s  {step}", flush=True)
        if self.shots:
            self.tab.screenshot(path=str(self.shots / f"{step.split()[0].lower()}.png"))
        self.began = time.perf_counter()


def handed_over(target: Path) -> Path:
    """The example as a colleague would hand it over: survey files and replies, no decision and no event."""
    ignored = shutil.ignore_patterns("make", "site", ".foidesk", "decisions.csv", "events.jsonl", "truth.json")
    return Path(shutil.copytree(EXAMPLE, target, ignore=ignored))


def begin(job: Job, source: Path) -> None:
    job.tab_to("choose a folder")
    with job.tab.expect_file_chooser() as chooser:
        job.press("Enter")
    chooser.value.set_files(source)
    job.tab_to("Read them")
    job.press("Enter")
    job.tab.wait_for_selector("text=Three ledgers that close", timeout=SECONDS)
    job.done("Read: first figures from an empty folder")


def decide(job: Job) -> None:
    """Accepts what is suggested, takes the first option where nothing is, until nothing is open."""
    _again(job)
    decisions = 0
    for _ in range(400):
        if job.tab.locator("text=No question is open").count():
            _again(job)
            _current(job.tab)
            _again(job)
            if job.tab.locator("text=No question is open").count():
                break
        suggested = job.tab.locator("[data-key=a]:not([disabled])").count()
        job.tab.evaluate("document.querySelector('#item').dataset.old = 'yes'")
        job.press("a" if suggested else "1")
        job.tab.wait_for_selector("#item:not([data-old])")
        job.tab.wait_for_timeout(60)
        decisions += 1
    job.done(f"Decided: {decisions} decisions")


def _again(job: Job) -> None:
    with job.tab.expect_navigation():
        job.press("g", "r")
    job.tab.wait_for_selector("#question")


def _current(tab: Any) -> None:
    until(tab, "/up to date|New figures/.test(document.querySelector('#pulse').textContent)")


def write(job: Job) -> None:
    """Takes each open claim out of the draft and saves, until none is open; last one first."""
    job.press("g", "s")
    job.tab.wait_for_selector(".tally", timeout=SECONDS)
    typed = 0
    for _ in range(6):
        places = job.tab.evaluate(
            "[...document.querySelectorAll('.open-claims a')].map(each => each.dataset.start)"
        )
        if not places:
            break
        for place in reversed(places):
            _type_over(job, place)
        typed += len(places)
        job.tab.evaluate("document.querySelector('#verdicts').dataset.old = 'yes'")
        job.press("Control+s")
        job.tab.wait_for_selector("#verdicts:not([data-old]) .tally", timeout=SECONDS)
    job.tab.wait_for_selector("text=Every claim is borne out")
    job.done(f"Wrote: {typed} open claims typed over, the draft checked again")


def _type_over(job: Job, place: str) -> None:
    """Chosen in the list, `e` to the editor with its words selected, typed over."""
    _tab_to_claim(job, place)
    job.press("Enter")
    until(job.tab, "document.activeElement.id === 'cell'")
    job.press("e")
    job.tab.keyboard.type("some")


def _tab_to_claim(job: Job, start: str) -> None:
    for _ in range(400):
        job.press("Tab")
        if job.tab.evaluate("document.activeElement.dataset.start") == start:
            return
    raise SystemExit(f"the keyboard never came to the claim at {start}")


def _clear(job: Job) -> None:
    """Answers each question before publication with its first option."""
    asked = job.tab.locator("#clearance fieldset").count()
    for _ in range(asked):
        for _ in range(200):
            job.press("Tab")
            if job.tab.evaluate("document.activeElement.type === 'radio' && !document.activeElement.checked"):
                break
        job.press("Space")
    if asked:
        job.tab_to("Reason")
        job.tab.keyboard.type("looked through every page")
        job.press("Enter")
        job.tab.wait_for_selector("text=has an answer that holds", timeout=SECONDS)
    job.done(f"Cleared: {asked} questions before publication")


def publish(job: Job) -> str:
    job.press("Escape", "g", "p")
    job.tab.wait_for_selector("#clearance", timeout=SECONDS)
    _clear(job)
    job.press("Tab", "Enter", "Tab", "Enter")
    job.tab.wait_for_selector("#see", timeout=SECONDS)
    job.tab_to("See the site")
    job.press("Enter")
    job.tab.wait_for_selector("h1")
    job.done("Published: the site is open")
    return str(job.tab.inner_text("body"))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shots", type=Path)
    given = options.parse_args()
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as started:
        running = start(Survey.serve(Path(temporary) / "new"), 0)
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        tab = browser.new_context(viewport={"width": 1360, "height": 850}).new_page()
        tab.set_default_timeout(60_000)
        said: list[str] = []
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.goto(running.link())
        job = Job(tab, given.shots)
        begin(job, handed_over(Path(temporary) / "source" / "police-social-media"))
        decide(job)
        write(job)
        text = publish(job)
        browser.close()
        running.stop()
    print(f"console: {said or 'nothing'}")
    sys.exit(0 if "DRAFT" not in text and not said else 1)


if __name__ == "__main__":
    main()
