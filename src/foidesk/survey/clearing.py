"""What a person answers before publication: personal data, small numbers, and each incident that is told.

An answer is a judgement like any other. It holds for what it was given on (the digest of what was found, the
words of the case), for a set time, and up to the next publication of something else. Unanswered or "hold back"
refuses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from .. import report
from ..errors import Blocked
from ..model import Choice, Judgement, Locator, Observation, Option, digest
from .choosing import chosen
from .tracing import observations
from .work import CLEARANCE

if TYPE_CHECKING:
    from .survey import Survey

VERSION = 1
STOP = "stop"
"""How the id of an option begins that holds publication back."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point to clear of an incident: the question and its possible answers."""

    id: str
    asks: str
    options: tuple[Option, ...]


def _options(*pairs: tuple[str, str]) -> tuple[Option, ...]:
    return tuple(Option(id, label) for id, label in pairs)


LOOKED = _options(
    ("clear", "No: I looked through the pages as they will be published"),
    ("stop", "Yes, or not sure: hold back"),
)
POINTS = (
    Point("stage", "At which stage was the matter, and is it told so?", _options(
        ("found", "Found or admitted, and told so"),
        ("alleged", "Alleged only, and told as an allegation"),
        ("stop-live", "Still live, or not known: hold back"),
    )),
    Point("live", "Are criminal or misconduct proceedings live?", _options(
        ("none", "None: checked"), ("stop-live", "Live, or not known: hold back"),
    )),
    Point("restriction", "Is there a reporting restriction?", _options(
        ("none", "None: checked"), ("stop-restricted", "There is one, or not known: hold back"),
    )),
    Point("complainant", "Is there a complainant in a sexual offence, or a child?", _options(
        ("none", "Neither"), ("unidentifiable", "Yes; nothing told can identify them"),
        ("stop-identifiable", "Yes, and something told may identify them: hold back"),
    )),
    Point("identifiable", "Can role, body, date, act and sanction together point to one person?", _options(
        ("none", "No"), ("public-interest", "Yes; the public interest is in the reason"),
        ("stop-identifiable", "Yes: hold back"),
    )),
    Point("reply", "Has whoever is spoken of had the right of reply?", _options(
        ("had", "Yes: asked, and the answer is told or the deadline is over"),
        ("nobody", "Nobody can be identified, so nobody was asked"),
        ("stop-not-asked", "Not yet: hold back"),
    )),
)  # fmt: skip


def questions(survey: Survey) -> tuple[Choice, ...]:
    """All that has to be answered for what is to be published now; nothing where no document came in."""
    if not survey.work.deliveries:
        return ()
    return (*_personal(survey), _small_numbers(survey), *_of_documents(survey), *_of_incidents(survey))


def open_questions(survey: Survey) -> list[Choice]:
    """Those that have no answer that holds today."""
    return [choice for choice, answer, _ in standing(survey) if answer is None]


def _personal(survey: Survey) -> tuple[Choice, ...]:
    readings = {one.document: survey.work.reading(one) for one in survey.work.deliveries}
    return tuple(
        _choice(f"personal {found.kind.id}", _found_words(found) + " " + found.kind.asks, LOOKED, found.digest)
        for found in report.personal_data(readings, _own_words(survey))
    )


def _own_words(survey: Survey) -> str:
    """What the desk itself publishes: the names in it are told on purpose."""
    story = survey.folder / "story.md"
    return report.own_words(survey.definition, story.read_text("utf-8-sig", "replace") if story.exists() else "")


def _found_words(found: report.Found) -> str:
    kind = found.kind
    if not found.count:
        return f"Personal data: no {kind.name} were found."
    places = f"{found.count:,} in {found.documents:,} document{'s' if found.documents > 1 else ''}"
    return f"Personal data: {kind.name}: {places}, {kind.fate}."


def _small_numbers(survey: Survey) -> Choice:
    """One question for all small numbers that bodies withheld; a further one asks it again."""
    cells = sorted(
        (one.body, one.document, place.place.describe())
        for extraction in survey.work.coded.values()
        for one in extraction.observations
        if (amount := one.amount) is not None and amount.how == "suppressed" and (place := _place(one))
    )
    told = (
        f"Small numbers: {len(cells):,} withheld by bodies; each is published as wide as its reply gives it. "
        "Does any figure, alone or less the others, give one away or point to one person?"
    )
    return _choice("small-numbers", told, LOOKED, digest("small", [list(cell) for cell in cells]))


def _of_documents(survey: Survey) -> Iterator[Choice]:
    """One question for each document that is to be published whole: nobody publishes a letter by a pattern."""
    for fate, files in (("whole", survey.definition.whole), ("as it came", survey.definition.originals)):
        for one in chosen(survey.work.deliveries, files):
            told = (
                f"{one.name} is to be published {fate}. Is anything left in it, on any page, that points to a "
                "private person, is another's copyright, or should not be published?"
            )
            yield _choice(f"document {fate}", told, LOOKED, digest("document", fate, one.document), one.body)


def _of_incidents(survey: Survey) -> tuple[Choice, ...]:
    every = observations(survey)
    cases = [every[id][0] for id in told_cases(survey) if id in every]
    return tuple(_about(survey, case, point) for case in cases for point in POINTS)


def told_cases(survey: Survey) -> tuple[str, ...]:
    """The case rows told in the story: binding an incident to its case is choosing it."""
    if not (survey.folder / "story.md").exists():
        return ()
    claims = survey.check().claims
    return tuple(dict.fromkeys(one.part for one in claims if one.kind == "incident" and one.part))


def _about(survey: Survey, case: Observation, point: Point) -> Choice:
    place = _place(case)
    name = survey.definition.body(case.body).name
    question = f"Incident at {name}, “{' '.join(place.quote.split())[:160]}”: {point.asks}"
    key = digest("incident", case.document, place.place.describe(), place.quote)
    return _choice(f"incident {point.id}", question, point.options, key, case.body, (place,))


def _place(one: Observation) -> Locator:
    """The place of the case's own words: its value, else its first part."""
    return one.places.get("value") or one.places[sorted(one.places)[0]]


def _choice(
    variable: str, question: str, options: tuple[Option, ...], key: str, body: str = "",
    places: tuple[Locator, ...] = (),
) -> Choice:  # fmt: skip
    id = digest("choice", CLEARANCE, variable, key, body)
    return Choice(id, CLEARANCE, question, options, body, places, variable, phrase=key)


# Answers


def standing(survey: Survey, edition: str = "") -> list[tuple[Choice, Judgement | None, str]]:
    """Each question with the answer that holds today, or None and why none does."""
    given = {_subject(one): one for one in survey.store.decisions.standing() if one.kind == CLEARANCE}
    return [_answered(survey, choice, given, edition) for choice in questions(survey)]


def _subject(judgement: Judgement) -> tuple[str, str, str]:
    evidence = judgement.evidence[0]
    return evidence.variable, evidence.phrase, evidence.body


def _answered(
    survey: Survey, choice: Choice, given: dict[tuple[str, str, str], Judgement], edition: str
) -> tuple[Choice, Judgement | None, str]:
    found = given.get((choice.variable, choice.phrase, choice.body))
    if found is None:
        return choice, None, "not answered"
    if _moment(found.at) < now(survey) - timedelta(days=survey.definition.answers_hold):
        return choice, None, f"answered on {found.at[:10]}, longer ago than {survey.definition.answers_hold} days"
    if _moment(found.at) <= _last_other_edition(survey, edition):
        return choice, None, f"answered on {found.at[:10]}, before the last publication"
    return choice, found, ""


def now(survey: Survey) -> datetime:
    """The clock; in a rehearsal the time of its last event or decision, so that an exercise does not go stale."""
    if not survey.definition.rehearsal:
        return datetime.now(UTC)
    logged = [one.at for one in survey.store.events.all()]
    logged += [one.at for one in survey.store.decisions.all()]
    return max(map(_moment, logged), default=datetime.now(UTC))


def _last_other_edition(survey: Survey, edition: str) -> datetime:
    """When something else than this edition was last published; long ago if nothing was."""
    editions = survey.publications.all()
    if editions and dict(editions[-1].details).get("edition") == edition:
        editions = editions[:-1]
    return max((_moment(one.at) for one in editions), default=datetime.min.replace(tzinfo=UTC))


def _moment(at: str) -> datetime:
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def gate(survey: Survey, edition: str) -> None:
    """`Blocked` while a question before publication is open, or an answer holds back."""
    states = standing(survey, edition)
    open_ = [(choice, why) for choice, answer, why in states if answer is None]
    held = [(choice, answer) for choice, answer, _ in states if answer and answer.answer.startswith(STOP)]
    if held:
        choice, answer = held[0]
        raise Blocked(
            f"{len(held)} answer(s) hold publication back: {choice.question} – {answer.answer_label}",
            where="decisions.csv",
            next="leave it out of the story, or answer anew: foidesk decide --kind clearance",
        )  # fmt: skip
    if open_:
        choice, why = open_[0]
        raise Blocked(
            f"{len(open_)} question(s) before publication are open: {choice.question} ({why})",
            next="foidesk decide --kind clearance --to answers.csv writes them into a sheet; --from reads it back",
        )
