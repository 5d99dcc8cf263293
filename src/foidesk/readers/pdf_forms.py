"""What people typed into a PDF: the values of form fields, and text boxes laid over the page.

They are no part of the page's characters; a reader that leaves them out loses every answer in a filled-in form.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from foidesk.readers.tables.ink import Frame, Token

AFTER = 10_000_000
TICKED = "☒"
TYPED = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
NOT_SHOWN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
SHOWN_IN_FULL = (raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP)
BOXES = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)


def form_of(document: Any) -> Any:
    """The document's form, or None if it has none."""
    if document.get_formtype() == raw.FORMTYPE_NONE:
        return None
    document.init_forms()
    return document.formenv


def typed_tokens(page: Any, form: Any, view: Any) -> list[Token]:
    """The words that stand in the page's fields and text boxes, spread over the room they have."""
    tokens: list[Token] = []
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        text = _text_of(note, form)
        box = raw.FS_RECTF()
        if text and raw.FPDFAnnot_GetRect(note, box):
            frame = view.frame(box.left, box.bottom, box.right, box.top)
            tokens.extend(_spread(text, frame, AFTER + 10_000 * index))
        raw.FPDFPage_CloseAnnot(note)
    return tokens


def remarks_on(page: Any) -> int:
    """How many comments stick to the page: they open on a click, and are sealed."""
    count = 0
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if note:
            count += raw.FPDFAnnot_GetSubtype(note) not in SHOWN_IN_FULL and bool(_contents(note))
            raw.FPDFPage_CloseAnnot(note)
    return count


def _contents(note: Any) -> str:
    return _string(lambda buffer, size: raw.FPDFAnnot_GetStringValue(note, b"Contents", buffer, size))


def _text_of(note: Any, form: Any) -> str:
    if raw.FPDFAnnot_GetFlags(note) & NOT_SHOWN:
        return ""
    kind = raw.FPDFAnnot_GetSubtype(note)
    if kind == raw.FPDF_ANNOT_FREETEXT:
        return _contents(note)
    if kind != raw.FPDF_ANNOT_WIDGET or form is None:
        return ""
    field = raw.FPDFAnnot_GetFormFieldType(form, note)
    if field in BOXES:
        return TICKED if raw.FPDFAnnot_IsChecked(form, note) else ""
    if field not in TYPED:
        return ""
    return _string(lambda buffer, size: raw.FPDFAnnot_GetFormFieldValue(form, note, buffer, size))


def _string(call: Any) -> str:
    """The UTF-16 text that a PDFium call gives in two steps: how long, then what."""
    size = call(None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    call(buffer, size)
    return bytes(buffer)[:size].decode("utf-16-le", "replace").rstrip("\0").strip()


def _spread(text: str, frame: Frame, start: int) -> Iterator[Token]:
    """The words at about the places they have in the field: line by line, as wide as their letters."""
    lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
    height = min(14.0, (frame.y1 - frame.y0) / max(1, len(lines)))
    middle = (frame.y0 + frame.y1) / 2 if len(lines) == 1 else frame.y0 + height / 2
    for n, line in enumerate(lines):
        letter = min(0.5 * height, (frame.x1 - frame.x0) / max(1, len(line)))
        x, y = frame.x0 + 1, middle + n * height
        for word in line.split():
            wide = letter * len(word)
            yield Token(x, y - height / 2, x + wide, y + height / 2, word, height, start, start + len(word))
            x, start = x + wide + letter, start + len(word) + 1
