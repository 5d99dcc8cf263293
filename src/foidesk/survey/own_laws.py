"""The access laws that a survey brings along: laws/*.toml, of the form of those that foidesk knows."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import Any

from ..errors import SurveyFileError
from ..law import (
    PARTS,
    AccessLaw,
    ClockRule,
    ClockStops,
    Exemption,
    Refusal,
    ResponseTime,
    access_law,
    adopt,
    laws,
)
from ..law.clock import UNITS, place_of
from .tables import TomlFile, nearest

FACTS = (
    "request",
    "extended",
    "final reply",
    "review asked",
    "review outcome",
    "fee asked",
    "clarification asked",
)
STOPS = ("restart", "pause", "none")
OUTCOMES = ("refused", "not held", "cost limit", "neither confirm nor deny")
FOLDER = "laws"
NEXT = "see docs/new-subject.md, “Another country's law”"


def read(folder: Path) -> tuple[str, ...]:
    """Makes the survey's own laws known; gives their texts, on which the figures depend."""
    files = [TomlFile.load(path) for path in sorted((folder / FOLDER).glob("*.toml"))]
    acts = [_act(file) for file in files]
    if files:
        files[0].unique([act.id for act in acts], f"{FOLDER}/")
    try:
        adopt(str(folder.resolve()), acts)
    except ValueError as error:
        raise SurveyFileError(str(error), where=str(folder / FOLDER), next="give it an id of its own") from error
    return tuple(file.text for file in files)


def ids(folder: Path) -> list[str]:
    """The laws that the survey may name: ours, and those of its own folder (once `read`)."""
    return [act.id for act in laws(str(folder.resolve()))]


def _act(file: TomlFile) -> AccessLaw:
    _check(file, file.table, AccessLaw, str(file.path.name))
    for name, kind in PARTS.items():
        for part in _tables(file, name):
            _check(file, part, kind, f"[[{name}]]")
    _check_year_start(file)
    if not file.table["times"]:
        raise file.wrong("the law gives no time to answer", "times", next="add a [[times]] table")
    for place in file.table["times"][0].get("holidays", ()):
        _place(file, place)
    try:
        return access_law(copy.deepcopy(dict(file.table)))
    except (TypeError, ValueError, ArithmeticError) as error:
        raise SurveyFileError(str(error), where=str(file.path), next=NEXT) from error


def _check_year_start(file: TomlFile) -> None:
    start = file.optional(file.table, "year_start", list, [1, 1], file.path.name)
    try:
        month, day = start
        date(2001, month, day)
    except (TypeError, ValueError) as error:
        raise file.wrong("'year_start' is no day of the year", "year_start", next="[4, 6] is 6 April") from error


def _tables(file: TomlFile, name: str) -> list[Mapping[str, Any]]:
    if name == "clock_stops":
        return [file.optional(file.table, name, dict, {}, file.path.name)]
    return file.tables(file.table, name, file.path.name)


def _check(file: TomlFile, table: Mapping[str, Any], kind: type, what: str) -> None:
    """Refuses keys that are unknown, missing, or text where text is no answer."""
    parts = fields(kind)
    file.check_keys(table, [part.name for part in parts], what)
    for part in parts:
        if part.default is MISSING and part.name not in table:
            raise SurveyFileError(f"{what} has no {part.name!r}", where=str(file.path), next=NEXT)
        if part.type == "tuple[str, ...]":
            file.texts(table, part.name, what)
        elif part.type in _KINDS and part.name in table:
            file.optional(table, part.name, _KINDS[part.type], None, what)
        if part.name == "amount" and part.type == "int" and table.get("amount", 1) < 1:
            raise file.wrong("'amount' is less than one", "amount", table["amount"], next="write a number of days")
        _choose(file, table, kind, part.name)


def _choose(file: TomlFile, table: Mapping[str, Any], kind: type, key: str) -> None:
    known = _CHOICES.get((kind, key), ())
    if known and key in table and table[key] not in known:
        guess = nearest(str(table[key]), known)
        then = f"did you mean {guess!r}?" if guess else f"it is one of: {', '.join(known)}"
        raise file.wrong(f"{key!r} cannot be {table[key]!r}", key, table[key], next=then)


_CHOICES: Mapping[tuple[type, str], tuple[str, ...]] = {
    (ClockRule, "unit"): UNITS, (ResponseTime, "unit"): UNITS,
    (ClockRule, "after"): FACTS, (ClockRule, "needs"): FACTS,
    (ClockRule, "standing"): ("Act", "guidance"), (ClockRule, "whose"): ("theirs", "ours"),
    (ClockStops, "clarification"): STOPS, (ClockStops, "fee"): STOPS,
    (Exemption, "test"): ("absolute", "qualified"),
    (Refusal, "outcome"): OUTCOMES, (AccessLaw, "decimal"): (".", ","),
}  # fmt: skip

_KINDS: Mapping[Any, type] = {"str": str, "int": int, "bool": bool}


def _place(file: TomlFile, place: str) -> None:
    try:
        place_of(place)
    except ValueError as error:
        raise file.wrong(str(error), "holidays", place, next="write an ISO 3166 code: IE, FR, CA-ON") from error
