"""The finder's steps drawn on the page: what it took for rules, columns, rows and cells."""

from __future__ import annotations

from PIL import Image, ImageDraw

from foidesk.readers.tables.grid import Found
from foidesk.readers.tables.ink import PageInk

RULES, COLUMNS, ROWS, CELLS, TABLE = (220, 0, 0), (0, 90, 220), (0, 150, 60), (150, 80, 200), (255, 150, 0)


def drawn(picture: Image.Image, ink: PageInk, tables: list[Found], scale: float) -> Image.Image:
    """The picture with rules red, columns blue, rows green, cells violet, tables orange."""
    out = picture.convert("RGB")
    pen = ImageDraw.Draw(out)
    for rule in ink.across:
        pen.line((rule.lo * scale, rule.at * scale, rule.hi * scale, rule.at * scale), fill=RULES)
    for rule in ink.down:
        pen.line((rule.at * scale, rule.lo * scale, rule.at * scale, rule.hi * scale), fill=RULES)
    for table in tables:
        _draw_table(pen, table, scale)
    return out


def _draw_table(pen: ImageDraw.ImageDraw, table: Found, scale: float) -> None:
    x0, y0, x1, y1 = (v * scale for v in table.frame)
    for x in table.xs:
        pen.line((x * scale, y0, x * scale, y1), fill=COLUMNS)
    for y in table.ys:
        pen.line((x0, y * scale, x1, y * scale), fill=ROWS)
    for slot in table.slots:
        for token in slot.tokens[:1]:
            last = slot.tokens[-1]
            pen.rectangle(
                (min(token.x0, *(t.x0 for t in slot.tokens)) * scale - 1, token.y0 * scale,
                 max(t.x1 for t in slot.tokens) * scale + 1, last.y1 * scale),
                outline=CELLS,
            )  # fmt: skip
    pen.rectangle((x0 - 3, y0 - 3, x1 + 3, y1 + 3), outline=TABLE, width=2)
