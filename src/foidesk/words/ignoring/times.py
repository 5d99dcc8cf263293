"""Days, years and stretches of time, ages, and places in an order."""

from __future__ import annotations

from .. import shapes
from ..beside import Entry, both, covered_by, either, of_kind
from ..no_data import is_date, is_short_year, is_time, is_year
from .fragments import COUNTED, ROW_ENDS, SPAN

TIMES: tuple[Entry, ...] = (
    Entry(
        "date",
        "A day or a month with its year.",
        either(is_date, covered_by(rf"\b\d{{1,2}}\s(?:st|nd|rd|th)\s+{shapes.MONTH}\b(?:\s+(?:19|20)\d\d)?")),
    ),
    Entry(
        "time",
        "A time of day, and the hours a desk is open.",
        either(
            is_time,
            covered_by(
                r"\b\d{1,2}[.:]\d\d\s?(?:-|–|to)\s?\d{1,2}[.:]\d\d\b",
                near=r"\bopen|office hours|\bmon(?:day)?\b|\bfri(?:day)?\b",
            ),
            covered_by(r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:[-–]|bis)\s?\d{1,2}(?:[.:]\d\d)?\s?Uhr\b"),
        ),
    ),
    Entry(
        "copyright",
        "A year beside a copyright sign.",
        covered_by(r"(?:©|\(c\)|copyright)[^.\n]{0,30}?(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?"),
    ),
    Entry(
        "year",
        "A calendar or financial year named in a sentence, or in brackets after the title of guidance.",
        either(
            is_year,
            is_short_year,
            covered_by(
                r"(?<![\w.,])(?:19|20)\d\d,\s*(?:19|20)\d\d\s*(?:,|and|&|or|to|und|bis)\s*(?:19|20)\d\d(?!\w|[.,]\d)",
                r"(?:[.;*]\s+|^[ \t]*)(?:19|20)\d\d\s+(?:is|was)\s+"
                r"(?:a\s+part[\s-]year|included|up\s+to|only|(?:in|not\s+)complete)\b",
                r"(?:[.;*]\s+|^[ \t]*)(?:19|20)\d\d\s+(?:data|figures)\s+(?:is|are)\s+"
                r"(?:not|only|up\s+to|for|provisional)\b",
                # a verb right behind it: "the closures of 2024 people" would count
                r"\bthe\s+(?:[a-z]+\s+)?(?:cases?|closures?|matters?|incidents?|complaints?|allegations?|inquiry|review|strike|floods?|"
                r"storms?|elections?)\s+of\s+(?:19|20)\d\d(?=\s+(?:is|are|was|were|came|has|have|had|remains?|ended)\b)",
                r"\bthe\s+(?!(?:\w+\s+)?(?:total|number|figure|sum|count|amount|remainder|rest)\b)[a-z]+(?:\s+[a-z]+)?\s+of\s+(?:19|20)\d\d"
                r"(?=\s+(?:was|is|has\s+been)\s+(?:cleared|dismissed|suspended|sacked|reinstated|acquitted)\b)",
                r"\bthe\s+(?:\w+\s+)?(?:rise|fall|drop|increase|decrease|dip|jump|growth)\s+in\s+(?:19|20)\d\d\b(?!\s+[a-z]+s\b|[.,]\d)",
                r"\byour\s+(?:19|20)\d\d\s+(?:[A-Z]{3,}|return|report|budget|figures|data|survey)\b",
                r"\b(?:im\s+Jahre?|Jahre[ns]?|seit|seit\s+dem\s+Jahr|Ende|Anfang|Mitte|yn)\s+(?:19|20)\d\d"
                r"(?:\s+(?:bis|und|na)\s+(?:19|20)\d\d)?\b(?![.,]\d|\s+[A-ZÄÖÜ][a-zäöü]+(?:e|en|er|s)\b)",
                r"\b(?:19|20)\d\d/\d\d\s?[-–]\s?(?:19|20)\d\d/\d\d\b",
                r"\b(?:guidance|guidelines?|guide|code\s+of\s+(?:practice|ethics|conduct)|handbook|manual|framework|"
                r"strategy|toolkit)\b[^.;:\d]{0,120}?\((?:19|20)\d\d\)",
            ),
        ),
    ),
    Entry(
        "quarter",
        "A quarter of a year.",
        covered_by(
            r"\b(?:Q|Quarter\s)[1-4](?:\s?[-–/&]\s?Q?[1-4])?\s*(?:of\s+)?(?:19|20)\d\d(?:\s?[/–-]\s?\d\d)?\b",
            rf"\b(?:after|end\s+of|start\s+of|during)\s+quarters?\s+[1-4](?:\s+(?:and|to)\s+[1-4])?\b{ROW_ENDS}{COUNTED}",
        ),
    ),
    Entry(
        "stretch of time",
        "The years or months that a sentence looks back on.",
        covered_by(
            rf"\b(?:last|past|previous|preceding|next)\s+{SPAN}\s+(?:full\s+|calendar\s+|financial\s+|academic\s+)?"
            r"(?:days|weeks|months|years|quarters)\b",
            rf"\b(?:all|each\s+of\s+the|any\s+of\s+the|(?:in|over|during|for|across|throughout|within)\s+(?:the|these|those)|"
            rf"alle[nr]?|(?:letzten|vergangenen)|allen|(?:in|über|während)\s+(?:den|die|diesen))\s+(?:{SPAN}|zwei|drei|vier|fünf|sechs|"
            r"sieben|acht|neun|zehn)\s+(?:full\s+|calendar\s+|financial\s+|academic\s+|fiscal\s+|school\s+)?"
            r"(?:months|years|quarters|sessions|jahren?|monaten?|quartalen?)\b",
            rf"\b(?:first|final)\s+{SPAN}\s+(?:full\s+)?(?:weeks|months|quarters)\s+of\b",
        ),
    ),
    Entry(
        "length in a word",
        "A number joined to its unit by a hyphen, which describes: a 24-year sentence, a 12-page report.",
        covered_by(
            r"\b\d{1,3}-(?:year|month|week|day|minute|page|point|mile|metre|seat"
            r"|hour(?!\s(?:helpline|switchboard|clock|hotline|service)\b))(?![\w-])"
        ),
    ),
    Entry(
        "age",
        "How old somebody is.",
        covered_by(
            r"\baged\s+(?:between\s+)?\d{1,3}(?:\s?(?:[-–]|and|to)\s?\d{1,3})?\b",
            r"\b\d{1,3}[\s-]years?[\s-]olds?\b",
            r"\b(?:under|over|below|above)\s+the\s+age\s+of\s+\d{1,3}\b|\bages\s+of\s+\d{1,2}\s+and\s+\d{1,2}\b",
            r"\b(?:under|over)[\s-]\d{2}s\b|\b\d{1,3}\s+years\s+of\s+age\b",
        ),
    ),
    Entry(
        "grade",
        "A pay band or grade that somebody holds, a tier or stage that something is at.",
        covered_by(
            r"\b(?:pay\s+)?(?:band|grade)\s+(?:\d[a-d]\b|\d{1,2}\+)(?!\w)",
            rf"\b(?:at|above|below|a|for\s+change)\s+(?:pay\s+)?(?:band|grade)\s+\d{{1,2}}\b{ROW_ENDS}{COUNTED}",
            rf"\b(?:a|an|at|to)\s+(?:tier|level|stage|phase)\s+\d\b{ROW_ENDS}{COUNTED}(?!\s+[a-z]+s\b)",
            r"\bpay\s+(?:bands?|grades?)\s+\d{1,2}\s+(?:and|or)\s+(?:above|over|below)\b",
        ),
    ),
    Entry(
        "ordinal",
        "A place in an order, told in digits before the word that it orders.",
        both(of_kind("ordinal"), covered_by(r"\b\d+(?:st|nd|rd|th)(?=[ \t]+[A-Za-z]{3,})")),
    ),
)
