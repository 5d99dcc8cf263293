"""What papers carry besides their message: references, registrations, page and list numbers, file names."""

from __future__ import annotations

import re

from ..beside import Entry, both, covered_by, either, of_kind
from ..no_data import in_series, is_code, names_record, opens_item
from .fragments import COUNTED, ITEM, ITEMS, LEAD, LETTERED, NO_ROW, ROW_ENDS, SPELT, TITLED

PAPERS: tuple[Entry, ...] = (
    Entry(
        "reference",
        "The number of a request, letter, file or log, by its own looks or by the word before it.",
        either(
            is_code,
            covered_by(
                r"\b(?:[Oo]ur|[Yy]our|OUR|YOUR|My)\s+(?:[Rr]ef(?:erence)?|REF(?:ERENCE)?)\b\.?(?:\s+(?:no|number|No)\b\.?)?"
                rf"\s*[:#]\s*(?:[A-Z]{{2,5}}[ /]){{0,2}}\(?[\w./-]*\d[\w./-]*(?:-\d+)?\)?(?!\s?%){COUNTED}",
                r"\bFOIA?\s?\(\d{4,}\)|\b\d{1,2}:\d\d-(?:cv|cr|mc)-\d{3,6}(?:-[A-Z]+)*\b|\b\d{2,4}-(?:cv|cr|CV|CR)-?\d{3,6}\b",
                r"\b(?:Case|Docket|Claim|Cause)\s(?:No|Number)\b\.?:?\s*\d{2,4}-\d{3,6}\b",
                r"\b(?:Aktenzeichen|Az\.|Geschäftszeichen|(?:Ihr|Unser|Mein)e?\sZeichen)\s*:?\s*(?:[IVX]+\s)?(?:[A-Z]{1,3}\s)?"
                r"[\w.]*\d[\w.]*(?:\s?[-–/]\s?\d[\w.]*)+",
                flags=re.NOFLAG,
            ),
            both(
                of_kind("reference", "year", "date"),
                covered_by(
                    r"\b(?:ref(?:erence)?|FOIA?|request|application|log|case|complaint|file|IR|"
                    r"enquiry)\b[\s.:#]*(?:(?:no|number|ref(?:erence)?|id|"
                    r"request)\b[\s.:#]*)*[A-Za-z0-9][\w./-]*\d[\w./-]*"
                ),
            ),
            covered_by(
                rf"\bref(?:erence)?\b\.?\s*(?:(?:no|number|id)\b\.?)?\s*[:#]?\s*\d{{2,}}\b{NO_ROW}{COUNTED}",
                r"\bFOIA?\s?(?:request\s?)?(?:ref(?:erence)?|no|number)\b\.?\s?[:#]?\s?\d{3,}\b",
                r"\b(?:freedom\s+of\s+information|public\s+records|FOIA?)\s+(?:act\s+)?request\b(?:\s*[-–:#(]|"
                rf"\s+(?:ref(?:erence)?|no|number)\b[.:]?)*\s*(?:FOIA?\s?)?\(?\d{{5,}}\b{ROW_ENDS}{COUNTED}",
                r"\b(?:request|case|file|claim|docket|ticket)\s+(?:no\.?|number)?\s*#\s?\d[\d-]{2,}",
                rf"\b(?:our|your)\s+ref(?:erence)?\b\.?\s*:?\s*FOIA?\s\d{{3,}}\b{ROW_ENDS}{COUNTED}",
                rf"\bFOIA?(?:\s?request)?\s?[:#]\s?\d{{3,}}\b|\bFOIA?(?:\srequest)?\s\d{{5,}}\b{NO_ROW}",
            ),
        ),
    ),
    Entry(
        "file name",
        "A number in the name of a file, or in the name that a program gives a sheet.",
        covered_by(
            r"[^\s<>\"“”‘’]{0,80}\d[^\s<>\"“”‘’]{0,80}\.(?:pdf|docx?|xls[xm]?|csv|msg|eml|zip|odt|ods|pptx?|rtf|txt|jpe?g|png|tiff?)\b",
            r"(?<!\w)(?-i:Sheet|Tabelle|Feuil)\d{1,2}\b",
        ),
    ),
    Entry(
        "registration",
        "A standard, or the number of a company, charity, taxpayer or data controller.",
        either(
            covered_by(r"\b(?:ISO|IEC|BS EN)(?:\s?/\s?IEC)?\s?\d{3,}(?::(?:19|20)\d\d)?", flags=re.NOFLAG),
            covered_by(
                r"\bcharter(?:\s?mark)?\s+(?:no|number)\.?\s*\d+",
                r"\b(?:company|charity|VAT|GST|ICO|tax)\s*(?:reg(?:istration|istered|\.)?\s*)?(?:no|nos|number|"
                r"reg(?:istration)?)\b\.?(?:\s*(?:no|number)\b\.?)?\s*:?\s*(?:GB\s?)?[A-Z]{0,3}[\d ]*\d",
                r"\bregist(?:ered|ration)\s+(?:charity\s+|company\s+)?(?:no|number)\b\.?(?:\s+in\s+[A-Z]\w+)?"
                r"\s*:?\s*[A-Z]{0,3}\d[\d ]*",
                r"\b(?:data\s+controller|charity|company|limited\s+by\s+guarantee)\b,?"
                r"(?:\s+(?:\(\w+\)|in\s+\w+(?:\s+(?:and|&)\s+\w+)?|registered|registration|with|under)){0,2},?"
                r"\s+(?:registration\s+)?(?:no|number)\b\.?:?"
                rf"\s*[A-Z]{{0,2}}\d{{5,8}}\b{COUNTED}",
                r"\b(?:USt-?Id-?(?:Nr\b\.?)?|HR[AB]|Steuernummer)\s*:?\s*(?:DE\s?)?\d[\d /]{3,}\d",
                r"\b(?:EIN|DUNS|provider\s+ID)\b:?\s*\d[\d-]{6,}\d\b",
            ),
            covered_by(r"\bZA?\d{6,7}\b", near=r"\bdata\b|\bICO\b|regist|controller|commissioner|notification"),
            covered_by(r"\bBS\s?\d{4,5}\b", near=r"standard|certif|complian|accredit|vetting|security screening"),
        ),
    ),
    Entry(
        "page number",
        "The number of a page.",
        covered_by(
            rf"\bpage\s+\d+\s*(?:of|/)\s*\d+\b(?!\s?%){COUNTED}",
            rf"\bSeite\s+\d+(?:\s+von\s+\d+\b|\b{ROW_ENDS})(?!\s+[A-ZÄÖÜ][a-zäöü]+e[nr]\b)",
            rf"\bpage\s+\d+(?:\s*(?:of|/)\s*\d+)?\b{NO_ROW}{COUNTED}",
            r"\bpages\s+\d+\s*(?:[-–]|to|and)\s*\d+\b",
            r"(?<![\w.])pp?\.\s?\d+(?:\s?[-–]\s?\d+)?\b",
            r"^\s*[-–]\s?\d{1,3}\s?[-–]\s*$",
        ),
    ),
    Entry(
        "question number",
        "The number of a question, point, table or annex, or of an item of a list.",
        either(
            opens_item,
            in_series,
            covered_by(
                rf"\b(?:to|in|of|see|for|your|under|at|answer|regarding|about)\s+(?:the\s+|your\s+)?"
                rf"(?:question|point|part|item|query)\s+{SPELT}\b{COUNTED}",
                rf"\bsee\s+(?:answer\s+|no\.?\s*)?\(?(?:\d{{1,2}}|{SPELT})\)?\s+(?:above|below)\b",
                r"\b(?:in|of|at)\s+lines?\s+\d{1,3}(?=\s+(?:above|below|should|must|of)\b)",
            ),
            covered_by(
                r"^[ \t]*\d{1,2}\s?[-–]\s(?=(?:I|We|You|Your|Please|Yes)\b)",
                rf"\b(?:a|on|using|see|See|complete|completed|submit|via|use)\s+Form\s\d{{1,4}}[A-Z]?\b{ROW_ENDS}{COUNTED}",
                flags=re.NOFLAG,
            ),
            covered_by(
                rf"(?:{LEAD}|\n[ \t]*){TITLED}\s+(?:no\.?\s*|number\s*)?{LETTERED}{NO_ROW}{COUNTED}",
                rf"{LEAD}{ITEM}\s+(?:no\.?\s*|number\s*)?{LETTERED}\b{NO_ROW}{COUNTED}(?"
                rf"=[ \t]*(?:[.,:;)\]–-]|\w))",
                rf"\b(?:to|in|of|see|for|your|under|at|answer|regarding)\s+(?:the\s+|"
                rf"your\s+)?{ITEM}\s+{LETTERED}{NO_ROW}{COUNTED}",
                rf"{LEAD}{ITEMS}\s+{LETTERED}\b(?:\s*(?:,|[-–/&]|and|to|"
                rf"or)\s*{LETTERED}\b{COUNTED}(?!\s+\d))+",
                rf"(?<![\w£])Qs?\.?\s?{LETTERED}\b(?!\s?%)(?:\s?(?:[-–]|to|and|&|,)\s?Q\.?\s?{LETTERED}\b)*",
            ),
            covered_by(r"\bFig(?:ure|\.)\s+\d{1,2}\b(?!\s+\d)", flags=re.NOFLAG),
        ),
    ),
    Entry(
        "footnote mark",
        "A number in square brackets glued to a word.",
        covered_by(
            r"(?<=[\w.,;:)])\[\d{1,2}\]|(?:(?<=\s)|^)\[\d{1,2}\](?=(?-i:[a-z]))|^\s*\[\d{1,2}\](?=\s+[A-Za-z])"
        ),
    ),
    Entry(
        "file size", "The size of a file.", covered_by(r"\b\d[\d,.]*\s?(?:KB|MB|GB|kilobytes|megabytes|bytes)\b")
    ),
    Entry(
        "record",
        "The number of a record, or of a person in the body's own books.",
        either(
            names_record,
            covered_by(
                r"\bURN\s*[:#]?\s*(?:no\.?\s*)?\d+",
                r"\b(?:collar|warrant|shoulder|badge|payroll)\s+(?:no|number|id)\b\.?\s*:?\s*[A-Z]{0,3}\d{3,}",
                r"\bcrime\s+ref(?:erence)?\b(?:\s+(?:no|number)\b)?\.?\s*:?\s*[A-Z]{0,3}\d{3,}",
            ),
        ),
    ),
    Entry(
        "version",
        "The version of a document, form or program.",
        covered_by(
            r"\b(?:version|ver)\.?\s?\d+(?:\.\d+)*\b(?!\s+\d)|\bv\.?\d+(?:\.\d+)+\b|\bweb\s2\.0\b|"
            r"\bRev\.\s?\d{1,2}\b(?![ \t]+\d)"
        ),
    ),
    Entry(
        "software",
        "The number in the name of a program.",
        either(
            covered_by(
                r"\b(?:Microsoft|MS)\s(?:(?:Office|SharePoint|Sharepoint|Dynamics|Excel|Word|Access|Exchange|Windows|"
                r"SQL\sServer|Server|Teams|Windows\sServer)\s)?(?:365|(?:19|20)\d\d|97|XP|NT)\b(?!\s+[a-z]+s\b)",
                r"\bDynamics\s365\b|\b(?:use|uses|using|via)\sOffice\s365\b(?!\s+(?:staff|[a-z]+s)\b)",
                r"\bShare[Pp]oint\s(?:19|20)\d\d\b(?!\s+[a-z]+s\b)",
                flags=re.NOFLAG,
            ),
            covered_by(
                r"\b(?-i:Windows)\s(?:7|8(?:\.1)?|10|11|95|98|2000)\b(?![ \t]+\d|\s+[a-z]+s\b)",
                near=r"software|operating system|laptop|computer|device|licen[cs]e|microsoft|upgrad|desktop",
                never=r"broken|smash|damag|glaz|replaced|\bdoors?\b",
            ),
        ),
    ),
)
