"""A publication of plainly invented bodies: a PDF table, a workbook with case rows, a refusal by mail."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from foidesk.model import Base as FindingBase
from foidesk.model import (
    Basis,
    Block,
    Box,
    Category,
    Cell,
    Choice,
    Claim,
    Clause,
    Codebook,
    Count,
    Delivery,
    Evidence,
    Finding,
    Guideline,
    Issue,
    Judgement,
    Line,
    Locator,
    Measure,
    Missing,
    NumberSeen,
    Observation,
    OneOf,
    Option,
    Outcome,
    PagePlace,
    Part,
    Period,
    PublicBody,
    Query,
    Question,
    Reading,
    Share,
    SheetPlace,
    Statement,
    Support,
    SurveyDefinition,
    Table,
    TextPlace,
    Variable,
    Word,
)
from foidesk.report import NumberAccount, Publication, PublicJudgement, Rule

PDF, BOOK, MAIL = "a" * 64, "b" * 64, "c" * 64
HOSTILE = "<script>alert('x')</script>"
SECRET_NOTE = "told us in confidence by a source in the office"
PERSON = "Alexandra Invented"
CASE_WORDS = "Posted a picture of the duty roster"
CHOSEN_WORDS = "Ran an auction page from the control room"
RULES = (
    Rule("foots-to-printed-total", "The parts of a table add up to the total printed under them."),
    Rule("single-typed-cell", "One cell, of the type asked for, under one heading."),
)
MAIL_TEXT = (
    "From: Alexandra Invented\n\nDear requester,\n\n"
    "We recorded 3 cases in 2021, and fewer than 5 ended in a warning. "
    "Write to foi.team@rehearsal08.example or telephone 020 7946 0123 ext 4411.\n"
    f"The rest is refused under section 40(2). {HOSTILE}\n\nAlexandra Invented\nHead of Records\n"
)


# Documents and their readings

ROWS = (("Outcome", "Cases"), ("Warning", "12"), ("Dismissed", "4"), ("Not stated", "8"), ("Total", "24"))


def page_box(row: int, column: int) -> Box:
    """The box of a cell of the invented PDF page."""
    left, width = (72, 300) if column == 0 else (372, 120)
    return Box(left, 160 + 30 * row, left + width, 190 + 30 * row)


def page_image() -> bytes:
    """A page at 96 dpi as a PNG, with a table and a signature."""
    image = Image.new("RGB", (794, 1123), "white")
    draw = ImageDraw.Draw(image)
    fonts = {size: ImageFont.load_default(size) for size in (17, 26)}
    draw.text((96, 60), "REHEARSAL: an exercise", "black", fonts[17])
    draw.text((96, 110), "Borough of Exampleton", "black", fonts[26])
    draw.text((96, 160), "Cases between 1 January 2020 and 31 December 2021", "black", fonts[17])
    for row, texts in enumerate(ROWS):
        for column, text in enumerate(texts):
            box = page_box(row, column)
            edges = tuple(each * 96 / 72 for each in (box.x0, box.y0, box.x1, box.y1))
            draw.rectangle(edges, outline="#444")
            draw.text((edges[0] + 10, edges[1] + 9), text, "black", fonts[17])
    draw.text((96, 520), "Alexandra Invented, Head of Records", "black", fonts[17])
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def images(document: str, page: int, boxes: tuple[Box, ...]) -> bytes | None:
    """The picture of the one PDF; the other documents have none."""
    return page_image() if (document, page) == (PDF, 1) else None


def pdf_reading() -> Reading:
    cells = tuple(
        Cell(row, column, row, column, text, PagePlace(1, page_box(row, column)))
        for row, texts in enumerate(ROWS)
        for column, text in enumerate(texts)
    )
    table = Table("page 1 table 1", ("page 1",), cells, PagePlace(1, Box(72, 160, 492, 310)))
    signature = Block("signature", "Alexandra Invented", 0, 18, PagePlace(1, Box(72, 388, 400, 406)))
    part = Part("page 1", "page", "Alexandra Invented", blocks=(signature,), width=595.5, height=842.25)
    return Reading(PDF, "application/pdf", "pdf", 3, ("pdfium 7.0",), (part,), (table,))


SHEET = [("Year", "What was said", "Outcome")]
SHEET += [(str(2020 + index % 2), f"{CASE_WORDS} no. {index}", "Warning") for index in range(1, 7)]
SHEET += [("2021", CHOSEN_WORDS, "Dismissed")]


def book_reading() -> Reading:
    cells, words, at = [], [], 0
    for row, texts in enumerate(SHEET):
        for column, text in enumerate(texts):
            place = SheetPlace("Data", row + 1, column + 1, row + 1, column + 1)
            cells.append(Cell(row, column, row, column, text, place))
            words.append(Word(text, at, at + len(text), place))
            at += len(text) + 1
    table = Table("sheet 'Data' table 1", ("Data",), tuple(cells), SheetPlace("Data", 1, 1, len(SHEET), 3))
    text = "\n".join("\t".join(row) for row in SHEET)
    return Reading(
        BOOK,
        "application/xlsx",
        "xlsx",
        2,
        (),
        (Part("Data", "sheet", text, tuple(words), layer="cells"),),
        (table,),
    )


def mail_reading() -> Reading:
    head = MAIL_TEXT.index("\n")
    tail = MAIL_TEXT.rindex("Alexandra")
    blocks = (
        Block("mail header", MAIL_TEXT[:head], 0, head, TextPlace("body", 0, head)),
        Block("signature", MAIL_TEXT[tail:], tail, len(MAIL_TEXT), TextPlace("body", tail, len(MAIL_TEXT))),
    )
    return Reading(MAIL, "message/rfc822", "eml", 1, (), (Part("body", "body", MAIL_TEXT, blocks=blocks),))


# Observations


def cases(number: int) -> Count:
    return Count.exactly(number, "cases")


def cell(row: int, **where: str) -> Observation:
    """A figure of the PDF table."""
    places = {
        "value": Locator(PDF, PagePlace(1, page_box(row, 1)), ROWS[row][1]),
        "row": Locator(PDF, PagePlace(1, page_box(row, 0)), ROWS[row][0]),
        "heading": Locator(PDF, PagePlace(1, page_box(0, 1)), "Cases"),
    }
    role = "total" if ROWS[row][0] == "Total" else "cell"
    coded = {variable: OneOf((category,), ROWS[row][0]) for variable, category in where.items()}
    return Observation(
        f"pdf-{row}", "exampleton", PDF, "cases", cases(int(ROWS[row][1])), role, coded,
        Period.days(date(2020, 1, 1), date(2021, 12, 31)), table="page 1 table 1", row=row, places=places,
        accepted_by="foots-to-printed-total",
    )  # fmt: skip


def case_row(row: int) -> Observation:
    """A case of the workbook."""
    texts = SHEET[row]
    category = "dismissed" if texts[2] == "Dismissed" else "warning"
    places = {
        "value": Locator(BOOK, SheetPlace("Data", row + 1, 1, row + 1, 3), " ".join(texts)),
        "where:outcome": Locator(BOOK, SheetPlace("Data", row + 1, 3, row + 1, 3), texts[2]),
        "where:nature": Locator(BOOK, SheetPlace("Data", row + 1, 2, row + 1, 2), texts[1]),
        "heading": Locator(BOOK, SheetPlace("Data", 1, 3, 1, 3), "Outcome"),
    }
    where = {"outcome": OneOf((category,), texts[2]), "nature": OneOf((), texts[1])}
    return Observation(
        f"row {row}", "force-07", BOOK, "cases", cases(1), "case row", where, None,
        table="sheet 'Data' table 1", row=row, places=places, accepted_by="d1",
    )  # fmt: skip


def words_place(words: str) -> Locator:
    start = MAIL_TEXT.index(words)
    return Locator(MAIL, TextPlace("body", start, start + len(words)), words)


def prose() -> tuple[Observation, ...]:
    said = {"value": words_place("3 cases"), "period": words_place("2021")}
    few = {"value": words_place("fewer than 5"), "where:outcome": words_place("warning")}
    withheld = Count(Decimal(0), Decimal(4), "cases", "suppressed")
    refusal = {"value": words_place("refused under section 40(2)")}
    no = Missing("refused", "40(2)", "FOIA 2000")
    no = Missing("refused", "40(2)", "FOIA 2000")
    where = {"outcome": OneOf(("warning",), "warning")}
    return (
        Observation("mail-total", "force-08", MAIL, "cases", cases(3), "prose", places=said, accepted_by=PERSON),
        Observation("mail-few", "force-08", MAIL, "cases", withheld, "cell", where, places=few),
        Observation("mail-no", "force-08", MAIL, "cases", no, "prose", places=refusal),
    )  # fmt: skip


def observations() -> dict[str, Observation]:
    pdf = (cell(1, outcome="warning"), cell(2, outcome="dismissed"), cell(3, outcome="not-stated"), cell(4))
    rows = tuple(case_row(row) for row in range(1, len(SHEET)))
    return {each.id: each for each in (*pdf, *rows, *prose())}


# Findings


def support(body: str, value: Count | Share, *ids: str, **rest: object) -> Support:
    every = observations()
    locators = tuple(every[id].places["value"] for id in ids)
    basis = {"exampleton": "published", "force-07": "rehearsal", "force-08": "adjusted"}[body]
    return Support(body, value, ids, locators, basis=(basis,), **rest)  # type: ignore[arg-type]


BASES = ("adjusted", "published", "rehearsal")
ROW_IDS = tuple(f"row {row}" for row in range(1, len(SHEET)))


def total() -> Finding:
    supports = (
        support("exampleton", cases(24), "pdf-4", judgements=("d1",)),
        support("force-07", cases(7), *ROW_IDS, caveats=("Counts cases closed, not opened.",)),
        support("force-08", cases(3), "mail-total"),
    )
    query = Query("total", "total", "Cases in all", "cases", headline=True)
    return Finding(
        "total", query.title, query, cases(34), "cases",
        "cases at the bodies that answered", FindingBase(3, 4), "total", 1, supports=supports, basis=BASES,
        judgements=("d1",), caveats=("One body counted cases closed.",), contradicted=True,
    )  # fmt: skip


def share() -> Finding:
    query = Query(
        "dismissed", "share", "Share that ended in dismissal", "cases", {"outcome": ("dismissed",)}, headline=True
    )
    supports = (support("exampleton", cases(4), "pdf-2"), support("force-07", cases(1), ROW_IDS[-1]))
    part = Decimal(5) / Decimal(34)
    part = Decimal(5) / Decimal(34)
    return Finding(
        "dismissed", query.title, query, Share(part, part, "of cases"), "of cases",
        "cases at the bodies that answered", FindingBase(3, 4), "share", 2,
        true=Share(part, Decimal(13) / Decimal(34), "of cases"), supports=supports,
        numerator=cases(5), denominator=cases(34), basis=BASES,
    )  # fmt: skip


def breakdown() -> Finding:
    query = Query("outcomes", "breakdown", "How the cases ended", "cases", by="outcome", headline=True)
    warned = (
        support("exampleton", cases(12), "pdf-1"),
        support("force-07", cases(6), *ROW_IDS[:-1]),
        support("force-08", cases(2), "mail-few"),
    )
    dismissed = (support("exampleton", cases(4), "pdf-2"), support("force-07", cases(1), ROW_IDS[-1]))
    lines = (
        Line("warning", "Warning", cases(20), Count.between(20, 28, "cases"), warned),
        Line("dismissed", "Dismissed", cases(5), Count.between(5, 13, "cases"), dismissed),
        Line("not-stated", "Not stated", cases(8), None, (support("exampleton", cases(8), "pdf-3"),)),
    )
    return Finding(
        "outcomes", query.title, query, cases(34), "cases", "cases at the bodies that answered", FindingBase(3, 4),
        "breakdown", 1, lines=lines, basis=BASES,
    )  # fmt: skip


# The rest


def definition() -> SurveyDefinition:
    categories = (
        Category("warning", "Warning", synonyms=("written warning",)),
        Category("dismissed", "Dismissed"),
        Category("not-stated", "Not stated", missing="not stated"),
    )
    outcome = Variable("outcome", "Outcome", "q2", categories=categories)
    return SurveyDefinition(
        "rehearsal-cases", "Cases at invented bodies", Period.days(date(2020, 1, 1), date(2021, 12, 31)),
        "Freedom of Information Act 2000",
        (Question("q1", "How many cases were there in the period?", ("cases",)),
         Question("q2", "How did each case end?", ("cases",), ("outcome",))),
        (PublicBody("exampleton", "Borough of Exampleton", email="private@exampleton.example", note=SECRET_NOTE,
                    website="https://exampleton.example", kind="borough"),
         PublicBody("force-07", "Rehearsal Force 07"), PublicBody("force-08", f"Rehearsal Force 08 {HOSTILE}"),
         PublicBody("force-09", "Rehearsal Force 09")),
        Codebook(2, (outcome, Variable("nature", "Nature")), (Measure("cases", "cases", "cases"),)),
        (total().query, share().query, breakdown().query),
        (Guideline("g1", "Guide to exercises", "College of Exercises", "rehearsal forces", "2019-04-01",
                   "https://college.example/guide", (Clause("3.2", "Think before you post."),)),),
        (Statement("s1", "Head of the College of Exercises", "2022-03-01", "The rules are clear.",
                   "javascript:alert(1)", verbatim=True),),
        (Basis("exampleton", "", "published", "https://paper.example/story"), Basis("force-07", "", "rehearsal"),
         Basis("force-08", "", "adjusted", "half of a published figure")),
        rehearsal=True,
        summary="How many cases did invented bodies record, and how did they end?",
    )  # fmt: skip


STORY = """# Thirty-four cases at invented bodies

Invented bodies recorded [34]{f=total} cases in two years, of which *[14.7%]{f=dismissed}* ended in dismissal.
Borough of Exampleton had **[24]{f=total body=exampleton}** of them, the most of all. In all 20 ended in a warning.

<script>alert('story')</script> and [a link](javascript:alert(2)), ![a picture](https://elsewhere.example/x.png).

- 12 of them at one borough
- the rest elsewhere
"""


def claim(words: str, kind: str, verdict: str, **rest: str) -> Claim:
    start = STORY.index(words)
    return Claim(start, start + len(words), STORY[:start].count("\n") + 1, words, kind, verdict, **rest)


def claims() -> tuple[Claim, ...]:
    return (
        claim("34", "number", "supported", finding="total", value="34 cases"),
        claim("14.7%", "number", "supported", finding="dismissed", value="14.7% of cases"),
        claim("24", "number", "supported", finding="total", body="exampleton", value="24 cases"),
        claim("Borough of Exampleton had **[24]{f=total body=exampleton}** of them, the most of all.",
              "superlative", "supported", finding="total"),
        claim("20", "number", "supported", finding="outcomes", part="warning", value="20 cases"),
        claim("12", "number", "waived", reason="a round figure for readers"),
    )  # fmt: skip


def judgement() -> Judgement:
    seen = Evidence("Which category is this?", BOOK, "sheet 'Data', C2", "Warning", phrase="warning")
    return Judgement(
        "d1", "2022-02-03", PERSON, "coding", (seen,), "warning", "Warning", "The codebook says so.", SECRET_NOTE
    )


def choice() -> Choice:
    options = (Option("o1", "Warning"), Option("o2", "Other"))
    return Choice("c1", "coding", "Which category does “management action” mean?", options, "force-07")


def publication(**changes: object) -> Publication:
    """The whole publication; fields can be replaced by name."""
    seen = [NumberSeen("24", observations()["pdf-4"].places["value"], "read", "pdf-4"),
            NumberSeen("2020", observations()["pdf-4"].places["value"], "ignored", "year", 2)]  # fmt: skip
    issue = Issue(
        "total-differs", "warning", f"The total is 24, the parts add to 25. {HOSTILE}", "reply.pdf, page 1",
        "ask the body which stands", (observations()["pdf-4"].places["value"],), body="exampleton",
    )  # fmt: skip
    whole = Publication(
        definition(), (total(), share(), breakdown()), observations(),
        (Delivery("1", PDF, "replies/exampleton/reply.pdf", "reply.pdf", "exampleton", date="2022-01-10"),
         Delivery("2", BOOK, "replies/07/cases & more.xlsx", "cases & more.xlsx", "force-07", date="2022-01-12"),
         Delivery("3", MAIL, "replies/08/mail.eml", f"Re {HOSTILE} foi.team@rehearsal08.example.eml", "force-08")),
        (Outcome("exampleton", "q1", "full"), Outcome("exampleton", "q2", "full"),
         Outcome("force-07", "q1", "full"), Outcome("force-07", "q2", "partial"),
         Outcome("force-08", "q1", "full"),
         Outcome("force-08", "q2", "refused", "40(2)", "FOIA 2000", "call 020 7946 0123", MAIL),
         Outcome("force-09", "q1", "no reply")),
        "2022-02-03T10:30:00+00:00",
        {PDF: pdf_reading(), BOOK: book_reading(), MAIL: mail_reading()},
        claims(), STORY, (issue,), (choice(),), (), (PublicJudgement.of(judgement(), RULES),),
        (NumberAccount.of(PDF, seen),), RULES, ("pdfium 7.0",), (ROW_IDS[-1],),
    )  # fmt: skip
    return replace(whole, **changes)  # type: ignore[arg-type]
