"""Council answers in prose: the number of FOI staff as a person coded it, where it is a number."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

from .figures import Elsewhere, Stated

QUESTIONS = (
    "1 How many people are employed to deal with FOI?",
    "2 What is the budget for administering FOI?",
    "3 Do you use case management software for FOI? If so, which one?",
    "4 Do you publish a disclosure log?",
)


def rows(corpus: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """(id, row) of each council; the id is made of its name."""
    with (corpus / "answers.csv").open(newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            yield re.sub(r"\W+", "-", row["Authority"].lower()).strip("-"), row


def letter(row: dict[str, str]) -> str:
    """The council's own words under our four questions."""
    told = [f"{question}\n\n{row[question].strip()}" for question in QUESTIONS]
    return "\n\n".join(["Dear requester", *told, ""])


def bodies(corpus: Path) -> str:
    """bodies.csv: it is made here, for the list is as long as the corpus."""
    lines = [f'{id},"{row["Authority"]}"' for id, row in rows(corpus)]
    return "\n".join(["id,name", *lines, ""])


def stated(corpus: Path) -> Iterator[Stated | Elsewhere]:
    """Staff numbers, disclosure log and software as a person coded them; `Elsewhere` where no answer follows.

    A number is answerable if it stands in the answer, in digits or as a word, or is none and the answer says no.
    """
    for id, row in rows(corpus):
        yield from _people(id, row)
        log = LOGS.get(row["disclosure_log"])
        if log and row[QUESTIONS[3]].strip():
            yield Stated(id, "councils", Decimal(1), where={"log": (log,)}, kind="disclosure log")
        software = SOFTWARE.get(row["case_management_reduced"].strip())
        if software:
            yield Stated(id, "systems", Decimal(1), where={"software": (software,)}, kind="software")


def _people(id: str, row: dict[str, str]) -> Iterator[Stated | Elsewhere]:
    try:
        number = Decimal(row["rough_people_count"])
    except InvalidOperation:
        return
    if id in OTHERWISE:
        yield Stated(id, "people", number, kind="people, coded against the survey's rule")
    elif stands(number, row[QUESTIONS[0]]):
        yield Stated(id, "people", number, kind="people, in the words")
    else:
        yield Elsewhere(id, "people", number, kind="people, elsewhere")


WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen".split()


def stands(number: Decimal, words: str) -> bool:
    """True if the number stands in the words; for none, if they say no, none or not."""
    text = words.lower().replace("½", ".5")
    if number == 0:
        return bool(re.search(r"\b(?:0|no|none|nobody|not|zero)\b|n['’]t\b", text))
    told = {Decimal(digits) for digits in re.findall(r"(?<![\d.,])\d+(?:\.\d+)?(?![\d,]|\.\d)", text)}
    told |= {Decimal(at) for at, word in enumerate(WORDS) if re.search(rf"\b{word}\b", text)}
    return number in told


LOGS = {"yes": "yes", "no": "no", "planned": "planned", "forthcoming": "planned"}
SOFTWARE = {
    "No CRM": "no", "Custom In-House": "in-house", "iCasework": "icasework", "Microsoft Excel": "excel",
    "Microsoft Sharepoint": "sharepoint", "Pentana": "pentana", "Microsoft Access": "access", "Lagan": "lagan",
    "Vuelio": "vuelio", "Microsoft Dynamics": "dynamics", "Respond CentrePoint": "respond", "Axlr8": "axlr8",
    "Civica": "civica", "Firmstep": "firmstep", "Iken": "iken", "Infreemation": "infreemation",
    "Aptean Respond": "respond", "House on the Hill": "house", "Lotus Notes": "notes", "Salesforce": "salesforce",
}  # fmt: skip
OTHERWISE = (
    "calderdale-metropolitan-borough-council", "north-devon-council", "haringey-borough-council",
    "taunton-deane-borough-council", "walsall-metropolitan-borough-council",
)  # fmt: skip
"""The answer states one number that the survey's rule counts (3 FTE, one full-time post, 6 officers, three members
of staff, 11 people), and the person wrote another: the heads (4), and 0 in the other four. Graded apart."""
