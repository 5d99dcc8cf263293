"""The public package: everything below `data/`, built from an allow-list of redacted derivatives.

`PUBLIC` names every kind of file that may be in it and what it is made from. No original, no reading, no private
note and no case row that nobody chose is among them, since nothing here is given any.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from foidesk import __version__

from .datapackage import datapackage
from .downloads import csv_text, data_tables
from .edition import Edition
from .exports import EXPORTERS, Notes, typed
from .fields import DataTable
from .figures import figures_json
from .finding_data import findings_json
from .masking import mask
from .publication import Publication
from .registers import decisions, documents
from .words import day

PUBLIC = (
    ("*.csv", "the tables, tidy: one statement a row"),
    ("tables.json", "the same tables as JSON"),
    ("findings.json", "the findings, nested, with links to their sources"),
    ("figures.json", "each body's figures as the findings ask for them; 'foidesk verify' computes them anew"),
    ("tables.xlsx", "all tables in a workbook with notes"),
    ("tables.db, metadata.json", "all tables for SQL and Datasette"),
    ("*.parquet", "the tables with typed columns, if pyarrow was there"),
    ("datapackage.json", "a Data Package (v2) that explains every column"),
    ("letter.md", "the request as it was sent"),
    ("CITATION.cff", "how to cite the data"),
    ("README.md", "what is here and how to read it"),
    ("SHA256SUMS", "a fingerprint of every file here"),
)
"""What the package may hold, and what it is."""


def package(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Each file of the package by its name below `data/`, the sums last."""
    files = dict(_files(edition))
    yield from files.items()
    yield "SHA256SUMS", sums(files)


def sums(files: Mapping[str, bytes]) -> bytes:
    """The SHA-256 of every file, as `sha256sum -c` reads them."""
    lines = [f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items())]
    return "".join(lines).encode()


def _files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    publication = edition.publication
    tables = (*data_tables(publication, edition.sources), documents(publication), decisions(publication))
    about = notes(publication)
    csv_files = {f"{table.name}.csv": csv_text(table).encode() for table in tables}
    yield from csv_files.items()
    yield "tables.json", _tables_json(tables)
    yield "findings.json", findings_json(publication, edition.sources).encode()
    if publication.figures is not None:
        yield "figures.json", figures_json(publication.figures, f"foidesk {__version__}", mask).encode()
    for exporter in EXPORTERS:
        if exporter.is_here:
            yield from exporter.write(tables, about).items()
    yield "datapackage.json", datapackage(publication, tables, csv_files).encode()
    if publication.letter:
        yield "letter.md", mask(publication.letter).encode()
    yield "CITATION.cff", _citation(publication).encode()
    yield "README.md", _readme(about, tables).encode()


def left_out() -> tuple[str, ...]:
    """What the package lacks for want of a module, and how to get it."""
    return tuple(
        f"{each.name} left out: pip install 'foidesk[{each.extra}]'" for each in EXPORTERS if not each.is_here
    )


def _tables_json(tables: tuple[DataTable, ...]) -> bytes:
    content = {table.name: [_record(table, row) for row in table.rows] for table in tables}
    return (json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n").encode()


def _record(table: DataTable, row: tuple[Any, ...]) -> dict[str, Any]:
    return {field.name: typed(value, field) for value, field in zip(row, table.fields, strict=True)}


def notes(publication: Publication) -> Notes:
    """What a reader must know before using the data, in the survey's own words."""
    definition = publication.definition
    lines = [("About", " ".join(definition.summary.split()))]
    if definition.rehearsal:
        lines.append(("REHEARSAL", "An exercise with replies made for practice; no finding about any real body."))
    lines += [
        ("As of", day(publication.last_event) if publication.last_event else "no event on record"),
        ("Bounds", "lo and hi hold the value between them; equal where it is exact; an empty hi: no limit."),
        ("Stated and true", "Stated counts what replies say; true_lo and true_hi hold all that fits them."),
        ("Case rows", "Counted, not listed, unless chosen one by one."),
        ("Withheld", "Small numbers that a body withheld stay a range; ways to reach staff are taken out."),
        ("Empty cells", "An empty number means that there is none: the reason stands in the row, never a zero."),
    ]  # fmt: skip
    return Notes(definition.title, tuple(lines), publication.last_event)


def _readme(about: Notes, tables: tuple[DataTable, ...]) -> str:
    lines = [f"# {about.title}", "", *(f"- **{heading}.** {text}" for heading, text in about.lines if text), ""]
    lines += ["## Files", "", *(f"- `{name}`: {what}" for name, what in PUBLIC), ""]
    lines += ["## Tables", "", *(f"- `{table.name}`: {table.title}" for table in tables), ""]
    lines += ["Check the files with `sha256sum -c SHA256SUMS`, the figures with `foidesk verify .`", ""]
    return "\n".join(lines)


def _citation(publication: Publication) -> str:
    """The Citation File Format, 1.2.0; strings as JSON, which is YAML."""
    definition = publication.definition
    title = ("REHEARSAL: " if definition.rehearsal else "") + definition.title
    lines = [
        "cff-version: 1.2.0",
        "message: If you use these data, please cite them as below.",
        "type: dataset",
        f"title: {json.dumps(title, ensure_ascii=False)}",
        "authors:",
        f"  - name: {json.dumps(publication.desk, ensure_ascii=False)}",
        f"version: codebook-{definition.codebook.version}",
    ]
    if publication.last_event[:10]:
        lines.append(f"date-released: {publication.last_event[:10]}")
    if definition.summary:
        lines.append(f"abstract: {json.dumps(' '.join(definition.summary.split()), ensure_ascii=False)}")
    return "\n".join(lines) + "\n"
