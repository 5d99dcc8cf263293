"""Number words that count nothing."""

from __future__ import annotations

from ..beside import Entry, covered_by
from .fragments import SOME

PHRASES: tuple[Entry, ...] = (
    Entry(
        "turn of phrase",
        'Number words that count nothing: "one or more", "two rights", "each is one case", "24/7".',
        covered_by(
            r"\bone\s+or\s+(?:more|both|other|the\s+other)\b",
            r"\bon\s+(?:the\s+)?one\s+hand\b",
            r"\bone[\s-](?:off|stop|way|sided|to[\s-]one)\b",
            r"\b24\s?/\s?7\b",
            r"\b24\s+hours\s+a\s+day\b(?:,?\s*(?:7|seven)\s+days\s+a\s+week)?",
            r"\btwo[\s-](?:duties|fold|part|stage|tier)\b",
            r"\bday\s+one\b",
            r"\bsquare\s+one\b",
            r"\bback\s+to\s+one\b",
            r"\bone\s+by\s+one\b",
            r"\b(?:the|this|that|an?)\s+(?:[a-z]+\s+){1,2}one\b(?=\s*[.,;:!?)]|\s+(?:is|was|that|which)\b)",
            r"\bnumber\s+one\s+(?:priority|concern|cause)\b",
            r"\b(?:7|seven)\s+days\s+(?:a|per)\s+week\b|\b365\s+days\s+(?:a|per)\s+year\b",
            r"\b24[\s-]hours?[\s-](?:helpline|switchboard|clock|hotline|service)\b",
            r"\b(?:one|two|three)-(?:factor|tier|stage|part|fold|step|way)\b",
            rf"\bgives?\s+(?:you|people|applicants|everyone|anyone|the\s+public)\s+{SOME}\s+(?:\w+\s+)?rights?\b",
            rf"\bfor\s+(?:the\s+(?:following\s+)?)?{SOME}\s+(?:main\s+|separate\s+|different\s+)?reasons\b",
            rf"\b(?:in|into)\s+(?:one\s+of\s+)?{SOME}\s+(?:main\s+|separate\s+|different\s+|distinct\s+)?"
            rf"(?:ways|parts|respects|tables|spreadsheets)\b(?!\s+of\b)",
            r"\beach\s+(?:\w+\s+){0,3}(?:is|counts\s+as|represents|means)\s+(?:counted\s+as\s+|treated\s+as\s+)?one\b",
            r"\b(?:counted|treated|regarded|shown)\s+(?:only\s+)?as\s+one\s+(?:case|record|row|entry|line|person|incident)\b",
            r"\bone\s+(?:line|row|record|entry|column|sheet|form)\s+(?:for|per)\s+(?:each|every)\b",
            r"\bone\s+(?:[a-z]+\s+){1,3}is\s+worth\s+(?:more|ten|any|a\s+(?:dozen|hundred|thousand))\b",
            r"\b(?:may|might|can|could|will)\s+(?:\w+\s+){1,5}?more\s+than\s+one\s+\w+",
            r"\bone\s+\w+\s+(?:may|might|can|could)\s+(?:\w+\s+)?(?:involve|include|have|contain|concern|relate|cover|appear|"
            r"give\s+rise|lead\s+to|result\s+in|be\s+(?:counted|recorded|shown|listed)\s+(?:in|under|more|several|as))\b",
            r"\b(?:if|where)\s+(?:\w+\s+){1,4}more\s+than\s+one\b",
            r"\bone\s+(?:person|officer|individual|name|offence|incident)\s+to\s+(?:a|each|every)\s+\w+",
            r"\b(?:ask(?:ed|ing)?|wish(?:ed)?|want(?:ed)?)\s+for\s+one\b(?=\s*[,.;:)])",
            r"\bthe\s+(?:interim|earlier|first|previous|old|new|original|last|wrong|right|correct(?:ed)?|attached)\s+one\b",
            r"\b(?:as|just|only)\s+one\s+part\s+of\b",
            r"\bin\s+one\s+cell\b",
            r"\b(?:the\s+)?(?:first|last)\s+(?:two|three|four|\d)\s+(?:digits|letters|characters|columns|lines|pages)\b",
            r"\b(?:two|three|the)\s+digits\s+(?:had|have|were|are)\b",
            r"\b(?:limit|narrow|restrict|refin)\w*\s+(?:your|the|any)\s+(?:new\s+)?request\s+to\b[^.;\n]{0,80}",
            r"\b(?:a|the|any)\s+zero\s+(?:is|means|indicates|denotes|shows)\b(?:\s+shown\s+as\s+0\b)?",
            r"\bfigure\s+is\s+zero\s+it\s+is\s+shown\s+as\s+0\b",
            r"^[ \t]*\d\s+(?:questions|things|steps|tips|ways|rules)\s+to\s+"
            r"(?:ask|consider|check|do|follow|remember|avoid|know|think)\b",
        ),
    ),
    Entry(
        "number of public bodies",
        'How many bodies of a kind a country has: "the 43 forces of England and Wales".',
        covered_by(
            r"\b(?:\d{1,4}|[a-z]+-[a-z]+)\s+(?:\w+\s+)?(?:forces|constabularies|councils|authorities|trusts|boards|boroughs|counties|states)"
            r"\s+(?:in|of|across)\s+(?:the\s+)?(?:[A-Z]\w+)",
            r"\bthere\s+are\s+(?:\d{1,4}|[a-z]+-[a-z]+)\s+(?:\w+\s+)?(?:forces|constabularies|councils|authorities|trusts|boards)\b",
        ),
    ),
)
