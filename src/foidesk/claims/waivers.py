"""Waivers: a person takes a claim on himself, with a reason; it lapses when its sentence or its value changes.

[about 40]{waived="confirmed by telephone, 3 May" by="A. Editor" for=1f09a3c2}

Around several claims it takes the seal of each: for="1f09a3c2 77b0e410". It may stand around a span that binds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from foidesk.model import Claim, digest

from .draft import Draft, Span

KEYS = ("waived", "by", "for")
READ_OTHERWISE = "Without the writer’s mark it is contradicted"
WAIVABLE = ("misleading", "not established", "no data", "needs a person")


_ITEM = re.compile(r"^(?:[-*+•]|\d{1,2}[.)]) ")
"""The mark of an item of a list, which is no part of its sentence."""


def is_waiver(span: Span) -> bool:
    """True for a span that only waives; it binds nothing."""
    return "waived" in span.attributes and all(key in KEYS for key in span.attributes)


def seal(claim: Claim) -> str:
    """Eight characters that stand for the sentence of the claim, its words, and what the data say to it.

    Where the data give no figure, it is the statements under it.
    """
    words = bare_sentence(claim)
    under = () if claim.value else claim.sources
    return str(digest(words, claim.text, claim.verdict, claim.value, *under, length=8))


def bare_sentence(claim: Claim) -> str:
    """The sentence of a claim without the mark of a list."""
    return _ITEM.sub("", " ".join(claim.sentence.split()))


def waive(claims: Iterable[Claim], draft: Draft) -> list[Claim]:
    """The claims with the waivers of the draft applied."""
    spans = [(span, draft.region(span.start, span.end)) for span in draft.spans if is_waiver(span)]
    result = []
    for claim in claims:
        span = next((span for span, (start, end) in spans if start < claim.end and claim.start < end), None)
        result.append(_waived(claim, span) if span is not None and claim.blocks else claim)
    return result


def _waived(claim: Claim, span: Span) -> Claim:
    given = span.attributes
    if claim.verdict not in WAIVABLE:
        return replace(claim, why=f"{ended(claim.why)} What is contradicted cannot be waived.")
    if not given.get("waived", "").strip() or not given.get("by", "").strip():
        return replace(claim, why=f'{ended(claim.why)} A waiver needs a reason and a person: waived="…" by="…".')
    if seal(claim) not in given.get("for", "").replace(",", " ").split():
        held = (
            "lapsed, since the sentence or what the data say has changed" if "for" in given else "not sealed yet"
        )
        told = f"for={seal(claim)} takes it on{' again' if 'for' in given else ''}"
        return replace(claim, why=f"{ended(claim.why)} The waiver is {held}: {told}.")
    why = f"{given['waived'].strip()} ({given['by'].strip()}); it was: {claim.verdict}: {claim.why}"
    return replace(claim, verdict="waived", why=why, reason=given["by"].strip())


def ended(why: str) -> str:
    """A reason as a sentence, that another may follow."""
    return why if why.endswith((".", "!", "?")) or not why else f"{why}."
