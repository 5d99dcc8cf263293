"""Which body a mail answers, by what our own letter put into it: thread, plus-address, reference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model import Reading

_IN_TEXT = re.compile(r"<([^<>\s@]+@[^<>\s@]+)>")
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\w")
ORDER = ("thread", "plus-address", "reference", "returned address")


@dataclass(frozen=True, slots=True)
class Known:
    """What we sent: the body by Message-ID (without brackets), and the ids of all bodies and surveys asked."""

    by_message: Mapping[str, str]
    bodies: tuple[str, ...]
    references: Mapping[str, str]
    """Reference in lower case, as it stands in the subject, to body."""
    addresses: Mapping[str, str]
    """The address that a letter went to, in lower case, to body."""


@dataclass(frozen=True, slots=True)
class Traced:
    """The bodies that the evidence names, and which kind of evidence it was."""

    bodies: tuple[str, ...]
    by: str


def bare(message_id: str) -> str:
    """A Message-ID without brackets and spaces, in lower case."""
    return message_id.strip().strip("<>").lower()


def trace(mails: Sequence[Reading], known: Known) -> Traced | None:
    """The bodies that a mail (and the mails inside it) answers; None if nothing of ours is in it.

    The strongest kind of evidence found anywhere decides; two bodies under it are both given, to be asked about.
    """
    found = {
        "thread": [body for mail in mails for body in _thread(mail, known)],
        "plus-address": [body for mail in mails for body in _plus(mail, known)],
        "reference": [body for mail in mails for body in _reference(mail, known)],
        "returned address": [body for mail in mails for body in _returned(mail, known)],
    }
    for by in ORDER:
        if bodies := tuple(dict.fromkeys(found[by])):
            return Traced(bodies, by)
    return None


def _thread(mail: Reading, known: Known) -> Iterable[str]:
    """By the headers; and by one of our Message-IDs in the text: headers that a mail server returned."""
    envelope = mail.envelope
    ids = [*envelope.in_reply_to, envelope.message_id] if envelope else []
    ids += [found for part in mail.visible_parts() for found in _IN_TEXT.findall(part.text)]
    return [known.by_message[bare(id)] for id in ids if bare(id) in known.by_message]


def _plus(mail: Reading, known: Known) -> Iterable[str]:
    for address in mail.envelope.recipients if mail.envelope else ():
        local = address.split("@")[0]
        tag = local.partition("+")[2]
        body = tag.rpartition(".")[2] or tag
        if body in known.bodies:
            yield body


def _returned(mail: Reading, known: Known) -> Iterable[str]:
    """The address that a mail server says it could not reach."""
    sender = mail.envelope.sender.split("@")[0] if mail.envelope else ""
    if sender in ("mailer-daemon", "postmaster"):
        for part in mail.visible_parts():
            for address in _ADDRESS.findall(part.text.lower()):
                if address in known.addresses:
                    yield known.addresses[address]


def _reference(mail: Reading, known: Known) -> Iterable[str]:
    subject = mail.envelope.subject.lower() if mail.envelope else ""
    for reference, body in known.references.items():
        if re.search(rf"(?<![\w/-]){re.escape(reference)}(?![\w-])", subject):
            yield body
