"""enter: a figure that a person read in a document and types in, with the place that it was read from.

It is a judgement like any other: who, when, why, resting on document hash, region and quoted words. It stands in
place of what was read there if one reading's value lies in the region; beside the readings otherwise, so that a
region drawn too large removes nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from ..errors import FoideskError, UnknownName
from ..model import (
    FIGURE,
    OUTSIDE_FOI,
    Amount,
    Attached,
    Delivery,
    Evidence,
    Extraction,
    Judgement,
    Locator,
    Measure,
    Observation,
    OneOf,
    Period,
    SurveyDefinition,
    Value,
    digest,
)  # fmt: skip
from ..model.places import PagePlace, Place, overlap, parse_place, place_text
from .tables import nearest

if TYPE_CHECKING:
    from .deciding import Decided
    from .survey import Survey

ENOUGH = 0.5
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
VALUE = re.compile(rf"\s*({NUMBER})(?:\s*(?:to|-|–)\s*({NUMBER}))?\s*\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure on its way in: whose, where it stands, what it says, and why it is entered by hand."""

    body: str
    document: str
    place: str
    quote: str
    value: str
    measure: str
    who: str
    reason: str
    where: Mapping[str, str] = field(default_factory=dict)
    period: str = ""
    note: str = ""


def enter(survey: Survey, entry: Entry) -> Decided:
    """Records the figure and says which findings came out differently."""
    from .deciding import record

    made = judgement_of(survey.definition, replace(entry, quote=_words(survey, entry)))
    return record(survey, made)


def _words(survey: Survey, entry: Entry) -> str:
    """The visible words at the place; refused where there are none, or others than the person says."""
    from .desk.locating import words_in

    names = {one.document: one.name for one in survey.work.deliveries}
    if entry.document not in names:
        raise UnknownName(
            "no reply holds that document", where=entry.document, next="name it as `foidesk extract` lists it"
        )
    senders = {one.body for one in survey.work.deliveries if one.document == entry.document and one.body}
    if senders and entry.body not in senders and entry.body in {one.id for one in survey.definition.bodies}:
        raise FoideskError(
            f"{names[entry.document]} is of {', '.join(sorted(senders))}, not of {entry.body}",
            where="replies/", next="name the body that sent it, or a document of that body",
        )  # fmt: skip
    place = _place(entry.place)
    found = words_in(survey.work.room.reading(entry.document, names[entry.document]), entry.document, place)
    if not found and entry.quote and isinstance(place, PagePlace):
        return entry.quote  # a drawing or a photograph, in which nothing was recognised
    if not found or (entry.quote and " ".join(entry.quote.split()) not in " ".join(found.split())):
        what = f"{found!r} stands there, not {entry.quote!r}" if found else "nothing that can be read stands there"
        then = "name the place as `foidesk decide` prints it; in a picture, --quote what it shows"
        raise FoideskError(what, where=entry.place, next=then)
    return found


def document_named(survey: Survey, file: str) -> str:
    """The document that came under that path in replies/, or whose SHA-256 starts so."""
    every = {one.document for one in survey.work.deliveries if one.path == file or one.document.startswith(file)}
    if len(every) == 1:
        return every.pop()
    guess = nearest(file, [one.path for one in survey.work.deliveries])
    raise UnknownName(
        f"no single document {file!r}", where="replies/", next=f"did you mean {guess!r}?" if guess else ""
    )


def judgement_of(definition: SurveyDefinition, entry: Entry) -> Judgement:
    """The judgement, not yet dated. What the survey does not have is refused."""
    measure = _known(entry.measure, {one.id: one.label for one in definition.codebook.measures}, "measure")
    _check_value(entry.value, definition.codebook.measure(measure))
    _known(entry.body, {one.id: one.name for one in definition.bodies}, "body")
    for id, category in entry.where.items():
        variables = {one.id: one for one in definition.codebook.variables}
        _known(id, variables, "variable")
        _known(category, {one.id for one in variables[id].categories}, f"category of {id}")
    _period(entry.period, entry.body, definition)
    if not entry.reason.strip():
        raise FoideskError("a figure entered by hand needs a reason", next="say in a few words how you read it")
    said = {"value": entry.value.strip(), "measure": measure, "where": dict(entry.where), "period": entry.period}
    place = place_text(_place(entry.place))
    evidence = Evidence(f"How many {measure}?", entry.document, place, entry.quote, body=entry.body)
    return Judgement(
        "", "", entry.who, FIGURE, (evidence,), json.dumps(said, ensure_ascii=False), _label(definition, entry),
        entry.reason, entry.note,
    )  # fmt: skip


def _check_value(text: str, measure: Measure) -> None:
    """Refuses what is no figure, and half a case of what is counted whole."""
    found = amount_of(text, measure.unit)
    if measure.type == "count" and any(end is not None and end != int(end) for end in (found.lo, found.hi)):
        raise FoideskError(
            f"{text!r} is no number of {measure.unit}: these are counted whole",
            next="enter a whole number, or name the measure whose figure it is with --measure",
        )  # fmt: skip


def amount_of(text: str, unit: str) -> Amount:
    """“12”, “1,234” or “10 to 20” as an amount. Anything else is refused, never guessed at."""
    found = VALUE.match(text)
    if not found:
        raise FoideskError(f"{text!r} is not a figure", next="write it in digits: 12, 1,234, or a range: 10 to 20")
    lo, hi = (Decimal((one or found[1]).replace(",", "")) for one in found.groups())
    if hi < lo:
        raise FoideskError(f"{text!r} ends below its start", next="write the smaller number first")
    return Amount.between(lo, hi, unit)


def apply(
    coded: Mapping[str, Extraction],
    deliveries: Iterable[Delivery],
    figures: Iterable[Judgement],
    definition: SurveyDefinition,
) -> tuple[dict[str, Extraction], tuple[Attached, ...]]:
    """The extractions with the figures in place, and for each figure whether its place was found."""
    found, attached = dict(coded), []
    by_arrival = {(one.body, one.document): one for one in reversed(list(deliveries)) if one.id in coded}
    for figure in figures:
        delivery = (
            by_arrival.get((figure.evidence[0].body, figure.evidence[0].document)) if figure.evidence else None
        )
        try:
            if delivery is None:
                raise FoideskError("no reply of that body holds that document now")
            found[delivery.id] = _with(found[delivery.id], _observation(figure, delivery, definition))
            attached.append(Attached(figure))
        except (FoideskError, ValueError, KeyError) as error:
            attached.append(Attached(figure, "", str(error)))
    return found, tuple(attached)


def _observation(figure: Judgement, delivery: Delivery, definition: SurveyDefinition) -> Observation:
    said: dict[str, Any] = json.loads(figure.answer)
    evidence = figure.evidence[0]
    measure = definition.codebook.measure(said["measure"])
    amount = amount_of(said["value"], measure.unit)
    value = cast(Value, measure.amount(amount.lo, amount.hi, measure.unit))
    for variable, category in said["where"].items():
        definition.codebook.variable(variable).category(category)
    return Observation(
        id=digest("figure", figure.id, delivery.id), body=evidence.body, document=evidence.document,
        measure=measure.id, value=value, role="prose",
        where={variable: OneOf((category,)) for variable, category in said["where"].items()},
        period=_period(said["period"], evidence.body, definition), relation="=" if amount.is_exact else "in",
        places={"value": Locator(evidence.document, parse_place(evidence.place), evidence.quote)},
        choice=figure.id, option=FIGURE, accepted_by="a person",
        scope=f"from outside FOI ({delivery.name})" if delivery.is_outside_foi else "",
    )  # fmt: skip


def _with(extraction: Extraction, entered: Observation) -> Extraction:
    place = entered.places["value"].place
    inside = [one for one in extraction.observations if _in(one.places.get("value"), place)]
    if len(inside) == 1:
        old = inside[0]
        entered = replace(entered, role=old.role, table=old.table, row=old.row)
        kept = tuple(one for one in extraction.observations if one is not old)
    else:
        kept = extraction.observations
    account = tuple(
        replace(seen, status="read", name=entered.id)
        if (seen.status == "open" or seen.name == OUTSIDE_FOI) and _in(seen.locator, place)
        else seen
        for seen in extraction.account
    )
    return replace(extraction, observations=(*kept, entered), account=account)


def _in(locator: Locator | None, place: Place) -> bool:
    return locator is not None and (place.holds(locator.place) or overlap(locator.place, place) >= ENOUGH)


def _place(text: str) -> Place:
    try:
        return parse_place(text)
    except ValueError:
        raise FoideskError(
            f"{text!r} is not a place",
            next='write "sheet \'Data\', B4" or "body, characters 41 to 43" as `foidesk decide` does, '
            'or "page 2 [x0 y0 x1 y1]"',
        ) from None


def _period(text: str, body: str, definition: SurveyDefinition) -> Period | None:
    if not text.strip():
        return None
    from ..law import law  # here, since both are slow to import
    from ..words.periods import period as period_of_words

    laws = {one.id: one.law for one in definition.bodies}
    begins = law(laws.get(body) or definition.law).year_start
    found = period_of_words(text, definition.period, year_start=begins)
    if found is None:
        raise FoideskError(
            f"the period {text!r} is not understood", next="write it as replies do: 2012 or 2012/13"
        )
    return found


def _known(name: str, known: Iterable[str], what: str) -> str:
    if name not in known:
        guess = nearest(name, known)
        raise UnknownName(f"there is no {what} {name!r}", next=f"did you mean {guess!r}?" if guess else "")
    return name


def _label(definition: SurveyDefinition, entry: Entry) -> str:
    """“12 complaints: Upheld, 2012”."""
    measure = definition.codebook.measure(entry.measure).label
    of = [definition.codebook.variable(id).category(one).label for id, one in entry.where.items()]
    of += [entry.period] if entry.period else []
    return f"{entry.value.strip()} {measure}" + (f": {', '.join(of)}" if of else "")
