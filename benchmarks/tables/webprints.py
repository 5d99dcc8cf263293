"""Tables as statistical offices set them, laid out and printed by Chromium: truth is what the HTML holds.

`make_all(seeds)` gives pages: heads on up to three levels that nearly touch, stubs with indents and
marks of footnotes, rows that name a section (left, or in the middle of all values), signs of currency apart from
their figures, prose round the table in one or two columns, and rules of many kinds or none.
Written by the finder's own authors to find its faults: no proof of quality.
"""

from __future__ import annotations

import html
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field

from prints import Cell, Print
from reports import KINDS as ALL_KINDS
from reports import MONTHS, NOUNS, PLACES

KINDS = [kind for kind in ALL_KINDS if "-" not in kind]  # Chromium breaks lines at hyphens
STEM = "Offense charged|Item|State|Characteristic|Industry|Type of facility|Age and sex|Fiscal year|Agency".split(
    "|"
)
TOPS = "Male Female Total Urban Rural Public Private 2008 2009 2010 Number Percent Population Estimates".split()

HAIR = "0.5pt solid black"
LOW, CLOSED = f".low td{{border-bottom:{HAIR}}}", f"table.t{{border-top:{HAIR};border-bottom:{HAIR}}}"
RULES = {
    "none": "",
    "head": LOW,
    "booktabs": f"{CLOSED} {LOW} .grp{{border-bottom:{HAIR}}}",
    "rows": f"td{{border-bottom:{HAIR}}} .t{{border-top:{HAIR}}}",
    "grid": f"td{{border:{HAIR}}}",
    "groups": f"{CLOSED} {LOW} .stub{{border-right:{HAIR}}} .grp{{border-bottom:{HAIR};border-left:{HAIR}}}",
    "fifth": f".fifth td{{border-bottom:{HAIR}}} {LOW} .t{{border-top:1pt solid black}}",
    "banded": f".odd td{{background:#e4e8ee}} {LOW}",
}


@dataclass
class Sheet:
    """One table in the making: rows of HTML, and where each cell stands."""

    rng: random.Random
    columns: int
    rows: list[str] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    at: int = 0
    taken: set[tuple[int, int]] = field(default_factory=set)

    def row(self, cells: list[tuple[str, int, int, str, str]], kind: str = "") -> None:
        """Add a row of (text, columns, rows, class, markup instead of the text); "" is a blank cell."""
        out, column = [], 0
        for text, wide, high, style, markup in cells:
            while (self.at, column) in self.taken:
                column += 1
            self.taken |= {(self.at + r, column + c) for r in range(high) for c in range(wide)}
            if text:
                top, bottom = self.seen_in(high, style)
                self.cells.append((top, column, bottom, column + wide - 1, text))
            out.append(f'<td class="{style}" colspan={wide} rowspan={high}>{markup or html.escape(text)}</td>')
            column += wide
        self.rows.append(f'<tr class="{kind}">{"".join(out)}</tr>')
        self.at += 1

    def seen_in(self, high: int, style: str) -> tuple[int, int]:
        """The rows in which a reader sees a cell of several: all if rules or the middle say so, else its own."""
        first, last = self.at, self.at + high - 1
        return (first, first) if "top" in style else (last, last) if "bottom" in style else (first, last)


class Maker:
    """Draws the style of one page, then its parts."""

    def __init__(self, seed: int) -> None:
        self.r = random.Random(f"web {seed}")
        r = self.r
        self.wide_page = r.random() < 0.2
        self.columns = r.randint(2, 9 if self.wide_page else 7)
        self.rules = r.choice(
            ["none", "booktabs", "booktabs", "rows", "grid", "groups", "fifth", "banded", "head"]
        )
        self.size = r.choice([6.5, 7, 7.5, 8, 9])
        self.font = r.choice(["Liberation Sans", "Liberation Serif", "DejaVu Sans", "Liberation Sans Narrow"])
        self.indents = r.random() < 0.5
        self.align, self.head_align = (
            r.choice(["right", "right", "center"]),
            r.choice(["center", "center", "right", "left"]),
        )
        self.head_base = r.choice(["bottom", "middle", "top"])
        self.sections = r.choice(["", "", "left", "bold", "middle", "band"])
        self.gutter = r.choice([1, 2, 4, 8])
        self.marks, self.money = r.random() < 0.4, r.choice(["", "", "$", "%"])
        self.label_base = r.choice(["top", "bottom", "bottom"])
        self.tight = r.random() < 0.4
        self.kinds = [r.choice(["count", "count", "share", "rate", "small"]) for _ in range(self.columns)]

    # ---- words and figures

    def words(self, low: int, high: int) -> str:
        r = self.r
        picked = [r.choice(KINDS if n % 2 else NOUNS) for n in range(r.randint(low, high))]
        return " ".join(picked).capitalize()

    def figure(self, kind: str) -> str:
        r = self.r
        if r.random() < 0.06:
            return r.choice(["–", "(NA)", "(X)", "(D)", "...", "*", "-"])
        if kind == "count":
            return f"{r.randint(0, r.choice([99, 9_999, 9_999_999])):,}"
        if kind == "share":
            return f"{r.randint(0, 99)}.{r.randint(0, 9)}"
        if kind == "rate":
            return f"{r.choice(['', '', '-', '+'])}{r.randint(0, 9)}.{r.randint(0, 99):02}"
        return str(r.randint(0, 40))

    def mark(self, text: str) -> tuple[str, str]:
        """The text with the mark of a footnote set high behind it, now and then."""
        if not self.marks or self.r.random() > 0.12:
            return text, ""
        mark = self.r.choice(["1", "2", "3", "a", "1,2"])
        return f"{text} {mark}", f"{html.escape(text)} <sup>{mark}</sup>"

    # ---- the table

    def table(self) -> Sheet:
        sheet = Sheet(self.r, self.columns)
        self.head(sheet)
        rows = self.r.randint(4, 26)
        step = self.r.randint(3, 7)
        for n in range(rows):
            if self.sections and n % step == 0:
                self.section(sheet)
            self.body(sheet, n, rows)
        return sheet

    def head(self, sheet: Sheet) -> None:
        r = self.r
        levels = 1 if self.columns < 4 else r.choice([1, 2, 2, 3])
        groups = self.groups() if levels > 1 else []
        stem = r.choice(STEM)
        placed = "stub hd" if self.rules == "grid" else f"stub hd {self.head_base}"
        if levels == 3:
            sheet.row([(stem, 1, 3, placed, ""), (self.words(2, 4), self.columns, 1, "hd span", "")], "top")
        if groups:
            heads = [(r.choice(TOPS), size, 1, "hd span grp", "") for size in groups]
            sheet.row(heads if levels == 3 else [(stem, 1, 2, placed, ""), *heads], "" if levels == 3 else "top")
        lows = [(self.low_head(), 1, 1, "hd", "") for _ in range(self.columns)]
        sheet.row(lows if groups else [(stem, 1, 1, "stub hd", ""), *lows], "low" if groups else "top low")

    def groups(self) -> list[int]:
        sizes: list[int] = []
        while sum(sizes) < self.columns:
            sizes.append(min(self.r.choice([2, 2, 3]), self.columns - sum(sizes)))
        if sizes[-1] == 1:
            last = sizes.pop()
            sizes[-1] += last
        return sizes

    def low_head(self) -> str:
        r = self.r
        if r.random() < 0.3:
            return str(r.randint(1980, 2012))
        return r.choice(
            [self.words(1, 3), "Percent of total", "18 years and over", "Under 18 years", "Number", "Rate"]
        )

    def section(self, sheet: Sheet) -> None:
        text = self.words(1, 3)
        if self.sections in ("left", "bold"):
            row = [(text, 1, 1, "stub sec", ""), *(("", 1, 1, "v", "") for _ in range(self.columns))]
            sheet.row(row, "sec")
        elif self.sections == "band":
            sheet.row([(text, self.columns + 1, 1, "mid", "")], "sec band")
        else:
            sheet.row([("", 1, 1, "stub", ""), (text, self.columns, 1, "mid", "")], "sec")

    def body(self, sheet: Sheet, n: int, rows: int) -> None:
        r, last = self.r, n == rows - 1
        label = (
            "Total"
            if last and r.random() < 0.5
            else r.choice(PLACES + MONTHS)
            if r.random() < 0.3
            else self.words(1, 6)
        )
        text, markup = self.mark(label.replace("_", " "))
        deep = r.choice(["", "", "in1", "in2"]) if self.indents else ""
        cells = [(text, 1, 1, f"stub {deep}", markup)]
        for kind in self.kinds:
            cells.append(self.value(kind, n))
        sheet.row(cells, "fifth" if n % 5 == 4 else "odd" if n % 2 else "")

    def value(self, kind: str, n: int) -> tuple[str, int, int, str, str]:
        figure = self.figure(kind)
        if n == 0 and self.money == "$" and kind == "count" and figure[0].isdigit():
            return f"${figure}", 1, 1, "v", f'<span class="cur">$</span>{figure}'
        if n == 0 and self.money == "%" and kind == "share" and figure[0].isdigit():
            figure += "%"
        text, markup = self.mark(figure)
        return text, 1, 1, "v", markup

    # ---- the page

    def prose(self, low: int, high: int) -> str:
        r = self.r
        said = (
            f"{self.words(3, 6)} {r.choice(['rose', 'fell', 'were estimated', 'increased'])} by "
            f"{r.randint(1, 99)}.{r.randint(0, 9)} percent {r.choice(['in', 'since', 'from'])} "
            f"{r.randint(1990, 2012)}, compared with {self.words(2, 5).lower()}."
            for _ in range(r.randint(low, high))
        )
        return f"<p>{' '.join(said)}</p>"

    def page(self) -> tuple[str, list[Cell]]:
        sheet = self.table()
        r = self.r
        title = f"Table {r.randint(1, 400)}. {self.words(4, 9)}: {r.randint(1990, 2012)}"
        thousands = f"{r.randint(1, 99)}.{r.randint(0, 9)} represents {r.randint(10, 99)},000"
        note = f"[In thousands ({thousands}). {self.words(5, 9)}]"
        foot = f"<sup>1</sup> {self.words(4, 9)}. &nbsp; – Represents zero.<br>Source: {self.words(4, 8)}."
        table = f'<table class="t">{"".join(sheet.rows)}</table>'
        parts = [
            f"<h4>{title}</h4>",
            f'<div class="n">{note}</div>' * (r.random() < 0.5),
            table,
            f'<div class="n">{foot}</div>',
        ]
        if r.random() < 0.5:
            parts.insert(0, self.prose(3, 8))
        if r.random() < 0.5:
            parts.append(self.prose(3, 8))
        if r.random() < 0.15 and not self.wide_page and sheet.at < 24:
            parts.append(f'<div class="two">{"".join(self.prose(5, 9) for _ in range(4))}</div>')
        return f"<style>{self.css()}</style>{''.join(parts)}", sheet.cells

    def css(self) -> str:
        s = self
        return (
            f"body{{font:{s.size + 1.5}pt '{s.font}';margin:0}} h4{{margin:6pt 0 2pt}} sup{{font-size:65%}}"
            f"table.t{{font-size:{s.size}pt;border-collapse:collapse;margin:4pt 0}}"
            f"{'' if s.tight else 'table.t{width:100%}'}"
            f"td{{padding:0.6pt {s.gutter}pt;vertical-align:{s.label_base}}}"
            f".v{{text-align:{s.align};white-space:nowrap}} .cur{{float:left}}"
            f".hd{{text-align:{s.head_align};vertical-align:{s.head_base}}}"
            f".span,.mid{{text-align:center}} .in1{{padding-left:8pt}}"
            f".stub{{text-align:left;max-width:150pt;padding-right:6pt}}"
            f".in2{{padding-left:16pt}} .n{{font-size:{s.size - 0.5}pt}}"
            f"{'.sec td{font-weight:bold}' if s.sections in ('bold', 'band') else ''}"
            f".two{{columns:2;column-gap:18pt;text-align:justify}} {RULES[self.rules]}"
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
            content, cells = maker.page()
            page.set_content(content)
            data = page.pdf(format="Letter", landscape=maker.wide_page, print_background=True,
                            margin=dict.fromkeys(("top", "bottom", "left", "right"), "0.8in"))  # fmt: skip
            if len(pypdfium2.PdfDocument(data)) == 1:
                yield seed, Print(data, [cells])
        browser.close()
