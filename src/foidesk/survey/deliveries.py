"""Which document came from whom: deliveries, from events and what the readers found inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from ..model import Choice, Delivery, Event, Issue, Locator, Option, PublicBody, Reading, TextPlace, digest
from ..words.bodies import Clue, Match, recognise, recognised

VERSION = 1
"""Goes up whenever some file would be taken as another body's."""

LETTERHEAD = 500
MOST_NESTED = 8


def received(events: tuple[Event, ...]) -> dict[str, Event]:
    """The latest "received" event of each path that was not removed since."""
    current: dict[str, Event] = {}
    for event in events:
        if event.kind == "received":
            current[event.name] = event
        elif event.kind == "removed":
            current.pop(event.name, None)
    return current


def clues(path: str, reading: Reading | None) -> tuple[Clue, ...]:
    """What may tell who sent a file: sender, letterhead, folder, file name, subject."""
    *containers, last = path.split("!")
    folders = [part for one in containers if one.strip("./") for part in PurePosixPath(one).with_suffix("").parts]
    folders += PurePosixPath(last).parts[:-1]
    found = [Clue("folder", folder) for folder in folders]
    found.append(Clue("file", PurePosixPath(last).stem))
    if reading and reading.envelope:
        found += [Clue("sender", reading.envelope.sender), Clue("sender", reading.envelope.sender_name)]
        found.append(Clue("subject", reading.envelope.subject))
    text = next((part.text for part in reading.visible_parts() if part.text), "") if reading else ""
    if text:
        found.append(Clue("letterhead", text[:LETTERHEAD]))
    return tuple(clue for clue in found if clue.text)


def questions(
    events: tuple[Event, ...], readings: Mapping[str, Reading], bodies: tuple[PublicBody, ...]
) -> tuple[Choice, ...]:
    """Who sent it, for every file: asked only where nothing tells, but a person's answer comes first anywhere."""
    return tuple(
        _choice(unit[0], _matches(unit, readings, bodies), bodies)
        for path, event in sorted(received(events).items())
        for unit in _units(_root(path, event), readings)
    )


def derive(
    events: tuple[Event, ...],
    readings: Mapping[str, Reading],
    bodies: tuple[PublicBody, ...],
    answers: Mapping[str, str],
) -> tuple[tuple[Delivery, ...], tuple[Choice, ...]]:
    """Deliveries in order of path, containers before their contents; and the question for each unmatched file.

    A mail and what is attached to it come from one body; each file of an archive is judged by itself first.
    """
    deliveries: list[Delivery] = []
    choices: list[Choice] = []
    for path, event in sorted(received(events).items()):
        for unit in _units(_root(path, event), readings):
            choice = _choice(unit[0], _matches(unit, readings, bodies), bodies)
            body, by = _decide(unit, readings, bodies, answers.get(choice.id))
            if choice.id in answers or (not body and not _is_archive(unit[0], readings)):
                choices.append(choice)
            deliveries += [replace(one, body=body, matched_by=by) for one in unit]
    return tuple(deliveries), tuple(choices)


def _root(path: str, event: Event) -> Delivery:
    id = digest("delivery", path, event.document)
    return Delivery(id, event.document, path, PurePosixPath(path).name, date=event.at)


def _is_archive(delivery: Delivery, readings: Mapping[str, Reading]) -> bool:
    reading = readings.get(delivery.document)
    return reading is not None and reading.envelope is None and bool(reading.attachments)


def _units(root: Delivery, readings: Mapping[str, Reading]) -> Iterator[list[Delivery]]:
    """Deliveries that must come from one body: a mail with all in it, or a single file."""
    if not _is_archive(root, readings):
        yield [root, *_inside(root, readings, 0)]
        return
    yield [root]
    for child in _children(root, readings):
        yield from _units(child, readings)


def _inside(parent: Delivery, readings: Mapping[str, Reading], depth: int) -> Iterator[Delivery]:
    for child in _children(parent, readings) if depth < MOST_NESTED else ():
        yield child
        yield from _inside(child, readings, depth + 1)


def _children(parent: Delivery, readings: Mapping[str, Reading]) -> Iterator[Delivery]:
    reading = readings.get(parent.document)
    for attachment in reading.attachments if reading else ():
        path = f"{parent.path}!{attachment.name}"
        mail = reading.envelope if reading else None
        yield Delivery(
            digest("delivery", path, attachment.sha256),
            attachment.sha256,
            path,
            attachment.name,
            parent=parent.document,
            message=parent.document if mail else parent.message,
            date=mail.date if mail and mail.date else parent.date,
        )


def _matches(
    unit: list[Delivery], readings: Mapping[str, Reading], bodies: tuple[PublicBody, ...]
) -> tuple[Match, ...]:
    return recognise(_clues_of(unit, readings), bodies)


def _clues_of(unit: list[Delivery], readings: Mapping[str, Reading]) -> list[Clue]:
    found: list[Clue] = []
    for delivery in unit:
        found += [clue for clue in clues(delivery.path, readings.get(delivery.document)) if clue not in found]
    return found


def _decide(
    unit: list[Delivery],
    readings: Mapping[str, Reading],
    bodies: tuple[PublicBody, ...],
    answer: str | None,
) -> tuple[str, str]:
    """The body and what told it; a person's answer first, then the mail itself, then all that came with it."""
    if answer is not None:
        return answer, "a person"
    match = recognised(_clues_of(unit[:1], readings), bodies) or recognised(_clues_of(unit, readings), bodies)
    if match is None:
        return "", ""
    return match.body, ", ".join(dict.fromkeys(clue.kind for clue in match.evidence))


def _choice(root: Delivery, matches: tuple[Match, ...], bodies: tuple[PublicBody, ...]) -> Choice:
    fits = [match.body for match in matches]
    ordered = sorted(bodies, key=lambda body: (fits.index(body.id) if body.id in fits else len(fits), body.name))
    options = tuple(Option(body.id, body.name, suggested=body.id in fits[:1]) for body in ordered)
    place = Locator(root.document, TextPlace("file name", 0, len(root.path)), root.path)
    nobody = Option("", "none of them: leave it out")
    return Choice(
        digest("body", root.path, root.document),
        "body",
        f"Who sent {root.name}?",
        (*options, nobody),
        locators=(place,),
        weight=1000,
    )


def unmatched_issue(choice: Choice) -> Issue:
    """The issue for a file whose sender is not known."""
    place = choice.locators[0]
    return Issue(
        "unmatched-reply", "warning",
        f"nothing in {place.quote} says clearly which body sent it, so none of its figures is used",
        place.quote, "foidesk decide", (place,), key=choice.id,
    )  # fmt: skip
