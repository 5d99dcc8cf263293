"""The words by which news prose tells change, order, averages and the rest."""

from __future__ import annotations

import re

RISE = (
    r"r[oi]se[ns]?|rising|increas(?:e|ed|es|ing)|gr[eo]w(?:n|s|ing)?|jump(?:ed|s)?|soar(?:ed|s|"
    r"ing)?|rocket(?:ed|s|ing)?|climb(?:ed|s|ing)?|"
    r"surg(?:e|ed|es)|lengthen(?:ed|s|ing)?|swelled|swollen|shot up|went up|gone up|leapt|leaped|"
    r"(?<!made )(?<!make )(?<!makes )(?<!making )(?<!took )(?<!ended )(?<!end )up|higher|more"
)
FALL = (
    r"f[ae]ll(?:en|s|ing)?|drop(?:ped|s)?|decreas(?:e|ed|es|ing)|declin(?:e|ed|es|ing)|plung(?:e|"
    r"ed|es)|slump(?:ed|s)?|plummet(?:ed|s)?|"
    r"dip(?:ped|s|ping)?|shr[aiu]nk|went down|gone down|slid|shorten(?:ed|s|ing)?|tumbled|down|lower|fewer|less|"
    r"cut"
)
_RAISED = (
    r"r[oi]se[ns]?|increas(?:e|ed|es|ing)|gr[eo]w(?:n|s|ing)?|jump(?:ed|s)?|soar(?:ed|s|ing)?|"
    r"rocket(?:ed|s|ing)?|climb(?:ed|s|ing)?|surg(?:ed|es|ing)|boost(?:ed|s|ing)?|rais(?:ed|es|ing)|"
    r"(?:stepp|push|pump|rack|ramp)(?:ed|ing) up|dr(?:ove|iven|iving) up|hik(?:ed|ing)|swell(?:ed)?|swollen"
)
_LOWERED = (
    r"f[ae]ll(?:en|s|ing)?|dropp(?:ed|ing)|decreas(?:e|ed|es|ing)|declin(?:e|ed|es|ing)|plung(?:ed|ing)|"
    r"slump(?:ed|ing)?|plummet(?:ed|ing)?|shr[aiu]nk|reduc(?:e|ed|es|ing)|cut(?:s|ting)?|slash(?:ed|es|ing)?|"
    r"trimm(?:ed|ing)|lower(?:ed|ing)|halv(?:ed|ing)|scal(?:ed|ing) (?:back|down)|dr(?:ove|iven) down|"
    r"brought down|pared"
)
"""Verbs of more and of less that may have their subject or their object between them and "by"."""
SET_AGAINST = r"(?:(?:as )?(?:against|(?:compared|opposed) (?:with|to))|versus|vs\.?|(?:up|down) (?:from|on))"
"""What sets a figure beside one told before it."""
BEFORE_CHANGE = re.compile(
    rf"\b(?:(?P<rise>{RISE})|(?P<fall>{FALL}))\s+(?:(?:slightly|sharply|steeply|again|overall|"
    rf"further|(?:over|in) (?:that|the same|this) (?:time|period))\s+)?(?:by\s+)?(?:a\s+)?$"
    rf"|\b(?:an?|the) (?:(?P<rise2>increase|rise|jump|surge)|(?P<fall2>decrease|fall|drop|decline)) of\s+$"
    rf"|\b(?:(?P<rise3>{_RAISED})|(?P<fall3>{_LOWERED}))\s+"
    r"(?:(?!from\b|to\b|by\b|than\b)[A-Za-z'’-]+\s+){1,7}"
    r"by\s+(?:a\s+)?$",
    re.IGNORECASE,
)
"""Right before a figure that tells a change: "rose sharply by", "a fall of", "cut its use of them by"."""
AFTER_CHANGE = re.compile(
    (
        r"\s*(?:(?P<rise>more|higher|longer|up|increase|rise|jump|surge|growth)|(?P<fall>fewer|less|lower|shorter|"
        r"down|fall|drop|decrease|decline))\b(?:\s+(?:than|on|from|compared with)\b)?(?!\s+(?:likely|"
        r"of)\b)"
    ),
    re.IGNORECASE,
)
"""Right behind it: "12 more than", "12% up on"; "more likely" tells no change."""
TIMES_AS = re.compile(
    (
        r"\b(?:times|twice|double|triple|half) (?:as (?:many|much|high|long)|the (?:number|rate|"
        r"figure|total)|more|that of)\b|\b(?:times|twice) as\b"
    ),
    re.IGNORECASE,
)
"""One body against another: "twice as many", "three times the number"."""
DOUBLED = re.compile(
    r"^(?:more than |almost |nearly |about |well over )?(?:doubl|tripl|trebl|quadrupl|halv)(?:e|ed|es|ing)\b",
    re.IGNORECASE,
)
"""A multiple that is a verb of change."""
FROM_TO = re.compile(r"\bfrom\s*(?:the\s)?$", re.IGNORECASE)
"""Right before the first figure of "from … to …"; `TO` before the second."""
TO = re.compile(r"\b(?:to|till|until)\s*(?:the\s)?$", re.IGNORECASE)
RANGED = re.compile(
    r"\b(?:rang(?:e|ed|es|ing)|var(?:y|ied|ies|ying)|spread|anywhere|anything|stretch(?:ed|es)?|r[ua]ns?|"
    r"spann?(?:ed|ing|s)?)\b",
    re.IGNORECASE,
)
"""A sentence that tells the lowest and the highest."""
MEAN = re.compile(r"\b(?:average|averaged|averages|averaging|mean|on average)\b", re.IGNORECASE)
MEDIAN = re.compile(r"\bmedian\b|\bmiddle (?:force|council|board|body)\b", re.IGNORECASE)
THRESHOLD = re.compile(r"\s*(?:\w+\s+){0,2}(?:or|and) (?:more|over|above|fewer|less|under)\b", re.IGNORECASE)
"""Behind a number that bodies are at or beyond: "50 cases or more"."""
TOGETHER = re.compile(
    r"\b(?:between them|combined|altogether|all told|in (?:all|total)|collectively|taken together)\b",
    re.IGNORECASE,
)
"""What bodies had in sum: no limit that each of them is beyond."""
FOR_EVERY = re.compile(r"\bfor (?:every|each)\b", re.IGNORECASE)
TOP_WORDS = re.compile(
    r"\s(?P<how>busiest|biggest|largest|highest|worst|top|leading|most-\w+|slowest)\b", re.IGNORECASE
)
"""Behind the number of those that lead the order: "the three busiest"."""
NOT_STATED_WORDS = re.compile(
    r"\b(?:(?:did not|does not|do not|didn['’]t|doesn['’]t|don['’]t|could not|would not|failed to|"
    r"not)\s+(?:give|gave|given|state|stated|say|record|recorded|name|named|specify|specified|"
    r"disclose|disclosed|reveal|know|known|list)|(?:gave|give|named|stated) no)\b(?P<what>[^,.;]{0,40})|"
    r"\b(?:no|unknown|"
    r"unstated)\s(?P<what2>[a-z ]{3,20})\s(?:was|were|is)\s(?:given|stated|recorded|named)",
    re.IGNORECASE,
)
"""What was not given: "did not record the cause", "no reason was given"."""
KNOWN = re.compile(
    (
        r"\b(?:of|with|where)\s+(?:a\s+|the\s+)?(?:known|recorded|stated|"
        r"given)\s+(?P<what>[a-z ]{3,20})|\b(?:where (?:the|a)|whose) (?P<what2>[a-z ]{3,20}) (?:is|was|were) "
        r"(?:known|given|recorded|stated)"
    ),
    re.IGNORECASE,
)
"""The whole of a share: "of known cause", "where the cause is recorded"."""
NEXT = re.compile(
    r"\bnext (?:in|on|down) (?:the |our )?(?:table|list|line|ranking|order)\b|\b(?:next|then|behind (?:it|"
    r"them)) (?:comes?|came)\b|"
    r"\bfollow(?:ed|s|ing)(?: by)?\b",
    re.IGNORECASE,
)
"""Before figures that are told from the highest down."""
ENDED = re.compile(
    r"\s*(?:of them\s+)?(?:have\s|had\s|has\s)?(?:answered|replied|responded|refused|declined|did "
    r"not (?:answer|reply|respond)|failed to (?:answer|reply|respond)|"
    r"never (?:answered|replied|responded)|(?:stayed|remained|kept|was|were) silent|ignored|"
    r"gave no (?:reply|answer)|"
    r"turned (?:\w+ ){1,3}down|sent no (?:reply|answer)|silent|gave (?:no )?(?:figures|data|reply)|were asked)\b",
    re.IGNORECASE,
)
"""Behind a number of bodies, how they ended: "39 answered", "four of them refused"."""
AT_LEAST_ONE = re.compile(r"\b(?:at least one|one or more)\b", re.IGNORECASE)
"""A sentence that counts those with one or more: "At 12 boards at least one claim was paid"."""
AMONG = re.compile(r"\b(?:at|in|among)\s+$", re.IGNORECASE)
"""Right before the number that such a sentence counts."""
OUT_OF = re.compile(r"\bout of (?:a total of |the |its |their )?$", re.IGNORECASE)
"""Between a part and its whole: "53 claims out of 212", "14 were upheld, out of a total of 24"."""
GOES_ON = re.compile(
    r"\W*(?:That|This|It|They|These|Those)\s(?:is|was|are|were|amounts?|means?|equals?|makes? up|"
    r"represents?|works out(?: at)?|comes? to|came to|equates? to|accounts? for)\b"
)
"""A sentence that goes on with what the one before spoke of: "That is one in four"."""
COUNTING = re.compile(r"(?:opened|recorded|logged|reported|registered|listed|noted|counted)\b", re.IGNORECASE)
"""What bodies do with all that they count, though a noun of the codebook may come down to the same stem."""
PREDICATE = re.compile(
    r"(?:,|\)|\s[–—-])\s(?:(?:was|were|had|have|has|did|is|are)\b|(?!(?:red|hundr|bas|compar|follow)ed\b)[a-z]{2,}ed\b|"
    r"(?:led|came|went|took|got|saw|fell|met|lost|left|won)\b)"
)
"""Behind a share set off on both sides, the verb of the number before it: "58, two thirds, *were* settled"."""
COMPARES = re.compile(
    r"\W*(?:(?:That|This|It|The (?:figure|number|total))\s)?(?:compares?|compared|contrasts?|"
    r"contrasted)\s(?:with|to)\b",
    re.IGNORECASE,
)
"""The head of a sentence that sets its figure beside the one told before."""
HAS_NONE = re.compile(r"\s(?:have|has|had) none\s*[.;]?\s*")
"""Behind bodies, of what was told before: "… have none"."""
SUCH = re.compile(
    r"\b(?:\d[\d,]*|no|any|one|two|three|four|five|six|seven|eight|nine|ten|more) such \w+", re.IGNORECASE
)
"""Of the kind told before: "12 such claims"."""
SUPERLATIVES = (
    (1, re.compile(r"\bpeaked(?= (?:in|at|during)\b)", re.IGNORECASE)),
    (-1, re.compile(r"\bbottomed out(?= (?:in|at|during)\b)", re.IGNORECASE)),
    (
        1,
        re.compile(
            r"\b(?:more|higher|longer|larger|bigger|greater)\b(?=[^.;,]*\bthan (?:any(?:\s(?:other|one|"
            r"body|where))?|all the (?:other|rest))\b)",
            re.IGNORECASE,
        ),
    ),
    (
        -1,
        re.compile(
            r"\b(?:fewer|lower|shorter|smaller|less)\b(?=[^.;,]*\bthan (?:any(?:\s(?:other|one|body|"
            r"where))?|all the (?:other|rest))\b)",
            re.IGNORECASE,
        ),
    ),
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
IN_A_ROW = re.compile(
    r"\s(?:(?:consecutive|successive|straight|running)\s(?:(?P<years>years?)|time|month|quarter)|"
    r"(?:(?P<years2>years?)|time|month|quarter)\s(?:in a row|running|in succession|on the trot|straight))\b",
    re.IGNORECASE,
)
"""Behind an ordinal that tells how long a run is, and no place in an order: "for the third *year in a row*"."""
