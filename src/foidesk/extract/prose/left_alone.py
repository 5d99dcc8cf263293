"""Sentences with words of categories that are left alone, each by name: they ask, explain, regret, tell rules."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foidesk.words.small_numbers import BODY_KINDS
from foidesk.words.telling import IRREGULAR

_BODY = rf"(?:body|(?:health )?(?:{'|'.join(BODY_KINDS)}))"
_HAPPENED = (
    rf"(?:\b(?:was|were|had|did|has|have|been)\b|(?<!\bis )(?<!\bare )(?<!\bbe )\b(?:{IRREGULAR}|[a-z]{{3,}}ed)\b)"
)
"""A verb that tells what happened, not what happens: "is given" is of no time."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A reason, by name, why a sentence that speaks of categories is no answer."""

    name: str
    pattern: re.Pattern[str]


IGNORED = (
    Ignored(
        "addressed to the reader",
        re.compile(r"\b(?:your?|yours|please|thank|ihre[nmrs]?|bitte|danke?)\b", re.IGNORECASE),
    ),
    Ignored(
        "what may happen, or would",
        re.compile(
            r"\b(?:will|would|may|might|can(?! confirm)|cannot|could|should|must|"
            r"shall|if|whether|kann|können|könnte\w*|würde\w*|soll\w*|darf|dürfen|sofern|wenn|ob)\b|"
            r"\bfalls\s+(?:die|der|das|den|sie|ein\w*|es|dies\w*|kein\w*|nicht|ja|nein|wir|ich|ihnen|zutreffend)\b",
            re.IGNORECASE,
        ),
    ),
    Ignored(
        "law and procedure",
        re.compile(
            r"\b(?:sections?|exempt\w*|regulations?|commissioner|internal review|appeal|public interest|"
            r"freedom of information|guidelines?|policy|policies|legislation|the act|data protection act|"
            r"key ?words?|searche[sd]|search (?:was|has)|"
            r"(?:§|abs\.|gesetz\w*|satzung\w*|rechtsbehelf\w*|widerspruch\w*))\b",
            re.IGNORECASE,
        ),
    ),
    Ignored(
        "what became of the request",
        re.compile(
            r"^\W*(?:this|your|the)\s+(?:\w+\s+){0,2}request\b[^.;]*\b(?:closed?|complete[d]?|fulfilled)\b"
            r"|\bsearch(?:es|ed)?\s+for\s+(?:\w+\s+)?(?:records|documents|information|files|data)\b[^.;]*"
            r"\b(?:responsive|request(?:ed)?)\b",
            re.IGNORECASE,
        ),
    ),
    Ignored(
        "what the body keeps no record of",
        re.compile(
            r"^[^,;]*\b(?:do|does|did) not (?:have|hold|keep|collect|maintain)\s+(?:\w+\s+){0,2}?"
            r"(?:records?|information|data|figures|statistics)\b[^,;]*$",
            re.IGNORECASE,
        ),
    ),
    Ignored(
        "says that it is not given",
        re.compile(
            r"\b(?:not|never) (?:been )?(?:\w+ )?(?:given|broken down|held|recorded|released|disclosed|"
            r"available|provided|stated|known|included)\b|\bwithheld\b",
            re.IGNORECASE,
        ),
    ),
    Ignored(
        "how the figures are made",
        re.compile(
            r"\b(?:counted|included|recorded|shown|listed|classed|classified|categorised|defined|described) "
            r"(?:above|below|in the|with the|as|under|within|by|on|from)\b",
            re.IGNORECASE,
        ),
    ),
)  # fmt: skip
"""By which name a sentence with words of categories is left alone. A count told of a person always counts more."""

REMARKS = (
    Ignored(
        "where records are kept",
        re.compile(
            r"^\W*(?:the|our|these|such) (?:\w+ )?(?:records?|reports?|files?|results?|notices?|papers?) "
            r"(?:is|are) (?:all )?kept "
            rf"(?:only )?(?:on paper|in paper)\b(?:(?!{_HAPPENED})[^.;:])*\W*$",
            re.IGNORECASE,
        ),
    ),
    Ignored(
        "what the figures are",
        re.compile(
            r"^\W*(?:the |our |these |all )?(?:amounts?|sums|figures|totals|counts|costs|values) (?:are|is) "
            r"(?:what|those|the (?:number|amount|sum)s?) "
            rf"|^(?:(?!{_HAPPENED})[^.;:])*\b(?:is|are) (?:reported|given|shown|counted|listed) together "
            rf"(?:because|since|as)\b(?:(?!{_HAPPENED})[^.;:])*\W*$"
            r"|^\W*(?:note \w{1,2}\W+)?[\"“‘'][^\"”’']{2,60}[\"”’'] "
            r"(?:includes?|means?|covers?) (?!an?\b|one\b|the\b)",
            re.IGNORECASE,
        ),
    ),
    Ignored(
        "what a word or mark means",
        re.compile(
            r"^\W*(?:an?|the) (?:empty|blank|missing) [a-z]+ means? "
            # an abbreviation and its words: "AN = abatement notice"
            r"|^\W*([a-z])([a-z])([a-z]?)\s*=\s*\1[a-z]*\W+\2[a-z]*(?:\W+\3[a-z]*)?\W*$",
            re.IGNORECASE,
        ),
    ),
    Ignored(
        "where the figures stand",
        re.compile(
            rf"^(?:(?!{_HAPPENED}|\b(?:is|are)\b)[^.;:])*\b(?:is|are) (?:all |set out |given )?in "
            r"(?:the|our|these) (?:\w+ )?(?:tables?|spreadsheets?|sheets?|files?|workbooks?|annex|appendix) "
            r"(?:attached|enclosed|below|above)\W*$"
            r"|^\W*(?:table|chart|sheet|figure) \w{1,3}\s*[:.–—-] [^.!?;]*\bby [^.!?;]*$",
            re.IGNORECASE,
        ),
    ),
    Ignored(
        "regret, and what is no finding",
        re.compile(
            r"^\W*(?:we|the \w+) (?:is|are) (?:very |truly |deeply )?sorry that so many [^.;:]*\W*$"
            r"|^\W*suspension is an? (?:\w+ )?(?:act|measure|step)\b"
            r"(?:,? (?:and|so) (?:no (?:finding|conclusion)|nothing) (?:has|have) been "
            r"(?:made|reached|proved|proven|found|decided))?\W*$",
            re.IGNORECASE,
        ),
    ),
    Ignored(
        "what is said of no such body",
        re.compile(rf"\bno (?:such|real|actual) {_BODY}(?: or {_BODY})?(?: exists?)?\W*$", re.IGNORECASE),
    ),
    Ignored(
        "what is so as a rule",
        re.compile(
            rf"^(?!\W*(?:the|this|that|an?|one|another)\s)(?!.*{_HAPPENED})"
            r".*\b(?:often|usually|normally|generally|as a rule|whenever|every time|only to those who|typically|"
            r"routinely)\b",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
)  # fmt: skip
"""By which name a sentence without a number tells of no case at all."""


def ignored_as(text: str) -> str:
    """The name under which a sentence is left alone; "" if it is an answer for all that we know."""
    return next((one.name for one in IGNORED if one.pattern.search(text)), "")


def remark(text: str) -> str:
    """The name under which a sentence without a number is left alone; "" if it may tell of a case."""
    return next((one.name for one in REMARKS if one.pattern.search(text)), "")
