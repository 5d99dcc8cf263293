"""The words by which news prose tells change, order, averages and the rest."""

from __future__ import annotations

import re

RISE = (
    r"r[oi]se[ns]?|rising|increas(?:e|ed|es|ing)|gr[eo]w(?:n|s|ing)?|jump(?:ed|s)?|soar(?:ed|s|"
    r"ing)?|rocket(?:ed|s|ing)?|climb(?:ed|s)?|"
    r"surg(?:e|ed|es)|swelled|swollen|shot up|went up|gone up|leapt|leaped|(?<!made )(?<!make "
    r")(?<!makes )(?<!making )(?<!took )(?<!ended )(?<!end )up|higher|more"
)
FALL = (
    r"f[ae]ll(?:en|s|ing)?|drop(?:ped|s)?|decreas(?:e|ed|es|ing)|declin(?:e|ed|es|ing)|plung(?:e|"
    r"ed|es)|slump(?:ed|s)?|plummet(?:ed|s)?|"
    r"dipped|shr[aiu]nk|went down|gone down|slid|tumbled|down|lower|fewer|less|cut"
)
BEFORE_CHANGE = re.compile(
    rf"\b(?:(?P<rise>{RISE})|(?P<fall>{FALL}))\s+(?:(?:slightly|sharply|steeply|again|overall|"
    rf"further)\s+)?(?:by\s+)?(?:a\s+)?$"
    rf"|\b(?:an?|the) (?:(?P<rise2>increase|rise|jump|surge)|(?P<fall2>decrease|fall|drop|decline)) of\s+$",
    re.IGNORECASE,
)
AFTER_CHANGE = re.compile(
    (
        r"\s*(?:(?P<rise>more|higher|up|increase|rise|jump|surge|growth)|(?P<fall>fewer|less|lower|"
        r"down|fall|drop|decrease|decline))\b(?:\s+(?:than|on|from|compared with)\b)?(?!\s+(?:likely|"
        r"of)\b)"
    ),
    re.IGNORECASE,
)
TIMES_AS = re.compile(
    (
        r"\b(?:times|twice|double|triple|half) (?:as (?:many|much|high|long)|the (?:number|rate|"
        r"figure|total)|more|that of)\b|\b(?:times|twice) as\b"
    ),
    re.IGNORECASE,
)
DOUBLED = re.compile(
    r"^(?:more than |almost |nearly |about |well over )?(?:doubl|tripl|trebl|quadrupl|halv)(?:e|ed|es|ing)\b",
    re.IGNORECASE,
)
FROM_TO = re.compile(r"\bfrom\s*(?:the\s)?$", re.IGNORECASE)
TO = re.compile(r"\b(?:to|till|until)\s*(?:the\s)?$", re.IGNORECASE)
RANGED = re.compile(
    r"\b(?:rang(?:e|ed|es|ing)|var(?:y|ied|ies|ying)|spread|anywhere|stretch(?:ed|es)?)\b", re.IGNORECASE
)
MEAN = re.compile(r"\b(?:average|averaged|averages|averaging|mean|on average)\b", re.IGNORECASE)
MEDIAN = re.compile(r"\bmedian\b|\bmiddle (?:force|council|board|body)\b", re.IGNORECASE)
THRESHOLD = re.compile(r"\s*(?:\w+\s+){0,2}(?:or|and) (?:more|over|above|fewer|less|under)\b", re.IGNORECASE)
FOR_EVERY = re.compile(r"\bfor (?:every|each)\b", re.IGNORECASE)
TOP_WORDS = re.compile(
    r"\s(?P<how>busiest|biggest|largest|highest|worst|top|leading|most-\w+|slowest)\b", re.IGNORECASE
)
NOT_STATED_WORDS = re.compile(
    r"\b(?:did not|does not|do not|didn['’]t|doesn['’]t|don['’]t|could not|would not|failed to|"
    r"not)\s+(?:give|gave|given|state|stated|say|record|recorded|name|named|specify|specified|"
    r"disclose|disclosed|reveal|know|known|list)\b(?P<what>[^,.;]{0,40})|\b(?:no|unknown|"
    r"unstated)\s(?P<what2>[a-z ]{3,20})\s(?:was|were|is)\s(?:given|stated|recorded|named)|"
    r"(?P<what3>)\bx{9}\b",
    re.IGNORECASE,
)
KNOWN = re.compile(
    (
        r"\b(?:of|with|where)\s+(?:a\s+|the\s+)?(?:known|recorded|stated|"
        r"given)\s+(?P<what>[a-z ]{3,20})|\bwhere (?:the|a) (?P<what2>[a-z ]{3,20}) (?:is|was|were) "
        r"(?:known|given|recorded|stated)"
    ),
    re.IGNORECASE,
)
ENDED = re.compile(
    r"\s*(?:of them\s+)?(?:have\s|had\s|has\s)?(?:answered|replied|responded|refused|declined|did "
    r"not (?:answer|reply|respond)|failed to (?:answer|reply|respond)|"
    r"never (?:answered|replied)|gave (?:no )?(?:figures|data|reply)|were asked)\b",
    re.IGNORECASE,
)
EXACTLY = re.compile(r"\b(?:exactly|precisely)\b", re.IGNORECASE)
SUPERLATIVES = (
    (
        1,
        re.compile(
            (
                r"\b(?:topped|tops|top of|heads?|headed|led)\b(?=[^.;]*\b(?:list|table|league|ranking|way|"
                r"pack|forces|councils|boards)\b)"
            ),
            re.IGNORECASE,
        ),
    ),
    (
        1,
        re.compile(
            r"\b(?:slowest|longest|most|highest|biggest|largest|greatest|worst|busiest|heaviest)\b", re.IGNORECASE
        ),
    ),
    (
        -1,
        re.compile(
            r"\b(?:fastest|quickest|shortest|fewest|lowest|smallest|least|best|quietest|bottom)\b", re.IGNORECASE
        ),
    ),
)
