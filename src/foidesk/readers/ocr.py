"""Recognised words of a picture, by tesseract run as a program of its own."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache

from PIL import Image, ImageOps

from foidesk.errors import MissingProgram
from foidesk.model.issues import Issue
from foidesk.model.protocols import Source
from foidesk.readers.pdf_tilt import straightened, tilt_of
from foidesk.readers.tables.ink import PageInk, Rule, Token

DPI = 300
SECONDS = 180
RULE = "|¦"
"""What a ruling line beside a word is read as."""

STROKES = " |¦"  # a rule between two cells, taken for a letter
INSTALL = "install tesseract (Debian, Ubuntu: apt install tesseract-ocr; macOS: brew install tesseract)"


def needs_program(source: Source, page: int, missing: MissingProgram) -> Issue:
    """The issue for a page that is a picture and could not be recognised."""
    where, key = f"{source.name}, page {page}", f"page {page}"
    return Issue("needs-program", "blocking", missing.what, where, missing.next, blocks="publish", key=key)


@cache
def tesseract_version() -> str | None:
    """The version of the tesseract on this machine ("5.3.0"), or None."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False, timeout=30)
    words = (done.stdout or done.stderr).split()
    return words[1].lstrip("v") if len(words) > 1 else "unknown"


def recognised(picture: Image.Image, dpi: int = DPI, number: int = 1) -> PageInk:
    """The ink of a scanned page: words with their confidence, and ruling lines, in points."""
    grey = picture.convert("L")
    scale = 72 / dpi
    tilt = tilt_of(grey)
    if tilt:
        grey = straightened(grey, tilt)
    across, down = ruling_lines(grey, dpi)
    tokens = tokens_of_tsv(tesseract_tsv(grey, dpi), scale)
    width, height = grey.width * scale, grey.height * scale
    shade = ImageOps.invert(grey).resize((round(width), round(height)), Image.Resampling.BOX).tobytes()
    return PageInk(number, width, height, tokens, across, down, layer="ocr", tilt=tilt, shade=shade)


def tesseract_tsv(picture: Image.Image, dpi: int) -> str:
    """Tesseract's own table of words; MissingProgram if there is no tesseract, or it fails."""
    program = shutil.which("tesseract")
    if program is None:
        raise MissingProgram("this page is a picture; tesseract is needed to read it", next=INSTALL)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    command = [program, "stdin", "stdout", "--dpi", str(dpi), "--psm", "3", "-l", "eng", "tsv"]
    try:
        done = subprocess.run(
            command, input=buffer.getvalue(), capture_output=True, timeout=SECONDS, check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise MissingProgram(f"tesseract did not finish within {SECONDS} s", next="read the page by eye") from None
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise MissingProgram(f"tesseract failed: {why[-1] if why else 'no reason given'}", next=INSTALL)
    return done.stdout.decode("utf-8", "replace")


def tokens_of_tsv(tsv: str, scale: float) -> list[Token]:
    """The words in the table; on a level line each is as high as the line, so that all stand on one line."""
    rows = list(csv.DictReader(io.StringIO(tsv), delimiter="\t", quoting=csv.QUOTE_NONE))
    lines: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in rows:
        if row["level"] == "5" and (row["text"] or "").strip(STROKES):
            lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(row)
    return [token for n, words in enumerate(lines.values()) for token in _line_tokens(words, scale, 10_000 * n)]


def _line_tokens(words: list[dict[str, str]], scale: float, start: int) -> Iterator[Token]:
    tops = [float(w["top"]) for w in words]
    bottoms = [float(w["top"]) + float(w["height"]) for w in words]
    heights = sorted(float(w["height"]) for w in words)
    level = max(bottoms) - min(tops) < 1.7 * heights[len(heights) // 2]
    for n, word in enumerate(words):
        top, bottom = (min(tops), max(bottoms)) if level else (tops[n], bottoms[n])
        x0, x1 = float(word["left"]), float(word["left"]) + float(word["width"])
        sure = max(0.0, min(1.0, float(word["conf"]) / 100))
        order = start + 2 * n
        yield Token(
            x0 * scale, top * scale, x1 * scale, bottom * scale, word["text"].strip().strip(RULE),
            (bottom - top) * scale, order, order + 1, True, sure,
        )  # fmt: skip


# ------------------------------------------------------------------ ruling lines of a picture


def ruling_lines(grey: Image.Image, dpi: int) -> tuple[list[Rule], list[Rule]]:
    """Long dark runs along the rows and down the columns of the picture, in points."""
    dark = grey.point([1 if v < 190 else 0 for v in range(256)])
    run = re.compile(b"\x01{%d,}" % int(0.25 * dpi))
    turned = dark.transpose(Image.Transpose.TRANSPOSE)
    return _runs(dark, run, dpi), _runs(turned, run, dpi)


def _runs(dark: Image.Image, run: re.Pattern[bytes], dpi: int) -> list[Rule]:
    data, width, scale = dark.tobytes(), dark.width, 72 / dpi
    out: list[Rule] = []
    for y in range(dark.height):
        for hit in run.finditer(data, y * width, (y + 1) * width):
            out.append(Rule((hit.start() - y * width) * scale, (hit.end() - y * width) * scale, y * scale))
    return _thin(out)


def _thin(runs: list[Rule]) -> list[Rule]:
    """Without thick areas (shading, photographs): a rule is at most 4 points thick."""
    kept: list[Rule] = []
    stack: list[list[Rule]] = []
    for rule in runs:
        for pile in stack:
            last = pile[-1]
            if rule.at - last.at < 0.6 and min(rule.hi, last.hi) - max(rule.lo, last.lo) > 0:
                pile.append(rule)
                break
        else:
            stack.append([rule])
        done = [p for p in stack if rule.at - p[-1].at > 1.0]
        kept.extend(_flat(p) for p in done if p[-1].at - p[0].at < 4)
        stack = [p for p in stack if rule.at - p[-1].at <= 1.0]
    kept.extend(_flat(p) for p in stack if p[-1].at - p[0].at < 4)
    return kept


def _flat(pile: list[Rule]) -> Rule:
    return Rule(min(r.lo for r in pile), max(r.hi for r in pile), sum(r.at for r in pile) / len(pile))
