"""A letter read as an experienced FOI officer would read it: what will be asked back, refused or misread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..law import AccessLaw
from ..law.clock import DaysOff, count
from ..model import Question
from .letter import Letter
from .settings import Sender

SEVERITIES = ("must", "should")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the letter: a code, how grave, what, and what to do. `where` is a question or a body."""

    code: str
    severity: str
    what: str
    next: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A letter that this desk sent before: to whom, when, its questions."""

    body: str
    day: date
    questions: tuple[str, ...]


def read_as_officer(
    letter: Letter, sender: Sender, questions: Sequence[Question], law: AccessLaw | None
) -> tuple[Remark, ...]:
    """Every remark on the letter itself, in the order in which a reader meets it."""
    asked = letter.questions
    return (
        *_applicant(sender),
        *_numbered(asked, questions),
        *_period(letter.text, asked),
        *_terms(letter.text, asked),
        *_broad(asked),
        *_cost(asked, law),
        *_form(letter.text, asked, law),
    )


def _applicant(sender: Sender) -> Iterator[Remark]:
    if len(sender.name.split()) < 2:
        yield Remark(
            "no-real-name", "must", "the applicant has no full name; a request under a pseudonym can be ignored",
            'give name = "First Last" under [sender] in mail.toml',
        )  # fmt: skip
    if not sender.address and not sender.email:
        yield Remark(
            "no-address", "must", "there is no address for the answer", "give email (or address) in mail.toml"
        )


def _numbered(asked: Sequence[tuple[int, str]], questions: Sequence[Question]) -> Iterator[Remark]:
    if not asked:
        yield Remark("not-numbered", "must", "the letter has no numbered questions", "number them: 1. 2. 3.")
        return
    if [number for number, _ in asked] != list(range(1, len(asked) + 1)):
        yield Remark(
            "numbers-jump", "must", "the numbers of the questions jump or repeat", "number them 1, 2, 3 …"
        )
    if questions and len(questions) != len(asked):
        yield Remark(
            "questions-differ", "should", f"the letter asks {len(asked)} questions, survey.toml {len(questions)}",
            "make them agree: answers are filed by number",
        )  # fmt: skip
    for question in questions:
        if not question.variables and not question.measures:
            yield Remark(
                "no-variable", "should", f"no variable or measure answers question {question.id}",
                "name them in survey.toml, or leave the question out", question.id,
            )  # fmt: skip


_YEAR = r"(?:19|20)\d\d"
_DATED = re.compile(
    rf"\b(?:from|between|since|in|during|for|on|to|until|up to)\b[^.?]{{0,40}}{_YEAR}|"
    rf"{_YEAR}\s*(?:/|-|–|to)\s*(?:{_YEAR}|\d\d)|"
    rf"\b(?:financial|calendar|academic) years?\b[^.?]{{0,20}}{_YEAR}|"
    rf"\blast (?:\w+ )?(?:years?|months)\b|\{{\{{\s*period",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? \w+ {_YEAR}|{_YEAR}-\d\d-\d\d|\b\w+ \d{{1,2}}, {_YEAR}|\{{\{{\s*period",
    re.IGNORECASE,
)

_YEARS = re.compile(r"\b(?:years?|annual|per year|each year|20\d\d)\b", re.IGNORECASE)
_KIND_OF_YEAR = re.compile(
    r"\b(?:financial|calendar|academic|tax|fiscal|school) year|\b1 (?:april|january)", re.IGNORECASE
)


def _period(text: str, asked: Sequence[tuple[int, str]]) -> Iterator[Remark]:
    if not _DATED.search(text):
        yield Remark("no-period", "must", "the letter names no period", "say from which day to which day")
        return
    fixed = _DAY.search(text)
    if _YEARS.search(text) and not fixed and not _KIND_OF_YEAR.search(text):
        yield Remark(
            "which-year", "should", "the letter speaks of years and does not say calendar or financial",
            "say which, or give first and last day",
        )  # fmt: skip
    if re.search(r"\blast (?:\w+ )?(?:years?|months)\b|\bto date\b|\bcurrent\b", text, re.I) and not _DAY.search(
        text
    ):
        yield Remark(
            "moving-period", "should", "the period moves with the day of reading", "give first and last day"
        )


_VAGUE = (
    "incident", "case", "inappropriate", "serious", "significant", "misuse", "misconduct", "recent", "relevant",
    "investigation", "staff", "complaint", "policy", "breach", "senior", "contract", "agency", "social media",
)  # fmt: skip
_DEFINES = (
    r"(?:by|where|when) [“\"'‘]?(?:[\w-]+\s+){{0,2}}{0}s?[”\"'’]?[^.]{{0,30}}\b(?:i|we) mean|"
    r"[“\"'‘](?:[\w-]+\s+){{0,2}}{0}s?[”\"'’][^.]{{0,20}}\b(?:means?|includes?|is|are)\b|\b{0}s?\b[^.]{{0,5}}\((?:[^)]{{4,}})\)|"
    r"\bdefin\w+[^.]{{0,40}}\b{0}|\b{0}s?\b[^.]{{0,25}}\b(?:i mean|we mean|that is|meaning|include|including)\b"
)


def _terms(text: str, asked: Sequence[tuple[int, str]]) -> Iterator[Remark]:
    questions = " ".join(question for _, question in asked).lower()
    for term in _VAGUE:
        if re.search(rf"\b{term}s?\b", questions) and not re.search(_DEFINES.format(term), text, re.IGNORECASE):
            yield Remark(
                "undefined-term", "should", f"{term!r} is not defined: two bodies will read it in two ways",
                f'add: By "{term}" I mean …', term,
            )  # fmt: skip


_BROAD = re.compile(
    r"\b(?:all|any|every)\b[^.?]{0,30}\b(?:correspondence|communications?|e-?mails?|documents?|records?|information|"
    r"minutes|messages|material|files)\b|\bany and all\b|\beverything\b",
    re.IGNORECASE,
)


def _broad(asked: Sequence[tuple[int, str]]) -> Iterator[Remark]:
    for number, question in asked:
        if _BROAD.search(question):
            yield Remark(
                "over-broad", "should", f"question {number} asks for everything of a kind",
                "ask for numbers, a list or named documents, with dates and offices", str(number),
            )  # fmt: skip


_DEAR = re.compile(
    r"\b(?:for each|each of (?:those|these|them)|every (?:case|incident|complaint)|per (?:case|incident)|"
    r"in each case|copies of|copy of (?:each|every|all)|details of (?:each|every|all)|full details|"
    r"circumstances of|nature of each|"
    r"a breakdown of|describe)\b",
    re.IGNORECASE,
)


def _cost(asked: Sequence[tuple[int, str]], law: AccessLaw | None) -> Iterator[Remark]:
    """A dear question takes the whole letter over the limit: a body may add up all that one letter asks."""
    if law is None or not law.cost_limits:
        return
    dear = [number for number, question in asked if _DEAR.search(question) or _BROAD.search(question)]
    limits = "; ".join(
        f"{one.bodies}: {one.currency} {one.amount} or {one.hours} hours" for one in law.cost_limits
    )
    if dear:
        alone = "send it as a letter of its own" if len(dear) < len(asked) else "ask for less of it"
        yield Remark(
            "dear-question", "should",
            f"question(s) {', '.join(map(str, dear))} may need every file opened, and take all over the "
            f"cost limit ({law.unit} {law.cost_limits[0].section}: {limits})",
            f"{alone}, or say what to answer first if the limit is reached", str(dear[0]),
        )  # fmt: skip


_SHOWN = re.compile(
    r"\b(?:for example|e\.g\.|such as this|like this|as follows|example)\b|^\s*\|?\s*:?-{2,}:?\s*(?:\||$)",
    re.I | re.M,
)
"""An example is announced, or a table stands in the letter."""


def _form(text: str, asked: Sequence[tuple[int, str]], law: AccessLaw | None) -> Iterator[Remark]:
    if not re.search(r"\b(?:spreadsheet|csv|excel|xlsx|electronic|machine[- ]readable|format)\b", text, re.I):
        yield Remark(
            "no-format", "should", "the letter does not say in which form", "ask for a spreadsheet (section 11)"
        )
    if not _SHOWN.search(text):
        yield Remark(
            "no-example", "should", "the letter shows no example of an answer row", "add one: it saves a reading"
        )
    if (
        law is not None
        and law.cost_limits
        and not re.search(r"\b(?:limit|narrow|section 1[56]|advi[sc]e)\b", text, re.I)
    ):
        yield Remark(
            "no-fall-back", "should", "the letter does not say what to answer if the cost limit is reached",
            "name the questions that matter most, and ask for advice (section 16; 15 in Scotland)",
        )  # fmt: skip


WORKING_DAYS = 60


def similar(body: str, letter: Letter, earlier: Iterable[Earlier], today: date, off: DaysOff) -> Iterator[Remark]:
    """Letters of this desk to the same body within 60 working days whose costs may be added to this one's."""
    mine = [set(_words(question)) for _, question in letter.questions]
    for one in earlier:
        ends = count(one.day, WORKING_DAYS, "working days", off).due
        alike = any(_alike(set(_words(question)), each) for question in one.questions for each in mine)
        if one.body == body and one.day <= today <= ends and alike:
            yield Remark(
                "similar-request", "should",
                f"{body} had a similar request from this desk on {one.day.isoformat()}: the costs may be added up",
                f"wait until after {ends.isoformat()}, or be ready for a refusal", body,
            )  # fmt: skip


def _words(question: str) -> list[str]:
    return [word for word in re.findall(r"[a-z]{4,}", question.lower()) if word not in _COMMON]


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= 0.5 * min(len(one), len(other)) > 0


_COMMON = frozenset(
    "please provide many were each have been what which your with from that this between number".split()
)
