"""DOC: old Word documents, through LibreOffice, or antiword where there is no LibreOffice."""

from __future__ import annotations

import re
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from foidesk.errors import MissingProgram, Truncated
from foidesk.model.protocols import Source
from foidesk.model.reading import Part

from . import docx
from .basket import Seen, plural
from .doc_marks import glued_cells, text_of
from .plain import BODY, paragraphs, tables_of, tidy
from .programs import program
from .refusals import cut, locked
from .sniff import DOCX

_SECONDS = 120
_ADVICE = "Install LibreOffice (Debian: apt install libreoffice-writer-nogui) or antiword, or save it as .docx."


def see(source: Source) -> Seen:
    """What stands in the document; the program that opened it is named in `tools`."""
    if _is_encrypted(source.data):
        raise locked(source.name)
    office = program("soffice", "libreoffice")
    antiword = program("antiword")
    if office:
        seen = _by_office(source, office)
        glued = glued_cells(text_of(source.data), "\n".join(part.text for part in seen.parts))
        if not glued:
            return seen
        if not antiword:
            _note_glued(seen, glued, source)
            return seen
    if antiword:
        return _by_antiword(source, antiword, bool(office))
    raise MissingProgram("reading .doc needs another program", where=source.name, next=_ADVICE)


def _note_glued(seen: Seen, glued: int, source: Source) -> None:
    """Word ends a document with a paragraph; where a program left it out, LibreOffice drops the last table."""
    what = f"LibreOffice ran {plural(glued, 'pair')} of neighbouring cells together: their numbers are wrong."
    then = "Install antiword, which reads such tables, or open it by hand and save it as .docx."
    seen.note("cells-run-together", what, source, then, severity="blocking", key="cells")


def _is_encrypted(data: bytes) -> bool:
    """The flag in the file's own header (FIB), which opens the WordDocument stream."""
    at = data.find(b"\xec\xa5", 512)
    return at >= 0 and len(data) > at + 12 and at % 512 == 0 and bool(data[at + 11] & 1)


def _by_office(source: Source, office: str) -> Seen:
    with tempfile.TemporaryDirectory(prefix="foidesk-") as folder:
        original = Path(folder, "document.doc")
        original.write_bytes(source.data)
        _run(
            [office, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--norestore",
             "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(original)], source,
        )  # fmt: skip
        made = Path(folder, "document.docx")
        if not made.exists():
            raise cut(source.name, "LibreOffice could not open it")
        seen = docx.see(replace(source, data=made.read_bytes(), media_type=DOCX))
    seen.tools.append(_version(office))
    return seen


def _by_antiword(source: Source, antiword: str, instead: bool) -> Seen:
    """Read by antiword; `instead`: because LibreOffice lost a table."""
    with tempfile.TemporaryDirectory(prefix="foidesk-") as folder:
        original = Path(folder, "document.doc")
        original.write_bytes(source.data)
        text = _run([antiword, "-w", "0", "-m", "UTF-8.txt", str(original)], source)
    text = tidy(text)
    if not text.strip():
        raise cut(source.name, "antiword found no text")
    tables = tables_of(text, BODY)
    part = Part(BODY, "body", text, blocks=tuple(paragraphs(text, BODY, tables)))
    seen = Seen([part], tables, tools=["antiword"])
    why = ", because LibreOffice lost a table of it" if instead else ""
    then = "Open it by hand" if instead else "Install LibreOffice and read it again"
    seen.note("reduced-reading", f"Read by antiword{why}: merged cells, notes and text boxes may be lost.", source,
              f"{then} if a table looks odd.")  # fmt: skip
    return seen


def _run(command: list[str], source: Source) -> str:
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired as error:
        raise Truncated(f"{Path(command[0]).name} did not finish in {_SECONDS} seconds", where=source.name,
                        next="Open it by hand and save it as .docx.") from error  # fmt: skip
    return done.stdout.decode("utf-8", "replace")


def _version(office: str) -> str:
    done = subprocess.run([office, "--version"], capture_output=True, timeout=_SECONDS, check=False)
    found = re.search(r"[\d.]{3,}", done.stdout.decode("utf-8", "replace"))
    return f"LibreOffice {found[0] if found else ''}".strip()
