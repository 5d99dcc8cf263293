"""Words in the section of a question that speak against the outcome it came to: a person looks.

Beside a refusal something may be given, beside "not held" something handed over, beside an answer in full
something may be missing; and a nought may stand for what no system can tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .figures import has_figure
from .plainly import KEEPS_BACK, LEADS_TO, NOT_HELD, OF_ESTIMATE, REFUSES, TAKEN_OUT, sends

_PARTS = (
    r"(?:pages?|paragraphs?|schedules?|annex(?:es)?|appendi(?:x|ces)|attachments?|enclosures?|chapters?|"
    r"volumes?|"
    r"sheets?|tabs?|tables?|clauses?|lists?|drawings?|plans?|photographs?|names?|prices?|rest|remainder|"
    r"others?)"
)
_LACKS = re.compile(
    rf"\b{_PARTS}\b[^.;]{{0,40}}\b(?:stays?|remains?|kept|keep|retained|missing|lost|absent|incomplete|"
    rf"illegible|"
    r"damaged|destroyed|not|n['’]t|to follow|follows?|later|back|behind|elsewhere|unavailable)\b|"
    rf"\b(?:without|minus|less|lacking|missing|excluding|omitting|bar|save|apart from|except(?:ing)?|"
    rf"but (?:not|no|without))\b[^.;]{{0,30}}\b{_PARTS}\b|"
    rf"\b(?:first|last|opening|final|top|following|only)\b (?:\w+ ){{0,2}}{_PARTS}\b|"
    rf"\b(?:pages?|paragraphs?|chapters?|clauses?|schedules?|volumes?) \d+\b|\b(?:a|one|two|three|some|"
    rf"most) {_PARTS} (?:of|from)\b",
    re.IGNORECASE,
)
""" "Pages 1 to 9 are attached", "without the price list": some of what was asked for."""
_ANOTHER = re.compile(
    r"\b(?:another|other|former|previous|old|earlier|older|expired|superseded|draft|unsigned|similar|"
    r"equivalent|"
    r"neighbouring|index|covering|cover|blank|specimen|standard|outline|title page|contents page|"
    r"list of contents|"
    r"not the|rather than|instead|in place of)\b",
    re.IGNORECASE,
)
""" "The contract of another supplier is attached": not what was asked for, unless it was."""
_ON_TERMS = re.compile(
    r"\b(?:fees?|payment|paid|pay|payable|charges?|charged|cheque|once|provided that|on condition|subject to|"
    r"if you|"
    r"upon receipt|on receipt|on request|if required|if wanted|as soon as)\b",
    re.IGNORECASE,
)
""" "Attached on payment of £25": not yet given."""
_HANDS = re.compile(
    r"(?<!not )(?<!n't )(?<!n’t )(?<!not be )(?<!to be )(?<!reason )(?<!reasons )\b(?:attached|enclosed|"
    r"annexed|appended|handed over|"
    r"released below|given below|set out below|shown below|supplied below|provided below)\b|"
    r"\b(?:we|i) (?:have |do |also |now |therefore |instead ){0,2}(?:attach|enclose|annex|append|hand over|"
    r"handed over)\b|"
    r"\bsee (?:the )?(?:attach\w*|annex\w*|appendix|enclos\w*|figures?|table)\b|"
    r"\b(?:in|at|as) (?:the |our )?(?:attachment|annex|appendix|enclosure|tab)\b",
    re.IGNORECASE,
)
_RELEASES = re.compile(
    r"\b(?:can|could|are able to|am able to|are happy to|are willing to|are prepared to|will) "
    r"(?:however |nevertheless |only |also |still |at least )?"
    r"(?:(?:be )?(?:releas|disclos|provid|suppl|shar|offer)\w*|tell you|say|give you|"
    r"confirm that(?![^.;]{0,60}\b(?:holds?|held|have|has|exists?)\b))\b|"
    r"\b(?:edited|redacted|abridged|shortened|public|anonymised|censored) (?:version|copy|form|text)\b|"
    r"\b(?:the )?(?:rest|remainder|remaining \w+|other parts?) (?:of (?:the |this |that |your )?\w+ )?(?:is|"
    r"are|has|have|can)\b|"
    r"\bwhat we can (?:release|say|give|disclose|provide|tell)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\W*(?:yes\b|(?:(?:partly|partially|part(?:ial)?|mostly|largely|mainly)[ -])?"
    r"(?:disclosed|released|provided|supplied|granted|answered|attached)\b|partial\b|in part\b)",
    re.IGNORECASE,
)
""" "Disclosed (s.40(2))": given, or refused?"""
_DENIED = re.compile(
    r"\b(?:not|cannot|unable|neither|nor|no|without|whether|if|would|may|might|request)\b|n['’]t\b", re.I
)
_SUMMED = re.compile(
    r"\b(?:totals?|totall?ed|averages?|averaged|overall|altogether|in all|combined|between|ranged?|"
    r"dearest|highest|lowest|largest|smallest|aggregate|sum)\b[^.;]{0,60}?"
    r"(?:\b(?:is|are|was|were|came to|comes to|amounted to|cost|of|at)|[:,])? (?:about |some |roughly |"
    r"just )?[£$€]?\d(?!\) )",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"\w[\w)’' -]*,? (?:whose|of (?:whom|which)|the \w+ of which)\b[^.;]{0,60}\b(?:withheld|exempt|redacted|"
    r"refused|removed|"
    r"not (?:being )?(?:disclosed|released|given))\b",
    re.IGNORECASE,
)
""" "It was the Volvo, whose price is withheld": some is told, some is not."""
_TWO_ASKED = re.compile(
    r"\b(?:and|or)(?:,)? (?:at |for |by |in |to |from )?(?:what|which|how|when|who|whom|whose|where|why|"
    r"whether)\b|\?.*\?",
    re.IGNORECASE | re.DOTALL,
)
_COUNTED = re.compile(
    r"\W*(?:please )?(?:\w+ )?(?:me )?(?:with )?(?:the )?(?:how (?:many|much)|numbers?|totals?|amounts?|costs?|"
    r"value|names?)\b",
    re.IGNORECASE,
)
_SUPPOSES = re.compile(
    r"^\W*(?:if|where|should|unless|were|when|in the event|had)\b|,? (?:unless|if) (?:the|we|it|you|any|this|"
    r"that)\b",
    re.IGNORECASE,
)
_NOUGHT = re.compile(
    r"(?:\b(?:zero|nil|none|nought|blank|dash)(?:e?s| returns?| values?| entr(?:y|ies))?\b|"
    r"(?<![\d.,])[\"“‘']?0[\"”’']?(?:\.(?= [a-z])|(?![\d.,%])))"
    r"[^.;]{0,30}\b(?:means?|meaning|denotes?|indicates?|stands? for|signif\w+|represents?|"
    r"(?:does|do|need|should|must) not (?:\w+ )?(?:mean|be (?:read|taken))|may (?:also )?(?:mean|be)|"
    r"shows? (?:only )?that)\b",
    re.IGNORECASE,
)
""" "Zero means our systems cannot report": what stands there is no count of none."""


_YES = re.compile(r"\W*(?:\d{1,2}\W+)?yes\W*", re.IGNORECASE)
_YES_OR_NO = re.compile(
    r"(?:^|[.?!,;:]\s|\b(?:whether|if|confirm|state|say|tell me|and|or)\b )\W*(?:the \w+ )?"
    r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|whether|if)\b",
    re.IGNORECASE,
)
""" "Yes" alone answers no "how many"."""


_MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_IN_PART = re.compile(
    r"\bpart(?:ial(?:ly)?|ly)?[ -]+(?:grant|disclos|releas|provid|suppl|withh|refus|exempt)\w*|\bin part\b|"
    r"\b(?:is|are|be|been) granted\b|;? granted\W*$|\b(?:to|i|we) grant\b|\bgranting\b|"
    r"\b(?:save for|save that|except for|other than|apart from|alone|as a courtesy|outside the act)\b|"
    r"\b(?:come|comes|sent|produced|goes|go) (?:herewith|with this)\b|\b(?:produced|struck out)\b|"
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|last|drafts?|names?)\b"
    r"[^.;]{0,30}\b(?:is|are) exempt\b|"
    r"\bnames?\b[^.;]{0,40}\b(?:exempt|applies)|\bapplies to\b[^.;]{0,40}\bnames?\b|"
    r"\b(?:can|may) now be (?:given|released|disclosed)|\bright (?:of|to)\b[^.;]{0,40}\bprevails?\b|"
    r"\bfell away\b|\bdropped\b",
    re.IGNORECASE,
)
""" "Part-granted", "save for the cover notes", "that exemption fell away": part is given."""
_WEIGHED = re.compile(
    r"\b(?:public interest|whether|would|could|might|if|not|cannot|unable|neither|nor|no)\b|n['’]t\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"[£$€]\s?\d[\d,.]*|\b\d[\d,.]*\s?(?:%|per cent)", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\b(?:another|other|last year|previous|would|could)\b", re.IGNORECASE)
_HELD_BESIDE = re.compile(
    r"\b(?:though|although|but|however|other than|save|except|apart from|as a courtesy)\b|"
    rf"\b(?:before|after|since|until|prior to) (?:\w+ )?(?:\d{{4}}|{_MONTHS})\b",
    re.IGNORECASE,
)
""" "Not held before 2025": held since?"""
_OF_SOME = re.compile(r"\bthose of\b", re.IGNORECASE)
_NO_RECORDS = re.compile(r"\bdo(?:es)? not exist|\bno (?:responsive )?records", re.IGNORECASE)
_IS_LESS = re.compile(
    r"\b(?:leaves? out|incomplete|so far as|as far as|in the first|sits? with|(?:is|are|lies?|rests?) with|"
    r"sanitised|"
    r"deleted|masked|black(?:ed)? (?:box|out)\w*|too large|not be (?:attached|enclosed|included)|as much of|"
    r"can be made public|fit for public\w+|that can be|was (?:the|our) target|binned|disregard\w*|taken off|"
    r"does not form part|not included|(?:can|may) be (?:supplied|sent|had) for|under review)\b|"
    rf"\bfor {_MONTHS} to\b|\d\s?\(?[*†‡]",
    re.IGNORECASE,
)
""" "Attached, sanitised", "214 so far as the east goes": an answer that says of itself that it is not all."""
_YEAR = re.compile(r"(?<![\d/£$€,.])((?:19|20)\d\d)(?:\s?[/–-]\s?((?:19|20)?\d\d))?(?![\d%]|[.,]\d)")
_ONWARDS = re.compile(r"\b(?:since|from|after|onwards)\b", re.IGNORECASE)


_PLANNED = re.compile(r"\b(?:hopes?|plans?|intends?|aims?|aspires?|wants?|would like) to\b", re.IGNORECASE)
_OF_PLANS = re.compile(
    r"\b(?:will|plan\w*|intend\w*|intention\w*|expect\w*|budget\w*|forecast\w*|targets?|propos\w*|future|aims?|"
    r"hopes?)\b",
    re.IGNORECASE,
)
""" "The council hopes to run 14 buses" tells of no bus that runs."""


def tells_what_nought_is(text: str) -> bool:
    """True for a sentence that says what a nought, or "none", stands for."""
    return bool(_NOUGHT.search(text))


def is_contradicted(outcome: str, lines: Sequence[str], question: str) -> bool:
    """True if the sentences of a question's section hold words against that outcome of it."""
    if outcome == "full":
        if all(map(_YES.fullmatch, lines)) and not _YES_OR_NO.search(question):
            return True
        if any(map(_IS_LESS.search, lines)) or _is_of_other_years(lines, question):
            return True
        if any(NOT_HELD.search(line) and has_figure(line) for line in lines):
            return True
        if any(_PLANNED.search(line) and has_figure(line) for line in lines[:1]) and not _OF_PLANS.search(
            question
        ):
            return True
        sent = sends(question) and not _COUNTED.match(question)
        return sent and any(_new(one, line, question) for one in (_LACKS, _ANOTHER, _ON_TERMS) for line in lines)
    if outcome == "refused":
        return _gives_beside(lines, question) or _tells_beside(lines, question)
    if outcome == "neither confirm nor deny":
        return any(has_figure(_ONE.sub(" ", line)) for line in lines) or _tells_beside(lines, question)
    if outcome == "not held":
        if any(map(_SUM.search, lines)) or any(map(_holds_some, lines)):
            return True
        if any(_counts_beside(line, question) for line in lines):
            return True
        told = [line for line in lines if NOT_HELD.search(line)]
        return any(_SUPPOSES.search(line) for line in told) or any(map(_hands, lines))
    return False


def _new(pattern: re.Pattern[str], line: str, question: str) -> bool:
    """True if the pattern stands in the line with words that the question does not have."""
    return any(seen[0].lower() not in question.lower() for seen in pattern.finditer(line))


def _tells_beside(lines: Sequence[str], question: str) -> bool:
    """True if beside a refusal part is granted, or a sum stands that the question does not have."""
    all_of_them = _of_all(lines, question)
    if any(_IN_PART.search(line) and not _WEIGHED.search(line) for line in lines) and not all_of_them:
        return True
    told = [line for line in lines if not _OF_OTHERS.search(line)]
    return any(seen[0] not in question for line in told for seen in _SUM.finditer(line))


_ONE = re.compile(r"(?<=\w )one\b", re.IGNORECASE)
""" "Or give one that has not the time to destroy evidence", within a sentence: no figure."""


def _of_all(lines: Sequence[str], question: str) -> bool:
    """True for "The names are exempt" where names, and nothing else, were asked for, and nothing else is told."""
    asked = _ASKS_FOR.match(question)
    seen = [found for line in lines if (found := _ALL_OF_THEM.match(line))]
    if asked is None or len(seen) != 1 or _ASKS_TWO.search(question):
        return False
    others = (line for line in lines if not _ALL_OF_THEM.match(line))
    return seen[0]["what"].lower() == asked["what"].lower() and all(
        KEEPS_BACK.search(line) and not has_figure(line) for line in others
    )


_ALL_OF_THEM = re.compile(
    r"\W*(?:\d{1,2}\W+)?(?:all )?(?:the|these) (?P<what>\w{4,}) (?:is|are) "
    r"(?:all |therefore |being )?(?:exempt|withheld)\b"
    r"(?![^.]*(?:;|\b(?:where|if|unless|until|save|except|but|though|although|whose|who|when|while|given|before|after|"
    r"only|in part|partly)\b))",
    re.IGNORECASE,
)
_ASKS_FOR = re.compile(
    r"\W*(?:please )?(?:(?:provide|send|give|supply|state|list|tell)(?: me| us)?(?: with)? )?"
    r"(?:a list of )?(?:all )?(?:the )?(?P<what>\w{4,})\b",
    re.IGNORECASE,
)
_ASKS_TWO = re.compile(r"[,;&/]|\b(?:and|or|with|including)\b", re.IGNORECASE)


def _holds_some(line: str) -> bool:
    """True for "not held before 2025", "not held, though a note of June has it"."""
    for part in line.split(";"):
        seen = NOT_HELD.search(part) or _NO_RECORDS.search(part)
        if seen and (_HELD_BESIDE.search(part, seen.end()) or _OF_SOME.search(part)):
            return True
    return False


_CLAUSE = re.compile(r";|,? (?:but|and|though|although|while|whereas)\b", re.IGNORECASE)


def _counts_beside(line: str, question: str) -> bool:
    """True for "those before June are not held; there were 11 after it"."""
    if not NOT_HELD.search(line):
        return False
    parts = [part for part in _CLAUSE.split(line) if not NOT_HELD.search(part) and not OF_ESTIMATE.search(part)]
    return any(has_figure(part) and not has_figure(question) for part in parts)


def _is_of_other_years(lines: Sequence[str], question: str) -> bool:
    """True if the question names its years, and the first clause with a figure names only others."""
    asked = years_in(question)
    if not asked:
        return False
    first = min(start for start, _ in asked)
    last = 9999 if _ONWARDS.search(question) and len(asked) == 1 else max(end for _, end in asked)
    clauses = (clause for line in lines for clause in line.split(";"))
    told = years_in(next((clause for clause in clauses if has_figure(clause)), ""))
    return bool(told) and not any(first <= start and end <= last for start, end in told)


def years_in(text: str) -> list[tuple[int, int]]:
    """The years that the text names, "2023/24" from 2023 to 2024."""
    found = []
    for seen in _YEAR.finditer(text):
        end = seen[2] or seen[1]
        found.append((int(seen[1]), int(seen[1][: 4 - len(end)] + end)))
    return found


def _hands(line: str) -> bool:
    return bool(_HANDS.search(line))


def _gives_beside(lines: Sequence[str], question: str) -> bool:
    """True if beside a refusal something is given: handed over, released, summed up, or told before it.

    What is told before it answers a question that asks two things.
    """
    if any(_hands(line) or _WHOSE.search(line) or _GIVEN.match(line) for line in lines):
        return True
    if any((_RELEASES.search(line) or _SUMMED.search(line)) and not _DENIED.search(line) for line in lines):
        return True
    at = next((n for n, line in enumerate(lines) if REFUSES.search(line) or TAKEN_OUT.search(line)), 0)
    told = any(not KEEPS_BACK.search(line) and not LEADS_TO.search(line) for line in lines[:at])
    return told and bool(_TWO_ASKED.search(question))
