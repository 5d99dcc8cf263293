"""Which document came from whom: deliveries, from events and what the readers found inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from ..mail.feeds import is_day
from ..mail.matching import Known, bare, trace
from ..mail.whatdotheyknow import BATCH_SHEET
from ..model import Choice, Delivery, Event, Issue, Locator, Option, PublicBody, Reading, TextPlace, digest
from ..words.bodies import Clue, Match, goes_on, recognise, recognised

VERSION = 5
"""Goes up whenever some file would be taken as another body's."""

LETTERHEAD = 500
LIKELY = "likely"
NAMED = 0.9
"""As certain as a body's full name in a letterhead."""
MOST_NESTED = 8
_OURS = re.compile(r"(?:^|/)\d{4}-\d\d-\d\d-\d{6}/outgoing_\d+\.txt$")
"""Our own letters in a batch that was downloaded from WhatDoTheyKnow: no reply."""
THREAD = "correspondence.txt"
_THREAD = (THREAD, "correspondence.pdf")
BOTH_SIDES = "correspondence.pdf"
_ANSWER = re.compile(r"\d+_\d+_.+")
_BATCH = re.compile(
    r"(?P<folder>(?:^|.*/)(?P<day>\d{4}-\d\d-\d\d)-\d{6}/)"
    r"(?:incoming_(?P<letter>\d+)\.txt|attachments-(?P<with>\d+)/.+)$"
)
"""A letter of a body, and a file attached to one, in a batch downloaded from WhatDoTheyKnow."""


def is_download(names: Sequence[str]) -> bool:
    """True for the contents of a request downloaded from WhatDoTheyKnow: its letters and what came with them."""
    others = [name for name in names if name not in _THREAD]
    return len(others) < len(names) and all(_ANSWER.fullmatch(name) for name in others)


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


def known(events: tuple[Event, ...], bodies: tuple[PublicBody, ...]) -> Known:
    """What our own letters put into the world: Message-IDs and references, each with its body."""
    sent = [event for event in events if event.kind in ("sent", "sending") and event.body]
    references = {dict(event.details).get("reference", "").strip("[]").lower(): event.body for event in sent}
    return Known(
        {bare(event.name): event.body for event in sent if event.name},
        tuple(body.id for body in bodies),
        {reference: body for reference, body in references.items() if reference},
        {dict(event.details).get("to", "").lower(): event.body for event in sent},
    )


def questions(
    events: tuple[Event, ...], readings: Mapping[str, Reading], bodies: tuple[PublicBody, ...]
) -> tuple[Choice, ...]:
    """Who sent it, for every file: asked only where nothing tells, but a person's answer comes first anywhere."""
    ours = known(events, bodies)
    return tuple(
        _choice(unit[0], _likely(unit, readings, bodies, ours), bodies)
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
    ours = known(events, bodies)
    deliveries: list[Delivery] = []
    choices: list[Choice] = []
    for path, event in sorted(received(events).items()):
        for unit in _units(_root(path, event), readings):
            choice = _choice(unit[0], _likely(unit, readings, bodies, ours), bodies)
            body, by = _decide(unit, readings, bodies, answers.get(choice.id), ours)
            archive = len(unit) == 1 and _is_archive(unit[0], readings)
            if choice.id in answers or (not body and not archive):
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
    reading = readings.get(root.document)
    of_one = reading is not None and is_download([one.name for one in reading.attachments])
    if of_one or not _is_archive(root, readings):
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
    names = [attachment.name for attachment in reading.attachments] if reading else []
    for attachment in reading.attachments if reading else ():
        if _OURS.search(attachment.name) or (attachment.name == BOTH_SIDES and is_download(names)):
            continue
        if _is_batch_sheet(attachment.name, readings.get(attachment.sha256)):
            continue
        path = f"{parent.path}!{attachment.name}"
        mail, message = (reading.envelope if reading else None), parent.document
        if mail is None:
            message = _mail_of(attachment.name, reading, readings) or parent.message
            mail = readings[message].envelope if message in readings else None
        came = _BATCH.fullmatch(attachment.name)
        day = f"{came['day']}T00:00:00+00:00" if came and is_day(came["day"]) else ""
        yield Delivery(
            digest("delivery", path, attachment.sha256),
            attachment.sha256,
            path,
            attachment.name,
            parent=parent.document,
            message=message,
            date=mail.date if mail and mail.date else day or parent.date,
        )


def _is_batch_sheet(name: str, reading: Reading | None) -> bool:
    """True for the list of a batch's requests in its zip: it tells where each stands, and answers none."""
    if reading is None or not name.lower().endswith(".csv") or not reading.tables:
        return False
    head = {cell.text.strip() for cell in reading.tables[0].grid()[0] if cell is not None}
    return head >= BATCH_SHEET


def _mail_of(name: str, download: Reading | None, readings: Mapping[str, Reading]) -> str:
    """The letter that a file of a download was attached to: "2_3_figures.xlsx" came with the body's second."""
    if download is not None and (came := _BATCH.fullmatch(name)) and came["with"]:
        letter = f"{came['folder']}incoming_{came['with']}.txt"
        return next((one.sha256 for one in download.attachments if one.name == letter), "")
    if download is None or not is_download([one.name for one in download.attachments]):
        return ""
    number = name.partition("_")[0]
    threads = [readings.get(one.sha256) for one in download.attachments if one.name == THREAD]
    mails = [mail for thread in threads if thread is not None for mail in thread.attachments]
    return next((mail.sha256 for mail in mails if mail.name == f"incoming_{number}.eml"), "")


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
    ours: Known,
) -> tuple[str, str]:
    """The body and what told it: a person, our own letter's marks, the mail itself, what came with it.

    A mail that answers one body's letter and names another body at its head waits for a person.
    """
    if answer is not None:
        return answer, "a person"
    traced = trace([readings[one.document] for one in unit if one.document in readings], ours)
    if traced is not None:
        others = _named_at_head(unit, readings, bodies) - set(traced.bodies)
        return (traced.bodies[0], traced.by) if len(traced.bodies) == 1 and not others else ("", "")
    clued = _clues_of(unit, readings)
    match = recognised(_clues_of(unit[:1], readings), bodies) or recognised(clued, bodies)
    if match is None or _rivals(match.body, clued, bodies):
        return "", ""
    return match.body, ", ".join(dict.fromkeys(clue.kind for clue in match.evidence))


def _rivals(body: str, clued: list[Clue], bodies: tuple[PublicBody, ...]) -> list[str]:
    """The bodies whose name goes on where this one's ends ("Ashdene Vale" after "Ashdene").

    They are rivals only where no clue gives the body's own address or its name in full.
    """
    own = next(one for one in bodies if one.id == body)
    longer = [one.id for one in bodies if one.id != body and goes_on(one, own)]
    said = " | ".join(clue.text.casefold() for clue in clued)
    host = own.email.rpartition("@")[2].casefold()
    folders = {clue.text.casefold() for clue in clued if clue.kind == "folder"}
    certain = any(name.casefold() in said for name in own.names) or (host and host in said) or own.id in folders
    return [] if certain else longer


def _named_at_head(
    unit: list[Delivery], readings: Mapping[str, Reading], bodies: tuple[PublicBody, ...]
) -> set[str]:
    """The bodies that the mail's own first words or its subject name in full."""
    reading = readings.get(unit[0].document)
    if reading is None or reading.envelope is None:
        return set()
    own = [block.text for part in reading.visible_parts() for block in part.blocks if block.kind == "paragraph"]
    clues = [Clue("letterhead", " ".join(own)[:LETTERHEAD]), Clue("letterhead", reading.envelope.subject)]
    return {match.body for clue in clues for match in recognise([clue], bodies) if match.score >= NAMED}


def _likely(
    unit: list[Delivery], readings: Mapping[str, Reading], bodies: tuple[PublicBody, ...], ours: Known
) -> list[str]:
    """The bodies that a unit may be from, likeliest first."""
    traced = trace([readings[one.document] for one in unit if one.document in readings], ours)
    named = sorted(_named_at_head(unit, readings, bodies))
    fits = [match.body for match in _matches(unit, readings, bodies)]
    if fits and traced is None:
        fits[1:1] = _rivals(fits[0], _clues_of(unit, readings), bodies)
    return list(dict.fromkeys([*(traced.bodies if traced else ()), *(named if traced else ()), *fits]))


def _choice(root: Delivery, fits: list[str], bodies: tuple[PublicBody, ...]) -> Choice:
    ordered = sorted(bodies, key=lambda body: (fits.index(body.id) if body.id in fits else len(fits), body.name))
    options = tuple(
        Option(body.id, body.name, value=LIKELY if body.id in fits else "", suggested=body.id in fits[:1])
        for body in ordered
    )
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


def both_sides(deliveries: Iterable[Delivery], read: Callable[[Delivery], Reading]) -> Iterator[Issue]:
    """An issue for each download of WhatDoTheyKnow whose letters, ours and theirs, came as one PDF."""
    for one in deliveries:
        names = [attachment.name for attachment in read(one).attachments]
        if BOTH_SIDES in names and is_download(names):
            place = Locator(one.document, TextPlace("file name", 0, len(one.path)), one.path)
            yield Issue(
                "both-sides", "warning",
                f"{BOTH_SIDES} in {one.path} holds our letters as well as the answers, so it is not read",
                one.path, "save what is answered only there as a file of its own", (place,),
            )  # fmt: skip


def unmatched_issue(choice: Choice) -> Issue:
    """The issue for a file whose sender is not known."""
    place = choice.locators[0]
    return Issue(
        "unmatched-reply", "warning",
        f"nothing in {place.quote} says clearly which body sent it, so none of its figures is used",
        place.quote, "foidesk decide", (place,), key=choice.id,
    )  # fmt: skip
