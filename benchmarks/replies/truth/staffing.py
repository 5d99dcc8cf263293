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

    A number is answerable if it is the only one of the answer, or the only one of full-time equivalents, or none
    where the answer says no and holds no number. One of several numbers follows by no rule: to raise it is right.
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
    elif stands(number, row[QUESTIONS[0]]) == "only":
        yield Stated(id, "people", number, kind="people, the only number")
    elif stands(number, row[QUESTIONS[0]]):
        yield Elsewhere(id, "people", number, kind="people, one of several numbers")
    else:
        yield Elsewhere(id, "people", number, kind="people, no such number")


WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen".split()


def told(words: str) -> set[Decimal]:
    """The numbers that stand in the words, in digits or spelt; of hours and per cent none."""
    text = words.lower().replace("½", ".5")
    text = re.sub(
        r"\d[\d.,]*\s*(?:%|per ?cent|hours?|hrs?)|\b(?:no[- ]one|no one person|just one part)\b", " ", text
    )
    found = {Decimal(digits) for digits in re.findall(r"(?<![\d.,])\d+(?:\.\d+)?(?![\d,]|\.\d)", text)}
    return found | {Decimal(at) for at, word in enumerate(WORDS) if re.search(rf"\b{word}\b", text)}


def fte(words: str) -> set[Decimal]:
    """The numbers of full-time equivalents in the words."""
    unit = r"\s*(?:f\.?t\.?e|full[- ]time[- ]equivalent|equivalent fte)"
    return {Decimal(digits) for digits in re.findall(rf"(\d+(?:\.\d+)?){unit}", words.lower())}


def stands(number: Decimal, words: str) -> str:
    """ "only" if the words leave this number alone by the survey's rule, "one of several", or ""."""
    numbers, equivalents = told(words), fte(words)
    if number == 0:
        says_no = re.search(r"\b(?:no|none|nobody|not)\b|n['’]t\b", words.lower())
        return "only" if numbers == {Decimal(0)} or (says_no and not numbers) else ""
    if equivalents == {number} or (numbers == {number} and not equivalents):
        return "only"
    return "one of several" if number in numbers else ""


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
