"""PDF documents: text where the page has it, recognition where it is a picture, tables on either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from foidesk.errors import Encrypted, MissingProgram, Truncated
from foidesk.model.issues import Issue
from foidesk.model.protocols import Read, Source
from foidesk.model.reading import Part, Reading
from foidesk.readers import ocr, pdf_doubts, pdf_forms, pdf_ink, pdf_join, pdf_text
from foidesk.readers.garbage import collecting_later
from foidesk.readers.images import png
from foidesk.readers.pdf_attached import files_of, with_files
from foidesk.readers.pdf_mixed import mixed_texts
from foidesk.readers.pdf_sideways import quarter_back
from foidesk.readers.pdf_tilt import tilt_back, turned_back
from foidesk.readers.properties import measured
from foidesk.readers.tables.finder import page_tables
from foidesk.readers.tables.grid import Found
from foidesk.readers.tables.ink import Line, PageInk, lines_of
from foidesk.readers.tables.steps import drawn
from foidesk.readers.tables.streams import in_reading_order

PASSWORD_NEEDED = 4
DOUBTFUL = 0.80
TOLD = ("Producer", "Creator", "CreationDate", "ModDate")
ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")


@dataclass(slots=True)
class Page:
    """One page on its way to the reading."""

    ink: PageInk
    lines: list[Line]
    text: pdf_text.PageText
    tables: list[Found] = field(default_factory=list)


class PdfReader:
    """Reads PDF. Decides page by page whether the text layer is usable or the page must be recognised."""

    name = "pdf"
    version = 41
    media_types: tuple[str, ...] = ("application/pdf",)

    def read(self, source: Source) -> Read:
        """One part per page, its words with boxes, and the tables. Raises `Encrypted` or `Truncated`."""
        document = opened(source)
        try:
            inks, issues = inks_of(document, source)
            metadata = _metadata(document)
            files = [*files_of(document), *(file for ink in inks for file in ink.files)]
        finally:
            document.close()
        return with_files(reading_of(source, self.name, self.version, inks, issues, metadata), files, source)


def find_tables(data: bytes, name: str = "document.pdf") -> Reading:
    """The reading of these PDF bytes, with all its tables: what `foidesk tables` shows."""
    import hashlib

    source = Source(data, hashlib.sha256(data).hexdigest(), name, "application/pdf")
    with collecting_later():
        return PdfReader().read(source).reading


def opened(source: Source) -> Any:
    """The PDFium document, or the error that says why not."""
    if not source.data:
        raise Truncated("the file is empty (0 bytes)", where=source.name, next="ask the body to send it again")
    try:
        document = pdf_ink.open_document(source.data)
        if len(document) == 0:
            raise Truncated("the PDF has no pages", where=source.name, next="ask the body to send it again")
        return document
    except pdfium.PdfiumError as error:
        if error.err_code == PASSWORD_NEEDED:
            raise Encrypted(
                "the PDF asks for a password", where=source.name, next="ask the body for an open copy"
            ) from None
        raise Truncated(
            "the PDF is damaged or ends too early", where=source.name, next="ask the body to send it again"
        ) from None


def reading_of(
    source: Source, reader: str, version: int, inks: list[PageInk], issues: list[Issue],
    metadata: list[tuple[str, str]],
) -> Reading:  # fmt: skip
    """The reading of pages whose ink is known; a scan's page and a text page go the same way from here."""
    pages: list[Page] = []
    for ink in inks:
        pages.append(page_of(ink, pages[-1].tables[-1].close if pages and pages[-1].tables else ()))
    repeated = pdf_text.repeated_lines([(page.ink, page.lines) for page in pages])
    joined = pdf_join.tables_of([(p.ink, p.lines, p.tables, p.text) for p in pages], repeated, source)
    parts = tuple(part_of(page, repeated) for page in pages)
    doubts = [issue for p in pages for issue in doubts_of(p, source)]
    reading = Reading(
        source.sha256, source.media_type, reader, version, tools_of(inks), parts, joined.tables,
        issues=(*issues, *doubts, *joined.issues), metadata=tuple(metadata),
    )  # fmt: skip
    tilts = {ink.number: tilt_back(ink.tilt, ink.width / 2, ink.height / 2) for ink in inks if ink.tilt}
    quarters = {ink.number: quarter_back(ink.quarter, ink.width, ink.height) for ink in inks if ink.quarter}
    return turned_back(turned_back(reading, tilts), quarters)


def doubts_of(page: Page, source: Source) -> Iterator[Issue]:
    """What may be wrong with what was read of the page."""
    yield from pdf_doubts.all_doubts(page.ink, page.lines, page.tables, source)
    ordered = [[placed.token for placed in line] for line in page.text.lines]
    yield from mixed_texts(page.ink, ordered, page.tables, source)


def page_of(ink: PageInk, close: Sequence[float] = ()) -> Page:
    """The page with its lines, raw text and tables; `close`: narrow boundaries of the page before."""
    lines = lines_of(ink.tokens)
    ordered = in_reading_order(lines, ink.width)
    return Page(ink, lines, pdf_text.page_text(ordered), page_tables(ink, lines, close, ordered))


def part_of(page: Page, repeated: set[str]) -> Part:
    """The page as a part of the reading."""
    ink = page.ink
    frames = [table.frame for table in page.tables]
    blocks = pdf_text.blocks_of_page(ink, page.text, frames, repeated)
    words = pdf_text.words_of(ink.number, page.text)
    width, height = (ink.height, ink.width) if ink.quarter % 180 else (ink.width, ink.height)
    return Part(
        f"page {ink.number}", "page", page.text.text, words, blocks, ink.layer,
        width=round(width, 2), height=round(height, 2),
    )  # fmt: skip


def tools_of(inks: list[PageInk]) -> tuple[str, ...]:
    """PDFium, and what recognised its pages if one had to be."""
    info = pdfium.version.PDFIUM_INFO
    recognisers = dict.fromkeys(tool for ink in inks for tool in ink.tools)
    return (f"pdfium {info.major}.{info.minor}.{info.build}.{info.patch}", *recognisers)


def _metadata(document: Any) -> list[tuple[str, str]]:
    try:
        known = document.get_metadata_dict(skip_empty=True)
    except UnicodeDecodeError:  # what a program says of itself is no reason to lose the pages
        return []
    told = [(key, known[key]) for key in TOLD if key in known]
    return told + measured((key, words) for key, words in known.items() if key not in TOLD)


# ------------------------------------------------------------------ text or picture


def inks_of(document: Any, source: Source) -> tuple[list[PageInk], list[Issue]]:
    """The ink of every page, recognised where the page has no usable text; and what could not be read."""
    inks: list[PageInk] = []
    issues: list[Issue] = []
    form = pdf_forms.form_of(document)
    for index in range(len(document)):
        try:
            ink = pdf_ink.page_ink(document, index, form)
        except pdfium.PdfiumError:
            inks.append(PageInk(index + 1, 0.0, 0.0))
            issues.append(_unreadable(source, index + 1))
            continue
        try:
            if is_picture(ink):
                ink = recognise(document, index, ink)
            elif ink.of_scan:
                ink = read_again(document, index, ink)
                issues += [] if ink.tools else [_unchecked(source, ink.number)]
        except MissingProgram as missing:
            issues.append(ocr.needs_program(source, ink.number, missing))
        inks.append(ink)
    return inks, issues


def is_picture(ink: PageInk) -> bool:
    """True if the page shows something but has no usable characters: a scan, or text drawn as outlines."""
    text = "".join([token.text for token in ink.tokens])
    letters, odd = len(text), len(ODD.findall(text))
    covered = sum((f.x1 - f.x0) * (f.y1 - f.y0) for f in ink.images) / max(1.0, ink.width * ink.height)
    if letters and odd > 0.3 * letters:
        return True
    if letters < 12:
        return covered > 0.05 or ink.drawn > 60
    return letters < 120 and covered > 0.6


def recognise(document: Any, index: int, ink: PageInk) -> PageInk:
    """The ink of the page as the engines see it."""
    return replace(ocr.recognised(_picture(document, index), ocr.DPI, ink.number), files=ink.files)


def read_again(document: Any, index: int, ink: PageInk) -> PageInk:
    """A scan with the text that its sender's program recognised, its numbers compared with our own recognition."""
    picture = _picture(document, index)
    turned = picture.rotate(-ink.quarter, expand=True) if ink.quarter else picture
    tools, disputes = ocr.compared(turned, ink.tokens)
    return replace(ink, layer="ocr", tools=tools, disputed=disputes)


def _picture(document: Any, index: int) -> Any:
    page = document[index]
    try:
        return page.render(scale=ocr.DPI / 72, grayscale=True).to_pil().copy()
    finally:
        page.close()


def _unchecked(source: Source, page: int) -> Issue:
    what = "the text of this scanned page was recognised by its sender's program; nothing here could check it"
    where, then = f"{source.name}, page {page}", "compare its numbers with the picture, or install tesseract"
    return Issue("ocr-unchecked", "warning", what, where, then, key=f"page {page}")


def _unreadable(source: Source, page: int) -> Issue:
    what, then = "this page is damaged and cannot be read", "ask the body to send the document again"
    where = f"{source.name}, page {page}"
    return Issue("page-damaged", "blocking", what, where, then, blocks="publish", key=f"page {page}")


def draw_steps(data: bytes, page: int, dpi: int = 110) -> bytes:
    """A PNG of the page (from 1) with the table finder's steps drawn in colours."""
    source = Source(data, "", "document.pdf", "application/pdf")
    document = opened(source)
    try:
        if not 1 <= page <= len(document):
            raise Truncated(f"there is no page {page}; the document has {len(document)}")
        ink = pdf_ink.page_ink(document, page - 1)
        if is_picture(ink):
            ink = recognise(document, page - 1, ink)
        picture = document[page - 1].render(scale=dpi / 72).to_pil().convert("RGB")
    finally:
        document.close()
    if ink.quarter:
        picture = picture.rotate(-ink.quarter, expand=True)
    if ink.tilt:
        picture = picture.rotate(ink.tilt, fillcolor="white")
    return png(drawn(picture, ink, page_tables(ink), dpi / 72))
