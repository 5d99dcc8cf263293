"""A reading that a person accepts: the words mean this, and no word of the sentence restricts it.

[21,851]{read=5c0e91aa by="A. Editor"}

The check offers it where it has to ask and a first reading is known. The span holds the question, not its answer:
the figure is computed anew each time, and what the replies contradict stays contradicted. When the sentence or its
reading changes, the span holds no more. An incident is accepted by its row: [… resigned]{case=…}.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from foidesk.model import Claim, SurveyDefinition, digest

from .draft import Draft, Span, plain, read
from .waivers import bare_sentence, ended

KEYS = ("read", "by")


def is_acceptance(span: Span) -> bool:
    """True for a span that only accepts a reading; it binds to no finding."""
    return "read" in span.attributes and all(key in KEYS for key in span.attributes)


def can_accept(claim: Claim) -> bool:
    """True if a person is needed and one key can settle it: a first reading is known, or the row of a case."""
    return claim.verdict == "needs a person" and bool(claim.first) and bool(claim.reading or _row(claim))


def _row(claim: Claim) -> str:
    return claim.part if claim.kind == "incident" else ""


def seal(claim: Claim) -> str:
    """Eight characters that stand for the sentence of the claim, its words and its reading, whatever its value."""
    return str(digest(bare_sentence(claim), claim.text, claim.reading, length=8))


def attributes(claim: Claim, who: str = "") -> str:
    """What stands in the braces of the span that accepts: `read=5c0e91aa by="A. Editor"`, or `case=ID`."""
    if row := _row(claim):
        return f"case={row}"
    name = who.replace('"', "").strip()
    return f"read={seal(claim)}" + (f' by="{name}"' if name else "")


def accept(claims: Iterable[Claim], draft: Draft) -> Iterator[Claim]:
    """The claims with the acceptances of the draft applied."""
    spans = [(span, draft.region(span.start, span.end)) for span in draft.spans if is_acceptance(span)]
    for claim in claims:
        held = [span for span, (start, end) in spans if start < claim.end and claim.start < end]
        yield _accepted(claim, held) if held and can_accept(claim) else claim


def _accepted(claim: Claim, spans: list[Span]) -> Claim:
    by = next(
        (span.attributes.get("by", "") for span in spans if seal(claim) in span.attributes["read"].split()), None
    )
    if by is None:
        told = f"what was accepted here is another sentence or reading: read={seal(claim)} accepts this one"
        return replace(claim, why=f"{ended(claim.why)} {told}.")
    why = f"read as it was first read, accepted{f' by {by}' if by else ''}; it was asked since {claim.why}"
    return replace(claim, verdict=claim.first, first="", why=why, reason=by)


def written(text: str, claims: Iterable[Claim], who: str = "", markdown: bool = True) -> str:
    """The story with a span around each of the claims that accepts its first reading.

    Words that hold markup or lie across a span are left as they are; so are those of a claim inside another.
    """
    taken = len(text) + 1
    as_draft = read if markdown else plain
    before = as_draft(text).plain
    for claim in sorted(filter(can_accept, claims), key=lambda one: (-one.start, one.end)):
        own = text[claim.start : claim.end]
        if claim.end > taken or " ".join(own.split()) != " ".join(claim.text.split()):
            continue
        new = f"{text[: claim.start]}[{own}]{{{attributes(claim, who)}}}{text[claim.end :]}"
        if as_draft(new).plain == before:
            text, taken = new, claim.start
    return text


# --- a reading in plain words ---

_STATISTICS = {
    "total": "",
    "share": "share of",
    "part": "part of the whole of",
    "change": "change in per cent of",
    "difference": "difference of",
    "points": "change in points of",
    "multiple": "how many times as many:",
    "mean": "average of",
    "median": "median of",
    "bodies": "how many bodies:",
    "place": "place by",
    "highest": "the highest of",
    "lowest": "the lowest of",
    "rest": "what is left of the whole by",
}


def in_words(claim: Claim, definition: SurveyDefinition) -> str:
    """The first reading of a claim: "cases referred to bailiffs; council tax; Exampleton Council; 2024/25"."""
    found = json.loads(claim.reading) if claim.reading else []
    return _words(found[0], definition) if found else ""


def _words(reading: Mapping[str, Any], definition: SurveyDefinition) -> str:
    measures = {one.id: one.label for one in definition.codebook.measures}
    named = measures.get(reading["measure"], "")
    statistic = _STATISTICS.get(reading["statistic"], f"{reading['statistic']} of")
    words = [f"{statistic} {named}".strip(), *_kinds(reading.get("where", {}), definition)]
    if of := reading.get("of"):
        words.append(
            " ".join(("of", measures.get(of.get("measure", ""), ""), *_kinds(of.get("where", {}), definition)))
        )
    bodies = reading.get("bodies", "")
    if isinstance(bodies, list):
        words.append(", ".join(_body(str(id), definition) for id in bodies))
    else:
        words.append(
            {"answered": "those that answered", "asked": "all that were asked"}.get(
                str(bodies), "all that gave it"
            )
        )
    words += [str(reading[key]) for key in ("predicate", "threshold", "period") if reading.get(key)]
    if reading.get("subject"):
        words.append(_body(str(reading["subject"]), definition))
    if reading.get("not"):
        words.append("those that are not")
    if other := reading.get("against"):
        words.append(f"against: {_words(other, definition)}")
    return "; ".join(filter(None, words))


def _kinds(where: Mapping[str, Any], definition: SurveyDefinition) -> list[str]:
    found = []
    for name, ids in where.items():
        if isinstance(ids, list):
            labels = {one.id: one.label for one in definition.codebook.variable(name).categories}
            found.append(" or ".join(labels.get(str(id)) or str(id) for id in ids))
    return found


def _body(id: str, definition: SurveyDefinition) -> str:
    return next((one.name for one in definition.bodies if one.id == id), id)
