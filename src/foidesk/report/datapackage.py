"""`datapackage.json` (Data Package v2): what the data files are, column by column."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from .fields import DataTable, Field
from .publication import Publication

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json"


def datapackage(publication: Publication, tables: tuple[DataTable, ...], files: Mapping[str, bytes]) -> str:
    """The descriptor, dated by the last event; it names no licence, which is the publisher's to give."""
    definition = publication.definition
    content: dict[str, Any] = {
        "$schema": PROFILE,
        "name": re.sub(r"[^a-z0-9._-]+", "-", definition.id.lower()),
        "title": definition.title,
        "description": _description(publication),
        "version": f"codebook-{definition.codebook.version}",
        "contributors": [{"title": publication.desk, "roles": ["creator"]}],
        "resources": [_resource(table, files[f"{table.name}.csv"]) for table in tables],
    }
    if created := _instant(publication.last_event):
        content["created"] = created
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _description(publication: Publication) -> str:
    note = "REHEARSAL: an exercise with replies made for practice. " if publication.definition.rehearsal else ""
    return note + (publication.definition.summary or publication.definition.title)


def _instant(at: str) -> str:
    """RFC 3339 with a zone; a day alone becomes its first moment, no ISO date at all becomes ""."""
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return ""
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).isoformat()


def _resource(table: DataTable, data: bytes) -> dict[str, Any]:
    return {
        "$schema": RESOURCE,
        "name": table.name,
        "type": "table",
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {"fields": [_field(field) for field in table.fields], "missingValues": [""]},
    }


def _field(field: Field) -> dict[str, str]:
    return {"name": field.name, "type": field.type, "description": field.description}
