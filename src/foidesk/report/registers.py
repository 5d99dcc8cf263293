"""The tables of record: which documents the figures rest on, and what was decided by whom."""

from __future__ import annotations

from .fields import DATE, INTEGER, TEXT, DataTable, Field, body_name
from .masking import mask
from .publication import Publication

_DOCUMENT_FIELDS = (
    Field("body", TEXT, "Id of the body that sent it"),
    Field("body_name", TEXT, "Name of the body"),
    Field("file", TEXT, "Name of the file as it came; contact details withheld"),
    Field("received", DATE, "Day of receipt, where known"),
    Field("document", TEXT, "SHA-256 of the bytes"),
    Field("numbers_read", INTEGER, "Numbers read into statements or used in a check"),
    Field("numbers_ignored", INTEGER, "Numbers ignored by name: dates, telephone numbers, sections of the Act"),
    Field("numbers_open", INTEGER, "Numbers raised as an issue"),
)


def documents(publication: Publication) -> DataTable:
    """Every delivery with the account of its numbers."""
    accounts = {each.document: each for each in publication.accounts}
    rows = []
    for each in publication.deliveries:
        account = accounts.get(each.document)
        counts = (account.read, account.ignored_total, account.open) if account else ("", "", "")
        name = body_name(publication, each.body) if each.body else ""
        rows.append((each.body, name, mask(each.name), _date(each.date), each.document, *counts))
    return DataTable("documents", "Every document received", _DOCUMENT_FIELDS, tuple(sorted(rows)))


def _date(at: str) -> str:
    return at[:10] if len(at) >= 10 and at[:4].isdigit() else ""


_DECISION_FIELDS = (
    Field("decision", TEXT, "Id of the decision"),
    Field("day", DATE, "Day of the decision"),
    Field("by", TEXT, "The rule or the desk; never a person's name"),
    Field("kind", TEXT, "What it is about"),
    Field("answer", TEXT, "The answer; contact details withheld"),
    Field("reason", TEXT, "The public reason"),
    Field("revokes", TEXT, "Id of the decision that it takes back"),
)


def decisions(publication: Publication) -> DataTable:
    """Every decision as the public may see it."""
    rows = tuple(
        (each.id, _date(each.at), each.by, each.kind, mask(each.answer), mask(each.reason), each.revokes)
        for each in publication.judgements
    )
    return DataTable("decisions", "Every decision, with its public reason", _DECISION_FIELDS, rows)
