"""The decisions that a person must take for the exact totals, and which reading stands."""

from __future__ import annotations

from typing import Any

from model import Trap


def real_decisions() -> list[dict[str, str]]:
    return [
        {
            "id": "kent-more-than-50",
            "body": "kent",
            "readings": "more than 50 | 51",
            "stands": "51",
            "why": "the reply counts the entries of its own record as 51, and 36 + 15 make 51",
        },
        {
            "id": "west-mercia-staff",
            "body": "west-mercia",
            "readings": "6 staff | 7 staff",
            "stands": "7",
            "why": "13 + 7 is the 20 that the reply states; 13 + 6 is not",
        },
        {
            "id": "dorset-discontinued",
            "body": "dorset",
            "readings": "discontinued | resigned",
            "stands": "resigned",
            "why": "the words in brackets say what happened to the person",
        },
        {
            "id": "northumbria-unit",
            "body": "northumbria",
            "readings": "24 incidents | 21 people",
            "stands": "24",
            "why": "the other bodies count a person again for each investigation, so an incident is what a case "
            "is there",
        },
    ]


WHY = {
    "twin-lists": "the workbook says that it was brought up to date after the PDF was made",
    "interim-and-corrected": "the corrected reply says that it replaces the interim one",
    "nil-withdrawn": "the later reply withdraws the nil return",
    "total-against-rows": "rows and years agree with each other, and not with the sentence",
    "joined-outcome": "the note under the table says how many resigned and how many retired",
}


def decisions(traps: list[Trap]) -> list[dict[str, Any]]:
    """At most twelve."""
    made: list[dict[str, Any]] = [*real_decisions()]
    for trap in traps:
        if trap.decision:
            made.append(
                {
                    "id": trap.decision,
                    "body": trap.body,
                    "readings": f"{trap.naive} | {trap.truth}",
                    "stands": trap.truth,
                    "why": WHY[trap.decision],
                }
            )
    if len(made) > 12:
        raise AssertionError(f"{len(made)} decisions are more than twelve")
    return made
