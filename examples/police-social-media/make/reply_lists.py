"""Replies that list their cases one to a row."""

from __future__ import annotations

from collections import Counter
from random import Random

from model import NOTICE, Block, Case, Letter, Para, Table, Trap
from render_mail import letter_html, letter_text
from render_office import book_xlsx, letter_docx, sheet_csv, sheet_rows
from render_pdf import letter_pdf, long_list_pdf, scan_pdf
from reply_parts import (
    GUIDE_21,
    GUIDE_NONE,
    PART_YEAR,
    Body,
    Reply,
    attached,
    cover,
    in_one_table,
    mail,
    numbered,
    total_text,
)
from vocabulary import STAGE_WORDS

ABBREVIATIONS = "NFA means no further action, FWW final written warning, WW written warning; a dash, not recorded."
COST = (
    "The full text of each allegation is refused under section 12 of the Act: 940 files would have to be "
    "read. We estimate 27 hours at £25 an hour, £675, which is over the limit of £450 (18 hours). In line "
    "with section 16 we give the breach type instead. Where a person had several breaches they are in one "
    "cell."
)
GUIDE_TEXT = (
    (
        "Think before you post: 3 questions to ask. Who can see it? Would you say it in uniform? Does it "
        "give away what you know from work?"
    ),
    (
        "Section 4. Report a lost phone within 24 hours to extension 2999. Breaches are looked at under the "
        "standards."
    ),
)


def pdf_long_list(body: Body, rng: Random, quoted: str) -> Reply:
    """A ruled list over two pages, a row of it cut by the page break, a total at its foot."""
    cases: list[Case] = body["cases"]
    head = ["No.", "Year", "Rank / role", "Nature of allegation", "Platform", "Result"]
    rows = [
        [str(no), str(c.year), c.role_words, c.nature_words, c.platform_words, c.outcome_words]
        for no, c in enumerate(cases, 1)
    ]
    rows.append(["Total", str(len(cases)), "", "", "", ""])
    table = Table(head, rows, widths=[0.8, 0.9, 1.5, 2.6, 1.3, 1.7])
    blocks: list[Block] = [table, Para(f"{PART_YEAR} {ABBREVIATIONS}")]
    letter = in_one_table(body, rng, total_text(cases, rng), blocks)
    pdf = attached(letter, "FOI_response", "pdf", long_list_pdf(letter))
    n = len(cases)
    what = "a case row starts on one page and ends on the next, under a repeated heading"
    traps = [
        Trap("row-cut-by-page-break", body["id"], [], what, f"{n + 1} rows or more", f"{n} cases"),
        Trap("total-row", body["id"], [], "the last row is a total", f"{n + 1} cases", f"{n} cases"),
    ]
    return [mail(letter, cover(letter), [pdf], quoted)], traps


def _guide_docx(letter: Letter, body: Body, rng: Random) -> bytes:
    guide = numbered(body, rng)
    guide.ref, guide.opening, guide.closing = letter.ref, ["Using social media: local guidance", *GUIDE_TEXT], []
    return letter_docx(guide)


def xlsx_hidden_sheet(body: Body, rng: Random, quoted: str) -> Reply:
    """A workbook with the list and a hidden working sheet; the guidance attached to the same mail."""
    cases: list[Case] = body["cases"]
    head = ["Ref", "Year recorded", "Nature of allegation", "Role", "Site or app", "Finding", "Outcome"]
    rows = [
        [
            f"C{no:03d}",
            str(c.year),
            c.nature_words,
            c.role_words,
            c.platform_words,
            STAGE_WORDS[c.stage],
            c.outcome_words,
        ]
        for no, c in enumerate(cases, 1)
    ]
    rows.append(["Total", str(len(cases)), "", "", "", "", ""])
    see = "See the sheet 'Cases' of the workbook attached."
    letter = numbered(body, rng, total_text(cases, rng), see, see, see, "Our local guidance is attached.")
    hidden = [
        [NOTICE],
        ["Working sheet of the rehearsal - hidden on purpose, nothing here is about a real person"],
    ]
    hidden.append(["Ref", "Rehearsal collar no.", "Note"])
    hidden += [[f"C{no:03d}", f"REH-{7000 + no}", "rehearsal"] for no in range(1, len(cases) + 3)]
    notes = ["Year is a calendar year, by date of recording.", PART_YEAR]
    sheet = sheet_rows(letter, [Table(head, rows)], notes)
    book = book_xlsx([("Cases", sheet, "visible"), ("Working", hidden, "hidden")])
    files = [attached(letter, "Social_media_cases", "xlsx", book)]
    files.append(attached(letter, "Local_guidance", "docx", _guide_docx(letter, body, rng)))
    what = "the workbook has a hidden sheet with collar numbers and two rows more"
    true = f"{len(cases)} cases; the hidden sheet stays sealed"
    trap = Trap("hidden-sheet", body["id"], [], what, f"{len(cases) + 2} cases", true)
    return [mail(letter, letter_text(letter), files, quoted)], [trap]


def docx_merged_years(body: Body, rng: Random, quoted: str) -> Reply:
    """A Word table with years merged down and several breaches in a cell; part of question 2 refused for cost."""
    cases: list[Case] = body["cases"]
    rows, last = [], 0
    for c in cases:
        rows.append([str(c.year) if c.year != last else "", c.nature_words, c.role_words, c.outcome_words])
        last = c.year
    table = Table(["Year", "Breach type(s)", "Role", "Outcome"], rows, merge_first=True)
    letter = in_one_table(body, rng, total_text(cases, rng), [table, Para(PART_YEAR), Para(COST)], GUIDE_21)
    doc = attached(letter, "Response", "docx", letter_docx(letter))
    merged = "the year stands once, in a cell merged down"
    costs = "section 12 wording with 940 files, 27 hours, £25, £675, £450, 18 hours"
    several = "a cell may hold several breaches, set apart by a semicolon"
    traps = [
        Trap("merged-year-cells", body["id"], [], merged, "rows without a year", "every row has the merged year"),
        Trap("cost-figures", body["id"], [], costs, "counts", "numbers that are not data"),
        Trap("several-breaches", body["id"], [], several, "more cases than rows", f"{len(cases)} cases"),
    ]
    return [mail(letter, cover(letter), [doc], quoted)], traps


def html_table(body: Body, rng: Random, quoted: str) -> Reply:
    """An HTML mail whose stated total is one more than its rows."""
    cases: list[Case] = body["cases"]
    rows = [[str(c.year), c.role_words, c.nature_words, c.outcome_words] for c in cases]
    years = Counter(str(c.year) for c in cases)
    by_year = Table(["Year", "Cases"], [[year, str(n)] for year, n in years.items()])
    listed = Table(["Year", "Rank/Role", "Allegation", "Result"], rows)
    n = len(cases)
    first = f"We recorded {n + 1} cases in the period, one person to a case."
    letter = in_one_table(body, rng, first, [listed, Para("By year:"), by_year, Para(PART_YEAR)])
    what = f"the text says {n + 1}; the list has {n} rows and the years add to the same"
    naive, true = f"{n + 1} cases", f"{n} cases"
    trap = Trap("stated-total-contradicts-rows", body["id"], [], what, naive, true, "total-against-rows")
    return [mail(letter, "", [], quoted, letter_html(letter))], [trap]


def pdf_unruled_files(body: Body, rng: Random, quoted: str) -> Reply:
    """An unruled PDF list whose file number is left blank where it is that of the row above."""
    cases: list[Case] = body["cases"]
    rows, file_no = [], 0
    for no, c in enumerate(cases):
        same = no > 0 and cases[no - 1].year == c.year and no % 3 != 0
        file_no += not same
        file = "" if same else f"MC/{file_no:02d}/{c.year % 100:02d}"
        rows.append([file, c.role_words, c.nature_words, c.outcome_words])
    table = Table(["File", "Role", "Allegation", "Result"], rows, widths=[0.8, 1.3, 2.6, 1.6])
    note = (
        "A blank file number means that the person was looked into under the same file as the one above. "
        "Each row is one case; the last two digits of the file are the year."
    )
    letter = in_one_table(body, rng, total_text(cases, rng), [table, Para(note)], GUIDE_NONE)
    pdf = attached(letter, "letter", "pdf", letter_pdf(letter, ruled=False))
    what = "the file number is left blank where it is that of the row above"
    true = f"{len(cases)} cases in {file_no} files"
    trap = Trap("fill-down-ids", body["id"], [], what, f"{file_no} cases", true)
    return [mail(letter, cover(letter), [pdf], quoted)], [trap]


def csv_list(body: Body, rng: Random, quoted: str) -> Reply:
    """A CSV with lines above its heading, in a Windows code page."""
    cases: list[Case] = body["cases"]
    head = ["case_no", "year", "role", "allegation", "site", "finding", "result"]
    rows = [
        [
            str(no),
            str(c.year),
            c.role_words,
            c.nature_words,
            c.platform_words,
            STAGE_WORDS[c.stage],
            c.outcome_words,
        ]
        for no, c in enumerate(cases, 1)
    ]
    see = "See the file attached."
    letter = numbered(body, rng, total_text(cases, rng), see, see, see, "See the national guidelines.")
    data = sheet_csv([[NOTICE], [f"Search charge waived (£25) - {body['name']}"], [], head, *rows])
    what = "two lines and a blank one stand above the heading; Windows code page"
    trap = Trap("csv-preamble", body["id"], [], what, "a table without heading", f"{len(cases)} cases")
    return [mail(letter, letter_text(letter), [attached(letter, "export", "csv", data)], quoted)], [trap]


def scan(body: Body, rng: Random, quoted: str) -> Reply:
    """An image-only scan of a printed letter."""
    cases: list[Case] = body["cases"]
    rows = [[str(no), str(c.year), c.role_words, c.nature_words, c.outcome_words] for no, c in enumerate(cases, 1)]
    table = Table(["No", "Year", "Role", "Allegation", "Result"], rows, widths=[0.45, 0.6, 1.75, 3.9, 2.1])
    letter = in_one_table(body, rng, total_text(cases, rng), [table])
    data = attached(letter, "SCAN", "pdf", scan_pdf(letter, rng))
    what = "the letter is a scan, skewed, with no text layer"
    trap = Trap("image-only-scan", body["id"], [], what, "no figures", f"{len(cases)} cases")
    return [mail(letter, cover(letter), [data], quoted)], [trap]
