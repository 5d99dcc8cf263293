"""Tables as agencies print them beside their statistics, laid out by Chromium: truth is what the HTML holds.

`make_all(seeds)` gives pages: lists of places and dates in words, cells of several lines between rules of many
kinds, groups named once for several rows, standard errors below or beside figures, figures with their share in
brackets, rules down only, two tables close under one another, narrow tables in a column of prose, heads with a row
of units, turned pages. Written by the finder's own authors to find its faults: no proof of quality.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator

from prints import Cell, Print
from reports import KINDS as ALL_KINDS
from reports import NOUNS, PLACES
from webprints import CLOSED, HAIR, LOW, Sheet

KINDS = [kind for kind in ALL_KINDS if "-" not in kind]
VERBS = "submit review publish inspect approve report collect transfer process assess".split()
ROADS = "High Street|Mill Lane|Station Road|Park Avenue|Dock Row|Bridge End".split("|")
OFFICES = "Office of Records|Field Service|Data Centre|Legal Branch|Audit Unit|Permit Desk".split("|")
RULES = {
    "none": "",
    "head": f".low td{{border-bottom:{HAIR}}}",
    "open": f".t{{border-top:1.2pt solid black;border-bottom:1.2pt solid black}} .low td{{border-bottom:{HAIR}}}",
    "rows": f"td{{border-bottom:{HAIR}}} .t{{border-top:{HAIR}}}",
    "down": f"td+td{{border-left:{HAIR}}} {LOW} {CLOSED}",
    "grid": f"td{{border:{HAIR}}}",
    "frame": f".t{{border:{HAIR}}} .low td{{border-bottom:{HAIR}}}",
    "blocks": f".new td{{border-top:{HAIR}}} .t{{border-top:{HAIR};border-bottom:{HAIR}}}",
    "filled": ".low td,.top td{background:#1f4e79;color:white} .odd td{background:#eef2f7}",
    "white": "td{background:#e8ecf1;border:1pt solid white} .low td,.top td{background:#b8c6d6}",
}
HEADS = "Number|Percent|Rate per 1,000|Total cost|Change|Average per week|Share of total|Staff in post".split("|")


class Maker:
    """Draws the style of one page, then its parts."""

    def __init__(self, seed: int) -> None:
        self.r = random.Random(f"agency {seed}")
        r = self.r
        self.kind: Callable[[], Sheet] = r.choice(
            [self.directory, self.duties, self.grouped, self.errors, self.shares, self.units, self.years,
             self.plain_words, self.stacked_stub]
        )  # fmt: skip
        self.landscape = r.random() < 0.25
        self.narrow = not self.landscape and self.kind == self.units and r.random() < 0.5
        self.rules = r.choice(list(RULES))
        self.size = r.choice([7, 7.5, 8, 9, 10])
        self.font = r.choice(["Liberation Sans", "Liberation Serif", "DejaVu Sans", "Carlito", "DejaVu Serif"])
        self.gutter, self.base = r.choice([2, 4, 6, 9]), r.choice(["top", "top", "middle", "bottom"])
        self.full = r.random() < 0.6
        self.turned = r.choice([0] * 8 + [90, 180, 270])

    # ---- words and figures

    def words(self, low: int, high: int) -> str:
        picked = [self.r.choice(KINDS if n % 2 else NOUNS) for n in range(self.r.randint(low, high))]
        return " ".join(picked).capitalize()

    def place(self) -> str:
        return self.r.choice(PLACES).replace("_", " ")

    def count(self, most: int = 0) -> str:
        return f"{self.r.randint(0, most or self.r.choice([99, 9_999, 999_999])):,}"

    def share(self) -> str:
        return f"{self.r.randint(0, 99)}.{self.r.randint(0, 9)}"

    def seen(self) -> str:
        """The class of a cell of several rows: where its words stand, if nothing but they tells it."""
        closed = self.rules in ("grid", "rows", "blocks", "white", "down")
        return "" if closed or self.base == "middle" else self.base

    def start(self, columns: int) -> Sheet:
        return Sheet(self.r, columns)

    def low(self, sheet: Sheet, heads: list[str], kind: str = "top low") -> None:
        sheet.row([(head, 1, 1, "hd stub" if n == 0 else "hd", "") for n, head in enumerate(heads)], kind)

    # ---- tables

    def directory(self) -> Sheet:
        """Places, addresses, days, telephone numbers: words in every column."""
        sheet = self.start(4)
        self.low(sheet, ["Office", "Address", "Opened", "Telephone"])
        for n in range(self.r.randint(4, 14)):
            road = f"{self.r.randint(1, 200)} {self.r.choice(ROADS)}, {self.place()}"
            day = f"{self.r.randint(1, 28)} {self.r.choice(['March', 'June', 'May'])} {self.r.randint(1990, 2012)}"
            phone = f"({self.r.randint(200, 999)}) 555-{self.r.randint(1000, 9999)}"
            texts = (f"{self.place()} {self.r.choice(OFFICES)}", road, day, phone)
            self.add(sheet, [(t, "w") for t in texts], n, always=True)
        return sheet

    def duties(self) -> Sheet:
        """A number, what is to be done in several lines, by whom and by when."""
        sheet = self.start(4)
        self.low(sheet, ["No.", "Action", "Lead", "Due"])
        for n in range(self.r.randint(4, 9)):
            said = f"{self.r.choice(VERBS).capitalize()} {self.words(6, 16).lower()}"
            due = f"Q{self.r.randint(1, 4)} {self.r.randint(2009, 2013)}"
            row = [(str(n + 1), "w"), (said, "w long"), (self.r.choice(OFFICES), "w"), (due, "w")]
            self.add(sheet, row, n, always=True)
        return sheet

    def plain_words(self) -> Sheet:
        """Two or three columns of words, each cell of one to three lines."""
        columns = self.r.choice([3, 3, 4])
        sheet = self.start(columns)
        self.low(sheet, [self.words(1, 2) for _ in range(columns)])
        for n in range(self.r.randint(4, 9)):
            self.add(sheet, [(self.words(1, 2 + 5 * (c == 1)), "w") for c in range(columns)], n, always=True)
        return sheet

    def grouped(self) -> Sheet:
        """A group named once at the left of its rows."""
        values = self.r.randint(2, 5)
        sheet = self.start(values + 1)
        self.low(sheet, ["Region", self.r.choice(["Type", "Age group", "Sex"]), *self.heads(values)])
        for _ in range(self.r.randint(2, 5)):
            rows = self.r.randint(2, 4)
            for n in range(rows):
                group = [(self.place(), 1, rows, f"stub {self.seen()}", "")] if n == 0 else []
                row = [
                    (self.words(1, 2), 1, 1, "stub", ""),
                    *((self.count(), 1, 1, "v", "") for _ in range(values)),
                ]
                sheet.row([*group, *row], "new" if n == 0 else "")
        return sheet

    def stacked_stub(self) -> Sheet:
        """A name of each part over all columns, rows set in below it, a total of each part."""
        values = self.r.randint(3, 7)
        sheet = self.start(values)
        self.low(sheet, [self.r.choice(["Item", "Category", ""]), *self.heads(values)])
        for _ in range(self.r.randint(2, 4)):
            sheet.row(
                [(self.words(1, 3), 1, 1, "stub b", ""), *(("", 1, 1, "v", "") for _ in range(values))], "new"
            )
            for n in range(self.r.randint(2, 5)):
                self.add(sheet, [(self.words(1, 4), "stub in1"), *((self.count(), "v") for _ in range(values))], n)
            total = [
                (f"Total {self.words(1, 1).lower()}", "stub b"),
                *((self.count(), "v b") for _ in range(values)),
            ]
            self.add(sheet, total, 0)
        return sheet

    def errors(self) -> Sheet:
        """Each figure with its standard error in brackets, in a column of its own or on the line below."""
        values, below = self.r.randint(2, 5), self.r.random() < 0.5
        wide = values if below else 2 * values
        sheet = self.start(wide)
        if below:
            self.low(sheet, ["Characteristic", *self.heads(values)])
        else:
            top = [
                ("Characteristic", 1, 2, "hd stub bottom", ""),
                *((h, 2, 1, "hd mid", "") for h in self.heads(values)),
            ]
            sheet.row(top, "top")
            sheet.row([(h, 1, 1, "hd", "") for _ in range(values) for h in ("Est.", "SE")], "low")
        for n in range(self.r.randint(4, 12)):
            figures = [
                (self.share(), f"({self.r.randint(0, 3)}.{self.r.randint(0, 99):02})") for _ in range(values)
            ]
            label = (self.words(1, 4), "stub")
            if below:
                self.add(sheet, [label, *((f, "v") for f, _ in figures)], n)
                self.add(sheet, [("", "stub"), *((e, "v") for _, e in figures)], n)
            else:
                self.add(sheet, [label, *((t, "v") for pair in figures for t in pair)], n)
        return sheet

    def shares(self) -> Sheet:
        """Figures with their share in brackets in one cell."""
        values = self.r.randint(2, 4)
        sheet = self.start(values)
        self.low(sheet, [self.words(1, 2), *self.heads(values)])
        for n in range(self.r.randint(4, 14)):
            cells = [(f"{self.count(9_999)} ({self.share()}%)", "v") for _ in range(values)]
            self.add(sheet, [(self.words(1, 4), "stub"), *cells], n)
        return sheet

    def units(self) -> Sheet:
        """Heads over a row of units or of the numbers of columns."""
        values = self.r.randint(2, 3 if self.narrow else 6)
        sheet = self.start(values)
        self.low(sheet, [self.r.choice(["Area", "Year", "Agency"]), *self.heads(values)], "top")
        units = [f"({n + 1})" for n in range(values)]
        if self.r.random() < 0.6:
            units = [self.r.choice(["(000)", "(%)", "($m)", "(days)", "£"]) for _ in range(values)]
        self.low(sheet, ["", *units], "low")
        for n in range(self.r.randint(4, 14)):
            label = self.place() if self.r.random() < 0.5 else f"{1990 + n}"
            self.add(sheet, [(label, "stub"), *((self.count(), "v") for _ in range(values))], n)
        return sheet

    def years(self) -> Sheet:
        """Years over pairs of columns."""
        pairs = self.r.randint(2, 4)
        sheet = self.start(2 * pairs)
        first = self.r.randint(1995, 2008)
        top = [(f"{first + n}", 2, 1, "hd mid grp", "") for n in range(pairs)]
        sheet.row([(self.words(1, 2), 1, 2, f"hd stub {self.seen() and 'bottom'}", ""), *top], "top")
        sheet.row([(h, 1, 1, "hd", "") for _ in range(pairs) for h in ("No.", "%")], "low")
        for n in range(self.r.randint(4, 14)):
            figures = [(t, "v") for _ in range(pairs) for t in (self.count(9_999), self.share())]
            self.add(sheet, [(self.words(1, 4), "stub"), *figures], n)
        return sheet

    def heads(self, count: int) -> list[str]:
        return [self.r.choice(HEADS) if self.r.random() < 0.7 else self.words(1, 3) for _ in range(count)]

    def add(self, sheet: Sheet, cells: list[tuple[str, str]], n: int, always: bool = False) -> None:
        """A row of (text, class); a value now and then is a mark, or nothing at all."""
        out = []
        for text, style in cells:
            odd = style.startswith("v") and not always and self.r.random() < 0.04
            out.append((self.r.choice(["–", "n/a", "", "*", "<5"]) if odd else text, 1, 1, style, ""))
        sheet.row(out, "odd" if n % 2 else "")

    # ---- the page

    def prose(self, low: int, high: int) -> str:
        said = (
            f"{self.words(4, 8)} {self.r.choice(['rose to', 'fell to', 'were'])} {self.count()} in "
            f"{self.r.randint(1990, 2012)}, while {self.words(3, 7).lower()} changed little."
            for _ in range(self.r.randint(low, high))
        )
        return f"<p>{' '.join(said)}</p>"

    def page(self) -> tuple[str, list[list[Cell]]]:
        sheets = [self.kind()]
        if sheets[0].at < 11 and self.r.random() < 0.3:
            sheets.append(self.kind())
        parts = [self.prose(2, 6)] * (self.r.random() < 0.6)
        for n, sheet in enumerate(sheets, 1):
            parts.append(f"<h4>Table {n}. {self.words(4, 9)}, {self.r.randint(1990, 2012)}</h4>")
            parts.append(f'<table class="t">{"".join(sheet.rows)}</table>')
            note = f"Note: {self.words(5, 12)}.<br>Source: {self.words(3, 6)}, {self.r.randint(1990, 2012)}."
            parts.append(f'<div class="n">{note}</div>' * (self.r.random() < 0.6))
        parts.append(self.prose(3, 9) * (self.r.random() < 0.6))
        body = "".join(parts)
        if self.narrow:
            body = f'<div class="two">{self.prose(7, 9)}{body}{self.prose(6, 9)}{self.prose(6, 9)}</div>'
        return f"<style>{self.css()}</style>{body}", [sheet.cells for sheet in sheets]

    def css(self) -> str:
        s, r = self, self.r
        head = r.choice(["center", "right", "left"])
        return (
            f"body{{font:{s.size + 1}pt '{s.font}';margin:0}} h4{{margin:7pt 0 2pt}}"
            f"table.t{{font-size:{s.size}pt;border-collapse:collapse;margin:3pt 0}}"
            f"{'table.t{width:100%}' if s.full else ''}"
            f"td{{padding:{r.choice([0.4, 1, 2])}pt {s.gutter}pt;vertical-align:{s.base}}}"
            f".v{{text-align:{r.choice(['right', 'right', 'center'])};white-space:nowrap}} .w{{text-align:left}}"
            f".long{{width:45%}} .hd{{text-align:{head};vertical-align:bottom;font-weight:{r.choice([400, 700])}}}"
            f".hd.stub,.stub{{text-align:left}} .mid{{text-align:center}} .b{{font-weight:bold}}"
            f".in1{{padding-left:{s.gutter + 8}pt}} .n{{font-size:{s.size - 0.5}pt}} td.top{{vertical-align:top}}"
            f"td.bottom{{vertical-align:bottom}}"
            f".two{{columns:2;column-gap:20pt;text-align:justify;height:8.6in;column-fill:auto}}"
            f".two table{{text-align:left}} .two td{{white-space:normal}} {RULES[s.rules]}"
        )


def make_all(seeds: range) -> Iterator[tuple[int, Print]]:
    """The pages of these seeds; those that need a second sheet of paper are left out."""
    import pypdfium2
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page()
        for seed in seeds:
            maker = Maker(seed)
            content, tables = maker.page()
            page.set_content(content)
            data = page.pdf(format="A4", landscape=maker.landscape, print_background=True,
                            margin=dict.fromkeys(("top", "bottom", "left", "right"), "0.8in"))  # fmt: skip
            if len(pypdfium2.PdfDocument(data)) == 1:
                yield seed, Print(turned(data, maker.turned), tables)
        browser.close()


def turned(data: bytes, degrees: int) -> bytes:
    """The page with its content turned one way and /Rotate the other: it looks as before."""
    import io
    from ctypes import byref

    import pypdfium2
    import pypdfium2.raw as raw

    if not degrees:
        return data
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    w, h = page.get_size()
    a, b, c, d, e, f = {90: (0, 1, -1, 0, h, 0), 180: (-1, 0, 0, -1, w, h), 270: (0, -1, 1, 0, 0, w)}[degrees]
    wide, high = (w, h) if degrees == 180 else (h, w)
    page.set_mediabox(0, 0, wide, high)
    page.set_cropbox(0, 0, wide, high)
    matrix, clip = raw.FS_MATRIX(a, b, c, d, e, f), raw.FS_RECTF(0, high, wide, 0)
    raw.FPDFPage_TransFormWithClip(page, byref(matrix), byref(clip))
    page.set_rotation(degrees)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()
