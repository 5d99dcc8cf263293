"""Recognised words of a picture, by tesseract run as a program of its own."""

from __future__ import annotations

import csv
import io
import os
import subprocess
from collections.abc import Iterator
from functools import cache

from PIL import Image

from foidesk.errors import MissingProgram
from foidesk.readers.programs import program
from foidesk.readers.tables.ink import Token

SECONDS = 180
RULE = "|¦"
"""What a ruling line beside a word is read as."""

STROKES = " |¦"  # a rule between two cells, taken for a letter
POOR = 0.5
"""A mean confidence below this is that of letters on their head, or of no letters at all."""

INSTALL = "install tesseract (Debian, Ubuntu: apt install tesseract-ocr; macOS: brew install tesseract)"


def present() -> bool:
    """True if there is a tesseract on this machine."""
    return bool(program("tesseract"))


@cache
def version() -> str:
    """The tesseract on this machine: "tesseract 5.3.0"."""
    done = subprocess.run(
        [program("tesseract"), "--version"], capture_output=True, text=True, check=False, timeout=30
    )
    words = (done.stdout or done.stderr).split()
    return f"tesseract {words[1].lstrip('v') if len(words) > 1 else 'of unknown version'}"


def words(picture: Image.Image, dpi: int) -> list[Token]:
    """The words of a level grey picture, in points, each with tesseract's confidence."""
    return tokens_of_tsv(_tsv(picture, dpi), 72 / dpi)


def _tsv(picture: Image.Image, dpi: int) -> str:
    """Tesseract's own table of words; MissingProgram if it fails."""
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    command = [program("tesseract"), "stdin", "stdout", "--dpi", str(dpi), "--psm", "3", "-l", "eng", "tsv"]
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
