"""Numbers that are not data, each ignored by name: telephones, sections of Acts, cost estimates, page numbers.

An entry speaks only where the words around a number leave no doubt; "12 officers" and "£225,000 settled" are never
ignored. What no entry knows stays open, to be read or raised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .beside import Matcher, both, covered_by, either, of_kind
from .no_data import (
    is_code,
    is_date,
    is_postcode,
    is_telephone,
    is_time,
    is_web,
    is_year,
    limit_of_costs,
    names_record,
    opens_item,
)
from .numbers import NumberWord


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of number that is not data: its name, what it covers, and the test of a number in its text."""

    name: str
    doc: str
    matches: Matcher


def ignored(text: str, number: NumberWord) -> str:
    """The name of the entry that explains a number of the text as no data; "" if it is, or may be, data."""
    return next((entry.name for entry in IGNORED if entry.matches(text, number)), "")


def ignored_as(text: str, numbers: Sequence[NumberWord]) -> tuple[str, ...]:
    """`ignored` for each number of the text."""
    return tuple(ignored(text, number) for number in numbers)


_ACT = r"(?:Act|Regulations|Order|Rules|Directive|Code|FOIA|FOISA|EIRs?|DPA|GDPR|PACE)"
_RULE = (
    r"(?:section|sec\.|subsection|sub-section|paragraph|para\.?|schedule|regulation|reg\.|"
    r"article|chapter|clause|exemption)"
)
_RULES = r"(?:sections|subsections|paragraphs|paras|schedules|regulations|articles|clauses|exemptions)"
_BRACKETS = r"(?:\s?\((?:\d+[A-Za-z]{0,2}|[a-z]{1,4})\))"
_NUMBER = rf"\d+[A-Z]{{0,2}}(?![A-Za-z,.]?\d){_BRACKETS}*"
_NEXT = r"\s*(?:,|;|and|or|&|to|/|[-–])\s*(?:and\s+|or\s+)?"
_LEAD = (
    r"(?:^[ \t]*|[.:;,(\[“\"/][ \t]*|\b(?:at|in|to|of|see|for|your|the|this|that|and|or|under|on|"
    r"from|with|per|answer|"
    r"response|regarding|by|both|virtue|via|using|appl(?:y|ied|ies|ying)|engag(?:e|ed|es|ing)|cit(?:e|ed|ing)|"
    r"exempt(?:ion)?|pursuant|within|is|as|are|our|act|foia|because)\s+)"
)
_NO_ROW = r"(?!\s+\d|\s?%|[,.]\d|\w)"  # a further number beside it: a row of a table, not a mention
_COUNTED = r"(?!\s+(?:officers?|cases?|staff|people|individuals|complaints|allegations|incidents)\b)"
_WORKING = r"(?:working|calendar|business|clear|school)"
_SPELT = r"(?:one|two|three|four|five|six|ten|twenty|twenty-eight|thirty|forty|sixty|ninety)"
_SPAN = rf"(?:\d{{1,3}}|{_SPELT})(?:\s*\(\s*\d{{1,3}}\s*\))?"
_CLOCK = (
    r"review|complain|appeal|dissatisf|respond|response|repl(?:y|ies)|receipt|receiv|\bact\b|"
    r"statutory|commissioner|"
    r"deadline|extension|extend|time limit|timescale|your request|this letter|of the date|acknowledg"
)
_DURATION = (
    r"resign|retire|dismiss|suspend|salary|\bpay\b|fined|sentence|warning|sick|absen|\btook\b|\btaken\b|average|"
    r"median|\bmean\b|longest|shortest"
)
_COSTS = (
    r"£ ?450|£ ?600|appropriate limit|cost limit|retriev|locat(?:e|ing)|extract|section 12|s\.? ?12\b|manual|"
    r"to comply|compliance|(?:each|per) (?:file|record)|fees regulations"
)
_WORK = r"overtime|worked|\bwait|ambulance|patient|custody|detain|\blost\b|flying|training|sick|absen"
_PAID = r"settle|compensat|damages|award|salary|fine[ds]?\b|spent|paid"
_ITEM = (
    r"(?:point|item|part|request|query|bullet(?: point)?|attachment|enclosure|chart|sheet|tab|"
    r"footnote|note|row|column)"
)
_TITLED = r"(?:annex|appendix|table|question|qn)"
_ITEMS = r"(?:questions|points|items|parts|requests|queries|bullets|annexes|appendices|tables|attachments|notes)"
_LETTERED = r"\d{1,2}[a-z]?"

IGNORED: tuple[Entry, ...] = (
    Entry("web address", "An e-mail address or a link.", is_web),
    Entry(
        "telephone",
        "A telephone or fax number, an extension, 101, 999.",
        either(
            is_telephone,
            covered_by(
                r"\b(?:tel(?:ephone)?|phone|fax|mobile|switchboard|textphone|minicom|"
                r"helpline)\b\.?(?:\s*(?:no|number)\b\.?)?"
                r"\s*[:.]\s*\+?[\d(][\d ()-]+",
                r"\b(?:call|dial|ring|calling|telephone|phone)\s+(?:us\s+on\s+|on\s+)?(?:101|999|111)"
                rf"(?:\s+or\s+(?:101|999|111))?\b{_NO_ROW}(?!\s+[a-z]+s\b)",
                r"\d\s+ext(?:ension)?\.?:?\s?\d{2,6}\b",
            ),
        ),
    ),
    Entry("postcode", "A UK postcode.", is_postcode),
    Entry(
        "address",
        "A PO box, a floor or room, a house number before a street and a postcode.",
        either(
            covered_by(r"\bP\.?\s?O\.?\s?Box\s+\d+"),
            covered_by(
                r"\b\d+[A-Za-z]?(?:\s?[-–]\s?\d+)?,?\s+(?:[A-Z][\w'’.]+\s+){1,3}(?:Street|Road|"
                r"Avenue|Lane|Square|Terrace|Gardens|Way|Place|Drive|Hill|"
                r"Crescent)\b(?=[^\d]{0,70}[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b)",
                r"\b\d{1,2}(?:st|nd|rd|th)\s+Floor\b",
                flags=re.NOFLAG,
            ),
        ),
    ),
    Entry(
        "section of an Act",
        "A section, regulation, article or schedule, and the year in the title of an Act.",
        either(
            covered_by(
                rf"\b{_RULES}\s*{_NUMBER}(?:{_NEXT}{_NUMBER})+(?=\s*(?:[.;:)]|$|apply|"
                rf"of\s+(?:the\s+)?(?:F|Act|E|D|R)|"
                r"are\s+engaged|have\s+been\s+applied))",
                rf"{_LEAD}(?:{_RULE}|§+)\s*{_NUMBER}{_NO_ROW}(?:{_NEXT}(?:{_RULE}\s*|"
                rf"s\.?\s?)?\d+[A-Z]{{0,2}}{_BRACKETS}+)*",
                rf"\b(?:{_RULE}|{_RULES}|§+|s|ss)\.?\s*\d+[A-Z]{{0,2}}{_BRACKETS}+"
                rf"(?:{_NEXT}(?:{_RULE}\s*|s\.?\s?)?\d+[A-Z]{{0,2}}{_BRACKETS}+)*",
                rf"\b{_RULE}\s*{_NUMBER}(?=\s+(?:of|exemption|applies|is\s+engaged|\(|FOIA?|DPA|Act)\b)",
                rf"(?<![\w'’/(-])(?:ss?\.\s?|s){_NUMBER}{_NO_ROW}{_COUNTED}",
                r"\b(?:SI|S\.I\.|No\.?)\s(?:19|20)\d\d/\d+|\bDirective\s+\d+/\d+(?:/EC|/EU)?|\b20\d\d/\d+/E[CU]\b|"
                r"\(EU\)\s20\d\d/\d+",
                r"\bby\s+virtue\s+of\s+(?:(?:sub-?)?section\s+)?\(\d+[A-Z]?\)(?:\([a-z]\))?",
                r"\bby\s+\(\d+[A-Z]?\)\([a-z]\)",
            ),
            covered_by(rf"\b{_ACT}\s+(?:\([A-Z][\w ]+\)\s+)?(?:19|20)\d\d\b", flags=re.NOFLAG),
            covered_by(
                r"\b\d+[A-Z]?(?:\(\d+[A-Z]{0,2}\))*(?:\([a-z]{1,4}\)|\(\d+[A-Z]{1,2}\))+",
                r"\b\d+[A-Z]?\(\d+[A-Z]?\)(?:\((?:\d+[A-Z]{0,2}|[a-z]{1,4})\))+",
                near=r"section|\bact\b|exempt|foia|regulation|virtue|\bs\.|\bs\d",
            ),
        ),
    ),
    Entry(
        "reference",
        "The number of a request, letter, file or log, by its own looks or by the word before it.",
        either(
            is_code,
            both(
                of_kind("reference", "year", "date"),
                covered_by(
                    r"\b(?:ref(?:erence)?|FOIA?|request|application|log|case|complaint|file|IR|"
                    r"enquiry)\b[\s.:#]*(?:(?:no|number|ref(?:erence)?|id|"
                    r"request)\b[\s.:#]*)*[A-Za-z0-9][\w./-]*\d[\w./-]*"
                ),
            ),
            covered_by(
                rf"\bref(?:erence)?\b\.?\s*(?:(?:no|number|id)\b\.?)?\s*[:#]?\s*\d{{2,}}\b{_NO_ROW}{_COUNTED}",
                r"\bFOIA?\s?(?:request\s?)?(?:ref(?:erence)?|no|number)\b\.?\s?[:#]?\s?\d{3,}\b",
                rf"\bFOIA?(?:\s?request)?\s?[:#]\s?\d{{3,}}\b|\bFOIA?(?:\srequest)?\s\d{{5,}}\b{_NO_ROW}",
            ),
        ),
    ),
    Entry("date", "A day or a month with its year.", is_date),
    Entry("time", "A time of day.", is_time),
    Entry(
        "copyright",
        "A year beside a copyright sign.",
        covered_by(r"(?:©|\(c\)|copyright)[^.\n]{0,30}?(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?"),
    ),
    Entry("year", "A calendar or financial year named in a sentence.", is_year),
    Entry(
        "quarter",
        "A quarter of a year.",
        covered_by(
            r"\b(?:Q|Quarter\s)[1-4](?:\s?[-–/&]\s?Q?[1-4])?\s*(?:of\s+)?(?:19|20)\d\d(?:\s?[/–-]\s?\d\d)?\b"
        ),
    ),
    Entry(
        "cost estimate",
        "The cost limit, its hourly rate, and the hours a search would take.",
        either(
            limit_of_costs,
            covered_by(r"£\s?\d+(?:\.\d\d)?\s*(?:per|an|/)\s*hour"),
            covered_by(r"\b(?:would|will|to)\s+exceed\s+(?:the\s+)?(?:18|24|eighteen|twenty-four)[\s-]*hours?\b"),
            covered_by(
                rf"(?:\d[\d,.]*|{_SPELT}|eighteen)[\s-]*(?:staff\s+|working\s+|man\s+)?(?:hours?|"
                rf"hrs|minutes?|mins)\b",
                near=_COSTS,
                never=_WORK,
            ),
            covered_by(
                r"£\s?\d[\d,.]*",
                near=r"appropriate limit|fees regulations|section 12|s\.? ?12\(|cost of compliance|cost limit",
                never=_PAID,
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
        "time limit",
        "The days and months that an access law gives for replies, reviews and complaints.",
        either(
            covered_by(
                r"\bwithin\s+(?:the\s+)?(?:statutory\s+)?(?:20|40|twenty|forty)[\s-]+working[\s-]+days?\b",
                never=_DURATION,
            ),
            covered_by(
                rf"\b{_SPAN}[\s-]*{_WORKING}?[\s-]*(?:days?|weeks?|"
                rf"months?)\b(?=[^.]{{0,60}}\b(?:of|from|after|following|to|limit|deadline|period|"
                rf"timescale|time)\b)",
                rf"\b(?:within|exceed(?:s|ing)?|than|in|aim|a further|additional|over|"
                rf"up to)\s+(?:the\s+|a\s+further\s+|"
                rf"a\s+period\s+of\s+)?{_SPAN}[\s-]*{_WORKING}?[\s-]*(?:days?|weeks?|months?)\b",
                rf"\b{_SPAN}[\s-]*{_WORKING}[\s-]*days?\b",
                near=_CLOCK,
                never=_DURATION,
            ),
        ),
    ),
    Entry(
        "registration",
        "A standard, company, charity or VAT number.",
        either(
            covered_by(r"\b(?:ISO|IEC|BS EN)(?:\s?/\s?IEC)?\s?\d{3,}(?::(?:19|20)\d\d)?", flags=re.NOFLAG),
            covered_by(
                r"\bcharter(?:\s?mark)?\s+(?:no|number)\.?\s*\d+",
                r"\b(?:company|charity|VAT|GST|ICO|tax)\s*(?:reg(?:istration|istered|\.)?\s*)?(?:no|nos|number|"
                r"reg(?:istration)?)\b\.?(?:\s*(?:no|number)\b\.?)?\s*:?\s*(?:GB\s?)?[A-Z]{0,3}[\d ]*\d",
                r"\bregist(?:ered|ration)\s+(?:charity\s+|company\s+)?(?:no|number)\b\.?(?:\s+in\s+[A-Z]\w+)?"
                r"\s*:?\s*[A-Z]{0,3}\d[\d ]*",
            ),
        ),
    ),
    Entry(
        "page number",
        "The number of a page.",
        covered_by(
            rf"\bpage\s+\d+(?:\s*(?:of|/)\s*\d+)?\b{_NO_ROW}{_COUNTED}",
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
            covered_by(
                rf"(?:{_LEAD}|\n[ \t]*){_TITLED}\s+(?:no\.?\s*|number\s*)?{_LETTERED}{_NO_ROW}{_COUNTED}",
                rf"{_LEAD}{_ITEM}\s+(?:no\.?\s*|number\s*)?{_LETTERED}\b{_NO_ROW}{_COUNTED}(?"
                rf"=[ \t]*(?:[.,:;)\]–-]|\w))",
                rf"\b(?:to|in|of|see|for|your|under|at|answer|regarding)\s+(?:the\s+|"
                rf"your\s+)?{_ITEM}\s+{_LETTERED}{_NO_ROW}{_COUNTED}",
                rf"{_LEAD}{_ITEMS}\s+{_LETTERED}\b(?:\s*(?:,|[-–/&]|and|to|"
                rf"or)\s*{_LETTERED}\b{_COUNTED}(?!\s+\d))+",
                rf"(?<![\w£])Qs?\.?\s?{_LETTERED}\b(?!\s?%)(?:\s?(?:[-–]|to|and|&|,)\s?Q\.?\s?{_LETTERED}\b)*",
            ),
            covered_by(r"\bFig(?:ure|\.)\s+\d{1,2}\b(?!\s+\d)", flags=re.NOFLAG),
        ),
    ),
    Entry(
        "footnote mark",
        "A number in square brackets glued to a word.",
        covered_by(r"(?<=[\w.,;:)])\[\d{1,2}\]|^\s*\[\d{1,2}\](?=\s+[A-Za-z])"),
    ),
    Entry(
        "age",
        "How old somebody is.",
        covered_by(
            r"\baged\s+(?:between\s+)?\d{1,3}(?:\s?(?:[-–]|and|to)\s?\d{1,3})?\b",
            r"\b\d{1,3}[\s-]years?[\s-]olds?\b",
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
        covered_by(r"\b(?:version|ver)\.?\s?\d+(?:\.\d+)*\b(?!\s+\d)|\bv\.?\d+(?:\.\d+)+\b|\bweb\s2\.0\b"),
    ),
    Entry(
        "turn of phrase",
        'Number words that count nothing: "one or more", "two duties", "24/7".',
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
        ),
    ),
)
