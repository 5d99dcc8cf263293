"""Lists of public bodies: our own, WhatDoTheyKnow's, and any table with a column of names.

`data/uk-police.csv` was written down from general knowledge on 26 November 2026; it has no addresses for requests
(check them on each force's page) and no workforce: `foidesk bodies --sizes` takes that from a published table. The
codes are those of the Office for National Statistics.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from ..errors import UnknownName

LISTS = {"uk-police": "the territorial police forces of the United Kingdom and three special forces"}
COLUMNS = ("id", "name", "aliases", "official_code", "email", "website", "law", "kind", "note", "whatdotheyknow")

_MEANS = {
    "id": ("id", "body id", "url name", "url_name", "slug"),
    "name": (
        "name",
        "authority",
        "authority_name",
        "authority name",
        "body",
        "organisation",
        "organization",
        "public body",
    ),
    "aliases": ("aliases", "short name", "short_name", "also known as", "abbreviation"),
    "official_code": ("official_code", "code", "gss", "gss code", "ons code", "official code"),
    "email": ("email", "e-mail", "request_email", "request email", "foi email", "contact"),
    "website": ("website", "home page", "home_page", "url", "homepage", "web"),
    "law": ("law",),
    "kind": ("kind", "type", "tags", "tag_string"),
    "note": ("note", "notes"),
    "whatdotheyknow": ("whatdotheyknow", "url name", "url_name"),
}


_NEARLY = {
    "name": re.compile(r"\b(?:name|authority|council|force|trust|body|organi[sz]ation|agency|university|board)\b"),
    "email": re.compile(r"e-?mail"),
}
CLOSED = {"defunct", "not_apply"}
"""WhatDoTheyKnow's tags for bodies that no longer exist, and those that the law does not reach."""


def known_list(name: str) -> list[dict[str, str]]:
    """The rows of a list that comes with foidesk, in the columns of bodies.csv."""
    if name not in LISTS:
        raise UnknownName(
            f"there is no list {name!r}", next=f"use one of: {', '.join(LISTS)}, or a CSV or XLSX file"
        )
    text = files(__package__).joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return [{column: row.get(column, "") for column in COLUMNS} for row in csv.DictReader(text.splitlines())]


@dataclass(frozen=True, slots=True)
class Listed:
    """The bodies of a table in the columns of bodies.csv; by name, those that are closed and headings not used."""

    rows: list[dict[str, str]]
    closed: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    look: tuple[str, ...] = ()
    """What a person must look at: rows that are no body, addresses that are none, tags about another law."""


def from_table(rows: Sequence[Sequence[str]], tag: str = "") -> Listed:
    """Bodies from a table with headings: WhatDoTheyKnow's list, its batch sheet, or any with a column of names.

    `tag` keeps only rows with that word among their tags ("police_force"); bodies that WhatDoTheyKnow has tagged
    as closed are left out. `UnknownName` if no column is a name.
    """
    head = [" ".join(cell.split()) for cell in rows[0]] if rows else []
    at = columns_of(head)
    if "name" not in at:
        raise UnknownName(
            f"no column of the table is a name (headings: {', '.join(head) or 'none'})",
            next="call one column 'name'",
        )
    found: list[dict[str, str]] = []
    closed, look = [], list[str]()
    for row in rows[1:]:
        one = _row(row, at)
        tags = one["kind"].split()
        if not one["name"] or (tag and tag not in tags):
            continue
        if CLOSED & set(tags):
            closed.append(one["name"])
        elif _TOTAL.fullmatch(one["name"]):
            look.append(f"{one['name']}: left out, it is a total and no body")
        else:
            look += _doubts(one, tags)
            found.append(_tagged(one, tags) | {"id": _free(_slug(one["id"] or one["name"]), found)})
    unused = tuple(cell for index, cell in enumerate(head) if cell and index not in at.values())
    return Listed(found, tuple(closed), unused, tuple(look))


_TOTAL = re.compile(r"(?:grand |sub-?)?totals?|all bodies|sum", re.IGNORECASE)
_ADDRESS = re.compile(r"[^@\s;,]+@[^@\s;,]+\.[^@\s;,]+")


def _doubts(one: Mapping[str, str], tags: Sequence[str]) -> Iterator[str]:
    """What the row leaves open; a tag that says where a body is does not say which law it is under."""
    if one["email"] and not _ADDRESS.fullmatch(one["email"]):
        yield f"{one['name']}: {one['email']!r} is no e-mail address, and was left out"
    if not one["law"] and "scotland" in tags:
        yield f"{one['name']}: tagged scotland; look up its law and give it in bodies.csv"


def _tagged(one: Mapping[str, str], tags: Sequence[str]) -> dict[str, str]:
    """The row with what WhatDoTheyKnow's tags say outright: its statistical code, and no Act but the EIR."""
    code = next((tag.removeprefix("gss:") for tag in tags if tag.startswith("gss:")), "")
    eir = "uk-eir-2004" if "eir_only" in tags and "scotland" not in tags else ""
    email = one["email"] if _ADDRESS.fullmatch(one["email"]) else ""
    return {**one, "email": email, "official_code": one["official_code"] or code, "law": one["law"] or eir}


def columns_of(head: Sequence[str]) -> dict[str, int]:
    """Which column of a table is which of ours; a heading that only contains the word comes last."""
    low = [cell.lower() for cell in head]
    at = {column: low.index(word) for column, words in _MEANS.items() for word in words if word in low}
    for column, pattern in _NEARLY.items():
        near = [index for index, cell in enumerate(low) if pattern.search(cell) and index not in at.values()]
        if column not in at and len(near) == 1:
            at[column] = near[0]
    return at


def folded(name: str) -> str:
    """A name as it is compared: without case, accents, "&", "the" and punctuation."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("&", " and ")
    return " ".join(word for word in re.findall(r"[a-z0-9]+", plain) if word != "the")


def known_as(row: Mapping[str, str]) -> frozenset[str]:
    """Everything that tells a body from others: its id, its code, its name and aliases."""
    names = [row.get("name", ""), *row.get("aliases", "").split(";")]
    codes = [f"#{code.strip().upper()}" for code in (row.get("official_code", ""),) if code.strip()]
    return frozenset(filter(None, [f"id {row.get('id', '')}", *codes, *map(folded, names)]))


def _row(row: Sequence[str], at: Mapping[str, int]) -> dict[str, str]:
    given = {column: row[index].strip() if index < len(row) else "" for column, index in at.items()}
    return {column: given.get(column, "") for column in COLUMNS}


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "body"


def _free(id: str, taken: Sequence[Mapping[str, str]]) -> str:
    used = {one["id"] for one in taken}
    number, name = 1, id
    while name in used:
        number += 1
        name = f"{id}-{number}"
    return name
