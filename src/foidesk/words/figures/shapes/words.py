"""Words that count without a number: dozens, most, none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ...lazy import lazy
from ..figure import Figure
from ..pieces import SCALES
from .common import FLAGS, figure

_SEVERAL = lazy(
    r"\b(?P<word>(?:tens|dozens|scores|hundreds|thousands|millions|billions)(?: of (?:thousands|"
    r"millions|billions|hundreds))?)\b(?= (?:of|more|were|are|have|had|who|each)\b|[,.;]|$)"
    r"|\b(?P<pair>a couple of|a pair of|a handful of|a trio of|several (?:hundred|thousand|dozen|million))\b",
    FLAGS,
)
SEVERAL = {
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "millions": (2 * 10**6, 10**9 - 1),
    "billions": (2 * 10**9, 10**12 - 1),
}
_MAJORITY = lazy(
    r"\b(?:(?:the|an?) )?(?:(?:vast|overwhelming|great|large|slim|narrow|small|tiny|significant) "
    r")?(?P<word>majority|minority)\b(?= of\b| \w+ed\b| were\b| are\b| had\b| have\b| ended\b|"
    r"[,.;]|$)"
    r"|(?<!\bthe )(?<!\bat )(?<!\w-)\b(?P<most>most)\b(?= (?:of\b|were\b|are\b|ended\b|involved\b|"
    r"had\b|have\b|received\b|came\b|led\b|resulted\b|[a-z]+s\b|people\b|staff\b|police\b|"
    r"children\b|women\b|men\b|"
    r"(?:other|police|civilian|NHS|local|public|front\w*) [a-z]+s?\b))(?! (?:serious|dangerous|"
    r"previous|famous|various|religious|generous|notorious|vicious|precious|obvious|disastrous|"
    r"recently|likely|always))",
    FLAGS,
)
_NONE = lazy(
    r"\b(?P<none>none|nobody|not one|not a single(?: one)?|nil|neither of)\b(?! the (?:less|"
    r"wiser))|\b(?P<no>no)\b(?= (?:\w+ ){0,2}?(?:arrests|charges|convictions|deaths|injuries|"
    r"complaints|cases|dismissals|"
    r"officers|councillors|patients|prosecutions|payments|fines|incidents|records|refunds|"
    r"casualties|survivors|fatalities|referrals|warnings|sanctions|resignations|"
    r"forces|councils|trusts|boards|schools|hospitals|reports|claims|allegations|investigations|"
    r"breaches|staff|employees|women|men|children|people|"
    r"bodies|replies|answers|settlements|falls|crimes|offences)\b(?! (?:about|as to why|for why)))",
    FLAGS,
)


def several(text: str) -> Iterator[Figure]:
    for found in _SEVERAL.finditer(text):
        if found["pair"]:
            word = found["pair"].lower()
            lo, hi = (2, 2) if "pair" in word or "couple" in word else (3, 3) if "trio" in word else (3, 9)
            if word.startswith("several"):
                scale = SCALES[word.split()[1]]
                lo, hi = 3 * scale, 9 * scale
        else:
            words = found["word"].lower().split(" of ")
            lo, hi = SEVERAL[words[0]]
            if len(words) > 1:
                lo, hi = lo // 2 * SEVERAL[words[1]][0] // 2, (hi + 1) * SEVERAL[words[1]][0] // 2 - 1
        end = found.end() - 3 if found["pair"] and found["pair"].lower().endswith(" of") else found.end()
        yield Figure(
            found.start(),
            end,
            text[found.start() : end],
            "several",
            found.start(),
            end,
            None,
            Decimal(lo),
            Decimal(hi),
            spelt=True,
            hedge="between",
        )


def majorities(text: str) -> Iterator[Figure]:
    for found in _MAJORITY.finditer(text):
        minority = (found["word"] or "").lower() == "minority"
        half = Decimal("0.5")
        yield Figure(
            *found.span(),
            found[0],
            "majority",
            *found.span(),
            None,
            None if minority else half,
            half if minority else None,
            spelt=True,
            direction=-1 if minority else 1,
        )


def nones(text: str) -> Iterator[Figure]:
    for found in _NONE.finditer(text):
        yield figure(found, "none", Decimal(0), found.span())


_ONCE = lazy(r"\b(?:more than|at least|only|just|not) (?P<n>once)\b", FLAGS)
_SINGLE = lazy(
    (
        r"\b(?:a|an|just a|only a) (?P<n>single)\b(?= [a-z]+)(?! (?:mother|father|parent|market|"
        r"currency|bed\w*|mum|dad|man|woman|point|european|minded))"
    ),
    FLAGS,
)


def singles(text: str) -> Iterator[Figure]:
    for found in _SINGLE.finditer(text):
        yield figure(found, "count", Decimal(1), found.span("n"), step=Decimal(0))
    for found in _ONCE.finditer(text):
        yield replace(
            figure(found, "count", Decimal(1), found.span("n"), step=Decimal(0), unit="times"),
            start=found.start("n"),
            text=found["n"],
        )
