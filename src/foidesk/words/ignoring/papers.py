"""What papers carry besides their message: page and list numbers, footnote marks, versions."""

from __future__ import annotations

import re

from ..beside import Entry, covered_by, either
from ..no_data import in_series, names_record, opens_item
from .fragments import COUNTED, ITEM, ITEMS, LEAD, LETTERED, NO_ROW, ROW_ENDS, SPELT, TITLED

PAPERS: tuple[Entry, ...] = (
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
                rf"\b(?:all\s+)?(?:{SPELT}|\d{{1,2}})\s+of\s+your\s+(?:questions|points|requests|queries)\b",
                rf"\b(?:your|the|these|our\s+answers?\s+to\s+the)\s+(?:{SPELT}|\d{{1,2}})\s+questions\b(?!\s+(?:were|was|put))",
                r"\b(?:answers?|answering|covers?|concern(?:s|ing)?|address(?:es)?|deals?\s+with|in\s+respect\s+of)\s+"
                rf"(?:your\s+)?(?:{ITEM}|{ITEMS}|questions?)\s+{LETTERED}(?:\s*(?:,|[-–&]|and|to|or)\s*{LETTERED})*\b(?!\s*%)"
                rf"{COUNTED}",
                rf"(?<!\bcase\s)(?<!\bcases\s)\b(?:in|to|at|under|see|with)\s+answers?\s+\d{{1,2}}\b{NO_ROW}(?!\s+[a-z]+s\b)",
                r"^[ \t]*A\d{1,2}[.):](?=\s)",
                r"\b(?:Frage|Tabelle|Ziffer|Punkt|Kapitel|Anlage|Abschnitt|Fachbereich|Sachgebiet|Dezernat)\s+\d{1,2}\b"
                r"(?![.,]?\d|\s?%|[ \t]+\d|\s+(?:Fälle|Anträge|Personen)\b)",
                # of several things only where several numbers follow: "Anlagen 12" counts
                r"\b(?:Fragen|Tabellen|Ziffern|Punkte|Kapitel|Anlagen)\s+"
                r"\d{1,2}(?:\s*(?:,|und|bis|sowie|[-–])\s*\d{1,2})+\b"
                r"(?![.,]?\d|\s?%|[ \t]+\d|\s+(?:Fälle|Anträge|Personen)\b)",
                r"\b(?:to|for)\s+all\s+(?:of\s+)?(?:the\s+|your\s+)?(?:two|three|four|five|six|seven|eight|nine|[2-9])\s+"
                r"(?:questions|points|parts)\b",
                r"\balle[nr]?\s+(?:zwei|drei|vier|fünf|sechs|sieben|acht)\s+Fragen\b",
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
        "A number in square brackets glued to a word, in round ones before a note, or before “One more”.",
        covered_by(
            r"(?:\b(?:notes?|anmerkung(?:en)?|hinweise?|fußnoten?)\s*:?|[.;])\s*\(\d{1,2}\)(?=\s+(?-i:[A-ZÄÖÜ]))",
            r"(?:^|(?<=\n))[ \t]*\d{1,2}(?=[ \t](?-i:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s+[a-z])",
            r"(?<=[\w.,;:)])\[\d{1,2}\]|(?:(?<=\s)|^)\[\d{1,2}\](?=(?-i:[a-z]))|^\s*\[\d{1,2}\](?=\s+[A-Za-z])",
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
            r"\b(?:Open\s+Government\s+Licen[cs]e|OGL|Creative\s+Commons|CC[ -]BY(?:-\w+)*)\s*"
            r"(?:version\s*|v\.?\s*)?\d(?:\.\d)?\b",
            r"(?<=[A-Za-z]\s)v\d{1,2}\b(?!\s*[\d.])",
            r"\b(?:version|ver)\.?\s?\d+(?:\.\d+)*\b(?!\s+\d)|\bv\.?\d+(?:\.\d+)+\b|\bweb\s2\.0\b|"
            r"\bRev\.\s?\d{1,2}\b(?![ \t]+\d)",
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
