"""Runs one peer over a folder of PDFs and prints its tables as JSON: `python peers.py camelot-hybrid FOLDER`.

For a separate environment: `python -m venv .peers`, then in it
`pip install camelot-py img2table pdfplumber pypdfium2`.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Tables = list[dict[str, Any]]


def camelot_hybrid(pdf: Path) -> Tables:
    import camelot

    found = camelot.read_pdf(str(pdf), pages="all", flavor="hybrid")
    return [_grid(int(t.page), t.df.values.tolist()) for t in found]


def pdfplumber(pdf: Path) -> Tables:
    import pdfplumber as plumber

    with plumber.open(pdf) as document:
        return [_grid(n, rows) for n, page in enumerate(document.pages, 1) for rows in page.extract_tables()]


def img2table(pdf: Path) -> Tables:
    from img2table.document import PDF

    document = PDF(str(pdf))
    out = []
    for page, tables in document.extract_tables(borderless_tables=True, implicit_rows=True).items():
        for table in tables:
            rows = [[cell.value for cell in row] for row in table.content.values()]
            out.append(_grid(page + 1, rows))
    return out


def _grid(page: int, rows: list[list[Any]]) -> dict[str, Any]:
    cells = [(r, c, r, c, str(text)) for r, row in enumerate(rows) for c, text in enumerate(row) if text]
    return {"page": page, "cells": cells}


PEERS: dict[str, Callable[[Path], Tables]] = {
    "camelot-hybrid": camelot_hybrid,
    "img2table": img2table,
    "pdfplumber": pdfplumber,
}


def main() -> None:
    import pypdfium2

    run, root = PEERS[sys.argv[1]], Path(sys.argv[2])
    found: dict[str, Tables] = {}
    pages = 0
    before = _cpu()
    for pdf in sorted(root.rglob("*.pdf")):
        try:
            found[pdf.stem] = run(pdf)
        except Exception as error:  # a peer's failure is a result too
            print(f"{pdf.name}: {error!r}", file=sys.stderr)
            found[pdf.stem] = []
    seconds = _cpu() - before
    for pdf in root.rglob("*.pdf"):
        pages += len(pypdfium2.PdfDocument(str(pdf)))
    json.dump({"found": found, "seconds": seconds, "pages": pages}, sys.stdout)


def _cpu() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
