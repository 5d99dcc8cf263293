"""Recognised words of a picture, by RapidOCR with the models inside its own wheel: nothing is downloaded."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version as installed
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

from foidesk.errors import MissingProgram
from foidesk.readers.tables.ink import Frame, Token

MODELS = {
    "Det.model_path": "PP-OCRv6_det_small.onnx",
    "Rec.model_path": "PP-OCRv6_rec_small.onnx",
    "Cls.model_path": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
}
LONGEST_SIDE = 2400
"""Pixels; a page of A4 at 200 dpi. More costs memory and does not read better."""

SPACE = 0.25  # of the height of the letters: narrower than a space of any usual type
COLUMN = 0.7  # "81,119": a 1 stands in much white
IN_NUMBERS = "0123456789.,"
FAINT = 12
LEGIBLE = 0.8  # less is a scribble, a stamp or a logo
MISSED = 100_000_000  # words that the detector missed come after all others in the stream
TRIM = 0.12  # the detector draws its boxes wider than the letters
POOR = 0.75
"""A mean confidence below this is that of letters on their head, or of no letters at all."""

INSTALL = "or: pip install 'foidesk[ocr]'"


def present() -> bool:
    """True if RapidOCR and its run time are installed."""
    return all(importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


def version() -> str:
    """The RapidOCR that is installed: "rapidocr 3.10.0"."""
    return f"rapidocr {installed('rapidocr')}"


def words(picture: Image.Image, dpi: int) -> list[Token]:
    """The words of a level grey picture, in points, each with the confidence of its least certain character."""
    lines = enumerate(_lines(picture))
    return [token for n, line in lines for token in _line_tokens(picture, line, 72 / dpi, 10_000 * n)]


def more_words(picture: Image.Image, dpi: int, places: list[Frame]) -> list[Token]:
    """The words at places (in points) that the detector missed: lone figures, a line on an empty page."""
    engine, _ = _engine()
    pixels, zoom = _pixels(picture), dpi / 72
    around = [[max(0, round(v * zoom)) for v in place] for place in places]
    boxes = [(box[0], box[1], box[2], box[3]) for box in around]
    boxes = [box for box in boxes if box[0] < min(box[2], picture.width) and box[1] < min(box[3], picture.height)]
    if not boxes:
        return []
    read = engine.recognize_txt([pixels[y0:y1, x0:x1] for x0, y0, x1, y1 in boxes])
    out: list[Token] = []
    for n, (box, text, info, sure) in enumerate(
        zip(boxes, read.txts, read.word_results, read.scores, strict=True)
    ):
        if sure >= LEGIBLE and text.strip():
            line = TextLine(*box, list(_chars(text, info, box[0], box[2] - box[0])))
            out.extend(_line_tokens(picture, line, 72 / dpi, MISSED + 10_000 * n))
    return out


def second_look(picture: Image.Image, dpi: int, words: list[Token]) -> list[Token]:
    """The words that hold a digit, each recognised again alone, smaller and with more white around it."""
    engine, _ = _engine()
    zoom, pixels = dpi / 72, importlib.import_module("numpy").asarray
    crops, seen = [], []
    for word in words:
        margin = 0.35 * (word.y1 - word.y0)
        x0, y0, x1, y1 = (round(v * zoom) for v in (word.x0, word.y0 - margin, word.x1, word.y1 + margin))
        alone = picture.crop((x0, y0, x1, y1))
        if any(c.isdigit() for c in word.text) and min(alone.size) > 2:
            crops.append(pixels(_smaller(alone, round(2 * margin * zoom)).convert("RGB")))
            seen.append(word)
    texts = engine.recognize_txt(crops).txts if crops else ()
    return [word._replace(text=text) for word, text in zip(seen, texts, strict=True)]


def _smaller(word: Image.Image, margin: int) -> Image.Image:
    """The word on paper of its own shade, at two thirds of its size."""
    shades = word.histogram()
    shade = shades.index(max(shades))
    paper = Image.new("L", (word.width + 2 * margin, word.height), shade)
    paper.paste(word, (margin, 0))
    return paper.resize((max(8, paper.width * 2 // 3), max(8, paper.height * 2 // 3)), Image.Resampling.BICUBIC)


@cache
def _engine() -> tuple[Any, Any]:
    """The recogniser and its module, on one thread so that a page always gives the same text.

    Raises `MissingProgram` where the models are not there, instead of fetching them.
    """
    library = importlib.import_module("rapidocr")
    folder = Path(str(library.__file__)).parent / "models"
    lacking = [name for name in MODELS.values() if not (folder / name).is_file()]
    if lacking:
        what = f"rapidocr is installed without its model {lacking[0]}"
        raise MissingProgram(what, next="install the version that foidesk[ocr] names")
    engine = library.RapidOCR(
        params={
            "Global.log_level": "critical", "Global.text_score": 0.0, "Global.max_side_len": LONGEST_SIDE,
            "Global.use_cls": False, "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "Global.return_word_box": True, **{key: str(folder / name) for key, name in MODELS.items()},
        }
    )  # fmt: skip
    return engine, importlib.import_module("rapidocr.main")


Blank = tuple[float, float]


def _pixels(picture: Image.Image) -> Any:
    return importlib.import_module("numpy").asarray(picture.convert("RGB"))


class Char(NamedTuple):
    """A recognised character with its confidence and about where its middle is; a space has no place."""

    text: str
    sure: float
    x: float | None


class TextLine(NamedTuple):
    """A line as detected: its box in pixels, cut to the letters, and its characters."""

    x0: float
    y0: float
    x1: float
    y1: float
    chars: list[Char]


def _lines(picture: Image.Image) -> Iterator[TextLine]:
    """The lines of the picture. The library's own word boxes carry the confidences of other characters."""
    engine, library = _engine()
    pixels = _pixels(picture)
    small, record = engine.preprocess_img(pixels)
    try:
        crops, found = engine.detect_and_crop(small, record)
        read = engine.recognize_txt(crops)
    except library.RapidOCRError:  # there is nothing on the picture
        return
    boxes = library.map_boxes_to_original(found.boxes, record, picture.height, picture.width)
    for box, text, info in zip(boxes, read.txts, read.word_results, strict=True):
        xs, ys = [float(x) for x, _ in box], [float(y) for _, y in box]
        trim = TRIM * (max(ys) - min(ys))
        frame = min(xs), min(ys) + trim, max(xs), max(ys) - trim
        yield TextLine(*frame, list(_chars(text, info, frame[0], frame[2] - frame[0])))


def _chars(text: str, info: Any, left: float, width: float) -> Iterator[Char]:
    columns = iter([column for word in info.word_cols for column in word])
    for character, sure in zip(text, info.confs, strict=False):
        spot = None if character.isspace() else next(columns, None)
        yield Char(
            character, float(sure), None if spot is None else left + (spot + 0.5) / info.line_txt_len * width
        )


def _line_tokens(picture: Image.Image, line: TextLine, scale: float, start: int) -> Iterator[Token]:
    """The words of one line, as high as the line, each from blank to blank."""
    blanks = _blanks(picture, line)
    words = _words(line, blanks)
    if not words:  # the recogniser saw spaces only
        return
    ends = [_gap(blanks, (a[-1][1] + b[0][1]) / 2, line.y1 - line.y0) for a, b in pairwise(words)]
    lefts = [blanks[0][1], *(end for _, end in ends)]
    rights = [*(begin for begin, _ in ends), blanks[-1][0]]
    size = (line.y1 - line.y0) * scale
    for n, (word, x0, x1) in enumerate(zip(words, lefts, rights, strict=True)):
        text, sure = "".join(char.text for char, _ in word), min(char.sure for char, _ in word)
        right = max(x1, x0 + 1) * scale
        yield Token(
            x0 * scale, line.y0 * scale, right, line.y1 * scale, text, size,
            start + 2 * n, start + 2 * n + 1, True, sure,
        )  # fmt: skip


Word = list[tuple[Char, float]]


def _words(line: TextLine, blanks: list[Blank]) -> list[Word]:
    """The characters cut at each space that was recognised and at each blank that is as wide as one."""
    height = line.y1 - line.y0
    words: list[Word] = []
    open_word = False
    for char in line.chars:
        if char.x is None:
            open_word = False
        elif open_word and not _parted(words[-1][-1], char.text, char.x, blanks, height):
            words[-1].append((char, char.x))
        else:
            words.append([(char, char.x)])
            open_word = True
    return words


def _parted(last: tuple[Char, float], text: str, x: float, blanks: list[Blank], height: float) -> bool:
    """True if a blank between two characters is as wide as a space; inside a number, as a gap between columns."""
    inside = last[0].text in IN_NUMBERS and text in IN_NUMBERS
    least = (COLUMN if inside else SPACE) * height
    return any(b - a > least and last[1] < (a + b) / 2 < x for a, b in blanks[1:-1])


def _blanks(picture: Image.Image, line: TextLine) -> list[Blank]:
    """The stretches of the line without ink, from left to right; the first and the last are its margins."""
    x0, y0, x1, y1 = (round(v) for v in line[:4])
    x1, y1 = max(x1, x0 + 1), max(y1, y0 + 1)
    strip = picture.crop((x0, y0, x1, y1)).resize((x1 - x0, 1), Image.Resampling.BOX).tobytes()
    inked = [x0 + n for n, shade in enumerate(strip) if shade < max(strip) - FAINT]
    if not inked:
        return [(x0, x0), (x1, x1)]
    between = [(a + 1, b) for a, b in pairwise(inked) if b - a > 1]
    return [(x0, inked[0]), *between, (inked[-1] + 1, x1)]


def _gap(blanks: list[Blank], middle: float, height: float) -> Blank:
    """The widest blank near the estimated end of a word; the estimate itself if there is none."""
    near = [b for b in blanks[1:-1] if b[0] < middle + 0.5 * height and b[1] > middle - 0.5 * height]
    return max(near, key=lambda b: b[1] - b[0], default=(middle, middle))
