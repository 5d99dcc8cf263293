"""The bodies' figures that the findings were computed from, kept so that anybody can compute them again.

A recipe asks the accounts of the bodies one question after the other. `Recorder` writes down each question with
its answer, `Replay` gives the answers back. What lies between is plain JSON: body by body the bounds, their unit
and how they came about. No words of a reply, no case row.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
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
    Support,
    SurveyDefinition,
    decode,
    encode,
)

FORMAT = 1
"""The version of the file's shape."""

Words = Callable[[str], str]
Where = tuple[tuple[str, tuple[str, ...]], ...]
Key = TypeVar("Key")
Answer = TypeVar("Answer")
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
    stretches: dict[tuple[str, str], tuple[Period, ...]] = field(default_factory=dict)
    figures: dict[Asked, dict[str, Support | None]] = field(default_factory=dict)

    def answered(self, measure: str) -> tuple[str, ...]:
        return self.given.setdefault(measure, self.accounts.answered(measure))

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

    def periods(self, body: str, measure: str) -> tuple[Period, ...]:
        return self.stretches.setdefault((body, measure), self.accounts.periods(body, measure))


def _asked(measure: str, where: Mapping[str, tuple[str, ...]], reading: str, period: Period | None) -> Asked:
    restricted = tuple(sorted((name, tuple(sorted(categories))) for name, categories in where.items()))
    return measure, restricted, reading, period


@dataclass
class Replay:
    """Accounts read back from a file: the same questions get the same answers, any other is refused."""

    given: dict[str, tuple[str, ...]]
    stretches: dict[tuple[str, str], tuple[Period, ...]]
    figures: dict[Asked, dict[str, Support | None]]

    def answered(self, measure: str) -> tuple[str, ...]:
        return _known(self.given, measure)

    def support(
        self,
        body: str,
        measure: str,
        where: Mapping[str, tuple[str, ...]],
        reading: str = "stated",
        period: Period | None = None,
    ) -> Support | None:
        return _known(_known(self.figures, _asked(measure, where, reading, period)), body)

    def periods(self, body: str, measure: str) -> tuple[Period, ...]:
        return _known(self.stretches, (body, measure))


def _known(answers: Mapping[Key, Answer], asked: Key) -> Answer:
    if asked not in answers:
        raise FoideskError(
            f"the file gives no figures for a question that a recipe asks: {asked}", where="figures.json",
            next="verify with the version of foidesk that the file names",
        )  # fmt: skip
    return answers[asked]


@dataclass(frozen=True, slots=True)
class Figures:
    """What findings are computed from: the survey's definition, the outcomes, and the accounts."""

    definition: SurveyDefinition
    outcomes: tuple[Outcome, ...]
    accounts: Recorder | Replay


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
        "periods": [
            [body, measure, encode(periods)]
            for (body, measure), periods in sorted(figures.accounts.stretches.items())
        ],
        "figures": [_question_json(asked, given, words) for asked, given in figures.accounts.figures.items()],
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
        return Figures(decode(content["definition"]), decode(content["outcomes"]), _replay(content))
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
    )


def _support(body: str, given: Mapping[str, Any] | None) -> Support | None:
    if given is None:
        return None
    hi = None if given["hi"] is None else Decimal(given["hi"])
    value: Amount = _TYPES[given["type"]](Decimal(given["lo"]), hi, given["unit"], given["how"])
    return Support(body, value, basis=tuple(given.get("basis", ())), caveats=tuple(given.get("caveats", ())))


_TYPES: dict[str, type[Amount]] = {each.__name__: each for each in AMOUNTS.values()}
