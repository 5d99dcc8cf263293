"""Reading the files that people write (TOML, CSV), with the line of whatever is wrong in them."""

from __future__ import annotations

import csv
import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import SurveyFileError


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like this one, or ""."""
    return next(iter(difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)), "")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A parsed TOML file that can say on which line a key stands."""

    path: Path
    text: str
    table: Mapping[str, Any]

    @classmethod
    def load(cls, path: Path) -> TomlFile:
        """The file. `SurveyFileError` with line and column if it is not TOML, or not there."""
        try:
            text = path.read_text(encoding="utf-8-sig")
            return cls(path, text, tomllib.loads(text))
        except FileNotFoundError:
            raise SurveyFileError(
                "the file is not there", where=str(path), next="`foidesk new FOLDER` writes one to start from"
            ) from None
        except UnicodeDecodeError as error:
            raise not_utf8(path, error) from error
        except tomllib.TOMLDecodeError as error:
            raise SurveyFileError(str(error), where=str(path), next="correct that line") from error

    def line(self, key: str, value: object = None) -> int:
        """The line (from 1) on which the key, with that value if one is given, first stands; 0 if nowhere."""
        wanted = "" if value is None else rf".*{re.escape(str(value))}"
        pattern = re.compile(rf"[\[\s,{{.]*\"?{re.escape(key)}\"?\s*[=\].]{wanted}")
        return next((n for n, line in enumerate(self.text.splitlines(), 1) if pattern.match(line.strip())), 0)

    def wrong(self, what: str, key: str, value: object = None, next: str = "") -> SurveyFileError:
        """The error, with the line of the key."""
        line = self.line(key, value)
        where = f"{self.path}, line {line}" if line else str(self.path)
        return SurveyFileError(what, where=where, next=next)

    def check_keys(self, table: Mapping[str, Any], allowed: Iterable[str], what: str) -> None:
        """Refuses a key that is not allowed, and names the nearest that is."""
        for key in table:
            if key not in allowed:
                guess = nearest(key, allowed)
                then = f"did you mean {guess!r}?" if guess else f"known keys: {', '.join(sorted(allowed))}"
                raise self.wrong(f"{what} has no key {key!r}", key, next=then)

    def need(self, table: Mapping[str, Any], key: str, kind: type, what: str) -> Any:
        """The value of a key that must be there and of that type."""
        if key not in table:
            raise self._lacks(table, key, what)
        return self.optional(table, key, kind, None, what)

    def _lacks(self, table: Mapping[str, Any], key: str, what: str) -> SurveyFileError:
        """The error of a key that is not there, with the line of one that is, and that no other table has."""
        told = ((k, v) for k, v in table.items() if isinstance(v, str) and self.text.count(f'"{v}"') == 1)
        line = next((n for k, v in told if (n := self.line(k, v))), 0)
        where = f"{self.path}, near line {line}" if line else str(self.path)
        return SurveyFileError(f"{what} has no {key!r}", where=where, next=f"add {key} = ...")

    def optional(self, table: Mapping[str, Any], key: str, kind: type, default: Any, what: str) -> Any:
        """The value of a key, of that type, or the default."""
        value = table.get(key, default)
        if key in table and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
            raise self.wrong(f"{key!r} of {what} must be a {_PLAIN[kind]}", key, next=f"it is {value!r}")
        return value

    def texts(self, table: Mapping[str, Any], key: str, what: str) -> tuple[str, ...]:
        """The texts of a list; empty if the key is not there."""
        found = self.optional(table, key, list, [], what)
        for one in found:
            if not isinstance(one, str):
                raise self.wrong(f"{key!r} of {what} holds {one!r}", key, next="put each entry as text in quotes")
        return tuple(found)

    def tables(self, table: Mapping[str, Any], key: str, what: str) -> list[Mapping[str, Any]]:
        """The tables of a [[list]]; empty if the key is not there."""
        found = table.get(key, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise self.wrong(
                f"{key!r} is not a list of tables", key, next=f"write each as [[{key}]], in two brackets"
            )
        return list(found)

    def unique(self, ids: Iterable[str], what: str) -> None:
        """Refuses an id that stands twice: one would count for the other."""
        seen: set[str] = set()
        for id in ids:
            if id in seen:
                raise self.wrong(
                    f"the id {id!r} of {what} stands twice", "id", id, next="give each an id of its own"
                )
            seen.add(id)


_PLAIN: Mapping[type, str] = {
    str: "text in quotes",
    int: "whole number",
    list: "list in [ ]",
    dict: "table in { }",
    bool: "true or false",
}


def csv_rows(path: Path, columns: tuple[str, ...], needed: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    """Rows of a CSV file with their line numbers; unknown columns and empty needed cells are refused."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            heads = tuple(reader.fieldnames or ())
            rows = [(reader.line_num, row) for row in reader if any(map(_filled, row.values()))]
    except UnicodeDecodeError as error:
        raise not_utf8(path, error) from error
    except (OSError, csv.Error) as error:
        raise SurveyFileError(str(error), where=str(path), next="save it as CSV in UTF-8") from error
    _check_columns(path, heads, columns, needed)
    for line, row in rows:
        _check_row(path, line, row, needed)
    return [(line, {key: (value or "").strip() for key, value in row.items()}) for line, row in rows]


def not_utf8(path: Path, error: UnicodeDecodeError) -> SurveyFileError:
    """The error of a file in another encoding, with the line on which it shows."""
    line = error.object[: error.start].count(b"\n") + 1
    return SurveyFileError(
        "this is not written in UTF-8", where=f"{path}, line {line}",
        next="save it in UTF-8; in a spreadsheet as “CSV UTF-8 (comma delimited)”",
    )  # fmt: skip


def _filled(cell: str | list[str] | None) -> bool:
    """False for the cells of a blank row, with which spreadsheets end a file."""
    return any(map(str.strip, cell)) if isinstance(cell, list) else bool(cell and cell.strip())


def _check_columns(path: Path, found: Sequence[str], columns: tuple[str, ...], needed: tuple[str, ...]) -> None:
    if not found:
        raise SurveyFileError("the file is empty", where=str(path), next=f"start it with: {','.join(columns)}")
    for mark, called in ((";", "semicolons"), ("\t", "tabs")):
        if len(found) == 1 and mark in found[0]:
            raise SurveyFileError(
                f"the columns are parted by {called}", where=f"{path}, line 1",
                next="save it with commas between the columns; in a spreadsheet as “CSV UTF-8 (comma delimited)”",
            )  # fmt: skip
    for name in found:
        if name not in columns:
            guess = nearest(name, columns)
            raise SurveyFileError(
                f"unknown column {name!r}",
                where=f"{path}, line 1",
                next=f"did you mean {guess!r}?" if guess else f"known columns: {', '.join(columns)}",
            )
    for name in needed:
        if name not in found:
            raise SurveyFileError(f"no column {name!r}", where=f"{path}, line 1", next=f"add a column {name}")


def _check_row(path: Path, line: int, row: Mapping[Any, Any], needed: tuple[str, ...]) -> None:
    if None in row or None in row.values():
        raise SurveyFileError(
            "this row has more or fewer cells than the heading", where=f"{path}, line {line}",
            next="put cells that contain commas in double quotes",
        )  # fmt: skip
    for name in needed:
        if not row[name].strip():
            raise SurveyFileError(f"{name!r} is empty", where=f"{path}, line {line}", next="fill it in")
