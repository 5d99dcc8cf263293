"""Small surveys, replies and observations, made by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count

from foidesk.model import (
    AllOf,
    Category,
    Choice,
    Codebook,
    Count,
    Delivery,
    Extraction,
    Locator,
    Measure,
    Missing,
    Observation,
    OneOf,
    Option,
    Period,
    PublicBody,
    Query,
    Question,
    StatusSeen,
    SurveyDefinition,
    TextPlace,
    Variable,
    VersionSeen,
)
from foidesk.reconcile import Reconciled, reconcile

WINDOW = Period.days(date(2009, 1, 1), date(2011, 12, 31))
CASES = Measure("cases", "cases", "cases")
PEOPLE = Measure("people", "people", "people")

ROLE = Variable(
    "role",
    "Role",
    categories=(
        Category("officer", "Officer"),
        Category("constable", "Constable", parent="officer"),
        Category("sergeant", "Sergeant", parent="officer"),
        Category("staff", "Staff"),
        Category("unknown", "Not recorded", missing="not recorded"),
    ),
)
OUTCOME = Variable(
    "outcome",
    "Outcome",
    categories=(
        Category("left", "Left"),
        Category("dismissed", "Dismissed", parent="left"),
        Category("resigned", "Resigned", parent="left"),
        Category("retired", "Retired", parent="left"),
        Category("warning", "Warning"),
        Category("advice", "Advice"),
    ),
)
NATURE = Variable(
    "nature",
    "Nature",
    multiple=True,
    categories=(Category("abuse", "Abuse"), Category("leak", "Leak"), Category("images", "Images")),
)

BODY = "rehearsal-07"


def definition(*queries: Query, bodies: int = 1, people: bool = False) -> SurveyDefinition:
    """A survey of some rehearsal forces about cases by role, outcome and nature."""
    measures = (CASES, PEOPLE) if people else (CASES,)
    return SurveyDefinition(
        id="rehearsal",
        title="Rehearsal",
        period=WINDOW,
        law="",
        questions=(
            Question("q1", "How many?", ("cases",)),
            Question("q2", "In what role?", ("cases",), ("role",)),
        ),
        bodies=tuple(PublicBody(f"rehearsal-{n:02}", f"Rehearsal Force {n:02}") for n in range(7, 7 + bodies)),
        codebook=Codebook(1, (ROLE, OUTCOME, NATURE), measures),
        findings=queries or (Query("total", "total", "Cases", "cases"),),
    )


class Reply:
    """A document of a body; `.total(12)`, `.cell(5, role="officer")` and so on add statements to it."""

    def __init__(self, name: str = "reply.pdf", body: str = BODY, date: str = "", sha: str = "") -> None:
        self.name, self.body, self.date = name, body, date
        self.document = sha or f"sha-{body}-{name}"
        self.observations: list[Observation] = []
        self.statuses: list[StatusSeen] = []
        self.choices: list[Choice] = []
        self.version: VersionSeen | None = None
        self.parent = ""
        self._numbers = count(1)

    def add(self, value: object, kind: str, table: str = "", /, **more: object) -> Observation:
        number = next(self._numbers)
        where = {key: _where(words) for key, words in more.items() if key in ("role", "outcome", "nature")}
        rest = {
            k: v for k, v in more.items() if k in ("period", "relation", "choice", "option", "scope", "measure")
        }
        rest.setdefault("measure", "cases")
        unit = str(rest["measure"])
        quote = str(more.get("quote", f"{value} {sorted(where)} {number}"))
        place = Locator(self.document, TextPlace("body", number * 100, number * 100 + 5), quote)
        seen = Observation(
            id=f"{self.document}:{number}", body=self.body, document=self.document, value=_value(value, unit),
            role=kind, where=where, table=table, row=number, places={"value": place}, **rest,  # type: ignore[arg-type]
        )  # fmt: skip
        self.observations.append(seen)
        return seen

    def total(self, value: object, table: str = "", **more: object) -> Observation:
        return self.add(value, "total" if table else "prose", table, **more)

    def cell(self, value: object, table: str = "Table 1", **more: object) -> Observation:
        return self.add(value, "cell", table, **more)

    def says(self, value: object, **more: object) -> Observation:
        return self.add(value, "prose", "", **more)

    def row(self, table: str = "List", **more: object) -> Observation:
        return self.add(1, "case row", table, **more)

    def delivery(self) -> Delivery:
        names = f"d-{self.document}", self.document, self.name, self.name, self.body
        return Delivery(*names, parent=self.parent, message=self.parent, date=self.date)

    def extraction(self) -> Extraction:
        return Extraction(
            f"d-{self.document}",
            tuple(self.observations),
            choices=tuple(self.choices),
            statuses=tuple(self.statuses),
            version=self.version,
        )


def _value(value: object, unit: str) -> Count | Missing:
    if isinstance(value, Missing | Count):
        return value
    if isinstance(value, tuple):
        lo, hi = value
        return Count(Decimal(lo), None if hi is None else Decimal(hi), unit, "suppressed")
    return Count(Decimal(str(value)), Decimal(str(value)), unit)


def _where(words: object) -> OneOf | AllOf:
    if isinstance(words, OneOf | AllOf):
        return words
    return OneOf((words,) if isinstance(words, str) else tuple(words))  # type: ignore[arg-type]


def run(
    *replies: Reply, answers: Mapping[str, str] | None = None, survey: SurveyDefinition | None = None
) -> Reconciled:
    """The replies, reconciled."""
    return reconcile(
        survey or definition(),
        {f"d-{reply.document}": reply.extraction() for reply in replies},
        tuple(reply.delivery() for reply in replies),
        answers or {},
    )


def figure(
    result: Reconciled,
    reading: str = "stated",
    body: str = BODY,
    measure: str = "cases",
    period: Period | None = None,
    **where: str | tuple[str, ...],
) -> tuple[int, int | None] | None:
    """The bounds of one figure, or None if the body gave none."""
    asked = {name: (ids,) if isinstance(ids, str) else ids for name, ids in where.items()}
    support = result.accounts.support(body, measure, asked, reading, period)
    if support is None:
        return None
    return int(support.value.lo), None if support.value.hi is None else int(support.value.hi)


def year(number: int, basis: str = "") -> Period:
    return replace(
        Period.days(date(number, 1, 1), date(number, 12, 31), "calendar year", str(number)), basis=basis
    )


def financial(number: int) -> Period:
    label = f"{number}/{(number + 1) % 100:02}"
    return Period.days(date(number, 4, 1), date(number + 1, 3, 31), "financial year", label)


def kinds(result: Reconciled) -> list[str]:
    return sorted(choice.kind for choice in result.choices)


def notes(result: Reconciled) -> list[str]:
    return sorted({issue.kind for issue in result.issues})


def option(choice: Choice, words: str) -> str:
    """The id of the option whose label holds the words."""
    (found,) = [one for one in choice.options if words in one.label]
    return found.id


def reading_choice(id: str, options: Iterable[tuple[str, tuple[str, ...]]]) -> Choice:
    return Choice(id, "reading", "What is it?", tuple(Option(name, name, ids) for name, ids in options), BODY)
