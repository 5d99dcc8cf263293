"""Files of every format with one table and one letter, made by the programs that bodies use."""

from __future__ import annotations

import email.policy
import io
import subprocess
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import docx
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import xlwt
from openpyxl.comments import Comment
from PIL import Image
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from tests.readers import cfb, make

HEAD = ["Rank", 2011, 2012, "Total"]
BODY = [["Constable", 14, 23, 37], ["Sergeant", 5, 8, 13], ["Inspector", 2, 1234, 1236]]
ROWS = [HEAD, *BODY]
SENTENCE = "In 2013 there were 47 cases; 3 officers resigned."
SECRET = ("Zanzibar", "987654")
"""Stands in whatever is hidden, and may stand in no reading."""

Made = dict[str, tuple[bytes, dict[str, Any]]]
TABLE: dict[str, Any] = {"table": True}
LETTER: dict[str, Any] = {"table": True, "words": ("47", "3 officers resigned")}


def made(folder: Path) -> Made:
    """Each file by its name ("kind~name as sent") with what has to come of it."""
    files: Made = {}
    files |= texts()
    files |= office(folder)
    files |= hidden()
    files |= pages(folder)
    files |= mails(files)
    files |= parcels(files)
    return files


# ------------------------------------------------------------------ text


def texts() -> Made:
    """CSV, TSV and TXT in the encodings and with the delimiters that are met."""
    out: Made = {}
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"):
        for delimiter in ",;\t|":
            text = "\r\n".join(delimiter.join(map(str, row)) for row in [*ROWS, ["Café £", 1, 2, 3]])
            kind = ("tab", "tsv") if delimiter == "\t" else (repr(delimiter), "csv")
            out[f"{encoding} {kind[0]}~a.{kind[1]}"] = text.encode(encoding), {"table": True, "words": ("Café £",)}
    aligned = "\n".join(f"{a!s:14}{b:>8}{c:>8}{d!s:>8}" for a, b, c, d in ROWS)
    out["aligned~a.txt"] = f"Dear requester,\n\n{aligned}\n\n{SENTENCE}\n".encode(), LETTER
    quoted = 'Rank,2011,2012,Total\nConstable,14,23,37\nSergeant,5,8,13\nInspector,2,"1,234","1,236"\n'
    out["quoted~a.csv"] = quoted.encode(), TABLE
    grid = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    web = f"<html><body><p>{SENTENCE}</p><table>{grid}</table><p hidden>{SECRET[0]}</p></body></html>"
    out["web~a.html"] = web.encode(), LETTER
    out["web called xls~a.xls"] = web.encode(), LETTER | {"issues": ("mislabelled-file",)}
    return out


# ------------------------------------------------------------------ office


def workbook(edit: Any = None) -> bytes:
    return make.xlsx(ROWS, edit)


def _every_kind(book: Any, sheet: Any) -> None:
    """Dates, shares, long texts, booleans, formulas, merged and hidden cells below the table."""
    day, share = xlwt.easyxf(num_format_str="d mmmm yyyy"), xlwt.easyxf(num_format_str="0.0%")
    for row in range(8, 60):
        values = (date(2014, 3, row % 28 + 1), row / 100, True, "é–“”" * row, 0.07, None, xlwt.Formula("B2+C2"))
        for column, value in enumerate(values):
            sheet.write(row, column, value, day if column == 0 else share)
    sheet.merge(70, 72, 2, 5)
    sheet.row(20).hidden = True
    sheet.col(6).width = 0
    book.add_sheet("Other").write(0, 0, xlwt.Formula('"a"&"b"'))


def letter() -> bytes:
    document = docx.Document()
    document.add_heading("Response to your request", 1)
    document.add_paragraph(SENTENCE)
    table = document.add_table(len(ROWS), 4)
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = str(text)
    document.add_paragraph("Yours sincerely")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def office(folder: Path) -> Made:
    """Workbook and letter as openpyxl and python-docx write them, and in each format that LibreOffice saves."""
    (folder / "book.xlsx").write_bytes(workbook())
    (folder / "letter.docx").write_bytes(letter())
    out: Made = {"openpyxl~book.xlsx": (workbook(), TABLE), "python-docx~letter.docx": (letter(), LETTER)}
    out["xlwt~book.xls"] = make.xls(ROWS), TABLE
    out["xlwt, cells of every kind~book.xls"] = make.xls(ROWS, _every_kind), {"words": ("Constable", "2014-03-09")}
    for target, filter_ in (
        ("ods", ""),
        ("xls", ""),
        ("xlsx", ""),
        ("csv", ""),
        ("html", ""),
        ("pdf", ""),
    ):
        data = convert(folder, "book.xlsx", target, filter_)
        out[f"libreoffice~book.{target}"] = data, TABLE
    for target in ("docx", "doc", "odt", "rtf", "html", "pdf", "txt"):
        filter_ = "MS Word 97" if target == "doc" else "Text (encoded):UTF8" if target == "txt" else ""
        expected = LETTER if target != "txt" else {"words": ("47", "3 officers resigned", "1236")}
        out[f"libreoffice~letter.{target}"] = convert(folder, "letter.docx", target, filter_), expected
    return out


def convert(folder: Path, name: str, target: str, filter_: str = "") -> bytes:
    """The file saved anew by LibreOffice."""
    into = folder / "out"
    stated = f"{target}:{filter_}" if filter_ else target
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", stated, "--outdir", str(into), str(folder / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (into / name).with_suffix(f".{target}").read_bytes()


def hidden() -> Made:
    """What a workbook or a document hides: sealed and said."""

    def sheet(state: str) -> Any:
        def edit(book: Any) -> None:
            other = book.create_sheet("Working")
            other.append(list(SECRET))
            other.sheet_state = state

        return edit

    def rows(book: Any) -> None:
        book.active.append(list(SECRET))
        book.active.row_dimensions[book.active.max_row].hidden = True

    def columns(book: Any) -> None:
        book.active["F1"], book.active["F2"] = SECRET
        book.active.column_dimensions["F"].hidden = True

    def comment(book: Any) -> None:
        book.active["B2"].comment = Comment(f"{SECRET[0]} {SECRET[1]}", "somebody")

    def about(book: Any) -> None:
        book.properties.creator, book.properties.lastModifiedBy = SECRET
        book.properties.description = SECRET[0]

    def wrong(book: Any) -> None:
        book.active["F2"], book.active["F3"] = "#DIV/0!", "=1/0"
        book.active["F2"].data_type = "e"

    def noted(document: Any) -> None:
        document.add_paragraph(SENTENCE)
        document.add_paragraph("x").add_run(" ".join(SECRET)).font.hidden = True

    out: Made = {
        "hidden sheet~a.xlsx": (workbook(sheet("hidden")), TABLE | {"issues": ("hidden-sheet",)}),
        "very hidden sheet~a.xlsx": (workbook(sheet("veryHidden")), TABLE | {"issues": ("hidden-sheet",)}),
        "hidden row~a.xlsx": (workbook(rows), TABLE | {"issues": ("hidden-rows",)}),
        "hidden column~a.xlsx": (workbook(columns), TABLE | {"issues": ("hidden-rows",)}),
        "comment~a.xlsx": (workbook(comment), TABLE | {"issues": ("comments",)}),
        "metadata~a.xlsx": (workbook(about), TABLE | {"words": ("creator",)}),
        "errors~a.xlsx": (workbook(wrong), {"issues": ("error-cells", "formula-without-value")}),
        "hidden words~a.docx": (make.word(noted), {"words": ("47",), "issues": ("hidden-text",)}),
    }
    return out | old_and_open()


def old_and_open() -> Made:
    """The same in the formats before 2007 and of OpenDocument, saved anew by LibreOffice where that keeps it."""
    import tempfile

    out: Made = {}

    def edit(book: Any) -> None:
        other = book.create_sheet("Working")
        other.append(list(SECRET))
        other.sheet_state = "hidden"
        book.active.append(list(SECRET))
        book.active.row_dimensions[book.active.max_row].hidden = True
        book.active["B2"].comment = Comment(f"{SECRET[0]} {SECRET[1]}", "somebody")
        book.properties.creator = SECRET[0]

    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "a.xlsx").write_bytes(workbook(edit))
        for target in ("ods", "xls", "xlsx"):
            said = TABLE | {"issues": ("hidden-sheet", "hidden-rows", "comments")}
            out[f"all hidden, libreoffice~a.{target}"] = convert(folder, "a.xlsx", target), said
    return out


# ------------------------------------------------------------------ pages


def pages(folder: Path) -> Made:
    """PDFs with text, as a scan, of both kinds, broken and locked; pictures."""
    text = convert(folder, "letter.docx", "pdf")
    picture = Image.open(io.BytesIO(_picture(text))).convert("RGB")
    read_by_eye = {"words": ("officers", "Constable", "1234")}
    out: Made = {
        "scan~a.pdf": (_pdf_of(picture), read_by_eye),
        "text and scan~a.pdf": (_pdf_of(picture, SENTENCE), read_by_eye | {"words": ("47", "Constable", "1234")}),
        "cut~a.pdf": (text[: len(text) // 2], {"refused": "damaged or ends too early"}),
        "no table of contents~a.pdf": (text.replace(b"startxref", b"startxxxx"), LETTER),
        "locked~a.pdf": (_locked("owner", "user"), {"refused": "password"}),
        "locked for printing only~a.pdf": (_locked("owner", ""), {"words": ("47",)}),
        "empty~a.pdf": (b"", {"refused": "empty"}),
        "with files~a.pdf": (_with_files(text), LETTER | {"inside": ("book.xlsx", "pinned.csv")}),
    }
    for kind in ("png", "jpeg", "tiff", "gif", "bmp", "webp"):
        held = io.BytesIO()
        picture.save(held, kind)
        out[f"picture~a.{kind}"] = held.getvalue(), read_by_eye
    held = io.BytesIO()
    picture.save(held, "tiff", save_all=True, append_images=[picture])
    out["two frames~a.tiff"] = held.getvalue(), {"words": ("page 2", "Constable")}
    return out


def _picture(data: bytes) -> bytes:
    from foidesk.readers.images import page_image

    return page_image(data, 1, (), 200)


def _pdf_of(picture: Image.Image, before: str = "") -> bytes:
    from reportlab.lib.utils import ImageReader

    held = io.BytesIO()
    canvas = Canvas(held, invariant=1)
    if before:
        canvas.drawString(70, 700, before)
        canvas.showPage()
    canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
    canvas.save()
    return held.getvalue()


def _with_files(data: bytes) -> bytes:
    """The same PDF with a workbook in it and a table pinned to its page."""
    document = pdfium.PdfDocument(data)
    document.new_attachment("book.xlsx").set_data(workbook())
    page, table = document[0], b"Ward,Notices\nAshgrove,1412\n"
    note = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_FILEATTACHMENT)
    wide = "pinned.csv\0".encode("utf-16-le")
    file = raw.FPDFAnnot_AddFileAttachment(note, (raw.FPDF_WCHAR * (len(wide) // 2)).from_buffer_copy(wide))
    raw.FPDFAttachment_SetFile(file, document, table, len(table))
    raw.FPDFPage_CloseAnnot(note)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _locked(owner: str, user: str) -> bytes:
    held = io.BytesIO()
    lock = pdfencrypt.StandardEncryption(user, owner, canPrint=1, strength=128)
    canvas = Canvas(held, encrypt=lock)
    canvas.drawString(70, 700, SENTENCE)
    canvas.save()
    return held.getvalue()


# ------------------------------------------------------------------ mails and parcels


def mail(text: str, *files: tuple[str, bytes], html: str = "") -> bytes:
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"], message["To"] = "foi@council.example", "desk@paper.example"
    message["Subject"], message["Date"] = "Re: request", "Tue, 4 Mar 2014 09:00:00 +0000"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in files:
        message.add_attachment(data, "application", "octet-stream", filename=name)
    return message.as_bytes()


def mails(files: Made) -> Made:
    book, table = files["openpyxl~book.xlsx"][0], files["quoted~a.csv"][0]
    inner = mail(SENTENCE, ("book.xlsx", book))
    nested = EmailMessage(policy=email.policy.SMTP)
    nested["From"], nested["Subject"], nested["To"] = "a@b.example", "Fw: request", "c@d.example"
    nested.set_content("See the mail inside.")
    nested.add_attachment(email.message_from_bytes(inner, policy=email.policy.SMTP))
    winmail = make.tnef((0x9002, b"\0" * 14), (0x8010, b"a.csv\0"), (0x800F, table))
    said = {"words": ("47", "3 officers resigned")}
    return {
        "plain~a.eml": (mail(SENTENCE), said),
        "with a workbook~a.eml": (inner, said | {"inside": ("book.xlsx",)}),
        "web and plain~a.eml": (mail(SENTENCE, html=files["web~a.html"][0].decode()), LETTER),
        "a mail in a mail~a.eml": (nested.as_bytes(), {"words": ("See the mail inside",)}),
        "winmail~winmail.dat": (winmail, {"inside": ("a.csv",)}),
        "mail with winmail~a.eml": (mail("hello", ("winmail.dat", winmail)), {"inside": ("a.csv",)}),
        "two mails~a.mbox": (b"".join(b"From x@y Tue Mar  4 09:00:00 2014\n" + m.replace(b"\r\n", b"\n") + b"\n"
                                      for m in (mail(SENTENCE), inner)), {}),
        "outlook~a.msg": (cfb.outlook_mail("Re: request", SENTENCE, {"a.csv": table}),
                          said | {"inside": ("a.csv",)}),
        "outlook in outlook~a.msg": (cfb.outlook_mail("Re", "hello", {"inner": cfb.message_tree(
            "Re", SENTENCE, {"a.csv": table}, "", {})}), {"words": ("hello",)}),
    }  # fmt: skip


def parcels(files: Made) -> Made:
    book, table = files["openpyxl~book.xlsx"][0], files["quoted~a.csv"][0]
    inner = make.zipped({"a.csv": table})
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as clash:
        for name in ("a.csv", "A.csv", "one/a.csv"):
            clash.writestr(name, table)
    bomb = make.zipped({f"{n}.txt": b"0" * 80_000_000 for n in range(14)})
    deep = inner
    for _ in range(30):
        deep = make.zipped({"in.zip": deep})
    outside = make.zipped({"../../etc/a.csv": table, "/abs/b.csv": table, "C:\\c.csv": table})
    return {
        "plain~a.zip": (make.zipped({"book.xlsx": book, "a.csv": table}), {"inside": ("a.csv", "book.xlsx")}),
        "nested~a.zip": (make.zipped({"in/inner.zip": inner, "~$lock.xlsx": b"x" * 165}),
                         {"issues": ("ignored-attachment",), "words": ("inner.zip",)}),
        "clashes~a.zip": (held.getvalue(), {"words": ("a.csv", "A.csv")}),
        "bomb~a.zip": (bomb, {"issues": ("archive-too-large",)}),
        "thirty deep~a.zip": (deep, {}),
        "leads out~a.zip": (outside, {"words": ("a.csv",)}),
        "cut~a.zip": (inner[: len(inner) // 2], {"refused": "cut or damaged"}),
    }  # fmt: skip
