"""Words by which a section of a letter gives, refuses or takes back something, whatever it is about."""

from __future__ import annotations

import re

from .figures import has_figure

KEEPS_BACK = re.compile(
    r"\b(?:with[- ]?h[eo]ld\w*|exempt\w*|excepted|exceptions?|refus\w*|declin\w*|redact\w*|remov\w*|"
    r"delet\w*|omit\w*|"
    r"blank\w*|obscur\w*|anonymi\w*|pseudonym\w*|confiden\w*|sensitive|privileged?|suppress\w*|personal "
    r"(?:data|information)|"
    r"(?:taken|left|cut|blacked|greyed|held|kept|holding|keeping) (?:out|back)|sections?|regulations?|"
    r"neither confirm|public interest|prejudic\w*|vexatious|disproportionate\w*|"
    r"(?:out of|outside (?:the )?|beyond the )scope)\b|"
    r"\b(?:ss?|regs?)\.? ?\d|§|<\s?\d|≤|\*",
    re.IGNORECASE,
)
DENIES = re.compile(
    r"\b(?:not|no|none|nor|neither|never|nothing|nobody|nil|zero|unable|cannot|cant|dont|without|unavailable|"
    r"unknown|except\w*|excluding|apart from|save|other than|only|however|although|though|unfortunately|regret|"
    r"afraid|sorry|some|part(?:s|ly|ial\w*)?|portions?|most|few(?:er)?|less|under five|remaining|"
    r"remainder|rest|n/a|"
    r"incomplete|unless|until|pending|await\w*|wait\w*|later|shortly|soon|follow\w*|in due course|still|yet|"
    r"would|could|should|might|if|whether|unclear|limit|hours|will|shall|fee|clarif\w*|please (?!see|"
    r"find)|contact|"
    r"summar(?:y|ies)|extracts?|version|template|samples?|examples?|drafts?|instead|similar|"
    r"refer|transferr\w*|previous\w*|already|publi(?:c|sh\w*)|websites?|online|available|accessible|"
    r"held by|holds?|"
    r"held|above|link|linked|same|ditto|as per|sent|received your|thank)\b|n['’]t\b|https?://|www\.|\?",
    re.IGNORECASE,
)
"""What a plain answer has none of; with it a sentence may still say all that is asked."""
IN_PART = re.compile(
    r"\W*(?:(?:disclosed|released|provided|granted|answered|supplied|withheld|refused) (?:in part|partly|"
    r"partially)|"
    r"part(?:ly|ially|ial)?[ -](?:disclos|releas|provid|grant|suppl|withh|refus)\w*|partial)"
    r"(?: under)?\W*\(?[^()]{0,12}(?:\(\w{1,4}\)|\d|\W|and|section|regulation|s\.|reg\.)*",
    re.IGNORECASE,
)
""" "Disclosed in part (s.40(2))", and nothing else."""
TELLS_LESS = re.compile(
    r"\b(?:not|n['’]t|never|no longer|nor|cannot|unable to)\b(?:\W+\w+){0,3}?\W+(?:hold|held|record\w*|kept|"
    r"keep|"
    r"collect\w*|captur\w*|available|able|possible|provid\w*|suppl\w*|disclos\w*|releas\w*|give\w*|broken|"
    r"break|"
    r"split|separat\w*|distinguish\w*|identif\w*|known|know|logged|log|stored|monitor\w*|tracked|"
    r"includ\w*|complete|"
    r"confirm\w*|answer\w*|say|tell|share|final|finali[sz]ed|ready|yet|centrally|readily|retain\w*)\b|"
    r"\b(?:no|any) (?:\w+ )?(?:records?|information|data|list|such|breakdown|figures?|number|copy|"
    r"document|history|"
    r"way)\b|"
    r"\b(?:unable|unavailable|not known|unknown|n/a|not applicable|incomplete|except\w*|excluding|apart from|"
    r"save|"
    r"other than|some of|parts? of|remaining|remainder|the rest|the others?|to follow|await\w*|in due course|"
    r"will (?:be|send|follow|write|let)|(?:we|i) (?:shall|will|are going to)|hope to|expect to|pending|limit|"
    r"please (?:confirm|let|clarify|contact|refer|tell)|websites?|published|publish|online|accessible|"
    r"transferr\w*|"
    r"summar(?:y|ies)|extracts?|version|template|samples?|examples?|drafts?|instead|similar|"
    r"question|request|part|point|clarif\w*|estimate that|would (?:take|exceed|need|require|have))\b|"
    r"https?://|www\.|\?",
    re.IGNORECASE,
)
"""What may make an answer one in part, said beside it or after it."""
HANDED = re.compile(
    r"\b(?:attach\w*|enclos\w*|annex(?:ed)?|appendi\w+|provided|released?|disclosed|supplied|produced|"
    r"herewith|copy|"
    r"copies|sheet|tab|"
    r"spreadsheet|workbook|schedule)\b",
    re.IGNORECASE,
)
LEADS_TO = re.compile(
    r"\b(?:hold|held|holds|exempt\w*|exception\w*|sections?|regulations?|withh\w+|refus\w*|disclos\w*|"
    r"request\w*|"
    r"repl(?:y|ies)|responses?|answers?|asked|question|point|information|public interest|consider\w*|"
    r"personal data|"
    r"confiden\w*|prejudic\w*|apply|applies|engaged|appl\w+|releas\w*|unable|cannot|not|would|could|may|"
    r"might)\b",
    re.IGNORECASE,
)
""" "We hold the contract", "We have considered your request": said before a refusal, and gives nothing."""
_ADVERB = (
    r"(?:therefore|accordingly|consequently|thus|also|currently|centrally|routinely|separately|actually|"
    r"itself|now)"
)
NOT_HELD = re.compile(
    rf"\b(?:(?:do|does|did)(?: {_ADVERB})?(?: not|n['’]t)(?: {_ADVERB})? (?:hold|record|collect|keep|capture)|"
    rf"(?:is|are|was|were)(?: {_ADVERB})?(?: not|n['’]t)(?: {_ADVERB})? (?:held|recorded|collected|kept|captured)|"
    r"holds? no(?:ne)?\b|holds? nothing\b|(?:hold|have|has) no (?:record|information|such)|"
    r"(?:do|does)(?: not|n['’]t) have (?:this|the|that|any|such)(?: such| of this| of that)? "
    r"(?:information|numbers?|figures?|data|records?)|"
    r"no (?:recorded )?information (?:is )?held|no information is (?:therefore |accordingly )?held|"
    r"information(?: is)? not held|(?:located|found|identified) no (?:responsive )?records|"
    r"no (?:responsive )?records? (?:was |were |has been |have been |could be )?(?:located|found|held|"
    r"identified|traced))|"
    r"^\W*not (?:held|recorded)\b",
    re.IGNORECASE,
)
NOTHING_KEPT = re.compile(
    r"\b(?:nothing|none|no (?:part|parts|words?|names?|pages?|text|information|redactions?)) (?:(?:of|from|in) "
    r"(?:it|them|these|this|that) )?"
    r"(?:has|have|had|was|were|is|are) (?:been )?(?:removed|redacted|withheld|taken out|left out|held back|"
    r"blanked out|made)"
    r"(?: (?:from|in|to) (?:it|them|these|this|that))?|\bwithout (?:any )?redactions?\b|\bunredacted\b|\bwith "
    r"no redactions?\b",
    re.IGNORECASE,
)
""" "Nothing has been removed from them": all of it is given."""
ADVICE = re.compile(
    r"\b(?:duty to (?:advise and )?assist|advice and assistance|(?:narrow|refin|reduc|limit|confin|"
    r"restrict)\w* (?:your|the|a|it|this)\b|"
    r"(?:new|narrower|further|fresh|refined) request|if you (?:ask|would|wish|want|were|limit|confine|restrict|"
    r"narrow|choose)|"
    r"(?:could|can|might) be (?:done|answered|met|given) within|within the (?:cost )?limit|you (?:may|might|"
    r"could) (?:wish|like|want|care|limit))\b",
    re.IGNORECASE,
)
""" "Under our duty to assist we can offer a single month, if you ask": not given."""
REFUSES = re.compile(
    r"\b(?:(?:is|are|am|been|be|being|have|has) (?:\w+ ){0,3}?(?:withheld|withholding|exempt\w*|refused|"
    r"refusing|excepted)|"
    r"exempt (?:from (?:disclosure|release) )?(?:under|by (?:virtue|reason)|in terms of|pursuant to)|"
    r"(?:covered|caught|protected) by (?:the )?(?:exemption|exception|section|regulation|s\.|reg)|"
    r"(?:we|i|council|trust|board|force|department|university|agency|office|authority) "
    r"(?:\w+ ){0,4}?(?:withh[eo]ld(?:ing)?|refus\w+|declin\w+|rely|relies|relied)|"
    r"(?:cannot|not|unable to|n['’]t) (?:be )?(?:\w+ )?(?:disclos\w+|releas\w+|provid\w+|suppl\w+|giv\w+|"
    r"shar\w+)|"
    r"(?:not (?:going|obliged|required|able|proposing) to|unable to|will not|cannot|shall not) (?:\w+ )?comply|"
    r"appl(?:y|ies|ied)|engaged)\b|^\W*(?:withheld|exempt|refused|excepted)\b",
    re.IGNORECASE,
)
OUTRIGHT = re.compile(
    r"\W*(?:(?:it|they|these|this|that|the \w+|all of (?:it|them)|none|nothing)(?: of (?:it|them|these))? "
    r")?(?:(?:is|are|was|were|has been|have been|will be)"
    r" (?:therefore |accordingly |all |being |also )*)?(?:(?:withheld|refused|exempt)|(?:not (?:be |being |"
    r"been )?|(?<=none is )being |(?<=none are )being |"
    r"(?<=none is )|(?<=none are ))(?:disclosed|released|provided|supplied|sent))(?: in (?:full|its "
    r"entirety))?\W*",
    re.IGNORECASE,
)
""" "Not disclosed.", "The note is withheld.": a refusal in a sentence of its own, its ground beside it."""
OF_RELEASE = re.compile(
    r"\b(?:its|their|the|of|for|in|against|public|such|any|favouring|favours?) (?:\w+ )?(?:release|disclosure|"
    r"supply)\b|"
    r"\b(?:release|disclosure|supply)(?: (?:now|today|of (?:it|this|them|these|that|the \w+)))? (?:would|could|"
    r"might|may|is|was)\b",
    re.IGNORECASE,
)
""" "Release now would prejudice ...": nothing is handed over."""
TAKEN_OUT = re.compile(
    r"\b(?:redact\w*|remov(?:ed|al)|blank\w*|obscured|(?:taken|left|blacked|greyed|cut) out)\b", re.IGNORECASE
)
NOT_RELIED = re.compile(
    r"\b(?:not|no longer|nor|n['’]t|whether|might|may|could|considered|considering|anticipat\w*|unless)\b"
    r"[^.;]{0,60}\b(?:rel(?:y|ied|ying)|appl\w+|engag\w+|exempt\w*|entitled|section|regulation)",
    re.IGNORECASE,
)
""" "We considered whether section 43 might apply": no ground of anything."""
CONTRARY_TO_FACT = re.compile(
    r"\bwould (?:\w+ ){0,2}?(?:be|have been) (?:exempt|withheld|refused|excepted)\b[^.;]*\b(?:had|if|were|"
    r"unless|but for)\b|"
    r"\b(?:had|if|were|unless|but for)\b[^.;]*\bwould (?:\w+ ){0,2}?(?:be|have been) (?:exempt|withheld|"
    r"refused|excepted)\b",
    re.IGNORECASE,
)
""" "The tenders would be exempt under section 43(2) had the firms objected"."""
SOME = re.compile(
    r"\b(?:in so far|insofar|so far as|to the extent|some|certain|parts?|portions?|other|others|remaining|"
    r"remainder|rest|individual|exact|precise|"
    r"breakdown|"
    r"finer|further|names?|details|those|where|only|except\w*|but|however|although|until|before|since)\b",
    re.IGNORECASE,
)
SMALL = re.compile(
    r"<\s?\d|≤|\b(?:fewer|less) than (?:\d|five|six|ten)|\bbelow (?:\d|five|six|ten)|\b(?:\d|"
    r"five) or (?:fewer|less)|"
    r"\b(?:small|low) numbers?\b|\*",
    re.IGNORECASE,
)
"""A small number kept back: it may be an answer in part or a refusal."""
NCND = re.compile(r"\b(?:neither\b.{0,30}\bconfirm|confirm (?:n?or|and) deny|confirm or deny)", re.IGNORECASE)
IS_HELD = re.compile(
    r"\W*(?:there (?:are|is) )?[\w ,’'-]{0,60}\b(?:is|are|was|were|has been|have been) "
    r"(?:held|located|found|identified|traced|returned)\W*",
    re.IGNORECASE,
)
""" "Four tenders are held": found, and not yet given."""
OF_FEW = re.compile(
    r"\W*(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|several|most|half|others?|"
    r"the (?:first|second|third|last|latest|other|rest|remaining|remainder))\b",
    re.IGNORECASE,
)
""" "Four invoices are held. One is exempt": of the others nothing is said."""
OF_ESTIMATE = re.compile(r"\b(?:hours?|minutes?|limit|estimat\w*|would|exceed\w*)\b", re.IGNORECASE)
""" "At six minutes a file it would take 775 hours": no answer, but why there is none."""
OF_COST = re.compile(r"\b(?:cost|limit|hours|section 12|exceed\w*)\b", re.IGNORECASE)
DENIES_GIVING = re.compile(r"\b(?:not|unable|cannot|never|would|may|might|could|can)\b|n['’]t\b", re.IGNORECASE)
OF_REGULATIONS = re.compile(r"\breg(?:ulation)?s?\.? ?\d", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"\b(?:available|published|posted|found|seen|viewed|accessible|download\w*)\b[^;]{0,80}"
    r"(?:\b(?:websites?|web ?pages?|online|register|portal|reading room)\b|https?://|www\.)|"
    r"\balready (?:in the public domain|published|reasonably accessible)|"
    r"\b(?:reasonably )?accessible to you (?:by other means|elsewhere|because|as)\b|"
    r"^\W*(?:please )?see\b[^;]{0,60}(?:\bwebsite\b|https?://|www\.)",
    re.IGNORECASE,
)
""" "Points 1 to 3 are published on our website": where it is had, and not here."""
LATER = re.compile(r"\b(?:until|yet|still|will|shall|hope|await\w*|to follow|once)\b", re.IGNORECASE)
SUPPOSED = re.compile(r"\b(?:had|were|if|should) (?:you|we|this|it|your|all)\b", re.IGNORECASE)
EXCEEDS = re.compile(
    r"\b(?:costs?|time|hours|effort|work|complying|doing so|to do so|request|question|it|this)\b[^.;]{0,120}\b"
    r"(?:would|will|does|is (?:likely|estimated) to) (?:\w+ )?(?:exceed|be (?:above|over|beyond)) (?:the |"
    r"our )?"
    r"(?:\w+ ){0,2}(?:cost|appropriate|fees?|statutory) (?:\w+ )?(?:limit|threshold)\b",
    re.IGNORECASE,
)
NOUGHT = re.compile(r"\W*(?:[£$€]?0(?:\.0+)?|none|nil|zero)\W*", re.IGNORECASE)
NONE = re.compile(
    r"\W*(?:none|nil|no|not any|nobody|zero|[£$€]?0(?:\.0+)?|there (?:were|was|have been|has been|are|"
    r"is) no)\b",
    re.I,
)
NOBODY = re.compile(
    r"\b(?:none|nil|no|not|never|nothing|nobody|zero|neither)\b|n['’]t\b|(?<![\d.,])0\b(?![.,]\d)", re.I
)
YES = re.compile(r"\W*(?:yes|no)\b", re.IGNORECASE)
GIVES_ANYWAY = re.compile(
    r"\b(?:aware of|none|nil|can (?:tell|say|give|provide|confirm|offer)|able to (?:tell|say|give|provide)|"
    r"outside (?:of )?the act|good ?will|attach\w*|enclos\w*|nevertheless|nonetheless|that said|from memory)\b",
    re.IGNORECASE,
)
"""Words of giving something all the same beside a refusal for cost."""
ANNOUNCES = re.compile(
    r"\W*(?:(?:our )?(?:response|answer|reply)|(?:please )?see (?:below|above)|as (?:below|follows)|"
    r"information (?:is )?held)?\W*",
    re.IGNORECASE,
)
"""What leads to an answer and says none."""
_COUNTS = re.compile(
    r"\b(?:how (?:many|much|long|often|old|far)|numbers?|totals?|costs?|amounts?|spen[dt]\w*|value|average|"
    r"percentage|proportion|income|expenditure|salary|price|fees?|rates?|budget|figures?|when|dates?)\b",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"\b(?:cop(?:y|ies)|minutes|correspondence|e-?mails?|letters?|contracts?|documents?|reports?|"
    r"briefings?|notes?|"
    r"transcripts?|agreements?|records?)\b",
    re.IGNORECASE,
)
_PLEASE = re.compile(
    r"\W*(?:please |kindly |could you )?(?:provide|send|supply|disclose|forward|copy|attach|release|"
    r"let me have)\b",
    re.IGNORECASE,
)
MOSTLY = 0.6


_ASKS = re.compile(
    r"\W*(?:which (?!\w*(?:correspond|e-?mail|letter|minute|document|record|report|contract))|"
    r"what (?!(?:\w+ )?(?:correspond|e-?mail|letter|minute|document|record|report|contract|briefing))|who|when|"
    r"where|how|why|"
    r"do|does|did|is|are|was|were|has|have|had)\b",
    re.IGNORECASE,
)
""" "When does the contract end?" asks for no contract."""


_NUMBER_OF = re.compile(
    r"\W*(?:please )?(?:\w+ )?(?:me )?(?:with )?(?:the )?(?:total |average )?(?:numbers?|totals?|amounts?|"
    r"costs?|value|percentage) (?:of|paid|spent)\b",
    re.IGNORECASE,
)
""" "The number of letters from members" asks for no letter."""


def sends(question: str) -> bool:
    """True if the question asks for a document to be sent, and not for what it says."""
    copy = re.search(r"\bcop(?:y|ies)\b", question, re.IGNORECASE)
    if (_ASKS.match(question) or _NUMBER_OF.match(question)) and not copy:
        return False
    return bool(_SENDS.search(question) or (_PLEASE.match(question) and not _COUNTS.search(question)))


def counts(question: str) -> bool:
    """True if the question asks for a number or an amount."""
    return bool(_COUNTS.search(question))


def answers(text: str, question: str) -> bool:
    """True if the words hold what the question asks for: a figure, something handed over, words of their own."""
    if _COUNTS.search(question) and not has_figure(text):
        return False
    if sends(question) and not HANDED.search(text):
        return False
    words, asked = (re.findall(r"\w+", each.lower()) for each in (text, question))
    new = [word for word in words if word not in asked]
    return has_figure(text) or len(new) > (1 - MOSTLY) * len(words) > 0
