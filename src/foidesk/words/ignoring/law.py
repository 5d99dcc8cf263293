"""What access laws bring into a letter: their sections, their cost limits, their time limits."""

from __future__ import annotations

import re

from ..beside import Entry, covered_by, either
from ..no_data import limit_of_costs
from .fragments import (
    ACT,
    BRACKETS,
    CLOCK,
    COSTS,
    COUNTED,
    DURATION,
    LEAD,
    NEXT,
    NO_ROW,
    NUMBER,
    PAID,
    RULE,
    RULES,
    SPAN,
    SPELT,
    WORK,
    WORKING,
)

LAW: tuple[Entry, ...] = (
    Entry(
        "section of an Act",
        "A section, regulation, article or schedule, and the year in the title of an Act.",
        either(
            covered_by(
                rf"\b{RULES}\s*{NUMBER}(?:{NEXT}{NUMBER})+(?=\s*(?:[.;:)]|$|apply|"
                rf"of\s+(?:the\s+)?(?:F|Act|E|D|R)|"
                r"are\s+engaged|have\s+been\s+applied))",
                rf"{LEAD}(?:{RULE}|§+)\s*{NUMBER}{NO_ROW}(?:{NEXT}(?:{RULE}\s*|"
                rf"s\.?\s?)?\d+[A-Z]{{0,2}}{BRACKETS}+)*",
                rf"\b(?:{RULE}|{RULES}|§+|s|ss)\.?\s*\d+[A-Z]{{0,2}}{BRACKETS}+"
                rf"(?:{NEXT}(?:{RULE}\s*|s\.?\s?)?\d+[A-Z]{{0,2}}{BRACKETS}+)*",
                rf"\b{RULE}\s*{NUMBER}(?=\s+(?:of|exemption|applies|is\s+engaged|\(|FOIA?|DPA|Act)\b)",
                rf"(?<![\w'’/(-])(?:ss?\.\s?|s){NUMBER}{NO_ROW}{COUNTED}",
                r"\b(?:SI|S\.I\.|No\.?)\s(?:19|20)\d\d/\d+|\bDirective\s+\d+/\d+(?:/EC|/EU)?|\b20\d\d/\d+/E[CU]\b|"
                r"\(EU\)\s20\d\d/\d+",
                r"\bby\s+virtue\s+of\s+(?:(?:sub-?)?section\s+)?\(\d+[A-Z]?\)(?:\([a-z]\))?",
                r"\bby\s+\(\d+[A-Z]?\)\([a-z]\)",
            ),
            covered_by(
                rf"\b(?:{ACT}|ACT|REGULATIONS),?\s+(?:\([A-Z][\w ]+\)\s+)?(?:19|20)\d\d\b",
                rf"\bFOI\(S\)A,?\s+(?:19|20)\d\d\b|\bthe\s+(?:19|20)\d\d\s+{ACT}\b",
                r"\b(?:DPA|FOIA|FOISA|EIR)\s+(?:(?:19|20)\d\d,?\s+)?\d+\(\d+\)",
                r"§+\s*\d+(?:[.:-]\d+)*[a-zA-Z]{0,2}(?:\s?\(\w{1,4}\))*"
                r"(?:,?\s+(?:Abs\.|Absatz|S\.|Satz|Nr\.|Nummer|lit\.)\s*\d+[a-z]?)*",
                r"\bArt(?:\.|ikel)\s*\d+(?:\s+(?:Abs\.|Absatz)\s*\d+|(?=\s+(?:DSGVO|GDPR|GG|EMRK|ECHR)\b))",
                r"\b\d{1,3}\s+(?:U\.?S\.?C\.?|C\.?F\.?R\.?|ILCS)\s*(?=§|\d)",
                flags=re.NOFLAG,
            ),
            covered_by(
                r"\b\d+[A-Z]?(?:\(\d+[A-Z]{0,2}\))*(?:\([a-z]{1,4}\)|\(\d+[A-Z]{1,2}\))+",
                r"\b\d+[A-Z]?\(\d+[A-Z]?\)(?:\((?:\d+[A-Z]{0,2}|[a-z]{1,4})\))+",
                near=r"section|\bact\b|exempt|foia|regulation|virtue|\bs\.|\bs\d",
            ),
        ),
    ),
    Entry(
        "cost estimate",
        "The cost limit, its hourly rate, and the hours a search would take.",
        either(
            limit_of_costs,
            covered_by(r"£\s?\d+(?:\.\d\d)?\s*(?:per|an|/)\s*hour"),
            covered_by(
                r"\b(?:open|read|search|check|review|examin|retriev|inspect|go\s+through|look\s+(?:at|through))(?:e|ing)?"
                r"\s+(?:all\s+|each\s+of\s+|through\s+)*(?:the\s+)?(?:some\s+|about\s+|around\s+)?\d[\d,]*\s+"
                r"(?:\w+\s+){0,2}(?:files|records|logs|entries|folders|documents|e-?mails|reports)\b",
                near=r"minutes?\b|hours?\b|by hand|manual|section 12|cost limit|appropriate limit",
            ),
            covered_by(
                rf"(?:\b{SPELT}|\b\d+|\beight)\s+minutes\s+(?:(?:for\s+)?each\b|"
                r"(?:per|a|for\s+every)\s+(?:file|record|log|entry|document|e-?mail|report|case)\b)",
                near=r"section 12|\bhours\b|by hand|manual|cost limit|appropriate limit",
                never=rf"{WORK}|average|median",
            ),
            covered_by(
                r"\d[\d,.]*\s+hours?\b",
                near=r"minutes\s+(?:for\s+)?(?:each|per|every)\b|exceed\w*\s+the\s+(?:cost|appropriate|fees|limit)|"
                r"£ ?(?:25|15)\s+(?:an|per)\s+hour",
                never=WORK,
            ),
            covered_by(
                r"£\s?\d[\d,]*(?:\.\d\d)?",
                near=r"(?:over|above|exceed\w*|within|than)\s+the\s+(?:\w+\s+){0,2}(?:limit|threshold)\s+of\s+£ ?"
                r"(?:450|600)|(?:£ ?(?:25|15)|rate)\s+(?:an|per|of)\b[^.]{0,20}hour",
                never=PAID,
            ),
            covered_by(r"\b(?:would|will|to)\s+exceed\s+(?:the\s+)?(?:18|24|eighteen|twenty-four)[\s-]*hours?\b"),
            covered_by(
                rf"(?:\d[\d,.]*|{SPELT}|eighteen)[\s-]*(?:staff\s+|working\s+|man\s+)?(?:hours?|"
                rf"hrs|minutes?|mins)\b",
                near=COSTS,
                never=WORK,
            ),
            covered_by(
                r"£\s?\d[\d,.]*",
                near=r"appropriate limit|fees regulations|section 12|s\.? ?12\(|cost of compliance|cost limit",
                never=PAID,
            ),
            covered_by(
                r"\d[\d,]*\s+(?:\w+\s+)?(?:files|records|documents|e-?mails|entries|folders)\b[^.]{0,60}"
                r"\b(?:would|to be|need to|have to)\b[^.]{0,40}"
                r"\b(?:search|review|check|examin|read|retriev|locat|open)",
                near=r"hour|cost|section 12|manual|exceed",
            ),
        ),
    ),
    Entry(
        "fee for a review",
        "What Irish law has people pay for a review or an appeal.",
        covered_by(
            r"\bfee\b[^.;\n€]{0,40}€\s?(?:30|50)(?:\.00)?(?![\d,.]*\d)",
            r"\(€\s?(?:10|15)(?:\.00)?\s+for\s+medical\s+card\s+holders\b",
            near=r"internal\s+review|reviewer|information\s+commissioner|for\s+a\s+review",
            never=r"\b(?:fined?|fines|received|collected|income)\b",
        ),
    ),
    Entry(
        "time limit",
        "The days and months that an access law gives for replies, reviews and complaints.",
        either(
            covered_by(
                r"\bwithin\s+(?:the\s+)?(?:statutory\s+)?(?:20|40|twenty|forty)[\s-]+working[\s-]+days?\b",
                never=DURATION,
            ),
            covered_by(
                rf"\b{SPAN}[\s-]*{WORKING}?[\s-]*(?:days?|weeks?|"
                rf"months?)\b(?=[^.]{{0,60}}\b(?:of|from|after|following|to|limit|deadline|period|"
                rf"timescale|time)\b)",
                rf"\b(?:within|exceed(?:s|ing)?|than|in|aim|a further|additional|over|"
                rf"up to)\s+(?:the\s+|a\s+further\s+|"
                rf"a\s+period\s+of\s+)?{SPAN}[\s-]*{WORKING}?[\s-]*(?:days?|weeks?|months?)\b",
                rf"\b{SPAN}[\s-]*{WORKING}[\s-]*(?:days?|weeks?|months?)\b",
                near=CLOCK,
                never=DURATION,
            ),
            covered_by(
                rf"\binternal\s+review\b[^.;\n]{{0,60}}\bwithin\s+{SPAN}\s+(?:working\s+)?(?:days|weeks|months)\b"
            ),
        ),
    ),
)
