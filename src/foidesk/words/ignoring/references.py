"""Numbers that stand for one thing, and name it: references, file names, registrations."""

from __future__ import annotations

import re

from ..beside import Entry, both, covered_by, either, of_kind
from ..no_data import is_code
from .fragments import ASKED, COUNTED, NO_ROW, ROW_ENDS

REFERENCES: tuple[Entry, ...] = (
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
                r"[\w.]*\d[\w.]*(?:\s?[-–/]\s?\w[\w.]*)+",
                # a word for a request, then parts joined by signs, of which one begins with a figure
                rf"{ASKED}(?!\d\d?/\d\d?\b\s+[a-z])(?!(?:19|20)\d\d[-/–]\d\d\b(?![-/\w]))"
                r"(?!\d+\.\d+(?![\w/_-]))[A-Z]{0,5}-?\d\w*(?:[-/_.][A-Z]{0,5}\d\w*)+(?!\s?%)",
                rf"{ASKED}[A-Z][A-Za-z]{{1,4}}[ /-]\d\w*(?:[-/_.][A-Z]{{0,5}}\d\w*)+(?!\s?%)",
                r"\b[A-Z]{2,5}[ -](?:19|20)\d\d-\d{3,5}\b(?=\s*(?:[:.,;)|]|$))",
                r"\b(?:[Rr]esponse\s+to\s+)?(?:[Rr]equest|[Rr]ef(?:erence)?)\b\.?:?\s+[A-Z]{2,6}[ -]?\d{3,}\b"
                r"(?!\s?%)(?!\s+[a-z]+s\b)",
                r"\bFOIA?\s*\((?:[A-Z]{1,5}\s)?[A-Z]{0,4}\d\w*(?:[/._-]\w+)+\)",
                r"\b[A-Z]{2,4}\d{4,6}\b(?=\s*[-–—]\s*(?:Freedom|FOI|Request|Environmental))",
                r"\b(?:File|Cause|Docket|Case|Claim)\s(?:Number|No\.?):?\s[\w-]*\d[\w-]{3,}",
                r"^[ \t]*\d{2}-0\d{2,4}[ \t]*$",
                flags=re.NOFLAG,
            ),
            covered_by(
                r"\bFOIA?\s+\d{4,}\b(?=[ \t]*(?:$|[).;:|\n]|[-–—]\s))",
                near=r"thank you|\bdear\b|your request|our ref|response|invented|\|",
                never=r"\b(?:EIRs?|SARs?|DPA|number of|received|requests)\s+\d|\btotals?\b|"
                r"requests (?:received|answered)",
                flags=re.MULTILINE,
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
                rf"\b(?:request|case|matter|incident|file|claim|complaint|docket|ticket|enquiry|vorgang)"
                rf"\s\d{{5,}}\b(?!\s?%){ROW_ENDS}{COUNTED}",
                r"\b(?:request|case|file|claim|docket|ticket)\s+(?:no\.?|number)?\s*#\s?\d[\d-]{2,}",
                rf"\b(?:our|your)\s+ref(?:erence)?\b\.?\s*:?\s*FOIA?\s\d{{3,}}\b{ROW_ENDS}{COUNTED}",
                r"^[ \t]*(?:[-•*–][ \t]*)?\d{11,}[ \t]*$",  # so long, and alone on its line
                r"\bDrucksache\s+\d{1,2}\s?/\s?\d{1,3}(?:\s?\d{3})?\b|\bDrs\.?\s*\d{1,2}/\d{1,6}\b",
                r"\b\d{1,2}\.\s+(?:Wahl|Legislatur)periode\b",
                rf"\bFOIA?(?:\s?request)?\s?[:#]\s?\d{{3,}}\b|\bFOIA?(?:\srequest)?\s\d{{5,}}\b{NO_ROW}",
            ),
        ),
    ),
    Entry(
        "file name",
        "A number in the name of a file, or in the name that a program gives a sheet.",
        covered_by(
            r"\([A-Z]{2,4}\d{3,}\s[\w ]{1,40}\.(?:pdf|docx?|xlsx?|csv)\)",
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
)
