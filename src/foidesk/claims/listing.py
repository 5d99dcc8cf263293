"""Every figure of a story, without a survey: measure, unit, entity and span."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from foidesk.words.figures import Figure, Passed, When, dateline, scan, sentences
from foidesk.words.figures.context import Context, contexts
from foidesk.words.figures.measures import Measures

from .draft import Draft, plain, read

COLUMNS = (
    "start", "end", "line", "text", "kind", "value", "low", "high", "hedge", "unit", "per", "change",
    "change_from", "change_to", "measure", "entity", "period", "from", "to", "words", "sentence",
)  # fmt: skip
_SHARES = ("percent", "fraction", "ratio", "majority")


@dataclass(frozen=True, slots=True)
class Listed:
    """The figures of a story with the words around them, and the numbers that are no figures with the reason."""

    draft: Draft
    figures: tuple[tuple[Figure, Context], ...]
    dates: tuple[When, ...]
    passed: tuple[Passed, ...]

    def rows(self) -> list[dict[str, Any]]:
        """One row per figure, in the order of the story; `COLUMNS` are its keys."""
        days = {when.start: when for when in self.dates}
        measures = self._measures()
        every = (
            self._row(figure, context, days.get(figure.start), next(measures)) for figure, context in self.figures
        )
        return [row for row in every if row["text"].strip()]

    def as_json(self) -> dict[str, Any]:
        return {"figures": self.rows(), "passed": [self._passed(one) for one in self.passed]}

    def as_csv(self) -> str:
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(
            {key: "" if value is None else value for key, value in row.items()} for row in self.rows()
        )
        return out.getvalue()

    def _measures(self) -> Iterator[str]:
        phrases = Measures(self.draft.plain, self.dates)
        for place, (figure, context) in enumerate(self.figures):
            later = (one for one, _ in self.figures[place + 1 :] if one.kind not in ("date", "superlative"))
            yield phrases.of(figure, context, next((one.start for one in later if one.start >= figure.end), 10**9))

    def _row(self, figure: Figure, context: Context, when: When | None, measure: str) -> dict[str, Any]:
        start, end = self.draft.region(figure.start, figure.end)
        first, last = context.sentence
        lasts = when is not None and figure.kind == "date" and when.number > 0
        number = Decimal(when.number) if when and lasts else figure.value
        return {
            "start": start, "end": end, "line": self.draft.line(figure.start),
            "text": self.draft.shown(figure.start, figure.end),
            "kind": "duration" if lasts else _kind(figure, context), "value": _number(number),
            "low": _number(number if lasts else figure.lo), "high": _number(number if lasts else figure.hi),
            "hedge": figure.hedge, "unit": _unit(figure, context), "per": context.per, "change": context.change,
            "change_from": context.since, "change_to": context.to, "measure": measure, "entity": context.entity,
            "period": context.period, "from": when.first.isoformat() if when and when.first else None,
            "to": when.last.isoformat() if when and when.last else None, "words": self._words(figure, context),
            "sentence": " ".join(self.draft.plain[first:last].split()),
        }  # fmt: skip

    def _words(self, figure: Figure, context: Context) -> str:
        """The sentence's own words around a figure, which is left out."""
        first, last = context.sentence
        before, after = self.draft.plain[first : figure.start].split(), self.draft.plain[figure.end : last].split()
        return " ".join((*before[-6:], "…", *after[:10]))

    def _passed(self, one: Passed) -> dict[str, Any]:
        start, end = self.draft.region(one.start, one.end)
        return {"start": start, "end": end, "text": one.text, "reason": one.reason}


def listing(text: str, markdown: bool = True) -> Listed:
    """Every figure of the text of a story; places are those of the text as given."""
    draft = read(text) if markdown else plain(text)
    found = scan(draft.plain, dateline(draft.plain))
    about = contexts(draft.plain, found.figures, found.dates, sentences(draft.plain))
    return Listed(draft, tuple(zip(found.figures, about, strict=True)), found.dates, found.passed)


def _kind(figure: Figure, context: Context) -> str:
    return "rate" if figure.kind == "count" and context.per else figure.kind


def _unit(figure: Figure, context: Context) -> str:
    """The figure's own unit; of a share, what it is a share of; of a rate, what it is told for."""
    if figure.kind in _SHARES:
        own = figure.unit or "share"
        return f"{own} of {context.unit}" if context.unit else own
    unit = figure.unit or context.unit
    if figure.kind in ("count", "money") and context.per:
        return f"{unit} per {re.sub('^(?:an?|one) ', '', context.per)}".strip()
    return unit


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else round(float(value), 6)


def tally(listed: Iterable[tuple[Figure, Context]]) -> dict[str, int]:
    """How many figures of each kind."""
    counts: dict[str, int] = {}
    for figure, _ in listed:
        counts[figure.kind] = counts.get(figure.kind, 0) + 1
    return dict(sorted(counts.items()))
