"""Pages as statistical offices, central banks and agencies print them, with the truth known.

`make(seed)` gives one page: dense tables without rules between rows, spanning heads with rules under them,
indented stubs, leaders, groups of rows set apart, heads repeated side by side, small tables in prose of one or
two columns, tables of words between rules; and pages that hold no table: two columns of prose, lists of
references, letters, lists of contents, numbered paragraphs. Written by the finder's own authors to find its
faults: no proof of quality.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable

from prints import Cell, Print
from reportlab.lib.pagesizes import A4, landscape, letter
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

NOUNS = """households persons workers establishments counties States agencies farms students schools hospitals
vehicles permits claims loans deposits payrolls earnings prices imports exports receipts outlays offenses arrests
patients beds acres tons barrels units""".split()
KINDS = """all total male female urban rural public private civilian federal local other new existing durable
nondurable commercial industrial residential agricultural foreign domestic short-term long-term""".split()
PLACES = (
    """Northland Southmark Eastbrook Westerly Midvale Lakemont Riverton Hillcrest Stonefield Ashbury Clearwater
New Carrow|West Pell|North Tarn|Upper Dale|Saint Orme""".replace("\n", " ")
    .replace("|", "_")
    .split()
)
VERBS = "increased decreased rose fell remained was reported were estimated is based on reflects includes".split()
MONTHS = "January February March April May June July August September October November December".split()


class Pen:
    """A page in the making. Heights are counted from the bottom, as PDF does; `y` is where the next line goes."""

    def __init__(self, rng: random.Random, canvas: Canvas, size: tuple[float, float]) -> None:
        self.rng, self.c = rng, canvas
        self.width, self.height = size
        self.font = rng.choice(["Helvetica", "Times-Roman", "Times-Roman"])
        self.bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}[self.font]
        self.italic = {"Helvetica": "Helvetica-Oblique", "Times-Roman": "Times-Italic"}[self.font]
        self.margin = rng.choice([45.0, 54.0, 72.0])
        self.y = size[1] - 60
        self.tables: list[list[Cell]] = []

    @property
    def room(self) -> float:
        return self.width - 2 * self.margin

    def wide(self, text: str, size: float, font: str = "") -> float:
        return float(stringWidth(text, font or self.font, size))

    def say(self, text: str, x: float, y: float, size: float, font: str = "", align: str = "left") -> None:
        self.c.setFont(font or self.font, size)
        draw = {"left": self.c.drawString, "right": self.c.drawRightString, "centre": self.c.drawCentredString}
        draw[align](x, y, text)

    def line(self, x0: float, x1: float, y: float, thick: float = 0.5) -> None:
        self.c.setLineWidth(thick)
        self.c.line(x0, y, x1, y)

    def wrap(self, text: str, width: float, size: float, font: str = "") -> list[str]:
        out, line = [], ""
        for word in text.split():
            if line and self.wide(f"{line} {word}", size, font) > width:
                out.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        return [*out, line]

    # ---- words

    def sentence(self) -> str:
        r = self.rng
        words = [
            r.choice(["The number of", "In 2009,", "For the year,", "Among", "As table 4 shows,", "Since 1998,"])
        ]
        for _ in range(r.randint(2, 5)):
            share = f"{r.randint(2, 98)}.{r.randint(0, 9)} percent"
            words += [r.choice(KINDS), r.choice(NOUNS), r.choice(VERBS), share]
            words += [r.choice(["in", "from", "of", "for"]), r.choice(["the period,", "all", "most", "the area"])]
        return " ".join(words) + "."

    def phrase(self, low: int, high: int) -> str:
        words = [self.rng.choice(KINDS if n % 2 == 0 else NOUNS) for n in range(self.rng.randint(low, high))]
        return " ".join(words).capitalize()

    def prose(self, x: float, width: float, lines: int, size: float = 10, justified: bool = True) -> None:
        """A paragraph; all its lines but the last as wide as the column."""
        text = " ".join(self.sentence() for _ in range(lines))
        for n, row in enumerate(self.wrap(text, width, size)[:lines]):
            self.c.setFont(self.font, size)
            spaces = row.count(" ")
            extra = (width - self.wide(row, size)) / spaces if justified and spaces and n < lines - 1 else 0
            self.c.drawString(x, self.y, row, wordSpace=extra)
            self.y -= size * 1.2
        self.y -= size * 0.7

    def furniture(self) -> None:
        """What stands in the margins of a report: a running head, a page number."""
        if self.rng.random() < 0.7:
            self.say(self.phrase(3, 5), self.margin, self.height - 32, 8, self.italic)
        if self.rng.random() < 0.7:
            self.say(str(self.rng.randint(1, 300)), self.width / 2, 28, 9, align="centre")
        if self.rng.random() < 0.3:
            self.line(self.margin, self.width - self.margin, self.height - 38)


# ------------------------------------------------------------------ statistical tables


class Report:
    """One statistical table: heads on up to three levels, stubs with indents, values of several kinds."""

    def __init__(self, pen: Pen, x: float, width: float, columns: int, rows: int, size: float) -> None:
        self.p, self.r = pen, pen.rng
        self.x, self.width, self.size, self.rows = x, width, size, rows
        self.stub = width * (0.42 if columns <= 4 else 0.30 if columns <= 8 else 0.22)
        self.columns = columns
        r = self.r
        self.leaders = r.random() < 0.5
        self.boxed_head = r.random() < 0.2
        self.pitch = size * r.choice([1.1, 1.2, 1.35])
        self.grouped = r.choice([0, 0, 5, 4])
        self.rule_rows = r.random() < 0.1
        self.decimals = [r.choice([0, 0, 1, 2]) for _ in range(columns)]
        self.largest = [r.choice([99, 999, 99_999, 9_999_999]) for _ in range(columns)]
        self.cells: list[Cell] = []
        self.row = 0
        self.steps = self.widths()

    def widths(self) -> list[float]:
        """The widths of the columns: even if the figures fit, else as the figures need, with a gutter."""
        gutter = self.size * self.r.choice([0.7, 1.0, 1.6])
        widest = [
            f"-{n:,}" + ("." + "0" * d if d else "") for n, d in zip(self.largest, self.decimals, strict=True)
        ]
        need = [max(self.p.wide(text, self.size, self.p.bold), 3 * self.size) + gutter for text in widest]
        even = (self.width - self.stub) / self.columns
        if max(need) <= even:
            return [even] * self.columns
        room = self.width - self.stub
        while sum(need) > room:
            at = need.index(max(need))
            self.largest[at] = 999 if self.largest[at] > 999 else 99
            self.decimals[at] = min(1, self.decimals[at])
            need[at] = 4 * self.size + gutter
            if all(n <= 4 * self.size + gutter for n in need):
                self.columns = min(self.columns, int(room / (4 * self.size + gutter)))
                return [room / self.columns] * self.columns
        return [n + (room - sum(need)) / self.columns for n in need]

    def left(self, c: int) -> float:
        return self.x + self.stub + sum(self.steps[: c - 1])

    def right(self, c: int) -> float:
        """The right edge of the values of column c (1 is the first behind the stub)."""
        return self.left(c) + 0.94 * self.steps[c - 1]

    def middle(self, c: int) -> float:
        return self.left(c) + 0.52 * self.steps[c - 1]

    def note(self, c0: int, c1: int, text: str) -> None:
        if text:
            self.cells.append((self.row, c0, self.row, c1, text))

    def draw(self) -> None:
        p = self.p
        p.line(self.x, self.x + self.width, p.y + self.size, 1.0)
        p.y -= self.size * 0.6
        top = p.y + self.size * 1.6
        self.head()
        p.line(self.x, self.x + self.width, p.y + self.size * 0.5)
        if self.boxed_head:
            for c in range(self.columns):
                at = self.left(c + 1)
                p.c.line(at, top, at, p.y + self.size * 0.5)
        p.y -= self.size * 0.9
        self.body()
        p.line(self.x, self.x + self.width, p.y + self.pitch - self.size * 0.45)
        p.tables.append(self.cells)

    # ---- the head

    def head(self) -> None:
        spans = self.spans() if self.columns >= 4 and self.r.random() < 0.65 and not self.boxed_head else []
        if spans and self.columns >= 6 and self.r.random() < 0.3:
            self.spanner([(1, self.columns)], self.p.phrase(2, 3))
        if spans:
            self.spanner(spans, "")
        years = self.r.random() < 0.3
        first = self.r.randint(1980, 2000)
        heads = [str(first + c) if years else self.p.phrase(1, 3) for c in range(self.columns)]
        rows = [self.p.wrap(text, self.steps[c] * 0.9, self.size) for c, text in enumerate(heads)]
        stub = self.p.wrap(self.p.phrase(1, 3), self.stub * 0.8, self.size) if self.r.random() < 0.85 else []
        self.stacked(stub, rows)
        self.row += 1
        if self.r.random() < 0.12:
            self.units()

    def spans(self) -> list[tuple[int, int]]:
        out, c = [], 1
        while c < self.columns:
            last = min(self.columns, c + self.r.randint(1, 3))
            if last > c:
                out.append((c, last))
            c = last + 1
        return out

    def spanner(self, spans: list[tuple[int, int]], text: str) -> None:
        p, ruled = self.p, self.r.random() < 0.8
        for c0, c1 in spans:
            x0, x1 = self.left(c0) + 0.06 * self.steps[c0 - 1], self.right(c1)
            words = text or p.phrase(1, 3)
            while p.wide(words, self.size) > x1 - x0 and " " in words:
                words = words.rsplit(" ", 1)[0]
            p.say(words, (x0 + x1) / 2, p.y, self.size, align="centre")
            if ruled:
                p.line(x0, x1, p.y - self.size * 0.35)
            self.note(c0, c1, words)
        p.y -= self.size * 1.35
        self.row += 1

    def stacked(self, stub: list[str], heads: list[list[str]]) -> None:
        p, tall = self.p, max(map(len, [stub, *heads]))
        middle = self.r.random() < 0.3
        for c, lines in enumerate([stub, *heads]):
            down = (tall - len(lines)) / (2 if middle else 1)
            for k, line in enumerate(lines):
                y = p.y - (down + k) * self.size * 1.08
                if c == 0:
                    p.say(line, self.x, y, self.size)
                else:
                    p.say(line, self.middle(c), y, self.size, align="centre")
            self.note(c, c, " ".join(lines))
        p.y -= tall * self.size * 1.08

    def units(self) -> None:
        words = self.r.choice(["Thousands of units", "Percent distribution", "Millions of dollars"])
        middle = (self.left(1) + self.right(self.columns)) / 2
        self.p.y -= self.size * 0.4
        self.p.say(words, middle, self.p.y, self.size, self.p.italic, "centre")
        self.note(1, self.columns, words)
        self.p.y -= self.size * 1.1
        self.row += 1

    # ---- the body

    def body(self) -> None:
        kind, since = self.r.choice(["plain", "places", "nested", "nested", "years"]), 0
        year = self.r.randint(1960, 2000)
        while self.rows > 0 and self.p.y > 90:
            if kind == "nested" and since == 0:
                heading = self.p.phrase(1, 4) + self.r.choice(["", ":"])
                self.line_of(heading, 0, values=self.r.random() < 0.5, bold=True)
            names = {"places": self.r.choice(PLACES).replace("_", " "), "years": str(year)}
            text = names.get(kind) or self.p.phrase(1, 5)
            self.line_of(text, 2 if kind == "nested" and self.r.random() < 0.4 else int(kind == "nested"))
            year += 1
            since = (since + 1) % 5
            if self.grouped and since % self.grouped == 0:
                self.p.y -= self.pitch * 0.6
        self.line_of("Total", 1, bold=True)

    def line_of(self, text: str, indent: int, values: bool = True, bold: bool = False) -> None:
        p, s = self.p, self.size
        font = p.bold if bold else p.font
        x, width = self.x + 8 * indent, self.stub - 8 * indent - 10
        if self.r.random() < 0.06:
            text += " (1)"
        lines = p.wrap(text, width, s, font)
        for k, line in enumerate(lines):
            shown = line
            if self.leaders and values and k == len(lines) - 1:
                dot = self.r.choice([".", "."])
                while p.wide(shown + dot, s, font) < width:
                    shown += dot
            lines[k] = shown
            p.say(shown, x + (6 if k else 0), p.y, s, font)
            if k < len(lines) - 1:
                p.y -= s * 1.08
        self.note(0, 0, " ".join(lines))
        for c in range(1, self.columns + 1) if values else ():
            value = self.value(c - 1)
            p.say(value, self.right(c), p.y, s, font, "right")
            self.note(c, c, value)
        p.y -= self.pitch
        self.row += 1
        self.rows -= 1

    def value(self, c: int) -> str:
        odd = self.r.random()
        if odd < 0.03:
            return self.r.choice(["(NA)", "(X)", "–", "-", "n.a.", "(D)", ""])
        sign = "-" if self.r.random() < 0.04 else ""
        mark = self.r.choice(["r", "p"]) if self.r.random() < 0.01 else ""
        return f"{sign}{self.r.random() * self.largest[c]:,.{self.decimals[c]}f}{mark}"


def titled(pen: Pen, x: float, width: float, size: float) -> None:
    """The title above a table, and the note on its units."""
    title = f"Table {pen.rng.randint(1, 40)}. {pen.phrase(4, 8)}: {pen.rng.randint(1990, 2012)}"
    centred = pen.rng.random() < 0.4
    for line in pen.wrap(title, width, size + 1.5, pen.bold):
        where = (x + width / 2, "centre") if centred else (x, "left")
        pen.say(line, where[0], pen.y, size + 1.5, pen.bold, where[1])
        pen.y -= size * 1.5
    if pen.rng.random() < 0.5:
        pen.say(
            f"[In {pen.rng.choice(['thousands', 'millions of dollars', 'percent'])}. See text]", x, pen.y, size
        )
        pen.y -= size * 1.3
    pen.y -= size * 1.2


def noted(pen: Pen, x: float, width: float, size: float) -> None:
    """Footnotes and the source under a table."""
    pen.y -= size * 0.2
    notes = (f"1 {pen.sentence()}", f"NOTE: {pen.sentence()}", "Source: Office of Example Statistics, 2011.")
    for text in notes[: pen.rng.randint(0, 3)]:
        for line in pen.wrap(text, width, size - 0.5)[:3]:
            pen.say(line, x, pen.y, size - 0.5)
            pen.y -= size * 1.1
    pen.y -= 26


def statistical(pen: Pen) -> None:
    """One dense table over the whole page, or two."""
    pen.furniture()
    for _ in range(pen.rng.choice([1, 1, 2])):
        size = pen.rng.choice([6.0, 7.0, 8.0, 9.0])
        columns = pen.rng.randint(2, max(3, min(12, int(pen.room / (size * 6)))))
        if pen.y < 250:
            break
        titled(pen, pen.margin, pen.room, size)
        rows = min(pen.rng.choice([6, 14, 28, 45]), int((pen.y - 160) / (size * 1.5)))
        Report(pen, pen.margin, pen.room, columns, rows, size).draw()
        noted(pen, pen.margin, pen.room, size)


def in_prose(pen: Pen) -> None:
    """Paragraphs with a small table between them."""
    pen.furniture()
    for _ in range(2):
        pen.prose(pen.margin, pen.room, pen.rng.randint(3, 8))
        if pen.y > 300:
            size, share = pen.rng.choice([8.0, 9.0]), pen.rng.choice([1.0, 0.8])
            titled(pen, pen.margin, pen.room * share, size)
            Report(pen, pen.margin, pen.room * share, pen.rng.randint(2, 5), pen.rng.randint(3, 8), size).draw()
            noted(pen, pen.margin, pen.room * share, size)
    if pen.y > 120:
        pen.prose(pen.margin, pen.room, min(8, int((pen.y - 80) / 12)))


def in_column(pen: Pen) -> None:
    """Two columns of prose, a table in one of them."""
    pen.furniture()
    gap = 20
    width, top = (pen.room - gap) / 2, pen.y
    side = pen.rng.randint(0, 1)
    for n in range(2):
        x, pen.y = pen.margin + n * (width + gap), top
        pen.prose(x, width, pen.rng.randint(6, 14), 9)
        if n == side:
            titled(pen, x, width, 8)
            Report(pen, x, width, pen.rng.randint(2, 4), pen.rng.randint(4, 10), 7.5).draw()
            pen.y -= 14
        while pen.y > 160:
            pen.prose(x, width, 8, 9)


def side_by_side(pen: Pen) -> None:
    """A list of places and figures set in two or three groups of columns, each with its head."""
    pen.furniture()
    size, groups, values = 8.0, pen.rng.choice([2, 3]), pen.rng.choice([1, 2])
    titled(pen, pen.margin, pen.room, size)
    width = pen.room / groups
    rows, cells = pen.rng.randint(8, 18), []
    heads = [pen.phrase(1, 1), *(pen.rng.choice(["Number", "Rate", "Amount", "Percent"]) for _ in range(values))]
    pen.line(pen.margin, pen.width - pen.margin, pen.y + size)
    for row in range(rows + 1):
        for g in range(groups):
            x = pen.margin + g * width
            texts = heads if row == 0 else [pen.rng.choice(PLACES).replace("_", " ")]
            texts = texts if row == 0 else [*texts, *(f"{pen.rng.randint(1, 99999):,}" for _ in range(values))]
            for c, text in enumerate(texts):
                at = x if c == 0 else x + width * (0.55 + 0.35 * c / values) - 4
                pen.say(text, at, pen.y, size, align="right" if c else "left")
                cells.append((row, g * (values + 1) + c, row, g * (values + 1) + c, text))
        if row == 0:
            pen.line(pen.margin, pen.width - pen.margin, pen.y - size * 0.4)
            pen.y -= size * 0.5
        pen.y -= size * 1.3
    pen.line(pen.margin, pen.width - pen.margin, pen.y + size)
    pen.tables.append(cells)
    noted(pen, pen.margin, pen.room, size)


def of_words(pen: Pen) -> None:
    """A table of words between horizontal rules: name, purpose, authority, amount."""
    pen.furniture()
    pen.prose(pen.margin, pen.room, 4)
    size = pen.rng.choice([8.0, 9.0])
    titled(pen, pen.margin, pen.room, size)
    shares = pen.rng.choice([[0.25, 0.5, 0.25], [0.3, 0.7], [0.2, 0.35, 0.25, 0.2]])
    xs = [pen.margin + pen.room * sum(shares[:n]) for n in range(len(shares) + 1)]
    every, cells, row = pen.rng.random() < 0.6, [], 0
    pen.line(pen.margin, pen.width - pen.margin, pen.y + size * 1.2, 1)
    while pen.y > 150 and row < 9:
        texts = [pen.phrase(1, 2) if row == 0 else pen.phrase(1, 3 if c == 0 else 14) for c in range(len(shares))]
        stacks = [pen.wrap(t, xs[c + 1] - xs[c] - 10, size) for c, t in enumerate(texts)]
        for c, lines in enumerate(stacks):
            for k, line in enumerate(lines):
                pen.say(line, xs[c], pen.y - k * size * 1.15, size, pen.bold if row == 0 else "")
            cells.append((row, c, row, c, texts[c]))
        pen.y -= max(map(len, stacks)) * size * 1.15
        if every or row == 0:
            pen.line(pen.margin, pen.width - pen.margin, pen.y + size * 0.6)
        pen.y -= size * 0.8
        row += 1
    pen.line(pen.margin, pen.width - pen.margin, pen.y + size * 1.2, 1)
    pen.tables.append(cells)


# ------------------------------------------------------------------ pages without a table


def two_columns(pen: Pen) -> None:
    """Two columns of prose with headings."""
    pen.furniture()
    width, top = (pen.room - 22) / 2, pen.y
    for n in range(2):
        x, pen.y = pen.margin + n * (width + 22), top
        while pen.y > 120:
            if pen.rng.random() < 0.3:
                pen.say(pen.phrase(2, 4), x, pen.y, 11, pen.bold)
                pen.y -= 15
            pen.prose(x, width, pen.rng.randint(4, 10), 9.5)


def references(pen: Pen) -> None:
    """A list of references with hanging indents, and endnotes with numbers."""
    pen.furniture()
    for n in range(1, 24):
        year = pen.rng.randint(1970, 2010)
        text = f"{pen.phrase(1, 2)}, {pen.phrase(4, 9)}. Example Press, {year}, pp. {n}-{n + 9}."
        for k, line in enumerate(pen.wrap(text, pen.room - 30, 10)):
            if k == 0:
                pen.say(f"{n}.", pen.margin, pen.y, 10)
            pen.say(line, pen.margin + 24, pen.y, 10)
            pen.y -= 12
        pen.y -= 3
        if pen.y < 90:
            break


def contents(pen: Pen) -> None:
    """A list of contents with leaders and page numbers."""
    pen.say("Contents", pen.margin, pen.y, 14, pen.bold)
    pen.y -= 30
    page = 1
    for n in range(pen.rng.randint(12, 26)):
        text = f"{n // 4 + 1}.{n % 4 + 1} {pen.phrase(2, 6)} "
        while pen.wide(text + ".", 10) < pen.room - 30:
            text += "."
        pen.say(text, pen.margin, pen.y, 10)
        pen.say(str(page), pen.margin + pen.room, pen.y, 10, align="right")
        page += pen.rng.randint(0, 5)
        pen.y -= 15


def a_letter(pen: Pen) -> None:
    """A letter with its references, a numbered list and a signature."""
    number = f"FOI {pen.rng.randint(1000, 9999)}"
    for left, right in (("Our ref:", number), ("Date:", "4 May 2011"), ("Tel:", "01632 960001")):
        pen.say(left, pen.margin, pen.y, 10)
        pen.say(right, pen.margin + 90, pen.y, 10)
        pen.y -= 13
    pen.y -= 20
    for n in range(1, 5):
        pen.prose(pen.margin, pen.room, pen.rng.randint(2, 5))
        for k, line in enumerate(pen.wrap(pen.sentence(), pen.room - 40, 10)):
            if k == 0:
                pen.say(f"({n})", pen.margin + 10, pen.y, 10)
            pen.say(line, pen.margin + 36, pen.y, 10)
            pen.y -= 12
        pen.y -= 8


def paragraphs(pen: Pen) -> None:
    """Numbered paragraphs of a report, with bullets inside."""
    pen.furniture()
    for n in range(1, 9):
        text = " ".join(pen.sentence() for _ in range(3))
        for k, line in enumerate(pen.wrap(text, pen.room - 36, 10)):
            if k == 0:
                pen.say(f"{n}.{n + 1}", pen.margin, pen.y, 10)
            pen.say(line, pen.margin + 36, pen.y, 10)
            pen.y -= 12
        pen.y -= 8
        for _ in range(pen.rng.choice([0, 0, 3])):
            pen.say("•", pen.margin + 40, pen.y, 10)
            pen.say(pen.phrase(3, 8), pen.margin + 54, pen.y, 10)
            pen.y -= 13
        if pen.y < 150:
            break


PAGES: tuple[Callable[[Pen], None], ...] = (
    statistical, statistical, statistical, statistical, in_prose, in_prose, in_column, side_by_side, of_words,
    two_columns, references, contents, a_letter, paragraphs,
)  # fmt: skip


def make(seed: int) -> Print:
    """The page of this seed."""
    rng = random.Random(f"report {seed}")
    size = landscape(letter) if rng.random() < 0.15 else rng.choice([letter, letter, A4])
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    pen = Pen(rng, canvas, size)
    page = rng.choice(PAGES)
    page(pen)
    canvas.save()
    return Print(buffer.getvalue(), pen.tables, page.__name__)
