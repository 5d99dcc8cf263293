"""Numbers of sentences that speak of the body, its papers and its wishes, and tell of no case."""

from __future__ import annotations

from ..beside import Entry, covered_by
from ..small_numbers import BODY_KINDS
from ..telling import IRREGULAR

_FEW = r"(?:two|three|four|five|six|seven|eight|nine|[2-9])"
_ONE_OR_FEW = rf"(?:one|1|{_FEW})"
_BODY = rf"(?:we|i|the\s+(?:{'|'.join(BODY_KINDS)}))"
_HAPPENED = rf"\b(?:{IRREGULAR}|[a-z]{{3,}}ed)\b"
_FIGURES = (
    r"\b(?:figures?|numbers?|totals?|counts?|tables?|sheets?|rows?|columns?|lists?|reply|letter|response|answers?|say|give|"
    r"state|report|estimate|put|quote|round|tell|publish|use|take|read|show|(?:19|20)\d\d)\b"
)
"""What a wish may be about that does say a number: "we would rather give a figure of ten than none"."""
_WISH = rf"(?:put\s+up\b|(?!{_HAPPENED}|{_FIGURES})[^.,;:!?()–—])*"
_FIGURE = r"(?:number|figure|value|count|total|cell)"
_SHOWN = r"(?:shown|given|written|printed|marked|replaced|entered)"
_MARK = r"(?:<\s?\d|an?\s+(?:asterisk|star|dash|hash)|\*)"
_PAPERS = r"(?:tables?|spreadsheets?|workbooks?|worksheets?|sheets?|files?|attachments?|annexes|CSVs?)"
_ONCE = r"(?:counted|recorded|entered|shown|listed|logged)\s+(?:only\s+)?(?:once|together|separately|as\s+one)"

_EXPLAINED = r"(?:(?!\band\s+\w+\s+[a-z]+\s+(?:were|was|have|had|are|is)\b)[^.;,\n])*"

REMARKS: tuple[Entry, ...] = (
    Entry(
        "what a body would rather do",
        "A wish that weighs one thing against another: “we would rather lose ten appeals than one case”.",
        covered_by(rf"\b{_BODY}\s+would\s+(?:much\s+)?(?:rather|sooner)\s+{_WISH}\bthan\b{_WISH}[.!]"),
    ),
    Entry(
        "how small numbers are shown",
        "The limit below which figures are hidden, and how many are: “one figure is shown as <5”.",
        covered_by(
            rf"\bwhere\s+(?:an?|the|any)\s+{_FIGURE}\s+is\s+(?:(?:fewer|less|lower|smaller)\s+than|below|under)\s+\w+\b"
            rf"[^.;\n]{{0,80}}?\b(?:we\s+(?:have\s+)?(?:write|written|show|shown|put|use|used|print|printed)|(?:is|are|it\s+is)\s+{_SHOWN}"
            r"(?:\s+as|\s+by)?)\s+<\s?\d(?:,\s+(?:which|so\s+that|as|because|to)\b[^.;,\n]*)?",
            rf"\b{_ONE_OR_FEW}\s+{_FIGURE}s?\b(?:,[^.;,\n]{{0,60}},)?\s+(?:is|are)\s+(?:therefore\s+)?{_SHOWN}\s+(?:as|by|with)\s+{_MARK}",
            r"\b(?:one\s+(?:to|and)\s+four|1\s?(?:-|–|to)\s?4|(?:fewer|less)\s+than\s+(?:five|5|ten|10))\s+(?:[a-z]+\s+){0,2}"
            rf"(?:is|are)\s+(?:therefore\s+)?{_SHOWN}\s+(?:as|by|with)\s+{_MARK}",
            r"\ba\s+(?:0|zero|nil)\s+is\s+a\s+(?:true|real)\s+(?:zero|nought|nil)\b",
        ),
    ),
    Entry(
        "what a mark means",
        "A mark in quotation marks and the words that explain it: “x 3 means that three notices were issued”.",
        covered_by(
            r"(?<![\w.])<\s?\d\s+means?\s+(?:that\s+)?" + _EXPLAINED,
            r"\(x\s?\d\)\s+(?:is|means)\s+(?:two|three|four|five)\b",
            r"[\"“‘'](?:[^\"”’'\n]{1,12})[\"”’']\s+(?:means?|stands?\s+for|denotes?|indicates?)\s+(?:that\s+)?"
            + _EXPLAINED,
        ),
    ),
    Entry(
        "what a row stands for",
        "How a list is kept: “where one inmate handed in several, they share a line”, “one driver to a line”.",
        covered_by(
            r"\bwhere\s+(?:one|two|1|2)\s+[^.;:\n]{3,90}?,?\s+(?:they|it|these|this|all|each)\s+"
            rf"(?:(?:share|shares|have|has|get|gets)\s+(?:an?|one)\s+(?:line|row|entry)|(?:is|are)\s+{_ONCE})\b",
            r"\b(?:shared?|shares|(?:were|was|are|is)\s+given|ha(?:s|ve))\s+one\s+(?:line|row|entry)\b(?!\s+of\b)",
            r"\bone\s+[a-z]+\s+to\s+(?:an?|each|every)\s+(?:line|row|entry)\b",
            # not "most rows are one case of the 12": of a row it says what it is, and no more
            r"\b(?:most|all|each|every)\s+(?:of\s+the\s+)?(?:lines?|rows?|entr(?:y|ies))\s+(?:is|are)\s+(?:for\s+)?one\s+[a-z]+(?=\s*[.;])",
            r"\bone\s+(?:disposition|outcome|result|code|reason|cause|kind)\s+(?:for\s+(?:the|each|every)|per|to\s+(?:a|each|every))\s+[a-z]+",
            r"\bone\s+[a-z]+\s+is\s+counted\s+(?:only\s+)?(?:once|twice)\s+for\s+(?:each|every)\b",
        ),
    ),
    Entry(
        "tables and files sent",
        "How many tables, sheets or files a letter brings: “in the three tables attached”.",
        covered_by(
            rf"\b(?:in|see|enclose|attach|find|send|produces?|provide)\s+(?:you\s+|them\s+)?(?:the\s+|our\s+|these\s+)?{_ONE_OR_FEW}\s+"
            rf"{_PAPERS}\s+(?:attached|enclosed|below|above|(?:that|which)\s+you\s+(?:asked|requested)|(?:that|which)\s+(?:is|are)\s+"
            r"(?:attached|enclosed))\b",
            rf"\bin\s+the\s+form\s+of\s+{_ONE_OR_FEW}\s+(?:Excel|PDF|Word|CSV|ODS)\s+(?:files?|sheets?|documents?|workbooks?)\b",
        ),
    ),
    Entry(
        "where records are kept",
        "How many systems, codes or places records are kept under or at: “our system has one code for both”.",
        covered_by(
            r"\b(?:system|database|software|register|spreadsheet|log|form)\s+(?:has|uses|offers|keeps)\s+(?:only\s+|just\s+)?"
            rf"{_ONE_OR_FEW}\s+(?:single\s+|common\s+|joint\s+)?(?:codes?|fields?|columns?|headings?|labels?|drop-downs?)\b",
            rf"\b(?:recorded|kept|held|logged|stored)\s+(?:in|on)\s+{_FEW}\s+(?:separate\s+|different\s+)?(?:systems|databases|registers)\b",
            rf"\bsuch\s+files,?[^.;\n]{{0,40}}\b(?:in|at)\s+{_FEW}\s+(?:[a-z]+\s+)?(?:sites|depots|offices|places|buildings)\b",
            rf"\b{_FEW}\s+(?:separate\s+|different\s+)?(?:systems|databases)\s+are\s+in\s+use\b",
            rf"\bkept\s+on\s+paper(?:,[^.;,\n]{{0,80}},)?\s+(?:at|in)\s+(?:the\s+)?{_FEW}\s+(?:[a-z]+\s+)?"
            r"(?:sites|depots|offices|places|buildings|stations|branches|stores)\b",
        ),
    ),
)  # fmt: skip
