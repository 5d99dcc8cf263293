"""What WhatDoTheyKnow tells in files that a person downloaded: request JSON, feeds, sheets of states."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import FoideskError
from .feeds import entries, is_day, step_of
from .state import AFTER_REPLY, ELSEWHERE, FROM_ALAVETELI, FROM_STATE, OWN

BATCH_SHEET = frozenset({"request_url", "authority_name", "request_status"})
"""Columns of the sheet that lists the requests of a batch."""


@dataclass(frozen=True, slots=True)
class Told:
    """One state of one request: authority by name and by its name in addresses, the step it means ("" if none)."""

    authority: str
    url_name: str
    url: str
    step: str
    state: str
    day: str


def told(name: str, text: str) -> list[Told]:
    """The states in a file; an empty list for a file of another kind."""
    if name.lower().endswith(".json"):
        return list(_json(json.loads(text)))
    if name.lower().endswith((".atom", ".xml")):
        return [
            Told(body, "", where, step_of(title), "" if step_of(title) == "request" else title, day)
            for body, where, day, title in entries(text)
        ]
    rows = list(csv.DictReader(text.splitlines()))
    if rows and {"body", "described_state"} <= set(rows[0]):
        return [one for row in rows for one in _ours(row)]
    if not rows or not set(rows[0]) >= BATCH_SHEET:
        return []
    return [_batch(row) for row in rows]


def _json(data: Any) -> Iterator[Told]:
    if isinstance(data, Mapping) and "info_request_events" in data:
        yield from _request(data)
    elif isinstance(data, list) and data and all(isinstance(one, Mapping) and "event_type" in one for one in data):
        for one in data:
            yield from _event(one, one.get("info_request", {}), one.get("public_body", {}))


def _request(data: Mapping[str, Any]) -> Iterator[Told]:
    for one in data["info_request_events"]:
        yield from _event(one, data, data.get("public_body", {}))


def _event(one: Mapping[str, Any], request: Mapping[str, Any], body: Mapping[str, Any]) -> Iterator[Told]:
    """The sending, and each state that a person described; what the site calculated is no fact."""
    kind, state = str(one.get("event_type", "")), str(one.get("described_state") or "")
    step = "request" if kind == "sent" else FROM_ALAVETELI.get(state, "")
    if kind == "response" and not state:
        step, state = ELSEWHERE, kind
    if kind == "followup_sent" and step in ("", "request"):
        step, state = OWN, kind
    if kind not in ("sent", "response", "status_update", "followup_sent") or (kind != "sent" and not state):
        return
    if step == "request" and kind != "sent":
        return
    url = f"{request.get('url_title', '')}#{one.get('id', '')}"
    yield Told(
        str(body.get("name", "")), str(body.get("url_name", "")), url, step, state or kind,
        _day(str(one.get("created_at", ""))[:10]),
    )  # fmt: skip


def told_by_letters(url: str, written: Iterable[tuple[str, str]]) -> Iterator[Told]:
    """Our own letters of a request that was downloaded: (to whom, day) each; the first is the request."""
    for number, (to, day) in enumerate(written, 1):
        step, state = ("request", "sent") if number == 1 else (OWN, "followup_sent")
        yield Told(to, "", f"{url.rpartition('/')[2]}#ours-{number}", step, state, day)


def _ours(row: Mapping[str, str]) -> Iterator[Told]:
    """A row of a states sheet, ours or another desk's: when it was sent, and where it stands now."""
    body, sent, state = row["body"], row.get("sent") or "", (row["described_state"] or "").strip()
    replied = row.get("replied") or row.get("updated") or ""
    since = row.get("since") or replied
    for day in (sent, replied, since):
        if day and not is_day(day):
            raise FoideskError(
                f"{day!r} in the row of {body} is no day; nothing of this file was taken in",
                where="the sheet of states",
                next="write days as 2026-03-31",
            )  # fmt: skip
    if sent:
        yield Told(body, body, f"{body}#sent", "request", "sent", sent)
    step = FROM_STATE.get(row.get("state") or "", "") or FROM_ALAVETELI.get(state, "")
    if step == "request" or not state:
        return
    if replied and row.get("state") in AFTER_REPLY:
        yield Told(body, body, f"{body}#replied", "final reply", "replied", replied)
    yield Told(body, body, f"{body}#{state}", step, state, since)


def _day(text: str) -> str:
    return text if is_day(text) else ""


def _batch(row: Mapping[str, str]) -> Told:
    """A row of the batch sheet: it has a state but no date, so no step is recorded from it."""
    state = row["request_status"].strip().lower().replace(" ", "_")
    return Told(row["authority_name"], "", row["request_url"], FROM_ALAVETELI.get(state, ""), state, "")
