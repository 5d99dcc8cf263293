"""The bodies' figures that the findings were computed from, kept so that anybody can compute them again.

A recipe asks the accounts of the bodies one question after the other. `Recorder` writes down each question with
its answer, `Replay` gives the answers back. What lies between is plain JSON: body by body the bounds, their unit
and how they came about. No words of a reply, no case row.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from foidesk.errors import FoideskError
from foidesk.model import (
    AMOUNTS,
    Accounts,
    Amount,
    Outcome,
    Period,
    PublicBody,
    Span,
    Support,
    SurveyDefinition,
    Timing,
    decode,
    encode,
)

FORMAT = 2
"""The version of the file's shape."""

Words = Callable[[str], str]
Where = tuple[tuple[str, tuple[str, ...]], ...]
Key = TypeVar("Key")
Answer = TypeVar("Answer")
Term = tuple[Mapping[str, tuple[str, ...]], int]
Weighed = tuple[str, tuple[tuple[Where, int], ...], str, Period | None]
"""A question for a sum of figures, each times a factor: measure, terms, reading, period."""

DatedTerm = tuple[Mapping[str, tuple[str, ...]], Period, int]
Dated = tuple[str, tuple[tuple[Where, Period, int], ...], str]
"""A question for a sum of figures of several periods: measure, terms, reading."""

Plain = tuple[tuple[Any, ...], ...]
Asked = tuple[str, Where, str, Period | None]
"""A question to the accounts, of any body: measure, restriction, reading, period."""


def _as_shown(support: Support) -> Support:
    return support


@dataclass
class Recorder:
    """Accounts that note what they are asked; each answer first passes `shown`, which may only widen it."""

    accounts: Accounts
    shown: Callable[[Support], Support] = _as_shown
    given: dict[str, tuple[str, ...]] = field(default_factory=dict)
    waits: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stretches: dict[tuple[str, str], tuple[Period, ...]] = field(default_factory=dict)
    figures: dict[Asked, dict[str, Support | None]] = field(default_factory=dict)
    sums: dict[tuple[str, Weighed], Span | None] = field(default_factory=dict)
    changes: dict[tuple[str, Dated], Span | None] = field(default_factory=dict)

    def answered(self, measure: str) -> tuple[str, ...]:
        return self.given.setdefault(measure, self.accounts.answered(measure))

    def waiting(self, measure: str) -> tuple[str, ...]:
        return self.waits.setdefault(measure, self.accounts.waiting(measure))

    def support(
        self,
        body: str,
        measure: str,
        where: Mapping[str, tuple[str, ...]],
        reading: str = "stated",
        period: Period | None = None,
    ) -> Support | None:
        found = self.accounts.support(body, measure, where, reading, period)
        shown = None if found is None else self.shown(found)
        self.figures.setdefault(_asked(measure, where, reading, period), {})[body] = shown
        return shown

    def weighed(
        self, body: str, measure: str, terms: Sequence[Term], reading: str = "stated", period: Period | None = None
    ) -> Span | None:
        """As the accounts have it; where a figure is shown wider than it is, the sum is, too."""
        told = [self.accounts.support(body, measure, where, reading, period) for where, _ in terms]
        shown = [None if one is None else self.shown(one) for one in told]
        if shown == told:
            found = self.accounts.weighed(body, measure, terms, reading, period)
        else:
            found = _apart(shown, [factor for _, factor in terms])
        self.sums[body, _weighed(measure, terms, reading, period)] = found
        return found

    def across(self, body: str, measure: str, terms: Sequence[DatedTerm], reading: str = "stated") -> Span | None:
        """As the accounts have it; where a figure is shown wider than it is, the sum is, too."""
        told = [self.accounts.support(body, measure, where, reading, period) for where, period, _ in terms]
        shown = [None if one is None else self.shown(one) for one in told]
        if shown == told:
            found = self.accounts.across(body, measure, terms, reading)
        else:
            found = _apart(shown, [factor for _, _, factor in terms])
        self.changes[body, _dated(measure, terms, reading)] = found
        return found

    def periods(self, body: str, measure: str) -> tuple[Period, ...]:
        return self.stretches.setdefault((body, measure), self.accounts.periods(body, measure))

    def as_plain(self) -> Plain:
        """All answers as lists and nouns, which a cache can keep."""
        given = tuple(self.given.items())
        stretches = tuple((*asked, periods) for asked, periods in self.stretches.items())
        figures = tuple((*asked, tuple(found.items())) for asked, found in self.figures.items())
        sums = tuple((body, *asked, span and tuple(span)) for (body, asked), span in self.sums.items())
        changes = tuple((body, *asked, span and tuple(span)) for (body, asked), span in self.changes.items())
        return given, stretches, figures, sums, changes, tuple(self.waits.items())


def _apart(supports: Sequence[Support | None], factors: Sequence[int]) -> Span:
    """The sum of figures times factors, as if each moved by itself; one that is not given counts nothing."""
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for support, factor in zip(supports, factors, strict=True):
        ends = (Decimal(0), Decimal(0)) if support is None else (support.value.lo, support.value.hi)
        down, up = ends if factor > 0 else ends[::-1]
        low = None if low is None or down is None else low + factor * down
        high = None if high is None or up is None else high + factor * up
    return Span(low, high, False)


def _weighed(measure: str, terms: Sequence[Term], reading: str, period: Period | None) -> Weighed:
    return measure, tuple((_where(where), factor) for where, factor in terms), reading, period


def _dated(measure: str, terms: Sequence[DatedTerm], reading: str) -> Dated:
    return measure, tuple((_where(where), period, factor) for where, period, factor in terms), reading


def _where(where: Mapping[str, tuple[str, ...]]) -> Where:
    return tuple(sorted((name, tuple(sorted(categories))) for name, categories in where.items()))


def _asked(measure: str, where: Mapping[str, tuple[str, ...]], reading: str, period: Period | None) -> Asked:
    return measure, _where(where), reading, period


@dataclass
class Replay:
    """Accounts read back from a file: the same questions get the same answers, any other is refused."""

    given: dict[str, tuple[str, ...]]
    stretches: dict[tuple[str, str], tuple[Period, ...]]
    figures: dict[Asked, dict[str, Support | None]]
    sums: dict[tuple[str, Weighed], Span | None]
    changes: dict[tuple[str, Dated], Span | None] = field(default_factory=dict)
    waits: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of_plain(cls, plain: Plain) -> Replay:
        """The answers of `Recorder.as_plain`."""
        given, stretches, figures, sums, changes, waits = plain
        return cls(
            dict(given),
            {(body, measure): periods for body, measure, periods in stretches},
            {_asked(measure, dict(where), reading, period): dict(found)
             for measure, where, reading, period, found in figures},
            {(body, (measure, terms, reading, period)): None if span is None else Span(*span)
             for body, measure, terms, reading, period, span in sums},
            {(body, (measure, terms, reading)): None if span is None else Span(*span)
             for body, measure, terms, reading, span in changes},
            dict(waits),
        )  # fmt: skip

    def answered(self, measure: str) -> tuple[str, ...]:
        return _known(self.given, measure)

    def waiting(self, measure: str) -> tuple[str, ...]:
        """None where the file does not say: one that an earlier version wrote."""
        return self.waits.get(measure, ())

    def support(
        self,
        body: str,
        measure: str,
        where: Mapping[str, tuple[str, ...]],
        reading: str = "stated",
        period: Period | None = None,
    ) -> Support | None:
        return _known(_known(self.figures, _asked(measure, where, reading, period)), body)

    def weighed(
        self, body: str, measure: str, terms: Sequence[Term], reading: str = "stated", period: Period | None = None
    ) -> Span | None:
        return _known(self.sums, (body, _weighed(measure, terms, reading, period)))

    def across(self, body: str, measure: str, terms: Sequence[DatedTerm], reading: str = "stated") -> Span | None:
        return _known(self.changes, (body, _dated(measure, terms, reading)))

    def periods(self, body: str, measure: str) -> tuple[Period, ...]:
        return _known(self.stretches, (body, measure))


class NotGiven(FoideskError):
    """A recipe asks for a figure that the file does not give: it was changed, or another version wrote it."""


def _known(answers: Mapping[Key, Answer], asked: Key) -> Answer:
    if asked not in answers:
        raise NotGiven(
            f"the file gives no figures for a question that a recipe asks: {asked}", where="figures.json",
            next="verify with the version of foidesk that the file names",
        )  # fmt: skip
    return answers[asked]


@dataclass(frozen=True, slots=True)
class Figures:
    """What findings are computed from: the survey's definition, the outcomes, the accounts, how long each took."""

    definition: SurveyDefinition
    outcomes: tuple[Outcome, ...]
    accounts: Recorder | Replay
    timings: tuple[Timing, ...] = ()


# To JSON


def figures_json(figures: Figures, program: str, words: Words) -> str:
    """The figures as JSON; `words` takes out of a caveat what may not be published."""
    definition = figures.definition
    content = {
        "about": "Each body's figures, as the findings ask for them. 'foidesk verify' computes the findings anew.",
        "format": FORMAT,
        "program": program,
        "definition": encode(replace(definition, bodies=tuple(map(_public_body, definition.bodies)))),
        "outcomes": encode(tuple(replace(each, words="") for each in figures.outcomes)),
        "answered": {measure: list(bodies) for measure, bodies in sorted(figures.accounts.given.items())},
        "waiting": {measure: list(bodies) for measure, bodies in sorted(figures.accounts.waits.items()) if bodies},
        "periods": [
            [body, measure, encode(periods)]
            for (body, measure), periods in sorted(figures.accounts.stretches.items())
        ],
        "figures": [_question_json(asked, given, words) for asked, given in figures.accounts.figures.items()],
        "weighed": [_sum_json(body, asked, span) for (body, asked), span in figures.accounts.sums.items()],
        "across": [_change_json(body, asked, span) for (body, asked), span in figures.accounts.changes.items()],
        "timings": encode(figures.timings),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _public_body(body: PublicBody) -> PublicBody:
    """The fields of a body that are published; an address to write to and the desk's notes are not."""
    return replace(body, email="", note="")


def _question_json(asked: Asked, given: Mapping[str, Support | None], words: Words) -> dict[str, Any]:
    measure, where, reading, period = asked
    return {
        "measure": measure,
        "where": {name: list(categories) for name, categories in where},
        "reading": reading,
        "period": encode(period),
        "bodies": {body: _support_json(support, words) for body, support in sorted(given.items())},
    }


def _change_json(body: str, asked: Dated, span: Span | None) -> dict[str, Any]:
    measure, terms, reading = asked
    return {
        "body": body,
        "measure": measure,
        "terms": [[{name: list(ids) for name, ids in where}, encode(period), n] for where, period, n in terms],
        "reading": reading,
        "span": _span_json(span),
    }


def _span_json(span: Span | None) -> list[str | bool | None] | None:
    """The two ends, and whether they can surely be reached."""
    return None if span is None else [*(None if end is None else str(end) for end in span[:2]), span.tight]


def _sum_json(body: str, asked: Weighed, span: Span | None) -> dict[str, Any]:
    measure, terms, reading, period = asked
    return {
        "body": body,
        "measure": measure,
        "terms": [[{name: list(ids) for name, ids in where}, factor] for where, factor in terms],
        "reading": reading,
        "period": encode(period),
        "span": _span_json(span),
    }


def _support_json(support: Support | None, words: Words) -> dict[str, Any] | None:
    if support is None:
        return None
    value = support.value
    found = {
        "type": type(value).__name__,
        "lo": str(value.lo),
        "hi": None if value.hi is None else str(value.hi),
        "unit": value.unit,
        "how": value.how,
        "basis": list(support.basis),
        "caveats": [words(each) for each in support.caveats],
    }
    return {key: each for key, each in found.items() if each != []}


# From JSON


def read_figures(text: str, where: str) -> Figures:
    """The figures of a file. `FoideskError` for a file of another shape: nothing of it is guessed."""
    try:
        content = json.loads(text)
        if content["format"] != FORMAT:
            raise ValueError(f"format {content['format']!r}, not {FORMAT}")
        timings = decode(content.get("timings", []))
        return Figures(decode(content["definition"]), decode(content["outcomes"]), _replay(content), timings)
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation) as error:
        raise FoideskError(
            f"this is no file of figures that this version reads: {error!r}", where=where,
            next="verify with the version of foidesk that made the package",
        ) from error  # fmt: skip


def _replay(content: Mapping[str, Any]) -> Replay:
    figures = {}
    for each in content["figures"]:
        where = {name: tuple(categories) for name, categories in each["where"].items()}
        asked = _asked(each["measure"], where, each["reading"], decode(each["period"]))
        figures[asked] = {body: _support(body, given) for body, given in each["bodies"].items()}
    return Replay(
        {measure: tuple(bodies) for measure, bodies in content["answered"].items()},
        {(body, measure): decode(periods) for body, measure, periods in content["periods"]},
        figures,
        dict(map(_sum, content.get("weighed", ()))),
        dict(map(_change, content.get("across", ()))),
        {measure: tuple(bodies) for measure, bodies in content.get("waiting", {}).items()},
    )


def _change(each: Mapping[str, Any]) -> tuple[tuple[str, Dated], Span | None]:
    terms = [
        ({name: tuple(ids) for name, ids in where.items()}, decode(period), n)
        for where, period, n in each["terms"]
    ]
    return (each["body"], _dated(each["measure"], terms, each["reading"])), _span(each["span"])


def _span(ends: Sequence[str | bool | None] | None) -> Span | None:
    if ends is None:
        return None
    low, high, tight = ends
    return Span(None if low is None else Decimal(low), None if high is None else Decimal(high), bool(tight))


def _sum(each: Mapping[str, Any]) -> tuple[tuple[str, Weighed], Span | None]:
    terms = [({name: tuple(ids) for name, ids in where.items()}, factor) for where, factor in each["terms"]]
    asked = _weighed(each["measure"], terms, each["reading"], decode(each["period"]))
    return (each["body"], asked), _span(each["span"])


def _support(body: str, given: Mapping[str, Any] | None) -> Support | None:
    if given is None:
        return None
    hi = None if given["hi"] is None else Decimal(given["hi"])
    value: Amount = _TYPES[given["type"]](Decimal(given["lo"]), hi, given["unit"], given["how"])
    return Support(body, value, basis=tuple(given.get("basis", ())), caveats=tuple(given.get("caveats", ())))


_TYPES: dict[str, type[Amount]] = {each.__name__: each for each in AMOUNTS.values()}
