"""A survey of many bodies and documents whose statements are made up, for the load of the desk alone.

No file is read and nothing is reconciled: deliveries, observations, questions and findings are invented; the board
is put up from them by the same code that puts up a real one.
"""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from foidesk.coding import coding_choice
from foidesk.model import (
    Base,
    Choice,
    Count,
    Delivery,
    Extraction,
    Finding,
    Locator,
    NumberSeen,
    Observation,
    OneOf,
    Option,
    Outcome,
    Part,
    Reading,
    Results,
    SheetPlace,
    Support,
    Word,
    digest,
)  # fmt: skip
from foidesk.survey import Survey
from foidesk.survey.desk.building import put_up

CATEGORIES = ("upheld", "rejected", "withdrawn", "settled", "open", "referred", "dismissed", "advice")
SURVEY = """[survey]
id = "synthetic"
title = "A synthetic survey"
law = "uk-foia-2000"

[[questions]]
id = "q1"
text = "How many complaints were made?"
measures = ["complaints"]
variables = ["outcome"]

[[measures]]
id = "complaints"
label = "complaints"
unit = "complaints"

[[findings]]
name = "total"
recipe = "total"
title = "Complaints in all"
headline = true

[[findings]]
name = "by-body"
recipe = "by-body"
title = "Complaints of each body"
"""


def write(folder: Path, bodies: int) -> Survey:
    """The files that people write."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "survey.toml").write_text(SURVEY)
    blocks = [f'[[variables.categories]]\nid = "{one}"\nlabel = "{one.capitalize()}"\n' for one in CATEGORIES]
    head = (
        'version = 1\n\n[[variables]]\nid = "outcome"\nlabel = "Outcome"\nquestion = "q1"\nnames = ["outcome"]\n\n'
    )
    (folder / "codebook.toml").write_text(head + "\n".join(blocks))
    rows = [f"body-{n:03},Synthetic Body {n:03},,,,,,," for n in range(bodies)]
    (folder / "bodies.csv").write_text(
        "id,name,aliases,official_code,email,website,law,kind,note\n" + "\n".join(rows) + "\n"
    )
    return Survey(folder)


def refresh(folder: str, bodies: int, documents: int) -> dict[str, Any]:
    """Puts up the board of so many bodies and documents: what the desk's other process does after a decision."""
    survey = write(Path(folder), bodies)
    survey.__dict__["work"] = _work(survey, documents)
    survey.__dict__["status"] = lambda: _status(survey)
    return {"values": put_up(survey), "ingested": {}}


def _work(survey: Survey, documents: int) -> SimpleNamespace:
    chance = random.Random(1)
    deliveries = tuple(_delivery(body.id, n) for body in survey.definition.bodies for n in range(documents))
    coded = {one.id: _extraction(one, chance) for one in deliveries}
    choices = tuple({one.id: one for one in _choices(survey, deliveries, coded, chance)}.values())
    work = SimpleNamespace(deliveries=deliveries, matched=deliveries, unmatched=(), coded=coded)
    work.judgements = survey.store.decisions.standing()
    work.coding_choices = tuple(one for one in choices if one.kind == "coding")
    work.coding_decisions = {}
    work.reading = lambda delivery: _reading(delivery.document)
    work.room = SimpleNamespace(node=lambda document, name: SimpleNamespace(content=document))
    outcomes = tuple(Outcome(body.id, "q1", "full") for body in survey.definition.bodies)
    work.results = Results(_findings(survey, coded), outcomes, choices)
    return work


def _status(survey: Survey) -> Any:
    from foidesk.survey.status import status

    return status(survey)


def _delivery(body: str, number: int) -> Delivery:
    document = hashlib.sha256(f"{body} {number}".encode()).hexdigest()
    path = f"{body}/reply-{number:02}.csv"
    return Delivery(digest("d", path), document, path, f"reply-{number:02}.csv", body=body, date="2024-01-01")


def _extraction(delivery: Delivery, chance: random.Random) -> Extraction:
    seen = tuple(_observation(delivery, row, one, chance.randrange(90)) for row, one in enumerate(CATEGORIES, 2))
    account = tuple(
        NumberSeen(str(one.amount.lo), one.places["value"], "read", one.id) for one in seen if one.amount
    )
    return Extraction(delivery.id, seen, account)


def _observation(delivery: Delivery, row: int, category: str, number: int) -> Observation:
    place = Locator(delivery.document, SheetPlace("csv", row, 2, row, 2), str(number))
    return Observation(
        digest("o", delivery.id, row), delivery.body, delivery.document, "complaints",
        Count(Decimal(number), Decimal(number), "complaints"), "cell", {"outcome": OneOf((category,), category)},
        table="csv table 1", row=row, places={"value": place}, accepted_by="single-typed-cell",
    )  # fmt: skip


def _choices(survey: Survey, deliveries: Any, coded: Any, chance: random.Random) -> Any:
    variable = survey.definition.codebook.variable("outcome")
    for number, one in enumerate(deliveries):
        seen = coded[one.id].observations[0]
        if number % 10 == 0:
            phrase = f"unknown words {chance.randrange(900)}"
            asked = coding_choice(variable, phrase, one.body, [seen.places["value"]], chance.randrange(50))
            yield replace(asked, options=(replace(asked.options[0], suggested=True), *asked.options[1:]))
        elif number % 40 == 1:
            options = (Option("a", "5", (seen.id,)), Option("b", "7", (seen.id,)))
            yield Choice(digest("c", one.id), "contradiction", f"5 or 7 in {one.path}?", options, one.body,
                         (seen.places["value"],), weight=2)  # fmt: skip


def _findings(survey: Survey, coded: Any) -> tuple[Finding, ...]:
    by_body: dict[str, list[Observation]] = {}
    for extraction in coded.values():
        for one in extraction.observations:
            by_body.setdefault(one.body, []).append(one)
    supports = tuple(
        Support(body, _sum(seen), tuple(o.id for o in seen), tuple(o.places["value"] for o in seen))
        for body, seen in by_body.items()
    )
    total = _sum([one for seen in by_body.values() for one in seen])
    base = Base(len(by_body), len(by_body))
    return tuple(
        Finding(
            query.name,
            query.title,
            query,
            total,
            "complaints",
            "all bodies asked",
            base,
            query.recipe,
            1,
            None,
            supports,
        )
        for query in survey.definition.findings
    )


def _sum(seen: list[Observation]) -> Count:
    total = sum((one.amount.lo for one in seen if one.amount), Decimal(0))
    return Count(total, total, "complaints")


def _reading(document: str) -> Reading:
    words, text = [], ""
    for row, category in enumerate(CATEGORIES, 2):
        for column, word in ((1, category), (2, "12")):
            words.append(Word(word, len(text), len(text) + len(word), SheetPlace("csv", row, column, row, column)))
            text += word + "\n"
    return Reading(
        document, "text/csv", "synthetic", 1, parts=(Part("csv", "sheet", text, tuple(words), layer="cells"),)
    )
