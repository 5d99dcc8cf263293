"""Places of a scan that are dark and that no recognised word or ruling line explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PIL import Image, ImageDraw, ImageOps

from foidesk.readers.tables.ink import Frame, Rule, Token

FAINT = 70  # of 255: a speck, or the grey of the paper
ROW_GAP, WORD_GAP = 2, 9
LINE = (4, 40)
"""Points: lower is a speck or a rule, higher a picture or several lines."""

MOST = 300
MARGIN = 2.0


def unread(
    grey: Image.Image, dpi: int, words: Iterable[Token], across: Sequence[Rule], down: Sequence[Rule]
) -> list[Frame]:
    """Boxes about as high as a line of text, in points; at most `MOST`, from the top."""
    out: list[Frame] = []
    for box in _cut(_without(grey, dpi, words, across, down), 0, 0):
        if LINE[0] <= box.y1 - box.y0 <= LINE[1] and box.x1 - box.x0 >= 2:
            out.append(Frame(box.x0 - MARGIN, box.y0 - MARGIN, box.x1 + MARGIN, box.y1 + MARGIN))
    return sorted(out, key=lambda frame: frame.y0)[:MOST]


def _without(
    grey: Image.Image, dpi: int, words: Iterable[Token], across: Sequence[Rule], down: Sequence[Rule]
) -> Image.Image:
    """The page at one pixel a point, white on black, without what is explained."""
    scale = 72 / dpi
    size = round(grey.width * scale), round(grey.height * scale)
    shade = ImageOps.invert(grey).resize(size, Image.Resampling.BOX)
    pen = ImageDraw.Draw(shade)
    for word in words:
        pen.rectangle((word.x0 - 1, word.y0 - 2, word.x1 + 1, word.y1 + 2), fill=0)
    for rule in across:
        pen.rectangle((rule.lo - 1, rule.at - 2, rule.hi + 1, rule.at + 2), fill=0)
    for rule in down:
        pen.rectangle((rule.at - 2, rule.lo - 1, rule.at + 2, rule.hi + 1), fill=0)
    return shade.point([255 if v > FAINT else 0 for v in range(256)])


def _cut(shade: Image.Image, x: int, y: int) -> Iterator[Frame]:
    """What is left, cut at blank rows and at wide blank columns until nothing can be cut."""
    box = shade.getbbox()
    if box is None:
        return
    shade, x, y = shade.crop(box), x + box[0], y + box[1]
    rows = _runs(shade.resize((1, shade.height), Image.Resampling.BOX).tobytes(), ROW_GAP)
    columns = _runs(shade.resize((shade.width, 1), Image.Resampling.BOX).tobytes(), WORD_GAP)
    if len(rows) > 1:
        for top, bottom in rows:
            yield from _cut(shade.crop((0, top, shade.width, bottom)), x, y + top)
    elif len(columns) > 1:
        for left, right in columns:
            yield from _cut(shade.crop((left, 0, right, shade.height)), x + left, y)
    else:
        yield Frame(x, y, x + shade.width, y + shade.height)


def _runs(shades: bytes, gap: int) -> list[tuple[int, int]]:
    """Stretches with ink, from and up to, closer ones than `gap` taken as one."""
    runs: list[tuple[int, int]] = []
    for at, value in enumerate(shades):
        if value and runs and at - runs[-1][1] < gap:
            runs[-1] = (runs[-1][0], at + 1)
        elif value:
            runs.append((at, at + 1))
    return runs
