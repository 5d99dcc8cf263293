"""The ink of a scanned page: recognised words, checked by a second engine where there is one, and ruling lines."""

from __future__ import annotations

import os
import re
from types import ModuleType
from typing import NamedTuple

from PIL import Image, ImageOps

from foidesk.errors import MissingProgram
from foidesk.model.issues import Issue
from foidesk.model.protocols import Source
from foidesk.readers import ocr_rapid, ocr_tesseract
from foidesk.readers.ocr_forms import lost_signs
from foidesk.readers.ocr_leftover import unread
from foidesk.readers.ocr_standing import standing
from foidesk.readers.tables.ink import Frame, PageInk, Rule, Token, frame_of

DPI = 300
CHOICE = "FOIDESK_OCR"
"""The environment variable that names the engine to use alone: "tesseract" or "rapidocr"."""

ENGINES = {"tesseract": ocr_tesseract, "rapidocr": ocr_rapid}
DIGITS = re.compile(r"\d")


class Dispute(NamedTuple):
    """A place where two readings differ: where, what the first saw, what the second saw."""

    frame: Frame
    first: str
    second: str


def engines() -> list[ModuleType]:
    """What recognises here, the first being the one that is believed: tesseract, then RapidOCR."""
    wanted = os.environ.get(CHOICE, "")
    if wanted and wanted not in ENGINES:
        raise MissingProgram(f"{CHOICE} names “{wanted}”", next=f"set it to one of: {', '.join(ENGINES)}")
    return [engine for name, engine in ENGINES.items() if wanted in ("", name) and engine.present()]


def needs_program(source: Source, page: int, missing: MissingProgram) -> Issue:
    """The issue for a page that is a picture and could not be recognised."""
    where, key = f"{source.name}, page {page}", f"page {page}"
    return Issue("needs-program", "blocking", missing.what, where, missing.next, blocks="publish", key=key)


def recognised(picture: Image.Image, dpi: int = DPI, number: int = 1) -> PageInk:
    """The ink of a scanned page, turned until its words stand: words with confidence, ruling lines, in points."""
    present = engines()
    if not present:
        what = "this page is a picture; tesseract or RapidOCR is needed to read it"
        raise MissingProgram(what, next=f"{ocr_tesseract.INSTALL}; {ocr_rapid.INSTALL}")
    first, *others = present
    look = standing(
        picture.convert("L"), dpi, lambda grey, across, down: _words(first, grey, dpi, across, down),
        getattr(first, "POOR", 0.5),
    )  # fmt: skip
    grey, across, down = look.grey, look.across, look.down
    readings = [look.words, *(_words(engine, grey, dpi, across, down) for engine in others)]
    width, height = grey.width * 72 / dpi, grey.height * 72 / dpi
    shade = ImageOps.invert(grey).resize((round(width), round(height)), Image.Resampling.BOX).tobytes()
    return PageInk(
        number, width, height, readings[0], across, down, layer="ocr", tilt=look.tilt, shade=shade,
        quarter=look.quarter,
        tools=tuple(engine.version() for engine in present),
        disputed=_disputed(present, readings, grey, dpi),
    )  # fmt: skip


def _disputed(
    present: list[ModuleType], readings: list[list[Token]], grey: Image.Image, dpi: int
) -> list[Dispute] | None:
    """Where two engines differ, or one from its own second look, or a sign was lost; None if none looked."""
    numbers = [token for token in readings[0] if has_digit(token.text)]
    signs = [Dispute(frame_of([token]), token.text, "-" + token.text) for token in lost_signs(grey, dpi, numbers)]
    if len(readings) == 2:
        return disputed(*readings) + signs
    if not hasattr(present[0], "second_look"):
        return signs or None
    return disputed(numbers, present[0].second_look(grey, dpi, numbers)) + signs


def compared(picture: Image.Image, words: list[Token], dpi: int = DPI) -> tuple[tuple[str, ...], list[Dispute]]:
    """The engines that read the picture again, and where one sees other digits than the words that came with it.

    All of them: what made the words at the sender's may have been the first, which then errs as it did there.
    """
    grey, present = picture.convert("L"), engines()
    found = [one for engine in present for one in disputed(words, engine.words(grey, dpi))]
    once = {(round(one.frame.x0), round(one.frame.y0)): one for one in reversed(found)}
    return tuple(engine.version() for engine in present), list(reversed(once.values()))


def _words(engine: ModuleType, grey: Image.Image, dpi: int, across: list[Rule], down: list[Rule]) -> list[Token]:
    """What the engine reads; if it can, with a second look at what is dark and was not read."""
    words: list[Token] = engine.words(grey, dpi)
    if hasattr(engine, "more_words"):
        words += engine.more_words(grey, dpi, unread(grey, dpi, words, across, down))
    return words


def disputed(first: list[Token], second: list[Token]) -> list[Dispute]:
    """The places where two readings of one page see different digits."""
    seen = [_compared(token, first, second) for token in first if has_digit(token.text)]
    missed = [_compared(token, second, first) for token in second if has_digit(token.text)]
    turned = [Dispute(one.frame, one.second, one.first) for one in missed if one and not has_digit(one.second)]
    return [one for one in seen if one] + turned


def _compared(token: Token, own: list[Token], others: list[Token]) -> Dispute | None:
    """The dispute about a token, if the words over it in the other reading do not give the same digits."""
    over = [other for other in others if _overlap(token, other)]
    with_it = [one for one in own if one is token or any(_overlap(one, other) for other in over)]
    same = digits("".join(one.text for one in sorted(with_it))) == digits(
        "".join(one.text for one in sorted(over))
    )
    return None if same else Dispute(frame_of([token]), token.text, " ".join(one.text for one in sorted(over)))


def has_digit(text: str) -> bool:
    """True if there is a digit in the text."""
    return bool(DIGITS.search(text))


def digits(text: str) -> str:
    """What makes the value of a number: its digits, the points and commas between them, a sign before them."""
    return re.sub(r"(?<!\d)[.,]|[.,](?!\d)|[^-\d.,]|-(?!\d)|(?<=[\w/])-", "", text.replace("−", "-"))


def _overlap(a: Token, b: Token) -> bool:
    wide, high = min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - max(a.y0, b.y0)
    return wide > 0.3 * min(a.x1 - a.x0, b.x1 - b.x0) and high > 0.4 * min(a.y1 - a.y0, b.y1 - b.y0)
