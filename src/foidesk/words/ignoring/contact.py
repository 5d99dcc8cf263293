"""Where people are and how to reach them: links, telephones, postcodes, addresses."""

from __future__ import annotations

import re

from ..beside import Entry, covered_by, either
from ..no_data import is_postcode, is_telephone, is_web
from .fragments import COUNTED, NO_ROW, POSTAL_AREAS, ROW_ENDS, STATES

CONTACT: tuple[Entry, ...] = (
    Entry("web address", "An e-mail address or a link.", is_web),
    Entry(
        "telephone",
        "A telephone or fax number, an extension, 101, 999.",
        either(
            is_telephone,
            covered_by(
                # so many digits, or one that no count begins with: "By phone: 35" counts complaints
                r"\b(?:tel(?:ephone)?|fax|telefon|telefax|switchboard|textphone|minicom|"
                r"helpline)\b\.?(?:\s*(?:no|number)\b\.?)?\s*[:.]\s*\+?[\d(](?:[ ()-]*\d){5,}",
                r"\b(?:tel|fax)\b\.?\s*[:.]\s*\d{4,5}\b",
                r"\b(?:phone|mobile)\b\.?(?:\s*(?:no|number)\b\.?)?"
                r"\s*[:.]\s*(?:[+(0](?:[ ()-]*\d){5,}|\d{6,}\b|\d{3}[ -]\d{3}[ -]?\d{4}\b)",
                r"\b(?:call|dial|ring|calling|telephone|phone)\s+(?:us\s+on\s+|on\s+)?(?:101|999|111)"
                rf"(?:\s+or\s+(?:101|999|111))?\b{NO_ROW}(?!\s+[a-z]+s\b)",
                r"\b(?:tel(?:ephone)?|phone|call|dial|ring)\b[.:\s]*[\d+()][\d ()+-]*[,;]?[ \t]*\(?"
                r"extn?\b\.?:?\s?\d{2,6}\b",
                r"\b(?:tel(?:ephone)?|phone|call|dial|ring|fax|enquiries)\b[.:\s]*(?:us\s+)?(?:on\s+)?"
                r"0\d{2,4}(?:[ -]\d{3,4})?\n[ \t]*\d{3,8}(?:[ -]\d{3,4})?\b",
                r"\(\s*extn?\b\.?:?\s?\d{2,6}\s*\)",
                r"\b(?:0\d{2,5}[ -]\d{3,8}(?:[ -]\d{3,4})?|0\d{9,10}|\d{3}-\d{4})"
                r"[,;]?[ \t]+\(?(?:ext|extn|extension|x)\b\.?:?\s?\d{2,6}\b",
                rf"\b(?:dial|tel|phone|telephone|call|ring)\s+(?:ext|extn|extension)\b\.?:?\s?\d{{3,6}}\b{ROW_ENDS}",
                r"^[ \t]*extn?(?:\.:?|:)\s?\d{3,6}[ \t]*$",
                r"(?:\(\d{3}\)|\b\d{3}-)\s?\d{3}-\d{4}\b(?![-\d])|(?<![\d.])\d{3}\.\d{3}\.\d{4}\b(?![.\d])",
                r"\b(?:Telefon|Telefax)\s*:?\s*\(?0\d[\d /()-]{4,}|\bDurchwahl\s*:?\s*-?\d{2,6}\b",
                rf"\b(?:via|using|non-emergency\s+number|emergency\s+number)\s+(?:101|111|112|911|999)\b{ROW_ENDS}"
                r"(?!\s+[a-z]+s\b)",
                r"\bthe\s+(?:101|111|911|999)\s+(?:service|number|line|system)\b(?!\s+[a-z]{4,}s\b)",
                # a nought before so many digits in three groups: no count begins so
                r"(?<![\w.,/£$€-])0\d{2,4}[ \u00a0-]\d{3,4}[ \u00a0-]\d{3,4}(?![\w/-]|[.,]\d)",
                r"\b(?:helpline|call|ring|phone|tel\w*)\b[^\n\d]{0,20}\s0\d{2,4}\s\d{3,4}\s\d{3,4}(?![\w/-]|[.,]\d)",
                r"\bto\s+extension\s+\d{3,6}\b",
            ),
        ),
    ),
    Entry(
        "postcode",
        "A UK postcode, on one line or broken over two; the PLZ or ZIP code of an address.",
        either(
            is_postcode,
            covered_by(
                rf"\b{POSTAL_AREAS}\d[A-Z\d]?(?:[ \t]*\n[ \t]*|\u00a0)\d[ABD-HJLNP-UW-Z]{{2}}\b"
                r"(?=\s*(?:$|[,.;:)]))",
                rf",\s*{STATES}\.?,?\s+\d{{5}}(?:-\d{{4}})?\b{ROW_ENDS}{COUNTED}",
                flags=re.NOFLAG,
            ),
        ),
    ),
    Entry(
        "address",
        "A PO box, a floor, room or named ward, a house number beside a street and a postcode.",
        either(
            covered_by(r"\bP\.?\s?O\.?\s?Box\s+\d+"),
            covered_by(
                r"\b\d+[A-Za-z]?(?:\s?[-–]\s?\d+)?,?\s+(?:[A-Z][\w'’.]+\s+){1,3}(?:Street|Road|"
                r"Avenue|Lane|Square|Terrace|Gardens|Way|Place|Drive|Hill|"
                r"Crescent|Rise|Close|Court|Grove|Mews|Row|Walk|Parade|Quay|Wharf|Green)\b(?=[^\d]{0,70}[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b)",
                r"\b\d{1,2}(?:st|nd|rd|th)\s+Floor\b",
                flags=re.NOFLAG,
            ),
            covered_by(
                r"\b\d{1,5}\s+(?:[NSEW]\.?\s+)?(?:[A-Z\d][\w'’.]*\s+){1,3}(?:Street|St|Avenue|Ave|Boulevard|Blvd|Road|Rd|"
                rf"Drive|Lane|Plaza|Way|Parkway)\b(?=[^\n]{{0,60}}(?:\n[^\n]{{0,60}})?\b{STATES}\.?,?\s+\d{{5}}\b)",
                r"\b[A-ZÄÖÜ][\wäöüß.-]*(?:straße|strasse|str\.|platz|allee|damm|gasse|ufer|chaussee|weg)\s+\d{1,4}[a-z]?"
                r"(?:\s?[-–]\s?\d+)?\s*[,\n•|·]\s*(?:D-)?\d{5}\s+[A-ZÄÖÜ][a-zäöü]+",
                r"\bPostfach\s+\d[\d ]*",
                r"\bWard\s\d{1,3}[A-Z]\b|\bWards\s\d{1,3}[A-Z]?(?:,\s\d{1,3}[A-Z]?)*\sand\s\d{1,3}[A-Z]?\b"
                r"(?=\s(?:of|at|in)\s(?:the\s)?[A-Z])",
                flags=re.NOFLAG,
            ),
            covered_by(
                r"\b[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|str\.|platz|allee|gasse|ufer|damm)\s+\d{1,3}[a-z]?"
                r"(?=\s*[,·|•]\s*[A-ZÄÖÜ])",
                near=r"widerspruch|einzulegen|anschrift|telefon|stadt\b|rathaus|bürgermeister",
                never=r"fälle|anzahl|anträge|je\s+straße",
                flags=re.NOFLAG,
            ),
            covered_by(
                r"(?:,|^)[ \t]*(?:Room|Suite|Apt\.?|Flat)\s+#?\d{1,4}[A-Z]?(?=,\s*[\dA-Z])",
                r"\bZimmer\s+\d{1,4}[a-z]?\b(?=\s*(?:[,;]|$))",
                near=r"street|avenue|\bst\.|\bave\b|boulevard|road|town hall|city hall|stra(?:ß|ss)e|telefon",
                never=r"\bwards?\b|theatre",
            ),
        ),
    ),
)
