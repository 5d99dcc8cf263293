"""The delimiter of a text file: the one that cuts its lines most evenly."""

from __future__ import annotations

import csv
from collections import Counter

DELIMITERS = ",\t;|"
_SAMPLE = 200


def delimiter_of(text: str, strict: bool = False) -> str:
    """The delimiter that gives most lines the same number of fields; empty if none does.

    `strict` is for files that do not call themselves CSV: most of the lines must agree, and prose must not.
    """
    lines = [line for line in text.splitlines()[:_SAMPLE] if line.strip()]
    scored = [(_evenness(lines, mark, strict), mark) for mark in DELIMITERS]
    score, mark = max(scored, key=lambda pair: pair[0])
    return mark if score > 0 else ""


def _evenness(lines: list[str], mark: str, strict: bool) -> float:
    widths = [len(row) for row in _rows(lines, mark)]
    many = Counter(width for width in widths if width > 1)
    if not many:
        return 0.0
    width, agreeing = max(many.items(), key=lambda item: (item[1], item[0]))
    share = agreeing / len(widths)
    if strict and (share < 0.8 or agreeing < 2 or _is_prose(lines, mark)):
        return 0.0
    if strict and width < 3 and mark != "\t" and not _is_list_of_figures(lines, mark):
        return 0.0
    if not _keeps_quotes(lines, mark):
        share *= 0.5
    return share * (1 + 0.01 * min(width, 30)) if agreeing > 1 or len(lines) <= 2 else share * 0.1


def _keeps_quotes(lines: list[str], mark: str) -> bool:
    """False if a field in quotation marks would end in other than the mark: that mark stands inside the quotes."""
    try:
        for _ in csv.reader([line + "\n" for line in lines], delimiter=mark, strict=True):
            pass
    except csv.Error:
        return False
    return True


def _rows(lines: list[str], mark: str) -> list[list[str]]:
    try:
        return [row for row in csv.reader(lines, delimiter=mark) if row]
    except csv.Error:
        return []


def _is_list_of_figures(lines: list[str], mark: str) -> bool:
    """Two fields a line are little evidence, unless the second is a figure under a heading."""
    rows = _rows(lines, mark)
    figures = sum(len(row) == 2 and row[1].strip()[:1].isdigit() for row in rows)
    return len(rows) > 2 and all(len(row) == 2 for row in rows) and figures >= len(rows) - 1


def _is_prose(lines: list[str], mark: str) -> bool:
    """Commas in sentences are followed by spaces; commas between fields seldom are."""
    marks = sum(line.count(mark) for line in lines)
    spaced = sum(line.count(mark + " ") for line in lines)
    return mark in ",;" and spaced * 2 > marks
