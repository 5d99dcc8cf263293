"""REHEARSAL: a survey of plainly invented boroughs with yearly figures and sizes; no real body is meant."""

from __future__ import annotations

import shutil
from datetime import date
from email.message import EmailMessage
from pathlib import Path

from foidesk.survey import Survey
from foidesk.survey.ordering import Order

from . import small

NAMES = (
    "Alphaton", "Betaford", "Gammaley", "Deltaham", "Epsilonby", "Zetaworth", "Etaston", "Thetamouth", "Iotafield",
    "Kappaton", "Lambdaham", "Mubury",
)  # fmt: skip
"""The last one refuses."""

SIZES = (40_000, 52_000, 61_000, 75_000, 90_000, 110_000, 130_000, 160_000, 210_000, 260_000, 330_000, 400_000)
"""People who live there, by the made-up source."""

YEARS = {
    "alphaton": (2, 2, 3), "betaford": (6, 7, 9), "gammaley": (8, 9, 8), "deltaham": (22, 25, 31),
    "epsilonby": (11, 12, 14), "zetaworth": (13, 15, 14), "etaston": (15, 17, 20), "thetamouth": (18, 21, 22),
    "iotafield": (9, 10, 12), "kappaton": (31, 33, 36), "lambdaham": (40, 41, 47),
}  # fmt: skip
"""Complaints upheld and not, in 2020, 2021 and 2022; a third of each year's is upheld."""

SURVEY = """
[survey]
id = "borough-complaints"
title = "REHEARSAL: Complaints to the boroughs of Exampleshire"
law = "uk-foia-2000"
rehearsal = true
summary = "Twelve invented boroughs were asked how many complaints they had and how each ended."

[survey.period]
from = 2020-01-01
to = 2022-12-31

[[questions]]
id = "q1"
text = "How many complaints were made each year, and how did they end?"
measures = ["complaints"]
variables = ["outcome"]

[[measures]]
id = "complaints"
label = "complaints"
unit = "complaints"
nouns = ["complaints", "complaint", "number of complaints"]

[[findings]]
name = "total"
recipe = "total"
title = "Complaints in all"
headline = true
"""

PEOPLE = "residents, mid-year estimate"


def ids() -> tuple[str, ...]:
    return tuple(name.lower() for name in NAMES)


def write(folder: Path, findings: str = "", comparison: str = "") -> Path:
    """The survey with a reply of each borough; `findings` and `comparison` are added to survey.toml."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "survey.toml").write_text(SURVEY.lstrip() + findings + comparison, encoding="utf-8")
    (folder / "codebook.toml").write_text(small.CODEBOOK.lstrip(), encoding="utf-8")
    rows = [
        f"{id},Borough of {name},{name} Council,,foi@{id}.example,,,council,"
        for id, name in zip(ids(), NAMES, strict=True)
    ]
    head = "id,name,aliases,official_code,email,website,law,kind,note"
    (folder / "bodies.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    sizes(folder)
    for id, years in YEARS.items():
        reply(folder / "replies", id, years)
    refusal = (
        "Dear requester,\n\nWe refuse your request under section 12 of the Freedom of Information Act 2000.\n"
    )
    small.mail(ids()[-1], refusal, folder / "replies")
    return folder


def sizes(folder: Path, skip: tuple[str, ...] = (), year: str = "2021", definition: str = PEOPLE) -> None:
    rows = [
        f'{id},"{definition}",{year},{size},residents,,,https://statistics.example/boroughs,2023-02-01,invented'
        for id, size in zip(ids(), SIZES, strict=True)
        if id not in skip
    ]
    head = "body,definition,year,number,unit,variable,category,source,retrieved,note"
    (folder / "denominators.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


def reply(folder: Path, id: str, years: tuple[int, ...]) -> None:
    """A table of outcomes by year."""
    upheld = [year // 3 for year in years]
    table = [
        ["Outcome", "2020", "2021", "2022", "Total"],
        ["Upheld", *upheld, sum(upheld)],
        ["Not upheld", *(a - b for a, b in zip(years, upheld, strict=True)), sum(years) - sum(upheld)],
        ["Total", *years, sum(years)],
    ]
    (folder / id).mkdir(parents=True, exist_ok=True)
    lines = ["Number of complaints", "", *(",".join(map(str, row)) for row in table)]
    (folder / id / "reply.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


LETTER = """Dear requester,

We have now completed our searches for the information that you requested on 9 January. Please find our response
attached.

Yours,
The FOI team
"""


def by_mail(folder: Path, id: str, day: str) -> None:
    """The same reply in a mail of that day, "Mon, 06 Feb 2023", instead of a bare file."""
    table = folder / "replies" / id / "reply.csv"
    message = EmailMessage()
    message["From"], message["To"] = f"FOI team <foi@{id}.example>", "desk@paper.example"
    message["Subject"], message["Date"] = "Your request", f"{day} 10:00:00 +0000"
    message["Message-ID"] = f"<{id}@{id}.example>"
    message.set_content(LETTER)
    message.add_attachment(table.read_bytes(), maintype="text", subtype="csv", filename="reply.csv")
    shutil.rmtree(table.parent)
    (folder / "replies" / f"{id}.eml").write_bytes(bytes(message))


def sent(folder: Path, on: date, bodies: tuple[str, ...]) -> None:
    """The request to each of these bodies on record as posted on that day."""
    (folder / "letter.md").write_text("Dear {{ body.name }},\n\n1. How many complaints were made each year?\n")
    (folder / "mail.toml").write_text('[sender]\nname = "Desk"\nemail = "desk@paper.example"\n')
    survey = Survey(folder)
    for id in bodies:
        survey.send(Order(record=id, on=on, by="post"))
