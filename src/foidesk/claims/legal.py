"""The legal read: one page on what a story asserts, what bears it out, and who took what on himself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from foidesk.model import Claim

from .ask import RULES

FIRST = ("incident", "quotation", "coverage")
"""Kinds of claim that name somebody: they come first."""


def legal_read(story: str, claims: Iterable[Claim], places: Mapping[str, Mapping[str, Any]]) -> str:
    """The page as Markdown: what is open, accusations and quotations, numbers, waivers, the rules of hedges."""
    every = [claim for claim in claims if claim.verdict != "not a claim about the data"]
    blocked = [claim for claim in every if claim.blocks]
    waived = [claim for claim in every if claim.verdict == "waived"]
    told = [claim for claim in every if claim.kind in FIRST and claim not in blocked]
    numbers = [claim for claim in every if claim not in (*blocked, *waived, *told)]
    lines = [f"# Legal read: {story}", "", _summary(every, blocked, waived), ""]
    for title, group in (
        ("Open: not to be published as it stands", blocked),
        ("Waived by a person", waived),
        ("Accusations, quotations, how bodies answered", told),
        ("Numbers, shares, ranks", numbers),
    ):
        lines += _section(title, group, places)
    lines += ["## How hedges are read", "", *(f"- {rule}" for rule in RULES.values()), ""]
    return "\n".join(lines)


def _summary(every: list[Claim], blocked: list[Claim], waived: list[Claim]) -> str:
    counts: dict[str, int] = {}
    for claim in every:
        counts[claim.verdict] = counts.get(claim.verdict, 0) + 1
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items())) or "no claims"
    return f"{told}. {'HOLD.' if blocked else 'Nothing is open.'} Waivers: {len(waived)}."


def _section(title: str, claims: list[Claim], places: Mapping[str, Mapping[str, Any]]) -> list[str]:
    if not claims:
        return []
    lines = [f"## {title}", ""]
    for claim in claims:
        lines.append(f"- line {claim.line}, **{claim.verdict}**: “{_short(claim.text)}”")
        for word, text in (("data", claim.value), ("why", claim.why), ("source", _source(claim, places))):
            if text:
                lines.append(f"  - {word}: {_short(text, 300)}")
    return [*lines, ""]


def _source(claim: Claim, places: Mapping[str, Mapping[str, Any]]) -> str:
    found = [places[id] for id in claim.sources if id in places]
    told = [f"{one['body']}: {one['file']}, {one['place']}" for one in found[:3]]
    more = f" and {len(found) - 3} more" if len(found) > 3 else ""
    return "; ".join(told) + more if told else (f"foidesk trace {claim.finding}" if claim.finding else "")


def _short(text: str, width: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"
