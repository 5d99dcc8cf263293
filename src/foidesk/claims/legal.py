"""The legal read: one page on what a story asserts, what bears it out, and who took what on himself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from foidesk.model import Claim

from .ask import RULES
from .waivers import READ_OTHERWISE

FIRST = ("incident", "quotation", "coverage")
"""Kinds of claim that name somebody: they come first."""


def legal_read(story: str, claims: Iterable[Claim], places: Mapping[str, Mapping[str, Any]]) -> str:
    """The page as Markdown: what is open, accusations and quotations, numbers, waivers, the rules of hedges."""
    claims = tuple(claims)
    every = [claim for claim in claims if claim.verdict != "not a claim about the data"]
    aside = [one for one in claims if one.verdict == "not a claim about the data" and READ_OTHERWISE in one.why]
    blocked = [claim for claim in every if claim.blocks]
    waived = [claim for claim in every if claim.verdict == "waived"]
    told = [claim for claim in every if claim.kind in FIRST and claim not in blocked]
    numbers = [claim for claim in every if claim not in (*blocked, *waived, *told)]
    lines = [f"# Legal read: {story}", "", _summary(every, blocked, waived), ""]
    lines += _section("Open: not to be published as it stands", blocked, places)
    lines += _section("Waived by a person", waived, places)
    lines += _section("Accusations, quotations, how bodies answered", told, places)
    lines += _section("Said to be no claim by the writer, but read otherwise", aside, places)
    lines += _numbers(numbers, places)
    rules = [rule for rule in RULES.values() if any(rule in claim.why for claim in every)]
    if rules:
        lines += ["## How hedges are read", "", *(f"- {rule}" for rule in rules), ""]
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
        lines.append(f"- line {claim.line}, **{claim.verdict}**: “{_short(claim.text)}”{_within(claim)}")
        said = {"data": claim.value, "why": _why(claim), "tell": _told(claim), "source": _source(claim, places)}
        for word, text in said.items():
            if text:
                lines.append(f"  - {word}: {_short(text, 300)}")
    return [*lines, ""]


def _numbers(claims: list[Claim], places: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """What is borne out, one line a number: what was read, what the data say, where it stands."""
    if not claims:
        return []
    lines = ["## Numbers, shares, ranks", ""]
    for claim in claims:
        told = (claim.value, _told(claim), _source(claim, places, 1))
        rest = "".join(f" — {_short(text, 120)}" for text in told if text)
        lines.append(f"- line {claim.line}, {claim.verdict}: “{_short(claim.text, 60)}”{rest}")
    return [*lines, ""]


def _within(claim: Claim) -> str:
    """The sentence of a claim that is a part of it: " in “Kent had 51 cases.”"."""
    whole = len(claim.text) + 1 >= len(claim.sentence)
    return "" if whole else f" in “{_short(claim.sentence, 240)}”"


def _why(claim: Claim) -> str:
    """The reason, without what stands beside it as the data and, below, as a rule."""
    why = claim.why
    for rule in RULES.values():
        why = why.replace(rule, "").strip().replace(". )", ")")
    for said in (f"the replies give {claim.value}", f"the replies say: {claim.value}", claim.value):
        if claim.value and why.rstrip(". ") == said:
            return ""
    return why


def _told(claim: Claim) -> str:
    """What must be told with the figure."""
    return "; ".join(claim.caveats)


def _source(claim: Claim, places: Mapping[str, Mapping[str, Any]], most: int = 3) -> str:
    """Where it stands, by file: “alphaton: reply.csv, row 2, row 5 and 3 more”."""
    found = [places[id] for id in claim.sources if id in places]
    if not found:
        return f"foidesk trace {claim.finding}" if claim.finding else ""
    files: dict[tuple[str, str], list[str]] = {}
    for one in found:
        files.setdefault((one["body"], one["file"]), []).append(one["place"])
    told = []
    for (body, file), own in list(files.items())[:most]:
        each = list(dict.fromkeys(own))
        more = f" and {len(each) - 3} more" if len(each) > 3 else ""
        told.append(f"{body}: {file}, {', '.join(each[:3])}{more}")
    left = len(files) - most
    return "; ".join(told) + (f"; and {left} more file{'s' if left > 1 else ''}" if left > 0 else "")


def _short(text: str, width: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"
