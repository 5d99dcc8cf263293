"""Claims bound to a finding: the number or words of the span against the value there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from foidesk.model import Finding, Rate, SurveyDefinition
from foidesk.words.amounts import amount_words
from foidesk.words.numbers import NumberWord

from . import places, rounding
from .facts import Binding, Fact, NoFigure, Unbound, fact
from .notclaims import nearest
from .verdict import Verdict

KEYS = ("f", "part", "line", "body")


def binding(attributes: Mapping[str, str]) -> Binding:
    """The binding that a span's attributes name. `Unbound` if there are others."""
    odd = [key for key in attributes if key not in KEYS]
    if odd:
        raise Unbound(f"{odd[0]!r} is no key of a binding", next=nearest(odd[0], [*KEYS]))
    return Binding(*(attributes.get(key, "") for key in KEYS))


def check_bound(
    words: str,
    number: NumberWord | None,
    attributes: Mapping[str, str],
    findings: Mapping[str, Finding],
    definition: SurveyDefinition,
    per: int = 0,
) -> Verdict:
    """The verdict on a number, or on the words of a span without one, bound to a finding.

    `per` is what the words behind the span tell the number for ("per 10,000 patients"), 0 where they tell none.
    """
    named = attributes.get("f", "")
    try:
        to = binding(attributes)
        finding = findings.get(named)
        if finding is None:
            raise Unbound(f"there is no finding {named!r}", next=nearest(named, sorted(findings)))
        is_share = number is not None and number.kind in ("percent", "fraction", "ratio")
        said = fact(finding, to, definition, is_share)
        said = _told_per(said, finding, per) if per else said
    except NoFigure as none:
        return Verdict("no data", why=none.what, finding=named, part=to.line or to.part, body=to.body)
    except Unbound as wrong:
        finding_named = named if named in findings else ""
        return Verdict("needs a person", why=f"{wrong.what}: {wrong.next}", finding=finding_named)
    part = to.line or to.part
    base = Verdict("", _kind(said), _value(said), "", finding.name, part, to.body)
    if finding.base.n == 0 and to.part not in ("n", "of"):
        return _so(base, "no data", "no body gave this figure")
    return _judge(words, number, said, base)


def _told_per(said: Fact, finding: Finding, per: int) -> Fact:
    """The rate per as many as the words tell; `Unbound` if what it is bound to is no rate at all."""
    rate, own = said.amount, finding.query.per
    if not isinstance(rate, Rate):
        raise Unbound(f"the words tell a rate, {finding.name} gives {said.words}", next='write part="rate"')
    scaled = replace(
        rate,
        lo=rate.lo * per / own,
        hi=None if rate.hi is None else rate.hi * per / own,
        unit=rate.unit.replace(f" per {own:,} ", f" per {per:,} "),
    )
    return replace(said, amount=scaled, words=f"{amount_words(scaled)} {scaled.unit}")


def _judge(words: str, number: NumberWord | None, said: Fact, base: Verdict) -> Verdict:
    if said.kind == "rank":
        return _judge_place(words, said, base)
    if said.kind == "truth":
        return _judge_truth(said, base)
    if number is None:
        return _so(base, "needs a person", "the span holds no number; bind the number itself")
    return _judge_number(number, said, base)


def _judge_number(number: NumberWord, said: Fact, base: Verdict) -> Verdict:
    if number.ambiguous:
        return _so(base, "needs a person", f"the number can be read in two ways: {number.ambiguous}")
    if said.amount is None or (number.value is None and number.kind != "range"):
        return _so(base, "needs a person", "this is not a number that a finding can bear out")
    if not rounding.is_same_kind(number, said.amount):
        return _so(
            base, "needs a person", f"“{number.text}” cannot speak of {base.value}; bind it to another part"
        )
    found = rounding.agreement(number, said.amount)
    if found == "fits":
        return _so(base, "supported", "")
    if found == "open":
        return _so(base, "not established", f"the replies leave it open: {base.value}")
    return _so(base, "contradicted", f"the replies give {base.value}, not {number.text}")


def _judge_place(words: str, said: Fact, base: Verdict) -> Verdict:
    claimed = places.place(words)
    if claimed is None:
        return _so(
            base, "needs a person", "the span names no place in an order (“first”, “second highest”, “fewest”)"
        )
    found = places.agreement(claimed, said)
    if found == "fits":
        return _so(base, "supported", "")
    if found == "shared":
        return _so(base, "misleading", f"the place is shared with {', '.join(said.tied)}: say “joint”")
    if found == "open":
        return _so(base, "not established", f"the replies leave the place open: {base.value}")
    return _so(base, "contradicted", base.value)


def _judge_truth(said: Fact, base: Verdict) -> Verdict:
    if said.is_so is None:
        return _so(base, "not established", f"the replies leave it open: {base.value}")
    return _so(base, "supported" if said.is_so else "contradicted", "" if said.is_so else f"it is {base.value}")


def _kind(said: Fact) -> str:
    return {"rank": "superlative", "truth": "majority"}.get(said.kind, "number")


def _value(said: Fact) -> str:
    return f"{said.words} ({said.population})" if said.population else said.words


def _so(base: Verdict, verdict: str, why: str) -> Verdict:
    return Verdict(verdict, base.kind, base.value, why, base.finding, base.part, base.body)
