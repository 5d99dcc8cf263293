"""The files of a new survey as text: survey.toml, codebook.toml, bodies.csv, letter and story."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import Category, Codebook, Measure, Period, Variable
from .senders import Sender

PLAIN = Measure("cases", "Cases", "cases", nouns=("case", "cases"))
LAW = "uk-foia-2000"
_HEAD = """# One investigation. Every key is explained in docs/survey-folder.md.
[survey]
id = {id}
title = {title}
law = {law}
summary = ""

# The days that the request asks about, both included. Without them everything is taken.{spoken}
# [survey.period]
# from = {first}
# to = {last}

[[questions]]
id = "q1"
text = {question}
measures = {measures}
variables = {variables}
"""
LETTER = """Dear {{ body.name }},

Under the {{ law.title }} please tell me:

1. How many ...

Please send the answer as a spreadsheet where you can, with one row per case.

Yours faithfully,
"""
STORY = """# Headline

<!-- A number whose words leave open what it counts is bound to a finding, like this: [12]{f=total} -->
"""


@dataclass(frozen=True, slots=True)
class Found:
    """What a first reading of the replies gives: a codebook, the periods that headings name, the law named."""

    codebook: Codebook
    periods: tuple[Period, ...] = ()
    law: str = ""


def survey_toml(id: str, title: str, found: Found) -> str:
    """A survey.toml with every measure and the first findings."""
    measures, variables = found.codebook.measures or (PLAIN,), found.codebook.variables
    first, last, spoken = _days(found.periods)
    head = _HEAD.format(
        id=_quoted(id), title=_quoted(title), law=_quoted(found.law or LAW), first=first, last=last, spoken=spoken,
        question=_quoted(_question(measures[0], variables)), measures=_list(one.id for one in measures),
        variables=_list(one.id for one in variables),
    )  # fmt: skip
    blocks = [*map(_measure, measures), *_findings(measures, variables)]
    return "\n".join([head, *("\n".join(block) + "\n" for block in blocks)])


def _days(periods: tuple[Period, ...]) -> tuple[date, date, str]:
    """First and last day that the replies speak of, and a comment that says so."""
    if not periods:
        return date(2020, 1, 1), date(2024, 12, 31), ""
    first, last = min(one.start for one in periods), max(one.end for one in periods) - timedelta(days=1)
    return (
        first,
        last,
        "\n# Headings in the replies speak of these days; take out the # if they are what you asked for.",
    )


def _question(measure: Measure, variables: tuple[Variable, ...]) -> str:
    by = ", ".join(one.label.casefold() for one in variables)
    return f"How many {measure.unit}" + (f", by {by}?" if by else " ...?")


def _measure(one: Measure) -> list[str]:
    return [
        "[[measures]]", f"id = {_quoted(one.id)}", f"label = {_quoted(one.label)}", f"unit = {_quoted(one.unit)}",
        f"type = {_quoted(one.type)}", f"nouns = {_list(one.nouns)}",
    ]  # fmt: skip


def _findings(measures: tuple[Measure, ...], variables: tuple[Variable, ...]) -> Iterator[list[str]]:
    """A total of each measure; of the first, each body's figure and the breakdowns; and who answered."""
    first, *others = measures
    label = first.label.capitalize()
    yield _finding("total", "total", f"{label} in all", "headline = true")
    for one in others:
        yield _finding(
            f"total-{one.id}", "total", f"{one.label.capitalize()} in all", f"measure = {_quoted(one.id)}"
        )
    yield _finding("by-body", "by-body", f"{label} of each body")
    for variable in variables:
        title, by = f"{label} by {variable.label.lower()}", f"by = {_quoted(variable.id)}"
        yield _finding(f"by-{variable.id}", "breakdown", title, by)
    yield _finding("coverage", "coverage", "Who answered", "headline = true")


def _finding(name: str, recipe: str, title: str, *more: str) -> list[str]:
    said = {"name": name, "recipe": recipe, "title": title}
    return ["[[findings]]", *(f"{key} = {_quoted(text)}" for key, text in said.items()), *more]


def codebook_toml(codebook: Codebook) -> str:
    """The codebook as codebook.toml has it."""
    lines = [f"version = {codebook.version}"]
    for variable in codebook.variables:
        lines += ["", "[[variables]]", f"id = {_quoted(variable.id)}", f"label = {_quoted(variable.label)}"]
        lines += [f"names = {_list(variable.names)}"]
        lines += ["multiple = true"] if variable.multiple else []
        lines += [
            "open = true        # the labels are kept as they stand; write false to code them"
        ] * variable.open
        for category in variable.categories:
            lines += _category(category)
    return "\n".join(lines) + "\n"


def _category(one: Category) -> list[str]:
    lines = ["", "[[variables.categories]]", f"id = {_quoted(one.id)}", f"label = {_quoted(one.label)}"]
    lines += [f"parent = {_quoted(one.parent)}"] if one.parent else []
    return lines + ([f"synonyms = {_list(one.synonyms)}"] if one.synonyms else [])


def bodies_csv(bodies: Iterable[Sender]) -> str:
    """A bodies.csv with id, name and aliases filled in."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("id", "name", "aliases", "official_code", "email", "website", "law", "kind", "note"))
    writer.writerows((one.id, one.name, ";".join(one.aliases), "", "", "", "", "", "") for one in bodies)
    return out.getvalue()


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _quoted(text: str) -> str:
    """The text as a TOML string: JSON's escapes are TOML's, but for the delete character."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False).replace("\x7f", "")
