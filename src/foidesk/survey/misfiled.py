"""Files that are taken as one body's, and of which something says that they are another's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..model import Delivery, Issue, PublicBody, Reading
from ..words.bodies import Clue, recognise
from .deliveries import NAMED, clues

PLACES: Mapping[str, str] = {
    "folder": "the folder it lies in",
    "file": "its file name",
    "sender": "its sender",
    "subject": "its subject",
    "letterhead": "its first words",
}


def misfiled(
    deliveries: Iterable[Delivery], readings: Mapping[str, Reading], bodies: tuple[PublicBody, ...]
) -> list[Issue]:
    """An issue for each file of which some clue names another body in full, and not the one it is taken as.

    What a person said stands. A file with its mail is told once.
    """
    told: dict[tuple[str, str, str], Issue] = {}
    for delivery in deliveries:
        if delivery.body and delivery.matched_by != "a person":
            for other, clue in _others(delivery, readings.get(delivery.document), bodies):
                key = (delivery.message or delivery.document, delivery.body, other)
                told.setdefault(key, _issue(delivery, other, clue, bodies))
    return list(told.values())


def _others(
    delivery: Delivery, reading: Reading | None, bodies: tuple[PublicBody, ...]
) -> Iterator[tuple[str, Clue]]:
    for clue in clues(delivery.path, reading):
        named = [match.body for match in recognise([clue], bodies) if match.score >= NAMED]
        if len(named) == 1 and delivery.body not in named:
            yield named[0], clue


def _issue(delivery: Delivery, other: str, clue: Clue, bodies: tuple[PublicBody, ...]) -> Issue:
    names = {body.id: body.name for body in bodies}
    words = " ".join(clue.text.split())[:80]
    return Issue(
        "other-body",
        "warning",
        f"{delivery.name} is taken as a reply of {names[delivery.body]} (told by its {delivery.matched_by}), and "
        f"{PLACES.get(clue.kind, clue.kind)} names {names[other]}: “{words}”.",
        delivery.path,
        "Look whose reply it is: move the file into its folder, or answer who sent it with foidesk decide.",
        body=delivery.body,
        key=f"{delivery.id} {other}",
    )
