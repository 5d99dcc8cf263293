"""Whether a clause holds a figure that can be an answer: no date, section, page, reference or time limit."""

from __future__ import annotations

import re

from foidesk.model.remembered import remembered

_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundred|dozen|sechs|sieben|acht|neun|zehn|zwei|drei|vier|fünf|elf|zwölf)\b",
    re.IGNORECASE,
)
_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"januar|februar|märz|mai|juni|juli|oktober|dezember)"
)
_COUNT = r"(?:\d+|a|one|two|three|four|five|six|seven|eight|ten|twelve|fourteen|twenty|thirty|forty|sixty|several)"
_LEADS = (
    r"(?:within|in|than|of|after|next|past|last|over|have|has|for|every|each|the|these|those|back|another|"
    r"further|"
    r"up to|by|until|first|only|some|take|takes|took|about)"
)
_NO_FIGURE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\.? {_MONTHS}\b(?: \d{{4}})?|\b{_MONTHS} \d{{1,2}}\b|"
    r"(?<![£$€\d,.])\b(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b(?![,.]\d|[/-]\d)|"
    r"\bpages? \d+(?:(?: to |-)\d+)?|\b(?:policy|room|ward|berth|platform|terminal|junction|flat) \d+\b(?!,\d)|"
    r"\b(?:locat|found|identif|trac|review|uncover|search)\w* (?:\w+ ){0,3}\d[\d,]* "
    r"(?:\w+ )?(?:pages|documents|records|e-?mails)\b|"
    r"\b(?:clauses?|schedules?|paragraphs?|paras?|articles?|annex(?:es)?|appendix|appendices|chapters?|"
    r"part|rules?|"
    r"conditions?|recitals?|ziffer|artikel|art\.|absatz|abs\.) \d+(?:\.\d+)*\w?|"
    r"\b(?:ss?|sec|sections?|reg|regs|regulations?|exemptions?|"
    r"code)\.? ?\d[\d\w().,]*(?: ?\([\w, ]{1,8}\))*|\[\d{1,2}\]|"
    r"§+ ?\d+\w?(?: (?:Abs|Nr|lit|Satz)\.? ?\w+)*|\b\d+ U\.S\.C\.[ \d()a-z]*|"
    rf"\b{_COUNT}[ -](?:working|business|calendar|school|further|more|additional) days?\b|"
    rf"\b{_LEADS} {_COUNT}[ -](?:days?|weeks?|months?|years?|minutes)\b|"
    rf"\b{_COUNT}[ -](?:days?|minutes?)[ -](?:late|each|a )|"
    r"https?://\S+|www\.\S+|"
    r"\b(?:ref|reference|case|ticket)\b\.?(?: ?(?:no|nos|number)\b\.?)?:? ?#?\d[\w/-]*|"
    r"\b(?=[A-Z/_-]*\d)[A-Z]{1,8}(?:[-/ _][A-Z]+)*[-/ _]?\d[\w/.-]*|\b\d{2,}[/-]\d[\w/-]*|"
    r"(?<![£$€\d,.])\b\d{8,}\b|"
    r"\b(?:the )?\d{1,2}(?:st|nd|rd|th)\b|\b(?:first|one of|no one)\b|"
    r"\b(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:ieth|y-(?:first|second|third|\w+th))\b|"
    r"\bone (?:can|could|may|might|must|should|would|will|sees?|finds?|knows?|has|is|to|cannot|needs?|was|day|"
    r"hand|side|way|thing|point|place|more)\b|\b(?:lets?|for|to|by|no|some) one\b|"
    r"\b(?:each|this|that|the|any|but|every|last|which) one\b|\bone (?:part|who|which|that|another|or)\b|"
    r"\ball (?:three|four|five|six|\d+)\b(?: of)?(?: your| the)?"
    r"(?= (?:questions|points|parts|items|requests|answers|queries)|\W*$)|"
    r"\b(?:tel|phone|ext|fax|mobile)\b.*|\b0\d{2,4} \d{3,}(?: \d+)*|"
    r"\b\d{1,2}[A-Z]?(?:\((?:\d{1,2}[A-Z]?|[a-z]{1,4})\))+|"
    r"\b(?:questions?|items?|parts?|points?|sections?|stages?|phases?|annex|frage|teil) "
    r"(?:one|two|three|four|five|six|eins|zwei|drei|vier)\b|\bthe \w+ ones?\b(?=[,.;:]|$)|"
    r"\b(?:umfass\w+|compris\w+|runs? to|extends? to|spans?|fills?) (?:\w+ ){0,2}[\d.,]+ (?:[\w-]+ )?"
    r"(?:folders|boxes|binders|files|pages|volumes|ordner|aktenordner|akten|seiten|bände)\b|"
    r"\b(?:either|neither|no) one\b|\([a-z]{1,3}\)(?:\(\w{1,4}\))*|"
    r"\b(?:two|three|four|five|six|seven) (?:questions|points|parts|items|things)\b|"
    r"\b(?:questions?|items?|parts?|points?) \(\d{1,2}\)|\bsections? \d+\w?[A-Za-z &]{0,40}\(\d\)|"
    r"\b(?:questions?|q|items?|requests?|parts?|points?|fragen?) ?\d+(?![-/\d])(?:(?:,| and| und| to|"
    r",? &) ?\d+)*",
    re.IGNORECASE,
)
"""Dates, sections, pages, references, time limits and numbers of questions: no answers."""


def only_noughts(text: str) -> bool:
    """True if every number of the text is nought."""
    numbers = re.findall(r"\d[\d,.]*", _NO_FIGURE.sub(" ", text))
    return bool(numbers) and all(not one.strip("0,.") for one in numbers)


@remembered
def has_figure(text: str) -> bool:
    """True if a number stands in the text that is no date, section, page, reference or time limit."""
    return bool(_FIGURE.search(_NO_FIGURE.sub(" ", text)))
