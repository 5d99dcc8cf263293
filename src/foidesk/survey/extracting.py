"""extract: what each reply says, and the account of its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model import Delivery, Extraction
from ..model.places import place_text
from . import citing

if TYPE_CHECKING:
    from .survey import Survey


def account(survey: Survey) -> dict[str, Any]:
    """Per delivery: observations, numbers read, ignored by name and open, tables that foot, open questions."""
    extractions = survey.work.coded
    rows = [_row(survey, one, extractions[one.id]) for one in survey.work.matched if one.id in extractions]
    return {"deliveries": rows, "numbers": _sum(rows), "unmatched": list(survey.work.unmatched)}


def _row(survey: Survey, delivery: Delivery, extraction: Extraction) -> dict[str, Any]:
    numbers = {
        status: sum(number.count for number in extraction.account if number.status == status)
        for status in ("read", "ignored", "open")
    }
    return {
        "body": delivery.body,
        "path": delivery.path,
        "document": delivery.document,
        "kind": extraction.kind,
        "observations": len(extraction.observations),
        "numbers": numbers,
        "ignored": _names(extraction),
        "open": [
            {"text": number.text, "place": place_text(number.locator.place), "quote": number.locator.quote}
            for number in extraction.open_numbers()
        ],
        "footings": {
            "hold": sum(footing.holds for footing in extraction.footings),
            "fail": sum(not footing.holds for footing in extraction.footings),
        },
        "questions": len(extraction.choices),
        "citations": citing.as_json(extraction),
        "issues": [{"kind": issue.kind, "what": issue.what} for issue in extraction.issues],
        "unread": [] if any(numbers.values()) else _unread(survey, delivery),
    }


def _unread(survey: Survey, delivery: Delivery) -> list[dict[str, str]]:
    """Why a file in which no number was found may hold some: it is locked, damaged, a picture, not unpacked."""
    issues = (issue for issue in survey.work.reading(delivery).issues if issue.severity != "note")
    return [{"kind": issue.kind, "what": issue.what, "next": issue.next} for issue in issues]


def _names(extraction: Extraction) -> dict[str, int]:
    names: dict[str, int] = {}
    for number in extraction.account:
        if number.status == "ignored":
            names[number.name] = names.get(number.name, 0) + number.count
    return dict(sorted(names.items()))


def _sum(rows: list[dict[str, Any]]) -> dict[str, int]:
    return {status: sum(row["numbers"][status] for row in rows) for status in ("read", "ignored", "open")}
