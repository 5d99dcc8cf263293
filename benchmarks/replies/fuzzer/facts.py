"""Facts to be told: invented subjects, each with a codebook, and random numbers for them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from foidesk.model import (
    Category,
    Codebook,
    Measure,
    Period,
    PublicBody,
    Query,
    Question,
    SurveyDefinition,
    Variable,
)

BODY = PublicBody(id="body", name="Sampleham Authority")


@dataclass(frozen=True)
class Subject:
    """What was asked for, by year and two variables; `money` is a second measure, or None.

    `words`: how a body that answers in this language writes total, year, count and so on.
    """

    id: str
    measure: Measure
    first: Variable
    second: Variable
    years: tuple[str, ...]
    period: Period
    words: dict[str, tuple[str, ...]]
    groups: dict[str, tuple[str, ...]]
    law: str = "uk-foia-2000"
    money: Measure | None = None
    sign: str = "£"

    def definition(self, years: tuple[str, ...]) -> SurveyDefinition:
        """The survey of these years as a reporter would write it: no word of it is taken from a layout."""
        measures = (self.measure, *((self.money,) if self.money else ()))
        ids = tuple(one.id for one in measures)
        ask = Question("q1", f"How many {self.measure.label} were there in each year?", ids)
        more = tuple(
            Question(f"q{n}", f"Please break these down by {one.label}.", ids, (one.id,))
            for n, one in enumerate((self.first, self.second), 2)
        )
        queries = tuple(Query(f"total-{one}", "total", one, one) for one in ids)
        return SurveyDefinition(
            self.id, self.id, self.window(years), self.law, (ask, *more), (BODY,),
            Codebook(1, (self.first, self.second), measures), queries,
        )  # fmt: skip

    def window(self, years: tuple[str, ...]) -> Period:
        return Period(self.year(years[0]).start, self.year(years[-1]).end)

    def year(self, label: str) -> Period:
        """The days of a year of this subject ("2021/22" from April, "2021" from January)."""
        start = int(label[:4])
        if "/" in label:
            return Period(date(start, 4, 1), date(start + 1, 4, 1), "financial year", "", label)
        return Period(date(start, 1, 1), date(start + 1, 1, 1), "calendar year", "", label)


def variable(id: str, label: str, names: str, *categories: str) -> Variable:
    """`categories` are "id: label; synonym; synonym"."""
    made = []
    for line in categories:
        key, _, rest = line.partition(": ")
        first, *others = rest.split("; ")
        made.append(Category(key, first, synonyms=tuple(others)))
    return Variable(id, label, names=tuple(names.split("; ")), categories=tuple(made))


ENGLISH = {
    "total": ("Total", "Grand Total", "TOTAL", "Overall total", "Totals"),
    "subtotal": ("Sub-total", "Subtotal", "Sub total"),
    "year": ("Year", "Financial year", "Period"),
    "date": ("Date", "Date received", "Date closed"),
    "ref": ("Ref", "Case no.", "No", "Reference"),
    "note": ("Note: figures were taken from a live system and may change.", "Source: case recording system."),
    "letter": ("Thank you for your request. The information is set out below.",),
    "close": ("I trust that this answers your request.",),
    "by": ("by",),
    "percent": ("%", "Percentage", "% of total"),
    "nil": ("nil", "NIL", "None"),
}
GERMAN = {
    "total": ("Gesamt", "Summe", "Insgesamt", "Gesamtsumme"),
    "subtotal": ("Zwischensumme",),
    "year": ("Jahr",),
    "date": ("Datum",),
    "ref": ("Nr.", "Aktenzeichen", "lfd. Nr."),
    "note": ("Quelle: Fachverfahren des Ordnungsamts.",),
    "letter": ("Ihre Anfrage beantworten wir wie folgt.",),
    "close": ("Mit freundlichen Grüßen",),
    "by": ("nach",),
    "percent": ("%", "Anteil in %"),
    "nil": ("keine",),
}
FINANCIAL = ("2020/21", "2021/22", "2022/23", "2023/24")
CALENDAR = ("2020", "2021", "2022", "2023")

COMPLAINTS = Subject(
    "complaints",
    Measure(
        "complaints", "complaints", "complaints", "count", ("complaint", "complaints", "number of complaints"),
    ),
    variable(
        "department", "department", "department; service; service area; directorate",
        "housing: Housing; housing services", "highways: Highways; roads; roads and highways",
        "waste: Waste collection; refuse; bins", "planning: Planning; planning and building control",
        "education: Education; schools", "leisure: Leisure; sport and leisure",
    ),
    variable(
        "outcome", "outcome", "outcome; result; decision",
        "upheld: Upheld; justified", "part: Partly upheld; upheld in part", "not: Not upheld; not justified",
        "withdrawn: Withdrawn; withdrawn by complainant", "open: Ongoing; still open; in progress",
    ),
    FINANCIAL, Period(date(2020, 4, 1), date(2024, 4, 1)), ENGLISH,
    {"Place": ("housing", "highways", "planning"), "People": ("waste", "education", "leisure")},
)  # fmt: skip
CLAIMS = Subject(
    "claims",
    Measure(
        "payments", "settlements", "payments", "count",
        ("settlement", "settlements", "payments", "number of claims"),
    ),
    variable(
        "cause", "cause", "cause; type of claim; claim type; kind of claim",
        "vehicle: Vehicle collision; auto; motor vehicle accident", "fall: Fall; trip and fall; slip and fall",
        "police: Police conduct; excessive force; false arrest", "employment: Employment; wrongful termination",
        "sewer: Sewer backup; water damage",
    ),
    variable(
        "ending", "how it ended", "disposition; how ended; resolution; result",
        "settled: Settled; settlement", "judgment: Judgment; verdict",
        "arbitration: Arbitration award; arbitration",
    ),
    CALENDAR, Period(date(2020, 1, 1), date(2024, 1, 1)), ENGLISH,
    {"Accidents": ("vehicle", "fall", "sewer"), "Conduct": ("police", "employment")},
    "us-ca-cpra",
    Measure(
        "paid", "amount paid", "USD", "money",
        ("amount", "amount paid", "paid", "settlement amount", "total paid"),
    ),
    "$",
)  # fmt: skip
ASSAULTS = Subject(
    "assaults",
    Measure(
        "assaults", "assaults on staff", "assaults", "count",
        ("assault", "assaults", "incidents", "number of assaults"),
    ),
    variable(
        "role", "staff group", "staff group; role; job role; profession",
        "nurse: Nurse; nursing staff; nurses", "doctor: Doctor; medical staff; doctors", "porter: Porter; porters",
        "paramedic: Paramedic; ambulance crew; paramedics", "clerical: Administrative staff; clerical",
    ),
    variable(
        "injury", "injury", "injury; severity; level of harm",
        "none: No injury; no harm", "minor: Minor injury; low harm", "serious: Serious injury; severe harm",
    ),
    FINANCIAL, Period(date(2020, 4, 1), date(2024, 4, 1)), ENGLISH,
    {"Clinical": ("nurse", "doctor", "paramedic"), "Support": ("porter", "clerical")},
    "scotland-foisa-2002",
)  # fmt: skip
FINES = Subject(
    "fines",
    Measure(
        "verfahren", "Verfahren", "Verfahren", "count",
        ("Verfahren", "Anzahl der Verfahren", "Anzahl", "Fälle"),
    ),
    variable(
        "art", "Art des Verstoßes", "Art des Verstoßes; Verstoß; Art",
        "muell: Illegale Müllablagerung; Müllablagerung", "laerm: Ruhestörung; Lärm", "hund: Hundehaltung; Hunde",
        "parken: Falschparken; Parkverstoß", "grill: Grillen in Grünanlagen; Grillen",
    ),
    variable(
        "ausgang", "Ausgang", "Ausgang; Ergebnis; Abschluss",
        "bussgeld: Bußgeld; Bußgeldbescheid", "verwarnung: Verwarnung; Verwarnung erteilt",
        "eingestellt: Eingestellt; Verfahren eingestellt", "offen: Offen; noch offen",
    ),
    CALENDAR, Period(date(2020, 1, 1), date(2024, 1, 1)), GERMAN,
    {"Straße": ("parken", "laerm"), "Grünflächen": ("muell", "hund", "grill")},
    "",
    Measure(
        "betrag", "festgesetzter Betrag", "EUR", "money",
        ("Betrag", "Summe der Bußgelder", "Bußgelder in Euro", "festgesetzte Bußgelder"),
    ),
    "€",
)  # fmt: skip
SUBJECTS = (COMPLAINTS, CLAIMS, ASSAULTS, FINES)

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Facts:
    """How many cases, and how much money, each (year, first, second) holds."""

    subject: Subject
    years: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    count: dict[Key, int]
    money: dict[Key, int]

    def total(self, year: str = "", first: str = "", second: str = "", money: bool = False) -> int:
        """The sum where each part given holds."""
        table = self.money if money else self.count
        return sum(
            number
            for (y, a, b), number in table.items()
            if year in ("", y) and first in ("", a) and second in ("", b)
        )

    def cases(self) -> Iterator[tuple[Key, int]]:
        """Every case with its share of the money; the shares of a key add up to its money."""
        for key, number in self.count.items():
            rest = self.money[key]
            for left in range(number, 0, -1):
                part = rest if left == 1 else rest // left + (left * 7) % max(1, rest // (left * 9) + 1)
                rest -= part
                yield key, part


def draw(rng: random.Random, small: bool) -> Facts:
    """Random facts: `small` ones can be listed case by case."""
    subject = rng.choice(SUBJECTS)
    years = subject.years[: rng.randint(2, len(subject.years))]
    first = _some(rng, subject.first)
    second = _some(rng, subject.second)
    top = 3 if small else rng.choice((6, 30, 900))
    zero = rng.choice((0.1, 0.3))
    count, money = {}, {}
    for key in product(years, first, second):
        count[key] = 0 if rng.random() < zero else rng.randint(1, top)
        money[key] = count[key] * rng.randint(300, 9000)
    if not any(count.values()):
        count[key], money[key] = 3, 3600
    return Facts(subject, years, first, second, count, money)


def _some(rng: random.Random, variable: Variable) -> tuple[str, ...]:
    ids = [one.id for one in variable.categories]
    rng.shuffle(ids)
    return tuple(ids[: rng.randint(2, len(ids))])
