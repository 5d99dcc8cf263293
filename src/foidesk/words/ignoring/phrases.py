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
            r"\b(?:may|might|can|could|will)\s+(?:\w+\s+){1,5}?more\s+than\s+one\s+(?:\w+\s+)?"
            r"(?:category|heading|row|column|table|question|allegation|outcome|type|year|occasion)\b",
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
