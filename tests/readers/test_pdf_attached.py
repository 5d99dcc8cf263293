"""A workbook that lies inside a PDF is a document of its own; nothing of it shows on any page."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from foidesk import readers
from foidesk.model.protocols import Read

from . import make
from .pages import Paper

ROWS = [["Ward", "Notices"], ["Ashgrove", 1412], ["Bellwater", 967]]


def saved(document: pdfium.PdfDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def letter() -> pdfium.PdfDocument:
    return pdfium.PdfDocument(Paper().write(60, 80, "The figures are in the attached workbook.").pdf())


def read(document: pdfium.PdfDocument) -> Read:
    return readers.read(saved(document), "reply.pdf")


def test_a_workbook_attached_to_a_pdf_is_given_with_its_bytes() -> None:
    document = letter()
    document.new_attachment("Réponse figures.xlsx").set_data(make.xlsx(ROWS))
    found = read(document)
    [attached] = found.reading.attachments
    assert attached.name == "Réponse figures.xlsx" and attached.media_type.endswith("spreadsheetml.sheet")
    inside = readers.read(found.contents[attached.sha256], attached.name).reading
    assert "Bellwater\t967" in inside.parts[0].text


def test_a_file_pinned_to_a_page_is_given_too_and_the_same_one_once() -> None:
    document = letter()
    table = b"Ward,Notices\nAshgrove,1412\nBellwater,967\n"
    document.new_attachment("figures.csv").set_data(table)
    page = document[0]
    for name in ("figures.csv", "more.csv"):
        note = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_FILEATTACHMENT)
        wide = (name + "\0").encode("utf-16-le")
        file = raw.FPDFAnnot_AddFileAttachment(note, (raw.FPDF_WCHAR * (len(wide) // 2)).from_buffer_copy(wide))
        assert raw.FPDFAttachment_SetFile(file, document, table, len(table))
        raw.FPDFPage_CloseAnnot(note)
    names = [one.name for one in read(document).reading.attachments]
    assert names == ["figures.csv", "more.csv"]


def test_an_attached_file_without_bytes_is_said() -> None:
    document = letter()
    document.new_attachment("figures.xlsx")
    found = read(document).reading
    assert found.attachments == ()
    [issue] = [issue for issue in found.issues if issue.kind == "attachment-unread"]
    assert "figures.xlsx" in issue.what and "save the file" in issue.next
