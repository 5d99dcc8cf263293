"""Tables printed by ourselves, with the truth known: to see whether the finder works beyond one collection.

Each seed gives one page in one of many styles (rules, fonts, wrapped heads and labels, leaders, groups ...).
"""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4, landscape, letter
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WORDS = """public service office county region officers staff cases reported average annual total number other
health education transport local government income expense revenue workers persons households children under
aged industry agriculture manufacturing retail trade property theft violence against damage vehicle offences
recorded outcome pending closed request library books lending stock visits opening hours mobile static""".split()
PROSE = "The figures in this section were taken from the records of the office and refer to the whole area " * 12
Cell = tuple[int, int, int, int, str]


@dataclass
class Style:
    font: str
    size: float
    pitch: float
    gutter: float
    rules: str
    leaders: bool
    groups: bool
    sections: bool
    wrap_labels: bool
    hanging: float
    align: str
    valign: str
    dollar: bool
    title: bool
    notes: bool
    prose: bool
    group_rules: bool
    text_column: bool
    blanks: float


@dataclass
class Print:
    """A page and the cells that a perfect reader finds on it."""

    pdf: bytes
    tables: list[list[Cell]] = field(default_factory=list)
    style: Style | None = None


def style_of(rng: random.Random) -> Style:
    size = rng.choice([6.5, 7, 8, 9, 10])
    bold = rng.random() < 0.5
    return Style(
        font=rng.choice(["Helvetica", "Times-Roman"]), size=size, pitch=size * rng.choice([1.12, 1.2, 1.35, 1.6]),
        gutter=size * rng.choice([0.9, 1.3, 2, 3.5]),
        rules=rng.choice(["none", "head", "booktabs", "rows", "grid", "columns", "none", "booktabs"]),
        leaders=rng.random() < 0.25, groups=rng.random() < 0.4, sections=rng.random() < 0.35,
        wrap_labels=rng.random() < 0.6, hanging=rng.choice([0, 0, 6, 10]),
        align=rng.choice(["right", "right", "centre", "decimal"]),
        valign=rng.choice(["bottom", "bottom", "top"]), dollar=rng.random() < 0.15, title=rng.random() < 0.8,
        notes=rng.random() < 0.5, prose=rng.random() < 0.5, group_rules=bold, text_column=rng.random() < 0.25,
        blanks=rng.choice([0, 0, 0.1, 0.3]),
    )  # fmt: skip


def make(seed: int) -> Print:
    """The print of this seed."""
    rng = random.Random(seed)
    style = style_of(rng)
    page = landscape(A4) if rng.random() < 0.2 else rng.choice([A4, letter])
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=page, invariant=1)
    maker = Maker(canvas, page, style, rng)
    out = Print(b"", style=style)
    for _ in range(rng.choice([1, 1, 1, 2])):
        if style.prose:
            maker.prose(rng.choice([2, 5, 9]))
        cells = maker.table()
        if cells:
            out.tables.append(cells)
    if style.prose:
        maker.prose(6)
    canvas.save()
    out.pdf = buffer.getvalue()
    return out


class Maker:
    def __init__(self, canvas: Canvas, page: tuple[float, float], style: Style, rng: random.Random) -> None:
        self.c, self.s, self.rng = canvas, style, rng
        self.width, self.height = page
        self.left, self.y = 54.0, page[1] - 60

    def say(self, text: str, x: float, y: float, font: str | None = None, size: float | None = None) -> None:
        self.c.setFont(font or self.s.font, size or self.s.size)
        self.c.drawString(x, y, text)

    def prose(self, lines: int) -> None:
        text, size = PROSE, 10
        for _ in range(lines):
            line = text[:1000]
            while stringWidth(line, self.s.font, size) > self.width - 2 * self.left:
                line = line.rsplit(" ", 1)[0]
            text = text[len(line) :].lstrip()
            self.say(line, self.left, self.y, size=size)
            self.y -= size * 1.25
        self.y -= 14

    def words(self, low: int, high: int) -> str:
        return " ".join(self.rng.choice(WORDS) for _ in range(self.rng.randint(low, high))).capitalize()

    def wrapped(self, text: str, width: float) -> list[str]:
        out, line = [], ""
        for word in text.split():
            if line and stringWidth(f"{line} {word}", self.s.font, self.s.size) > width:
                out.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        return [*out, line]

    def value(self, kind: str) -> str:
        if self.rng.random() < self.s.blanks:
            return self.rng.choice(["", "-", ""])
        n = self.rng.choice([9, 99, 999, 99999, 9999999])
        if kind == "share":
            return f"{self.rng.random() * 100:.1f}" + ("%" if self.s.dollar else "")
        return f"{self.rng.randint(0, n):,}"

    def table(self) -> list[Cell]:
        s, rng = self.s, self.rng
        columns = rng.randint(2, 9)
        kinds = [rng.choice(["count", "count", "share"]) for _ in range(columns)]
        if s.text_column and columns < 6:
            kinds[rng.randrange(columns)] = "text"
        label_width = rng.choice([90, 130, 170])
        widths = [max(26.0, s.size * rng.choice([4.2, 5.5, 7])) if k != "text" else 90.0 for k in kinds]
        room = self.width - 2 * self.left - label_width
        while widths and sum(widths) + s.gutter * len(widths) > room:
            widths.pop(), kinds.pop()
        if len(widths) < 2:
            return []
        rows = rng.randint(4, 24)
        if self.y < 120 + rows * s.pitch:
            return []
        return Layout(self, widths, kinds, label_width, rows).draw()


class Layout:
    def __init__(self, maker: Maker, widths: list[float], kinds: list[str], label: float, rows: int) -> None:
        self.m, self.s, self.rng = maker, maker.s, maker.rng
        self.widths, self.kinds, self.label, self.rows = widths, kinds, label, rows
        xs = [maker.left, maker.left + label]
        for w in widths:
            xs.append(xs[-1] + s_gutter(self.s) + w)
        self.xs = xs
        self.cells: list[Cell] = []
        self.row = 0

    def draw(self) -> list[Cell]:
        s, m = self.s, self.m
        if s.title:
            m.say(
                f"Table {self.rng.randint(1, 30)}. {m.words(4, 9)}, {self.rng.randint(1990, 2020)}",
                m.left,
                m.y,
                size=s.size + 1,
            )
            m.y -= s.size * 2.2
        self.top = m.y + s.size
        self.lines = [self.top]
        self.head()
        if s.rules in ("head", "booktabs"):
            self.rule(m.y + s.size * 0.9)
        self.lines.append(m.y + s.size * 0.9)
        for r in range(self.rows):
            self.body_row(r)
        bottom = m.y + s.size * 0.9
        if s.rules == "booktabs":
            self.rule(self.top + 1)
            self.rule(bottom)
        if s.rules in ("grid", "columns"):
            for x in self.xs:
                m.c.line(x - 2, self.top, x - 2, bottom)
            self.rule(self.top), self.rule(bottom), self.rule(self.lines[1])
        if s.rules in ("grid", "rows"):
            for y in self.lines:
                self.rule(y)
        m.y -= 4
        if s.notes:
            m.say(f"1 {m.words(6, 12)}.", m.left, m.y, size=s.size - 1)
            m.y -= s.pitch
            m.say(f"Source: {m.words(3, 6)}, 2011.", m.left, m.y, size=s.size - 1)
            m.y -= s.pitch
        m.y -= 30
        return self.cells

    def rule(self, y: float) -> None:
        self.m.c.setLineWidth(0.5)
        self.m.c.line(self.xs[0] - 2, y, self.xs[-1] - 2, y)

    def head(self) -> None:
        s, m = self.s, self.m
        if s.groups and len(self.widths) >= 4 and s.rules not in ("grid", "columns"):
            self.group_row()
        heads = [
            m.wrapped(m.words(1, 3) if self.rng.random() < 0.8 else str(self.rng.randint(1990, 2020)), w)
            for w in self.widths
        ]
        label = m.wrapped(m.words(1, 2), self.label - 10) if self.rng.random() < 0.8 else []
        tall = max(len(h) for h in [*heads, label])
        for c, lines in enumerate([label, *heads]):
            for k, line in enumerate(lines):
                y = m.y - (tall - len(lines) + k) * s.size * 1.12
                self.put(line, c, y, bold=True)
            self.note(c, c, " ".join(lines))
        m.y -= (tall - 1) * s.size * 1.12 + max(s.pitch, s.size * 1.5)
        self.row += 1

    def group_row(self) -> None:
        s, m = self.s, self.m
        c = 1
        while c + 1 < len(self.xs) - 1:
            span = self.rng.randint(2, 3)
            last = min(c + span - 1, len(self.widths))
            if last == c:
                break
            x0, x1 = self.xs[c] + s_gutter(s), self.xs[last + 1]
            text = m.words(1, 2)
            w = stringWidth(text, s.font, s.size)
            if w > x1 - x0:
                text = text.split()[0]
                w = stringWidth(text, s.font, s.size)
            m.say(text, (x0 + x1 - w) / 2 - 2, m.y)
            if s.group_rules:
                m.c.line(x0, m.y - 2.5, x1 - 3, m.y - 2.5)
            self.cells.append((self.row, c, self.row, last, text))
            c = last + 1
        m.y -= s.size * 1.4
        self.row += 1

    def body_row(self, r: int) -> None:
        s, m = self.s, self.m
        if s.sections and r % 6 == 0:
            text = m.words(1, 2) + self.rng.choice(["", ":"])
            self.put(text, 0, m.y, bold=True)
            self.note(0, 0, text)
            self.down(1)
        text = "Total" if r == self.rows - 1 else m.words(1, 9 if s.wrap_labels else 2)
        lines = m.wrapped(text, self.label - 14 - s.hanging)
        cells = [
            m.wrapped(m.words(1, 7), w) if k == "text" else [m.value(k)]
            for w, k in zip(self.widths, self.kinds, strict=True)
        ]
        tall = max(len(x) for x in [lines, *cells])
        for k, line in enumerate(lines):
            indent = s.hanging if k else 0
            shown = line
            if s.leaders and k == len(lines) - 1:
                dot = " ." if s.hanging else "."
                while stringWidth(shown + dot, s.font, s.size) < self.label - 12 - indent:
                    shown += dot
                text = " ".join([*lines[:-1], shown])
            m.say(shown, self.xs[0] + indent, m.y - k * s.size * 1.12)
        self.note(0, 0, text)
        at = len(lines) - 1 if s.valign == "bottom" else 0
        for c, (kind, value) in enumerate(zip(self.kinds, cells, strict=True), 1):
            for k, line in enumerate(value):
                down = k if kind == "text" else at
                self.put(line, c, m.y - down * s.size * 1.12, kind)
            signed = s.dollar and kind == "count" and r in (0, self.rows - 1) and value[0]
            if signed:
                m.say("$", self.xs[c] + s_gutter(s) - 3, m.y - at * s.size * 1.12)
            self.note(c, c, "$" * bool(signed) + " ".join(value))
        self.down(tall)

    def down(self, tall: int) -> None:
        self.m.y -= (tall - 1) * self.s.size * 1.12 + self.s.pitch
        self.lines.append(self.m.y + self.s.size * 0.9)
        self.row += 1

    def note(self, first: int, last: int, text: str) -> None:
        if text:
            self.cells.append((self.row, first, self.row, last, text))

    def put(self, text: str, c: int, y: float, kind: str = "", bold: bool = False) -> None:
        s, font = self.s, self.s.font
        if bold and s.group_rules:
            font = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}[font]
        w = stringWidth(text, font, s.size)
        x0, x1 = self.xs[c] + (s_gutter(s) if c else 0), self.xs[c + 1] - 4
        x = x0 if c == 0 or kind == "text" else (x0 + x1 - w) / 2 if s.align == "centre" else x1 - w
        self.m.say(text, x, y, font)


def s_gutter(style: Style) -> float:
    return style.gutter
