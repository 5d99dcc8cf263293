"""The wording of letters: what states an outcome, and what looks like it but states none.

Each name holds the forms of one statement; a sentence is tested in the order that `phrases` gives.
"""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


SAYS_NOTHING = _any(
    r"\?[\"'”’)]*$",
    r"^(?:please (?:provide|could|can|supply|tell|list|state|confirm|send|would)|i would like|"
    r"i wish to|i am writing to request|could you|can you|how many|for each|you (?:asked|"
    r"requested|have asked|have requested)\b(?!.*\b(?:exempt|not hold|attached|withheld))|"
    r"under the freedom of information act,? (?:please|i|could))",
    r"\bif (?:you|we|any|the|this|it|such|some|our|your|section|an|a|"
    r"there)\b(?!.*\b(?:have withheld|is withheld|has been withheld|are withheld|"
    r"we do not hold any)\b)",
    r"\b(?:may|might|could|would need to|should) (?:also |then |well |still |not )?(?:be |have |"
    r"apply|engage|attract|refuse|withhold|charge|neither|rely|decide)(?!en\b)",
    r"\b(?:dissatisf|unhappy|right (?:to|of) (?:appeal|complain|request)|internal review|"
    r"complaints? procedure|information commissioner)\b",
    r"\b(?:places? two duties|two duties|the act (?:provides|allows|states|says|gives|requires|"
    r"sets out)|provides? that|public authorit(?:y|ies) (?:is|are|must|to|can|may|need)|"
    r"a public authority|duty to (?:provide|state|confirm whether)|obliges?|requires (?:us|"
    r"a public|public|that))",
    r"\bis an? (?:absolute|qualified|class|prejudice)[\w -]*exemption\b(?!.*\b(?:withh|refus)eld)",
    r"\b(?:whether or not|whether) (?:we|it|the information|information|any|the force|"
    r"the council) (?:holds?|is|are)\b",
    r"\b(?:does|should|must) not (?:mean|be taken|imply|infer)\b",
    r"\b(?:we|i) (?:will|shall|aim to|hope to|expect to) (?:respond|reply|provide|send|write|"
    r"consider|let you know|disclose|decide)\b",
    r"\bnot (?:yet )?(?:been )?(?:decided|determined|reached a decision)\b|\b(?:are|am|"
    r"is) (?:still |currently )?considering\b",
)
NCND = _any(
    r"\bneither confirms?,? n?or den(?:y|ies)",
    r"\bneither confirming n?or denying",
    r"\bduty to confirm (?:or|and) deny (?:does not|doesn'?t|do not) (?:arise|apply)",
    r"\b(?:refus(?:e|es|ing)|declin(?:e|es|ing)) to (?:confirm or deny|say whether)",
    r"\b(?:cannot|can not|unable to|not able to) (?:confirm or deny|confirm nor deny)",
    r"\bglomar response\b",
    r"\bexempt(?:s|ed)?\b[^.]*\bfrom (?:the duty to confirm|confirming)",
)
COST = _any(
    r"\b(?:would|will|does|to|could)\b[^.]{0,40}\bexceed(?:s)?\b[^.]{0,60}(?:appropriate limit|"
    r"cost (?:limit|threshold|ceiling)|fees? limit|\b18[ -]?hours?|\b24[ -]?hours?|£ ?450|£ ?600|"
    r"statutory limit|prescribed (?:amount|limit)|time limit|costs? limit|limit set|threshold)",
    r"\bexceeds?\b[^.]{0,60}(?:appropriate limit|cost (?:limit|threshold|ceiling)|fees? limit|"
    r"18 hours|£ ?450|£ ?600|prescribed (?:amount|limit)|statutory limit)",
    r"\bin excess of (?:the )?(?:appropriate limit|18 hours|cost limit|£ ?450|£ ?600|prescribed)",
    r"\b(?:cost|time)[^.]{0,60}\bover (?:the )?(?:appropriate|cost|18[ -]hour|£450|£600)[^.]{0,20}limit",
    r"\bexcessive cost of compliance\b(?=.*\bappl)",
)
COST_NOT = _any(
    r"\b(?:not|n't|never) (?:be |to )?exceed",
    r"\bwithin the (?:appropriate|cost|18|fees?)",
    r"\b(?:bring|reduce|refine|narrow)[^.]{0,60}\b(?:within|below|under|request|scope)",
    r"\b(?:to|that) (?:fall|come|bring) (?:within|below|under)",
    r"\bif\b[^.]{0,60}exceed",
    r"\b(?:limit|threshold) is (?:currently |set at )",
)
NOT_HELD = _any(
    r"\b(?:do(?:es)?|did|do)(?: not|n['’]t)(?: currently| actually| centrally| routinely|"
    r" specifically)? (?:hold|retain|possess|have (?:any |a |the )?(?:information|records?|data|"
    r"documents?|figures?)|record|collect|capture|keep)\b",
    r"\b(?:information|data|records?|figures?|details?|this|that|it|these|breakdown|policy|"
    r"documents?|which|part|request|question|point)\b[^.]{0,60}\b(?:is|are|was|were|has|"
    r"have)(?: not|n['’]t) (?:been )?(?:currently |centrally |routinely )?(?:held|retained|"
    r"recorded|collected|captured|kept)\b",
    r"\bnot held\b(?! (?:to|in the same|accountable|responsible))",
    r"\bno (?:recorded |relevant |such |further |other |specific )?(?:information|data|records?|"
    r"documents?|details|policy)(?: (?:is|are|was|were|has been|have been))? (?:currently |"
    r"centrally )?(?:held|recorded|retained)\b",
    r"\b(?:holds?|hold|have|has) no (?:recorded |relevant |such |further |"
    r"responsive )?(?:information|data|records?|documents?|figures?)\b",
    r"\bno (?:responsive )?records? (?:were|was|have been|could be)? ?(?:found|located|identified|exist)",
    r"\bno records? responsive\b",
    r"\bno responsive records?\b",
    r"\binformation (?:is )?not (?:held|recorded)\b",
    r"\bunable to locate any (?:responsive )?records\b",
)
APPLIED = _any(
    r"\b(?:is|are|was|were|has been|have been|being|be) (?:\w+ )?(?:withheld|exempt(?:ed)?|"
    r"redacted|removed|refused|engaged|applied|omitted)\b",
    r"\b(?:withh[eo]ld(?:ing)?|redacted|refused?|refusing|exempted|exempting|omitted|"
    r"removed)\b[^.]{0,80}\b(?:under|by virtue of|pursuant to|in accordance with|in line with|"
    r"relying on|citing|section|because of|as per|due to|on the basis of)",
    r"\bexempt(?:ion)?\b[^.]{0,60}\b(?:under|by virtue of|pursuant to|in accordance with)\b",
    r"\b(?:appl(?:y|ied|ies|ying)|engag(?:e|ed|es|ing)|rel(?:y|ied|ies|ying) (?:up)?on|cit(?:e|ed|"
    r"ing)|invok(?:e|ed|ing))\b",
    r"\brefusal notice\b",
)
NOT_APPLIED = _any(
    r"\b(?:do|does|did|is|are|was|were|has|have)(?: not|n['’]t) (?:been )?(?:\w+ )?(?:appl(?:y|"
    r"ied)|engaged?|exempt|rely|relied|relying|withh[eo]ld|withholding|refus)",
    r"\bno (?:exemptions?|information|data)\b[^.]{0,40}\b(?:appl(?:y|ies|ied)|engaged|withheld|exempt|redacted)\b",
    r"\bno longer (?:rel|appl|exempt|withh)",
    r"\bwithout (?:applying|relying|any exemption|redaction)",
    r"\bin order (?:not )?to (?:avoid|engage)",
    r"\b(?:rather than|instead of|avoid(?:ing)?) (?:applying|an exemption|the need)",
    r"\b(?:previously|originally|initially) (?:withheld|refused|applied|exempt)",
    r"\bwithdraw[ns]?\b[^.]{0,40}\b(?:reliance|exemption|application)",
)
WITHHELD = _any(
    r"\b(?:acts?|serves?|is|stands?) (?:as )?(?:a |our |the |formal )*refusal notice\b",
    r"\b(?:request|this (?:question|point|part)|parts? \w+ of your request) (?:is|has been|are|"
    r"have been|must be) (?:therefore |hereby )?(?:refused|declined|rejected)\b",
    r"\b(?:am|are|is) (?:therefore |hereby )?(?:refusing|declining|withholding)\b",
    r"\b(?:we|i|it) (?:have |has )?(?:therefore )?(?:refused?|decline[ds]?|withhold|withheld|"
    r"decided (?:not to|to withhold|to refuse))\b",
    r"\bdecided not to (?:disclose|provide|release|supply)\b",
    r"\b(?:unable|not able|not in a position) to (?:provide|supply|disclose|release|comply|share|answer)\b",
    r"\b(?:cannot|can not|will not|won['’]t|shall not) (?:be )?(?:provid|suppl|disclos|releas|shar)",
    r"\b(?:information|data|figures?|details?|names?|breakdown|remainder|it)\b[^.]{0,50}\b(?:is|"
    r"are|has been|have been|was|were) (?:\w+ )?(?:withheld|exempt|redacted)\b",
)
SOME = _any(
    r"\b(?:some|parts?|partial|partially|partly|certain|elements?|portions?|remainder|remaining|"
    r"other than|except|save for|apart from|further (?:detail|information|breakdown))\b",
    r"\b(?:redact(?:ed|ions?)|names? (?:has|have|of)|removed)\b",
    r"\b(?:ranks?|nature|breakdown|details?|dates?|identit(?:y|ies)) (?:\w+ ){0,4}(?:is|are|"
    r"has been|have been) (?:being )?(?:withheld|removed|redacted|exempt)",
)
PARTIAL = _any(
    r"\b(?:partial(?:ly)?|part(?:ly)?|in part)[ -](?:disclos|provid|grant|held|releas|answer|suppl|exempt|refus)",
    r"\b(?:disclos\w+|provid\w+|releas\w+|grant\w+|suppl\w+|held|"
    r"answer\w*) (?:\w+ ){0,4}(?:in part|partially|partly)\b",
    r"\b(?:can|able to|are|is|am) (?:only )?(?:provid\w*|disclos\w*|releas\w*) (?:only )?(?:some|part) of\b",
    r"\bsome of the (?:requested )?information\b",
    r"\bpartial (?:response|answer|disclosure|release)\b",
    r"\bheld in part\b",
    r"\bpart of the information (?:you|that|is)\b",
)
GIVES = _any(
    r"\b(?:can|able to) (?:provide|disclose|confirm|tell|supply|advise|offer)\b",
    r"\b(?:provided|disclosed|attached|enclosed|set out|shown) (?:below|here|in)?",
)
FULL = _any(
    r"\b(?:please (?:find|see))\b[^.]{0,60}\b(?:attached|enclosed|below|overleaf|table|"
    r"spreadsheet|response|attachment|document|information)",
    r"\b(?:information|data|numbers?|response|answers?|repl(?:y|ies)|figures?|details?|tables?|"
    r"results?|spreadsheet|documents?|records?)\b[^.]{0,80}\b(?:is|are|has been|"
    r"have been)\b[^.]{0,20}\b(?:attached|enclosed|provided|set out|shown|detailed|given|"
    r"disclosed|listed|outlined|supplied|released|below|as follows)\b",
    r"\b(?:attached|enclosed|below) (?:is|are)\b[^.]{0,60}\b(?:information|data|response|figures|"
    r"spreadsheet|answers?|records|table)",
    r"\b(?:attach|enclose)\b[^.]{0,60}\b(?:information|data|response|figures|spreadsheet|answer|records|table)",
    r"\b(?:i am|we are|i'm|we're) (?:pleased to |happy to |able to |now able to |"
    r"in a position to )+(?:provide|disclose|supply|release|confirm|send|attach|enclose|answer)",
    r"\b(?:can|do) (?:now )?(?:disclose|confirm that [^.]{0,60}(?:hold|provid|disclos))",
    r"\b(?:disclosed|released|granted|provided|answered) in full\b",
    r"\bfull disclosure\b",
    r"\b(?:request|application) (?:is|has been) (?:granted|successful)\b",
    r"\bhave (?:provided|disclosed|answered|supplied) (?:you with )?(?:all|"
    r"the (?:requested )?information|the following|your)",
    r"\bdetails? (?:as follows|below)\b",
    r"\b(?:response|answer|results?) (?:is )?(?:as follows|below)\b",
)
NOT_FULL = _any(
    r"\b(?:not|n['’]t|cannot|unable)\b",
    r"\b(?:attached|enclosed|below|find|see)\b[^.]{0,60}\b(?:procedure|guide|guidance|leaflet|"
    r"rights|refusal notice|notice|terms|copy of your request|privacy|annex|schedule of)\b",
    r"\b(?:some|part|partial|partially|partly|only) of\b",
    r"\bin part\b",
    r"\bto (?:be|enable us to be) able to\b",
    r"\b(?:published|publication scheme|our website|link|weblink)\b",
)
